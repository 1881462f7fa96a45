//! The rule, attacked.

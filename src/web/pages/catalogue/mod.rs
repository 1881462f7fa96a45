//! The catalogue: all products by group, and the form for one.

pub(in crate::web) mod list;
pub(in crate::web) mod one;

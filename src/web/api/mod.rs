//! The interface for scanners and programs: JSON in, JSON out.

pub mod wire;

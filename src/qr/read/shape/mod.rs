//! The shape: where in the picture the modules of a symbol lie.

pub mod bend;
pub mod frame;
pub mod pairs;
pub mod pattern;
pub mod place;
pub mod sample;
pub mod transform;
pub mod triples;
pub mod upright;

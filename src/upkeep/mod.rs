//! Looking after the house: checking it, and filling it with a town for trying things out.

pub mod check;
pub mod demo;
pub mod papers;

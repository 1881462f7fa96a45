//! The symbol: what its modules say, and whether that can be believed.

pub mod bits;
pub mod layout;
pub mod reed_solomon;
pub mod stream;

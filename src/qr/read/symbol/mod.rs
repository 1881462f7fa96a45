//! The symbol: what its modules say, and whether that can be believed.

pub mod bits;
pub mod codewords;
pub mod format;
pub mod layout;
mod reed_solomon;
pub mod soft;
mod stream;
mod text;

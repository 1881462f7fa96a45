//! Messages in every language, with typed access.

pub mod words;

pub use words::Words;

//! All integration tests, one binary.

mod decode;
mod labels;

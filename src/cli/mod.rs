//! The command line: one file for each subcommand.

pub mod decode;
pub mod failure;
pub mod labels;

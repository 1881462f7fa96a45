//! Reads the command line and calls one command.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    gabentisch::cli::main()
}

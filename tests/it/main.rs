//! All integration tests, one binary. Each file is named after the route, command or promise that it tests.

mod support;

mod check;
mod decode;
mod labels;
mod scans;
mod scans_bad_input;
mod story;

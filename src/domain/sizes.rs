//! stub
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit { Exact, NextSize, Unknown, No }
pub fn fits(_p: &super::catalogue::Product, a: &str, b: &str) -> Fit { if a == b { Fit::Exact } else { Fit::No } }

//! How the rule "first things first" fares against other ways to give out clothes, in invented towns (law reference 5.5).
//!
//! Everything here follows from a seed: towns, visits, who comes to fetch.

pub mod checks;
pub mod flow;
pub mod metrics;
pub mod policies;
pub mod town;

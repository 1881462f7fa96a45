//! Places: sites, their rooms, and the shelves in them.

pub(in crate::web) mod list;
pub(in crate::web) mod one;

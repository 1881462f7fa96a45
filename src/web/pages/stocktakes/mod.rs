//! Stocktakes: which places were counted when, and what one of them found.

pub(in crate::web) mod list;
pub(in crate::web) mod one;

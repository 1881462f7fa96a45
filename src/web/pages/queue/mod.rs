//! The queue of today, and the screen that shows its numbers.

pub(in crate::web) mod desk;
pub(in crate::web) mod screen;

//! The picture: its greys, its ink, and the finder patterns in it.

pub mod binarise;
pub mod finders;
pub mod plane;

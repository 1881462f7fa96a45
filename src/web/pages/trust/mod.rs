//! Trusting the house: the page for whoever holds a device in the hand, and the one for whoever shows the way.

pub mod address;
pub mod files;
pub mod guide;
mod profile;
pub mod staff;

//! QR codes, both ways: drawing a code as a square, and finding the squares in a picture.

pub mod address;
pub mod draw;
pub mod read;

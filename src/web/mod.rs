//! The server: pages for people, an interface for scanners.

pub mod api;

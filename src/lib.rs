//! Gabentisch follows every gift from the donor to the need it met. The plan of the house, one line for each room.
#![forbid(unsafe_code)]

/// The ten characters on every label: making, checking, reading, and undoing what keyboards do to them.
pub mod codes;
/// The words of the clothing room as types, and the rules between them; pure, without clock, database or language.
pub mod domain;
/// Messages in every language, with typed access.
pub mod texts;

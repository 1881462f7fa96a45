//! Gabentisch follows every gift from the donor to the need it met. The plan of the house, one line for each room.
#![forbid(unsafe_code)]

/// The ten characters on every label: making, checking, reading, and undoing what keyboards do to them.
pub mod codes;

/// Settings: file < environment < flags.
pub mod settings;

/// QR codes, both ways: drawing a code, and finding the squares in a picture.
pub mod qr;

/// The words of the house as types, and the rules between them.
pub mod domain;

/// Every sentence that a person reads, in every language.
pub mod texts;

/// Everything that speaks SQL, on both databases.
pub mod store;

/// What people do, one file for each.
pub mod actions;

/// Everything printed: label stocks, the layout in millimetres, PDF, pictures and ZPL.
pub mod paper;

/// What the house tells others: each report with its sentence, its numbers and its tables.
pub mod reports;

/// The server: pages for people, an interface for scanners.
pub mod web;

/// Looking after the house: checking it, and filling it with a town for trying things out.
pub mod upkeep;

/// The command line: one file for each subcommand.
pub mod cli;

/// The full-screen text terminal, a client of the server.
pub mod terminal;

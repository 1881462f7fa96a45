//! Gabentisch follows every gift from the donor to the need it met. The plan of the house, one line for each room.
//!
//! The rules are also built for the browser (`src/browser`), whose desk goes on while the server is away. There the house has
//! four rooms: codes, domain, texts, and of the terminal what decides by itself.
#![forbid(unsafe_code)]

/// The ten characters on every label: making, checking, reading, and undoing what keyboards do to them.
pub mod codes;

/// Settings: file < environment < flags.
#[cfg(not(target_family = "wasm"))]
pub mod settings;

/// QR codes, both ways: drawing a code, and finding the squares in a picture.
#[cfg(not(target_family = "wasm"))]
pub mod qr;

/// The words of the house as types, and the rules between them.
pub mod domain;

/// Every sentence that a person reads, in every language.
pub mod texts;

/// Everything that speaks SQL, on both databases.
#[cfg(not(target_family = "wasm"))]
pub mod store;

/// What people do, one file for each.
#[cfg(not(target_family = "wasm"))]
pub mod actions;

/// Everything printed: label stocks, the layout in millimetres, PDF, pictures and ZPL.
#[cfg(not(target_family = "wasm"))]
pub mod paper;

/// What the house tells others: each report with its sentence, its numbers and its tables.
#[cfg(not(target_family = "wasm"))]
pub mod reports;

/// The server: pages for people, an interface for scanners.
#[cfg(not(target_family = "wasm"))]
pub mod web;

/// Looking after the house: checking it, and filling it with a town for trying things out.
#[cfg(not(target_family = "wasm"))]
pub mod upkeep;

/// The command line: one file for each subcommand.
#[cfg(not(target_family = "wasm"))]
pub mod cli;

/// The full-screen text terminal, a client of the server.
#[cfg(not(target_family = "wasm"))]
pub mod terminal;

/// The desk of a browser that is cut off.
#[cfg(target_family = "wasm")]
pub mod terminal {
    pub mod local;
}

/// What goes over the wire.
#[cfg(target_family = "wasm")]
pub mod web {
    pub mod api {
        pub mod wire;
    }
}

//! The words of the house as types, and the rules between them. Pure: no clock, no database, no language.

// First, so that the rooms below can use its macro.
#[macro_use]
mod stable_words;

pub mod acceptance;
pub mod allocation;
pub mod catalogue;
pub mod contradiction;
pub mod council;
mod data_file;
pub mod datev;
pub mod deed;
pub mod desk;
mod direction;
#[cfg(not(target_family = "wasm"))]
pub mod disclosure;
pub mod donation;
pub mod duplicates;
pub mod figure;
pub mod growth;
pub mod household;
mod ids;
#[cfg(not(target_family = "wasm"))]
pub mod impact;
pub mod item;
pub mod ledger;
pub mod lists;
pub mod missing;
pub mod needs;
pub mod noted;
pub mod offer;
mod partial_day;
pub mod points;

pub mod receipt;
pub mod register;
pub mod report;
pub mod rights;
pub mod session;
pub mod shares;
pub mod sizes;
pub mod snapshot;
pub mod still_needed;
pub mod stocktake;
pub mod templates;
pub mod treasury;
pub mod turn;
pub mod valuation;
pub mod wanted;

pub use data_file::CatalogueError;
pub use direction::without_direction;
pub use ids::*;
pub use partial_day::PartialDay;
pub use stable_words::UnknownWord;

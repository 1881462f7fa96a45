//! The words of the clothing room as types, and the rules between them; nothing here reads a clock or a database.

#[macro_use]
mod stable_words;
mod data_file;

/// What kinds of things there are: groups, products, cuts, seasons, and finding one with three keys.
pub mod catalogue;
/// What is wanted and given in simulations.
pub mod shares;
/// Sizes on labels: reading, ordering, and who fits whom.
pub mod sizes;
/// The needs templates, "Grundausstattung (Richtwert)": rules of thumb, never an entitlement.
pub mod templates;

pub use data_file::CatalogueError;
pub use stable_words::UnknownWord;

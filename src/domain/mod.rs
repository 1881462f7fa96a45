//! The words of the house as types, and the rules between them. Pure: no clock, no database, no language.

pub mod catalogue;
pub mod desk;
pub mod donation;
pub mod household;
mod ids;
pub mod item;
pub mod ledger;
pub mod needs;
pub mod rights;
pub mod sizes;
mod text_enum;

pub use ids::*;
pub use text_enum::UnknownWord;

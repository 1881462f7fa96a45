//! Reports: each says in one sentence what it counts, then counts it. Never a household, only how many, roughly.

pub mod book;
pub mod books;
pub mod days;
pub mod donor_gifts;
pub mod figures;
pub mod impact;
pub mod missing;
pub mod offers;
pub mod sheet;
pub mod wanted;

pub use crate::domain::disclosure::Reach;

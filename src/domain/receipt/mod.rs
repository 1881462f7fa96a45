//! Receipts for gifts in kind: which texts the law wants from whom, what has to be true before one is issued, and what is
//! printed (law reference part 1).
//!
//! The texts are data (`config/law`, one file for each country). A [`Form`] is filled from [`Facts`]: either everything is
//! as it has to be and the result is a [`Filled`] receipt, which is kept word by word and never made again, or every
//! [`Gate`] that is shut says so in a sentence.
//!
//! It is **not** a calculation of anybody's tax: values are copied from what the donor stated or what evidence shows.

mod annex;
mod check;
mod fact;
mod fill;
mod form;
mod gate;
mod goods;
mod money;
mod names;
mod reading;
#[cfg(test)]
mod tests;
pub mod words;

pub use annex::{Annex, AnnexColumn};
pub use fact::{Donor, Facts, Gone, Party, Piece, Proof};
pub use fill::{Block, Filled};
pub use form::{
    AnnexPolicy, BlockKind, Country, Doubt, Field, FieldKind, Form, FormBlock, FormId, Rule, Signing, TargetKind,
    ValuePolicy, When,
};
pub use gate::{Detail, Gate, NOTICE_WARNING_DAYS, notice_ends};
pub use money::Currency;
pub use names::condition_name;
pub use reading::{form, forms};

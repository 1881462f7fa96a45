//! Receipts: drafting, agreeing, issuing, voiding, and reading the register.
//!
//! ```text
//! begin → choose → (agree) → issue → ask for voiding → confirm by somebody else → begin anew, naming the old one
//! ```
//!
//! A draft holds only which lines it takes; what it says is made anew each time it is looked at. Issuing makes it once
//! more, inside the transaction that takes the number, and freezes what came out.

mod draft;
mod facts;
mod freeze;
mod issue;
mod see;
mod void;

pub use draft::{Choice, answer_for, begin, choose, drop_draft};
pub use facts::{Made, Opening, agreed_to, draft};
pub use freeze::{Frozen, Print, Printed};
pub use issue::{agree, issue};
pub use see::{Opened, Register, Sound, Stands, open, register};
pub use void::{ask, confirm, keep};

use super::{ActionError, Actor};
use crate::domain::{ReceiptId, UserId};
use crate::store::Db;
use crate::store::receipts::{self, ReceiptRow};
use crate::texts::say;

/// Whoever answers for a receipt is a person, never the command line.
fn person(actor: &Actor) -> Result<UserId, ActionError> {
    actor.user().ok_or_else(|| ActionError::Refused(say::receipts_needs_person()))
}

/// The receipt, held until the end of the transaction, as it was when the page was opened.
fn locked(db: &mut Db, id: ReceiptId, version: i32) -> Result<ReceiptRow, ActionError> {
    let row = receipts::lock(db, id)?.ok_or(ActionError::NotFound)?;
    if row.version == version { Ok(row) } else { Err(ActionError::Changed) }
}

fn saved(db: &mut Db, row: &ReceiptRow) -> Result<(), ActionError> {
    if receipts::update(db, row)? { Ok(()) } else { Err(ActionError::Changed) }
}

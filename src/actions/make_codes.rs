//! Making codes: only here, only on the server, recorded before they are printed.

use std::sync::Arc;

use super::{ActionError, Actor, House};
use crate::codes::{Code, Kind};
use crate::domain::rights::Right;
use crate::store::{Db, StoreError, labels};
use crate::texts::say;

/// As many labels as one order may have.
pub const MOST: usize = 10_000;

/// Makes blank labels. They are bound when they are scanned for the first time.
///
/// # Errors
/// Without the right to print labels, for a number outside 1 … 10,000, for commands (their codes are fixed).
pub fn blank(house: &Arc<House>, actor: &Actor, kind: Kind, count: usize) -> Result<Vec<Code>, ActionError> {
    actor.must(Right::PrintLabels)?;
    if count == 0 || count > MOST {
        return Err(ActionError::field("count", say::error_label_count(MOST)));
    }
    if kind == Kind::Command {
        return Err(ActionError::field("kind", say::error_label_kind()));
    }
    let in_house = Arc::clone(house);
    house
        .store()
        .write(move |db| (0..count).map(|_| new_code(db, &in_house, kind, None).map_err(ActionError::from)).collect())
}

/// Draws a code that is not in the database yet and records it, bound when `subject` says to what.
pub(crate) fn new_code(db: &mut Db, house: &House, kind: Kind, subject: Option<String>) -> Result<Code, StoreError> {
    loop {
        let code = house.draw(kind);
        if labels::insert(db, code, subject.clone(), house.now())? {
            return Ok(code);
        }
    }
}

//! What the check compares with the ledger.

mod gifts;

use diesel::prelude::*;

use super::items::ItemRow;
use super::needs::NeedRow;
use super::schema::{items, labels, needs, terminals};
use super::{Db, StoreError, scan_events};
use crate::domain::household::LabelState;
use crate::domain::{ItemId, TerminalId};

pub use gifts::gifts_out_of_step;

/// Every item as its row says.
pub fn items(db: &mut Db) -> Result<Vec<ItemRow>, StoreError> {
    Ok(items::table.order(items::id).load(db)?)
}

pub fn item_exists(db: &mut Db, id: ItemId) -> Result<bool, StoreError> {
    Ok(items::table.find(id).select(items::id).first::<ItemId>(db).optional()?.is_some())
}

pub fn needs(db: &mut Db) -> Result<Vec<NeedRow>, StoreError> {
    Ok(needs::table.order(needs::id).load(db)?)
}

/// For each terminal: how many scans there are, and the highest number, which must be the same.
pub fn sequences(db: &mut Db) -> Result<Vec<(TerminalId, i64, i64)>, StoreError> {
    let counts = scan_events::sequence_counts(db)?;
    let expected: Vec<(TerminalId, i64)> = terminals::table.select((terminals::id, terminals::next_seq)).load(db)?;
    Ok(expected
        .into_iter()
        .map(|(id, next)| {
            let found = counts.iter().find(|(terminal, ..)| *terminal == id);
            let (scans, highest) = found.map_or((0, 0), |(_, scans, highest)| (*scans, highest.unwrap_or_default()));
            (id, scans, highest.max(next - 1))
        })
        .collect())
}

/// Labels whose state does not fit the item that they stand on.
pub fn labels_out_of_step(db: &mut Db) -> Result<Vec<(String, &'static str)>, StoreError> {
    let on_items: Vec<(crate::codes::Code, LabelState, Option<String>, ItemId)> = items::table
        .inner_join(labels::table)
        .select((labels::code, labels::state, labels::subject, items::id))
        .load(db)?;
    let mut wrong = Vec::new();
    for (code, state, subject, item) in on_items {
        if state == LabelState::Blank {
            wrong.push((code.to_string(), "it is on an item, but its row says that it is blank"));
        } else if subject.as_deref() != Some(item.to_string().as_str()) {
            wrong.push((code.to_string(), "it is on one item, but its row names another"));
        }
    }
    Ok(wrong)
}

//! How pieces left the house without a recipient, as their last entries say.

use std::collections::HashMap;

use diesel::prelude::*;

use super::schema::{items, movements};
use super::{Db, StoreError};
use crate::domain::ItemId;
use crate::domain::desk::Fields;
use crate::domain::item::{Disposal, ItemState, MovementKind};

/// Of these pieces, and of those that were taken from them where they are lots, the ones that are discarded and how; pieces
/// of which nobody said how are not among them. A discarding that was taken back does not count.
pub fn of_items(db: &mut Db, ids: &[ItemId]) -> Result<Vec<(ItemId, Disposal)>, StoreError> {
    let mut found: HashMap<ItemId, (i32, Option<Disposal>)> = HashMap::new();
    for some in ids.chunks(500) {
        let entries: Vec<(ItemId, i32, Option<String>)> = movements::table
            .inner_join(items::table)
            .filter(items::id.eq_any(some).or(items::split_from.eq_any(some)))
            .filter(items::state.eq(ItemState::Discarded))
            .filter(movements::kind.eq(MovementKind::Discard))
            .select((items::id, movements::version, movements::details))
            .load(db)?;
        for (id, version, details) in entries {
            let fields = details.as_deref().map(serde_json::from_str::<Fields>).transpose();
            let how =
                fields.map_err(|error| StoreError::Content(error.to_string()))?.and_then(|fields| fields.disposal);
            let last = found.entry(id).or_insert((version, how));
            if version >= last.0 {
                *last = (version, how);
            }
        }
    }
    let mut all: Vec<_> = found.into_iter().filter_map(|(id, (_, how))| Some((id, how?))).collect();
    all.sort_by_key(|(id, _)| *id);
    Ok(all)
}

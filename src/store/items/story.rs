//! The story of one item: every entry of the ledger about it, with who made it and where. For whom is only an id: whoever
//! may see households follows it to a page that notes the look.

use std::collections::HashSet;

use diesel::prelude::*;

use crate::domain::desk::Fields;
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::{HouseholdId, ItemId, MovementId};
use crate::store::columns::At;
use crate::store::ledger::MovementRow;
use crate::store::schema::{locations, movements, terminals, users};
use crate::store::{Db, StoreError};

/// The entries that give a piece to a household.
const GIVING: [MovementKind; 3] = [MovementKind::HandOut, MovementKind::Rebook, MovementKind::Split];

/// One entry, as a page tells it.
#[derive(Clone, Debug)]
pub struct StoryLine {
    pub kind: MovementKind,
    pub state: ItemState,
    /// The state before this entry.
    pub from: Option<ItemState>,
    pub quantity: i32,
    pub at: At,
    /// Who did it; `None` when nobody had signed on.
    pub actor: Option<String>,
    pub terminal: String,
    /// The shelf, when the entry names another than the one before.
    pub location: Option<String>,
    /// What the item is since then, when the entry says so.
    pub details: Option<Fields>,
    /// Who has it since then, or for whom it was laid aside.
    pub household: Option<HouseholdId>,
    /// Whether this handed it out against a line of a needs list.
    pub met_a_need: bool,
    /// Whether a later entry took it back.
    pub reversed: bool,
    /// What this entry took back.
    pub reverses: Option<MovementKind>,
}

/// The item's story, oldest first.
pub fn story(db: &mut Db, item: ItemId) -> Result<Vec<StoryLine>, StoreError> {
    type Row = (MovementRow, String, Option<String>, Option<String>);
    let rows: Vec<Row> = movements::table
        .inner_join(terminals::table.on(terminals::id.eq(movements::terminal_id)))
        .left_join(users::table.on(users::id.nullable().eq(movements::actor_id)))
        .left_join(locations::table.on(locations::id.nullable().eq(movements::location_id)))
        .filter(movements::item_id.eq(item))
        .order(movements::position)
        .select((movements::all_columns, terminals::name, users::display_name.nullable(), locations::name.nullable()))
        .load(db)?;
    let undone: HashSet<MovementId> = rows.iter().filter_map(|(row, ..)| row.reverses).collect();
    let mut lines = Vec::with_capacity(rows.len());
    for (at, (row, terminal, actor, location)) in rows.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &rows[at].0);
        let moved = row.location_id != before.and_then(|before| before.location_id);
        let details = row.details.as_deref().map(serde_json::from_str).transpose();
        lines.push(StoryLine {
            kind: row.kind,
            state: row.state,
            from: row.from_state,
            quantity: row.quantity,
            at: row.occurred_at,
            actor: actor.clone(),
            terminal: terminal.clone(),
            location: location.clone().filter(|_| moved),
            details: details.map_err(|error| StoreError::Content(error.to_string()))?,
            household: row.household_id,
            met_a_need: GIVING.contains(&row.kind) && row.state == ItemState::HandedOut && row.need_id.is_some(),
            reversed: undone.contains(&row.id),
            reverses: row.reverses.and_then(|id| rows.iter().find(|(other, ..)| other.id == id)).map(|(r, ..)| r.kind),
        });
    }
    Ok(lines)
}

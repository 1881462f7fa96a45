//! Taking back what happened to an item last, from its page. At the desk the same is one scan.

use std::sync::Arc;

use super::reservations::keep_as_usual;
use super::{ActionError, Actor, House, custody};
use crate::domain::desk::reversals;
use crate::domain::item::MovementKind;
use crate::domain::rights::Right;
use crate::domain::{EventId, ItemId};
use crate::store::{desk_facts, items, ledger};
use crate::texts::say;

/// Takes back the last event of an item that was at `version` when the page was opened, with every entry it made: a piece
/// taken from a lot goes back into the lot.
///
/// # Errors
/// Without the right; when the last entry is itself a taking back; when something happened since to another item of the
/// same event; or [`ActionError::Changed`].
pub fn last_of_item(house: &Arc<House>, actor: &Actor, id: ItemId, version: i32) -> Result<(), ActionError> {
    actor.must(Right::EditItems)?;
    let in_house = Arc::clone(house);
    let event_id = EventId(house.uuid());
    let now = house.now();
    let occasion =
        ledger::Occasion { terminal: actor.terminal(), actor: actor.user(), occurred_at: now, recorded_at: now };
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let item = items::find(db, id)?.ok_or(ActionError::NotFound)?;
        if item.version != version {
            return Err(ActionError::Changed);
        }
        let last = ledger::of_item(db, id)?.pop().ok_or(ActionError::NotFound)?;
        if last.kind == MovementKind::Reversal {
            return Err(ActionError::Refused(say::error_undone_already()));
        }
        let entries = ledger::of_event(db, last.event_id)?;
        let undoable = desk_facts::undoable_entries(db, &entries, &in_house.catalogue(), in_house.zone())?;
        if let Some(moved) = undoable.iter().find(|entry| !entry.is_last) {
            return Err(ActionError::Refused(say::verdict_changed_meanwhile(moved.item.name())));
        }
        let drafts = reversals(event_id, &undoable);
        ledger::append(db, head, &drafts, occasion)?;
        custody::came_with(db, &in_house, &drafts)?;
        Ok(keep_as_usual(db, &in_house, &drafts, now)?)
    })
}

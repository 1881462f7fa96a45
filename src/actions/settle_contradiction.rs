//! A person decides what becomes of a scan that does not fit: it stays, the other side is right, or it did not happen.

use std::sync::Arc;

use super::reservations::keep_as_usual;
use super::{ActionError, Actor, House, custody};
use crate::domain::contradiction::{ContradictionKind, Settlement};
use crate::domain::desk::{Draft, Fields, Target, given_to, reversals};
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::ledger::Standing;
use crate::domain::rights::Right;
use crate::domain::{EventId, ItemId};
use crate::store::contradictions::{self, ContradictionRow};
use crate::store::ledger::{self, MovementRow};
use crate::store::{Db, desk_facts, items, needs, scan_events};
use crate::texts::say;

/// Settles a contradiction that was open at `version`. Asked twice, it has no second effect.
///
/// # Errors
/// Without the right; when something happened to the piece since, or the other side cannot be booked; or
/// [`ActionError::Changed`] when somebody else decided otherwise.
pub fn settle(
    house: &Arc<House>,
    actor: &Actor,
    event: EventId,
    how: Settlement,
    version: i32,
) -> Result<(), ActionError> {
    actor.must(Right::EditItems)?;
    let (in_house, by, now) = (Arc::clone(house), actor.user(), house.now());
    let occasion = ledger::Occasion { terminal: actor.terminal(), actor: by, occurred_at: now, recorded_at: now };
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let row = contradictions::find(db, event)?.ok_or(ActionError::NotFound)?;
        if row.settled_how == Some(how) && row.version == version + 1 {
            return Ok(());
        }
        if row.settled_how.is_some() || row.version != version {
            return Err(ActionError::Changed);
        }
        let drafts = match how {
            Settlement::Leave => Vec::new(),
            Settlement::Misscan => taken_back(db, &in_house, &row)?,
            Settlement::Rebook => vec![other_side(db, &in_house, &row)?],
        };
        ledger::append(db, head, &drafts, occasion)?;
        custody::came_with(db, &in_house, &drafts)?;
        keep_as_usual(db, &in_house, &drafts, now)?;
        match contradictions::settle(db, event, version, how, by, now)? {
            true => Ok(()),
            false => Err(ActionError::Changed),
        }
    })
}

/// What the scan booked and still counts; of a card all that its visit booked.
///
/// # Errors
/// When the database cannot be read.
pub fn booked(db: &mut Db, row: &ContradictionRow) -> Result<Vec<MovementRow>, ActionError> {
    let entries = match scan_events::find(db, row.event_id)?.and_then(|event| event.visit_id) {
        Some(visit) if row.kind == ContradictionKind::Card => ledger::of_visit(db, visit)?,
        _ => ledger::of_event(db, row.event_id)?,
    };
    let mut counting = Vec::new();
    for entry in entries {
        if entry.kind != MovementKind::Reversal && !ledger::is_reversed(db, entry.id)? {
            counting.push(entry);
        }
    }
    Ok(counting)
}

fn taken_back(db: &mut Db, house: &House, row: &ContradictionRow) -> Result<Vec<Draft>, ActionError> {
    let mut entries = booked(db, row)?;
    entries.sort_by_key(|entry| entry.position);
    let undoable = desk_facts::undoable_entries(db, &entries, &house.catalogue(), house.zone())?;
    if let Some(moved) = undoable.iter().find(|entry| !entry.is_last) {
        return Err(ActionError::Refused(say::verdict_changed_meanwhile(moved.item.name())));
    }
    let own = settling(row.event_id);
    Ok(reversals(own, &undoable))
}

/// The entry that makes the other side right.
fn other_side(db: &mut Db, house: &House, row: &ContradictionRow) -> Result<Draft, ActionError> {
    let impossible = || ActionError::Refused(say::error_cannot_rebook());
    let id = row.item_id.ok_or_else(impossible)?;
    if let (ContradictionKind::Label, Some(fields)) = (row.kind, row.fields()) {
        return corrected(db, row.event_id, id, fields)?.ok_or_else(impossible);
    }
    let household = row.household_id.ok_or_else(impossible)?;
    let item = items::for_desk(db, id, &house.catalogue(), house.zone())?.ok_or_else(impossible)?;
    // Either the household of the scan, or the one that had the piece before.
    let own = match scan_events::find(db, row.event_id)? {
        Some(event) => scan_events::visit_of(db, &event)?,
        None => None,
    };
    let own = match own {
        Some(visit) => crate::store::visits::find(db, visit)?.filter(|visit| visit.household_id == household),
        None => None,
    };
    let visit = match (own, row.known_movement) {
        (Some(visit), _) => Some(visit.id),
        (None, Some(known)) => {
            let theirs = ledger::find(db, known)?.filter(|entry| entry.household_id == Some(household));
            theirs.and_then(|entry| entry.visit_id)
        }
        (None, None) => None,
    };
    let lines: Vec<_> = needs::of_household(db, household)?.iter().map(needs::NeedRow::line).collect();
    given_to(settling(row.event_id), &house.catalogue(), &item, (household, &lines), visit).ok_or_else(impossible)
}

fn corrected(db: &mut Db, event: EventId, id: ItemId, said: Fields) -> Result<Option<Draft>, ActionError> {
    let item = items::find(db, id)?.ok_or(ActionError::NotFound)?;
    if item.state == ItemState::Void {
        return Ok(None);
    }
    let details = Fields {
        condition: said.condition.or(Some(item.item_condition)),
        donation: said.donation.or(item.donation_id),
        location: None,
        ..said
    };
    Ok(Some(Draft {
        event_id: settling(event),
        target: Target::Item(id),
        kind: MovementKind::Correct,
        after: Standing { version: item.version + 1, ..item.standing() },
        visit: item.visit_id.filter(|_| item.state == ItemState::HandedOut),
        reverses: None,
        details: Some(details),
    }))
}

/// The event of the decision, which follows from the scan's.
fn settling(event: EventId) -> EventId {
    EventId(event.child(-2))
}

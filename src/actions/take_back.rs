//! Taking back everything that one action at a desk booked: the pieces of a photo, one by one, each with all its entries.

use std::sync::Arc;

use super::reservations::keep_as_usual;
use super::{ActionError, Actor, House, custody};
use crate::domain::desk::{self, Draft, UNDO_SPAN};
use crate::domain::rights::Right;
use crate::domain::{EventId, TerminalId};
use crate::store::ledger::{self, MovementRow};
use crate::store::{Db, desk_facts, stocktakes, terminals, visits};
use crate::texts::{Message, say};

/// What became of one event.
#[derive(Clone, Debug, PartialEq)]
pub enum TakenBack {
    /// Its entries are reversed, now or before.
    Yes,
    /// It stays as it is, for this reason.
    No(Message),
}

/// Takes back what these events booked, the last first. One that cannot be taken back does not hold up the others; asking
/// twice has no second effect.
///
/// # Errors
/// Without the right to scan, or for an event of another terminal.
pub fn take_back(
    house: &Arc<House>,
    actor: &Actor,
    events: Vec<EventId>,
) -> Result<Vec<(EventId, TakenBack)>, ActionError> {
    if !actor.may(Right::ScanIntake) && !actor.may(Right::ScanHandout) {
        return Err(ActionError::Forbidden(Right::ScanIntake));
    }
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        let mut head = ledger::lock(db)?;
        let terminal = terminals::lock(db, actor.terminal())?;
        let now = in_house.now();
        let occasion =
            ledger::Occasion { terminal: terminal.id, actor: actor.user(), occurred_at: now, recorded_at: now };
        let mut results = Vec::new();
        for event in events.iter().rev() {
            let entries = ledger::of_event(db, *event)?;
            let Some(first) = entries.first() else {
                results.push((*event, sighting(db, *event, terminal.id)?));
                continue;
            };
            if first.terminal_id != terminal.id {
                return Err(ActionError::NotFound);
            }
            let result = if ledger::is_reversed(db, first.id)? {
                TakenBack::Yes
            } else if now.duration_since(first.recorded_at.0) > UNDO_SPAN {
                TakenBack::No(say::verdict_nothing_to_undo())
            } else {
                match reversals(db, &in_house, *event, &entries)? {
                    Err(reason) => TakenBack::No(reason),
                    Ok(drafts) => {
                        head = ledger::append(db, head, &drafts, occasion)?;
                        custody::came_with(db, &in_house, &drafts)?;
                        keep_as_usual(db, &in_house, &drafts, now)?;
                        TakenBack::Yes
                    }
                }
            };
            results.push((*event, result));
        }
        let mut desk = terminal.desk();
        if let Some(open) = &mut desk.visit {
            open.pieces = visits::pieces(db, open.id)?;
            terminals::save_desk(db, terminal.id, &desk, terminal.next_seq, now)?;
        }
        results.reverse();
        Ok(results)
    })
}

/// Forgets what an event saw in a stocktake, if it did and that is still open.
fn sighting(db: &mut Db, event: EventId, terminal: TerminalId) -> Result<TakenBack, ActionError> {
    let Some(seen) = stocktakes::sighting_of(db, event)?.filter(|seen| seen.terminal_id == terminal) else {
        return Ok(TakenBack::Yes);
    };
    if stocktakes::find(db, seen.stocktake_id)?.is_none_or(|row| !row.state.is_open()) {
        return Ok(TakenBack::No(say::error_stocktake_closed()));
    }
    stocktakes::unsee(db, seen.stocktake_id, event)?;
    Ok(TakenBack::Yes)
}

/// The entries that take an event back, or why it stays: something happened since to one of its items.
fn reversals(
    db: &mut Db,
    house: &House,
    event: EventId,
    entries: &[MovementRow],
) -> Result<Result<Vec<Draft>, Message>, ActionError> {
    let undoable = desk_facts::undoable_entries(db, entries, &house.catalogue(), house.zone())?;
    if let Some(moved) = undoable.iter().find(|entry| !entry.is_last) {
        return Ok(Err(say::verdict_changed_meanwhile(moved.item.name())));
    }
    let own = EventId(event.child(-1));
    Ok(Ok(desk::reversals(own, &undoable)))
}

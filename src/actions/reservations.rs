//! What is laid aside does not wait for ever: after its time a piece goes back to the pool, and with it to whoever is next.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::{ActionError, House, terminals};
use crate::domain::desk::{Draft, Target};
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::{EventId, HouseholdId, ItemId, NeedId};
use crate::store::ledger::Occasion;
use crate::store::reservations::{self, ReservationRow};
use crate::store::{Db, StoreError, items, ledger};

/// As many pieces as one transaction releases.
const CHUNK: usize = 50;
/// Databases keep moments less exactly than clocks give them.
const JUST_NOW: SignedDuration = SignedDuration::from_secs(1);

/// Keeps what is laid aside in order: pieces wait as long as a booked time of their household, and what nobody came for goes
/// back. A line that loses its piece keeps the day from which it waits. Gives how many pieces went back.
///
/// # Errors
/// When the database fails.
pub fn keep(house: &Arc<House>) -> Result<usize, ActionError> {
    let mut released = 0;
    // Most of the time there is nothing to do: then nobody has to wait for the ledger.
    while house.store().read(|db| has_work(db, house))? {
        let done = step(house)?;
        released += done;
        if done == 0 {
            break;
        }
    }
    Ok(released)
}

fn has_work(db: &mut Db, house: &House) -> Result<bool, StoreError> {
    let now = house.now();
    Ok(!reservations::overdue(db, now, 1)?.is_empty() || !reservations::without_row(db)?.is_empty())
}

fn step(house: &Arc<House>) -> Result<usize, ActionError> {
    let caretaker = terminals::caretaker(house)?;
    let (now, in_house) = (house.now(), Arc::clone(house));
    let occasion = Occasion { terminal: caretaker.terminal(), actor: None, occurred_at: now, recorded_at: now };
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        for item in reservations::without_row(db)? {
            reservations::give_row(db, &item, now + in_house.kept_for())?;
        }
        let overdue = reservations::overdue(db, now, CHUNK)?;
        let mut drafts = Vec::new();
        for row in &overdue {
            drafts.extend(release(db, row, EventId(in_house.uuid()))?);
        }
        ledger::append(db, head, &drafts, occasion)?;
        Ok::<_, ActionError>(drafts.len())
    })
}

/// Back to the pool, from where it lies.
fn release(db: &mut Db, row: &ReservationRow, event_id: EventId) -> Result<Option<Draft>, StoreError> {
    let item = items::find(db, row.item_id)?.filter(|item| item.state == ItemState::Reserved);
    Ok(item.map(|item| Draft {
        event_id,
        target: Target::Item(item.id),
        kind: MovementKind::Release,
        after: item.standing().then(ItemState::InStock),
        visit: None,
        reverses: None,
        details: None,
    }))
}

/// Gives back what lies ready for these lines, because they ask for nothing any more; in the transaction that withdrew them.
pub(super) fn release_for(db: &mut Db, house: &House, lines: &[NeedId], occasion: Occasion) -> Result<(), ActionError> {
    let rows = reservations::of_lines(db, lines)?;
    release_all(db, house, &rows, occasion)
}

/// Gives back everything that lies ready for a household, which will not come for it.
pub(super) fn release_of(
    db: &mut Db,
    house: &House,
    household: HouseholdId,
    occasion: Occasion,
) -> Result<(), ActionError> {
    let rows = reservations::all_of_household(db, household)?;
    release_all(db, house, &rows, occasion)
}

fn release_all(db: &mut Db, house: &House, rows: &[ReservationRow], occasion: Occasion) -> Result<(), ActionError> {
    let head = ledger::lock(db)?;
    let mut drafts = Vec::new();
    for row in rows {
        drafts.extend(release(db, row, EventId(house.uuid()))?);
    }
    ledger::append(db, head, &drafts, occasion)?;
    Ok(())
}

/// What these entries laid aside, at a desk or by taking something back, is kept as long as this house keeps things. What lay
/// aside before keeps its day.
pub(super) fn keep_as_usual(db: &mut Db, house: &House, drafts: &[Draft], now: Timestamp) -> Result<(), StoreError> {
    let reserved = drafts.iter().filter(|draft| draft.after.state == ItemState::Reserved);
    for item in reserved.filter_map(|draft| target(&draft.target)) {
        // The row of a piece that lay aside already is older, and has a day of its own.
        if reservations::find(db, item)?.is_some_and(|row| row.made_at.0 >= now - JUST_NOW) {
            reservations::keep_until(db, item, now + house.kept_for())?;
        }
    }
    Ok(())
}

fn target(target: &Target) -> Option<ItemId> {
    match target {
        Target::Item(item) => Some(*item),
        Target::New { .. } | Target::PieceOf { .. } => None,
    }
}

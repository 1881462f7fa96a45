//! Fetching what is laid aside from its shelf. Whoever fetches sees pieces and shelves, never a household.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::SignedDuration;

use super::allocate::Reserving;
use super::deeds::Doing;
use super::{ActionError, Actor, House, see_household};
use crate::domain::deed::Undoing;
use crate::domain::desk::{Draft, Target};
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::needs::{Piece, serves};
use crate::domain::rights::Right;
use crate::domain::sizes::Fit;
use crate::domain::{DeedId, EventId, HouseholdId, ItemId, NeedId, ShelfCheckId};
use crate::store::items::{self, ItemRow};
use crate::store::needs::NeedRow;
use crate::store::reservations::{self, ReservationRow};
use crate::store::shelf_checks::{self, ShelfCheckRow};
use crate::store::{At, Db, StoreError, allocation, labels, ledger, needs};
use crate::texts::say;

/// How long after "not found here" the piece that comes next may be laid aside by whoever looked for the first.
const OFFERED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// A piece that is to be fetched.
#[derive(Clone, Debug)]
pub struct ToFetch {
    pub item: ItemRow,
    pub row: ReservationRow,
    /// The first characters of the household's card.
    pub bag: String,
}

/// Everything that is still to be fetched, in no order.
///
/// # Errors
/// Without the right.
pub fn list(house: &House, actor: &Actor) -> Result<Vec<ToFetch>, ActionError> {
    actor.must(Right::Pick)?;
    house.store().read(|db| {
        let found = reservations::to_pick(db)?;
        let subjects: Vec<String> = found.iter().map(|(_, row)| row.household_id.to_string()).collect();
        let cards = bags(db, &subjects)?;
        Ok(found
            .into_iter()
            .zip(subjects)
            .map(|((item, row), subject)| ToFetch { item, row, bag: cards.get(&subject).cloned().unwrap_or_default() })
            .collect())
    })
}

/// What stands on the bags of these households.
fn bags(db: &mut Db, subjects: &[String]) -> Result<HashMap<String, String>, StoreError> {
    let mut bags = HashMap::new();
    for some in subjects.chunks(500) {
        bags.extend(labels::bound_to_any(db, some)?.into_iter().map(|(subject, card)| (subject, card.bag())));
    }
    Ok(bags)
}

/// The piece was fetched: it lies on the shelf for what is laid aside from now on, when the room has one.
///
/// # Errors
/// Without the right, for a piece that is not laid aside any more, or [`ActionError::Changed`].
pub fn picked(house: &Arc<House>, actor: &Actor, item: ItemId, version: i32) -> Result<DeedId, ActionError> {
    actor.must(Right::Pick)?;
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let row = to_fetch(db, item, version)?;
        let shelf = reservations::pickup_shelf(db)?.filter(|shelf| row.location_id != Some(*shelf));
        let event = match shelf {
            Some(shelf) => {
                let event = EventId(in_house.uuid());
                let mut after = row.standing();
                (after.version, after.location) = (after.version + 1, Some(shelf));
                let draft = Draft {
                    event_id: event,
                    target: Target::Item(item),
                    kind: MovementKind::Relocate,
                    after,
                    visit: None,
                    reverses: None,
                    details: None,
                };
                ledger::append(db, head, &[draft], doing.occasion())?;
                Some(event)
            }
            None => None,
        };
        reservations::set_picked(db, item, Some(doing.now))?;
        doing.note(db, &say::pick_done(), item, Some(&Undoing::Picked { item, event }))
    })
}

/// The piece that somebody stands before: laid aside, not fetched yet, and as the page showed it.
fn to_fetch(db: &mut Db, item: ItemId, version: i32) -> Result<ItemRow, ActionError> {
    let row = items::find(db, item)?.ok_or(ActionError::NotFound)?;
    let waits = reservations::find(db, item)?.is_some_and(|row| row.picked_at.is_none());
    if row.state != ItemState::Reserved || !waits {
        return Err(ActionError::Refused(say::error_pick_gone()));
    }
    if row.version == version { Ok(row) } else { Err(ActionError::Changed) }
}

/// What "not found" did.
#[derive(Clone, Copy, Debug)]
pub struct NotFound {
    pub deed: DeedId,
    /// The line that waits for another piece now.
    pub need: Option<NeedId>,
}

/// The piece does not lie where it should: it is missing, and somebody is asked to count the shelf.
///
/// # Errors
/// As [`picked`].
pub fn not_found(house: &Arc<House>, actor: &Actor, item: ItemId, version: i32) -> Result<NotFound, ActionError> {
    actor.must(Right::Pick)?;
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let row = to_fetch(db, item, version)?;
        let event = EventId(in_house.uuid());
        let draft = Draft {
            event_id: event,
            target: Target::Item(item),
            kind: MovementKind::Missing,
            after: row.standing().then(ItemState::Missing),
            visit: None,
            reverses: None,
            details: None,
        };
        ledger::append(db, head, &[draft], doing.occasion())?;
        let check = match row.location_id {
            Some(location_id) => {
                let id = ShelfCheckId(in_house.uuid());
                let check = ShelfCheckRow {
                    id,
                    location_id,
                    item_id: Some(item),
                    asked_at: At(doing.now),
                    asked_by: doing.actor,
                    done_at: None,
                    need_id: row.need_id,
                };
                shelf_checks::insert(db, &check)?;
                Some(id)
            }
            None => None,
        };
        let undo = Undoing::NotFound { event, check };
        let deed = doing.note(db, &say::pick_not_found_done(), item, Some(&undo))?;
        Ok::<_, ActionError>(NotFound { deed, need: row.need_id })
    })
}

/// The piece that comes next for a line, and the line's household as its bag says it.
#[derive(Clone, Debug)]
pub struct Next {
    pub need: NeedId,
    pub household: HouseholdId,
    pub item: ItemRow,
    pub bag: String,
}

/// The next best piece for a line whose piece was not found lately; nothing when there is none.
///
/// # Errors
/// Without the right.
pub fn next_best(house: &Arc<House>, actor: &Actor, need: NeedId) -> Result<Option<Next>, ActionError> {
    actor.must(Right::Pick)?;
    let found = house.store().read(|db| next(db, house, need))?;
    if let Some(next) = &found {
        see_household::note_looks(house, actor, vec![next.household], "pick")?;
    }
    Ok(found)
}

fn next(db: &mut Db, house: &House, need: NeedId) -> Result<Option<Next>, ActionError> {
    let Some(line) = needs::find(db, need)? else { return Ok(None) };
    if shelf_checks::not_found_for(db, need, house.now() - OFFERED_FOR)?.is_none() {
        return Ok(None);
    }
    let Some(item) = best_for(db, house, &line)? else { return Ok(None) };
    let card = labels::bound_to(db, &line.household_id.to_string())?;
    Ok(card.map(|card| Next { need, household: line.household_id, item, bag: card.bag() }))
}

/// What was looked for in vain lately for this line, and the bag that it was meant for.
///
/// # Errors
/// Without the right.
pub fn looked_for(house: &House, actor: &Actor, need: NeedId) -> Result<Option<(ItemRow, String)>, ActionError> {
    actor.must(Right::Pick)?;
    house.store().read(|db| {
        let Some(line) = needs::find(db, need)? else { return Ok(None) };
        let since = house.now() - OFFERED_FOR;
        let Some(item) = shelf_checks::not_found_for(db, need, since)? else { return Ok(None) };
        let (item, card) = (items::find(db, item)?, labels::bound_to(db, &line.household_id.to_string())?);
        Ok(item.zip(card.map(|card| card.bag())))
    })
}

/// The single piece in stock that fits the line best; of those the one that has lain longest.
fn best_for(db: &mut Db, house: &House, line: &NeedRow) -> Result<Option<ItemRow>, StoreError> {
    let catalogue = house.catalogue();
    let meant = line.line();
    let mut best: Option<(Fit, ItemRow)> = None;
    for (cut, size) in allocation::kinds_of(db, &line.product_code)? {
        let piece = Piece { product: &line.product_code, cut, size: size.as_deref() };
        let Some(fit) = serves(&meant, &piece, &catalogue).filter(|fit| *fit >= Fit::NextSize) else { continue };
        if best.as_ref().is_some_and(|(known, _)| fit < *known) {
            continue;
        }
        let Some(item) = allocation::first_single(db, &line.product_code, cut, size.as_deref())? else { continue };
        if best.as_ref().is_none_or(|(known, first)| fit > *known || item.id < first.id) {
            best = Some((fit, item));
        }
    }
    Ok(best.map(|(_, item)| item))
}

/// Lays the next best piece aside for a line whose piece was not found.
///
/// # Errors
/// Without the right, or when it is no longer the piece that was offered.
pub fn take_next(house: &Arc<House>, actor: &Actor, need: NeedId, item: ItemId) -> Result<DeedId, ActionError> {
    actor.must(Right::Pick)?;
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let offered = next(db, &in_house, need)?.filter(|next| next.item.id == item);
        let mut reserving = Reserving::with(&in_house, doing, head);
        let event = EventId(in_house.uuid());
        if offered.is_none() || !reserving.lay_aside(db, event, need, item)? {
            return Err(ActionError::Refused(say::error_pick_next_gone()));
        }
        doing.note(db, &say::pick_next_done(), item, Some(&Undoing::NextPiece { event }))
    })
}

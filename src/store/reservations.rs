//! Pieces that are laid aside: for whom, until when, and whether they were fetched from their shelf. The ledger says that a
//! piece is reserved; these rows follow it.

use std::collections::HashMap;

use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use super::columns::At;
use super::items::ItemRow;
use super::ledger::Occasion;
use super::needs::is_piece_told;
use super::schema::{bookings, items, locations, reservations, slots};
use super::{Db, StoreError};
use crate::domain::item::ItemState;
use crate::domain::ledger::Standing;
use crate::domain::session::BookingState;
use crate::domain::{HouseholdId, ItemId, LocationId, NeedId, UserId};

/// How long a piece is kept when nobody says otherwise (law reference 5.3).
pub const USUAL: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A booked visit that may still come.
const COMING: [BookingState; 3] = [BookingState::Booked, BookingState::Arrived, BookingState::Called];

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = reservations)]
pub struct ReservationRow {
    pub item_id: ItemId,
    pub household_id: HouseholdId,
    pub need_id: Option<NeedId>,
    /// Until when it is kept; a booked visit that comes soon after is reckoned in when it is asked for, and not stored.
    pub until: At,
    pub made_at: At,
    pub made_by: Option<UserId>,
    /// The three numbers of the proposal that it came from, if it came from one.
    pub u: Option<i32>,
    pub b: Option<i32>,
    pub w: Option<i32>,
    /// When it was brought to the shelf for what is laid aside.
    pub picked_at: Option<At>,
}

/// Follows an entry of the ledger: a piece that becomes reserved gets its row, one that leaves loses it.
pub(super) fn follow(
    db: &mut Db,
    item: ItemId,
    before: Option<&Standing>,
    after: &Standing,
    occasion: Occasion,
) -> Result<(), StoreError> {
    let was = before.filter(|standing| standing.state == ItemState::Reserved);
    let Some(household) = after.household.filter(|_| after.state == ItemState::Reserved) else {
        if was.is_some() {
            diesel::delete(reservations::table.find(item)).execute(db)?;
        }
        return Ok(());
    };
    let at = At(occasion.recorded_at);
    if was.is_some() && find(db, item)?.is_some() {
        let same_place = was.map(|standing| standing.location) == Some(after.location);
        let row = diesel::update(reservations::table.find(item));
        row.set((reservations::household_id.eq(household), reservations::need_id.eq(after.need))).execute(db)?;
        if !same_place {
            let picked = is_pickup(db, after.location)?.then_some(at);
            diesel::update(reservations::table.find(item)).set(reservations::picked_at.eq(picked)).execute(db)?;
        }
        return Ok(());
    }
    let picked_at = is_pickup(db, after.location)?.then_some(at);
    let row = ReservationRow {
        item_id: item,
        household_id: household,
        need_id: after.need,
        until: At(occasion.recorded_at + USUAL),
        made_at: at,
        made_by: occasion.actor,
        u: None,
        b: None,
        w: None,
        picked_at,
    };
    diesel::insert_into(reservations::table).values(row).execute(db)?;
    Ok(())
}

/// Whether this is the shelf for what is laid aside.
fn is_pickup(db: &mut Db, place: Option<LocationId>) -> Result<bool, StoreError> {
    let Some(place) = place else { return Ok(false) };
    Ok(locations::table.find(place).select(locations::pickup).first(db).optional()?.unwrap_or(false))
}

/// The shelf for what is laid aside, if the room has one.
pub fn pickup_shelf(db: &mut Db) -> Result<Option<LocationId>, StoreError> {
    Ok(locations::table
        .filter(locations::pickup.eq(true))
        .order((locations::name, locations::id))
        .select(locations::id)
        .first(db)
        .optional()?)
}

pub fn find(db: &mut Db, item: ItemId) -> Result<Option<ReservationRow>, StoreError> {
    Ok(reservations::table.find(item).first(db).optional()?)
}

/// A booked visit counts for a piece whose time would be over at most this long before the visit begins.
const BEFORE_A_VISIT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Lets pieces wait until the next booked time of their household is over, if it begins soon after theirs. Reckoned from what
/// is booked at the moment: who cancels has no longer than before.
fn extend(db: &mut Db, rows: &mut [(HouseholdId, &mut At)]) -> Result<(), StoreError> {
    let mut ids: Vec<HouseholdId> = rows.iter().map(|(household, _)| *household).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut times: HashMap<HouseholdId, Vec<(At, At)>> = HashMap::new();
    for some in ids.chunks(500) {
        let booked: Vec<(HouseholdId, At, At)> = bookings::table
            .inner_join(slots::table.on(slots::id.eq(bookings::slot_id)))
            .filter(bookings::household_id.eq_any(some.to_vec()))
            .filter(bookings::state.eq_any(COMING))
            .order((slots::ends_at, slots::id))
            .select((bookings::household_id, slots::starts_at, slots::ends_at))
            .load(db)?;
        for (household, starts, ends) in booked {
            times.entry(household).or_default().push((starts, ends));
        }
    }
    for (household, until) in rows {
        let own = times.get(household).map_or(&[][..], Vec::as_slice);
        let next = own.iter().find(|(_, ends)| ends.0 > until.0);
        if let Some((_, ends)) = next.filter(|(starts, _)| starts.0 < until.0 + BEFORE_A_VISIT) {
            **until = *ends;
        }
    }
    Ok(())
}

fn extend_rows<'r>(db: &mut Db, rows: impl Iterator<Item = &'r mut ReservationRow>) -> Result<(), StoreError> {
    let mut rows: Vec<_> = rows.map(|row| (row.household_id, &mut row.until)).collect();
    extend(db, &mut rows)
}

/// Until when a piece is kept; `None` when it is not laid aside.
pub fn until(db: &mut Db, item: ItemId) -> Result<Option<At>, StoreError> {
    Ok(untils(db, &[item])?.remove(&item))
}

/// Until when these pieces are kept, as far as they are laid aside.
pub fn untils(db: &mut Db, items: &[ItemId]) -> Result<HashMap<ItemId, At>, StoreError> {
    let mut rows: Vec<ReservationRow> =
        reservations::table.filter(reservations::item_id.eq_any(items.iter().copied())).load(db)?;
    extend_rows(db, rows.iter_mut())?;
    Ok(rows.into_iter().map(|row| (row.item_id, row.until)).collect())
}

/// Until when each piece is kept that lies ready for a household.
pub fn untils_of(db: &mut Db, household: HouseholdId) -> Result<Vec<(ItemId, At)>, StoreError> {
    let mut rows: Vec<ReservationRow> =
        reservations::table.filter(reservations::household_id.eq(household)).load(db)?;
    extend_rows(db, rows.iter_mut())?;
    Ok(rows.into_iter().map(|row| (row.item_id, row.until)).collect())
}

/// What lies ready for a household, each piece with its row, what goes back first coming first.
pub fn of_household(db: &mut Db, household: HouseholdId) -> Result<Vec<(ItemRow, ReservationRow)>, StoreError> {
    let mut rows: Vec<(ItemRow, ReservationRow)> = items::table
        .inner_join(reservations::table)
        .filter(reservations::household_id.eq(household))
        .filter(is_piece_told())
        .select((ItemRow::as_select(), ReservationRow::as_select()))
        .load(db)?;
    extend_rows(db, rows.iter_mut().map(|(_, row)| row))?;
    rows.sort_by_key(|(_, row)| (row.until, row.item_id));
    Ok(rows)
}

/// What lies ready for these lines.
pub fn of_lines(db: &mut Db, lines: &[NeedId]) -> Result<Vec<ReservationRow>, StoreError> {
    let theirs = reservations::table.filter(reservations::need_id.eq_any(lines.iter().copied().map(Some)));
    Ok(theirs.order(reservations::item_id).load(db)?)
}

/// Everything that lies ready for a household, also what nobody may see.
pub fn all_of_household(db: &mut Db, household: HouseholdId) -> Result<Vec<ReservationRow>, StoreError> {
    let theirs = reservations::table.filter(reservations::household_id.eq(household));
    Ok(theirs.order(reservations::item_id).load(db)?)
}

/// Says until when a piece is kept, and which numbers it was proposed with.
pub fn settle(db: &mut Db, item: ItemId, until: Timestamp, score: Option<(u16, u16, u16)>) -> Result<(), StoreError> {
    let number = |pick: fn((u16, u16, u16)) -> u16| score.map(|score| i32::from(pick(score)));
    diesel::update(reservations::table.find(item))
        .set((
            reservations::until.eq(At(until)),
            reservations::u.eq(number(|score| score.0)),
            reservations::b.eq(number(|score| score.1)),
            reservations::w.eq(number(|score| score.2)),
        ))
        .execute(db)?;
    Ok(())
}

/// Gives a piece that changed hands between two records of one household the row that it had: nobody waits anew, and its
/// time goes on.
pub fn carry_over(db: &mut Db, row: &ReservationRow) -> Result<(), StoreError> {
    diesel::update(reservations::table.find(row.item_id))
        .set((
            reservations::household_id.eq(row.household_id),
            reservations::need_id.eq(row.need_id),
            reservations::until.eq(row.until),
            reservations::made_at.eq(row.made_at),
            reservations::made_by.eq(row.made_by),
            reservations::u.eq(row.u),
            reservations::b.eq(row.b),
            reservations::w.eq(row.w),
            reservations::picked_at.eq(row.picked_at),
        ))
        .execute(db)?;
    Ok(())
}

/// Keeps a piece until this moment.
pub fn keep_until(db: &mut Db, item: ItemId, until: Timestamp) -> Result<(), StoreError> {
    diesel::update(reservations::table.find(item)).set(reservations::until.eq(At(until))).execute(db)?;
    Ok(())
}

/// Notes that a piece was fetched from its shelf, or that it was not after all.
pub fn set_picked(db: &mut Db, item: ItemId, at: Option<Timestamp>) -> Result<(), StoreError> {
    diesel::update(reservations::table.find(item)).set(reservations::picked_at.eq(at.map(At))).execute(db)?;
    Ok(())
}

/// Reservations whose time is over, the oldest first; none that wait for a booked visit.
pub fn overdue(db: &mut Db, now: Timestamp, limit: usize) -> Result<Vec<ReservationRow>, StoreError> {
    let mut rows: Vec<ReservationRow> = reservations::table
        .filter(reservations::until.lt(At(now)))
        .order((reservations::until, reservations::item_id))
        .load(db)?;
    extend_rows(db, rows.iter_mut())?;
    rows.retain(|row| row.until.0 < now);
    rows.truncate(limit);
    Ok(rows)
}

/// What is still to be fetched from its shelf.
pub fn to_pick(db: &mut Db) -> Result<Vec<(ItemRow, ReservationRow)>, StoreError> {
    let mut rows: Vec<(ItemRow, ReservationRow)> = items::table
        .inner_join(reservations::table)
        .filter(reservations::picked_at.is_null())
        .filter(is_piece_told())
        .order(reservations::item_id)
        .select((ItemRow::as_select(), ReservationRow::as_select()))
        .load(db)?;
    extend_rows(db, rows.iter_mut().map(|(_, row)| row))?;
    Ok(rows)
}

/// Reserved pieces without a row: laid aside by a version that kept none.
pub fn without_row(db: &mut Db) -> Result<Vec<ItemRow>, StoreError> {
    Ok(items::table
        .filter(items::state.eq(ItemState::Reserved))
        .filter(items::household_id.is_not_null())
        .filter(diesel::dsl::not(diesel::dsl::exists(reservations::table.filter(reservations::item_id.eq(items::id)))))
        .order(items::id)
        .load(db)?)
}

/// Gives such a piece its row, which keeps it until this moment.
pub fn give_row(db: &mut Db, item: &ItemRow, until: Timestamp) -> Result<(), StoreError> {
    let Some(household_id) = item.household_id else { return Ok(()) };
    let picked_at = is_pickup(db, item.location_id)?.then_some(item.moved_at);
    let row = ReservationRow {
        item_id: item.id,
        household_id,
        need_id: item.need_id,
        until: At(until),
        made_at: item.moved_at,
        made_by: None,
        u: None,
        b: None,
        w: None,
        picked_at,
    };
    diesel::insert_into(reservations::table).values(row).execute(db)?;
    Ok(())
}

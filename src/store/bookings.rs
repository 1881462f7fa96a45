//! Who comes when: one household at one time of a day.

use std::collections::HashMap;

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{bookings, households, labels, sessions, slots};
use super::sessions::{SessionRow, SlotRow};
use super::{Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::household::LabelState;
use crate::domain::session::{BookedBy, BookingState, SessionState};
use crate::domain::{BookingId, HouseholdId, SessionId, SlotId, UserId};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = bookings, treat_none_as_null = true)]
pub struct BookingRow {
    pub id: BookingId,
    pub slot_id: SlotId,
    pub session_id: SessionId,
    pub household_id: HouseholdId,
    pub state: BookingState,
    /// What is called: 1, 2, 3 … in the order of arrival.
    pub number: Option<i32>,
    pub booked_by: BookedBy,
    pub user_id: Option<UserId>,
    pub booked_at: At,
    pub arrived_at: Option<At>,
    /// When it was last called.
    pub called_at: Option<At>,
    pub served_at: Option<At>,
    pub version: i32,
    /// Where it was last called to; empty when nobody said.
    pub desk: String,
}

/// A booking as a list of the day shows it: the card, how many people, and nothing else of the household.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Listed {
    pub row: BookingRow,
    pub slot: SlotRow,
    pub people: i32,
    pub card: Option<Code>,
}

/// What does not take a place any more.
const GONE: [BookingState; 2] = [BookingState::Cancelled, BookingState::Missed];

pub fn find(db: &mut Db, id: BookingId) -> Result<Option<BookingRow>, StoreError> {
    Ok(bookings::table.find(id).first(db).optional()?)
}

pub fn insert(db: &mut Db, row: &BookingRow) -> Result<(), StoreError> {
    diesel::insert_into(bookings::table).values(row.clone()).execute(db)?;
    Ok(())
}

/// Writes a booking, if nobody changed it since `row.version` was read. `false` when somebody did.
pub fn update(db: &mut Db, row: &BookingRow) -> Result<bool, StoreError> {
    let next = BookingRow { version: row.version + 1, ..row.clone() };
    let known = bookings::table.find(row.id).filter(bookings::version.eq(row.version));
    Ok(diesel::update(known).set(next).execute(db)? == 1)
}

/// How many places of a slot are taken.
pub fn taken(db: &mut Db, slot: SlotId) -> Result<i64, StoreError> {
    Ok(bookings::table
        .filter(bookings::slot_id.eq(slot))
        .filter(bookings::state.ne_all(GONE))
        .count()
        .get_result(db)?)
}

/// How many places are taken of each slot of these days; slots without anybody are not there.
pub fn taken_of(db: &mut Db, days: &[SessionId]) -> Result<HashMap<SlotId, i64>, StoreError> {
    let rows: Vec<(SlotId, i64)> = bookings::table
        .filter(bookings::session_id.eq_any(days))
        .filter(bookings::state.ne_all(GONE))
        .group_by(bookings::slot_id)
        .select((bookings::slot_id, diesel::dsl::count_star()))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// The booking of a household on a day that was not cancelled.
pub fn on_day(db: &mut Db, session: SessionId, household: HouseholdId) -> Result<Option<BookingRow>, StoreError> {
    Ok(bookings::table
        .filter(bookings::session_id.eq(session))
        .filter(bookings::household_id.eq(household))
        .filter(bookings::state.ne(BookingState::Cancelled))
        .first(db)
        .optional()?)
}

/// The days on which a household has a booking that was not cancelled, of those that end after this moment.
pub fn days_of(db: &mut Db, household: HouseholdId, after: Timestamp) -> Result<Vec<SessionId>, StoreError> {
    Ok(bookings::table
        .inner_join(sessions::table)
        .filter(bookings::household_id.eq(household))
        .filter(bookings::state.ne(BookingState::Cancelled))
        .filter(sessions::closes_at.gt(At(after)))
        .select(bookings::session_id)
        .load(db)?)
}

/// The next visit of a household that is booked or going on, on a day that is not closed, whose time ends after this moment.
pub fn next_of(
    db: &mut Db,
    household: HouseholdId,
    after: Timestamp,
) -> Result<Option<(BookingRow, SlotRow, SessionRow)>, StoreError> {
    Ok(bookings::table
        .inner_join(slots::table)
        .inner_join(sessions::table)
        .filter(bookings::household_id.eq(household))
        .filter(bookings::state.eq_any([BookingState::Booked, BookingState::Arrived, BookingState::Called]))
        .filter(sessions::state.ne(SessionState::Closed))
        .filter(slots::ends_at.gt(At(after)))
        .order((slots::starts_at, bookings::id))
        .select((bookings::all_columns, slots::all_columns, sessions::all_columns))
        .first(db)
        .optional()?)
}

/// The times of a household that are booked and not over, as far as nobody has come.
pub fn coming(db: &mut Db, household: HouseholdId, after: Timestamp) -> Result<Vec<BookingRow>, StoreError> {
    Ok(bookings::table
        .inner_join(slots::table)
        .filter(bookings::household_id.eq(household))
        .filter(bookings::state.eq(BookingState::Booked))
        .filter(slots::ends_at.gt(At(after)))
        .order(bookings::id)
        .select(bookings::all_columns)
        .load(db)?)
}

/// Everybody of a day, by time and then by when they were booked; those who cancelled too.
pub fn of_day(db: &mut Db, session: SessionId) -> Result<Vec<Listed>, StoreError> {
    let card = labels::subject
        .eq(households::id.nullable())
        .and(labels::kind.eq(Kind::HouseholdCard.word()))
        .and(labels::state.eq(LabelState::Bound));
    Ok(bookings::table
        .inner_join(slots::table)
        .inner_join(households::table.left_join(labels::table.on(card)))
        .filter(bookings::session_id.eq(session))
        .order((slots::starts_at, bookings::booked_at, bookings::id))
        .select((bookings::all_columns, slots::all_columns, households::people, labels::code.nullable()))
        .load(db)?)
}

/// The highest number that was given on a day; 0 before the first.
pub fn last_number(db: &mut Db, session: SessionId) -> Result<i32, StoreError> {
    let number: Option<i32> = bookings::table
        .filter(bookings::session_id.eq(session))
        .select(diesel::dsl::max(bookings::number))
        .first(db)?;
    Ok(number.unwrap_or_default())
}

/// The bookings that hang on a slot, cancelled ones too.
pub fn of_slot(db: &mut Db, slot: SlotId) -> Result<Vec<BookingRow>, StoreError> {
    Ok(bookings::table.filter(bookings::slot_id.eq(slot)).order((bookings::booked_at, bookings::id)).load(db)?)
}

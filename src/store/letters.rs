//! Letters to households, and thanks to donors: what waits to be sent by mail, or to be copied into a messenger by a person.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{bookings, consents, donors, households, labels, outbox, slots, thanks};
use super::{AnyBackend, Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::household::{ConsentKind, HouseholdState, LabelState};
use crate::domain::session::{BookingState, LetterState, SendBy};
use crate::domain::{BookingId, HouseholdId, LetterId};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = outbox)]
pub struct LetterRow {
    pub id: LetterId,
    /// `booked`, `moved`, `cancelled` or `reminder`; `thanks` goes to a donor and has neither household nor booking.
    pub kind: String,
    pub household_id: Option<HouseholdId>,
    pub booking_id: Option<BookingId>,
    pub channel: SendBy,
    pub address: String,
    pub lang: String,
    pub subject: String,
    pub body: String,
    /// When it is sent next; while it is being sent, since when.
    pub due_at: At,
    pub state: LetterState,
    pub tries: i32,
    /// What went wrong the last time.
    pub error: String,
    pub created_at: At,
    pub sent_at: Option<At>,
    /// The time that it tells of.
    pub visit_at: At,
}

/// A letter as the list shows it, with the household's card, or the name of the donor who is thanked.
#[derive(Clone, Debug, Queryable)]
pub struct Listed {
    pub row: LetterRow,
    pub card: Option<Code>,
    pub donor: Option<String>,
}

pub fn find(db: &mut Db, id: LetterId) -> Result<Option<LetterRow>, StoreError> {
    Ok(outbox::table.find(id).first(db).optional()?)
}

pub fn insert(db: &mut Db, row: &LetterRow) -> Result<(), StoreError> {
    diesel::insert_into(outbox::table).values(row.clone()).execute(db)?;
    Ok(())
}

/// Lets what waits about a booking go unsent: it is no longer true.
pub fn drop_waiting(db: &mut Db, booking: BookingId) -> Result<(), StoreError> {
    diesel::update(outbox::table)
        .filter(outbox::booking_id.eq(booking))
        .filter(outbox::state.eq(LetterState::Waiting))
        .set(outbox::state.eq(LetterState::Dropped))
        .execute(db)?;
    Ok(())
}

/// Lets one letter go unsent that waits.
pub fn drop_one(db: &mut Db, id: LetterId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id).filter(outbox::state.eq(LetterState::Waiting)))
        .set((outbox::state.eq(LetterState::Dropped), outbox::due_at.eq(At(now))))
        .execute(db)?;
    Ok(())
}

/// Lets a household's letters go unsent whose address is none of these any more, also one that is on its way: when that
/// does not arrive, it does not wait again.
pub fn drop_others(
    db: &mut Db,
    household: HouseholdId,
    addresses: [&str; 2],
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::update(outbox::table)
        .filter(outbox::household_id.eq(household))
        .filter(outbox::state.eq_any([LetterState::Waiting, LetterState::Sending, LetterState::Failed]))
        .filter(outbox::address.ne_all(addresses))
        .set((outbox::state.eq(LetterState::Dropped), outbox::due_at.eq(At(now))))
        .execute(db)?;
    Ok(())
}

/// Lets all letters of a household go unsent, and forgets where they went.
pub fn forget_addresses(db: &mut Db, household: HouseholdId, now: Timestamp) -> Result<(), StoreError> {
    drop_others(db, household, ["", ""], now)?;
    diesel::update(outbox::table.filter(outbox::household_id.eq(household))).set(outbox::address.eq("")).execute(db)?;
    Ok(())
}

/// Whether any letter is done since before this moment and still holds an address or words.
pub fn has_old(db: &mut Db, before: Timestamp) -> Result<bool, StoreError> {
    let found: Option<LetterId> = outbox::table
        .filter(outbox::state.eq_any([LetterState::Sent, LetterState::Dropped]))
        .filter(outbox::due_at.lt(At(before)))
        .filter(outbox::address.ne("").or(outbox::body.ne("")))
        .select(outbox::id)
        .first(db)
        .optional()?;
    Ok(found.is_some())
}

/// Erases address and words of letters that were done before this moment. That they were there stays.
pub fn erase_old(db: &mut Db, before: Timestamp) -> Result<(), StoreError> {
    diesel::update(outbox::table)
        .filter(outbox::state.eq_any([LetterState::Sent, LetterState::Dropped]))
        .filter(outbox::due_at.lt(At(before)))
        .set((outbox::address.eq(""), outbox::body.eq("")))
        .execute(db)?;
    Ok(())
}

/// How many letters to a household were written since this moment and not dropped.
pub fn written_since(db: &mut Db, household: HouseholdId, since: Timestamp) -> Result<i64, StoreError> {
    Ok(outbox::table
        .filter(outbox::household_id.eq(household))
        .filter(outbox::created_at.gt(At(since)))
        .filter(outbox::state.ne(LetterState::Dropped))
        .count()
        .get_result(db)?)
}

/// Whether a letter about a booking left, or is leaving.
pub fn has_left(db: &mut Db, booking: BookingId) -> Result<bool, StoreError> {
    let counted: i64 = outbox::table
        .filter(outbox::booking_id.eq(booking))
        .filter(outbox::state.eq_any([LetterState::Sending, LetterState::Sent]))
        .count()
        .get_result(db)?;
    Ok(counted > 0)
}

/// Whether the household of a booking was reminded of this time.
pub fn is_reminded(db: &mut Db, booking: BookingId, visit: At) -> Result<bool, StoreError> {
    let counted: i64 = outbox::table
        .filter(outbox::booking_id.eq(booking))
        .filter(outbox::kind.eq("reminder"))
        .filter(outbox::visit_at.eq(visit))
        .filter(outbox::state.ne(LetterState::Dropped))
        .count()
        .get_result(db)?;
    Ok(counted > 0)
}

/// Bookings whose time begins between two moments, whose household may be written to, and was not reminded of this time.
pub fn to_remind(db: &mut Db, from: Timestamp, to: Timestamp) -> Result<Vec<(BookingId, HouseholdId)>, StoreError> {
    let reminded = outbox::table
        .filter(outbox::kind.eq("reminder"))
        .filter(outbox::booking_id.eq(bookings::id.nullable()))
        .filter(outbox::visit_at.eq(slots::starts_at))
        .filter(outbox::state.ne(LetterState::Dropped));
    let agreed = consents::table
        .filter(consents::kind.eq(ConsentKind::Contact))
        .filter(consents::revoked_at.is_null())
        .select(consents::household_id);
    Ok(bookings::table
        .inner_join(slots::table)
        .inner_join(households::table)
        .filter(slots::starts_at.ge(At(from)))
        .filter(slots::starts_at.lt(At(to)))
        .filter(bookings::state.eq(BookingState::Booked))
        .filter(households::state.eq(HouseholdState::Active).and(households::merged_into.is_null()))
        .filter(households::contact_email.ne("").or(households::contact_phone.ne("")))
        .filter(bookings::household_id.eq_any(agreed))
        .filter(diesel::dsl::not(diesel::dsl::exists(reminded)))
        .order(bookings::id)
        .select((bookings::id, bookings::household_id))
        .load(db)?)
}

/// The mail that is due the longest.
pub fn next_due(db: &mut Db, now: Timestamp) -> Result<Option<LetterRow>, StoreError> {
    Ok(outbox::table
        .filter(outbox::state.eq(LetterState::Waiting))
        .filter(outbox::channel.eq(SendBy::Mail))
        .filter(outbox::due_at.le(At(now)))
        .order((outbox::due_at, outbox::id))
        .first(db)
        .optional()?)
}

/// Takes a letter for sending. `false` when somebody else was faster: then nobody else may send it.
pub fn claim(db: &mut Db, row: &LetterRow, now: Timestamp) -> Result<bool, StoreError> {
    let waiting = outbox::table.find(row.id).filter(outbox::state.eq(LetterState::Waiting));
    let claimed = diesel::update(waiting.filter(outbox::tries.eq(row.tries)))
        .set((outbox::state.eq(LetterState::Sending), outbox::tries.eq(row.tries + 1), outbox::due_at.eq(At(now))))
        .execute(db)?;
    Ok(claimed == 1)
}

/// Writes what became of a letter that was taken for sending. One that was dropped meanwhile stays dropped.
pub fn settle(
    db: &mut Db,
    id: LetterId,
    state: LetterState,
    error: &str,
    due: Timestamp,
    sent: Option<Timestamp>,
) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id).filter(outbox::state.eq(LetterState::Sending)))
        .set((
            outbox::state.eq(state),
            outbox::error.eq(error),
            outbox::due_at.eq(At(due)),
            outbox::sent_at.eq(sent.map(At)),
        ))
        .execute(db)?;
    Ok(())
}

/// Letters that somebody began to send before this moment and never finished: whether they arrived, nobody knows.
pub fn stuck(db: &mut Db, before: Timestamp) -> Result<Vec<LetterRow>, StoreError> {
    Ok(outbox::table.filter(outbox::state.eq(LetterState::Sending)).filter(outbox::due_at.lt(At(before))).load(db)?)
}

/// Sets a letter that failed, or was sent, to be sent once more, now. `false` when it is under way.
pub fn again(db: &mut Db, id: LetterId, now: Timestamp) -> Result<bool, StoreError> {
    let ended = outbox::table.find(id).filter(outbox::state.eq_any([LetterState::Failed, LetterState::Sent]));
    let changed = diesel::update(ended)
        .set((
            outbox::state.eq(LetterState::Waiting),
            outbox::tries.eq(0),
            outbox::due_at.eq(At(now)),
            outbox::sent_at.eq(None::<At>),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// One page of letters in these states, the newest first; at most 200.
pub fn page(
    db: &mut Db,
    states: &[LetterState],
    before: Option<LetterId>,
    size: i64,
) -> Result<Vec<Listed>, StoreError> {
    let card = labels::subject
        .eq(outbox::household_id)
        .and(labels::kind.eq(Kind::HouseholdCard.word()))
        .and(labels::state.eq(LabelState::Bound));
    let mut query = outbox::table
        .left_join(labels::table.on(card))
        .left_join(thanks::table.inner_join(donors::table))
        .filter(outbox::state.eq_any(states))
        .into_boxed::<AnyBackend>();
    if let Some(before) = before {
        query = query.filter(outbox::id.lt(before));
    }
    Ok(query
        .order(outbox::id.desc())
        .limit(size.min(200))
        .select((outbox::all_columns, labels::code.nullable(), donors::name.nullable()))
        .load(db)?)
}

/// How many messages wait for a person, and how many mails failed.
pub fn counts(db: &mut Db) -> Result<(i64, i64), StoreError> {
    let waiting = outbox::table
        .filter(outbox::state.eq(LetterState::Waiting))
        .filter(outbox::channel.eq(SendBy::Messenger))
        .count()
        .get_result(db)?;
    let failed = outbox::table.filter(outbox::state.eq(LetterState::Failed)).count().get_result(db)?;
    Ok((waiting, failed))
}

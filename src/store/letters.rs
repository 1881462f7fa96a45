//! Letters to households: what waits to be sent by mail, or to be copied into a messenger by a person.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{bookings, consents, labels, outbox, slots};
use super::{AnyBackend, Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::household::{ConsentKind, LabelState};
use crate::domain::session::{BookingState, LetterState, SendBy};
use crate::domain::{BookingId, HouseholdId, LetterId};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = outbox)]
pub struct LetterRow {
    pub id: LetterId,
    /// `booked`, `moved`, `cancelled` or `reminder`.
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
}

/// A letter as the list shows it, with the household's card.
#[derive(Clone, Debug, Queryable)]
pub struct Listed {
    pub row: LetterRow,
    pub card: Option<Code>,
}

/// Whether a household agreed to being reached, and did not take that back.
pub fn agreed(db: &mut Db, household: HouseholdId) -> Result<bool, StoreError> {
    let counted: i64 = consents::table
        .filter(consents::household_id.eq(household))
        .filter(consents::kind.eq(ConsentKind::Contact))
        .filter(consents::revoked_at.is_null())
        .count()
        .get_result(db)?;
    Ok(counted > 0)
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

/// Whether there is a letter of this kind about a booking that was not dropped.
pub fn is_written(db: &mut Db, booking: BookingId, kind: &str) -> Result<bool, StoreError> {
    let counted: i64 = outbox::table
        .filter(outbox::booking_id.eq(booking))
        .filter(outbox::kind.eq(kind))
        .filter(outbox::state.ne(LetterState::Dropped))
        .count()
        .get_result(db)?;
    Ok(counted > 0)
}

/// Bookings whose time begins between two moments and that nobody was reminded of.
pub fn to_remind(db: &mut Db, from: Timestamp, to: Timestamp) -> Result<Vec<BookingId>, StoreError> {
    let reminded = outbox::table
        .filter(outbox::kind.eq("reminder"))
        .filter(outbox::booking_id.is_not_null())
        .filter(outbox::state.ne(LetterState::Dropped))
        .select(outbox::booking_id.assume_not_null());
    Ok(bookings::table
        .inner_join(slots::table)
        .filter(slots::starts_at.ge(At(from)))
        .filter(slots::starts_at.lt(At(to)))
        .filter(bookings::state.eq(BookingState::Booked))
        .filter(bookings::id.ne_all(reminded))
        .order(bookings::id)
        .select(bookings::id)
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

/// Writes what became of a letter.
pub fn settle(
    db: &mut Db,
    id: LetterId,
    state: LetterState,
    error: &str,
    due: Timestamp,
    sent: Option<Timestamp>,
) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id))
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
    let mut query =
        outbox::table.left_join(labels::table.on(card)).filter(outbox::state.eq_any(states)).into_boxed::<AnyBackend>();
    if let Some(before) = before {
        query = query.filter(outbox::id.lt(before));
    }
    Ok(query
        .order(outbox::id.desc())
        .limit(size.min(200))
        .select((outbox::all_columns, labels::code.nullable()))
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

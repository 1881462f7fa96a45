//! Two records that are one household: who proposed it, who decided, and what it takes to part them again.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{bookings, consents, households, items, labels, merges, outbox, proofs, proxies};
use super::{Db, StoreError};
use crate::codes::Code;
use crate::domain::household::{ConsentKind, LabelState, MergeState};
use crate::domain::item::ItemState;
use crate::domain::session::{BookingState, LetterState};
use crate::domain::{BookingId, HouseholdId, ItemId, MergeId, ProxyId, UserId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = merges)]
pub struct MergeRow {
    pub id: MergeId,
    pub kept_id: HouseholdId,
    pub merged_id: HouseholdId,
    pub state: MergeState,
    pub proposed_by: Option<UserId>,
    pub proposed_at: At,
    pub decided_by: Option<UserId>,
    pub decided_at: Option<At>,
    /// JSON; empty until it is merged.
    pub image: String,
    pub version: i32,
}

pub fn insert(db: &mut Db, row: &MergeRow) -> Result<(), StoreError> {
    diesel::insert_into(merges::table).values(row).execute(db)?;
    Ok(())
}

pub fn find(db: &mut Db, id: MergeId) -> Result<Option<MergeRow>, StoreError> {
    Ok(merges::table.find(id).first(db).optional()?)
}

/// The merges in one state, newest first.
pub fn in_state(db: &mut Db, state: MergeState, limit: i64) -> Result<Vec<MergeRow>, StoreError> {
    Ok(merges::table
        .filter(merges::state.eq(state))
        .order((merges::proposed_at.desc(), merges::id.desc()))
        .limit(limit)
        .load(db)?)
}

/// The proposal about this household that waits for a decision, the newest one.
pub fn waiting_of(db: &mut Db, household: HouseholdId) -> Result<Option<MergeId>, StoreError> {
    Ok(merges::table
        .filter(merges::kept_id.eq(household).or(merges::merged_id.eq(household)))
        .filter(merges::state.eq(MergeState::Proposed))
        .order((merges::proposed_at.desc(), merges::id.desc()))
        .select(merges::id)
        .first(db)
        .optional()?)
}

/// Whatever was proposed or decided about these two, in either order, newest first.
pub fn of_pair(db: &mut Db, one: HouseholdId, other: HouseholdId) -> Result<Vec<MergeRow>, StoreError> {
    let there = merges::kept_id.eq(one).and(merges::merged_id.eq(other));
    let back = merges::kept_id.eq(other).and(merges::merged_id.eq(one));
    Ok(merges::table.filter(there.or(back)).order((merges::proposed_at.desc(), merges::id.desc())).load(db)?)
}

/// Pairs that were proposed, refused or parted: nobody is asked about them again.
pub fn answered(db: &mut Db) -> Result<Vec<(HouseholdId, HouseholdId)>, StoreError> {
    Ok(merges::table.select((merges::kept_id, merges::merged_id)).load(db)?)
}

/// Writes the decision, if nobody decided since `version` was read.
pub fn decide(
    db: &mut Db,
    id: MergeId,
    version: i32,
    state: MergeState,
    by: Option<UserId>,
    at: Timestamp,
    image: &str,
) -> Result<bool, StoreError> {
    let changed = diesel::update(merges::table.find(id).filter(merges::version.eq(version)))
        .set((
            merges::state.eq(state),
            merges::decided_by.eq(by),
            merges::decided_at.eq(At(at)),
            merges::image.eq(image),
            merges::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// The cards of a household that are valid, in any number.
pub fn cards(db: &mut Db, household: HouseholdId) -> Result<Vec<Code>, StoreError> {
    Ok(labels::table
        .filter(labels::subject.eq(household.to_string()))
        .filter(labels::kind.eq(crate::codes::Kind::HouseholdCard.word()))
        .filter(labels::state.eq(LabelState::Bound))
        .select(labels::code)
        .load(db)?)
}

/// The pieces that lie ready for a household.
pub fn laid_aside(db: &mut Db, household: HouseholdId) -> Result<Vec<ItemId>, StoreError> {
    Ok(items::table
        .filter(items::household_id.eq(household))
        .filter(items::state.eq(ItemState::Reserved))
        .order(items::id)
        .select(items::id)
        .load(db)?)
}

/// Gives the bookings that are still to come to the other household, where that one is not booked for the same day. Gives
/// those that moved.
pub fn move_bookings(db: &mut Db, from: HouseholdId, to: HouseholdId) -> Result<Vec<BookingId>, StoreError> {
    let taken: Vec<crate::domain::SessionId> = bookings::table
        .filter(bookings::household_id.eq(to))
        .filter(bookings::state.ne(BookingState::Cancelled))
        .select(bookings::session_id)
        .load(db)?;
    let open = bookings::table
        .filter(bookings::household_id.eq(from))
        .filter(bookings::state.eq_any([BookingState::Booked, BookingState::Arrived, BookingState::Called]))
        .filter(bookings::session_id.ne_all(&taken));
    let moved: Vec<BookingId> = open.select(bookings::id).load(db)?;
    book_for(db, &moved, to)?;
    Ok(moved)
}

/// Gives bookings to a household, and with them the letters that wait to tell of them.
pub fn book_for(db: &mut Db, ids: &[BookingId], household: HouseholdId) -> Result<(), StoreError> {
    diesel::update(outbox::table.filter(outbox::booking_id.eq_any(ids)))
        .filter(outbox::state.eq_any([LetterState::Waiting, LetterState::Failed]))
        .set(outbox::household_id.eq(household))
        .execute(db)?;
    diesel::update(bookings::table.filter(bookings::id.eq_any(ids)))
        .set((bookings::household_id.eq(household), bookings::version.eq(bookings::version + 1)))
        .execute(db)?;
    Ok(())
}

/// Gives the proxies that are in force to the other household. Gives those that moved.
pub fn move_proxies(db: &mut Db, from: HouseholdId, to: HouseholdId) -> Result<Vec<ProxyId>, StoreError> {
    let open = proxies::table
        .filter(proxies::household_id.eq(from))
        .filter(proxies::ended_at.is_null())
        .filter(proxies::used_at.is_null());
    let moved: Vec<ProxyId> = open.select(proxies::id).load(db)?;
    proxy_for(db, &moved, to)?;
    Ok(moved)
}

pub fn proxy_for(db: &mut Db, ids: &[ProxyId], household: HouseholdId) -> Result<(), StoreError> {
    diesel::update(proxies::table.filter(proxies::id.eq_any(ids)))
        .set((proxies::household_id.eq(household), proxies::version.eq(proxies::version + 1)))
        .execute(db)?;
    Ok(())
}

/// Gives agreements and proofs to the other household.
pub fn move_papers(db: &mut Db, from: HouseholdId, to: HouseholdId, ids: &[String]) -> Result<(), StoreError> {
    diesel::update(consents::table.filter(consents::household_id.eq(from)).filter(consents::id.eq_any(text(ids))))
        .set(consents::household_id.eq(to))
        .execute(db)?;
    diesel::update(proofs::table.filter(proofs::household_id.eq(from)).filter(proofs::id.eq_any(text(ids))))
        .set(proofs::household_id.eq(to))
        .execute(db)?;
    Ok(())
}

fn text(ids: &[String]) -> Vec<String> {
    ids.to_vec()
}

/// The proofs and agreements of a household by their ids, without those to being reached.
pub fn papers(db: &mut Db, household: HouseholdId) -> Result<Vec<String>, StoreError> {
    let mut ids: Vec<String> = consents::table
        .filter(consents::household_id.eq(household))
        .filter(consents::kind.ne(ConsentKind::Contact))
        .select(consents::id)
        .load(db)?;
    ids.extend(proofs::table.filter(proofs::household_id.eq(household)).select(proofs::id).load::<String>(db)?);
    Ok(ids)
}

/// The last visit of either of two households, for the one that is kept.
pub fn set_last_visit(db: &mut Db, household: HouseholdId, day: Option<super::Day>) -> Result<(), StoreError> {
    diesel::update(households::table.find(household)).set(households::last_visit_on.eq(day)).execute(db)?;
    Ok(())
}

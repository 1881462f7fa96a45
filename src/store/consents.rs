//! What households agreed to, and what they took back.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{consents, users};
use super::{Db, StoreError};
use crate::domain::household::{Channel, ConsentKind};
use crate::domain::{ConsentId, HouseholdId, MemberId, UserId};

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = consents)]
pub struct ConsentRow {
    pub id: ConsentId,
    pub household_id: HouseholdId,
    /// The person it is about; `None` when it is about the household.
    pub member_id: Option<MemberId>,
    pub kind: ConsentKind,
    /// Which wording was read or said.
    pub text_version: String,
    pub channel: Channel,
    pub given_at: At,
    /// Who wrote it down; `None` when the household itself did.
    pub recorded_by: Option<UserId>,
    pub revoked_at: Option<At>,
}

pub fn insert(db: &mut Db, row: &ConsentRow) -> Result<(), StoreError> {
    diesel::insert_into(consents::table).values(row).execute(db)?;
    Ok(())
}

/// All agreements of a household with the names of who wrote them down, newest first.
pub fn of_household(db: &mut Db, household: HouseholdId) -> Result<Vec<(ConsentRow, Option<String>)>, StoreError> {
    Ok(consents::table
        .left_join(users::table)
        .filter(consents::household_id.eq(household))
        .order((consents::given_at.desc(), consents::id.desc()))
        .select((ConsentRow::as_select(), users::display_name.nullable()))
        .load(db)?)
}

/// The agreements of this kind that hold now.
pub fn in_force(db: &mut Db, household: HouseholdId, kind: ConsentKind) -> Result<Vec<ConsentRow>, StoreError> {
    Ok(consents::table
        .filter(consents::household_id.eq(household).and(consents::kind.eq(kind)))
        .filter(consents::revoked_at.is_null())
        .order(consents::id)
        .select(ConsentRow::as_select())
        .load(db)?)
}

/// Notes that an agreement was taken back. `false` when it was before.
pub fn revoke(db: &mut Db, id: ConsentId, now: Timestamp) -> Result<bool, StoreError> {
    let held = consents::table.find(id).filter(consents::revoked_at.is_null());
    Ok(diesel::update(held).set(consents::revoked_at.eq(At(now))).execute(db)? == 1)
}

/// Lets an agreement hold again that was taken back at this moment by mistake.
pub fn reinstate(db: &mut Db, id: ConsentId, revoked: Timestamp) -> Result<bool, StoreError> {
    let gone = consents::table.find(id).filter(consents::revoked_at.eq(At(revoked)));
    Ok(diesel::update(gone).set(consents::revoked_at.eq(None::<At>)).execute(db)? == 1)
}

pub fn find(db: &mut Db, id: ConsentId) -> Result<Option<ConsentRow>, StoreError> {
    Ok(consents::table.find(id).select(ConsentRow::as_select()).first(db).optional()?)
}

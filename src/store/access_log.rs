//! Who looked at which household, when and on which page; not what was seen.

use diesel::prelude::*;
use jiff::Timestamp;
use uuid::Uuid;

use super::columns::At;
use super::schema::{access_log, users};
use super::{Db, StoreError};
use crate::domain::{HouseholdId, UserId};

/// One look, with the name of who looked.
#[derive(Clone, Debug, Queryable)]
pub struct Look {
    pub at: At,
    pub user: String,
    /// The page: `household`, `needs` …, or `desk` when the card opened a visit.
    pub context: String,
}

pub fn insert(
    db: &mut Db,
    id: Uuid,
    at: Timestamp,
    user: UserId,
    household: HouseholdId,
    context: &str,
) -> Result<(), StoreError> {
    diesel::insert_into(access_log::table)
        .values((
            access_log::id.eq(id.to_string()),
            access_log::at.eq(At(at)),
            access_log::user_id.eq(user),
            access_log::household_id.eq(household),
            access_log::context.eq(context),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes a look at each of these, but not again what the same person saw on the same page since a moment.
pub fn insert_many(
    db: &mut Db,
    mut id: impl FnMut() -> Uuid,
    (at, since): (Timestamp, Timestamp),
    user: UserId,
    households: &[HouseholdId],
    context: &str,
) -> Result<(), StoreError> {
    let known: Vec<HouseholdId> = access_log::table
        .filter(access_log::household_id.eq_any(households))
        .filter(access_log::user_id.eq(user))
        .filter(access_log::context.eq(context))
        .filter(access_log::at.gt(At(since)))
        .select(access_log::household_id)
        .load(db)?;
    for household in households.iter().filter(|household| !known.contains(household)) {
        insert(db, id(), at, user, *household, context)?;
    }
    Ok(())
}

/// The last looks at a household, newest first.
pub fn of_household(db: &mut Db, household: HouseholdId, limit: i64) -> Result<Vec<Look>, StoreError> {
    Ok(access_log::table
        .inner_join(users::table)
        .filter(access_log::household_id.eq(household))
        .order((access_log::at.desc(), access_log::id.desc()))
        .select((access_log::at, users::display_name, access_log::context))
        .limit(limit)
        .load(db)?)
}

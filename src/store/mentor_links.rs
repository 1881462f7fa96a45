//! Which mentor looks after which household, from a moment to a moment: `from ≤ now < to`.

use diesel::dsl::exists;
use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{mentor_links, users};
use super::{Db, StoreError};
use crate::domain::{HouseholdId, UserId};

/// A link that counts now, with the mentor's name.
#[derive(Clone, Debug, Queryable)]
pub struct Mentor {
    pub user: UserId,
    pub name: String,
    pub from_at: At,
}

/// Whether this person looks after this household now.
pub fn is_linked(db: &mut Db, user: UserId, household: HouseholdId, now: Timestamp) -> Result<bool, StoreError> {
    let links = mentor_links::table
        .filter(mentor_links::user_id.eq(user))
        .filter(mentor_links::household_id.eq(household))
        .filter(mentor_links::from_at.le(At(now)))
        .filter(mentor_links::to_at.is_null().or(mentor_links::to_at.gt(At(now))));
    Ok(diesel::select(exists(links)).get_result(db)?)
}

/// Who looks after this household now, in the order in which they began.
pub fn of_household(db: &mut Db, household: HouseholdId, now: Timestamp) -> Result<Vec<Mentor>, StoreError> {
    Ok(mentor_links::table
        .inner_join(users::table)
        .filter(mentor_links::household_id.eq(household))
        .filter(mentor_links::from_at.le(At(now)))
        .filter(mentor_links::to_at.is_null().or(mentor_links::to_at.gt(At(now))))
        .order(mentor_links::from_at)
        .select((mentor_links::user_id, users::display_name, mentor_links::from_at))
        .load(db)?)
}

pub fn insert(db: &mut Db, user: UserId, household: HouseholdId, from: Timestamp) -> Result<(), StoreError> {
    diesel::insert_into(mentor_links::table)
        .values((
            mentor_links::user_id.eq(user),
            mentor_links::household_id.eq(household),
            mentor_links::from_at.eq(At(from)),
            mentor_links::to_at.eq(None::<At>),
        ))
        .execute(db)?;
    Ok(())
}

/// Ends the links of this household that are still open: one mentor's or, with `None`, everybody's. Gives their number.
pub fn end(db: &mut Db, user: Option<UserId>, household: HouseholdId, now: Timestamp) -> Result<usize, StoreError> {
    let open =
        mentor_links::household_id.eq(household).and(mentor_links::to_at.is_null().or(mentor_links::to_at.gt(At(now))));
    let ended = mentor_links::to_at.eq(At(now));
    Ok(match user {
        Some(user) => diesel::update(mentor_links::table.filter(open.and(mentor_links::user_id.eq(user))))
            .set(ended)
            .execute(db)?,
        None => diesel::update(mentor_links::table.filter(open)).set(ended).execute(db)?,
    })
}

/// Opens the links of this household again that ended at this moment.
pub fn reopen(db: &mut Db, household: HouseholdId, ended: Timestamp) -> Result<(), StoreError> {
    let theirs = mentor_links::household_id.eq(household).and(mentor_links::to_at.eq(At(ended)));
    diesel::update(mentor_links::table.filter(theirs)).set(mentor_links::to_at.eq(None::<At>)).execute(db)?;
    Ok(())
}

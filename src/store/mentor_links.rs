//! Which mentor looks after which household, from a moment to a moment: `from ≤ now < to`.

use diesel::dsl::exists;
use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{mentor_links, users};
use super::{Db, StoreError};
use crate::domain::deed::LinkImage;
use crate::domain::{HouseholdId, UserId};

/// A link with the mentor's name: one that counts now, will count, or did.
#[derive(Clone, Debug, Queryable)]
pub struct Mentor {
    pub user: UserId,
    pub name: String,
    pub from_at: At,
    pub to_at: Option<At>,
    /// Whether the mentor may collect for the household.
    pub may_collect: bool,
}

impl Mentor {
    pub fn counts_at(&self, now: Timestamp) -> bool {
        self.from_at.0 <= now && self.to_at.is_none_or(|to| now < to.0)
    }
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
    let mut links = all_of_household(db, household)?;
    links.retain(|link| link.counts_at(now));
    Ok(links)
}

/// Every link of this household, also those that are over or have not begun, in the order in which they begin. A link that
/// ended before it began never was one.
pub fn all_of_household(db: &mut Db, household: HouseholdId) -> Result<Vec<Mentor>, StoreError> {
    let mut links: Vec<Mentor> = mentor_links::table
        .inner_join(users::table)
        .filter(mentor_links::household_id.eq(household))
        .order((mentor_links::from_at, mentor_links::user_id))
        .select((
            mentor_links::user_id,
            users::display_name,
            mentor_links::from_at,
            mentor_links::to_at,
            mentor_links::may_collect,
        ))
        .load(db)?;
    links.retain(|link| link.to_at.is_none_or(|to| to > link.from_at));
    Ok(links)
}

pub fn insert(
    db: &mut Db,
    user: UserId,
    household: HouseholdId,
    (from, to): (Timestamp, Option<Timestamp>),
    may_collect: bool,
) -> Result<(), StoreError> {
    diesel::insert_into(mentor_links::table)
        .values((
            mentor_links::user_id.eq(user),
            mentor_links::household_id.eq(household),
            mentor_links::from_at.eq(At(from)),
            mentor_links::to_at.eq(to.map(At)),
            mentor_links::may_collect.eq(may_collect),
        ))
        .execute(db)?;
    Ok(())
}

/// Sets until when one link counts and whether the mentor may collect, if both are as they were `before`.
pub fn change(
    db: &mut Db,
    (user, household, from): (UserId, HouseholdId, Timestamp),
    before: (Option<Timestamp>, bool),
    (to, may_collect): (Option<Timestamp>, bool),
) -> Result<bool, StoreError> {
    let links = mentor_links::table.find((user, household, At(from))).filter(mentor_links::may_collect.eq(before.1));
    let set = (mentor_links::to_at.eq(to.map(At)), mentor_links::may_collect.eq(may_collect));
    let changed = match before.0 {
        Some(at) => diesel::update(links.filter(mentor_links::to_at.eq(At(at)))).set(set).execute(db)?,
        None => diesel::update(links.filter(mentor_links::to_at.is_null())).set(set).execute(db)?,
    };
    Ok(changed == 1)
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

/// The links of this household that are open or have not begun, as an image of them keeps them.
pub fn open_links(db: &mut Db, household: HouseholdId, now: Timestamp) -> Result<Vec<LinkImage>, StoreError> {
    let links: Vec<(UserId, At, Option<At>, bool)> = mentor_links::table
        .filter(mentor_links::household_id.eq(household))
        .filter(mentor_links::to_at.is_null().or(mentor_links::to_at.gt(At(now))))
        .order((mentor_links::from_at, mentor_links::user_id))
        .select((mentor_links::user_id, mentor_links::from_at, mentor_links::to_at, mentor_links::may_collect))
        .load(db)?;
    Ok(links.into_iter().map(|(user, from, to, may_collect)| (user, from.0, to.map(|to| to.0), may_collect)).collect())
}

/// Lets a link that ended at a moment count again exactly as it was. `false` when somebody changed it since.
pub fn give_back(
    db: &mut Db,
    household: HouseholdId,
    ended: Timestamp,
    (user, from, to, may_collect): LinkImage,
) -> Result<bool, StoreError> {
    change(db, (user, household, from), (Some(ended), may_collect), (to, may_collect))
}

//! Linking mentors to households. The end of a link takes effect at once, also in pages that are open.

use std::sync::Arc;

use super::{ActionError, Actor, House};
use crate::domain::rights::{Right, Role};
use crate::domain::{HouseholdId, UserId};
use crate::store::{households, mentor_links, users};
use crate::texts::say;

/// Lets a mentor look after a household from now on. Linking twice changes nothing.
///
/// # Errors
/// Without the right, for somebody who is no mentor, and for a household that does not exist.
pub fn link(house: &Arc<House>, actor: &Actor, household: HouseholdId, mentor: UserId) -> Result<(), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        households::find(db, household)?.ok_or(ActionError::NotFound)?;
        let is_mentor = users::find(db, mentor)?.is_some_and(|user| user.active && user.role == Role::Mentor);
        if !is_mentor {
            return Err(ActionError::field("mentor", say::error_not_a_mentor()));
        }
        let now = in_house.now();
        if !mentor_links::is_linked(db, mentor, household, now)? {
            mentor_links::insert(db, mentor, household, now)?;
        }
        Ok(())
    })
}

/// Ends a mentor's link from this moment on.
///
/// # Errors
/// Without the right, and when there is no such link.
pub fn unlink(house: &Arc<House>, actor: &Actor, household: HouseholdId, mentor: UserId) -> Result<(), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let now = house.now();
    match house.store().write(move |db| mentor_links::end(db, Some(mentor), household, now))? {
        0 => Err(ActionError::NotFound),
        _ => Ok(()),
    }
}

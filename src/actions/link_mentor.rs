//! Linking mentors to households, from a day to a day. The end of a link takes effect at once, also in pages that are open.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::deeds::Doing;
use super::{ActionError, Actor, House};
use crate::domain::deed::Undoing;
use crate::domain::rights::{Right, Role};
use crate::domain::{DeedId, HouseholdId, UserId};
use crate::store::{households, mentor_links, users};
use crate::texts::say;

/// From when until when a link counts, and whether the mentor may collect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first day; without it from this moment on.
    pub from: Option<Date>,
    /// The last day; without it until somebody ends it.
    pub until: Option<Date>,
    pub may_collect: bool,
}

/// The moment at which a day begins at the site.
fn start(house: &House, day: Date) -> Result<Timestamp, ActionError> {
    let zoned = day.to_zoned(house.zone().clone());
    Ok(zoned.map_err(|_| ActionError::field("until", say::error_mentor_day()))?.timestamp())
}

/// The moment at which a link with this last day ends.
fn end_of(house: &House, until: Option<Date>) -> Result<Option<Timestamp>, ActionError> {
    let Some(day) = until else { return Ok(None) };
    if day < house.today() {
        return Err(ActionError::field("until", say::error_mentor_until_past()));
    }
    let next = day.tomorrow().map_err(|_| ActionError::field("until", say::error_mentor_day()))?;
    start(house, next).map(Some)
}

/// Lets a mentor look after a household from now on. Linking twice changes nothing.
///
/// # Errors
/// As [`link_for`].
pub fn link(house: &Arc<House>, actor: &Actor, household: HouseholdId, mentor: UserId) -> Result<(), ActionError> {
    link_for(house, actor, household, mentor, Span::default()).map(|_| ())
}

/// Lets a mentor look after a household for a while. Linking somebody who is linked for that time changes nothing.
///
/// # Errors
/// Without the right, for somebody who is no mentor, for days that are past or in the wrong order, and for a household that
/// does not exist.
pub fn link_for(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    mentor: UserId,
    span: Span,
) -> Result<Option<DeedId>, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let doing = Doing::by(house, actor);
    let from = match span.from.filter(|day| *day > house.today()) {
        Some(day) => start(house, day)?,
        None => doing.now,
    };
    let to = end_of(house, span.until)?;
    if to.is_some_and(|to| to <= from) {
        return Err(ActionError::field("until", say::error_mentor_until_before()));
    }
    house.store().write(move |db| {
        households::find(db, household)?.ok_or(ActionError::NotFound)?;
        let is_mentor = users::find(db, mentor)?.is_some_and(|user| user.active && user.role == Role::Mentor);
        if !is_mentor {
            return Err(ActionError::field("mentor", say::error_not_a_mentor()));
        }
        let links = mentor_links::all_of_household(db, household)?;
        let overlaps = |link: &mentor_links::Mentor| {
            let ends_before = |to: Option<Timestamp>, from: Timestamp| to.is_some_and(|to| to <= from);
            link.user == mentor && !ends_before(link.to_at.map(|at| at.0), from) && !ends_before(to, link.from_at.0)
        };
        if links.iter().any(overlaps) {
            return Ok(None);
        }
        mentor_links::insert(db, mentor, household, (from, to), span.may_collect)?;
        let undo = Undoing::MentorLinked { household, user: mentor, from, to, may_collect: span.may_collect };
        doing.note(db, &say::household_mentor_linked(), household, Some(&undo)).map(Some)
    })
}

/// Changes until when a link counts (`None`: until somebody ends it) and whether the mentor may collect. `before`: as the
/// page showed both.
///
/// # Errors
/// As [`link_for`]; [`ActionError::Changed`] when somebody else changed it meanwhile.
pub fn change(
    house: &Arc<House>,
    actor: &Actor,
    (household, mentor, from): (HouseholdId, UserId, Timestamp),
    before: (Option<Timestamp>, bool),
    until: Option<Date>,
    may_collect: bool,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let doing = Doing::by(house, actor);
    let to = end_of(house, until)?;
    if to.is_some_and(|to| to <= from) {
        return Err(ActionError::field("until", say::error_mentor_until_before()));
    }
    house.store().write(move |db| {
        households::find(db, household)?.ok_or(ActionError::NotFound)?;
        if !mentor_links::change(db, (mentor, household, from), before, (to, may_collect))? {
            return Err(ActionError::Changed);
        }
        let undo = Undoing::MentorChanged { household, user: mentor, from, before, after: (to, may_collect) };
        doing.note(db, &say::mentors_link_changed(), household, Some(&undo))
    })
}

/// Ends a mentor's links from this moment on, also those that have not begun.
///
/// # Errors
/// Without the right, and when there is no such link.
pub fn unlink(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    mentor: UserId,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let mut links = mentor_links::all_of_household(db, household)?;
        links.retain(|link| link.user == mentor && link.to_at.is_none_or(|to| to.0 > doing.now));
        if mentor_links::end(db, Some(mentor), household, doing.now)? == 0 {
            return Err(ActionError::NotFound);
        }
        let links = links.iter().map(|link| (link.from_at.0, link.to_at.map(|at| at.0), link.may_collect)).collect();
        let undo = Undoing::MentorEnded { household, user: mentor, ended: doing.now, links };
        doing.note(db, &say::household_mentor_ended(), household, Some(&undo))
    })
}

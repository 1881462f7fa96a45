//! Changing a household: its data and people, its card, and whether it may collect.

use std::sync::Arc;

use super::once::once;
use super::register_household::{self as register, MOST_MEMBERS, NewMember, member_row};
use super::{ActionError, Actor, House, make_codes};
use crate::codes::{Code, Kind};
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::needs::NeedState;
use crate::domain::rights::Right;
use crate::domain::{HouseholdId, MemberId};
use crate::store::households::{self, HouseholdRow};
use crate::store::members::{self, MemberRow};
use crate::store::{Db, labels, ledger, mentor_links, needs};
use crate::texts::say;

/// What can be edited of a household itself.
#[derive(Clone, Debug, Default)]
pub struct Edited {
    pub area: String,
    pub lang: String,
    pub note: String,
}

/// Writes area, language and note.
///
/// # Errors
/// Without the right, when somebody else changed it, and for whatever is too long.
pub fn edit(house: &House, actor: &Actor, id: HouseholdId, version: i32, edited: &Edited) -> Result<(), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let area = register::area(&edited.area)?;
    let lang = register::language(&edited.lang)?;
    let note = register::note(&edited.note)?;
    house.store().write(move |db| {
        let row = household(db, id)?;
        let row = HouseholdRow { area: area.clone(), lang: lang.clone(), note: note.clone(), version, ..row };
        changed(households::update(db, &row)?)
    })
}

/// Blocks the card, allows it again, or notes that the household has left.
///
/// Who has left is looked after by nobody any more and needs nothing: open lines are withdrawn, mentors' links end.
///
/// # Errors
/// Without the right, or when somebody else changed it.
pub fn set_state(
    house: &Arc<House>,
    actor: &Actor,
    id: HouseholdId,
    version: i32,
    state: HouseholdState,
) -> Result<(), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        // Needs are ticked by whoever holds the ledger.
        ledger::lock(db)?;
        let row = household(db, id)?;
        changed(households::update(db, &HouseholdRow { state, version, ..row })?)?;
        if state == HouseholdState::Left {
            for need in needs::of_household(db, id)?.iter().filter(|need| need.line().is_open()) {
                changed(needs::set_state(db, need.id, need.version, NeedState::Withdrawn)?)?;
            }
            mentor_links::end(db, None, id, in_house.now())?;
        }
        Ok(())
    })
}

/// Makes a new card; the old one is dead from this moment on.
///
/// # Errors
/// Without the right, or when somebody else changed the household.
pub fn replace_card(house: &Arc<House>, actor: &Actor, id: HouseholdId, version: i32) -> Result<Code, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        let row = household(db, id)?;
        changed(households::update(db, &HouseholdRow { version, ..row })?)?;
        while let Some(old) = labels::bound_to(db, &id.to_string())? {
            labels::set_state(db, old, LabelState::Replaced)?;
        }
        Ok(make_codes::new_code(db, &in_house, Kind::HouseholdCard, Some(id.to_string()))?)
    })
}

/// Adds a person.
///
/// # Errors
/// Without the right, for a household that does not exist or is full, and for fields that do not fit.
pub fn add_member(house: &House, actor: &Actor, id: HouseholdId, member: &NewMember) -> Result<MemberId, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let row = member_row(house, id, member)?;
    let (actor, now) = (actor.clone(), house.now());
    house.store().write(move |db| {
        once(db, &actor, "member", now, |db| {
            household(db, id)?;
            if members::of_household(db, id)?.len() >= MOST_MEMBERS {
                return Err(ActionError::Refused(say::error_too_many_members(MOST_MEMBERS)));
            }
            members::insert(db, &row)?;
            count_people(db, id)?;
            Ok(row.id)
        })
    })
}

/// Writes a person's data. Gives the household, for the way back.
///
/// # Errors
/// As [`add_member`], and when somebody else changed the person.
pub fn edit_member(
    house: &House,
    actor: &Actor,
    id: MemberId,
    version: i32,
    member: &NewMember,
) -> Result<HouseholdId, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let known = house.store().read(|db| members::find(db, id))?.ok_or(ActionError::NotFound)?;
    let row = MemberRow { id, version, ..member_row(house, known.household_id, member)? };
    house.store().write(move |db| changed(members::update(db, &row)?))?;
    Ok(known.household_id)
}

/// Takes a person out for good, with the open lines of the needs list that were for him or her.
///
/// # Errors
/// Without the right, and when somebody else changed the person.
pub fn remove_member(house: &House, actor: &Actor, id: MemberId, version: i32) -> Result<HouseholdId, ActionError> {
    actor.must(Right::EditHouseholds)?;
    house.store().write(move |db| {
        ledger::lock(db)?;
        let member = members::find(db, id)?.ok_or(ActionError::NotFound)?;
        changed(members::remove(db, id, version)?)?;
        count_people(db, member.household_id)?;
        Ok(member.household_id)
    })
}

fn household(db: &mut Db, id: HouseholdId) -> Result<HouseholdRow, ActionError> {
    households::find(db, id)?.ok_or(ActionError::NotFound)
}

fn changed(done: bool) -> Result<(), ActionError> {
    if done { Ok(()) } else { Err(ActionError::Changed) }
}

/// A household has at least one person, also when none is described.
fn count_people(db: &mut Db, id: HouseholdId) -> Result<(), ActionError> {
    let people = members::of_household(db, id)?.len().max(1);
    Ok(households::set_people(db, id, people as i32)?)
}

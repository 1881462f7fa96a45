//! Changing a household: its data and people, its card, and whether it may collect.

use std::sync::Arc;

use jiff::Timestamp;

use super::deeds::{self, Doing};
use super::once::once;
use super::register_household::{self as register, MOST_MEMBERS, NewMember, member_row};
use super::{ActionError, Actor, House, grow, make_codes, reservations};
use crate::codes::{Code, Kind};
use crate::domain::deed::Undoing;
use crate::domain::household::{ConsentKind, HouseholdState, LabelState};
use crate::domain::needs::NeedState;
use crate::domain::rights::Right;
use crate::domain::session::BookingState;
use crate::domain::{DeedId, HouseholdId, MemberId};
use crate::store::bookings::{self, BookingRow};
use crate::store::households::{self, HouseholdRow};
use crate::store::members::{self, MemberRow};
use crate::store::{Db, consents, labels, ledger, letters, mentor_links, needs, pins, proxies};
use crate::texts::{Message, say};

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
pub fn edit(
    house: &House,
    actor: &Actor,
    id: HouseholdId,
    version: i32,
    edited: &Edited,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let area = register::area(&edited.area)?;
    let lang = register::language(&edited.lang)?;
    let note = register::note(&edited.note)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let before = household(db, id)?;
        let undo = as_it_was(&before, version);
        let row = HouseholdRow { area: area.clone(), lang: lang.clone(), note: note.clone(), version, ..before };
        changed(households::update(db, &row)?)?;
        doing.note(db, &say::household_saved(), id, Some(&undo))
    })
}

/// Blocks the card, allows it again, or notes that the household has left.
///
/// Who has left is looked after by nobody any more and needs nothing: open lines are withdrawn, what lies ready goes back,
/// mentors' links and others' leave to collect end, coming times are cancelled, the contact is erased. Taken back, lines,
/// links and leave come back; pieces, times and the contact do not: others may have them, and what is erased is gone. Whose
/// card is only blocked keeps what lies ready until its time is over.
///
/// # Errors
/// Without the right, or when somebody else changed it.
pub fn set_state(
    house: &Arc<House>,
    actor: &Actor,
    id: HouseholdId,
    version: i32,
    state: HouseholdState,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        // Needs are ticked by whoever holds the ledger.
        ledger::lock(db)?;
        let row = household(db, id)?;
        if row.merged_into.is_some() {
            return Err(ActionError::Refused(say::error_merge_gone()));
        }
        let (undo, before) = (as_it_was(&row, version), row.state);
        if state != HouseholdState::Active {
            pins::end_pages(db, id)?;
        }
        changed(households::update(db, &HouseholdRow { state, version, ..row })?)?;
        if state == HouseholdState::Left {
            let mut lines = Vec::new();
            for need in needs::of_household(db, id)?.iter().filter(|need| need.line().is_open()) {
                changed(needs::set_state(db, need.id, need.version, NeedState::Withdrawn)?)?;
                lines.push((need.id, need.version + 1, need.state));
            }
            let mentors = mentor_links::open_links(db, id, doing.now)?;
            mentor_links::end(db, None, id, doing.now)?;
            proxies::end_all(db, id, doing.now)?;
            reservations::release_of(db, &in_house, id, doing.occasion())?;
            let version = unreachable(db, id, version + 1, doing.now)?;
            let undo = Undoing::HouseholdLeft { id, version, state: before, needs: lines, mentors };
            return doing.note(db, &say::household_signed_off(), id, Some(&undo));
        }
        doing.note(db, &say::household_saved(), id, Some(&undo))
    })
}

/// Cancels the coming times of a household and erases how it is reached. Nobody is written to: it said itself that it goes.
/// Gives the version that this leaves.
fn unreachable(db: &mut Db, id: HouseholdId, version: i32, now: Timestamp) -> Result<i32, ActionError> {
    for booking in bookings::coming(db, id, now)? {
        letters::drop_waiting(db, booking.id)?;
        changed(bookings::update(db, &BookingRow { state: BookingState::Cancelled, ..booking })?)?;
    }
    for given in consents::in_force(db, id, ConsentKind::Contact)? {
        consents::revoke(db, given.id, now)?;
    }
    let row = household(db, id)?;
    if [&row.contact_name, &row.contact_email, &row.contact_phone].iter().all(|text| text.is_empty()) {
        return Ok(version);
    }
    changed(households::set_contact(db, id, version, ["", "", ""])?)?;
    Ok(version + 1)
}

/// Makes a new card; the old one is dead from this moment on. Gives what to say: of a blocked household the new one is
/// blocked too.
///
/// # Errors
/// Without the right, or when somebody else changed the household.
pub fn replace_card(
    house: &Arc<House>,
    actor: &Actor,
    id: HouseholdId,
    version: i32,
) -> Result<(Code, Message, DeedId), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        let row = household(db, id)?;
        if row.merged_into.is_some() {
            return Err(ActionError::Refused(say::error_merge_gone()));
        }
        let blocked = row.state == HouseholdState::Blocked;
        changed(households::update(db, &HouseholdRow { version, ..row })?)?;
        let mut before = None;
        while let Some(old) = labels::bound_to(db, &id.to_string())? {
            labels::set_state(db, old, LabelState::Replaced)?;
            before = Some(old);
        }
        // Whoever found the old card may have its page open.
        pins::end_pages(db, id)?;
        let new = make_codes::new_code(db, &in_house, Kind::HouseholdCard, Some(id.to_string()))?;
        let undo = Undoing::Card { id, version: version + 1, old: before, new };
        let card = new.printed();
        let said =
            if blocked { say::household_card_replaced_blocked(card) } else { say::household_card_replaced(card) };
        let deed = doing.note(db, &said, id, Some(&undo))?;
        Ok((new, said, deed))
    })
}

/// Adds a person.
///
/// # Errors
/// Without the right, for a household that does not exist or is full, and for fields that do not fit.
pub fn add_member(
    house: &House,
    actor: &Actor,
    id: HouseholdId,
    member: &NewMember,
) -> Result<(MemberId, DeedId), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let doing = Doing::by(house, actor);
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
            let undo = Undoing::MemberAdded { id: row.id, version: row.version };
            Ok((row.id, doing.note(db, &say::household_member_saved(), row.id, Some(&undo))?))
        })
    })
}

/// Writes a person's data. Where the size is another one, the open lines that asked for the old one come along, but for those
/// that a piece lies ready for. Gives the household, for the way back, and what to say.
///
/// # Errors
/// As [`add_member`], and when somebody else changed the person.
pub fn edit_member(
    house: &Arc<House>,
    actor: &Actor,
    id: MemberId,
    version: i32,
    member: &NewMember,
) -> Result<(HouseholdId, Message, DeedId), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let known = house.store().read(|db| members::find(db, id))?.ok_or(ActionError::NotFound)?;
    let row = MemberRow { id, version, ..member_row(house, known.household_id, member)? };
    let (doing, measured, in_house) = (Doing::by(house, actor), member.measured, Arc::clone(house));
    house.store().write(move |db| {
        // Lines are ticked by whoever holds the ledger.
        ledger::lock(db)?;
        let before = members::find(db, id)?.ok_or(ActionError::NotFound)?;
        // Only who changes a size has measured; a new nickname makes nothing younger.
        let same = before.sizes() == row.sizes() && !measured;
        let measured_on = if same { before.measured_on } else { row.measured_on };
        let clothes_guessed = same && before.clothes_guessed;
        let row = MemberRow { measured_on, clothes_guessed, ..row.clone() };
        changed(members::update(db, &row)?)?;
        let lines = grow::move_lines(db, &in_house, &before, &row)?;
        let (version, image) = (version + 1, deeds::image(&before));
        let (said, undo) = match lines.len() {
            0 => (say::household_member_saved(), Undoing::Member { version, before: image }),
            count => (say::records_size_moved(count), Undoing::MemberGrown { version, before: image, needs: lines }),
        };
        let deed = doing.note(db, &said, id, Some(&undo))?;
        Ok((known.household_id, said, deed))
    })
}

/// Takes a person out for good, with the open lines of the needs list that were for him or her.
///
/// # Errors
/// Without the right, and when somebody else changed the person.
pub fn remove_member(
    house: &Arc<House>,
    actor: &Actor,
    id: MemberId,
    version: i32,
) -> Result<(HouseholdId, DeedId), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let (in_house, doing) = (Arc::clone(house), Doing::by(house, actor));
    house.store().write(move |db| {
        ledger::lock(db)?;
        let member = members::find(db, id)?.ok_or(ActionError::NotFound)?;
        let lines = needs::of_household(db, member.household_id)?;
        let theirs: Vec<_> =
            lines.iter().filter(|line| line.member_id == Some(id)).map(|line| (line.id, line.state)).collect();
        changed(members::remove(db, id, version)?)?;
        let ids: Vec<_> = theirs.iter().map(|(line, _)| *line).collect();
        reservations::release_for(db, &in_house, &ids, doing.occasion())?;
        count_people(db, member.household_id)?;
        let undo = Undoing::MemberRemoved { before: deeds::image(&member), needs: theirs };
        Ok((member.household_id, doing.note(db, &say::household_member_removed(), id, Some(&undo))?))
    })
}

fn household(db: &mut Db, id: HouseholdId) -> Result<HouseholdRow, ActionError> {
    households::find(db, id)?.ok_or(ActionError::NotFound)
}

/// How the row comes back to what it is now, once it was changed from `version`.
fn as_it_was(row: &HouseholdRow, version: i32) -> Undoing {
    Undoing::Household {
        id: row.id,
        version: version + 1,
        state: row.state,
        area: row.area.clone(),
        lang: row.lang.clone(),
        note: row.note.clone(),
    }
}

fn changed(done: bool) -> Result<(), ActionError> {
    if done { Ok(()) } else { Err(ActionError::Changed) }
}

/// A household has at least one person, also when none is described.
fn count_people(db: &mut Db, id: HouseholdId) -> Result<(), ActionError> {
    let people = members::of_household(db, id)?.len().max(1);
    Ok(households::set_people(db, id, people as i32)?)
}

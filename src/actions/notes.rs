//! Notes on items, households, donors and donations.

use std::sync::Arc;

use jiff::SignedDuration;

use super::see_household::may_see;
use super::{ActionError, Actor, House, typed};
use crate::domain::noted::NotedKind;
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId, HouseholdId, ItemId, NoteId};
use crate::store::notes::{self, NoteRow};
use crate::store::{At, Db, donations, donors, items};
use crate::texts::say;

/// Characters of a note: short, so that it stays a note.
pub const LONGEST_NOTE: usize = 500;
/// How long the author may still change what he or she wrote.
pub const EDIT_SPAN: SignedDuration = SignedDuration::from_mins(30);

/// Writes a note.
///
/// # Errors
/// Without the right to the thing, for a thing that is not there, or an empty or long text.
pub fn write(
    house: &Arc<House>,
    actor: &Actor,
    kind: NotedKind,
    subject: &str,
    body: &str,
    at_desk: bool,
) -> Result<NoteId, ActionError> {
    let body = checked(body)?;
    let (in_house, actor, subject) = (Arc::clone(house), actor.clone(), subject.to_owned());
    let (id, now) = (NoteId(house.uuid()), house.now());
    house.store().write(move |db| {
        allowed(db, &in_house, &actor, kind, &subject)?;
        notes::insert(
            db,
            &NoteRow {
                id,
                kind,
                subject: subject.clone(),
                author_id: actor.user(),
                written_at: At(now),
                changed_at: None,
                body: body.clone(),
                at_desk: at_desk && shows_at_desk(kind),
                deleted_at: None,
                deleted_by: None,
                version: 1,
            },
        )?;
        Ok(id)
    })
}

/// Changes a note, by its author and within [`EDIT_SPAN`].
///
/// # Errors
/// As [`write`]; for somebody else's note or an old one; or [`ActionError::Changed`].
pub fn change(
    house: &Arc<House>,
    actor: &Actor,
    id: NoteId,
    version: i32,
    body: &str,
    at_desk: bool,
) -> Result<NoteRow, ActionError> {
    let body = checked(body)?;
    let (in_house, actor, now) = (Arc::clone(house), actor.clone(), house.now());
    house.store().write(move |db| {
        let note = open(db, &in_house, &actor, id)?;
        if note.author_id != actor.user() || now.duration_since(note.written_at.0) > EDIT_SPAN {
            return Err(ActionError::Refused(say::error_note_not_yours()));
        }
        match notes::update(db, id, version, &body, at_desk && shows_at_desk(note.kind), now)? {
            true => Ok(note),
            false => Err(ActionError::Changed),
        }
    })
}

/// Deletes a note: its text is gone, who deleted it stays. The author may, and whoever leads.
///
/// # Errors
/// Without the right, or [`ActionError::Changed`].
pub fn delete(house: &Arc<House>, actor: &Actor, id: NoteId, version: i32) -> Result<NoteRow, ActionError> {
    let (in_house, actor, now) = (Arc::clone(house), actor.clone(), house.now());
    house.store().write(move |db| {
        let note = open(db, &in_house, &actor, id)?;
        if note.author_id != actor.user() && !actor.may(Right::EditItems) {
            return Err(ActionError::Refused(say::error_note_not_yours()));
        }
        match notes::delete(db, id, version, actor.user(), now)? {
            true => Ok(note),
            false => Err(ActionError::Changed),
        }
    })
}

/// The notes on a thing, for whoever may see the thing.
///
/// # Errors
/// Without the right.
pub fn see(
    db: &mut Db,
    house: &House,
    actor: &Actor,
    kind: NotedKind,
    subject: &str,
) -> Result<Vec<(NoteRow, String, String)>, ActionError> {
    allowed(db, house, actor, kind, subject)?;
    Ok(notes::of(db, kind, subject)?)
}

/// Only what comes to the desk: a piece, a card, a donation's code.
pub fn shows_at_desk(kind: NotedKind) -> bool {
    kind != NotedKind::Donor
}

fn open(db: &mut Db, house: &House, actor: &Actor, id: NoteId) -> Result<NoteRow, ActionError> {
    let note = notes::find(db, id)?.filter(|note| note.deleted_at.is_none()).ok_or(ActionError::NotFound)?;
    allowed(db, house, actor, note.kind, &note.subject)?;
    Ok(note)
}

/// Whoever may see a thing may see and write its notes.
fn allowed(db: &mut Db, house: &House, actor: &Actor, kind: NotedKind, subject: &str) -> Result<(), ActionError> {
    let missing = || ActionError::NotFound;
    match kind {
        NotedKind::Item => {
            actor.must(Right::SeeItems)?;
            let id: ItemId = subject.parse().map_err(|_| missing())?;
            items::find(db, id)?.map(|_| ()).ok_or_else(missing)
        }
        NotedKind::Household => {
            let id: HouseholdId = subject.parse().map_err(|_| missing())?;
            may_see(db, house, actor, id)
        }
        NotedKind::Donor => {
            actor.must(Right::SeeDonors)?;
            let id: DonorId = subject.parse().map_err(|_| missing())?;
            donors::find(db, id)?.map(|_| ()).ok_or_else(missing)
        }
        NotedKind::Donation => {
            actor.must(Right::SeeDonors)?;
            let id: DonationId = subject.parse().map_err(|_| missing())?;
            donations::find(db, id)?.map(|_| ()).ok_or_else(missing)
        }
    }
}

fn checked(body: &str) -> Result<String, ActionError> {
    let body = typed::lines("body", body, LONGEST_NOTE)?;
    if body.is_empty() {
        return Err(ActionError::field("body", say::error_note_empty()));
    }
    Ok(body)
}

//! Devices that ask to become terminals.

use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use super::columns::At;
use super::schema::enrolments;
use super::{Db, StoreError};
use crate::domain::{EnrolmentId, TerminalId, UserId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = enrolments)]
pub struct EnrolmentRow {
    pub id: EnrolmentId,
    /// What the device calls itself; the terminal's name, once it is approved.
    pub name: String,
    /// Six characters, as typed: without a hyphen.
    pub code: String,
    pub secret_hash: String,
    /// `waiting`, `approved` or `refused`.
    pub state: String,
    pub terminal_id: Option<TerminalId>,
    pub created_at: At,
    pub expires_at: At,
    pub decided_by: Option<UserId>,
}

/// Requests are forgotten this long after they ran out: until then the device is told why.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

pub fn find(db: &mut Db, id: EnrolmentId) -> Result<Option<EnrolmentRow>, StoreError> {
    Ok(enrolments::table.find(id).first(db).optional()?)
}

/// Requests that wait for somebody, the oldest first.
pub fn waiting(db: &mut Db, now: Timestamp) -> Result<Vec<EnrolmentRow>, StoreError> {
    Ok(enrolments::table
        .filter(enrolments::state.eq("waiting"))
        .filter(enrolments::expires_at.gt(At(now)))
        .order(enrolments::created_at)
        .load(db)?)
}

pub fn insert(db: &mut Db, row: &EnrolmentRow) -> Result<(), StoreError> {
    diesel::insert_into(enrolments::table).values(row).execute(db)?;
    Ok(())
}

/// Says yes with the terminal that it becomes, or no.
pub fn decide(
    db: &mut Db,
    id: EnrolmentId,
    (name, terminal): (&str, Option<TerminalId>),
    by: Option<UserId>,
    until: Timestamp,
) -> Result<(), StoreError> {
    let state = if terminal.is_some() { "approved" } else { "refused" };
    diesel::update(enrolments::table.find(id))
        .set((
            enrolments::state.eq(state),
            enrolments::name.eq(name),
            enrolments::terminal_id.eq(terminal),
            enrolments::decided_by.eq(by),
            enrolments::expires_at.eq(At(until)),
        ))
        .execute(db)?;
    Ok(())
}

pub fn remove_old(db: &mut Db, now: Timestamp) -> Result<(), StoreError> {
    diesel::delete(enrolments::table.filter(enrolments::expires_at.lt(At(now - KEPT)))).execute(db)?;
    Ok(())
}

//! Enrolled devices that scan; a signed-in browser has one too.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::terminals;
use super::{Db, StoreError};
use crate::domain::desk::Desk;
use crate::domain::{TerminalId, UserId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = terminals)]
pub struct TerminalRow {
    pub id: TerminalId,
    pub name: String,
    /// `device` or `browser`.
    pub kind: String,
    /// Whose browser it is.
    pub user_id: Option<UserId>,
    pub token_hash: Option<String>,
    /// The sequence number that the next scan must have.
    pub next_seq: i64,
    pub active: bool,
    /// The desk's memory as JSON.
    pub desk: String,
    /// Since when it has sent something that an honest terminal does not send.
    pub suspect_since: Option<At>,
    pub created_at: At,
    pub last_seen_at: Option<At>,
    /// The device that this further scanner hangs on.
    pub parent_id: Option<TerminalId>,
    /// Its number there, from 2; the device itself has none.
    pub station: Option<i32>,
}

impl TerminalRow {
    pub fn desk(&self) -> Desk {
        serde_json::from_str(&self.desk).unwrap_or_default()
    }
}

pub fn find(db: &mut Db, id: TerminalId) -> Result<Option<TerminalRow>, StoreError> {
    Ok(terminals::table.find(id).first(db).optional()?)
}

pub fn by_token_hash(db: &mut Db, hash: &str) -> Result<Option<TerminalRow>, StoreError> {
    Ok(terminals::table.filter(terminals::token_hash.eq(hash)).first(db).optional()?)
}

pub fn of_user(db: &mut Db, user: UserId) -> Result<Option<TerminalRow>, StoreError> {
    Ok(terminals::table.filter(terminals::user_id.eq(user)).first(db).optional()?)
}

/// The terminals that sent something odd and are still switched on, with their names and the moment.
pub fn suspects(db: &mut Db) -> Result<Vec<(TerminalId, String, At)>, StoreError> {
    Ok(terminals::table
        .filter(terminals::active.eq(true))
        .filter(terminals::suspect_since.is_not_null())
        .order(terminals::suspect_since)
        .select((terminals::id, terminals::name, terminals::suspect_since.assume_not_null()))
        .load(db)?)
}

/// All devices with their further scanners, newest first; browsers are left out.
pub fn devices(db: &mut Db) -> Result<Vec<TerminalRow>, StoreError> {
    Ok(terminals::table
        .filter(terminals::kind.eq("device"))
        .order((terminals::created_at.desc(), terminals::id.desc()))
        .load(db)?)
}

/// A further scanner of a device.
pub fn station(db: &mut Db, parent: TerminalId, number: i32) -> Result<Option<TerminalRow>, StoreError> {
    Ok(terminals::table
        .filter(terminals::parent_id.eq(parent))
        .filter(terminals::station.eq(number))
        .first(db)
        .optional()?)
}

/// Gives a terminal another token; the one before lets nobody in any more.
pub fn set_token(db: &mut Db, id: TerminalId, token_hash: &str) -> Result<(), StoreError> {
    diesel::update(terminals::table.find(id)).set(terminals::token_hash.eq(token_hash)).execute(db)?;
    Ok(())
}

/// Notes that the terminal was heard of.
pub fn note_seen(db: &mut Db, id: TerminalId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(terminals::table.find(id)).set(terminals::last_seen_at.eq(At(now))).execute(db)?;
    Ok(())
}

pub fn insert(db: &mut Db, row: &TerminalRow) -> Result<(), StoreError> {
    diesel::insert_into(terminals::table).values(row).execute(db)?;
    Ok(())
}

/// Takes the terminal's row for this transaction, so that two requests of one terminal come one after the other.
pub fn lock(db: &mut Db, id: TerminalId) -> Result<TerminalRow, StoreError> {
    Ok(match db {
        Db::Postgres(connection) => terminals::table.find(id).for_update().first(connection)?,
        Db::Sqlite(connection) => terminals::table.find(id).first(connection)?,
    })
}

/// Saves where the terminal stands after its scans.
pub fn save_desk(db: &mut Db, id: TerminalId, desk: &Desk, next_seq: i64, now: Timestamp) -> Result<(), StoreError> {
    let desk = serde_json::to_string(desk).map_err(|error| StoreError::Content(error.to_string()))?;
    diesel::update(terminals::table.find(id))
        .set((terminals::desk.eq(desk), terminals::next_seq.eq(next_seq), terminals::last_seen_at.eq(At(now))))
        .execute(db)?;
    Ok(())
}

pub fn mark_suspect(db: &mut Db, id: TerminalId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(terminals::table.find(id)).set(terminals::suspect_since.eq(At(now))).execute(db)?;
    Ok(())
}

/// Lets a terminal that sent something odd book again. `0` when there is none that waits for it.
pub fn release(db: &mut Db, id: TerminalId) -> Result<usize, StoreError> {
    let suspect = terminals::table.find(id).filter(terminals::suspect_since.is_not_null());
    Ok(diesel::update(suspect).set(terminals::suspect_since.eq(None::<At>)).execute(db)?)
}

pub fn set_active(db: &mut Db, id: TerminalId, active: bool) -> Result<usize, StoreError> {
    Ok(diesel::update(terminals::table.find(id)).set(terminals::active.eq(active)).execute(db)?)
}

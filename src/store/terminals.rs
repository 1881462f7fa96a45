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

/// Names of the terminals that sent something odd and are still switched on, with the moment.
pub fn suspects(db: &mut Db) -> Result<Vec<(String, At)>, StoreError> {
    Ok(terminals::table
        .filter(terminals::active.eq(true))
        .filter(terminals::suspect_since.is_not_null())
        .order(terminals::suspect_since)
        .select((terminals::name, terminals::suspect_since.assume_not_null()))
        .load(db)?)
}

/// All devices, newest first; browsers are left out.
pub fn devices(db: &mut Db) -> Result<Vec<TerminalRow>, StoreError> {
    Ok(terminals::table.filter(terminals::kind.eq("device")).order(terminals::created_at.desc()).load(db)?)
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

pub fn set_active(db: &mut Db, id: TerminalId, active: bool) -> Result<usize, StoreError> {
    Ok(diesel::update(terminals::table.find(id)).set(terminals::active.eq(active)).execute(db)?)
}

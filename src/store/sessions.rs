//! Days of handing out and their slots.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{sessions, slots};
use super::{Db, StoreError};
use crate::domain::session::{Audience, SessionState};
use crate::domain::{LocationId, SessionId, SlotId, UserId};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = sessions)]
pub struct SessionRow {
    pub id: SessionId,
    pub title: String,
    pub location_id: Option<LocationId>,
    pub opens_at: At,
    pub closes_at: At,
    pub state: SessionState,
    /// JSON, written when the day is closed and never again; empty before.
    pub figures: String,
    pub closed_by: Option<UserId>,
    pub closed_at: Option<At>,
    pub version: i32,
}

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = slots)]
pub struct SlotRow {
    pub id: SlotId,
    pub session_id: SessionId,
    pub starts_at: At,
    pub ends_at: At,
    pub capacity: i32,
    pub audience: Audience,
}

pub fn find(db: &mut Db, id: SessionId) -> Result<Option<SessionRow>, StoreError> {
    Ok(sessions::table.find(id).first(db).optional()?)
}

/// The day with its row held until the end of the transaction: nobody else books, arrives or closes meanwhile.
pub fn lock(db: &mut Db, id: SessionId) -> Result<Option<SessionRow>, StoreError> {
    Ok(match db {
        Db::Postgres(connection) => sessions::table.find(id).for_update().first(connection).optional()?,
        // A transaction of the writer holds the whole database from its beginning.
        Db::Sqlite(connection) => sessions::table.find(id).first(connection).optional()?,
    })
}

pub fn insert(db: &mut Db, row: &SessionRow) -> Result<(), StoreError> {
    diesel::insert_into(sessions::table).values(row.clone()).execute(db)?;
    Ok(())
}

/// Writes title, place and times, if nobody changed the day since `row.version` was read. `false` when somebody did.
pub fn update(db: &mut Db, row: &SessionRow) -> Result<bool, StoreError> {
    let changed = diesel::update(sessions::table.find(row.id).filter(sessions::version.eq(row.version)))
        .set((
            sessions::title.eq(&row.title),
            sessions::location_id.eq(row.location_id),
            sessions::opens_at.eq(row.opens_at),
            sessions::closes_at.eq(row.closes_at),
            sessions::version.eq(row.version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Opens a day that was planned, or plans an open one again, if nobody changed it since. `false` when somebody did.
pub fn set_state(db: &mut Db, id: SessionId, version: i32, state: SessionState) -> Result<bool, StoreError> {
    let known = sessions::table.find(id).filter(sessions::version.eq(version));
    let open = known.filter(sessions::state.ne(SessionState::Closed));
    let changed =
        diesel::update(open).set((sessions::state.eq(state), sessions::version.eq(version + 1))).execute(db)?;
    Ok(changed == 1)
}

/// Closes a day with its figures; `false` when it is closed already or was changed since.
pub fn close(
    db: &mut Db,
    id: SessionId,
    version: i32,
    figures: &str,
    by: Option<UserId>,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let known = sessions::table.find(id).filter(sessions::version.eq(version));
    let open = known.filter(sessions::state.ne(SessionState::Closed));
    let changed = diesel::update(open)
        .set((
            sessions::state.eq(SessionState::Closed),
            sessions::figures.eq(figures),
            sessions::closed_by.eq(by),
            sessions::closed_at.eq(Some(At(at))),
            sessions::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Days that end after this moment, the next first.
pub fn coming(db: &mut Db, from: Timestamp, limit: i64) -> Result<Vec<SessionRow>, StoreError> {
    Ok(sessions::table
        .filter(sessions::closes_at.gt(At(from)))
        .order((sessions::opens_at, sessions::id))
        .limit(limit)
        .load(db)?)
}

/// Days that ended before this moment, the last first; `before` is the last one of the page before.
pub fn past(
    db: &mut Db,
    now: Timestamp,
    before: Option<&SessionRow>,
    limit: i64,
) -> Result<Vec<SessionRow>, StoreError> {
    let over = sessions::table.filter(sessions::closes_at.le(At(now))).into_boxed::<super::AnyBackend>();
    let over = match before {
        Some(row) => over.filter(
            sessions::opens_at.lt(row.opens_at).or(sessions::opens_at.eq(row.opens_at).and(sessions::id.lt(row.id))),
        ),
        None => over,
    };
    Ok(over.order((sessions::opens_at.desc(), sessions::id.desc())).limit(limit).load(db)?)
}

/// Days that begin between two moments, in their order.
pub fn between(db: &mut Db, from: Timestamp, to: Timestamp) -> Result<Vec<SessionRow>, StoreError> {
    Ok(sessions::table
        .filter(sessions::opens_at.ge(At(from)))
        .filter(sessions::opens_at.lt(At(to)))
        .order((sessions::opens_at, sessions::id))
        .load(db)?)
}

pub fn find_slot(db: &mut Db, id: SlotId) -> Result<Option<SlotRow>, StoreError> {
    Ok(slots::table.find(id).first(db).optional()?)
}

pub fn slots_of(db: &mut Db, session: SessionId) -> Result<Vec<SlotRow>, StoreError> {
    Ok(slots::table.filter(slots::session_id.eq(session)).order((slots::starts_at, slots::id)).load(db)?)
}

/// The slots of all these days, in the order of time.
pub fn slots_of_any(db: &mut Db, days: &[SessionId]) -> Result<Vec<SlotRow>, StoreError> {
    Ok(slots::table.filter(slots::session_id.eq_any(days)).order((slots::starts_at, slots::id)).load(db)?)
}

pub fn insert_slot(db: &mut Db, row: &SlotRow) -> Result<(), StoreError> {
    diesel::insert_into(slots::table).values(row.clone()).execute(db)?;
    Ok(())
}

pub fn update_slot(db: &mut Db, row: &SlotRow) -> Result<(), StoreError> {
    diesel::update(slots::table.find(row.id))
        .set((
            slots::starts_at.eq(row.starts_at),
            slots::ends_at.eq(row.ends_at),
            slots::capacity.eq(row.capacity),
            slots::audience.eq(row.audience),
        ))
        .execute(db)?;
    Ok(())
}

pub fn delete_slot(db: &mut Db, id: SlotId) -> Result<(), StoreError> {
    diesel::delete(slots::table.find(id)).execute(db)?;
    Ok(())
}

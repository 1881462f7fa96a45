//! Every event that a terminal sent, with the verdict it got.

use diesel::prelude::*;

use super::columns::At;
use super::paging::{Cursor, Page};
use super::schema::{scan_events, terminals, users};
use super::{AnyBackend, Db, StoreError};
use crate::domain::desk::Outcome;
use crate::domain::{EventId, TerminalId, UserId, VisitId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = scan_events)]
pub struct ScanEventRow {
    pub event_id: EventId,
    pub terminal_id: TerminalId,
    pub seq: i64,
    pub mode: String,
    /// As it was scanned, shortened.
    pub code: String,
    pub actor_id: Option<UserId>,
    pub visit_id: Option<VisitId>,
    pub occurred_at: At,
    pub received_at: At,
    pub outcome: Outcome,
    /// The verdict as JSON, without a language.
    pub verdict: String,
    /// What the terminal said at once because it was cut off.
    pub told: Option<Outcome>,
}

pub fn find(db: &mut Db, event: EventId) -> Result<Option<ScanEventRow>, StoreError> {
    Ok(scan_events::table.find(event).first(db).optional()?)
}

pub fn insert(db: &mut Db, row: &ScanEventRow) -> Result<(), StoreError> {
    diesel::insert_into(scan_events::table).values(row).execute(db)?;
    Ok(())
}

/// The last scans of a terminal, newest first.
pub fn latest_of_terminal(db: &mut Db, terminal: TerminalId, limit: i64) -> Result<Vec<ScanEventRow>, StoreError> {
    Ok(scan_events::table
        .filter(scan_events::terminal_id.eq(terminal))
        .order(scan_events::seq.desc())
        .limit(limit)
        .load(db)?)
}

/// An event that waits for a person, with the names of the terminal and of who scanned.
#[derive(Clone, Debug, Queryable)]
pub struct Conflict {
    pub event: ScanEventRow,
    pub terminal: String,
    pub actor: Option<String>,
}

/// One page of events that contradict what others did, the latest first.
pub fn conflicts(db: &mut Db, cursor: &Cursor<EventId>, size: i64) -> Result<Page<Conflict>, StoreError> {
    let mut query = scan_events::table
        .inner_join(terminals::table)
        .left_join(users::table)
        .filter(scan_events::outcome.eq(Outcome::Conflict))
        .select((scan_events::all_columns, terminals::name, users::display_name.nullable()))
        .into_boxed::<AnyBackend>();
    let seen = match cursor {
        Cursor::Start => None,
        Cursor::After(id) | Cursor::Before(id) => find(db, *id)?,
    };
    query = match (seen, cursor.is_backwards()) {
        (Some(seen), false) => {
            let same = scan_events::received_at.eq(seen.received_at).and(scan_events::event_id.lt(seen.event_id));
            query.filter(scan_events::received_at.lt(seen.received_at).or(same))
        }
        (Some(seen), true) => {
            let same = scan_events::received_at.eq(seen.received_at).and(scan_events::event_id.gt(seen.event_id));
            query.filter(scan_events::received_at.gt(seen.received_at).or(same))
        }
        (None, _) => query,
    };
    query = if cursor.is_backwards() {
        query.order((scan_events::received_at.asc(), scan_events::event_id.asc()))
    } else {
        query.order((scan_events::received_at.desc(), scan_events::event_id.desc()))
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

/// How many events wait for a person to settle them.
pub fn count_conflicts(db: &mut Db) -> Result<i64, StoreError> {
    Ok(scan_events::table.filter(scan_events::outcome.eq(Outcome::Conflict)).count().get_result(db)?)
}

/// How many scans of each terminal there are and the highest sequence number: equal when there is no gap.
pub fn sequence_counts(db: &mut Db) -> Result<Vec<(TerminalId, i64, Option<i64>)>, StoreError> {
    use diesel::dsl::{count_star, max};
    Ok(scan_events::table
        .group_by(scan_events::terminal_id)
        .select((scan_events::terminal_id, count_star(), max(scan_events::seq)))
        .load(db)?)
}

//! Every event that a terminal sent, with the verdict it got.

use diesel::prelude::*;

use super::columns::At;
use super::schema::{movements, scan_events};
use super::{Db, StoreError};
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

/// Notes what the terminal had said at once, for a scan that the server had heard of already.
pub fn set_told(db: &mut Db, event: EventId, told: Outcome) -> Result<(), StoreError> {
    diesel::update(scan_events::table.find(event)).set(scan_events::told.eq(told)).execute(db)?;
    Ok(())
}

/// What a cut-off terminal confirmed after a number and what then booked nothing: event and code, in their order.
pub fn confirmed_for_nothing(
    db: &mut Db,
    terminal: TerminalId,
    after: i64,
) -> Result<Vec<(EventId, String, String)>, StoreError> {
    let booked = movements::table.filter(movements::event_id.eq(scan_events::event_id));
    Ok(scan_events::table
        .filter(scan_events::terminal_id.eq(terminal))
        .filter(scan_events::seq.gt(after))
        .filter(scan_events::told.eq(Outcome::Applied))
        .filter(diesel::dsl::not(diesel::dsl::exists(booked)))
        .order(scan_events::seq)
        .select((scan_events::event_id, scan_events::code, scan_events::mode))
        .load(db)?)
}

/// How many scans of each terminal there are and the highest sequence number: equal when there is no gap.
pub fn sequence_counts(db: &mut Db) -> Result<Vec<(TerminalId, i64, Option<i64>)>, StoreError> {
    use diesel::dsl::{count_star, max};
    Ok(scan_events::table
        .group_by(scan_events::terminal_id)
        .select((scan_events::terminal_id, count_star(), max(scan_events::seq)))
        .load(db)?)
}

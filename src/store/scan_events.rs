//! Every event that a terminal sent, with the verdict it got.

use diesel::prelude::*;

use super::columns::At;
use super::schema::{contradictions, movements, scan_events};
use super::{Db, StoreError};
use crate::domain::desk::{Mode, Outcome};
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

/// The visit of a scan; of one that lay on the tray, the visit of the card that booked it.
pub fn visit_of(db: &mut Db, event: &ScanEventRow) -> Result<Option<VisitId>, StoreError> {
    if event.visit_id.is_some() || event.outcome != Outcome::Question || event.mode != Mode::Handout.word() {
        return Ok(event.visit_id);
    }
    let card: Option<Option<VisitId>> = scan_events::table
        .filter(scan_events::terminal_id.eq(event.terminal_id))
        .filter(scan_events::seq.gt(event.seq))
        .filter(scan_events::visit_id.is_not_null())
        .order(scan_events::seq)
        .select(scan_events::visit_id)
        .first(db)
        .optional()?;
    Ok(card.flatten())
}

/// A scan that booked nothing.
#[derive(Queryable)]
pub struct Idle {
    pub event_id: EventId,
    pub code: String,
    pub mode: String,
    pub outcome: Outcome,
    pub told: Option<Outcome>,
    /// Whether a person was asked about it.
    pub is_asked: bool,
}

/// The scans of a terminal after a number that booked nothing, in their order.
pub fn idle_after(db: &mut Db, terminal: TerminalId, after: i64) -> Result<Vec<Idle>, StoreError> {
    let booked = movements::table.filter(movements::event_id.eq(scan_events::event_id));
    Ok(scan_events::table
        .left_join(contradictions::table)
        .filter(scan_events::terminal_id.eq(terminal))
        .filter(scan_events::seq.gt(after))
        .filter(diesel::dsl::not(diesel::dsl::exists(booked)))
        .order(scan_events::seq)
        .select((
            scan_events::event_id,
            scan_events::code,
            scan_events::mode,
            scan_events::outcome,
            scan_events::told,
            contradictions::event_id.nullable().is_not_null(),
        ))
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

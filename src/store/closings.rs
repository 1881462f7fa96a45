//! Closed periods, and the reports as they were then.

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::published::{self, PublishedRow};
use super::schema::{closings, users};
use super::{Db, StoreError};
use crate::domain::report::Report;
use crate::domain::{ClosingId, UserId};

/// A period that was closed. It is open again once it has `reopened_at`.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = closings)]
pub struct ClosingRow {
    pub id: ClosingId,
    pub from_day: Day,
    pub to_day: Day,
    /// Whose reports these are: the name of the house then.
    pub site: String,
    pub closed_by: Option<UserId>,
    pub closed_at: At,
    pub reopened_by: Option<UserId>,
    pub reopened_at: Option<At>,
    pub reason: String,
}

/// A closing with the names of those who closed and reopened it.
#[derive(Clone, Debug)]
pub struct Listed {
    pub row: ClosingRow,
    pub closed_by: Option<String>,
    pub reopened_by: Option<String>,
}

/// The name under which a report of a closed period is kept. Nothing else may have it: tables that leave the house while
/// their period is open are kept beside it under the report's own name.
fn kept_name(report: Report) -> String {
    format!("closed/{report}")
}

/// The closing of exactly this period, if it is closed now.
pub fn open_of(db: &mut Db, from: Date, to: Date) -> Result<Option<ClosingRow>, StoreError> {
    Ok(closings::table
        .filter(closings::from_day.eq(Day(from)))
        .filter(closings::to_day.eq(Day(to)))
        .filter(closings::reopened_at.is_null())
        .first(db)
        .optional()?)
}

pub fn find(db: &mut Db, id: ClosingId) -> Result<Option<ClosingRow>, StoreError> {
    Ok(closings::table.find(id).first(db).optional()?)
}

fn names(db: &mut Db, row: ClosingRow) -> Result<Listed, StoreError> {
    let mut name = |id: Option<UserId>| -> Result<Option<String>, StoreError> {
        let Some(id) = id else { return Ok(None) };
        Ok(users::table.find(id).select(users::display_name).first(db).optional()?)
    };
    let (closed_by, reopened_by) = (name(row.closed_by)?, name(row.reopened_by)?);
    Ok(Listed { row, closed_by, reopened_by })
}

/// The last closings, newest first.
pub fn latest(db: &mut Db, many: i64) -> Result<Vec<Listed>, StoreError> {
    let rows: Vec<ClosingRow> =
        closings::table.order((closings::closed_at.desc(), closings::id.desc())).limit(many).load(db)?;
    rows.into_iter().map(|row| names(db, row)).collect()
}

/// The report of a closed period as it was then, with who closed it.
pub fn table_of(
    db: &mut Db,
    report: Report,
    from: Date,
    to: Date,
) -> Result<Option<(Listed, PublishedRow)>, StoreError> {
    let Some(closing) = open_of(db, from, to)? else { return Ok(None) };
    let kept = published::find(db, &kept_name(report), &closing.id.to_string(), from, to)?;
    let Some(kept) = kept else { return Ok(None) };
    Ok(Some((names(db, closing)?, kept)))
}

/// Keeps a report for a closing. What an earlier closing of the period kept stays.
pub fn keep(db: &mut Db, report: Report, closing: &ClosingRow, row: PublishedRow) -> Result<(), StoreError> {
    published::insert(db, &PublishedRow { report: kept_name(report), scope: closing.id.to_string(), ..row })
}

pub fn insert(db: &mut Db, row: &ClosingRow) -> Result<(), StoreError> {
    diesel::insert_into(closings::table).values(row).execute(db)?;
    Ok(())
}

/// Opens a period again. `false` when it is open.
pub fn reopen(db: &mut Db, id: ClosingId, by: Option<UserId>, at: Timestamp, reason: &str) -> Result<bool, StoreError> {
    let closed = closings::table.find(id).filter(closings::reopened_at.is_null());
    let changed = diesel::update(closed)
        .set((closings::reopened_by.eq(by), closings::reopened_at.eq(Some(At(at))), closings::reason.eq(reason)))
        .execute(db)?;
    Ok(changed == 1)
}

//! Closed periods, and the reports as they were then.

use std::collections::HashSet;

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::published::{self, PublishedRow};
use super::schema::{closings, deeds, donations, receipts, users};
use super::{Db, StoreError};
use crate::domain::report::Report;
use crate::domain::{ClosingId, DonationId, UserId};

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
    /// Gifts of it that are not any more as its reports have them; 0 when it is open.
    pub changed: usize,
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

/// The longest closed period that this day lies in.
pub fn over(db: &mut Db, day: Date) -> Result<Option<ClosingRow>, StoreError> {
    Ok(closings::table
        .filter(closings::from_day.le(Day(day)))
        .filter(closings::to_day.ge(Day(day)))
        .filter(closings::reopened_at.is_null())
        .order((closings::from_day, closings::to_day.desc()))
        .first(db)
        .optional()?)
}

/// How many gifts of a closed period were entered, changed, confirmed or lost their receipt since it was closed. A gift that was
/// moved to another period is not among them any more.
pub fn changed_since(db: &mut Db, closing: &ClosingRow) -> Result<usize, StoreError> {
    let (days, at) = ((closing.from_day, closing.to_day), closing.closed_at);
    let deed = deeds::table
        .filter(deeds::subject.eq(donations::id.nullable()))
        .filter(deeds::undone_at.is_null())
        .filter(deeds::done_at.gt(at));
    let gifts: Vec<DonationId> = donations::table
        .filter(donations::received_on.between(days.0, days.1))
        .filter(donations::created_at.gt(at).or(diesel::dsl::exists(deed)))
        .select(donations::id)
        .load(db)?;
    let confirmed: Vec<DonationId> = receipts::table
        .inner_join(donations::table)
        .filter(receipts::issued_at.gt(at).or(receipts::voided_at.gt(at)))
        .filter(donations::received_on.between(days.0, days.1).or(receipts::issued_on.between(days.0, days.1)))
        .select(receipts::donation_id)
        .load(db)?;
    Ok(gifts.into_iter().chain(confirmed).collect::<HashSet<_>>().len())
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
    Ok(Listed { row, closed_by, reopened_by, changed: 0 })
}

/// The last closings, newest first.
pub fn latest(db: &mut Db, many: i64) -> Result<Vec<Listed>, StoreError> {
    let rows: Vec<ClosingRow> =
        closings::table.order((closings::closed_at.desc(), closings::id.desc())).limit(many).load(db)?;
    let counted = |row: ClosingRow| {
        let changed = if row.reopened_at.is_none() { changed_since(db, &row)? } else { 0 };
        Ok(Listed { changed, ..names(db, row)? })
    };
    rows.into_iter().map(counted).collect()
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

//! Closed periods, and the reports as they were then.

use std::collections::HashSet;

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::published::{self, PublishedRow};
use super::schema::{acceptances, closings, council_lines, council_lists, deeds, donations, receipts, users};
use super::{Db, StoreError};
use crate::domain::report::Report;
use crate::domain::{AcceptanceId, ClosingId, CouncilListId, DonationId, UserId};

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

/// No report shows these deeds about a gift: scanned pieces on a line, papers, and what only says that another deed was undone.
const IS_SHOWN: &str = r#"(deeds.said NOT LIKE '{"id":"values-put",%' AND deeds.said NOT LIKE '{"id":"values-evidence-%' AND
    deeds.said NOT LIKE '{"id":"undone%')"#;

/// How many gifts of a closed period are not any more as its reports have them: entered, changed, decided on, confirmed or without
/// their receipt since it was closed; also what was decided in a session of that time. A gift that was moved to another period is
/// not among them any more.
pub fn changed_since(db: &mut Db, closing: &ClosingRow) -> Result<usize, StoreError> {
    let (days, at) = ((closing.from_day, closing.to_day), closing.closed_at);
    // What was done and undone since is as it was; what was undone since, and done before, is not.
    macro_rules! moved_since {
        ($subject:expr) => {
            deeds::table
                .filter(deeds::subject.eq($subject.nullable()))
                .filter(
                    deeds::undone_at
                        .is_null()
                        .and(deeds::done_at.gt(at))
                        .or(deeds::undone_at.gt(at).and(deeds::done_at.le(at))),
                )
                .filter(diesel::dsl::sql::<diesel::sql_types::Bool>(IS_SHOWN))
        };
    }
    let received = || donations::received_on.between(days.0, days.1);
    let gifts: Vec<DonationId> = donations::table
        .filter(received())
        .filter(donations::created_at.gt(at).or(diesel::dsl::exists(moved_since!(donations::id))))
        .select(donations::id)
        .load(db)?;
    let decided: Vec<DonationId> = council_lines::table
        .inner_join(council_lists::table)
        .inner_join(donations::table)
        .filter(received().or(council_lists::held_on.between(days.0, days.1)))
        .filter(diesel::dsl::exists(moved_since!(council_lists::id)))
        .select(council_lines::donation_id)
        .load(db)?;
    // Only the day of what was offered follows its record.
    let signed: Vec<DonationId> = acceptances::table
        .inner_join(donations::table)
        .filter(received())
        .filter(donations::offered_on.is_not_null())
        .filter(acceptances::signed_at.gt(at))
        .select(acceptances::donation_id)
        .load(db)?;
    let confirmed: Vec<DonationId> = receipts::table
        .inner_join(donations::table)
        .filter(receipts::issued_at.gt(at).or(receipts::voided_at.gt(at)))
        .filter(received().or(receipts::issued_on.between(days.0, days.1)))
        .select(receipts::donation_id)
        .load(db)?;
    Ok(gifts.into_iter().chain(decided).chain(signed).chain(confirmed).collect::<HashSet<_>>().len())
}

/// The days of what a deed was about, as far as reports count by them: a gift, a list with its session and its gifts, an
/// acceptance record.
pub fn days_of(db: &mut Db, subject: &str) -> Result<Vec<Date>, StoreError> {
    let mut days: Vec<Day> = Vec::new();
    if let Ok(id) = subject.parse::<DonationId>() {
        days.extend(donations::table.find(id).select(donations::received_on).first::<Day>(db).optional()?);
    }
    if let Ok(id) = subject.parse::<CouncilListId>() {
        let held: Option<Option<Day>> =
            council_lists::table.find(id).select(council_lists::held_on).first(db).optional()?;
        days.extend(held.flatten());
        let gifts = council_lines::table.inner_join(donations::table).filter(council_lines::list_id.eq(id));
        days.extend(gifts.select(donations::received_on).distinct().load::<Day>(db)?);
    }
    if let Ok(id) = subject.parse::<AcceptanceId>() {
        let record = acceptances::table.inner_join(donations::table).filter(acceptances::id.eq(id));
        let of: Option<(Day, Day)> =
            record.select((acceptances::made_on, donations::received_on)).first(db).optional()?;
        days.extend(of.into_iter().flat_map(|(made, received)| [made, received]));
    }
    Ok(days.into_iter().map(|day| day.0).collect())
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

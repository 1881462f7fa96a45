//! Tables that left the house, as they left it.

use diesel::prelude::*;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::schema::published_tables;
use super::{Db, StoreError};
use crate::domain::{PublishedId, UserId};

/// One table, or several that were given out together.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = published_tables)]
pub struct PublishedRow {
    pub id: PublishedId,
    pub report: String,
    /// What it is about: a donor's id; empty for everything.
    pub scope: String,
    pub from_day: Day,
    pub to_day: Day,
    pub closed: bool,
    /// What was shown, as JSON.
    pub shown: String,
    /// What it was counted from, as JSON, households by their marks. Leaves the house never.
    pub counted: String,
    /// SHA-256 of `shown`, hexadecimal.
    pub sha256: String,
    pub made_by: Option<UserId>,
    pub made_at: At,
}

pub fn insert(db: &mut Db, row: &PublishedRow) -> Result<(), StoreError> {
    diesel::insert_into(published_tables::table).values(row.clone()).execute(db)?;
    Ok(())
}

/// What left the house over exactly these days.
pub fn find(db: &mut Db, report: &str, scope: &str, from: Date, to: Date) -> Result<Option<PublishedRow>, StoreError> {
    Ok(published_tables::table
        .filter(published_tables::report.eq(report))
        .filter(published_tables::scope.eq(scope))
        .filter(published_tables::from_day.eq(Day(from)))
        .filter(published_tables::to_day.eq(Day(to)))
        .first(db)
        .optional()?)
}

/// What left the house over days between two days, both included, the earliest first.
pub fn within(db: &mut Db, report: &str, scope: &str, from: Date, to: Date) -> Result<Vec<PublishedRow>, StoreError> {
    Ok(published_tables::table
        .filter(published_tables::report.eq(report))
        .filter(published_tables::scope.eq(scope))
        .filter(published_tables::from_day.ge(Day(from)))
        .filter(published_tables::to_day.le(Day(to)))
        .order((published_tables::from_day, published_tables::to_day))
        .load(db)?)
}

/// What left the house over exactly these days, of every scope.
pub fn of_days(db: &mut Db, report: &str, from: Date, to: Date) -> Result<Vec<PublishedRow>, StoreError> {
    Ok(published_tables::table
        .filter(published_tables::report.eq(report))
        .filter(published_tables::from_day.eq(Day(from)))
        .filter(published_tables::to_day.eq(Day(to)))
        .order(published_tables::scope)
        .load(db)?)
}

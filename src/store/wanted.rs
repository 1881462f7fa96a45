//! What donors are asked for: the publications, a person's marks, and the words on the public page.

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::schema::{always_welcome, house_facts, not_now, publications};
use super::{Db, StoreError};
use crate::domain::catalogue::ProductCode;
use crate::domain::wanted::{Asked, Change, Marks, Numbers};

/// What was made public on one day.
#[derive(Clone, Debug)]
pub struct Publication {
    pub day: Date,
    pub at: Timestamp,
    /// As the needs lists say.
    pub lines: Vec<Asked>,
    /// With the marks of that moment.
    pub told: Vec<Asked>,
    /// Since the publication before.
    pub changes: Vec<Change>,
    pub numbers: Numbers,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = publications)]
struct PublicationRow {
    published_on: Day,
    at: At,
    lines: String,
    told: String,
    changes: String,
    numbers: String,
}

impl PublicationRow {
    /// What can no longer be read counts as nothing said.
    fn read(self) -> Publication {
        fn of<T: serde::de::DeserializeOwned + Default>(text: &str) -> T {
            serde_json::from_str(text).unwrap_or_default()
        }
        Publication {
            day: self.published_on.0,
            at: self.at.0,
            lines: of(&self.lines),
            told: of(&self.told),
            changes: of(&self.changes),
            numbers: of(&self.numbers),
        }
    }
}

/// The latest publications, the newest first.
pub fn publications(db: &mut Db, most: i64) -> Result<Vec<Publication>, StoreError> {
    let rows: Vec<PublicationRow> =
        publications::table.order(publications::published_on.desc()).limit(most).load(db)?;
    Ok(rows.into_iter().map(PublicationRow::read).collect())
}

/// The day of the latest publication.
pub fn last_day(db: &mut Db) -> Result<Option<Date>, StoreError> {
    let day: Option<Day> = publications::table
        .order(publications::published_on.desc())
        .select(publications::published_on)
        .first(db)
        .optional()?;
    Ok(day.map(|day| day.0))
}

pub fn insert(db: &mut Db, one: &Publication) -> Result<(), StoreError> {
    fn text<T: serde::Serialize>(value: &T) -> String {
        serde_json::to_string(value).unwrap_or_default()
    }
    let row = PublicationRow {
        published_on: Day(one.day),
        at: At(one.at),
        lines: text(&one.lines),
        told: text(&one.told),
        changes: text(&one.changes),
        numbers: text(&one.numbers),
    };
    diesel::insert_into(publications::table).values(&row).execute(db)?;
    Ok(())
}

/// Forgets publications before a day, and the numbers behind all but the one of `keep`.
pub fn forget(db: &mut Db, before: Date, keep: Date) -> Result<(), StoreError> {
    diesel::delete(publications::table.filter(publications::published_on.lt(Day(before)))).execute(db)?;
    diesel::update(publications::table.filter(publications::published_on.ne(Day(keep))))
        .set(publications::numbers.eq("{}"))
        .execute(db)?;
    Ok(())
}

/// What a person in the house says about products.
pub fn marks(db: &mut Db) -> Result<Marks, StoreError> {
    let welcome: Vec<(ProductCode, String)> = always_welcome::table.load(db)?;
    let not_now: Vec<ProductCode> = not_now::table.select(not_now::product_code).load(db)?;
    Ok(Marks { welcome: welcome.into_iter().collect(), not_now: not_now.into_iter().collect() })
}

/// Takes every mark off a product.
pub fn unmark(db: &mut Db, product: &ProductCode) -> Result<(), StoreError> {
    diesel::delete(always_welcome::table.find(product)).execute(db)?;
    diesel::delete(not_now::table.find(product)).execute(db)?;
    Ok(())
}

/// Marks a product as always welcome, in these sizes. It must have no mark.
pub fn welcome(db: &mut Db, product: &ProductCode, sizes: &str) -> Result<(), StoreError> {
    diesel::insert_into(always_welcome::table)
        .values((always_welcome::product_code.eq(product), always_welcome::sizes.eq(sizes)))
        .execute(db)?;
    Ok(())
}

/// Marks a product as not wanted for now. It must have no mark.
pub fn stop(db: &mut Db, product: &ProductCode) -> Result<(), StoreError> {
    diesel::insert_into(not_now::table).values(not_now::product_code.eq(product)).execute(db)?;
    Ok(())
}

/// Writes a fact of the house, whether it was there or not.
pub fn set_fact(db: &mut Db, name: &str, value: &str) -> Result<(), StoreError> {
    let changed = diesel::update(house_facts::table.find(name)).set(house_facts::value.eq(value)).execute(db)?;
    if changed == 0 {
        super::sign_ins::set_house_fact(db, name, value)?;
    }
    Ok(())
}

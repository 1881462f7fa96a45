//! Issuers: who confirms gifts, under which notice.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::columns::At;
use super::schema::{council_lists, donations, issuers, receipts};
use super::{Db, StoreError};
use crate::domain::IssuerId;
use crate::domain::receipt::{Field, FormId, Party};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = issuers)]
#[diesel(treat_none_as_null = true)]
pub struct IssuerRow {
    pub id: IssuerId,
    pub form: FormId,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    /// What the form asks for besides, as a JSON object: read it with [`IssuerRow::fields`].
    pub fields: String,
    /// Years that a duplicate is kept, from the end of the year of issue.
    pub keep_years: i32,
    /// From this total on a second person has to agree; `None`: always.
    pub four_eyes_from_cents: Option<i64>,
    /// A city: from this value on the council decides; `None`: always.
    pub council_from_cents: Option<i64>,
    pub active: bool,
    pub created_at: At,
    pub version: i32,
    /// The lowest limit before it was raised, and when it was raised last: gifts that were recorded until then keep it.
    pub four_eyes_before_cents: Option<i64>,
    pub four_eyes_raised_at: Option<At>,
}

impl IssuerRow {
    /// What the form asks for. A key that this version does not know is left out.
    pub fn fields(&self) -> BTreeMap<Field, String> {
        fields_in(&self.fields)
    }

    /// From which total on a receipt for a gift that was recorded at `recorded` needs a second person; `None`: always. Nobody
    /// raises the limit for a gift that is on the table already.
    pub fn limit_for(&self, recorded: At) -> Option<i64> {
        let now = self.four_eyes_from_cents?;
        match self.four_eyes_raised_at {
            Some(raised) if recorded.0 <= raised.0 => Some(self.four_eyes_before_cents?.min(now)),
            _ => Some(now),
        }
    }

    /// This row in the place of `before`: where the limit goes up, the one until now stays for gifts that were recorded.
    #[must_use]
    pub fn instead_of(self, before: &IssuerRow, now: At) -> IssuerRow {
        // No limit is the lowest of all: every receipt is looked at.
        let lowest = |one: Option<i64>, other: Option<i64>| one.zip(other).map(|(one, other)| one.min(other));
        if self.four_eyes_from_cents <= before.four_eyes_from_cents {
            return IssuerRow {
                four_eyes_before_cents: before.four_eyes_before_cents,
                four_eyes_raised_at: before.four_eyes_raised_at,
                ..self
            };
        }
        let known = match before.four_eyes_raised_at {
            Some(_) => lowest(before.four_eyes_before_cents, before.four_eyes_from_cents),
            None => before.four_eyes_from_cents,
        };
        IssuerRow { four_eyes_before_cents: known, four_eyes_raised_at: Some(now), ..self }
    }

    /// Name and address as they are printed.
    pub fn party(&self) -> Party {
        Party {
            name: self.name.clone(),
            street: self.street.clone(),
            postcode: self.postcode.clone(),
            city: self.city.clone(),
            country: String::new(),
        }
    }
}

/// What stands in the column. A key that this version does not know is left out.
pub fn fields_in(column: &str) -> BTreeMap<Field, String> {
    let stored: BTreeMap<String, String> = serde_json::from_str(column).unwrap_or_default();
    stored.into_iter().filter_map(|(key, value)| Some((key.parse().ok()?, value))).collect()
}

/// The fields as they stand in their column.
pub fn fields_column(fields: &BTreeMap<Field, String>) -> String {
    let stored: BTreeMap<&str, &String> = fields.iter().map(|(field, value)| (field.word(), value)).collect();
    serde_json::to_string(&stored).unwrap_or_else(|_| "{}".to_owned())
}

pub fn find(db: &mut Db, id: IssuerId) -> Result<Option<IssuerRow>, StoreError> {
    Ok(issuers::table.find(id).first(db).optional()?)
}

/// All of them, those in use first. A house has a handful, so nobody turns pages.
pub fn all(db: &mut Db) -> Result<Vec<IssuerRow>, StoreError> {
    Ok(issuers::table.order((issuers::active.desc(), issuers::name, issuers::id)).limit(200).load(db)?)
}

/// Those that may still issue, by name.
pub fn active(db: &mut Db) -> Result<Vec<IssuerRow>, StoreError> {
    Ok(issuers::table.filter(issuers::active.eq(true)).order((issuers::name, issuers::id)).limit(200).load(db)?)
}

pub fn insert(db: &mut Db, row: &IssuerRow) -> Result<(), StoreError> {
    diesel::insert_into(issuers::table).values(row).execute(db)?;
    Ok(())
}

/// Writes the row, whose version is the one after `version`, if nobody changed the issuer since that was read. `false` when
/// somebody did.
pub fn update(db: &mut Db, row: &IssuerRow, version: i32) -> Result<bool, StoreError> {
    let unchanged = issuers::table.filter(issuers::id.eq(row.id)).filter(issuers::version.eq(version));
    Ok(diesel::update(unchanged).set(row).execute(db)? == 1)
}

/// Whether a receipt, also a draft, a gift or a council's list names this issuer.
pub fn is_used(db: &mut Db, id: IssuerId) -> Result<bool, StoreError> {
    Ok(receipts::table.filter(receipts::issuer_id.eq(id)).count().get_result::<i64>(db)? > 0
        || donations::table.filter(donations::issuer_id.eq(id)).count().get_result::<i64>(db)? > 0
        || council_lists::table.filter(council_lists::issuer_id.eq(id)).count().get_result::<i64>(db)? > 0)
}

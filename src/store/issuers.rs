//! Issuers: who confirms gifts, under which notice.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::columns::At;
use super::schema::{issuers, receipts};
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
}

impl IssuerRow {
    /// What the form asks for. A key that this version does not know is left out.
    pub fn fields(&self) -> BTreeMap<Field, String> {
        let stored: BTreeMap<String, String> = serde_json::from_str(&self.fields).unwrap_or_default();
        stored.into_iter().filter_map(|(key, value)| Some((key.parse().ok()?, value))).collect()
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

/// Whether a receipt, also a draft, names this issuer: then its form stays as it is.
pub fn has_receipts(db: &mut Db, id: IssuerId) -> Result<bool, StoreError> {
    let any = receipts::table.filter(receipts::issuer_id.eq(id)).select(receipts::id).limit(1);
    Ok(any.first::<crate::domain::ReceiptId>(db).optional()?.is_some())
}

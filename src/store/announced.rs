//! What a donation that has not come yet will bring.

use diesel::prelude::*;
use jiff::civil::Date;

use super::columns::Day;
use super::schema::{announced, donations, donors};
use super::{Db, StoreError};
use crate::domain::catalogue::{Cut, ProductCode};
use crate::domain::donation::DonationState;
use crate::domain::{AnnouncedId, DonationId};

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = announced)]
pub struct AnnouncedRow {
    pub id: AnnouncedId,
    pub donation_id: DonationId,
    pub product_code: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub pieces: i32,
    pub expected_on: Option<Day>,
}

/// Donations whose lines count: what they bring has not come.
pub const STILL_TO_COME: [DonationState; 2] = [DonationState::Draft, DonationState::Offered];

/// The lines of a donation, in the order in which they were written down.
pub fn of_donation(db: &mut Db, donation: DonationId) -> Result<Vec<AnnouncedRow>, StoreError> {
    Ok(announced::table.filter(announced::donation_id.eq(donation)).order(announced::id).load(db)?)
}

/// Donations that will bring a product: the donor's name, and when it is expected; the earliest first.
pub fn of_product(db: &mut Db, product: &ProductCode, limit: i64) -> Result<Vec<(AnnouncedRow, String)>, StoreError> {
    Ok(announced::table
        .inner_join(donations::table.inner_join(donors::table))
        .filter(announced::product_code.eq(product))
        .filter(donations::state.eq_any(STILL_TO_COME))
        .order((announced::expected_on, announced::id))
        .select((announced::all_columns, donors::name))
        .limit(limit)
        .load(db)?)
}

pub fn insert(db: &mut Db, row: &AnnouncedRow) -> Result<(), StoreError> {
    diesel::insert_into(announced::table).values(row).execute(db)?;
    Ok(())
}

/// Takes a line off its donation. `false` when it was not there.
pub fn delete(db: &mut Db, donation: DonationId, id: AnnouncedId) -> Result<bool, StoreError> {
    let line = announced::table.filter(announced::id.eq(id)).filter(announced::donation_id.eq(donation));
    Ok(diesel::delete(line).execute(db)? == 1)
}

/// The day on which a gift that was only announced came.
pub fn set_day(db: &mut Db, donation: DonationId, day: Date) -> Result<(), StoreError> {
    diesel::update(donations::table.find(donation)).set(donations::received_on.eq(Day(day))).execute(db)?;
    Ok(())
}

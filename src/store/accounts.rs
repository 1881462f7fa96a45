//! What DATEV needs to know of an issuer's accounts. Each issuer keeps books of its own.

use diesel::prelude::*;

use super::schema::issuer_accounts;
use super::{Db, StoreError};
use crate::domain::IssuerId;

/// Numbers as they were typed and found to be good.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = issuer_accounts)]
pub struct AccountsRow {
    pub issuer_id: IssuerId,
    pub consultant: i32,
    pub client: i32,
    /// Month and day: "01-01".
    pub year_begins: String,
    pub account_length: i32,
    pub gifts_account: i32,
    pub gifts_against: i32,
    pub purchases_account: i32,
    pub purchases_against: i32,
    pub version: i32,
}

pub fn find(db: &mut Db, issuer: IssuerId) -> Result<Option<AccountsRow>, StoreError> {
    Ok(issuer_accounts::table.find(issuer).first(db).optional()?)
}

/// Writes the row, whose version is the one after `version`; the first one of an issuer has version 1. `false` when somebody
/// was faster.
pub fn write(db: &mut Db, row: &AccountsRow, version: i32) -> Result<bool, StoreError> {
    let known = issuer_accounts::table.find(row.issuer_id).count().get_result::<i64>(db)? > 0;
    if !known && version == 0 {
        diesel::insert_into(issuer_accounts::table).values(row).execute(db)?;
        return Ok(true);
    }
    let same = issuer_accounts::table
        .filter(issuer_accounts::issuer_id.eq(row.issuer_id))
        .filter(issuer_accounts::version.eq(version));
    Ok(diesel::update(same).set(row).execute(db)? == 1)
}

//! What came of a form, by the key that the form carried: a second sending gets the first one's answer.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::form_keys;
use super::{Db, StoreError};
use crate::domain::UserId;

#[derive(Clone, Debug, Insertable)]
#[diesel(table_name = form_keys)]
pub struct FormKeyRow {
    pub user_id: UserId,
    pub form_key: String,
    /// What was made, as JSON.
    pub result: String,
    pub created_at: At,
}

/// What this person's form with this key made; `None` when it was not sent yet.
pub fn find(db: &mut Db, user: UserId, key: &str) -> Result<Option<String>, StoreError> {
    Ok(form_keys::table.find((user, key)).select(form_keys::result).first(db).optional()?)
}

/// Notes what a form made, and forgets those from before `oldest`.
pub fn insert(db: &mut Db, row: &FormKeyRow, oldest: Timestamp) -> Result<(), StoreError> {
    diesel::delete(form_keys::table.filter(form_keys::created_at.lt(At(oldest)))).execute(db)?;
    diesel::insert_into(form_keys::table).values(row).execute(db)?;
    Ok(())
}

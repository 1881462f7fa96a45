//! Signed-in browsers. The key in the cookie is stored only as its hash.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{house_facts, sign_ins};
use super::{Db, StoreError};
use crate::domain::UserId;

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = sign_ins)]
pub struct SignInRow {
    pub key_hash: String,
    pub user_id: Option<UserId>,
    pub state: String,
    pub created_at: At,
    pub expires_at: At,
}

/// The state of a sign-in that has not expired.
pub fn state(db: &mut Db, key_hash: &str, now: Timestamp) -> Result<Option<String>, StoreError> {
    Ok(sign_ins::table
        .find(key_hash)
        .filter(sign_ins::expires_at.gt(At(now)))
        .select(sign_ins::state)
        .first(db)
        .optional()?)
}

/// Saves a new sign-in and throws away those that have expired.
pub fn insert(db: &mut Db, row: &SignInRow, now: Timestamp) -> Result<(), StoreError> {
    diesel::delete(sign_ins::table.filter(sign_ins::expires_at.le(At(now)))).execute(db)?;
    diesel::insert_into(sign_ins::table).values(row).execute(db)?;
    Ok(())
}

/// Replaces the state; the sign-in ends no later for it. Nothing happens when it was ended meanwhile.
pub fn update(db: &mut Db, key_hash: &str, state: &str) -> Result<(), StoreError> {
    diesel::update(sign_ins::table.find(key_hash)).set(sign_ins::state.eq(state)).execute(db)?;
    Ok(())
}

pub fn delete(db: &mut Db, key_hash: &str) -> Result<(), StoreError> {
    diesel::delete(sign_ins::table.find(key_hash)).execute(db)?;
    Ok(())
}

/// Ends every sign-in of a person: after a new password, another role, or when the account is switched off.
pub fn delete_of_user(db: &mut Db, user: UserId) -> Result<(), StoreError> {
    diesel::delete(sign_ins::table.filter(sign_ins::user_id.eq(user))).execute(db)?;
    Ok(())
}

/// A small fact of the installation, such as the key that signs cookies.
pub fn house_fact(db: &mut Db, name: &str) -> Result<Option<String>, StoreError> {
    Ok(house_facts::table.find(name).select(house_facts::value).first(db).optional()?)
}

/// Writes a fact anew, whatever it was.
pub fn renew_house_fact(db: &mut Db, name: &str, value: &str) -> Result<(), StoreError> {
    diesel::delete(house_facts::table.find(name)).execute(db)?;
    set_house_fact(db, name, value)
}

pub fn set_house_fact(db: &mut Db, name: &str, value: &str) -> Result<(), StoreError> {
    diesel::insert_into(house_facts::table)
        .values((house_facts::name.eq(name), house_facts::value.eq(value)))
        .execute(db)?;
    Ok(())
}

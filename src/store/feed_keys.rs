//! Secrets that open somebody's calendar feed without signing in; only their hashes.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::feed_keys;
use super::{Db, StoreError};
use crate::domain::UserId;

/// Whose feed a key opens.
pub fn owner(db: &mut Db, key_hash: &str) -> Result<Option<UserId>, StoreError> {
    let found: Option<Option<UserId>> = feed_keys::table
        .find(key_hash)
        .filter(feed_keys::kind.eq("calendar"))
        .select(feed_keys::user_id)
        .first(db)
        .optional()?;
    Ok(found.flatten())
}

/// Gives somebody a new key; the one before is dead.
pub fn renew(db: &mut Db, user: UserId, key_hash: &str, now: Timestamp) -> Result<(), StoreError> {
    diesel::delete(feed_keys::table.filter(feed_keys::user_id.eq(user))).execute(db)?;
    diesel::insert_into(feed_keys::table)
        .values((
            feed_keys::key_hash.eq(key_hash),
            feed_keys::kind.eq("calendar"),
            feed_keys::user_id.eq(Some(user)),
            feed_keys::made_at.eq(At(now)),
        ))
        .execute(db)?;
    Ok(())
}

/// Whether somebody has a key.
pub fn has(db: &mut Db, user: UserId) -> Result<bool, StoreError> {
    let counted: i64 = feed_keys::table.filter(feed_keys::user_id.eq(user)).count().get_result(db)?;
    Ok(counted > 0)
}

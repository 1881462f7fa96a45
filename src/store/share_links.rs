//! Links that show a donor what became of the gifts; only the hashes of their keys.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::{At, Day};
use super::schema::share_links;
use super::{Db, StoreError};
use crate::domain::{DonorId, ShareLinkId, UserId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = share_links)]
pub struct ShareLinkRow {
    pub id: ShareLinkId,
    pub key_hash: String,
    pub donor_id: DonorId,
    pub from_day: Day,
    pub to_day: Day,
    pub made_by: Option<UserId>,
    pub made_at: At,
    pub expires_at: At,
    pub revoked_at: Option<At>,
    pub opened: i32,
}

/// A donor's links, the latest first.
pub fn of_donor(db: &mut Db, donor: DonorId) -> Result<Vec<ShareLinkRow>, StoreError> {
    Ok(share_links::table
        .filter(share_links::donor_id.eq(donor))
        .order((share_links::made_at.desc(), share_links::id.desc()))
        .load(db)?)
}

/// What a key opens now; nothing when it has ended.
pub fn open(db: &mut Db, key_hash: &str, now: Timestamp) -> Result<Option<ShareLinkRow>, StoreError> {
    Ok(share_links::table
        .filter(share_links::key_hash.eq(key_hash))
        .filter(share_links::revoked_at.is_null())
        .filter(share_links::expires_at.gt(At(now)))
        .first(db)
        .optional()?)
}

pub fn insert(db: &mut Db, row: &ShareLinkRow) -> Result<(), StoreError> {
    diesel::insert_into(share_links::table).values(row).execute(db)?;
    Ok(())
}

/// Somebody looked.
pub fn count_opening(db: &mut Db, id: ShareLinkId) -> Result<(), StoreError> {
    diesel::update(share_links::table.find(id)).set(share_links::opened.eq(share_links::opened + 1)).execute(db)?;
    Ok(())
}

/// Ends a link of this donor. `false` when there is none that is open.
pub fn revoke(db: &mut Db, donor: DonorId, id: ShareLinkId, now: Timestamp) -> Result<bool, StoreError> {
    let open = share_links::table
        .filter(share_links::id.eq(id))
        .filter(share_links::donor_id.eq(donor))
        .filter(share_links::revoked_at.is_null());
    Ok(diesel::update(open).set(share_links::revoked_at.eq(Some(At(now)))).execute(db)? == 1)
}

//! What a household does on its own page: its open pages, its PIN, and whether it may be written to.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{access_log, household_sign_ins, households, users};
use super::{Db, StoreError};
use crate::domain::rights::Role;
use crate::domain::{HouseholdId, ItemId};

/// An open page. The key in the cookie is stored only as its hash.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = household_sign_ins)]
pub struct OpenPage {
    pub key_hash: String,
    pub household_id: HouseholdId,
    pub created_at: At,
    pub expires_at: At,
    /// The hash of card and PIN as they were when it was opened.
    pub mark: String,
}

/// The open page of a key, unless its time is over.
pub fn open_page(db: &mut Db, key_hash: &str, now: Timestamp) -> Result<Option<OpenPage>, StoreError> {
    Ok(household_sign_ins::table
        .find(key_hash)
        .filter(household_sign_ins::expires_at.gt(At(now)))
        .first(db)
        .optional()?)
}

/// Keeps a new open page and throws away those whose time is over.
pub fn insert(db: &mut Db, row: &OpenPage, now: Timestamp) -> Result<(), StoreError> {
    diesel::delete(household_sign_ins::table.filter(household_sign_ins::expires_at.le(At(now)))).execute(db)?;
    diesel::insert_into(household_sign_ins::table).values(row).execute(db)?;
    Ok(())
}

/// Moves the end of an open page. Nothing happens when it was closed meanwhile.
pub fn keep_open(db: &mut Db, key_hash: &str, until: Timestamp) -> Result<(), StoreError> {
    let page = household_sign_ins::table.find(key_hash);
    diesel::update(page).set(household_sign_ins::expires_at.eq(At(until))).execute(db)?;
    Ok(())
}

pub fn close(db: &mut Db, key_hash: &str) -> Result<(), StoreError> {
    diesel::delete(household_sign_ins::table.find(key_hash)).execute(db)?;
    Ok(())
}

/// The language of messages, chosen by the household itself.
pub fn set_language(db: &mut Db, id: HouseholdId, lang: &str) -> Result<(), StoreError> {
    diesel::update(households::table.find(id))
        .set((households::lang.eq(lang), households::version.eq(households::version + 1)))
        .execute(db)?;
    Ok(())
}

/// Whom to reach and how; all empty for nobody.
pub fn set_contact(db: &mut Db, id: HouseholdId, contact: [&str; 3]) -> Result<(), StoreError> {
    let [name, email, phone] = contact;
    diesel::update(households::table.find(id))
        .set((
            households::contact_name.eq(name),
            households::contact_email.eq(email),
            households::contact_phone.eq(phone),
            households::version.eq(households::version + 1),
        ))
        .execute(db)?;
    Ok(())
}

/// The last looks at a household by the role of who looked, newest first: the household sees no names of volunteers.
pub fn looks_by_role(db: &mut Db, household: HouseholdId, limit: i64) -> Result<Vec<(At, Role)>, StoreError> {
    Ok(access_log::table
        .inner_join(users::table)
        .filter(access_log::household_id.eq(household))
        .order((access_log::at.desc(), access_log::id.desc()))
        .select((access_log::at, users::role))
        .limit(limit)
        .load(db)?)
}

/// Until when each piece is kept that lies ready for a household.
pub fn kept_until(db: &mut Db, household: HouseholdId) -> Result<Vec<(ItemId, At)>, StoreError> {
    super::reservations::untils_of(db, household)
}

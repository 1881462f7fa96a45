//! What a household does on its own page: its open pages, its PIN, and whether it may be written to.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{access_log, consents, household_sign_ins, households, users};
use super::{Db, StoreError};
use crate::domain::household::{Channel, ConsentKind};
use crate::domain::rights::Role;
use crate::domain::{ConsentId, HouseholdId};

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

/// Closes every open page of a household.
pub fn close_all(db: &mut Db, household: HouseholdId) -> Result<(), StoreError> {
    let theirs = household_sign_ins::table.filter(household_sign_ins::household_id.eq(household));
    diesel::delete(theirs).execute(db)?;
    Ok(())
}

/// Counts a wrong PIN, or begins anew with 0.
pub fn set_failures(
    db: &mut Db,
    id: HouseholdId,
    failures: i32,
    locked_until: Option<Timestamp>,
) -> Result<(), StoreError> {
    diesel::update(households::table.find(id))
        .set((households::pin_failures.eq(failures), households::pin_locked_until.eq(locked_until.map(At))))
        .execute(db)?;
    Ok(())
}

/// Another PIN, as its hash; wrong tries are forgotten. The household's version stays: nobody edits a PIN in a form.
pub fn set_pin(db: &mut Db, id: HouseholdId, hash: &str) -> Result<(), StoreError> {
    diesel::update(households::table.find(id))
        .set((
            households::pin_hash.eq(hash),
            households::pin_failures.eq(0),
            households::pin_locked_until.eq(None::<At>),
        ))
        .execute(db)?;
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

/// Notes that the household agreed on its own page (GDPR Art. 7: which text, when, how).
pub fn agree(
    db: &mut Db,
    id: ConsentId,
    household: HouseholdId,
    kind: ConsentKind,
    text_version: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    diesel::insert_into(consents::table)
        .values((
            consents::id.eq(id),
            consents::household_id.eq(household),
            consents::kind.eq(kind),
            consents::text_version.eq(text_version),
            consents::channel.eq(Channel::OwnPage),
            consents::given_at.eq(At(now)),
        ))
        .execute(db)?;
    Ok(())
}

/// Takes back what the household agreed to of this kind, from this moment on.
pub fn revoke(db: &mut Db, household: HouseholdId, kind: ConsentKind, now: Timestamp) -> Result<(), StoreError> {
    let given = consents::table
        .filter(consents::household_id.eq(household))
        .filter(consents::kind.eq(kind))
        .filter(consents::revoked_at.is_null());
    diesel::update(given).set(consents::revoked_at.eq(At(now))).execute(db)?;
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

//! People who sign in.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::users;
use super::{Db, StoreError};
use crate::domain::UserId;
use crate::domain::rights::Role;
use crate::texts::Lang;

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = users)]
pub struct UserRow {
    pub id: UserId,
    /// The name typed at sign-in, lower case.
    pub name: String,
    pub display_name: String,
    pub password_hash: String,
    pub role: Role,
    pub lang: Lang,
    pub active: bool,
    pub failed_sign_ins: i32,
    pub locked_until: Option<At>,
    pub created_at: At,
    pub version: i32,
}

pub fn find(db: &mut Db, id: UserId) -> Result<Option<UserRow>, StoreError> {
    Ok(users::table.find(id).first(db).optional()?)
}

pub fn by_name(db: &mut Db, name: &str) -> Result<Option<UserRow>, StoreError> {
    Ok(users::table.filter(users::name.eq(name)).first(db).optional()?)
}

pub fn all(db: &mut Db) -> Result<Vec<UserRow>, StoreError> {
    Ok(users::table.order(users::name).load(db)?)
}

pub fn insert(db: &mut Db, row: &UserRow) -> Result<(), StoreError> {
    diesel::insert_into(users::table).values(row).execute(db)?;
    Ok(())
}

/// Counts a failed sign-in, or forgets them all after a good one.
pub fn set_failures(db: &mut Db, id: UserId, failed: i32, locked_until: Option<Timestamp>) -> Result<(), StoreError> {
    diesel::update(users::table.find(id))
        .set((users::failed_sign_ins.eq(failed), users::locked_until.eq(locked_until.map(At))))
        .execute(db)?;
    Ok(())
}

pub fn set_password(db: &mut Db, id: UserId, password_hash: &str) -> Result<(), StoreError> {
    diesel::update(users::table.find(id))
        .set((users::password_hash.eq(password_hash), users::version.eq(users::version + 1)))
        .execute(db)?;
    Ok(())
}

pub fn set_lang(db: &mut Db, id: UserId, lang: Lang) -> Result<(), StoreError> {
    diesel::update(users::table.find(id)).set(users::lang.eq(lang)).execute(db)?;
    Ok(())
}

/// Changes role and activity, if nobody changed the user since `version` was read. `false` when somebody did.
pub fn update(
    db: &mut Db,
    id: UserId,
    version: i32,
    display_name: &str,
    role: Role,
    active: bool,
) -> Result<bool, StoreError> {
    let changed = diesel::update(users::table.find(id).filter(users::version.eq(version)))
        .set((
            users::display_name.eq(display_name),
            users::role.eq(role),
            users::active.eq(active),
            users::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

//! People who sign in.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::paging::{Cursor, Page};
use super::schema::users;
use super::{AnyBackend, Db, StoreError};
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

/// Which people a list shows.
#[derive(Clone, Debug, Default)]
pub struct UserFilter {
    /// A part of the name or of the name for signing in.
    pub text: String,
    pub role: Option<Role>,
}

/// One page of people, by the name typed at sign-in.
pub fn page(db: &mut Db, filter: &UserFilter, cursor: &Cursor<UserId>, size: i64) -> Result<Page<UserRow>, StoreError> {
    let mut query = users::table.into_boxed::<AnyBackend>();
    let text: String = filter.text.trim().chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect();
    if !text.is_empty() {
        // Names are kept as they were typed, and neither database lowers every letter: both spellings are looked for.
        let mut capital = text.chars();
        let capital: String = capital.next().into_iter().flat_map(char::to_uppercase).chain(capital).collect();
        let (lower, capital) = (format!("%{}%", text.to_lowercase()), format!("%{capital}%"));
        let shown = users::display_name.like(lower.clone()).or(users::display_name.like(capital));
        query = query.filter(users::name.like(lower).or(shown));
    }
    if let Some(role) = filter.role {
        query = query.filter(users::role.eq(role));
    }
    let seen = match cursor {
        Cursor::Start => None,
        Cursor::After(id) | Cursor::Before(id) => find(db, *id)?,
    };
    query = match (seen, cursor.is_backwards()) {
        (Some(seen), false) => query.filter(users::name.gt(seen.name)),
        (Some(seen), true) => query.filter(users::name.lt(seen.name)),
        (None, _) => query,
    };
    query = match cursor.is_backwards() {
        true => query.order(users::name.desc()),
        false => query.order(users::name.asc()),
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
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

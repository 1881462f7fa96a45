//! People who may sign in: adding them, changing their role, a new password.

use std::sync::Arc;

use super::deeds::Doing;
use super::make_codes::new_code;
use super::once::once;
use super::sign_in::{LONGEST_PASSWORD, SHORTEST_PASSWORD, hash};
use super::typed::line;
use super::{ActionError, Actor, House};
use crate::codes::{Code, Kind};
use crate::domain::deed::Undoing;
use crate::domain::rights::{Right, Role};
use crate::domain::{DeedId, UserId};
use crate::store::users::{self, UserRow};
use crate::store::{At, sign_ins};
use crate::texts::{Lang, say};

/// A person who is to sign in.
#[derive(Clone, Debug)]
pub struct NewUser {
    pub name: String,
    pub display_name: String,
    pub password: String,
    pub role: Role,
    pub lang: Lang,
}

/// Adds a person and makes the badge.
///
/// # Errors
/// Without the right; for a name that is empty, too long, taken or not made of letters, digits, `.`, `-` and `_`; for a
/// password that is too short or too long.
pub fn add(house: &Arc<House>, actor: &Actor, new: NewUser) -> Result<(UserId, Code), ActionError> {
    actor.must(Right::ManageUsers)?;
    let name = line("name", &new.name, 40)?.to_lowercase();
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    if name.is_empty() || !name.chars().all(allowed) {
        return Err(ActionError::field("name", say::error_user_name()));
    }
    let display_name = display_name(&new.display_name)?;
    let password_hash = checked_hash(&new.password)?;
    let row = UserRow {
        id: UserId(house.uuid()),
        name,
        display_name,
        password_hash,
        role: new.role,
        lang: new.lang,
        active: true,
        failed_sign_ins: 0,
        locked_until: None,
        created_at: At(house.now()),
        version: 1,
    };
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "user", in_house.now(), |db| {
            if users::by_name(db, &row.name)?.is_some() {
                return Err(ActionError::field("name", say::error_user_name_taken()));
            }
            users::insert(db, &row)?;
            let badge = new_code(db, &in_house, Kind::VolunteerBadge, Some(row.id.to_string()))?;
            Ok((row.id, badge))
        })
    })
}

/// What an administrator may change about a person.
pub struct UserChange {
    pub display_name: String,
    pub role: Role,
    /// Stays as it is when left out.
    pub lang: Option<Lang>,
    pub active: bool,
}

/// Changes name, role, language and activity. Open sign-ins of the person end at once.
///
/// # Errors
/// Without the right, when somebody changed the person meanwhile, or when an administrator would lock himself out.
pub fn change(
    house: &House,
    actor: &Actor,
    id: UserId,
    version: i32,
    change: UserChange,
) -> Result<DeedId, ActionError> {
    actor.must(Right::ManageUsers)?;
    let doing = Doing::by(house, actor);
    let UserChange { display_name: display, role, lang, active } = change;
    if actor.user() == Some(id) && (!active || role != Role::Admin) {
        return Err(ActionError::Refused(say::error_user_own_rights()));
    }
    let display = display_name(&display)?;
    house.store().write(move |db| {
        let before = users::find(db, id)?.ok_or(ActionError::NotFound)?;
        if !users::update(db, id, version, &display, role, active)? {
            return Err(ActionError::Changed);
        }
        if let Some(lang) = lang {
            users::set_lang(db, id, lang)?;
        }
        sign_ins::delete_of_user(db, id)?;
        let undo = Undoing::User {
            id,
            version: version + 1,
            display_name: before.display_name,
            role: before.role,
            active: before.active,
            lang: lang.map(|lang| (before.lang, lang)),
        };
        doing.note(db, &say::users_saved(), id, Some(&undo))
    })
}

/// Sets a new password. Open sign-ins of the person end at once.
///
/// # Errors
/// Without the right (one's own password needs none), or for a password that is too short or too long.
pub fn set_password(house: &House, actor: &Actor, id: UserId, password: &str) -> Result<(), ActionError> {
    if actor.user() != Some(id) {
        actor.must(Right::ManageUsers)?;
    }
    let hash = checked_hash(password)?;
    house.store().write(move |db| {
        users::find(db, id)?.ok_or(ActionError::NotFound)?;
        users::set_password(db, id, &hash)?;
        users::set_failures(db, id, 0, None)?;
        sign_ins::delete_of_user(db, id)?;
        Ok(())
    })
}

/// Changes the language of one's own pages.
///
/// # Errors
/// Only when the database fails.
pub fn choose_language(house: &House, actor: &Actor, lang: Lang) -> Result<(), ActionError> {
    let Some(id) = actor.user() else { return Ok(()) };
    house.store().write(move |db| users::set_lang(db, id, lang).map_err(ActionError::from))
}

fn display_name(text: &str) -> Result<String, ActionError> {
    let text = line("display_name", text, 60)?;
    if text.is_empty() {
        return Err(ActionError::field("display_name", say::error_user_display_name()));
    }
    Ok(text)
}

fn checked_hash(password: &str) -> Result<String, ActionError> {
    let length = password.chars().count();
    if !(SHORTEST_PASSWORD..=LONGEST_PASSWORD).contains(&length) {
        return Err(ActionError::field("password", say::error_password_length(SHORTEST_PASSWORD, LONGEST_PASSWORD)));
    }
    hash(password)
}

//! Signing in: Argon2id, the same answer for a wrong name and a wrong password, and a pause after too many tries.

use std::sync::{Arc, LazyLock};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use jiff::SignedDuration;

use super::{ActionError, Actor, House, terminals};
use crate::domain::UserId;
use crate::store::users::{self, UserRow};
use crate::store::{Db, StoreError};
use crate::texts::say;

/// Failed tries after which an account pauses.
const TRIES: i32 = 8;
const PAUSE: SignedDuration = SignedDuration::from_mins(5);
/// Shortest password, in characters (OWASP ASVS 5.0, 6.2.1, asks for at least 8 and recommends 15).
pub const SHORTEST_PASSWORD: usize = 12;
pub const LONGEST_PASSWORD: usize = 128;

/// Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet).
fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("the parameters are in range");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The hash that a wrong name is checked against, so that it takes as long as a wrong password.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody signs in with this").unwrap_or_default());

/// The password's hash as a PHC string.
///
/// # Errors
/// Only when the operating system gives no randomness.
pub(super) fn hash(password: &str) -> Result<String, ActionError> {
    argon2()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| StoreError::Content(error.to_string()).into())
}

/// Checks name and password and gives the person's id.
///
/// # Errors
/// One sentence for an unknown name, a wrong password and a switched-off account; another while the account pauses.
pub fn sign_in(house: &Arc<House>, name: &str, password: &str) -> Result<UserId, ActionError> {
    let name = name.trim().to_lowercase();
    let user = house.store().read(|db| users::by_name(db, &name))?;
    let stored = user.as_ref().map_or_else(|| NOBODY.clone(), |user| user.password_hash.clone());
    let right = password.len() <= 4 * LONGEST_PASSWORD
        && PasswordHash::new(&stored).is_ok_and(|hash| argon2().verify_password(password.as_bytes(), &hash).is_ok());
    let Some(user) = user else { return Err(ActionError::Refused(say::sign_in_refused())) };
    let now = house.now();
    if user.locked_until.is_some_and(|until| until.0 > now) {
        return Err(ActionError::Refused(say::sign_in_paused()));
    }
    if !right || !user.active {
        let failed = user.failed_sign_ins + 1;
        let locked_until = (failed % TRIES == 0).then(|| now + PAUSE);
        house.store().write(move |db| users::set_failures(db, user.id, failed, locked_until))?;
        tracing::warn!(user = %user.id, failed, "a sign-in failed");
        return Err(ActionError::Refused(say::sign_in_refused()));
    }
    let in_house = Arc::clone(house);
    let UserRow { id, display_name, .. } = user;
    house.store().write(move |db| {
        users::set_failures(db, id, 0, None)?;
        terminals::of_browser(db, &in_house, id, &display_name).map_err(ActionError::from)
    })?;
    Ok(id)
}

/// The person behind a sign-in, as of now: a role that was changed or an account that was switched off counts at once.
///
/// # Errors
/// Only when the database fails.
pub fn admitted(house: &House, id: UserId) -> Result<Option<Actor>, ActionError> {
    house.store().read(|db: &mut Db| {
        let (Some(user), Some(terminal)) = (users::find(db, id)?, crate::store::terminals::of_user(db, id)?) else {
            return Ok(None);
        };
        Ok(user.active.then(|| Actor::person(user.id, user.display_name, user.role, terminal.id, user.lang)))
    })
}

/// The device behind a terminal's token.
///
/// # Errors
/// Only when the database fails.
pub fn device(house: &House, token: &str, lang: crate::texts::Lang) -> Result<Option<Actor>, ActionError> {
    let hash = super::house::hashed(token);
    let terminal = house.store().read(|db| crate::store::terminals::by_token_hash(db, &hash))?;
    Ok(terminal.filter(|terminal| terminal.active).map(|terminal| Actor::device(terminal.id, terminal.name, lang)))
}

//! Signing in: Argon2id, the same answer for a wrong name and a wrong password, and a pause after too many tries.

use std::sync::{Arc, Condvar, LazyLock, Mutex, PoisonError};

use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::{Output, PasswordHash};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use jiff::SignedDuration;

use super::{ActionError, Actor, House, terminals};
use crate::domain::UserId;
use crate::store::users::{self, UserRow};
use crate::store::{Db, StoreError, terminals as devices};
use crate::texts::say;

/// Failed tries after which an account pauses.
const TRIES: i32 = 8;
const PAUSE: SignedDuration = SignedDuration::from_mins(5);
/// How often it is noted that a device was heard of: not every request writes.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// Passwords worked on at once in this process. Each takes 19 MiB: many sign-ins together wait instead of filling the memory.
const AT_ONCE: usize = 3;
/// Shortest password, in characters (OWASP ASVS 5.0, 6.2.1, asks for at least 8 and recommends 15).
pub const SHORTEST_PASSWORD: usize = 12;
pub const LONGEST_PASSWORD: usize = 128;

/// Argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet).
fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("the parameters are in range");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The free places. Each keeps its memory: given back to the allocator it would stay with the process, once for each thread.
static FREE: Mutex<[Option<Vec<Block>>; AT_ONCE]> = Mutex::new([const { Some(Vec::new()) }; AT_ONCE]);
static FREED: Condvar = Condvar::new();

/// One of the places, given back when dropped.
struct Place(Vec<Block>);

impl Place {
    /// Waits until a place is free.
    fn take() -> Place {
        let free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free =
            FREED.wait_while(free, |free| free.iter().all(Option::is_none)).unwrap_or_else(PoisonError::into_inner);
        Place(free.iter_mut().find_map(Option::take).unwrap_or_default())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut free = FREE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = free.iter_mut().find(|place| place.is_none()) {
            *place = Some(std::mem::take(&mut self.0));
        }
        FREED.notify_one();
    }
}

/// The hash that a wrong name is checked against, so that it takes as long as a wrong password.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody signs in with this").unwrap_or_default());

/// A hash that nothing gives, to check against where there is none.
pub(super) fn nobody() -> String {
    NOBODY.clone()
}

/// The password's hash as a PHC string.
///
/// # Errors
/// Only when the operating system gives no randomness.
pub(super) fn hash(password: &str) -> Result<String, ActionError> {
    let _place = Place::take();
    argon2()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| StoreError::Content(error.to_string()).into())
}

/// Whether this is the password of that hash.
pub(super) fn is_right(password: &str, stored: &str) -> bool {
    password.len() <= 4 * LONGEST_PASSWORD && matches(password, stored).unwrap_or(false)
}

/// Whether the password gives the stored hash, with the parameters that stand in it. `None` when it cannot be read.
fn matches(password: &str, stored: &str) -> Option<bool> {
    let stored = PasswordHash::new(stored).ok()?;
    let (salt, expected) = (stored.salt?, stored.hash?);
    let algorithm = Algorithm::try_from(stored.algorithm.as_str()).ok()?;
    let version = Version::try_from(stored.version?).ok()?;
    let params = Params::try_from(&stored).ok()?;
    let mut place = Place::take();
    place.0.resize(params.block_count(), Block::default());
    let mut found = vec![0; expected.len()];
    Argon2::new(algorithm, version, params)
        .hash_password_into_with_memory(password.as_bytes(), salt.as_ref(), &mut found, &mut place.0[..])
        .ok()?;
    // `Output` compares in constant time.
    Some(Output::new(&found).ok()? == expected)
}

enum Verdict {
    Welcome,
    Paused,
    /// Refused, with the failed tries so far.
    Refused(i32),
}

/// Checks name and password and gives the person's id.
///
/// # Errors
/// One sentence for an unknown name, a wrong password and a switched-off account; another while the account pauses, but only
/// with the right password, so that no sentence tells which names exist.
pub fn sign_in(house: &Arc<House>, name: &str, password: &str) -> Result<UserId, ActionError> {
    let name = name.trim().to_lowercase();
    // Nobody's name has control characters, and PostgreSQL takes no NUL in a text.
    let user = match name.contains(char::is_control) {
        true => None,
        false => house.store().read(|db| users::by_name(db, &name))?,
    };
    let stored = user.as_ref().map_or_else(|| NOBODY.clone(), |user| user.password_hash.clone());
    let right = is_right(password, &stored);
    let Some(UserRow { id, .. }) = user else { return Err(ActionError::Refused(say::sign_in_refused())) };
    let (in_house, now) = (Arc::clone(house), house.now());
    // Counted where writes are one after another: guesses at the same time count one each.
    let verdict = house.store().write(move |db| {
        let Some(user) = users::find(db, id)? else { return Ok(Verdict::Refused(0)) };
        let right = right && user.active && user.password_hash == stored;
        if user.locked_until.is_some_and(|until| until.0 > now) {
            return Ok(if right { Verdict::Paused } else { Verdict::Refused(user.failed_sign_ins) });
        }
        if !right {
            let failed = user.failed_sign_ins.saturating_add(1);
            users::set_failures(db, id, failed, (failed % TRIES == 0).then(|| now + PAUSE))?;
            return Ok(Verdict::Refused(failed));
        }
        users::set_failures(db, id, 0, None)?;
        terminals::of_browser(db, &in_house, id, &user.display_name)?;
        Ok::<_, ActionError>(Verdict::Welcome)
    })?;
    match verdict {
        Verdict::Welcome => Ok(id),
        Verdict::Paused => Err(ActionError::Refused(say::sign_in_paused())),
        Verdict::Refused(failed) => {
            tracing::warn!(user = %id, failed, "a sign-in failed");
            Err(ActionError::Refused(say::sign_in_refused()))
        }
    }
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

/// The device behind a terminal's token. A further scanner's desk goes with its device.
///
/// # Errors
/// Only when the database fails.
pub fn device(house: &House, token: &str, lang: crate::texts::Lang) -> Result<Option<Actor>, ActionError> {
    let hash = super::house::hashed(token);
    let found = house.store().read(|db| {
        let Some(terminal) = devices::by_token_hash(db, &hash)?.filter(|terminal| terminal.active) else {
            return Ok::<_, ActionError>(None);
        };
        let device_off = match terminal.parent_id {
            Some(parent) => devices::find(db, parent)?.is_none_or(|parent| !parent.active),
            None => false,
        };
        Ok((!device_off).then_some(terminal))
    })?;
    let Some(terminal) = found else { return Ok(None) };
    let (id, now) = (terminal.id, house.now());
    if terminal.last_seen_at.is_none_or(|seen| now.duration_since(seen.0) > SEEN_EVERY) {
        house.store().write(move |db| devices::note_seen(db, id, now))?;
    }
    Ok(Some(Actor::device(id, terminal.name, lang)))
}

//! Keeping sign-ins: beginning, changing and ending them. Keys are stored hashed, as passwords are.

use std::sync::Arc;

use jiff::Timestamp;

use super::house::hashed;
use super::{ActionError, House};
use crate::domain::UserId;
use crate::store::sign_ins::{self, SignInRow};
use crate::store::{At, StoreError};

/// The state of a sign-in that has not expired.
///
/// # Errors
/// Only when the database fails; so with the others here.
pub(crate) fn load(house: &House, key: &str) -> Result<Option<String>, ActionError> {
    let (hash, now) = (hashed(key), Timestamp::now());
    house.store().read(|db| Ok(sign_ins::state(db, &hash, now)?))
}

/// Saves a new sign-in under a random key of 256 bit, which it gives back.
pub(crate) fn begin(
    house: &House,
    user: Option<UserId>,
    state: String,
    expires_at: Timestamp,
) -> Result<String, ActionError> {
    let key = data_encoding::BASE64URL_NOPAD.encode(&house.random::<32>());
    let now = Timestamp::now();
    let row =
        SignInRow { key_hash: hashed(&key), user_id: user, state, created_at: At(now), expires_at: At(expires_at) };
    house.store().write(move |db| sign_ins::insert(db, &row, now).map_err(ActionError::from))?;
    Ok(key)
}

/// Replaces a sign-in's state, not its end. One that was ended meanwhile stays ended.
pub(crate) fn change(house: &House, key: &str, state: String) -> Result<(), ActionError> {
    let hash = hashed(key);
    house.store().write(move |db| sign_ins::update(db, &hash, &state).map_err(ActionError::from))
}

pub(crate) fn end(house: &House, key: &str) -> Result<(), ActionError> {
    let hash = hashed(key);
    house.store().write(move |db| sign_ins::delete(db, &hash).map_err(ActionError::from))
}

/// 64 random bytes that sign cookies, made once for each database.
pub(crate) fn cookie_secret(house: &Arc<House>) -> Result<Vec<u8>, ActionError> {
    const NAME: &str = "cookie_secret";
    let fresh = data_encoding::HEXLOWER.encode(&house.random::<64>());
    let text = house.store().write(move |db| match sign_ins::house_fact(db, NAME)? {
        Some(known) => Ok::<_, ActionError>(known),
        None => {
            sign_ins::set_house_fact(db, NAME, &fresh)?;
            Ok(fresh.clone())
        }
    })?;
    data_encoding::HEXLOWER
        .decode(text.as_bytes())
        .map_err(|error| StoreError::Content(format!("the cookie secret: {error}")).into())
}

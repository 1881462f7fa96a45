//! A form that is sent twice makes one thing: by a double click, by the back button, or once more after a new sign-in.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{ActionError, Actor};
use crate::store::form_keys::{self, FormKeyRow};
use crate::store::{At, Db, StoreError};

/// How long a form may lie in an open page and still be known.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Does the work, or gives what it made when the form was sent before. `what` keeps the keys of two kinds of forms apart.
/// In the same transaction as the work: either both are written or neither.
pub(super) fn once<T: Serialize + DeserializeOwned>(
    db: &mut Db,
    actor: &Actor,
    what: &str,
    now: Timestamp,
    work: impl FnOnce(&mut Db) -> Result<T, ActionError>,
) -> Result<T, ActionError> {
    let (Some(user), Some(key)) = (actor.user(), actor.form()) else { return work(db) };
    let form_key = format!("{what}:{key}");
    let damaged = |error: serde_json::Error| StoreError::Content(format!("what came of a form: {error}"));
    if let Some(known) = form_keys::find(db, user, &form_key)? {
        return Ok(serde_json::from_str(&known).map_err(damaged)?);
    }
    let made = work(db)?;
    let result = serde_json::to_string(&made).map_err(damaged)?;
    form_keys::insert(db, &FormKeyRow { user_id: user, form_key, result, created_at: At(now) }, now - KNOWN_FOR)?;
    Ok(made)
}

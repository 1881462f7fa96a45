//! One's own account: a new password, and ending every sign-in.

use std::sync::Arc;

use super::{ActionError, Actor, House, manage_users, sign_in};
use crate::store::{sign_ins, users};
use crate::texts::say;

/// Sets one's own new password. Every sign-in ends; whoever calls this begins the present one anew.
///
/// # Errors
/// When the current password is wrong (it counts as a failed sign-in) or the new one too short or too long.
pub fn change_password(house: &Arc<House>, actor: &Actor, current: &str, new: &str) -> Result<(), ActionError> {
    let id = actor.user().ok_or(ActionError::NotFound)?;
    let user = house.store().read(|db| users::find(db, id))?.ok_or(ActionError::NotFound)?;
    sign_in::sign_in(house, &user.name, current).map_err(|error| match error {
        ActionError::Refused(message) if message == say::sign_in_refused() => {
            ActionError::field("current", say::error_current_password())
        }
        ActionError::Refused(message) => ActionError::field("current", message),
        other => other,
    })?;
    manage_users::set_password(house, actor, id, new)
}

/// Ends every sign-in of one's own, on every device.
///
/// # Errors
/// Only when the database fails.
pub fn sign_out_everywhere(house: &House, actor: &Actor) -> Result<(), ActionError> {
    let id = actor.user().ok_or(ActionError::NotFound)?;
    house.store().write(move |db| sign_ins::delete_of_user(db, id).map_err(ActionError::from))
}

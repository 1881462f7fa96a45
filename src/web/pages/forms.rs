//! What forms have in common: the sentence that says what is wrong, and the form once more.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::actions::ActionError;
use crate::domain::rights::Role;
use crate::texts::{Message, Texts, say};
use crate::web::{Failure, html};

/// What is wrong with a form that was sent: one field and a sentence, or a sentence about all of it.
#[derive(Default)]
pub(super) struct Wrong(Option<(&'static str, String)>);

impl Wrong {
    /// The sentence for a failure that the person can mend; other failures are handed back.
    pub fn of(failure: Failure, t: &Texts) -> Result<Wrong, Failure> {
        match failure {
            Failure::Action(ActionError::Field { field, message }) => Ok(Wrong(Some((field, t.say(&message))))),
            Failure::Action(error @ (ActionError::Refused(_) | ActionError::Changed)) => {
                Ok(Wrong(Some(("", t.say(&error.message())))))
            }
            other => Err(other),
        }
    }

    /// The sentence at this field; `""` is the whole form. Empty when nothing is wrong there.
    pub fn at(&self, field: &str) -> &str {
        self.0.as_ref().filter(|(wrong, _)| *wrong == field).map_or("", |(_, sentence)| sentence)
    }
}

/// The form once more, with what was typed and what is wrong.
pub(super) fn again(template: &impl Template) -> Result<HttpResponse, Failure> {
    let mut response = html(template)?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// What somebody of this role does and sees, in a sentence.
pub(super) fn role_hint(role: Role) -> Message {
    match role {
        Role::Volunteer => say::role_volunteer_hint(),
        Role::Coordinator => say::role_coordinator_hint(),
        Role::Mentor => say::role_mentor_hint(),
        Role::Treasurer => say::role_treasurer_hint(),
        Role::Admin => say::role_admin_hint(),
    }
}

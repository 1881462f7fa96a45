//! The households' room: the list, one household, its people, its needs, its mentors.

pub(in crate::web) mod edit;
pub(in crate::web) mod list;
pub(in crate::web) mod member;
pub(in crate::web) mod mentors;
pub(in crate::web) mod need;
pub(in crate::web) mod new;
pub(in crate::web) mod show;
mod words;

pub(in crate::web::pages) use words::{cut as cut_word, ticks};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::actions::ActionError;
use crate::domain::HouseholdId;
use crate::texts::Texts;
use crate::web::{Failure, html};

/// Where a household's page is.
fn address(id: HouseholdId) -> String {
    format!("/households/{id}")
}

/// One entry of a list to choose from.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// What was wrong with a form: the field and the sentence; empty when nothing was.
#[derive(Default)]
struct Wrong {
    field: &'static str,
    text: String,
}

impl Wrong {
    /// The sentence for a form that is shown again.
    ///
    /// # Errors
    /// Failures that no other input can mend are passed on.
    fn of(failure: Failure, t: &Texts) -> Result<Wrong, Failure> {
        match failure {
            Failure::Action(ActionError::Field { field, message }) => Ok(Wrong { field, text: t.say(&message) }),
            Failure::Action(ActionError::Refused(message)) => Ok(Wrong { field: "", text: t.say(&message) }),
            other => Err(other),
        }
    }

    /// The sentence for this field, or nothing.
    fn at(&self, field: &str) -> &str {
        if self.field == field { &self.text } else { "" }
    }
}

/// The form again, with what was wrong.
fn again(template: &impl Template) -> Result<HttpResponse, Failure> {
    let mut response = html(template)?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

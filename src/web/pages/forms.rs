//! What forms have in common: the sentence that says what is wrong, and the form once more.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::actions::{ActionError, deeds};
use crate::domain::rights::Role;
use crate::store::Db;
use crate::texts::{Message, Texts, say};
use crate::web::{Failure, Shared, act, html};

/// What is wrong with a form that was sent: one field and a sentence, or a sentence about all of it.
#[derive(Default)]
pub(super) struct Wrong(Option<(&'static str, String)>, Option<Clash>);

/// What somebody else changed while the form was being filled in.
pub(super) struct Clash {
    /// The field, what holds now, and what was typed, where the two differ.
    pub fields: Vec<(String, String, String)>,
}

impl Wrong {
    /// The sentence for a failure that the person can mend; other failures are handed back.
    pub fn of(failure: Failure, t: &Texts) -> Result<Wrong, Failure> {
        match failure {
            Failure::Action(ActionError::Field { field, message }) => Ok(Wrong(Some((field, t.say(&message))), None)),
            Failure::Action(error @ (ActionError::Refused(_) | ActionError::Changed)) => {
                Ok(Wrong(Some(("", t.say(&error.message()))), None))
            }
            other => Err(other),
        }
    }

    /// The same for a form that changes something: when somebody else changed it meanwhile, who that was, and what holds
    /// now beside what was typed. `now` gives the version that holds and the fields as label, value now, value typed. The
    /// form is sent once more with that version: then the person has seen it.
    pub async fn of_change(
        failure: Failure,
        app: &Shared,
        t: &'static Texts,
        subject: String,
        now: impl FnOnce(&mut Db) -> Result<(i32, Vec<Field>), ActionError> + Send + 'static,
    ) -> Result<(Wrong, Option<i32>), Failure> {
        if !matches!(failure, Failure::Action(ActionError::Changed)) {
            return Ok((Wrong::of(failure, t)?, None));
        }
        let (sentence, (version, fields)) = act(app, move |house| {
            house.store().read(|db| Ok::<_, ActionError>((deeds::who_changed(db, house, &subject)?, now(db)?)))
        })
        .await?;
        let fields = fields.into_iter().filter(|(_, now, typed)| now.trim() != typed.trim()).collect();
        Ok((Wrong(Some(("", t.say(&sentence))), Some(Clash { fields })), Some(version)))
    }

    /// What somebody else changed meanwhile.
    pub fn clash(&self) -> Option<&Clash> {
        self.1.as_ref()
    }

    /// The sentence at this field; `""` is the whole form. Empty when nothing is wrong there.
    pub fn at(&self, field: &str) -> &str {
        self.0.as_ref().filter(|(wrong, _)| *wrong == field).map_or("", |(_, sentence)| sentence)
    }
}

/// A field of a form: its label, what holds now, and what was typed.
pub(super) type Field = (String, String, String);

/// A refusal because of a change meanwhile, with who made it.
pub(super) async fn meanwhile(app: &Shared, failure: Failure, subject: String) -> Failure {
    if !matches!(failure, Failure::Action(ActionError::Changed)) {
        return failure;
    }
    let told = act(app, move |house| house.store().read(|db| deeds::who_changed(db, house, &subject))).await;
    told.map_or(failure, Failure::Meanwhile)
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

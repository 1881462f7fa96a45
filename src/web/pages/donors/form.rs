//! The donor form: `GET` and `POST` of `/donors/new` and `/donors/{id}/edit`.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use crate::actions::record_donor::{self, NewDonor};
use crate::actions::{ActionError, Actor};
use crate::codes::Kind;
use crate::domain::DonorId;
use crate::domain::donation::DonorKind;
use crate::domain::rights::Right;
use crate::store::donors;
use crate::texts::{Texts, say};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    kind: String,
    name: String,
    street: String,
    postcode: String,
    city: String,
    email: String,
    note: String,
    version: i32,
    /// The key of the form: sent twice, it makes one thing.
    once: String,
}

impl Typed {
    fn donor(self) -> NewDonor {
        NewDonor {
            kind: self.kind.parse().unwrap_or(DonorKind::Private),
            name: self.name,
            street: self.street,
            postcode: self.postcode,
            city: self.city,
            email: self.email,
            note: self.note,
        }
    }
}

#[derive(Template)]
#[template(path = "donors/form.html")]
struct FormPage {
    page: Page,
    t: &'static Texts,
    title: String,
    back: String,
    typed: Typed,
    kinds: Vec<Choice>,
    wrong: Option<(&'static str, String)>,
}

impl FormPage {
    fn new(page: Page, donor: Option<DonorId>, typed: Typed, wrong: Option<&ActionError>) -> FormPage {
        let t = page.t();
        let kinds = DonorKind::ALL
            .iter()
            .map(|kind| Choice::new(kind, t.say(&shown::donor_kind(*kind)), kind.word() == typed.kind))
            .collect();
        let wrong = wrong.map(|error| match error {
            ActionError::Field { field, message } => (*field, t.say(message)),
            other => ("", t.say(&other.message())),
        });
        let title = if donor.is_some() { t.donor_edit() } else { t.donor_new() };
        let back = donor.map_or_else(|| "/donors".to_owned(), |id| format!("/donors/{id}"));
        FormPage { page, t, title, back, typed, kinds, wrong }
    }

    fn error(&self, field: &str) -> &str {
        self.wrong.as_ref().filter(|(wrong, _)| *wrong == field).map_or("", |(_, sentence)| sentence)
    }
}

pub(in crate::web) async fn blank(page: Page) -> Result<HttpResponse, Failure> {
    let typed = Typed { kind: DonorKind::Private.to_string(), ..Typed::default() };
    html(&FormPage::new(page, None, typed, None))
}

pub(in crate::web) async fn create(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = form.into_inner();
    let (donor, actor) = (typed.clone().donor(), actor.sending(&typed.once));
    match act(&app, move |house| record_donor::new(house, &actor, donor)).await {
        Ok(id) => Ok(redirect_with(&format!("/donors/{id}"), &say::donor_saved())),
        Err(failure) => again(page, None, typed, failure),
    }
}

pub(in crate::web) async fn filled(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    let donor = act(&app, move |house| {
        actor.must(Right::EditDonors)?;
        house.store().read(|db| {
            let id = shown::id_in_address(db, &id, Kind::DonorCard)?;
            donors::find(db, id)?.ok_or(ActionError::NotFound)
        })
    })
    .await?;
    let typed = Typed {
        kind: donor.kind.to_string(),
        name: donor.name,
        street: donor.street,
        postcode: donor.postcode,
        city: donor.city,
        email: donor.email,
        note: donor.note,
        version: donor.version,
        once: String::new(),
    };
    html(&FormPage::new(page, Some(donor.id), typed, None))
}

pub(in crate::web) async fn change(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonorId>,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), form.into_inner());
    let (version, donor) = (typed.version, typed.clone().donor());
    match act(&app, move |house| record_donor::edit(house, &actor, id, version, donor)).await {
        Ok(()) => Ok(redirect_with(&format!("/donors/{id}"), &say::donor_saved())),
        Err(failure) => again(page, Some(id), typed, failure),
    }
}

/// The form once more, with what was typed and the sentence that says what to change.
fn again(page: Page, donor: Option<DonorId>, typed: Typed, failure: Failure) -> Result<HttpResponse, Failure> {
    match failure {
        Failure::Action(error @ (ActionError::Field { .. } | ActionError::Changed)) => {
            let mut response = html(&FormPage::new(page, donor, typed, Some(&error)))?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        other => Err(other),
    }
}

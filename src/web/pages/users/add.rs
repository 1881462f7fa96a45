//! `GET` and `POST /settings/users/new`: adding a person.

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;
use serde::Deserialize;

use super::{RoleChoice, languages, roles};
use crate::actions::Actor;
use crate::actions::manage_users::{self, NewUser};
use crate::domain::rights::Role;
use crate::texts::{Lang, Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    name: String,
    display_name: String,
    password: String,
    role: String,
    lang: String,
    /// The key of the form: sent twice, it makes one thing.
    once: String,
}

impl Typed {
    fn user(self) -> NewUser {
        NewUser {
            role: self.role.parse().unwrap_or(Role::Volunteer),
            lang: Lang::from_tag(&self.lang).unwrap_or_default(),
            name: self.name,
            display_name: self.display_name,
            password: self.password,
        }
    }
}

#[derive(Template)]
#[template(path = "users/add.html")]
struct AddPage {
    page: Page,
    t: &'static Texts,
    typed: Typed,
    roles: Vec<RoleChoice>,
    languages: Vec<(&'static str, &'static str, bool)>,
    wrong: Wrong,
}

impl AddPage {
    fn new(page: Page, typed: Typed, wrong: Wrong) -> AddPage {
        let (t, roles, languages) = (page.t(), roles(page.t(), &typed.role), languages(&typed.lang));
        AddPage { page, t, typed, roles, languages, wrong }
    }
}

pub(in crate::web) async fn blank(page: Page) -> Result<HttpResponse, Failure> {
    let typed = Typed { role: Role::Volunteer.to_string(), lang: page.language().tag().to_owned(), ..Typed::default() };
    html(&AddPage::new(page, typed, Wrong::default()))
}

pub(in crate::web) async fn add(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = form.into_inner();
    let (user, actor) = (typed.clone().user(), actor.sending(&typed.once));
    match act(&app, move |house| manage_users::add(house, &actor, user)).await {
        Ok((id, _)) => Ok(redirect_with(&format!("/settings/users/{id}"), &say::users_added())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&AddPage::new(page, typed, wrong))
        }
    }
}

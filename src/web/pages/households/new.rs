//! `GET /households/new`, `POST /households`: a card, and whatever somebody wants to say.

use actix_web::HttpResponse;
use actix_web::web::Form;
use askama::Template;
use serde::Deserialize;

use super::edit::{HouseholdFields, languages};
use super::member::{MemberFields, MemberForm};
use super::{Choice, Wrong, address, again};
use crate::actions::Actor;
use crate::actions::register_household::{self, NewHousehold};
use crate::texts::{Texts, say};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "households/new.html")]
struct NewPage {
    page: Page,
    t: &'static Texts,
    fields: HouseholdFields,
    languages: Vec<Choice>,
    member: MemberForm,
    wrong: Wrong,
}

#[derive(Deserialize, Default, Clone)]
pub(in crate::web) struct Fields {
    #[serde(flatten)]
    household: HouseholdFields,
    #[serde(flatten)]
    member: MemberFields,
}

pub(in crate::web) async fn show(page: Page) -> Result<HttpResponse, Failure> {
    html(&form(page, Fields::default(), Wrong::default()))
}

pub(in crate::web) async fn save(
    page: Page,
    app: Shared,
    actor: Actor,
    form_sent: Form<Fields>,
) -> Result<HttpResponse, Failure> {
    let fields = form_sent.into_inner();
    let HouseholdFields { area, lang, note, .. } = fields.household.clone();
    let (member, actor) = (fields.member.member(), actor.sending(&fields.member.once));
    let members = if fields.member.is_empty() { Vec::new() } else { vec![member] };
    let input = NewHousehold { area, lang, note, members };
    match act(&app, move |house| register_household::new(house, &actor, input)).await {
        Ok((id, card)) => Ok(redirect_with(&address(id), &say::household_registered(card.printed()))),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&form(page, fields, wrong))
        }
    }
}

fn form(page: Page, fields: Fields, wrong: Wrong) -> NewPage {
    let t = page.t();
    let languages = languages(&fields.household.lang);
    NewPage { page, t, languages, member: MemberForm::of(t, &fields.member), fields: fields.household, wrong }
}

//! `GET` and `POST /households/{id}/contact`: whom to reach and how, with consent.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::{Choice, Wrong, address, again, words};
use crate::actions::consents::{Contact, set_contact};
use crate::actions::{Actor, see_household};
use crate::domain::HouseholdId;
use crate::domain::household::Channel;
use crate::texts::{Texts, say};
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

#[derive(Template)]
#[template(path = "households/contact.html")]
struct ContactPage {
    page: Page,
    t: &'static Texts,
    back: String,
    fields: Fields,
    channels: Vec<Choice>,
    wrong: Wrong,
}

#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(in crate::web) struct Fields {
    contact_name: String,
    contact_email: String,
    contact_phone: String,
    channel: String,
    version: i32,
}

/// `GET /households/{id}/contact`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let row = act(&app, move |house| see_household::open(house, &actor, id, "contact")).await?.row;
    let fields = Fields {
        contact_name: row.contact_name,
        contact_email: row.contact_email,
        contact_phone: row.contact_phone,
        channel: Channel::Said.to_string(),
        version: row.version,
    };
    html(&form(page, id, fields, Wrong::default()))
}

/// `POST /households/{id}/contact`
pub(in crate::web) async fn save(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<Fields>,
) -> Result<HttpResponse, Failure> {
    let (id, fields) = (id.into_inner(), sent.into_inner());
    let channel = fields.channel.parse().unwrap_or(Channel::Said);
    let contact = Contact {
        name: fields.contact_name.clone(),
        email: fields.contact_email.clone(),
        phone: fields.contact_phone.clone(),
    };
    let version = fields.version;
    match act(&app, move |house| set_contact(house, &actor, id, version, &contact, channel)).await {
        Ok(deed) => Ok(redirect_done(&format!("{}#contact", address(id)), &say::records_contact_saved(), deed)),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&form(page, id, fields, wrong))
        }
    }
}

fn form(page: Page, id: HouseholdId, fields: Fields, wrong: Wrong) -> ContactPage {
    let t = page.t();
    let channels = [Channel::Said, Channel::Paper].map(|known| Choice {
        value: known.to_string(),
        label: t.say(&words::channel(known)),
        chosen: known.word() == fields.channel,
    });
    ContactPage { page, t, back: address(id), fields, channels: channels.into(), wrong }
}

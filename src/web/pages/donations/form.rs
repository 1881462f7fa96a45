//! `GET` and `POST` of `/donations/new`: first the donor is looked for (or scanned), then the gift is written down.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Form, Query};
use askama::Template;
use serde::Deserialize;

use crate::actions::record_donation::{self, NewDonation};
use crate::actions::{ActionError, Actor};
use crate::codes::{self, Kind};
use crate::domain::DonorId;
use crate::domain::donation::Origin;
use crate::domain::rights::Right;
use crate::store::donors::{self, DonorFilter, DonorRow};
use crate::store::paging::Cursor;
use crate::texts::{Texts, say};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

/// Donors shown to choose from; more keys find fewer.
const CHOICES: i64 = 20;

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    donor: String,
    #[serde(default)]
    q: String,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    donor: String,
    received_on: String,
    origin: String,
    description: String,
    pieces_announced: String,
    receipt_wanted: Option<String>,
    only_offered: Option<String>,
    still_to_come: Option<String>,
    /// The key of the form: sent twice, it makes one thing.
    once: String,
}

#[derive(Template)]
#[template(path = "donations/choose.html")]
struct ChoosePage {
    page: Page,
    t: &'static Texts,
    q: String,
    donors: Vec<DonorRow>,
}

#[derive(Template)]
#[template(path = "donations/form.html")]
struct FormPage {
    page: Page,
    t: &'static Texts,
    donor_name: String,
    today: String,
    typed: Typed,
    origins: Vec<Choice>,
    wrong: Option<(&'static str, String)>,
}

impl FormPage {
    fn error(&self, field: &str) -> &str {
        self.wrong.as_ref().filter(|(wrong, _)| *wrong == field).map_or("", |(_, sentence)| sentence)
    }
}

pub(in crate::web) async fn blank(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let Asked { donor, q } = asked.into_inner();
    let text = q.clone();
    let (chosen, found, today) = act(&app, move |house| {
        actor.must(Right::EditDonors)?;
        house.store().read(|db| {
            // A scanned donor's card stands in the search field like any other text.
            let wanted = if donor.is_empty() && codes::read(&text).is_ok() { text.clone() } else { donor };
            let id = shown::id_in_address::<DonorId>(db, &wanted, Kind::DonorCard).ok();
            let chosen = id.map(|id| donors::find(db, id)).transpose()?.flatten();
            let found = match chosen {
                Some(_) => Vec::new(),
                None => {
                    let filter = DonorFilter { text, kind: None };
                    donors::list(db, &filter, &Cursor::Start, CHOICES)?.rows
                }
            };
            Ok::<_, ActionError>((chosen, found, house.today()))
        })
    })
    .await?;
    let t = page.t();
    let Some(donor) = chosen else { return html(&ChoosePage { page, t, q, donors: found }) };
    let typed = Typed {
        donor: donor.id.to_string(),
        received_on: today.to_string(),
        origin: Origin::Unknown.to_string(),
        ..Typed::default()
    };
    html(&form(page, donor.name, today.to_string(), typed, None))
}

pub(in crate::web) async fn create(
    page: Page,
    app: Shared,
    actor: Actor,
    form_sent: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = form_sent.into_inner();
    let input = typed.clone();
    let acting = actor.sending(&typed.once);
    let made = act(&app, move |house| record_donation::new(house, &acting, read(input)?)).await;
    let error = match made {
        Ok((id, _)) => return Ok(redirect_with(&format!("/donations/{id}"), &say::donation_saved())),
        Err(Failure::Action(error @ ActionError::Field { .. })) => error,
        Err(other) => return Err(other),
    };
    let id: Option<DonorId> = typed.donor.parse().ok();
    let (donor, today) = act(&app, move |house| {
        let donor = house.store().read(|db| id.map(|id| donors::find(db, id)).transpose())?;
        Ok((donor.flatten(), house.today()))
    })
    .await?;
    let Some(donor) = donor else { return Err(error.into()) };
    let mut response = html(&form(page, donor.name, today.to_string(), typed, Some(&error)))?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn read(typed: Typed) -> Result<NewDonation, ActionError> {
    let announced = typed.pieces_announced.trim();
    let no_number =
        |_| ActionError::field("pieces_announced", say::error_pieces_announced(record_donation::MOST_PIECES));
    Ok(NewDonation {
        donor: typed.donor.parse().map_err(|_| ActionError::field("donor", say::error_donor_unknown()))?,
        received_on: typed.received_on.parse().map_err(|_| ActionError::field("received_on", say::error_day()))?,
        origin: typed.origin.parse().unwrap_or(Origin::Unknown),
        description: typed.description,
        pieces_announced: if announced.is_empty() { None } else { Some(announced.parse().map_err(no_number)?) },
        receipt_wanted: typed.receipt_wanted.is_some(),
        only_offered: typed.only_offered.is_some(),
        still_to_come: typed.still_to_come.is_some(),
    })
}

fn form(page: Page, donor_name: String, today: String, typed: Typed, wrong: Option<&ActionError>) -> FormPage {
    let t = page.t();
    let origins = Origin::ALL
        .iter()
        .map(|one| Choice::new(one, t.say(&shown::origin(*one)), one.word() == typed.origin))
        .collect();
    let wrong = wrong.map(|error| match error {
        ActionError::Field { field, message } => (*field, t.say(message)),
        other => ("", t.say(&other.message())),
    });
    FormPage { page, t, donor_name, today, typed, origins, wrong }
}

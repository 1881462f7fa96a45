//! Step 1: who confirms, and to whom. `GET` and `POST /donations/{id}/receipt`.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path, Query};
use askama::Template;
use jiff::civil::Date;
use serde::Deserialize;

use super::{Step, address, steps};
use crate::actions::{ActionError, Actor, issuers as acting, receipts};
use crate::domain::donation::DonorKind;
use crate::domain::rights::Right;
use crate::domain::treasury::ReceiptState;
use crate::domain::{DonationId, IssuerId, ReceiptId};
use crate::store::donations::{self, DonationRow};
use crate::store::donors::{self, DonorRow};
use crate::store::issuers::{self, IssuerRow};
use crate::store::receipts::{self as store, ReceiptRow};
use crate::texts::Texts;
use crate::web::pages::forms::{self, Wrong};
use crate::web::pages::shown;
use crate::web::{Failure, Page, Shared, act, html, redirect};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    /// The void receipt that a new one stands in for.
    replaces: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Typed {
    #[serde(default)]
    issuer: String,
    #[serde(default)]
    replaces: String,
    #[serde(default)]
    once: String,
}

#[derive(Template)]
#[template(path = "receipts/start.html")]
struct StartPage {
    page: Page,
    t: &'static Texts,
    steps: Vec<Step>,
    donation: DonationRow,
    donor: DonorRow,
    gift_day: String,
    /// What is missing of the donor, each in a sentence.
    donor_open: Vec<String>,
    issuers: Vec<IssuerRow>,
    today: Date,
    chosen: String,
    is_fixed: bool,
    draft: String,
    replaces: String,
    replaced_number: String,
    may_edit_issuers: bool,
    wrong: Wrong,
}

struct Found {
    donation: DonationRow,
    donor: DonorRow,
    issuers: Vec<IssuerRow>,
    receipts: Vec<ReceiptRow>,
    today: Date,
}

async fn load(app: &Shared, actor: Actor, id: DonationId) -> Result<Found, Failure> {
    act(app, move |house| {
        actor.must(Right::IssueReceipts)?;
        house.store().read(|db| {
            let donation = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
            let donor = donors::find(db, donation.donor_id)?.ok_or(ActionError::NotFound)?;
            let (issuers, receipts) = (issuers::active(db)?, store::of_donation(db, id)?);
            Ok::<_, ActionError>(Found { donation, donor, issuers, receipts, today: house.today() })
        })
    })
    .await
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let found = load(&app, actor, id.into_inner()).await?;
    html(&filled(page, found, asked.into_inner().replaces, String::new(), Wrong::default()))
}

fn filled(page: Page, found: Found, replaces: String, chosen: String, wrong: Wrong) -> StartPage {
    let Found { donation, donor, mut issuers, receipts, today } = found;
    let t = page.t();
    let draft = receipts.iter().find(|row| row.state == ReceiptState::Draft);
    // One recipient for a gift: what was chosen, or what a valid receipt says already.
    let valid = receipts.iter().find(|row| row.state != ReceiptState::Voided).map(|row| row.issuer_id);
    let fixed: Option<IssuerId> = donation.issuer_id.or(valid);
    if let Some(fixed) = fixed {
        issuers.retain(|issuer| issuer.id == fixed);
    }
    // Where there is one, nobody has to choose.
    let mut open = issuers.iter().filter(|issuer| acting::over(issuer, today).is_none());
    let only = match (open.next(), open.next()) {
        (Some(only), None) => only.id.to_string(),
        _ => String::new(),
    };
    let mut donor_open = Vec::new();
    if donor.kind == DonorKind::Anonymous || donor.name.trim().is_empty() {
        donor_open.push(t.receipts_donor_anonymous());
    } else if [&donor.street, &donor.postcode, &donor.city].iter().any(|part| part.trim().is_empty()) {
        donor_open.push(t.receipts_donor_address());
    }
    let old = receipts.iter().find(|row| row.id.to_string() == replaces);
    StartPage {
        steps: steps(t, None, &page, 1),
        gift_day: t.donation_of_day(donation.received_on.0),
        draft: draft.map(|row| address(row.id)).unwrap_or_default(),
        replaced_number: old.and_then(|row| row.number.clone()).unwrap_or_default(),
        chosen: if chosen.is_empty() { only } else { chosen },
        is_fixed: fixed.is_some(),
        may_edit_issuers: page.may(Right::EditIssuers),
        replaces,
        donor_open,
        today,
        issuers,
        donation,
        donor,
        wrong,
        page,
        t,
    }
}

pub(in crate::web) async fn begin(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    typed: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), typed.into_inner());
    let (issuer, replaces) = (typed.issuer.parse::<IssuerId>().ok(), typed.replaces.parse::<ReceiptId>().ok());
    let by = actor.clone().sending(&typed.once);
    let done = act(&app, move |house| {
        let issuer =
            issuer.ok_or_else(|| ActionError::field("issuer", crate::texts::say::receipts_no_such_issuer()))?;
        receipts::begin(house, &by, id, issuer, replaces)
    });
    match done.await {
        Ok(id) => Ok(redirect(&format!("/receipts/{id}/lines"))),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            let found = load(&app, actor, id).await?;
            forms::again(&filled(page, found, typed.replaces, typed.issuer, wrong))
        }
    }
}

impl StartPage {
    /// Why an issuer cannot be chosen; empty when it can.
    fn why_not(&self, issuer: &IssuerRow) -> String {
        acting::over(issuer, self.today).map(|until| self.t.issuers_valid_over(until)).unwrap_or_default()
    }

    fn kind(&self) -> String {
        self.t.say(&shown::donor_kind(self.donor.kind))
    }

    fn origin(&self) -> String {
        self.t.say(&shown::origin(self.donation.origin))
    }
}

//! `POST /donations/{id}/evidence/letter`: the letter that asks a donor where the things come from and what they cost. It is
//! kept among the papers, with its day: only whoever was asked can be said to have told nothing (law reference 1.3).

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use jiff::civil::Date;
use serde::Deserialize;

use super::papers::refused;
use crate::actions::offers::language_of;
use crate::actions::{ActionError, Actor, evidence};
use crate::domain::DonationId;
use crate::domain::donation::DonorKind;
use crate::domain::rights::Right;
use crate::paper::PaperError;
use crate::paper::flow::{Align, Column, Look, Row, Sheet, SheetSetup, Text};
use crate::store::donations::{self, DonationRow};
use crate::store::donors::{self, DonorRow};
use crate::texts::{Texts, say};
use crate::web::{Failure, Page, Shared, act, redirect_done};

/// Empty rows to be filled in by hand.
const ROWS: usize = 6;

#[derive(Deserialize)]
pub(in crate::web) struct Asking {
    #[serde(default)]
    once: String,
}

pub(in crate::web) async fn make(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonationId>,
    sent: Form<Asking>,
) -> Result<HttpResponse, Failure> {
    let (id, site) = (id.into_inner(), app.site.clone());
    let by = actor.clone().sending(&sent.once);
    let done = act(&app, move |house| {
        by.must(Right::ValueGifts)?;
        let (donation, donor) = house.store().read(|db| {
            let donation = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
            let donor = donors::find(db, donation.donor_id)?.ok_or(ActionError::NotFound)?;
            Ok::<_, ActionError>((donation, donor))
        })?;
        let is_missing = [&donor.name, &donor.street, &donor.city].iter().any(|line| line.trim().is_empty());
        if is_missing || donor.kind == DonorKind::Anonymous {
            return Err(ActionError::field("letter", say::values_error_letter_address()));
        }
        let pdf = drawn(&donation, &donor, &site, house.today()).map_err(|error| {
            tracing::error!(%error, "a letter that asks a donor");
            ActionError::Refused(say::error_server())
        })?;
        evidence::letter(house, &by, id, pdf)
    });
    match done.await {
        Ok(deed) => Ok(redirect_done(&format!("/donations/{id}/values#papers"), &say::values_evidence_added(1), deed)),
        Err(failure) => refused(page, app, actor, id, failure).await,
    }
}

/// The letter in the donor's language, with rows to fill in and boxes to tick.
fn drawn(donation: &DonationRow, donor: &DonorRow, site: &str, today: Date) -> Result<Vec<u8>, PaperError> {
    let lang = language_of(donor);
    let t = Texts::of(lang);
    let subject = t.values_letter_subject(donation.received_on.0);
    let mut sheet = Sheet::new(SheetSetup::new(&subject, lang));
    let town = format!("{} {}", donor.postcode.trim(), donor.city.trim());
    let lines = [&donor.name, &donor.contact, &donor.street, &town, &donor.country];
    let lines: Vec<String> =
        lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    sheet.window(site, &lines);
    let (body, small) = (Text::body().size(10.5).after(2.0), Text::small());
    let name = if donor.contact.trim().is_empty() { &donor.name } else { &donor.contact };
    sheet.text(&t.day(today), &body.align(Align::End));
    sheet.text(&subject, &Text::heading().after(3.0));
    sheet.text(&t.thanks_mail_hello(name), &body);
    sheet.text(&t.values_letter_why(), &body);
    sheet.text(&t.values_letter_without(), &body.after(4.0));
    sheet.text(&t.values_letter_origin(), &Text::heading().after(2.0));
    sheet.tick(false, &t.values_letter_private(), &body);
    sheet.tick(false, &t.values_letter_business(), &body.after(4.0));
    sheet.text(&t.values_letter_goods(), &Text::heading().after(2.0));
    let columns = [
        Column::new(t.values_letter_thing(), 4.0),
        Column::new(t.values_letter_price(), 2.0),
        Column::new(t.values_letter_bought(), 2.0),
        Column::new(t.values_letter_condition(), 2.0),
    ];
    let rows: Vec<Row> = (0..ROWS).map(|_| Row::new([""])).collect();
    sheet.table_as(&columns, &rows, Look { pt: 13.0, zebra: false, grid: true });
    sheet.space(3.0);
    sheet.text(&t.values_letter_company(), &body);
    sheet.text(&t.values_letter_papers(), &body.after(1.0));
    sheet.signature(&t.values_letter_sign());
    sheet.space(3.0);
    sheet.text(&t.thanks_mail_bye(), &small);
    sheet.text(site, &small);
    sheet.finish()
}

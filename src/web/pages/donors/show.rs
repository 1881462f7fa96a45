//! `GET /donors/{id}`: who this is, what became of the gifts, and the gifts themselves.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use jiff::civil::Date;

use super::super::donations::Line;
use super::report::Share;
use crate::actions::{ActionError, Actor, notes as note_actions};
use crate::codes::Kind;
use crate::domain::donation::{DonorKind, awaited};
use crate::domain::noted::NotedKind;
use crate::domain::rights::Right;
use crate::reports::donor_gifts;
use crate::store::donors::{self, DonorRow};
use crate::store::{labels, thanks as thanks_store};
use crate::texts::{Lang, Texts};
use crate::web::pages::notes::Notes;
use crate::web::pages::{shown, thanks};
use crate::web::{Failure, Page, Shared, act, html};

/// Donations shown here; the others are one click away.
const NEWEST: usize = 10;
/// Thanks shown here.
const THANKS: i64 = 5;

#[derive(Template)]
#[template(path = "donors/show.html")]
struct DonorPage {
    page: Page,
    t: &'static Texts,
    donor: DonorRow,
    code: String,
    kind: String,
    address: String,
    thanks_by: String,
    lang: String,
    /// “Gibt alle 3 Monate”, and when the next gift is awaited; empty for who gives now and then.
    regular: String,
    awaited: String,
    is_due: bool,
    share: Option<Share>,
    donations: Vec<Line>,
    has_more: bool,
    may_edit: bool,
    may_see_report: bool,
    /// A company's or institution's offers are answered.
    may_offer: bool,
    notes: Notes,
    thanks: Vec<(String, String)>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    let (donor, code, report, notes, last, today, thanked) = act(&app, move |house| {
        actor.must(Right::SeeDonors)?;
        let (donor, code, last) = house.store().read(|db| {
            let id = shown::id_in_address(db, &id, Kind::DonorCard)?;
            let donor = donors::find(db, id)?.ok_or(ActionError::NotFound)?;
            Ok::<_, ActionError>((donor, labels::bound_to(db, &id.to_string())?, donors::last_gift(db, id)?))
        })?;
        let notes =
            house.store().read(|db| note_actions::see(db, house, &actor, NotedKind::Donor, &donor.id.to_string()))?;
        let report = donor_gifts::report(house, &actor, donor.id, Date::constant(2000, 1, 1), house.today())?;
        let thanked = house.store().read(|db| thanks_store::of_donor(db, donor.id, THANKS))?;
        Ok((donor, code, report, notes, last, house.today(), thanked))
    })
    .await?;
    let t = page.t();
    let place = format!("{} {}", donor.postcode, donor.city);
    let address = [donor.street.trim(), place.trim(), donor.country.trim()].into_iter().filter(|part| !part.is_empty());
    let newest = report.donations.iter().rev().take(NEWEST);
    let next = donor.gives_every_months.map(|months| last.map_or(today, |last| awaited(last.0, months)));
    let lang = Lang::from_tag(&donor.lang).unwrap_or_default();
    html(&DonorPage {
        thanks_by: t.say(&shown::thanks_by(donor.thanks)),
        lang: lang.own_name().to_owned(),
        regular: donor.gives_every_months.map(|months| t.values_gives_months(months)).unwrap_or_default(),
        awaited: next.map(|day| t.values_awaited(day)).unwrap_or_default(),
        is_due: next.is_some_and(|day| day <= today),
        code: code.map(|code| code.printed()).unwrap_or_default(),
        kind: t.say(&shown::donor_kind(donor.kind)),
        address: address.collect::<Vec<_>>().join(", "),
        share: Share::told(t, &report.total),
        donations: newest.map(|line| Line::of_report(&page, line)).collect(),
        has_more: report.donations.len() > NEWEST,
        may_edit: page.may(Right::EditDonors),
        notes: Notes::new(&page, &app, NotedKind::Donor, donor.id.to_string(), notes),
        may_see_report: page.may(Right::SeeDonorReport),
        may_offer: page.may(Right::AnswerOffers) && matches!(donor.kind, DonorKind::Company | DonorKind::Institution),
        thanks: thanks::told(t, app.house.zone(), &thanked),
        donor,
        page,
        t,
    })
}

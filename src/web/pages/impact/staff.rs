//! `/donors/{id}/impact`: what became of a donor's gifts of a quarter or a year, frozen once it is over; as PDF and JSON, once
//! it is frozen; and the links that show it to the donor.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Form, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use super::view::View;
use super::{pdf, period_name};
use crate::actions::{ActionError, Actor, House, impact as freezing, offers, share};
use crate::codes::Kind;
use crate::domain::impact::{Impact, Lasts, Period, Wish};
use crate::domain::rights::Right;
use crate::domain::{DonorId, ShareLinkId};
use crate::qr::address::AddressSymbol;
use crate::reports::impact;
use crate::store::donors;
use crate::store::share_links::ShareLinkRow;
use crate::texts::{Lang, Message, Texts, say};
use crate::web::pages::forms::Wrong;
use crate::web::pages::shown::{self, Choice};
use crate::web::pages::wanted::place;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    period: String,
    #[serde(default)]
    lang: String,
}

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct LinkForm {
    period: String,
    lasts: String,
    once: String,
}

#[derive(Template)]
#[template(path = "impact/staff.html")]
struct ImpactPage {
    page: Page,
    t: &'static Texts,
    id: DonorId,
    donor: String,
    period: Period,
    periods: Vec<Choice>,
    view: View,
    frozen: bool,
    /// The period is over and can be frozen.
    is_over: bool,
    ends: String,
    pdf_de: String,
    pdf_en: String,
    json: String,
    may_share: bool,
    lasts: Vec<Choice>,
    links: Vec<Link>,
    /// A link that was just made: the only time that its address is seen.
    fresh: Option<(String, AddressSymbol)>,
    wrong: Wrong,
}

struct Link {
    id: ShareLinkId,
    period: String,
    made: String,
    ends: String,
    opened: i32,
    is_open: bool,
    revoked: bool,
}

fn lasts_name(lasts: Lasts) -> Message {
    match lasts {
        Lasts::Week => say::company_lasts_week(),
        Lasts::Month => say::company_lasts_month(),
        Lasts::Year => say::company_lasts_year(),
    }
}

struct Found {
    id: DonorId,
    donor: String,
    lang: Lang,
    period: Period,
    periods: Vec<Period>,
    seen: impact::Seen,
    wishes: Vec<Wish>,
    links: Vec<ShareLinkRow>,
}

fn found(house: &std::sync::Arc<House>, actor: &Actor, id: &str, period: &str) -> Result<Found, ActionError> {
    actor.must(Right::SeeDonorReport)?;
    let donor = house.store().read(|db| {
        let id: DonorId = shown::id_in_address(db, id, Kind::DonorCard)?;
        donors::find(db, id)?.ok_or(ActionError::NotFound)
    })?;
    let period = match period.parse() {
        Ok(period) => period,
        Err(()) => impact::usual_period(house, actor, donor.id)?,
    };
    Ok(Found {
        periods: impact::periods(house, actor, donor.id)?,
        seen: impact::see(house, actor, donor.id, period)?,
        wishes: impact::wishes(house, donor.id)?,
        links: if actor.may(Right::ThankDonors) { share::of_donor(house, actor, donor.id)?.0 } else { Vec::new() },
        lang: offers::language_of(&donor),
        id: donor.id,
        donor: donor.name,
        period,
    })
}

fn built(page: Page, app: &Shared, found: Found, fresh: Option<(String, AddressSymbol)>, wrong: Wrong) -> ImpactPage {
    let (t, house) = (page.t(), &app.house);
    let (now, id, period) = (house.now(), found.id, found.period);
    let file = |ending: &str, lang: &str| {
        shown::link(&format!("/donors/{id}/impact.{ending}"), &[("period", &period.to_string()), ("lang", lang)])
    };
    let link = |row: &ShareLinkRow| Link {
        id: row.id,
        period: Period::of(row.from_day.0, row.to_day.0).map(|period| period_name(t, period)).unwrap_or_default(),
        made: t.day(house.day_of(row.made_at.0)),
        ends: t.day(house.day_of(row.expires_at.0)),
        opened: row.opened,
        is_open: row.revoked_at.is_none() && row.expires_at.0 > now,
        revoked: row.revoked_at.is_some(),
    };
    let mut periods = found.periods;
    if !periods.contains(&period) {
        periods.insert(0, period);
    }
    ImpactPage {
        view: View::of(t, &found.seen.impact, &found.wishes),
        frozen: found.seen.frozen,
        is_over: period.is_over(house.today()),
        ends: t.day(period.last()),
        periods: periods.iter().map(|one| Choice::new(one, period_name(t, *one), *one == period)).collect(),
        pdf_de: file("pdf", "de"),
        pdf_en: file("pdf", "en"),
        json: file("json", ""),
        may_share: page.may(Right::ThankDonors),
        lasts: Lasts::ALL.iter().map(|one| Choice::new(one, t.say(&lasts_name(*one)), *one == Lasts::Month)).collect(),
        links: found.links.iter().map(link).collect(),
        id,
        donor: found.donor,
        period,
        fresh,
        wrong,
        page,
        t,
    }
}

/// `GET /donors/{id}/impact`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let found = act(&app, move |house| found(house, &actor, &id, &asked.period)).await?;
    html(&built(page, &app, found, None, Wrong::default()))
}

/// What is in a file leaves the house: only what is frozen does, because two files of different days could be set against each
/// other.
fn frozen(house: &std::sync::Arc<House>, actor: &Actor, id: &str, period: &str) -> Result<Found, ActionError> {
    let found = found(house, actor, id, period)?;
    if found.seen.frozen { Ok(found) } else { Err(ActionError::Refused(say::company_impact_not_frozen())) }
}

/// `GET /donors/{id}/impact.pdf`: in the donor's language, or in the one that is asked for.
pub(in crate::web) async fn show_pdf(
    app: Shared,
    actor: Actor,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let lang = Lang::from_tag(&asked.lang).filter(|lang| matches!(lang, Lang::De | Lang::En));
    let found = act(&app, move |house| frozen(house, &actor, &id, &asked.period)).await?;
    pdf(&app, lang.unwrap_or(found.lang), found.seen.impact, found.wishes).await
}

/// `GET /donors/{id}/impact.json`
pub(in crate::web) async fn json(
    app: Shared,
    actor: Actor,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    #[derive(serde::Serialize)]
    struct File {
        #[serde(flatten)]
        impact: Impact,
        /// Levels, never numbers.
        wanted: Vec<Wish>,
    }
    let found = act(&app, move |house| frozen(house, &actor, &id, &asked.period)).await?;
    let name = format!("impact_{}.json", found.period);
    let file = File { impact: found.seen.impact, wanted: found.wishes };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(serde_json::to_string_pretty(&file).unwrap_or_default()))
}

fn freeze(house: &std::sync::Arc<House>, actor: &Actor, donor: DonorId, period: &str) -> Result<Period, ActionError> {
    let period: Period = period.parse().map_err(|()| ActionError::field("period", say::company_error_period()))?;
    let counted = impact::count(house, actor, donor, period)?;
    freezing::freeze(house, actor, donor, counted)?;
    Ok(period)
}

/// `POST /donors/{id}/impact`: freezes the figures of a period.
pub(in crate::web) async fn keep(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<DonorId>,
    sent: Form<LinkForm>,
) -> Result<HttpResponse, Failure> {
    let (id, typed, freezer) = (id.into_inner(), sent.into_inner(), actor.clone());
    let asked = typed.period.clone();
    match act(&app, move |house| freeze(house, &freezer, id, &asked)).await {
        Ok(period) => {
            let to = shown::link(&format!("/donors/{id}/impact"), &[("period", &period.to_string())]);
            Ok(redirect_with(&to, &say::company_impact_frozen_now()))
        }
        Err(failure) => refused(page, &app, actor, id, typed.period, failure).await,
    }
}

/// `POST /donors/{id}/links`: freezes the figures and makes a link to them, which is shown this once.
pub(in crate::web) async fn share(
    page: Page,
    app: Shared,
    actor: Actor,
    req: HttpRequest,
    id: Path<DonorId>,
    sent: Form<LinkForm>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (id.into_inner(), sent.into_inner());
    let (sharing, input) = (actor.clone().sending(&typed.once), typed.clone());
    let made = act(&app, move |house| {
        sharing.must(Right::ThankDonors)?;
        let lasts = input.lasts.parse().map_err(|_| ActionError::field("lasts", say::company_error_lasts()))?;
        let period = freeze(house, &sharing, id, &input.period)?;
        share::make(house, &sharing, id, period, lasts)
    })
    .await;
    match made {
        Ok(key) => {
            let address = format!("{}/impact/{key}", place(&req, &app));
            let symbol = AddressSymbol::of(&address).ok_or(Failure::NotFound)?;
            let text = id.to_string();
            let found = act(&app, move |house| found(house, &actor, &text, &typed.period)).await?;
            html(&built(page, &app, found, Some((address, symbol)), Wrong::default()))
        }
        Err(failure) => refused(page, &app, actor, id, typed.period, failure).await,
    }
}

async fn refused(
    page: Page,
    app: &Shared,
    actor: Actor,
    id: DonorId,
    period: String,
    failure: Failure,
) -> Result<HttpResponse, Failure> {
    // Whatever field it was, the sentence stands at the top of this page.
    let said = match failure {
        Failure::Action(ActionError::Field { message, .. }) => Failure::Action(ActionError::Refused(message)),
        other => other,
    };
    let wrong = Wrong::of(said, page.t())?;
    let found = act(app, move |house| found(house, &actor, &id.to_string(), &period)).await?;
    crate::web::pages::forms::again(&built(page, app, found, None, wrong))
}

/// `POST /donors/{id}/links/{link}/revoke`
pub(in crate::web) async fn revoke(
    app: Shared,
    actor: Actor,
    path: Path<(DonorId, ShareLinkId)>,
) -> Result<HttpResponse, Failure> {
    let (id, link) = path.into_inner();
    act(&app, move |house| share::revoke(house, &actor, id, link)).await?;
    Ok(redirect_with(&format!("/donors/{id}/impact#links"), &say::company_share_revoked()))
}

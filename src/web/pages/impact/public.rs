//! `GET /impact/{secret}`: what became of a donor's gifts, for whoever has the link. Nobody signs in here.
//!
//! It shows the frozen figures and what is asked for in public: no household, no note of the staff, no other donor. Links that
//! never were, that have ended and that were taken back get the same answer. No search engine keeps the page, no cache
//! either, and a link from it tells nobody its address.

use actix_web::http::header::{CACHE_CONTROL, REFERRER_POLICY};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::pdf;
use super::view::View;
use crate::actions::{ActionError, impact as freezing, offers, share};
use crate::domain::impact::{Impact, Period, Wish};
use crate::reports::impact;
use crate::store::donors;
use crate::texts::{Lang, Texts};
use crate::web::{Failure, Page, Shared, act};

#[derive(Template)]
#[template(path = "impact/public.html")]
struct PublicPage {
    page: Page,
    t: &'static Texts,
    donor: String,
    view: View,
    pdf: String,
    ends: String,
}

/// The longest key that is looked at.
const LONGEST: usize = 64;

struct Found {
    impact: Impact,
    wishes: Vec<Wish>,
    lang: Lang,
    ends: jiff::civil::Date,
}

async fn found(app: &Shared, req: &HttpRequest, key: String, counts: bool) -> Result<Found, Failure> {
    app.impact_tries.admit(req)?;
    if key.len() > LONGEST {
        return Err(Failure::NotFound);
    }
    let found = act(app, move |house| {
        let link = share::open(house, &key, counts)?;
        let period = Period::of(link.from_day.0, link.to_day.0).ok_or(ActionError::NotFound)?;
        let (donor, impact) = house.store().read(|db| {
            let donor = donors::find(db, link.donor_id)?.ok_or(ActionError::NotFound)?;
            let impact = freezing::frozen(db, link.donor_id, period)?.ok_or(ActionError::NotFound)?;
            Ok::<_, ActionError>((donor, impact))
        })?;
        Ok(Found {
            wishes: impact::wishes(house, link.donor_id)?,
            lang: offers::language_of(&donor),
            ends: house.day_of(link.expires_at.0),
            impact,
        })
    })
    .await;
    found.map_err(|failure| match failure {
        Failure::Action(ActionError::NotFound) => Failure::NotFound,
        other => other,
    })
}

/// What keeps the answer to whoever has the link.
fn guarded(mut response: HttpResponse) -> HttpResponse {
    let headers = response.headers_mut();
    for (name, value) in [(CACHE_CONTROL, "no-store, private"), (REFERRER_POLICY, "no-referrer")] {
        headers.insert(name, actix_web::http::header::HeaderValue::from_static(value));
    }
    headers.insert(
        actix_web::http::header::HeaderName::from_static("x-robots-tag"),
        actix_web::http::header::HeaderValue::from_static("noindex, nofollow, noarchive"),
    );
    response
}

/// `GET /impact/{secret}`
pub(in crate::web) async fn show(req: HttpRequest, app: Shared, key: Path<String>) -> Result<HttpResponse, Failure> {
    let key = key.into_inner();
    let counts = req.method() == actix_web::http::Method::GET;
    let found = found(&app, &req, key.clone(), counts).await?;
    let page = Page::of_nobody(found.lang, &app);
    let t = page.t();
    let shown = PublicPage {
        view: View::of(t, &found.impact, &found.wishes),
        donor: found.impact.donor.clone(),
        pdf: format!("/impact/{key}.pdf"),
        ends: t.company_share_until(found.ends),
        page,
        t,
    };
    Ok(guarded(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(shown.render()?)))
}

/// `GET /impact/{secret}.pdf`
pub(in crate::web) async fn show_pdf(
    req: HttpRequest,
    app: Shared,
    key: Path<String>,
) -> Result<HttpResponse, Failure> {
    let found = found(&app, &req, key.into_inner(), false).await?;
    Ok(guarded(pdf(&app, found.lang, found.impact, found.wishes).await?))
}

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
use crate::web::guard::language_of_pages;
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

#[derive(Template)]
#[template(path = "impact/gone.html")]
struct GonePage {
    page: Page,
    t: &'static Texts,
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
    if key.len() > LONGEST {
        app.impact_tries.admit(req)?;
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
    // Only tries that open nothing count: behind one address may be all donors of a town, each with a link that is good.
    match found {
        Err(Failure::Action(ActionError::NotFound)) => {
            Err(app.impact_tries.admit(req).err().unwrap_or(Failure::NotFound))
        }
        other => other,
    }
}

/// For a link that opens nothing, whether it never did, has ended or was taken back: whom to ask for another. There is no way to
/// the sign-in here; whoever has a link has no account.
fn gone(app: &Shared, req: &HttpRequest, failure: Failure) -> Result<HttpResponse, Failure> {
    if !matches!(failure, Failure::NotFound) {
        return Err(failure);
    }
    let page = Page::of_nobody(language_of_pages(req), app);
    let t = page.t();
    let html = GonePage { page, t }.render()?;
    Ok(guarded(HttpResponse::NotFound().content_type("text/html; charset=utf-8").body(html)))
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
    let found = match found(&app, &req, key.clone(), counts).await {
        Ok(found) => found,
        Err(failure) => return gone(&app, &req, failure),
    };
    let page = Page::of_nobody(found.lang, &app);
    let t = page.t();
    let shown = PublicPage {
        view: View::of(t, &found.impact, &found.wishes).without_dots(),
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
    let found = match found(&app, &req, key.into_inner(), false).await {
        Ok(found) => found,
        Err(failure) => return gone(&app, &req, failure),
    };
    Ok(guarded(pdf(&app, found.lang, found.impact, found.wishes).await?))
}

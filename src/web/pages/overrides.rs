//! `GET /overrides`: how often a lead said yes to what the rules of the desk ask about, by rule.

use actix_web::HttpResponse;
use askama::Template;
use jiff::SignedDuration;

use crate::actions::Actor;
use crate::domain::desk::Asked;
use crate::domain::rights::Right;
use crate::store::guard_rails;
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

/// How far back is counted.
const SPAN: SignedDuration = SignedDuration::from_hours(365 * 24);

#[derive(Template)]
#[template(path = "overrides.html")]
struct OverridesPage {
    page: Page,
    t: &'static Texts,
    counts: Vec<(String, i64)>,
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let counts = act(&app, move |house| {
        actor.must(Right::Override)?;
        let since = house.now() - SPAN;
        Ok(house.store().read(|db| guard_rails::counts(db, since))?)
    })
    .await?;
    let t = page.t();
    html(&OverridesPage { counts: counts.iter().map(|(kind, count)| (named(t, kind), *count)).collect(), t, page })
}

fn named(t: &Texts, kind: &str) -> String {
    match kind.parse() {
        Ok(Asked::Limit) => t.mentors_override_limit(),
        Ok(Asked::Visits) => t.mentors_override_visits(),
        Ok(Asked::Renewal) => t.mentors_override_renewal(),
        Ok(Asked::Points) => t.mentors_override_points(),
        Ok(Asked::AlreadyOut) => t.mentors_override_already_out(),
        Ok(Asked::Reserved) => t.mentors_override_reserved(),
        Err(_) => t.mentors_override_other(kind),
    }
}

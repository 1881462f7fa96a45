//! `GET /overrides`: how often a lead said yes to what the rules of the desk ask about, by rule.

use actix_web::HttpResponse;
use askama::Template;
use jiff::SignedDuration;

use crate::actions::Actor;
use crate::domain::desk::Asked;
use crate::domain::rights::Right;
use crate::store::shelf_checks::OTHER_HOUSEHOLD;
use crate::store::{guard_rails, items};
use crate::texts::{Message, Texts};
use crate::web::pages::shown::item_name;
use crate::web::{Failure, Page, Shared, act, html};

/// How far back is counted.
const SPAN: SignedDuration = SignedDuration::from_hours(365 * 24);

/// As many single decisions are listed.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "overrides.html")]
struct OverridesPage {
    page: Page,
    t: &'static Texts,
    counts: Vec<(String, i64)>,
    rows: Vec<View>,
}

struct View {
    day: String,
    kind: String,
    item: String,
    item_href: String,
    by: String,
    reason: String,
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (counts, decided) = act(&app, move |house| {
        actor.must(Right::Override)?;
        let since = house.now() - SPAN;
        house.store().read(|db| {
            let mut decided = Vec::new();
            for one in guard_rails::last(db, since, SHOWN)? {
                let item = match one.item {
                    Some(item) => items::find(db, item)?,
                    None => None,
                };
                decided.push((one, item));
            }
            Ok((guard_rails::counts(db, since)?, decided))
        })
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let rows = decided.into_iter().map(|(one, item)| View {
        day: t.day(app.house.day_of(one.at.0)),
        kind: named(t, &one.kind),
        item: item.as_ref().map_or_else(String::new, |item| item_name(t, &catalogue, item)),
        item_href: item.map_or_else(String::new, |item| format!("/items/{}", item.id)),
        by: one.by.unwrap_or_default(),
        reason: reason(t, &one.reason),
    });
    html(&OverridesPage {
        counts: counts.iter().map(|(kind, count)| (named(t, kind), *count)).collect(),
        rows: rows.collect(),
        t,
        page,
    })
}

/// What somebody typed, or what the desk asked before the yes.
fn reason(t: &Texts, kept: &str) -> String {
    serde_json::from_str::<Message>(kept).map_or_else(|_| kept.to_owned(), |asked| t.say(&asked))
}

fn named(t: &Texts, kind: &str) -> String {
    if kind == OTHER_HOUSEHOLD {
        return t.mentors_override_allocation();
    }
    match kind.parse() {
        Ok(Asked::Limit) => t.mentors_override_limit(),
        Ok(Asked::Visits) => t.mentors_override_visits(),
        Ok(Asked::Renewal) => t.mentors_override_renewal(),
        Ok(Asked::Points) => t.mentors_override_points(),
        Ok(Asked::AlreadyOut) => t.mentors_override_already_out(),
        Ok(Asked::Reserved) => t.mentors_override_reserved(),
        Err(_) => t.mentors_override_other(),
    }
}

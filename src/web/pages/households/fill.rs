//! Filling a list from a template: what it would add, and adding what stays ticked.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{address, words};
use crate::actions::fill_needs::{self, Fill, Planned};
use crate::actions::see_household::{self, Seen};
use crate::actions::{ActionError, Actor};
use crate::domain::HouseholdId;
use crate::domain::catalogue::{Catalogue, Product, ProductCode};
use crate::domain::needs::Urgency;
use crate::texts::{Texts, say};
use crate::web::{Failure, Page, Shared, act, html, redirect_done};

#[derive(Template)]
#[template(path = "households/fill.html")]
struct FillPage {
    page: Page,
    t: &'static Texts,
    back: String,
    card: String,
    fill: String,
    lead: String,
    met: String,
    lines: Vec<Offered>,
}

struct Offered {
    product: String,
    name: String,
    picto: String,
    detail: String,
    wanted: i32,
    first: bool,
    /// The same is asked for already, for another occasion.
    on_list: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Asked {
    fill: String,
}

/// `GET /households/{id}/fill?fill=…`
pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let (id, word) = (id.into_inner(), asked.into_inner().fill);
    let fill = read_fill(&word).ok_or(Failure::NotFound)?;
    let (seen, preview) = act(&app, move |house| {
        let seen = see_household::open(house, &actor, id, "fill")?;
        Ok::<_, ActionError>((seen, fill_needs::preview(house, &actor, id, fill)?))
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    html(&FillPage {
        back: address(id),
        card: seen.card.map_or_else(|| t.household_no_card(), |card| card.printed()),
        fill: word,
        lead: t.records_fill_lead(preview.lines.len()),
        met: t.records_fill_met(preview.met),
        lines: preview.lines.iter().map(|(line, wanted)| offered(t, &catalogue, &seen, line, *wanted)).collect(),
        t,
        page,
    })
}

fn offered(t: &Texts, catalogue: &Catalogue, seen: &Seen, planned: &Planned, wanted: i32) -> Offered {
    let name = |code: &ProductCode| {
        catalogue.product(code.as_str()).map_or_else(|| code.to_string(), |known| known.names.get(t.lang()).to_owned())
    };
    let mut parts: Vec<String> = Vec::new();
    let whose = seen.members.iter().enumerate().find(|(_, member)| Some(member.id) == planned.member);
    parts.extend(whose.map(|(at, member)| words::called(t, member, at + 1)));
    parts.extend(planned.size.clone());
    let others: Vec<String> = planned.line.products[1..].iter().map(name).collect();
    if !others.is_empty() {
        parts.push(t.records_fill_or(t.listed(&others)));
    }
    parts.push(words::renew(t, planned.line.renew));
    let on_list = seen.needs.iter().any(|need| {
        let same = need.member_id == planned.member && need.product_code == *planned.product();
        same && need.cut == planned.cut && need.size == planned.size && need.line().is_open()
    });
    if on_list {
        parts.push(t.records_fill_on_list());
    }
    Offered {
        product: planned.product().to_string(),
        name: name(planned.product()),
        picto: catalogue.product(planned.product().as_str()).map(Product::picture).unwrap_or_default(),
        detail: t.dotted(parts),
        wanted,
        on_list,
        first: planned.urgency() == Urgency::None,
    }
}

/// `POST /households/{id}/fill`: `fill` is `home`, `hygiene`, or a template's word with a person's id (`clothing:0190…`);
/// `product` once for each line that stays ticked, and `previewed` when there was something to tick.
pub(in crate::web) async fn fill(
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let (id, sent) = (id.into_inner(), sent.into_inner());
    let field = |name: &str| sent.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let fill = field("fill").and_then(read_fill).ok_or_else(|| Failure::Unreadable("fill".to_owned()))?;
    let products = sent.iter().filter(|(name, _)| name == "product").filter_map(|(_, code)| code.parse().ok());
    let ticked: Option<Vec<ProductCode>> = field("previewed").map(|_| products.collect());
    let (lines, deed) = act(&app, move |house| fill_needs::fill_ticked(house, &actor, id, fill, ticked)).await?;
    Ok(redirect_done(&address(id), &say::household_filled(lines), deed))
}

fn read_fill(text: &str) -> Option<Fill> {
    let (word, member) = text.split_once(':').unwrap_or((text, ""));
    match (word, member.parse()) {
        ("home", _) => Some(Fill::Home),
        ("hygiene", _) => Some(Fill::Hygiene),
        ("clothing", Ok(member)) => Some(Fill::Clothing(member)),
        ("maternity", Ok(member)) => Some(Fill::Maternity(member)),
        ("school_start", Ok(member)) => Some(Fill::SchoolStart(member)),
        ("school_year", Ok(member)) => Some(Fill::SchoolYear(member)),
        _ => None,
    }
}

//! `GET /households`: all of them for the coordinator, the own ones for a mentor.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::{Choice, address, words};
use crate::actions::Actor;
use crate::actions::see_household::{self, Asked, PAGE};
use crate::codes::{Kind, read};
use crate::domain::HouseholdId;
use crate::domain::household::HouseholdState;
use crate::domain::rights::Right;
use crate::store::households::Listed;
use crate::texts::Texts;
use crate::web::guard::percent;
use crate::web::{Failure, Page, Shared, act, html, redirect};

#[derive(Template)]
#[template(path = "households/list.html")]
struct ListPage {
    page: Page,
    t: &'static Texts,
    lead: String,
    search: String,
    states: Vec<Choice>,
    lines: Vec<Line>,
    next: String,
    filtered: bool,
    edits: bool,
}

struct Line {
    href: String,
    card: String,
    state: &'static str,
    state_name: String,
    people: i32,
    area: String,
    wanted: i64,
    got: i64,
    last_visit: String,
    registered: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Search {
    q: String,
    state: String,
    before: Option<HouseholdId>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    search: Query<Search>,
) -> Result<HttpResponse, Failure> {
    let Search { q, state, before } = search.into_inner();
    let q: String = q.trim().chars().take(60).collect();
    // A scanned card leads straight to its household.
    if let Some(card) = read(&q).ok().filter(|code| code.kind() == Kind::HouseholdCard) {
        let actor = actor.clone();
        if let Ok(id) = act(&app, move |house| see_household::of_card(house, &actor, card)).await {
            return Ok(redirect(&address(id)));
        }
    }
    let chosen: Option<HouseholdState> = state.parse().ok();
    let asked = Asked { search: q.clone(), state: chosen, before };
    let edits = actor.may(Right::EditHouseholds);
    let mut listed = act(&app, move |house| see_household::list(house, &actor, &asked)).await?;
    let more = listed.len() > PAGE as usize;
    listed.truncate(PAGE as usize);
    let next = match (more, listed.last()) {
        (true, Some(last)) => {
            let query = [("q", q.as_str()), ("state", &state), ("before", &last.row.id.to_string())]
                .map(|(name, value)| format!("{name}={}", percent(value)));
            format!("/households?{}", query.join("&"))
        }
        _ => String::new(),
    };
    let t = page.t();
    let states = HouseholdState::ALL.iter().map(|known| Choice {
        value: known.to_string(),
        label: t.say(&words::state(*known)),
        chosen: chosen == Some(*known),
    });
    html(&ListPage {
        lead: if edits { t.households_lead() } else { t.households_lead_mentor() },
        states: states.collect(),
        lines: listed.iter().map(|listed| line(t, listed)).collect(),
        filtered: !q.is_empty() || chosen.is_some() || before.is_some(),
        search: q,
        next,
        edits,
        t,
        page,
    })
}

fn line(t: &Texts, listed: &Listed) -> Line {
    let row = &listed.row;
    Line {
        href: address(row.id),
        card: listed.card.map_or_else(|| t.household_no_card(), |card| card.printed()),
        state: row.state.word(),
        state_name: t.say(&words::state(row.state)),
        people: row.people,
        area: row.area.clone(),
        wanted: listed.wanted.unwrap_or_default(),
        got: listed.got.unwrap_or_default(),
        last_visit: row.last_visit_on.map_or_else(String::new, |day| t.day(day.0)),
        registered: t.day(row.registered_on.0),
    }
}

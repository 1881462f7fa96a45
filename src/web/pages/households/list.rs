//! `GET /households`: all of them for the coordinator, the own ones for a mentor.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::{Choice, address, words};
use crate::actions::Actor;
use crate::actions::see_household::{self, Asked};
use crate::codes::{Kind, read};
use crate::domain::HouseholdId;
use crate::domain::household::HouseholdState;
use crate::domain::lists::{HouseholdOrder, Only};
use crate::domain::rights::Right;
use crate::store::households::Listed;
use crate::texts::Texts;
use crate::web::pages::lists::{self, Frame};
use crate::web::pages::shown::{self, Choice as ListChoice};
use crate::web::{Failure, Page, Shared, act, html, redirect};

#[derive(Template)]
#[template(path = "households/list.html")]
struct ListPage {
    page: Page,
    t: &'static Texts,
    lead: String,
    search: String,
    states: Vec<Choice>,
    /// Households that need somebody's attention, and why.
    selections: Vec<Choice>,
    lines: Vec<Line>,
    frame: Frame,
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
    /// Of a household that has left nothing is counted as met.
    has_left: bool,
    wanted: i64,
    got: i64,
    last_visit: String,
    waits: String,
}

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Search {
    q: String,
    state: String,
    only: String,
    order: String,
    rows: String,
    after: String,
    before: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    search: Query<Search>,
) -> Result<HttpResponse, Failure> {
    let Search { q, state, only, order, rows, after, before } = search.into_inner();
    let q: String = q.trim().chars().take(60).collect();
    // A scanned card leads straight to its household.
    if let Some(card) = read(&q).ok().filter(|code| code.kind() == Kind::HouseholdCard) {
        let actor = actor.clone();
        if let Ok(id) = act(&app, move |house| see_household::of_card(house, &actor, card)).await {
            return Ok(redirect(&address(id)));
        }
    }
    let chosen: Option<HouseholdState> = state.parse().ok();
    let edits = actor.may(Right::EditHouseholds);
    // Proofs are the coordinator's business.
    let chosen_only: Option<Only> = only.parse().ok().filter(|only| edits || *only != Only::Proof);
    let order: HouseholdOrder = order.parse().unwrap_or_default();
    let size = lists::rows_asked(&rows);
    let cursor = shown::cursor::<HouseholdId>(&after, &before);
    let asked = Asked { search: q.clone(), state: chosen, order, only: chosen_only, cursor, rows: size };
    let (found, count) = act(&app, move |house| {
        let found = see_household::list(house, &actor, &asked)?;
        // The list shows how much each of them needs and has got.
        let seen = found.0.rows.iter().map(|listed| listed.row.id).collect();
        see_household::note_looks(house, &actor, seen, "list")?;
        Ok(found)
    })
    .await?;
    let t = page.t();
    let states = HouseholdState::ALL.iter().map(|known| Choice {
        value: known.to_string(),
        label: t.say(&words::state(*known)),
        chosen: chosen == Some(*known),
    });
    let mut said = Vec::new();
    if !q.is_empty() {
        said.push(("q", t.list_search(q.as_str())));
    }
    said.extend(chosen.map(|state| ("state", t.say(&words::state(state)))));
    said.extend(chosen_only.map(|only| ("only", t.say(&words::only(only)))));
    let selections = Only::ALL.iter().filter(|only| edits || **only != Only::Proof).map(|known| Choice {
        value: known.to_string(),
        label: t.say(&words::only(*known)),
        chosen: chosen_only == Some(*known),
    });
    let orders = vec![
        ListChoice::new("", t.order_newest(), order == HouseholdOrder::Newest),
        ListChoice::new(HouseholdOrder::Waiting, t.order_longest(), order == HouseholdOrder::Waiting),
    ];
    let ends = found.rows.first().zip(found.rows.last()).map(|(a, b)| (a.row.id.to_string(), b.row.id.to_string()));
    let word = if order == HouseholdOrder::default() { "" } else { order.word() };
    let in_address = lists::Asked {
        path: "/households",
        all: vec![("q", &q), ("state", &state), ("only", &only), ("order", word), ("rows", &rows)],
    };
    let summary = lists::summary(t, count, |count| t.households_shown(count));
    let is_filtered = !said.is_empty();
    let frame = in_address.frame(said, orders, size, &found, ends, summary);
    let response = html(&ListPage {
        lead: if edits { t.households_lead() } else { t.households_lead_mentor() },
        states: states.collect(),
        selections: selections.collect(),
        lines: found.rows.iter().map(|listed| line(t, listed, &frame.list, app.house.zone())).collect(),
        filtered: is_filtered || found.has_previous,
        search: q.clone(),
        frame,
        edits,
        t,
        page,
    })?;
    Ok(in_address.remember(response))
}

fn line(t: &Texts, listed: &Listed, list: &str, zone: &TimeZone) -> Line {
    let row = &listed.row;
    Line {
        href: format!("{}{list}", address(row.id)),
        card: listed.card.map_or_else(|| t.household_no_card(), |card| card.printed()),
        state: row.state.word(),
        state_name: t.say(&words::state(row.state)),
        people: row.people,
        area: row.area.clone(),
        has_left: row.state == HouseholdState::Left,
        wanted: listed.wanted.unwrap_or_default(),
        got: listed.got.unwrap_or_default(),
        last_visit: row.last_visit_on.map_or_else(String::new, |day| t.day(day.0)),
        waits: row.waits().map_or_else(String::new, |at| t.day(at.to_zoned(zone.clone()).date())),
    }
}

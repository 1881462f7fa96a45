//! `GET` and `POST /stocktakes/{id}`: what was found, what will happen, and the button that books it.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path};
use actix_web::{HttpResponse, ResponseError};
use askama::Template;
use serde::Deserialize;

use super::list::state_name;
use crate::actions::run_stocktake::{self, Findings, findings};
use crate::actions::{ActionError, Actor};
use crate::codes::Code;
use crate::domain::StocktakeId;
use crate::domain::rights::Right;
use crate::domain::stocktake::{Figures, Finding, StocktakeState};
use crate::store::{labels, locations, users};
use crate::texts::{Message, Texts, say};
use crate::web::pages::shown::item_name;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "stocktakes/one.html")]
struct StocktakePage {
    page: Page,
    t: &'static Texts,
    place: String,
    place_code: String,
    standing: (&'static str, String),
    by: String,
    version: i32,
    figures: Figures,
    /// “97 %”; empty when there was nothing.
    accuracy: String,
    groups: Vec<Group>,
    is_open: bool,
    is_reviewing: bool,
    may_book: bool,
    may_drop: bool,
}

/// All labels with the same finding.
struct Group {
    tone: &'static str,
    title: String,
    /// What booking does to them.
    what: String,
    lines: Vec<Line>,
    /// Whether the lines are folded away: nobody has to do anything about them.
    folded: bool,
}

struct Line {
    name: String,
    detail: String,
    code: String,
    href: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Decision {
    action: String,
    version: i32,
    #[serde(default)]
    found: i32,
    #[serde(default)]
    elsewhere: i32,
    #[serde(default)]
    found_again: i32,
    #[serde(default)]
    missing: i32,
}

pub(in crate::web) async fn show(page: Page, app: Shared, id: Path<String>) -> Result<HttpResponse, Failure> {
    html(&drawn(page, &app, id_of(&id)?).await?)
}

fn id_of(id: &str) -> Result<StocktakeId, Failure> {
    id.parse().map_err(|_| Failure::NotFound)
}

pub(in crate::web) async fn decide(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<String>,
    form: Form<Decision>,
) -> Result<HttpResponse, Failure> {
    let (id, sent) = (id_of(&id)?, form.into_inner());
    let action = sent.action.clone();
    let done = act(&app, move |house| {
        let Decision { version, found, elsewhere, found_again, missing, .. } = sent;
        match sent.action.as_str() {
            "review" => run_stocktake::review(house, &actor, id, version),
            "drop" => run_stocktake::drop_it(house, &actor, id, version),
            "post" => {
                let shown = Figures { found, elsewhere, found_again, missing };
                run_stocktake::post(house, &actor, id, version, shown)
            }
            _ => Err(ActionError::NotFound),
        }
    })
    .await;
    match done {
        Ok(()) => Ok(redirect_with(&format!("/stocktakes/{id}"), &done_message(&action))),
        Err(failure @ Failure::Action(ActionError::Refused(_) | ActionError::Changed)) => {
            let status: StatusCode = failure.status_code();
            let page = page.with_notice("error", &failure.message());
            let mut response = html(&drawn(page, &app, id).await?)?;
            *response.status_mut() = status;
            Ok(response)
        }
        Err(failure) => Err(failure),
    }
}

fn done_message(action: &str) -> Message {
    match action {
        "post" => say::stocktake_is_posted(),
        "drop" => say::stocktake_is_dropped(),
        _ => say::stocktake_look(),
    }
}

async fn drawn(page: Page, app: &Shared, id: StocktakeId) -> Result<StocktakePage, Failure> {
    let t = page.t();
    let (found, place, place_code, by, lines) = act(app, move |house| {
        let catalogue = house.catalogue();
        house.store().read(|db| {
            let found = findings(db, id)?;
            let all = locations::all(db)?;
            let name = |id| all.iter().find(|row| row.id == id).map_or_else(String::new, |row| row.name.clone());
            let place = name(found.row.location_id);
            let code = labels::bound_to(db, &found.row.location_id.to_string())?;
            let opener = match found.row.opened_by {
                Some(user) => users::find(db, user)?.map_or_else(String::new, |user| user.display_name),
                None => String::new(),
            };
            let day = house.day_of(found.row.opened_at.0);
            let by = if opener.is_empty() { t.stocktakes_day(day) } else { t.stocktake_by(day, opener) };
            let mut lines: Vec<(Finding, Line)> = Vec::new();
            for (finding, item) in &found.items {
                let elsewhere = item.location_id.filter(|at| *at != found.row.location_id).map(name);
                let state = t.say(&crate::domain::desk::state_name(item.state));
                let line = Line {
                    name: item_name(t, &catalogue, item),
                    detail: elsewhere.map_or_else(|| state.clone(), |at| t.listed([&state, &at])),
                    code: item.label.map_or_else(String::new, |code| code.printed()),
                    href: format!("/items/{}", item.id),
                };
                lines.push((*finding, line));
            }
            for code in &found.unknown {
                let line =
                    Line { name: t.photo_label(), detail: String::new(), code: code.printed(), href: String::new() };
                lines.push((Finding::Unknown, line));
            }
            lines.sort_by(|a, b| (&a.1.name, &a.1.code).cmp(&(&b.1.name, &b.1.code)));
            Ok::<_, ActionError>((found, place, code.map(|code: Code| code.to_string()), by, lines))
        })
    })
    .await?;
    let is_open = found.row.state.is_open();
    let figures = found.row.figures().unwrap_or_else(|| found.figures());
    let nothing_seen =
        lines.iter().all(|(finding, _)| matches!(finding, Finding::Missing | Finding::Held | Finding::JustCame));
    let may_close = page.may(Right::CloseStocktake);
    Ok(StocktakePage {
        t,
        place,
        place_code: place_code.unwrap_or_default(),
        standing: (found.row.state.word(), t.say(&state_name(found.row.state))),
        by,
        version: found.row.version,
        figures,
        accuracy: figures.accuracy().map_or_else(String::new, |percent| t.stocktakes_percent(percent)),
        // What was booked has moved on since: its story stands with each piece.
        groups: if is_open { groups(t, &found, lines) } else { Vec::new() },
        is_open,
        is_reviewing: found.row.state == StocktakeState::Reviewing,
        may_book: may_close,
        may_drop: is_open && (may_close || nothing_seen),
        page,
    })
}

/// The findings in the order of how much somebody has to look at them.
fn groups(t: &Texts, found: &Findings, mut lines: Vec<(Finding, Line)>) -> Vec<Group> {
    let order = [
        (Finding::Missing, "stop"),
        (Finding::Elsewhere, "again"),
        (Finding::FoundAgain, "ok"),
        (Finding::TurnedUp, "again"),
        (Finding::Unknown, "again"),
        (Finding::Held, "again"),
        (Finding::MovedOn, "none"),
        (Finding::JustCame, "none"),
        (Finding::Found, "ok"),
    ];
    let is_running = found.row.state == StocktakeState::Running;
    let mut groups = Vec::new();
    for (finding, tone) in order {
        let (own, rest) = lines.into_iter().partition::<Vec<_>, _>(|(known, _)| *known == finding);
        lines = rest;
        if own.is_empty() {
            continue;
        }
        let (title, what) = match finding {
            Finding::Missing if is_running => (t.stocktake_not_yet(own.len()), t.stocktake_not_yet_what()),
            Finding::Missing => (t.stocktake_missing(own.len()), t.stocktake_missing_what()),
            Finding::Elsewhere => (t.stocktake_elsewhere(own.len()), t.stocktake_elsewhere_what()),
            Finding::FoundAgain => (t.stocktake_again(own.len()), t.stocktake_again_what()),
            Finding::TurnedUp => (t.stocktake_turned_up(own.len()), t.stocktake_turned_up_what()),
            Finding::Unknown => (t.stocktake_unknown(own.len()), t.stocktake_unknown_what()),
            Finding::Held => (t.stocktake_held(own.len()), t.stocktake_held_what()),
            Finding::MovedOn => (t.stocktake_moved_on(own.len()), t.stocktake_moved_on_what()),
            Finding::JustCame => (t.stocktake_just_came(own.len()), t.stocktake_just_came_what()),
            Finding::Found => (t.stocktake_found(own.len()), t.stocktake_found_what()),
        };
        let lines = own.into_iter().map(|(_, line)| line).collect();
        groups.push(Group { tone, title, what, lines, folded: matches!(finding, Finding::Found) });
    }
    groups
}

//! `GET /contradictions`: scans that do not fit what others booked, and terminals that sent something odd.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor};
use crate::domain::EventId;
use crate::domain::desk::Verdict;
use crate::domain::rights::Right;
use crate::store::scan_events::{self, Conflict};
use crate::store::terminals;
use crate::texts::Texts;
use crate::web::pages::shown::{self, Neighbours, ROWS, moment};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    after: String,
    #[serde(default)]
    before: String,
}

#[derive(Template)]
#[template(path = "contradictions.html")]
struct ContradictionsPage {
    page: Page,
    t: &'static Texts,
    rows: Vec<Row>,
    /// Name, since when, and where it is released.
    odd: Vec<(String, String, String)>,
    summary: String,
    neighbours: Neighbours,
}

struct Row {
    headline: String,
    detail: String,
    code: String,
    scanned: String,
    received: String,
    terminal: String,
    who: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let cursor = shown::cursor::<EventId>(&asked.after, &asked.before);
    let (found, count, devices) = act(&app, move |house| {
        actor.must(Right::EditItems)?;
        house.store().read(|db| {
            let found = scan_events::conflicts(db, &cursor, ROWS)?;
            Ok::<_, ActionError>((found, scan_events::count_conflicts(db)?, terminals::suspects(db)?))
        })
    })
    .await?;
    let (t, zone) = (page.t(), app.house.zone());
    let row = |conflict: &Conflict| {
        let event = &conflict.event;
        let verdict: Option<Verdict> = serde_json::from_str(&event.verdict).ok();
        let (scanned, received) = (moment(t, zone, event.occurred_at), moment(t, zone, event.received_at));
        let said = |message: &crate::texts::Message| t.say(message);
        Row {
            headline: verdict.as_ref().map_or_else(String::new, |verdict| said(&verdict.headline)),
            detail: verdict.and_then(|verdict| verdict.detail).as_ref().map_or_else(String::new, said),
            code: crate::codes::read(&event.code).map_or_else(|_| event.code.clone(), |code| code.printed()),
            received: if received == scanned { String::new() } else { t.contradictions_received(received) },
            scanned,
            terminal: conflict.terminal.clone(),
            who: conflict.actor.clone().unwrap_or_else(|| t.contradictions_unsigned()),
        }
    };
    let id = |conflict: &Conflict| conflict.event.event_id.to_string();
    let ends = found.rows.first().map(id).zip(found.rows.last().map(id));
    html(&ContradictionsPage {
        rows: found.rows.iter().map(row).collect(),
        odd: devices
            .into_iter()
            .map(|(id, name, since)| {
                (name, t.contradictions_odd_since(moment(t, zone, since)), format!("/settings/terminals/{id}/release"))
            })
            .collect(),
        summary: t.contradictions_count(count),
        neighbours: Neighbours::new("/contradictions", &[], ends, (found.has_previous, found.has_next)),
        page,
        t,
    })
}

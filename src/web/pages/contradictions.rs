//! `/contradictions`: scans that do not fit what the house knew, each with two sides and three ways to settle it, and the
//! terminals that sent something odd.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::items::told::kind_name;
use crate::actions::{ActionError, Actor, settle_contradiction};
use crate::codes::Code;
use crate::domain::EventId;
use crate::domain::contradiction::{ContradictionKind, Settlement};
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::store::contradictions::{self, Asked, Sides};
use crate::store::terminals;
use crate::texts::{Message, Texts, say};
use crate::web::pages::shown::{self, Neighbours, ROWS, item_name, moment};
use crate::web::{Failure, Page, Shared, act, html, redirect_warning, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct Wanted {
    #[serde(default)]
    after: String,
    #[serde(default)]
    before: String,
    /// `settled`, or empty for the open ones.
    #[serde(default)]
    show: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Decided {
    how: Settlement,
    version: i32,
}

#[derive(Template)]
#[template(path = "contradictions.html")]
struct ContradictionsPage {
    page: Page,
    t: &'static Texts,
    rows: Vec<Row>,
    settled: bool,
    open_count: i64,
    settled_count: i64,
    /// Name, since when, and where it is released.
    odd: Vec<(String, String, String)>,
    summary: String,
    neighbours: Neighbours,
}

struct Row {
    id: String,
    version: i32,
    /// What does not fit, in a sentence.
    sentence: String,
    /// Address of the piece, when there is one.
    item: String,
    code: String,
    scan: Side,
    known: Option<Side>,
    /// Where the piece is now.
    now: String,
    /// The ways to settle it: value, word, effect.
    ways: Vec<(&'static str, String, String)>,
    /// Who settled it when and how; empty while it is open.
    outcome: String,
}

/// One of the two events.
struct Side {
    what: String,
    when: String,
    by: String,
    card: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Failure> {
    let cursor = shown::cursor::<EventId>(&wanted.after, &wanted.before);
    let settled = wanted.show == "settled";
    let (found, rows, (open_count, settled_count), devices) = act(&app, move |house| {
        actor.must(Right::EditItems)?;
        house.store().read(|db| {
            let found = contradictions::list(db, settled, &cursor, ROWS)?;
            let mut rows = Vec::new();
            for asked in &found.rows {
                let booked = !settle_contradiction::booked(db, &asked.row)?.is_empty();
                rows.push((contradictions::sides(db, asked)?, booked));
            }
            Ok::<_, ActionError>((found, rows, contradictions::counts(db)?, terminals::suspects(db)?))
        })
    })
    .await?;
    let (t, zone) = (page.t(), app.house.zone());
    let id = |asked: &Asked| asked.row.event_id.to_string();
    let ends = found.rows.first().map(id).zip(found.rows.last().map(id));
    let filter = [("show", if settled { "settled" } else { "" })];
    html(&ContradictionsPage {
        rows: found.rows.iter().zip(rows).map(|(asked, (sides, booked))| row(t, &app, asked, &sides, booked)).collect(),
        odd: devices
            .into_iter()
            .map(|(id, name, since)| {
                (name, t.contradictions_odd_since(moment(t, zone, since)), format!("/settings/terminals/{id}/release"))
            })
            .collect(),
        summary: if settled { t.contradictions_settled(settled_count) } else { t.contradictions_count(open_count) },
        neighbours: Neighbours::new("/contradictions", &filter, ends, (found.has_previous, found.has_next)),
        settled,
        open_count,
        settled_count,
        page,
        t,
    })
}

/// `POST /contradictions/{id}`
pub(in crate::web) async fn settle(
    app: Shared,
    actor: Actor,
    id: Path<EventId>,
    form: Form<Decided>,
) -> Result<HttpResponse, Failure> {
    let (id, Decided { how, version }) = (*id, form.into_inner());
    match act(&app, move |house| settle_contradiction::settle(house, &actor, id, how, version)).await {
        Ok(()) => Ok(redirect_with("/contradictions", &done(how))),
        Err(Failure::Action(error @ (ActionError::Refused(_) | ActionError::Changed))) => {
            Ok(redirect_warning("/contradictions", &error.message()))
        }
        Err(other) => Err(other),
    }
}

fn done(how: Settlement) -> Message {
    match how {
        Settlement::Leave => say::contradiction_left(),
        Settlement::Rebook => say::contradiction_rebooked(),
        Settlement::Misscan => say::contradiction_misscanned(),
    }
}

fn row(t: &Texts, app: &Shared, asked: &Asked, sides: &Sides, booked: bool) -> Row {
    let (zone, catalogue) = (app.house.zone(), app.house.catalogue());
    let event = &asked.event;
    let name = sides.item.as_ref().map_or_else(|| t.contradiction_no_item(), |item| item_name(t, &catalogue, item));
    let who = |terminal: &str, person: &Option<String>| {
        t.dotted([terminal.to_owned(), person.clone().unwrap_or_else(|| t.contradictions_unsigned())])
    };
    let (scanned, received) = (moment(t, zone, event.occurred_at), moment(t, zone, event.received_at));
    let late = if scanned == received { String::new() } else { format!(" ({})", t.contradictions_received(received)) };
    let known = sides.known.as_ref().map(|(entry, terminal, person)| Side {
        what: t.say(&kind_name(entry.kind, entry.details.is_some())),
        when: moment(t, zone, entry.occurred_at),
        by: who(terminal, person),
        card: printed(sides.known_card),
    });
    let mode = event.mode.parse().map_or_else(|_| event.mode.clone(), |m| t.say(&crate::domain::desk::mode_name(m)));
    let outcome = match (asked.row.settled_how, asked.row.settled_at) {
        (Some(how), Some(at)) => {
            let by = sides.settled_by.clone().unwrap_or_else(|| t.contradictions_unsigned());
            format!("{} {by}, {}", t.say(&done(how)), moment(t, zone, at))
        }
        _ => String::new(),
    };
    Row {
        id: asked.row.event_id.to_string(),
        version: asked.row.version,
        sentence: t.say(&sentence(asked.row.kind, name.clone())),
        item: sides.item.as_ref().map_or_else(String::new, |item| format!("/items/{}", item.id)),
        code: crate::codes::read(&event.code).map_or_else(|_| event.code.clone(), |code| code.printed()),
        scan: Side {
            what: mode,
            when: format!("{scanned}{late}"),
            by: who(&asked.terminal, &asked.actor),
            card: printed(sides.own),
        },
        known,
        now: sides.item.as_ref().map_or_else(String::new, |item| {
            let state = t.say(&crate::domain::desk::state_name(item.state));
            match sides.holder.filter(|_| item.state == ItemState::HandedOut) {
                Some(card) => t.contradiction_now_at(state, card.printed()),
                None => t.contradiction_now(state),
            }
        }),
        ways: if outcome.is_empty() { ways(t, asked, sides, booked, &name) } else { Vec::new() },
        outcome,
    }
}

fn printed(card: Option<Code>) -> String {
    card.map_or_else(String::new, |card| card.printed())
}

/// What does not fit.
fn sentence(kind: ContradictionKind, name: String) -> Message {
    match kind {
        ContradictionKind::GivenTwice => say::contradiction_given_twice(name),
        ContradictionKind::NotFree => say::contradiction_not_free(name),
        ContradictionKind::Card => say::contradiction_card(),
        ContradictionKind::Quota => say::contradiction_quota(name),
        ContradictionKind::Label => say::contradiction_label(name),
        ContradictionKind::NotOut => say::contradiction_not_out(name),
        ContradictionKind::Undo => say::contradiction_undo(name),
        ContradictionKind::UnknownCode => say::contradiction_unknown_code(),
        ContradictionKind::ToldNo => say::contradiction_told_no(name),
        ContradictionKind::Other => say::contradiction_other(name),
    }
}

/// The buttons, each with what it does.
fn ways(t: &Texts, asked: &Asked, sides: &Sides, booked: bool, name: &str) -> Vec<(&'static str, String, String)> {
    let mut ways = vec![(Settlement::Leave.word(), t.contradiction_leave(), t.contradiction_leave_effect())];
    let item = sides.item.as_ref();
    let can_give = item.is_some_and(|item| {
        use ItemState::*;
        matches!(item.state, HandedOut | InStock | Missing | InCare | InCustody)
            && item.quantity == 1
            && item.household_id != asked.row.household_id
    });
    let effect = match (asked.row.kind, sides.other) {
        (ContradictionKind::Label, _) => {
            asked.row.fields().zip(item).map(|_| t.contradiction_rebook_label_effect(name))
        }
        (_, Some(card)) if can_give => Some(t.contradiction_rebook_effect(name, card.printed())),
        _ => None,
    };
    ways.extend(effect.map(|effect| (Settlement::Rebook.word(), t.contradiction_rebook(), effect)));
    let effect = match (asked.row.kind, booked) {
        (_, false) => t.contradiction_misscan_nothing(),
        (ContradictionKind::Card, true) => t.contradiction_misscan_visit(),
        (_, true) => t.contradiction_misscan_effect(),
    };
    ways.push((Settlement::Misscan.word(), t.contradiction_misscan(), effect));
    ways
}

//! `GET` and `POST /queue`: who is there gets a number, numbers are called, served, missed.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Form, Query};
use askama::Template;
use serde::Deserialize;

use crate::actions::queue::{self, Step};
use crate::actions::{ActionError, Actor, sessions};
use crate::domain::rights::Right;
use crate::domain::session::{BookedBy, BookingState, SessionState};
use crate::domain::{BookingId, SessionId};
use crate::store::bookings::Listed;
use crate::texts::{Message, Texts, say};
use crate::web::pages::sessions::{hour, hours};
use crate::web::pages::shown::link;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "queue/desk.html")]
struct QueuePage {
    page: Page,
    t: &'static Texts,
    /// Other days of today: address, words, and whether it is this one.
    days: Vec<(String, String, bool)>,
    session: String,
    day_title: String,
    hours: String,
    version: i32,
    is_open: bool,
    may_open: bool,
    desk: String,
    called: Vec<Line>,
    waiting: Vec<Line>,
    booked: Vec<Line>,
    over: Vec<Line>,
    counts: String,
    wrong: String,
    code: String,
}

struct Line {
    id: String,
    number: String,
    card: String,
    detail: String,
    state: (&'static str, String),
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Asked {
    session: String,
    desk: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Sent {
    session: String,
    desk: String,
    action: String,
    code: String,
    booking: String,
    version: i32,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let Asked { session, desk } = asked.into_inner();
    html(&draw(page, &app, actor, session, desk, String::new(), String::new()).await?)
}

pub(in crate::web) async fn decide(
    page: Page,
    app: Shared,
    actor: Actor,
    sent: Form<Sent>,
) -> Result<HttpResponse, Failure> {
    let sent = sent.into_inner();
    let (session, desk, code) = (sent.session.clone(), sent.desk.clone(), sent.code.clone());
    let by = actor.clone();
    let done: Result<Message, Failure> = act(&app, move |house| {
        let day = || sent.session.parse::<SessionId>().map_err(|_| ActionError::NotFound);
        let steps = [("call", Step::Call), ("serve", Step::Serve), ("miss", Step::Miss), ("wait", Step::Wait)];
        if let Some((_, step)) = steps.iter().find(|(word, _)| *word == sent.action) {
            let id: BookingId = sent.booking.parse().map_err(|_| ActionError::NotFound)?;
            let (_, number) = queue::step(house, &by, id, *step, &sent.desk)?;
            let number = number.unwrap_or_default();
            return Ok(match step {
                Step::Call => say::queue_is_called(number),
                Step::Serve => say::queue_is_served(number),
                Step::Miss => say::queue_is_missed(),
                Step::Wait => say::queue_is_waiting(number),
            });
        }
        match sent.action.as_str() {
            "open" => sessions::open(house, &by, day()?, sent.version).map(|()| say::session_is_open()),
            "next" => Ok(match queue::call_next(house, &by, day()?, &sent.desk)? {
                Some(number) => say::queue_is_called(number),
                None => say::queue_nobody(),
            }),
            // Enter in the card's field, which every scanner sends.
            _ => {
                let came = queue::arrive(house, &by, day()?, &sent.code)?;
                Ok(match (came.again, came.walk_in) {
                    (true, _) => say::queue_has_number(came.number),
                    (false, true) => say::queue_gets_number_walk_in(came.number),
                    (false, false) => say::queue_gets_number(came.number),
                })
            }
        }
    })
    .await;
    match done {
        Ok(message) => Ok(redirect_with(&link("/queue", &[("session", &session), ("desk", &desk)]), &message)),
        Err(Failure::Action(error @ (ActionError::Field { .. } | ActionError::Refused(_) | ActionError::Changed))) => {
            let wrong = page.t().say(&error.message());
            let mut response = html(&draw(page, &app, actor, session, desk, code, wrong).await?)?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
        Err(failure) => Err(failure),
    }
}

async fn draw(
    page: Page,
    app: &Shared,
    actor: Actor,
    session: String,
    desk: String,
    code: String,
    wrong: String,
) -> Result<QueuePage, Failure> {
    let t = page.t();
    let asked: Option<SessionId> = session.parse().ok();
    let (days, chosen, listed) = act(app, move |house| {
        let days = queue::today(house, &actor)?;
        let chosen = days.iter().find(|day| Some(day.id) == asked).or(days.first()).cloned();
        let listed = match &chosen {
            Some(day) => queue::list(house, &actor, day.id)?.1,
            None => Vec::new(),
        };
        Ok((days, chosen, listed))
    })
    .await?;
    let zone = app.house.zone();
    let line = |listed: &Listed| {
        let row = &listed.row;
        let mut parts = vec![hour(zone, listed.slot.starts_at), t.sessions_people(listed.people)];
        if row.booked_by == BookedBy::WalkIn {
            parts.push(t.booked_by_walk_in());
        }
        if row.state == BookingState::Called && !row.desk.is_empty() {
            parts.push(t.queue_to_desk(&row.desk));
        }
        Line {
            id: row.id.to_string(),
            number: row.number.map_or_else(String::new, |number| number.to_string()),
            // Enough to find each other by; whoever runs the queue needs no list of all cards of the day.
            card: listed.card.map_or_else(|| t.sessions_no_card(), |card| format!("{}…", &card.as_str()[..3])),
            detail: t.listed(&parts),
            state: (row.state.word(), t.say(&super::super::sessions::booking_name(row.state))),
        }
    };
    let of = |states: &[BookingState]| -> Vec<&Listed> {
        listed.iter().filter(|one| states.contains(&one.row.state)).collect()
    };
    let mut called = of(&[BookingState::Called]);
    called.sort_by_key(|one| std::cmp::Reverse(one.row.called_at));
    let mut waiting = of(&[BookingState::Arrived]);
    waiting.sort_by_key(|one| queue::turn_of(one));
    let booked = of(&[BookingState::Booked]);
    let over = of(&[BookingState::Served, BookingState::Missed]);
    let served = over.iter().filter(|one| one.row.state == BookingState::Served).count();
    let is_open = chosen.as_ref().is_some_and(|day| day.state == SessionState::Open);
    Ok(QueuePage {
        days: days
            .iter()
            .map(|day| {
                let words = t.listed([day.title.clone(), hours(t, zone, day.opens_at, day.closes_at)]);
                let own = chosen.as_ref().is_some_and(|chosen| chosen.id == day.id);
                (link("/queue", &[("session", &day.id.to_string()), ("desk", &desk)]), words, own)
            })
            .collect(),
        session: chosen.as_ref().map_or_else(String::new, |day| day.id.to_string()),
        day_title: chosen.as_ref().map_or_else(String::new, |day| day.title.clone()),
        hours: chosen.as_ref().map_or_else(String::new, |day| hours(t, zone, day.opens_at, day.closes_at)),
        version: chosen.as_ref().map_or(0, |day| day.version),
        is_open,
        may_open: page.may(Right::RunSessions),
        counts: t.queue_counts(waiting.len(), booked.len(), served),
        called: called.into_iter().map(line).collect(),
        waiting: waiting.into_iter().map(line).collect(),
        booked: booked.into_iter().map(line).collect(),
        over: over.into_iter().map(line).collect(),
        desk: desk.chars().take(30).collect(),
        wrong,
        code,
        page,
        t,
    })
}

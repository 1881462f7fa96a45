//! `GET /sessions/{id}`: one day: its slots, who is booked, booking by card, moving, cancelling, opening, closing.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use super::{address, audience_name, booking_name, day_words, hour, hours, place_name, state_name};
use crate::actions::bookings::{self as booking, Booker};
use crate::actions::{ActionError, Actor, close_session, see_household, sessions as planning};
use crate::codes::read;
use crate::domain::rights::Right;
use crate::domain::session::{Audience, BookedBy, BookingState, Figures, SessionState};
use crate::domain::{BookingId, SessionId, SlotId};
use crate::store::sessions::SlotRow;
use crate::store::{bookings, locations, sessions, users};
use crate::texts::{Message, Texts, say};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "sessions/day.html")]
struct DayPage {
    page: Page,
    t: &'static Texts,
    href: String,
    title: String,
    lead: String,
    standing: (&'static str, String),
    version: i32,
    is_open: bool,
    is_closed: bool,
    may_close: bool,
    slots: Vec<Slot>,
    /// Times with room, for booking and moving.
    free: Vec<(String, String)>,
    /// Those who are still on the list when the day is closed.
    ahead: usize,
    figures: Option<Shown>,
    closed: String,
    wrong: (String, String),
    code: String,
    /// The time that was chosen for it.
    slot: String,
}

struct Slot {
    when: String,
    audience: String,
    taken: i64,
    capacity: i64,
    fill: String,
    lines: Vec<Line>,
}

struct Line {
    id: String,
    card: String,
    people: String,
    state: (&'static str, String),
    number: String,
    by: String,
    is_booked: bool,
}

/// The figures of a closed day in words.
pub(super) struct Shown {
    pub facts: Vec<(String, String)>,
    pub audiences: Vec<(String, [i64; 5])>,
    pub pieces: Vec<(crate::texts::Words, i64)>,
}

/// The figures as the page and the paper show them.
pub(super) fn shown(t: &Texts, house: &crate::actions::House, figures: &Figures) -> Shown {
    let minutes = |seconds: Option<i64>| match seconds {
        Some(seconds) => t.sessions_minutes_long((seconds + 30) / 60),
        None => "–".to_owned(),
    };
    let all = &figures.all;
    let catalogue = house.catalogue();
    let name = |code: &String| match catalogue.group(code) {
        Some(group) => group.names.clone(),
        None => crate::texts::Words::new(code.clone(), code.clone()),
    };
    let word = |word: &String| word.parse::<Audience>().map_or_else(|_| word.clone(), |one| t.say(&audience_name(one)));
    Shown {
        facts: vec![
            (t.sessions_booked(), all.booked.to_string()),
            (t.sessions_arrived(), all.arrived.to_string()),
            (t.sessions_served(), all.served.to_string()),
            (t.sessions_missed(), all.missed.to_string()),
            (t.sessions_walk_ins(), all.walk_ins.to_string()),
            (t.sessions_people_served(), figures.people.to_string()),
            (t.sessions_pieces(), figures.pieces.values().sum::<i64>().to_string()),
            (t.sessions_wait_median(), minutes(figures.wait_median)),
            (t.sessions_wait_p90(), minutes(figures.wait_p90)),
        ],
        audiences: figures
            .by_audience
            .iter()
            .map(|(key, one)| (word(key), [one.booked, one.arrived, one.served, one.missed, one.walk_ins]))
            .collect(),
        pieces: figures.pieces.iter().map(|(code, count)| (name(code), *count)).collect(),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(in crate::web) struct Sent {
    version: i32,
    action: String,
    code: String,
    slot: String,
    booking: String,
    confirmed: Option<String>,
    once: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<SessionId>,
) -> Result<HttpResponse, Failure> {
    html(&draw(page, &app, actor, *id, Default::default(), Default::default()).await?)
}

/// `POST /sessions/{id}`: every button of the page; which one, says `action`.
pub(in crate::web) async fn decide(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<SessionId>,
    sent: Form<Sent>,
) -> Result<HttpResponse, Failure> {
    let (id, sent) = (*id, sent.into_inner());
    let by = actor.clone().sending(&sent.once);
    let typed = if sent.action == "book" { (sent.code.clone(), sent.slot.clone()) } else { Default::default() };
    let done: Result<Message, Failure> = act(&app, move |house| {
        by.must(Right::RunSessions)?;
        let slot = || sent.slot.parse::<SlotId>().map_err(|_| ActionError::field("slot", say::error_session_slot()));
        let which = || sent.booking.parse::<BookingId>().map_err(|_| ActionError::NotFound);
        match sent.action.as_str() {
            "open" => planning::open(house, &by, id, sent.version).map(|()| say::session_is_open()),
            "close" => close_session::close(house, &by, id, sent.version, sent.confirmed.is_some())
                .map(|_| say::session_is_closed()),
            "book" => {
                let card = read(&sent.code).map_err(|_| ActionError::field("code", say::error_queue_card()))?;
                let household = see_household::of_card(house, &by, card)
                    .map_err(|_| ActionError::field("code", say::error_queue_card()))?;
                booking::book(house, Booker::Staff(&by), household, slot()?).map(|_| say::session_is_booked())
            }
            "move" => booking::move_to(house, Booker::Staff(&by), which()?, slot()?).map(|()| say::session_is_moved()),
            "cancel" => booking::cancel(house, Booker::Staff(&by), which()?).map(|()| say::session_is_cancelled()),
            _ => Err(ActionError::NotFound),
        }
    })
    .await;
    match done {
        Ok(message) => Ok(redirect_with(&address(id), &message)),
        Err(Failure::Action(error @ (ActionError::Field { .. } | ActionError::Refused(_) | ActionError::Changed))) => {
            let field = if let ActionError::Field { field, .. } = &error { *field } else { "" };
            let wrong = (field.to_owned(), page.t().say(&error.message()));
            let mut response = html(&draw(page, &app, actor, id, typed, wrong).await?)?;
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
    id: SessionId,
    (code, slot): (String, String),
    wrong: (String, String),
) -> Result<DayPage, Failure> {
    let t = page.t();
    let (row, slots, listed, place, closer) = act(app, move |house| {
        actor.must(Right::RunSessions)?;
        let found = house.store().read(|db| {
            let row = sessions::find(db, id)?.ok_or(ActionError::NotFound)?;
            let closer = match row.closed_by {
                Some(user) => users::find(db, user)?.map_or_else(String::new, |user| user.display_name),
                None => String::new(),
            };
            let place = place_name(&locations::all(db)?, row.location_id);
            Ok::<_, ActionError>((row, sessions::slots_of(db, id)?, bookings::of_day(db, id)?, place, closer))
        })?;
        let seen = found.2.iter().map(|one| one.row.household_id).collect();
        see_household::note_looks(house, &actor, seen, "session")?;
        Ok(found)
    })
    .await?;
    let zone = app.house.zone();
    let ahead = listed.iter().filter(|one| one.row.state.is_ahead()).count();
    let (mut drawn, mut free) = (Vec::new(), Vec::new());
    for slot in &slots {
        let own = listed.iter().filter(|one| one.slot.id == slot.id && one.row.state != BookingState::Cancelled);
        let taken = own.clone().filter(|one| one.row.state.takes_a_place()).count() as i64;
        if taken < i64::from(slot.capacity) && slot.starts_at.0 > app.house.now() && row.state.is_running() {
            free.push((slot.id.to_string(), slot_words(t, app, slot)));
        }
        drawn.push(Slot {
            when: hours(t, zone, slot.starts_at, slot.ends_at),
            audience: match slot.audience {
                Audience::Everybody => String::new(),
                other => t.say(&audience_name(other)),
            },
            taken,
            capacity: i64::from(slot.capacity).max(taken),
            fill: t.sessions_fill(taken, i64::from(slot.capacity)),
            lines: own.map(|one| line(t, one)).collect(),
        });
    }
    let day = app.house.day_of(row.opens_at.0);
    let lead = [day_words(t, day), hours(t, zone, row.opens_at, row.closes_at), place];
    let closed = row.closed_at.map(|at| {
        let at = t.listed([day_words(t, app.house.day_of(at.0)), hour(zone, at)]);
        if closer.is_empty() { at } else { t.sessions_closed_by(at, closer) }
    });
    Ok(DayPage {
        href: address(id),
        title: row.title.clone(),
        lead: t.listed(lead.iter().filter(|part| !part.is_empty())),
        standing: (row.state.word(), t.say(&state_name(row.state))),
        version: row.version,
        is_open: row.state == SessionState::Open,
        is_closed: row.state == SessionState::Closed,
        may_close: row.state == SessionState::Open || (row.state.is_running() && row.opens_at.0 <= app.house.now()),
        slots: drawn,
        free,
        ahead,
        figures: close_session::frozen(&row).map(|figures| shown(t, &app.house, &figures)),
        closed: closed.unwrap_or_default(),
        wrong,
        code,
        slot,
        page,
        t,
    })
}

fn slot_words(t: &Texts, app: &Shared, slot: &SlotRow) -> String {
    let when = hours(t, app.house.zone(), slot.starts_at, slot.ends_at);
    match slot.audience {
        Audience::Everybody => when,
        other => t.listed([when, t.say(&audience_name(other))]),
    }
}

fn line(t: &Texts, listed: &bookings::Listed) -> Line {
    let row = &listed.row;
    Line {
        id: row.id.to_string(),
        card: listed.card.map_or_else(|| t.sessions_no_card(), |card| card.printed()),
        people: t.sessions_people(listed.people),
        state: (row.state.word(), t.say(&booking_name(row.state))),
        number: row.number.map_or_else(String::new, |number| number.to_string()),
        by: match row.booked_by {
            BookedBy::Desk => t.booked_by_desk(),
            BookedBy::Mentor => t.booked_by_mentor(),
            BookedBy::Household => t.booked_by_household(),
            BookedBy::WalkIn => t.booked_by_walk_in(),
        },
        is_booked: row.state == BookingState::Booked,
    }
}

impl DayPage {
    /// The sentence at a field; empty when nothing is wrong there.
    fn at(&self, field: &str) -> &str {
        if self.wrong.0 == field { &self.wrong.1 } else { "" }
    }
}

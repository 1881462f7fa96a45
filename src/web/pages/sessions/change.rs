//! `GET` and `POST /sessions/{id}/edit`: changing a day. Whoever would lose a time is named first.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;

use super::{address, audiences, day_of, hour, hours, places, time_of};
use crate::actions::change_session::{self, Change, Changed, SlotChange};
use crate::actions::{ActionError, Actor};
use crate::domain::rights::Right;
use crate::domain::session::{Audience, SessionState};
use crate::domain::{BookingId, SessionId};
use crate::store::sessions::{self, SessionRow, SlotRow};
use crate::store::{At, bookings};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::shown::Choice;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "sessions/change.html")]
struct ChangePage {
    page: Page,
    t: &'static Texts,
    href: String,
    title: String,
    day: String,
    from: String,
    to: String,
    fill_minutes: String,
    fill_capacity: String,
    version: i32,
    places: Vec<Choice>,
    slots: Vec<Slot>,
    /// Card, people and time of those who would lose it, and their ids for the yes.
    lost: Vec<(String, String, String)>,
    confirmed: String,
    wrong: Wrong,
}

struct Slot {
    id: String,
    when: String,
    capacity: String,
    taken: i64,
    audiences: Vec<Choice>,
    remove: bool,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<SessionId>,
) -> Result<HttpResponse, Failure> {
    let drawn = draw(page, &app, actor, *id, &HashMap::new(), Vec::new(), Wrong::default()).await?;
    html(&drawn)
}

pub(in crate::web) async fn save(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<SessionId>,
    sent: Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let sent: HashMap<String, String> = sent.into_inner().into_iter().collect();
    let (id, fields, by) = (*id, sent.clone(), actor.clone());
    let done = act(&app, move |house| {
        by.must(Right::RunSessions)?;
        let slots = house.store().read(|db| sessions::slots_of(db, id).map_err(ActionError::from))?;
        let (version, new, confirmed) = read(&fields, &slots)?;
        change_session::change(house, &by, id, version, new, confirmed)
    })
    .await;
    match done {
        Ok(Change::Done) => Ok(redirect_with(&address(id), &say::sessions_changed())),
        Ok(Change::Asks(lost)) => again(&draw(page, &app, actor, id, &sent, lost, Wrong::default()).await?),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&draw(page, &app, actor, id, &sent, Vec::new(), wrong).await?)
        }
    }
}

type Read = (i32, Changed, Vec<BookingId>);

fn read(fields: &HashMap<String, String>, slots: &[SlotRow]) -> Result<Read, ActionError> {
    let text = |name: &str| fields.get(name).map_or("", String::as_str);
    let number = |name: &str| text(name).trim().parse::<i32>().unwrap_or_default();
    let known = |slot: &&SlotRow| fields.contains_key(&format!("capacity_{}", slot.id));
    let changes = slots.iter().filter(known).map(|slot| SlotChange {
        id: slot.id,
        capacity: number(&format!("capacity_{}", slot.id)),
        audience: text(&format!("audience_{}", slot.id)).parse().unwrap_or(slot.audience),
        remove: fields.contains_key(&format!("remove_{}", slot.id)),
    });
    let fill = match (text("fill_minutes").trim(), number("fill_capacity")) {
        ("", _) => None,
        (minutes, capacity) => Some((minutes.parse().unwrap_or_default(), capacity)),
    };
    let new = Changed {
        title: text("title").to_owned(),
        location: text("location").parse().ok(),
        day: day_of(text("day"))?,
        from: time_of("from", text("from"))?,
        to: time_of("to", text("to"))?,
        slots: changes.collect(),
        fill,
    };
    let confirmed = match fields.contains_key("confirm") {
        true => text("confirmed").split(' ').filter_map(|id| id.parse().ok()).collect(),
        false => Vec::new(),
    };
    Ok((number("version"), new, confirmed))
}

async fn draw(
    page: Page,
    app: &Shared,
    actor: Actor,
    id: SessionId,
    sent: &HashMap<String, String>,
    lost: Vec<change_session::Dropped>,
    wrong: Wrong,
) -> Result<ChangePage, Failure> {
    let (t, sent, zone) = (page.t(), sent.clone(), app.house.zone().clone());
    let field = |name: &str, now: String| sent.get(name).cloned().unwrap_or(now);
    let place = sent.get("location").map(|text| text.parse().ok());
    let (row, slots, taken, places): (SessionRow, Vec<SlotRow>, _, _) = act(app, move |house| {
        actor.must(Right::RunSessions)?;
        house.store().read(|db| {
            let row = sessions::find(db, id)?.ok_or(ActionError::NotFound)?;
            if row.state == SessionState::Closed {
                return Err(ActionError::Refused(say::error_session_closed()));
            }
            let chosen = place.unwrap_or(row.location_id);
            let places = places(db, t, chosen)?;
            Ok((row, sessions::slots_of(db, id)?, bookings::taken_of(db, &[id])?, places))
        })
    })
    .await?;
    let slots = slots.iter().map(|slot| {
        let chosen = sent.get(&format!("audience_{}", slot.id)).and_then(|text| text.parse::<Audience>().ok());
        Slot {
            id: slot.id.to_string(),
            when: hours(t, &zone, slot.starts_at, slot.ends_at),
            capacity: field(&format!("capacity_{}", slot.id), slot.capacity.to_string()),
            taken: taken.get(&slot.id).copied().unwrap_or_default(),
            audiences: audiences(t, chosen.unwrap_or(slot.audience)),
            remove: sent.contains_key(&format!("remove_{}", slot.id)),
        }
    });
    let confirmed: Vec<String> = lost.iter().map(|one| one.booking.to_string()).collect();
    let version = sent.get("version").and_then(|text| text.parse().ok()).unwrap_or(row.version);
    Ok(ChangePage {
        href: address(id),
        title: field("title", row.title.clone()),
        day: field("day", app.house.day_of(row.opens_at.0).to_string()),
        from: field("from", hour(&zone, row.opens_at)),
        to: field("to", hour(&zone, row.closes_at)),
        fill_minutes: field("fill_minutes", String::new()),
        fill_capacity: field("fill_capacity", String::new()),
        // After a change by somebody else, what was typed is sent against what holds now: the person has seen it.
        version: if wrong.at("").is_empty() { version } else { row.version },
        slots: slots.collect(),
        lost: lost
            .into_iter()
            .map(|one| {
                let card = one.card.map_or_else(String::new, |card| card.printed());
                (card, t.sessions_people(one.people), hour(&zone, At(one.starts_at)))
            })
            .collect(),
        confirmed: confirmed.join(" "),
        places,
        wrong,
        page,
        t,
    })
}

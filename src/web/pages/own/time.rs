//! `/h/time`: choosing a time to come, or the one that is booked.

use std::f64::consts::TAU;

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::Form;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use icalendar::{Calendar, Component, Event, EventLike};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::said::Said;
use super::{Own, go_saying, html};
use crate::actions::bookings::{self, Booked, Booker, Offered};
use crate::actions::{ActionError, Holder};
use crate::domain::session::{Audience, BookingState};
use crate::domain::{BookingId, SlotId};
use crate::texts::own::OwnTexts;
use crate::web::{Failure, Shared, act};

#[derive(Template)]
#[template(path = "own/time.html")]
struct TimePage {
    own: Own,
    t: &'static OwnTexts,
    booked: Option<BookedView>,
    days: Vec<DayView>,
}

struct BookedView {
    id: BookingId,
    weekday: String,
    day: String,
    span: String,
    clock: Clock,
    place: String,
    audience: AudienceView,
    /// Once somebody is there.
    number: Option<i32>,
    called: bool,
    /// It can still be cancelled.
    open: bool,
}

struct DayView {
    weekday: String,
    day: String,
    place: String,
    slots: Vec<SlotView>,
}

struct SlotView {
    id: SlotId,
    span: String,
    /// What a voice says on the button.
    take: String,
    clock: Clock,
    audience: AudienceView,
    free: i64,
}

/// For whom a time is meant, as a sign and a word; no sign for everybody.
struct AudienceView {
    sign: &'static str,
    word: String,
}

/// The ends of a clock's hands in a picture of 24 × 24.
struct Clock {
    hour: (String, String),
    minute: (String, String),
}

impl Clock {
    fn at(time: Time) -> Clock {
        let end = |turn: f64, length: f64| {
            let (sin, cos) = (turn * TAU).sin_cos();
            (format!("{:.1}", 12.0 + length * sin), format!("{:.1}", 12.0 - length * cos))
        };
        let minute = f64::from(time.minute()) / 60.0;
        Clock { hour: end((f64::from(time.hour()) + minute) / 12.0, 4.2), minute: end(minute, 6.8) }
    }
}

fn audience(t: &OwnTexts, audience: Audience) -> AudienceView {
    let (sign, word) = match audience {
        Audience::Everybody => ("", t.own_audience_everybody()),
        Audience::Babies => ("babies", t.own_audience_babies()),
        Audience::Women => ("women", t.own_audience_women()),
        Audience::Quiet => ("quiet", t.own_audience_quiet()),
        Audience::First => ("first", t.own_audience_first()),
    };
    AudienceView { sign, word }
}

/// "Today", "tomorrow", or the name of the day.
fn weekday(t: &OwnTexts, day: Date, today: Date) -> String {
    match (day - today).get_days() {
        0 => t.own_today(),
        1 => t.own_tomorrow(),
        _ => t.weekday(day),
    }
}

fn moments(app: &Shared, from: Timestamp, to: Timestamp) -> (Date, Time, Time) {
    let zoned = |at: Timestamp| at.to_zoned(app.house.zone().clone());
    (zoned(from).date(), zoned(from).time(), zoned(to).time())
}

fn booked_view(app: &Shared, own: &Own, booked: Booked) -> BookedView {
    let (t, (day, from, to)) = (own.t(), moments(app, booked.starts_at, booked.ends_at));
    BookedView {
        id: booked.id,
        weekday: weekday(t, day, app.house.today()),
        day: t.day(day),
        span: t.span(from, to),
        clock: Clock::at(from),
        place: if booked.place.is_empty() { own.site().to_owned() } else { booked.place },
        audience: audience(t, booked.audience),
        number: booked.number,
        called: booked.state == BookingState::Called,
        open: booked.state == BookingState::Booked,
    }
}

fn days(app: &Shared, own: &Own, offers: Vec<Offered>) -> Vec<DayView> {
    let (t, today) = (own.t(), app.house.today());
    let mut days: Vec<(Date, DayView)> = Vec::new();
    for offer in offers {
        let (day, from, to) = moments(app, offer.starts_at, offer.ends_at);
        let slot = SlotView {
            id: offer.slot,
            span: t.span(from, to),
            take: t.own_time_take(t.listed([weekday(t, day, today), t.day(day), t.span(from, to)])),
            clock: Clock::at(from),
            audience: audience(t, offer.audience),
            free: offer.free,
        };
        match days.last_mut().filter(|(last, view)| *last == day && view.place == offer.place) {
            Some((_, view)) => view.slots.push(slot),
            None => {
                let weekday = weekday(t, day, today);
                days.push((day, DayView { weekday, day: t.day(day), place: offer.place, slots: vec![slot] }));
            }
        }
    }
    days.into_iter().map(|(_, view)| view).collect()
}

/// `GET /h/time`
pub(in crate::web) async fn show(req: HttpRequest, app: Shared, holder: Holder) -> Result<HttpResponse, Failure> {
    let own = Own::of(&req);
    let (booked, offers) = act(&app, move |house| {
        let booker = || Booker::Household(holder);
        match bookings::of_household(house, booker(), holder.household())? {
            Some(booked) => Ok((Some(booked), Vec::new())),
            None => Ok((None, bookings::offers(house, booker(), holder.household())?)),
        }
    })
    .await?;
    let booked = booked.map(|booked| booked_view(&app, &own, booked));
    let days = days(&app, &own, offers);
    html(&TimePage { t: own.t(), own, booked, days }, StatusCode::OK)
}

#[derive(Deserialize)]
pub(in crate::web) struct Chosen {
    slot: SlotId,
}

/// `POST /h/time`
pub(in crate::web) async fn book(app: Shared, holder: Holder, chosen: Form<Chosen>) -> Result<HttpResponse, Failure> {
    let slot = chosen.slot;
    let (done, ill) = act(&app, move |house| {
        let done = bookings::book(house, Booker::Household(holder), holder.household(), slot).map(|_| ());
        let has_one = || bookings::of_household(house, Booker::Household(holder), holder.household());
        // A page that was left open offers times that are no longer the question.
        let ill = if done.is_err() && has_one()?.is_some() { Said::OneAlready } else { Said::SlotFull };
        Ok((done, ill))
    })
    .await?;
    said_of(done, &Said::Booked, &ill)
}

fn said_of(done: Result<(), ActionError>, well: &Said, ill: &Said) -> Result<HttpResponse, Failure> {
    match done {
        Ok(()) => Ok(go_saying("/h/time", well)),
        Err(ActionError::Store(error)) => Err(error.into()),
        Err(_) => Ok(go_saying("/h/time", ill)),
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Given {
    booking: BookingId,
}

/// `POST /h/time/cancel`
pub(in crate::web) async fn cancel(app: Shared, holder: Holder, given: Form<Given>) -> Result<HttpResponse, Failure> {
    let booking = given.booking;
    let done =
        act(&app, move |house| Ok(bookings::cancel(house, Booker::Household(holder), booking).map(|_| ()))).await?;
    said_of(done, &Said::Cancelled, &Said::Failed)
}

/// `GET /h/visit.ics`: the booked time for the phone's own calendar. It names no card and nobody.
pub(in crate::web) async fn calendar(req: HttpRequest, app: Shared, holder: Holder) -> Result<HttpResponse, Failure> {
    let own = Own::of(&req);
    let booked =
        act(&app, move |house| bookings::of_household(house, Booker::Household(holder), holder.household())).await?;
    let booked = booked.ok_or(Failure::NotFound)?;
    let written = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    let place = if booked.place.is_empty() { own.site() } else { &booked.place };
    let event = Event::new()
        .uid(&format!("{}@gabentisch", booked.id))
        .summary(&own.t().own_time_yours())
        .description(&own.t().own_time_bring())
        .location(place)
        .add_property("DTSTAMP", written(app.house.now()))
        .add_property("DTSTART", written(booked.starts_at))
        .add_property("DTEND", written(booked.ends_at))
        .done();
    let calendar = Calendar::new().push(event).done();
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"gabentisch.ics\""))
        .body(calendar.to_string()))
}

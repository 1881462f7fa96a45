//! Days of handing out: the list, planning, one day, and its calendar.

pub(in crate::web) mod calendar;
pub(in crate::web) mod change;
pub(in crate::web) mod day;
pub(in crate::web) mod list;
pub(in crate::web) mod new;
pub(in crate::web) mod paper;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::actions::ActionError;
use crate::domain::session::{Audience, BookingState, SessionState};
use crate::domain::{LocationId, SessionId};
use crate::store::locations::LocationRow;
use crate::store::{At, Db, locations};
use crate::texts::{Message, Texts, say};
use crate::web::pages::shown::Choice;

pub(in crate::web) fn state_name(state: SessionState) -> Message {
    match state {
        SessionState::Planned => say::session_planned(),
        SessionState::Open => say::session_open(),
        SessionState::Closed => say::session_closed(),
    }
}

pub(in crate::web) fn audience_name(audience: Audience) -> Message {
    match audience {
        Audience::Everybody => say::audience_everybody(),
        Audience::Babies => say::audience_babies(),
        Audience::Women => say::audience_women(),
        Audience::Quiet => say::audience_quiet(),
        Audience::First => say::audience_first(),
    }
}

pub(in crate::web) fn booking_name(state: BookingState) -> Message {
    match state {
        BookingState::Booked => say::booking_booked(),
        BookingState::Cancelled => say::booking_cancelled(),
        BookingState::Arrived => say::booking_arrived(),
        BookingState::Called => say::booking_called(),
        BookingState::Served => say::booking_served(),
        BookingState::Missed => say::booking_missed(),
    }
}

pub(super) fn address(id: SessionId) -> String {
    format!("/sessions/{id}")
}

/// “Dienstag, 24.11.2026”.
pub(in crate::web) fn day_words(t: &Texts, day: Date) -> String {
    t.listed([t.sessions_weekday(i64::from(day.weekday().to_monday_one_offset())), t.day(day)])
}

/// “10:00”, by the site's clock.
pub(in crate::web) fn hour(zone: &TimeZone, at: At) -> String {
    at.0.to_zoned(zone.clone()).strftime("%H:%M").to_string()
}

/// “10:00–12:00”.
pub(in crate::web) fn hours(t: &Texts, zone: &TimeZone, from: At, to: At) -> String {
    t.sessions_hours(hour(zone, from), hour(zone, to))
}

pub(super) fn audiences(t: &Texts, chosen: Audience) -> Vec<Choice> {
    Audience::ALL.iter().map(|one| Choice::new(one, t.say(&audience_name(*one)), *one == chosen)).collect()
}

/// The places of the house, each with the rooms it is in.
pub(super) fn places(db: &mut Db, t: &Texts, chosen: Option<LocationId>) -> Result<Vec<Choice>, ActionError> {
    let all = locations::all(db)?;
    let mut choices = vec![Choice::new("", t.sessions_no_place(), chosen.is_none())];
    for place in all.iter().filter(|place| place.kind != "shelf") {
        choices.push(Choice::new(place.id, place.name.clone(), chosen == Some(place.id)));
    }
    Ok(choices)
}

pub(super) fn place_name(all: &[LocationRow], id: Option<LocationId>) -> String {
    all.iter().find(|place| Some(place.id) == id).map_or_else(String::new, |place| place.name.clone())
}

/// Reads `10:00` or `10`.
pub(super) fn time_of(field: &'static str, text: &str) -> Result<Time, ActionError> {
    let text = text.trim();
    let full = if text.contains(':') { text.to_owned() } else { format!("{text}:00") };
    Time::strptime("%H:%M", &full).map_err(|_| ActionError::field(field, say::error_session_time()))
}

pub(super) fn day_of(text: &str) -> Result<Date, ActionError> {
    text.trim().parse().map_err(|_| ActionError::field("day", say::error_session_day()))
}

/// Reads `12:00-12:30, 15:00-15:15`; nothing is no pause.
pub(super) fn pauses_of(text: &str) -> Result<Vec<(Time, Time)>, ActionError> {
    let wrong = |_| ActionError::field("pauses", say::error_session_pauses());
    let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (from, to) = part.split_once(['-', '–']).unwrap_or((part, ""));
            let pause = (time_of("pauses", from).map_err(wrong)?, time_of("pauses", to).map_err(wrong)?);
            if pause.0 < pause.1 { Ok(pause) } else { Err(ActionError::field("pauses", say::error_session_pauses())) }
        })
        .collect()
}

//! Calendars (RFC 5545): a feed of the days for the staff, and one booking for whoever it is for. Times in UTC, so that no
//! zone has to be described; the same event keeps its name, and its SEQUENCE grows when it changes.

use std::sync::Arc;

use icalendar::{Calendar, Component, Event, EventLike};
use jiff::{SignedDuration, Timestamp};

use super::bookings::place_of;
use super::{ActionError, Actor, House, hashed};
use crate::domain::rights::Right;
use crate::domain::session::BookingState;
use crate::store::bookings::{self, BookingRow};
use crate::store::{At, Db, feed_keys, households, locations, sessions, users};
use crate::texts::Texts;
use crate::texts::own::{OwnTexts, Tongue};

/// How far back and ahead the feed reaches, in hours.
const BACK: SignedDuration = SignedDuration::from_hours(24 * 31);
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 366);

/// Makes a new secret for somebody's feed; the one before is dead at once. It is shown this once.
///
/// # Errors
/// Without the right to run days or their queue.
pub fn renew_key(house: &Arc<House>, actor: &Actor) -> Result<String, ActionError> {
    actor.must(Right::RunQueue)?;
    let user = actor.user().ok_or(ActionError::NotFound)?;
    let key = data_encoding::BASE64URL_NOPAD.encode(&house.random::<32>());
    let (hash, now) = (hashed(&key), house.now());
    house.store().write(move |db| feed_keys::renew(db, user, &hash, now).map_err(ActionError::from))?;
    Ok(key)
}

/// The days as a calendar, for whoever has the secret: title, place, how full. No household.
///
/// # Errors
/// [`ActionError::NotFound`] for an unknown secret and for somebody who has left or may not see the days any more.
pub fn feed(house: &House, key: &str) -> Result<String, ActionError> {
    let hash = hashed(key);
    let now = house.now();
    house.store().read(|db| {
        let user = feed_keys::owner(db, &hash)?.ok_or(ActionError::NotFound)?;
        let user = users::find(db, user)?.filter(|user| user.active && user.role.may(Right::RunQueue));
        let t = Texts::of(user.ok_or(ActionError::NotFound)?.lang);
        let days = sessions::between(db, now - BACK, now + AHEAD)?;
        let ids: Vec<_> = days.iter().map(|day| day.id).collect();
        let (slots, taken) = (sessions::slots_of_any(db, &ids)?, bookings::taken_of(db, &ids)?);
        let places = locations::all(db)?;
        let mut calendar = empty();
        calendar.name(&t.sessions_title());
        for day in days {
            let own = slots.iter().filter(|slot| slot.session_id == day.id);
            let (room, booked) = own.fold((0_i64, 0_i64), |(room, booked), slot| {
                (room + i64::from(slot.capacity), booked + taken.get(&slot.id).copied().unwrap_or_default())
            });
            let mut event = event(&day.id.to_string(), day.version, (day.opens_at, day.closes_at), now);
            event.summary(&day.title).description(&t.sessions_fill(booked, room));
            let place = place_of(&places, &day);
            if !place.is_empty() {
                event.location(&place);
            }
            calendar.push(event.done());
        }
        Ok(calendar.done().to_string())
    })
}

/// One booking, in the language of its household.
pub(super) fn of_booking(db: &mut Db, house: &House, row: &BookingRow) -> Result<String, ActionError> {
    let missing = || ActionError::NotFound;
    let slot = sessions::find_slot(db, row.slot_id)?.ok_or_else(missing)?;
    let day = sessions::find(db, row.session_id)?.ok_or_else(missing)?;
    let household = households::find(db, row.household_id)?.ok_or_else(missing)?;
    let t = OwnTexts::of(Tongue::from_tag(&household.lang).unwrap_or_default());
    let mut event = event(&row.id.to_string(), row.version, (slot.starts_at, slot.ends_at), house.now());
    event.summary(&t.own_letter_calendar()).description(&t.own_letter_bring());
    let place = place_of(&locations::all(db)?, &day);
    if !place.is_empty() {
        event.location(&place);
    }
    if row.state == BookingState::Cancelled {
        event.add_property("STATUS", "CANCELLED");
    }
    let mut calendar = empty();
    calendar.push(event.done());
    Ok(calendar.done().to_string())
}

fn empty() -> Calendar {
    let mut calendar = Calendar::empty();
    calendar.append_property(icalendar::Property::new("VERSION", "2.0"));
    calendar.append_property(icalendar::Property::new("PRODID", "-//Gabentisch//Gabentisch//DE"));
    calendar.append_property(icalendar::Property::new("CALSCALE", "GREGORIAN"));
    calendar
}

fn event(id: &str, version: i32, (from, to): (At, At), now: Timestamp) -> Event {
    let moment = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
    let mut event = Event::new();
    event
        .uid(&format!("{id}@gabentisch"))
        .sequence(u32::try_from(version - 1).unwrap_or_default())
        .add_property("DTSTAMP", moment(now))
        .add_property("DTSTART", moment(from.0))
        .add_property("DTEND", moment(to.0));
    event
}

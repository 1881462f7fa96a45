//! Changing a day that is planned: nobody who is booked is lost without somebody having seen who it is.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};

use super::bookings::cancelled;
use super::letters::{self, LetterKind};
use super::sessions::{MINUTES, MOST_PEOPLE, MOST_SLOTS, checked, moment, place_exists};
use super::{ActionError, Actor, House, typed};
use crate::codes::Code;
use crate::domain::rights::Right;
use crate::domain::session::{Audience, BookingState, SessionState, cut};
use crate::domain::{BookingId, LocationId, SessionId, SlotId};
use crate::store::bookings::{self, Listed};
use crate::store::sessions::{self, SessionRow, SlotRow};
use crate::store::{At, Db};
use crate::texts::say;

/// A slot as it shall be; `remove` takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotChange {
    pub id: SlotId,
    pub capacity: i32,
    pub audience: Audience,
    pub remove: bool,
}

/// A day as it shall be.
#[derive(Clone, Debug)]
pub struct Changed {
    pub title: String,
    pub location: Option<LocationId>,
    pub day: Date,
    pub from: Time,
    pub to: Time,
    /// Those that are not named stay as they are.
    pub slots: Vec<SlotChange>,
    /// Minutes and households of further slots, wherever there is time left.
    pub fill: Option<(u16, i32)>,
}

/// Somebody who would lose a time, as a page shows it: the card and the people, nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    pub booking: BookingId,
    pub card: Option<Code>,
    pub people: i32,
    pub starts_at: Timestamp,
}

/// What became of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Done,
    /// Nothing was changed yet: these would lose their times.
    Asks(Vec<Dropped>),
}

/// Changes a day. Another day takes all times along, and whoever is booked hears of it. Times outside of the hours, times
/// that are taken away and places that are too many cost somebody a booking: then nothing happens until exactly these people
/// are named in `confirmed`; they hear that their time is cancelled.
///
/// # Errors
/// Without the right; with the field's name for what does not fit; for a closed day, and when somebody else changed it.
pub fn change(
    house: &Arc<House>,
    actor: &Actor,
    id: SessionId,
    version: i32,
    new: Changed,
    confirmed: Vec<BookingId>,
) -> Result<Change, ActionError> {
    actor.must(Right::RunSessions)?;
    checked(&new.title, 1)?;
    if new.from >= new.to {
        return Err(ActionError::field("to", say::error_session_hours()));
    }
    if new.slots.iter().any(|slot| !(1..=MOST_PEOPLE).contains(&slot.capacity)) {
        return Err(ActionError::field("capacity", say::error_session_capacity(MOST_PEOPLE)));
    }
    if let Some((minutes, capacity)) = new.fill {
        checked(&new.title, capacity)?;
        if !MINUTES.contains(&minutes) {
            let (least, most) = (i32::from(*MINUTES.start()), i32::from(*MINUTES.end()));
            return Err(ActionError::field("minutes", say::error_session_minutes(least, most)));
        }
    }
    let title = typed::line("title", &new.title, 80)?;
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        let day = sessions::lock(db, id)?.ok_or(ActionError::NotFound)?;
        if day.state == SessionState::Closed {
            return Err(ActionError::Refused(say::error_session_closed()));
        }
        if day.version != version {
            return Err(ActionError::Changed);
        }
        place_exists(db, new.location)?;
        if in_house.day_of(day.opens_at.0) != new.day && new.day < in_house.today() {
            return Err(ActionError::field("day", say::error_session_past()));
        }
        let planned = plan(db, &in_house, &day, &new)?;
        if planned.slots.is_empty() || planned.slots.len() > MOST_SLOTS {
            return Err(ActionError::field("slots", say::error_session_slots(MOST_SLOTS)));
        }
        let lost: BTreeSet<BookingId> = planned.dropped.iter().map(|dropped| dropped.booking).collect();
        if !lost.is_subset(&confirmed.iter().copied().collect()) {
            return Ok(Change::Asks(planned.dropped));
        }
        carry_out(db, &in_house, &day, &new, &title, planned)?;
        Ok(Change::Done)
    })
}

/// What a change comes to.
struct Planned {
    /// The slots as they will be, new ones too.
    slots: Vec<SlotRow>,
    /// Slots that go.
    gone: Vec<SlotId>,
    dropped: Vec<Dropped>,
    booked: Vec<Listed>,
}

fn plan(db: &mut Db, house: &House, day: &SessionRow, new: &Changed) -> Result<Planned, ActionError> {
    let there = |at: At| at.0.to_zoned(house.zone().clone()).datetime();
    let mut booked = bookings::of_day(db, day.id)?;
    booked.retain(|listed| listed.row.state.takes_a_place());
    let (mut slots, mut gone, mut dropped) = (Vec::new(), Vec::new(), Vec::new());
    for row in sessions::slots_of(db, day.id)? {
        let change = new.slots.iter().find(|slot| slot.id == row.id);
        let (from, to) = (there(row.starts_at).time(), there(row.ends_at).time());
        let own: Vec<&Listed> = booked.iter().filter(|listed| listed.slot.id == row.id).collect();
        let goes = change.is_some_and(|slot| slot.remove) || from < new.from || to > new.to || from >= to;
        let capacity = change.map_or(row.capacity, |slot| slot.capacity);
        let stays = if goes { 0 } else { usize::try_from(capacity).unwrap_or_default() };
        // Who was booked last goes first; who is here stays, whatever happens.
        let (here, waiting): (Vec<&Listed>, Vec<&Listed>) =
            own.into_iter().partition(|listed| listed.row.state != BookingState::Booked);
        if goes && !here.is_empty() {
            return Err(ActionError::Refused(say::error_session_slot_in_use()));
        }
        dropped.extend(waiting.iter().skip(stays.saturating_sub(here.len())).map(|listed| Dropped {
            booking: listed.row.id,
            card: listed.card,
            people: listed.people,
            starts_at: listed.slot.starts_at.0,
        }));
        if goes {
            gone.push(row.id);
        } else {
            slots.push(SlotRow {
                starts_at: At(moment(house, new.day, from)?),
                ends_at: At(moment(house, new.day, to)?),
                capacity,
                audience: change.map_or(row.audience, |slot| slot.audience),
                ..row
            });
        }
    }
    if let Some((minutes, capacity)) = new.fill {
        let taken: Vec<(Time, Time)> =
            slots.iter().map(|row| (there(row.starts_at).time(), there(row.ends_at).time())).collect();
        for (from, to) in cut(new.from, new.to, minutes, &taken) {
            slots.push(SlotRow {
                id: SlotId(house.uuid()),
                session_id: day.id,
                starts_at: At(moment(house, new.day, from)?),
                ends_at: At(moment(house, new.day, to)?),
                capacity,
                audience: Audience::Everybody,
            });
        }
    }
    Ok(Planned { slots, gone, dropped, booked })
}

fn carry_out(
    db: &mut Db,
    house: &House,
    day: &SessionRow,
    new: &Changed,
    title: &str,
    planned: Planned,
) -> Result<(), ActionError> {
    let row = SessionRow {
        title: title.to_owned(),
        location_id: new.location,
        opens_at: At(moment(house, new.day, new.from)?),
        closes_at: At(moment(house, new.day, new.to)?),
        ..day.clone()
    };
    if !sessions::update(db, &row)? {
        return Err(ActionError::Changed);
    }
    for dropped in &planned.dropped {
        let row = bookings::find(db, dropped.booking)?.ok_or(ActionError::Changed)?;
        cancelled(db, house, row)?;
    }
    let known: Vec<SlotId> = sessions::slots_of(db, day.id)?.into_iter().map(|slot| slot.id).collect();
    for slot in &planned.slots {
        match known.contains(&slot.id) {
            true => sessions::update_slot(db, slot)?,
            false => sessions::insert_slot(db, slot)?,
        }
    }
    // Cancelled bookings hang on their slots: they hang on another one of the day from now on.
    let remains = planned.slots.first().map(|slot| slot.id);
    for slot in planned.gone {
        for row in bookings::of_slot(db, slot)? {
            if let Some(other) = remains {
                bookings::update(db, &bookings::BookingRow { slot_id: other, ..row })?;
            }
        }
        sessions::delete_slot(db, slot)?;
    }
    let moved = day.opens_at.0.duration_since(row.opens_at.0).abs() >= SignedDuration::from_hours(12)
        || day.location_id != row.location_id;
    if moved {
        let lost: BTreeSet<BookingId> = planned.dropped.iter().map(|dropped| dropped.booking).collect();
        for listed in planned.booked.iter().filter(|listed| listed.row.state == BookingState::Booked) {
            if !lost.contains(&listed.row.id)
                && let Some(row) = bookings::find(db, listed.row.id)?
            {
                letters::replace_waiting(db, house, LetterKind::Moved, &row)?;
            }
        }
    }
    Ok(())
}

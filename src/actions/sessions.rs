//! Planning days of handing out: their times, changing them without losing anybody who is booked, opening them.

use std::sync::Arc;

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::once::once;
use super::{ActionError, Actor, House, typed};
use crate::domain::rights::Right;
use crate::domain::session::{Audience, SessionState, cut};
use crate::domain::{LocationId, SessionId, SlotId};
use crate::store::sessions::{self, SessionRow, SlotRow};
use crate::store::{At, Db, locations};
use crate::texts::say;

/// People of one slot, minutes of one, slots of a day, weeks that a day is repeated.
pub const MOST_PEOPLE: i32 = 200;
pub const MINUTES: std::ops::RangeInclusive<u16> = 5..=480;
pub const MOST_SLOTS: usize = 100;
pub const MOST_WEEKS: u8 = 26;

/// A day as somebody plans it; times by the clock of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    pub title: String,
    pub location: Option<LocationId>,
    pub day: Date,
    pub from: Time,
    pub to: Time,
    /// Minutes of a slot, and the households that may come in each.
    pub minutes: u16,
    pub capacity: i32,
    pub audience: Audience,
    pub pauses: Vec<(Time, Time)>,
    /// How many weeks in a row the day is there; at least 1.
    pub weeks: u8,
}

/// A day with the beginning and end of each of its slots.
pub type PlannedDay = (Date, Vec<(Timestamp, Timestamp)>);

/// The days that a plan would make, each with its slots.
///
/// # Errors
/// With the field's name for whatever does not fit.
pub fn preview(house: &House, new: &NewSession) -> Result<Vec<PlannedDay>, ActionError> {
    checked(&new.title, new.capacity)?;
    if !MINUTES.contains(&new.minutes) {
        return Err(ActionError::field(
            "minutes",
            say::error_session_minutes(i32::from(*MINUTES.start()), i32::from(*MINUTES.end())),
        ));
    }
    if !(1..=MOST_WEEKS).contains(&new.weeks) {
        return Err(ActionError::field("weeks", say::error_session_weeks(i32::from(MOST_WEEKS))));
    }
    if new.from >= new.to {
        return Err(ActionError::field("to", say::error_session_hours()));
    }
    if new.day < house.today() {
        return Err(ActionError::field("day", say::error_session_past()));
    }
    let times = cut(new.from, new.to, new.minutes, &new.pauses);
    if times.is_empty() || times.len() > MOST_SLOTS {
        return Err(ActionError::field("minutes", say::error_session_slots(MOST_SLOTS)));
    }
    let mut days = Vec::new();
    for week in 0..new.weeks {
        let too_far = |_| ActionError::field("day", say::error_session_past());
        let day = new.day.checked_add(i32::from(week).weeks()).map_err(too_far)?;
        let slots = times.iter().map(|(from, to)| Ok((moment(house, day, *from)?, moment(house, day, *to)?)));
        days.push((day, slots.collect::<Result<_, ActionError>>()?));
    }
    Ok(days)
}

/// Plans a day, or the same day of several weeks. Gives them in their order.
///
/// # Errors
/// As [`preview`]; without the right.
pub fn plan(house: &Arc<House>, actor: &Actor, new: NewSession) -> Result<Vec<SessionId>, ActionError> {
    actor.must(Right::RunSessions)?;
    let days = preview(house, &new)?;
    let title = typed::line("title", &new.title, 80)?;
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        place_exists(db, new.location)?;
        once(db, &actor, "session", in_house.now(), |db| {
            let mut made = Vec::new();
            for (day, slots) in &days {
                let id = SessionId(in_house.uuid());
                sessions::insert(
                    db,
                    &SessionRow {
                        id,
                        title: title.clone(),
                        location_id: new.location,
                        opens_at: At(moment(&in_house, *day, new.from)?),
                        closes_at: At(moment(&in_house, *day, new.to)?),
                        state: SessionState::Planned,
                        figures: String::new(),
                        closed_by: None,
                        closed_at: None,
                        version: 1,
                    },
                )?;
                for (from, to) in slots {
                    let slot = SlotRow {
                        id: SlotId(in_house.uuid()),
                        session_id: id,
                        starts_at: At(*from),
                        ends_at: At(*to),
                        capacity: new.capacity,
                        audience: new.audience,
                    };
                    sessions::insert_slot(db, &slot)?;
                }
                made.push(id);
            }
            Ok(made)
        })
    })
}

/// What every plan is asked for.
pub(super) fn checked(title: &str, capacity: i32) -> Result<(), ActionError> {
    if typed::line("title", title, 80)?.is_empty() {
        return Err(ActionError::field("title", say::error_session_title()));
    }
    if !(1..=MOST_PEOPLE).contains(&capacity) {
        return Err(ActionError::field("capacity", say::error_session_capacity(MOST_PEOPLE)));
    }
    Ok(())
}

pub(super) fn place_exists(db: &mut Db, place: Option<LocationId>) -> Result<(), ActionError> {
    match place {
        Some(id) if locations::find(db, id)?.is_none() => {
            Err(ActionError::field("location", say::error_session_place()))
        }
        _ => Ok(()),
    }
}

/// A time by the site's clock as a moment; in the hour that spring leaves out, the one after it.
pub(super) fn moment(house: &House, day: Date, time: Time) -> Result<Timestamp, ActionError> {
    let there = day.to_datetime(time).to_zoned(house.zone().clone());
    there.map(|there| there.timestamp()).map_err(|_| ActionError::field("day", say::error_session_past()))
}

/// Opens a day that was planned: from now on people arrive.
///
/// # Errors
/// Without the right; for a day that is closed, and when somebody else changed it.
pub fn open(house: &Arc<House>, actor: &Actor, id: SessionId, version: i32) -> Result<(), ActionError> {
    actor.must(Right::RunSessions)?;
    house.store().write(move |db| {
        let day = sessions::lock(db, id)?.ok_or(ActionError::NotFound)?;
        match day.state {
            SessionState::Closed => Err(ActionError::Refused(say::error_session_closed())),
            SessionState::Open => Ok(()),
            SessionState::Planned if sessions::set_state(db, id, version, SessionState::Open)? => Ok(()),
            SessionState::Planned => Err(ActionError::Changed),
        }
    })
}

/// As long before its first slot a day may be opened: only on the same day, so that nobody opens next week's.
pub const EARLY: SignedDuration = SignedDuration::from_hours(12);

//! The queue of a day: who arrives gets a number, numbers are called, and whoever is served or does not come is off the
//! list. Whoever runs it sees cards and numbers, no household.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::bookings::{asking, refusal};
use super::{ActionError, Actor, House, typed};
use crate::codes::{Code, Kind, read};
use crate::domain::desk::VoucherState;
use crate::domain::rights::Right;
use crate::domain::session::{Asked, BookedBy, BookingState, NotBookable, SessionState, bookable, turn};
use crate::domain::{BookingId, HouseholdId, SessionId};
use crate::store::bookings::{self, BookingRow, Listed};
use crate::store::sessions::{self, SessionRow, SlotRow};
use crate::store::{At, Db, access_log, households, proxies, sign_ins};
use crate::texts::say;

/// Numbers on the screen below the one that is called now.
pub const LAST: usize = 5;
/// The fact that holds the secret of the screen's address.
const SCREEN: &str = "queue_screen";

/// Somebody who has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrived {
    pub booking: BookingId,
    pub number: i32,
    pub walk_in: bool,
    /// Had the number before.
    pub again: bool,
}

/// The days of today that are not closed, open ones first.
///
/// # Errors
/// Without the right.
pub fn today(house: &House, actor: &Actor) -> Result<Vec<SessionRow>, ActionError> {
    actor.must(Right::RunQueue)?;
    house.store().read(|db| of_today(db, house))
}

fn of_today(db: &mut Db, house: &House) -> Result<Vec<SessionRow>, ActionError> {
    let now = house.now();
    // A day is never longer than this; which day it is the site's calendar says.
    let day = SignedDuration::from_hours(26);
    let mut days = sessions::between(db, now - day, now + day)?;
    days.retain(|row| house.day_of(row.opens_at.0) == house.today() && row.state.is_running());
    days.sort_by_key(|row| (row.state != SessionState::Open, row.opens_at));
    Ok(days)
}

/// How many households are booked or here today; `None` on a day without handing out. Only a number: for every home page.
///
/// # Errors
/// When the database cannot be read.
pub fn expected_today(house: &House) -> Result<Option<i64>, ActionError> {
    house.store().read(|db| {
        let days: Vec<SessionId> = of_today(db, house)?.into_iter().map(|day| day.id).collect();
        if days.is_empty() {
            return Ok(None);
        }
        Ok(Some(bookings::taken_of(db, &days)?.values().sum()))
    })
}

/// Everybody of a day, by time.
///
/// # Errors
/// Without the right; for a day that is not there.
pub fn list(house: &House, actor: &Actor, session: SessionId) -> Result<(SessionRow, Vec<Listed>), ActionError> {
    actor.must(Right::RunQueue)?;
    house.store().read(|db| {
        let day = sessions::find(db, session)?.ok_or(ActionError::NotFound)?;
        let rows = bookings::of_day(db, session)?;
        Ok((day, rows))
    })
}

/// Welcomes the household with this card: it gets the next number, or hears the one it has. Without a booking it takes a
/// place that is free from now on, and is marked.
///
/// # Errors
/// For a card that does not count, a day that is not open, a household that may not collect or was served already, and when
/// there is no room.
pub fn arrive(house: &Arc<House>, actor: &Actor, session: SessionId, card: &str) -> Result<Arrived, ActionError> {
    actor.must(Right::RunQueue)?;
    let code = read(card).ok().filter(|code| code.kind() == Kind::HouseholdCard);
    let code = code.ok_or_else(|| ActionError::field("code", say::error_queue_card()))?;
    let (in_house, actor, id) = (Arc::clone(house), actor.clone(), BookingId(house.uuid()));
    house.store().write(move |db| {
        let now = in_house.now();
        let day = open(db, session)?;
        let household = of_card(db, &in_house, code)?;
        if let Some(user) = actor.user() {
            access_log::insert(db, in_house.uuid(), now, user, household, "queue")?;
        }
        let known = bookings::on_day(db, session, household)?;
        let asking = asking(db, household, false)?;
        if !asking.may_collect {
            return Err(ActionError::field("code", refusal(NotBookable::Blocked)));
        }
        let number = bookings::last_number(db, session)? + 1;
        let came = |row: BookingRow| BookingRow {
            state: BookingState::Arrived,
            number: Some(row.number.unwrap_or(number)),
            arrived_at: Some(row.arrived_at.unwrap_or(At(now))),
            ..row
        };
        match known {
            Some(row) if row.state == BookingState::Served => {
                Err(ActionError::field("code", say::error_queue_served()))
            }
            Some(row) if matches!(row.state, BookingState::Arrived | BookingState::Called) && row.number.is_some() => {
                let number = row.number.unwrap_or(number);
                Ok(Arrived { booking: row.id, number, walk_in: row.booked_by == BookedBy::WalkIn, again: true })
            }
            Some(row) => {
                let row = came(row);
                save(db, &row)?;
                let walk_in = row.booked_by == BookedBy::WalkIn;
                Ok(Arrived { booking: row.id, number: row.number.unwrap_or(number), walk_in, again: false })
            }
            None => {
                let slot = room(db, &day, &asking, now)?;
                let row = came(BookingRow {
                    id,
                    slot_id: slot.id,
                    session_id: session,
                    household_id: household,
                    state: BookingState::Arrived,
                    number: None,
                    booked_by: BookedBy::WalkIn,
                    user_id: actor.user(),
                    booked_at: At(now),
                    arrived_at: None,
                    called_at: None,
                    served_at: None,
                    version: 1,
                    desk: String::new(),
                });
                bookings::insert(db, &row)?;
                Ok(Arrived { booking: id, number, walk_in: true, again: false })
            }
        }
    })
}

/// The household whose card this is, now. Whoever comes with a voucher that counts waits for its household.
fn of_card(db: &mut Db, house: &House, code: Code) -> Result<HouseholdId, ActionError> {
    let counts = match proxies::voucher(db, code, house.now(), &house.catalogue(), house.zone())? {
        Some(voucher) => voucher.state == VoucherState::Valid,
        None => true,
    };
    let id = households::of_card(db, code)?.filter(|_| counts);
    id.ok_or_else(|| ActionError::field("code", say::error_queue_card()))
}

/// The first slot with room that is not over, for somebody without a booking.
fn room(
    db: &mut Db,
    day: &SessionRow,
    asking: &crate::domain::session::Asking,
    now: Timestamp,
) -> Result<SlotRow, ActionError> {
    let taken = bookings::taken_of(db, &[day.id])?;
    let mut why = NotBookable::Full;
    for slot in sessions::slots_of(db, day.id)? {
        let asked = Asked {
            running: day.state.is_running(),
            ahead: slot.ends_at.0 > now,
            audience: slot.audience,
            capacity: slot.capacity.into(),
            taken: taken.get(&slot.id).copied().unwrap_or_default(),
        };
        match bookable(asking, &asked) {
            Ok(()) => return Ok(slot),
            Err(NotBookable::Over) => {}
            Err(other) => why = other,
        }
    }
    let said = if why == NotBookable::Full { say::error_queue_full() } else { refusal(why) };
    Err(ActionError::field("code", said))
}

/// The day, held, if it is open.
fn open(db: &mut Db, session: SessionId) -> Result<SessionRow, ActionError> {
    let day = sessions::lock(db, session)?.ok_or(ActionError::NotFound)?;
    match day.state {
        SessionState::Open => Ok(day),
        SessionState::Planned => Err(ActionError::Refused(say::error_queue_not_open())),
        SessionState::Closed => Err(ActionError::Refused(say::error_session_closed())),
    }
}

fn save(db: &mut Db, row: &BookingRow) -> Result<(), ActionError> {
    if bookings::update(db, row)? { Ok(()) } else { Err(ActionError::Changed) }
}

/// The place of somebody who waits among all who wait.
pub fn turn_of(listed: &Listed) -> impl Ord + use<> {
    let row = &listed.row;
    turn(row.booked_by, listed.slot.starts_at.0, row.arrived_at.map(|at| at.0), row.number)
}

/// Calls the next number to a desk: who booked by time, then who came without a booking by arrival. `None` when nobody waits.
///
/// # Errors
/// Without the right; for a day that is not open.
pub fn call_next(
    house: &Arc<House>,
    actor: &Actor,
    session: SessionId,
    desk: &str,
) -> Result<Option<i32>, ActionError> {
    actor.must(Right::RunQueue)?;
    let (now, desk) = (house.now(), typed::line("desk", desk, 30)?);
    house.store().write(move |db| {
        open(db, session)?;
        let mut waiting = bookings::of_day(db, session)?;
        waiting.retain(|listed| listed.row.state == BookingState::Arrived);
        waiting.sort_by_key(turn_of);
        let Some(next) = waiting.into_iter().next() else { return Ok(None) };
        let row = BookingRow { state: BookingState::Called, called_at: Some(At(now)), desk: desk.clone(), ..next.row };
        save(db, &row)?;
        Ok(row.number)
    })
}

/// What is done with one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Called, also once more.
    Call,
    Serve,
    Miss,
    /// Back among those who wait.
    Wait,
}

/// Does one step with one booking, gives its number.
///
/// # Errors
/// Without the right; for a day that is not open, and when the step does not follow on what was before.
pub fn step(
    house: &Arc<House>,
    actor: &Actor,
    booking: BookingId,
    step: Step,
    desk: &str,
) -> Result<(SessionId, Option<i32>), ActionError> {
    actor.must(Right::RunQueue)?;
    let (now, desk) = (house.now(), typed::line("desk", desk, 30)?);
    house.store().write(move |db| {
        let row = bookings::find(db, booking)?.ok_or(ActionError::NotFound)?;
        open(db, row.session_id)?;
        let row = bookings::find(db, booking)?.ok_or(ActionError::NotFound)?;
        let is_here = matches!(row.state, BookingState::Arrived | BookingState::Called);
        let row = match step {
            Step::Call if is_here => {
                BookingRow { state: BookingState::Called, called_at: Some(At(now)), desk: desk.clone(), ..row }
            }
            Step::Serve if is_here => BookingRow { state: BookingState::Served, served_at: Some(At(now)), ..row },
            Step::Miss if is_here || row.state == BookingState::Booked => {
                BookingRow { state: BookingState::Missed, ..row }
            }
            Step::Wait
                if row.number.is_some()
                    && matches!(row.state, BookingState::Called | BookingState::Missed | BookingState::Served) =>
            {
                BookingRow { state: BookingState::Arrived, called_at: None, served_at: None, ..row }
            }
            _ => return Err(ActionError::Changed),
        };
        save(db, &row)?;
        Ok((row.session_id, row.number))
    })
}

/// The card of a household was scanned at a desk that hands out: whoever is on the list of today is served.
pub(super) fn served_at_desk(
    db: &mut Db,
    house: &House,
    household: HouseholdId,
    at: Timestamp,
) -> Result<(), crate::store::StoreError> {
    let day = SignedDuration::from_hours(26);
    for session in sessions::between(db, at - day, at + day)? {
        if session.state != SessionState::Open || house.day_of(session.opens_at.0) != house.day_of(at) {
            continue;
        }
        // Held as for every other step. Whoever closes the day waits, or has closed it: then nothing is changed.
        let is_open = sessions::lock(db, session.id)?.is_some_and(|row| row.state == SessionState::Open);
        if let Some(row) = bookings::on_day(db, session.id, household)?.filter(|row| is_open && row.state.is_ahead()) {
            let row = BookingRow {
                state: BookingState::Served,
                arrived_at: row.arrived_at.or(Some(At(at))),
                served_at: Some(At(at)),
                ..row
            };
            bookings::update(db, &row)?;
        }
    }
    Ok(())
}

/// What the screen shows: numbers and desks, the last called first. Nothing of any household.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    pub now: Option<(i32, String)>,
    pub before: Vec<(i32, String)>,
    /// When the last number was called; a page that sees another one chimes.
    pub called_at: Option<Timestamp>,
    /// Whether a day is open at all.
    pub open: bool,
}

/// The numbers for the screen. With `key` for whoever has the secret address, else for whoever may run the queue.
///
/// # Errors
/// [`ActionError::NotFound`] for a wrong key; without the right.
pub fn screen(house: &House, actor: Option<&Actor>, key: Option<&str>) -> Result<Screen, ActionError> {
    house.store().read(|db| {
        match (key, actor) {
            (Some(key), _) if sign_ins::house_fact(db, SCREEN)?.as_deref() == Some(key) && !key.is_empty() => {}
            (Some(_), _) => return Err(ActionError::NotFound),
            (None, Some(actor)) => actor.must(Right::RunQueue)?,
            (None, None) => return Err(ActionError::NotFound),
        }
        let mut called = Vec::new();
        let days = of_today(db, house)?;
        for day in days.iter().filter(|day| day.state == SessionState::Open) {
            let rows = bookings::of_day(db, day.id)?.into_iter().map(|listed| listed.row);
            called.extend(rows.filter_map(|row| Some((row.called_at?, row.number?, row.desk))));
        }
        called.sort_by_key(|(at, number, _)| std::cmp::Reverse((*at, *number)));
        let called_at = called.first().map(|(at, ..)| at.0);
        let mut numbers = called.into_iter().map(|(_, number, desk)| (number, desk));
        let open = days.iter().any(|day| day.state == SessionState::Open);
        Ok(Screen { now: numbers.next(), before: numbers.take(LAST).collect(), called_at, open })
    })
}

/// The secret of the screen's address; made when there is none, or anew.
///
/// # Errors
/// Without the right.
pub fn screen_key(house: &Arc<House>, actor: &Actor, renew: bool) -> Result<String, ActionError> {
    actor.must(if renew { Right::RunSessions } else { Right::RunQueue })?;
    let fresh = data_encoding::BASE64URL_NOPAD.encode(&house.random::<16>());
    if !renew
        && let Some(known) = house.store().read(|db| sign_ins::house_fact(db, SCREEN).map_err(ActionError::from))?
    {
        return Ok(known);
    }
    house.store().write(move |db| match sign_ins::house_fact(db, SCREEN)? {
        Some(known) if !renew => Ok(known),
        _ => {
            sign_ins::renew_house_fact(db, SCREEN, &fresh)?;
            Ok(fresh.clone())
        }
    })
}

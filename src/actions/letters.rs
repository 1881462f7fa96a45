//! Letters to households about their times: booked, moved, cancelled, and the day before. Only to those who agreed to be
//! reached, in their language, and with nothing in them but day, time and place.

use std::sync::Arc;

use jiff::{Timestamp, ToSpan};

use super::bookings::place_of;
use super::{ActionError, Actor, House};
use crate::domain::household::HouseholdState;
use crate::domain::rights::Right;
pub use crate::domain::session::LetterKind;
use crate::domain::session::{BookingState, LetterState, SendBy};
use crate::domain::{BookingId, LetterId};
use crate::store::bookings::{self, BookingRow};
use crate::store::letters::{self, LetterRow, Listed};
use crate::store::{At, Db, households, locations, sessions};
use crate::texts::own::{OwnTexts, Tongue};
use crate::texts::say;

/// From this hour of the day before, by the site's clock, households are reminded.
const REMIND_FROM_HOUR: i8 = 9;
/// Letters on one page of the list.
pub const PAGE: i64 = 50;

/// Writes a letter about a booking, if its household agreed to be reached and said how. What waited about the booking goes
/// unsent: it is no longer true.
pub(super) fn write(db: &mut Db, house: &House, kind: LetterKind, booking: &BookingRow) -> Result<(), ActionError> {
    letters::drop_waiting(db, booking.id)?;
    let Some((channel, address, lang)) = reached_by(db, booking)? else { return Ok(()) };
    let missing = || ActionError::NotFound;
    let slot = sessions::find_slot(db, booking.slot_id)?.ok_or_else(missing)?;
    let day = sessions::find(db, booking.session_id)?.ok_or_else(missing)?;
    let place = place_of(&locations::all(db)?, &day);
    let tongue = Tongue::from_tag(&lang).unwrap_or_default();
    let t = OwnTexts::of(tongue);
    let there = |at: At| at.0.to_zoned(house.zone().clone()).datetime();
    let (from, to) = (there(slot.starts_at), there(slot.ends_at));
    let when = t.listed([t.weekday_day(from.date()), t.span(from.time(), to.time())]);
    let (subject, said) = match kind {
        LetterKind::Booked => (t.own_letter_booked_subject(), t.own_letter_booked()),
        LetterKind::Moved => (t.own_letter_moved_subject(), t.own_letter_moved()),
        LetterKind::Cancelled => (t.own_letter_cancelled_subject(), t.own_letter_cancelled()),
        LetterKind::Reminder => (t.own_letter_reminder_subject(), t.own_letter_reminder()),
    };
    let mut lines = vec![t.own_letter_hello(), String::new(), said, when];
    if !place.is_empty() {
        lines.push(t.own_letter_place(place));
    }
    lines.push(String::new());
    lines.push(if kind == LetterKind::Cancelled { t.own_letter_new_time() } else { t.own_letter_bring() });
    if kind != LetterKind::Cancelled {
        lines.push(t.own_letter_cannot());
    }
    let now = house.now();
    let row = LetterRow {
        id: LetterId(house.uuid()),
        kind: kind.word().to_owned(),
        household_id: Some(booking.household_id),
        booking_id: Some(booking.id),
        channel,
        address,
        lang: tongue.tag().to_owned(),
        subject,
        body: lines.join("\n"),
        due_at: At(now),
        state: LetterState::Waiting,
        tries: 0,
        error: String::new(),
        created_at: At(now),
        sent_at: None,
    };
    Ok(letters::insert(db, &row)?)
}

/// How a household is reached: mail before messenger; `None` when it did not agree or said nothing.
fn reached_by(db: &mut Db, booking: &BookingRow) -> Result<Option<(SendBy, String, String)>, ActionError> {
    let Some(row) = households::find(db, booking.household_id)? else { return Ok(None) };
    if row.state == HouseholdState::Left || !letters::agreed(db, row.id)? {
        return Ok(None);
    }
    let (mail, phone) = (row.contact_email.trim(), row.contact_phone.trim());
    Ok(match (mail.is_empty(), phone.is_empty()) {
        (false, _) => Some((SendBy::Mail, mail.to_owned(), row.lang)),
        (true, false) => Some((SendBy::Messenger, phone.to_owned(), row.lang)),
        (true, true) => None,
    })
}

/// Writes the reminders for everybody who is booked for tomorrow; each once. Gives how many there were to look at.
///
/// # Errors
/// When the database fails.
pub fn remind(house: &Arc<House>) -> Result<usize, ActionError> {
    let there = house.now().to_zoned(house.zone().clone());
    if there.hour() < REMIND_FROM_HOUR {
        return Ok(0);
    }
    let begin = |days: i32| -> Option<Timestamp> {
        let day = there.date().checked_add(days.days()).ok()?;
        Some(day.to_zoned(house.zone().clone()).ok()?.timestamp())
    };
    let (Some(from), Some(to)) = (begin(1), begin(2)) else { return Ok(0) };
    let found = house.store().read(|db| letters::to_remind(db, from, to).map_err(ActionError::from))?;
    let count = found.len();
    if count > 0 {
        let in_house = Arc::clone(house);
        house.store().write(move |db| found.iter().try_for_each(|id| remind_of(db, &in_house, *id)))?;
    }
    Ok(count)
}

fn remind_of(db: &mut Db, house: &House, id: BookingId) -> Result<(), ActionError> {
    let Some(row) = bookings::find(db, id)? else { return Ok(()) };
    sessions::lock(db, row.session_id)?;
    // Another server may have been faster, or the household may have cancelled.
    let Some(row) = bookings::find(db, id)? else { return Ok(()) };
    let is_booked = row.state == BookingState::Booked;
    if !is_booked || letters::is_written(db, id, LetterKind::Reminder.word())? {
        return Ok(());
    }
    write(db, house, LetterKind::Reminder, &row)
}

/// One page of letters, the newest first: those that wait or failed, or those that are done.
///
/// # Errors
/// Without the right.
pub fn list(
    house: &House,
    actor: &Actor,
    done: bool,
    before: Option<LetterId>,
) -> Result<(Vec<Listed>, bool), ActionError> {
    actor.must(Right::RunSessions)?;
    let states: &[LetterState] = match done {
        true => &[LetterState::Sent, LetterState::Dropped],
        false => &[LetterState::Waiting, LetterState::Sending, LetterState::Failed],
    };
    let mut rows = house.store().read(|db| letters::page(db, states, before, PAGE + 1))?;
    let more = rows.len() as i64 > PAGE;
    rows.truncate(PAGE as usize);
    Ok((rows, more))
}

/// Notes that somebody sent a message with a messenger.
///
/// # Errors
/// Without the right; for a mail, and for what waits no more.
pub fn ticked(house: &Arc<House>, actor: &Actor, id: LetterId) -> Result<(), ActionError> {
    actor.must(Right::RunSessions)?;
    let now = house.now();
    house.store().write(move |db| {
        let row = letters::find(db, id)?.ok_or(ActionError::NotFound)?;
        if row.channel != SendBy::Messenger || !letters::claim(db, &row, now)? {
            return Err(ActionError::Changed);
        }
        Ok(letters::settle(db, id, LetterState::Sent, "", now, Some(now))?)
    })
}

/// Sends a letter once more that failed or got lost. For a household that does not agree any more it is dropped.
///
/// # Errors
/// Without the right; for a letter that is under way.
pub fn again(house: &Arc<House>, actor: &Actor, id: LetterId) -> Result<(), ActionError> {
    actor.must(Right::RunSessions)?;
    let now = house.now();
    house.store().write(move |db| {
        let row = letters::find(db, id)?.ok_or(ActionError::NotFound)?;
        if !may_be_sent(db, &row)? {
            return Err(ActionError::Refused(say::error_letter_consent()));
        }
        if letters::again(db, id, now)? { Ok(()) } else { Err(ActionError::Changed) }
    })
}

/// Whether the household still wants letters. Taking that back counts from the next letter on (GDPR Art. 7 (3)).
pub(super) fn may_be_sent(db: &mut Db, row: &LetterRow) -> Result<bool, ActionError> {
    match row.household_id {
        Some(household) => Ok(letters::agreed(db, household)?),
        None => Ok(true),
    }
}

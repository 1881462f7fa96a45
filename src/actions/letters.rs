//! Letters to households about their times: booked, moved, cancelled, and the day before. Only to those who agreed to be
//! reached, in their language, and with nothing in them but day, time and place.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp, ToSpan};

use super::bookings::place_of;
use super::{ActionError, Actor, House, thanks};
use crate::domain::household::{ConsentKind, HouseholdState};
use crate::domain::rights::Right;
pub use crate::domain::session::LetterKind;
use crate::domain::session::{BookingState, LetterState, SendBy};
use crate::domain::{BookingId, HouseholdId, LetterId};
use crate::store::bookings::{self, BookingRow};
use crate::store::letters::{self, LetterRow, Listed};
use crate::store::{At, Db, consents, households, locations, sessions};
use crate::texts::own::{OwnTexts, Tongue};
use crate::texts::say;

/// From this hour of the day before, by the site's clock, households are reminded.
const REMIND_FROM_HOUR: i8 = 9;
/// Letters to one household within a day: more would be somebody who plays with a stranger's address.
const MOST_A_DAY: i64 = 6;
const A_DAY: SignedDuration = SignedDuration::from_hours(24);
/// As long address and words of a letter are kept after it was sent or dropped.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);
/// Letters on one page of the list.
pub const PAGE: i64 = 50;

/// Lets what waits about a booking go unsent, because it is no longer true, and writes this letter instead, if the household
/// agreed to be reached and said how, and did not get too many today.
pub(super) fn replace_waiting(
    db: &mut Db,
    house: &House,
    kind: LetterKind,
    booking: &BookingRow,
) -> Result<(), ActionError> {
    letters::drop_waiting(db, booking.id)?;
    if letters::written_since(db, booking.household_id, house.now() - A_DAY)? >= MOST_A_DAY {
        return Ok(());
    }
    let Some((channel, address, lang)) = reached_by(db, booking.household_id)? else { return Ok(()) };
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
        // Those go to donors and know no booking.
        LetterKind::Thanks => return Ok(()),
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
        visit_at: slot.starts_at,
    };
    Ok(letters::insert(db, &row)?)
}

/// How a household is reached: mail before messenger; `None` when it did not agree or said nothing.
fn reached_by(db: &mut Db, household: HouseholdId) -> Result<Option<(SendBy, String, String)>, ActionError> {
    let Some(row) = households::find(db, household)? else { return Ok(None) };
    let is_here = row.state == HouseholdState::Active && row.merged_into.is_none();
    if !is_here || consents::in_force(db, row.id, ConsentKind::Contact)?.is_empty() {
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
    let since = house.now() - A_DAY;
    let found: Vec<BookingId> = house.store().read(|db| {
        let mut open = Vec::new();
        for (booking, household) in letters::to_remind(db, from, to)? {
            if letters::written_since(db, household, since)? < MOST_A_DAY {
                open.push(booking);
            }
        }
        Ok::<_, ActionError>(open)
    })?;
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
    let Some(slot) = sessions::find_slot(db, row.slot_id)? else { return Ok(()) };
    let is_booked = row.state == BookingState::Booked;
    if !is_booked || letters::is_reminded(db, id, slot.starts_at)? {
        return Ok(());
    }
    replace_waiting(db, house, LetterKind::Reminder, &row)
}

/// Erases address and words of letters that were sent or dropped a month ago.
///
/// # Errors
/// When the database fails.
pub fn erase_old(house: &Arc<House>) -> Result<(), ActionError> {
    let before = house.now() - KEPT;
    if house.store().read(|db| letters::has_old(db, before).map_err(ActionError::from))? {
        house.store().write(move |db| letters::erase_old(db, before).map_err(ActionError::from))?;
    }
    Ok(())
}

/// One page of letters, the newest first: those that wait or failed, or those that are done. What waits and is no longer
/// true, or goes to an address that is no longer the household's, is dropped: nobody copies it into a messenger.
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
    let (rows, more, stale) = house.store().read(|db| {
        let mut rows = letters::page(db, states, before, PAGE + 1)?;
        let more = rows.len() as i64 > PAGE;
        rows.truncate(PAGE as usize);
        let (mut shown, mut stale) = (Vec::new(), Vec::new());
        for one in rows {
            let waits = one.row.state == LetterState::Waiting;
            if waits && !may_be_sent(db, &one.row)? {
                stale.push(one.row.id);
            } else {
                shown.push(one);
            }
        }
        Ok::<_, ActionError>((shown, more, stale))
    })?;
    if !stale.is_empty() {
        let now = house.now();
        house.store().write(move |db| {
            stale.iter().try_for_each(|id| letters::drop_one(db, *id, now)).map_err(ActionError::from)
        })?;
    }
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
        if row.channel != SendBy::Messenger || !may_be_sent(db, &row)? || !letters::claim(db, &row, now)? {
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

/// Whether a letter still is true and goes to where the household is reached now. Taking the consent back counts from the next
/// letter on (GDPR Art. 7 (3)), another address as well.
pub(super) fn may_be_sent(db: &mut Db, row: &LetterRow) -> Result<bool, ActionError> {
    if row.kind == LetterKind::Thanks.word() {
        return thanks::may_be_sent(db, row);
    }
    let (Some(household), Some(booking)) = (row.household_id, row.booking_id) else { return Ok(false) };
    match reached_by(db, household)? {
        Some((channel, address, _)) if channel == row.channel && address == row.address => {}
        _ => return Ok(false),
    }
    let Some(booking) = bookings::find(db, booking)? else { return Ok(false) };
    if row.kind == LetterKind::Cancelled.word() {
        return Ok(booking.state == BookingState::Cancelled);
    }
    let slot = sessions::find_slot(db, booking.slot_id)?;
    let is_as_written = slot.is_some_and(|slot| slot.starts_at == row.visit_at);
    Ok(booking.state == BookingState::Booked && is_as_written)
}

//! Times for households: what is free, booking, moving, cancelling; by the desk, a mentor, or the household itself.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::letters::{self, LetterKind};
use super::once::once;
use super::see_household::may_see;
use super::{ActionError, Actor, Holder, House};
use crate::domain::household::HouseholdState;
use crate::domain::rights::{Right, Role};
use crate::domain::session::{Asked, Asking, Audience, BookedBy, BookingState, NotBookable, bookable};
use crate::domain::templates::AgeBand;
use crate::domain::{BookingId, HouseholdId, SessionId, SlotId};
use crate::store::bookings::{self, BookingRow};
use crate::store::sessions::{self, SessionRow, SlotRow};
use crate::store::{At, Db, households, locations, members};
use crate::texts::{Message, say};

/// How far ahead times are offered.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 92);
/// As many days as are looked at for that.
const DAYS: i64 = 60;
/// As many times as are offered at once.
const MOST_OFFERS: usize = 300;

/// Who books: somebody of the house for a household that he or she may see, or the household for itself.
#[derive(Clone, Copy, Debug)]
pub enum Booker<'a> {
    Staff(&'a Actor),
    Household(Holder),
}

/// The same for a job that outlives the call.
#[derive(Clone, Debug)]
pub(super) enum Who {
    Staff(Actor),
    Household(Holder),
}

impl From<Booker<'_>> for Who {
    fn from(booker: Booker<'_>) -> Who {
        match booker {
            Booker::Staff(actor) => Who::Staff(actor.clone()),
            Booker::Household(holder) => Who::Household(holder),
        }
    }
}

impl Who {
    /// Whether this somebody may book for this household now. Unknown and foreign ones get the same answer.
    fn may_book(&self, db: &mut Db, house: &House, household: HouseholdId) -> Result<(), ActionError> {
        match self {
            Who::Household(holder) if holder.household() == household => Ok(()),
            Who::Household(_) => Err(ActionError::NotFound),
            Who::Staff(actor) => {
                actor.must(Right::Book)?;
                may_see(db, house, actor, household)
            }
        }
    }

    fn booked_by(&self) -> BookedBy {
        match self {
            Who::Household(_) => BookedBy::Household,
            Who::Staff(actor) if actor.role() == Some(Role::Mentor) => BookedBy::Mentor,
            Who::Staff(_) => BookedBy::Desk,
        }
    }

    fn actor(&self) -> Option<&Actor> {
        match self {
            Who::Staff(actor) => Some(actor),
            Who::Household(_) => None,
        }
    }
}

/// A time that a household may book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    pub slot: SlotId,
    pub session: SessionId,
    pub session_title: String,
    pub place: String,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub audience: Audience,
    /// Places that are left; at least one.
    pub free: i64,
}

/// A visit that is booked or going on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booked {
    pub id: BookingId,
    pub slot: SlotId,
    pub session: SessionId,
    pub session_title: String,
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub audience: Audience,
    pub state: BookingState,
    /// What is called, once somebody is there.
    pub number: Option<i32>,
    /// Where to come to; empty when the day has no place.
    pub place: String,
}

/// The times that this household may book, the next first: not full, not over, meant for it, and on no day for which it
/// has a booking. None for a household that may collect nothing.
///
/// # Errors
/// For somebody who may not book for it.
pub fn offers(house: &Arc<House>, booker: Booker<'_>, household: HouseholdId) -> Result<Vec<Offered>, ActionError> {
    let who = Who::from(booker);
    let now = house.now();
    house.store().read(|db| {
        who.may_book(db, house, household)?;
        offered(db, household, now)
    })
}

/// What [`offers`] gives, for whoever was let in already.
fn offered(db: &mut Db, household: HouseholdId, now: Timestamp) -> Result<Vec<Offered>, ActionError> {
    let booked = bookings::days_of(db, household, now)?;
    let asking = asking(db, household, false)?;
    if !asking.may_collect {
        return Ok(Vec::new());
    }
    let days = sessions::coming(db, now, DAYS)?;
    let near = |day: &SessionRow| day.state.is_running() && day.opens_at.0 < now + AHEAD && !booked.contains(&day.id);
    let days: Vec<SessionRow> = days.into_iter().filter(near).collect();
    let ids: Vec<SessionId> = days.iter().map(|day| day.id).collect();
    let taken = bookings::taken_of(db, &ids)?;
    let places = locations::all(db)?;
    let mut offered = Vec::new();
    for slot in sessions::slots_of_any(db, &ids)? {
        let Some(day) = days.iter().find(|day| day.id == slot.session_id) else { continue };
        let asked = asked(day, &slot, taken.get(&slot.id).copied().unwrap_or_default(), now);
        if bookable(&asking, &asked).is_err() {
            continue;
        }
        offered.push(Offered {
            slot: slot.id,
            session: day.id,
            session_title: day.title.clone(),
            place: place_of(&places, day),
            starts_at: slot.starts_at.0,
            ends_at: slot.ends_at.0,
            audience: slot.audience,
            free: asked.capacity - asked.taken,
        });
        if offered.len() == MOST_OFFERS {
            break;
        }
    }
    Ok(offered)
}

/// Books a time. Booking the same one twice gives the same booking.
///
/// # Errors
/// For somebody who may not book for this household, and with the reason when the time cannot be had.
pub fn book(
    house: &Arc<House>,
    booker: Booker<'_>,
    household: HouseholdId,
    slot: SlotId,
) -> Result<BookingId, ActionError> {
    let (in_house, who, id) = (Arc::clone(house), Who::from(booker), BookingId(house.uuid()));
    house.store().write(move |db| {
        who.may_book(db, &in_house, household)?;
        let work = |db: &mut Db| place(db, &in_house, &who, household, slot, id);
        match who.actor() {
            Some(actor) => once(db, actor, "booking", in_house.now(), work),
            None => work(db),
        }
    })
}

fn place(
    db: &mut Db,
    house: &House,
    who: &Who,
    household: HouseholdId,
    slot: SlotId,
    id: BookingId,
) -> Result<BookingId, ActionError> {
    let now = house.now();
    let (day, slot) = held(db, slot)?;
    let known = bookings::on_day(db, day.id, household)?;
    if let Some(known) = known.as_ref().filter(|known| known.slot_id == slot.id && known.state == BookingState::Booked)
    {
        return Ok(known.id);
    }
    let asking = asking(db, household, known.is_some())?;
    let asked = asked(&day, &slot, bookings::taken(db, slot.id)?, now);
    bookable(&asking, &asked).map_err(|why| ActionError::Refused(refusal(why)))?;
    let row = BookingRow {
        id,
        slot_id: slot.id,
        session_id: day.id,
        household_id: household,
        state: BookingState::Booked,
        number: None,
        booked_by: who.booked_by(),
        user_id: who.actor().and_then(Actor::user),
        booked_at: At(now),
        arrived_at: None,
        called_at: None,
        served_at: None,
        version: 1,
        desk: String::new(),
    };
    bookings::insert(db, &row)?;
    letters::replace_waiting(db, house, LetterKind::Booked, &row)?;
    Ok(id)
}

/// Moves a booking to another time, of the same day or another.
///
/// # Errors
/// As [`book`]; for a visit that is going on or over.
pub fn move_to(house: &Arc<House>, booker: Booker<'_>, booking: BookingId, slot: SlotId) -> Result<(), ActionError> {
    let (in_house, who) = (Arc::clone(house), Who::from(booker));
    house.store().write(move |db| {
        let row = bookings::find(db, booking)?.ok_or(ActionError::NotFound)?;
        who.may_book(db, &in_house, row.household_id)?;
        if row.slot_id == slot {
            return Ok(());
        }
        let now = in_house.now();
        let (day, slot) = held(db, slot)?;
        // Read again: the day is held now.
        let row = bookings::find(db, booking)?.ok_or(ActionError::NotFound)?;
        if row.state != BookingState::Booked {
            return Err(ActionError::Refused(say::error_booking_over()));
        }
        let other = bookings::on_day(db, day.id, row.household_id)?.is_some_and(|known| known.id != row.id);
        let asking = asking(db, row.household_id, other)?;
        let asked = asked(&day, &slot, bookings::taken(db, slot.id)?, now);
        bookable(&asking, &asked).map_err(|why| ActionError::Refused(refusal(why)))?;
        let moved = BookingRow { slot_id: slot.id, session_id: day.id, ..row };
        if !bookings::update(db, &moved)? {
            return Err(ActionError::Changed);
        }
        letters::replace_waiting(db, &in_house, LetterKind::Moved, &moved)
    })
}

/// Cancels a booking; its place is free at once. Cancelling twice changes nothing.
///
/// # Errors
/// For somebody who may not book for this household; for a visit that is going on or over.
pub fn cancel(house: &Arc<House>, booker: Booker<'_>, booking: BookingId) -> Result<(), ActionError> {
    let (in_house, who) = (Arc::clone(house), Who::from(booker));
    house.store().write(move |db| {
        let row = bookings::find(db, booking)?.ok_or(ActionError::NotFound)?;
        who.may_book(db, &in_house, row.household_id)?;
        sessions::lock(db, row.session_id)?.ok_or(ActionError::NotFound)?;
        let row = bookings::find(db, booking)?.ok_or(ActionError::NotFound)?;
        match row.state {
            BookingState::Cancelled => Ok(()),
            BookingState::Booked => {
                // Who cancels on its own page before anything left knows both: a page is no way to send letters.
                let knows = matches!(who, Who::Household(_)) && !crate::store::letters::has_left(db, row.id)?;
                let row = cancel_row(db, row)?;
                match knows {
                    true => Ok(crate::store::letters::drop_waiting(db, row.id)?),
                    false => letters::replace_waiting(db, &in_house, LetterKind::Cancelled, &row),
                }
            }
            _ => Err(ActionError::Refused(say::error_booking_over())),
        }
    })
}

/// Writes that a booking is cancelled, and tells the household.
pub(super) fn cancelled(db: &mut Db, house: &House, row: BookingRow) -> Result<(), ActionError> {
    let row = cancel_row(db, row)?;
    letters::replace_waiting(db, house, LetterKind::Cancelled, &row)
}

fn cancel_row(db: &mut Db, row: BookingRow) -> Result<BookingRow, ActionError> {
    let row = BookingRow { state: BookingState::Cancelled, ..row };
    if bookings::update(db, &row)? { Ok(row) } else { Err(ActionError::Changed) }
}

/// A booking as a calendar (RFC 5545): when and where, and nothing about anybody.
///
/// # Errors
/// For somebody who may not book for this household.
pub fn calendar(house: &Arc<House>, booker: Booker<'_>, booking: BookingId) -> Result<String, ActionError> {
    let who = Who::from(booker);
    house.store().read(|db| {
        let row = bookings::find(db, booking)?.ok_or(ActionError::NotFound)?;
        who.may_book(db, house, row.household_id)?;
        super::calendars::of_booking(db, house, &row)
    })
}

/// The next visit of a household, booked or going on; `None` when there is none. A page that shows it to staff is a look at
/// the household, which that page notes in the access log.
///
/// # Errors
/// For somebody who may not book for it.
pub fn of_household(
    house: &Arc<House>,
    booker: Booker<'_>,
    household: HouseholdId,
) -> Result<Option<Booked>, ActionError> {
    let who = Who::from(booker);
    let now = house.now();
    house.store().read(|db| {
        who.may_book(db, house, household)?;
        let Some((row, slot, day)) = bookings::next_of(db, household, now)? else { return Ok(None) };
        let places = locations::all(db)?;
        Ok(Some(Booked {
            id: row.id,
            slot: slot.id,
            session: day.id,
            place: place_of(&places, &day),
            session_title: day.title,
            starts_at: slot.starts_at.0,
            ends_at: slot.ends_at.0,
            audience: slot.audience,
            state: row.state,
            number: row.number,
        }))
    })
}

/// A slot with its day, whose row is held from here on.
fn held(db: &mut Db, slot: SlotId) -> Result<(SessionRow, SlotRow), ActionError> {
    let known = sessions::find_slot(db, slot)?.ok_or(ActionError::NotFound)?;
    let day = sessions::lock(db, known.session_id)?.ok_or(ActionError::NotFound)?;
    // Read again: it may have been changed or taken away until the day was held.
    let slot = sessions::find_slot(db, slot)?.ok_or(ActionError::NotFound)?;
    Ok((day, slot))
}

/// What the house knows of a household that asks for a time.
pub(super) fn asking(db: &mut Db, household: HouseholdId, booked: bool) -> Result<Asking, ActionError> {
    let row = households::find(db, household)?.ok_or(ActionError::NotFound)?;
    let people = members::of_household(db, household)?;
    Ok(Asking {
        may_collect: row.state == HouseholdState::Active && row.merged_into.is_none(),
        unknown: people.is_empty(),
        has_baby: people.iter().any(|member| member.band() == Some(AgeBand::Baby)),
        was_here: row.last_visit_on.is_some(),
        booked,
    })
}

fn asked(day: &SessionRow, slot: &SlotRow, taken: i64, now: Timestamp) -> Asked {
    Asked {
        running: day.state.is_running(),
        ahead: slot.starts_at.0 > now,
        audience: slot.audience,
        capacity: slot.capacity.into(),
        taken,
    }
}

pub(super) fn place_of(places: &[locations::LocationRow], day: &SessionRow) -> String {
    places.iter().find(|place| Some(place.id) == day.location_id).map_or_else(String::new, |place| place.name.clone())
}

/// The sentence for a reason.
pub(super) fn refusal(why: NotBookable) -> Message {
    match why {
        NotBookable::Blocked => say::error_booking_blocked(),
        NotBookable::Over => say::error_booking_too_late(),
        NotBookable::Twice => say::error_booking_twice(),
        NotBookable::ForBabies => say::error_booking_babies(),
        NotBookable::ForFirst => say::error_booking_first(),
        NotBookable::Full => say::error_booking_full(),
    }
}

//! Closing a day: what it was is counted once and kept as it is, whatever is corrected later.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::deeds::json;
use super::{ActionError, Actor, House};
use crate::domain::SessionId;
use crate::domain::rights::Right;
use crate::domain::session::{BookedBy, BookingState, Counted, Figures, SessionState, rank};
use crate::store::bookings::{self, BookingRow, Listed};
use crate::store::sessions::{self, SessionRow};
use crate::store::{Db, visits};
use crate::texts::say;

/// Closes a day and freezes its figures. One that was opened can be closed at any hour: who opened it early may be done early. Whoever was booked and is not served has missed it; with such people on the list,
/// somebody must have said so with `confirmed`.
///
/// # Errors
/// Without the right, for a day that is closed, when it was changed since `version` was read, and when there are people on
/// the list that nobody has confirmed.
pub fn close(
    house: &Arc<House>,
    actor: &Actor,
    id: SessionId,
    version: i32,
    confirmed: bool,
) -> Result<Figures, ActionError> {
    actor.must(Right::RunSessions)?;
    let (in_house, by) = (Arc::clone(house), actor.user());
    house.store().write(move |db| {
        let day = sessions::lock(db, id)?.ok_or(ActionError::NotFound)?;
        if day.state == SessionState::Closed {
            return Err(ActionError::Refused(say::error_session_closed()));
        }
        let now = in_house.now();
        if day.state != SessionState::Open && day.opens_at.0 > now {
            return Err(ActionError::Refused(say::error_session_not_begun()));
        }
        let ahead: Vec<BookingRow> =
            bookings::of_day(db, id)?.into_iter().map(|listed| listed.row).filter(|row| row.state.is_ahead()).collect();
        if !ahead.is_empty() && !confirmed {
            return Err(ActionError::Refused(say::error_session_ahead(ahead.len())));
        }
        for row in ahead {
            bookings::update(db, &BookingRow { state: BookingState::Missed, ..row })?;
        }
        let figures = count(db, &in_house, &day)?;
        if !sessions::close(db, id, version, &json(&figures)?, by, now)? {
            return Err(ActionError::Changed);
        }
        Ok(figures)
    })
}

/// The figures of a closed day, as they were written then.
pub fn frozen(day: &SessionRow) -> Option<Figures> {
    serde_json::from_str(&day.figures).ok()
}

/// Counts a day as it is now.
pub(super) fn count(db: &mut Db, house: &House, day: &SessionRow) -> Result<Figures, ActionError> {
    let listed = bookings::of_day(db, day.id)?;
    let mut figures = Figures::default();
    for slot in sessions::slots_of(db, day.id)? {
        for counted in counted(&mut figures, slot.audience.word()) {
            counted.places += i64::from(slot.capacity);
        }
    }
    let mut waits = Vec::new();
    let mut households = Vec::new();
    for Listed { row, slot, people, .. } in &listed {
        if row.state == BookingState::Cancelled {
            continue;
        }
        let walk_in = row.booked_by == BookedBy::WalkIn;
        for counted in counted(&mut figures, slot.audience.word()) {
            counted.booked += i64::from(!walk_in);
            counted.walk_ins += i64::from(walk_in);
            counted.arrived += i64::from(row.arrived_at.is_some());
            counted.served += i64::from(row.state == BookingState::Served);
            counted.missed += i64::from(row.state == BookingState::Missed);
        }
        if row.state == BookingState::Served {
            figures.people += i64::from(*people);
            households.push(row.household_id);
        }
        // Whoever went straight to the desk did not wait for a number.
        if let (Some(arrived), Some(end), Some(_)) = (row.arrived_at, row.called_at.or(row.served_at), row.number) {
            waits.push(end.0.duration_since(arrived.0).as_secs().max(0));
        }
    }
    figures.wait_median = rank(&mut waits, 50);
    figures.wait_p90 = rank(&mut waits, 90);
    let catalogue = house.catalogue();
    let date = house.day_of(day.opens_at.0);
    let of_day = |at: jiff::Timestamp| house.day_of(at) == date;
    let mut pieces: BTreeMap<String, i64> = BTreeMap::new();
    for (product, quantity) in visits::pieces_on(db, &households, day.opens_at.0, of_day)? {
        if let Some(product) = catalogue.product(product.as_str()) {
            *pieces.entry(product.group.to_string()).or_default() += i64::from(quantity);
        }
    }
    figures.pieces = pieces;
    Ok(figures)
}

/// The two counts that something belongs to.
fn counted<'a>(figures: &'a mut Figures, audience: &str) -> [&'a mut Counted; 2] {
    [&mut figures.all, figures.by_audience.entry(audience.to_owned()).or_default()]
}

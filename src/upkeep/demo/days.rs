//! Days of handing out: the last ones with their figures, one for today, the next with bookings. Made at the end of the year
//! from the visits that there were, so that the ledger knows nothing of them.

use jiff::civil::{Date, time};
use jiff::{SignedDuration, ToSpan};

use super::town::{Town, moment};
use crate::actions::bookings::{self, Booker};
use crate::actions::queue::{self, Step};
use crate::actions::sessions::{self, NewSession};
use crate::actions::{ActionError, close_session};
use crate::domain::SessionId;
use crate::domain::session::Audience;
use crate::store::{sessions as store, visits};

/// How many days that are over are kept, and how many weeks are planned.
const OVER: usize = 6;
const WEEKS: u8 = 3;

impl Town {
    /// Plans, books, and closes what is over.
    pub(super) fn remember_days(&mut self) -> Result<(), ActionError> {
        let today = self.year.last.tomorrow().unwrap_or(self.year.last);
        let mut day = today;
        let mut over = Vec::new();
        while over.len() < OVER && day > self.year.first_opening() {
            day = day.yesterday().unwrap_or(self.year.first);
            if self.size.opens_on(day.weekday()) {
                over.push(day);
            }
        }
        for day in over.into_iter().rev() {
            self.day_that_is_over(day)?;
        }
        let end = self.at.max(moment(&self.house, today, time(0, 1, 0, 0)));
        self.house.set_now(end);
        let running = self.planned(today, (8, 20), 60, 3, 1)?[0];
        let next = self.planned(today.checked_add(1.days()).unwrap_or(today), (14, 17), 30, 4, WEEKS)?;
        self.book_some(running, 3, 7)?;
        self.book_some(next[0], 10, 9)?;
        let coordinator = self.staff.coordinator.clone();
        sessions::open(&self.house, &coordinator, running, 1)?;
        let (_, listed) = queue::list(&self.house, &coordinator, running)?;
        let cards: Vec<_> = listed.iter().filter_map(|listed| listed.card).take(4).collect();
        for card in &cards {
            let _ = queue::arrive(&self.house, &coordinator, running, card.as_str())?;
        }
        for desk in ["Tisch 1", "Tisch 2"] {
            queue::call_next(&self.house, &coordinator, running, desk)?;
        }
        Ok(())
    }

    fn planned(
        &self,
        day: Date,
        (from, to): (i8, i8),
        minutes: u16,
        capacity: i32,
        weeks: u8,
    ) -> Result<Vec<SessionId>, ActionError> {
        let new = NewSession {
            title: "Ausgabe".to_owned(),
            location: None,
            day,
            from: time(from, 0, 0, 0),
            to: time(to, 0, 0, 0),
            minutes,
            capacity,
            audience: Audience::Everybody,
            pauses: Vec::new(),
            weeks,
        };
        sessions::plan(&self.house, &self.staff.coordinator, new)
    }

    /// Books every so-many-th household that can come, as long as there is room.
    fn book_some(&self, session: SessionId, every: usize, most: usize) -> Result<(), ActionError> {
        let by = Booker::Staff(&self.staff.coordinator);
        let slots = self.house.store().read(|db| store::slots_of(db, session).map_err(ActionError::from))?;
        let able = self.families.iter().filter(|family| family.can_come()).step_by(every).take(most);
        for (place, family) in able.enumerate() {
            let slot = &slots[place * 2 / 3 % slots.len()];
            // A household that is refused, or a slot that is full: then it is somebody else's turn.
            let _ = bookings::book(&self.house, by, family.id, slot.id);
        }
        Ok(())
    }

    fn day_that_is_over(&self, day: Date) -> Result<(), ActionError> {
        let (begin, end) = (moment(&self.house, day, time(0, 0, 0, 0)), moment(&self.house, day, time(23, 0, 0, 0)));
        self.house.set_now(begin - SignedDuration::from_hours(72));
        let session = self.planned(day, (14, 20), 30, 4, 1)?[0];
        let (by, house) = (&self.staff.coordinator, &self.house);
        let came = house.store().read(|db| visits::between(db, begin, end).map_err(ActionError::from))?;
        let slots = house.store().read(|db| store::slots_of(db, session).map_err(ActionError::from))?;
        for (place, visit) in came.iter().enumerate().filter(|(place, _)| place % 5 != 4) {
            let slot =
                slots.iter().rfind(|slot| slot.starts_at <= visit.opened_at).unwrap_or(&slots[place % slots.len()]);
            let _ = bookings::book(house, Booker::Staff(by), visit.household_id, slot.id);
        }
        let stayed_away = self.families.iter().filter(|family| family.can_come()).step_by(17).take(2);
        for (place, family) in stayed_away.enumerate() {
            let _ = bookings::book(house, Booker::Staff(by), family.id, slots[place].id);
        }
        sessions::open(house, by, session, 1)?;
        for (place, visit) in came.iter().enumerate() {
            let Some(family) = self.families.iter().find(|family| family.id == visit.household_id) else { continue };
            let waited = 4 * 60 + (place as i64 * 137) % (17 * 60);
            house.set_now(visit.opened_at.0 - SignedDuration::from_secs(waited));
            let Ok(arrived) = queue::arrive(house, by, session, family.card.as_str()) else { continue };
            house.set_now(visit.opened_at.0);
            let _ = queue::step(house, by, arrived.booking, Step::Serve, "");
        }
        house.set_now(end);
        close_session::close(house, by, session, 2, true)?;
        Ok(())
    }
}

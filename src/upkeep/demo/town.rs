//! The town as it is on one day of the simulated year, and the round of its days.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, Time, time};
use jiff::{SignedDuration, Timestamp};

use super::chance::Chance;
use super::chores::Chore;
use super::desk::Scanner;
use super::donors::Giver;
use super::families::Family;
use super::people::Staff;
use super::size::{TownSize, Year};
use super::stock::Stock;
use super::{Made, OwnPage, names};
use crate::actions::{ActionError, House, arrange_locations, make_codes, own_page_pin};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::{Catalogue, GroupCode};
use crate::domain::{DonationId, LocationId};
use crate::store::households;

/// Labels that are printed when the stock of labels runs low, and how many that is.
const PRINTED_AT_ONCE: usize = 480;
const FEW_LABELS: usize = 192;
/// As many of the blank labels as a visitor is told.
const SHOWN_LABELS: usize = 24;

pub(super) struct Town {
    pub house: Arc<House>,
    pub catalogue: Arc<Catalogue>,
    pub chance: Chance,
    pub size: TownSize,
    pub year: Year,
    /// The day that is simulated, and what time it is.
    pub day: Date,
    pub at: Timestamp,
    pub staff: Staff,
    pub scanner: Scanner,
    pub shelves: BTreeMap<GroupCode, (LocationId, Code)>,
    /// Blank labels in the drawer.
    pub labels: Vec<Code>,
    pub givers: Vec<Giver>,
    /// Days on which households will register, the last one first.
    pub arrivals: Vec<Date>,
    pub families: Vec<Family>,
    pub stock: Stock,
    /// Pieces that wait until the council has accepted the gift.
    pub custody: BTreeMap<DonationId, Vec<usize>>,
    pub later: BTreeMap<Date, Vec<Chore>>,
    /// Labels bound so far, and single pieces handed out so far.
    pub taken_in: usize,
    pub handed_out: usize,
}

impl Town {
    /// The day before the year begins: people, a terminal, rooms, donors' cards.
    pub(super) fn found(house: &Arc<House>, size: TownSize, seed: u64, today: Date) -> Result<Town, ActionError> {
        let year = Year::before(today);
        let mut chance = Chance::new(seed);
        let day = year.first.yesterday().unwrap_or(year.first);
        let at = moment(house, day, time(8, 0, 0, 0));
        house.set_now(at);
        let (staff, scanner) = Staff::hire(house, size, &mut chance)?;
        let catalogue = house.catalogue();
        let mut town = Town {
            house: Arc::clone(house),
            stock: Stock::with_products(catalogue.products().len()),
            catalogue,
            chance,
            size,
            year,
            day,
            at,
            staff,
            scanner,
            shelves: BTreeMap::new(),
            labels: Vec::new(),
            givers: Vec::new(),
            arrivals: Vec::new(),
            families: Vec::new(),
            custody: BTreeMap::new(),
            later: BTreeMap::new(),
            taken_in: 0,
            handed_out: 0,
        };
        town.furnish()?;
        town.print_labels()?;
        town.name_issuers(today)?;
        town.expect_donors()?;
        town.expect_families();
        town.plan_events();
        Ok(town)
    }

    /// Every working day of the year.
    pub(super) fn live(&mut self, tell: &mut dyn FnMut(u64, u64)) -> Result<(), ActionError> {
        let days: Vec<Date> = self.year.working_days().collect();
        let last_intake = days.iter().rposition(|day| self.size.takes_in_on(day.weekday()));
        for (done, day) in days.iter().enumerate() {
            self.begin(*day, time(8, 30, 0, 0));
            self.publish()?;
            self.do_chores()?;
            self.welcome_families()?;
            if self.size.takes_in_on(day.weekday()) {
                self.begin(*day, time(9, 0, 0, 0));
                self.take_in_gifts(Some(done) == last_intake)?;
            }
            if self.size.opens_on(day.weekday()) && *day >= self.year.first_opening() {
                self.begin(*day, time(14, 30, 0, 0));
                self.open()?;
            }
            tell(done as u64 + 1, days.len() as u64);
        }
        Ok(())
    }

    /// Locks the door and says what a visitor needs.
    pub(super) fn leave(mut self) -> Result<Made, ActionError> {
        self.share_out()?;
        self.print_labels()?;
        self.ask_for_gifts()?;
        self.remember_days()?;
        self.name_collectors()?;
        self.answer_offers()?;
        let busy = self.families.iter().filter(|family| family.can_come());
        let (id, card) = busy
            .max_by_key(|family| family.visits)
            .map(|family| (family.id, family.card))
            .ok_or(ActionError::NotFound)?;
        let pin = own_page_pin::set(&self.house, &self.staff.coordinator, id)?;
        let row = self.house.store().read(|db| households::find(db, id))?.ok_or(ActionError::NotFound)?;
        self.value_gifts()?;
        self.keep_books()?;
        self.write_records()?;
        Ok(Made {
            users: self.staff.sign_ins,
            terminal: self.staff.terminal,
            blank_labels: self.labels.iter().rev().take(SHOWN_LABELS).copied().collect(),
            card,
            households: vec![OwnPage { code: card, pin, lang: row.lang }],
        })
    }

    /// Time goes by.
    pub(super) fn pass(&mut self, seconds: i64) {
        self.at += SignedDuration::from_secs(seconds);
        self.house.set_now(self.at);
    }

    /// A few minutes go by.
    pub(super) fn pause(&mut self) {
        let seconds = self.chance.between(40, 150);
        self.pass(seconds);
    }

    /// The clock goes to this time of the day, unless it is later already.
    fn begin(&mut self, day: Date, time: Time) {
        self.day = day;
        self.at = self.at.max(moment(&self.house, day, time));
        self.house.set_now(self.at);
    }

    fn furnish(&mut self) -> Result<(), ActionError> {
        let site = self.place(None, &format!("Kleiderkammer {}", names::TOWN))?.0;
        for (room, shelves) in names::ROOMS {
            let room = self.place(Some(site), room)?.0;
            for (shelf, groups) in shelves {
                let place = self.place(Some(room), shelf)?;
                for group in *groups {
                    if let Some(group) = self.catalogue.group(group) {
                        self.shelves.insert(group.code.clone(), place);
                    }
                }
            }
        }
        Ok(())
    }

    fn place(&mut self, parent: Option<LocationId>, name: &str) -> Result<(LocationId, Code), ActionError> {
        self.pass(20);
        arrange_locations::add(&self.house, &self.staff.coordinator, parent, name)
    }

    /// Prints labels when few are left.
    pub(super) fn print_labels(&mut self) -> Result<(), ActionError> {
        if self.labels.len() < FEW_LABELS {
            let fresh = make_codes::blank(&self.house, &self.staff.coordinator, Kind::Item, PRINTED_AT_ONCE)?;
            // The drawer's lower end is used up first.
            self.labels.splice(0..0, fresh.into_iter().rev());
        }
        Ok(())
    }

    /// The next label from the drawer.
    pub(super) fn label(&mut self) -> Result<Code, ActionError> {
        self.print_labels()?;
        self.labels.pop().ok_or(ActionError::NotFound)
    }
}

/// A time of day at the site.
pub(super) fn moment(house: &House, day: Date, time: Time) -> Timestamp {
    day.to_datetime(time).to_zoned(house.zone().clone()).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

//! A town to try things out with: a believable year of a clothing room, made through the same actions as real use.
//!
//! Everything follows from the seed, the size and the day: two demos of one day and seed have the same ledger.

mod asking;
mod chance;
mod chores;
mod collectors;
mod council;
mod counting;
mod days;
mod desk;
mod donors;
mod families;
pub mod folder;
mod gifts;
mod handover;
mod intake;
mod issuing;
mod names;
mod offers;
mod people;
mod receipts;
mod sharing;
mod size;
mod sizing;
mod stock;
mod town;
mod treasury;
mod values;
mod visits;

use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

pub use size::TownSize;

use crate::actions::{ActionError, Clock, Dice, House};
use crate::codes::Code;
use crate::domain::TerminalId;
use crate::domain::rights::Role;
use crate::store::{DatabaseUrl, Store};
use town::Town;

/// What a visitor needs to try the demo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// One sign-in for each role.
    pub users: Vec<SignIn>,
    pub terminal: Device,
    /// Labels that nothing is bound to yet.
    pub blank_labels: Vec<Code>,
    /// The card of a household that has come often and still needs things.
    pub card: Code,
    /// What opens that household's own page.
    pub households: Vec<OwnPage>,
}

/// A household's card with its PIN, and its language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPage {
    pub code: Code,
    pub pin: String,
    pub lang: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    pub name: String,
    pub password: String,
    pub role: Role,
}

/// The enrolled terminal. Where its sequence stands is in the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    pub id: TerminalId,
    pub token: String,
}

/// A house over a new database, with a clock that can be set and chance from the seed.
///
/// # Errors
/// When the database cannot be made.
pub fn simulated_house(url: &DatabaseUrl, zone: TimeZone, seed: u64) -> Result<Arc<House>, ActionError> {
    let store = Store::open_to_fill(url)?;
    let clock = Clock::Set(Mutex::new(jiff::Timestamp::UNIX_EPOCH));
    House::open(store, zone, clock, Dice::seeded(seed)).map(Arc::new)
}

/// Fills a new, simulated house with the year that ends the day before `today`. `tell` hears after each working day how
/// many there are and how many are done.
///
/// # Errors
/// When the database fails.
pub fn make(
    house: &Arc<House>,
    size: TownSize,
    seed: u64,
    today: Date,
    tell: &mut dyn FnMut(u64, u64),
) -> Result<Made, ActionError> {
    let mut town = Town::found(house, size, seed, today)?;
    town.live(tell)?;
    town.leave()
}

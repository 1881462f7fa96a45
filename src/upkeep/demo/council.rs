//! The council of the town: gifts that a company offered to the city, one that it accepted, one that waits.

use super::town::Town;
use crate::actions::ActionError;
use crate::actions::council_lists::{self, NewList, Session};
use crate::domain::DonationId;
use crate::domain::council::is_city;
use crate::domain::treasury::Decider;
use crate::store::council_lists as store;
use crate::web::print_council_list;

impl Town {
    /// The council accepts a gift in its session: a list of one. `false` where no city receives gifts.
    pub(super) fn council_accepts(&mut self, donation: DonationId) -> Result<bool, ActionError> {
        let (house, treasurer) = (self.house.clone(), self.staff.treasurer.clone());
        let receivers = house.store().read(store::receivers)?;
        let Some(city) = receivers.iter().find(|one| one.active && is_city(&one.form)) else { return Ok(false) };
        let new = NewList {
            issuer: city.id,
            decider: Decider::Council,
            title: format!("Sachspenden bis {}", self.day.strftime("%m/%Y")),
            purpose: "Hilfe für Menschen in Not (Kleiderkammer)".to_owned(),
            gifts: vec![donation],
        };
        let list = council_lists::make(&house, &treasurer, new)?;
        self.pause();
        let session = Session {
            held_on: self.day,
            reference: format!("VO/{}/{}", self.day.year(), 100 + self.day.day_of_year()),
            declined: Vec::new(),
        };
        council_lists::decide(&house, &treasurer, list, 1, session, print_council_list)?;
        Ok(true)
    }
}

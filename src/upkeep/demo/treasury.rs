//! The treasurer's drawers at the end of the year: what the council declined, thanks that were sent, and a quarter
//! that is closed.

use super::names;
use super::town::Town;
use crate::actions::council_lists::{self, NewList, Session};
use crate::actions::record_donation::{self, NewDonation};
use crate::actions::{ActionError, receiver, thanks};
use crate::domain::council::is_city;
use crate::domain::donation::{DonationState, Origin, ThanksBy};
use crate::domain::impact::Period;
use crate::domain::lists::DonationOrder;
use crate::domain::treasury::Decider;
use crate::domain::{DonationId, IssuerId};
use crate::reports::book;
use crate::store::council_lists as store;
use crate::store::donations::{self, DonationFilter, DonationRow};
use crate::store::paging::Cursor;
use crate::store::thanks as due;
use crate::web::{print_council_list, send_thanks};

/// Gifts that are looked through for fitting ones.
const LOOKED_THROUGH: i64 = 200;

impl Town {
    /// Comes last: it tells of what is there.
    pub(super) fn keep_books(&mut self) -> Result<(), ActionError> {
        let receivers = self.house.store().read(store::receivers)?;
        if let Some(city) = receivers.iter().find(|one| one.active && is_city(&one.form)).map(|city| city.id) {
            self.wait_for_council(city)?;
            self.council_declines(city)?;
        }
        self.say_thanks()?;
        // What of it may not be told stands in the closed tables as a sentence.
        let quarter = Period::before(self.house.today());
        if let Some(period) = quarter.quarter.and_then(|number| book::Period::quarter(quarter.year, number)) {
            book::close(&self.house, &self.staff.treasurer, period, &site())?;
        }
        Ok(())
    }

    fn gifts_of_all(&self) -> Result<Vec<DonationRow>, ActionError> {
        let page = self.house.store().read(|db| {
            donations::page(db, &DonationFilter::default(), DonationOrder::Newest, &Cursor::Start, LOOKED_THROUGH)
        })?;
        Ok(page.rows.into_iter().map(|(row, _)| row).collect())
    }

    /// What is kept and waits for the council is the city's.
    fn wait_for_council(&mut self, city: IssuerId) -> Result<(), ActionError> {
        for gift in self.gifts_of_all()? {
            if gift.state.awaits_council() && gift.council_list_id.is_none() && gift.issuer_id.is_none() {
                receiver::choose(&self.house, &self.staff.treasurer, gift.id, gift.version, city)?;
            }
        }
        Ok(())
    }

    /// Something that nobody has a place for.
    fn council_declines(&mut self, city: IssuerId) -> Result<(), ActionError> {
        let (house, treasurer) = (self.house.clone(), self.staff.treasurer.clone());
        let Some(company) = self.givers.iter().rfind(|giver| giver.is_company).map(|giver| giver.id) else {
            return Ok(());
        };
        let today = house.today();
        let offered = NewDonation {
            origin: Origin::Business,
            only_offered: true,
            description: "Drei Ladenregale, 4 m lang".to_owned(),
            issuer: Some(city),
            ..NewDonation::of(company, today)
        };
        let (gift, _) = record_donation::new(&house, &treasurer, offered)?;
        let new = NewList {
            issuer: city,
            decider: Decider::Council,
            title: "Ladeneinrichtung".to_owned(),
            purpose: "Kleiderkammer".to_owned(),
            gifts: vec![gift],
        };
        let list = council_lists::make(&house, &treasurer, new)?;
        let reference = format!("VO/{}/{}", today.year(), 400 + today.day_of_year());
        let session = Session { held_on: today, reference, declined: vec![gift] };
        council_lists::decide(&house, &treasurer, list, 1, session, print_council_list)?;
        Ok(())
    }

    /// One mail in the outbox, one letter on paper.
    fn say_thanks(&mut self) -> Result<(), ActionError> {
        let (house, treasurer) = (self.house.clone(), self.staff.treasurer.clone());
        let since = thanks::since(&house);
        let waiting = house.store().read(|db| due::due(db, since, None, LOOKED_THROUGH))?;
        for by in [ThanksBy::Mail, ThanksBy::Letter] {
            let fits = |gift: &DonationRow| gift.state != DonationState::Draft;
            let next: Option<DonationId> =
                waiting.rows.iter().find(|(gift, donor)| donor.thanks == by && fits(gift)).map(|(gift, _)| gift.id);
            if let Some(gift) = next {
                send_thanks(&house, &treasurer, &site(), gift)?;
            }
        }
        Ok(())
    }
}

fn site() -> String {
    format!("Kleiderkammer {}", names::TOWN)
}

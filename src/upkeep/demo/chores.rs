//! What is done between opening days: washing, tidying up, closing gifts, cards and mentors.

use jiff::ToSpan;
use jiff::civil::Date;

use super::town::Town;
use crate::actions::edit_item::{self, Correction};
use crate::actions::{ActionError, change_donation, change_household, link_mentor, needs, reverse};
use crate::domain::DonationId;
use crate::domain::desk::{Mode, Outcome};
use crate::domain::donation::DonationState;
use crate::domain::household::HouseholdState;
use crate::domain::item::{Condition, Disposal, ItemState, ItemStep};
use crate::store::items::{self, ItemRow};
use crate::store::{donations, households, needs as need_store};

/// Something to be done on a day. Numbers are places in the town's lists.
#[derive(Clone, Copy, Debug)]
pub(super) enum Chore {
    /// A piece comes back from the wash, or was found again: it is scanned onto the shelf.
    Wash(usize),
    /// The coordinator takes the last booking of a piece back.
    TakeBack(usize),
    Close(DonationId),
    /// A company offers something that the council has to accept; the flag says whether it will.
    Offer(bool),
    Keep(DonationId),
    Accept(DonationId),
    /// The end of a mentor's link.
    EndLink(usize),
    Season,
    TidyUp,
    Block(usize),
    Leave(usize),
    ReplaceCard(usize),
    /// A household no longer needs something.
    Withdraw(usize),
    /// A shelf is counted; the flag says whether to the end.
    Count(bool),
}

/// One round of tidying up for each so many pieces.
const PIECES_OF_A_ROUND: usize = 1_300;

impl Town {
    /// Notes down what happens once in a year.
    pub(super) fn plan_events(&mut self) {
        let (first, last) = (self.year.first, self.year.last);
        let mut on = |day: Date, chore| self.later.entry(day).or_default().push(chore);
        for month in 1..12 {
            let day = first.saturating_add((month * 30).days());
            on(day, Chore::TidyUp);
            if month > 2 {
                on(day, Chore::Withdraw(month as usize));
            }
        }
        for year in [first.year(), last.year()] {
            for month in [4, 10] {
                if let Ok(day) = Date::new(year, month, 1)
                    && day > first.saturating_add(30.days())
                {
                    on(day, Chore::Season);
                }
            }
        }
        on(last.saturating_sub(40.days()), Chore::Count(true));
        on(last.saturating_sub(2.days()), Chore::Count(false));
        on(first.saturating_add(150.days()), Chore::Offer(true));
        on(last.saturating_sub(24.days()), Chore::Offer(false));
        on(last.saturating_sub(60.days()), Chore::ReplaceCard(0));
        on(last.saturating_sub(30.days()), Chore::Block(1));
        on(first.saturating_add(200.days()), Chore::Leave(2));
    }

    /// Does what is due by today.
    pub(super) fn do_chores(&mut self) -> Result<(), ActionError> {
        while let Some(day) = self.later.first_entry().filter(|entry| *entry.key() <= self.day) {
            for chore in day.remove() {
                self.pause();
                self.work(chore)?;
            }
        }
        Ok(())
    }

    fn work(&mut self, chore: Chore) -> Result<(), ActionError> {
        let coordinator = self.staff.coordinator.clone();
        match chore {
            Chore::Wash(place) => self.back_from_the_wash(place),
            Chore::TakeBack(place) => {
                let row = self.row(place)?;
                // It may have come back meanwhile.
                if row.state == ItemState::HandedOut {
                    reverse::last_of_item(&self.house, &coordinator, row.id, row.version)?;
                    self.stock.put_on_shelf(place);
                }
                Ok(())
            }
            Chore::Close(donation) => self.set_state(donation, DonationState::Closed),
            Chore::Offer(accepted) => {
                let (company, pieces) = (self.company(), self.chance.between(10, 16) as usize);
                let pieces = pieces.min(self.size.items() / 30);
                self.sign_on(Mode::Intake)?;
                let donation = self.receive(company, pieces, true)?;
                self.plan(7, Chore::Keep(donation));
                if accepted {
                    self.plan(45, Chore::Accept(donation));
                }
                Ok(())
            }
            Chore::Keep(donation) => self.set_state(donation, DonationState::InCustody),
            Chore::Accept(donation) => {
                if self.council_accepts(donation)? {
                    for place in self.custody.remove(&donation).unwrap_or_default() {
                        self.stock.put_on_shelf(place);
                    }
                }
                Ok(())
            }
            Chore::Count(to_the_end) => self.count_a_shelf(to_the_end),
            Chore::EndLink(family) => self.end_link(family),
            Chore::Season => {
                for family in 0..self.families.len() {
                    if self.families[family].can_come() && self.chance.percent(75.0) {
                        self.new_season_of(family)?;
                    }
                }
                Ok(())
            }
            Chore::TidyUp => self.tidy_up(),
            Chore::Block(family) => self.set_household(family, HouseholdState::Blocked),
            Chore::Leave(family) => self.set_household(family, HouseholdState::Left),
            Chore::ReplaceCard(family) => {
                let Some(known) = self.families.get_mut(family) else { return Ok(()) };
                let id = known.id;
                let row = self.house.store().read(|db| households::find(db, id))?.ok_or(ActionError::NotFound)?;
                let (card, ..) = change_household::replace_card(&self.house, &coordinator, id, row.version)?;
                known.old_card = Some(std::mem::replace(&mut known.card, card));
                Ok(())
            }
            Chore::Withdraw(family) => {
                let Some(known) = self.families.get(family) else { return Ok(()) };
                let id = known.id;
                let lines = self.house.store().read(|db| need_store::of_household(db, id))?;
                if let Some(open) = lines.iter().find(|row| row.line().is_open()) {
                    needs::withdraw(&self.house, &coordinator, open.id, open.version)?;
                }
                Ok(())
            }
        }
    }

    fn back_from_the_wash(&mut self, place: usize) -> Result<(), ActionError> {
        let label = self.stock.piece(place).label;
        let event = self.scan(5, Mode::Intake, label)?;
        if self.outcomes()?.get(&event) == Some(&Outcome::Applied) {
            self.stock.put_on_shelf(place);
        }
        Ok(())
    }

    /// The coordinator walks along the shelves: what is worn out goes, what is not there is missing, what is wrong is
    /// corrected.
    fn tidy_up(&mut self) -> Result<(), ActionError> {
        let rounds = (self.size.items() / PIECES_OF_A_ROUND).max(1);
        for _ in 0..rounds {
            for step in [ItemStep::Discard, ItemStep::Discard, ItemStep::Missing, ItemStep::ToCare] {
                self.step(step)?;
            }
            self.correct()?;
            self.relocate()?;
        }
        // One was entered by mistake, one thrown away too early.
        self.step(ItemStep::Void)?;
        if let Some(place) = self.step(ItemStep::Discard)? {
            self.pause();
            let row = self.row(place)?;
            reverse::last_of_item(&self.house, &self.staff.coordinator, row.id, row.version)?;
            self.stock.put_on_shelf(place);
        }
        Ok(())
    }

    /// A piece that the coordinator stops at.
    fn some_piece(&mut self) -> Option<usize> {
        let all = self.stock.singles();
        if all.is_empty() { None } else { Some(self.chance.of(&all)) }
    }

    fn step(&mut self, step: ItemStep) -> Result<Option<usize>, ActionError> {
        self.pass(35);
        let Some(place) = self.some_piece() else { return Ok(None) };
        let row = self.row(place)?;
        let (house, coordinator) = (&self.house, &self.staff.coordinator);
        if step == ItemStep::Discard {
            // Most is worn out; some goes to the recycler, some is sold at the bazaar.
            let how = [Disposal::Waste, Disposal::Recycled, Disposal::Waste, Disposal::Sold][place % 4];
            edit_item::discard(house, coordinator, row.id, row.version, how)?;
        } else {
            edit_item::step(house, coordinator, row.id, row.version, step)?;
        }
        self.stock.take(place, 1);
        let comes_back = match step {
            ItemStep::ToCare => true,
            ItemStep::Missing => self.chance.percent(40.0),
            _ => false,
        };
        if comes_back {
            let days = self.chance.between(6, 30);
            self.plan(days, Chore::Wash(place));
        }
        Ok(Some(place))
    }

    fn correct(&mut self) -> Result<(), ActionError> {
        self.pass(50);
        let Some(place) = self.some_piece() else { return Ok(()) };
        let row = self.row(place)?;
        let correction = Correction {
            product: row.product_code.clone(),
            cut: row.cut,
            size: row.size.clone().unwrap_or_default(),
            condition: if row.item_condition == Condition::Good { Condition::Worn } else { Condition::Good },
        };
        edit_item::correct(&self.house, &self.staff.coordinator, row.id, row.version, correction).map(drop)
    }

    fn relocate(&mut self) -> Result<(), ActionError> {
        self.pass(20);
        let Some(place) = self.some_piece() else { return Ok(()) };
        let row = self.row(place)?;
        let shelves: Vec<_> = self.shelves.values().map(|(id, _)| *id).collect();
        let shelf = self.chance.of(&shelves);
        edit_item::relocate(&self.house, &self.staff.coordinator, row.id, row.version, shelf).map(drop)
    }

    /// The piece as the database has it.
    fn row(&self, place: usize) -> Result<ItemRow, ActionError> {
        let id = self.stock.piece(place).item;
        self.house.store().read(|db| items::find(db, id))?.ok_or(ActionError::NotFound)
    }

    fn set_state(&mut self, donation: DonationId, state: DonationState) -> Result<(), ActionError> {
        let row = self.house.store().read(|db| donations::find(db, donation))?.ok_or(ActionError::NotFound)?;
        change_donation::set_state(&self.house, &self.staff.treasurer, donation, row.version, state).map(drop)
    }

    fn set_household(&mut self, family: usize, state: HouseholdState) -> Result<(), ActionError> {
        let Some(known) = self.families.get_mut(family) else { return Ok(()) };
        let id = known.id;
        let row = self.house.store().read(|db| households::find(db, id))?.ok_or(ActionError::NotFound)?;
        change_household::set_state(&self.house, &self.staff.coordinator, id, row.version, state)?;
        known.state = state;
        if state == HouseholdState::Left {
            known.mentor = None;
        }
        Ok(())
    }

    /// A mentor moves away; often another one takes over.
    fn end_link(&mut self, number: usize) -> Result<(), ActionError> {
        let family = &mut self.families[number];
        let Some(mentor) = family.mentor.take() else { return Ok(()) };
        let (coordinator, mentors) = (&self.staff.coordinator, &self.staff.mentors);
        link_mentor::unlink(&self.house, coordinator, family.id, mentors[mentor])?;
        if self.chance.percent(50.0) {
            let next = (mentor + 1) % mentors.len();
            link_mentor::link(&self.house, coordinator, family.id, mentors[next])?;
            family.mentor = Some(next);
        }
        Ok(())
    }
}

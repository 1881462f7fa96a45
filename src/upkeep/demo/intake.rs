//! Taking in: a gift is recorded, then its pieces are scanned, with the slips that people make.

use jiff::ToSpan;

use super::chores::Chore;
use super::gifts::Gift;
use super::stock::Piece;
use super::town::Town;
use crate::actions::ActionError;
use crate::actions::record_donation::{self, NewDonation};
use crate::actions::scan::Said;
use crate::codes::{Code, Command};
use crate::domain::desk::{Mode, Outcome};
use crate::domain::donation::Came;
use crate::domain::item::Condition;
use crate::domain::{DonationId, EventId, ItemId};

/// In so many of 100 pieces somebody says the wrong thing, takes it back and scans again.
const SLIPS: f64 = 1.0;
/// … or scans the label twice.
const TWICE: f64 = 0.7;
/// … or scans a shop's bar code instead of our label.
const FOREIGN: f64 = 0.4;

/// A piece that is being taken in: the scan that must be applied, and what came of it.
struct Taken {
    event: EventId,
    item: ItemId,
    label: Code,
    gift: Gift,
}

impl Town {
    /// As many gifts as come by this day; on the last day all that are still to come.
    pub(super) fn take_in_gifts(&mut self, all: bool) -> Result<(), ActionError> {
        let by_now = if all { 1.0 } else { self.year.given_by(self.day) };
        let due = (by_now * self.size.items() as f64) as usize;
        if self.taken_in >= due {
            return Ok(());
        }
        self.sign_on(Mode::Intake)?;
        while self.taken_in < due {
            let giver = self.giver();
            let (least, most) = self.givers[giver].pieces;
            let pieces = self.chance.between(least, most) as usize;
            self.receive(giver, pieces, false)?;
        }
        Ok(())
    }

    /// Another volunteer comes to the counter and scans the badge.
    pub(super) fn sign_on(&mut self, mode: Mode) -> Result<(), ActionError> {
        self.scanner.volunteer = self.chance.of(&self.staff.badges);
        let badge = self.scanner.volunteer;
        self.scan(10, mode, badge)?;
        Ok(())
    }

    /// Records a gift of this donor and takes its pieces in; one that is only offered stays in custody.
    pub(super) fn receive(&mut self, giver: usize, pieces: usize, offered: bool) -> Result<DonationId, ActionError> {
        self.pause();
        let pieces = pieces.min(self.size.items() - self.taken_in);
        let giver = &self.givers[giver];
        let (is_company, new, wares) = (giver.is_company, giver.new, giver.wares);
        let announced = if is_company { self.chance.percent(80.0) } else { self.chance.percent(15.0) };
        let gifts: Vec<Gift> =
            (0..pieces).map(|_| Gift::out_of(wares, new, self.day, &self.catalogue, &mut self.chance)).collect();
        let counted: i64 = gifts.iter().map(|gift| gift.quantity).sum();
        // Some count their things wrong.
        let miscounted = if self.chance.percent(20.0) { self.chance.between(1, 3) } else { 0 };
        let donation = NewDonation {
            origin: giver.origin,
            description: giver.describes.to_owned(),
            pieces_announced: announced.then(|| i32::try_from(counted + miscounted).unwrap_or(i32::MAX)),
            // Whoever offers something to the city in this town wants nothing for the tax office.
            receipt_wanted: self.chance.percent(if is_company { 60.0 } else { 12.0 }) && !offered,
            only_offered: offered,
            came: if is_company { Came::Delivery } else { Came::Bags },
            bags: (!is_company).then(|| i32::try_from(1 + counted / 12).unwrap_or(1)),
            weight: if is_company { format!("{}", 3 + counted / 4) } else { String::new() },
            ..NewDonation::of(giver.id, self.day)
        };
        let (id, code) = record_donation::new(&self.house, &self.staff.treasurer, donation)?;
        self.scan_in(code, id, gifts, offered)?;
        if !offered && self.chance.percent(70.0) {
            let days = self.chance.between(20, 60);
            self.plan(days, Chore::Close(id));
        }
        Ok(id)
    }

    fn scan_in(
        &mut self,
        donation: Code,
        id: DonationId,
        mut gifts: Vec<Gift>,
        in_custody: bool,
    ) -> Result<(), ActionError> {
        // Sorted into piles first, so that a run of equal pieces is one scan each.
        gifts.sort_by_key(|gift| (gift.product, gift.cut, gift.size.clone()));
        self.taken_in += gifts.len();
        self.scan(15, Mode::Intake, donation)?;
        let mut taken = Vec::new();
        let mut last = Said::default();
        for gift in gifts {
            let label = self.label()?;
            let said = self.said(&gift);
            let seconds = self.chance.between(4, 11);
            let mut first = None;
            if self.chance.percent(FOREIGN) {
                self.scan(3, Mode::Intake, "4006381333931")?;
            }
            if self.chance.percent(SLIPS) {
                let wrong = Said { condition: Some(Condition::Worn.to_string()), size: None, ..said.clone() };
                first = Some(self.scan_piece(seconds, Mode::Intake, label, 1, wrong)?);
                self.scan(6, Mode::Intake, Command::Undo.code())?;
                last = Said::default();
            }
            // What was said for the last piece sticks.
            let short = if said == last { Said::default() } else { said.clone() };
            let event = self.scan_piece(seconds, Mode::Intake, label, gift.quantity, short)?;
            if self.chance.percent(TWICE) {
                self.scan(1, Mode::Intake, label)?;
            }
            last = said;
            taken.push(Taken { event, item: ItemId(first.unwrap_or(event).child(0)), label, gift });
        }
        let outcomes = self.outcomes()?;
        for piece in taken {
            if outcomes.get(&piece.event) == Some(&Outcome::Applied) {
                self.shelve(piece, in_custody.then_some(id));
            }
        }
        Ok(())
    }

    /// What a volunteer says about a piece.
    fn said(&self, gift: &Gift) -> Said {
        let product = &self.catalogue.products()[gift.product];
        Said {
            product: Some(product.code.to_string()),
            cut: Some(gift.cut.to_string()),
            size: gift.size.as_ref().map(ToString::to_string),
            condition: Some(gift.condition.to_string()),
            donation: None,
            location: self.shelves.get(&product.group).map(|(_, code)| code.to_string()),
        }
    }

    fn shelve(&mut self, taken: Taken, custody: Option<DonationId>) {
        let Taken { item, label, gift, .. } = taken;
        let place = self.stock.add(Piece {
            label,
            item,
            product: gift.product,
            cut: gift.cut,
            size: gift.size,
            left: gift.quantity,
            is_lot: gift.quantity > 1,
            in_hand: false,
        });
        match custody {
            Some(donation) => self.custody.entry(donation).or_default().push(place),
            None if gift.condition == Condition::NeedsCare => {
                let days = self.chance.between(4, 12);
                self.plan(days, Chore::Wash(place));
            }
            None => self.stock.put_on_shelf(place),
        }
    }

    /// Notes what is to be done in so many days.
    pub(super) fn plan(&mut self, days: i64, chore: Chore) {
        let day = self.day.saturating_add(days.days());
        self.later.entry(day).or_default().push(chore);
    }
}

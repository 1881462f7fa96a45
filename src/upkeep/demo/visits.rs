//! Handing out: households come with their cards, take what is on their lists, and bring some of it back.

use super::chores::Chore;
use super::town::Town;
use crate::actions::ActionError;
use crate::codes::Command;
use crate::domain::EventId;
use crate::domain::catalogue::Cut;
use crate::domain::desk::{Mode, Outcome};
use crate::domain::household::HouseholdState;
use crate::domain::needs::{NeedLine, Urgency};
use crate::domain::sizes::{Fit, Sizes};
use crate::store::needs::{self, NeedRow};

/// So large a part of the pieces finds somebody within the year; the others wait or are too large.
const HANDED_OUT: f64 = 0.64;
/// In so many of 100 pieces the wrong one is scanned and taken back at once …
const SLIPS: f64 = 1.5;
/// … the same one is scanned twice …
const TWICE: f64 = 1.5;
/// … or the coordinator finds out later that it never left.
const NOTICED_LATER: f64 = 0.5;
/// So many of 100 pieces come back, too small or outgrown.
const RETURNED: f64 = 3.0;
/// As many pieces of a shelf as somebody looks through for one line.
const LOOKED_THROUGH: usize = 60;

/// A piece on the counter: its place in the stock, and how many of a lot.
type Chosen = (usize, i64);

impl Town {
    /// An afternoon on which the room is open.
    pub(super) fn open(&mut self) -> Result<(), ActionError> {
        self.sign_on(Mode::Handout)?;
        let mut queue: Vec<usize> = (0..self.families.len()).collect();
        self.chance.shuffle(&mut queue);
        for family in queue {
            let never_came = self.families[family].visits == 0;
            // Four opening days a week do not make anybody come four times.
            let days = (1..=7).filter(|day| self.size.opens_on(weekday(*day))).count() as f64;
            let comes = if never_came { 70.0 } else { self.families[family].eager } / days;
            let has_left = self.families[family].state == HouseholdState::Left;
            if has_left || !self.chance.percent(comes) {
                continue;
            }
            let between = self.chance.between(45, 160);
            self.pass(between);
            self.visit(family)?;
        }
        Ok(())
    }

    fn visit(&mut self, number: usize) -> Result<(), ActionError> {
        self.bring_back(number)?;
        let family = &mut self.families[number];
        let (card, can_come) = (family.card, family.can_come());
        if let Some(old) = family.old_card.take() {
            self.scan(8, Mode::Handout, old)?;
        }
        if !can_come {
            self.scan(8, Mode::Handout, card)?;
            self.outcomes()?;
            return Ok(());
        }
        let chosen = self.choose(number)?;
        if chosen.is_empty() && self.chance.percent(80.0) {
            // Looked around and left.
            return Ok(());
        }
        // Whoever has only few things lays them on the counter before finding the card.
        let pieces_first = (1..=5).contains(&chosen.len()) && self.chance.percent(15.0);
        let mut opened = None;
        if !pieces_first {
            opened = Some(self.scan(8, Mode::Handout, card)?);
        }
        let mut handed: Vec<(EventId, Chosen)> = Vec::new();
        for (place, quantity) in chosen {
            let (label, is_lot) = (self.stock.piece(place).label, self.stock.piece(place).is_lot);
            let seconds = self.chance.between(4, 13);
            let event = self.scan_piece(seconds, Mode::Handout, label, quantity, Default::default())?;
            if !is_lot && !pieces_first && self.chance.percent(SLIPS) {
                self.scan(7, Mode::Handout, Command::Undo.code())?;
                self.stock.take_in_hand(place, false);
                continue;
            }
            if !is_lot && self.chance.percent(TWICE) {
                self.scan(1, Mode::Handout, label)?;
            }
            handed.push((event, (place, quantity)));
        }
        if pieces_first {
            opened = Some(self.scan(8, Mode::Handout, card)?);
        }
        let end = if self.chance.percent(60.0) { Command::Finish.code() } else { card };
        self.scan(15, Mode::Handout, end)?;
        let outcomes = self.outcomes()?;
        let applied = |event: &EventId| outcomes.get(event) == Some(&Outcome::Applied);
        // Pieces that lay on the counter first are booked by the card.
        let by_card = pieces_first && opened.as_ref().is_some_and(applied);
        for (event, (place, quantity)) in handed {
            self.stock.take_in_hand(place, false);
            if by_card || applied(&event) {
                self.gone(number, place, quantity);
            }
        }
        self.families[number].visits += 1;
        Ok(())
    }

    /// A piece has left; perhaps not for ever.
    fn gone(&mut self, family: usize, place: usize, quantity: i64) {
        self.stock.take(place, quantity);
        if self.stock.piece(place).is_lot {
            return;
        }
        self.handed_out += 1;
        if self.chance.percent(RETURNED) {
            self.families[family].to_return.push(place);
        } else if self.chance.percent(NOTICED_LATER) {
            self.plan(1, Chore::TakeBack(place));
        }
    }

    fn bring_back(&mut self, family: usize) -> Result<(), ActionError> {
        let pieces = std::mem::take(&mut self.families[family].to_return);
        let mut scanned = Vec::new();
        for place in pieces {
            let label = self.stock.piece(place).label;
            scanned.push((self.scan(9, Mode::Return, label)?, place));
        }
        if scanned.is_empty() {
            return Ok(());
        }
        let outcomes = self.outcomes()?;
        for (event, place) in scanned {
            if outcomes.get(&event) == Some(&Outcome::Applied) {
                let days = self.chance.between(3, 9);
                self.plan(days, Chore::Wash(place));
            }
        }
        Ok(())
    }

    /// What the household takes today: mostly what is on its list, first what it has none of, and now and then
    /// something that simply pleases.
    fn choose(&mut self, number: usize) -> Result<Vec<Chosen>, ActionError> {
        let family = &self.families[number];
        let (id, people) = (family.id, family.people);
        let supply = HANDED_OUT * self.taken_in as f64 > self.handed_out as f64;
        let most = if supply { (people * self.chance.between(3, 7)).clamp(4, 24) } else { self.chance.between(1, 3) };
        let mut lines: Vec<NeedRow> = self.house.store().read(|db| needs::of_household(db, id))?;
        lines.retain(|row| row.line().is_open());
        self.chance.shuffle(&mut lines);
        lines.sort_by_key(|row| row.urgency != Urgency::None);
        let mut chosen: Vec<Chosen> = Vec::new();
        for row in &lines {
            if chosen.len() as i64 >= most {
                break;
            }
            let found = self.find_for(&row.line());
            chosen.extend(found);
        }
        self.choose_freely(&mut chosen);
        Ok(chosen)
    }

    /// Something that simply pleases, and soap or exercise books that everybody may take.
    fn choose_freely(&mut self, chosen: &mut Vec<Chosen>) {
        let pieces = if self.chance.percent(45.0) { self.chance.between(1, 4) } else { 0 };
        let lots = if self.chance.percent(35.0) { self.chance.between(1, 2) } else { 0 };
        let singles = if pieces > 0 { self.stock.singles() } else { Vec::new() };
        let cartons = if lots > 0 { self.free_cartons() } else { Vec::new() };
        for (from, count) in [(singles, pieces), (cartons, lots)] {
            for _ in 0..if from.is_empty() { 0 } else { count } {
                let place = self.chance.of(&from);
                if self.pleases(place) {
                    let piece = self.stock.piece(place);
                    let quantity = if piece.is_lot { piece.left.min(self.chance.between(1, 4)) } else { 1 };
                    self.stock.take_in_hand(place, true);
                    chosen.push((place, quantity));
                }
            }
        }
    }

    /// Lots without sizes, of which everybody may take some.
    fn free_cartons(&self) -> Vec<usize> {
        let products = 0..self.catalogue.products().len();
        let all = products.flat_map(|product| self.stock.on_shelf(product)).copied();
        all.filter(|place| self.stock.piece(*place).is_lot && self.stock.piece(*place).size.is_none()).collect()
    }

    /// Pieces on the shelf for one line of the list: the best fit of those that somebody looks through.
    fn find_for(&mut self, line: &NeedLine) -> Vec<Chosen> {
        let products = self.catalogue.products();
        let Some(product) = products.iter().position(|known| known.code == line.product) else { return Vec::new() };
        let (known, month) = (&products[product], self.day.month());
        let shelf = self.stock.on_shelf(product);
        if shelf.is_empty() || (!known.season.covers(month) && !self.chance.percent(15.0)) {
            return Vec::new();
        }
        let sizes = Sizes::shipped();
        let wanted = line.size.as_deref().and_then(|text| sizes.read(known, line.cut, text));
        let start = self.chance.between(0, shelf.len() as i64 - 1) as usize;
        let guessed = self.chance.percent(25.0);
        let mut fitting: Vec<(Fit, usize)> = Vec::new();
        for place in shelf.iter().cycle().skip(start).take(shelf.len().min(LOOKED_THROUGH)) {
            let piece = self.stock.piece(*place);
            if piece.in_hand || line.cut.is_some_and(|cut| !cut.takes(piece.cut)) {
                continue;
            }
            let fit = sizes.fits(known, wanted.as_ref(), piece.size.as_ref());
            if fit > Fit::Unknown || (fit == Fit::Unknown && guessed) {
                fitting.push((fit, *place));
            }
        }
        fitting.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        let missing = i64::from(line.missing());
        let mut chosen = Vec::new();
        if let Some((_, lot)) = fitting.iter().find(|(_, place)| self.stock.piece(*place).is_lot) {
            let pieces = missing.min(self.stock.piece(*lot).left).min(10);
            chosen.push((*lot, pieces));
        } else {
            let pieces = missing.min(self.chance.between(1, 3)) as usize;
            chosen.extend(fitting.iter().take(pieces).map(|(_, place)| (*place, 1)));
        }
        for (place, _) in &chosen {
            self.stock.take_in_hand(*place, true);
        }
        chosen
    }

    /// Whether somebody may take this piece without having asked for it: in its season, nothing for babies or the home.
    fn pleases(&self, place: usize) -> bool {
        let piece = self.stock.piece(place);
        let product = &self.catalogue.products()[piece.product];
        !piece.in_hand && !product.special && piece.cut != Cut::B && product.season.covers(self.day.month())
    }
}

fn weekday(day: i8) -> jiff::civil::Weekday {
    jiff::civil::Weekday::from_monday_one_offset(day).unwrap_or(jiff::civil::Weekday::Sunday)
}

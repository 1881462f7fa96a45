//! What the terminal knows about things: the snapshot, and what was booked here since.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::codes::Code;
use crate::domain::catalogue::{Catalogue, Product, ProductCode};
use crate::domain::desk::{self, CountChange, Decision, Draft, Fields, LastSeen, Rules, Scan, Target};
use crate::domain::donation::DonationState;
use crate::domain::household::HouseholdState;
use crate::domain::item::{Condition, ItemState};
use crate::domain::ledger::Standing;
use crate::domain::needs::{NeedLine, state_with};
use crate::domain::snapshot::{Known, KnownHousehold, KnownItem, KnownNeed, Snapshot, name_of};
use crate::domain::stocktake::EXPECTED;
use crate::domain::*;
use crate::texts::Words;

pub struct World {
    taken_at: Option<Timestamp>,
    zone: TimeZone,
    key: [u8; 32],
    catalogue: Catalogue,
    pub rules: Rules,
    known: HashMap<String, Known>,
    blank: HashSet<String>,
    places: HashMap<LocationId, String>,
    /// Where in `known` an item or a household is.
    items: HashMap<ItemId, String>,
    households: HashMap<HouseholdId, String>,
    /// Pieces of lots, which have no label: the lot, and the piece.
    pieces: HashMap<ItemId, (ItemId, KnownItem)>,
    /// Pieces in the order in which they left.
    left: Vec<ItemId>,
    /// What only its code says something of.
    guessed: HashSet<String>,
    names: HashMap<ProductCode, Words>,
    counts: HashMap<LocationId, LocalCount>,
}

/// What was seen here of a place that is counted.
struct LocalCount {
    id: StocktakeId,
    seen: Vec<(EventId, Code, Timestamp)>,
}

impl World {
    pub fn of(snapshot: Option<Snapshot>) -> World {
        let mut world = World {
            taken_at: None,
            zone: TimeZone::system(),
            key: [0; 32],
            catalogue: Catalogue::shipped().clone(),
            rules: Rules::default(),
            known: HashMap::new(),
            blank: HashSet::new(),
            places: HashMap::new(),
            items: HashMap::new(),
            households: HashMap::new(),
            pieces: HashMap::new(),
            left: Vec::new(),
            guessed: HashSet::new(),
            names: HashMap::new(),
            counts: HashMap::new(),
        };
        let Some(snapshot) = snapshot else { return world };
        for (name, known) in &snapshot.known {
            match known {
                Known::Item(item) => drop(world.items.insert(item.id, name.clone())),
                Known::Household(household) => drop(world.households.insert(household.id, name.clone())),
                _ => {}
            }
        }
        world.taken_at = Some(snapshot.taken_at);
        world.zone = TimeZone::get(&snapshot.zone).unwrap_or_else(|_| TimeZone::system());
        world.key = snapshot.key;
        world.catalogue = Catalogue::of(snapshot.groups, snapshot.products);
        world.rules = snapshot.rules;
        world.known = snapshot.known;
        world.blank = snapshot.blank.into_iter().collect();
        world.places = snapshot.places;
        world
    }

    pub fn keep_counts_of(&mut self, old: World) {
        self.counts = old.counts;
    }

    pub fn stands_in(&mut self, zone: TimeZone) {
        self.zone = zone;
    }

    pub fn taken_at(&self) -> Option<Timestamp> {
        self.taken_at
    }

    pub fn clock(&self, at: Timestamp, now: Timestamp) -> String {
        let form = if self.day(at) == self.day(now) { "%H:%M" } else { "%d.%m. %H:%M" };
        at.to_zoned(self.zone.clone()).strftime(form).to_string()
    }

    pub fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    pub fn known(&self, code: Code) -> Option<&Known> {
        self.known.get(&name_of(&self.key, code))
    }

    pub fn is_blank(&self, code: Code) -> bool {
        self.blank.contains(&name_of(&self.key, code))
    }

    pub fn is_guessed(&self, code: Code) -> bool {
        self.guessed.contains(&name_of(&self.key, code))
    }

    pub fn guess_blank(&mut self, code: Code) {
        let name = name_of(&self.key, code);
        self.blank.insert(name.clone());
        self.guessed.insert(name);
    }

    pub fn guess(&mut self, code: Code, known: Known) {
        let name = name_of(&self.key, code);
        match &known {
            Known::Item(item) => drop(self.items.insert(item.id, name.clone())),
            Known::Household(household) => drop(self.households.insert(household.id, name.clone())),
            _ => {}
        }
        self.known.insert(name.clone(), known);
        self.guessed.insert(name);
    }

    pub fn name(&mut self, product: ProductCode, words: Words) {
        self.names.insert(product, words);
    }

    pub fn place(&mut self, id: LocationId, name: String) {
        self.places.insert(id, name);
    }

    pub fn place_name(&self, id: LocationId) -> Option<&String> {
        self.places.get(&id)
    }

    pub fn offer(&mut self, product: Product) {
        let mut products = self.catalogue.products().to_vec();
        products.push(product);
        self.catalogue = Catalogue::of(self.catalogue.groups().to_vec(), products);
    }

    pub fn household(&self, id: HouseholdId, card: Code) -> Option<desk::Household> {
        match self.known.get(self.households.get(&id)?)? {
            Known::Household(known) => Some(desk::Household { ready: self.ready(id), ..household(known, card) }),
            _ => None,
        }
    }

    pub fn donation(&self, id: DonationId) -> Option<DonationState> {
        self.known.values().find_map(|known| match known {
            Known::Donation { id: its, state } if *its == id => Some(*state),
            _ => None,
        })
    }

    /// The item with all that the rules ask about it.
    pub fn item(&self, id: ItemId, code: Option<Code>) -> Option<desk::Item> {
        let mut item = self.desk_item(self.known_item(id)?, code);
        let out = |piece: &&ItemId| {
            let (lot, known) = &self.pieces[*piece];
            *lot == id && known.standing.state == ItemState::HandedOut
        };
        let piece = self.left.iter().rev().find(out);
        item.piece_out = piece.map(|piece| Box::new(self.desk_item(&self.pieces[piece].1, None)));
        Some(item)
    }

    pub fn known_item(&self, id: ItemId) -> Option<&KnownItem> {
        match self.items.get(&id).and_then(|name| self.known.get(name)) {
            Some(Known::Item(item)) => Some(item),
            _ => self.pieces.get(&id).map(|(_, piece)| piece),
        }
    }

    fn known_item_mut(&mut self, id: ItemId) -> Option<&mut KnownItem> {
        match self.items.get(&id).and_then(|name| self.known.get_mut(name)) {
            Some(Known::Item(item)) => Some(item),
            _ => self.pieces.get_mut(&id).map(|(_, piece)| piece),
        }
    }

    fn desk_item(&self, known: &KnownItem, code: Option<Code>) -> desk::Item {
        let product = self.catalogue.product(known.product.as_str()).map(|product| product.names.clone());
        let words = product.or_else(|| self.names.get(&known.product).cloned());
        desk::Item {
            id: known.id,
            code,
            words: words.unwrap_or_else(|| Words::new(known.product.to_string(), known.product.to_string())),
            standing: known.standing.clone(),
            product: known.product.clone(),
            cut: known.cut,
            size: known.size.clone(),
            condition: known.condition,
            donation: known.donation,
            last_visit: known.last_visit,
            handed_out_on: known.handed_out_on,
            location: known.standing.location.and_then(|id| self.places.get(&id).cloned()),
            piece_out: None,
        }
    }

    /// Books a draft as the ledger would. `out` says in which visit and on which day a piece is out that a reversal sends
    /// out again.
    pub fn apply(&mut self, draft: &Draft, at: Timestamp, out: Option<(Option<VisitId>, Option<Date>)>) {
        let today = self.day(at);
        let (id, label, lot) = match draft.target {
            Target::Item(id) => (id, None, None),
            Target::New { item, label } => (item, Some(label), None),
            Target::PieceOf { item, lot } => (item, None, Some(lot)),
        };
        let before = self.known_item(id).map(|item| item.standing.clone());
        let is_out = draft.after.state == ItemState::HandedOut;
        let (visit, day) = match out.filter(|_| draft.reverses.is_some()) {
            Some(out) => out,
            None => (draft.visit, Some(today)),
        };
        let (visit, day) = if is_out { (visit, day) } else { (None, None) };
        if let Some(item) = self.known_item_mut(id) {
            item.standing = draft.after.clone();
            (item.last_visit, item.handed_out_on) = (visit, day);
            if let Some(Fields { product: Some(product), cut, size, condition, donation, .. }) = draft.details.clone() {
                (item.product, item.cut, item.size, item.donation) = (product, cut, size, donation);
                item.condition = condition.unwrap_or(Condition::Good);
            }
        } else if let Some(Fields { product: Some(product), cut, size, condition, donation, .. }) =
            draft.details.clone()
        {
            let item = KnownItem {
                id,
                product,
                cut,
                size,
                condition: condition.unwrap_or(Condition::Good),
                donation,
                standing: draft.after.clone(),
                last_visit: visit,
                handed_out_on: day,
            };
            self.insert(item, label, lot);
        }
        self.tick(before.as_ref(), &draft.after);
    }

    fn insert(&mut self, item: KnownItem, label: Option<Code>, lot: Option<ItemId>) {
        if let Some(code) = label {
            let name = name_of(&self.key, code);
            self.blank.remove(&name);
            self.items.insert(item.id, name.clone());
            self.known.insert(name, Known::Item(item));
        } else if let Some(lot) = lot {
            self.left.push(item.id);
            self.pieces.insert(item.id, (lot, item));
        }
    }

    /// Brings the lines of needs lists up to date that an item met or was laid aside for, before or after its entry.
    fn tick(&mut self, before: Option<&Standing>, after: &Standing) {
        let meant = |standing: &Standing| {
            let counts = matches!(standing.state, ItemState::HandedOut | ItemState::Reserved);
            standing.need.filter(|_| counts)
        };
        let pieces = |standing: Option<&Standing>, line: NeedId| {
            let fulfils = standing.and_then(Standing::fulfils).filter(|(need, _)| *need == line);
            fulfils.map_or(0, |(_, pieces)| pieces)
        };
        let lines = [before.and_then(meant), meant(after)];
        let second = lines[1].filter(|line| lines[0] != Some(*line));
        for line in lines[0].into_iter().chain(second) {
            let aside = self.laid_aside(line);
            let more = pieces(Some(after), line) - pieces(before, line);
            for household in self.known.values_mut() {
                let Known::Household(household) = household else { continue };
                for need in household.needs.iter_mut().filter(|need| need.id == line) {
                    need.got += more;
                    need.state = state_with(need.state, need.wanted, need.got, aside.into());
                }
            }
        }
    }

    /// Pieces that lie ready for this line.
    pub fn laid_aside(&self, line: NeedId) -> i32 {
        let ready = self.items().filter(|item| item.standing.state == ItemState::Reserved);
        ready.filter(|item| item.standing.need == Some(line)).map(|item| item.standing.quantity).sum()
    }

    /// Pieces that lie ready for this household, for whatever line.
    fn ready(&self, household: HouseholdId) -> i64 {
        let ready = self.items().map(|item| &item.standing).filter(|standing| standing.state == ItemState::Reserved);
        ready.filter(|it| it.household == Some(household)).map(|it| i64::from(it.quantity)).sum()
    }

    /// A line of a household that may come.
    pub fn line(&self, id: NeedId) -> Option<(HouseholdId, &KnownNeed)> {
        self.known.values().find_map(|known| match known {
            Known::Household(household) if household.state == HouseholdState::Active => {
                household.needs.iter().find(|need| need.id == id).map(|need| (household.id, need))
            }
            _ => None,
        })
    }

    /// Every piece with a label.
    pub fn items(&self) -> impl Iterator<Item = &KnownItem> {
        self.known.values().filter_map(|known| match known {
            Known::Item(item) => Some(item),
            _ => None,
        })
    }

    /// Keeps what a decision says about a stocktake.
    pub fn count(&mut self, decision: &Decision, scan: &Scan) {
        match &decision.count {
            Some(CountChange::Open { id, place }) => {
                self.counts.entry(*place).or_insert_with(|| LocalCount { id: *id, seen: Vec::new() });
            }
            Some(CountChange::Seen { stocktake, code, .. }) => {
                let count = self.counts.values_mut().find(|count| count.id == *stocktake);
                count.into_iter().for_each(|count| count.seen.push((scan.event_id, *code, scan.occurred_at)));
            }
            Some(CountChange::NotSeen { stocktake, event }) => {
                let count = self.counts.values_mut().find(|count| count.id == *stocktake);
                count.into_iter().for_each(|count| count.seen.retain(|(seen, ..)| seen != event));
            }
            None => {}
        }
    }

    /// The stocktake of this place, as far as it was done here.
    pub fn count_of(&self, place: LocationId, code: Option<Code>) -> desk::Count {
        let expected: Vec<&String> = self.items_at(place).collect();
        let Some(count) = self.counts.get(&place) else {
            return desk::Count { expected: expected.len() as i64, ..desk::Count::default() };
        };
        let names: HashSet<String> = count.seen.iter().map(|(_, code, _)| name_of(&self.key, *code)).collect();
        let last = count.seen.last().map(|(event, code, at)| LastSeen {
            event: *event,
            code: *code,
            at: *at,
            stays: count.seen.iter().filter(|(_, other, _)| other == code).count() > 1,
        });
        desk::Count {
            id: Some(count.id),
            expected: expected.len() as i64,
            seen: expected.iter().filter(|name| names.contains(**name)).count() as i64,
            begun: !count.seen.is_empty(),
            again: code.is_some_and(|code| count.seen.iter().any(|(_, seen, _)| *seen == code)),
            last,
            holds_places: false,
        }
    }

    fn items_at(&self, place: LocationId) -> impl Iterator<Item = &String> {
        self.known.iter().filter_map(move |(name, known)| match known {
            Known::Item(item) => {
                let here = item.standing.location == Some(place) && EXPECTED.contains(&item.standing.state);
                here.then_some(name)
            }
            _ => None,
        })
    }
}

fn household(known: &KnownHousehold, card: Code) -> desk::Household {
    let line = |need: &KnownNeed| NeedLine {
        id: need.id,
        member: None,
        product: need.product.clone(),
        cut: need.cut,
        size: need.size.clone(),
        wanted: need.wanted,
        got: need.got,
        state: need.state,
        recorded_at: need.recorded_at,
    };
    desk::Household {
        id: known.id,
        state: known.state,
        people: known.people,
        card,
        last_visit_on: known.last_visit_on,
        ready: 0,
        needs: known.needs.iter().map(line).collect(),
    }
}

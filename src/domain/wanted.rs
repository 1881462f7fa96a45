//! What donors are asked for: levels and never counts, so that nobody can find a household in them (law reference 2.4, rule
//! SDC-5, items 3, 5 and 9).
//!
//! What is public is worked out at fixed moments, from numbers that lag behind ([`Numbers::follow`]): households and what they
//! want move only when at least [`K`] households have come or gone since they last moved. Stock rises by gifts and is followed;
//! it falls by visits, and is followed only when it has fallen by more than [`K`] households are counted with. So one
//! household more or less, or one visit, changes nothing by itself, and whoever watches the page from day to day sees at least
//! [`K`] households change together or none.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::HouseholdId;
use super::catalogue::{Catalogue, Cut, Product, ProductCode, Season};
use super::missing::{self, Open, Source, Supply};
use super::sizes::Sizes;

/// No fewer households may stand behind anything that is public.
pub const K: i64 = 5;
/// From so many households on something is shown. Its number may lag behind by fewer than [`K`], so that at least [`K`] are
/// really there at the moment of publication.
pub const SHOWN_FROM: i64 = 2 * K - 1;
/// With no more pieces of one product a household is counted, however many it waits for.
pub const MOST: i64 = 10;
/// So many free pieces of one product are enough, whoever needs them.
pub const PLENTY: i64 = 60;
/// Days before its season begins in which a product is asked for already.
const AHEAD: i64 = 42;

stable_words! {
    /// How much something is needed. Never how many.
    pub enum Level {
        Urgent = "urgent",
        Needed = "needed",
        Enough = "enough",
    }
}

/// What one household waits for, of one product in one cut and size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    pub household: HouseholdId,
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub pieces: i64,
}

/// The numbers behind a level. They stay in the house; pieces are rounded to five.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    pub households: i64,
    /// Pieces, of no household more than [`MOST`].
    pub wanted: i64,
    /// Pieces of `wanted` that stock or what comes can meet.
    pub met: i64,
    pub free: i64,
    /// One household holds more than half of `wanted`, or two more than three quarters (SDC-5, item 3).
    pub dominated: bool,
}

fn to_five(pieces: i64) -> i64 {
    (pieces + 2) / 5 * 5
}

/// Pieces on a shelf after a look at the real ones.
fn follow_stock(before: i64, now: i64) -> i64 {
    let rose = now - before >= K.max(before / 10);
    let fell = before - now >= K * MOST;
    if rose || fell { to_five(now) } else { before }
}

impl Counts {
    /// Whether enough households have come or gone that what they want may be said anew.
    fn may_move(self, real: Counts) -> bool {
        (real.households - self.households).abs() >= K
    }

    /// These numbers after a look at the real ones, of which `met` is reckoned from what was wanted when these were taken.
    fn follow(self, real: Counts) -> Counts {
        let (met, free) = (follow_stock(self.met, real.met), follow_stock(self.free, real.free));
        match self.may_move(real) {
            true => Counts { wanted: to_five(real.wanted), met: to_five(real.met), free: to_five(real.free), ..real },
            false => Counts { met, free, ..self },
        }
    }

    fn is_shown(self) -> bool {
        self.households >= SHOWN_FROM && !self.dominated
    }

    fn short(self) -> i64 {
        (self.wanted - self.met).max(0)
    }

    /// The level of a product; `None`: nothing is said about it.
    pub fn level(self) -> Option<Level> {
        let short = self.short();
        match self.is_shown() {
            true if short * 3 >= self.wanted * 2 => Some(Level::Urgent),
            true if short * 5 >= self.wanted => Some(Level::Needed),
            true if self.free >= 3 * self.wanted => Some(Level::Enough),
            false if self.free >= PLENTY => Some(Level::Enough),
            _ => None,
        }
    }

    /// Whether a size may be named: enough households behind it, and a third of what they need is not there.
    pub fn names_a_size(self) -> bool {
        let short = self.short();
        self.is_shown() && short > 0 && short * 3 >= self.wanted
    }
}

/// What households want of one thing: with whom it stands and falls.
#[derive(Default)]
struct Tally(BTreeMap<HouseholdId, i64>);

impl Tally {
    fn counts(&self) -> Counts {
        let wanted: i64 = self.0.values().sum();
        let mut each: Vec<i64> = self.0.values().copied().collect();
        each.sort_unstable_by(|a, b| b.cmp(a));
        let first: i64 = each.iter().take(1).sum();
        let two: i64 = each.iter().take(2).sum();
        let dominated = first * 2 > wanted || two * 4 > wanted * 3;
        Counts { households: i64::try_from(each.len()).unwrap_or(i64::MAX), wanted, dominated, ..Counts::default() }
    }
}

/// One product in one cut and size; as a key of a file.
fn key(product: &str, cut: Option<Cut>, size: Option<&str>) -> String {
    format!("{product}|{}|{}", cut.map_or("", Cut::word), size.unwrap_or_default())
}

fn read_key(key: &str) -> Option<(&str, Option<Cut>, &str)> {
    let mut parts = key.splitn(3, '|');
    Some((parts.next()?, parts.next()?.parse().ok(), parts.next()?))
}

/// All numbers of one moment: of products, and of products in one cut and size.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Numbers {
    pub products: BTreeMap<String, Counts>,
    pub sizes: BTreeMap<String, Counts>,
    /// What `wanted` of each product was made of when it was taken, by cut and size.
    asked: BTreeMap<String, i64>,
}

impl Numbers {
    /// What households really want now.
    pub fn of(shares: &[Share]) -> Numbers {
        let (mut products, mut sizes) = (BTreeMap::<String, Tally>::new(), BTreeMap::<String, Tally>::new());
        let mut numbers = Numbers::default();
        for share in shares.iter().filter(|share| share.pieces > 0) {
            let held = products.entry(share.product.to_string()).or_default().0.entry(share.household).or_default();
            let pieces = share.pieces.min(MOST - *held);
            *held += pieces;
            let key = key(share.product.as_str(), share.cut, share.size.as_deref());
            *numbers.asked.entry(key.clone()).or_default() += pieces;
            if share.size.is_some() {
                *sizes.entry(key).or_default().0.entry(share.household).or_default() += pieces;
            }
        }
        numbers.products = products.into_iter().map(|(code, tally)| (code, tally.counts())).collect();
        numbers.sizes = sizes.into_iter().map(|(key, tally)| (key, tally.counts())).collect();
        numbers
    }

    /// These numbers after a look at the real ones and at what is there and will come. Stock is always set against what was
    /// wanted when that was last taken, never against what is wanted now.
    pub fn follow(&self, real: &Numbers, supply: &[Supply], catalogue: &Catalogue) -> Numbers {
        let of = |numbers: &BTreeMap<String, Counts>, key: &str| numbers.get(key).copied().unwrap_or_default();
        let moves = |key: &str| {
            let product = key.split('|').next().unwrap_or_default();
            of(&self.products, product).may_move(of(&real.products, product))
        };
        let kept = self.asked.iter().filter(|(key, _)| !moves(key));
        let asked: BTreeMap<String, i64> =
            kept.chain(real.asked.iter().filter(|(key, _)| moves(key))).map(|(key, n)| (key.clone(), *n)).collect();
        let open: Vec<Open> = asked.iter().filter_map(|(key, pieces)| open(key, *pieces)).collect();
        let mut met: BTreeMap<String, i64> = BTreeMap::new();
        for line in missing::balance(catalogue, &open, supply) {
            *met.entry(line.product.to_string()).or_default() += line.in_stock + line.coming;
        }
        let (mut free, mut of_size) = (BTreeMap::<String, i64>::new(), BTreeMap::<String, i64>::new());
        for one in supply {
            if one.source == Source::Stock {
                *free.entry(one.product.to_string()).or_default() += one.pieces;
            }
            *of_size.entry(key(one.product.as_str(), one.cut, one.size.as_deref())).or_default() += one.pieces;
        }
        let follow = |before: &BTreeMap<String, Counts>,
                      real: &BTreeMap<String, Counts>,
                      met: &BTreeMap<String, i64>,
                      free: &BTreeMap<String, i64>| {
            let keys: BTreeSet<&String> = before.keys().chain(real.keys()).chain(free.keys()).collect();
            let number = |of: &BTreeMap<String, i64>, key| of.get(key).copied().unwrap_or_default();
            keys.into_iter()
                .map(|key| {
                    let real = Counts { met: number(met, key), free: number(free, key), ..of(real, key) };
                    (key.clone(), of(before, key).follow(real))
                })
                .filter(|(_, counts)| *counts != Counts::default())
                .collect()
        };
        Numbers {
            products: follow(&self.products, &real.products, &met, &free),
            // Of a size only the pieces in exactly this size count.
            sizes: follow(&self.sizes, &real.sizes, &of_size, &BTreeMap::new()),
            asked,
        }
    }

    /// What these numbers say to the public in this month: products of the season, most urgent first. Nothing about
    /// pregnancy, care or incontinence.
    pub fn lines(&self, catalogue: &Catalogue) -> Vec<Asked> {
        let known = catalogue.products().iter().filter(|product| product.active && !product.special);
        let mut lines: Vec<Asked> = known
            .filter_map(|product| {
                let level = self.products.get(product.code.as_str())?.level()?;
                let sizes = if level == Level::Enough { Vec::new() } else { self.sizes_of(product) };
                Some(Asked { product: product.code.clone(), level, sizes, standing: false })
            })
            .collect();
        lines.sort_by_key(|line| line.level);
        lines
    }

    fn sizes_of(&self, product: &Product) -> Vec<AskedSize> {
        let begins = format!("{}|", product.code);
        let named = self.sizes.range(begins.clone()..).take_while(|(key, _)| key.starts_with(&begins));
        let mut sizes: Vec<_> = named
            .filter(|(_, counts)| counts.names_a_size())
            .filter_map(|(key, _)| {
                let (_, cut, size) = read_key(key)?;
                let size = size.to_owned();
                Some((cut, Sizes::shipped().read(product, cut, &size), AskedSize { cut, size }))
            })
            .collect();
        sizes.sort_by(|a, b| (a.0, &a.1, &a.2.size).cmp(&(b.0, &b.1, &b.2.size)));
        sizes.into_iter().map(|(_, _, size)| size).collect()
    }
}

/// What is asked for under a key, to be set against what is there.
fn open(key: &str, pieces: i64) -> Option<Open> {
    let (product, cut, size) = read_key(key)?;
    let size = Some(size.to_owned()).filter(|size| !size.is_empty());
    Some(Open { product: product.parse().ok()?, cut, size, pieces, urgent: 0, households: 0 })
}

/// One thing that donors are asked for, or asked to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub product: ProductCode,
    pub level: Level,
    pub sizes: Vec<AskedSize>,
    /// A person in the house said so: welcome at any time, or please not now.
    #[serde(default)]
    pub standing: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedSize {
    pub cut: Option<Cut>,
    pub size: String,
}

/// What a person in the house says about products, whatever the needs lists say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Always welcome, with the sizes that the person wrote, separated by commas.
    pub welcome: BTreeMap<ProductCode, String>,
    pub not_now: BTreeSet<ProductCode>,
}

impl Marks {
    /// The lines with the marks on them. Products outside of their season are left out, unless somebody marked them.
    pub fn on(&self, lines: &[Asked], catalogue: &Catalogue, day: jiff::civil::Date) -> Vec<Asked> {
        let mut shown: Vec<Asked> = lines
            .iter()
            .filter(|line| !self.not_now.contains(&line.product) && !self.welcome.contains_key(&line.product))
            .filter(|line| {
                catalogue.product(line.product.as_str()).is_some_and(|product| is_asked_on(product.season, day))
            })
            .cloned()
            .collect();
        for (code, sizes) in &self.welcome {
            let published = lines.iter().find(|line| &line.product == code && line.level != Level::Enough);
            let typed = sizes.split(',').map(str::trim).filter(|size| !size.is_empty());
            let mut sizes: Vec<AskedSize> = typed.map(|size| AskedSize { cut: None, size: size.to_owned() }).collect();
            sizes.extend(published.iter().flat_map(|line| line.sizes.clone()));
            let level = published.map_or(Level::Needed, |line| line.level);
            shown.push(Asked { product: code.clone(), level, sizes, standing: true });
        }
        shown.extend(self.not_now.iter().map(|code| Asked {
            product: code.clone(),
            level: Level::Enough,
            sizes: Vec::new(),
            standing: true,
        }));
        let place = |code: &ProductCode| catalogue.products().iter().position(|product| &product.code == code);
        shown.retain(|line| catalogue.product(line.product.as_str()).is_some());
        shown.sort_by_key(|line| (line.level, place(&line.product)));
        shown
    }
}

/// Whether something of this season is asked for on this day: in the season and some weeks before it.
pub fn is_asked_on(season: Season, day: jiff::civil::Date) -> bool {
    let ahead = day.saturating_add(jiff::Span::new().days(AHEAD));
    season.covers(day.month()) || season.covers(ahead.month())
}

/// What became of one product from one publication to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub product: ProductCode,
    /// `None`: it is no longer spoken of.
    pub level: Option<Level>,
}

/// What changed between two publications.
pub fn changes(before: &[Asked], after: &[Asked]) -> Vec<Change> {
    let level =
        |lines: &[Asked], code: &ProductCode| lines.iter().find(|line| &line.product == code).map(|line| line.level);
    let new = after.iter().filter(|line| level(before, &line.product) != Some(line.level));
    let gone = before.iter().filter(|line| level(after, &line.product).is_none());
    new.map(|line| Change { product: line.product.clone(), level: Some(line.level) })
        .chain(gone.map(|line| Change { product: line.product.clone(), level: None }))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counts(households: i64, wanted: i64, met: i64, free: i64) -> Counts {
        Counts { households, wanted, met, free, dominated: false }
    }

    #[test]
    fn levels_follow_from_what_is_short() {
        assert_eq!(counts(8, 30, 0, 0).level(), None, "too few households");
        assert_eq!(counts(9, 30, 0, 0).level(), Some(Level::Urgent));
        assert_eq!(counts(9, 30, 10, 10).level(), Some(Level::Urgent));
        assert_eq!(counts(9, 30, 24, 24).level(), Some(Level::Needed));
        assert_eq!(counts(9, 30, 25, 40).level(), None, "neither short nor plenty");
        assert_eq!(counts(9, 30, 30, 90).level(), Some(Level::Enough));
        assert_eq!(counts(0, 0, 0, PLENTY).level(), Some(Level::Enough));
        assert!(counts(9, 9, 6, 0).names_a_size() && !counts(8, 9, 0, 0).names_a_size());
        let dominated = Counts { dominated: true, ..counts(9, 30, 0, 0) };
        assert!(dominated.level().is_none() && !dominated.names_a_size());
    }

    fn share(household: HouseholdId, size: &str, pieces: i64) -> Share {
        let product = "jeans".parse().expect("a code");
        Share { household, product, cut: Some(Cut::K), size: Some(size.to_owned()), pieces }
    }

    fn stock(size: &str, pieces: i64) -> Supply {
        let product = "jeans".parse().expect("a code");
        Supply { product, cut: Some(Cut::K), size: Some(size.to_owned()), pieces, source: Source::Stock }
    }

    fn ids(count: usize) -> Vec<HouseholdId> {
        (1..=count).map(|at| HouseholdId(uuid::Uuid::from_u128(at as u128))).collect()
    }

    #[test]
    fn nothing_is_said_where_one_or_two_households_hold_most() {
        let of = |pieces: &[i64]| {
            let ids = ids(pieces.len());
            let shares: Vec<Share> = ids.into_iter().zip(pieces).map(|(id, n)| share(id, "104", *n)).collect();
            Numbers::of(&shares).products["jeans"]
        };
        let many = of(&[70, 2, 2, 2, 2, 2, 2, 2, 2]);
        assert_eq!(
            (many.households, many.wanted, many.dominated),
            (9, MOST + 16, false),
            "one counts with ten at most"
        );
        assert!(of(&[70, 1, 1, 1, 1, 1, 1, 1, 1]).dominated, "10 of 18");
        assert!(of(&[10, 10, 1, 1, 1, 1, 1, 1]).dominated, "20 of 26");
        assert!(!of(&[10, 10, 1, 1, 1, 1, 1, 1, 1]).dominated, "20 of 27");
    }

    #[test]
    fn nothing_special_is_ever_published_from_needs() {
        let catalogue = Catalogue::shipped();
        let special = catalogue.products().iter().find(|product| product.special).expect("one");
        let mut numbers = Numbers::default();
        numbers.products.insert(special.code.to_string(), counts(50, 50, 0, 0));
        numbers.products.insert("socken".to_owned(), counts(50, 50, 0, 0));
        let lines = numbers.lines(catalogue);
        assert_eq!(lines.iter().map(|line| line.product.as_str()).collect::<Vec<_>>(), ["socken"]);
        let marks = Marks { welcome: [(special.code.clone(), String::new())].into(), ..Marks::default() };
        let day = jiff::civil::date(2026, 11, 23);
        let shown = marks.on(&lines, catalogue, day);
        assert!(shown.iter().any(|line| line.product == special.code && line.level == Level::Needed && line.standing));
    }

    #[test]
    fn winter_things_are_asked_for_from_autumn_on() {
        let on = |month, day| is_asked_on(Season::Winter, jiff::civil::date(2026, month, day));
        assert_eq!([on(7, 1), on(8, 25), on(11, 1), on(3, 31), on(4, 1)], [false, true, true, true, false]);
    }

    /// What happens in a house between two nights.
    #[derive(Clone, Debug)]
    enum Event {
        /// A household fetches so many pieces of what it waits for, and more besides.
        Visit(usize, i64),
        Asks(usize, i64),
        Gift(i64),
    }

    fn event() -> impl Strategy<Value = Event> {
        prop_oneof![
            3 => (0..30usize, 1..20i64).prop_map(|(who, pieces)| Event::Visit(who, pieces)),
            3 => (0..30usize, 1..30i64).prop_map(|(who, pieces)| Event::Asks(who, pieces)),
            1 => (1..60i64).prop_map(Event::Gift),
        ]
    }

    fn said(numbers: &Numbers) -> Vec<Asked> {
        numbers.lines(Catalogue::shipped())
    }

    proptest! {
        /// Night after night with one event each: whatever one visit takes from the stock, and whatever one household asks
        /// for, the page changes only when K households have changed, or the stock fell by more than K households count
        /// for, or a gift came; and what is shown has K households behind it.
        #[test]
        fn a_change_is_never_one_household_alone(events in prop::collection::vec(event(), 1..120)) {
            let (catalogue, ids) = (Catalogue::shipped(), ids(30));
            let (mut waits, mut free) = ([0i64; 30], 0i64);
            let mut lagging = Numbers::default();
            for event in events {
                match event {
                    Event::Visit(who, pieces) => {
                        free = (free - pieces).max(0);
                        waits[who] = (waits[who] - pieces).max(0);
                    }
                    Event::Asks(who, pieces) => waits[who] += pieces,
                    Event::Gift(pieces) => free += pieces,
                }
                let shares: Vec<Share> =
                    ids.iter().zip(waits).map(|(id, pieces)| share(*id, "104", pieces)).collect();
                let real = Numbers::of(&shares);
                let next = lagging.follow(&real, &[stock("104", free)], catalogue);
                let count = |numbers: &Numbers| numbers.products.get("jeans").copied().unwrap_or_default();
                let (before, after, now) = (count(&lagging), count(&next), count(&real));
                if said(&next) != said(&lagging) && !matches!(event, Event::Gift(_)) {
                    let moved = (now.households - before.households).abs() >= K
                        || before.free - free >= K * MOST
                        || before.met - free >= K * MOST;
                    prop_assert!(moved, "{before:?} became {after:?} by {event:?}");
                }
                if after.level().is_some_and(|level| level != Level::Enough) {
                    prop_assert!(now.households >= K, "{after:?} is shown over {now:?}");
                }
                prop_assert!([after.wanted, after.met, after.free].iter().all(|pieces| pieces % 5 == 0));
                lagging = next;
            }
        }

        /// One visit alone is seen by nobody: neither that the household no longer waits, nor what it took.
        #[test]
        fn one_visit_is_not_seen(households in 1..30usize, each in 1..12i64, free in 0..120i64, takes in 1..45i64) {
            let (catalogue, ids) = (Catalogue::shipped(), ids(30));
            let of = |first: i64| {
                let waits = ids.iter().take(households).enumerate();
                Numbers::of(&waits.map(|(at, id)| share(*id, "104", if at == 0 { first } else { each })).collect::<Vec<_>>())
            };
            let lagging = Numbers::default().follow(&of(each), &[stock("104", free)], catalogue);
            let after = of((each - takes).max(0));
            let next = lagging.follow(&after, &[stock("104", (free - takes).max(0))], catalogue);
            prop_assert_eq!(next, lagging);
        }
    }
}

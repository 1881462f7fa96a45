//! What donors are asked for: levels and never counts, so that nobody can find a household in them (law reference 2.4, rule
//! SDC-5, item 9).
//!
//! What is public is worked out at fixed moments, from numbers that lag behind ([`Counts::follow`]): a number of households
//! moves only when at least [`K`] have come or gone since it last moved. So one household more or less changes nothing by
//! itself, and whoever watches the page from day to day sees at least [`K`] households change together or none.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::catalogue::{Catalogue, Cut, Product, ProductCode, Season};
use super::missing;
use super::sizes::Sizes;

/// No fewer households may stand behind anything that is public.
pub const K: i64 = 5;
/// From so many households on something is shown. Its number may lag behind by fewer than [`K`], so that at least [`K`] are
/// really there at the moment of publication.
pub const SHOWN_FROM: i64 = 2 * K - 1;
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

/// The numbers behind a level. They stay in the house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub households: i64,
    pub wanted: i64,
    /// Pieces of `wanted` that neither stock nor what comes can meet.
    pub short: i64,
    pub free: i64,
}

impl Counts {
    /// These numbers after a look at the real ones. The households move only when [`K`] of them have come or gone, the pieces
    /// also when the stock has moved by [`K`] pieces and a tenth.
    pub fn follow(self, real: Counts) -> Counts {
        if (real.households - self.households).abs() >= K {
            return real;
        }
        if (real.free - self.free).abs() >= K.max(self.free / 10) {
            return Counts { households: self.households, ..real };
        }
        self
    }

    fn is_shown(self) -> bool {
        self.households >= SHOWN_FROM
    }

    /// The level of a product; `None`: nothing is said about it.
    pub fn level(self) -> Option<Level> {
        match self.is_shown() {
            true if self.short * 3 >= self.wanted * 2 => Some(Level::Urgent),
            true if self.short * 5 >= self.wanted => Some(Level::Needed),
            true if self.free >= 3 * self.wanted => Some(Level::Enough),
            false if self.free >= PLENTY => Some(Level::Enough),
            _ => None,
        }
    }

    /// Whether a size may be named: enough households behind it, and a third of what they need is not there.
    pub fn names_a_size(self) -> bool {
        self.is_shown() && self.short > 0 && self.short * 3 >= self.wanted
    }
}

/// One product in one cut and size; as a key of a file.
fn key(line: &missing::Line) -> String {
    format!("{}|{}|{}", line.product, line.cut.map_or("", Cut::word), line.size.as_deref().unwrap_or_default())
}

/// All numbers of one moment: of products, and of products in one cut and size.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    pub products: BTreeMap<String, Counts>,
    pub sizes: BTreeMap<String, Counts>,
}

impl Numbers {
    /// The numbers as they really are. `households` of each product, and `free` pieces of each.
    pub fn of(lines: &[missing::Line], households: &[(ProductCode, i64)], free: &[(ProductCode, i64)]) -> Numbers {
        let mut numbers = Numbers::default();
        for line in lines {
            let product = numbers.products.entry(line.product.to_string()).or_default();
            product.wanted += line.wanted;
            product.short += line.missing();
            if line.size.is_some() {
                let counts =
                    Counts { households: line.households, wanted: line.wanted, short: line.missing(), free: line.free };
                numbers.sizes.insert(key(line), counts);
            }
        }
        for (product, count) in households {
            numbers.products.entry(product.to_string()).or_default().households = *count;
        }
        for (product, pieces) in free {
            numbers.products.entry(product.to_string()).or_default().free += pieces;
        }
        numbers
    }

    /// These numbers after a look at the real ones, see [`Counts::follow`].
    pub fn follow(&self, real: &Numbers) -> Numbers {
        let follow = |before: &BTreeMap<String, Counts>, real: &BTreeMap<String, Counts>| {
            let keys: BTreeSet<&String> = before.keys().chain(real.keys()).collect();
            let of = |numbers: &BTreeMap<String, Counts>, key| numbers.get(key).copied().unwrap_or_default();
            keys.into_iter()
                .map(|key| (key.clone(), of(before, key).follow(of(real, key))))
                .filter(|(_, counts)| *counts != Counts::default())
                .collect()
        };
        Numbers { products: follow(&self.products, &real.products), sizes: follow(&self.sizes, &real.sizes) }
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
                let mut parts = key.splitn(3, '|').skip(1);
                let cut: Option<Cut> = parts.next()?.parse().ok();
                let size = parts.next()?.to_owned();
                Some((cut, Sizes::shipped().read(product, cut, &size), AskedSize { cut, size }))
            })
            .collect();
        sizes.sort_by(|a, b| (a.0, &a.1, &a.2.size).cmp(&(b.0, &b.1, &b.2.size)));
        sizes.into_iter().map(|(_, _, size)| size).collect()
    }
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

    fn counts(households: i64, wanted: i64, short: i64, free: i64) -> Counts {
        Counts { households, wanted, short, free }
    }

    #[test]
    fn levels_follow_from_what_is_short() {
        assert_eq!(counts(8, 30, 30, 0).level(), None, "too few households");
        assert_eq!(counts(9, 30, 30, 0).level(), Some(Level::Urgent));
        assert_eq!(counts(9, 30, 20, 10).level(), Some(Level::Urgent));
        assert_eq!(counts(9, 30, 6, 24).level(), Some(Level::Needed));
        assert_eq!(counts(9, 30, 5, 40).level(), None, "neither short nor plenty");
        assert_eq!(counts(9, 30, 0, 90).level(), Some(Level::Enough));
        assert_eq!(counts(0, 0, 0, PLENTY).level(), Some(Level::Enough));
        assert!(counts(9, 9, 3, 0).names_a_size() && !counts(8, 9, 9, 0).names_a_size());
    }

    #[test]
    fn nothing_special_is_ever_published_from_needs() {
        let catalogue = Catalogue::shipped();
        let special = catalogue.products().iter().find(|product| product.special).expect("one");
        let mut numbers = Numbers::default();
        numbers.products.insert(special.code.to_string(), counts(50, 50, 50, 0));
        numbers.products.insert("socken".to_owned(), counts(50, 50, 50, 0));
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

    proptest! {
        /// Whoever watches: from one publication to the next that differs, at least K households came or went since the
        /// number was last taken, or at least K pieces of stock; and what is shown has K households behind it.
        #[test]
        fn a_change_is_never_one_household_alone(steps in prop::collection::vec((0..30i64, 0..4i64, 0..30i64), 1..60)) {
            let (mut lagging, mut taken) = (Counts::default(), Counts::default());
            for (households, each, free) in steps {
                let wanted = households * (1 + each);
                let real = counts(households, wanted, (wanted - free).max(0), free);
                let next = lagging.follow(real);
                if next.level() != lagging.level() || next.names_a_size() != lagging.names_a_size() {
                    let moved = (real.households - taken.households).abs() >= K || (real.free - taken.free).abs() >= K;
                    prop_assert!(moved, "{lagging:?} became {next:?} by {real:?}");
                }
                if next != lagging {
                    taken = Counts { households: next.households, ..real };
                }
                if next.households >= SHOWN_FROM {
                    prop_assert!(real.households >= K, "{next:?} is shown over {real:?}");
                }
                lagging = next;
            }
        }

        /// One household more or less, with the stock as it is, is seen by nobody.
        #[test]
        fn one_household_more_or_less_is_not_seen(households in 0..40i64, each in 1..5i64, free in 0..90i64) {
            let of = |households: i64| counts(households, households * each, (households * each - free).max(0), free);
            let lagging = Counts::default().follow(of(households));
            for other in [households + 1, (households - 1).max(0)] {
                let next = lagging.follow(of(other));
                prop_assert_eq!(next.level(), lagging.level());
                prop_assert_eq!(next.names_a_size(), lagging.names_a_size());
            }
        }
    }
}

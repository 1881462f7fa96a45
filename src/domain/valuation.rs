//! What a gift is worth, line by line. Nothing here knows a price: every value was stated or compared by a person (law
//! reference 1.3). Amounts are whole cents.

use std::collections::BTreeMap;

use super::donation::Origin;
use super::item::Condition;
use super::treasury::Basis;

/// As many pieces as a line may stand for.
pub const MOST_PIECES: i32 = 100_000;
/// As many lines as a donation may have.
pub const MOST_LINES: usize = 500;
/// One value for more lines than this looks like a price class, which tax offices do not accept (law reference 1.3).
const SAME_VALUE_LINES: usize = 10;
/// Above this share of the new price, in percent, a value of used clothes asks for a second look.
const NEAR_NEW_PERCENT: i64 = 60;
/// A total of rounded values points to an estimate: multiples of this, in cents.
const ROUND: i64 = 500;

/// What of a line decides about its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub quantity: i32,
    /// Mass goods of which each piece is like the others: the only ones that may share a line.
    pub identical: bool,
    pub condition: Option<Condition>,
    pub basis: Basis,
    /// Of one piece, as all amounts.
    pub new_price: Option<i64>,
    /// Business: value without VAT, and the VAT on the withdrawal.
    pub net: Option<i64>,
    pub vat: Option<i64>,
    /// In hundredths of a percent.
    pub rate: Option<i32>,
    /// Private or unknown: the value alone.
    pub value: Option<i64>,
}

/// The value of one piece, everywhere in the house: what was stated, or net and VAT together. `None` as long as one of them
/// is missing; no VAT is not a VAT of nothing.
pub fn each(value: Option<i64>, net: Option<i64>, vat: Option<i64>) -> Option<i64> {
    value.or_else(|| net?.checked_add(vat?))
}

impl Line {
    /// The value of one piece: what was stated, or net and VAT together. `None` as long as one of them is missing.
    pub fn each(&self) -> Option<i64> {
        each(self.value, self.net, self.vat)
    }

    /// The value of all pieces.
    pub fn sum(&self) -> Option<i64> {
        self.each()?.checked_mul(i64::from(self.quantity))
    }
}

/// The sum of the lines that have a value.
pub fn total(lines: &[Line]) -> i64 {
    lines.iter().filter_map(Line::sum).fold(0, i64::saturating_add)
}

/// How many lines have no value yet.
pub fn open(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.sum().is_none()).count()
}

/// VAT on a net value, rounded to the cent: a proposal from what a person typed, never a value by itself.
/// `rate_bp`: hundredths of a percent.
pub fn vat_of(net: i64, rate_bp: i32) -> Option<i64> {
    Some(net.checked_mul(i64::from(rate_bp))?.checked_add(5_000)? / 10_000)
}

/// The bases that fit the origin (law reference 1.3).
pub fn bases(origin: Origin) -> &'static [Basis] {
    match origin {
        Origin::Business => &[Basis::GoingConcern, Basis::Book, Basis::Market],
        Origin::PrivateAssets | Origin::Unknown => &[Basis::Market, Basis::Invoice],
    }
}

/// Whether amounts are those that are asked of this origin: a business states net and VAT, everybody else a value.
pub fn fits(origin: Origin, value: Option<i64>, net: Option<i64>, vat: Option<i64>) -> bool {
    match origin {
        Origin::Business => value.is_none(),
        Origin::PrivateAssets | Origin::Unknown => net.is_none() && vat.is_none(),
    }
}

/// Words for what things come in, not for what they are; compound words end with them: "Umzugskartons".
const PACKAGES: [&str; 13] = [
    "sack",
    "säcke",
    "säcken",
    "tüte",
    "tüten",
    "karton",
    "kartons",
    "kiste",
    "kisten",
    "konvolut",
    "konvolute",
    "beutel",
    "beuteln",
];
/// What ends like one of them and is worn or played with.
const NO_PACKAGES: [&str; 12] = [
    "rucksack",
    "rucksäcke",
    "rucksäcken",
    "schlafsack",
    "schlafsäcke",
    "schlafsäcken",
    "fußsack",
    "fußsäcke",
    "turnbeutel",
    "brustbeutel",
    "sportbeutel",
    "spielzeugkiste",
];

/// Whether a description names what things came in: sacks and boxes cannot be valued, each piece has to be (law reference
/// 1.3).
pub fn is_package(description: &str) -> bool {
    let text = description.to_lowercase();
    let is_thing = |word: &str| NO_PACKAGES.iter().any(|thing| word.ends_with(thing));
    text.split(|c: char| !c.is_alphabetic())
        .any(|word| PACKAGES.iter().any(|package| word.ends_with(package)) && !is_thing(word))
}

/// Whether the source of a value is a guess, which no tax office accepts.
pub fn is_guess(source: &str) -> bool {
    let text = source.to_lowercase();
    ["schätz", "gefühl", "pauschal", "estimat", "guess"].iter().any(|word| text.contains(word))
}

/// What asks for a second look. None of these forbids anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Every value is a multiple of 5 €.
    AllRound,
    /// One value, in cents, for so many lines that are not identical goods.
    OneValue { value: i64, lines: usize },
    /// This line, counted from 0: used clothes at more than 60 % of the new price; how many percent.
    NearNew { line: usize, percent: i64 },
    /// This line, counted from 0: worth more than its new price.
    AboveNew { line: usize },
    /// This line, counted from 0: the VAT is more than a cent away from net and rate; what those give, in cents.
    OddVat { line: usize, vat: i64 },
}

impl Warning {
    /// The line that it is about, counted from 0; `None`: the whole donation.
    pub fn line(self) -> Option<usize> {
        match self {
            Warning::NearNew { line, .. } | Warning::AboveNew { line } | Warning::OddVat { line, .. } => Some(line),
            Warning::AllRound | Warning::OneValue { .. } => None,
        }
    }
}

/// The warnings over all lines of a donation, those about single lines last.
pub fn warnings(lines: &[Line]) -> Vec<Warning> {
    let mut found = Vec::new();
    let values: Vec<i64> = lines.iter().filter_map(Line::each).collect();
    if !values.is_empty() && values.iter().all(|value| value % ROUND == 0) {
        found.push(Warning::AllRound);
    }
    let mut same: BTreeMap<i64, usize> = BTreeMap::new();
    for value in lines.iter().filter(|line| !(line.identical && line.quantity > 1)).filter_map(Line::each) {
        *same.entry(value).or_default() += 1;
    }
    let many = same.into_iter().filter(|(_, lines)| *lines > SAME_VALUE_LINES);
    found.extend(many.map(|(value, lines)| Warning::OneValue { value, lines }));
    for (at, line) in lines.iter().enumerate() {
        let wanted = line.net.zip(line.rate).and_then(|(net, rate)| vat_of(net, rate));
        // A company rounds over all pieces, so that one of them may be a cent away.
        if let Some((vat, _)) = wanted.zip(line.vat).filter(|(wanted, vat)| wanted.abs_diff(*vat) > 1) {
            found.push(Warning::OddVat { line: at, vat });
        }
        let used = line.condition.is_some_and(|condition| condition != Condition::New);
        let Some((value, new)) = line.each().zip(line.new_price).filter(|(_, new)| *new > 0) else { continue };
        if !used {
            // Nothing is worth more than what it costs in a shop; a zero too many is.
            found.extend((value > new).then_some(Warning::AboveNew { line: at }));
        } else if i128::from(value) * 100 > i128::from(new) * i128::from(NEAR_NEW_PERCENT) {
            let percent = i128::from(value) * 100 / i128::from(new);
            found.push(Warning::NearNew { line: at, percent: i64::try_from(percent).unwrap_or(i64::MAX) });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn private(value: i64) -> Line {
        Line {
            quantity: 1,
            identical: false,
            condition: Some(Condition::Good),
            basis: Basis::Market,
            new_price: None,
            net: None,
            vat: None,
            rate: None,
            value: Some(value),
        }
    }

    #[test]
    fn a_line_is_worth_what_was_stated_or_net_and_vat() {
        assert_eq!(private(1_250).sum(), Some(1_250));
        let business = Line { value: None, net: Some(1_000), vat: Some(190), quantity: 40, ..private(0) };
        assert_eq!(business.sum(), Some(47_600));
        assert_eq!(Line { vat: None, ..business }.sum(), None, "no VAT is not a VAT of nothing");
        assert_eq!(total(&[business, private(1), Line { vat: None, ..business }]), 47_601);
        assert_eq!(open(&[business, Line { vat: None, ..business }]), 1);
    }

    #[test]
    fn vat_is_rounded_to_the_cent() {
        assert_eq!(vat_of(1_000, 1_900), Some(190));
        assert_eq!(vat_of(1_003, 1_900), Some(191));
        assert_eq!(vat_of(50, 700), Some(4));
        assert_eq!(vat_of(i64::MAX, 1_900), None);
    }

    #[test]
    fn rounded_values_ask_for_a_second_look() {
        assert_eq!(warnings(&[private(500), private(2_000)]), [Warning::AllRound]);
        assert_eq!(warnings(&[private(500), private(2_010)]), []);
        assert_eq!(warnings(&[]), []);
    }

    #[test]
    fn one_value_for_many_different_things_asks_for_a_second_look() {
        let eleven = vec![private(310); 11];
        assert_eq!(warnings(&eleven), [Warning::OneValue { value: 310, lines: 11 }]);
        assert_eq!(warnings(&eleven[..10]), []);
        let identical = vec![Line { identical: true, quantity: 5, ..private(310) }; 11];
        assert_eq!(warnings(&identical), [], "mass goods may share a value");
    }

    #[test]
    fn used_clothes_near_the_new_price_ask_for_a_second_look() {
        let line = Line { new_price: Some(1_000), ..private(601) };
        assert_eq!(warnings(&[line]), [Warning::NearNew { line: 0, percent: 60 }]);
        assert_eq!(warnings(&[Line { value: Some(600), ..line }, private(1)]), []);
        assert_eq!(warnings(&[Line { condition: Some(Condition::New), ..line }]), []);
        assert_eq!(warnings(&[Line { new_price: None, ..line }]), []);
    }

    #[test]
    fn new_goods_above_the_new_price_ask_for_a_second_look() {
        let line = Line { new_price: Some(4_990), condition: Some(Condition::New), ..private(23_801) };
        assert_eq!(warnings(&[line]), [Warning::AboveNew { line: 0 }]);
        assert_eq!(warnings(&[Line { value: Some(4_990), ..line }, private(1)]), []);
        assert_eq!(warnings(&[Line { condition: None, ..line }]), [Warning::AboveNew { line: 0 }]);
    }

    #[test]
    fn vat_that_is_not_net_times_rate_asks_for_a_second_look() {
        let line = Line { value: None, net: Some(100_000), rate: Some(1_900), vat: Some(300), ..private(0) };
        assert_eq!(warnings(&[line]), [Warning::OddVat { line: 0, vat: 19_000 }]);
        assert_eq!(warnings(&[Line { vat: Some(19_001), ..line }]), [], "a cent of the company's rounding");
        assert_eq!(warnings(&[Line { vat: Some(0), rate: Some(0), net: Some(101), ..line }]), []);
    }

    #[test]
    fn sacks_and_guesses_are_known_by_their_words() {
        assert!(is_package("3 Säcke Kleidung") && is_package("Karton, gemischt") && is_package("KISTE"));
        assert!(is_package("3 Kleidersäcke") && is_package("Müllsäcke") && is_package("2 Umzugskartons, Bücher"));
        assert!(!is_package("Kinderrucksack") && !is_package("2 Schlafsäcke") && !is_package("Turnbeutel"));
        assert!(!is_package("Rucksack") && !is_package("Sackkleid, Gr. 38") && !is_package(""));
        assert!(is_guess("geschätzt") && is_guess("nach Gefühl") && !is_guess("3 Kleinanzeigen vom 2. Mai"));
    }

    #[test]
    fn amounts_belong_to_an_origin() {
        assert!(fits(Origin::Business, None, Some(1), Some(1)) && fits(Origin::Business, None, None, None));
        assert!(!fits(Origin::Business, Some(1), None, None));
        assert!(fits(Origin::PrivateAssets, Some(1), None, None) && !fits(Origin::Unknown, Some(1), None, Some(1)));
    }

    proptest! {
        #[test]
        fn nothing_overflows(value in any::<i64>(), net in any::<i64>(), vat in any::<i64>(), quantity in 1..=MOST_PIECES, new in any::<i64>()) {
            let line = Line { quantity, new_price: Some(new), net: Some(net), vat: Some(vat), ..private(value) };
            let _ = (total(&[line, Line { value: None, ..line }]), warnings(&[line]));
        }
    }
}

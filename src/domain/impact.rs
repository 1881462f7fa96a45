//! What a donor may be told became of the gifts of a period: figures that passed the disclosure control, and nothing else.
//!
//! Periods are whole quarters and years (law reference 2.4, item 7): two tables over almost the same days would tell, by
//! their difference, of single households.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::HouseholdId;
pub use super::disclosure::difference::Period;
use super::disclosure::{Audience, Counted, Reach, Shown, ShownTable, decide};
use super::wanted::Level;
use crate::texts::{Message, Words, say};

stable_words! {
    /// For how long a link shows something.
    pub enum Lasts {
        Week = "week",
        Month = "month",
        Year = "year",
    }
}

impl Lasts {
    /// In days.
    pub fn days(self) -> i64 {
        match self {
            Lasts::Week => 7,
            Lasts::Month => 31,
            Lasts::Year => 366,
        }
    }
}

stable_words! {
    /// Where a gift's pieces are, as a donor is told.
    pub enum Place {
        HandedOut = "handed_out",
        /// On the shelf, also when it is laid aside for somebody.
        InHouse = "in_house",
        /// Being washed or mended, or waiting for a decision.
        InCare = "in_care",
        PassedOn = "passed_on",
        NotUsable = "not_usable",
    }
}

impl Place {
    pub fn words(self) -> Message {
        match self {
            Place::HandedOut => say::company_place_handed_out(),
            Place::InHouse => say::company_place_in_house(),
            Place::InCare => say::company_place_in_care(),
            Place::PassedOn => say::company_place_passed_on(),
            Place::NotUsable => say::company_place_not_usable(),
        }
    }
}

/// Years and quarters that touch the days from `first` to `today`, the latest first, each year before its quarters.
pub fn periods(first: Date, today: Date) -> Vec<Period> {
    let mut all = Vec::new();
    for year in (first.year()..=today.year()).rev() {
        all.extend([None, Some(4), Some(3), Some(2), Some(1)].map(|quarter| Period { year, quarter }));
    }
    all.retain(|period| period.last() >= first && period.first() <= today);
    all
}

/// `2026-Q3` or `2026`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.quarter {
            Some(quarter) => write!(f, "{:04}-Q{quarter}", self.year),
            None => write!(f, "{:04}", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = ();

    fn from_str(text: &str) -> Result<Period, ()> {
        let (year, quarter) = match text.split_once("-Q") {
            Some((year, quarter)) => (year, Some(quarter.parse::<i8>().map_err(|_| ())?)),
            None => (text, None),
        };
        let year = year.parse::<i16>().map_err(|_| ())?;
        let real = (1900..=9000).contains(&year) && quarter.is_none_or(|quarter| (1..=4).contains(&quarter));
        if real { Ok(Period { year, quarter }) } else { Err(()) }
    }
}

/// Pieces, rounded to five; `None` where a number would let somebody be found ("•").
pub type Pieces = Option<i64>;

/// The figures as they leave the house. Numbers of pieces are rounded to five; households are a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Impact {
    pub donor: String,
    pub period: Period,
    /// The day on which the pieces stood as counted.
    pub as_of: Date,
    pub received: Pieces,
    pub places: Vec<(Place, Pieces)>,
    pub groups: Vec<GroupImpact>,
    pub purposes: Vec<PurposeImpact>,
    pub speed: Speed,
    pub households: Reach,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupImpact {
    /// Empty for special needs and for what the catalogue has lost.
    pub code: String,
    pub names: Words,
    pub received: Pieces,
    pub handed_out: Pieces,
}

/// Pieces that met one kind of need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurposeImpact {
    /// The purpose's stable word.
    pub purpose: String,
    pub handed_out: Pieces,
}

/// How fast pieces reached somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speed {
    /// Half of what was handed out was so within so many days.
    pub half_within_days: Option<i64>,
    /// Weeks, and the share in percent of what was received that was handed out within them.
    pub within: Vec<(i64, Option<i64>)>,
}

/// What is asked for in public and what this donor could give. Levels, never numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    pub names: Words,
    pub picture: String,
    pub level: Level,
}

impl Impact {
    /// Handed-out pieces of all groups.
    pub fn handed_out(&self) -> Pieces {
        self.places.iter().find(|(place, _)| *place == Place::HandedOut).and_then(|(_, pieces)| *pieces)
    }

    /// Whether some number is left out.
    pub fn hides_something(&self) -> bool {
        self.places.iter().any(|(_, pieces)| pieces.is_none())
            || self.groups.iter().any(|group| group.handed_out.is_none())
            || self.purposes.iter().any(|purpose| purpose.handed_out.is_none())
    }

    /// How many of a hundred received pieces were handed out, from rounded numbers.
    pub fn percent(&self) -> Option<i64> {
        percent(self.handed_out()?, self.received?)
    }
}

/// A share in whole percent, never more than all.
pub fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| ((part * 200 + whole) / (whole * 2)).clamp(0, 100))
}

/// Names of the lists that are decided on together, because they share their pieces.
const GROUPS: &str = "group";
const PURPOSES: &str = "purpose";
const SPEED: &str = "weeks";
/// The weeks that shares are told for.
pub const WITHIN_WEEKS: [i64; 3] = [4, 8, 12];
/// The line of what took longer.
const LATER: &str = "later";

/// The same before anything was left out. It stays in the house.
#[derive(Clone, Debug)]
pub struct CountedImpact {
    pub donor: String,
    pub period: Period,
    pub as_of: Date,
    /// The groups' keys in the order of the catalogue, with the names of each.
    pub names: Vec<(String, Words)>,
    groups: Counted,
    purposes: Counted,
    speed: Counted,
    /// Pieces that no household has, by where they are.
    elsewhere: Vec<(Place, i64)>,
    /// Days after which pieces were handed out, each with how many.
    days: Vec<(i64, i64)>,
}

impl CountedImpact {
    pub fn new(donor: String, period: Period, as_of: Date) -> CountedImpact {
        let mut speed = Counted::new(SPEED, Audience::Donor);
        for weeks in WITHIN_WEEKS {
            speed.line(&weeks.to_string());
        }
        speed.line(LATER);
        CountedImpact {
            donor,
            period,
            as_of,
            names: Vec::new(),
            groups: Counted::new(GROUPS, Audience::Donor),
            purposes: Counted::new(PURPOSES, Audience::Donor),
            speed,
            elsewhere: Vec::new(),
            days: Vec::new(),
        }
    }

    /// The line of a group, which is told from ten households on when it is about special needs.
    pub fn group(&mut self, key: &str, names: &Words, special: bool) {
        self.groups.line(key).special |= special;
        if !self.names.iter().any(|(known, _)| known == key) {
            self.names.push((key.to_owned(), names.clone()));
        }
    }

    /// A household has so many pieces of a group, for a purpose.
    pub fn reached(
        &mut self,
        group: &str,
        (purpose, special): (&str, bool),
        household: Option<HouseholdId>,
        pieces: i64,
    ) {
        self.groups.add(group, household, pieces);
        self.purposes.add(purpose, household, pieces);
        self.purposes.line(purpose).special |= special;
    }

    /// Pieces of a group that no household has.
    pub fn elsewhere(&mut self, group: &str, place: Place, pieces: i64) {
        self.groups.add_beside(group, pieces);
        match self.elsewhere.iter_mut().find(|(known, _)| *known == place) {
            Some((_, sum)) => *sum += pieces,
            None => self.elsewhere.push((place, pieces)),
        }
    }

    /// A household got pieces so many days after they were given.
    pub fn took(&mut self, days: i64, household: Option<HouseholdId>, pieces: i64) {
        let line = WITHIN_WEEKS.into_iter().find(|weeks| days <= weeks * 7);
        let key = line.map_or_else(|| LATER.to_owned(), |weeks| weeks.to_string());
        self.speed.add(&key, household, pieces);
        self.days.push((days, pieces));
    }

    /// The lists that have to pass the disclosure control, together.
    pub fn lists(&self) -> Vec<Counted> {
        vec![self.groups.clone(), self.purposes.clone(), self.speed.clone()]
    }

    /// What may leave the house, once it is decided what of the lists may be shown.
    pub fn shown(&self, tables: &[ShownTable]) -> Impact {
        let decided = |list: &Counted| {
            let found = tables.iter().find(|table| table.name == list.name).cloned();
            found.unwrap_or_else(|| decide(std::slice::from_ref(list)).remove(0))
        };
        let (groups, purposes, speed) = (decided(&self.groups), decided(&self.purposes), decided(&self.speed));
        let handed_out = groups.total.items.told();
        let place = |place: &Place| match place {
            Place::HandedOut => (*place, handed_out),
            // Where the number of pieces handed out is left out, so is what it could be reckoned from.
            other => {
                let pieces =
                    self.elsewhere.iter().filter(|(known, _)| known == other).map(|(_, sum)| *sum).sum::<i64>();
                (*place, handed_out.and_then(|_| Shown::number(pieces).told()))
            }
        };
        let group = |(key, names): &(String, Words)| {
            let line = groups.line(key);
            GroupImpact {
                code: key.clone(),
                names: names.clone(),
                received: line.and_then(|line| line.all.told()),
                handed_out: line.and_then(|line| line.items.told()),
            }
        };
        let received = groups.total.all.told();
        let mut so_far = Some(0);
        let within = WITHIN_WEEKS.map(|weeks| {
            let more = speed.line(&weeks.to_string()).and_then(|line| line.items.told());
            so_far = so_far.zip(more).map(|(sum, more)| sum + more);
            // Where it is left out how many pieces were handed out, so is how many of them within some weeks.
            (
                weeks,
                so_far.filter(|_| handed_out.is_some()).zip(received).and_then(|(part, whole)| percent(part, whole)),
            )
        });
        Impact {
            donor: self.donor.clone(),
            period: self.period,
            as_of: self.as_of,
            received,
            places: Place::ALL.iter().map(place).collect(),
            groups: self.names.iter().map(group).collect(),
            purposes: purposes
                .lines
                .iter()
                .map(|line| PurposeImpact { purpose: line.key.clone(), handed_out: line.items.told() })
                .collect(),
            speed: Speed {
                half_within_days: handed_out.filter(|pieces| *pieces > 0).and_then(|_| self.median()),
                within: within.to_vec(),
            },
            households: groups.total.reach,
        }
    }

    /// The day by which half of the handed-out pieces were.
    fn median(&self) -> Option<i64> {
        let mut days = self.days.clone();
        days.sort_unstable();
        let half = (days.iter().map(|(_, pieces)| pieces).sum::<i64>() + 1) / 2;
        let mut seen = 0;
        let by = days.iter().find(|(_, pieces)| {
            seen += pieces;
            seen >= half
        });
        by.map(|(days, _)| *days)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn periods_are_read_as_they_are_written() {
        let quarter = Period::quarter_with(date(2026, 8, 31));
        assert_eq!(quarter.to_string(), "2026-Q3");
        assert_eq!("2026-Q3".parse(), Ok(quarter));
        assert_eq!("2024".parse(), Ok(Period { year: 2024, quarter: None }));
        for wrong in ["", "26", "2026-Q5", "2026-Q", "x", "2026-03", "99999"] {
            assert_eq!(wrong.parse::<Period>(), Err(()), "{wrong}");
        }
        let all: Vec<String> = periods(date(2025, 11, 3), date(2026, 4, 1)).iter().map(ToString::to_string).collect();
        assert_eq!(all, ["2026", "2026-Q2", "2026-Q1", "2025", "2025-Q4"]);
    }

    #[test]
    fn a_share_is_whole_and_never_more_than_all() {
        assert_eq!((percent(50, 200), percent(5, 0), percent(205, 200)), (Some(25), None, Some(100)));
    }

    fn household(number: u128) -> Option<HouseholdId> {
        Some(HouseholdId(uuid::Uuid::from_u128(number)))
    }

    fn gave(households: u128) -> Impact {
        let mut counted = CountedImpact::new("Probe".into(), Period { year: 2025, quarter: None }, date(2026, 1, 1));
        counted.group("OUT", &Words::new("Jacken", "Jackets"), false);
        for number in 0..households {
            counted.reached("OUT", ("basic", false), household(number), 2);
            counted.took(i64::try_from(number).unwrap() * 7, household(number), 2);
        }
        counted.elsewhere("OUT", Place::InHouse, 12);
        let tables = decide(&counted.lists());
        counted.shown(&tables)
    }

    #[test]
    fn few_households_leave_only_what_was_received() {
        let impact = gave(3);
        assert_eq!((impact.received, impact.handed_out(), impact.groups[0].handed_out), (Some(20), None, None));
        assert!(impact.places.iter().all(|(_, pieces)| pieces.is_none()), "what is on the shelf would tell it");
        assert_eq!(impact.speed.half_within_days, None);
        assert!(impact.speed.within.iter().all(|(_, share)| share.is_none()));
        assert!(impact.hides_something());
    }

    #[test]
    fn many_households_are_told_of_in_rough_numbers() {
        let impact = gave(40);
        assert_eq!((impact.received, impact.handed_out(), impact.percent()), (Some(90), Some(80), Some(89)));
        assert_eq!(impact.places[1], (Place::InHouse, Some(10)));
        assert_eq!((impact.purposes[0].handed_out, impact.households), (Some(80), Reach::From20));
        assert_eq!(impact.speed.half_within_days, Some(19 * 7));
    }
}

//! How large the town is, and when it works.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// How much there is of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TownSize {
    /// 10 households, 300 pieces: made in a moment
    Small,
    /// 60 households, 4,000 pieces
    Town,
    /// Ten times a town
    Region,
}

impl std::fmt::Display for TownSize {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            TownSize::Small => "small",
            TownSize::Town => "town",
            TownSize::Region => "region",
        })
    }
}

impl TownSize {
    pub(super) fn households(self) -> usize {
        match self {
            TownSize::Small => 10,
            TownSize::Town => 60,
            TownSize::Region => 600,
        }
    }

    /// Labels that are bound during the year.
    pub(super) fn items(self) -> usize {
        match self {
            TownSize::Small => 300,
            TownSize::Town => 4_000,
            TownSize::Region => 40_000,
        }
    }

    pub(super) fn donors(self) -> usize {
        match self {
            TownSize::Small => 9,
            TownSize::Town => 25,
            TownSize::Region => 250,
        }
    }

    pub(super) fn companies(self) -> usize {
        match self {
            TownSize::Small => 2,
            TownSize::Town => 6,
            TownSize::Region => 60,
        }
    }

    /// How large a single gift is, as a multiple of a town's.
    pub(super) fn gift_factor(self) -> f64 {
        match self {
            TownSize::Small => 0.2,
            TownSize::Town => 1.0,
            TownSize::Region => 2.0,
        }
    }

    /// Volunteers and mentors besides the one of each role that a visitor signs in as.
    pub(super) fn helpers(self) -> (usize, usize) {
        match self {
            TownSize::Small => (1, 1),
            TownSize::Town => (5, 3),
            TownSize::Region => (8, 3),
        }
    }

    pub(super) fn takes_in_on(self, day: Weekday) -> bool {
        match self {
            TownSize::Small => day == Weekday::Monday,
            TownSize::Town => matches!(day, Weekday::Monday | Weekday::Thursday),
            TownSize::Region => !matches!(day, Weekday::Saturday | Weekday::Sunday),
        }
    }

    pub(super) fn opens_on(self, day: Weekday) -> bool {
        match self {
            TownSize::Small | TownSize::Town => day == Weekday::Tuesday,
            TownSize::Region => {
                matches!(day, Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday)
            }
        }
    }
}

/// How much is given in each month, 1 an average one: a lot before winter and before Christmas, little in summer.
const GIVEN: [f64; 12] = [1.0, 0.9, 0.9, 1.1, 1.0, 0.8, 0.7, 0.8, 1.1, 1.4, 1.6, 1.3];
/// Before the room opens for the first time, shelves are filled.
const FILLING_DAYS: i64 = 21;
const FILLING_WEIGHT: f64 = 3.0;

/// The simulated year. It ends with the day before today: nothing lies in the future, whatever the time of day is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Year {
    pub first: Date,
    pub last: Date,
}

impl Year {
    pub(super) fn before(today: Date) -> Year {
        Year { first: today.saturating_sub(364.days()), last: today.saturating_sub(1.days()) }
    }

    /// Every day from Monday to Friday, without the days between the years.
    pub(super) fn working_days(self) -> impl Iterator<Item = Date> {
        self.first.series(1.day()).take_while(move |day| *day <= self.last).filter(|day| {
            let between_the_years = (day.month() == 12 && day.day() >= 24) || (day.month() == 1 && day.day() == 1);
            !between_the_years && !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
        })
    }

    pub(super) fn first_opening(self) -> Date {
        self.first.saturating_add(FILLING_DAYS.days())
    }

    /// The share of the year's pieces that should have come in by the evening of this day.
    pub(super) fn given_by(self, day: Date) -> f64 {
        let weight = |day: Date| {
            let filling = if day < self.first_opening() { FILLING_WEIGHT } else { 1.0 };
            GIVEN[usize::from(day.month().unsigned_abs() - 1)] * filling
        };
        let until = |end: Date| self.first.series(1.day()).take_while(|day| *day <= end).map(weight).sum::<f64>();
        until(day) / until(self.last)
    }
}

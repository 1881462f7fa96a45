//! The three numbers of a line: how much the person lacks it, how little the household has, how long it has waited.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::{Household, Line};

/// Most points for a household that has nothing of its basic set.
const MOST_FOR_LACK: i64 = 40;
/// Most points for waiting, one for each full week.
const MOST_FOR_WEEKS: u16 = 20;

/// The three numbers of a line, and their sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    pub u: u16,
    /// 0 … 40: how little of the basic set the household has.
    pub b: u16,
    /// 0 … 20: full weeks since the line was recorded.
    pub w: u16,
}

impl Score {
    pub fn total(self) -> u16 {
        self.u.saturating_add(self.b).saturating_add(self.w)
    }
}

/// What a score came from, for the sentence "80 (has none yet) + 29 (28 % of the basic set) + 6 (6 weeks) = 115 points".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reasons {
    /// How much of its basic set the household has, in per cent. Never 100 as long as something is missing.
    pub percent: u8,
    /// Full weeks since the line was recorded; may be more than the 20 that count.
    pub weeks: u16,
}

/// How much of its basic set a household has: a fraction, 0 to 1, compared exactly.
#[derive(Clone, Copy, Debug)]
pub struct Coverage {
    has: i64,
    of: i64,
}

impl Coverage {
    /// Without a template nothing is missing: 1. Less than nothing is nothing, more than all is all.
    pub fn new(has: i64, of: i64) -> Coverage {
        if of <= 0 { Coverage { has: 1, of: 1 } } else { Coverage { has: has.clamp(0, of), of } }
    }

    /// B: round(40 · (1 − c)), half a point is rounded up.
    pub fn points(self) -> u16 {
        let (missing, of) = (i128::from(self.of - self.has), i128::from(self.of));
        let points = (2 * i128::from(MOST_FOR_LACK) * missing + of) / (2 * of);
        u16::try_from(points).unwrap_or_default()
    }

    /// In per cent, rounded; 100 only when nothing is missing.
    pub fn percent(self) -> u8 {
        let (has, of) = (i128::from(self.has), i128::from(self.of));
        let percent = (200 * has + of) / (2 * of);
        u8::try_from(if has < of { percent.min(99) } else { percent }).unwrap_or_default()
    }
}

impl Ord for Coverage {
    fn cmp(&self, other: &Coverage) -> Ordering {
        let (one, two) = (i128::from(self.has) * i128::from(other.of), i128::from(other.has) * i128::from(self.of));
        one.cmp(&two)
    }
}

impl PartialOrd for Coverage {
    fn partial_cmp(&self, other: &Coverage) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Coverage {
    fn eq(&self, other: &Coverage) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Coverage {}

/// The score of a line, given how much the household has at that moment.
pub fn score(line: &Line, household: &Household, as_of: Date) -> Score {
    score_at(line, household.coverage(), as_of)
}

/// What the score of a line comes from, given how much the household has at that moment.
pub fn explain(line: &Line, household: &Household, as_of: Date) -> Reasons {
    reasons_at(line, household.coverage(), as_of)
}

pub(super) fn score_at(line: &Line, coverage: Coverage, as_of: Date) -> Score {
    let w = weeks(line.recorded_on, as_of).min(MOST_FOR_WEEKS);
    Score { u: line.urgency, b: coverage.points(), w }
}

pub(super) fn reasons_at(line: &Line, coverage: Coverage, as_of: Date) -> Reasons {
    Reasons { percent: coverage.percent(), weeks: weeks(line.recorded_on, as_of) }
}

/// Full weeks from one day to another; 0 if the other is earlier.
fn weeks(from: Date, to: Date) -> u16 {
    let days = from.duration_until(to).as_hours() / 24;
    u16::try_from((days / 7).max(0)).unwrap_or(u16::MAX)
}

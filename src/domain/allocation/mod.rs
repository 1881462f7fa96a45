//! "First things first": who gets what when there is not enough for all (law reference 5.3).
//!
//! A proposal: each line is served from the highest score down, exchanging among pieces that are already set aside but never
//! taking one away from a line above. A person confirms.

use jiff::civil::Date;

use super::catalogue::Cut;

/// A household as far as the rule knows it: how much of its basic set it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    pub id: String,
    /// Σ weight · min(has, template) over the lines of its basic set.
    pub have_weight: i64,
    /// Σ weight · template.
    pub template_weight: i64,
}

/// One piece that a household waits for. A line of a needs list that lacks three pieces is three of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: String,
    /// Index into the problem's households.
    pub household: usize,
    /// U: 80, 40 or 0.
    pub urgency: u16,
    /// 2 for an essential product, else 1.
    pub weight: i64,
    pub recorded_on: Date,
    /// Indexes of the items that may serve it.
    pub fits: Vec<usize>,
}

/// What is to be given out on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub as_of: Date,
    /// Published for the week: it draws the lots between equals.
    pub seed: String,
    pub households: Vec<Household>,
    pub lines: Vec<Line>,
    pub items: usize,
}

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
        self.u + self.b + self.w
    }
}

/// A line with the item that it should get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Index into the problem's lines.
    pub line: usize,
    /// Index of the item.
    pub item: usize,
    /// As it was when the line's turn came.
    pub score: Score,
    /// 1 for the first.
    pub rank: usize,
}

/// The score of a line, given how much the household has at that moment.
pub fn score(line: &Line, household: &Household, as_of: Date) -> Score {
    let _ = (line, household, as_of);
    Score { u: line.urgency, b: 0, w: 0 }
}

/// The proposal for a day, best first.
pub fn propose(problem: &Problem) -> Vec<Proposal> {
    let _ = problem;
    Vec::new()
}

/// A piece or a line as the command line's file has it: whether one may serve the other.
pub fn serves(wanted: (&str, Option<Cut>, &[String]), offered: (&str, Option<Cut>, Option<&str>)) -> bool {
    let _ = (wanted, offered);
    false
}

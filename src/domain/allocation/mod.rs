//! "First things first": who gets what when there is not enough for all (law reference 5.3).
//!
//! A proposal: each line is served from the highest score down, exchanging among pieces that are already set aside but never
//! taking one away from a line above. A person confirms. What may be served together is a transversal matroid, so this order
//! costs no throughput: no other choice serves more lines (docs/allocation.md).
//!
//! ```
//! use gabentisch::domain::allocation::{Household, Line, Problem, propose};
//! use jiff::civil::date;
//!
//! let line = |id: &str, urgency| Line {
//!     id: id.to_owned(),
//!     household: 0,
//!     urgency,
//!     counts: true,
//!     weight: 2,
//!     recorded_on: date(2026, 10, 11),
//!     fits: vec![0],
//! };
//! let problem = Problem {
//!     as_of: date(2026, 11, 22),
//!     seed: "2026-W47".to_owned(),
//!     households: vec![Household { id: "h1".to_owned(), have_weight: 7, template_weight: 25 }],
//!     lines: vec![line("second", 40), line("first", 80)],
//!     piles: vec![vec![0]],
//! };
//! let proposals = propose(&problem);
//! assert_eq!(proposals.len(), 1);
//! assert_eq!(proposals[0].line, 1);
//! assert_eq!(proposals[0].score.total(), 80 + 29 + 6);
//! ```

mod exchange;
mod score;
#[cfg(test)]
mod tests;
mod turn;
mod walk;

use jiff::civil::Date;

use super::catalogue::Cut;

pub use score::{Coverage, Reasons, Score, explain, score};
pub use turn::{Ranked, lot, ranking};
pub use walk::{Walk, propose, walk};

/// A household as far as the rule knows it: how much of its basic set it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    pub id: String,
    /// Σ weight · min(has, template) over the lines of its basic set.
    pub have_weight: i64,
    /// Σ weight · template.
    pub template_weight: i64,
}

impl Household {
    /// c_h of the law reference 5.3.
    pub fn coverage(&self) -> Coverage {
        Coverage::new(self.have_weight, self.template_weight)
    }
}

/// One piece that a household waits for. A line of a needs list that lacks three pieces is three of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The lot between equals is drawn with it: each piece of one line has its own ("…/1", "…/2").
    pub id: String,
    /// Index into the problem's households.
    pub household: usize,
    /// U: 80, 40 or 0.
    pub urgency: u16,
    /// Whether it is a part of the basic set. What serves a wish is not, however urgent a person marked it.
    pub counts: bool,
    /// 2 for an essential product, else 1.
    pub weight: i64,
    pub recorded_on: Date,
    /// Indexes of the piles that may serve it, the best fit first.
    pub fits: Vec<usize>,
}

/// What is to be given out on a day.
///
/// The proposal does not depend on the order of the households and lines. Indexes that lead nowhere are passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub as_of: Date,
    /// Published for the week: it draws the lots between equals.
    pub seed: String,
    pub households: Vec<Household>,
    pub lines: Vec<Line>,
    /// Items that are alike for everybody (product, cut and size), each by its number with the caller; of a pile the first goes
    /// first. An item lies on one pile only.
    pub piles: Vec<Vec<usize>>,
}

/// A line with the item that it should get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Index into the problem's lines.
    pub line: usize,
    /// The item's number, as it is in its pile.
    pub item: usize,
    /// As it was when the line's turn came.
    pub score: Score,
    /// What the score came from, at that moment.
    pub reasons: Reasons,
    /// 1 for the first.
    pub rank: usize,
}

/// Whether there is so much of a product in one size that nobody needs to be ranked: the shelf is open for all.
pub fn free_choice(stock: u64, open_need: u64) -> bool {
    stock > 0 && stock >= open_need.saturating_mul(2)
}

/// Whether an item may serve a line, both as a file has them: product, cut and sizes; the product and the cut agree (a missing
/// cut fits anybody), the size is one of those, or neither has any.
pub fn serves(wanted: (&str, Option<Cut>, &[String]), offered: (&str, Option<Cut>, Option<&str>)) -> bool {
    let cuts_agree = match (wanted.1, offered.1) {
        (Some(wanted), Some(offered)) => wanted.takes(offered),
        _ => true,
    };
    let size_fits = match offered.2 {
        Some(size) => wanted.2.iter().any(|one| one == size),
        None => wanted.2.is_empty(),
    };
    wanted.0 == offered.0 && cuts_agree && size_fits
}

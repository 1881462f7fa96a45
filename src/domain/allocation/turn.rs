//! Whose turn it is: the order of the lines, down to the lot.

use std::cmp::Ordering;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::score::{Coverage, Reasons, Score, reasons_at, score_at};
use super::{Household, Line};

/// A line in the order of the rule: the higher score, then who waits longer, then whose household has less, then the lot.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    pub score: Score,
    pub coverage: Coverage,
    pub line: usize,
    recorded_on: Date,
    lot: [u8; 32],
}

impl Turn {
    pub fn new(line: usize, of: &Line, coverage: Coverage, as_of: Date, seed: &str) -> Turn {
        let (score, lot) = (score_at(of, coverage, as_of), lot(&of.id, seed));
        Turn { score, coverage, line, recorded_on: of.recorded_on, lot }
    }

    /// The same line after its household has got something: never a better turn than before.
    pub fn again(self, of: &Line, coverage: Coverage, as_of: Date) -> Turn {
        Turn { score: score_at(of, coverage, as_of), coverage, ..self }
    }
}

/// The greatest is the one whose turn it is.
impl Ord for Turn {
    fn cmp(&self, other: &Turn) -> Ordering {
        let better = self.score.total().cmp(&other.score.total());
        better
            .then_with(|| other.recorded_on.cmp(&self.recorded_on))
            .then_with(|| other.coverage.cmp(&self.coverage))
            .then_with(|| other.lot.cmp(&self.lot))
            // Only lines with the same id come here.
            .then_with(|| other.line.cmp(&self.line))
    }
}

impl PartialOrd for Turn {
    fn partial_cmp(&self, other: &Turn) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Turn {
    fn eq(&self, other: &Turn) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Turn {}

/// The lot of a line: SHA-256 of its id followed by the seed of the week. The smaller one is drawn first, and everybody who
/// knows the seed can draw again: `printf '%s%s' ID SEED | sha256sum`.
pub fn lot(line_id: &str, seed: &str) -> [u8; 32] {
    Sha256::new().chain_update(line_id).chain_update(seed).finalize().into()
}

/// A line in the order in which one piece would be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Index into the lines that were asked about.
    pub line: usize,
    pub score: Score,
    pub reasons: Reasons,
    /// 1 for the first.
    pub rank: usize,
}

/// The lines that one piece could serve, in the order of the rule, before anything is given: what the desk and the intake show.
/// The caller brings only lines that the piece fits; what a line `fits` is not looked at.
pub fn ranking(as_of: Date, seed: &str, households: &[Household], lines: &[Line]) -> Vec<Ranked> {
    let turn = |(index, line): (usize, &Line)| {
        let household = households.get(line.household)?;
        Some(Turn::new(index, line, household.coverage(), as_of, seed))
    };
    let mut turns: Vec<Turn> = lines.iter().enumerate().filter_map(turn).collect();
    turns.sort_unstable_by(|one, two| two.cmp(one));
    let ranked = |(before, turn): (usize, Turn)| Ranked {
        line: turn.line,
        score: turn.score,
        reasons: reasons_at(&lines[turn.line], turn.coverage, as_of),
        rank: before + 1,
    };
    turns.into_iter().enumerate().map(ranked).collect()
}

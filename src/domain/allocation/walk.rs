//! From the highest score down: the batch proposal.

use std::collections::BinaryHeap;

use super::exchange::SetAside;
use super::score::{Coverage, reasons_at};
use super::turn::Turn;
use super::{Problem, Proposal};

/// A proposal and what it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Best first.
    pub proposals: Vec<Proposal>,
    /// How many times a line above got another fitting piece, so that one more line could be served.
    pub exchanges: usize,
}

/// The proposal for a day, best first.
pub fn propose(problem: &Problem) -> Vec<Proposal> {
    walk(problem).proposals
}

/// The proposal for a day, and what it took.
pub fn walk(problem: &Problem) -> Walk {
    let Problem { as_of, seed, households, lines, piles } = problem;
    let mut coverage: Vec<Coverage> = households.iter().map(|household| household.coverage()).collect();
    let mut has: Vec<i64> = households.iter().map(|household| household.have_weight.max(0)).collect();
    let mut aside = SetAside::new(lines, piles);
    let mut served: Vec<Turn> = Vec::new();

    let somewhere = |pile: &usize| piles.get(*pile).is_some_and(|items| !items.is_empty());
    let turns = lines.iter().enumerate().filter(|(_, line)| line.fits.iter().any(somewhere));
    let mut waiting: BinaryHeap<Turn> = turns
        .filter_map(|(index, line)| Some(Turn::new(index, line, *coverage.get(line.household)?, *as_of, seed)))
        .collect();
    while let Some(turn) = waiting.pop() {
        let line = &lines[turn.line];
        let now = coverage[line.household];
        if turn.coverage != now {
            // Its household got something since. Scores only fall, so it is enough to look when its turn seems to be.
            waiting.push(turn.again(line, now, *as_of));
            continue;
        }
        if !aside.serve(turn.line) {
            continue;
        }
        served.push(turn);
        if line.counts {
            // A wish lies above the template: it is no part of the basic set.
            let (has, household) = (&mut has[line.household], &households[line.household]);
            *has = has.saturating_add(line.weight.max(0));
            coverage[line.household] = Coverage::new(*has, household.template_weight);
        }
    }

    let item = items(problem, &aside, &served);
    let proposal = |(before, turn): (usize, &Turn)| Proposal {
        line: turn.line,
        item: item[turn.line],
        score: turn.score,
        reasons: reasons_at(&lines[turn.line], turn.coverage, *as_of),
        rank: before + 1,
    };
    Walk { proposals: served.iter().enumerate().map(proposal).collect(), exchanges: aside.exchanges }
}

/// The item for each line that was served: of each pile the first for whoever came first.
fn items(problem: &Problem, aside: &SetAside<'_>, served: &[Turn]) -> Vec<usize> {
    let mut place = vec![usize::MAX; problem.lines.len()];
    for (before, turn) in served.iter().enumerate() {
        place[turn.line] = before;
    }
    let mut item = vec![usize::MAX; problem.lines.len()];
    for (index, items) in problem.piles.iter().enumerate() {
        let mut holders = aside.holders(index).to_vec();
        holders.sort_unstable_by_key(|line| place[*line]);
        for (line, number) in holders.into_iter().zip(items) {
            item[line] = *number;
        }
    }
    item
}

//! A thousand small towns: solvers of flows and matchings find no better proposal, and neither chance nor order has a say.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use pathfinding::directed::edmonds_karp::{SparseCapacity, edmonds_karp};
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use super::*;

const TOWNS: u64 = 1_000;

/// SplitMix64: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// A small town, drawn: households with much and little, lines of every urgency, piles with none to two pieces.
fn town(number: u64) -> Problem {
    let mut dice = Dice(number);
    let households: Vec<Household> = (0..1 + dice.below(4))
        .map(|_| {
            let of = dice.below(12) as i64;
            household(dice.below(of as usize + 1) as i64, of)
        })
        .collect();
    let mut item = 0;
    let piles: Vec<Vec<usize>> = (0..1 + dice.below(5))
        .map(|_| {
            let pieces = dice.below(3);
            item += pieces;
            (item - pieces..item).collect()
        })
        .collect();
    let lines = (0..1 + dice.below(9))
        .map(|number| {
            let mut fits: Vec<usize> = (0..piles.len()).filter(|_| dice.below(100) < 45).collect();
            dice.shuffle(&mut fits);
            let (household, urgency) = (dice.below(households.len()), [0, 40, 80][dice.below(3)]);
            let recorded_on = TODAY.saturating_sub((dice.below(60) as i64).days());
            let weight = 1 + dice.below(2) as i64;
            // A wish may be marked as urgent; it is a wish all the same.
            let counts = urgency > 0 && dice.below(8) > 0;
            Line { id: format!("n{number}"), household, urgency, counts, weight, recorded_on, fits }
        })
        .collect();
    Problem { as_of: TODAY, seed: format!("week {number}"), households, lines, piles }
}

/// The same town in which nobody's share changes by what is given.
fn with_fixed_scores(mut town: Problem) -> Problem {
    town.households.iter_mut().for_each(|household| household.template_weight = 0);
    town
}

/// The most lines out of these that can be served at once, by maximum flow.
fn most(town: &Problem, lines: &BTreeSet<usize>) -> usize {
    let (source, sink) = (usize::MAX, usize::MAX - 1);
    let pile_at = |pile: usize| town.lines.len() + pile;
    let mut vertices = vec![source, sink];
    let mut pipes = Vec::new();
    for &line in lines {
        vertices.push(line);
        pipes.push(((source, line), 1));
        pipes.extend(town.lines[line].fits.iter().map(|pile| ((line, pile_at(*pile)), 1)));
    }
    for (pile, items) in town.piles.iter().enumerate() {
        vertices.push(pile_at(pile));
        pipes.push(((pile_at(pile), sink), items.len() as i64));
    }
    let (_, flow, _) = edmonds_karp::<_, _, _, SparseCapacity<i64>>(&vertices, &source, &sink, pipes);
    usize::try_from(flow).expect("a flow of pieces")
}

/// The greatest sum of fixed scores, by the Hungarian method.
fn greatest_sum(town: &Problem) -> i64 {
    let items: Vec<usize> = (0..town.piles.len()).flat_map(|pile| town.piles[pile].iter().map(move |_| pile)).collect();
    if items.is_empty() {
        return 0;
    }
    let columns = town.lines.len().max(items.len());
    let sums = Matrix::from_fn(items.len(), columns, |(item, line)| match town.lines.get(line) {
        Some(line) if line.fits.contains(&items[item]) => {
            i64::from(score(line, &town.households[line.household], town.as_of).total())
        }
        _ => 0,
    });
    kuhn_munkres(&sums).0
}

/// The words of the law reference taken one by one, slowly: score all that wait, take the best, serve it if a flow can serve it
/// together with all before it, count what it got, and begin again.
fn word_by_word(town: &Problem) -> Vec<(usize, u16)> {
    let mut waiting: BTreeSet<usize> = (0..town.lines.len()).collect();
    let mut served = BTreeSet::new();
    let mut out = Vec::new();
    let mut has: Vec<i64> = town.households.iter().map(|one| one.have_weight).collect();
    while !waiting.is_empty() {
        let share = |line: &Line| match town.households[line.household].template_weight {
            0 => 1.0,
            of => has[line.household].min(of) as f64 / of as f64,
        };
        let points = |line: &Line| {
            let b = (40.0 * (1.0 - share(line)) + 1e-9).round();
            let w = ((town.as_of - line.recorded_on).get_days() / 7).clamp(0, 20);
            i64::from(line.urgency) + b as i64 + i64::from(w)
        };
        let better = |one: &&usize, two: &&usize| {
            let (one, two) = (&town.lines[**one], &town.lines[**two]);
            points(one)
                .cmp(&points(two))
                .then(two.recorded_on.cmp(&one.recorded_on))
                .then(share(two).total_cmp(&share(one)))
                .then_with(|| lot(&two.id, &town.seed).cmp(&lot(&one.id, &town.seed)))
        };
        let best = *waiting.iter().max_by(better).expect("a line");
        let sum = points(&town.lines[best]) as u16;
        waiting.remove(&best);
        served.insert(best);
        if most(town, &served) < served.len() {
            served.remove(&best);
            continue;
        }
        out.push((best, sum));
        if town.lines[best].counts {
            has[town.lines[best].household] += town.lines[best].weight;
        }
    }
    out
}

fn lines_of(proposals: &[Proposal]) -> Vec<usize> {
    proposals.iter().map(|one| one.line).collect()
}

#[test]
fn every_proposal_can_be_carried_out_and_no_other_serves_more() {
    for number in 0..TOWNS {
        let town = town(number);
        let proposals = propose(&town);
        let mut items = BTreeSet::new();
        for (before, one) in proposals.iter().enumerate() {
            let fits = &town.lines[one.line].fits;
            assert!(fits.iter().any(|pile| town.piles[*pile].contains(&one.item)), "town {number}: it does not fit");
            assert!(items.insert(one.item), "town {number}: an item is given twice");
            assert_eq!(one.rank, before + 1);
        }
        assert!(proposals.is_sorted_by(|one, two| one.score.total() >= two.score.total()), "town {number}");
        assert_eq!(proposals.len(), most(&town, &(0..town.lines.len()).collect()), "town {number}");
    }
}

#[test]
fn no_other_choice_has_more_points_when_they_are_fixed() {
    for number in 0..TOWNS {
        let town = with_fixed_scores(town(number));
        let sum: i64 = propose(&town).iter().map(|one| i64::from(one.score.total())).sum();
        assert_eq!(sum, greatest_sum(&town), "town {number}");
    }
}

#[test]
fn it_is_what_the_words_say() {
    for number in 0..TOWNS {
        let town = town(number);
        let quick: Vec<(usize, u16)> = propose(&town).iter().map(|one| (one.line, one.score.total())).collect();
        assert_eq!(quick, word_by_word(&town), "town {number}");
    }
}

#[test]
fn a_line_below_never_takes_from_a_line_above() {
    for number in 0..TOWNS {
        let town = town(number);
        let lines = lines_of(&propose(&town));
        let without = |line: usize| {
            let mut fewer = town.clone();
            fewer.lines[line].fits.clear();
            lines_of(&propose(&fewer))
        };
        // The last one served might as well not be there; a line that is not served changes nothing at all.
        if let Some((last, above)) = lines.split_last() {
            assert_eq!(without(*last)[..above.len()], *above, "town {number}");
        }
        for line in (0..town.lines.len()).filter(|line| !lines.contains(line)) {
            assert_eq!(without(line), lines, "town {number}, line {line}");
        }
        // From the top of the list, the served lines are those that the top alone would have got.
        let town = with_fixed_scores(town);
        let (all, order) = (lines_of(&propose(&town)), ranking(town.as_of, &town.seed, &town.households, &town.lines));
        for top in 1..=order.len() {
            let top: BTreeSet<usize> = order[..top].iter().map(|one| one.line).collect();
            let served = all.iter().filter(|line| top.contains(line)).count();
            assert_eq!(served, most(&town, &top), "town {number}, the first {}", top.len());
        }
    }
}

#[test]
fn the_order_of_the_input_changes_nothing() {
    for number in 0..TOWNS {
        let town = town(number);
        let mut dice = Dice(!number);
        let mut other = town.clone();
        let mut order: Vec<usize> = (0..town.households.len()).collect();
        dice.shuffle(&mut order);
        other.households = order.iter().map(|old| town.households[*old].clone()).collect();
        for line in &mut other.lines {
            line.household = order.iter().position(|old| *old == line.household).expect("it is there");
        }
        let mut order: Vec<usize> = (0..town.piles.len()).collect();
        dice.shuffle(&mut order);
        other.piles = order.iter().map(|old| town.piles[*old].clone()).collect();
        for pile in other.lines.iter_mut().flat_map(|line| &mut line.fits) {
            *pile = order.iter().position(|old| old == pile).expect("it is there");
        }
        dice.shuffle(&mut other.lines);
        let told = |town: &Problem| -> Vec<(String, usize, Score)> {
            propose(town).iter().map(|one| (town.lines[one.line].id.clone(), one.item, one.score)).collect()
        };
        assert_eq!(told(&town), told(&other), "town {number}");
    }
}

#[test]
fn another_seed_changes_only_who_wins_a_draw() {
    for number in 0..TOWNS {
        let town = town(number);
        assert_eq!(propose(&town), propose(&town.clone()), "town {number}");
        let mut fixed = with_fixed_scores(town.clone());
        let sums = |town: &Problem| propose(town).iter().map(|one| one.score.total()).collect::<Vec<u16>>();
        let before = sums(&fixed);
        fixed.seed.push_str(", drawn again");
        assert_eq!(sums(&fixed), before, "town {number}");
        // Where no two lines wait equally long, the lot has no say.
        let mut distinct = town;
        for (days, line) in distinct.lines.iter_mut().enumerate() {
            line.recorded_on = TODAY.saturating_sub((days as i64).days());
        }
        let mut again = distinct.clone();
        again.seed.push_str(", drawn again");
        assert_eq!(propose(&distinct), propose(&again), "town {number}");
    }
}

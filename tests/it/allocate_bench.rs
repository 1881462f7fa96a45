//! The promises of the rule "first things first" in small invented towns; `tests/bench/allocation` measures large ones.

use gabentisch::domain::allocation::propose;

use crate::bench_allocation::checks::run;
use crate::bench_allocation::flow;
use crate::bench_allocation::metrics::{busiest, play};
use crate::bench_allocation::policies::Policy;
use crate::bench_allocation::town::{PILES, Scenario, Town};

#[test]
fn the_promises_hold_in_every_kind_of_town() {
    let mut broken = Vec::new();
    for scenario in Scenario::ALL {
        let results = run(scenario, 30, 4, &[Policy::Fcfs, Policy::Rule]);
        for verdict in results.verdicts().iter().filter(|verdict| !verdict.holds) {
            broken.push(format!("{}: {}: {}", scenario.name(), verdict.name, verdict.value));
        }
    }
    assert_eq!(broken, Vec::<String>::new());
}

/// What the promises are worth: other ways to give out break them.
#[test]
fn other_ways_to_give_out_break_the_promises() {
    let town = Town::new(Scenario::SkewedSizes, 60, 1);
    let of = |policy| play(&town, policy);
    assert!(of(Policy::Fcfs).waited_beside > 0, "what fits lies there, and whoever needs it does not come");
    assert!(of(Policy::RuleWithoutExchange).weeks_off_most > 0, "without exchange fewer are served");
    assert!(of(Policy::Random).first < of(Policy::Rule).first - 0.05, "seconds before firsts");
    assert!(of(Policy::GreatestSum).weeks_off_most == 0, "the solver serves most too");
}

/// In a town of 150 households with 5,000 lines and points that stay as they are.
#[test]
fn a_solver_finds_no_better_list_for_a_whole_town() {
    for seed in 1..=3 {
        let mut problem = busiest(&Town::new(Scenario::SkewedSizes, 150, seed));
        problem.households.iter_mut().for_each(|household| household.template_weight = 0);
        let proposals = propose(&problem);
        let stock: Vec<usize> = problem.piles.iter().map(Vec::len).collect();
        assert_eq!((stock.len(), proposals.len()), (PILES, flow::most(problem.lines.iter(), &stock)));
        let points = |line: usize| {
            let line = &problem.lines[line];
            gabentisch::domain::allocation::score(line, &problem.households[line.household], problem.as_of).total()
        };
        let lines: Vec<_> = problem.lines.iter().enumerate().map(|(at, line)| (at, line, points(at))).collect();
        let solved: u32 = flow::greatest_sum(&lines, &stock).iter().map(|(line, _)| u32::from(points(*line))).sum();
        let proposed: u32 = proposals.iter().map(|one| u32::from(one.score.total())).sum();
        assert_eq!(proposed, solved, "seed {seed}");
    }
}

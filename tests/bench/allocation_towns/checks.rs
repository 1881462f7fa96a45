//! Many towns of one kind under all policies, and whether what was promised holds in them.

use gabentisch::domain::allocation::propose;

use super::metrics::{Bound, Metrics, bound, busiest, play};
use super::policies::Policy;
use super::town::{Scenario, Town};

/// Share of the first needs that the rule must meet, of what an omniscient solver could.
const FIRST_NEEDS: f64 = 0.97;
/// How much better off the worst tenth must be than with first come, first served.
const WORST_TENTH: f64 = 1.5;

/// A mean over the seeds, and half its 95 % confidence interval.
#[derive(Clone, Copy, Debug)]
pub struct Mean {
    pub mean: f64,
    pub half: f64,
}

pub fn mean(values: impl Iterator<Item = f64>) -> Mean {
    /// Two-sided 95 % of Student's t, for 1 to 20 degrees of freedom.
    const T: [f64; 20] = [
        12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.20, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.10,
        2.09, 2.09,
    ];
    let values: Vec<f64> = values.collect();
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    if values.len() < 2 {
        return Mean { mean, half: f64::NAN };
    }
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let t = T.get(values.len() - 2).copied().unwrap_or(1.96);
    Mean { mean, half: t * (variance / count).sqrt() }
}

/// One scenario in one size, town by town.
pub struct Results {
    pub scenario: Scenario,
    pub bounds: Vec<Bound>,
    pub by_policy: Vec<(Policy, Vec<Metrics>)>,
    /// Whether the same town gave the same proposal twice.
    pub same_again: bool,
}

pub fn run(scenario: Scenario, households: usize, seeds: u64, policies: &[Policy]) -> Results {
    let towns: Vec<Town> = (1..=seeds).map(|seed| Town::new(scenario, households, seed)).collect();
    let again = |town: &Town| {
        let other = Town::new(scenario, households, town.seed);
        propose(&busiest(town)) == propose(&busiest(&other))
    };
    Results {
        scenario,
        bounds: towns.iter().map(bound).collect(),
        by_policy: policies
            .iter()
            .map(|policy| (*policy, towns.iter().map(|town| play(town, *policy)).collect()))
            .collect(),
        same_again: towns.iter().all(again),
    }
}

impl Results {
    pub fn of(&self, policy: Policy) -> &[Metrics] {
        self.by_policy.iter().find(|(one, _)| *one == policy).map_or(&[], |(_, metrics)| metrics)
    }

    /// First needs met by the rule, as a share of what an omniscient solver meets, town by town.
    pub fn first_of_bound(&self) -> Mean {
        mean(self.of(Policy::Rule).iter().zip(&self.bounds).map(|(rule, bound)| rule.first / bound.first))
    }

    /// The mean over the towns of what was measured under a policy.
    pub fn mean(&self, policy: Policy, of: fn(&Metrics) -> f64) -> Mean {
        mean(self.of(policy).iter().map(of))
    }

    /// The share of the basic set below which a tenth of the households stays: with first come first served, and with the rule.
    pub fn worst_tenth(&self) -> (f64, f64) {
        (self.mean(Policy::Fcfs, |one| one.p10).mean, self.mean(Policy::Rule, |one| one.p10).mean)
    }

    pub fn verdicts(&self) -> Vec<Verdict> {
        let sum = |count: fn(&Metrics) -> usize| self.of(Policy::Rule).iter().map(count).sum::<usize>();
        let (below, beside) = (sum(|one| one.weeks_off_most), sum(|one| one.waited_beside));
        let (first, (before, tenth)) = (self.first_of_bound(), self.worst_tenth());
        vec![
            Verdict::kept("weeks in which not the most lines were served", format!("{below}"), below == 0),
            Verdict::kept("lines beside a fitting free piece > 4 weeks", format!("{beside}"), beside == 0),
            Verdict::kept("same seed, same list", if self.same_again { "yes" } else { "no" }.into(), self.same_again),
            Verdict::wanted(
                "first needs, share of the bound (≥ 97 %)",
                format!("{:.1} % ± {:.1}", first.mean * 100.0, first.half * 100.0),
                first.mean >= FIRST_NEEDS,
            ),
            Verdict::wanted(
                "worst tenth, times first come (≥ 1.5)",
                format!("{:.2} ({:.1} % against {:.1} %)", tenth / before, tenth * 100.0, before * 100.0),
                tenth > 0.0 && tenth >= WORST_TENTH * before,
            ),
        ]
    }
}

/// Whether a promise holds.
pub struct Verdict {
    pub name: &'static str,
    pub value: String,
    pub holds: bool,
    /// It follows from how the rule is made, whatever the town is like.
    pub always: bool,
}

impl Verdict {
    fn kept(name: &'static str, value: String, holds: bool) -> Verdict {
        Verdict { name, value, holds, always: true }
    }

    fn wanted(name: &'static str, value: String, holds: bool) -> Verdict {
        Verdict { name, value, holds, always: false }
    }
}

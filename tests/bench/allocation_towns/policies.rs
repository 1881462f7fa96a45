//! Ways to give out what lies there in one week.

use std::collections::BinaryHeap;
use std::time::{Duration, Instant};

use gabentisch::domain::allocation::{Household, Line, Problem, Score, score, walk};

use super::flow;
use super::town::{Dice, Town, day};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Whoever comes takes what fits.
    Fcfs,
    /// The same, three pieces for each person and visit.
    FcfsQuota,
    /// Whoever comes pays with points: two for each person and week.
    Shop,
    /// All who lack something, in an order that is drawn.
    Random,
    /// As many lines as possible, the lot decides which.
    MostLines,
    /// The household that has least, whatever it lacks.
    LeastServed,
    /// The greatest sum of points that a solver finds, with the points at the beginning of the week.
    GreatestSum,
    RuleWithoutExchange,
    Rule,
}

impl Policy {
    pub const ALL: [Policy; 9] = [
        Policy::Fcfs,
        Policy::FcfsQuota,
        Policy::Shop,
        Policy::Random,
        Policy::MostLines,
        Policy::LeastServed,
        Policy::GreatestSum,
        Policy::RuleWithoutExchange,
        Policy::Rule,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Policy::Fcfs => "first come",
            Policy::FcfsQuota => "first come + quota",
            Policy::Shop => "points shop",
            Policy::Random => "random order",
            Policy::MostLines => "most lines, by lot",
            Policy::LeastServed => "least served first",
            Policy::GreatestSum => "solver: greatest sum",
            Policy::RuleWithoutExchange => "rule, no exchange",
            Policy::Rule => "rule",
        }
    }

    /// Whether the households take by themselves, when they come.
    pub fn is_self_service(self) -> bool {
        matches!(self, Policy::Fcfs | Policy::FcfsQuota | Policy::Shop)
    }
}

/// A week in a town: what lies there, and who lacks what.
pub struct Moment<'a> {
    pub town: &'a Town,
    pub week: i32,
    /// Pieces on each pile.
    pub stock: &'a [usize],
    /// Lines that are known and not yet served.
    pub open: &'a [usize],
    /// The households with what they have.
    pub households: &'a [Household],
}

/// What is given: line and pile, in the order in which it is given.
#[derive(Default)]
pub struct Given {
    pub pieces: Vec<(usize, usize)>,
    pub exchanges: usize,
    /// How long choosing took.
    pub took: Duration,
}

/// What the rule looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    All,
    Shares,
    Nothing,
}

/// Numbers of the items: this many for each pile.
const OF_ONE_PILE: usize = 1 << 20;

impl Moment<'_> {
    pub fn give(&self, policy: Policy) -> Given {
        let begun = Instant::now();
        let pieces = match policy {
            Policy::Fcfs => self.self_service(|_| i64::MAX, |_| 1),
            Policy::FcfsQuota => self.self_service(|home| 3 * self.town.homes[home].persons as i64, |_| 1),
            Policy::Shop => self.self_service(|home| self.points_left(home), |line| line.weight),
            Policy::Random => {
                let mut order = self.open.to_vec();
                self.dice().shuffle(&mut order);
                self.each_takes(order.into_iter())
            }
            Policy::MostLines => return self.by_rule(Look::Nothing),
            Policy::LeastServed => return self.by_rule(Look::Shares),
            Policy::Rule => return self.by_rule(Look::All),
            Policy::RuleWithoutExchange => self.without_exchange(),
            Policy::GreatestSum => self.greatest_sum(),
        };
        Given { pieces, exchanges: 0, took: begun.elapsed() }
    }

    fn dice(&self) -> Dice {
        let mut dice = Dice(self.town.seed ^ (self.week as u64) << 32 ^ 3);
        dice.next();
        dice
    }

    pub fn score(&self, line: usize, households: &[Household]) -> Score {
        let line = &self.town.lines[line];
        score(line, &households[line.household], day(self.week))
    }

    /// The problem as the program poses it, and which line of the town each of its lines is.
    pub fn problem(&self, look: Look) -> (Problem, Vec<usize>) {
        let fits = |line: &&usize| self.town.lines[**line].fits.iter().any(|pile| self.stock[*pile] > 0);
        let open: Vec<usize> = self.open.iter().filter(fits).copied().collect();
        let seen = |line: &usize| {
            let line = self.town.lines[*line].clone();
            if look == Look::All {
                line
            } else {
                Line { urgency: 1, counts: true, recorded_on: day(self.week), ..line }
            }
        };
        let mut households = self.households.to_vec();
        if look == Look::Nothing {
            households.iter_mut().for_each(|household| household.template_weight = 0);
        }
        let pile = |(pile, count): (usize, &usize)| (pile * OF_ONE_PILE..).take(*count).collect();
        let problem = Problem {
            as_of: day(self.week),
            seed: format!("{} {}", self.town.seed, self.week),
            households,
            lines: open.iter().map(seen).collect(),
            piles: self.stock.iter().enumerate().map(pile).collect(),
        };
        (problem, open)
    }

    pub fn by_rule(&self, look: Look) -> Given {
        let (problem, open) = self.problem(look);
        let begun = Instant::now();
        let walk = walk(&problem);
        let took = begun.elapsed();
        let pieces = walk.proposals.iter().map(|one| (open[one.line], one.item / OF_ONE_PILE)).collect();
        Given { pieces, exchanges: walk.exchanges, took }
    }

    /// Lines in this order take the first pile that fits and has a piece.
    fn each_takes(&self, order: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
        let mut stock = self.stock.to_vec();
        order.filter_map(|line| Some((line, self.take(line, &mut stock)?))).collect()
    }

    fn take(&self, line: usize, stock: &mut [usize]) -> Option<usize> {
        let pile = self.town.lines[line].fits.iter().copied().find(|pile| stock[*pile] > 0)?;
        stock[pile] -= 1;
        Some(pile)
    }

    /// Whoever comes this week takes, one household after the other, as long as it may pay.
    fn self_service(&self, purse: impl Fn(usize) -> i64, price: impl Fn(&Line) -> i64) -> Vec<(usize, usize)> {
        let mut open_of = vec![Vec::new(); self.households.len()];
        for &line in self.open {
            open_of[self.town.lines[line].household].push(line);
        }
        let comes = |home: &usize| !open_of[*home].is_empty() && self.town.visits(*home, self.week);
        let mut visitors: Vec<usize> = (0..self.households.len()).filter(comes).collect();
        self.dice().shuffle(&mut visitors);
        let (mut stock, mut given) = (self.stock.to_vec(), Vec::new());
        for home in visitors {
            let mut left = purse(home);
            for &line in &open_of[home] {
                let price = price(&self.town.lines[line]);
                if price <= left
                    && let Some(pile) = self.take(line, &mut stock)
                {
                    left -= price;
                    given.push((line, pile));
                }
            }
        }
        given
    }

    /// Two points for each person and week since the household came, minus what its pieces cost.
    fn points_left(&self, home: usize) -> i64 {
        let since = self.open.iter().find(|line| self.town.lines[**line].household == home);
        let weeks = since.map_or(0, |line| self.week - self.town.since[*line].max(0) + 1);
        2 * self.town.homes[home].persons as i64 * i64::from(weeks) - self.households[home].have_weight
    }

    fn without_exchange(&self) -> Vec<(usize, usize)> {
        let mut households = self.households.to_vec();
        let (mut stock, mut given) = (self.stock.to_vec(), Vec::new());
        let key = |line: usize, households: &[Household]| {
            let longer = std::cmp::Reverse(self.town.since[line]);
            (self.score(line, households).total(), longer, std::cmp::Reverse(line))
        };
        let mut waiting: BinaryHeap<_> = self.open.iter().map(|line| key(*line, &households)).collect();
        while let Some(turn) = waiting.pop() {
            let line = turn.2.0;
            let now = key(line, &households);
            if now != turn {
                waiting.push(now);
            } else if let Some(pile) = self.take(line, &mut stock) {
                receive(&self.town.lines[line], &mut households);
                given.push((line, pile));
            }
        }
        given
    }

    fn greatest_sum(&self) -> Vec<(usize, usize)> {
        let points = |line: &usize| (*line, &self.town.lines[*line], self.score(*line, self.households).total());
        let mut given = flow::greatest_sum(&self.open.iter().map(points).collect::<Vec<_>>(), self.stock);
        given.sort_by_key(|(line, _)| (std::cmp::Reverse(self.score(*line, self.households).total()), *line));
        given
    }
}

/// A household has got a piece for this line; wishes do not count.
pub fn receive(line: &Line, households: &mut [Household]) {
    if line.urgency > 0 {
        households[line.household].have_weight += line.weight;
    }
}

//! A year of a town under one policy, in numbers.

use std::collections::VecDeque;

use gabentisch::domain::allocation::{Household, Problem, propose};

use super::flow;
use super::policies::{Given, Moment, Policy, receive};
use super::town::{PILES, Town, WEEKS, day};

/// A line that lay beside a piece that fits it for longer than this has waited for nothing.
const LONGEST_BESIDE: u32 = 4;
/// Stock is old after as many weeks.
const OLD: i32 = 8;

/// What is measured, with its heading.
#[derive(Clone, Debug, Default)]
pub struct Metrics {
    /// Shares of the lines with 80 points, and of all lines, that were served.
    pub first: f64,
    pub lines: f64,
    /// How much of their basic set the households have in the end.
    pub min: f64,
    pub p10: f64,
    pub gini: f64,
    /// Weeks that lines waited; open lines until the end.
    pub p90_wait_80: f64,
    pub longest_wait_80: f64,
    pub p90_wait_40: f64,
    /// Share of open lines that see a piece that fits them go to another household's line with fewer points.
    pub envy: f64,
    /// Differences of the mean share between households with and without a mentor, small and large, parents and others.
    pub gap_mentor: f64,
    pub gap_size: f64,
    pub gap_parents: f64,
    /// Share of the stock that is left which lies for more than eight weeks.
    pub old_stock: f64,
    /// For each piece given.
    pub exchanges: f64,
    /// Milliseconds for a week's choice.
    pub ms: f64,
    pub longest_ms: f64,
    /// Weeks in which not as many lines were served as a solver could.
    pub weeks_off_most: usize,
    /// Lines with 40 or 80 points that lay beside a free piece that fits for more than four weeks on end.
    pub waited_beside: usize,
}

/// What could be had by somebody who knows all gifts of the year on its first day.
pub struct Bound {
    /// The most first needs and the most lines that can be served, each by itself: no policy has more.
    pub first: f64,
    pub lines: f64,
    /// Shares of the households when whoever has least is always next. That is no bound: pieces that count twice and lines of
    /// one household in place of each other make the best shares a harder problem than a flow.
    pub min: f64,
    pub p10: f64,
}

pub fn bound(town: &Town) -> Bound {
    let mut stock = vec![0_usize; PILES];
    for pile in town.gifts.iter().flatten() {
        stock[*pile] += 1;
    }
    let firsts = || town.lines.iter().filter(|line| line.urgency == 80);
    let share = |served: usize, of: usize| served as f64 / of.max(1) as f64;
    // Shares alone, over all gifts at once: whoever has least is next.
    let open: Vec<usize> = (0..town.lines.len()).filter(|line| town.lines[*line].urgency > 0).collect();
    let moment = Moment { town, week: WEEKS, stock: &stock, open: &open, households: &town.households };
    let mut households = town.households.clone();
    for (line, _) in moment.give(Policy::LeastServed).pieces {
        receive(&town.lines[line], &mut households);
    }
    let shares = sorted_shares(&households);
    Bound {
        first: share(flow::most(firsts(), &stock), firsts().count()),
        lines: share(flow::most(town.lines.iter(), &stock), town.lines.len()),
        min: shares[0],
        p10: shares[shares.len() / 10],
    }
}

fn share_of(household: &Household) -> f64 {
    household.have_weight as f64 / household.template_weight.max(1) as f64
}

fn sorted_shares(households: &[Household]) -> Vec<f64> {
    let mut shares: Vec<f64> = households.iter().map(share_of).collect();
    shares.sort_by(f64::total_cmp);
    shares
}

/// The town while it is played.
struct Play<'a> {
    town: &'a Town,
    policy: Policy,
    /// For each pile the weeks in which its pieces came.
    stock: Vec<VecDeque<i32>>,
    households: Vec<Household>,
    served: Vec<Option<i32>>,
    /// Weeks on end in which a fitting piece lay free beside an open line.
    beside: Vec<u32>,
    measured: Metrics,
    envious: usize,
    looked_at: usize,
    given: usize,
    exchanged: usize,
}

/// Plays the year.
pub fn play(town: &Town, policy: Policy) -> Metrics {
    let mut play = Play {
        town,
        policy,
        stock: vec![VecDeque::new(); PILES],
        households: town.households.clone(),
        served: vec![None; town.lines.len()],
        beside: vec![0; town.lines.len()],
        measured: Metrics::default(),
        envious: 0,
        looked_at: 0,
        given: 0,
        exchanged: 0,
    };
    for week in 0..WEEKS {
        for pile in &town.gifts[week as usize] {
            play.stock[*pile].push_back(week);
        }
        play.week(week);
    }
    play.end()
}

impl Play<'_> {
    fn week(&mut self, week: i32) {
        let town = self.town;
        let stock: Vec<usize> = self.stock.iter().map(VecDeque::len).collect();
        let is_open = |line: &usize| self.served[*line].is_none() && town.since[*line] <= week;
        let open: Vec<usize> = (0..town.lines.len()).filter(is_open).collect();
        let moment = Moment { town, week, stock: &stock, open: &open, households: &self.households };
        let Given { pieces, exchanges, took } = moment.give(self.policy);
        let most = flow::most(open.iter().map(|line| &town.lines[*line]), &stock);
        self.measured.weeks_off_most += usize::from(pieces.len() != most);
        self.measured.ms += took.as_secs_f64() * 1e3 / f64::from(WEEKS);
        self.measured.longest_ms = self.measured.longest_ms.max(took.as_secs_f64() * 1e3);

        // What each piece went for: the fewest points, and the fewest of another household.
        let mut households = self.households.clone();
        let mut fewest: Vec<[Option<(u16, usize)>; 2]> = vec![[None; 2]; PILES];
        let mut free = stock.clone();
        let mut ready = vec![false; town.lines.len()];
        for (line, pile) in &pieces {
            let award = (moment.score(*line, &households).total(), town.lines[*line].household);
            note(&mut fewest[*pile], award);
            receive(&town.lines[*line], &mut households);
            free[*pile] -= 1;
            ready[*line] = true;
        }
        for line in open.iter().copied().filter(|line| !ready[*line]) {
            let points = moment.score(line, &households).total();
            let fits = &town.lines[line].fits;
            let other = |(less, household): (u16, usize)| less < points && household != town.lines[line].household;
            let envies = fits.iter().any(|pile| fewest[*pile].into_iter().flatten().any(other));
            self.envious += usize::from(envies);
            let beside = town.lines[line].urgency >= 40 && fits.iter().any(|pile| free[*pile] > 0);
            self.beside[line] = if beside { self.beside[line] + 1 } else { 0 };
            self.measured.waited_beside += usize::from(self.beside[line] == LONGEST_BESIDE + 1);
        }
        self.looked_at += open.len();
        self.exchanged += exchanges;
        self.given += pieces.len();
        for (line, pile) in pieces {
            self.beside[line] = 0;
            let home = town.lines[line].household;
            if self.policy.is_self_service() || town.fetches(home, week) {
                self.stock[pile].pop_front();
                self.served[line] = Some(week);
                receive(&town.lines[line], &mut self.households);
            }
        }
    }

    fn end(self) -> Metrics {
        let Play { town, households, served, stock, mut measured, .. } = self;
        let share = |urgency: Option<u16>| {
            let lines = (0..town.lines.len()).filter(|line| urgency.is_none_or(|one| town.lines[*line].urgency == one));
            let (mut all, mut got) = (0.0, 0.0);
            for line in lines {
                all += 1.0;
                got += f64::from(u8::from(served[line].is_some()));
            }
            got / f64::max(all, 1.0)
        };
        let waits = |urgency: u16| -> Vec<f64> {
            let lines = (0..town.lines.len()).filter(|line| town.lines[*line].urgency == urgency);
            let mut waits: Vec<f64> =
                lines.map(|line| f64::from(served[line].unwrap_or(WEEKS) - town.since[line])).collect();
            waits.sort_by(f64::total_cmp);
            waits
        };
        let at = |list: &[f64], share: f64| list.get((list.len() as f64 * share) as usize).copied().unwrap_or_default();
        (measured.first, measured.lines) = (share(Some(80)), share(None));
        let shares = sorted_shares(&households);
        (measured.min, measured.p10, measured.gini) = (shares[0], shares[shares.len() / 10], gini(&shares));
        let (of_80, of_40) = (waits(80), waits(40));
        measured.p90_wait_80 = at(&of_80, 0.9);
        measured.longest_wait_80 = of_80.last().copied().unwrap_or_default();
        measured.p90_wait_40 = at(&of_40, 0.9);
        measured.envy = self.envious as f64 / self.looked_at.max(1) as f64;
        let gap = |one: &dyn Fn(usize) -> bool, other: &dyn Fn(usize) -> bool| {
            let mean = |is_in: &dyn Fn(usize) -> bool| {
                let list: Vec<f64> =
                    (0..households.len()).filter(|home| is_in(*home)).map(|home| share_of(&households[home])).collect();
                list.iter().sum::<f64>() / list.len().max(1) as f64
            };
            mean(one) - mean(other)
        };
        let homes = &town.homes;
        measured.gap_mentor = gap(&|home| homes[home].mentor, &|home| !homes[home].mentor);
        measured.gap_size = gap(&|home| homes[home].persons >= 4, &|home| homes[home].persons <= 2);
        measured.gap_parents = gap(&|home| homes[home].parents, &|home| !homes[home].parents);
        let left: Vec<i32> = stock.into_iter().flatten().collect();
        measured.old_stock = left.iter().filter(|week| WEEKS - **week > OLD).count() as f64 / left.len().max(1) as f64;
        measured.exchanges = self.exchanged as f64 / self.given.max(1) as f64;
        measured
    }
}

/// Keeps the two smallest of different households.
fn note(fewest: &mut [Option<(u16, usize)>; 2], award: (u16, usize)) {
    let [first, second] = *fewest;
    let less = |than: Option<(u16, usize)>| than.is_none_or(|than| award.0 < than.0);
    let same = |one: Option<(u16, usize)>| one.is_some_and(|one| one.1 == award.1);
    *fewest = match (same(first), less(first), less(second)) {
        (true, true, _) => [Some(award), second],
        (true, false, _) => [first, second],
        (false, true, _) => [Some(award), first],
        (false, false, true) => [first, Some(award)],
        (false, false, false) => [first, second],
    };
}

/// 0: all have the same share. From sorted shares.
fn gini(sorted: &[f64]) -> f64 {
    let (count, sum) = (sorted.len() as f64, sorted.iter().sum::<f64>());
    let weighted: f64 =
        sorted.iter().enumerate().map(|(at, share)| (2.0 * (at as f64 + 1.0) - count - 1.0) * share).sum();
    if sum > 0.0 { weighted / (count * sum) } else { 0.0 }
}

/// The town in the week in which most is asked for, as one problem: how long does it take?
pub fn busiest(town: &Town) -> Problem {
    let mut stock = vec![0_usize; PILES];
    for pile in town.gifts.iter().flatten() {
        stock[*pile] += 1;
    }
    stock.iter_mut().for_each(|pieces| *pieces = pieces.div_ceil(8));
    let open: Vec<usize> = (0..town.lines.len()).collect();
    let moment = Moment { town, week: WEEKS, stock: &stock, open: &open, households: &town.households };
    let mut problem = moment.problem(super::policies::Look::AtAll).0;
    problem.as_of = day(WEEKS);
    problem
}

/// Milliseconds for one proposal, the best of three.
pub fn milliseconds(problem: &Problem) -> f64 {
    let once = |_| {
        let begun = std::time::Instant::now();
        std::hint::black_box(propose(problem));
        begun.elapsed().as_secs_f64() * 1e3
    };
    (0..3).map(once).fold(f64::INFINITY, f64::min)
}

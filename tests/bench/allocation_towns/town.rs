//! Invented towns: households that come over a year, what they lack, and what is given week by week.
//!
//! The shares are assumptions (law reference 5.4). Change them only with [`GENERATOR`].

use gabentisch::domain::allocation::{Household, Line};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

/// Goes up whenever another town comes out of the same seed.
pub const GENERATOR: u32 = 1;
/// Weeks that are played: a year.
pub const WEEKS: i32 = 52;
/// Sizes of each kind of clothes, from the smallest.
pub const SIZES: usize = 5;
/// Men's, women's and children's.
const CUTS: usize = 3;
const PRODUCTS: usize = 6;
/// Pieces in the basic set of a person, whether they count twice, and the share of gifts that are one.
const BASIC_SET: [(usize, i64, f64); PRODUCTS] =
    [(3, 1, 0.34), (2, 1, 0.2), (2, 2, 0.2), (1, 2, 0.08), (2, 2, 0.1), (1, 1, 0.08)];
const JACKET: usize = 3;
const SHOES: usize = 4;
/// In one size for all.
const BEDDING: usize = 5;
/// One pile for each cut, product and size.
pub const PILES: usize = CUTS * PRODUCTS * SIZES;

/// What people wear, and what is given: gifts are larger, for grown-ups.
const WORN: [[f64; SIZES]; CUTS] =
    [[0.10, 0.32, 0.33, 0.17, 0.08], [0.12, 0.30, 0.30, 0.18, 0.10], [0.2, 0.2, 0.2, 0.2, 0.2]];
const GIVEN: [[f64; SIZES]; CUTS] =
    [[0.04, 0.14, 0.28, 0.30, 0.24], [0.08, 0.24, 0.30, 0.22, 0.16], [0.26, 0.26, 0.22, 0.16, 0.10]];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    Balanced,
    SkewedSizes,
    ArrivalWave,
    WinterShock,
    CompanyGift,
    WeakMentors,
    Sparse,
}

impl Scenario {
    pub const ALL: [Scenario; 7] = [
        Scenario::Balanced,
        Scenario::SkewedSizes,
        Scenario::ArrivalWave,
        Scenario::WinterShock,
        Scenario::CompanyGift,
        Scenario::WeakMentors,
        Scenario::Sparse,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Scenario::Balanced => "balanced",
            Scenario::SkewedSizes => "skewed sizes",
            Scenario::ArrivalWave => "arrival wave",
            Scenario::WinterShock => "winter shock",
            Scenario::CompanyGift => "company gift",
            Scenario::WeakMentors => "weak mentors",
            Scenario::Sparse => "sparse",
        }
    }
}

/// SplitMix64: the same numbers everywhere.
#[derive(Clone)]
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    fn by_share(&mut self, shares: &[f64]) -> usize {
        let mut left = self.share() * shares.iter().sum::<f64>();
        shares
            .iter()
            .position(|share| {
                left -= share;
                left < 0.0
            })
            .unwrap_or(shares.len() - 1)
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// A household as the town knows it.
pub struct Home {
    pub persons: usize,
    pub parents: bool,
    pub mentor: bool,
    /// How likely it comes by itself in a week.
    visits: f64,
    /// How likely it comes to fetch what lies ready.
    fetches: f64,
}

pub struct Town {
    pub seed: u64,
    pub homes: Vec<Home>,
    /// With nothing yet.
    pub households: Vec<Household>,
    /// Each household's lines one after the other. What a line fits: the pile of its size, and the next larger one.
    pub lines: Vec<Line>,
    /// The week in which each line was recorded; before 0 when the play begins with it.
    pub since: Vec<i32>,
    /// The piles that are added to in each week.
    pub gifts: Vec<Vec<usize>>,
}

/// The day on which the pieces of a week are given out.
pub fn day(week: i32) -> Date {
    date(2026, 3, 2).saturating_add(week.weeks())
}

fn pile(cut: usize, product: usize, size: usize) -> usize {
    if product == BEDDING { product * SIZES } else { (cut * PRODUCTS + product) * SIZES + size }
}

impl Town {
    pub fn new(scenario: Scenario, households: usize, seed: u64) -> Town {
        let mut dice = Dice(seed);
        dice.0 = dice.next() ^ (scenario as u64) << 32 ^ households as u64;
        let mut town = Town { seed, homes: vec![], households: vec![], lines: vec![], since: vec![], gifts: vec![] };
        // 200 of 600 households in one week.
        let in_wave = if scenario == Scenario::ArrivalWave { households / 3 } else { 0 };
        for number in 0..households {
            let arrives = match number {
                number if number < in_wave => 16,
                number if number % 2 == 0 => -(dice.below(12) as i32),
                _ => 1 + dice.below(WEEKS as usize - 8) as i32,
            };
            town.move_in(scenario, arrives, &mut dice);
        }
        town.give(scenario, &mut dice);
        town
    }

    fn move_in(&mut self, scenario: Scenario, arrives: i32, dice: &mut Dice) {
        let persons = dice.one_of(&[1, 1, 2, 3, 4, 5, 6]);
        let mentor = dice.share() < 0.4;
        let weak = scenario == Scenario::WeakMentors;
        let visits = match (mentor, weak) {
            (true, _) => dice.one_of(&[0.3, 0.6]),
            (false, false) => dice.one_of(&[0.08, 0.15]),
            (false, true) => 0.05,
        };
        let fetches = if weak { 0.5 + 0.5 * visits } else { 0.8 + 0.2 * visits };
        let (number, mut of) = (self.households.len(), 0);
        let mut parents = false;
        for person in 0..persons {
            let man = if persons == 1 { dice.share() < 0.75 } else { person == 0 && dice.share() < 0.5 };
            let cut = match person {
                _ if man => 0,
                0 | 1 => 1,
                _ => 2,
            };
            parents |= cut == 2;
            let size = dice.by_share(&WORN[cut]);
            for (product, (count, weight, _)) in BASIC_SET.into_iter().enumerate() {
                // Sometimes somebody wishes for one more than the basic set has.
                let wishes = usize::from(dice.share() < 0.05);
                of += weight * count as i64;
                for piece in 0..count + wishes {
                    let urgency = if piece == 0 {
                        80
                    } else if piece < count {
                        40
                    } else {
                        0
                    };
                    let first_cold = if matches!(product, JACKET | SHOES) { 20 } else { i32::MIN };
                    let since = if scenario == Scenario::WinterShock { arrives.max(first_cold) } else { arrives };
                    let own = pile(cut, product, size);
                    let larger = product != BEDDING && size + 1 < SIZES;
                    self.lines.push(Line {
                        id: format!("n{}", self.lines.len()),
                        household: number,
                        urgency,
                        counts: urgency > 0,
                        weight,
                        recorded_on: day(since),
                        fits: if larger { vec![own, own + 1] } else { vec![own] },
                    });
                    self.since.push(since);
                }
            }
        }
        self.homes.push(Home { persons, parents, mentor, visits, fetches });
        self.households.push(Household { id: format!("h{number}"), have_weight: 0, template_weight: of });
    }

    fn give(&mut self, scenario: Scenario, dice: &mut Dice) {
        let supply = if scenario == Scenario::Sparse { 0.2 } else { 0.7 };
        let pieces = (self.lines.len() as f64 * supply) as usize;
        self.gifts = vec![Vec::new(); WEEKS as usize];
        let shares: Vec<f64> = BASIC_SET.iter().map(|(_, _, share)| *share).collect();
        for _ in 0..pieces {
            let given = if scenario == Scenario::Balanced {
                // As what is needed.
                self.lines[dice.below(self.lines.len())].fits[0]
            } else {
                let (product, cut) = (dice.by_share(&shares), dice.by_share(&[0.22, 0.5, 0.28]));
                pile(cut, product, dice.by_share(&GIVEN[cut]))
            };
            let week = dice.below(WEEKS as usize);
            self.gifts[week].push(given);
        }
        if scenario == Scenario::CompanyGift {
            // 500 for 600 households.
            let jackets = self.households.len() * 500 / 600;
            self.gifts[20].extend(std::iter::repeat_n(pile(1, JACKET, 3), jackets));
        }
    }

    /// Whether a household comes by itself in this week; the same for every policy.
    pub fn visits(&self, household: usize, week: i32) -> bool {
        self.draw(household, week, 1) < self.homes[household].visits
    }

    /// Whether a household comes to fetch what lies ready in this week; the same for every policy.
    pub fn fetches(&self, household: usize, week: i32) -> bool {
        self.draw(household, week, 2) < self.homes[household].fetches
    }

    fn draw(&self, household: usize, week: i32, what: u64) -> f64 {
        let mut dice = Dice(self.seed ^ (household as u64) << 20 ^ (week as u64) << 8 ^ what);
        dice.next();
        dice.share()
    }
}

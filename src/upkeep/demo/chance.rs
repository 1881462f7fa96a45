//! Chance from a seed: the same seed gives the same town.

use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

/// The planner's dice, apart from the house's own, so that what the town does does not depend on how many ids were drawn.
pub(super) struct Chance(StdRng);

impl Chance {
    pub(super) fn new(seed: u64) -> Chance {
        Chance(StdRng::seed_from_u64(seed ^ 0x6761_6265_6e74_6973))
    }

    /// A whole number, both ends included.
    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        self.0.random_range(from..=to)
    }

    /// True in so many of 100 cases.
    pub(super) fn percent(&mut self, percent: f64) -> bool {
        self.0.random_range(0.0..100.0) < percent
    }

    /// A number from 0 to 1.
    pub(super) fn share(&mut self) -> f64 {
        self.0.random_range(0.0..1.0)
    }

    /// One of a list that is not empty.
    pub(super) fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.0.random_range(0..list.len())]
    }

    /// A place in a list, each as likely as its weight says.
    pub(super) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.share() * weights.iter().sum::<f64>();
        for (place, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return place;
            }
        }
        weights.len().saturating_sub(1)
    }

    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        list.shuffle(&mut self.0);
    }

    /// A password that can be typed from a screen: three groups of four, without letters that look alike.
    pub(super) fn password(&mut self) -> String {
        const SIGNS: &[u8] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let mut group = || (0..4).map(|_| char::from(self.of(SIGNS))).collect::<String>();
        [group(), group(), group()].join("-")
    }
}

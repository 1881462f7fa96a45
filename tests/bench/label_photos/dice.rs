//! Chance that can be repeated: the same seed, purpose and number throw the same.

use std::f32::consts::TAU;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// What the throws are for, so that photo 7 and empty picture 7 of one seed have nothing in common.
#[derive(Clone, Copy, Debug)]
pub enum Purpose {
    Photo,
    Empty,
    Table,
}

pub struct Dice(StdRng);

impl Dice {
    pub fn new(seed: u64, purpose: Purpose, index: u64) -> Dice {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&index.to_le_bytes());
        key[16] = purpose as u8;
        Dice(StdRng::from_seed(key))
    }

    pub fn source(&mut self) -> &mut StdRng {
        &mut self.0
    }

    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.0.random::<f32>()
    }

    /// Between the two, each ratio equally likely: as near as far.
    pub fn between_ratios(&mut self, low: f32, high: f32) -> f32 {
        low * (high / low).powf(self.0.random::<f32>())
    }

    pub fn chance(&mut self, share: f32) -> bool {
        self.0.random::<f32>() < share
    }

    /// A whole number from `low` to `high`, both included.
    pub fn whole(&mut self, low: usize, high: usize) -> usize {
        self.0.random_range(low..=high)
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.0.random_range(0..from.len())]
    }

    pub fn angle(&mut self) -> f32 {
        self.between(0.0, TAU)
    }

    /// A normal value with mean 0 and deviation 1 (Box and Muller 1958).
    pub fn normal(&mut self) -> f32 {
        let radius = (-2.0 * self.0.random::<f32>().max(1e-12).ln()).sqrt();
        radius * self.angle().cos()
    }

    /// From 0 to 1 with few large values, as hands are mostly steady: beta(1.3, 2.8), mean 0.32, by rejection.
    pub fn mostly_small(&mut self) -> f32 {
        let weight = |x: f32| x.powf(0.3) * (1.0 - x).powf(1.8);
        // The weight is highest at 0.3 / 2.1.
        let highest = weight(0.143);
        loop {
            let x = self.0.random::<f32>();
            if self.0.random::<f32>() * highest < weight(x) {
                return x;
            }
        }
    }

    /// Noise for millions of pixels.
    pub fn grain(&mut self) -> Grain {
        Grain(self.0.random::<u64>() | 1)
    }
}

/// Nearly normal noise with mean 0 and deviation 1 in a few machine instructions: the sum of four 16-bit numbers of one
/// step of xorshift64* (Vigna 2016).
pub struct Grain(u64);

impl Grain {
    pub fn next(&mut self) -> f32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let bits = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d);
        let sum = (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
        // Four uniform numbers of width 65536 have a deviation of 65536 / √3 together.
        (sum as f32 - 131_070.0) * (1.732_050_8 / 65_536.0)
    }
}

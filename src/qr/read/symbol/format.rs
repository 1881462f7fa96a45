//! The format of a symbol: the 15 bits, twice there, that tell its error correction level and its mask.

use super::layout::Level;
use super::soft::Soft;

/// A level and a mask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format(u16);

impl Format {
    pub fn level(self) -> Level {
        match self.0 >> 3 {
            0 => Level::M,
            1 => Level::L,
            2 => Level::H,
            _ => Level::Q,
        }
    }

    /// The 15 bits (ISO/IEC 18004:2015, 7.9 and annex C), the last one first.
    pub fn bits(self) -> impl Iterator<Item = bool> {
        let rest = (0..10).fold(self.0, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
        let bits = ((self.0 << 10) | (rest & 0x3ff)) ^ 0x5412;
        (0..15).map(move |at| bits >> at & 1 == 1)
    }

    /// Whether the mask turns this module over (table 10).
    pub fn masks(self, column: usize, row: usize) -> bool {
        let (i, j) = (row, column);
        0 == match self.0 & 7 {
            0 => (i + j) % 2,
            1 => i % 2,
            2 => j % 3,
            3 => (i + j) % 3,
            4 => (i / 2 + j / 3) % 2,
            5 => i * j % 2 + i * j % 3,
            6 => (i * j % 2 + i * j % 3) % 2,
            _ => ((i + j) % 2 + i * j % 3) % 2,
        }
    }

    /// All 32 by how well both copies speak for them, best first: 30 if every module is sure and right.
    pub fn by_likeness(soft: &Soft) -> Vec<(f32, Self)> {
        let mut votes = [0.0f32; 15];
        for copy in places(soft.modules) {
            for (vote, (column, row)) in votes.iter_mut().zip(copy) {
                *vote += soft.at(column, row).clamp(-1.0, 1.0);
            }
        }
        let likeness = |format: Self| -> f32 {
            votes.iter().zip(format.bits()).map(|(vote, bit)| if bit { *vote } else { -vote }).sum()
        };
        let mut formats: Vec<(f32, Self)> = (0..32).map(Self).map(|format| (likeness(format), format)).collect();
        formats.sort_by(|a, b| b.0.total_cmp(&a.0));
        formats
    }
}

/// Where the bits of the format stand, the last one first: both copies, as column and row.
pub fn places(size: usize) -> [[(usize, usize); 15]; 2] {
    let first = std::array::from_fn(|at| match at {
        0..6 => (8, at),
        6 | 7 => (8, at + 1),
        8 => (7, 8),
        _ => (14 - at, 8),
    });
    let second = std::array::from_fn(|at| if at < 8 { (size - 1 - at, 8) } else { (8, size - 15 + at) });
    [first, second]
}

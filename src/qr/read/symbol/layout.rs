//! What stands where in a symbol: the modules that are the same in every code of a version, the way of the data through the
//! others, and how its codewords fall into blocks (ISO/IEC 18004:2015, 6.3, 7.7.3, table 9).

use std::sync::OnceLock;

/// Symbol versions run from 1 to 40.
pub const LAST_VERSION: usize = 40;

/// Modules along a side.
pub const fn modules(version: usize) -> usize {
    17 + 4 * version
}

/// The version whose number of modules is nearest to an estimate.
pub fn version_of(size: f32) -> usize {
    (((size - 17.0) / 4.0).round().max(1.0) as usize).min(LAST_VERSION)
}

/// A group of modules whose colour is known beforehand and that lie together, so that one light falls on all of them.
pub struct Patch {
    /// Column, row, and whether the module is dark.
    pub modules: Vec<(u8, u8, bool)>,
}

/// The plan of one version.
pub struct Layout {
    pub version: usize,
    pub modules: usize,
    /// Finder patterns with their separators (top left, top right, bottom left), the two timing lines, then the
    /// alignment patterns.
    pub patches: Vec<Patch>,
    /// Middles of the alignment patterns, as columns and rows.
    pub alignments: Vec<(usize, usize)>,
    /// Columns and rows of the data modules in the order of the bits.
    pub data: Vec<(u8, u8)>,
}

impl Layout {
    /// Whether the codewords of a symbol of this level make one block.
    pub fn is_one_block(&self, level: Level) -> bool {
        Blocks::of(self.version, level).blocks == 1
    }

    /// The plan of a version from 1 to 40, made once.
    pub fn of(version: usize) -> &'static Self {
        static PLANS: [OnceLock<Layout>; LAST_VERSION] = [const { OnceLock::new() }; LAST_VERSION];
        PLANS[version.clamp(1, LAST_VERSION) - 1].get_or_init(|| Self::draw(version.clamp(1, LAST_VERSION)))
    }

    fn draw(version: usize) -> Self {
        let size = modules(version);
        let mut reserved = vec![false; size * size];
        let mut reserve = |columns: std::ops::Range<usize>, rows: std::ops::Range<usize>| {
            for row in rows {
                reserved[row * size..][columns.clone()].fill(true);
            }
        };
        reserve(0..9, 0..9);
        reserve(size - 8..size, 0..9);
        reserve(0..9, size - 8..size);
        reserve(6..7, 0..size);
        reserve(0..size, 6..7);
        if version >= 7 {
            reserve(size - 11..size - 8, 0..6);
            reserve(0..6, size - 11..size - 8);
        }
        let alignments = alignments(version);
        for &(column, row) in &alignments {
            reserve(column - 2..column + 3, row - 2..row + 3);
        }
        let data = zigzag(size)
            .filter(|&(column, row)| !reserved[row * size + column])
            .map(|(column, row)| (column as u8, row as u8));
        let data = data.collect();
        let mut patches: Vec<Patch> = [(0, 0), (size - 7, 0), (0, size - 7)]
            .map(|(left, top)| finder(left as i32, top as i32, size as i32))
            .into();
        let timing = |across: bool| Patch {
            modules: (8..size - 8)
                .map(|at| if across { (at as u8, 6, at % 2 == 0) } else { (6, at as u8, at % 2 == 0) })
                .collect(),
        };
        patches.extend([timing(true), timing(false)]);
        patches.extend(alignments.iter().map(|&(column, row)| alignment(column, row)));
        Self { version, modules: size, patches, alignments, data }
    }
}

fn finder(left: i32, top: i32, size: i32) -> Patch {
    let cells = (-1..8).flat_map(|row| (-1..8).map(move |column| (column, row)));
    let inside =
        cells.filter(|&(column, row)| (0..size).contains(&(left + column)) && (0..size).contains(&(top + row)));
    let modules = inside.map(|(column, row)| {
        let ring = (column - 3).abs().max((row - 3).abs());
        ((left + column) as u8, (top + row) as u8, ring == 3 || ring < 2)
    });
    Patch { modules: modules.collect() }
}

fn alignment(column: usize, row: usize) -> Patch {
    let cells = (0..5i32).flat_map(|y| (0..5i32).map(move |x| (x, y)));
    let modules = cells.map(|(x, y)| {
        let ring = (x - 2).abs().max((y - 2).abs());
        ((column as i32 - 2 + x) as u8, (row as i32 - 2 + y) as u8, ring != 1)
    });
    Patch { modules: modules.collect() }
}

/// Middles of the alignment patterns (annex E): evenly spread from 6 to the last but six, save where finder patterns are.
fn alignments(version: usize) -> Vec<(usize, usize)> {
    if version == 1 {
        return Vec::new();
    }
    let count = version / 7 + 2;
    let last = modules(version) - 7;
    // Even steps, rounded up; version 32 departs from the rule in the standard's table.
    let step = if version == 32 { 26 } else { (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2 };
    let places: Vec<usize> = std::iter::once(6).chain((0..count - 1).rev().map(|at| last - at * step)).collect();
    let pairs = places.iter().flat_map(|&row| places.iter().map(move |&column| (column, row)));
    pairs
        .filter(|&(column, row)| !((column == 6 && (row == 6 || row == last)) || (column == last && row == 6)))
        .collect()
}

/// All modules in the order in which bits are placed: pairs of columns from the right, up and down by turns, without the
/// column of the timing line.
fn zigzag(size: usize) -> impl Iterator<Item = (usize, usize)> {
    let pairs = (0..(size - 1) / 2).map(move |pair| {
        let right = size - 1 - 2 * pair;
        (if right <= 6 { right - 1 } else { right }, pair % 2 == 0)
    });
    pairs.flat_map(move |(right, up)| {
        (0..size).flat_map(move |at| {
            let row = if up { size - 1 - at } else { at };
            [(right, row), (right - 1, row)]
        })
    })
}

/// Error correction levels by the two bits that stand in the format information.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    M,
    L,
    H,
    Q,
}

/// How the codewords of a symbol fall into blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Blocks {
    /// Codewords of the symbol.
    pub codewords: usize,
    pub blocks: usize,
    /// Error correction codewords of each block.
    pub correction: usize,
}

impl Blocks {
    pub fn of(version: usize, level: Level) -> Self {
        let (correction, blocks) = match level {
            Level::L => (CORRECTION_L, BLOCKS_L),
            Level::M => (CORRECTION_M, BLOCKS_M),
            Level::Q => (CORRECTION_Q, BLOCKS_Q),
            Level::H => (CORRECTION_H, BLOCKS_H),
        };
        let at = version - 1;
        Self {
            codewords: Layout::of(version).data.len() / 8,
            blocks: blocks[at].into(),
            correction: correction[at].into(),
        }
    }

    /// Data codewords of a block; the last blocks have one more than the first.
    pub fn data(&self, block: usize) -> usize {
        let short = self.codewords / self.blocks - self.correction;
        let long_ones = self.codewords % self.blocks;
        short + usize::from(block >= self.blocks - long_ones)
    }

    /// Where the codeword of a block stands in the symbol: data first, then correction, one of each block by turns.
    pub fn place(&self, block: usize, at: usize) -> usize {
        let (short, data) = (self.data(0), self.data(block));
        let all_data = self.codewords - self.correction * self.blocks;
        if at >= data {
            all_data + (at - data) * self.blocks + block
        } else if at < short {
            at * self.blocks + block
        } else {
            // The one more of a long block: only the long ones take part in this turn.
            short * self.blocks + block - (self.blocks - self.codewords % self.blocks)
        }
    }
}

type Table = [u8; LAST_VERSION];
#[rustfmt::skip]
const CORRECTION_L: Table = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30];
#[rustfmt::skip]
const CORRECTION_M: Table = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28];
#[rustfmt::skip]
const CORRECTION_Q: Table = [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30];
#[rustfmt::skip]
const CORRECTION_H: Table = [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30];
#[rustfmt::skip]
const BLOCKS_L: Table = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25];
#[rustfmt::skip]
const BLOCKS_M: Table = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];
#[rustfmt::skip]
const BLOCKS_Q: Table = [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68];
#[rustfmt::skip]
const BLOCKS_H: Table = [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81];

#[cfg(test)]
mod tests {
    use super::*;

    /// Codewords of versions 1, 7, 14, 32 and 40, and where their alignment patterns lie (ISO/IEC 18004:2015, table 1 and annex E).
    #[test]
    fn plans_are_those_of_the_standard() {
        for (version, codewords, places) in [
            (1, 26, &[][..]),
            (7, 196, &[6, 22, 38]),
            (14, 581, &[6, 26, 46, 66]),
            (32, 2465, &[6, 34, 60, 86, 112, 138]),
            (40, 3706, &[6, 30, 58, 86, 114, 142, 170]),
        ] {
            let layout = Layout::of(version);
            assert_eq!(layout.data.len() / 8, codewords, "version {version}");
            let mut columns: Vec<usize> = layout.alignments.iter().map(|&(column, _)| column).collect();
            columns.sort_unstable();
            columns.dedup();
            assert_eq!(columns, places, "version {version}");
            assert_eq!(layout.alignments.len(), (places.len() * places.len()).saturating_sub(3), "version {version}");
        }
    }

    #[test]
    fn every_codeword_has_one_place_in_one_block() {
        for version in 1..=LAST_VERSION {
            for level in [Level::L, Level::M, Level::Q, Level::H] {
                let blocks = Blocks::of(version, level);
                let lengths = (0..blocks.blocks).map(|block| blocks.data(block) + blocks.correction);
                let mut places: Vec<usize> = lengths
                    .enumerate()
                    .flat_map(|(block, length)| (0..length).map(move |at| blocks.place(block, at)))
                    .collect();
                places.sort_unstable();
                assert!(places.iter().copied().eq(0..blocks.codewords), "version {version} {level:?}");
            }
        }
    }

    #[test]
    fn an_estimate_becomes_the_nearest_version() {
        assert_eq!([3.0, 21.4, 22.9, 23.1, 177.0, 500.0].map(version_of), [1, 1, 1, 2, 40, 40]);
    }
}

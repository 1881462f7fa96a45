//! The codewords of a symbol: read with their surety, and put right in every way that leaves something over.

use super::format::Format;
use super::layout::{Blocks, Layout, Level};
use super::reed_solomon;
use super::soft::Soft;

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// The likeliest format, and no codeword is given up.
    Light,
    /// Three formats, unsure codewords are given up step by step.
    Full,
}

/// The codewords as they stand in the symbol, and how sure each is: the surety of its least sure module.
pub struct Codewords {
    blocks: Blocks,
    read: Vec<u8>,
    surety: Vec<f32>,
    /// The same, less whatever looks covered; empty if nobody asked for it.
    open_surety: Vec<f32>,
    /// Version 1, level H: may be one of our own.
    pub may_be_ours: bool,
}

/// What came out of a correction.
pub struct Corrected {
    /// Data codewords of all blocks in their order.
    pub data: Vec<u8>,
    /// Which of them were not read but worked out.
    pub guessed: Vec<bool>,
    /// All codewords as they belong into the symbol.
    pub all: Vec<u8>,
    /// Bits of evidence that the correction leaves over: in a symbol of many blocks those of the weakest.
    pub evidence: f32,
}

/// One block put right.
struct Block {
    codewords: Vec<u8>,
    guessed: Vec<bool>,
    evidence: f32,
}

impl Codewords {
    /// Reads all codewords. `covered` are the values of [`Soft::covered`], if unsure codewords will be given up.
    pub fn of(soft: &Soft, layout: &Layout, format: Format, covered: Option<&[f32]>) -> Self {
        let blocks = Blocks::of(layout.version, format.level());
        let mut read = vec![0u8; blocks.codewords];
        let mut surety = vec![f32::MAX; blocks.codewords];
        let mut open_surety = if covered.is_some() { surety.clone() } else { Vec::new() };
        for (at, &(column, row)) in layout.data.iter().enumerate().take(blocks.codewords * 8) {
            let (column, row) = (usize::from(column), usize::from(row));
            let dark = soft.at(column, row);
            read[at / 8] = read[at / 8] << 1 | u8::from((dark > 0.0) != format.masks(column, row));
            surety[at / 8] = surety[at / 8].min(dark.abs());
            if let Some(covered) = covered {
                let open = dark.abs().min(1.0) - covered[row * layout.modules + column];
                open_surety[at / 8] = open_surety[at / 8].min(open);
            }
        }
        let may_be_ours = layout.version == 1 && format.level() == Level::H;
        Self { blocks, read, surety, open_surety, may_be_ours }
    }

    /// All ways to put the symbol right that leave at least so many bits of evidence, the cheapest first. In a symbol of several
    /// blocks each block takes its first way.
    pub fn corrections(&self, effort: Effort, least: f32) -> Vec<Corrected> {
        if self.blocks.blocks > 1 {
            return self.first_of_all_blocks(effort, least).into_iter().collect();
        }
        let places: Vec<usize> = (0..self.read.len()).collect();
        let data = self.blocks.data(0);
        let corrected = |block: Block| Corrected {
            data: block.codewords[..data].to_vec(),
            guessed: block.guessed[..data].to_vec(),
            all: block.codewords,
            evidence: block.evidence,
        };
        self.block_corrections(&places, effort, least).map(corrected).collect()
    }

    fn first_of_all_blocks(&self, effort: Effort, least: f32) -> Option<Corrected> {
        let mut corrected =
            Corrected { data: Vec::new(), guessed: Vec::new(), all: self.read.clone(), evidence: f32::MAX };
        for block in 0..self.blocks.blocks {
            let data = self.blocks.data(block);
            let places: Vec<usize> =
                (0..data + self.blocks.correction).map(|at| self.blocks.place(block, at)).collect();
            let right = self.block_corrections(&places, effort, least).next()?;
            corrected.evidence = corrected.evidence.min(right.evidence);
            corrected.data.extend_from_slice(&right.codewords[..data]);
            corrected.guessed.extend_from_slice(&right.guessed[..data]);
            for (&place, &codeword) in places.iter().zip(&right.codewords) {
                corrected.all[place] = codeword;
            }
        }
        Some(corrected)
    }

    /// The block in these places put right with no codeword given up, then with more and more of the least sure ones.
    fn block_corrections(&self, places: &[usize], effort: Effort, least: f32) -> impl Iterator<Item = Block> {
        let correction = self.blocks.correction;
        let read: Vec<u8> = places.iter().map(|&place| self.read[place]).collect();
        let orders: Vec<Vec<usize>> = [&self.surety, &self.open_surety]
            .into_iter()
            .filter(|surety| !surety.is_empty())
            .map(|surety| {
                let mut order: Vec<usize> = (0..places.len()).collect();
                order.sort_by(|&a, &b| surety[places[a]].total_cmp(&surety[places[b]]));
                order
            })
            .collect();
        let ways = orders.len();
        let given_up = (1 + correction % 2..=correction)
            .step_by(2)
            .flat_map(move |missing| (0..ways).map(move |way| (missing, way)));
        let steps = std::iter::once((0, 0)).chain(given_up.filter(move |_| effort == Effort::Full));
        steps.filter_map(move |(missing, way)| {
            let missing = &orders[way][..missing];
            let mut codewords = read.clone();
            let wrong = reed_solomon::correct(&mut codewords, correction, missing)?;
            let evidence = left_over(correction, missing.len(), wrong, codewords.len());
            let mut guessed: Vec<bool> = codewords.iter().zip(&read).map(|(right, read)| right != read).collect();
            missing.iter().for_each(|&place| guessed[place] = true);
            (evidence >= least).then_some(Block { codewords, guessed, evidence })
        })
    }

    /// The same with what is known of our own codes put in: mode, length and the end of the data.
    pub fn as_ours(&self) -> Self {
        let mut known = Self {
            blocks: self.blocks,
            read: self.read.clone(),
            surety: self.surety.clone(),
            open_surety: self.open_surety.clone(),
            ..*self
        };
        known.read[0] = 0x20;
        known.read[1] = known.read[1] & 0x07 | 0x50;
        known.read[8] &= 0xf0;
        for surety in [&mut known.surety, &mut known.open_surety] {
            surety.iter_mut().take(1).for_each(|first| *first = f32::MAX);
        }
        known
    }
}

/// Bits that speak for a block beyond those used up: each correction codeword is worth 8; each missing one takes 8 back, each
/// wrong one 8 for its value and besides the choice of its place.
fn left_over(correction: usize, missing: usize, wrong: usize, length: usize) -> f32 {
    let places = length - missing;
    let choices: f32 = (0..wrong).map(|at| ((places - at) as f32 / (at + 1) as f32).log2()).sum();
    8.0 * (correction - missing) as f32 - 8.0 * wrong as f32 - choices
}

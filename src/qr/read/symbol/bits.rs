//! From modules to text: format, mask, codewords, correction, and whether what comes out can be believed.
//!
//! A block that was put right proves little by itself when much of it had to be guessed: with as many missing codewords as
//! there are correction codewords, anything comes out "right". So the evidence is counted in bits: what the correction leaves
//! over, what the padding and the make of the text confirm. A reading with less than [`ENOUGH`] is none.

use rqrr::{Grid, SimpleGrid};

use super::layout::{Blocks, Layout, Level};
use super::reed_solomon;
use super::stream;
use crate::codes::Code;
use crate::qr::read::deadline::Deadline;
use crate::qr::read::quiet::quietly;

/// Bits of evidence that a reading needs: with some ten thousand tries a picture, one in a hundred million pictures could show a
/// text that is not there.
pub const ENOUGH: f32 = 36.0;

/// For each module, row by row: above 0 for dark, below for light, about 1 for a sure one.
pub struct Soft {
    pub modules: usize,
    pub dark: Vec<f32>,
}

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// The likeliest format, and no codeword is given up.
    Light,
    /// Three formats, unsure codewords are given up step by step.
    Full,
}

/// The text in these modules, read as they are and then with rows and columns exchanged (a code seen in a mirror).
pub fn decode(soft: &Soft, layout: &Layout, effort: Effort, deadline: Deadline) -> Option<String> {
    decode_one_way(soft, layout, effort, deadline)
        .or_else(|| decode_one_way(&transposed(soft), layout, effort, deadline))
}

fn transposed(soft: &Soft) -> Soft {
    let size = soft.modules;
    let dark = (0..size * size).map(|at| soft.dark[at % size * size + at / size]).collect();
    Soft { modules: size, dark }
}

fn decode_one_way(soft: &Soft, layout: &Layout, effort: Effort, deadline: Deadline) -> Option<String> {
    let formats = formats(soft, layout.modules);
    let tries = if effort == Effort::Light { 1 } else { 3 };
    formats.iter().take(tries).find_map(|&(likeness, format)| {
        // The best of 32 words reaches 12 of 30 in noise now and then; a grid with less is no code, or a badly damaged one.
        if likeness < if effort == Effort::Light { 12.0 } else { 8.0 } || deadline.is_over() {
            return None;
        }
        let (level, mask) = (level(format >> 3), format & 7);
        let read = Read::of(soft, layout, level, mask);
        if read.may_be_ours
            && effort == Effort::Full
            && let Some(ours) = our_text(&read)
        {
            return Some(ours);
        }
        read.corrections(effort).iter().find_map(|corrected| text(soft, layout, format, mask, corrected))
    })
}

fn level(bits: u16) -> Level {
    match bits {
        0 => Level::M,
        1 => Level::L,
        2 => Level::H,
        _ => Level::Q,
    }
}

/// The 15 bits that stand for a level and a mask (ISO/IEC 18004:2015, 7.9 and annex C), the last bit first.
fn format_bits(format: u16) -> u16 {
    let rest = (0..10).fold(format, |rest, _| (rest << 1) ^ ((rest >> 9) * 0x537));
    ((format << 10) | (rest & 0x3ff)) ^ 0x5412
}

/// Where the bits of the format stand, the last one first: both copies, as column and row.
fn format_places(size: usize) -> [[(usize, usize); 15]; 2] {
    let first = std::array::from_fn(|at| match at {
        0..6 => (8, at),
        6 | 7 => (8, at + 1),
        8 => (7, 8),
        _ => (14 - at, 8),
    });
    let second = std::array::from_fn(|at| if at < 8 { (size - 1 - at, 8) } else { (8, size - 15 + at) });
    [first, second]
}

/// All formats by how well both copies speak for them, best first: 30 if every module is sure and right.
fn formats(soft: &Soft, size: usize) -> Vec<(f32, u16)> {
    let mut votes = [0.0f32; 15];
    for copy in format_places(size) {
        for (vote, (column, row)) in votes.iter_mut().zip(copy) {
            *vote += soft.dark[row * size + column].clamp(-1.0, 1.0);
        }
    }
    let mut formats: Vec<(f32, u16)> = (0..32)
        .map(|format| {
            let bits = format_bits(format);
            let likeness =
                votes.iter().enumerate().map(|(at, vote)| if bits >> at & 1 == 1 { *vote } else { -vote }).sum();
            (likeness, format)
        })
        .collect();
    formats.sort_by(|a, b| b.0.total_cmp(&a.0));
    formats
}

fn masked(mask: u16, column: usize, row: usize) -> bool {
    let (i, j) = (row, column);
    0 == match mask {
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

/// The codewords as they stand there, and how sure each is: the surety of its least sure module.
struct Read {
    blocks: Blocks,
    codewords: Vec<u8>,
    surety: Vec<f32>,
    /// The same, less whatever looks covered: see [`covered`].
    open_surety: Vec<f32>,
    /// Version 1, level H: may be one of our own.
    may_be_ours: bool,
}

/// What came out of the correction.
struct Corrected {
    /// Data codewords of all blocks in their order.
    data: Vec<u8>,
    /// All codewords as they belong into the symbol.
    all: Vec<u8>,
    /// Bits of evidence that the correction leaves over.
    evidence: f32,
}

impl Read {
    fn of(soft: &Soft, layout: &Layout, level: Level, mask: u16) -> Self {
        let blocks = Blocks::of(layout.version, level);
        let mut codewords = vec![0u8; blocks.codewords];
        let mut surety = vec![f32::MAX; blocks.codewords];
        let mut open_surety = surety.clone();
        let covered = covered(soft, layout);
        for (at, &(column, row)) in layout.data.iter().enumerate().take(blocks.codewords * 8) {
            let dark = soft.dark[usize::from(row) * layout.modules + usize::from(column)];
            let bit = (dark > 0.0) != masked(mask, column.into(), row.into());
            codewords[at / 8] = codewords[at / 8] << 1 | u8::from(bit);
            surety[at / 8] = surety[at / 8].min(dark.abs());
            let cover = covered[usize::from(row) * layout.modules + usize::from(column)];
            open_surety[at / 8] = open_surety[at / 8].min(dark.abs().min(1.0) - cover);
        }
        let may_be_ours = layout.version == 1 && level == Level::H;
        Self { blocks, codewords, surety, open_surety, may_be_ours }
    }

    /// All ways to put the symbol right that leave something over, the cheapest first. In a symbol of several blocks each block
    /// takes its first way.
    fn corrections(&self, effort: Effort) -> Vec<Corrected> {
        if self.blocks.blocks == 1 {
            let places: Vec<usize> = (0..self.codewords.len()).collect();
            let ways = self.block_corrections(&places, effort, if self.may_be_ours { -0.5 } else { 4.0 });
            let data = self.blocks.data(0);
            return ways.map(|(all, evidence)| Corrected { data: all[..data].to_vec(), all, evidence }).collect();
        }
        self.first_of_all_blocks(effort).into_iter().collect()
    }

    fn first_of_all_blocks(&self, effort: Effort) -> Option<Corrected> {
        let mut all = self.codewords.clone();
        let mut data = Vec::with_capacity(all.len());
        let mut evidence = 0.0f32;
        for block in 0..self.blocks.blocks {
            let data_length = self.blocks.data(block);
            let places: Vec<usize> =
                (0..data_length + self.blocks.correction).map(|at| self.blocks.place(block, at)).collect();
            let (codewords, left) = self.block_corrections(&places, effort, 12.0).next()?;
            // Each block must stand for itself: the weakest decides.
            evidence = if block == 0 { left } else { evidence.min(left) + 8.0 };
            data.extend_from_slice(&codewords[..data_length]);
            for (&place, &codeword) in places.iter().zip(&codewords) {
                all[place] = codeword;
            }
        }
        Some(Corrected { data, all, evidence })
    }

    /// The block in these places put right with no codeword given up, then with more and more of the least sure ones.
    fn block_corrections(&self, places: &[usize], effort: Effort, least: f32) -> impl Iterator<Item = (Vec<u8>, f32)> {
        let correction = self.blocks.correction;
        let read: Vec<u8> = places.iter().map(|&place| self.codewords[place]).collect();
        let orders = [&self.surety, &self.open_surety].map(|surety| {
            let mut order: Vec<usize> = (0..places.len()).collect();
            order.sort_by(|&a, &b| surety[places[a]].total_cmp(&surety[places[b]]));
            order
        });
        let given_up = (1 + correction % 2..=correction).step_by(2).flat_map(|missing| [(missing, 0), (missing, 1)]);
        let steps = std::iter::once((0, 0)).chain(given_up.filter(move |_| effort == Effort::Full));
        steps.filter_map(move |(missing, order)| {
            let mut block = read.clone();
            let wrong = reed_solomon::correct(&mut block, correction, &orders[order][..missing])?;
            let left = left_over(correction, missing, wrong, block.len());
            (left > least).then_some((block, left))
        })
    }

    /// The same with what is known of our own codes put in: mode, length and the end of the data.
    fn as_ours(&self) -> Self {
        let mut codewords = self.codewords.clone();
        let mut surety = self.surety.clone();
        codewords[0] = 0x20;
        surety[0] = f32::MAX;
        let mut open_surety = self.open_surety.clone();
        open_surety[0] = f32::MAX;
        codewords[1] = codewords[1] & 0x07 | 0x50;
        codewords[8] &= 0xf0;
        Self { codewords, surety, open_surety, ..*self }
    }
}

/// How much each module looks as if something lay on it, 0 to about 1: it is one of nine of one colour (one in 256 squares of 3 × 3
/// is so by chance), or near a fixed module that shows the wrong colour.
fn covered(soft: &Soft, layout: &Layout) -> Vec<f32> {
    let size = soft.modules;
    let mut cover = vec![0.0f32; size * size];
    let is_dark = |column: usize, row: usize| soft.dark[row * size + column] > 0.0;
    for row in 0..size - 2 {
        for column in 0..size - 2 {
            let first = is_dark(column, row);
            let inside = || (0..9).map(|at| (column + at % 3, row + at / 3));
            if inside().all(|(column, row)| is_dark(column, row) == first) {
                for (column, row) in inside() {
                    cover[row * size + column] += 0.6;
                }
            }
        }
    }
    for &(column, row, dark) in layout.patches.iter().flat_map(|patch| &patch.modules) {
        let (column, row) = (usize::from(column), usize::from(row));
        if is_dark(column, row) != dark {
            for y in row.saturating_sub(2)..(row + 3).min(size) {
                for x in column.saturating_sub(2)..(column + 3).min(size) {
                    cover[y * size + x] += 0.12;
                }
            }
        }
    }
    cover
}

/// Bits that speak for a block beyond those used up: each correction codeword is worth 8; each missing one takes 8 back, each
/// wrong one 8 for its value and besides the choice of its place.
fn left_over(correction: usize, missing: usize, wrong: usize, length: usize) -> f32 {
    let places = length - missing;
    let choices: f32 = (0..wrong).map(|at| ((places - at) as f32 / (at + 1) as f32).log2()).sum();
    8.0 * (correction - missing) as f32 - 8.0 * wrong as f32 - choices
}

/// The text, if the evidence is enough. rqrr reads the stream from a symbol that is drawn anew from the corrected codewords.
fn text(soft: &Soft, layout: &Layout, format: u16, mask: u16, corrected: &Corrected) -> Option<String> {
    let made = stream::look(&corrected.data, layout.version)?;
    let evidence = corrected.evidence + made.evidence;
    if evidence < ENOUGH {
        return None;
    }
    let size = layout.modules;
    let mut dark: Vec<bool> = soft.dark.iter().map(|dark| *dark > 0.0).collect();
    for copy in format_places(size) {
        for (at, (column, row)) in copy.into_iter().enumerate() {
            dark[row * size + column] = format_bits(format) >> at & 1 == 1;
        }
    }
    for (at, &(column, row)) in layout.data.iter().enumerate().take(corrected.all.len() * 8) {
        let bit = corrected.all[at / 8] >> (7 - at % 8) & 1 == 1;
        let (column, row) = (usize::from(column), usize::from(row));
        dark[row * size + column] = bit != masked(mask, column, row);
    }
    let mut bytes = Vec::new();
    let grid = Grid::new(SimpleGrid::from_func(size, |x, y| dark[y * size + x]));
    quietly(|| grid.decode_to(&mut bytes))?.ok()?;
    Some(
        String::from_utf8(bytes)
            .unwrap_or_else(|error| error.as_bytes().iter().map(|byte| char::from(*byte)).collect()),
    )
}

/// The one code of ours that these codewords can be: all ways to put them right are tried, with and without what is known of
/// our codes beforehand. `None` if there is no valid one, or more than one.
fn our_text(read: &Read) -> Option<String> {
    let plain = read.corrections(Effort::Full).into_iter().map(|corrected| (corrected, stream::OURS));
    let known = read.as_ours();
    let helped = known.corrections(Effort::Full).into_iter().map(|corrected| (corrected, stream::OURS_KNOWN));
    let mut valid = plain.chain(helped).filter_map(|(corrected, make)| {
        let text = stream::own_code(&corrected.data).filter(|_| corrected.evidence + make >= ENOUGH)?;
        text.parse::<Code>().is_ok().then_some(text)
    });
    let text = valid.next()?;
    valid.all(|other| other == text).then_some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::codes::Kind;
    use crate::qr::draw::Symbol;

    const NEVER: Deadline = Deadline::NEVER;
    const LEVELS: [QrCodeEcc; 4] = [QrCodeEcc::Low, QrCodeEcc::Medium, QrCodeEcc::Quartile, QrCodeEcc::High];

    fn drawn(text: &str, level: QrCodeEcc, version: u8) -> Soft {
        let version = Version::new(version);
        let segments = QrSegment::make_segments(text);
        let code = QrCode::encode_segments_advanced(&segments, level, version, version, None, false).unwrap();
        let size = code.size();
        let dark = (0..size * size).map(|at| if code.get_module(at % size, at / size) { 1.0 } else { -1.0 }).collect();
        Soft { modules: size as usize, dark }
    }

    fn label(seed: u64) -> (Code, Soft) {
        let code = Code::draw(Kind::Item, &mut StdRng::seed_from_u64(seed));
        let symbol = Symbol::of(&code);
        let dark = (0..21 * 21).map(|at| if symbol.is_dark(at % 21, at / 21) { 1.0 } else { -1.0 }).collect();
        (code, Soft { modules: 21, dark })
    }

    /// All versions and levels, drawn by another hand.
    #[test]
    fn every_version_and_level_is_read() {
        let text = "M8YN5PJ2M";
        for (version, level) in (1..=40).flat_map(|version| LEVELS.map(|level| (version, level))) {
            let mut soft = drawn(text, level, version);
            let layout = Layout::of(version.into());
            for effort in [Effort::Light, Effort::Full] {
                assert_eq!(
                    decode(&soft, layout, effort, NEVER).as_deref(),
                    Some(text),
                    "version {version} {level:?} {effort:?}"
                );
            }
            assert_eq!(
                decode(&transposed(&soft), layout, Effort::Light, NEVER).as_deref(),
                Some(text),
                "version {version} in a mirror"
            );
            if version > 2 {
                let middle = soft.dark.len() / 2;
                (0..6).for_each(|at| soft.dark[middle + at * 9] *= -1.0);
                assert_eq!(
                    decode(&soft, layout, Effort::Full, NEVER).as_deref(),
                    Some(text),
                    "version {version} {level:?} damaged"
                );
            }
        }
    }

    /// A third of a label covered by something of one colour: twelve of its codewords are gone, eight could be wrong.
    #[test]
    fn what_is_covered_is_given_up_and_the_rest_suffices() {
        for seed in 0..20 {
            let (code, mut soft) = label(seed);
            for (row, column) in (9..17).flat_map(|row| (12..21).map(move |column| (row, column))) {
                soft.dark[row * 21 + column] = -1.0;
            }
            assert_eq!(
                decode(&soft, Layout::of(1), Effort::Full, NEVER).as_deref(),
                Some(code.as_str()),
                "label {seed}"
            );
            assert_eq!(decode(&soft, Layout::of(1), Effort::Light, NEVER), None, "label {seed}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        /// However much of a label is destroyed: it is read right or not at all.
        #[test]
        fn a_damaged_label_never_says_another_code(
            seed in any::<u64>(), share in 0.0..1.0f64, greys in prop::collection::vec((0.0..1.0f64, -1.3..1.3f32), 21 * 21),
        ) {
            let (code, mut soft) = label(seed);
            for (dark, (chance, grey)) in soft.dark.iter_mut().zip(greys) {
                if chance < share {
                    *dark = grey;
                }
            }
            let text = decode(&soft, Layout::of(1), Effort::Full, NEVER);
            prop_assert!(text.is_none() || text.as_deref() == Some(code.as_str()), "{text:?} for {code}");
        }

        #[test]
        fn noise_says_nothing(version in 1usize..8, greys in prop::collection::vec(-1.3..1.3f32, 45 * 45)) {
            let modules = super::super::layout::modules(version);
            let soft = Soft { modules, dark: greys[..modules * modules].to_vec() };
            prop_assert_eq!(decode(&soft, Layout::of(version), Effort::Full, NEVER), None);
        }
    }
}

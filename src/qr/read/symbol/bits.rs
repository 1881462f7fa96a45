//! From modules to text: format, codewords, correction, and whether what comes out can be believed.
//!
//! A block that was put right proves little by itself when much of it had to be guessed: with as many missing codewords as
//! there are correction codewords, anything comes out "right". So the evidence is counted in bits: what the correction leaves
//! over ([`codewords::left_over`]), and what the guessed part of the stream confirms ([`stream::look`]). What was read and not
//! guessed proves nothing, for it would be there beside a wrong guess as well.

use std::time::Duration;

use rqrr::{Grid, SimpleGrid};

use super::codewords::{Codewords, Corrected, Effort};
use super::format::{self, Format};
use super::layout::Layout;
use super::soft::Soft;
use super::stream;
use super::text::text_of;
use crate::codes::Code;
use crate::qr::read::deadline::Deadline;
use crate::qr::read::quiet::quietly;

/// Bits of evidence that a reading of anybody's code needs. A place is tried in some hundred ways, so that one damaged code in a
/// million may say something else.
const ENOUGH: f32 = 28.0;

/// The same for one of our own, with the evidence of its make ([`stream::OURS`]).
const ENOUGH_OF_OURS: f32 = 36.0;

/// What a correction must leave over by itself in a symbol of one block, where the stream may bring the rest.
const LEAST: f32 = 16.0;

/// How long rqrr takes at most for a codeword of a symbol.
const RQRR_FOR_A_CODEWORD: Duration = Duration::from_micros(4);

/// A text, and whether it was seen in a mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub mirrored: bool,
}

/// What one way of looking at the modules says.
enum Outcome {
    Nothing,
    Text(String),
    /// More than one text is as good as the other: none may be believed.
    Several,
}

/// The text in these modules, read as they are and then with rows and columns exchanged (a code seen in a mirror).
pub fn decode(soft: &Soft, layout: &Layout, effort: Effort, deadline: Deadline) -> Option<Said> {
    match decode_one_way(soft, layout, effort, deadline) {
        Outcome::Text(text) => Some(Said { text, mirrored: false }),
        Outcome::Several => None,
        Outcome::Nothing => match decode_one_way(&soft.transposed(), layout, effort, deadline) {
            Outcome::Text(text) => Some(Said { text, mirrored: true }),
            _ => None,
        },
    }
}

fn decode_one_way(soft: &Soft, layout: &Layout, effort: Effort, deadline: Deadline) -> Outcome {
    // The best of 32 words reaches 12 of 30 in noise now and then; a grid with less is no code, or a badly damaged one.
    let (tries, least) = if effort == Effort::Light { (1, 12.0) } else { (3, 8.0) };
    let formats = Format::by_likeness(soft);
    if formats[0].0 < least {
        return Outcome::Nothing;
    }
    let covered = (effort == Effort::Full).then(|| soft.covered(layout));
    for &(likeness, format) in formats.iter().take(tries) {
        if likeness < least || deadline.is_over() {
            break;
        }
        let codewords = Codewords::of(soft, layout, format, covered.as_deref());
        if codewords.may_be_ours && effort == Effort::Full {
            match our_text(&codewords) {
                Outcome::Nothing => {}
                certain => return certain,
            }
        }
        let least = if layout.is_one_block(format.level()) { LEAST } else { ENOUGH };
        let corrections = codewords.corrections(effort, least);
        if let Some(text) = corrections.iter().find_map(|corrected| text(soft, layout, format, corrected, deadline)) {
            return Outcome::Text(text);
        }
    }
    Outcome::Nothing
}

/// The text, if the evidence is enough. rqrr reads the stream from a symbol that is drawn anew from the corrected codewords.
fn text(soft: &Soft, layout: &Layout, format: Format, corrected: &Corrected, deadline: Deadline) -> Option<String> {
    let made = stream::look(&corrected.data, &corrected.guessed, layout.version)?;
    // Each block of many stands for itself; what the stream says of one helps no other.
    let made = if layout.is_one_block(format.level()) { made } else { made.min(0.0) };
    if corrected.evidence + made < ENOUGH {
        return None;
    }
    // rqrr cannot be stopped half way, and the largest symbols keep it busy for milliseconds.
    if !deadline.leaves(RQRR_FOR_A_CODEWORD * corrected.all.len() as u32) {
        return None;
    }
    let size = layout.modules;
    let mut dark: Vec<bool> = soft.dark.iter().map(|dark| *dark > 0.0).collect();
    for copy in format::places(size) {
        for ((column, row), bit) in copy.into_iter().zip(format.bits()) {
            dark[row * size + column] = bit;
        }
    }
    for (at, &(column, row)) in layout.data.iter().enumerate().take(corrected.all.len() * 8) {
        let bit = corrected.all[at / 8] >> (7 - at % 8) & 1 == 1;
        let (column, row) = (usize::from(column), usize::from(row));
        dark[row * size + column] = bit != format.masks(column, row);
    }
    let mut bytes = Vec::new();
    let grid = Grid::new(SimpleGrid::from_func(size, |x, y| dark[y * size + x]));
    quietly(|| grid.decode_to(&mut bytes))?.ok()?;
    Some(text_of(bytes))
}

/// The one code of ours that these codewords can be: all ways to put them right are tried, with and without what is known of
/// our codes beforehand.
fn our_text(codewords: &Codewords) -> Outcome {
    let ways = |codewords: &Codewords, make: f32| {
        let corrections = codewords.corrections(Effort::Full, ENOUGH_OF_OURS - make);
        corrections.into_iter().filter_map(|corrected| stream::own_code(&corrected.data)).collect::<Vec<_>>()
    };
    let mut texts = [ways(codewords, stream::OURS), ways(&codewords.as_ours(), stream::OURS_KNOWN)].concat();
    texts.retain(|text| text.parse::<Code>().is_ok());
    texts.sort_unstable();
    texts.dedup();
    match (texts.pop(), texts.is_empty()) {
        (None, _) => Outcome::Nothing,
        (Some(text), true) => Outcome::Text(text),
        _ => Outcome::Several,
    }
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

    const LEVELS: [QrCodeEcc; 4] = [QrCodeEcc::Low, QrCodeEcc::Medium, QrCodeEcc::Quartile, QrCodeEcc::High];

    fn said(soft: &Soft, layout: &Layout, effort: Effort) -> Option<String> {
        decode(soft, layout, effort, Deadline::NEVER).map(|said| said.text)
    }

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
                    said(&soft, layout, effort).as_deref(),
                    Some(text),
                    "version {version} {level:?} {effort:?}"
                );
            }
            assert_eq!(
                said(&soft.transposed(), layout, Effort::Light).as_deref(),
                Some(text),
                "version {version} in a mirror"
            );
            if version > 2 {
                let middle = soft.dark.len() / 2;
                (0..6).for_each(|at| soft.dark[middle + at * 9] *= -1.0);
                assert_eq!(
                    said(&soft, layout, Effort::Full).as_deref(),
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
            assert_eq!(said(&soft, Layout::of(1), Effort::Full).as_deref(), Some(code.as_str()), "label {seed}");
            assert_eq!(said(&soft, Layout::of(1), Effort::Light), None, "label {seed}");
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
            let text = said(&soft, Layout::of(1), Effort::Full);
            prop_assert!(text.is_none() || text.as_deref() == Some(code.as_str()), "{text:?} for {code}");
        }

        /// The same for codes of others, small ones with little correction among them.
        #[test]
        fn a_damaged_code_of_others_never_says_something_else(
            version in 1u8..7, level in 0usize..4, letters in 1usize..14, share in 0.05..0.4f64, greys in prop::collection::vec((0.0..1.0f64, -1.3..1.3f32), 41 * 41),
        ) {
            let text = &"Kinderjacke 104"[..if version == 1 { letters.min(5) } else { letters }];
            let mut soft = drawn(text, LEVELS[level], version);
            for (dark, (chance, grey)) in soft.dark.iter_mut().zip(greys) {
                if chance < share {
                    *dark = grey;
                }
            }
            let read = said(&soft, Layout::of(version.into()), Effort::Full);
            prop_assert!(read.is_none() || read.as_deref() == Some(text), "{read:?} for {text}");
        }

        #[test]
        fn noise_says_nothing(version in 1usize..8, greys in prop::collection::vec(-1.3..1.3f32, 45 * 45)) {
            let modules = super::super::layout::modules(version);
            let soft = Soft { modules, dark: greys[..modules * modules].to_vec() };
            prop_assert_eq!(said(&soft, Layout::of(version), Effort::Full), None);
        }
    }
}

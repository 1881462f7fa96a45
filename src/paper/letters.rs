//! The typeface of papers: Noto Sans in two weights for Latin, Greek and Cyrillic; what it lacks is set in that of words.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef};

use super::{millimetres, words};
use crate::texts::bidi::{self, Way};

/// Noto Sans Regular and Bold, cut down (SIL Open Font License 1.1, see `fonts/Noto.txt`).
const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular-subset.ttf");
const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold-subset.ttf");

/// Height of capitals above the baseline, as a part of the type size. Checked against the file by a test.
pub const CAPITALS: f64 = 0.714;

/// A typeface of papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Regular,
    Bold,
    /// The typeface of words, which has Arabic letters.
    Words,
}

impl Face {
    /// The font file as it is embedded.
    pub fn file(self) -> &'static [u8] {
        match self {
            Face::Regular => REGULAR,
            Face::Bold => BOLD,
            Face::Words => words::FILE,
        }
    }

    /// The name under which a PDF knows it.
    pub fn name(self) -> &'static str {
        match self {
            Face::Regular => "NotoSans-Regular",
            Face::Bold => "NotoSans-Bold",
            Face::Words => words::NAME,
        }
    }

    fn outlines(self) -> &'static FontRef<'static> {
        fn whole(file: &'static [u8]) -> FontRef<'static> {
            FontRef::try_from_slice(file).expect("the embedded font is whole, which a test checks")
        }
        static FONTS: LazyLock<[FontRef<'static>; 2]> = LazyLock::new(|| [whole(REGULAR), whole(BOLD)]);
        match self {
            Face::Regular => &FONTS[0],
            Face::Bold => &FONTS[1],
            Face::Words => words::outlines(),
        }
    }

    fn has(self, c: char) -> bool {
        self.outlines().glyph_id(c).0 != 0
    }

    /// Width of a sign as a part of the type size.
    fn advance(self, c: char) -> f64 {
        let font = self.outlines();
        f64::from(font.h_advance_unscaled(font.glyph_id(c))) / f64::from(font.units_per_em().unwrap_or(1000.0))
    }
}

/// A part of a line in one typeface.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub face: Face,
    pub text: String,
    /// Width in parts of the type size.
    pub ems: f64,
}

/// A line as it is printed from left to right: joined and turned where it is Arabic, in runs of one typeface each, with
/// `?` for signs that no typeface has.
pub fn runs(text: &str, face: Face, way: Way) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for c in visual(text, way).chars() {
        let Some((face, c)) = set(c, face) else { continue };
        let ems = face.advance(c);
        match runs.last_mut() {
            // A space goes with what stands before it: one run for a sentence.
            Some(run) if run.face == face || (c == ' ' && run.face.has(' ')) => {
                run.text.push(c);
                run.ems += if run.face == face { ems } else { run.face.advance(c) };
            }
            _ => runs.push(Run { face, text: c.to_string(), ems }),
        }
    }
    runs
}

/// Width of a line in mm.
pub fn width(text: &str, face: Face, pt: f64, way: Way) -> f64 {
    if text.is_ascii() {
        let ems: f64 = text.chars().filter_map(|c| set(c, face)).map(|(face, c)| face.advance(c)).sum();
        return millimetres(ems * pt);
    }
    millimetres(runs(text, face, way).iter().map(|run| run.ems).sum::<f64>() * pt)
}

/// The typeface and sign that are printed for a sign; nothing for what only steers.
fn set(c: char, face: Face) -> Option<(Face, char)> {
    // Each of these shares its glyph with the plain sign, and a program that reads the text out would guess.
    let c = match c {
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' => ' ',
        '\u{2011}' => '-',
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' => return None,
        c if bidi::is_mark(c) => return None,
        c => c,
    };
    let known = [face, Face::Words].into_iter().find(|face| !c.is_control() && face.has(c));
    Some(known.map_or((face, '?'), |face| (face, c)))
}

fn visual(text: &str, way: Way) -> String {
    match way {
        Way::RightToLeft => way.visual(text).into_owned(),
        Way::LeftToRight if bidi::has_arabic(text) => with_turned_names(text),
        Way::LeftToRight => text.to_owned(),
    }
}

/// A line from left to right with Arabic words in it, each group of them turned.
fn with_turned_names(text: &str) -> String {
    let is_arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
    let mut line = String::new();
    let mut rest = text;
    while let Some(begin) = rest.find(is_arabic) {
        line.push_str(&rest[..begin]);
        // As far as the last Arabic letter before a letter of another script.
        let span = &rest[begin..];
        let other = span.find(|c: char| c.is_alphanumeric() && !is_arabic(c)).unwrap_or(span.len());
        let end =
            span[..other].rfind(is_arabic).map_or(other, |at| at + span[at..].chars().next().map_or(0, char::len_utf8));
        line.push_str(&Way::RightToLeft.visual(&span[..end]));
        rest = &span[end..];
    }
    line + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const HARD: &str = "Größe 104 – „Müller“ & Söhne, § 10b EStG, 1.234,56 €: Łódź, Çağrı Öztürk, Ñandú, Škoda, \
        Київ, Ґонта, Đorđe, ‚Ähnliches‘, ẞ … 5 × 3 ± 12 Ελένη Nguyễn";

    #[test]
    fn the_typefaces_have_what_europe_writes() {
        for face in [Face::Regular, Face::Bold] {
            let runs = runs(HARD, face, Way::LeftToRight);
            assert_eq!(runs.len(), 1, "{runs:?}");
            assert_eq!(runs[0].text, HARD);
            for digit in '0'..='9' {
                assert!((face.advance(digit) - face.advance('0')).abs() < 1e-9, "digits stand below each other");
            }
            let font = face.outlines();
            let capital = font.outline(font.glyph_id('H')).unwrap().bounds;
            let em = f64::from(font.units_per_em().unwrap());
            let height = f64::from(capital.max.y.max(capital.min.y)) / em;
            assert!((height - CAPITALS).abs() < 0.005, "capitals are {height} high");
        }
    }

    #[test]
    fn what_no_typeface_has_becomes_a_question_mark() {
        let text: String = runs("a漢b\u{1f600}\u{7}\u{ad}c", Face::Regular, Way::LeftToRight)
            .into_iter()
            .map(|run| run.text)
            .collect();
        assert_eq!(text, "a?b??c");
    }

    #[test]
    fn an_arabic_name_in_a_german_line_is_joined_and_turned() {
        let runs = runs("Frau سلام سلام, Altena", Face::Regular, Way::LeftToRight);
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(text, "Frau ﻡﻼﺳ ﻡﻼﺳ, Altena");
        assert_eq!(runs.iter().map(|run| run.face).collect::<Vec<_>>(), [Face::Regular, Face::Words, Face::Regular]);
        let whole = width("Frau سلام سلام, Altena", Face::Regular, 10.0, Way::LeftToRight);
        assert!(whole > 20.0 && whole < 60.0, "{whole}");
    }
}

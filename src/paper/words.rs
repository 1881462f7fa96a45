//! The typeface of words on sheets: DejaVu Sans Bold, cut down to Latin, Cyrillic and the joined forms of Arabic.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, PxScale, ScaleFont};

use super::layout::Line;
use super::millimetres;
use crate::texts::Lang;
use crate::texts::bidi::Way;

/// The font file as it is embedded (Bitstream Vera licence, see `fonts/DejaVu.txt`).
pub const FILE: &[u8] = include_bytes!("fonts/DejaVuSans-Bold-subset.ttf");

/// The name under which a PDF knows it.
pub const NAME: &str = "DejaVuSans-Bold";

pub(super) fn outlines() -> &'static FontRef<'static> {
    static FONT: LazyLock<FontRef<'static>> =
        LazyLock::new(|| FontRef::try_from_slice(FILE).expect("the embedded font is whole, which a test checks"));
    &FONT
}

/// Width of a line in mm.
pub fn width(text: &str, pt: f64) -> f64 {
    let font = outlines();
    let scaled = font.as_scaled(PxScale::from(font.height_unscaled()));
    let units: f32 = text.chars().map(|c| scaled.h_advance(font.glyph_id(c))).sum();
    millimetres(f64::from(units) / f64::from(font.units_per_em().unwrap_or(1.0)) * pt)
}

/// A text that is too long for a line on two, broken where they are about equally long.
pub fn rows(text: &str, space: f64, pt: f64) -> Vec<String> {
    if width(text, pt) <= space {
        return vec![text.to_owned()];
    }
    let halves = text.match_indices(' ').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let longer = |(one, other): &(&str, &str)| width(one, pt).max(width(other, pt));
    match halves.min_by(|a, b| longer(a).total_cmp(&longer(b))) {
        Some((one, other)) => vec![one.to_owned(), other.to_owned()],
        None => vec![text.to_owned()],
    }
}

/// A word in its language within `space` mm from `x` on, smaller than `pt` if it does not fit; Arabic on the right.
pub fn line(text: &str, lang: Lang, x: f64, baseline: f64, space: f64, pt: f64) -> Line {
    let way = Way::of(lang);
    let text: String = way.visual(text).chars().map(|c| if outlines().glyph_id(c).0 == 0 { '?' } else { c }).collect();
    let wide = width(&text, pt);
    let pt = if wide > space { pt * space / wide } else { pt };
    let x = if way == Way::RightToLeft { x + space - width(&text, pt) } else { x };
    Line { text, x, baseline, pt }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Texts;

    #[test]
    fn the_font_has_every_word_of_the_command_sheet() {
        for lang in Lang::ALL {
            let t = Texts::of(lang);
            for text in [t.command_undo(), t.command_quantity(5), t.mode_stocktake(), t.command_sheet_lead()] {
                let line = line(&text, lang, 10.0, 10.0, 30.0, 12.0);
                assert!(!line.text.contains('?'), "{text}");
                assert!(line.x >= 10.0 && line.x + width(&line.text, line.pt) <= 40.0 + 1e-6, "{text}");
            }
        }
    }
}

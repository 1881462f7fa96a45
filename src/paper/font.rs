//! The typeface of labels: B612 Mono, drawn for cockpit displays, with a slashed zero that nobody takes for an O.

use std::sync::LazyLock;

use ab_glyph::FontRef;

/// The font file as it is embedded in every PDF (SIL Open Font License 1.1, see `fonts/OFL.txt`).
pub const FILE: &[u8] = include_bytes!("fonts/B612Mono-Regular.otf");

/// The name under which a PDF knows it.
pub const NAME: &str = "B612Mono-Regular";

/// Width of every character, as a part of the type size. Checked against the file by a test.
pub const ADVANCE: f64 = 0.65;

/// Height of capitals and digits above the baseline, as a part of the type size. Checked against the file by a test.
pub const CAPITALS: f64 = 0.76;

/// From one baseline to the next, as a part of the type size; lines of capitals only need less.
pub const LEADING: f64 = 1.35;
pub const LEADING_OF_CAPITALS: f64 = 1.2;

/// The character whose glyph is printed for this one: the font keeps its slashed zero in the private use area.
pub fn drawn(character: char) -> char {
    if character == '0' { '\u{e007}' } else { character }
}

/// The font for drawing pictures.
pub fn outlines() -> &'static FontRef<'static> {
    static FONT: LazyLock<FontRef<'static>> =
        LazyLock::new(|| FontRef::try_from_slice(FILE).expect("the embedded font is whole, which a test checks"));
    &FONT
}

/// The text with `?` for every character that the font does not have, so that nothing prints as an empty box.
pub fn printable(text: &str) -> String {
    use ab_glyph::Font;
    let known = |c: char| c == ' ' || (!c.is_control() && outlines().glyph_id(c).0 != 0);
    text.chars().map(|c| if known(c) { c } else { '?' }).collect()
}

#[cfg(test)]
mod tests {
    use ab_glyph::Font;

    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_file() {
        let font = outlines();
        let em = f64::from(font.units_per_em().expect("a scalable font"));
        for c in "0123456789ABCDEFGHJKMNPRSTVWX …·–äß".chars() {
            assert!(font.glyph_id(drawn(c)).0 != 0, "{c} is missing");
            let advance = f64::from(font.h_advance_unscaled(font.glyph_id(drawn(c)))) / em;
            assert!((advance - ADVANCE).abs() < 0.002, "{c} is {advance} wide");
        }
        let capital = font.outline(font.glyph_id('H')).expect("an outline").bounds;
        let height = f64::from(capital.max.y.max(capital.min.y)) / em;
        assert!((height - CAPITALS).abs() < 0.005, "capitals are {height} high");
    }

    #[test]
    fn unknown_characters_become_question_marks() {
        assert_eq!(printable("Größe 104 – é…"), "Größe 104 – é…");
        assert_eq!(printable("قميص\t"), "?????");
    }
}

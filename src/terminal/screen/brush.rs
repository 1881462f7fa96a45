//! Big Arabic: its joined letters cannot be built from a few blocks each, so they are painted from the outlines of a font
//! onto quarters of a character cell, to be read from two metres like the other big letters.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};

use super::bidi::Way;
use super::letters::Size;

/// DejaVu Sans Bold, cut down; see `src/paper/fonts/DejaVu.txt`.
static FONT: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    let file = include_bytes!("../../paper/fonts/DejaVuSans-Bold-subset.ttf");
    FontRef::try_from_slice(file).expect("the embedded font is whole, which a test checks")
});

/// The tallest letters and the lowest tails of Arabic, as parts of the em. Checked by a test.
const ABOVE: f32 = 0.80;
const BELOW: f32 = 0.32;
/// A quarter of a cell is half as wide as it is high; the letters are made a little narrower than the font has them.
const NARROWED: f32 = 2.0 * 0.82;
/// A quarter that is covered by more than this is painted.
const COVERED: f32 = 0.42;
/// A quarter by itself that is covered by more than this is a dot.
const DOT: f32 = 0.1;

/// Rows that a line of Arabic takes.
pub fn height(size: Size) -> usize {
    match size {
        Size::Half => 5,
        Size::Wide | Size::Narrow => 6,
    }
}

/// Columns that a line of Arabic takes; `None` when the font lacks a sign.
pub fn width(text: &str, size: Size) -> Option<usize> {
    Some(painted(text, size)?.first().map_or(0, Vec::len).div_ceil(2))
}

/// The rows of a line, in visual order already.
pub fn rows(text: &str, size: Size) -> Option<Vec<String>> {
    let pixels = painted(text, size)?;
    let quarter = |y: usize, x: usize| usize::from(pixels.get(y).and_then(|row| row.get(x)).is_some_and(|on| *on));
    let columns = pixels.first().map_or(0, Vec::len).div_ceil(2);
    let cell = |y: usize, x: usize| {
        let (y, x) = (2 * y, 2 * x);
        QUARTERS[quarter(y, x) + 2 * quarter(y, x + 1) + 4 * quarter(y + 1, x) + 8 * quarter(y + 1, x + 1)]
    };
    Some((0..height(size)).map(|y| (0..columns).map(|x| cell(y, x)).collect()).collect())
}

/// Upper left counts 1, upper right 2, lower left 4, lower right 8.
const QUARTERS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

fn painted(text: &str, size: Size) -> Option<Vec<Vec<bool>>> {
    let visual = Way::RightToLeft.visual(text);
    let dots = 2 * height(size);
    // ab_glyph scales by ascent minus descent, we by the em.
    let per_em = FONT.units_per_em().map_or(1.0, |units| FONT.height_unscaled() / units);
    let em = dots as f32 / (ABOVE + BELOW);
    let scale = PxScale { x: em * per_em * NARROWED, y: em * per_em };
    let (scaled, baseline) = (FONT.as_scaled(scale), em * ABOVE);
    let mut x = 0.0;
    let mut glyphs = Vec::new();
    for c in visual.chars() {
        let glyph = scaled.glyph_id(c);
        if glyph.0 == 0 && c != ' ' {
            return None;
        }
        glyphs.push(glyph.with_scale_and_position(scale, point(x, baseline)));
        x += scaled.h_advance(glyph);
    }
    let columns = x.ceil() as usize;
    let mut covered = vec![vec![0.0_f32; columns]; dots];
    for outlined in glyphs.into_iter().filter_map(|glyph| FONT.outline_glyph(glyph)) {
        let bounds = outlined.px_bounds();
        outlined.draw(|dx, dy, part| {
            let (x, y) = (bounds.min.x as i64 + i64::from(dx), bounds.min.y as i64 + i64::from(dy));
            if let Some(cell) =
                usize::try_from(y).ok().and_then(|y| covered.get_mut(y)?.get_mut(usize::try_from(x).ok()?))
            {
                *cell += part;
            }
        });
    }
    Some((0..dots).map(|y| (0..columns).map(|x| is_painted(&covered, x, y)).collect()).collect())
}

/// Whether enough of this quarter is covered, or it is the middle of a dot: letters differ by their dots, so that none of
/// them may fall through the grid.
fn is_painted(covered: &[Vec<f32>], x: usize, y: usize) -> bool {
    let part = covered[y][x];
    if part > COVERED {
        return true;
    }
    let around = |dy: usize, dx: usize| {
        let row = (y + dy).checked_sub(1).and_then(|y| covered.get(y));
        row.and_then(|row| row.get((x + dx).checked_sub(1)?)).copied().unwrap_or(0.0)
    };
    let neighbours = (0..9).filter(|at| *at != 4).map(|at| (at, around(at / 3, at % 3)));
    // Of two quarters that are covered alike the first one counts.
    part > DOT
        && neighbours.into_iter().all(|(at, other)| other <= COVERED && (other < part || other == part && at > 4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{Lang, Texts};

    #[test]
    fn every_mode_can_be_painted_on_a_screen_of_80_columns() {
        let t = Texts::of(Lang::Ar);
        for word in
            [t.mode_intake(), t.mode_handout(), t.mode_return(), t.mode_move(), t.mode_stocktake(), t.mode_lookup()]
        {
            assert!(width(&word, Size::Wide).is_some_and(|width| (8..=78).contains(&width)), "{word}");
            let rows = rows(&word, Size::Wide).unwrap();
            assert_eq!(rows.len(), 6);
            assert!(rows.iter().all(|row| row.chars().count() == rows[0].chars().count()));
            assert!(rows.iter().filter(|row| !row.trim().is_empty()).count() >= 3, "{word}");
        }
    }

    #[test]
    fn joined_letters_leave_no_gap() {
        let rows = rows("بببب", Size::Half).unwrap();
        let whole = |row: &String| row.trim().chars().count() > 8 && !row.trim().contains(' ');
        assert!(rows.iter().any(whole), "{rows:#?}");
    }
}

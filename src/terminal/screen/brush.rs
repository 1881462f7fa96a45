//! Big Arabic: its joined letters cannot be built from a few blocks each, so they are painted from the outlines of a font
//! onto quarters of a character cell, to be read from two metres like the other big letters.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, Outline, OutlineCurve, OutlinedGlyph, Point, PxScale, ScaleFont, point};

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
/// A part of a letter that is smaller than this, in ems, is one of its dots.
const DOT: f32 = 0.2;

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
    let (mut bodies, mut dots_of_letters) = (Vec::new(), Vec::new());
    let factor = scaled.scale_factor();
    for c in visual.chars() {
        let id = scaled.glyph_id(c);
        if id.0 == 0 && c != ' ' {
            return None;
        }
        if let Some(outline) = FONT.outline(id) {
            let place = |p: Point| (x + p.x * factor.horizontal, baseline - p.y * factor.vertical);
            let (body, loose) = parted(outline, has_dots(c));
            // Two dots side by side are set apart by a quarter, or they would pass for one.
            let middles: Vec<_> = loose.into_iter().map(|(low, high)| middle(place(low), place(high))).collect();
            for (at, (x, y)) in middles.iter().enumerate() {
                let beside =
                    middles.iter().enumerate().find(|(other, (_, high))| *other != at && (high - y).abs() < 0.5);
                let apart = beside.map_or(0.0, |(_, (other, _))| if *other < *x { 1.5 } else { -1.5 });
                let centre = beside.map_or(*x, |(_, (other, _))| (other + x) / 2.0);
                dots_of_letters.push((centre + apart, *y));
            }
            bodies.push(OutlinedGlyph::new(id.with_scale_and_position(scale, point(x, baseline)), body, factor));
        }
        x += scaled.h_advance(id);
    }
    let columns = x.ceil() as usize;
    let mut covered = vec![vec![0.0_f32; columns]; dots];
    for outlined in bodies {
        let bounds = outlined.px_bounds();
        outlined.draw(|dx, dy, part| {
            let (x, y) = (bounds.min.x as i64 + i64::from(dx), bounds.min.y as i64 + i64::from(dy));
            let row = usize::try_from(y).ok().and_then(|y| covered.get_mut(y));
            if let Some(cell) = row.and_then(|row| row.get_mut(usize::try_from(x).ok()?)) {
                *cell += part;
            }
        });
    }
    let body: Vec<Vec<bool>> =
        covered.into_iter().map(|row| row.into_iter().map(|part| part > COVERED).collect()).collect();
    let mut pixels = body.clone();
    for middle in dots_of_letters {
        dot(&body, &mut pixels, middle, baseline);
    }
    Some(pixels)
}

/// Letters whose dots are drawn by themselves; everything else is one piece.
fn has_dots(c: char) -> bool {
    ('\u{fb50}'..='\u{fefc}').contains(&c)
}

/// The body of a letter, and its dots as boxes in font units: lower left and upper right corner.
fn parted(outline: Outline, dotted: bool) -> (Outline, Vec<(Point, Point)>) {
    let mut contours: Vec<Vec<OutlineCurve>> = Vec::new();
    let mut end = None;
    for curve in outline.curves {
        let (begins, ends) = match &curve {
            OutlineCurve::Line(a, b) | OutlineCurve::Quad(a, _, b) | OutlineCurve::Cubic(a, _, _, b) => (*a, *b),
        };
        match contours.last_mut().filter(|_| end == Some(begins)) {
            Some(contour) => contour.push(curve),
            None => contours.push(vec![curve]),
        }
        end = Some(ends);
    }
    let small = DOT * FONT.units_per_em().unwrap_or(1.0);
    let (mut body, mut dots) = (Vec::new(), Vec::new());
    for contour in contours {
        let (low, high) = bounds(&contour);
        match dotted && is_ink(&contour) && high.x - low.x < small && high.y - low.y < small {
            true => dots.push((low, high)),
            false => body.extend(contour),
        }
    }
    (Outline { bounds: outline.bounds, curves: body }, dots)
}

/// Whether a contour encloses ink, not the hole of a م: TrueType draws ink clockwise and holes the other way.
fn is_ink(contour: &[OutlineCurve]) -> bool {
    let area = |curve: &OutlineCurve| {
        let (OutlineCurve::Line(a, b) | OutlineCurve::Quad(a, _, b) | OutlineCurve::Cubic(a, _, _, b)) = curve;
        a.x * b.y - b.x * a.y
    };
    contour.iter().map(area).sum::<f32>() < 0.0
}

fn bounds(contour: &[OutlineCurve]) -> (Point, Point) {
    let (mut low, mut high) = (point(f32::MAX, f32::MAX), point(f32::MIN, f32::MIN));
    for curve in contour {
        let (OutlineCurve::Line(a, b) | OutlineCurve::Quad(a, _, b) | OutlineCurve::Cubic(a, _, _, b)) = curve;
        for p in [a, b] {
            low = point(low.x.min(p.x), low.y.min(p.y));
            high = point(high.x.max(p.x), high.y.max(p.y));
        }
    }
    (low, high)
}

fn middle(low: (f32, f32), high: (f32, f32)) -> (f32, f32) {
    ((low.0 + high.0) / 2.0, (low.1 + high.1) / 2.0)
}

/// Paints a dot two quarters wide and one high, with air between it and the letter: letters differ by their dots, so that
/// none of them may melt into its letter.
fn dot(body: &[Vec<bool>], pixels: &mut [Vec<bool>], (x, middle): (f32, f32), baseline: f32) {
    let left = (x - 1.0).round().max(0.0) as usize;
    let right = left + 2;
    let above = middle < baseline - 1.0;
    let touches = |y: usize| {
        let is_on = |y: Option<usize>| {
            let row = y.and_then(|y| body.get(y));
            row.is_some_and(|row| row.iter().skip(left).take(right - left).any(|on| *on))
        };
        is_on(Some(y)) || is_on(if above { Some(y + 1) } else { y.checked_sub(1) })
    };
    let mut y = middle.floor().max(0.0) as usize;
    while touches(y) && (if above { y > 0 } else { y + 1 < body.len() }) {
        y = if above { y - 1 } else { y + 1 };
    }
    if let Some(row) = pixels.get_mut(y) {
        row.iter_mut().skip(left).take(right - left).for_each(|on| *on = true);
    }
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
    fn dots_are_seen_and_holes_are_none() {
        let inked = |text: &str| painted(text, Size::Half).unwrap().concat().into_iter().filter(|on| *on).count();
        assert!(inked("تا") > inked("نا"), "two dots are more than one");
        let top = rows("م", Size::Half).unwrap();
        assert!(top[..2].iter().all(|row| row.trim().is_empty()), "{top:#?}");
    }

    #[test]
    fn joined_letters_leave_no_gap() {
        let rows = rows("بببب", Size::Half).unwrap();
        let whole = |row: &String| row.trim().chars().count() > 8 && !row.trim().contains(' ');
        assert!(rows.iter().any(whole), "{rows:#?}");
    }
}

//! Printed words, in the typeface of our labels.

use ab_glyph::{Font, PxScale, ScaleFont, point};
use gabentisch::paper::font;

use super::dice::Dice;
use super::plane::Plane;

/// Writes a line whose capitals stand at `baseline`, `size` pixels from the deepest to the highest letter.
pub fn write(plane: &mut Plane, text: &str, x: f32, baseline: f32, size: f32, value: f32) {
    let typeface = font::outlines();
    let scale = PxScale::from(size);
    let scaled = typeface.as_scaled(scale);
    let mut x = x;
    for character in text.chars() {
        let glyph = scaled.glyph_id(font::drawn(character));
        let advance = scaled.h_advance(glyph);
        if let Some(outline) = typeface.outline_glyph(glyph.with_scale_and_position(scale, point(x, baseline))) {
            let bounds = outline.px_bounds();
            let (left, top) = (bounds.min.x as i32, bounds.min.y as i32);
            outline.draw(|dx, dy, share| plane.paint(left + dx as i32, top + dy as i32, value, share.clamp(0.0, 1.0)));
        }
        x += advance;
    }
}

/// Something that could stand on a label or lie about on a table.
pub fn some_line(dice: &mut Dice) -> String {
    const WORDS: [&str; 16] = [
        "Winterjacke",
        "Gr. 104",
        "Gr. 42",
        "Kinderhose",
        "Bettwäsche",
        "Regal B3",
        "Halle 2",
        "100 % Wolle",
        "waschbar 40°",
        "Schuhe 38",
        "Topf 3 l",
        "neu",
        "WARM",
        "2025-11",
        "Kiste 17",
        "Bitte nicht knicken",
    ];
    const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
    if dice.chance(0.6) {
        return dice.pick(&WORDS).to_owned();
    }
    (0..dice.whole(3, 12)).map(|_| char::from(dice.pick(SIGNS))).collect()
}

//! A label: paper with a code and words on it, as it left the printer and what happened to it since.

use std::f32::consts::PI;

use super::dice::Dice;
use super::ink::{Ink, Print};
use super::plane::{Plane, clouds};
use super::{ground, text};

/// A printed label, lengths in mm from its left top corner.
pub struct Label {
    pub paper: Plane,
    /// Pixels of `paper` for each mm.
    pub fine: f32,
    pub size: (f32, f32),
    /// Left and top edge of the code, and its side.
    pub code: (f32, f32),
    pub side: f32,
    /// The part of the code that something lies on.
    pub hidden: f32,
}

/// Modules of our codes along one side, with which the quiet zone is measured.
const MODULES: f32 = 21.0;

impl Label {
    /// A label with a code 12 to 25 mm wide, `fine` pixels to the mm.
    pub fn new(dice: &mut Dice, print: Print, fine: f32) -> Label {
        let side = dice.between(12.0, 25.0);
        let quiet = dice.between(2.0, 4.5) * side / MODULES;
        let least = side + 2.0 * quiet;
        let size = (least + dice.between(0.0, 45.0), least + dice.between(0.0, 14.0));
        let code = if dice.chance(0.5) {
            (dice.between(quiet, size.0 - side - quiet), dice.between(quiet, size.1 - side - quiet))
        } else {
            (quiet, quiet)
        };
        let (white, black) = if dice.chance(0.12) {
            (dice.between(130.0, 180.0), dice.between(50.0, 90.0)) // faded
        } else {
            (dice.between(175.0, 250.0), dice.between(10.0, 70.0))
        };
        let mut label = Label { paper: paper(dice, size, fine, white), fine, size, code, side, hidden: 0.0 };
        if let Some(ink) = Ink::of(print, dice) {
            ink.print(&mut label.paper, code.0 * fine, code.1 * fine, side * fine, black);
        }
        label.words(dice, print, quiet, black);
        if dice.chance(0.3) {
            let thick = (0.3 * fine).max(1.0) as i32;
            let (width, height) = (label.paper.width as i32, label.paper.height as i32);
            label.paper.frame(2, 2, width - 4, height - 4, thick, black);
        }
        if dice.chance(0.2) {
            label.cover(dice);
        }
        label
    }

    /// The code in letters below the square, and what is written to its right, where there is room.
    fn words(&mut self, dice: &mut Dice, print: Print, quiet: f32, black: f32) {
        let size = dice.between(2.0, 3.4);
        let below = self.code.1 + self.side + quiet * 0.5 + size;
        let printed = match print {
            Print::Ours(code) => code.printed(),
            _ => text::some_line(dice),
        };
        let fine = self.fine;
        if below < self.size.1 || matches!(print, Print::Nothing) {
            text::write(&mut self.paper, &printed, self.code.0 * fine, below * fine, size * fine, black);
        }
        let right = self.code.0 + self.side + quiet;
        if right + 8.0 < self.size.0 {
            for line in 0..dice.whole(1, 4) {
                let written = text::some_line(dice);
                let baseline = self.code.1 + 3.0 + line as f32 * 4.0;
                text::write(&mut self.paper, &written, right * fine, baseline * fine, size * fine, black);
            }
        }
    }

    /// Lays a finger, a thread, a stain or a flake of 1 to 10 % of the code's area anywhere on the code.
    fn cover(&mut self, dice: &mut Dice) {
        self.hidden = dice.between(0.01, 0.10);
        let radius = self.side * (self.hidden / PI).sqrt() * self.fine;
        let stretch = dice.between(0.4, 2.5).sqrt();
        let (sine, cosine) = dice.angle().sin_cos();
        let (x, y) = (self.code.0 + dice.between(0.0, self.side), self.code.1 + dice.between(0.0, self.side));
        let grey = match dice.whole(0, 2) {
            0 => dice.between(0.0, 60.0),
            1 => dice.between(180.0, 255.0),
            _ => dice.between(90.0, 150.0),
        };
        let (x, y, reach) = (x * self.fine, y * self.fine, (radius * stretch.max(1.0 / stretch)).ceil());
        for py in (y - reach) as i32..=(y + reach) as i32 {
            for px in (x - reach) as i32..=(x + reach) as i32 {
                let (dx, dy) = (px as f32 - x, py as f32 - y);
                let (along, across) = ((dx * cosine + dy * sine) / stretch, (dy * cosine - dx * sine) * stretch);
                self.paper.paint(px, py, grey, (radius - along.hypot(across) + 0.5).clamp(0.0, 1.0));
            }
        }
    }
}

fn paper(dice: &mut Dice, size: (f32, f32), fine: f32, white: f32) -> Plane {
    let mut paper = Plane::filled((size.0 * fine) as usize, (size.1 * fine) as usize, white);
    let (clouds, depth) = (clouds(dice, 64, 64), dice.between(0.0, 14.0));
    let (sx, sy) = (63.0 / paper.width as f32, 63.0 / paper.height as f32);
    paper.change(|x, y, value| *value += depth * (clouds.at(x * sx, y * sy) - 0.5));
    if dice.chance(0.25) {
        // A label of cloth.
        let (thread, depth) = (dice.between(0.25, 0.6) * fine, dice.between(3.0, 14.0));
        ground::weave(&mut paper, thread, depth);
    }
    paper
}

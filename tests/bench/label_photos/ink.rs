//! The dark squares of a code as a printer leaves them on paper: grown or starved, with missing lines and worn spots.

use gabentisch::codes::Code;
use gabentisch::qr::draw::{SIDE, Symbol};

use super::dice::Dice;
use super::plane::Plane;

/// What is printed where the code belongs.
#[derive(Clone, Copy, Debug)]
pub enum Print {
    /// One of our codes.
    Ours(Code),
    /// A bar code, which no QR reader may read.
    Bars,
    /// A square of dots with two closed sides, as another kind of code has.
    Dots,
    Nothing,
}

/// A square of modules, and how badly they were printed.
pub struct Ink {
    side: usize,
    dark: Vec<bool>,
    /// How much wetter (or drier) than right: the share of ink at which paper turns dark is lower by this.
    gain: f32,
    /// Across the feed or along it, where in modules, how wide in modules.
    missing: Vec<(bool, f32, f32)>,
    worn: Option<(Plane, f32)>,
}

/// How far ink spreads, in modules: the deviation of the bell that blurs the drawn squares.
const SPREAD: f32 = 0.25;

impl Ink {
    pub fn of(print: Print, dice: &mut Dice) -> Option<Ink> {
        let side = usize::from(SIDE);
        let dark: Vec<bool> = match print {
            Print::Nothing => return None,
            Print::Ours(code) => {
                let symbol = Symbol::of(&code);
                (0..side * side).map(|at| symbol.is_dark((at % side) as i32, (at / side) as i32)).collect()
            }
            Print::Bars => {
                let row: Vec<bool> = (0..side).map(|_| dice.chance(0.5)).collect();
                row.repeat(side)
            }
            Print::Dots => {
                let closed = |x: usize, y: usize| x == 0 || y == side - 1 || (y == 0 && x.is_multiple_of(2));
                (0..side * side).map(|at| closed(at % side, at / side) || dice.chance(0.5)).collect()
            }
        };
        let gain = dice.between(-0.12, 0.18);
        let lines = if dice.chance(0.2) { dice.whole(1, 3) } else { 0 };
        let missing =
            (0..lines).map(|_| (dice.chance(0.5), dice.between(0.0, side as f32), dice.between(0.05, 0.35))).collect();
        let worn = dice.chance(0.2).then(|| {
            let mut spots = Plane::filled(side * 3, side * 3, 0.0);
            spots.values.iter_mut().for_each(|spot| *spot = dice.between(0.0, 1.0));
            (spots, dice.between(0.05, 0.18))
        });
        Some(Ink { side, dark, gain, missing, worn })
    }

    /// Prints the square onto the paper, its left top corner at this place and its side this long, in pixels.
    pub fn print(&self, paper: &mut Plane, left: f32, top: f32, length: f32, black: f32) {
        let pixels = length / self.side as f32;
        let (first_x, first_y) = ((left - pixels).floor().max(0.0), (top - pixels).floor().max(0.0));
        let last = |start: f32, end: usize| ((start + length + pixels).ceil() as usize).min(end);
        let module = |at: usize, start: f32| (at as f32 + 0.5 - start) / pixels;
        let columns: Vec<(i32, [f32; 3])> =
            (first_x as usize..last(left, paper.width)).map(|x| shares(module(x, left))).collect();
        for y in first_y as usize..last(top, paper.height) {
            let v = module(y, top);
            let (row, down) = shares(v);
            let pixels_of_row = &mut paper.row_mut(y)[first_x as usize..];
            for (at, (column, across)) in columns.iter().enumerate() {
                let mut share = 0.0;
                for (j, down) in (row - 1..).zip(down) {
                    for (i, across) in (column - 1..).zip(across) {
                        if self.is_dark(i, j) {
                            share += across * down;
                        }
                    }
                }
                // Where the share passes the threshold it rises by 1.6 for each module: soft over one pixel of paper.
                let covered = ((share - 0.5 + self.gain) * pixels / 1.6 + 0.5).clamp(0.0, 1.0);
                if covered > 0.0 && !self.is_missing(module(first_x as usize + at, left), v) {
                    pixels_of_row[at] += (black - pixels_of_row[at]) * covered;
                }
            }
        }
    }

    fn is_dark(&self, column: i32, row: i32) -> bool {
        let inside = 0..self.side as i32;
        inside.contains(&column) && inside.contains(&row) && self.dark[row as usize * self.side + column as usize]
    }

    fn is_missing(&self, x: f32, y: f32) -> bool {
        let line =
            |&(across, start, wide): &(bool, f32, f32)| (start..start + wide).contains(if across { &x } else { &y });
        let worn = |(spots, share): &(Plane, f32)| spots.at(x * 3.0 - 0.5, y * 3.0 - 0.5) < *share;
        self.missing.iter().any(line) || self.worn.as_ref().is_some_and(worn)
    }
}

/// The module at this place, and the shares of the bell around the place that lie on the module before it, on it, and on
/// the one after it.
fn shares(at: f32) -> (i32, [f32; 3]) {
    let middle = at.floor();
    let below = |edge: f32| 1.0 / (1.0 + (-1.702 * (edge - at) / SPREAD).exp());
    let (left, right) = (below(middle), below(middle + 1.0));
    (middle as i32, [left, right - left, 1.0 - right])
}

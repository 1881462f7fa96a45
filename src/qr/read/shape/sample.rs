//! From a place in the picture to what each module says: grey values, and how surely each is dark.

use super::transform::{Transform, solve};
use crate::qr::read::picture::plane::Plane;
use crate::qr::read::symbol::layout::Layout;
use crate::qr::read::symbol::soft::Soft;

/// Grey values of the modules with a margin of one module all around, row by row.
pub struct Sampled {
    /// Modules along a side, with the margin.
    across: usize,
    grey: Vec<f32>,
}

/// How well the picture shows what stands in every symbol of this version: the mean correlation of the patches, -1 to 1.
pub fn likeness(plane: &Plane, transform: &Transform, layout: &Layout) -> f32 {
    let (mut sum, mut weight) = (0.0, 0.0);
    for patch in &layout.patches {
        let (mut greys, mut squares, mut product, mut darks) = (0.0f32, 0.0f32, 0.0f32, 0.0f32);
        let count = patch.modules.len() as f32;
        for &(column, row, dark) in &patch.modules {
            let (x, y) = transform.map(f32::from(column) + 0.5, f32::from(row) + 0.5);
            let grey = plane.at(x, y);
            greys += grey;
            squares += grey * grey;
            if dark {
                product += grey;
                darks += 1.0;
            }
        }
        let mean = greys / count;
        let deviation = (squares / count - mean * mean).max(0.0).sqrt().max(2.0);
        let share = darks / count;
        let expected = (share * (1.0 - share)).sqrt();
        // Dark is a low value, so what belongs together has the opposite sign.
        let correlation = -(product / count - mean * share) / (deviation * expected);
        sum += correlation * count;
        weight += count;
    }
    sum / weight
}

impl Sampled {
    /// Reads every module at its middle (twice) and at four places around it.
    pub fn of(plane: &Plane, transform: &Transform) -> Self {
        Self::with(transform, |column, row| {
            const ASIDE: f32 = 0.2;
            let at = |right: f32, down: f32| {
                let (x, y) = transform.map(column + right, row + down);
                plane.at(x, y)
            };
            (2.0 * at(0.0, 0.0) + at(-ASIDE, -ASIDE) + at(ASIDE, -ASIDE) + at(-ASIDE, ASIDE) + at(ASIDE, ASIDE)) / 6.0
        })
    }

    /// Reads every module at its middle only.
    pub fn quickly(plane: &Plane, transform: &Transform) -> Self {
        Self::with(transform, |column, row| {
            let (x, y) = transform.map(column, row);
            plane.at(x, y)
        })
    }

    fn with(transform: &Transform, grey: impl Fn(f32, f32) -> f32) -> Self {
        let across = transform.modules + 2;
        let places = (0..across * across).map(|at| ((at % across) as f32 - 0.5, (at / across) as f32 - 0.5));
        Self { across, grey: places.map(|(column, row)| grey(column, row)).collect() }
    }

    /// How clearly the modules fall into dark and light ones: their mean distance from the mean of 9 × 9, in deviations there.
    /// 1 if there are only two greys, 0.8 for noise.
    pub fn clearness(&self) -> f32 {
        let across = self.across;
        let windows = Windows::of(across, self.grey.iter().map(|&grey| (grey, grey * grey)));
        let mut sum = 0.0;
        for row in 1..across - 1 {
            for column in 1..across - 1 {
                let (greys, squares) = windows.around(column, row, 4);
                let (width, height) = (
                    (column + 5).min(across) - column.saturating_sub(4),
                    (row + 5).min(across) - row.saturating_sub(4),
                );
                let count = (width * height) as f32;
                let mean = greys / count;
                let deviation = (squares / count - mean * mean).max(0.0).sqrt().max(2.0);
                sum += (self.grey[row * across + column] - mean).abs() / deviation;
            }
        }
        sum / ((across - 2) * (across - 2)) as f32
    }

    /// What spread from the four neighbours taken back: `share` of the difference to them is added.
    pub fn sharpened(&self, share: f32) -> Self {
        let mut grey = self.grey.clone();
        for row in 1..self.across - 1 {
            for column in 1..self.across - 1 {
                let at = row * self.across + column;
                let around =
                    self.grey[at - 1] + self.grey[at + 1] + self.grey[at - self.across] + self.grey[at + self.across];
                grey[at] += share * (4.0 * self.grey[at] - around);
            }
        }
        Self { across: self.across, grey }
    }

    /// Compares every module with the dark and the light ones in a square of 9 × 9 around it. Which those are is known for the
    /// fixed modules, and for the others taken from the mean at first, from the result the second time.
    pub fn soft(&self, layout: &Layout) -> Soft {
        let across = self.across;
        let mut known = vec![0i8; across * across];
        for patch in &layout.patches {
            for &(column, row, dark) in &patch.modules {
                known[(usize::from(row) + 1) * across + usize::from(column) + 1] = if dark { 1 } else { -1 };
            }
        }
        let means = Windows::of(across, self.grey.iter().map(|&grey| (grey, 1.0)));
        let mut dark: Vec<f32> = (0..across * across)
            .map(|at| {
                let (sum, count) = means.around(at % across, at / across, 4);
                (sum / count - self.grey[at]) / 20.0
            })
            .collect();
        for _ in 0..2 {
            let is_dark = |at: usize| if known[at] == 0 { dark[at] > 0.0 } else { known[at] > 0 };
            let darks = Windows::of(
                across,
                self.grey.iter().enumerate().map(|(at, &grey)| if is_dark(at) { (grey, 1.0) } else { (0.0, 0.0) }),
            );
            let lights = Windows::of(
                across,
                self.grey.iter().enumerate().map(|(at, &grey)| if is_dark(at) { (0.0, 0.0) } else { (grey, 1.0) }),
            );
            let whole = |windows: &Windows| {
                let (sum, count) = windows.around(across / 2, across / 2, across);
                sum / count.max(1.0)
            };
            let (all_dark, all_light) = (whole(&darks), whole(&lights));
            let least = ((all_light - all_dark) * 0.2).max(3.0);
            let next = (0..across * across).map(|at| {
                let level = |windows: &Windows, all: f32| {
                    let (sum, count) = windows.around(at % across, at / across, 4);
                    // A few modules say less than all together.
                    (sum + all * 1.5) / (count + 1.5)
                };
                let (ink, paper) = (level(&darks, all_dark), level(&lights, all_light));
                let half = ((paper - ink) / 2.0).max(least / 2.0);
                ((ink + paper) / 2.0 - self.grey[at]) / half
            });
            dark = next.collect();
        }
        Soft { modules: across - 2, dark: without_margin(&dark, across) }
    }

    /// The soft values after an equaliser: nine weights, one for each module of 3 × 3, such that the fixed modules come out
    /// as they must (least squares, held near "leave it as it is"). Undoes blur and motion of up to about a module.
    pub fn equalised(&self, layout: &Layout, soft: &Soft) -> Soft {
        let size = soft.modules;
        // Beyond the edge there is paper.
        let value = |column: isize, row: isize| {
            if column < 0 || row < 0 || column >= size as isize || row >= size as isize {
                -1.0
            } else {
                soft.dark[row as usize * size + column as usize].clamp(-1.6, 1.6)
            }
        };
        let around = |column: usize, row: usize| {
            let mut values = [1.0f64; 10];
            for (at, value_at) in values[..9].iter_mut().enumerate() {
                *value_at = f64::from(value(column as isize + at as isize % 3 - 1, row as isize + at as isize / 3 - 1));
            }
            values
        };
        let mut target = vec![0.0f64; size * size];
        for patch in &layout.patches {
            for &(column, row, dark) in &patch.modules {
                target[usize::from(row) * size + usize::from(column)] = if dark { 1.0 } else { -1.0 };
            }
        }
        let mut result = soft.dark.clone();
        for round in 0..2 {
            let mut sums = [[0.0f64; 11]; 10];
            for at in 0..size * size {
                let sure = target[at] != 0.0 || (round == 1 && result[at].abs() > 0.5);
                if !sure {
                    continue;
                }
                let (goal, weight) =
                    if target[at] == 0.0 { (f64::from(result[at].signum()), 0.5) } else { (target[at], 1.0) };
                let values = around(at % size, at / size);
                for (row, factor) in sums.iter_mut().zip(values) {
                    for (cell, other) in row.iter_mut().zip(values) {
                        *cell += weight * factor * other;
                    }
                    row[10] += weight * factor * goal;
                }
            }
            const HELD: f64 = 6.0;
            for (at, row) in sums.iter_mut().enumerate() {
                row[at] += HELD;
                if at == 4 {
                    row[10] += HELD;
                }
            }
            let Some(weights) = solve::<10, 11>(sums) else { break };
            for (at, out) in result.iter_mut().enumerate() {
                *out =
                    around(at % size, at / size).iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>()
                        as f32;
            }
        }
        Soft { modules: size, dark: result }
    }
}

fn without_margin(values: &[f32], across: usize) -> Vec<f32> {
    (1..across - 1).flat_map(|row| values[row * across + 1..(row + 1) * across - 1].iter().copied()).collect()
}

/// Sums of values and of their weights over squares of modules.
struct Windows {
    across: usize,
    sums: Vec<(f32, f32)>,
}

impl Windows {
    fn of(across: usize, values: impl Iterator<Item = (f32, f32)>) -> Self {
        let wide = across + 1;
        let mut sums = vec![(0.0, 0.0); wide * wide];
        let mut line = (0.0, 0.0);
        for (at, (value, weight)) in values.enumerate() {
            let (column, row) = (at % across, at / across);
            if column == 0 {
                line = (0.0, 0.0);
            }
            line = (line.0 + value, line.1 + weight);
            let above = sums[row * wide + column + 1];
            sums[(row + 1) * wide + column + 1] = (above.0 + line.0, above.1 + line.1);
        }
        Self { across, sums }
    }

    #[inline]
    fn around(&self, column: usize, row: usize, radius: usize) -> (f32, f32) {
        let wide = self.across + 1;
        let (left, right) = (column.saturating_sub(radius), (column + radius + 1).min(self.across));
        let (top, bottom) = (row.saturating_sub(radius) * wide, (row + radius + 1).min(self.across) * wide);
        let (a, b, c, d) =
            (self.sums[bottom + right], self.sums[top + left], self.sums[bottom + left], self.sums[top + right]);
        (a.0 + b.0 - c.0 - d.0, a.1 + b.1 - c.1 - d.1)
    }
}

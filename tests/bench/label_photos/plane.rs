//! A picture in floating point: light is added, multiplied and blurred before a sensor rounds it. 0 is black, 255 white.

use super::dice::Dice;

#[derive(Clone)]
pub struct Plane {
    pub width: usize,
    pub height: usize,
    pub values: Vec<f32>,
}

impl Plane {
    pub fn filled(width: usize, height: usize, value: f32) -> Plane {
        Plane { width, height, values: vec![value; width * height] }
    }

    pub fn row(&self, y: usize) -> &[f32] {
        &self.values[y * self.width..(y + 1) * self.width]
    }

    pub fn row_mut(&mut self, y: usize) -> &mut [f32] {
        &mut self.values[y * self.width..(y + 1) * self.width]
    }

    /// Calls `f` with the column, the row and the value of every pixel.
    pub fn change(&mut self, mut f: impl FnMut(f32, f32, &mut f32)) {
        for (y, row) in self.values.chunks_exact_mut(self.width).enumerate() {
            for (x, value) in row.iter_mut().enumerate() {
                f(x as f32, y as f32, value);
            }
        }
    }

    /// The value between four pixels, whose middles are at whole numbers; beyond the edge the edge goes on.
    pub fn at(&self, x: f32, y: f32) -> f32 {
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (self.height - 1) as f32);
        let (left, top) = (x as usize, y as usize);
        let (right, below) = ((left + 1).min(self.width - 1), (top + 1).min(self.height - 1));
        let (fx, fy) = (x - left as f32, y - top as f32);
        let (upper, lower) = (self.row(top), self.row(below));
        let above = upper[left] + (upper[right] - upper[left]) * fx;
        above + (lower[left] + (lower[right] - lower[left]) * fx - above) * fy
    }

    /// Mixes a share of this value into one pixel, if there is such a pixel.
    pub fn paint(&mut self, x: i32, y: i32, value: f32, share: f32) {
        if (0..self.width as i32).contains(&x) && (0..self.height as i32).contains(&y) {
            let pixel = &mut self.values[y as usize * self.width + x as usize];
            *pixel += (value - *pixel) * share;
        }
    }

    pub fn fill(&mut self, left: i32, top: i32, width: i32, height: i32, value: f32) {
        let inside = |start: i32, length: i32, end: usize| {
            start.clamp(0, end as i32) as usize..(start + length).clamp(0, end as i32) as usize
        };
        let columns = inside(left, width, self.width);
        for y in inside(top, height, self.height) {
            self.row_mut(y)[columns.clone()].fill(value);
        }
    }

    /// The outline of a rectangle, `thick` pixels inside it.
    pub fn frame(&mut self, left: i32, top: i32, width: i32, height: i32, thick: i32, value: f32) {
        self.fill(left, top, width, thick, value);
        self.fill(left, top + height - thick, width, thick, value);
        self.fill(left, top, thick, height, value);
        self.fill(left + width - thick, top, thick, height, value);
    }

    /// Blurred by a Gaussian of this deviation in pixels.
    pub fn blurred(&self, sigma: f32) -> Plane {
        let reach = (3.0 * sigma).ceil() as usize;
        let bell = |at: usize| (-0.5 * (at as f32 / sigma).powi(2)).exp();
        let sum: f32 = (0..=reach).map(bell).sum::<f32>() * 2.0 - 1.0;
        let weights: Vec<f32> = (0..=2 * reach).map(|tap| bell(tap.abs_diff(reach)) / sum).collect();
        let mut out = Plane::filled(self.width, self.height, 0.0);
        let mut column = vec![0.0; self.width];
        let mut longer = vec![0.0; self.width + 2 * reach];
        for y in 0..self.height {
            column.fill(0.0);
            for (tap, weight) in weights.iter().enumerate() {
                let from = (y + tap).saturating_sub(reach).min(self.height - 1);
                add(&mut column, self.row(from), *weight);
            }
            longer[..reach].fill(column[0]);
            longer[reach..reach + self.width].copy_from_slice(&column);
            longer[reach + self.width..].fill(column[self.width - 1]);
            for (tap, weight) in weights.iter().enumerate() {
                add(out.row_mut(y), &longer[tap..tap + self.width], *weight);
            }
        }
        out
    }

    /// Smeared along a straight way of this many pixels, as by a hand that moves.
    pub fn smeared(&self, dx: f32, dy: f32) -> Plane {
        let steps = (dx.hypot(dy) * 2.0).ceil().max(1.0) as i32;
        let reach = (dx.abs().max(dy.abs()) / 2.0).ceil() as i32 + 1;
        let side = 2 * reach + 1;
        // Where each moment of the exposure puts its light, shared among the four pixels around.
        let mut kernel = Plane::filled(side as usize, side as usize, 0.0);
        let part = 1.0 / (steps + 1) as f32;
        for step in 0..=steps {
            let along = step as f32 / steps as f32 - 0.5;
            let (x, y) = (along * dx + reach as f32, along * dy + reach as f32);
            let (fx, fy) = (x.fract(), y.fract());
            for (i, j, share) in
                [(0, 0, (1.0 - fx) * (1.0 - fy)), (1, 0, fx * (1.0 - fy)), (0, 1, (1.0 - fx) * fy), (1, 1, fx * fy)]
            {
                kernel.row_mut(y as usize + j)[x as usize + i] += share * part;
            }
        }
        let mut out = Plane::filled(self.width, self.height, 0.0);
        for (index, &weight) in kernel.values.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
            let (sx, sy) = (index as i32 % side - reach, index as i32 / side - reach);
            for y in 0..self.height {
                let from = (y as i32 + sy).clamp(0, self.height as i32 - 1) as usize;
                add_shifted(out.row_mut(y), self.row(from), sx, weight);
            }
        }
        out
    }
}

fn add(to: &mut [f32], from: &[f32], weight: f32) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += from * weight;
    }
}

/// Adds the row moved to the left by `shift` pixels; the first and last pixels go on beyond the edges.
fn add_shifted(to: &mut [f32], from: &[f32], shift: i32, weight: f32) {
    let gap = (shift.unsigned_abs() as usize).min(to.len());
    let inner = to.len() - gap;
    if shift >= 0 {
        add(&mut to[..inner], &from[gap..], weight);
        let last = from[from.len() - 1] * weight;
        to[inner..].iter_mut().for_each(|value| *value += last);
    } else {
        add(&mut to[gap..], &from[..inner], weight);
        to[..gap].iter_mut().for_each(|value| *value += from[0] * weight);
    }
}

/// Clouds from 0 to 1: random heights on five grids, each twice as fine as the one before and less high.
pub fn clouds(dice: &mut Dice, width: usize, height: usize) -> Plane {
    let mut sum = Plane::filled(width, height, 0.0);
    for octave in 0..5 {
        let cells = 2usize << octave;
        let mut grid = Plane::filled(cells + 1, cells + 1, 0.0);
        grid.values.iter_mut().for_each(|value| *value = dice.normal() / (octave + 1) as f32);
        let scale = |at: f32, length: usize| {
            let (cell, part) =
                ((at / length as f32 * cells as f32).floor(), (at / length as f32 * cells as f32).fract());
            cell + part * part * (3.0 - 2.0 * part)
        };
        sum.change(|x, y, value| *value += grid.at(scale(x, width), scale(y, height)));
    }
    let (low, high) = sum.values.iter().fold((f32::MAX, f32::MIN), |(low, high), v| (low.min(*v), high.max(*v)));
    let range = (high - low).max(1e-6);
    sum.values.iter_mut().for_each(|value| *value = (*value - low) / range);
    sum
}

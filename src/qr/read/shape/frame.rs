//! The lie of one finder pattern: its middle and the two steps from module to module, measured on its edges in the grey.

use super::transform::{Seen, solve};
use crate::qr::read::picture::finders::Finder;
use crate::qr::read::picture::plane::Plane;

/// A finder pattern's own coordinates.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The middle in pixels.
    pub x: f32,
    pub y: f32,
    /// One module to the right and one module down, in pixels.
    pub right: (f32, f32),
    pub down: (f32, f32),
    /// Share of the edges that were found where they belong, 0 to 1.
    pub sure: f32,
}

/// Rays from the middle on which edges are looked for.
const RAYS: usize = 28;

impl Frame {
    /// Measured from a first guess of the two steps; three rounds, each with the edges that the last one expects.
    pub fn measure(plane: &Plane, finder: &Finder, right: (f32, f32), down: (f32, f32)) -> Option<Self> {
        let mut frame = Self { x: finder.x, y: finder.y, right, down, sure: 0.0 };
        for _ in 0..3 {
            frame = frame.again(plane)?;
        }
        Some(frame)
    }

    /// A place in the picture, from the middle in modules.
    pub fn map(&self, column: f32, row: f32) -> (f32, f32) {
        (self.x + self.right.0 * column + self.down.0 * row, self.y + self.right.1 * column + self.down.1 * row)
    }

    /// Mean side of a module in pixels.
    pub fn module(&self) -> f32 {
        (self.right.0 * self.down.1 - self.right.1 * self.down.0).abs().sqrt()
    }

    /// The length in modules of a way that is given in pixels.
    pub fn modules(&self, (x, y): (f32, f32)) -> f32 {
        let area = self.right.0 * self.down.1 - self.right.1 * self.down.0;
        let right = (x * self.down.1 - y * self.down.0) / area;
        let down = (y * self.right.0 - x * self.right.1) / area;
        right.hypot(down)
    }

    /// The middle and the four corners, for a pattern whose middle is at this place of the symbol.
    pub fn seen(&self, column: f32, row: f32) -> [Seen; 5] {
        [(0.0, 0.0), (-3.5, -3.5), (3.5, -3.5), (-3.5, 3.5), (3.5, 3.5)]
            .map(|(right, down)| ((column + right, row + down), self.map(right, down)))
    }

    fn again(&self, plane: &Plane) -> Option<Self> {
        let mut edges = [((0.0f32, 0.0f32), (0.0f32, 0.0f32)); RAYS * 3];
        let mut count = 0;
        for ray in 0..RAYS {
            let (down, right) = ((ray as f32 + 0.5) * std::f32::consts::TAU / RAYS as f32).sin_cos();
            let reach = right.abs().max(down.abs());
            let (right, down) = (right / reach, down / reach);
            let value = |far: f32| {
                let (x, y) = self.map(right * far, down * far);
                plane.at(x, y)
            };
            let rings = [value(1.0), value(2.0), value(3.0), value(4.0)];
            for (edge, far) in [1.5f32, 2.5, 3.5].into_iter().enumerate() {
                let (inside, outside) = (rings[edge], rings[edge + 1]);
                let rises = edge != 1;
                if (outside - inside) * if rises { 1.0 } else { -1.0 } < 4.0 {
                    continue;
                }
                if let Some(found) = crossing(&value, far, (inside + outside) / 2.0, rises) {
                    let place = self.map(right * found, down * found);
                    edges[count] = ((right * far, down * far), place);
                    count += 1;
                }
            }
        }
        fit(&edges[..count])
    }
}

/// Where the grey goes through a level, nearest to where it is expected.
fn crossing(value: &impl Fn(f32) -> f32, expected: f32, level: f32, rises: bool) -> Option<f32> {
    const STEPS: usize = 8;
    const STEP: f32 = 0.225;
    let first = expected - STEP * STEPS as f32 / 2.0;
    let mut before = value(first);
    let mut best: Option<f32> = None;
    for at in 1..=STEPS {
        let here = value(first + at as f32 * STEP);
        if if rises { before < level && here >= level } else { before >= level && here < level } {
            let far = first + (at as f32 - 1.0 + (level - before) / (here - before)) * STEP;
            if best.is_none_or(|other| (far - expected).abs() < (other - expected).abs()) {
                best = Some(far);
            }
        }
        before = here;
    }
    best
}

/// Least squares for the six numbers of the frame, twice: the second time without the edges that were far off.
fn fit(edges: &[Seen]) -> Option<Frame> {
    let first = fit_once(edges.iter())?;
    let near = |edge: &&Seen| {
        let (x, y) = first.map(edge.0.0, edge.0.1);
        (x - edge.1.0).hypot(y - edge.1.1) < 0.45 * first.module()
    };
    let mut frame = fit_once(edges.iter().filter(near))?;
    frame.sure = edges.iter().filter(near).count() as f32 / (RAYS * 3) as f32;
    Some(frame)
}

fn fit_once<'a>(edges: impl Iterator<Item = &'a Seen>) -> Option<Frame> {
    let mut sums = [[0.0f64; 5]; 3];
    let mut count = 0;
    for ((right, down), (x, y)) in edges {
        let factors = [f64::from(*right), f64::from(*down), 1.0];
        for (row, factor) in sums.iter_mut().zip(factors) {
            for (cell, other) in row.iter_mut().zip(factors.into_iter().chain([f64::from(*x), f64::from(*y)])) {
                *cell += factor * other;
            }
        }
        count += 1;
    }
    if count < 12 {
        return None;
    }
    let [xs, ys] = [3, 4].map(|column| solve::<3, 4>(sums.map(|row| [row[0], row[1], row[2], row[column]])));
    let ([right_x, down_x, x], [right_y, down_y, y]) = (xs?.map(|value| value as f32), ys?.map(|value| value as f32));
    let frame = Frame { x, y, right: (right_x, right_y), down: (down_x, down_y), sure: 0.0 };
    (frame.module() > 0.6).then_some(frame)
}

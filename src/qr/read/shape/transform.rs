//! From modules to pixels: a plane seen by a pin-hole camera, and what folded cloth adds to it.

use crate::qr::read::symbol::layout::modules;

/// Coefficients of the bend: 2nd and 3rd powers of both axes, for both axes.
pub const BENDS: usize = 8;

/// Where the modules of a symbol lie in the picture.
#[derive(Clone, Debug)]
pub struct Transform {
    /// Modules along a side.
    pub modules: usize,
    /// Homography from (-1 … 1)² to pixels, the last coefficient being 1.
    pub plane: [f32; 8],
    /// By how much a place is moved before, in parts of half a side.
    pub bend: [f32; BENDS],
}

/// A place in the symbol, in modules from its top left, and where it was seen, in pixels.
pub type Seen = ((f32, f32), (f32, f32));

impl Transform {
    /// The homography that fits best (least squares on the linear form, with coordinates brought to size 1; Hartley 1997).
    /// `None` if there are too few places or they lie on a line.
    pub fn fit(version: usize, seen: &[Seen]) -> Option<Self> {
        let size = modules(version);
        let half = size as f64 / 2.0;
        let count = seen.len() as f64;
        let (sum_x, sum_y) =
            seen.iter().fold((0.0, 0.0), |sum, (_, (x, y))| (sum.0 + f64::from(*x), sum.1 + f64::from(*y)));
        let (mid_x, mid_y) = (sum_x / count, sum_y / count);
        let spread =
            seen.iter().map(|(_, (x, y))| (f64::from(*x) - mid_x).hypot(f64::from(*y) - mid_y)).sum::<f64>() / count;
        if spread.is_nan() || spread < 1e-3 {
            return None;
        }
        let mut equations = [[0.0f64; 9]; 8];
        for ((column, row), (x, y)) in seen {
            let (u, v) = (f64::from(*column) / half - 1.0, f64::from(*row) / half - 1.0);
            let (x, y) = ((f64::from(*x) - mid_x) / spread, (f64::from(*y) - mid_y) / spread);
            add(&mut equations, [u, v, 1.0, 0.0, 0.0, 0.0, -u * x, -v * x], x);
            add(&mut equations, [0.0, 0.0, 0.0, u, v, 1.0, -u * y, -v * y], y);
        }
        let [a, b, c, d, e, f, g, h] = solve(equations)?;
        let plane = [
            a * spread + mid_x * g,
            b * spread + mid_x * h,
            c * spread + mid_x,
            d * spread + mid_y * g,
            e * spread + mid_y * h,
            f * spread + mid_y,
            g,
            h,
        ];
        Some(Self { modules: size, plane: plane.map(|value| value as f32), bend: [0.0; BENDS] })
    }

    /// The homography that brings the symbol's corners to these places.
    pub fn of_corners(modules: usize, corners: [(f32, f32); 4]) -> Option<Self> {
        let far = modules as f32;
        let seen: [Seen; 4] =
            [((0.0, 0.0), corners[0]), ((far, 0.0), corners[1]), ((far, far), corners[2]), ((0.0, far), corners[3])];
        Self::fit((modules - 17) / 4, &seen)
    }

    /// The place of a point of the symbol, given in modules, in pixels.
    #[inline]
    pub fn map(&self, column: f32, row: f32) -> (f32, f32) {
        let scale = 2.0 / self.modules as f32;
        let (u, v) = (column * scale - 1.0, row * scale - 1.0);
        let (uu, vv) = (u * u, v * v);
        let [a, b, c, d, e, f, g, h] = self.bend;
        let (u, v) = (u + a * uu + b * vv + c * uu * u + d * vv * v, v + e * uu + f * vv + g * uu * u + h * vv * v);
        let [a, b, c, d, e, f, g, h] = self.plane;
        let depth = g * u + h * v + 1.0;
        ((a * u + b * v + c) / depth, (d * u + e * v + f) / depth)
    }

    /// The symbol's corners in pixels: top left, top right, bottom right, bottom left.
    pub fn corners(&self) -> [(f32, f32); 4] {
        let far = self.modules as f32;
        [self.map(0.0, 0.0), self.map(far, 0.0), self.map(far, far), self.map(0.0, far)]
    }

    /// The corners of the plane without its bend.
    pub fn flat_corners(&self) -> [(f32, f32); 4] {
        Self { bend: [0.0; BENDS], ..self.clone() }.corners()
    }

    /// Mean side of a module in pixels.
    pub fn module(&self) -> f32 {
        let [a, b, c, d] = self.corners();
        let area = ((c.0 - a.0) * (d.1 - b.1) - (c.1 - a.1) * (d.0 - b.0)).abs() / 2.0;
        area.sqrt() / self.modules as f32
    }

    /// The same symbol in a picture that is this many times as large.
    pub fn scaled(&self, by: f32) -> Self {
        let [a, b, c, d, e, f, g, h] = self.plane;
        Self { plane: [a * by, b * by, c * by, d * by, e * by, f * by, g, h], ..self.clone() }
    }

    /// Whether the corners go round in the same sense and none is behind the camera.
    pub fn is_convex(&self) -> bool {
        let corners = self.flat_corners();
        (0..4).all(|at| {
            let (a, b, c) = (corners[at], corners[(at + 1) % 4], corners[(at + 2) % 4]);
            (b.0 - a.0) * (c.1 - b.1) - (b.1 - a.1) * (c.0 - b.0) > 0.0
        })
    }
}

fn add(equations: &mut [[f64; 9]; 8], factors: [f64; 8], result: f64) {
    for (row, &factor) in equations.iter_mut().zip(&factors) {
        for (cell, &other) in row[..8].iter_mut().zip(&factors) {
            *cell += factor * other;
        }
        row[8] += factor * result;
    }
}

/// Gaussian elimination with pivots.
pub fn solve<const N: usize, const M: usize>(mut rows: [[f64; M]; N]) -> Option<[f64; N]> {
    for at in 0..N {
        let pivot = (at..N).max_by(|&a, &b| rows[a][at].abs().total_cmp(&rows[b][at].abs()))?;
        rows.swap(at, pivot);
        if rows[at][at].is_nan() || rows[at][at].abs() < 1e-10 {
            return None;
        }
        let (done, rest) = rows.split_at_mut(at + 1);
        for row in rest {
            let factor = row[at] / done[at][at];
            for (cell, &above) in row[at..].iter_mut().zip(&done[at][at..]) {
                *cell -= factor * above;
            }
        }
    }
    let mut result = [0.0; N];
    for at in (0..N).rev() {
        let known: f64 = (at + 1..N).map(|later| rows[at][later] * result[later]).sum();
        result[at] = (rows[at][M - 1] - known) / rows[at][at];
    }
    Some(result)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_plane_is_found_from_the_places_it_gives(
            version in 1usize..12, corners in prop::array::uniform4((-30.0..30.0f32, -30.0..30.0f32)),
        ) {
            let square = [(100.0, 100.0), (300.0, 100.0), (300.0, 300.0), (100.0, 300.0)];
            let moved: [(f32, f32); 4] = std::array::from_fn(|at| (square[at].0 + corners[at].0, square[at].1 + corners[at].1));
            let size = modules(version);
            let drawn = Transform::of_corners(size, moved).unwrap();
            prop_assert!(drawn.is_convex());
            let far = size as f32;
            let seen: Vec<Seen> = (0..16).map(|at| (far * (at % 4) as f32 / 3.0, far * (at / 4) as f32 / 3.0)).map(|(x, y)| ((x, y), drawn.map(x, y))).collect();
            let found = Transform::fit(version, &seen).unwrap();
            let half = found.scaled(0.5);
            for (x, y) in [(0.0, 0.0), (far, 0.0), (far / 3.0, far / 2.0), (far, far)] {
                let ((ax, ay), (bx, by), (cx, cy)) = (drawn.map(x, y), found.map(x, y), half.map(x, y));
                prop_assert!((ax - bx).hypot(ay - by) < 0.05 && (ax / 2.0 - cx).hypot(ay / 2.0 - cy) < 0.05);
            }
        }
    }

    #[test]
    fn places_on_a_line_are_no_plane() {
        let line: Vec<Seen> = (0..8).map(|at| at as f32).map(|at| ((at, at), (at * 3.0, at * 3.0))).collect();
        assert!(Transform::fit(1, &line).is_none_or(|transform| !transform.is_convex()));
        assert!(Transform::fit(1, &[((0.0, 0.0), (f32::NAN, 0.0)); 5]).is_none());
    }
}

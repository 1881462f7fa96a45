//! Where a label lies before the camera, how it is bent, and which point of it each pixel sees.

use std::f32::consts::PI;

use super::dice::Dice;
use super::label::Label;
use super::plane::Plane;

/// A pin-hole camera that sees 65° across, as phones do. Lengths of the world in mm; z goes away from the camera.
#[derive(Clone, Copy)]
pub struct Camera {
    pub width: usize,
    pub height: usize,
    /// In pixels: a thing `d` mm away is `focal / d` pixels for each mm.
    pub focal: f32,
}

impl Camera {
    pub fn new((width, height): (usize, usize)) -> Camera {
        Camera { width, height, focal: width as f32 / 2.0 / 32.5f32.to_radians().tan() }
    }

    fn pixel(&self, [x, y, z]: [f32; 3]) -> (f32, f32) {
        (x / z * self.focal + self.width as f32 / 2.0, y / z * self.focal + self.height as f32 / 2.0)
    }

    fn shows(&self, (x, y): (f32, f32)) -> bool {
        (2.0..self.width as f32 - 2.0).contains(&x) && (2.0..self.height as f32 - 2.0).contains(&y)
    }
}

/// The shape of the label: how far a point lies behind the plane, in mm, `s` mm along the direction of bending.
#[derive(Clone, Copy, Debug)]
pub enum Bend {
    Flat,
    /// Round a bottle or a sleeve.
    Round {
        radius: f32,
    },
    /// Waves of cloth.
    Folds {
        high: f32,
        long: f32,
        phase: f32,
    },
}

impl Bend {
    pub fn any(dice: &mut Dice) -> Bend {
        let kind = dice.between(0.0, 1.0);
        if kind < 0.12 {
            Bend::Round { radius: dice.between(25.0, 140.0) }
        } else if kind < 0.30 {
            Bend::Folds { high: dice.between(0.15, 1.2), long: dice.between(25.0, 70.0), phase: dice.angle() }
        } else {
            Bend::Flat
        }
    }

    /// The depth and its slope. A round label goes straight on shortly before it would turn its back.
    fn depth(self, s: f32) -> (f32, f32) {
        match self {
            Bend::Flat => (0.0, 0.0),
            Bend::Round { radius } => {
                let on = s.clamp(-0.95 * radius, 0.95 * radius);
                let height = (radius * radius - on * on).sqrt();
                (radius - height + (s - on) * on / height, on / height)
            }
            Bend::Folds { high, long, phase } => {
                let turn = 2.0 * PI / long;
                let (sine, cosine) = (turn * s + phase).sin_cos();
                (high * sine, high * turn * cosine)
            }
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Bend::Flat => "flat",
            Bend::Round { .. } => "round",
            Bend::Folds { .. } => "folds",
        }
    }
}

/// How a label is held: its code's middle is the origin of its own plane.
#[derive(Clone, Copy)]
pub struct Pose {
    rotation: [[f32; 3]; 3],
    at: [f32; 3],
    bend: Bend,
    /// Direction of bending in the label's plane.
    along: (f32, f32),
}

impl Pose {
    /// Leaned by `tilt` over an axis at `axis`, turned by `roll` in its plane (radians), its middle at `at`.
    pub fn new(dice: &mut Dice, tilt: f32, axis: f32, roll: f32, at: [f32; 3], bend: Bend) -> Pose {
        // Rodrigues' formula for an axis in the picture's plane, after the turn in the label's own plane.
        let ((ky, kx), (sine, cosine)) = (axis.sin_cos(), tilt.sin_cos());
        let rest = 1.0 - cosine;
        let lean = [
            [cosine + kx * kx * rest, kx * ky * rest, ky * sine],
            [kx * ky * rest, cosine + ky * ky * rest, -kx * sine],
            [-ky * sine, kx * sine, cosine],
        ];
        let (sine, cosine) = roll.sin_cos();
        let rotation = lean.map(|[x, y, z]| [x * cosine + y * sine, y * cosine - x * sine, z]);
        let (across, along) = dice.between(0.0, PI).sin_cos();
        Pose { rotation, at, bend, along: (along, across) }
    }

    pub fn moved_to(self, at: [f32; 3]) -> Pose {
        Pose { at, ..self }
    }

    /// The point of the world at (u, v) mm from the code's middle.
    fn world(&self, u: f32, v: f32) -> [f32; 3] {
        let (depth, _) = self.bend.depth(u * self.along.0 + v * self.along.1);
        let mut point = self.at;
        for (coordinate, row) in point.iter_mut().zip(self.rotation) {
            *coordinate += row[0] * u + row[1] * v + row[2] * depth;
        }
        point
    }

    /// The corners of a square of this side around the code's middle, in pixels.
    pub fn corners(&self, camera: &Camera, side: f32) -> [(f32, f32); 4] {
        let half = side / 2.0;
        [(-half, -half), (half, -half), (half, half), (-half, half)].map(|(u, v)| camera.pixel(self.world(u, v)))
    }

    /// Whether the whole code with a little room around it is in the picture.
    pub fn is_in(&self, camera: &Camera, side: f32) -> bool {
        self.corners(camera, side * 1.12).into_iter().all(|corner| camera.shows(corner))
    }

    /// The corners of the whole label, in pixels.
    pub fn outline(&self, camera: &Camera, label: &Label) -> [(f32, f32); 4] {
        let (x, y) = (label.code.0 + label.side / 2.0, label.code.1 + label.side / 2.0);
        let (width, height) = label.size;
        [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)].map(|(u, v)| camera.pixel(self.world(u - x, v - y)))
    }

    /// Draws the label over the picture; `shade` is how much the light loses on slopes, 0 for none.
    pub fn draw(&self, camera: &Camera, label: &Label, shade: f32, picture: &mut Plane) {
        let middle = (label.code.0 + label.side / 2.0, label.code.1 + label.side / 2.0);
        let (left, top, right, bottom) = self.bounds(camera, label, middle);
        let mut upper = self.row(camera, left, right, top);
        for y in top..bottom {
            let lower = self.row(camera, left, right, y + 1);
            for x in left..right {
                let at = x - left;
                let Some(seen) = upper[at] else { continue };
                // What the pixel covers, from its neighbours to the right and below.
                let right = upper[at + 1].unwrap_or(seen);
                let below = lower[at].unwrap_or(seen);
                let (dx, dy) = ((right.u - seen.u, right.v - seen.v), (below.u - seen.u, below.v - seen.v));
                let (mut light, mut hits) = (0.0, 0.0);
                for (i, j) in [(-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25), (0.25, 0.25)] {
                    let u = seen.u + i * dx.0 + j * dy.0 + middle.0;
                    let v = seen.v + i * dx.1 + j * dy.1 + middle.1;
                    if (0.0..label.size.0).contains(&u) && (0.0..label.size.1).contains(&v) {
                        light += label.paper.at(u * label.fine - 0.5, v * label.fine - 0.5);
                        hits += 0.25;
                    }
                }
                if hits > 0.0 {
                    let shaded = light / (4.0 * hits) * (1.0 + shade * seen.slope).clamp(0.45, 1.35);
                    picture.paint(x as i32, y as i32, shaded, hits);
                }
            }
            upper = lower;
        }
    }

    /// The pixels among which the label can be seen: left, top, and the first beyond it to the right and below.
    fn bounds(&self, camera: &Camera, label: &Label, middle: (f32, f32)) -> (usize, usize, usize, usize) {
        let (mut low, mut high) = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
        for step in 0..=12 {
            let part = step as f32 / 12.0;
            let (across, down) = (label.size.0 * part, label.size.1 * part);
            for (u, v) in [(across, 0.0), (across, label.size.1), (0.0, down), (label.size.0, down)] {
                let point = self.world(u - middle.0, v - middle.1);
                let (x, y) = camera.pixel([point[0], point[1], point[2].max(5.0)]);
                (low, high) = ((low.0.min(x), low.1.min(y)), (high.0.max(x), high.1.max(y)));
            }
        }
        let within = |at: f32, end: usize| at.clamp(0.0, end as f32) as usize;
        let (left, top) = (within(low.0 - 4.0, camera.width), within(low.1 - 4.0, camera.height));
        (left, top, within(high.0 + 5.0, camera.width), within(high.1 + 5.0, camera.height))
    }

    /// What the pixels of one row see of the label's endless surface.
    fn row(&self, camera: &Camera, left: usize, right: usize, y: usize) -> Vec<Option<Seen>> {
        let turned = |vector: [f32; 3]| {
            [0, 1, 2].map(|axis| (0..3).map(|row| self.rotation[row][axis] * vector[row]).sum::<f32>())
        };
        let eye = turned(self.at.map(|coordinate| -coordinate));
        let mut depth = 0.0;
        let see = |x: usize| {
            let ray = turned([
                (x as f32 + 0.5 - camera.width as f32 / 2.0) / camera.focal,
                (y as f32 + 0.5 - camera.height as f32 / 2.0) / camera.focal,
                1.0,
            ]);
            // Newton's way to the surface, from the depth that the pixel to the left found.
            let mut way = (depth - eye[2]) / ray[2];
            let rise = ray[0] * self.along.0 + ray[1] * self.along.1;
            let mut steep = 0.0;
            for _ in 0..if matches!(self.bend, Bend::Flat) { 0 } else { 4 } {
                let s = (eye[0] + way * ray[0]) * self.along.0 + (eye[1] + way * ray[1]) * self.along.1;
                let (behind, slope) = self.bend.depth(s);
                let closing = ray[2] - slope * rise;
                if closing < 0.02 {
                    return None; // the surface turns its back
                }
                way -= (eye[2] + way * ray[2] - behind) / closing;
                (depth, steep) = (behind, slope);
            }
            Some(Seen { u: eye[0] + way * ray[0], v: eye[1] + way * ray[1], slope: steep })
        };
        (left..=right).map(see).collect()
    }
}

/// A point of the label, in mm from the code's middle, and how steep it is there.
#[derive(Clone, Copy)]
struct Seen {
    u: f32,
    v: f32,
    slope: f32,
}

/// Whether two four-sided shapes have no point in common, as far as their corners and middles tell.
pub fn apart(a: &[(f32, f32); 4], b: &[(f32, f32); 4]) -> bool {
    let points = |of: &[(f32, f32); 4]| {
        let middle = of.iter().fold((0.0, 0.0), |sum, corner| (sum.0 + corner.0 / 4.0, sum.1 + corner.1 / 4.0));
        of.iter().copied().chain([middle]).collect::<Vec<_>>()
    };
    !points(a).into_iter().any(|point| is_inside(b, point)) && !points(b).into_iter().any(|point| is_inside(a, point))
}

fn is_inside(shape: &[(f32, f32); 4], (x, y): (f32, f32)) -> bool {
    let next = shape.iter().cycle().skip(1);
    let mut turns = shape.iter().zip(next).map(|(a, b)| (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0) > 0.0);
    let first = turns.next();
    turns.all(|turn| Some(turn) == first)
}

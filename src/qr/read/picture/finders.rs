//! Finder patterns: the three squares in the corners of a code. Along any line through its middle such a square is dark, light,
//! dark, light, dark in widths of 1:1:3:1:1 (ISO/IEC 18004:2015, 6.3.3), and along any ray from its middle the edges lie at
//! 3:5:7, however it is turned and tilted.

use super::binarise::Ink;
use super::plane::Plane;
use crate::qr::read::deadline::Deadline;

/// Rays on which a candidate is looked at.
const RAYS: usize = 16;

/// A pattern with so many good rays is not measured again.
const CLEAR: u8 = 14;

/// No picture is searched for more of them: a sheet of 189 labels has 567.
pub const MOST: usize = 1200;

/// A place that looks like a finder pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finder {
    /// The middle in pixels.
    pub x: f32,
    pub y: f32,
    /// Mean side of a module in pixels, whatever the turn and tilt: the root of a 49th of the area.
    pub module: f32,
    /// On how many of the 16 rays all three edges are where they belong.
    pub rays: u8,
    /// How the pattern is drawn out by tilt: the matrix T·Tᵀ, T being the map from modules to pixels, as xx, xy and yy. It does not
    /// tell how the pattern is turned.
    pub shape: [f32; 3],
}

impl Finder {
    /// A pattern seen from straight above.
    pub fn flat(x: f32, y: f32, module: f32) -> Self {
        Self { x, y, module, rays: 0, shape: [module * module, 0.0, module * module] }
    }

    /// One module to the right and one down, in pixels, if "right" lies in this direction, turned by an angle on the plane of the
    /// pattern (in radians, clockwise).
    pub fn steps(&self, (dx, dy): (f32, f32), turn: f32) -> [(f32, f32); 2] {
        // The symmetric root of the shape and its inverse (Cayley and Hamilton for two rows).
        let [xx, xy, yy] = self.shape;
        let root = (xx * yy - xy * xy).max(1e-6).sqrt();
        let scale = (xx + yy + 2.0 * root).sqrt();
        let (a, b, c) = ((xx + root) / scale, xy / scale, (yy + root) / scale);
        let (u, v) = ((c * dx - b * dy) / root, (a * dy - b * dx) / root);
        let length = u.hypot(v).max(1e-6);
        let (sin, cos) = turn.sin_cos();
        let (u, v) = ((u * cos - v * sin) / length, (u * sin + v * cos) / length);
        [(a * u + b * v, b * u + c * v), (b * u - a * v, c * u - b * v)]
    }

    /// Whether a place belongs to this pattern, if modules there have about its size.
    fn covers(&self, x: f32, y: f32, module: f32) -> bool {
        let near = self.module * 2.0;
        (self.x - x).abs() < near
            && (self.y - y).abs() < near
            && module < self.module * 2.2
            && self.module < module * 2.2
    }

    /// Whether this is the same pattern, seen by two looks.
    pub fn is_same(&self, other: &Self) -> bool {
        let near = self.module.max(other.module) * 1.5;
        (self.x - other.x).abs() < near
            && (self.y - other.y).abs() < near
            && self.module < other.module * 1.8
            && other.module < self.module * 1.8
    }

    /// The pattern in a picture that is this many times as large.
    pub fn scaled(&self, by: f32) -> Self {
        Self {
            x: self.x * by,
            y: self.y * by,
            module: self.module * by,
            shape: self.shape.map(|part| part * by * by),
            ..*self
        }
    }
}

/// How much a pattern may be distorted.
#[derive(Clone, Copy, Debug)]
pub struct Tolerance {
    /// By how many modules a width may be off, besides 0.6 pixels.
    pub modules: f32,
    /// Diagonals on which the widths must be right too.
    pub diagonals: u8,
    /// Rays that must be good.
    pub rays: u8,
}

impl Tolerance {
    pub const STRICT: Self = Self { modules: 0.5, diagonals: 2, rays: 11 };
    pub const WIDE: Self = Self { modules: 0.75, diagonals: 1, rays: 8 };
}

/// All finder patterns of a picture: found in its ink, measured in its grey.
pub fn find(ink: &Ink, plane: &Plane, tolerance: Tolerance, deadline: Deadline) -> Vec<Finder> {
    let mut search = Search {
        ink,
        plane,
        tolerance,
        finders: Vec::new(),
        refused: vec![0; (ink.width / 4 + 1) * (ink.height / 4 + 1)],
    };
    // The core of a pattern is three modules high, so that every second row meets it.
    for y in (0..ink.height).step_by(2) {
        if deadline.is_over() || search.finders.len() >= MOST {
            break;
        }
        search.row(y);
    }
    search.finders
}

struct Search<'a> {
    ink: &'a Ink,
    plane: &'a Plane,
    tolerance: Tolerance,
    finders: Vec<Finder>,
    /// Module sizes in pixels with which a place was looked at in vain, in cells of 4 × 4 pixels.
    refused: Vec<u8>,
}

impl Search<'_> {
    fn row(&mut self, y: usize) {
        let row = &self.ink.dark[y * self.ink.width..][..self.ink.width];
        // The places where a run begins: the last six of them, the newest being where the fifth run ends.
        let mut starts = [0usize; 6];
        let mut count = 1;
        let mut turn = |search: &mut Self, at: usize, ended_dark: bool| {
            let [_, first, second, third, fourth, fifth] = starts;
            starts = [first, second, third, fourth, fifth, at];
            count += 1;
            // The core is the widest, however badly it is printed: most lines through cloth and print end here.
            let core = fourth - third;
            if ended_dark && count >= 6 && core >= third - second && core >= fifth - fourth {
                let runs = [second - first, third - second, core, fifth - fourth, at - fifth];
                if is_pattern(runs, search.tolerance.modules) {
                    search.candidate((third + fourth) as f32 / 2.0, y as f32 + 0.5, at - first);
                }
            }
        };
        // Eight pixels at a time: a byte of the word is 1 where a pixel differs from the next.
        let mut at = 0;
        while at + 9 <= row.len() {
            let word = |from: usize| u64::from_le_bytes(std::array::from_fn(|byte| row[from + byte]));
            let mut turns = word(at) ^ word(at + 1);
            while turns != 0 {
                let before = at + turns.trailing_zeros() as usize / 8;
                turn(self, before + 1, row[before] == 1);
                turns &= turns - 1;
            }
            at += 8;
        }
        for before in at..row.len() - 1 {
            if row[before] != row[before + 1] {
                turn(self, before + 1, row[before] == 1);
            }
        }
        turn(self, row.len(), row[row.len() - 1] == 1);
    }

    fn candidate(&mut self, x: f32, y: f32, total: usize) {
        if self.is_clear(x, y, total as f32 / 7.0) {
            return;
        }
        let tolerance = self.tolerance.modules;
        let Some((up, height)) = self.across(x, y, (0, 1), total, tolerance) else { return };
        let y = y + up;
        let Some((aside, width)) = self.across(x, y, (1, 0), total, tolerance) else { return };
        let x = x + aside;
        let cell = (y as usize / 4).min(self.ink.height / 4) * (self.ink.width / 4 + 1)
            + (x as usize / 4).min(self.ink.width / 4);
        let size = (total / 7).clamp(1, 255) as u8;
        if self.refused[cell] == size || self.is_clear(x, y, total as f32 / 7.0) {
            return;
        }
        let good = [(1, 1), (1, -1)].iter().filter(|&&way| self.across(x, y, way, total, tolerance).is_some()).count();
        let measured = if good >= usize::from(self.tolerance.diagonals) {
            measure(self.plane, x, y, (width + height) as f32 / 14.0)
        } else {
            None
        };
        match measured.filter(|finder| finder.rays >= self.tolerance.rays) {
            Some(finder) => self.keep(finder),
            None => self.refused[cell] = size,
        }
    }

    /// Keeps a pattern, unless a better measurement of it is known.
    fn keep(&mut self, finder: Finder) {
        match self.finders.iter_mut().rev().find(|known| known.covers(finder.x, finder.y, finder.module)) {
            Some(known) if known.rays < finder.rays => *known = finder,
            Some(_) => {}
            None => self.finders.push(finder),
        }
    }

    /// Whether a pattern of about this size has been found clearly at this place.
    fn is_clear(&self, x: f32, y: f32, module: f32) -> bool {
        self.finders.iter().rev().any(|known| known.rays >= CLEAR && known.covers(x, y, module))
    }

    /// The widths along a line through a place: how far the middle of the dark core is from it in steps, and the sum of the
    /// widths, if they are those of a pattern of about this size.
    fn across(&self, x: f32, y: f32, way: (i32, i32), total: usize, tolerance: f32) -> Option<(f32, usize)> {
        let most = total.max(7);
        let ahead = self.runs(x, y, way, most)?;
        let behind = self.runs(x, y, (-way.0, -way.1), most)?;
        // The pixel in the middle was counted on both sides.
        let runs = [behind[2], behind[1], ahead[0] + behind[0] - 1, ahead[1], ahead[2]];
        let sum: usize = runs.iter().sum();
        let alike = sum * 5 >= total * 2 && sum * 2 <= total * 5;
        (alike && is_pattern(runs, tolerance)).then(|| ((ahead[0] as f32 - behind[0] as f32) / 2.0, sum))
    }

    /// Lengths of the dark, light and dark pixels from a place in one direction.
    fn runs(&self, x: f32, y: f32, (dx, dy): (i32, i32), most: usize) -> Option<[usize; 3]> {
        let (mut column, mut row) = (x as i32, y as i32);
        let (width, height) = (self.ink.width as i32, self.ink.height as i32);
        let mut runs = [0; 3];
        let mut at = 0;
        while column >= 0 && row >= 0 && column < width && row < height {
            let dark = self.ink.dark[(row * width + column) as usize] == 1;
            if dark != (at != 1) {
                at += 1;
                if at == 3 {
                    return (runs[0] > 0).then_some(runs);
                }
            }
            runs[at] += 1;
            if runs[at] > most {
                return None;
            }
            column += dx;
            row += dy;
        }
        (at == 2 && runs[0] > 0).then_some(runs)
    }
}

/// Whether five widths are in the ratio 1:1:3:1:1.
fn is_pattern(runs: [usize; 5], tolerance: f32) -> bool {
    let total: usize = runs.iter().sum();
    if total < 7 {
        return false;
    }
    let module = total as f32 / 7.0;
    let off = module * tolerance + 0.6;
    let near = |run: usize, modules: f32, off: f32| (run as f32 - module * modules).abs() < off;
    near(runs[0], 1.0, off)
        && near(runs[1], 1.0, off)
        && near(runs[2], 3.0, off * 1.8)
        && near(runs[3], 1.0, off)
        && near(runs[4], 1.0, off)
}

/// Looks along 16 rays for the three edges, and takes middle and size from where they are.
pub fn measure(plane: &Plane, x: f32, y: f32, module: f32) -> Option<Finder> {
    let step = (module * 0.2).max(0.34);
    let count = ((module * 6.6 / step) as usize).min(48);
    let mut samples = [[0.0f32; 48]; RAYS];
    let mut lightest = [0.0f32; RAYS];
    for (ray, (samples, lightest)) in samples.iter_mut().zip(&mut lightest).enumerate() {
        let (dy, dx) = (ray as f32 * std::f32::consts::TAU / RAYS as f32).sin_cos();
        for (at, sample) in samples[..count].iter_mut().enumerate() {
            let far = at as f32 * step;
            *sample = plane.at(x + dx * far, y + dy * far);
            if far > module && far < module * 3.8 {
                *lightest = lightest.max(*sample);
            }
        }
    }
    let core = (samples[0][0] * 2.0
        + samples.iter().step_by(2).map(|ray| ray[(module * 0.6 / step) as usize]).sum::<f32>())
        / 10.0;
    lightest.sort_by(f32::total_cmp);
    let paper = lightest[RAYS / 2];
    if paper - core < 8.0 {
        return None;
    }
    let swing = (paper - core) * 0.25;
    let edges: [Option<[f32; 3]>; RAYS] = std::array::from_fn(|ray| edges(&samples[ray][..count], swing, step));
    let mut outer: Vec<f32> = edges.iter().flatten().map(|edges| edges[2]).collect();
    if outer.len() < 5 {
        return None;
    }
    outer.sort_by(f32::total_cmp);
    let typical = outer[outer.len() / 2];
    let good =
        |ray: usize| edges[ray].map(|edges| edges[2]).filter(|far| *far > typical * 0.45 && *far < typical * 2.2);
    // A ray that sees nothing is as long as the one on the other side.
    let (mut squares, mut known, mut rays, mut shift, mut pairs) = (0.0, 0.0, 0, (0.0, 0.0), 0.0);
    let mut spread = [0.0f32; 3];
    for ray in 0..RAYS {
        let (this, other) = (good(ray), good((ray + RAYS / 2) % RAYS));
        rays += u8::from(this.is_some());
        if let Some(far) = this.or(other) {
            squares += far * far;
            known += 1.0;
            let (dy, dx) = (ray as f32 * std::f32::consts::TAU / RAYS as f32).sin_cos();
            spread =
                [spread[0] + far * far * dx * dx, spread[1] + far * far * dx * dy, spread[2] + far * far * dy * dy];
        }
        if let (Some(this), Some(other)) = (this, other) {
            let (dy, dx) = (ray as f32 * std::f32::consts::TAU / RAYS as f32).sin_cos();
            shift.0 += (this - other) / 2.0 * dx;
            shift.1 += (this - other) / 2.0 * dy;
            pairs += 1.0;
        }
    }
    let area = std::f32::consts::PI * squares / known;
    let middle = if pairs > 5.0 { (x + shift.0 / pairs, y + shift.1 / pairs) } else { (x, y) };
    let module = (area / 49.0).sqrt();
    // The spread has the direction and the ratio of the shape; its size is that of the module.
    let [xx, xy, yy] = spread;
    let size = module * module / (xx * yy - xy * xy).max(1e-6).sqrt();
    Some(Finder { x: middle.0, y: middle.1, module, rays, shape: spread.map(|part| part * size) })
}

/// Where a ray goes from the core to the light ring, to the dark ring and out, if the distances are as 3:5:7. Each edge is half
/// way between the darkest and the lightest place beside it, so that a blurred ring need not be as light as paper; a change
/// of less than `swing` is noise.
fn edges(samples: &[f32], swing: f32, step: f32) -> Option<[f32; 3]> {
    // The extremes on the way: core, light ring, dark ring, paper.
    let mut turns = [0usize; 4];
    let mut found = 0;
    let mut best = 0;
    for (at, &sample) in samples.iter().enumerate() {
        let rising = found % 2 == 1;
        let further = if rising { sample > samples[best] } else { sample < samples[best] };
        let back = if rising { samples[best] - sample } else { sample - samples[best] };
        if further {
            best = at;
        } else if back > swing {
            turns[found] = best;
            found += 1;
            best = at;
            if found == 4 {
                break;
            }
        }
    }
    if found == 3 && samples[best] - samples[turns[2]] > swing {
        turns[3] = best;
        found = 4;
    }
    if found < 4 {
        return None;
    }
    let mut edges = [0.0; 3];
    for (edge, pair) in edges.iter_mut().zip(turns.windows(2)) {
        let level = (samples[pair[0]] + samples[pair[1]]) / 2.0;
        let at = (pair[0]..pair[1]).find(|&at| (samples[at] < level) != (samples[at + 1] < level))?;
        *edge = (at as f32 + (level - samples[at]) / (samples[at + 1] - samples[at])) * step;
    }
    let [inner, middle, outer] = edges;
    let (first, second) = (middle / inner, outer / inner);
    (first > 1.25 && first < 2.4 && second > 1.65 && second < 3.6).then_some(edges)
}

/// Whether a finder pattern lies within a quadrangle, a little enlarged.
pub fn is_within(finder: &Finder, corners: &[(f32, f32); 4]) -> bool {
    let middle = corners.iter().fold((0.0, 0.0), |sum, corner| (sum.0 + corner.0 / 4.0, sum.1 + corner.1 / 4.0));
    let corner = |at: usize| {
        let (x, y) = corners[at % 4];
        (middle.0 + (x - middle.0) * 1.12, middle.1 + (y - middle.1) * 1.12)
    };
    let turn = |at: usize| {
        let ((ax, ay), (bx, by)) = (corner(at), corner(at + 1));
        (bx - ax) * (finder.y - ay) - (by - ay) * (finder.x - ax)
    };
    (0..4).all(|at| turn(at) >= 0.0) || (0..4).all(|at| turn(at) <= 0.0)
}

//! From three finder patterns to a place: which version, where each module lies, how well that fits, and what it says.

use super::frame::Frame;
use super::pattern::with_alignment;
use super::sample::{Sampled, likeness};
use super::transform::{Seen, Transform};
use super::triples::Triple;
use crate::qr::read::deadline::Deadline;
use crate::qr::read::picture::finders::Finder;
use crate::qr::read::picture::plane::Plane;
use crate::qr::read::symbol::bits::{self, Said};
use crate::qr::read::symbol::codewords::Effort;
use crate::qr::read::symbol::layout::{LAST_VERSION, Layout};

/// A likeness below this is no symbol, and not worth a try at moving it.
pub const HOPELESS: f32 = 0.23;

/// A likeness from which the modules are read.
pub const WORTH_READING: f32 = 0.35;

/// Larger symbols are not equalised: it takes many milliseconds, and they are read from near by.
const LARGEST_EQUALISED: usize = 10;

/// Where a symbol may lie.
#[derive(Clone)]
pub struct Place {
    pub layout: &'static Layout,
    pub transform: Transform,
    pub likeness: f32,
}

/// Places for the symbol of a triple, the likeliest first: one for each version that is likely enough.
pub fn places(plane: &Plane, triple: &Triple, deadline: Deadline) -> Vec<Place> {
    let [corner, right, down] = &triple.corners;
    let across = (right.x - corner.x, right.y - corner.y);
    let along = (down.x - corner.x, down.y - corner.y);
    let root = (across.0 * along.1 - across.1 * along.0).abs().sqrt();
    let frames = triple.corners.each_ref().map(|finder| {
        let [to_right, to_down] = finder.steps(across, 0.0);
        Frame::measure(plane, finder, to_right, to_down).filter(|frame| frame.sure > 0.25)
    });
    // Of three patterns that belong together at most one is spoilt.
    let sure = frames.iter().flatten().filter(|frame| frame.sure > 0.5).count();
    if sure < 2 {
        return Vec::new();
    }
    let estimate = match &frames {
        [Some(corner), Some(right), Some(down)] => {
            7.0 + root / (corner.module() * right.module() * down.module()).cbrt()
        }
        _ => triple.modules,
    };
    let mut places: Vec<Place> = versions(estimate)
        .filter(|&version| version < 7 || sure == 3)
        .take_while(|_| !deadline.is_over())
        .filter_map(|version| place(plane, triple, &frames, version))
        .collect();
    places.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    places
}

/// Versions near an estimated number of modules.
fn versions(modules: f32) -> impl Iterator<Item = usize> {
    let exact = (modules - 17.0) / 4.0;
    let spread = if exact > 8.0 { 3.0 } else { 1.0 };
    let middle = exact.round().max(1.0);
    let (first, last) = ((middle - spread).max(1.0) as usize, ((middle + spread) as usize).min(LAST_VERSION));
    (first..=last).filter(move |&version| (version as f32 - exact).abs() <= spread + 0.25)
}

fn place(plane: &Plane, triple: &Triple, frames: &[Option<Frame>; 3], version: usize) -> Option<Place> {
    let layout = Layout::of(version);
    let far = layout.modules as f32 - 3.5;
    let middles = [(3.5, 3.5), (far, 3.5), (3.5, far)];
    let mut seen: Vec<Seen> = Vec::with_capacity(16);
    for ((column, row), (finder, frame)) in middles.into_iter().zip(triple.corners.iter().zip(frames)) {
        match frame {
            Some(frame) => seen.extend(frame.seen(column, row)),
            None => seen.push(((column, row), (finder.x, finder.y))),
        }
    }
    if frames.iter().flatten().count() < 2 {
        // Too little for perspective: the fourth corner completes the parallelogram.
        let [corner, right, down] = &triple.corners;
        seen.push(((far, far), (right.x + down.x - corner.x, right.y + down.y - corner.y)));
    }
    let transform = Transform::fit(version, &seen).filter(Transform::is_convex)?;
    let at_first = likeness(plane, &transform, layout);
    if at_first < HOPELESS || layout.alignments.is_empty() {
        return Some(Place { layout, transform, likeness: at_first });
    }
    let transform = with_alignment(plane, layout, transform, &seen);
    let likeness = likeness(plane, &transform, layout);
    Some(Place { layout, transform, likeness })
}

impl Place {
    /// The place in a picture that is this many times as large.
    pub fn scaled(&self, by: f32) -> Self {
        Self { transform: self.transform.scaled(by), ..*self }
    }

    /// A finder pattern's worth of place in the middle of the symbol.
    pub fn middle(&self) -> Finder {
        let half = self.transform.modules as f32 / 2.0;
        let (x, y) = self.transform.map(half, half);
        Finder::flat(x, y, self.transform.module())
    }

    /// The text that stands at this place: as it is; with full effort also with what spread to the neighbours taken back, and
    /// equalised.
    pub fn read(&self, plane: &Plane, effort: Effort, deadline: Deadline) -> Option<Said> {
        if deadline.is_over() {
            return None;
        }
        let sampled = Sampled::of(plane, &self.transform);
        if deadline.is_over() {
            return None;
        }
        let soft = sampled.soft(self.layout);
        let text = bits::decode(&soft, self.layout, effort, deadline);
        if text.is_some() || effort == Effort::Light || deadline.is_over() {
            return text;
        }
        let text = bits::decode(&sampled.sharpened(0.12).soft(self.layout), self.layout, effort, deadline);
        if text.is_some() || self.layout.version > LARGEST_EQUALISED || deadline.is_over() {
            return text;
        }
        bits::decode(&sampled.equalised(self.layout, &soft), self.layout, effort, deadline)
    }

    /// Moves the four corners by small steps to where the fixed modules fit best.
    pub fn settled(&self, plane: &Plane, deadline: Deadline) -> Self {
        let mut best = self.clone();
        let mut corners = self.transform.flat_corners();
        let module = self.transform.module();
        let mut step = 0.8 * module;
        while step > 0.09 * module {
            let mut moved = false;
            for corner in 0..4 {
                for (x, y) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
                    let mut tried = corners;
                    tried[corner].0 += x * step;
                    tried[corner].1 += y * step;
                    let Some(mut transform) = Transform::of_corners(self.layout.modules, tried) else { continue };
                    transform.bend = best.transform.bend;
                    let likeness = likeness(plane, &transform, self.layout);
                    if likeness > best.likeness + 1e-4 {
                        best = Self { transform, likeness, ..best };
                        corners = tried;
                        moved = true;
                    }
                }
            }
            if deadline.is_over() {
                break;
            }
            if !moved {
                step /= 2.0;
            }
        }
        best
    }
}

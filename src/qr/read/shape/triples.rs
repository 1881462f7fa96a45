//! Which three finder patterns may be the corners of one symbol.

use crate::qr::read::deadline::Deadline;
use crate::qr::read::picture::finders::Finder;

/// The largest ratio of two modules of one symbol: half as large at its far end, and some more for a bad measurement.
const ODDEST: f32 = 2.4;

/// Three finder patterns that may belong to one symbol: top left, top right, bottom left as in an unmirrored one.
#[derive(Clone, Copy, Debug)]
pub struct Triple {
    pub corners: [Finder; 3],
    /// The smaller the better: how far from a square of equal modules.
    pub oddness: f32,
    /// Estimated modules along a side.
    pub modules: f32,
}

impl Triple {
    /// `None` if these three, the first one at the right angle, cannot be the corners of one symbol.
    pub fn of(corner: Finder, one: Finder, other: Finder) -> Option<Self> {
        let (ax, ay) = (one.x - corner.x, one.y - corner.y);
        let (bx, by) = (other.x - corner.x, other.y - corner.y);
        let cross = ax * by - ay * bx;
        let (right, down, cross) = if cross >= 0.0 { (one, other, cross) } else { (other, one, -cross) };
        let (a, b) = (ax.hypot(ay), bx.hypot(by));
        let sizes = [corner.module, one.module, other.module];
        let (small, large) =
            sizes.iter().fold((f32::MAX, 0.0f32), |(low, high), &size| (low.min(size), high.max(size)));
        if large > small * ODDEST || a > b * 2.2 || b > a * 2.2 || a * b <= 0.0 {
            return None;
        }
        let sine = cross / (a * b);
        let cosine = (ax * bx + ay * by) / (a * b);
        if sine < 0.6 {
            return None;
        }
        let module = (corner.module * one.module * other.module).cbrt();
        let estimate = 7.0 + cross.sqrt() / module;
        if !(17.0..190.0).contains(&estimate) {
            return None;
        }
        let oddness = (a / b).ln().abs() + cosine.abs() * 1.2 + (large / small).ln() * 0.8;
        Some(Self { corners: [corner, right, down], oddness, modules: estimate })
    }
}

impl Triple {
    pub fn scaled(&self, by: f32) -> Self {
        Self { corners: self.corners.map(|finder| finder.scaled(by)), ..*self }
    }
}

/// The best triples of these finder patterns, at most `most` for each as the corner, the least odd first.
pub fn triples(finders: &[Finder], most: usize, deadline: Deadline) -> Vec<Triple> {
    let mut all = Vec::new();
    for (at, corner) in finders.iter().enumerate() {
        if deadline.is_over() {
            break;
        }
        // Only patterns of a like size within reach of a symbol, the nearest ones if there are many.
        let mut near: Vec<(f32, &Finder)> = finders
            .iter()
            .enumerate()
            .filter(|&(other, finder)| {
                other != at && finder.module < corner.module * ODDEST && corner.module < finder.module * ODDEST
            })
            .map(|(_, finder)| ((finder.x - corner.x).hypot(finder.y - corner.y) / corner.module, finder))
            .filter(|&(far, _)| far > 8.0 && far < 240.0)
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        near.truncate(24);
        let mut own = Vec::new();
        for (at, (_, one)) in near.iter().enumerate() {
            own.extend(near[..at].iter().filter_map(|(_, other)| Triple::of(*corner, **one, **other)));
        }
        own.sort_by(|a, b| a.oddness.total_cmp(&b.oddness));
        own.truncate(most);
        all.extend(own);
    }
    all.sort_by(|a, b| a.oddness.total_cmp(&b.oddness));
    all
}

//! Two finder patterns and a third one that is torn, covered or blinded: where the symbol would lie, guessed from the lie of
//! the two.

use super::frame::Frame;
use super::pattern::{FINDER, find_pattern, with_alignment};
use super::place::Place;
use super::sample::likeness;
use super::transform::{Seen, Transform};
use crate::qr::read::deadline::Deadline;
use crate::qr::read::picture::finders::Finder;
use crate::qr::read::picture::plane::Plane;
use crate::qr::read::symbol::layout::{Layout, modules, version_of};

/// Largest version that is guessed at: 45 modules are as far as the lie of two patterns carries.
const LARGEST: usize = 7;

/// Pairs of patterns that may belong to one symbol, the surest first.
pub fn pairs(finders: &[Finder], most: usize, deadline: Deadline) -> Vec<[Finder; 2]> {
    let mut all = Vec::new();
    for (at, one) in finders.iter().enumerate() {
        if deadline.is_over() {
            break;
        }
        for other in finders[..at].iter().filter(|other| may_be_one_symbol(one, other)) {
            let unsure = 32.0 - f32::from(one.rays + other.rays);
            let oddness = unsure + (one.module / other.module).ln().abs() * 8.0 + modules_apart(one, other) * 0.05;
            all.push((oddness, [*one, *other]));
        }
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all.into_iter().take(most).map(|(_, pair)| pair).collect()
}

/// Whether two patterns are of like size and as far apart as in a symbol up to the largest version that is guessed at.
pub fn may_be_one_symbol(one: &Finder, other: &Finder) -> bool {
    let alike = one.module < other.module * 1.6 && other.module < one.module * 1.6;
    alike && (9.0..62.0).contains(&modules_apart(one, other))
}

fn modules_apart(one: &Finder, other: &Finder) -> f32 {
    (one.x - other.x).hypot(one.y - other.y) / (one.module * other.module).sqrt()
}

/// Places for the symbol of a pair, the likeliest first: the two on one side of it or at opposite corners, either way round.
pub fn places(plane: &Plane, pair: &[Finder; 2]) -> Vec<Place> {
    let [one, other] = pair;
    let mut places = Vec::new();
    for (first, second) in [(one, other), (other, one)] {
        let along = (second.x - first.x, second.y - first.y);
        if let Some(frames) = frames(plane, first, second, along, 0.0) {
            on_one_side(plane, &frames, along, &mut places);
        }
        // From top right to bottom left, "right" is an eighth of a turn and a quarter back.
        if let Some(frames) = frames(plane, first, second, along, -0.75 * std::f32::consts::PI) {
            at_opposite_corners(plane, &frames, along, &mut places);
        }
    }
    places.sort_by(|a, b| b.likeness.total_cmp(&a.likeness));
    places
}

/// The frames of both patterns, if "right" is the way from one to the other, turned by an angle.
fn frames(plane: &Plane, first: &Finder, second: &Finder, along: (f32, f32), turn: f32) -> Option<[Frame; 2]> {
    let frame = |finder: &Finder| {
        let [right, down] = finder.steps(along, turn);
        Frame::measure(plane, finder, right, down).filter(|frame| frame.sure > 0.45)
    };
    Some([frame(first)?, frame(second)?])
}

/// The way from one pattern to the other in modules: the mean of what the two frames say.
fn gap(frames: &[Frame; 2], along: (f32, f32)) -> f32 {
    frames.iter().map(|frame| frame.modules(along)).sum::<f32>() / 2.0
}

fn versions(size: f32) -> std::ops::RangeInclusive<usize> {
    let middle = version_of(size);
    // Below three quarters of the way the neighbour is not tried.
    let off = size - modules(middle) as f32;
    let first = if off < -0.6 { middle.saturating_sub(1).max(1) } else { middle };
    let last = if off > 0.6 { middle + 1 } else { middle };
    first..=last.min(LARGEST)
}

/// The first pattern top left and the second top right, or the first bottom left and the second top left.
fn on_one_side(plane: &Plane, frames: &[Frame; 2], along: (f32, f32), places: &mut Vec<Place>) {
    let [first, second] = frames;
    for version in versions(7.0 + gap(frames, along)) {
        let size = modules(version) as f32;
        let gap = size - 7.0;
        let mut seen: Vec<Seen> = [first.seen(3.5, 3.5), second.seen(size - 3.5, 3.5)].concat();
        seen.push(((3.5, size - 3.5), first.map(0.0, gap)));
        seen.push(((size - 3.5, size - 3.5), second.map(0.0, gap)));
        let last = modules(version) - 4;
        add(plane, version, &seen, (3, last), places);
        let turned: Vec<Seen> = seen.iter().map(|&((column, row), place)| ((row, size - column), place)).collect();
        add(plane, version, &turned, (last, 3), places);
    }
}

/// The first pattern top right, the second bottom left.
fn at_opposite_corners(plane: &Plane, frames: &[Frame; 2], along: (f32, f32), places: &mut Vec<Place>) {
    let [first, second] = frames;
    for version in versions(7.0 + gap(frames, along) * std::f32::consts::FRAC_1_SQRT_2) {
        let size = modules(version) as f32;
        let gap = size - 7.0;
        let mut seen: Vec<Seen> = [first.seen(size - 3.5, 3.5), second.seen(3.5, size - 3.5)].concat();
        seen.push(((3.5, 3.5), first.map(-gap, 0.0)));
        seen.push(((3.5, 3.5), second.map(0.0, -gap)));
        seen.push(((size - 3.5, size - 3.5), first.map(0.0, gap)));
        seen.push(((size - 3.5, size - 3.5), second.map(gap, 0.0)));
        add(plane, version, &seen, (3, 3), places);
    }
}

/// The place for these points, once the third pattern has been looked for: what is left of it tells more than the guess.
fn add(plane: &Plane, version: usize, seen: &[Seen], missing: (usize, usize), places: &mut Vec<Place>) {
    let layout = Layout::of(version);
    let Some(mut transform) = Transform::fit(version, seen).filter(Transform::is_convex) else { return };
    // All but the guessed corners, which come last.
    let mut seen = seen.to_vec();
    if let Some((found, strength)) =
        find_pattern(plane, &transform, &FINDER, missing, 4).filter(|(_, strength)| *strength > 0.5)
    {
        let (column, row) = (missing.0 as f32 + 0.5, missing.1 as f32 + 0.5);
        let finder = Finder::flat(found.0, found.1, transform.module());
        let step = |right: f32, down: f32| {
            let (ax, ay) = transform.map(column - 3.0 * right, row - 3.0 * down);
            let (bx, by) = transform.map(column + 3.0 * right, row + 3.0 * down);
            ((bx - ax) / 6.0, (by - ay) / 6.0)
        };
        let frame = Frame::measure(plane, &finder, step(1.0, 0.0), step(0.0, 1.0)).filter(|frame| frame.sure > 0.35);
        seen.truncate(10);
        match frame {
            Some(frame) => seen.extend(frame.seen(column, row)),
            None => {
                seen.extend(std::iter::repeat_n(((column, row), found), if strength > 0.7 { 4 } else { 2 }));
                let far = layout.modules as f32 - 3.5;
                seen.push(((far, far), transform.map(far, far)));
            }
        }
        if let Some(better) = Transform::fit(version, &seen).filter(Transform::is_convex) {
            transform = better;
        }
    }
    let transform = with_alignment(plane, layout, transform, &seen);
    let likeness = likeness(plane, &transform, layout);
    places.push(Place { layout, transform, likeness });
}

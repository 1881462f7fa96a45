//! A drawn symbol that nobody has photographed: upright, clean, with modules down to a single pixel, where nothing can be measured
//! between pixels.

use super::place::Place;
use super::sample::likeness;
use super::transform::Transform;
use crate::qr::read::picture::binarise::Ink;
use crate::qr::read::picture::plane::Plane;
use crate::qr::read::symbol::layout::{LAST_VERSION, Layout, modules};

/// The place of a symbol that fills the dark part of the picture: its box, divided by a module that is a seventh of the first
/// run of dark pixels in its top line.
pub fn place(plane: &Plane, ink: &Ink) -> Option<Place> {
    let (left, top, right, bottom) = dark_box(ink)?;
    let (width, height) = (right - left, bottom - top);
    let line = &ink.dark[top * ink.width + left..top * ink.width + right];
    let pattern = line.iter().take_while(|&&dark| dark == 1).count();
    let size = width * 7 / pattern.max(1);
    if width.abs_diff(height) > width / 50 || size < modules(1) {
        return None;
    }
    let version = (1..=LAST_VERSION).find(|&version| modules(version).abs_diff(size) <= 1)?;
    let [left, top, right, bottom] = [left, top, right, bottom].map(|at| at as f32);
    let transform =
        Transform::of_corners(modules(version), [(left, top), (right, top), (right, bottom), (left, bottom)])?;
    let layout = Layout::of(version);
    let likeness = likeness(plane, &transform, layout);
    (likeness > 0.8).then_some(Place { layout, transform, likeness })
}

/// Left, top, and one beyond right and bottom of all that is dark.
fn dark_box(ink: &Ink) -> Option<(usize, usize, usize, usize)> {
    let rows = || ink.dark.chunks_exact(ink.width);
    let top = rows().position(|row| row.contains(&1))?;
    let bottom = rows().rposition(|row| row.contains(&1))? + 1;
    let left = rows().filter_map(|row| row.iter().position(|&dark| dark == 1)).min()?;
    let right = rows().filter_map(|row| row.iter().rposition(|&dark| dark == 1)).max()? + 1;
    Some((left, top, right, bottom))
}

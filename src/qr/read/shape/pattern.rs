//! Finder and alignment patterns looked for where they should be: by likeness with the pattern, as the lie of the rest of the symbol
//! would show it.

use super::transform::{Seen, Transform};
use crate::qr::read::picture::plane::Plane;
use crate::qr::read::symbol::layout::Layout;

/// Looks for the alignment patterns where they should be and a few modules around, and fits again with those that were found.
pub fn with_alignment(plane: &Plane, layout: &Layout, transform: Transform, seen: &[Seen]) -> Transform {
    if layout.alignments.is_empty() {
        return transform;
    }
    let last = layout.modules - 7;
    let mut seen = seen.to_vec();
    let corner = find_pattern(plane, &transform, &ALIGNMENT, (last, last), if layout.version < 7 { 5 } else { 7 });
    let mut transform = transform;
    if let Some((found, strength)) = corner.filter(|(_, strength)| *strength > 0.55) {
        let place = (last as f32 + 0.5, last as f32 + 0.5);
        // A pattern that was seen clearly stands for as much as a finder pattern.
        seen.extend(std::iter::repeat_n((place, found), if strength > 0.75 { 4 } else { 2 }));
        if let Some(better) = Transform::fit(layout.version, &seen).filter(Transform::is_convex) {
            transform = better;
        }
    }
    if layout.version >= 7 {
        let others = layout.alignments.iter().filter(|&&at| at != (last, last));
        for &at in others {
            if let Some((found, _)) =
                find_pattern(plane, &transform, &ALIGNMENT, at, 3).filter(|(_, strength)| *strength > 0.7)
            {
                seen.push(((at.0 as f32 + 0.5, at.1 as f32 + 0.5), found));
            }
        }
        if let Some(better) = Transform::fit(layout.version, &seen).filter(Transform::is_convex) {
            transform = better;
        }
    }
    transform
}

/// A square pattern of rings around a dark middle.
pub struct Template {
    /// Modules from the middle to the edge: 2 for an alignment pattern, 3 for a finder pattern.
    half: i32,
    /// The ring that is light, counted from the middle.
    light: i32,
}

pub const ALIGNMENT: Template = Template { half: 2, light: 1 };
pub const FINDER: Template = Template { half: 3, light: 2 };

impl Template {
    /// The correlation of greys around a place with the pattern.
    fn alikeness(&self, grey: impl Fn(i32, i32) -> f32) -> f32 {
        let (mut sum, mut squares, mut dark, mut darks) = (0.0f32, 0.0f32, 0.0f32, 0.0f32);
        for y in -self.half..=self.half {
            for x in -self.half..=self.half {
                let grey = grey(x, y);
                sum += grey;
                squares += grey * grey;
                if x.abs().max(y.abs()) != self.light {
                    dark += grey;
                    darks += 1.0;
                }
            }
        }
        let count = ((2 * self.half + 1) * (2 * self.half + 1)) as f32;
        let (mean, share) = (sum / count, darks / count);
        let deviation = (squares / count - mean * mean).max(0.0).sqrt().max(3.0);
        -(dark / count - share * mean) / (deviation * (share * (1.0 - share)).sqrt())
    }
}

/// The place in pixels where the picture looks most like a pattern whose middle should be in the middle of this module, at most
/// `radius` modules off, and its correlation there.
pub fn find_pattern(
    plane: &Plane,
    transform: &Transform,
    template: &Template,
    (column, row): (usize, usize),
    radius: i32,
) -> Option<((f32, f32), f32)> {
    // The grey around at every half module, so that each place to try is only looked up.
    let reach = 2 * (radius + template.half);
    let across = (2 * reach + 1) as usize;
    let grid: Vec<f32> = (0..across * across)
        .map(|at| {
            let (right, down) = ((at % across) as i32 - reach, (at / across) as i32 - reach);
            let (x, y) = transform.map(column as f32 + 0.5 + right as f32 / 2.0, row as f32 + 0.5 + down as f32 / 2.0);
            plane.at(x, y)
        })
        .collect();
    let mut best = (f32::MIN, 0.0, 0.0);
    for down in -2 * radius..=2 * radius {
        for right in -2 * radius..=2 * radius {
            let middle = (down + reach) * across as i32 + right + reach;
            let strength = template.alikeness(|x, y| grid[(middle + (2 * y * across as i32) + 2 * x) as usize]);
            let (right, down) = (right as f32 / 2.0, down as f32 / 2.0);
            // Of two equally good places the nearer one.
            let strength = strength - 0.012 * right.hypot(down);
            if strength > best.0 {
                best = (strength, right, down);
            }
        }
    }
    if best.0 < 0.4 {
        return None;
    }
    let exactly = |right: f32, down: f32| {
        let strength = template.alikeness(|x, y| {
            let (px, py) = transform.map(column as f32 + 0.5 + right + x as f32, row as f32 + 0.5 + down + y as f32);
            plane.at(px, py)
        });
        strength - 0.012 * right.hypot(down)
    };
    for step in [0.25, 0.125] {
        let (_, right, down) = best;
        for (x, y) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
            let (right, down) = (right + x * step, down + y * step);
            let strength = exactly(right, down);
            if strength > best.0 {
                best = (strength, right, down);
            }
        }
    }
    let (strength, right, down) = best;
    let place = transform.map(column as f32 + 0.5 + right, row as f32 + 0.5 + down);
    plane.holds(place.0, place.1).then_some((place, strength))
}

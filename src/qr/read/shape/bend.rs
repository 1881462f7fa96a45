//! A symbol on folded or curved cloth: the plane and eight coefficients of a bend, moved together until what is known of the
//! symbol fits and the rest falls clearly into dark and light.

use super::place::Place;
use super::sample::{Sampled, likeness};
use super::transform::{BENDS, Transform};
use crate::qr::read::deadline::Deadline;
use crate::qr::read::picture::plane::Plane;

/// How much the clearness of the data counts beside the likeness of the fixed modules.
const CLEARNESS: f32 = 1.0;

/// Coordinate descent over the four corners and the eight coefficients of the bend.
pub fn bent(plane: &Plane, place: &Place, deadline: Deadline) -> Place {
    let fitness = |transform: &Transform| {
        likeness(plane, transform, place.layout) + CLEARNESS * Sampled::quickly(plane, transform).clearness()
    };
    let mut corners = place.transform.flat_corners();
    let mut transform = place.transform.clone();
    let mut best = fitness(&transform);
    let module = transform.module();
    // A step of the bend moves the edge of the symbol by as much as a step of a corner.
    let unit = 2.0 / transform.modules as f32;
    // First each corner by itself, farther than a descent would dare: without an alignment pattern the fourth may be two
    // modules off, with a covered finder pattern another one.
    for corner in [2, 0, 1, 3] {
        let from = corners;
        for at in (0..25).filter(|at| *at != 12) {
            let mut tried_corners = from;
            tried_corners[corner].0 += (at % 5 - 2) as f32 * 0.8 * module;
            tried_corners[corner].1 += (at / 5 - 2) as f32 * 0.8 * module;
            let Some(tried) = Transform::of_corners(transform.modules, tried_corners) else { continue };
            if deadline.is_over() {
                break;
            }
            let value = fitness(&tried);
            if value > best + 1e-4 {
                (best, transform, corners) = (value, tried, tried_corners);
            }
        }
    }
    let mut step = 0.7;
    while step > 0.08 {
        let before = best;
        for knob in 0..8 + BENDS {
            for sign in [1.0, -1.0] {
                if deadline.is_over() {
                    return Place { likeness: likeness(plane, &transform, place.layout), transform, ..*place };
                }
                let mut tried_corners = corners;
                let mut bend = transform.bend;
                let tried = if knob < 8 {
                    let corner = &mut tried_corners[knob / 2];
                    *(if knob % 2 == 0 { &mut corner.0 } else { &mut corner.1 }) += sign * step * module;
                    Transform::of_corners(transform.modules, tried_corners).map(|tried| Transform { bend, ..tried })
                } else {
                    bend[knob - 8] += sign * step * unit;
                    Some(Transform { bend, ..transform.clone() })
                };
                let Some(tried) = tried else { continue };
                let value = fitness(&tried);
                if value > best + 1e-4 {
                    (best, transform, corners) = (value, tried, tried_corners);
                    break;
                }
            }
        }
        if best - before < 0.004 {
            step /= 2.0;
        }
    }
    Place { likeness: likeness(plane, &transform, place.layout), transform, ..*place }
}

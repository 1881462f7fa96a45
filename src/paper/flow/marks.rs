//! What stands on a page, kept until all pages are known.

use super::Ink;
use crate::paper::drawings;
use crate::paper::layout::Line;
use crate::paper::letters::Face;
use crate::paper::pdf::Canvas;

#[derive(Clone, Debug)]
pub(super) enum Mark {
    Letters {
        face: Face,
        line: Line,
        ink: Ink,
    },
    Rectangle {
        corner: (f64, f64),
        size: (f64, f64),
        ink: Ink,
    },
    Frame {
        corner: (f64, f64),
        size: (f64, f64),
        round: f64,
        pen: f64,
        ink: Ink,
    },
    Stroke {
        corners: Vec<(f64, f64)>,
        pen: f64,
        ink: Ink,
    },
    Picture {
        name: String,
        corner: (f64, f64),
        side: f64,
        ink: Ink,
    },
    /// Outlined letters, turned by so many radians against the clock.
    Stamp {
        centre: (f64, f64),
        turn: f64,
        pen: f64,
        ink: Ink,
        marks: Vec<Mark>,
    },
    Dots {
        corner: (f64, f64),
        dot: f64,
        bars: Vec<(i32, i32, i32)>,
        ink: Ink,
    },
}

/// Draws a page. Colours and pens are said only where they change: that keeps long lists small.
pub(super) fn draw(canvas: &mut Canvas, marks: &[Mark]) {
    let (mut fill, mut ink, mut pen) = (None, None, None);
    let mut filled = |canvas: &mut Canvas, wanted: Ink| {
        if fill != Some(wanted) {
            canvas.fill(wanted);
            fill = Some(wanted);
        }
    };
    let mut stroked = |canvas: &mut Canvas, wanted: Ink, thickness: Option<f64>| {
        if ink != Some(wanted) {
            canvas.ink(wanted);
            ink = Some(wanted);
        }
        if thickness.is_none() || pen != thickness {
            thickness.into_iter().for_each(|thickness| canvas.pen(thickness));
            pen = thickness;
        }
    };
    for mark in marks {
        match mark {
            Mark::Letters { face, line, ink } => {
                filled(canvas, *ink);
                canvas.letters(*face, line);
            }
            Mark::Rectangle { corner, size, ink } => {
                filled(canvas, *ink);
                canvas.rectangle(*corner, *size);
            }
            Mark::Dots { corner, dot, bars, ink } => {
                filled(canvas, *ink);
                canvas.bars(*corner, *dot, bars);
            }
            // In a state of its own: colours and pens are afterwards as they were.
            Mark::Stamp { centre, turn, pen, ink, marks } => {
                canvas.stamped(*centre, *turn, (*pen, *ink), |canvas| draw(canvas, marks));
            }
            Mark::Frame { corner, size, round, pen, ink } => {
                stroked(canvas, *ink, Some(*pen));
                canvas.frame(*corner, *size, *round);
            }
            Mark::Stroke { corners, pen, ink } => {
                stroked(canvas, *ink, Some(*pen));
                canvas.path(corners);
            }
            Mark::Picture { name, corner, side, ink } => {
                stroked(canvas, *ink, None);
                drawings::draw(canvas, name, *corner, *side);
            }
        }
    }
}

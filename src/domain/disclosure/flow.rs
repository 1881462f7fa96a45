//! What somebody can find out who adds and subtracts: between which bounds a hidden number must lie.
//!
//! Every sum of a table says that what flows into a point flows out of it: cells flow from their row to their column, the sums
//! of rows from one end, the sums of columns to the other, the total back. Shown numbers are fixed. The true numbers are one
//! answer to all that; how far one of them can be moved, with the others making up for it, is a maximum flow in what is left.

use std::collections::VecDeque;

/// No bound above.
pub(super) const NO_END: i64 = i64::MAX / 4;

/// One number of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub from: usize,
    pub to: usize,
    /// The true number.
    pub value: i64,
    /// What the reader knows of it: at least, at most. Both are the number itself where it is shown.
    pub least: i64,
    pub most: i64,
}

impl Arc {
    /// A number that is shown, taken for known to the piece although it is rounded.
    pub fn shown(from: usize, to: usize, value: i64) -> Arc {
        Arc { from, to, value, least: value, most: value }
    }

    /// A hidden number, of which the reader knows that it is not nothing.
    pub fn hidden(from: usize, to: usize, value: i64) -> Arc {
        Arc { from, to, value, least: value.min(1), most: NO_END }
    }

    /// A number that stands nowhere: it may be nothing.
    pub fn unsaid(from: usize, to: usize, value: i64) -> Arc {
        Arc { from, to, value, least: if value < 0 { -NO_END } else { 0 }, most: NO_END }
    }

    pub fn at_most(self, most: i64) -> Arc {
        Arc { most: self.most.min(most.max(self.value)), ..self }
    }
}

/// All numbers of a table, or of several that share numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Net {
    pub points: usize,
    pub arcs: Vec<Arc>,
}

impl Net {
    pub fn new(points: usize) -> Net {
        Net { points, arcs: Vec::new() }
    }

    /// Adds a number and says where it stands.
    pub fn add(&mut self, arc: Arc) -> usize {
        self.arcs.push(arc);
        self.arcs.len() - 1
    }

    /// How many whole steps lie between the least and the most that this number can be, counted up to `enough`.
    pub fn width(&self, number: usize, enough: i64) -> i64 {
        let arc = self.arcs[number];
        let up = self.push(number, arc.to, arc.from, (arc.most - arc.value).min(enough));
        if up >= enough {
            return enough;
        }
        up + self.push(number, arc.from, arc.to, (arc.value - arc.least).min(enough - up))
    }

    /// How much can be sent from one point to another through all numbers but one, up to `enough`.
    fn push(&self, without: usize, from: usize, to: usize, enough: i64) -> i64 {
        let mut values: Vec<i64> = self.arcs.iter().map(|arc| arc.value).collect();
        let mut sent = 0;
        while sent < enough {
            // How each point was reached: through which number, upwards or downwards.
            let mut reached: Vec<Option<(usize, bool)>> = vec![None; self.points];
            let mut queue = VecDeque::from([from]);
            while let Some(point) = queue.pop_front() {
                if point == to {
                    break;
                }
                for (at, arc) in self.arcs.iter().enumerate().filter(|(at, _)| *at != without) {
                    for (begin, end, up) in [(arc.from, arc.to, true), (arc.to, arc.from, false)] {
                        let room = if up { arc.most - values[at] } else { values[at] - arc.least };
                        if begin == point && room > 0 && end != from && reached[end].is_none() {
                            reached[end] = Some((at, up));
                            queue.push_back(end);
                        }
                    }
                }
            }
            let mut way = Vec::new();
            let mut point = to;
            while point != from {
                let Some((at, up)) = reached[point] else { return sent };
                way.push((at, up));
                point = if up { self.arcs[at].from } else { self.arcs[at].to };
            }
            let room = |(at, up): &(usize, bool)| {
                if *up { self.arcs[*at].most - values[*at] } else { values[*at] - self.arcs[*at].least }
            };
            let step = way.iter().map(room).min().unwrap_or(0).min(enough - sent);
            for (at, up) in way {
                values[at] += if up { step } else { -step };
            }
            sent += step;
        }
        sent
    }
}

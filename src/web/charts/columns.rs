//! Standing bars, side by side for each week, day or month.

use std::fmt::Write as _;

use super::scale::{Scale, grouped, number};
use super::{escape, look, open, patterns, short};

/// Room above the bars and below them, and the bars themselves, in pixels.
const ABOVE: f64 = 10.0;
const BARS: f64 = 160.0;
const BELOW: f64 = 26.0;
/// What a picture is wide at least on a phone of 360 pixels, and on a table.
pub(super) const NARROW: f64 = 240.0;
pub(super) const WIDE: f64 = 520.0;
/// Width of a character of an axis, and the gap between two labels.
pub(super) const CHARACTER: f64 = 7.5;
pub(super) const GAP: f64 = 10.0;

/// A chart of standing bars. The last points are the latest.
pub(in crate::web) struct Columns<'c> {
    /// Unique on the page.
    pub id: &'c str,
    pub title: &'c str,
    /// What the picture shows, in a sentence.
    pub about: &'c str,
    pub series: &'c [String],
    pub points: Vec<Point>,
}

/// One span of time: what stands below the bars, what it is called in full, and a number for each series.
pub(in crate::web) struct Point {
    pub label: String,
    pub name: String,
    /// `None`: there is nothing to say, which is not zero.
    pub values: Vec<Option<i64>>,
    /// The span is not over yet: its bars are outlined.
    pub running: bool,
}

impl Columns<'_> {
    /// The picture with the frame that its scale needs.
    pub fn draw(&self) -> String {
        let most =
            self.points.iter().flat_map(|point| point.values.iter().flatten()).copied().max().unwrap_or_default();
        let scale = Scale::up_to(most);
        let widest = scale.ticks().map(|tick| number(tick).chars().count()).max().unwrap_or(1);
        let mut out = String::new();
        let _ = write!(out, "<div class=\"chart chart-{}\" dir=\"ltr\">", widest.min(9));
        open(&mut out, self.id, "img", (ABOVE + BARS + BELOW) as i64, self.title, self.about);
        patterns(&mut out, self.id, self.series.len());
        for tick in scale.ticks() {
            let y = short(ABOVE + BARS * (1.0 - tick as f64 / scale.top as f64));
            let class = if tick == 0 { "c-axis" } else { "c-grid" };
            let _ = write!(
                out,
                "<line class=\"{class}\" x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/>\
                 <text class=\"c-tick\" x=\"-6\" y=\"{y}\" dy=\"4\" text-anchor=\"end\">{}</text>",
                number(tick)
            );
        }
        let slot = 100.0 / self.points.len().max(1) as f64;
        for (at, point) in self.points.iter().enumerate() {
            self.point(&mut out, scale, at as f64 * slot, slot, point);
        }
        for (class, room) in [("c-narrow", NARROW), ("c-wide", WIDE)] {
            for at in labelled(&self.points, room) {
                let _ = write!(
                    out,
                    "<text class=\"c-x {class}\" x=\"{}%\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                    short((at as f64 + 0.5) * slot),
                    short(ABOVE + BARS + BELOW - 8.0),
                    escape(&self.points[at].label)
                );
            }
        }
        out.push_str("</svg></div>");
        out
    }

    fn point(&self, out: &mut String, scale: Scale, left: f64, slot: f64, point: &Point) {
        let said = self
            .series
            .iter()
            .zip(&point.values)
            .filter_map(|(name, value)| value.map(|value| format!("{} {name}", grouped(value.into()))));
        let said: Vec<String> = said.collect();
        let _ = write!(
            out,
            "<g{}><title>{}: {}</title><rect class=\"c-hit\" x=\"{}%\" y=\"{}\" width=\"{}%\" height=\"{}\"/>",
            if point.running { " class=\"c-running\"" } else { "" },
            escape(&point.name),
            escape(&said.join(", ")),
            short(left),
            short(ABOVE),
            short(slot),
            short(BARS)
        );
        let wide = slot * 0.74 / self.series.len().max(1) as f64;
        for (series, value) in point.values.iter().enumerate() {
            let Some(value) = value.filter(|value| *value > 0) else { continue };
            // One piece among thousands is still to be seen.
            let high = (BARS * scale.part(value)).max(1.5);
            let _ = write!(
                out,
                "<rect {} x=\"{}%\" y=\"{}\" width=\"{}%\" height=\"{}\"/>",
                look(self.id, series),
                short(left + slot * 0.13 + series as f64 * wide),
                short(ABOVE + BARS - high),
                short(wide),
                short(high)
            );
        }
        out.push_str("</g>");
    }
}

/// The points that have a label where so many pixels are free: evenly spaced from the latest backwards, never overlapping.
pub(super) fn labelled(points: &[Point], room: f64) -> Vec<usize> {
    let longest = points.iter().map(|point| point.label.chars().count()).max().unwrap_or_default();
    let fit = (room / (longest as f64 * CHARACTER + GAP)).floor().max(1.0) as usize;
    let step = points.len().div_ceil(fit).max(1);
    (0..points.len()).rev().step_by(step).collect()
}

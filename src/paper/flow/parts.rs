//! The parts of forms and letters: tick boxes, signatures, the address in its window, bars of charts.

use super::style::{BLACK, GREY};
use super::{Align, Ink, Sheet, Text};

/// Side of a tick box.
const BOX: f64 = 3.2;
/// Room above a line to sign on.
const TO_SIGN: f64 = 15.0;
/// Room between a signature that was drawn and the printed name below it.
const ABOVE_NAME: f64 = 2.5;

/// Columns and rows of dots, and the dark bars among them: column, row, length.
type Drawn<'a> = (i32, i32, &'a [(i32, i32, i32)]);

/// Somebody who signs: what stands below the line, the printed name above it, and the signature if there is one.
#[derive(Clone, Debug, Default)]
pub struct Signed<'a> {
    pub label: &'a str,
    pub name: &'a str,
    /// Size in dots and the dark bars (column, row, length) of a signature that was drawn.
    pub ink: Option<Drawn<'a>>,
}

/// One lying bar of a chart: its name, its parts one after the other, and what stands behind it.
#[derive(Clone, Debug)]
pub struct Bar {
    pub label: String,
    pub parts: Vec<(f64, Ink)>,
    pub value: String,
}

impl Sheet {
    /// A tick box with its text beside it.
    pub fn tick(&mut self, on: bool, text: &str, style: &Text) {
        let (x, width) = self.inside();
        let x = x + style.indent;
        let beside = width - style.indent - BOX - 2.2;
        let high = self.height_of(text, beside, style);
        self.need(high);
        let y = self.y + (style.lead() - BOX) / 2.0;
        self.frame((x, y), (BOX, BOX), 0.0, 0.25, BLACK);
        if on {
            let (near, far) = (0.5, BOX - 0.5);
            self.line((x + near, y + near), (x + far, y + far), 0.4, BLACK);
            self.line((x + near, y + far), (x + far, y + near), 0.4, BLACK);
        }
        self.y += self.at(x + BOX + 2.2, self.y, beside, text, style);
        self.space(style.after);
    }

    /// A line to sign on by hand, with its label below.
    pub fn signature(&mut self, label: &str) {
        self.signatures(&[Signed { label, ..Signed::default() }]);
    }

    /// Lines to sign on beside each other, with printed names and signatures that are there already.
    pub fn signatures(&mut self, people: &[Signed]) {
        let (x, width) = self.inside();
        let style = Text::small();
        let gap = 8.0;
        let count = people.len().max(1) as f64;
        let column = if people.len() < 2 { 85.0 } else { (width - gap * (count - 1.0)) / count };
        let below = people.iter().map(|who| self.height_of(who.label, column, &style)).fold(0.0, f64::max);
        let named = people.iter().any(|who| !who.name.is_empty());
        let name_high = if named { Text::body().lead() } else { 0.0 };
        self.need(TO_SIGN + name_high + 1.0 + below);
        let line = self.y + TO_SIGN + name_high;
        for (at, who) in people.iter().enumerate() {
            let x = x + at as f64 * (column + gap);
            if let Some((wide, high, bars)) = who.ink {
                let dot =
                    ((TO_SIGN - ABOVE_NAME - 1.0) / f64::from(high.max(1))).min(column * 0.8 / f64::from(wide.max(1)));
                let top = self.y + TO_SIGN - ABOVE_NAME - f64::from(high) * dot;
                self.dots((x + 2.0, top), f64::from(wide) * dot, dot, bars, BLACK);
            }
            if !who.name.is_empty() {
                self.at(x, line - name_high - 0.3, column, who.name, &Text::body());
            }
            self.line((x, line), (x + column, line), 0.25, BLACK);
            self.at(x, line + 1.0, column, who.label, &style);
        }
        self.y = line + 1.0 + below;
    }

    /// The address of whom it goes to, in the window of an envelope (DIN 5008, form B). What follows stands below the window.
    pub fn address(&mut self, lines: &[String]) {
        self.window("", lines);
    }

    /// The same with a small line above it that says who sends it. Also draws the marks at which the sheet is folded.
    pub fn window(&mut self, sender: &str, lines: &[String]) {
        // 45 mm from the top, 20 from the left, 85 × 45: 17.7 mm for the sender and remarks, 27.3 mm for the address.
        let (left, top, width) = (25.0, 45.0, 75.0);
        if !sender.is_empty() {
            let style = Text::small().size(6.5);
            let y = top + 17.7 - style.lead() - 1.0;
            self.at(left, y, width, sender, &style);
            self.line((left, y + style.lead() + 0.3), (left + width, y + style.lead() + 0.3), 0.1, GREY);
        }
        let style = Text::body().leading(1.25);
        let mut y = top + 17.7;
        for line in lines.iter().filter(|line| !line.trim().is_empty()).take(6) {
            y += self.at(left, y, width, line, &style);
        }
        for fold in [105.0, 210.0] {
            self.line((4.0, fold), (8.0, fold), 0.15, GREY);
        }
        self.set_y(98.5);
    }

    /// Lying bars below each other, as long as their parts; the longest fills its place.
    pub fn bars(&mut self, bars: &[Bar], style: &Text) {
        let (x, width) = self.inside();
        let most = bars.iter().map(|bar| bar.parts.iter().map(|(part, _)| part).sum::<f64>()).fold(0.0, f64::max);
        let labels = bars.iter().map(|bar| self.width_of(&bar.label, style)).fold(0.0, f64::max).min(width * 0.4) + 3.0;
        let values = bars.iter().map(|bar| self.width_of(&bar.value, style)).fold(0.0, f64::max) + 2.0;
        let space = width - labels - values;
        let thick = style.lead() * 0.85;
        for bar in bars {
            let high = self.height_of(&bar.label, labels - 3.0, style).max(style.lead()) + style.lead() * 0.35;
            self.need(high);
            let y = self.y;
            self.at(x, y, labels - 3.0, &bar.label, style);
            let mut at = x + labels;
            for (part, ink) in &bar.parts {
                let long = if most > 0.0 { part / most * space } else { 0.0 };
                if long > 0.0 {
                    self.rectangle((at, y + (style.lead() - thick) / 2.0), (long, thick), *ink);
                }
                at += long;
            }
            self.at(at + 2.0, y, values, &bar.value, &style.align(Align::Start));
            self.y = y + high;
        }
        self.space(style.after);
    }
}

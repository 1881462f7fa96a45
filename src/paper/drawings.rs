//! The pictures of things on paper: the same drawings as on screen, read from their file as strokes.

use std::collections::HashMap;
use std::f64::consts::{PI, TAU};
use std::sync::LazyLock;

use super::pdf::Canvas;

/// The drawings of the pages, each on a square of 24 × 24.
const SPRITE: &str = include_str!("../web/static/pictograms.svg");

type Strokes = Vec<Vec<(f64, f64)>>;

static DRAWINGS: LazyLock<HashMap<String, Strokes>> = LazyLock::new(|| {
    let symbols = SPRITE.split("<symbol ").skip(1);
    symbols
        .filter_map(|symbol| {
            let symbol = symbol.split("</symbol>").next()?;
            Some((attribute(symbol, "id")?.to_owned(), strokes(symbol)))
        })
        .collect()
});

/// Draws a picture with its left top corner `at`, `side` mm wide and high. One that is not there leaves its place empty.
pub fn draw(canvas: &mut Canvas, name: &str, at: (f64, f64), side: f64) {
    let unit = side / 24.0;
    canvas.round_pen(unit * 1.5);
    for stroke in DRAWINGS.get(name).into_iter().flatten() {
        let corners: Vec<(f64, f64)> = stroke.iter().map(|(x, y)| (at.0 + x * unit, at.1 + y * unit)).collect();
        canvas.path(&corners);
    }
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let begins = format!("{name}=\"");
    let at = tag.find(&begins)? + begins.len();
    tag[at..].split('"').next()
}

/// The strokes of a symbol: its paths and circles, curves as short straight pieces.
fn strokes(symbol: &str) -> Strokes {
    let mut strokes = Vec::new();
    for tag in symbol.split('<').skip(1) {
        let number = |name: &str| attribute(tag, name).and_then(|text| text.parse::<f64>().ok());
        if tag.starts_with("path") {
            strokes.extend(attribute(tag, " d").map(path).unwrap_or_default());
        } else if let (true, Some(x), Some(y), Some(r)) =
            (tag.starts_with("circle"), number("cx"), number("cy"), number(" r"))
        {
            let point = |step: i32| (f64::from(step) / 32.0 * TAU).sin_cos();
            strokes.push((0..=32).map(|step| (x + r * point(step).1, y + r * point(step).0)).collect());
        }
    }
    strokes
}

/// The numbers and letters of a path (SVG 2, 9.3), as far as the drawings use them: all but quadratic curves.
fn path(d: &str) -> Strokes {
    let mut pen = Pen::default();
    let mut words = Words { text: d.as_bytes(), at: 0 };
    let mut command = b'M';
    loop {
        words.skip();
        match words.text.get(words.at) {
            None => break,
            Some(letter) if letter.is_ascii_alphabetic() => {
                command = *letter;
                words.at += 1;
            }
            Some(_) => {}
        }
        let begun = words.at;
        let relative = command.is_ascii_lowercase();
        let base = if relative { pen.at } else { (0.0, 0.0) };
        let mut handle = None;
        match command.to_ascii_uppercase() {
            b'M' => {
                pen.lift((base.0 + words.number(), base.1 + words.number()));
                command = if relative { b'l' } else { b'L' };
            }
            b'L' => pen.line((base.0 + words.number(), base.1 + words.number())),
            b'H' => pen.line((base.0 + words.number(), pen.at.1)),
            b'V' => pen.line((pen.at.0, base.1 + words.number())),
            letter @ (b'C' | b'S') => {
                let mut point = || (base.0 + words.number(), base.1 + words.number());
                let first = if letter == b'C' { point() } else { pen.mirrored() };
                let (second, end) = (point(), point());
                pen.curve(first, second, end);
                handle = Some(second);
            }
            b'A' => {
                let (rx, ry, turned) = (words.number(), words.number(), words.number());
                let (large, sweep) = (words.flag(), words.flag());
                let end = (base.0 + words.number(), base.1 + words.number());
                pen.arc((rx, ry), turned, (large, sweep), end);
            }
            b'Z' => pen.close(),
            _ => break,
        }
        pen.handle = handle;
        // A letter that is not understood, or numbers that do not end: better half a picture than none ever.
        if words.at == begun && !command.eq_ignore_ascii_case(&b'Z') {
            break;
        }
    }
    pen.finish()
}

struct Words<'t> {
    text: &'t [u8],
    at: usize,
}

impl Words<'_> {
    fn skip(&mut self) {
        while self.text.get(self.at).is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b',') {
            self.at += 1;
        }
    }

    fn number(&mut self) -> f64 {
        self.skip();
        let begun = self.at;
        let mut dotted = false;
        while let Some(byte) = self.text.get(self.at) {
            match byte {
                b'-' | b'+' if self.at == begun => {}
                b'.' if !dotted => dotted = true,
                byte if byte.is_ascii_digit() => {}
                _ => break,
            }
            self.at += 1;
        }
        std::str::from_utf8(&self.text[begun..self.at]).ok().and_then(|text| text.parse().ok()).unwrap_or_default()
    }

    /// A flag is one digit, and what follows may stand right behind it.
    fn flag(&mut self) -> bool {
        self.skip();
        let set = self.text.get(self.at) == Some(&b'1');
        self.at += 1;
        set
    }
}

#[derive(Default)]
struct Pen {
    done: Strokes,
    stroke: Vec<(f64, f64)>,
    at: (f64, f64),
    /// The second handle of a curve before.
    handle: Option<(f64, f64)>,
}

impl Pen {
    fn lift(&mut self, to: (f64, f64)) {
        if self.stroke.len() > 1 {
            self.done.push(std::mem::take(&mut self.stroke));
        }
        self.stroke = vec![to];
        self.at = to;
    }

    fn line(&mut self, to: (f64, f64)) {
        self.stroke.push(to);
        self.at = to;
    }

    fn close(&mut self) {
        if let Some(first) = self.stroke.first().copied() {
            self.line(first);
            self.lift(first);
        }
    }

    fn mirrored(&self) -> (f64, f64) {
        self.handle.map_or(self.at, |handle| (2.0 * self.at.0 - handle.0, 2.0 * self.at.1 - handle.1))
    }

    fn curve(&mut self, first: (f64, f64), second: (f64, f64), end: (f64, f64)) {
        let from = self.at;
        for step in 1..=12 {
            let t = f64::from(step) / 12.0;
            let u = 1.0 - t;
            let of = |a: f64, b: f64, c: f64, d: f64| {
                u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
            };
            self.line((of(from.0, first.0, second.0, end.0), of(from.1, first.1, second.1, end.1)));
        }
    }

    /// An arc by its end (SVG 2, appendix B.2.4).
    fn arc(&mut self, (rx, ry): (f64, f64), turned: f64, (large, sweep): (bool, bool), end: (f64, f64)) {
        let from = self.at;
        let (sin, cos) = (turned * PI / 180.0).sin_cos();
        let (dx, dy) = ((from.0 - end.0) / 2.0, (from.1 - end.1) / 2.0);
        let (x, y) = (cos * dx + sin * dy, -sin * dx + cos * dy);
        if rx == 0.0 || ry == 0.0 || (dx == 0.0 && dy == 0.0) {
            return self.line(end);
        }
        let too_small = ((x / rx).powi(2) + (y / ry).powi(2)).sqrt().max(1.0);
        let (rx, ry) = (rx.abs() * too_small, ry.abs() * too_small);
        let (under, over) =
            ((rx * y).powi(2) + (ry * x).powi(2), (rx * ry).powi(2) - (rx * y).powi(2) - (ry * x).powi(2));
        let root = (over.max(0.0) / under).sqrt() * if large == sweep { -1.0 } else { 1.0 };
        let (mx, my) = (root * rx * y / ry, -root * ry * x / rx);
        let centre = (cos * mx - sin * my + (from.0 + end.0) / 2.0, sin * mx + cos * my + (from.1 + end.1) / 2.0);
        let begin = ((y - my) / ry).atan2((x - mx) / rx);
        let mut angle = ((-y - my) / ry).atan2((-x - mx) / rx) - begin;
        if sweep && angle < 0.0 {
            angle += TAU;
        } else if !sweep && angle > 0.0 {
            angle -= TAU;
        }
        for step in 1..=16 {
            let (s, c) = (begin + angle * f64::from(step) / 16.0).sin_cos();
            self.line((centre.0 + cos * rx * c - sin * ry * s, centre.1 + sin * rx * c + cos * ry * s));
        }
    }

    fn finish(mut self) -> Strokes {
        if self.stroke.len() > 1 {
            self.done.push(self.stroke);
        }
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    #[test]
    fn every_product_has_a_drawing_within_its_square() {
        for product in Catalogue::shipped().products() {
            let strokes = DRAWINGS.get(&product.picture()).unwrap_or_else(|| panic!("{}", product.code));
            assert!(!strokes.is_empty(), "{}", product.code);
            for (x, y) in strokes.iter().flatten() {
                assert!((0.0..=24.0).contains(x) && (0.0..=24.0).contains(y), "{}: {x} {y}", product.code);
            }
        }
    }

    #[test]
    fn a_path_is_read_with_its_short_forms() {
        assert_eq!(path("M4 9h2v-1l.5.5z"), [vec![(4.0, 9.0), (6.0, 9.0), (6.0, 8.0), (6.5, 8.5), (4.0, 9.0)]]);
        let half = &path("M8 7a4 4 0 0 1 8 0")[0];
        let (x, y) = half[8];
        assert!((x - 12.0).abs() < 0.01 && (y - 3.0).abs() < 0.01, "{x} {y}");
        assert_eq!(half.last().map(|(x, y)| (x.round(), y.round())), Some((16.0, 7.0)));
    }
}

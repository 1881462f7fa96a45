//! Papers that fill themselves from the top: letters, records, tables and reports on A4 in a proportional typeface.
//!
//! A [`Sheet`] keeps where the next thing stands and begins a new page when something does not fit. All lengths are mm.
//! In a language from right to left everything is mirrored: `x` counts from the side on which reading begins.
//!
//! ```
//! use gabentisch::paper::flow::{Align, Column, Row, Sheet, SheetSetup, Text};
//! use gabentisch::texts::Lang;
//!
//! let mut sheet = Sheet::new(SheetSetup { numbered: true, ..SheetSetup::new("Gaben im Mai", Lang::De) });
//! sheet.text("Gaben im Mai", &Text::title());
//! sheet.text("Jede Gabe, die im Mai ankam.", &Text::body().after(4.0));
//! let columns = [Column::new("Was", 3.0), Column::new("Stück", 1.0).align(Align::End)];
//! sheet.table(&columns, &[Row::new(["Winterjacke", "12"]), Row::total(["Zusammen", "12"])]);
//! sheet.tick(true, "Es wurde nachgezählt.", &Text::body());
//! sheet.signature("Ort, Datum und Unterschrift");
//! assert!(sheet.finish().unwrap().starts_with(b"%PDF"));
//! ```

mod marks;
mod parts;
mod style;
mod table;
mod wrap;

#[cfg(test)]
mod tests;

pub use super::pdf::Ink;
pub use parts::{Bar, Signed};
pub use style::{Align, Text, Weight};
pub use table::{Column, Look, Row};

use marks::Mark;

use super::letters;
use super::pdf::Document;
use super::{PaperError, millimetres};
use crate::texts::bidi::Way;
use crate::texts::{Lang, Texts};

/// A4 upright, in mm.
const A4: (f64, f64) = (210.0, 297.0);
/// Baseline of the footer above the page's lower edge.
const FOOTER: f64 = 10.0;

/// Distances from the edges of the page in mm. `start` is the side on which reading begins.
#[derive(Clone, Copy, Debug)]
pub struct Margins {
    pub start: f64,
    pub end: f64,
    pub top: f64,
    pub bottom: f64,
}

impl Default for Margins {
    /// Those of a business letter (DIN 5008).
    fn default() -> Margins {
        Margins { start: 25.0, end: 20.0, top: 18.0, bottom: 20.0 }
    }
}

/// How a paper is set up: `SheetSetup { numbered: true, ..SheetSetup::new(title, lang) }`.
#[derive(Clone, Debug)]
pub struct SheetSetup {
    /// The title of the file. What stands on the page is written with [`Sheet::text`].
    pub title: String,
    pub lang: Lang,
    /// A line at the foot of every page.
    pub footer: Option<String>,
    /// "Page 2 of 3" at the foot of every page.
    pub numbered: bool,
    pub landscape: bool,
    pub margins: Margins,
}

impl SheetSetup {
    pub fn new(title: impl Into<String>, lang: Lang) -> SheetSetup {
        let title = title.into();
        SheetSetup { title, lang, footer: None, numbered: false, landscape: false, margins: Margins::default() }
    }
}

/// A paper in the making.
#[derive(Clone, Debug)]
pub struct Sheet {
    setup: SheetSetup,
    /// Width and height of a page.
    size: (f64, f64),
    pages: Vec<Vec<Mark>>,
    /// Where the next thing begins, from the top.
    y: f64,
}

impl Sheet {
    pub fn new(setup: SheetSetup) -> Sheet {
        let size = if setup.landscape { (A4.1, A4.0) } else { A4 };
        let y = setup.margins.top;
        Sheet { setup, size, pages: vec![Vec::new()], y }
    }

    /// Width and height of a page.
    pub fn size(&self) -> (f64, f64) {
        self.size
    }

    /// Where the text begins, and how wide it is.
    pub fn inside(&self) -> (f64, f64) {
        let Margins { start, end, .. } = self.setup.margins;
        (start, self.size.0 - start - end)
    }

    /// Where the next thing begins, from the top of the page.
    pub fn y(&self) -> f64 {
        self.y
    }

    /// Goes on at another height of this page.
    pub fn set_y(&mut self, y: f64) {
        self.y = y;
    }

    /// What is left of this page, down to its lower margin.
    pub fn room_left(&self) -> f64 {
        self.bottom() - self.y
    }

    /// How many pages there are so far.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Goes on at the top of a new page.
    pub fn page_break(&mut self) {
        self.pages.push(Vec::new());
        self.y = self.setup.margins.top;
    }

    /// Begins a new page unless there is this much room.
    pub fn need(&mut self, room: f64) {
        // More than a page never fits; better at its place than after an empty page.
        if self.room_left() < room && self.y > self.setup.margins.top + 1e-6 {
            self.page_break();
        }
    }

    /// Leaves room, but none at the top of a page that was just begun.
    pub fn space(&mut self, room: f64) {
        if self.y > self.setup.margins.top + 1e-6 || self.pages.len() == 1 {
            self.y += room;
        }
    }

    /// A thin line across.
    pub fn rule(&mut self) {
        let (x, width) = self.inside();
        self.need(2.0);
        self.line((x, self.y + 1.0), (x + width, self.y + 1.0), 0.2, style::GREY);
        self.y += 2.0;
    }

    /// A paragraph. `\n` begins a new line, U+00AD says where a word may be broken, U+00A0 keeps two words together.
    pub fn text(&mut self, text: &str, style: &Text) {
        let (x, width) = self.inside();
        let (x, width) = (x + style.indent, width - style.indent);
        let lines = self.wrapped(text, width, style);
        self.need(style.lead() * lines.len().min(2) as f64 + style.keep);
        for line in lines {
            self.need(style.lead());
            self.line_at(x, self.y, width, &line, style);
            self.y += style.lead();
        }
        self.space(style.after);
    }

    /// Text at a place of this page, in a column of this width. What comes next stays where it was; gives the height.
    pub fn at(&mut self, x: f64, y: f64, width: f64, text: &str, style: &Text) -> f64 {
        let lines = self.wrapped(text, width, style);
        for (at, line) in lines.iter().enumerate() {
            self.line_at(x, y + style.lead() * at as f64, width, line, style);
        }
        style.lead() * lines.len() as f64
    }

    /// The height that a text takes in a column of this width.
    pub fn height_of(&self, text: &str, width: f64, style: &Text) -> f64 {
        self.wrapped(text, width, style).len() as f64 * style.lead()
    }

    /// The width of a text on one line.
    pub fn width_of(&self, text: &str, style: &Text) -> f64 {
        letters::width(text, style.face(), style.pt, self.way())
    }

    /// A filled rectangle.
    pub fn rectangle(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), ink: Ink) {
        let corner = (self.left_of(x, width), y);
        self.mark(Mark::Rectangle { corner, size: (width, height), ink });
    }

    /// The outline of a rectangle with rounded corners.
    pub fn frame(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), round: f64, pen: f64, ink: Ink) {
        let corner = (self.left_of(x, width), y);
        self.mark(Mark::Frame { corner, size: (width, height), round, pen, ink });
    }

    /// A straight line, `pen` mm thick.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), pen: f64, ink: Ink) {
        let corners = [from, to].map(|(x, y)| (self.left_of(x, 0.0), y));
        self.mark(Mark::Stroke { corners: corners.to_vec(), pen, ink });
    }

    /// Straight lines from corner to corner.
    pub fn path(&mut self, corners: &[(f64, f64)], pen: f64, ink: Ink) {
        let corners = corners.iter().map(|&(x, y)| (self.left_of(x, 0.0), y)).collect();
        self.mark(Mark::Stroke { corners, pen, ink });
    }

    /// The picture of a product or group, `side` mm wide and high, as on screen.
    pub fn picture(&mut self, name: &str, (x, y): (f64, f64), side: f64, ink: Ink) {
        let corner = (self.left_of(x, side), y);
        self.mark(Mark::Picture { name: name.to_owned(), corner, side, ink });
    }

    /// A picture of one colour as bars of dark dots (column, row, length), `dot` mm each. It is never mirrored.
    pub fn dots(&mut self, (x, y): (f64, f64), width: f64, dot: f64, bars: &[(i32, i32, i32)], ink: Ink) {
        let corner = (self.left_of(x, width), y);
        self.mark(Mark::Dots { corner, dot, bars: bars.to_vec(), ink });
    }

    /// A word in outlined letters from corner to corner of every page so far, in front of what stands there; `pen` mm thick.
    pub fn stamp(&mut self, word: &str, pen: f64, ink: Ink) {
        let (width, height) = self.size;
        let one = Text::body().bold().size(1.0);
        // Three quarters of the way from corner to corner.
        let pt = (width.hypot(height) * 0.75 / self.width_of(word, &one).max(1e-6)).min(150.0);
        let style = one.size(pt).ink(ink).align(Align::Centre);
        let marks = self.set(0.0, height / 2.0 - style.lead() / 2.0, width, word, &style);
        let centre = (width / 2.0, height / 2.0);
        for page in &mut self.pages {
            page.push(Mark::Stamp { centre, turn: height.atan2(width), pen, ink, marks: marks.clone() });
        }
    }

    /// A framed line in the upper margin of every page so far.
    pub fn head_note(&mut self, text: &str, style: &Text) {
        let (x, width) = self.inside();
        let (high, y) = (style.lead() + 2.0, 4.0);
        let lines = self.set(x, y + 1.0, width, text, style);
        let frame = Mark::Frame {
            corner: (self.left_of(x, width), y),
            size: (width, high),
            round: 0.0,
            pen: 0.4,
            ink: style.ink,
        };
        for page in &mut self.pages {
            page.push(frame.clone());
            page.extend(lines.iter().cloned());
        }
    }

    /// The finished file. The same paper gives the same bytes.
    ///
    /// # Errors
    /// [`PaperError::Pdf`] if the file cannot be put together.
    pub fn finish(mut self) -> Result<Vec<u8>, PaperError> {
        let all = self.pages.len();
        for at in 0..all {
            self.foot(at, all);
        }
        let mut document = Document::of_paper(self.size, self.setup.lang);
        for marks in &self.pages {
            document.page(|canvas| marks::draw(canvas, marks));
        }
        document.finish(&self.setup.title)
    }

    fn foot(&mut self, at: usize, all: usize) {
        let (x, width) = self.inside();
        let style = Text::small();
        let y = self.size.1 - FOOTER - style.lead();
        let mut marks = Vec::new();
        let number =
            if self.setup.numbered { Texts::of(self.setup.lang).paper_page_of(at + 1, all) } else { String::new() };
        let aside = self.width_of(&number, &style) + 4.0;
        let footer = self.setup.footer.clone().unwrap_or_default();
        let lines = self.wrapped(&footer, width - aside, &style);
        for (row, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
            marks.extend(self.set(x, y + style.lead() * row as f64, width - aside, line, &style));
        }
        if !number.is_empty() {
            marks.extend(self.set(x, y, width, &number, &style.align(Align::End)));
        }
        self.pages[at].extend(marks);
    }

    fn bottom(&self) -> f64 {
        self.size.1 - self.setup.margins.bottom
    }

    fn way(&self) -> Way {
        Way::of(self.setup.lang)
    }

    /// A distance from the side where reading begins as one from the left, for something this wide.
    fn left_of(&self, x: f64, width: f64) -> f64 {
        match self.way() {
            Way::LeftToRight => x,
            Way::RightToLeft => self.size.0 - x - width,
        }
    }

    fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    fn wrapped(&self, text: &str, width: f64, style: &Text) -> Vec<String> {
        wrap::wrap(text, width, |part| self.width_of(part, style))
    }

    fn line_at(&mut self, x: f64, y: f64, width: f64, text: &str, style: &Text) {
        for mark in self.set(x, y, width, text, style) {
            self.mark(mark);
        }
    }

    /// A line whose box begins at `y`, in a column of this width.
    fn set(&self, x: f64, y: f64, width: f64, text: &str, style: &Text) -> Vec<Mark> {
        let runs = letters::runs(text, style.face(), self.way());
        let wide = millimetres(runs.iter().map(|run| run.ems).sum::<f64>() * style.pt);
        let spare = width - wide;
        let spare = match (style.align, self.way()) {
            (Align::Start, Way::LeftToRight) | (Align::End, Way::RightToLeft) => 0.0,
            (Align::Centre, _) => spare / 2.0,
            (Align::End, Way::LeftToRight) | (Align::Start, Way::RightToLeft) => spare,
        };
        let mut left = self.left_of(x, width) + spare;
        // Capitals stand in the middle of their line.
        let baseline = y + (style.lead() + millimetres(style.pt * letters::CAPITALS)) / 2.0;
        runs.into_iter()
            .map(|run| {
                let line = super::layout::Line { text: run.text, x: left, baseline, pt: style.pt };
                left += millimetres(run.ems * style.pt);
                Mark::Letters { face: run.face, line, ink: style.ink }
            })
            .collect()
    }
}

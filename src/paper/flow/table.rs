//! Tables over as many pages as they need, with their heads on each of them.

use super::style::{BLACK, GREY};
use super::{Align, Ink, Sheet, Text};

/// Ground of every second row, and of rows that begin a group.
const ZEBRA: Ink = (243, 245, 243);
const GROUND: Ink = (226, 232, 227);
/// Room at both sides of a cell, and above and below its text.
const ASIDE: f64 = 1.4;
const ABOVE: f64 = 0.7;

/// A column: its head, its share of the width, and where its cells stand.
#[derive(Clone, Debug)]
pub struct Column {
    pub head: String,
    /// Widths are shares: a column with share 2 is twice as wide as one with 1.
    pub share: f64,
    pub align: Align,
}

impl Column {
    pub fn new(head: impl Into<String>, share: f64) -> Column {
        Column { head: head.into(), share, align: Align::Start }
    }

    /// Numbers stand at the [`Align::End`].
    pub fn align(self, align: Align) -> Column {
        Column { align, ..self }
    }

    /// A column of numbers.
    pub fn end(self) -> Column {
        self.align(Align::End)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    Total,
    Group,
}

/// A row of cells. One that is too short ends with empty cells.
#[derive(Clone, Debug)]
pub struct Row {
    cells: Vec<String>,
    kind: Kind,
}

impl Row {
    pub fn new<T: Into<String>>(cells: impl IntoIterator<Item = T>) -> Row {
        Row { cells: cells.into_iter().map(Into::into).collect(), kind: Kind::Plain }
    }

    /// A bold row below a line; never alone on a page.
    pub fn total<T: Into<String>>(cells: impl IntoIterator<Item = T>) -> Row {
        Row { kind: Kind::Total, ..Row::new(cells) }
    }

    /// A heading across all columns.
    pub fn group(text: impl Into<String>) -> Row {
        Row { cells: vec![text.into()], kind: Kind::Group }
    }
}

/// How a table looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Type size in pt.
    pub pt: f64,
    /// Every second row on a light ground; else a thin line below each row.
    pub zebra: bool,
    /// Lines around all cells, for papers that are filled in by hand.
    pub grid: bool,
}

impl Default for Look {
    fn default() -> Look {
        Look { pt: 9.0, zebra: true, grid: false }
    }
}

/// A row with its text broken into lines.
struct Laid {
    cells: Vec<Vec<String>>,
    kind: Kind,
    striped: bool,
}

impl Laid {
    fn lines(&self) -> usize {
        self.cells.iter().map(Vec::len).max().unwrap_or(1).max(1)
    }
}

/// The columns as they lie on the page.
struct Grid<'a> {
    columns: &'a [Column],
    /// Begin and width of each.
    places: Vec<(f64, f64)>,
    look: Look,
}

impl Sheet {
    /// A table as wide as the text.
    pub fn table(&mut self, columns: &[Column], rows: &[Row]) {
        self.table_as(columns, rows, Look::default());
    }

    /// A table that looks different.
    pub fn table_as(&mut self, columns: &[Column], rows: &[Row], look: Look) {
        let (x, width) = self.inside();
        let all: f64 = columns.iter().map(|column| column.share).sum();
        let mut at = x;
        let places = columns.iter().map(|column| {
            let wide = column.share / all.max(f64::MIN_POSITIVE) * width;
            at += wide;
            (at - wide, wide)
        });
        let grid = Grid { columns, places: places.collect(), look };
        let mut striped = false;
        let laid: Vec<Laid> = rows
            .iter()
            .map(|row| {
                striped = row.kind == Kind::Plain && !striped;
                self.laid(&grid, row, striped)
            })
            .collect();
        let head = self.laid(
            &grid,
            &Row { cells: columns.iter().map(|column| column.head.clone()).collect(), kind: Kind::Total },
            false,
        );
        let first = laid.first().map_or(0.0, |row| row_height(&grid, row.lines()));
        self.need(self.head_height(&grid, &head) + first);
        self.head(&grid, &head);
        for (at, row) in laid.iter().enumerate() {
            let high = row_height(&grid, row.lines());
            // The total goes with the last row before it; a group's heading with the first of its rows.
            let with = match laid.get(at + 1) {
                Some(next) if next.kind == Kind::Total || row.kind == Kind::Group => row_height(&grid, next.lines()),
                _ => 0.0,
            };
            if self.room_left() < high + with && !self.is_below_head(&grid, &head) {
                self.page_break();
                self.head(&grid, &head);
            }
            self.row(&grid, &head, row);
        }
        self.space(1.5);
    }

    fn laid(&self, grid: &Grid, row: &Row, striped: bool) -> Laid {
        let style = style(grid.look, row.kind);
        let cells = match (row.kind, row.cells.first()) {
            (Kind::Group, Some(text)) => vec![self.wrapped(text, self.inside().1 - 2.0 * ASIDE, &style)],
            _ => {
                let cells = row.cells.iter().zip(&grid.places);
                cells.map(|(cell, (_, wide))| self.wrapped(cell, wide - 2.0 * ASIDE, &style)).collect()
            }
        };
        Laid { cells, kind: row.kind, striped }
    }

    fn head_height(&self, grid: &Grid, head: &Laid) -> f64 {
        if grid.columns.iter().all(|column| column.head.is_empty()) {
            0.0
        } else {
            row_height(grid, head.lines()) + 0.4
        }
    }

    /// Whether nothing but the table's head stands on this page.
    fn is_below_head(&self, grid: &Grid, head: &Laid) -> bool {
        self.y <= self.setup.margins.top + self.head_height(grid, head) + 1e-6
    }

    fn head(&mut self, grid: &Grid, head: &Laid) {
        let high = self.head_height(grid, head);
        if high == 0.0 {
            return;
        }
        self.cells(grid, head, 0, head.lines());
        self.y += high;
        let (x, width) = self.inside();
        self.line((x, self.y - 0.2), (x + width, self.y - 0.2), 0.35, BLACK);
    }

    /// A row; one that is higher than a page goes on on the next, line by line.
    fn row(&mut self, grid: &Grid, head: &Laid, row: &Laid) {
        let mut done = 0;
        loop {
            let left = row.lines() - done;
            let lead = style(grid.look, row.kind).lead();
            let fit = (((self.room_left() - 2.0 * ABOVE) / lead) + 1e-6).floor().max(1.0) as usize;
            let now = left.min(fit);
            self.part(grid, row, done, now);
            done += now;
            if done >= row.lines() {
                return;
            }
            self.page_break();
            self.head(grid, head);
        }
    }

    fn part(&mut self, grid: &Grid, row: &Laid, from: usize, count: usize) {
        let (x, width) = self.inside();
        let high = row_height(grid, count);
        match row.kind {
            Kind::Group => self.rectangle((x, self.y), (width, high), GROUND),
            Kind::Plain if row.striped && grid.look.zebra => self.rectangle((x, self.y), (width, high), ZEBRA),
            Kind::Total => self.line((x, self.y), (x + width, self.y), 0.35, BLACK),
            Kind::Plain => {}
        }
        self.cells(grid, row, from, count);
        let (top, bottom) = (self.y, self.y + high);
        if grid.look.grid {
            let edges = grid.places.iter().map(|(x, _)| *x).chain([x + width]);
            for edge in edges.collect::<Vec<_>>() {
                self.line((edge, top), (edge, bottom), 0.15, GREY);
            }
        }
        if grid.look.grid || (!grid.look.zebra && row.kind == Kind::Plain) {
            self.line((x, bottom), (x + width, bottom), 0.15, GREY);
        }
        self.y = bottom;
    }

    fn cells(&mut self, grid: &Grid, row: &Laid, from: usize, count: usize) {
        let style = style(grid.look, row.kind);
        let whole = self.inside();
        for (at, lines) in row.cells.iter().enumerate() {
            let Some(column) = grid.columns.get(at) else { break };
            let (x, wide) = if row.kind == Kind::Group { whole } else { grid.places[at] };
            let style = if row.kind == Kind::Group { style } else { style.align(column.align) };
            for (line, text) in lines.iter().skip(from).take(count).enumerate().filter(|(_, text)| !text.is_empty()) {
                let y = self.y + ABOVE + line as f64 * style.lead();
                self.line_at(x + ASIDE, y, wide - 2.0 * ASIDE, text, &style);
            }
        }
    }
}

fn style(look: Look, kind: Kind) -> Text {
    let style = Text::body().size(look.pt).leading(1.3);
    if kind == Kind::Plain { style } else { style.bold() }
}

fn row_height(grid: &Grid, lines: usize) -> f64 {
    lines as f64 * style(grid.look, Kind::Plain).lead() + 2.0 * ABOVE
}

//! Rows and columns with their sums (item 4): the rule of a list for each row and column, then the audit: is every cell that
//! must be hidden wide enough between its bounds for somebody who knows all sums?

use super::flow::{Arc, Net};
use super::{Audience, Cell, NARROWEST, Shown};

/// A table as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    pub cells: Vec<Vec<Shown>>,
    /// The sums of the rows and of the columns.
    pub rows: Vec<Shown>,
    pub columns: Vec<Shown>,
    pub total: Shown,
}

/// What is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hidden {
    cells: Vec<Vec<bool>>,
    rows: Vec<bool>,
    columns: Vec<bool>,
    total: bool,
}

/// A row or a column.
#[derive(Clone, Copy)]
enum Side {
    Row(usize),
    Column(usize),
}

/// Decides over a table whose rows are all of one length. A higher k never shows more: what a lower one hides stays hidden.
pub fn table(rows: &[Vec<Cell>], audience: Audience) -> Grid {
    let mut table = Table::new(rows);
    for k in 1..=audience.k() {
        table.close(k, true);
    }
    table.shown()
}

/// The classical rule alone, without the audit: leaks, and stands here to show by how much.
#[doc(hidden)]
pub fn table_without_audit(rows: &[Vec<Cell>], audience: Audience) -> Grid {
    let mut table = Table::new(rows);
    table.close(audience.k(), false);
    table.shown()
}

struct Table<'c> {
    rows: &'c [Vec<Cell>],
    columns: usize,
    hidden: Hidden,
}

impl Table<'_> {
    fn new(rows: &[Vec<Cell>]) -> Table<'_> {
        let columns = rows.iter().map(Vec::len).min().unwrap_or_default();
        let hidden = Hidden {
            cells: vec![vec![false; columns]; rows.len()],
            rows: vec![false; rows.len()],
            columns: vec![false; columns],
            total: false,
        };
        Table { rows, columns, hidden }
    }

    fn sides(&self) -> impl Iterator<Item = Side> + use<> {
        let columns = self.columns;
        (0..self.rows.len()).map(Side::Row).chain((0..columns).map(Side::Column))
    }

    fn places(&self, side: Side) -> Vec<(usize, usize)> {
        match side {
            Side::Row(row) => (0..self.columns).map(|column| (row, column)).collect(),
            Side::Column(column) => (0..self.rows.len()).map(|row| (row, column)).collect(),
        }
    }

    fn all(&self) -> Vec<(usize, usize)> {
        (0..self.rows.len()).flat_map(|row| self.places(Side::Row(row))).collect()
    }

    fn sum(&self, places: &[(usize, usize)]) -> Cell {
        places.iter().map(|(row, column)| self.rows[*row][*column]).fold(Cell::default(), Cell::and)
    }

    fn withheld(&mut self, side: Side) -> &mut bool {
        match side {
            Side::Row(row) => &mut self.hidden.rows[row],
            Side::Column(column) => &mut self.hidden.columns[column],
        }
    }

    /// The smallest shown cell of these that holds anything.
    fn next(&self, places: impl IntoIterator<Item = (usize, usize)>) -> Option<(usize, usize)> {
        let free =
            |(row, column): &(usize, usize)| !self.hidden.cells[*row][*column] && self.rows[*row][*column].items > 0;
        let size = |(row, column): &(usize, usize)| {
            let cell = self.rows[*row][*column];
            (cell.households, cell.items, *row, *column)
        };
        places.into_iter().filter(free).min_by_key(size)
    }

    /// Hides until the rule holds, and with the audit until every cell that must be hidden lies in wide enough bounds.
    fn close(&mut self, k: i64, audited: bool) {
        for (row, column) in self.all() {
            self.hidden.cells[row][column] |= self.rows[row][column].is_primary(k);
        }
        self.hide_margins(k);
        self.complement(k);
        while audited && let Some(number) = self.narrow(k) {
            let around = match number {
                Number::Cell(row, column) => {
                    self.next(self.places(Side::Row(row)).into_iter().chain(self.places(Side::Column(column))))
                }
                Number::Margin => None,
            };
            let done = match (around, number) {
                (Some((row, column)), _) => {
                    self.hidden.cells[row][column] = true;
                    true
                }
                (None, Number::Cell(row, column)) => {
                    self.withhold(Side::Row(row)) || self.withhold(Side::Column(column)) || self.withhold_another()
                }
                (None, Number::Margin) => self.withhold_another(),
            };
            if !done {
                return;
            }
            self.complement(k);
        }
    }

    /// A sum is a number like any other: too few households or one with most of it hide it as well.
    fn hide_margins(&mut self, k: i64) {
        for side in self.sides() {
            if self.sum(&self.places(side)).is_primary(k) {
                *self.withheld(side) = true;
            }
        }
        self.hidden.total |= self.sum(&self.all()).is_primary(k);
    }

    /// The rule of a list, for each row and column whose sum is shown.
    fn complement(&mut self, k: i64) {
        loop {
            let mut changed = false;
            for side in self.sides() {
                let places = self.places(side);
                let hidden: Vec<(usize, usize)> =
                    places.iter().copied().filter(|(row, column)| self.hidden.cells[*row][*column]).collect();
                if hidden.is_empty() || *self.withheld(side) {
                    continue;
                }
                let count = hidden.len() as i64;
                if count >= 2 && self.sum(&hidden).households >= k + count - 1 {
                    continue;
                }
                match self.next(places) {
                    Some((row, column)) => self.hidden.cells[row][column] = true,
                    None => *self.withheld(side) = true,
                }
                changed = true;
            }
            if !changed {
                return;
            }
        }
    }

    /// Withholds a sum; whether it was shown before.
    fn withhold(&mut self, side: Side) -> bool {
        !std::mem::replace(self.withheld(side), true)
    }

    /// Another sum is withheld, the smallest first; when all are, the total; when that is, the smallest cell. Whether there was
    /// any left.
    fn withhold_another(&mut self) -> bool {
        let shown = self.sides().filter(|side| match side {
            Side::Row(row) => !self.hidden.rows[*row],
            Side::Column(column) => !self.hidden.columns[*column],
        });
        let size = |side: &Side| {
            let sum = self.sum(&self.places(*side));
            (sum.items == 0, sum.households, sum.items)
        };
        if let Some(side) = shown.min_by_key(size) {
            return self.withhold(side);
        }
        if !std::mem::replace(&mut self.hidden.total, true) {
            return true;
        }
        let next = self.next(self.all());
        if let Some((row, column)) = next {
            self.hidden.cells[row][column] = true;
        }
        next.is_some()
    }

    /// A number that must be hidden and is not hidden well enough, by pieces or by households.
    fn narrow(&self, k: i64) -> Option<Number> {
        let by_pieces = |cell: Cell| cell.items;
        let by_households = |cell: Cell| cell.households;
        self.narrow_in(k, by_pieces).or_else(|| self.narrow_in(k, by_households))
    }

    fn narrow_in(&self, k: i64, count: fn(Cell) -> i64) -> Option<Number> {
        let (begin, end) = (self.rows.len() + self.columns, self.rows.len() + self.columns + 1);
        let mut net = Net::new(end + 1);
        let arc = |hidden: bool, from, to, value| {
            if hidden && value != 0 { Arc::hidden(from, to, value) } else { Arc::shown(from, to, value) }
        };
        let mut asked = Vec::new();
        for (row, column) in self.all() {
            let cell = self.rows[row][column];
            let to = self.rows.len() + column;
            let number = net.add(arc(self.hidden.cells[row][column], row, to, count(cell)));
            if cell.is_primary(k) {
                asked.push((number, Number::Cell(row, column)));
            }
        }
        for side in self.sides() {
            let sum = self.sum(&self.places(side));
            let number = net.add(match side {
                Side::Row(row) => arc(self.hidden.rows[row], begin, row, count(sum)),
                Side::Column(column) => arc(self.hidden.columns[column], self.rows.len() + column, end, count(sum)),
            });
            if sum.is_primary(k) {
                asked.push((number, Number::Margin));
            }
        }
        let sum = self.sum(&self.all());
        let number = net.add(arc(self.hidden.total, end, begin, count(sum)));
        if sum.is_primary(k) {
            asked.push((number, Number::Margin));
        }
        asked.into_iter().find(|(number, _)| net.width(*number, NARROWEST) < NARROWEST).map(|(_, which)| which)
    }

    fn shown(&self) -> Grid {
        let cells = (0..self.rows.len()).map(|row| {
            let shown = |column: usize| Shown::unless(self.hidden.cells[row][column], self.rows[row][column].items);
            (0..self.columns).map(shown).collect()
        });
        let sum = |side: Side| self.sum(&self.places(side)).items;
        Grid {
            cells: cells.collect(),
            rows: (0..self.rows.len()).map(|row| Shown::unless(self.hidden.rows[row], sum(Side::Row(row)))).collect(),
            columns: (0..self.columns)
                .map(|column| Shown::unless(self.hidden.columns[column], sum(Side::Column(column))))
                .collect(),
            total: Shown::unless(self.hidden.total, self.sum(&self.all()).items),
        }
    }
}

#[derive(Clone, Copy)]
enum Number {
    Cell(usize, usize),
    Margin,
}

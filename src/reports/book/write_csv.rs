//! A table as CSV that opens in a spreadsheet: semicolons, days as 2026-03-12, money as 1234,50.

use super::{Cell, Table};
use crate::reports::sheet;
use crate::texts::{Lang, Texts};

/// How a CSV file begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Csv {
    /// Whether the mark of UTF-8 stands first: Excel wants it, other programs may not.
    pub bom: bool,
}

impl Default for Csv {
    fn default() -> Csv {
        Csv { bom: true }
    }
}

/// The rows with their headings, and the sums below. What a person typed can become no formula.
pub fn csv(table: &Table, t: &Texts, form: Csv) -> String {
    let heads = table.columns.iter().map(|column| column.head.get(t).into_owned()).collect();
    let line = |row: &Vec<Cell>| row.iter().map(|cell| plain(cell, t)).collect::<Vec<String>>();
    let totals = (!table.totals.is_empty()).then(|| {
        let mut totals = line(&table.totals);
        if let Some(first) = totals.first_mut() {
            *first = t.figures_sum();
        }
        totals
    });
    let rows = std::iter::once(heads).chain(table.rows.iter().map(line)).chain(totals);
    let lines = sheet::lines(rows);
    if form.bom { format!("\u{feff}{lines}") } else { lines }
}

/// A cell as a program reads it. Money with a comma in each language but English, as their spreadsheets expect it.
fn plain(cell: &Cell, t: &Texts) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Hidden => "•".to_owned(),
        Cell::Whole(number) | Cell::Percent(number) => number.to_string(),
        Cell::Cents(cents) => money(*cents, t),
        Cell::Day(day) => day.to_string(),
        Cell::Text(said) => said.get(t).into_owned(),
    }
}

/// "1234,50", and "1234.50" for English: no thousands, no sign of the currency.
fn money(cents: i64, t: &Texts) -> String {
    let (minus, all) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
    let comma = if t.lang() == Lang::En { '.' } else { ',' };
    format!("{minus}{}{comma}{:02}", all / 100, all % 100)
}

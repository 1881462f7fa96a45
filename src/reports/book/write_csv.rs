//! A table as CSV that opens in a spreadsheet: semicolons, days as 2026-03-12, money as 1234,50.

use super::{Cell, Column, Kind, Table};
use crate::reports::sheet;
use crate::texts::{Lang, Message, Texts};

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
        if let Some(first) = totals.first_mut().filter(|first| first.is_empty()) {
            *first = t.book_sum();
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
        Cell::Cents(cents) | Cell::Foreign(cents) => money(*cents, t),
        Cell::Day(day) => day.to_string(),
        Cell::Text(said) => said.get(t).into_owned(),
    }
}

/// A table of what another room wrote as CSV with headings, so that it can be had as Excel and on paper. Whole numbers are
/// numbers again; a sentence that stands alone above the headings is what is counted.
pub fn of_csv(name: &'static str, title: Message, text: &str) -> Table {
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut rows = reader.records().flatten().map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>());
    let mut first = rows.next().unwrap_or_default();
    let mut sentence = String::new();
    if let [only] = first.as_mut_slice() {
        sentence = std::mem::take(only);
        first = rows.find(|row| row.len() > 1).unwrap_or_default();
    }
    let rest: Vec<Vec<String>> = rows.collect();
    let is_number = |at: usize| {
        let mut filled = rest.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.is_empty()).peekable();
        filled.peek().is_some() && filled.all(|cell| cell.parse::<i64>().is_ok())
    };
    let columns: Vec<Column> = first
        .into_iter()
        .enumerate()
        .map(|(at, head)| Column::new("", head, if is_number(at) { Kind::Whole } else { Kind::Text }))
        .collect();
    let mut table = Table::new(name, title, sentence, columns);
    for row in rest {
        let cell = |at: usize| match row.get(at).map(String::as_str) {
            None | Some("") => Cell::Empty,
            Some(text) => {
                text.parse().map_or_else(|_| Cell::text(text.strip_prefix('\'').unwrap_or(text)), Cell::Whole)
            }
        };
        table.rows.push((0..table.columns.len()).map(cell).collect());
    }
    table
}

/// "1234,50", and "1234.50" for English: no thousands, no sign of the currency.
fn money(cents: i64, t: &Texts) -> String {
    let (minus, all) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
    let comma = if t.lang() == Lang::En { '.' } else { ',' };
    format!("{minus}{}{comma}{:02}", all / 100, all % 100)
}

//! A report as a file of each format: the one place where a table becomes paper.

use crate::paper::flow::Align;
use crate::paper::list::{Listing, draw};
use crate::reports::book::{self, Cell, Csv, Kind, Made};
use crate::texts::Texts;

/// A format of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Csv,
    Xlsx,
    Json,
    Pdf,
}

impl FileKind {
    /// By the ending of a file's name.
    pub fn named(ending: &str) -> Option<FileKind> {
        Some(match ending {
            "csv" => FileKind::Csv,
            "xlsx" => FileKind::Xlsx,
            "json" => FileKind::Json,
            "pdf" => FileKind::Pdf,
            _ => return None,
        })
    }

    pub fn ending(self) -> &'static str {
        match self {
            FileKind::Csv => "csv",
            FileKind::Xlsx => "xlsx",
            FileKind::Json => "json",
            FileKind::Pdf => "pdf",
        }
    }

    /// The media type.
    pub fn content(self) -> &'static str {
        match self {
            FileKind::Csv => "text/csv; charset=utf-8",
            FileKind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            FileKind::Json => "application/json",
            FileKind::Pdf => "application/pdf",
        }
    }
}

/// The name of a report's file: `donations_2026-01-01_2026-12-31.xlsx`.
pub fn file_name(made: &Made, kind: FileKind) -> String {
    let (from, to) = made.period.map_or((made.today, made.today), |period| (period.from, period.to));
    format!("{}_{from}_{to}.{}", made.table.name, kind.ending())
}

/// The bytes of a report in a format. `site`: whose report it is; one of a closed period says whose it was then.
///
/// # Errors
/// A sentence when the file cannot be put together.
pub fn written_file(t: &Texts, made: &Made, kind: FileKind, form: Csv, site: &str) -> Result<Vec<u8>, String> {
    match kind {
        FileKind::Csv => Ok(book::csv(&made.table, t, form).into_bytes()),
        FileKind::Json => Ok(book::json(&made.table, t).into_bytes()),
        FileKind::Xlsx => book::xlsx(&made.table, t).map_err(|error| error.to_string()),
        FileKind::Pdf => draw(&listing(t, made, site)).map_err(|error| error.to_string()),
    }
}

fn listing(t: &Texts, made: &Made, site: &str) -> Listing {
    let table = &made.table;
    let line = |row: &[Cell]| row.iter().map(|cell| written(t, cell)).collect::<Vec<_>>();
    let mut totals = Vec::new();
    if !table.totals.is_empty() && !table.rows.is_empty() {
        let mut sums = line(&table.totals);
        if let Some(first) = sums.first_mut().filter(|first| first.is_empty()) {
            *first = t.book_sum();
        }
        totals.push(sums);
    }
    let mut title = vec![table.title.get(t).into_owned()];
    title.extend(made.donor.clone());
    title.push(period_words(t, made));
    let mut notes: Vec<String> = table.notes.iter().map(|note| note.get(t).into_owned()).collect();
    // A closed period says when it was closed, an open one how it stood today.
    let (site, as_of) = match &made.closed {
        Some(closed) => {
            let who = closed.by.clone().unwrap_or_else(|| t.book_nobody());
            notes.push(t.book_hash(&closed.sha256));
            (closed.site.clone(), t.book_closed_on(closed.on, who))
        }
        None => (site.to_owned(), t.book_today(made.today)),
    };
    let align = |kind| if kind == Kind::Text { Align::Start } else { Align::End };
    Listing {
        lang: t.lang(),
        title: t.dotted(title),
        sentence: table.sentence.get(t).into_owned(),
        heads: table.columns.iter().map(|head| (head.head.get(t).into_owned(), align(head.kind))).collect(),
        rows: table.rows.iter().map(|row| line(row)).collect(),
        totals,
        notes,
        site,
        as_of,
        empty: if made.period.is_some() { t.book_empty() } else { t.book_empty_today() },
        landscape: table.columns.len() > 6,
    }
}

/// A cell as people read it.
pub(super) fn written(t: &Texts, cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Hidden => "•".to_owned(),
        Cell::Whole(number) => t.whole(*number),
        Cell::Cents(cents) => t.euros(*cents),
        Cell::Foreign(cents) => t.euros_typed(*cents),
        Cell::Day(day) => t.day(*day),
        Cell::Percent(percent) => format!("{percent}\u{a0}%"),
        Cell::Text(said) => said.get(t).into_owned(),
    }
}

/// “Jahr 2026”, or that it is as of today.
pub(super) fn period_words(t: &Texts, made: &Made) -> String {
    match made.period {
        Some(period) => t.say(&period.words()),
        None => t.book_today(made.today),
    }
}

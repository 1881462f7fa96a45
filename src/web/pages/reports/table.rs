//! A report's table as HTML shows it, and the picture beside it.

use std::cmp::Ordering;

use crate::reports::book::{Cell, Kind, Made, Table};
use crate::texts::{Texts, fold};
use crate::web::charts::{ChartRow, Key, Rows, legend};
use crate::web::report_files::written;

/// Rows on the page; the files have all.
const MOST_ROWS: usize = 300;
/// Bars of a picture.
const MOST_BARS: usize = 16;

pub(super) struct Shown {
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<Place>>,
    pub totals: Vec<Place>,
    /// When there are more rows than these.
    pub cut: String,
}

pub(super) struct Head {
    pub text: String,
    pub number: bool,
    /// The address of the same table in this column's order.
    pub href: String,
    pub says: String,
    /// As ARIA names the order; empty when the table is in another column's.
    pub sorted: &'static str,
}

pub(super) struct Place {
    pub text: String,
    /// The column's heading, for narrow screens.
    pub head: String,
    pub number: bool,
    pub hidden: bool,
}

impl Shown {
    pub fn of(t: &Texts, made: &Made, order: &str, href: impl Fn(&str) -> String) -> Shown {
        let table = &made.table;
        let (turned, key) = match order.strip_prefix('-') {
            Some(key) => (true, key),
            None => (false, order),
        };
        let column = table.columns.iter().position(|column| column.key == key);
        let mut rows: Vec<&Vec<Cell>> = table.rows.iter().collect();
        if let Some(column) = column {
            rows.sort_by(|a, b| compared(t, a.get(column), b.get(column)));
            if turned {
                rows.reverse();
            }
        }
        let heads: Vec<Head> = table
            .columns
            .iter()
            .enumerate()
            .map(|(at, head)| {
                let is_order = column == Some(at);
                let next = if is_order && !turned { format!("-{}", head.key) } else { head.key.to_string() };
                let text = head.head.get(t).into_owned();
                Head {
                    says: t.book_sorted_by(&text),
                    text,
                    number: head.kind != Kind::Text,
                    href: href(&next),
                    sorted: match (is_order, turned) {
                        (true, true) => "descending",
                        (true, false) => "ascending",
                        _ => "",
                    },
                }
            })
            .collect();
        let place = |at: usize, cell: &Cell| Place {
            text: written(t, cell),
            head: heads.get(at).map(|head| head.text.clone()).unwrap_or_default(),
            number: heads.get(at).is_some_and(|head| head.number) || *cell == Cell::Hidden,
            hidden: *cell == Cell::Hidden,
        };
        let line = |row: &[Cell]| row.iter().enumerate().map(|(at, cell)| place(at, cell)).collect::<Vec<_>>();
        let mut totals = line(&table.totals);
        if let Some(first) = totals.first_mut().filter(|first| first.text.is_empty()) {
            first.text = t.book_sum();
        }
        let (all, shown) = (rows.len(), rows.len().min(MOST_ROWS));
        Shown {
            rows: rows.into_iter().take(MOST_ROWS).map(|row| line(row)).collect(),
            totals,
            cut: if shown < all { t.book_rows_cut(shown, all) } else { String::new() },
            heads,
        }
    }
}

/// What is empty or hidden stands last.
fn compared(t: &Texts, a: Option<&Cell>, b: Option<&Cell>) -> Ordering {
    let rank = |cell: Option<&Cell>| match cell {
        Some(Cell::Empty) | None => 2,
        Some(Cell::Hidden) => 1,
        _ => 0,
    };
    rank(a).cmp(&rank(b)).then_with(|| match (a, b) {
        (
            Some(Cell::Whole(a) | Cell::Cents(a) | Cell::Foreign(a) | Cell::Percent(a)),
            Some(Cell::Whole(b) | Cell::Cents(b) | Cell::Foreign(b) | Cell::Percent(b)),
        ) => a.cmp(b),
        (Some(Cell::Day(a)), Some(Cell::Day(b))) => a.cmp(b),
        (Some(Cell::Text(a)), Some(Cell::Text(b))) => fold(&a.get(t)).cmp(&fold(&b.get(t))),
        _ => Ordering::Equal,
    })
}

/// Bars for those columns that people would rather look at.
pub(super) struct Picture {
    pub svg: String,
    pub legend: Vec<Key>,
}

impl Picture {
    /// `None` where the report has no picture, or nothing to show.
    pub fn of(t: &Texts, table: &Table) -> Option<Picture> {
        let chart = table.chart.as_ref()?;
        let series: Vec<String> = chart
            .parts
            .iter()
            .filter_map(|part| table.columns.get(*part))
            .map(|column| column.head.get(t).into_owned())
            .collect();
        let number = |cell: Option<&Cell>| match cell {
            Some(Cell::Whole(number) | Cell::Percent(number)) => *number,
            Some(Cell::Cents(cents) | Cell::Foreign(cents)) => cents / 100,
            _ => 0,
        };
        let mut bars: Vec<ChartRow> = table
            .rows
            .iter()
            .map(|row| ChartRow {
                name: row.get(chart.name).map(|cell| written(t, cell)).unwrap_or_default(),
                parts: chart.parts.iter().map(|part| number(row.get(*part))).collect(),
                href: String::new(),
            })
            .filter(|bar| bar.parts.iter().any(|part| *part > 0))
            .collect();
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.parts.iter().sum::<i64>()));
        if bars.is_empty() {
            return None;
        }
        let rest = bars.split_off(bars.len().min(MOST_BARS));
        if !rest.is_empty() {
            let sum = |part: usize| rest.iter().filter_map(|bar| bar.parts.get(part)).sum();
            let parts = (0..series.len()).map(sum).collect();
            bars.push(ChartRow { name: t.figures_rest(rest.len()), parts, href: String::new() });
        }
        let title = table.title.get(t).into_owned();
        let about = t.book_chart_about(&title);
        let svg = Rows { id: "report", title: &title, about: &about, series: &series, rows: bars }.draw();
        Some(Picture { svg, legend: legend("report", &series) })
    }
}

//! The numbers behind a picture, in the words of one language: for the page and for the file.

use super::{FlowFigure, NeedsFigure, Number, StockFigure, WaitingFigure};
use crate::texts::Texts;

/// A table. The first column says what a row is about, the others are numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub title: String,
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
    pub total: Option<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub name: String,
    /// Empty where there is nothing to say.
    pub cells: Vec<String>,
}

impl Row {
    fn new<N: Number>(name: String, numbers: impl IntoIterator<Item = N>) -> Row {
        Row { name, cells: numbers.into_iter().map(Number::text).collect() }
    }
}

impl Table {
    pub(super) fn all_rows(self) -> impl Iterator<Item = Vec<String>> {
        let line = |row: Row| std::iter::once(row.name).chain(row.cells).collect();
        std::iter::once(self.heads).chain(self.rows.into_iter().chain(self.total).map(line))
    }
}

/// “12.10.2026”, and that the span is not over.
fn span_name(t: &Texts, name: String, running: bool) -> String {
    if running { t.figures_running(name) } else { name }
}

impl StockFigure {
    pub fn table(&self, t: &Texts) -> Table {
        let row = |name: String, line: &super::StockLine| {
            Row::new(name, [line.free, line.reserved, line.in_care, line.in_custody, line.total])
        };
        Table {
            title: t.figures_stock(),
            heads: vec![
                if self.group.is_some() { t.figures_product() } else { t.csv_group() },
                t.figures_free(),
                t.figures_reserved(),
                t.figures_in_care(),
                t.state_in_custody(),
                t.figures_sum(),
            ],
            rows: self.lines.iter().map(|line| row(line.names.get(t.lang()).to_owned(), line)).collect(),
            total: Some(row(t.figures_sum(), &self.total)),
        }
    }
}

impl FlowFigure {
    pub fn table(&self, t: &Texts) -> Table {
        let row = |week: &super::Week| {
            Row::new(span_name(t, t.day(week.monday), week.running), [Some(week.flow.taken_in), week.flow.handed_out])
        };
        Table {
            title: t.figures_in_out(),
            heads: vec![t.figures_week(), t.figures_in(), t.figures_out()],
            rows: self.weeks.iter().map(row).collect(),
            total: Some(Row::new(t.figures_sum(), [Some(self.total.taken_in), self.total.handed_out])),
        }
    }
}

impl<N: Number> NeedsFigure<N> {
    pub fn groups_table(&self, t: &Texts) -> Table {
        let row =
            |name: String, line: &super::NeedsLine<N>| Row::new(name, [line.open, line.partly, line.ready, line.met]);
        let first = if self.group.is_some() { t.figures_product() } else { t.csv_group() };
        Table {
            title: t.figures_needs(),
            heads: vec![first, t.figures_open(), t.figures_partly(), t.figures_ready(), t.figures_met()],
            rows: self.lines.iter().map(|line| row(line.names.get(t.lang()).to_owned(), line)).collect(),
            total: Some(row(t.figures_sum(), &self.total)),
        }
    }

    pub fn weeks_table(&self, t: &Texts) -> Table {
        let row = |week: &super::NeedsWeek<N>| {
            Row::new(span_name(t, t.day(week.monday), week.running), [week.recorded, week.met])
        };
        Table {
            title: t.figures_needs_weeks(),
            heads: vec![t.figures_week(), t.figures_recorded(), t.figures_met()],
            rows: self.weeks.iter().map(row).collect(),
            total: Some(Row::new(t.figures_sum(), self.of_weeks)),
        }
    }
}

impl<N: Number> WaitingFigure<N> {
    pub fn open_table(&self, t: &Texts) -> Table {
        Table {
            title: t.figures_waiting_open(),
            heads: vec![t.figures_waits(), t.figures_lines()],
            rows: self.open.iter().map(|bucket| Row::new(t.say(&bucket.words()), [bucket.lines])).collect(),
            total: Some(Row::new(t.figures_sum(), [self.open_lines])),
        }
    }

    pub fn met_table(&self, t: &Texts) -> Table {
        let row = |month: &super::Month<N>| Row {
            name: span_name(t, t.month(month.first), month.running),
            cells: vec![month.lines.text(), month.median_days.map(|days| days.to_string()).unwrap_or_default()],
        };
        Table {
            title: t.figures_waiting_met(),
            heads: vec![t.figures_month(), t.figures_met(), t.figures_median_days()],
            rows: self.months.iter().map(row).collect(),
            total: Some(Row {
                name: t.figures_sum(),
                cells: vec![
                    self.met_lines.text(),
                    self.met_median_days.map(|days| days.to_string()).unwrap_or_default(),
                ],
            }),
        }
    }
}

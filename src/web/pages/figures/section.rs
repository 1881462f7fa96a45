//! One figure as the page shows it: a sentence, pictures, the tables behind them, and what was counted.

use super::Files;
use crate::reports::figures::{
    Figure, FigureName, FlowFigure, NeedsFigure, NeedsLine, Number, StockFigure, StockLine, Table, WaitingFigure,
};
use crate::texts::Texts;
use crate::web::charts::{ChartRow, Columns, Key, Point, Rows, legend};
use crate::web::pages::shown::link;

/// Bars of a picture; the table has all.
const MOST_ROWS: usize = 12;

pub(super) struct Section {
    pub id: &'static str,
    pub title: String,
    /// The figure in one sentence; when there is nothing, that.
    pub sentence: String,
    pub pictures: Vec<Picture>,
    pub definition: String,
    /// What the filters do not change here.
    pub whole: String,
    pub csv: String,
    pub json: String,
    /// The list behind it; empty when there is none.
    pub list: &'static str,
}

pub(super) struct Picture {
    /// Empty when it is the section's own.
    pub title: String,
    pub svg: String,
    pub legend: Vec<Key>,
    /// One of the spans is not over.
    pub running: bool,
    pub table: Shown,
}

/// A table whose numbers can lead somewhere.
pub(super) struct Shown {
    pub heads: Vec<String>,
    pub rows: Vec<(String, Vec<Cell>)>,
    pub total: Vec<String>,
}

pub(super) struct Cell {
    pub head: String,
    pub text: String,
    pub href: String,
}

impl Shown {
    fn of(table: Table, href: impl Fn(usize, usize) -> String) -> Shown {
        let heads = table.heads;
        let row = |(at, row): (usize, crate::reports::figures::Row)| {
            let cells = row.cells.into_iter().enumerate().map(|(column, text)| {
                let href = if text == "0" { String::new() } else { href(at, column) };
                Cell { head: heads.get(column + 1).cloned().unwrap_or_default(), text, href }
            });
            (row.name, cells.collect())
        };
        let rows = table.rows.into_iter().enumerate().map(row).collect();
        let total = table.total.map(|row| std::iter::once(row.name).chain(row.cells).collect()).unwrap_or_default();
        Shown { heads, rows, total }
    }

    fn plain(table: Table) -> Shown {
        Shown::of(table, |_, _| String::new())
    }
}

impl Section {
    pub fn of(t: &Texts, name: FigureName, figure: &Figure, asked: &Files<'_>, households: bool) -> Section {
        // Whoever gets the flow of the whole house only must not be refused its file because of a group.
        let group = if name == FigureName::InOut && !households { "" } else { asked.group };
        let kept = [("from", asked.from), ("to", asked.to), ("group", group), ("site", asked.site)];
        let (id, title, (sentence, pictures)) = match figure {
            Figure::Stock(figure) => ("stock", t.figures_stock(), stock(t, figure)),
            Figure::InOut(figure) => ("in-out", t.figures_in_out(), in_out(t, figure)),
            Figure::Needs(figure) => ("needs", t.figures_needs(), needs(t, figure)),
            Figure::Waiting(figure) => ("waiting", t.figures_waiting(), waiting(t, figure)),
            // Pages show the whole figure to those who may see it; this is for files.
            Figure::NeedsTold(_) => ("needs", t.figures_needs(), (String::new(), Vec::new())),
            Figure::WaitingTold(_) => ("waiting", t.figures_waiting(), (String::new(), Vec::new())),
        };
        Section {
            id,
            title,
            sentence,
            pictures,
            definition: t.say(&figure.definition()),
            whole: match name {
                FigureName::Stock => String::new(),
                FigureName::InOut if !households => t.figures_in_out_all(),
                _ => t.figures_in_out_sites(),
            },
            csv: link(&format!("/figures/{name}.csv"), &kept),
            json: link(&format!("/figures/{name}.json"), &kept),
            list: match name {
                FigureName::Stock => "/items",
                FigureName::InOut => "",
                FigureName::Needs | FigureName::Waiting => "/households",
            },
        }
    }
}

/// What a span is called in full, and that it is not over.
fn span_name(t: &Texts, name: String, running: bool) -> String {
    if running { t.figures_running(name) } else { name }
}

/// One bar for all lines that have none of their own.
fn rest(t: &Texts, lines: usize, parts: Vec<i64>) -> Option<ChartRow> {
    (lines > 0).then(|| ChartRow { name: t.figures_rest(lines), parts, href: String::new() })
}

fn stock(t: &Texts, figure: &StockFigure) -> (String, Vec<Picture>) {
    if figure.total.total == 0 {
        return (t.figures_stock_none(), Vec::new());
    }
    let series = [t.figures_free(), t.figures_reserved(), t.figures_in_care(), t.state_in_custody()];
    let by_group = figure.group.is_none();
    let list = |code: &str, state: &str| match (by_group, code) {
        (true, code) if !code.is_empty() => link("/items", &[("group", code), ("state", state)]),
        _ => String::new(),
    };
    let rows = figure.lines.iter().take(MOST_ROWS).map(|line| ChartRow {
        name: line.names.get(t.lang()).to_owned(),
        parts: vec![line.free, line.reserved, line.in_care, line.in_custody],
        href: list(&line.code, "in_stock"),
    });
    let more = figure.lines.get(MOST_ROWS..).unwrap_or_default();
    let sum = |part: fn(&StockLine) -> i64| more.iter().map(part).sum();
    let parts =
        vec![sum(|line| line.free), sum(|line| line.reserved), sum(|line| line.in_care), sum(|line| line.in_custody)];
    let rows = rows.chain(rest(t, more.len(), parts));
    let (title, about) = (t.figures_stock(), t.figures_stock_about());
    let chart = Rows { id: "stock", title: &title, about: &about, series: &series, rows: rows.collect() };
    let states = ["in_stock", "reserved", "in_care", "in_custody"];
    let href = |row: usize, column: usize| match (figure.lines.get(row), states.get(column)) {
        (Some(line), Some(state)) => list(&line.code, state),
        _ => String::new(),
    };
    let picture = Picture {
        title: String::new(),
        svg: chart.draw(),
        legend: legend("stock", &series),
        running: false,
        table: Shown::of(figure.table(t), href),
    };
    (t.figures_stock_sentence(figure.total.total, figure.total.free), vec![picture])
}

fn in_out(t: &Texts, figure: &FlowFigure) -> (String, Vec<Picture>) {
    if figure.is_empty() {
        return (t.figures_in_out_none(), Vec::new());
    }
    let series = [t.figures_in(), t.figures_out()];
    let points = figure.weeks.iter().map(|week| Point {
        label: t.day_short(week.monday),
        name: span_name(t, t.figures_week_from(week.monday), week.running),
        values: vec![Some(week.flow.taken_in), week.flow.handed_out],
        running: week.running,
    });
    let (title, about) = (t.figures_in_out(), t.figures_in_out_about());
    let chart = Columns { id: "in-out", title: &title, about: &about, series: &series, points: points.collect() };
    let picture = Picture {
        title: String::new(),
        svg: chart.draw(),
        legend: legend("in-out", &series),
        running: figure.weeks.iter().any(|week| week.running),
        table: Shown::plain(figure.table(t)),
    };
    (t.figures_in_out_sentence(figure.total.taken_in, figure.total.handed_out.text()), vec![picture])
}

fn needs(t: &Texts, figure: &NeedsFigure) -> (String, Vec<Picture>) {
    if figure.lines.is_empty() && figure.weeks.iter().all(|week| week.recorded == 0) {
        return (t.figures_needs_none(), Vec::new());
    }
    let series = [t.figures_open(), t.figures_partly(), t.figures_ready()];
    let rows = figure.lines.iter().take(MOST_ROWS).map(|line| ChartRow {
        name: match (line.names.get(t.lang()), line.met) {
            (name, 0) => name.to_owned(),
            (name, met) => t.figures_needs_name(name, met),
        },
        parts: vec![line.open, line.partly, line.ready],
        href: String::new(),
    });
    let more = figure.lines.get(MOST_ROWS..).unwrap_or_default();
    let sum = |part: fn(&NeedsLine) -> i64| more.iter().map(part).sum();
    let rows =
        rows.chain(rest(t, more.len(), vec![sum(|line| line.open), sum(|line| line.partly), sum(|line| line.ready)]));
    let (title, about) = (t.figures_needs(), t.figures_needs_about());
    let chart = Rows { id: "needs", title: &title, about: &about, series: &series, rows: rows.collect() };
    let groups = Picture {
        title: String::new(),
        svg: chart.draw(),
        legend: legend("needs", &series),
        running: false,
        table: Shown::plain(figure.groups_table(t)),
    };
    let series = [t.figures_recorded(), t.figures_met()];
    let points = figure.weeks.iter().map(|week| Point {
        label: t.day_short(week.monday),
        name: span_name(t, t.figures_week_from(week.monday), week.running),
        values: vec![Some(week.recorded), Some(week.met)],
        running: week.running,
    });
    let (title, about) = (t.figures_needs_weeks(), t.figures_needs_weeks_about());
    let chart = Columns { id: "needs-weeks", title: &title, about: &about, series: &series, points: points.collect() };
    let weeks = Picture {
        svg: chart.draw(),
        legend: legend("needs-weeks", &series),
        running: figure.weeks.iter().any(|week| week.running),
        table: Shown::plain(figure.weeks_table(t)),
        title,
    };
    (t.figures_needs_sentence(figure.total.waiting(), figure.total.met), vec![groups, weeks])
}

fn waiting(t: &Texts, figure: &WaitingFigure) -> (String, Vec<Picture>) {
    let (Some(median), Some(longest)) =
        (figure.open_median_days.or(figure.met_median_days), figure.open_longest_days.or(figure.met_median_days))
    else {
        return (t.figures_waiting_none(), Vec::new());
    };
    let mut pictures = Vec::new();
    if figure.open_lines > 0 {
        let series = [t.figures_lines()];
        let rows = figure.open.iter().map(|bucket| ChartRow {
            name: t.say(&bucket.words()),
            parts: vec![bucket.lines],
            href: String::new(),
        });
        let (title, about) = (t.figures_waiting_open(), t.figures_waiting_open_about());
        let chart = Rows { id: "waiting-open", title: &title, about: &about, series: &series, rows: rows.collect() };
        pictures.push(Picture {
            svg: chart.draw(),
            legend: Vec::new(),
            running: false,
            table: Shown::plain(figure.open_table(t)),
            title,
        });
    }
    if figure.met_lines > 0 {
        let series = [t.figures_median()];
        let points = figure.months.iter().map(|month| Point {
            label: t.month(month.first),
            name: span_name(t, t.month(month.first), month.running),
            values: vec![month.median_days],
            running: month.running,
        });
        let (title, about) = (t.figures_waiting_met(), t.figures_waiting_met_about());
        let chart =
            Columns { id: "waiting-met", title: &title, about: &about, series: &series, points: points.collect() };
        pictures.push(Picture {
            svg: chart.draw(),
            legend: legend("waiting-met", &series),
            running: figure.months.iter().any(|month| month.running && month.lines > 0),
            table: Shown::plain(figure.met_table(t)),
            title,
        });
    }
    let sentence = if figure.open_lines > 0 { t.figures_waiting_sentence(median, longest) } else { String::new() };
    (sentence, pictures)
}

//! Reports about the work in the house: days of handing out, and scans.

use std::collections::BTreeMap;

use super::build::{Ask, blank};
use super::served::{number, remarks};
use super::{Cell, Chart, Column, Kind, Report, Table};
use crate::actions::publish::{Draft, Published};
use crate::actions::{ActionError, close_session};
use crate::domain::UserId;
use crate::domain::desk::Mode;
use crate::domain::disclosure::{Audience, Counted, Mark, ShownTable};
use crate::domain::session::Figures;
use crate::store::sessions::{self, SessionRow};
use crate::store::{Db, book};
use crate::texts::{fold, say};

/// The names of the lists, each with a line for each closed day. They count different households, and no two of them add up to
/// anything that is told.
const SERVED: &str = "served";
const MISSED: &str = "missed";
const WALK_INS: &str = "walk_ins";

/// The closed days of the time, with the figures that were frozen then.
fn closed_days(db: &mut Db, ask: &Ask) -> Result<Vec<(SessionRow, Figures)>, ActionError> {
    let (begin, end) = ask.moments()?;
    let days = sessions::between(db, begin, end)?.into_iter();
    Ok(days.filter_map(|day| close_session::frozen(&day).map(|figures| (day, figures))).collect())
}

/// What closed days tell of households: how many were served, stayed away, and came without a time. How long they waited is told
/// of the days of which it is told how many were served.
pub(super) fn sessions_counted(db: &mut Db, ask: &Ask) -> Result<Draft, ActionError> {
    let mut lists = [SERVED, MISSED, WALK_INS].map(|name| Counted::new(name, Audience::City));
    let mut waits: BTreeMap<String, Waits> = BTreeMap::new();
    for (day, figures) in closed_days(db, ask)? {
        let key = day.id.to_string();
        let counts = [figures.all.served, figures.all.missed, figures.all.walk_ins];
        for (list, count) in lists.iter_mut().zip(counts) {
            list.apart = true;
            let line = list.line(&key);
            // Who they were was not kept. On another day it may have been the same ones: they count for each day.
            line.held = (0..count).map(|number| (Mark::one_of(&key, number), 1)).collect();
        }
        waits.insert(key, [figures.wait_median, figures.wait_p90]);
    }
    let told = move |shown: &[ShownTable]| {
        let served = shown.iter().find(|table| table.name == SERVED);
        let is_told = |day: &str| served.and_then(|table| table.line(day)).is_some_and(|line| !line.items.is_hidden());
        let waits: BTreeMap<String, Waits> = waits.clone().into_iter().filter(|(day, _)| is_told(day)).collect();
        serde_json::to_value(waits).unwrap_or_default()
    };
    Ok(Draft { counted: lists.into(), besides: Box::new(told) })
}

/// Seconds: the middle wait, and the one that nine of ten stayed within.
type Waits = [Option<i64>; 2];

/// The days with what may be told of them.
pub(super) fn session_figures(db: &mut Db, ask: &Ask, published: &Published) -> Result<Table, ActionError> {
    let mut table = blank(
        Report::SessionFigures,
        ask,
        vec![
            Column::new("day", say::book_day(), Kind::Day),
            Column::wide("name", say::sessions_name()),
            Column::new("places", say::sessions_places(), Kind::Whole),
            Column::new(SERVED, say::sessions_served(), Kind::Whole),
            Column::new(MISSED, say::sessions_missed(), Kind::Whole),
            Column::new(WALK_INS, say::sessions_walk_ins(), Kind::Whole),
            Column::new("wait_median_minutes", say::book_wait_middle(), Kind::Whole),
            Column::new("wait_p90_minutes", say::book_wait_most(), Kind::Whole),
        ],
    );
    let waits: BTreeMap<String, Waits> = serde_json::from_value(published.besides.clone()).unwrap_or_default();
    for (day, figures) in closed_days(db, ask)? {
        let key = day.id.to_string();
        let mut row = vec![Cell::Day(ask.day_of(day.opens_at.0)), Cell::text(day.title)];
        row.push(Cell::Whole(figures.all.places));
        // A day that was closed after the figures were given out stands there without any.
        row.extend(published.tables.iter().map(|list| list.line(&key).map_or(Cell::Empty, |line| number(line.items))));
        let minutes = |seconds: Option<i64>| Cell::whole(seconds.map(|seconds| (seconds + 30) / 60));
        row.extend(waits.get(&key).copied().unwrap_or_default().map(minutes));
        table.rows.push(row);
    }
    if !table.rows.is_empty() {
        table.sum(&["places"]);
        let sums = published.tables.iter().map(|list| number(list.total.items));
        table.totals.splice(3..6, sums);
    }
    remarks(&mut table, &published.tables);
    table.chart = Some(Chart { name: 0, parts: vec![3] });
    Ok(table)
}

/// Scans by person and month, by name.
pub(super) fn volunteer_scans(db: &mut Db, ask: &Ask) -> Result<Table, ActionError> {
    let (from, to) = ask.days();
    let steps = super::Period { from, to }.steps(1);
    let bounds = steps.iter().map(|day| ask.start_of(*day)).collect::<Result<Vec<_>, _>>()?;
    let mut lines: BTreeMap<(String, String, UserId, usize), [i64; 4]> = BTreeMap::new();
    for book::Scans { person, name, span, mode, scans } in book::scans(db, &bounds)? {
        let column = match mode {
            Mode::Intake => 0,
            Mode::Handout => 1,
            Mode::Return => 2,
            Mode::Move | Mode::Stocktake => 3,
            // Looking something up books nothing.
            Mode::Lookup => continue,
        };
        lines.entry((fold(&name), name, person, span)).or_default()[column] += scans;
    }
    let mut table = blank(
        Report::VolunteerScans,
        ask,
        vec![
            Column::wide("person", say::book_person()),
            Column::new("month", say::book_month(), Kind::Text),
            Column::new("intake", say::book_scans_in(), Kind::Whole),
            Column::new("handout", say::book_scans_out(), Kind::Whole),
            Column::new("returns", say::book_scans_back(), Kind::Whole),
            Column::new("house", say::book_scans_house(), Kind::Whole),
            Column::new("all", say::book_scans_all(), Kind::Whole),
        ],
    );
    for ((_, name, _, span), counts) in lines {
        let month = steps.get(span).map(|day| day.strftime("%Y-%m").to_string()).unwrap_or_default();
        let mut row = vec![Cell::text(name), Cell::text(month)];
        row.extend(counts.map(Cell::Whole));
        row.push(Cell::Whole(counts.iter().sum()));
        table.rows.push(row);
    }
    table.sum(&["intake", "handout", "returns", "house", "all"]);
    Ok(table)
}

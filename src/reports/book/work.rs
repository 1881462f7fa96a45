//! Reports about the work in the house: days of handing out, and scans.

use std::collections::BTreeMap;

use super::build::{Ask, blank};
use super::{Cell, Chart, Column, Kind, Report, Table};
use crate::actions::{ActionError, close_session};
use crate::domain::UserId;
use crate::domain::desk::Mode;
use crate::domain::disclosure::Audience;
use crate::domain::session::Figures;
use crate::store::{Db, book, sessions};
use crate::texts::{fold, say};

/// Closed days with the figures that were frozen then. A day on which something was about one or two households only shows
/// its date and places: what else it says would be about them. The sums leave such days out, or they would tell them.
pub(super) fn session_figures(db: &mut Db, ask: &Ask) -> Result<Table, ActionError> {
    let (begin, end) = ask.moments()?;
    let mut table = blank(
        Report::SessionFigures,
        ask,
        vec![
            Column::new("day", say::book_day(), Kind::Day),
            Column::wide("name", say::sessions_name()),
            Column::new("places", say::sessions_places(), Kind::Whole),
            Column::new("booked", say::sessions_booked(), Kind::Whole),
            Column::new("arrived", say::sessions_arrived(), Kind::Whole),
            Column::new("served", say::sessions_served(), Kind::Whole),
            Column::new("missed", say::sessions_missed(), Kind::Whole),
            Column::new("walk_ins", say::sessions_walk_ins(), Kind::Whole),
            Column::new("people", say::sessions_people_served(), Kind::Whole),
            Column::new("pieces", say::sessions_pieces(), Kind::Whole),
            Column::new("wait_median_minutes", say::book_wait_middle(), Kind::Whole),
            Column::new("wait_p90_minutes", say::book_wait_most(), Kind::Whole),
        ],
    );
    let mut sums = [0i64; 8];
    let mut hides = false;
    for day in sessions::between(db, begin, end)? {
        let Some(figures) = close_session::frozen(&day) else { continue };
        let mut row = vec![Cell::Day(ask.day_of(day.opens_at.0)), Cell::text(day.title)];
        if tells_of_few(&figures) {
            hides = true;
            row.push(Cell::Whole(figures.all.places));
            row.resize(table.columns.len(), Cell::Hidden);
        } else {
            let all = &figures.all;
            let pieces = figures.pieces.values().sum();
            let counts =
                [all.places, all.booked, all.arrived, all.served, all.missed, all.walk_ins, figures.people, pieces];
            sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
            row.extend(counts.map(Cell::Whole));
            let minutes = |seconds: Option<i64>| Cell::whole(seconds.map(|seconds| (seconds + 30) / 60));
            row.extend([minutes(figures.wait_median), minutes(figures.wait_p90)]);
        }
        table.rows.push(row);
    }
    table.totals = vec![Cell::Empty, Cell::Empty];
    table.totals.extend(sums.map(Cell::Whole));
    table.totals.resize(table.columns.len(), Cell::Empty);
    if hides {
        table.notes.extend([say::book_note_hidden().into(), say::book_note_shown_days().into()]);
    }
    table.chart = Some(Chart { name: 0, parts: vec![5] });
    Ok(table)
}

fn tells_of_few(figures: &Figures) -> bool {
    let all = &figures.all;
    let counts = [all.booked, all.arrived, all.served, all.missed, all.walk_ins];
    counts.iter().any(|count| (1..Audience::City.k()).contains(count))
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

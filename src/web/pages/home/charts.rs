//! The picture of the home page: pieces in and out of the last days, today last. Its table stands beside it.

use jiff::Span;
use jiff::civil::Date;

use crate::actions::{ActionError, House};
use crate::reports::figures::bounds;
use crate::store::figures::{self, Flow};
use crate::texts::Texts;
use crate::web::charts::{Columns, Key, Point, legend};

/// Days in the picture.
const DAYS: i64 = 14;

/// Pieces in and out of the last days, today last.
pub(super) fn count(house: &House) -> Result<Vec<(Date, Flow)>, ActionError> {
    let today = house.today();
    let days: Vec<Date> = (0..DAYS).rev().filter_map(|ago| today.checked_sub(Span::new().days(ago)).ok()).collect();
    let bounds = bounds(house, &days, Span::new().days(1));
    let flows = house.store().read(|db| figures::flow(db, &bounds, None))?;
    Ok(days.into_iter().zip(flows).collect())
}

/// The last days as the page shows them.
pub(super) struct Days {
    pub days: i64,
    /// Whether it says what was handed out. What one household got on one day is for those who hand out and plan.
    pub outs: bool,
    pub today: Flow,
    pub total: Flow,
    pub svg: String,
    pub legend: Vec<Key>,
    pub rows: Vec<(String, Flow)>,
}

impl Days {
    pub fn of(t: &Texts, counted: &[(Date, Flow)], outs: bool) -> Days {
        let mut series = vec![t.figures_in(), t.figures_out()];
        series.truncate(if outs { 2 } else { 1 });
        let (title, about) = (t.homes_days(DAYS), if outs { t.homes_days_about() } else { t.figures_in() });
        let last = counted.last().map(|(day, _)| *day);
        let points = counted.iter().map(|(day, flow)| Point {
            label: t.day_short(*day),
            name: t.day(*day),
            values: [Some(flow.taken_in), Some(flow.handed_out)][..series.len()].to_vec(),
            running: Some(*day) == last,
        });
        let chart = Columns { id: "days", title: &title, about: &about, series: &series, points: points.collect() };
        let mut total = Flow::default();
        counted.iter().for_each(|(_, flow)| total += *flow);
        Days {
            days: DAYS,
            outs,
            today: counted.last().map(|(_, flow)| *flow).unwrap_or_default(),
            total,
            svg: chart.draw(),
            legend: legend("days", &series),
            rows: counted.iter().rev().map(|(day, flow)| (t.day(*day), *flow)).collect(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.total.taken_in == 0 && (!self.outs || self.total.handed_out == 0)
    }
}

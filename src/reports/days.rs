//! Days of handing out as a table: when, how many were booked, came and were served. Closed days with the figures that were
//! frozen then. Nothing of any household, and no number that fewer than three stand behind (law reference 2.4).

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::actions::{ActionError, Actor, House, close_session};
use crate::domain::disclosure::{self, Audience, Cell, Shown};
use crate::domain::rights::Right;
use crate::domain::session::Figures;
use crate::store::sessions;
use crate::texts::Texts;

/// The year 2200: further than anybody plans, and within what both databases can hold.
const FAR: Timestamp = Timestamp::constant(7_258_118_400, 0);

/// The days of a period, in their order.
#[derive(Clone, Debug, Serialize)]
pub struct Days {
    pub days: Vec<Day>,
}

/// One day.
#[derive(Clone, Debug, Serialize)]
pub struct Day {
    pub date: Date,
    pub from: String,
    pub to: String,
    pub title: String,
    pub state: String,
    /// `None` for a day that is not closed.
    pub figures: Option<Told>,
}

/// How a closed day went, as it may be told; `None`: hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    pub places: i64,
    pub booked: Option<i64>,
    pub arrived: Option<i64>,
    pub served: Option<i64>,
    pub missed: Option<i64>,
    pub walk_ins: Option<i64>,
    pub people: Option<i64>,
    pub pieces: Option<i64>,
    /// Seconds.
    pub wait_median: Option<i64>,
    pub wait_p90: Option<i64>,
}

impl Told {
    /// Whoever was on the day's list booked or walked in, and was served, missed it, or is neither: two lists with one total.
    fn of(figures: &Figures) -> Told {
        let all = &figures.all;
        let came = [all.booked, all.walk_ins];
        let became = [all.served, all.missed, (all.booked + all.walk_ins - all.served - all.missed).max(0)];
        let decided = |counts: &[i64]| {
            let cells: Vec<Cell> = counts.iter().map(|households| Cell::one_each(*households)).collect();
            disclosure::list(&cells, Audience::City)
        };
        let (came_told, became_told) = (decided(&came), decided(&became));
        let withheld = came_told.total.is_hidden() || became_told.total.is_hidden();
        let unless = |hidden: bool, number: i64| (!hidden || number == 0).then_some(number);
        let came_hidden = |at: usize| withheld || came_told.cells[at].is_hidden();
        let became_hidden = |at: usize| withheld || became_told.cells[at].is_hidden();
        let served = became_hidden(0) && all.served > 0;
        Told {
            places: all.places,
            booked: unless(came_hidden(0), all.booked),
            arrived: unless((0..3).any(became_hidden), all.arrived),
            served: unless(became_hidden(0), all.served),
            missed: unless(became_hidden(1), all.missed),
            walk_ins: unless(came_hidden(1), all.walk_ins),
            people: unless(served, figures.people),
            pieces: unless(served, figures.pieces.values().sum()),
            wait_median: figures.wait_median.filter(|_| !served),
            wait_p90: figures.wait_p90.filter(|_| !served),
        }
    }
}

impl Days {
    /// The days between two days, both included; without them, all.
    ///
    /// # Errors
    /// Without the right.
    pub fn of(house: &House, actor: &Actor, from: Option<Date>, to: Option<Date>) -> Result<Days, ActionError> {
        actor.must(Right::RunSessions)?;
        let rows = house.store().read(|db| sessions::between(db, Timestamp::UNIX_EPOCH, FAR))?;
        let clock = |at: Timestamp| at.to_zoned(house.zone().clone()).strftime("%H:%M").to_string();
        let days = rows.iter().map(|row| Day {
            date: house.day_of(row.opens_at.0),
            from: clock(row.opens_at.0),
            to: clock(row.closes_at.0),
            title: row.title.clone(),
            state: row.state.word().to_owned(),
            figures: close_session::frozen(row).as_ref().map(Told::of),
        });
        let asked = |day: &Day| from.is_none_or(|from| from <= day.date) && to.is_none_or(|to| day.date <= to);
        Ok(Days { days: days.filter(asked).collect() })
    }

    /// As CSV with headings in the language of `t`.
    pub fn csv(&self, t: &Texts) -> String {
        let mut rows = vec![vec![
            t.sessions_day(),
            t.sessions_from(),
            t.sessions_to(),
            t.sessions_name(),
            t.sessions_state(),
            t.sessions_places(),
            t.sessions_booked(),
            t.sessions_arrived(),
            t.sessions_served(),
            t.sessions_missed(),
            t.sessions_walk_ins(),
            t.sessions_people_served(),
            t.sessions_pieces(),
            t.sessions_wait_median_seconds(),
            t.sessions_wait_p90_seconds(),
        ]];
        for day in &self.days {
            let mut row =
                vec![day.date.to_string(), day.from.clone(), day.to.clone(), day.title.clone(), day.state.clone()];
            if let Some(figures) = &day.figures {
                let counts = [
                    Some(figures.places),
                    figures.booked,
                    figures.arrived,
                    figures.served,
                    figures.missed,
                    figures.walk_ins,
                    figures.people,
                    figures.pieces,
                ];
                row.extend(
                    counts.map(|count| count.map_or_else(|| Shown::Hidden.to_string(), |count| count.to_string())),
                );
                let seconds = |wait: Option<i64>| wait.map_or_else(String::new, |seconds| seconds.to_string());
                row.extend([seconds(figures.wait_median), seconds(figures.wait_p90)]);
            }
            rows.push(row);
        }
        super::sheet::csv(rows)
    }

    /// As one JSON object.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

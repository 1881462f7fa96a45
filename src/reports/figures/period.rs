//! The time that a figure covers: whole weeks from Monday to Sunday, or whole months, by the site's clock.

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use super::Asked;
use crate::actions::{ActionError, House};
use crate::texts::say;

/// Weeks that one picture can hold.
pub const LONGEST: usize = 106;
/// Weeks without an answer to "from": half a year.
const USUAL: i64 = 26;

/// Whole weeks, the first and the last day included. The last week may still run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Date,
    /// A Sunday, or today while the week runs.
    pub to: Date,
    today: Date,
}

impl Period {
    /// The weeks that were asked for.
    ///
    /// # Errors
    /// When the period ends before it begins or is longer than [`LONGEST`].
    pub fn of(asked: &Asked, today: Date) -> Result<Period, ActionError> {
        let to = asked.to.unwrap_or(today).min(today);
        let from = asked.from.unwrap_or_else(|| earlier(monday(to), Span::new().weeks(USUAL - 1)));
        if from > to {
            return Err(ActionError::field("from", say::error_period()));
        }
        let period = Period { from: monday(from), to: later(monday(to), Span::new().days(6)).min(today), today };
        if period.mondays().len() > LONGEST {
            return Err(ActionError::field("from", say::figures_error_long()));
        }
        Ok(period)
    }

    pub fn mondays(&self) -> Vec<Date> {
        series(self.from, self.to, Span::new().weeks(1))
    }

    /// The first days of the months that the period touches.
    pub fn months(&self) -> Vec<Date> {
        series(self.from.first_of_month(), self.to, Span::new().months(1))
    }

    /// Whether the week that begins on this Monday is not over yet.
    pub fn is_running_week(&self, start: Date) -> bool {
        start == monday(self.today)
    }

    pub fn is_running_month(&self, start: Date) -> bool {
        start == self.today.first_of_month()
    }

    /// The beginning of each week, and the end of the last.
    pub fn week_bounds(&self, house: &House) -> Vec<Timestamp> {
        bounds(house, &self.mondays(), Span::new().weeks(1))
    }

    pub fn month_bounds(&self, house: &House) -> Vec<Timestamp> {
        bounds(house, &self.months(), Span::new().months(1))
    }
}

/// The first moment of each of these days, and of the one that comes `step` after the last.
pub(crate) fn bounds(house: &House, days: &[Date], step: Span) -> Vec<Timestamp> {
    let end = days.last().map(|last| later(*last, step));
    let start = |day: Date| day.to_zoned(house.zone().clone()).map_or(Timestamp::MAX, |start| start.timestamp());
    days.iter().copied().chain(end).map(start).collect()
}

fn series(from: Date, to: Date, step: Span) -> Vec<Date> {
    from.series(step).take_while(|day| *day <= to).take(LONGEST + 1).collect()
}

fn monday(day: Date) -> Date {
    earlier(day, Span::new().days(day.weekday().to_monday_zero_offset()))
}

fn earlier(day: Date, by: Span) -> Date {
    day.checked_sub(by).unwrap_or(Date::MIN)
}

fn later(day: Date, by: Span) -> Date {
    day.checked_add(by).unwrap_or(Date::MAX)
}

//! The time that a report covers.

use jiff::civil::Date;

use super::{PeriodKind, Report};
use crate::actions::ActionError;
use crate::domain::DonorId;
use crate::domain::disclosure::difference::Period as Fixed;
use crate::texts::{Message, say};

/// Years that a report covers at most.
const LONGEST_YEARS: i16 = 10;

/// What was asked for. Without days: this year so far, or the last quarter that is over.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// Only this donor's, for reports about gifts.
    pub donor: Option<DonorId>,
}

/// From one day to another, both included. Years and quarters are those of [`Fixed`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub from: Date,
    pub to: Date,
}

impl From<Fixed> for Period {
    fn from(fixed: Fixed) -> Period {
        Period { from: fixed.first(), to: fixed.last() }
    }
}

impl Period {
    pub fn year(year: i16) -> Option<Period> {
        Period::real(Fixed { year, quarter: None })
    }

    /// `quarter`: 1 to 4.
    pub fn quarter(year: i16, quarter: i8) -> Option<Period> {
        Period::real(Fixed { year, quarter: Some(quarter) })
    }

    /// The days of a year or quarter, where the calendar has it.
    pub fn real(fixed: Fixed) -> Option<Period> {
        Some(Period::from(fixed)).filter(|period| period.named() == Some(fixed))
    }

    /// Which year or quarter this is, if it is one from its first to its last day.
    pub fn named(self) -> Option<Fixed> {
        Fixed::of(self.from, self.to)
    }

    /// "Jahr 2026", "3. Quartal 2026", or its days.
    pub fn words(self) -> Message {
        match self.named() {
            // As text: a year is no number with a point after its thousands.
            Some(Fixed { year, quarter: None }) => say::book_year_of(year.to_string()),
            Some(Fixed { year, quarter: Some(quarter) }) => say::book_quarter_of(quarter.to_string(), year.to_string()),
            None => say::book_from_to(self.from, self.to),
        }
    }

    /// Whether it is over at the end of the day before `today`.
    pub fn is_over(self, today: Date) -> bool {
        self.to < today
    }

    /// The period that a report covers.
    ///
    /// # Errors
    /// When it ends before it begins or is too long, and for what counts households when it is no whole quarter or year, or
    /// not over: such a report must not be asked for day by day (law reference 2.4, item 7).
    pub fn of(report: Report, asked: &Asked, today: Date) -> Result<Option<Period>, ActionError> {
        if report.period() == PeriodKind::Today {
            return Ok(None);
        }
        let period = match (asked.from, asked.to) {
            (None, None) if report.period() == PeriodKind::Fixed => Fixed::before(today).into(),
            (None, None) => Fixed { year: today.year(), quarter: None }.into(),
            (Some(from), Some(to)) => Period { from, to },
            (Some(from), None) => Period { from, to: from.last_of_year() },
            (None, Some(to)) => Period { from: to.first_of_year(), to },
        };
        if period.from.year() < 1 {
            // The databases write such a day each in their own way.
            return Err(ActionError::field("from", say::error_day()));
        }
        if period.from > period.to {
            return Err(ActionError::field("from", say::error_period()));
        }
        if period.to.year() - period.from.year() >= LONGEST_YEARS {
            return Err(ActionError::field("from", say::book_error_long()));
        }
        if report.period() == PeriodKind::Fixed {
            if period.named().is_none() {
                return Err(ActionError::field("from", say::book_error_fixed()));
            }
            if !period.is_over(today) {
                return Err(ActionError::field("from", say::book_error_running()));
            }
        }
        Ok(Some(period))
    }

    /// The first days of the spans of so many months that the period is made of, and the day after it.
    pub fn steps(self, months: i32) -> Vec<Date> {
        let mut steps = vec![self.from];
        let mut next = self.from.first_of_month();
        loop {
            next = next.saturating_add(jiff::Span::new().months(months));
            if next > self.to {
                break;
            }
            steps.push(next);
        }
        steps.push(self.to.saturating_add(jiff::Span::new().days(1)));
        steps
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn quarters_and_years_are_known_by_their_days() {
        let of = |from, to| Period { from, to }.named();
        assert_eq!(of(date(2026, 1, 1), date(2026, 12, 31)), Some(Fixed { year: 2026, quarter: None }));
        assert_eq!(of(date(2024, 1, 1), date(2024, 3, 31)), Some(Fixed { year: 2024, quarter: Some(1) }));
        assert_eq!(of(date(2026, 10, 1), date(2026, 12, 31)), Some(Fixed { year: 2026, quarter: Some(4) }));
        assert_eq!(of(date(2026, 10, 1), date(2026, 12, 30)), None);
        let before = |day| Some(Period::from(Fixed::before(day)));
        assert_eq!(before(date(2026, 1, 1)), Period::quarter(2025, 4));
        assert_eq!(before(date(2026, 11, 23)), Period::quarter(2026, 3));
        assert_eq!((Period::quarter(2026, 5), Period::year(20_000)), (None, None));
    }

    #[test]
    fn what_counts_households_is_asked_for_by_quarters_that_are_over() {
        let today = date(2026, 11, 23);
        let of = |report, from, to| Period::of(report, &Asked { from: Some(from), to: Some(to), donor: None }, today);
        assert!(of(Report::HouseholdsServed, date(2026, 7, 1), date(2026, 9, 30)).is_ok());
        assert!(of(Report::HouseholdsServed, date(2026, 7, 1), date(2026, 9, 29)).is_err());
        assert!(of(Report::HouseholdsServed, date(2026, 10, 1), date(2026, 12, 31)).is_err(), "it still runs");
        assert!(of(Report::Donations, date(2026, 7, 1), date(2026, 9, 29)).is_ok());
        assert!(of(Report::Donations, date(2016, 1, 1), date(2026, 9, 29)).is_err(), "eleven years");
        assert!(of(Report::Donations, date(2026, 9, 30), date(2026, 9, 29)).is_err());
        assert!(of(Report::Donations, date(0, 1, 1), date(5, 9, 29)).is_err(), "no year of the calendar");
    }

    #[test]
    fn a_period_is_cut_at_the_first_of_a_month() {
        let period = Period { from: date(2026, 1, 15), to: date(2026, 3, 2) };
        assert_eq!(period.steps(1), [date(2026, 1, 15), date(2026, 2, 1), date(2026, 3, 1), date(2026, 3, 3)]);
        let year = Period::year(2026).unwrap().steps(3);
        assert_eq!(year, [date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1)]);
    }
}

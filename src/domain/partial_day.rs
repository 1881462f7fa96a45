//! A day as somebody remembers it: a day, a month or only a year (ISO 8601, reduced precision).

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// When something was, as exactly as it was said and never more so.
///
/// ```
/// use gabentisch::domain::PartialDay;
/// assert_eq!("2024-05".parse::<PartialDay>().unwrap().to_string(), "2024-05");
/// assert!("2024-13".parse::<PartialDay>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PartialDay {
    Year(i16),
    /// The first day of the month.
    Month(Date),
    Day(Date),
}

impl PartialDay {
    /// The first day that it can be.
    pub fn first(self) -> Date {
        match self {
            PartialDay::Year(year) => jiff::civil::date(year, 1, 1),
            PartialDay::Month(day) | PartialDay::Day(day) => day,
        }
    }
}

impl fmt::Display for PartialDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDay::Year(year) => write!(f, "{year:04}"),
            PartialDay::Month(first) => write!(f, "{:04}-{:02}", first.year(), first.month()),
            PartialDay::Day(day) => write!(f, "{day}"),
        }
    }
}

/// It is no day, month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPartialDay;

impl fmt::Display for NoPartialDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("neither a day nor a month nor a year")
    }
}

impl TryFrom<String> for PartialDay {
    type Error = NoPartialDay;

    fn try_from(text: String) -> Result<PartialDay, NoPartialDay> {
        text.parse()
    }
}

impl From<PartialDay> for String {
    fn from(day: PartialDay) -> String {
        day.to_string()
    }
}

impl FromStr for PartialDay {
    type Err = NoPartialDay;

    fn from_str(text: &str) -> Result<PartialDay, NoPartialDay> {
        let day = |text: &str| text.parse::<Date>().map_err(|_| NoPartialDay);
        match text.len() {
            4 => day(&format!("{text}-01-01")).map(|first| PartialDay::Year(first.year())),
            7 => day(&format!("{text}-01")).map(PartialDay::Month),
            10 => day(text).map(PartialDay::Day),
            _ => Err(NoPartialDay),
        }
    }
}

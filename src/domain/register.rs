//! The register of receipts: numbers as they are printed, and what a draft holds until it is issued.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ValueLineId;

/// The number as it is printed: the year of issue and the running number in it.
///
/// ```
/// assert_eq!(gabentisch::domain::register::number(2026, 17), "2026-0017");
/// ```
pub fn number(year: i32, counted: i32) -> String {
    format!("{year}-{counted:04}")
}

stable_words! {
    /// What the records of the house say against a receipt, without forbidding it: whoever issues answers for it.
    pub enum Ask {
        /// The receipt is about more pieces than came.
        FewerArrived = "fewer_arrived",
        /// Pieces of the gift were sold or recycled and are on no line of a receipt, and a line says of no piece whether it is one
        /// of them.
        SoldElsewhere = "sold_elsewhere",
        /// A city: it is worth more than the council was told.
        BeyondDecision = "beyond_decision",
        /// Signed records name several days, or a day after the first scan, and one receipt is of one day.
        SeveralDays = "several_days",
        /// Scans are of several days, and no record says whether the goods came on one.
        SeveralScans = "several_scans",
        /// Lines say what things came in (sacks, boxes), and each piece has to be valued.
        Packages = "packages",
    }
}

/// A question with the figures that it is about: others make it another question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub ask: Ask,
    /// Pieces that came, or that were sold; where it is about a decision, the value that was decided on, in cents; of several
    /// days the first as [`day_figure`]; how many lines name packages.
    pub pieces: i64,
    /// Pieces that the receipt is about; where it is about a decision, the value that would be confirmed, in cents; of several
    /// days the last.
    pub stated: i64,
}

/// A day as one of the figures of a question.
///
/// ```
/// use gabentisch::domain::register::{day_figure, figure_day};
///
/// let day = jiff::civil::date(2026, 10, 20);
/// assert_eq!((day_figure(day), figure_day(20261020)), (20261020, Some(day)));
/// assert_eq!(figure_day(-1), None);
/// ```
pub fn day_figure(day: Date) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

/// The day behind such a figure.
pub fn figure_day(figure: i64) -> Option<Date> {
    let part = |by: i64, of: i64| i8::try_from(figure / by % of).ok();
    Date::new(i16::try_from(figure / 10_000).ok()?, part(100, 100)?, part(1, 100)?).ok()
}

/// A question that a person answered for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sure {
    pub question: Question,
    /// Why it is right all the same.
    pub note: String,
    pub name: String,
}

/// What a draft holds: what was chosen for it and what the second person has agreed to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub lines: Vec<ValueLineId>,
    /// Whether the value is printed, where the form leaves that open.
    #[serde(default)]
    pub with_value: bool,
    /// What the donor got in return, where the form asks: `None` nobody said, empty is nothing.
    #[serde(default)]
    pub in_return: Option<String>,
    /// The fingerprint of everything that would be printed, as it was when somebody agreed; empty before.
    #[serde(default)]
    pub agreed_to: String,
    /// What whoever issues answered for.
    #[serde(default)]
    pub sure: Vec<Sure>,
}

/// Missing numbers as a person reads them: "3, 7–9".
pub fn ranges(numbers: &[i32]) -> String {
    let mut parts: Vec<(i32, i32)> = Vec::new();
    for number in numbers {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => parts.push((*number, *number)),
        }
    }
    let part = |(first, last): &(i32, i32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    parts.iter().map(part).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_numbers_are_read_in_ranges() {
        assert_eq!(ranges(&[]), "");
        assert_eq!(ranges(&[3, 7, 8, 9, 11]), "3, 7–9, 11");
    }

    #[test]
    fn numbers_sort_as_they_are_counted() {
        let numbers: Vec<String> = (1..=1200).map(|counted| number(2026, counted)).collect();
        assert!(numbers.is_sorted());
        assert_eq!((numbers[0].as_str(), number(2026, 12_345).as_str()), ("2026-0001", "2026-12345"));
    }
}

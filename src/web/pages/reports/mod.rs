//! The book of reports: the index, one report as a page and as files, closed periods.

pub(in crate::web) mod closing;
mod file;
pub(in crate::web) mod index;
pub(in crate::web) mod one;
mod table;

use jiff::civil::Date;
use serde::Deserialize;

use super::shown;
use crate::actions::ActionError;
use crate::domain::DonorId;
use crate::reports::book::{Asked, Made, Period};
use crate::texts::say;

/// The period and donor in an address. `when` is what a person chose of a list, and goes before days: `2026`, `2026-q3`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    when: String,
    from: String,
    to: String,
    donor: String,
    /// A column's key; `-` before it turns the order round.
    order: String,
    /// `no`: CSV without the mark at its beginning.
    bom: String,
}

impl Typed {
    /// What was asked for.
    fn asked(&self) -> Result<Asked, ActionError> {
        let donor: Option<DonorId> = self.donor.trim().parse().ok();
        if let Some(period) = named(&self.when) {
            return Ok(Asked { from: Some(period.from), to: Some(period.to), donor });
        }
        let day = |text: &str| match text.trim() {
            "" => Ok(None),
            typed => typed.parse::<Date>().map(Some).map_err(|_| ActionError::field("from", say::error_day())),
        };
        Ok(Asked { from: day(&self.from)?, to: day(&self.to)?, donor })
    }
}

/// A year or a quarter as an address names it.
fn named(word: &str) -> Option<Period> {
    Period::real(word.to_uppercase().parse().ok()?)
}

/// How an address names a year or a quarter; nothing when it is none.
fn word(period: Period) -> String {
    period.named().map(|named| named.to_string().to_lowercase()).unwrap_or_default()
}

/// The address of a report, as a page or (`ending`: `.csv` …) as a file.
fn address(made: &Made, ending: &str, donor: &str, more: &[(&str, &str)]) -> String {
    let path = format!("/reports/{}{ending}", made.table.name);
    let (from, to) = match made.period {
        Some(period) => (period.from.to_string(), period.to.to_string()),
        None => Default::default(),
    };
    let when = made.period.map(word).unwrap_or_default();
    let mut asked: Vec<(&str, &str)> =
        if when.is_empty() { vec![("from", &from), ("to", &to)] } else { vec![("when", &when)] };
    asked.push(("donor", donor));
    asked.extend(more);
    shown::link(&path, &asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_named_in_an_address() {
        for text in ["2026", "2026-q1", "2025-q4"] {
            assert_eq!(named(text).map(word).as_deref(), Some(text));
        }
        for text in ["", "2026-q5", "26-q", "99999", "2026-q-1", "x"] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}

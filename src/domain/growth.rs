//! When a child has probably grown out of its size, and which one comes next. Always a guess, never stored as measured
//! (law reference 3.3).

use jiff::civil::Date;

use super::sizes::{Size, SizeSystem, Sizes};

/// From so many months on it is asked whether a child should be measured again.
pub const MEASURE_AGAIN: i32 = 4;

/// Months for one size (6 cm) by age in months: babies 3, to three years 6, later 12.
fn months_for_a_size(age_months: u16) -> i32 {
    match age_months {
        0..12 => 3,
        12..36 => 6,
        _ => 12,
    }
}

/// Full months between two days.
pub fn months_between(from: Date, to: Date) -> i32 {
    let months = i32::from(to.year() - from.year()) * 12 + i32::from(to.month() - from.month());
    if to.day() < from.day() { months - 1 } else { months }
}

/// What a child may wear now, when that is not what was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grown {
    /// What was measured, in the catalogue's spelling.
    pub from: Size,
    pub to: Size,
}

/// The size that a child has probably grown into. `age_months` where the month of birth is known, else the middle of the
/// band. Nothing when the clothes' size is no body height, was measured lately, or the child has stopped growing.
///
/// A tall child stays tall: what counts is the time since the measuring, and the age's usual size only where the child was
/// smaller than that by more than one size.
pub fn grown(clothes: &str, measured_on: Date, age_months: u16, today: Date) -> Option<Grown> {
    let sizes = Sizes::shipped();
    let from = sizes.read_in(SizeSystem::BK, clothes)?;
    let passed = months_between(measured_on, today);
    let steps = passed.max(0) / months_for_a_size(age_months.saturating_sub(u16::try_from(passed).unwrap_or_default()));
    let heights = sizes.heights();
    let at = heights.iter().rposition(|height| *height <= from || from.label().ends_with(height.label()))?;
    // Nobody guesses further than two sizes: then somebody measures.
    let later = heights.get(at + usize::try_from(steps.min(2)).unwrap_or_default())?;
    (steps > 0 && later > &heights[at]).then(|| Grown { from, to: later.clone() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn next(clothes: &str, measured: Date, age: u16) -> Option<String> {
        grown(clothes, measured, age, date(2026, 11, 23)).map(|grown| grown.to.to_string())
    }

    #[test]
    fn a_baby_grows_in_a_season_and_a_schoolchild_in_a_year() {
        assert_eq!(next("62", date(2026, 8, 23), 6).as_deref(), Some("68"));
        assert_eq!(next("62", date(2026, 8, 24), 6), None, "a day too early");
        assert_eq!(next("92", date(2026, 5, 1), 30).as_deref(), Some("98"));
        assert_eq!(next("122", date(2026, 5, 1), 84), None);
        assert_eq!(next("122", date(2025, 11, 1), 96).as_deref(), Some("128"));
    }

    #[test]
    fn a_double_label_counts_as_its_larger_half_and_nobody_guesses_far() {
        assert_eq!(next("62/68", date(2026, 8, 1), 6).as_deref(), Some("74"));
        assert_eq!(next("62", date(2020, 1, 1), 80).as_deref(), Some("74"), "two sizes, then somebody measures");
    }

    #[test]
    fn who_wears_no_height_does_not_grow() {
        assert_eq!(next("M", date(2020, 1, 1), 180), None);
        assert_eq!(next("176", date(2020, 1, 1), 180), None, "the last one");
    }

    #[test]
    fn months_are_full_months() {
        assert_eq!(months_between(date(2026, 1, 31), date(2026, 2, 28)), 0);
        assert_eq!(months_between(date(2025, 12, 1), date(2026, 2, 1)), 2);
    }
}

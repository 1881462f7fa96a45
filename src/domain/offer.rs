//! What a company offers, and the answer: all of it, a part, or nothing, and why (law reference 1.5, item 3).
//!
//! ```
//! use gabentisch::domain::offer::answer;
//! use gabentisch::domain::treasury::OfferState;
//!
//! assert_eq!(answer([(10, 10), (5, 2)]), OfferState::Partly);
//! ```

use jiff::ToSpan;
use jiff::civil::Date;

use super::treasury::OfferState;

/// Years for which a company has to be able to show such papers (Delegated Reg. (EU) 2026/296; law reference 1.5, item 3).
pub const KEPT_YEARS: i32 = 5;
/// Most lines of one offer, most pieces of one line, most grams of one line.
pub const MOST_LINES: usize = 60;
pub const MOST_PIECES: i32 = 1_000_000;
pub const MOST_GRAMS: i64 = 100_000_000;

stable_words! {
    /// Why something is not taken, as it usually is.
    pub enum Reason {
        /// Nobody waits for it, or there is enough.
        NotNeeded = "not_needed",
        NoRoom = "no_room",
        /// Out of season, and it cannot be kept until then.
        Season = "season",
        /// Sizes or kinds that nobody here can use.
        NotSuitable = "not_suitable",
        /// Broken, dirty, opened.
        Condition = "condition",
        /// Nobody can fetch or sort so much.
        NoHands = "no_hands",
        /// Only what the words say.
        Other = "other",
    }
}

/// What an answer comes to, from pieces offered and pieces accepted of each line.
pub fn answer(lines: impl IntoIterator<Item = (i32, i32)>) -> OfferState {
    let (mut some, mut all) = (false, true);
    for (offered, accepted) in lines {
        some |= accepted > 0;
        all &= accepted >= offered;
    }
    match (some, all) {
        (false, _) => OfferState::Declined,
        (true, true) => OfferState::Accepted,
        (true, false) => OfferState::Partly,
    }
}

/// Grams of some of the pieces of a line, in proportion and rounded to the nearest.
///
/// ```
/// assert_eq!(gabentisch::domain::offer::share_of_weight(1000, 3, 2), 667);
/// ```
pub fn share_of_weight(grams: i64, pieces: i32, some: i32) -> i64 {
    let pieces = i128::from(pieces.max(1));
    let exact = i128::from(grams) * i128::from(some.max(0));
    i64::try_from((exact * 2 + pieces) / (pieces * 2)).unwrap_or(i64::MAX)
}

/// The last day on which a paper of this day has to be there.
pub fn keep_until(day: Date) -> Date {
    day.saturating_add(KEPT_YEARS.years())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_answer_is_all_a_part_or_nothing() {
        assert_eq!(answer([(10, 10), (5, 5)]), OfferState::Accepted);
        assert_eq!(answer([(10, 10), (5, 0)]), OfferState::Partly);
        assert_eq!(answer([(10, 0), (5, 0)]), OfferState::Declined);
        assert_eq!(answer([]), OfferState::Declined);
    }

    #[test]
    fn a_part_weighs_its_part() {
        assert_eq!([share_of_weight(900, 3, 3), share_of_weight(900, 3, 0), share_of_weight(5, 2, 1)], [900, 0, 3]);
        assert_eq!(share_of_weight(i64::MAX, 1, 1), i64::MAX);
        assert_eq!(keep_until(date(2028, 2, 29)), date(2033, 2, 28));
    }
}

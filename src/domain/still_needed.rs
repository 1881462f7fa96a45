//! What a template still asks for, once it is known what somebody got and what stands on the list.
//!
//! ```
//! use gabentisch::domain::still_needed::{Had, still};
//! use gabentisch::domain::templates::{AgeBand, Member, Templates};
//! use gabentisch::domain::catalogue::{Cut, Season};
//!
//! let child = Member { band: AgeBand::Child, cut: Cut::K, age_months: Some(96) };
//! let lines = Templates::shipped().for_member(&child, Season::Winter);
//! let line = lines.iter().find(|line| line.products[0].as_str() == "winterjacke").unwrap();
//! let today = jiff::civil::date(2026, 11, 23);
//! assert_eq!(still(line, None, &[], today).missing, 1);
//! ```

use jiff::civil::Date;

use super::catalogue::ProductCode;
use super::templates::{Line, Renew};

/// One line of a needs list, as far as a template asks about it. Only lines of the same person belong into the list.
#[derive(Clone, Debug)]
pub struct Had<'a> {
    pub product: &'a ProductCode,
    pub size: Option<&'a str>,
    /// Pieces that were handed out for it and are still out.
    pub got: i32,
    /// Pieces that it still asks for; 0 for one that is met, withdrawn or expired.
    pub open: i32,
    /// The day on which it was met or, where it never was, on which it was recorded.
    pub since: Date,
}

/// How a template's line stands, in pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Still {
    /// What somebody got and what still counts.
    pub got: i32,
    /// What stands on the list and is open.
    pub on_list: i32,
    /// What neither was got nor stands on the list.
    pub missing: i32,
}

/// How many pieces of a template's line are still missing. What was got counts until the line's period is over (`renew`):
/// so many months, as long as the person wears that size, or for ever. Products that serve the same purpose count
/// together.
pub fn still(line: &Line, size_now: Option<&str>, had: &[Had<'_>], today: Date) -> Still {
    let mut still = Still::default();
    for had in had.iter().filter(|had| line.products.contains(had.product)) {
        still.on_list += had.open;
        if counts(line.renew, had, size_now, today) {
            still.got += had.got;
        }
    }
    still.missing = (i32::from(line.quantity) - still.got - still.on_list).max(0);
    still
}

fn counts(renew: Renew, had: &Had<'_>, size_now: Option<&str>, today: Date) -> bool {
    match renew {
        // An open line is of now, whenever it was written down.
        _ if had.open > 0 => true,
        Renew::Months(months) => !is_over(had.since, i32::from(months), today),
        // Where nobody knows a size, nothing says that it was outgrown.
        Renew::AtNextSize => had.size.is_none() || size_now.is_none() || had.size == size_now,
        Renew::Never => true,
    }
}

/// Whether so many months have passed since that day.
pub fn is_over(since: Date, months: i32, today: Date) -> bool {
    since.checked_add(jiff::Span::new().months(months)).is_ok_and(|end| end <= today)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::catalogue::Season;

    fn line(quantity: u16, renew: Renew) -> Line {
        let products = vec!["jeans".parse().unwrap(), "rock".parse().unwrap()];
        Line { products, quantity, renew, season: Season::AllYear, essential: true, on_request: false }
    }

    fn had<'a>(product: &'a ProductCode, got: i32, open: i32, since: Date) -> Had<'a> {
        Had { product, size: Some("104"), got, open, since }
    }

    #[test]
    fn what_was_got_counts_until_its_time_is_over() {
        let (rock, day) = ("rock".parse().unwrap(), date(2026, 5, 31));
        let missing =
            |months, today| still(&line(3, Renew::Months(months)), None, &[had(&rock, 2, 0, day)], today).missing;
        assert_eq!(missing(6, date(2026, 11, 29)), 1);
        assert_eq!(missing(6, date(2026, 11, 30)), 3, "six months after 31 May is 30 November");
        assert_eq!(missing(12, date(2026, 11, 30)), 1);
    }

    #[test]
    fn a_baby_starts_anew_with_the_next_size_and_a_bed_never() {
        let (jeans, day) = ("jeans".parse().unwrap(), date(2020, 1, 1));
        let had = [had(&jeans, 3, 0, day)];
        let missing = |renew, size| still(&line(3, renew), size, &had, date(2026, 11, 23)).missing;
        assert_eq!(missing(Renew::AtNextSize, Some("104")), 0);
        assert_eq!(missing(Renew::AtNextSize, Some("110")), 3);
        assert_eq!(missing(Renew::AtNextSize, None), 0);
        assert_eq!(missing(Renew::Never, Some("110")), 0);
    }

    #[test]
    fn an_open_line_is_not_asked_for_twice() {
        let (jeans, socks, day) = ("jeans".parse().unwrap(), "socken".parse().unwrap(), date(2020, 1, 1));
        let had = [had(&jeans, 1, 1, day), had(&socks, 9, 9, day)];
        let still = still(&line(3, Renew::Months(1)), None, &had, date(2026, 11, 23));
        assert_eq!(still, Still { got: 1, on_list: 1, missing: 1 });
    }

    proptest! {
        #[test]
        fn nobody_gets_more_than_the_template_says(quantity in 1..20u16, got in 0..30i32, open in 0..30i32, days in 0..4000i64) {
            let jeans = "jeans".parse().unwrap();
            let today = date(2026, 11, 23);
            let since = today.checked_sub(jiff::Span::new().days(days)).unwrap();
            let line = line(quantity, Renew::Months(12));
            let found = still(&line, None, &[had(&jeans, got, open, since)], today);
            prop_assert!(found.missing >= 0 && (found.missing == 0 || found.missing + found.got + found.on_list == i32::from(quantity)));
        }
    }
}

//! What is counted without a database.

use jiff::civil::date;

use super::waiting::buckets;
use super::{Asked, Period, median};

#[test]
fn half_of_the_lines_stay_within_the_median() {
    assert_eq!(median([]), None);
    assert_eq!(median([(9, 1)]), Some(9));
    assert_eq!(median([(30, 1), (1, 1)]), Some(1));
    assert_eq!(median([(30, 2), (1, 1), (400, 1)]), Some(30));
}

#[test]
fn every_wait_lies_in_one_span() {
    let waits: Vec<(i64, i64)> = (-1..400).map(|days| (days, 1)).collect();
    let spans = buckets(&waits);
    assert_eq!(spans.iter().map(|span| span.lines).sum::<i64>(), 401);
    let lines: Vec<i64> = spans.iter().map(|span| span.lines).collect();
    assert_eq!(lines, [8, 7, 14, 28, 35, 91, 218]);
}

#[test]
fn a_period_is_whole_weeks_and_knows_the_running_one() {
    let today = date(2026, 11, 18); // a Wednesday
    let usual = Period::of(&Asked::default(), today).unwrap();
    assert_eq!((usual.mondays().len(), usual.to), (26, today));
    assert!(usual.is_running_week(date(2026, 11, 16)) && !usual.is_running_week(date(2026, 11, 9)));
    let asked = |from, to| Period::of(&Asked { from: Some(from), to: Some(to), ..Asked::default() }, today);
    let week = asked(date(2026, 10, 1), date(2026, 10, 1)).unwrap();
    assert_eq!((week.from, week.to, week.mondays().len()), (date(2026, 9, 28), date(2026, 10, 4), 1));
    assert_eq!(week.months(), [date(2026, 9, 1), date(2026, 10, 1)]);
    assert!(asked(date(2026, 10, 2), date(2026, 10, 1)).is_err());
    assert!(asked(date(2020, 1, 1), today).is_err());
    assert!(asked(date(2027, 1, 1), date(2027, 2, 1)).is_err());
}

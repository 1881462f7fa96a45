//! Pictures of each kind, from nothing to huge.

use super::columns::{CHARACTER, GAP, NARROW, WIDE, labelled};
use super::scale::{Scale, number};
use super::*;

fn two() -> Vec<String> {
    vec!["angenommen".to_owned(), "ausgegeben".to_owned()]
}

fn columns(points: Vec<Point>) -> String {
    let series = two();
    Columns { id: "in-out", title: "Herein & hinaus", about: "Je Woche.", series: &series, points }.draw()
}

fn point(label: &str, values: &[Option<i64>], running: bool) -> Point {
    Point { label: label.to_owned(), name: format!("Woche ab {label}2026"), values: values.to_vec(), running }
}

fn rows(rows: Vec<ChartRow>) -> String {
    let series = two();
    Rows { id: "stock", title: "Bestand", about: "Je Gruppe.", series: &series, rows }.draw()
}

fn row(name: &str, parts: &[i64], href: &str) -> ChartRow {
    ChartRow { name: name.to_owned(), parts: parts.to_vec(), href: href.to_owned() }
}

/// One element a line, so that a difference is seen.
fn lines(svg: &str) -> String {
    svg.replace("><", ">\n<")
}

#[test]
fn standing_bars() {
    insta::assert_snapshot!("columns_empty", lines(&columns(Vec::new())));
    insta::assert_snapshot!("columns_one", lines(&columns(vec![point("12.10.", &[Some(7), Some(0)], true)])));
    let huge = vec![
        point("5.10.", &[Some(i64::MAX), Some(1)], false),
        point("12.10.", &[Some(0), None], false),
        point("19.10.", &[Some(1_250_000_000_000), Some(3)], true),
    ];
    insta::assert_snapshot!("columns_huge", lines(&columns(huge)));
}

#[test]
fn lying_bars() {
    insta::assert_snapshot!("rows_empty", lines(&rows(Vec::new())));
    insta::assert_snapshot!("rows_one", lines(&rows(vec![row("Schuhe <\"&'>", &[3, 1], "/items?group=SHO&state=x")])));
    let huge = vec![
        row("Ein sehr langer Name für eine Warengruppe", &[i64::MAX, i64::MAX], ""),
        row("Mützen", &[1, 0], ""),
        row("Nichts", &[0, 0], ""),
    ];
    insta::assert_snapshot!("rows_huge", lines(&rows(huge)));
}

#[test]
fn a_scale_ends_above_the_largest_value_in_round_steps() {
    let ends = [0, 1, 3, 4, 5, 9, 41, 99, 100, 101, 12_345].map(Scale::up_to).map(|s| (s.step, s.top));
    let wanted =
        [(1, 1), (1, 1), (1, 3), (1, 4), (2, 6), (5, 10), (20, 60), (50, 100), (50, 100), (50, 150), (5_000, 15_000)];
    assert_eq!(ends, wanted);
    for most in (0..64).map(|bit| i64::MAX >> bit) {
        let scale = Scale::up_to(most);
        assert!(scale.top >= i128::from(most) && scale.ticks().count() <= 5, "{most}: {scale:?}");
    }
    assert_eq!(number(9_999), "9999");
    assert_eq!(number(12_000), "12\u{202f}000");
    assert_eq!(number(12_500_000), "12.5\u{202f}M");
}

#[test]
fn labels_never_overlap() {
    for count in 1..110 {
        for label in ["1", "12.10.", "12 Oct", "Oct 2026"] {
            let points: Vec<Point> = (0..count).map(|_| point(label, &[Some(1)], false)).collect();
            for room in [NARROW, WIDE] {
                let at = labelled(&points, room);
                assert_eq!(at.first(), Some(&(count - 1)), "the latest is always named");
                for pair in at.windows(2) {
                    let apart = (pair[0] - pair[1]) as f64 * room / count as f64;
                    assert!(apart >= label.chars().count() as f64 * CHARACTER + GAP, "{count} {label}");
                }
            }
        }
    }
}

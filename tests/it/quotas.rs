//! Guard rails at the desk: visits in a month, renewal, points; a lead says yes, and each yes is counted.

use std::num::NonZeroU16;

use gabentisch::codes::Command;
use gabentisch::domain::rights::Role;
use gabentisch::settings::Points;

use crate::support::{Backend, Scanner, TestApp};

fn number(of: u16) -> NonZeroU16 {
    NonZeroU16::new(of).expect("more than none")
}

/// Takes in T-shirts and gives their labels.
fn shirts(app: &TestApp, scanner: &mut Scanner, count: usize) -> Vec<gabentisch::codes::Code> {
    let labels = app.labels(count);
    for label in &labels {
        scanner.take_in(label, "tshirt", "M", None);
    }
    labels
}

fn who_comes_too_often_is_asked_about(backend: Backend) {
    let app = TestApp::with(backend, |settings| settings.visits_per_month = Some(number(1)));
    let (_, card) = app.household();
    let (_, badge) = app.add_user_with_badge("leitung", Role::Coordinator);
    let mut scanner = app.scanner();
    let labels = shirts(&app, &mut scanner, 2);
    scanner.scan("handout", card);
    assert_eq!(scanner.scan("handout", labels[0])["outcome"], "applied");
    scanner.command("handout", Command::Finish);
    assert_eq!(scanner.scan("handout", card)["outcome"], "applied", "the same day is the same visit");
    scanner.command("handout", Command::Finish);
    app.sql(match backend {
        Backend::Sqlite => "UPDATE visits SET opened_at = strftime('%Y-%m-%d %H:%M:%S.000000', 'now', '-3 days')",
        Backend::Postgres => "UPDATE visits SET opened_at = now() AT TIME ZONE 'UTC' - INTERVAL '3 days'",
    });
    let asked = scanner.scan("handout", card);
    assert_eq!(asked["headline"], "Schon 1 Besuch in 30 Tagen, erlaubt: 1. Trotzdem öffnen?", "{asked}");
    assert_eq!(app.sql("SELECT COUNT(*) FROM overrides"), "0");
    assert_eq!(scanner.scan("handout", badge)["outcome"], "applied");
    assert_eq!(scanner.scan("handout", labels[1])["outcome"], "applied");
    assert_eq!(app.sql("SELECT kind FROM overrides"), "visits");
    let text = app.signed_in(Role::Coordinator).get("/overrides").expect(200).text();
    assert!(text.contains("Besuche in 30 Tagen") && text.contains(">1<"), "{text}");
    app.signed_in(Role::Mentor).get("/overrides").expect(403);
    app.assert_sound();
}

fn what_was_got_in_full_is_asked_about(backend: Backend) {
    let app = TestApp::with(backend, |settings| settings.renewal_guard = true);
    let (household, card) = app.household();
    app.needs(household, &[("tshirt", "M", 1)]);
    let (_, badge) = app.add_user_with_badge("leitung", Role::Coordinator);
    let mut scanner = app.scanner();
    let labels = shirts(&app, &mut scanner, 2);
    scanner.scan("handout", card);
    assert_eq!(scanner.scan("handout", labels[0])["outcome"], "applied", "it stands on the list");
    let asked = scanner.scan("handout", labels[1]);
    assert!(asked["headline"].as_str().unwrap().starts_with("Bekommen am "), "{asked}");
    assert!(asked["headline"].as_str().unwrap().contains("T-Shirt Gr. M"), "{asked}");
    assert_eq!(scanner.scan("handout", badge)["pieces"], 2);
    assert_eq!(app.sql("SELECT kind FROM overrides"), "renewal");
    scanner.command("handout", Command::Undo);
    // Years later it counts as needed again.
    app.sql("UPDATE needs SET met_at = '2020-01-31 23:00:00.000000'");
    assert_eq!(scanner.scan("handout", labels[1])["outcome"], "applied");
    app.assert_sound();
}

fn points_are_counted_and_asked_about(backend: Backend) {
    let points = Points { per_adult: number(3), per_child: number(2), days: number(30) };
    let app = TestApp::with(backend, |settings| settings.points = Some(points));
    let (_, card) = app.household();
    let (_, badge) = app.add_user_with_badge("leitung", Role::Coordinator);
    let mut scanner = app.scanner();
    let labels = shirts(&app, &mut scanner, 2);
    let opened = scanner.scan("handout", card);
    assert!(opened["detail"].as_str().unwrap().ends_with("0 von 3 Punkten"), "{opened}");
    let given = scanner.scan("handout", labels[0]);
    assert!(given["detail"].as_str().unwrap().ends_with("2 von 3 Punkten"), "{given}");
    let asked = scanner.scan("handout", labels[1]);
    assert_eq!(asked["headline"], "Zu viele Punkte, 4 von 3: T-Shirt Gr. M. Trotzdem ausgeben?", "{asked}");
    let given = scanner.scan("handout", badge);
    assert!(given["detail"].as_str().unwrap().ends_with("4 von 3 Punkten"), "{given}");
    assert_eq!(app.sql("SELECT kind FROM overrides"), "points");
    app.assert_sound();
}

macro_rules! on_both {
    ($($case:ident)+) => {
        mod sqlite { $(#[test] fn $case() { super::$case(super::Backend::Sqlite); })+ }
        mod postgres { $(#[test] fn $case() { super::$case(super::Backend::Postgres); })+ }
    };
}

on_both! {
    who_comes_too_often_is_asked_about
    what_was_got_in_full_is_asked_about
    points_are_counted_and_asked_about
}

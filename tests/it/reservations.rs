//! How long what is laid aside waits, and what happens after.

use gabentisch::actions::reservations;
use gabentisch::codes::Command;
use gabentisch::domain::rights::Role;

use crate::allocation::{hidden, in_stock};
use crate::support::{TestApp, both};

const LONG_AGO: &str = "2020-01-01 00:00:00.000000";

/// Lays the one proposal aside.
fn laid_aside(app: &TestApp) {
    let coordinator = app.signed_in(Role::Coordinator);
    let page = coordinator.get("/allocation").expect(200).text();
    coordinator.post_form("/allocation", &[("pair", &hidden(&page, "pair"))]).expect(303);
    assert_eq!(app.sql("SELECT count(*) FROM reservations"), "1");
}

fn its_time_is_over(app: &TestApp) {
    app.sql(&format!("UPDATE reservations SET until = '{LONG_AGO}'"));
}

/// A time that the household has booked: it begins a day from now.
fn booked(app: &TestApp, household: impl std::fmt::Display) {
    let at =
        |hours| (app.house.now() + jiff::SignedDuration::from_hours(hours)).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let (opens, ends, now) = (at(24), at(25), at(0));
    app.sql(&format!(
        "INSERT INTO sessions (id, title, opens_at, closes_at, state, figures, version) VALUES ('00000000-0000-7000-8000-000000000001', 'Probe', '{opens}.000000', '{ends}.000000', 'planned', '', 1)"
    ));
    app.sql(&format!(
        "INSERT INTO slots (id, session_id, starts_at, ends_at, capacity, audience) VALUES ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', '{opens}.000000', '{ends}.000000', 5, 'everybody')"
    ));
    app.sql(&format!(
        "INSERT INTO bookings (id, slot_id, session_id, household_id, state, booked_by, booked_at, desk, version) VALUES ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', '{household}', 'booked', 'desk', '{now}.000000', '', 1)"
    ));
}

both! {
    after_its_time_a_piece_goes_to_the_next => |app| {
        let (first, _) = app.household();
        app.needs(first, &[("babyjacke", "86", 1)]);
        in_stock(&app, "babyjacke", "86", 1);
        laid_aside(&app);
        assert_eq!(reservations::keep(&app.house).expect("upkeep"), 0, "nothing is over yet");
        let (second, card) = app.household();
        app.needs(second, &[("babyjacke", "86", 1)]);
        let waits_since = app.sql(&format!("SELECT recorded_at FROM needs WHERE household_id = '{first}'"));
        its_time_is_over(&app);
        assert_eq!(reservations::keep(&app.house).expect("upkeep"), 1);
        assert_eq!(app.sql("SELECT state FROM items WHERE product_code = 'babyjacke'"), "in_stock");
        assert_eq!(app.sql("SELECT count(*) FROM reservations"), "0");
        assert_eq!(app.sql(&format!("SELECT recorded_at FROM needs WHERE household_id = '{first}'")), waits_since);
        assert_eq!(app.sql(&format!("SELECT state FROM needs WHERE household_id = '{first}'")), "open");
        let page = app.signed_in(Role::Coordinator).get("/allocation").expect(200).text();
        assert!(page.contains("Abgelaufen seit gestern: 1. Den Nächsten vorgeschlagen: 1."), "{page}");
        assert!(page.contains(&card.printed()) && page.contains("Lag für einen anderen Haushalt bereit"), "{page}");
        app.assert_sound();
    }

    who_has_booked_a_time_keeps_the_piece_until_it_is_over => |app| {
        let (household, _) = app.household();
        app.needs(household, &[("babyjacke", "86", 1)]);
        in_stock(&app, "babyjacke", "86", 1);
        laid_aside(&app);
        booked(&app, household);
        let an_hour_ago = (app.house.now() - jiff::SignedDuration::from_hours(1)).strftime("%Y-%m-%d %H:%M:%S").to_string();
        app.sql(&format!("UPDATE reservations SET until = '{an_hour_ago}.000000'"));
        assert_eq!(reservations::keep(&app.house).expect("upkeep"), 0);
        let until = app.sql("SELECT until FROM reservations");
        assert!(until.starts_with(&an_hour_ago), "nothing is stored for good: {until}");
        // Without the booking the old day counts again.
        app.sql("UPDATE bookings SET state = 'cancelled'");
        assert_eq!(reservations::keep(&app.house).expect("upkeep"), 1);
    }

    what_the_intake_lays_aside_waits_as_long => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("babyjacke", "86", 1)]);
        let (_, shelf_code) = app.shelf("Abholung");
        let _ = shelf_code;
        app.sql("UPDATE locations SET pickup = TRUE");
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&label, "babyjacke", "86", None);
        assert_eq!(scanner.command("intake", Command::Yes)["outcome"], "applied");
        assert_eq!(app.sql("SELECT count(*) FROM reservations WHERE picked_at IS NOT NULL"), "1", "it is there already");
        let days = if app.backend == crate::support::Backend::Postgres {
            "SELECT round(EXTRACT(EPOCH FROM until - made_at) / 86400) FROM reservations"
        } else {
            "SELECT CAST(round(julianday(until) - julianday(made_at)) AS INTEGER) FROM reservations"
        };
        assert_eq!(app.sql(days), "7");
        let page = app.signed_in(Role::Coordinator).get(&format!("/households/{household}")).expect(200).text();
        assert!(page.contains("Liegt bereit"), "{page}");
        // Handed out, it waits no longer; taken back, it waits again.
        scanner.scan("handout", card);
        scanner.scan("handout", label);
        assert_eq!(app.sql("SELECT count(*) FROM reservations"), "0");
        scanner.command("handout", Command::Undo);
        assert_eq!(app.sql("SELECT count(*) FROM reservations"), "1");
        app.assert_sound();
    }

    what_lies_ready_goes_back_with_its_line_and_with_its_household => |app| {
        let (household, _) = app.household();
        app.needs(household, &[("babyjacke", "86", 1)]);
        in_stock(&app, "babyjacke", "86", 1);
        laid_aside(&app);
        let coordinator = app.signed_in(Role::Coordinator);
        let (page, need) = (format!("/households/{household}"), app.sql("SELECT id FROM needs"));
        let version = app.sql("SELECT version FROM needs");
        coordinator.post_form(&format!("{page}/needs/{need}/withdraw"), &[("version", &version)]).expect(303);
        assert_eq!(app.sql("SELECT state FROM items"), "in_stock");
        assert_eq!(app.sql("SELECT count(*) FROM reservations"), "0");
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%need_withdrawn%'");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[]).expect(303);
        assert_eq!(app.sql("SELECT state FROM needs"), "open", "the piece went back and stays there");
        laid_aside(&app);
        booked(&app, household);
        app.sql("UPDATE households SET contact_name = 'Kim'");
        let version = app.sql("SELECT version FROM households");
        let left = [("version", version.as_str()), ("state", "left")];
        coordinator.post_form(&format!("{page}/state"), &left).expect(303);
        assert_eq!(app.sql("SELECT state FROM items"), "in_stock");
        assert_eq!(app.sql("SELECT state FROM bookings"), "cancelled");
        assert_eq!(app.sql("SELECT contact_name FROM households"), "");
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%household_left%'");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[]).expect(303);
        assert_eq!(app.sql("SELECT state FROM households"), "active");
        assert_eq!(app.sql("SELECT state FROM needs"), "open");
        app.assert_sound();
    }

    what_an_older_version_laid_aside_gets_its_time_too => |app| {
        let (household, _) = app.household();
        app.needs(household, &[("babyjacke", "86", 1)]);
        in_stock(&app, "babyjacke", "86", 1);
        laid_aside(&app);
        app.sql("DELETE FROM reservations");
        assert_eq!(reservations::keep(&app.house).expect("upkeep"), 0);
        assert_eq!(app.sql("SELECT count(*) FROM reservations"), "1");
    }
}

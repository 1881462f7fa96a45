//! `gabentisch check`: whoever edits the past is found out, row by row.

use diesel::RunQueryDsl;
use gabentisch::actions::edit_item::{self, Correction};
use gabentisch::actions::reverse;
use gabentisch::domain::item::Condition;
use gabentisch::store::{StoreError, items};

use crate::support::{Backend, TestApp, both};

/// A house with a few movements.
fn lived_in(app: &TestApp) {
    let (household, card) = app.household();
    app.needs(household, &[("tshirt", "", 2)]);
    let labels = app.labels(3);
    let mut scanner = app.scanner();
    for label in &labels {
        scanner.take_in(label, "tshirt", "M", None);
    }
    scanner.scan("handout", card);
    scanner.scan("handout", labels[0]);
    app.assert_sound();
}

/// What the check prints after this SQL, and its exit code.
fn after(app: &TestApp, sql: &str) -> (String, Option<i32>) {
    app.sql(sql);
    let out = app.cli(&["check"]);
    (String::from_utf8_lossy(&out.stdout).into_owned(), out.status.code())
}

both! {
    an_edited_movement_is_named => |app| {
        lived_in(&app);
        let id = app.sql("SELECT id FROM movements WHERE position = 2");
        let (said, code) = after(&app, "UPDATE movements SET quantity = 7 WHERE position = 2");
        assert_eq!(code, Some(1));
        assert!(said.contains(&format!("movement 2 ({id}): its content was changed")), "{said}");
        assert!(!said.contains("movement 1 ("), "{said}");
    }

    a_removed_movement_is_noticed => |app| {
        lived_in(&app);
        let (said, code) = after(&app, "DELETE FROM movements WHERE position = 3");
        assert_eq!(code, Some(1));
        assert!(said.contains("movement 4 (") && said.contains("the entry before this one is gone"), "{said}");
    }

    a_removed_end_is_noticed => |app| {
        lived_in(&app);
        let (said, code) = after(&app, "DELETE FROM movements WHERE position = 4");
        assert_eq!(code, Some(1));
        assert!(said.contains("the last movement is 4, but the last one found is 3"), "{said}");
    }

    an_edited_item_is_named => |app| {
        lived_in(&app);
        let id = app.sql("SELECT id FROM items WHERE state = 'handed_out'");
        let (said, code) = after(&app, "UPDATE items SET state = 'in_stock' WHERE state = 'handed_out'");
        assert_eq!(code, Some(1));
        assert_eq!(said.trim(), format!("item {id}: its row says state in_stock, the ledger says handed_out"));
    }

    an_edited_needs_line_is_named => |app| {
        lived_in(&app);
        let id = app.sql("SELECT id FROM needs");
        let (said, code) = after(&app, "UPDATE needs SET got = 2, state = 'fulfilled'");
        assert_eq!(code, Some(1));
        assert_eq!(said.trim(), format!("need {id}: its row says 2 pieces were given, the ledger says 1"));
    }

    what_a_piece_is_cannot_be_edited_either => |app| {
        lived_in(&app);
        let id = app.sql("SELECT id FROM items WHERE state = 'handed_out'");
        let edits = [("product_code", "pullover", "product", "tshirt"), ("size", "XL", "size", "M"), ("cut", "W", "cut", "none"),
            ("item_condition", "worn", "condition", "good")];
        for (column, edited, field, honest) in edits {
            let old = app.sql(&format!("SELECT COALESCE({column}, '') FROM items WHERE id = '{id}'"));
            let (said, code) = after(&app, &format!("UPDATE items SET {column} = '{edited}' WHERE id = '{id}'"));
            assert_eq!(code, Some(1));
            assert_eq!(said.trim(), format!("item {id}: its row says {field} {edited}, the ledger says {honest}"));
            app.sql(&format!("UPDATE items SET {column} = NULLIF('{old}', '') WHERE id = '{id}'"));
        }
        app.assert_sound();
    }

    a_correction_and_its_taking_back_are_sound => |app| {
        let label = app.labels(1)[0];
        app.scanner().take_in(&label, "tshirt", "M", None);
        let item = || app.house.store().read(|db| items::by_label(db, label)).unwrap().unwrap();
        let (id, version) = (item().id, item().version);
        let correction = Correction {
            product: "tshirt".parse().unwrap(), cut: None, size: "XL".to_owned(), condition: Condition::Worn,
        };
        edit_item::correct(&app.house, &app.caretaker(), id, version, correction).unwrap();
        app.assert_sound();
        reverse::last_of_item(&app.house, &app.caretaker(), id, version + 1).unwrap();
        assert_eq!(item().size.as_deref(), Some("M"));
        app.assert_sound();
    }

    a_check_beside_the_running_server_raises_no_false_alarm => |app| {
        let labels = app.labels(150);
        let mut scanner = app.scanner();
        std::thread::scope(|scope| {
            let scans = scope.spawn(move || {
                for label in &labels {
                    scanner.take_in(label, "tshirt", "M", None);
                }
            });
            while !scans.is_finished() {
                app.assert_sound();
            }
            scans.join().expect("the scans go through beside the checks");
        });
        app.assert_sound();
    }

    an_older_database_is_left_alone => |app| {
        lived_in(&app);
        app.sql("DELETE FROM __diesel_schema_migrations \
                 WHERE version = (SELECT MAX(version) FROM __diesel_schema_migrations)");
        let steps = app.sql("SELECT COUNT(*) FROM __diesel_schema_migrations");
        for command in [&["check"][..], &["user", "list"], &["report", "donor-gifts", "--donor", "Muster", "--format", "csv", "-o", "-"]] {
            let out = app.cli(command);
            let said = String::from_utf8_lossy(&out.stderr);
            assert_eq!(out.status.code(), Some(1), "{said}");
            assert!(said.contains("the database is older than this version of gabentisch"), "{said}");
            assert_eq!(said.trim().lines().count(), 1, "{said}");
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM __diesel_schema_migrations"), steps);
    }

    a_contradiction_that_nobody_is_asked_about_is_named => |app| {
        lived_in(&app);
        let id = app.sql("SELECT event_id FROM scan_events WHERE seq = 2");
        let (said, code) = after(&app, "UPDATE scan_events SET outcome = 'conflict' WHERE seq = 2");
        assert_eq!(code, Some(1));
        assert!(said.contains(&format!("scan {id}: it contradicts what the house knew, but nobody is asked")), "{said}");
    }

    a_removed_scan_is_noticed => |app| {
        lived_in(&app);
        let (said, code) = after(&app, "DELETE FROM scan_events WHERE seq = 2");
        assert_eq!(code, Some(1));
        assert!(said.contains("4 scans, but the highest number is 5"), "{said}");
    }
}

#[test]
fn a_rewritten_chain_breaks_at_the_next_entry() {
    let app = TestApp::on(Backend::Sqlite);
    lived_in(&app);
    // Somebody edits an entry and gives it the hash that fits: then the next one no longer follows.
    let (said, code) = after(&app, "UPDATE movements SET hash = 'ab' || substr(hash, 3) WHERE position = 2");
    assert_eq!(code, Some(1));
    assert!(said.contains("movement 3 (") && said.contains("does not follow on the entry before"), "{said}");
}

#[test]
fn a_booking_survives_a_lost_connection_to_postgresql() {
    let app = TestApp::on(Backend::Postgres);
    let label = app.labels(1)[0];
    let mut scanner = app.scanner();
    let writer: i32 = app
        .house
        .store()
        .write(|db| {
            let pid = diesel::dsl::sql::<diesel::sql_types::Integer>("pg_backend_pid()");
            diesel::select(pid).get_result(db).map_err(StoreError::from)
        })
        .unwrap();
    app.sql(&format!("SELECT pg_terminate_backend({writer})"));
    scanner.take_in(&label, "tshirt", "M", None);
    assert_eq!(app.sql("SELECT COUNT(*) FROM movements"), "1");
    app.assert_sound();
}

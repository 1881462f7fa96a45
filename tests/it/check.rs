//! `gabentisch check`: whoever edits the past is found out, row by row.

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

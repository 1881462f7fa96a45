//! `POST /api/v1/scans`: what a scanner can do, on both databases.

use gabentisch::codes::Command;
use gabentisch::domain::rights::Role;
use serde_json::json;

use crate::support::{Event, both};

both! {
    card_first_then_pieces => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("winterjacke", "104", 1), ("tshirt", "", 2)]);
        let labels = app.labels(4);
        let mut scanner = app.scanner();
        scanner.take_in(&labels[0], "winterjacke", "104", None);
        for label in &labels[1..4] {
            scanner.take_in(label, "tshirt", "104", None);
        }
        let opened = scanner.scan("handout", card);
        assert_eq!(opened["outcome"], "applied");
        let visit = opened["visit"].as_str().expect("a visit").to_owned();
        let jacket = scanner.scan("handout", labels[0]);
        assert_eq!(jacket["headline"], "Winterjacke Gr. 104");
        assert_eq!(jacket["detail"], "1 von 1 auf der Liste · 1 in diesem Besuch");
        assert_eq!(jacket["visit"], visit);
        assert_eq!(scanner.scan("handout", labels[1])["detail"], "1 von 2 auf der Liste · 2 in diesem Besuch");
        assert_eq!(scanner.scan("handout", labels[2])["detail"], "2 von 2 auf der Liste · 3 in diesem Besuch");
        assert_eq!(scanner.scan("handout", labels[3])["detail"], "Steht nicht auf der Bedarfsliste · 4 in diesem Besuch");
        let done = scanner.scan("handout", card);
        assert_eq!(done["headline"], "Fertig: 4 Teile ausgegeben");
        assert_eq!(app.sql("SELECT count(*) FROM visits WHERE closed_at IS NULL"), "0");
        app.assert_sound();
    }

    pieces_first_then_card => |app| {
        let (_, card) = app.household();
        let labels = app.labels(3);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "sneaker", "38", None);
        }
        let waiting = scanner.scan("handout", labels[0]);
        assert_eq!((&waiting["outcome"], &waiting["tone"]), (&json!("question"), &json!("again")));
        assert_eq!(scanner.scan("handout", labels[1])["headline"], "2 Teile liegen bereit – jetzt Karte scannen");
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "0", "nothing without a card");
        let opened = scanner.scan("handout", card);
        assert_eq!(opened["lines"].as_array().map(Vec::len), Some(2));
        assert_eq!(opened["pieces"], 2);
        scanner.scan("handout", labels[2]);
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "3");
        app.assert_sound();
    }

    lots_first_then_card => |app| {
        let (_, card) = app.household();
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.send(Event::new("intake", label).field("product", "seife").with("quantity", 10));
        }
        let too_many = scanner.send(Event::new("handout", labels[0]).with("quantity", 11));
        assert_eq!(too_many["outcome"], "refused", "{too_many}");
        scanner.send(Event::new("handout", labels[0]).with("quantity", 3));
        scanner.send(Event::new("handout", labels[1]).with("quantity", 2));
        assert_eq!(scanner.scan("handout", card)["pieces"], 5);
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "2");
        assert_eq!(app.sql("SELECT CAST(SUM(quantity) AS BIGINT) FROM items WHERE state = 'in_stock'"), "15");
        app.assert_sound();
    }

    another_card_ends_the_visit_and_begins_the_next => |app| {
        let ((_, first), (_, second)) = (app.household(), app.household());
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "hoodie", "M", None);
        }
        let one = scanner.scan("handout", first)["visit"].clone();
        scanner.scan("handout", labels[0]);
        let two = scanner.scan("handout", second)["visit"].clone();
        assert_ne!(one, two);
        assert_eq!(scanner.scan("handout", labels[1])["pieces"], 1);
        app.assert_sound();
    }

    undo_takes_back_one_after_the_other => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("tshirt", "", 3)]);
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "tshirt", "M", None);
        }
        scanner.scan("handout", card);
        scanner.scan("handout", labels[0]);
        scanner.scan("handout", labels[1]);
        let undone = scanner.command("handout", Command::Undo);
        assert_eq!(undone["headline"], "Zurückgenommen: T-Shirt Gr. M");
        assert_eq!(undone["pieces"], 1);
        assert_eq!(app.sql("SELECT got FROM needs"), "1");
        scanner.command("handout", Command::Undo);
        assert_eq!(app.sql("SELECT got, state FROM needs"), "0|open");
        // One too many: an intake is not taken back at the handout.
        assert_eq!(scanner.command("handout", Command::Undo)["outcome"], "duplicate");
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'void'"), "0");
        // The intakes come next: a piece that was entered by mistake becomes void, and its label can be scanned in again.
        scanner.command("intake", Command::Undo);
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'void'"), "1");
        assert_eq!(scanner.take_in(&labels[1], "hoodie", "M", None)["headline"], "Aufgenommen: Sweatshirt / Hoodie Gr. M");
        app.assert_sound();
    }

    a_return_goes_to_care_and_opens_the_need_again => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("jeans", "", 1)]);
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&label, "jeans", "140", None);
        scanner.scan("handout", card);
        scanner.scan("handout", label);
        assert_eq!(app.sql("SELECT state FROM needs"), "fulfilled");
        scanner.scan("handout", card);
        let back = scanner.scan("return", label);
        assert_eq!(back["outcome"], "applied");
        assert_eq!(app.sql("SELECT state FROM items"), "in_care");
        assert_eq!(app.sql("SELECT got, state FROM needs"), "0|open");
        assert_eq!(scanner.scan("return", label)["outcome"], "duplicate");
        assert_eq!(scanner.scan("intake", label)["headline"].as_str().map(|h| h.starts_with("Wieder im Bestand")), Some(true));
        assert_eq!(app.sql("SELECT state FROM items"), "in_stock");
        app.assert_sound();
    }

    a_lot_gives_single_pieces => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("socken", "", 5)]);
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        let lot = Event::new("intake", label).field("product", "socken").field("size", "39-42").with("quantity", 20);
        assert_eq!(scanner.send(lot)["outcome"], "applied");
        scanner.scan("handout", card);
        assert_eq!(scanner.send(Event::new("handout", label).with("quantity", 3))["pieces"], 3);
        assert_eq!(app.sql("SELECT got FROM needs"), "3");
        assert_eq!(app.sql("SELECT quantity FROM items WHERE label IS NOT NULL"), "17");
        let too_many = scanner.send(Event::new("handout", label).with("quantity", 18));
        assert_eq!(too_many["outcome"], "refused");
        scanner.command("handout", Command::Undo);
        assert_eq!(app.sql("SELECT quantity FROM items WHERE label IS NOT NULL"), "20");
        assert_eq!(app.sql("SELECT got FROM needs"), "0");
        app.assert_sound();
    }

    lookup_changes_nothing => |app| {
        let (_, card) = app.household();
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&label, "muetze", "", None);
        let before = app.sql("SELECT position, hash FROM ledger_head");
        scanner.scan("handout", card);
        assert_eq!(scanner.scan("lookup", label)["detail"], "im Bestand");
        // The visit is still open: looking something up does not end it.
        assert_eq!(app.sql("SELECT position, hash FROM ledger_head"), before);
        assert_eq!(scanner.scan("handout", label)["pieces"], 1);
    }

    a_question_must_be_answered_first => |app| {
        let ((_, first), (_, second)) = (app.household(), app.household());
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "rock", "38", None);
        }
        scanner.scan("handout", first);
        scanner.scan("handout", labels[0]);
        scanner.scan("handout", second);
        let asked = scanner.scan("handout", labels[0]);
        assert_eq!((&asked["outcome"], &asked["asks"]), (&json!("question"), &json!(true)));
        let other = scanner.scan("handout", labels[1]);
        assert_eq!(other["headline"], "Erst die Frage beantworten: Ja oder Nein.");
        assert_eq!(other["detail"], asked["headline"], "the question is said again");
        scanner.command("handout", Command::Cancel);
        assert_eq!(app.sql("SELECT count(*) FROM movements WHERE kind = 'rebook'"), "0");
        scanner.scan("handout", labels[0]);
        let volunteer = scanner.command("handout", Command::Yes);
        assert_eq!((&volunteer["outcome"], &volunteer["asks_lead"]), (&json!("refused"), &json!(true)));
        let (_, lead) = app.add_user_with_badge("leitung", Role::Coordinator);
        assert_eq!(scanner.scan("handout", lead)["outcome"], "applied");
        assert_eq!(app.sql("SELECT count(*) FROM movements WHERE kind = 'rebook'"), "1");
        assert_eq!(scanner.scan("handout", labels[1])["outcome"], "applied");
        app.assert_sound();
    }

    verdicts_speak_english_too => |app| {
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.client = scanner.client.speaking("en-GB,en;q=0.8");
        assert_eq!(scanner.take_in(&label, "winterjacke", "104", None)["headline"], "Taken in: Winter jacket size 104");
    }

    a_tray_forgets_the_oldest_piece_and_books_the_right_one => |app| {
        let (_, card) = app.household();
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        scanner.take_in(&labels[0], "kleid", "38", None);
        scanner.take_in(&labels[1], "rock", "38", None);
        let begin = jiff::Timestamp::now() - jiff::SignedDuration::from_secs(100);
        let at = |seconds: i64| (begin + jiff::SignedDuration::from_secs(seconds)).to_string();
        scanner.send(Event::new("handout", labels[0]).with("occurred_at", at(0)));
        scanner.send(Event::new("handout", labels[1]).with("occurred_at", at(40)));
        let opened = scanner.send(Event::new("handout", card).with("occurred_at", at(70)));
        assert_eq!(opened["lines"].as_array().map(Vec::len), Some(1), "{opened}");
        assert_eq!(opened["lines"][0]["code"], labels[1].to_string());
        assert_eq!(app.sql("SELECT label FROM items WHERE state = 'handed_out'"), labels[1].to_string());
        app.assert_sound();
    }

    one_pull_of_the_trigger_counts_once => |app| {
        let (_, card) = app.household();
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.send(Event::new("intake", label).field("product", "socken").field("size", "39-42").with("quantity", 9));
        let opened = scanner.scan("handout", card);
        let twice = scanner.scan("handout", card);
        assert_eq!((&twice["outcome"], &twice["tone"]), (&json!("duplicate"), &json!("ok")));
        assert_eq!(twice["visit"], opened["visit"]);
        assert_eq!(scanner.scan("handout", label)["pieces"], 1);
        assert_eq!(scanner.scan("handout", label)["outcome"], "duplicate");
        assert_eq!(app.sql("SELECT quantity FROM items WHERE label IS NOT NULL"), "8");
        app.assert_sound();
    }

    a_blocked_card_ends_the_visit_before => |app| {
        let ((_, first), (blocked, card)) = (app.household(), app.household());
        app.sql(&format!("UPDATE households SET state = 'blocked' WHERE id = '{blocked}'"));
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&label, "kleid", "38", None);
        scanner.scan("handout", first);
        assert_eq!(scanner.scan("handout", card)["outcome"], "refused");
        assert_eq!(scanner.scan("handout", label)["outcome"], "question", "the piece waits for a card");
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "0");
    }

    an_undone_rebooking_belongs_to_the_first_visit_again => |app| {
        let ((_, first), (_, second)) = (app.household(), app.household());
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&label, "kleid", "38", None);
        let visit = scanner.scan("handout", first)["visit"].clone();
        scanner.scan("handout", label);
        scanner.scan("handout", second);
        scanner.scan("handout", label);
        let (_, lead) = app.add_user_with_badge("leitung", Role::Coordinator);
        scanner.scan("handout", lead);
        scanner.command("handout", Command::Undo);
        assert_eq!(app.sql("SELECT visit_id FROM items"), visit.as_str().unwrap_or_default());
        // The second household asks again: it is a question again, not "already on the list".
        assert_eq!(scanner.scan("handout", label)["asks"], true);
        app.assert_sound();
    }

    some_of_a_lot_come_back => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("socken", "", 6)]);
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.send(Event::new("intake", label).field("product", "socken").field("size", "39-42").with("quantity", 20));
        scanner.scan("handout", card);
        scanner.send(Event::new("handout", label).with("quantity", 5));
        assert_eq!(scanner.send(Event::new("return", label).with("quantity", 2))["outcome"], "applied");
        assert_eq!(app.sql("SELECT got FROM needs"), "3");
        assert_eq!(app.sql("SELECT sum(quantity) FROM items WHERE state = 'in_care'"), "2");
        assert_eq!(app.sql("SELECT sum(quantity) FROM items WHERE state = 'handed_out'"), "3");
        assert_eq!(app.sql("SELECT sum(quantity) FROM items"), "20");
        app.assert_sound();
    }
}

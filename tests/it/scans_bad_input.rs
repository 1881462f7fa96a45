//! Bad input at the scan desk: each gets one clear sentence and leaves nothing half done.

use gabentisch::codes::{Code, Kind};
use serde_json::json;

use crate::support::{Event, both};

both! {
    a_code_that_is_not_ours => |app| {
        let mut scanner = app.scanner();
        let never_made = Code::with_body(Kind::Item, b"00000000").expect("a code");
        assert_eq!(scanner.scan("lookup", never_made)["headline"], format!("Unbekannter Code {}.", never_made.printed()));
        assert_eq!(scanner.scan("lookup", "4006381333931")["headline"], "Kein Code von uns: 4006381333931");
        assert_eq!(scanner.scan("lookup", "A7F39MXT4D")["headline"], "Nicht gelesen. Bitte noch einmal scannen.");
        assert_eq!(scanner.scan("lookup", "")["outcome"], "unknown");
        assert_eq!(scanner.scan("lookup", "x".repeat(100_000))["outcome"], "unknown");
        assert_eq!(app.sql("SELECT count(*) FROM movements"), "0");
    }

    the_same_event_twice_has_one_effect => |app| {
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        let sent = scanner.numbered(vec![Event::new("intake", label).field("product", "kleid").field("size", "38")]);
        let first = scanner.send_raw(&sent);
        let again = scanner.send_raw(&sent);
        assert_eq!(first[0]["outcome"], "applied");
        assert_eq!(again[0]["outcome"], "duplicate");
        assert_eq!(first[0]["headline"], again[0]["headline"]);
        assert_eq!(app.sql("SELECT count(*) FROM movements"), "1");
        assert_eq!(scanner.next_seq, 2);
    }

    the_same_number_with_another_id_is_noticed => |app| {
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        scanner.take_in(&labels[0], "kleid", "38", None);
        let twin = Event::new("intake", labels[1]).field("product", "kleid").with("seq", 1).0;
        let verdict = scanner.send_raw(&[twin]).remove(0);
        assert_eq!(verdict["outcome"], "conflict");
        assert_eq!(app.sql("SELECT count(*) FROM items"), "1");
        assert_eq!(app.sql("SELECT count(*) FROM terminals WHERE suspect_since IS NOT NULL"), "1");
        app.assert_sound();
    }

    a_gap_in_the_numbers_asks_for_what_is_missing => |app| {
        let labels = app.labels(1);
        let mut scanner = app.scanner();
        let early = Event::new("intake", labels[0]).field("product", "kleid").with("seq", 5).0;
        let verdict = scanner.send_raw(&[early]).remove(0);
        assert_eq!(verdict["headline"], "Vorher fehlen Scans dieses Terminals: zuerst ab Nummer 1 senden.");
        assert_eq!(scanner.next_seq, 1);
    }

    a_void_label_and_a_blocked_card => |app| {
        let (household, card) = app.household();
        let label = app.labels(1)[0];
        app.sql(&format!("UPDATE labels SET state = 'void' WHERE code = '{label}'"));
        app.sql(&format!("UPDATE households SET state = 'blocked' WHERE id = '{household}'"));
        let mut scanner = app.scanner();
        assert_eq!(scanner.take_in(&label, "kleid", "38", None)["outcome"], "refused");
        let blocked = scanner.scan("handout", card);
        assert_eq!(blocked["headline"], "Karte gesperrt. Bitte an die Leitung wenden.");
        assert_eq!(blocked["tone"], "stop");
        assert_eq!(app.sql("SELECT count(*) FROM visits"), "0");
    }

    impossible_quantities => |app| {
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        for quantity in [json!(0), json!(-1), json!(1_000_000_000), json!(1e30), json!(1.5)] {
            let event = Event::new("intake", label).field("product", "socken").with("quantity", quantity.clone());
            let verdict = scanner.send(event);
            assert_eq!(verdict["outcome"], "refused", "{quantity}");
            assert!(verdict["headline"].as_str().is_some_and(|h| h.ends_with("Bitte 1 bis 999 eingeben.")), "{verdict}");
        }
        assert_eq!(app.sql("SELECT count(*) FROM items"), "0");
        assert_eq!(app.sql("SELECT state FROM labels WHERE kind = 'item'"), "blank");
    }

    one_bad_event_does_not_block_the_rest => |app| {
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        let good = |label| Event::new("intake", label).field("product", "kleid").field("size", "38");
        let verdicts = scanner.send_all(vec![
            good(&labels[0]),
            Event::new("intake", labels[1]).with("mode", "dance"),
            Event::new("intake", labels[1]).with("occurred_at", "yesterday"),
            Event::new("intake", labels[1]).with("occurred_at", "-009999-01-01T00:00:00Z"),
            Event::new("intake", "A\u{0}7F\u{7}39MXT4D"),
            Event::new("intake", labels[1]).with("event_id", "not-a-uuid"),
            Event::new("intake", labels[1]).with("visit", "not-a-uuid"),
            Event::new("intake", labels[1]).with("quantity", "many"),
            Event::new("intake", labels[1]).with("actor", "M00000000X"),
            Event::new("intake", labels[1]).field("product", "raumschiff"),
            Event::new("intake", labels[1]).field("product", "kleid").field("cut", "Q"),
            Event::new("intake", labels[1]).field("product", "kleid").field("donation", "S00000000X"),
            good(&labels[1]),
        ]);
        let outcomes: Vec<_> = verdicts.iter().map(|v| v["outcome"].as_str().unwrap_or_default()).collect();
        assert_eq!(outcomes[0], "applied");
        assert_eq!(outcomes[12], "applied");
        assert!(outcomes[1..12].iter().all(|outcome| ["refused", "unknown"].contains(outcome)), "{verdicts:#?}");
        app.assert_sound();
    }

    requests_that_are_no_requests => |app| {
        let scanner = app.scanner();
        let post = |body: &[u8]| scanner.client.post_bytes("/api/v1/scans", "application/json", body);
        assert_eq!(post(b"{").expect(400).json()["error"], "unreadable");
        assert_eq!(post(b"[]").expect(400).json()["error"], "unreadable");
        assert_eq!(post(b"{\"events\": 7}").expect(400).json()["error"], "unreadable");
        assert_eq!(post(&vec![b' '; 3 << 20]).expect(413).json()["error"], "too_large");
        let many = json!({ "events": vec![json!({}); 1001] });
        assert_eq!(post(many.to_string().as_bytes()).expect(422).json()["error"], "refused");
        let stranger = app.visitor().with_token("made up");
        assert_eq!(stranger.post_json("/api/v1/scans", &json!({ "events": [] })).expect(401).json()["error"], "unknown_token");
        assert_eq!(app.visitor().post_json("/api/v1/scans", &json!({ "events": [] })).expect(401).json()["error"], "sign_in_needed");
    }
}

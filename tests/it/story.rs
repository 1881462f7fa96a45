//! The whole main job once through: a company's gift, 96 labels, intake, handout to three households, mistakes taken back,
//! returns, and every count agrees to the piece. Then everything is sent again and changes nothing.

use gabentisch::codes::Command;
use gabentisch::domain::donation::DonorKind;
use serde_json::Value;

use crate::support::{Event, both};

both! {
    a_gift_goes_in_at_one_door_and_meets_needs_at_the_other => |app| {
        let donor = app.donor(DonorKind::Company, "Beispiel Bekleidung GmbH");
        let (_, donation) = app.donation(donor);
        let labels = app.labels(96);
        let households: Vec<_> = (0..3).map(|_| app.household()).collect();
        for (household, _) in &households {
            app.needs(*household, &[("winterjacke", "", 10)]);
        }
        let mut scanner = app.scanner();
        let mut sent: Vec<Value> = Vec::new();

        let mut intake = vec![Event::new("intake", donation)];
        intake.extend(labels.iter().map(|label| Event::new("intake", label).field("product", "winterjacke").field("size", "140")));
        sent.extend(scanner.numbered(intake));

        // 14, 13 and 13 pieces to three households; the second one's pieces come before its card.
        let (first, rest) = labels.split_at(14);
        let (second, rest) = rest.split_at(13);
        let third = &rest[..13];
        let mut events = vec![Event::new("handout", households[0].1)];
        events.extend(first.iter().map(|label| Event::new("handout", label)));
        events.push(Event::new("handout", households[0].1));
        events.extend(second.iter().map(|label| Event::new("handout", label)));
        events.push(Event::new("handout", households[1].1));
        events.push(Event::new("handout", households[2].1));
        events.extend(third.iter().map(|label| Event::new("handout", label)));
        // Five of the last ones are taken back, three of the first household come back.
        events.extend((0..5).map(|_| Event::new("handout", Command::Undo.code())));
        events.push(Event::new("handout", households[2].1));
        events.extend(first[..3].iter().map(|label| Event::new("return", label)));
        sent.extend(scanner.numbered(events));

        let verdicts: Vec<Value> = sent.chunks(50).flat_map(|batch| scanner.send_raw(batch)).collect();
        let bad: Vec<_> = verdicts.iter().filter(|v| !["applied", "question"].contains(&v["outcome"].as_str().unwrap_or_default())).collect();
        assert!(bad.is_empty(), "{bad:#?}");
        assert_eq!(verdicts.iter().filter(|v| v["outcome"] == "question").count(), 13, "the tray waits for its card");

        let count = |state: &str| app.sql(&format!("SELECT count(*) FROM items WHERE state = '{state}'"));
        assert_eq!((count("handed_out").as_str(), count("in_care").as_str(), count("in_stock").as_str()), ("32", "3", "61"));
        // 14 − 3 pieces, but the list only asks for 10: the returned ones were ticked, so the list shows 7.
        assert_eq!(app.sql("SELECT sum(got) FROM needs"), (7 + 10 + 8).to_string());

        // As if it had been given a year ago: what is over may be told. Three households are too few to be told of.
        app.sql("UPDATE donations SET received_on = '2025-02-03'");
        let report = app.cli(&[
            "report", "donor-gifts", "--donor", "Beispiel Bekleidung GmbH", "--from", "2025-01-01", "--to", "2025-12-31", "--format", "json", "-o", "-",
        ]);
        let report: Value = serde_json::from_slice(&report.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&report.stderr)));
        assert_eq!(report["total"]["received"], 95);
        assert_eq!(report["total"]["handed_out"], Value::Null);
        assert_eq!(report["total"]["in_stock"], Value::Null);
        assert_eq!(report["reach"], "hidden");
        app.assert_sound();

        let before = app.sql("SELECT position, hash FROM ledger_head");
        let again: Vec<Value> = sent.chunks(70).flat_map(|batch| scanner.send_raw(batch)).collect();
        assert!(again.iter().all(|v| v["outcome"] == "duplicate"));
        assert_eq!(app.sql("SELECT position, hash FROM ledger_head"), before);
        assert_eq!(app.sql("SELECT count(*) FROM scan_events"), sent.len().to_string());
        app.assert_sound();
    }
}

//! Sharing out: the proposals with their numbers, a person who confirms or decides otherwise, and the score at the desks.

use gabentisch::codes::Code;
use gabentisch::domain::HouseholdId;
use gabentisch::domain::rights::Role;

use crate::support::{TestApp, both};

/// Pieces of one kind in stock.
pub fn in_stock(app: &TestApp, product: &str, size: &str, count: usize) -> Vec<Code> {
    let (labels, mut scanner) = (app.labels(count), app.scanner());
    for label in &labels {
        let verdict = scanner.take_in(label, product, size, None);
        assert_eq!(verdict["outcome"], "applied", "{verdict}");
    }
    labels
}

/// A household that has a blanket and waits for these pieces.
pub fn with_a_blanket(app: &TestApp, lines: &[(&str, &str, i32)]) -> (HouseholdId, Code) {
    let (household, card) = app.household();
    app.needs(household, &[("babydecke", "", 1)]);
    app.needs(household, lines);
    let blanket = in_stock(app, "babydecke", "", 1);
    let mut scanner = app.scanner();
    scanner.scan("handout", card);
    assert_eq!(scanner.scan("handout", blanket[0])["outcome"], "applied");
    (household, card)
}

pub fn id_of(app: &TestApp, label: Code) -> String {
    app.sql(&format!("SELECT id FROM items WHERE label = '{label}'"))
}

pub fn need_of(app: &TestApp, household: HouseholdId, product: &str) -> String {
    app.sql(&format!("SELECT id FROM needs WHERE household_id = '{household}' AND product_code = '{product}'"))
}

/// The value of the first hidden field of this name.
pub fn hidden(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {page}"));
    field.split('"').next().expect("a value").to_owned()
}

pub fn undo(page: &str) -> String {
    let path = page.split("action=\"/deeds/").nth(1).expect("a way back").split('"').next().expect("an address");
    format!("/deeds/{path}")
}

both! {
    whoever_lacks_most_is_first_and_a_person_confirms => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        assert!(coordinator.get("/allocation").expect(200).text().contains("Kein Vorschlag"));
        let (_, richer) = with_a_blanket(&app, &[("babyjacke", "86", 1)]);
        let (poorer, card) = app.household();
        app.needs(poorer, &[("babyjacke", "86", 2)]);
        let jacket = in_stock(&app, "babyjacke", "86", 1)[0];
        let page = coordinator.get("/allocation").expect(200).text();
        assert!(page.contains("80 (noch ohne Baby-Jäckchen / Pullover) + 40 (0\u{a0}% der Grundausstattung) + 0 (0 Wochen) = 120 Punkte, Platz 1 von 3"), "{page}");
        assert!(page.contains(&card.printed()) && !page.contains(&richer.printed()), "one piece goes to one household");
        assert!(page.contains("Los der Woche"));
        // The same lot until the week is over.
        assert_eq!(app.sql("SELECT count(*) FROM house_facts WHERE name LIKE 'lot-%'"), "1");

        let out = app.cli(&["allocate", "--dry-run", "--json"]);
        let rows: serde_json::Value = serde_json::from_slice(&out.stdout).expect("a list");
        assert_eq!(rows.as_array().map(Vec::len), Some(1));
        assert_eq!((&rows[0]["u"], &rows[0]["score"], &rows[0]["rank"]), (&80.into(), &120.into(), &1.into()));
        let (pair, once) = (hidden(&page, "pair"), hidden(&page, "once"));
        assert_eq!(pair, format!("{}:{}", rows[0]["line"].as_str().unwrap_or(""), rows[0]["item"].as_str().unwrap_or("")));
        coordinator.post_form("/allocation", &[("once", &once)]).expect(303);
        assert!(coordinator.get("/allocation").text().contains("Nichts angekreuzt"));
        coordinator.post_form("/allocation", &[("once", &once), ("pair", &pair)]).expect(303);
        let done = coordinator.get("/allocation").expect(200).text();
        assert!(done.contains("1 Teil zurückgelegt."), "{done}");
        assert_eq!(app.sql("SELECT state FROM items WHERE product_code = 'babyjacke'"), "reserved");
        assert_eq!(app.sql("SELECT u || ' ' || b || ' ' || w FROM reservations"), "80 40 0");
        assert_eq!(app.sql(&format!("SELECT state FROM needs WHERE household_id = '{poorer}'")), "reserved");
        // The same form once more does nothing more.
        coordinator.post_form("/allocation", &[("once", &once), ("pair", &pair)]).expect(303);
        assert_eq!(app.sql("SELECT count(*) FROM movements WHERE kind = 'reserve'"), "1");

        coordinator.post_form(&undo(&done), &[]).expect(303);
        assert_eq!(app.sql(&format!("SELECT state FROM items WHERE label = '{jacket}'")), "in_stock");
        assert_eq!(app.sql("SELECT count(*) FROM reservations"), "0");
        assert_eq!(app.sql(&format!("SELECT state FROM needs WHERE household_id = '{poorer}'")), "open");

        // What somebody took meanwhile is not laid aside.
        let mut scanner = app.scanner();
        scanner.scan("handout", richer);
        scanner.scan("handout", jacket);
        coordinator.post_form("/allocation", &[("pair", &pair)]).expect(303);
        assert!(coordinator.get("/allocation").text().contains("0 zurückgelegt. 1 nicht"));
        app.assert_sound();
    }

    another_than_the_first_needs_a_reason_and_is_counted => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let (richer, richer_card) = with_a_blanket(&app, &[("babyjacke", "86", 1)]);
        let (poorer, card) = app.household();
        app.needs(poorer, &[("babyjacke", "86", 1)]);
        let jacket = in_stock(&app, "babyjacke", "86", 1)[0];
        let path = format!("/allocation/{}", id_of(&app, jacket));
        let page = coordinator.get(&path).expect(200).text();
        let (first, second) = (page.find(&card.printed()).expect("first"), page.find(&richer_card.printed()).expect("second"));
        assert!(first < second, "in the order of the rule");
        let (proposed, once) = (need_of(&app, poorer, "babyjacke"), hidden(&page, "once"));
        let need = need_of(&app, richer, "babyjacke");
        let fields = |reason: &'static str| [("once", once.clone()), ("proposed", need.clone()), ("need", need.clone()), ("reason", reason.to_owned())];
        let send = |reason| {
            let fields = fields(reason);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            coordinator.post_form(&path, &fields)
        };
        let refused = send(" ").expect(422).text();
        assert!(refused.contains("warum es anders vergeben wird"), "{refused}");
        assert_eq!(app.sql("SELECT count(*) FROM reservations"), "0");
        // Ticking what the rule does not propose is no way around the reason.
        coordinator.post_form("/allocation", &[("pair", &format!("{need}:{}", id_of(&app, jacket)))]).expect(303);
        assert!(coordinator.get("/allocation").text().contains("0 zurückgelegt. 1 nicht"));
        send("Das Kind friert heute.").expect(303);
        assert_eq!(app.sql("SELECT household_id FROM reservations"), richer.to_string());
        assert_eq!(app.sql("SELECT kind || ' ' || reason FROM overrides"), "allocation Das Kind friert heute.");
        assert_eq!(app.sql("SELECT instead_of FROM overrides"), proposed, "whatever the form says");
        assert_ne!(app.sql(&format!("SELECT count(*) FROM access_log WHERE household_id = '{poorer}' AND context = 'allocation'")), "0");
        let list = coordinator.get("/allocation").expect(200).text();
        assert!(list.contains("1 Mal zurückgelegt, 1 Mal anders entschieden"), "{list}");
        let kept = coordinator.get("/overrides").expect(200).text();
        assert!(kept.contains("anderer Haushalt als vorgeschlagen") && kept.contains("Das Kind friert heute."), "{kept}");
        assert!(kept.contains(&format!("href=\"/items/{}\"", id_of(&app, jacket))), "{kept}");
        // A piece that does not fit cannot be given, whatever is sent.
        let small = in_stock(&app, "babyjacke", "56", 1)[0];
        let path = format!("/allocation/{}", id_of(&app, small));
        let need = need_of(&app, poorer, "babyjacke");
        coordinator.post_form(&path, &[("need", &need), ("reason", "einfach so")]).expect(422);
        app.assert_sound();
    }

    the_words_of_a_proposal_are_true_and_one_who_waits_alone_needs_no_choice => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let (household, _) = app.household();
        app.needs(household, &[("babyjacke", "86", 4)]);
        let jackets = in_stock(&app, "babyjacke", "86", 2);
        let page = coordinator.get("/allocation").expect(200).text();
        assert!(page.contains("40 (hat 0 von 4, 1 weiteres ist schon vorgeschlagen)"), "{page}");
        let page = coordinator.get(&format!("/allocation/{}", id_of(&app, jackets[0]))).expect(200).text();
        assert!(page.contains("Niemand sonst wartet auf dieses Teil.") && !page.contains("name=\"need\""), "{page}");
    }

    what_is_over_or_outgrown_is_no_longer_had => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let (household, _) = with_a_blanket(&app, &[("babyjacke", "86", 1)]);
        in_stock(&app, "babyjacke", "86", 1);
        let page = || coordinator.get("/allocation").expect(200).text();
        assert!(!page().contains("(0\u{a0}% der Grundausstattung)"), "{}", page());
        // Its time is over and somebody said that it is needed again: it weighs nothing any more.
        app.sql(&format!("UPDATE needs SET renew_months = 12, renew_at = NULL WHERE household_id = '{household}' AND state = 'fulfilled'"));
        app.needs(household, &[("strampler", "86", 1)]);
        assert!(page().contains("40 (0\u{a0}% der Grundausstattung)"), "{}", page());
    }

    what_there_is_plenty_of_needs_no_points => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let (household, _) = app.household();
        app.needs(household, &[("babyjacke", "86", 1)]);
        in_stock(&app, "babyjacke", "86", 2);
        let page = coordinator.get("/allocation").expect(200).text();
        assert!(page.contains("Freie Auswahl") && page.contains("2 da, 1 gebraucht") && !page.contains("name=\"pair\""), "{page}");
    }

    everything_that_a_filter_finds_is_confirmed_at_once => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        for _ in 0..4 {
            let (household, _) = app.household();
            app.needs(household, &[("babyjacke", "86", 1), ("strampler", "86", 1)]);
        }
        in_stock(&app, "babyjacke", "86", 3);
        in_stock(&app, "strampler", "86", 3);
        let page = coordinator.get("/allocation?product=babyjacke&order=household").expect(200).text();
        assert_eq!(page.matches("name=\"pair\"").count(), 3);
        assert_eq!(page.matches("checked").count(), 3);
        let none = coordinator.get("/allocation?tick=none").expect(200).text();
        assert_eq!((none.matches("name=\"pair\"").count(), none.matches("checked").count()), (6, 0));
        let seen = hidden(&page, "seen");
        let all = |seen: &str| {
            coordinator.post_form("/allocation", &[("all", "yes"), ("seen", seen), ("product", "babyjacke"), ("order", "household")]).expect(303);
            coordinator.get("/allocation").expect(200).text()
        };
        assert!(all("something else").contains("Die Vorschläge haben sich geändert"));
        assert!(all(&seen).contains("3 Teile zurückgelegt."));
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'reserved' AND product_code = 'babyjacke'"), "3");
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'reserved'"), "3");
        app.assert_sound();
    }

    only_who_may_allocate_sees_whom_it_is_for => |app| {
        for role in [Role::Volunteer, Role::Mentor, Role::Treasurer, Role::Admin] {
            let somebody = app.signed_in(role);
            somebody.get("/allocation").expect(403);
            somebody.post_form("/allocation", &[("pair", "x")]).expect(403);
        }
    }

    the_desks_use_the_same_score => |app| {
        // Recorded first, but the household has half of its things; the other has nothing.
        let (_, richer) = with_a_blanket(&app, &[("babyjacke", "86", 1)]);
        let (poorer, card) = app.household();
        app.needs(poorer, &[("babyjacke", "86", 1)]);
        let mut scanner = app.scanner();
        let label = app.labels(1)[0];
        let verdict = scanner.take_in(&label, "babyjacke", "86", None);
        let detail = verdict["detail"].as_str().expect("a detail").to_owned();
        assert!(detail.contains(&card.as_str()[..3]) && !detail.contains(&richer.as_str()[..3]), "{detail}");
        // Somebody on whose list it is not is told, and nobody is refused.
        let (_, visitor) = app.household();
        let mut desk = app.scanner();
        desk.scan("handout", visitor);
        let verdict = desk.scan("handout", label);
        assert_eq!(verdict["outcome"], "applied");
        let detail = verdict["detail"].as_str().expect("a detail");
        assert!(detail.contains("2 Haushalte mit höherem Bedarf warten auf diese Größe"), "{detail}");
        // Where there is plenty, nothing is said.
        let more = in_stock(&app, "babyjacke", "86", 6);
        let detail = desk.scan("handout", more[0])["detail"].as_str().expect("a detail").to_owned();
        assert!(!detail.contains("höherem Bedarf"), "{detail}");
        app.assert_sound();
    }
}

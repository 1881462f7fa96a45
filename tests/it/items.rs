//! Items on their pages: found by whatever somebody knows of them, corrected, moved on, and taken back.

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::donors::{follow, links};
use crate::support::{Backend, Event, TestApp, both};

both! {
    how_many_pieces_of_one_gift_are_out_is_counted_for_nobody_who_may_not_know => |app| {
        let donor = app.donor(DonorKind::Private, "Erna Erfunden");
        let (donation, code) = app.donation(donor);
        let labels = app.labels(3);
        let mut scanner = app.scanner();
        labels.iter().for_each(|label| { scanner.take_in(label, "winterjacke", "104", Some(&code)); });
        let (_, card) = app.household();
        scanner.scan("handout", card);
        assert_eq!(scanner.scan("handout", labels[0])["outcome"], "applied");
        let (treasurer, coordinator) = (app.signed_in(Role::Treasurer), app.signed_in(Role::Coordinator));
        for narrow in [format!("donation={donation}"), format!("donor={donor}")] {
            let page = treasurer.get(&format!("/items?{narrow}")).expect(200).text();
            assert!(page.contains("Alle (3)") && page.contains("3 Artikel, 3 Teile"), "{page}");
            assert!(page.contains("<span>ausgegeben</span>") && !page.contains("ausgegeben (1)"), "{page}");
            assert!(coordinator.get(&format!("/items?{narrow}")).expect(200).text().contains("ausgegeben (1)"));
            let out = treasurer.get(&format!("/items?{narrow}&state=handed_out")).expect(200).text();
            assert!(!out.contains("1 Artikel, 1 Teil") && !out.contains("items.csv"), "{out}");
            let csv = treasurer.get(&format!("/items.csv?{narrow}")).expect(200).text();
            assert!(!csv.contains("ausgegeben") && csv.lines().count() == 4, "{csv}");
            assert_eq!(treasurer.get(&format!("/items.csv?{narrow}&state=handed_out")).expect(200).text(), csv);
            let csv = coordinator.get(&format!("/items.csv?{narrow}&state=handed_out")).expect(200).text();
            assert!(csv.contains("ausgegeben") && csv.lines().count() == 2, "{csv}");
        }
        // Of all gifts together everybody who sees items knows it.
        assert!(treasurer.get("/items").expect(200).text().contains("ausgegeben (1)"));
    }

    an_item_is_found_by_what_one_knows_of_it => |app| {
        let donor = app.donor(DonorKind::Company, "Beispiel Bekleidung GmbH");
        let (donation, code) = app.donation(donor);
        let labels = app.labels(61);
        let mut scanner = app.scanner();
        scanner.take_in(&labels[1], "winterjacke", "140", None);
        scanner.take_in(&labels[2], "jeans", "M", None);
        // The donation sticks at its terminal.
        app.scanner().take_in(&labels[0], "winterjacke", "104", Some(&code));
        let coordinator = app.signed_in(Role::Coordinator);
        let found = |query: &str| {
            let page = coordinator.get(&format!("/items?{query}")).expect(200).text();
            // Behind its address each row knows the list it stands in.
            let bare = |href: String| href.split('?').next().unwrap_or_default().to_owned();
            let mut rows: Vec<String> = links(&page, "/items/A").into_iter().map(bare).collect();
            rows.sort();
            rows
        };
        let at = |number: usize| format!("/items/{}", labels[number]);
        let sorted = |mut rows: Vec<String>| { rows.sort(); rows };
        assert_eq!(found(&format!("q={}", labels[0].printed().replace(' ', "+"))), [at(0)]);
        assert_eq!(found(&format!("q={}", &labels[0].as_str()[..7])), [at(0)]);
        assert_eq!(found("q=winterjacke"), sorted(vec![at(0), at(1)]));
        assert_eq!(found("q=wi+ja+104"), [at(0)]);
        assert_eq!(found("q=140"), [at(1)]);
        assert_eq!(found("q=winter+jacket&state=in_stock"), sorted(vec![at(0), at(1)]));
        assert_eq!(found("group=BOT"), [at(2)]);
        assert_eq!(found(&format!("donation={donation}")), [at(0)]);
        assert_eq!(found(&format!("donor={donor}&q=winterjacke")), [at(0)]);
        for nothing in ["q=%25", "q=Zelt", "state=discarded", "group=BOT&q=winterjacke", "state=Unsinn&q=Zelt"] {
            assert!(found(nothing).is_empty(), "{nothing}");
        }

        // More than one page, the newest first, each item once.
        let events = labels[3..].iter().map(|label| Event::new("intake", label).field("product", "tshirt")).collect();
        scanner.send_all(events);
        let first = coordinator.get("/items").expect(200).text();
        let next = links(&first, "/items?after=").pop().expect("a second page");
        let second = coordinator.get(&next).expect(200).text();
        let mut all = links(&first, "/items/A");
        assert_eq!(all.len(), 50);
        all.extend(links(&second, "/items/A"));
        let in_order = all.clone();
        all.sort();
        all.dedup();
        assert_eq!((all.len(), in_order.last()), (61, Some(&at(1))));
        assert!(first.contains("Alle (61)") && first.contains("61 Artikel, 61 Teile"), "{first}");
        let back = links(&second, "/items?before=").pop().expect("a way back");
        assert_eq!(links(&coordinator.get(&back).expect(200).text(), "/items/A"), links(&first, "/items/A"));
    }

    an_item_is_corrected_moved_on_and_taken_back => |app| {
        let label = app.labels(1)[0];
        let (household, card) = app.household();
        app.needs(household, &[("winterjacke", "", 1)]);
        let mut scanner = app.scanner();
        scanner.take_in(&label, "winterjacke", "140", None);
        scanner.scan("handout", card);
        assert_eq!(scanner.scan("handout", label)["outcome"], "applied");
        let coordinator = app.signed_in(Role::Coordinator);
        let id = app.sql("SELECT id FROM items");
        let need = || app.sql("SELECT got FROM needs");

        let correction = [("product", "winterjacke"), ("size", "146"), ("cut", "K"), ("condition", "worn"), ("version", "2")];
        let (page, _) = follow(&coordinator, coordinator.post_form(&format!("/items/{id}/edit"), &correction));
        assert!(page.contains("<h1>Winterjacke Gr. 146</h1>") && page.contains("Berichtigt"), "{page}");
        assert_eq!((app.sql("SELECT state FROM items"), need()), ("handed_out".to_owned(), "1".to_owned()));

        // The correction, then the handing out are taken back: not with an old page, and not twice.
        let undo = |version: &str| coordinator.post_form(&format!("/items/{id}/undo"), &[("version", version)]);
        assert!(undo("2").expect(409).text().contains("Probe coordinator-"));
        let (page, _) = follow(&coordinator, undo("3"));
        assert!(page.contains("<h1>Winterjacke Gr. 140</h1>") && page.contains("Zurückgenommen: Berichtigt"), "{page}");
        assert!(undo("4").expect(422).text().contains("schon zurückgenommen"));
        let back = scanner.scan("return", label);
        assert_eq!((back["outcome"].as_str(), need().as_str()), (Some("applied"), "0"));

        for (step, version, state) in [("restock", "5", "in_stock"), ("missing", "6", "missing"), ("restock", "7", "in_stock"), ("discard", "8", "discarded")] {
            coordinator.post_form(&format!("/items/{id}/step"), &[("step", step), ("version", version)]).expect(303);
            assert_eq!(app.sql("SELECT state FROM items"), state);
        }
        // What is discarded does not go to care.
        coordinator.post_form(&format!("/items/{id}/step"), &[("step", "to_care"), ("version", "9")]).expect(422);
        follow(&coordinator, undo("9"));
        assert_eq!(app.sql("SELECT state FROM items"), "in_stock");
        app.assert_sound();
    }

    a_piece_goes_back_into_its_lot => |app| {
        let label = app.labels(1)[0];
        let (_, card) = app.household();
        let mut scanner = app.scanner();
        scanner.send(Event::new("intake", label).with("quantity", 10).field("product", "socken"));
        scanner.scan("handout", card);
        scanner.send(Event::new("handout", label).with("quantity", 3));
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.get(&format!("/items/{label}")).expect(200).text();
        assert!(page.contains("noch 7 Teile im Posten"), "{page}");
        let piece = app.sql("SELECT id FROM items WHERE split_from IS NOT NULL");
        let page = coordinator.get(&format!("/items/{piece}")).expect(200).text();
        assert!(page.contains(&format!("/items/{label}")) && page.contains("Aus einem Posten ausgegeben"), "{page}");
        coordinator.post_form(&format!("/items/{piece}/undo"), &[("version", "1")]).expect(303);
        assert_eq!(app.sql("SELECT quantity FROM items WHERE split_from IS NULL"), "10");
        assert_eq!(app.sql("SELECT state FROM items WHERE split_from IS NOT NULL"), "void");
        app.assert_sound();
    }

    two_lots_before_the_card_give_two_pieces => |app| {
        let labels = app.labels(2);
        let (_, card) = app.household();
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.send(Event::new("intake", label).with("quantity", 5).field("product", "socken"));
        }
        for label in &labels {
            assert_eq!(scanner.scan("handout", label)["outcome"], "question");
        }
        assert_eq!(scanner.scan("handout", card)["outcome"], "applied");
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE split_from IS NOT NULL AND state = 'handed_out'"), "2");
        assert_eq!(app.sql("SELECT sum(quantity) FROM items"), "10");
        app.assert_sound();
    }

    a_correction_is_taken_back_on_its_page_and_not_at_a_desk => |app| {
        let label = app.labels(1)[0];
        app.scanner().take_in(&label, "winterjacke", "140", None);
        let coordinator = app.signed_in(Role::Coordinator);
        let id = app.sql("SELECT id FROM items");
        let correction = [("product", "jeans"), ("size", "M"), ("condition", "good"), ("version", "1")];
        coordinator.post_form(&format!("/items/{id}/edit"), &correction).expect(303);
        let undo = Event::new("lookup", gabentisch::codes::Command::Undo.code()).0;
        let answer = coordinator.post_json("/api/v1/scans", &serde_json::json!({ "events": [undo] })).expect(200).json();
        assert_eq!(answer["verdicts"][0]["outcome"], "duplicate", "a desk knows its own scans: {answer}");
        assert_eq!(app.sql("SELECT product_code FROM items"), "jeans");
        coordinator.post_form(&format!("/items/{id}/undo"), &[("version", "2")]).expect(303);
        assert_eq!(app.sql("SELECT product_code FROM items"), "winterjacke");
        app.assert_sound();
    }
}

#[test]
fn a_volunteer_sees_the_piece_but_neither_donor_nor_buttons() {
    let app = TestApp::new();
    let donor = app.donor(DonorKind::Private, "Erna Erfunden");
    let (donation, code) = app.donation(donor);
    let label = app.labels(1)[0];
    app.scanner().take_in(&label, "winterjacke", "140", Some(&code));
    let volunteer = app.signed_in(Role::Volunteer);
    for path in [format!("/items/{label}"), "/items".to_owned(), format!("/items?donation={donation}&donor={donor}")] {
        let page = volunteer.get(&path).expect(200).text();
        assert!(page.contains("Winterjacke"), "{page}");
        assert!(!page.contains("Erfunden") && !page.contains("/undo") && !page.contains("/donors"), "{path}: {page}");
    }
    let id = app.sql("SELECT id FROM items");
    volunteer.post_form(&format!("/items/{id}/undo"), &[("version", "1")]).expect(403);
    volunteer.get("/donors").expect(403);
    volunteer.get("/items/A000000000").expect(404);
}

#[test]
fn a_correction_that_cannot_be_is_refused() {
    let app = TestApp::new();
    let label = app.labels(1)[0];
    app.scanner().take_in(&label, "winterjacke", "140", None);
    let coordinator = app.signed_in(Role::Coordinator);
    let id = app.sql("SELECT id FROM items");
    let long = "9".repeat(17);
    for (product, cut, size) in [("zauberstab", "", ""), ("ZAUBER", "", ""), ("stillbh", "M", ""), ("jeans", "", &long)]
    {
        let fields = [("product", product), ("cut", cut), ("size", size), ("condition", "good"), ("version", "1")];
        coordinator.post_form(&format!("/items/{id}/edit"), &fields).expect(422);
    }
    assert_eq!(app.sql("SELECT version FROM items"), "1");
}

/// Who knows the day on which a household came would know from a list of pieces what it got.
#[test]
fn the_treasurer_sees_the_month_in_which_a_piece_went_out() {
    let app = TestApp::with_clock(Backend::Sqlite, "2026-07-15T10:00:00Z".parse().expect("a moment"));
    let label = app.labels(1)[0];
    let mut scanner = app.scanner();
    scanner.take_in(&label, "jeans", "M", None);
    let (_, card) = app.household();
    scanner.scan("handout", card);
    assert_eq!(scanner.scan("handout", label)["outcome"], "applied");
    app.sql("UPDATE items SET moved_at = '2026-07-15 10:00:00.000000'");
    for (role, sees_days) in [(Role::Treasurer, false), (Role::Volunteer, true), (Role::Coordinator, true)] {
        let client = app.signed_in(role);
        for path in ["/items.csv?state=handed_out", "/items?state=handed_out"] {
            let seen = client.get(path).expect(200).text();
            assert!(seen.contains("07.2026"), "{role} {path}: {seen}");
            assert_eq!(seen.contains("15.07.2026"), sees_days, "{role} {path}: {seen}");
        }
    }
}

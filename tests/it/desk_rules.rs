//! Numbers, offers, a lead's yes and labels described on the spot: what a scanner hears, on both databases.

use gabentisch::actions::{arrange_locations, make_codes};
use gabentisch::codes::{Code, Command, Kind};
use gabentisch::domain::rights::Role;
use serde_json::{Value, json};

use crate::support::{Backend, Event, Scanner, TestApp, both};

fn detail(verdict: &Value) -> &str {
    verdict["detail"].as_str().unwrap_or_default()
}

/// Takes a piece in as it is said, into the place.
fn to_place(scanner: &mut Scanner, label: &Code, product: &str, size: &str, place: &Code) -> Value {
    let event = Event::new("intake", label).field("product", product).field("size", size);
    scanner.send(event.field("location", place.to_string()))
}

both! {
    a_number_after_the_piece_makes_a_lot_and_counts_at_the_handout => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("socken", "", 5)]);
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&label, "socken", "39-42", None);
        let made = scanner.command("intake", Command::Quantity(10));
        assert_eq!(made["headline"], "Jetzt 10 Stück: Socken Gr. 39-42");
        assert_eq!(app.sql("SELECT quantity, state FROM items"), "10|in_stock");
        scanner.scan("handout", card);
        scanner.scan("handout", label);
        assert_eq!(scanner.command("handout", Command::Quantity(5))["detail"], "5 von 5 auf der Liste · 5 in diesem Besuch");
        assert_eq!(scanner.command("handout", Command::Quantity(2))["pieces"], 2);
        assert_eq!(app.sql("SELECT got, state FROM needs"), "2|partly");
        assert_eq!(scanner.command("handout", Command::Quantity(11))["outcome"], "refused");
        assert_eq!(scanner.command("handout", Command::Quantity(10))["pieces"], 10);
        app.assert_sound();
        assert_eq!(scanner.command("handout", Command::Undo)["pieces"], 0);
        assert_eq!(app.sql("SELECT got, state FROM needs"), "0|open");
        assert_eq!(app.sql("SELECT quantity, state FROM items WHERE label IS NOT NULL"), "10|in_stock");
        // Nothing is left of the visit; the intake goes back by one undo, number and all.
        assert_eq!(scanner.command("handout", Command::Undo)["outcome"], "duplicate");
        assert_eq!(scanner.command("intake", Command::Undo)["outcome"], "applied");
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state <> 'void'"), "0");
        app.assert_sound();
    }

    the_intake_says_where_pieces_like_this_lie => |app| {
        let (_, shelf_a) = app.shelf("Regal A");
        let (_, shelf_b) = app.shelf("Regal B");
        let labels = app.labels(8);
        let mut scanner = app.scanner();
        let first = scanner.take_in(&labels[0], "winterjacke", "104", None);
        assert_eq!(detail(&first), "Ablegen bei: Jacken & Wetter");
        assert_eq!(detail(&to_place(&mut scanner, &labels[1], "winterjacke", "104", &shelf_a)), "Ablegen in: Regal A");
        for label in &labels[2..4] {
            to_place(&mut scanner, label, "winterjacke", "110", &shelf_b);
        }
        // The desk still stands at shelf B; another one does not.
        let mut other = app.scanner();
        let said = |verdict: Value| detail(&verdict).to_owned();
        assert!(said(other.take_in(&labels[4], "winterjacke", "104", None)).starts_with("Ablegen in: Regal A"));
        assert!(said(other.take_in(&labels[5], "winterjacke", "122", None)).starts_with("Ablegen in: Regal B"), "most of the product");
        assert_eq!(said(other.take_in(&labels[6], "regenjacke", "104", None)), "Ablegen in: Regal B", "most of the group");
        assert_eq!(said(other.take_in(&labels[7], "topf", "", None)), "Ablegen bei: Küche & Haushalt");
    }

    a_household_that_waits_for_exactly_this_gets_it_laid_aside => |app| {
        let ((blocked, _), (household, card)) = (app.household(), app.household());
        app.needs(blocked, &[("winterjacke", "104", 1)]);
        app.sql(&format!("UPDATE households SET state = 'blocked' WHERE id = '{blocked}'"));
        app.needs(household, &[("winterjacke", "104", 1)]);
        let (pickup, _) = app.shelf("Abholung 1");
        let labels = app.labels(3);
        let mut scanner = app.scanner();
        assert_eq!(scanner.take_in(&labels[0], "winterjacke", "128", None)["offers"], false, "does not fit");
        let offered = scanner.take_in(&labels[1], "winterjacke", "104", None);
        assert_eq!((&offered["outcome"], &offered["offers"], &offered["asks"]), (&json!("applied"), &json!(true), &json!(false)));
        let short = &card.as_str()[..3];
        assert!(detail(&offered).starts_with(&format!("Ein Haushalt wartet darauf ({short}…): JA legt es zurück")), "{offered}");
        assert!(!offered.to_string().contains(card.as_str()), "not the whole card");
        let laid = scanner.command("intake", Command::Yes);
        assert_eq!(laid["headline"], "Zurückgelegt: Winterjacke Gr. 104");
        assert_eq!(detail(&laid), format!("Ablegen im Abholregal, für {short}…"));
        assert_eq!(app.sql("SELECT state FROM needs ORDER BY state"), "open\nreserved");
        app.assert_sound();
        assert_eq!(scanner.take_in(&labels[2], "winterjacke", "104", None)["offers"], false, "one is enough for one");
        scanner.command("intake", Command::Undo);
        scanner.command("intake", Command::Undo);
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'reserved'"), "0");
        assert_eq!(app.sql("SELECT state FROM needs ORDER BY state"), "open\nopen");
        app.assert_sound();
        // Once more, with a shelf for it.
        arrange_locations::set_pickup(&app.house, &app.caretaker(), pickup, 1, true).expect("marked");
        scanner.take_in(&labels[2], "winterjacke", "104", None);
        assert_eq!(detail(&scanner.command("intake", Command::Yes)), format!("Ablegen in: Abholung 1, für {short}…"));
        assert_eq!(app.sql("SELECT l.name FROM items i JOIN locations l ON l.id = i.location_id WHERE i.state = 'reserved'"), "Abholung 1");
        scanner.scan("handout", card);
        assert_eq!(scanner.scan("handout", labels[2])["detail"], "1 von 1 auf der Liste · 1 in diesem Besuch");
        scanner.command("handout", Command::Undo);
        assert_eq!(app.sql("SELECT count(*) FROM needs WHERE state = 'reserved'"), "1", "it lies there again");
        app.assert_sound();
    }

    the_most_urgent_household_comes_first => |app| {
        let ((first, _), (second, card)) = (app.household(), app.household());
        app.needs(first, &[("jeans", "140", 1)]);
        app.needs(second, &[("jeans", "140", 1)]);
        app.sql(&format!("UPDATE needs SET urgency = 'wish' WHERE household_id = '{first}'"));
        let label = app.labels(1)[0];
        let offered = app.scanner().take_in(&label, "jeans", "140", None);
        assert!(detail(&offered).contains(&card.as_str()[..3]), "{offered}");
    }

    enough_is_said_when_stock_covers_what_is_needed => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("jeans", "140", 1)]);
        let labels = app.labels(6);
        let mut scanner = app.scanner();
        let take = |scanner: &mut Scanner, at: usize| detail(&scanner.take_in(&labels[at], "jeans", "140", None)).to_owned();
        assert!(take(&mut scanner, 0).contains("wartet darauf"), "the first is for somebody");
        scanner.scan("handout", card);
        scanner.scan("handout", labels[0]);
        scanner.scan("handout", card);
        // One went out lately: one more is needed, the next is one too many.
        assert_eq!(take(&mut scanner, 1), "Ablegen bei: Hosen, Röcke, Kleider");
        assert_eq!(take(&mut scanner, 2), "Ablegen bei: Hosen, Röcke, Kleider · Genug davon: 2 da, 1 gebraucht");
        app.needs(household, &[("jeans", "140", 4)]);
        assert!(!take(&mut scanner, 3).contains("Genug"));
    }

    a_lead_says_yes_by_badge_and_stands_in_the_ledger => |app| {
        let ((household, _), (_, other)) = (app.household(), app.household());
        app.needs(household, &[("rock", "38", 1)]);
        let (volunteer, badge) = app.add_user_with_badge("ehrenamt", Role::Volunteer);
        let (lead, leads_badge) = app.add_user_with_badge("leitung", Role::Coordinator);
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        scanner.scan("handout", badge);
        scanner.take_in(&labels[0], "rock", "38", None);
        scanner.command("intake", Command::Yes);
        scanner.take_in(&labels[1], "rock", "38", None);
        scanner.scan("handout", other);
        let asked = scanner.scan("handout", labels[0]);
        assert_eq!((&asked["outcome"], &asked["asks_lead"]), (&json!("question"), &json!(true)), "{asked}");
        assert_eq!(asked["headline"], "Für einen anderen Haushalt reserviert: Rock Gr. 38. Trotzdem ausgeben?");
        let refused = scanner.command("handout", Command::Yes);
        assert_eq!((&refused["headline"], &refused["asks"]), (&json!("Bitte die Leitung: Ausweis scannen."), &json!(true)));
        assert_eq!(scanner.scan("handout", badge)["outcome"], "refused", "the volunteer's own badge is no yes");
        assert_eq!(scanner.scan("handout", leads_badge)["pieces"], 1);
        let actors = app.sql("SELECT actor_id FROM movements WHERE kind IN ('release', 'handout')");
        assert_eq!(actors, format!("{lead}\n{lead}"));
        assert_eq!(app.sql("SELECT state FROM needs"), "open", "nothing lies ready any more");
        app.assert_sound();
        // The volunteer is still the one who scans.
        assert_eq!(scanner.scan("handout", labels[1])["outcome"], "applied");
        assert_eq!(app.sql("SELECT actor_id FROM movements ORDER BY position DESC LIMIT 1"), volunteer.to_string());
        scanner.command("handout", Command::Undo);
        scanner.command("handout", Command::Undo);
        assert_eq!(app.sql("SELECT state FROM items ORDER BY state"), "in_stock\nreserved");
        assert_eq!(app.sql("SELECT state FROM needs"), "reserved");
        app.assert_sound();
    }

    a_lead_who_scans_answers_by_key => |app| {
        let ((_, first), (_, second)) = (app.household(), app.household());
        let (_, badge) = app.add_user_with_badge("leitung", Role::Coordinator);
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.scan("handout", badge);
        scanner.take_in(&label, "rock", "38", None);
        for card in [first, second] {
            scanner.scan("handout", card);
            scanner.scan("handout", label);
        }
        assert_eq!(scanner.command("handout", Command::Yes)["outcome"], "applied");
        app.assert_sound();
    }

    a_blank_label_is_described_on_the_spot => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("tshirt", "", 2)]);
        let labels = app.labels(3);
        let sheet = make_codes::blank(&app.house, &app.caretaker(), Kind::Product, 1).expect("a code")[0];
        app.sql(&format!("UPDATE labels SET state = 'bound', subject = 'tshirt' WHERE code = '{sheet}'"));
        let mut scanner = app.scanner();
        assert_eq!(scanner.scan("handout", labels[0])["outcome"], "refused", "without a visit it goes to the intake");
        scanner.scan("handout", card);
        let asked = scanner.scan("handout", labels[0]);
        assert_eq!((&asked["outcome"], &asked["headline"]), (&json!("question"), &json!("Etikett noch leer. Was ist es?")));
        let desk = scanner.client.get("/api/v1/terminal").expect(200).json()["desk"].clone();
        assert_eq!(desk["describes"], labels[0].printed());
        let given = scanner.scan("handout", sheet);
        assert_eq!((&given["headline"], &given["detail"]), (&json!("T-Shirt"), &json!("1 von 2 auf der Liste · 1 in diesem Besuch")));
        assert_eq!(app.sql("SELECT kind FROM movements ORDER BY position"), "intake\nhandout");
        assert_eq!(app.sql("SELECT count(DISTINCT event_id) FROM movements"), "1");
        app.assert_sound();
        assert_eq!(scanner.command("handout", Command::Undo)["pieces"], 0);
        assert_eq!(app.sql("SELECT state FROM items"), "void");
        app.assert_sound();
        // Again, said by the terminal itself in one event; the piece entered by mistake comes back to life.
        let described = Event::new("handout", labels[0]).field("product", "jeans").field("size", "140");
        assert_eq!(scanner.send(described)["headline"], "Jeans Gr. 140");
        // Another terminal was faster.
        scanner.scan("handout", labels[1]);
        app.scanner().take_in(&labels[1], "jeans", "140", None);
        let late = scanner.scan("handout", sheet);
        assert_eq!(late["outcome"], "refused", "{late}");
        assert_eq!(scanner.scan("handout", labels[1])["outcome"], "applied");
        app.assert_sound();
    }
}

#[test]
fn above_the_limit_of_the_settings_a_lead_is_asked() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let app = TestApp::with(backend, |settings| settings.pieces_per_person = std::num::NonZeroU16::new(2));
        let (_, card) = app.household();
        let (_, lead) = app.add_user_with_badge("leitung", Role::Coordinator);
        let labels = app.labels(3);
        let mut scanner = app.scanner();
        scanner.send(Event::new("intake", labels[0]).field("product", "seife").with("quantity", 10));
        scanner.take_in(&labels[1], "handtuch", "", None);
        scanner.scan("handout", card);
        assert_eq!(scanner.send(Event::new("handout", labels[0]).with("quantity", 2))["outcome"], "applied");
        let asked = scanner.scan("handout", labels[1]);
        assert_eq!(asked["headline"], "Grenze erreicht, 2 von 2 Teilen: Handtuch. Trotzdem ausgeben?");
        assert_eq!(scanner.scan("handout", lead)["pieces"], 3);
        assert_eq!(scanner.scan("handout", labels[2])["outcome"], "refused", "a blank label cannot be asked about");
        app.assert_sound();
    }
}

/// The page that marks the shelf, and the browser's desk that offers and lays aside.
#[test]
fn the_pick_up_shelf_is_marked_on_its_page_and_named_by_the_browsers_desk() {
    let app = TestApp::new();
    let (household, _) = app.household();
    app.needs(household, &[("winterjacke", "104", 1)]);
    let (shelf, _) = app.shelf("Abholung 1");
    let coordinator = app.signed_in(Role::Coordinator);
    let path = format!("/settings/locations/{shelf}");
    assert!(coordinator.get(&path).expect(200).text().contains("Zum Abholregal machen"));
    let marked = [("version", "1"), ("pickup", "true")];
    coordinator.post_form(&format!("{path}/pickup"), &marked).expect(303);
    assert!(coordinator.get(&path).expect(200).text().contains("Kein Abholregal mehr"));
    assert!(coordinator.get("/settings/locations").expect(200).text().contains("Abholregal"));
    // Somebody changed it meanwhile.
    coordinator.post_form(&format!("{path}/pickup"), &marked).expect(422);

    let volunteer = app.signed_in(Role::Volunteer);
    volunteer.post_form(&format!("{path}/pickup"), &marked).expect(403);
    let label = app.labels(1)[0];
    let said = [("code", label.as_str()), ("product", "winterjacke"), ("cut", "K"), ("size", "104")];
    let page = volunteer.post_form("/desk/intake", &said).expect(200).text();
    assert!(page.contains("Aufgenommen: Winterjacke Kinder Gr. 104"), "the cut is named");
    assert!(page.contains("Zurücklegen") && !page.contains("data-question"), "offered, not asked");
    let yes = Command::Yes.code();
    let page = volunteer.post_form("/desk/intake", &[("action", yes.as_str())]).expect(200).text();
    assert!(page.contains("Ablegen in: Abholung 1"), "{page}");
}

//! `/desk/photo`: one photo, one list, one action, on both databases.

use gabentisch::codes::{Code, Command};
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::support::photo::Photo;
use crate::support::{Event, TestApp, both};

fn taken_in(app: &TestApp, count: usize) -> Vec<Code> {
    let labels = app.labels(count);
    let mut scanner = app.scanner();
    for label in &labels {
        scanner.take_in(label, "tshirt", "104", None);
    }
    labels
}

fn count(app: &TestApp, of: &str) -> String {
    app.sql(&format!("SELECT count(*) FROM {of}"))
}

both! {
    a_table_with_the_card_is_handed_out_as_one_action => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("tshirt", "104", 2)]);
        let labels = taken_in(&app, 4);
        let client = app.signed_in(Role::Volunteer);
        let mut codes = labels.clone();
        codes.insert(2, card);
        let mut photo = Photo::of(&client, "handout", &codes);
        assert!(photo.page.contains("5 Codes gefunden") && photo.page.contains(&card.printed()), "{}", photo.page);
        assert_eq!(count(&app, "visits"), "0", "looking books nothing");
        photo.says(&labels[0], "ok", "Wird ausgegeben.").says(&card, "ok", "Öffnet den Besuch.");
        // Who belongs to the card is seen at the desk, where the look is written down.
        assert!(photo.page.contains("Für den Haushalt der Karte") && !photo.page.contains("Personen"), "{}", photo.page);
        assert_eq!(count(&app, "access_log"), "0");
        assert_eq!(photo.ticks(), 4);
        // One is unticked: it stays.
        let mut fields = photo.fields("book", &[]);
        fields.retain(|(name, _)| *name != "tick-2");
        photo.post(&fields);
        assert!(photo.page.contains("3 Teile gebucht."), "{}", photo.page);
        photo.says(&labels[0], "ok", "Ausgegeben.").says(&labels[1], "ok", "Wird ausgegeben.");
        assert_eq!(count(&app, "items WHERE state = 'handed_out'"), "3");
        assert_eq!(app.sql("SELECT got FROM needs"), "2");
        // The double click: the same form again books nothing more, and says the same.
        let before = count(&app, "movements");
        photo.post(&fields);
        assert_eq!((count(&app, "movements"), count(&app, "visits")), (before, "1".to_owned()));
        // All of it back, once.
        photo.press("undo", &[]);
        photo.says(&labels[0], "none", "Zurückgenommen.").says(&labels[3], "none", "Zurückgenommen.");
        assert!(photo.page.contains("3 Teile zurückgenommen.") && !photo.page.contains("gebucht."), "{}", photo.page);
        assert_eq!(count(&app, "items WHERE state = 'handed_out'"), "0");
        assert_eq!(app.sql("SELECT got FROM needs"), "0");
        let before = count(&app, "movements");
        photo.press("undo", &[]);
        assert_eq!(count(&app, "movements"), before);
        assert!(client.get("/desk/handout").text().contains("0 Teile"), "the desk counts what is left of the visit");
        app.assert_sound();
    }

    a_blocked_card_is_refused_on_its_own_line => |app| {
        let (household, card) = app.household();
        let labels = taken_in(&app, 1);
        let coordinator = app.signed_in(Role::Coordinator);
        let state = format!("/households/{household}/state");
        coordinator.post_form(&state, &[("version", "1"), ("state", "blocked")]).expect(303);
        let client = app.signed_in(Role::Volunteer);
        let photo = Photo::of(&client, "handout", &[card, labels[0]]);
        photo.says(&card, "stop", "Karte gesperrt").says(&labels[0], "again", "Wartet auf die Karte.");
        assert_eq!(photo.ticks(), 0);
    }

    what_a_household_does_not_need_is_said_once_its_visit_is_open => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("tshirt", "104", 1)]);
        let labels = taken_in(&app, 3);
        let client = app.signed_in(Role::Volunteer);
        let closed = Photo::of(&client, "handout", &[card, labels[0], labels[1], labels[2]]);
        assert!(!closed.page.contains("Bedarfsliste"), "{}", closed.page);
        client.post_form("/desk/handout", &[("code", card.as_str())]).expect(200);
        let open = Photo::of(&client, "handout", &[labels[0], labels[1], labels[2]]);
        open.says(&labels[0], "ok", "Wird ausgegeben.");
        assert!(open.line(&labels[1]).contains("Bedarfsliste"), "{}", open.line(&labels[1]));
    }

    without_a_card_the_list_asks_for_it => |app| {
        let (_, card) = app.household();
        let labels = taken_in(&app, 2);
        let client = app.signed_in(Role::Volunteer);
        let mut photo = Photo::of(&client, "handout", &labels);
        assert!(photo.page.contains("Für welchen Haushalt?"));
        photo.says(&labels[0], "again", "Wartet auf die Karte.");
        assert_eq!(photo.ticks(), 0);
        photo.press("look", &[("code", card.as_str())]);
        assert_eq!(photo.ticks(), 2);
        photo.press("book", &[]);
        assert_eq!(count(&app, "items WHERE state = 'handed_out'"), "2");
        app.assert_sound();
    }

    an_open_visit_takes_the_pieces_and_a_stale_list_books_nothing => |app| {
        let ((_, first), (_, second)) = (app.household(), app.household());
        let labels = taken_in(&app, 2);
        let client = app.signed_in(Role::Volunteer);
        client.post_form("/desk/handout", &[("code", first.as_str()), ("action", "scan")]).expect(200);
        let mut photo = Photo::of(&client, "handout", &labels);
        assert!(photo.page.contains("Für den offenen Besuch") && photo.page.contains(&first.printed()));
        let old = photo.fields("book", &[]);
        let visit = old.iter().find(|(name, _)| name == "lead").map(|(_, visit)| visit.clone()).expect("a visit");
        let next = [("code", second.as_str()), ("action", "scan"), ("visit", visit.as_str())];
        client.post_form("/desk/handout", &next).expect(200);
        photo.post(&old);
        assert_eq!(count(&app, "items WHERE state = 'handed_out'"), "0", "the page showed another household");
        let notice = photo.page.split("Inzwischen hat sich").next().expect("a notice");
        assert!(notice.rsplit("class=\"notice").next().is_some_and(|tag| tag.contains("warning")), "{}", photo.page);
        assert!(photo.page.contains("Inzwischen hat sich") && photo.page.contains(&second.printed()));
        photo.press("book", &[]);
        assert_eq!(count(&app, "items WHERE state = 'handed_out'"), "2");
        app.assert_sound();
    }

    each_line_hears_its_own_verdict_when_others_were_faster => |app| {
        let ((_, card), (_, other)) = (app.household(), app.household());
        let labels = taken_in(&app, 4);
        let client = app.signed_in(Role::Volunteer);
        let mut codes = vec![card];
        codes.extend(&labels);
        let mut photo = Photo::of(&client, "handout", &codes);
        let mut scanner = app.scanner();
        scanner.scan("handout", other);
        scanner.scan("handout", labels[1]);
        photo.press("book", &[]);
        photo.says(&labels[1], "stop", "Schon ausgegeben am");
        for label in [labels[0], labels[2], labels[3]] {
            photo.says(&label, "ok", "Ausgegeben.");
        }
        assert!(photo.page.contains("3 Teile gebucht, 1 nicht"), "{}", photo.page);
        // A piece that moved on meanwhile stays where it is; the others come back.
        scanner.scan("return", labels[0]);
        photo.press("undo", &[]);
        photo.says(&labels[0], "stop", "inzwischen weiterbewegt").says(&labels[2], "none", "Zurückgenommen.");
        assert!(photo.page.contains("2 Teile zurückgenommen, 1 nicht"), "{}", photo.page);
        assert_eq!(count(&app, "items WHERE state = 'handed_out'"), "1");
        app.assert_sound();
    }

    equal_pieces_are_taken_in_with_one_photo => |app| {
        let (_, donation) = app.donation(app.donor(DonorKind::Company, "Muster Kleidung GmbH"));
        let labels = app.labels(6);
        let client = app.signed_in(Role::Volunteer);
        let mut photo = Photo::of(&client, "intake", &labels);
        photo.says(&labels[0], "again", "Was ist das?");
        assert_eq!(photo.ticks(), 0);
        // What Enter presses neither chooses nor books, and words that were typed are looked for first.
        let first = photo.page.split("form=\"photo-form\" name=\"action\" value=\"").nth(1).expect("a button");
        assert!(first.starts_with("look\""), "{first}");
        photo.press("book", &[("q", "wi ja 104"), ("donation", donation.as_str())]);
        assert_eq!(count(&app, "movements"), "0");
        photo.says(&labels[0], "ok", "Wird aufgenommen.");
        assert!(photo.page.contains("Winterjacke · Kinder · 104"), "{}", photo.page);
        photo.press("size:110", &[("donation", donation.as_str())]);
        assert_eq!(photo.ticks(), 6);
        photo.press("book", &[("donation", donation.as_str())]);
        assert!(photo.page.contains("6 Teile gebucht."));
        assert_eq!(count(&app, "items WHERE size = '110' AND cut = 'K' AND donation_id IS NOT NULL"), "6");
        photo.press("undo", &[]);
        assert_eq!(count(&app, "items WHERE state = 'void'"), "6");
        app.assert_sound();
    }

    a_donation_in_the_photo_is_whose_pieces_they_are => |app| {
        let donor = app.donor(DonorKind::Company, "Muster Kleidung GmbH");
        let ((_, code), (_, other)) = (app.donation(donor), app.donation(donor));
        let labels = app.labels(2);
        let client = app.signed_in(Role::Volunteer);
        let mut photo = Photo::of(&client, "intake", &[code, labels[0], labels[1]]);
        photo.says(&code, "ok", "Die Teile gehören zu dieser Spende.");
        photo.press("look", &[("q", "tshirt 104"), ("donation", code.as_str())]);
        photo.press("book", &[("donation", code.as_str())]);
        assert!(photo.page.contains("2 Teile gebucht."), "{}", photo.page);
        assert_eq!(count(&app, "items WHERE donation_id IS NOT NULL"), "2");
        // Of two donations nobody knows which: none is taken.
        let photo = Photo::of(&client, "intake", &[code, other, labels[0]]);
        photo.says(&other, "stop", "Mehrere Spenden");
        app.assert_sound();
    }

    what_the_intake_desk_has_chosen_goes_along => |app| {
        let labels = app.labels(2);
        let client = app.signed_in(Role::Volunteer);
        let page = client.get("/desk/photo?mode=intake&product=winterjacke&cut=K&size=104&condition=&donation=").text();
        assert!(page.contains("name=\"product\" value=\"winterjacke\"") && page.contains("name=\"size\" value=\"104\""));
        client.post_form("/desk/intake", &[("code", labels[0].as_str()), ("product", "tshirt"), ("size", "92")]).expect(200);
        let photo = Photo::of(&client, "intake", &labels);
        photo.says(&labels[1], "ok", "Wird aufgenommen.").says(&labels[0], "again", "Schon im Bestand");
        assert!(photo.page.contains("T-Shirt · 92"), "{}", photo.page);
    }

    a_shelf_in_the_photo_is_where_pieces_go => |app| {
        let ((shelf, code), (_, cellar)) = (app.shelf("Regal 3"), app.shelf("Keller"));
        let labels = taken_in(&app, 3);
        let client = app.signed_in(Role::Volunteer);
        let mut photo = Photo::of(&client, "move", &[labels[0], code, labels[1], labels[2]]);
        photo.says(&code, "ok", "Das ist der Ort.").says(&labels[0], "ok", "Wird umgeräumt.");
        photo.press("book", &[]);
        assert_eq!(count(&app, &format!("items WHERE location_id = '{shelf}'")), "3");
        photo.says(&labels[0], "ok", "Jetzt in Regal 3");
        let mut photo = Photo::of(&client, "move", &labels[..2]);
        photo.says(&labels[0], "again", "liegt schon in Regal 3");
        photo.press("look", &[("code", cellar.as_str())]).press("book", &[("code", cellar.as_str())]);
        assert_eq!(count(&app, &format!("items WHERE location_id = '{shelf}'")), "1");
        photo.press("undo", &[]);
        assert_eq!(count(&app, &format!("items WHERE location_id = '{shelf}'")), "3");
        app.assert_sound();
    }

    pieces_come_back_and_looking_up_changes_nothing => |app| {
        let (_, card) = app.household();
        let labels = taken_in(&app, 3);
        let mut scanner = app.scanner();
        scanner.scan("handout", card);
        for label in &labels[..2] {
            scanner.scan("handout", label);
        }
        let client = app.signed_in(Role::Volunteer);
        let photo = Photo::of(&client, "lookup", &labels);
        assert_eq!(photo.ticks(), 0);
        photo.says(&labels[0], "ok", "ausgegeben").says(&labels[2], "ok", "im Bestand");
        let photo = Photo::of(&client, "lookup", &[card, labels[2]]);
        photo.says(&card, "stop", "Wird aus einem Foto nicht nachgeschlagen.");
        assert!(!photo.page.contains("Personen"));
        let mut photo = Photo::of(&client, "return", &labels);
        photo.says(&labels[0], "ok", "Kommt zurück").says(&labels[2], "again", "war nicht ausgegeben");
        photo.press("book", &[]);
        assert_eq!(count(&app, "items WHERE state = 'in_care'"), "2");
        app.assert_sound();
    }

    of_a_lot_one_piece_is_booked_and_named => |app| {
        let (_, card) = app.household();
        let lot = app.labels(1)[0];
        let lot_in = Event::new("intake", lot).field("product", "tshirt").field("size", "104").with("quantity", 10);
        app.scanner().send(lot_in);
        let client = app.signed_in(Role::Volunteer);
        let mut photo = Photo::of(&client, "handout", &[card, lot]);
        photo.says(&lot, "ok", "1 von 10: T-Shirt Gr. 104");
        photo.press("book", &[]);
        assert_eq!(app.sql("SELECT quantity FROM items WHERE state = 'in_stock'"), "9");
        assert!(Photo::of(&client, "move", &[lot]).line(&lot).contains("9 × T-Shirt Gr. 104"));
        app.assert_sound();
    }

    a_late_click_opens_the_visit_again => |app| {
        let (_, card) = app.household();
        let labels = taken_in(&app, 2);
        let client = app.signed_in(Role::Volunteer);
        let mut photo = Photo::of(&client, "handout", &[card, labels[0], labels[1]]);
        let mut fields = photo.fields("book", &[]);
        fields.retain(|(name, _)| name != "tick-3");
        photo.post(&fields);
        let visit = app.sql("SELECT id FROM visits");
        let finish = Command::Finish.code();
        client.post_form("/desk/handout", &[("action", finish.as_str()), ("visit", visit.as_str())]).expect(200);
        assert_eq!(count(&app, "visits WHERE closed_at IS NULL"), "0");
        photo.look().press("book", &[("tick-3", "1")]);
        assert_eq!(count(&app, "items WHERE state = 'handed_out'"), "2");
        assert_eq!((count(&app, "visits"), count(&app, "visits WHERE closed_at IS NULL")), ("1".to_owned(), "1".to_owned()));
        assert_eq!(count(&app, "access_log"), "2", "the desk shows the household once more");
        app.assert_sound();
    }

    what_does_not_count_is_listed_and_left_alone => |app| {
        let ((_, card), (_, second)) = (app.household(), app.household());
        let labels = taken_in(&app, 1);
        let blank = app.labels(1)[0];
        let client = app.signed_in(Role::Volunteer);
        // The same label twice is one line; a command sheet on the table does nothing.
        let mut photo = Photo::of(&client, "handout", &[labels[0], labels[0], Command::Lock.code(), blank, card]);
        assert!(photo.line(&labels[0]).contains("2 × auf dem Bild"));
        photo.says(&Command::Lock.code(), "stop", "Befehle werden").says(&blank, "stop", "Etikett noch leer");
        photo.press("book", &[]);
        assert_eq!(count(&app, "movements WHERE kind = 'handout'"), "1");
        let photo = Photo::of(&client, "handout", &[card, second]);
        assert!(photo.page.contains("Mehrere Karten auf dem Bild"));
        app.assert_sound();
    }
}

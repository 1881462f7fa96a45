//! A stocktake from the first scan to the booking, at terminals and on pages, on both databases.

use gabentisch::codes::{Code, Command};
use gabentisch::domain::rights::Role;
use jiff::{SignedDuration, Timestamp};

use crate::support::photo::Photo;
use crate::support::{Client, Event, Scanner, TestApp, both};

/// Takes pieces in and puts them on a shelf.
fn shelved(app: &TestApp, scanner: &mut Scanner, shelf: Code, count: usize) -> Vec<Code> {
    let labels = app.labels(count);
    for label in &labels {
        scanner.take_in(label, "tshirt", "104", None);
    }
    scanner.scan("move", shelf);
    for label in &labels {
        scanner.scan("move", label);
    }
    labels
}

fn count(app: &TestApp, of: &str) -> String {
    app.sql(&format!("SELECT count(*) FROM {of}"))
}

/// The stocktake's page as somebody sees it.
struct Review<'a> {
    client: &'a Client,
    path: String,
    page: String,
}

impl<'a> Review<'a> {
    fn of(app: &TestApp, client: &'a Client) -> Review<'a> {
        let path = format!("/stocktakes/{}", app.sql("SELECT id FROM stocktakes ORDER BY opened_at DESC LIMIT 1"));
        let page = client.get(&path).expect(200).text();
        Review { client, path, page }
    }

    /// Presses a button with the hidden fields that stand on the page.
    #[track_caller]
    fn press(&mut self, action: &str, status: u16) -> &mut Self {
        let mut fields = vec![("action".to_owned(), action.to_owned())];
        for input in self.page.split("<input type=\"hidden\" name=\"").skip(1) {
            let (name, rest) = input.split_once('"').expect("a name");
            let value = rest.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a value");
            if fields.iter().all(|(known, _)| known != name) {
                fields.push((name.to_owned(), value.to_owned()));
            }
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = self.client.post_form(&self.path, &fields).expect(status);
        self.page = if status == 303 { self.client.get(&self.path).expect(200).text() } else { answer.text() };
        self
    }

    #[track_caller]
    fn says(&mut self, sentence: &str) -> &mut Self {
        assert!(self.page.contains(sentence), "not {sentence:?}: {}", self.page);
        self
    }
}

both! {
    a_shelf_is_counted_reviewed_and_booked => |app| {
        let ((here_id, here), (_, there)) = (app.shelf("Regal 3"), app.shelf("Keller"));
        let (_, card) = app.household();
        let mut scanner = app.scanner();
        let own = shelved(&app, &mut scanner, here, 4);
        let other = shelved(&app, &mut scanner, there, 1);
        // Missing since before, and handed out since before: both lie here all the same.
        let coordinator = app.signed_in(Role::Coordinator);
        let lost = shelved(&app, &mut scanner, there, 1);
        let id = app.sql(&format!("SELECT id FROM items WHERE label = '{}'", lost[0]));
        coordinator.post_form(&format!("/items/{id}/step"), &[("step", "missing"), ("version", "2")]).expect(303);
        let out = shelved(&app, &mut scanner, there, 1);
        scanner.scan("handout", card);
        scanner.scan("handout", out[0]);
        let blank = app.labels(1)[0];
        let movements = count(&app, "movements");

        assert_eq!(scanner.scan("stocktake", own[0])["headline"], "Welcher Ort?");
        let begun = scanner.scan("stocktake", here);
        assert_eq!((&begun["headline"], &begun["detail"]), (&"Inventur Regal 3".into(), &"4 Teile erwartet. Jetzt alles scannen, was hier liegt.".into()));
        assert_eq!(scanner.scan("stocktake", own[0])["detail"], "1 von 4 gesehen");
        assert_eq!(scanner.scan("stocktake", own[1])["detail"], "2 von 4 gesehen");
        assert_eq!(scanner.scan("stocktake", own[1])["headline"], "Schon gezählt: T-Shirt Gr. 104");
        assert_eq!(scanner.scan("stocktake", other[0])["headline"], "Gehört nach Keller: T-Shirt Gr. 104");
        assert_eq!(scanner.scan("stocktake", lost[0])["headline"], "Wiedergefunden: T-Shirt Gr. 104");
        assert_eq!(scanner.scan("stocktake", out[0])["headline"], "Ausgegeben, liegt aber hier: T-Shirt Gr. 104");
        assert_eq!(scanner.scan("stocktake", blank)["headline"], "Etikett noch leer.");
        assert_eq!(scanner.scan("stocktake", card)["outcome"], "refused");
        // A slip of the hand is taken back.
        assert_eq!(scanner.scan("stocktake", own[2])["detail"], "3 von 4 gesehen");
        assert_eq!(scanner.command("stocktake", Command::Undo)["headline"], format!("Nicht mehr gezählt: {}", own[2].printed()));
        assert_eq!(count(&app, "movements"), movements, "counting books nothing");

        let mut review = Review::of(&app, &coordinator);
        review.says("Noch nicht gesehen: 2").press("review", 303);
        review.says("Fehlt: 2").says("Gehört woanders hin: 1").says("Wiedergefunden: 1").says("Dürfte nicht hier sein: 1");
        review.says("Etikett ohne Teil: 1").says("Liegt richtig: 2");
        let old = Review::of(&app, &coordinator).page;
        review.press("post", 303).says("gebucht");
        assert_eq!(count(&app, "items WHERE state = 'missing'"), "2");
        assert_eq!(count(&app, &format!("items WHERE state = 'in_stock' AND location_id = '{here_id}'")), "4");
        assert_eq!(count(&app, "items WHERE state = 'handed_out'"), "1");
        assert_eq!(app.sql("SELECT found || ' ' || elsewhere || ' ' || found_again || ' ' || missing FROM stocktakes"), "2 1 1 2");
        // The second of two clicks books nothing more.
        let movements = count(&app, "movements");
        review.page = old;
        review.press("post", 422);
        assert_eq!(count(&app, "movements"), movements);
        assert_eq!(scanner.scan("stocktake", own[2])["headline"], "Die Inventur Regal 3 ist abgeschlossen.");
        // One that turns up after all is taken back on its page, without the others.
        let id = app.sql(&format!("SELECT id FROM items WHERE label = '{}'", own[2]));
        coordinator.post_form(&format!("/items/{id}/undo"), &[("version", "3")]).expect(303);
        assert_eq!(count(&app, "items WHERE state = 'missing'"), "1");
        let list = coordinator.get("/stocktakes").expect(200).text();
        assert!(list.contains("33\u{a0}%"), "{list}");
        app.assert_sound();
    }

    what_happens_during_the_count_is_not_missing => |app| {
        let ((_, here), (_, there)) = (app.shelf("Regal 3"), app.shelf("Keller"));
        let (_, card) = app.household();
        let (mut scanner, mut desk) = (app.scanner(), app.scanner());
        let own = shelved(&app, &mut scanner, here, 4);
        let coming = shelved(&app, &mut scanner, there, 1);
        scanner.scan("stocktake", here);
        scanner.scan("stocktake", own[0]);
        scanner.scan("stocktake", own[1]);
        // Handed out after it was seen, handed out without being seen, carried away, and brought here.
        desk.scan("handout", card);
        desk.scan("handout", own[1]);
        desk.scan("handout", own[2]);
        desk.scan("move", there);
        desk.scan("move", own[3]);
        desk.scan("move", here);
        desk.scan("move", coming[0]);
        let coordinator = app.signed_in(Role::Coordinator);
        let mut review = Review::of(&app, &coordinator);
        review.press("review", 303).says("Inzwischen weiterbewegt: 1").says("Inzwischen gekommen: 1").says("Liegt richtig: 1");
        assert!(!review.page.contains("Fehlt: "));
        review.press("post", 303);
        assert_eq!(count(&app, "items WHERE state = 'missing'"), "0");
        assert_eq!(app.sql("SELECT found || ' ' || missing FROM stocktakes"), "1 0");
        app.assert_sound();
    }

    counting_on_after_the_review_asks_for_another_look => |app| {
        let (_, here) = app.shelf("Regal 3");
        let mut scanner = app.scanner();
        let own = shelved(&app, &mut scanner, here, 2);
        scanner.scan("stocktake", here);
        scanner.scan("stocktake", own[0]);
        let coordinator = app.signed_in(Role::Coordinator);
        let mut review = Review::of(&app, &coordinator);
        review.press("review", 303).says("Fehlt: 1");
        let mut second = app.scanner();
        assert_eq!(second.scan("stocktake", here)["headline"], "Inventur Regal 3 geht weiter");
        second.scan("stocktake", own[1]);
        review.press("post", 409).says("Zählung beenden").says("Liegt richtig: 2");
        assert_eq!(count(&app, "items WHERE state = 'missing'"), "0");
        assert_eq!(count(&app, "stocktakes"), "1", "one at a time for each place");
        // The piece was moved away between the look and the click: the figures are others.
        review.press("review", 303).says("Liegt richtig: 2");
        let (_, there) = app.shelf("Keller");
        second.scan("move", there);
        second.scan("move", own[0]);
        review.press("post", 409);
        assert_eq!(count(&app, "stocktakes WHERE state = 'posted'"), "0");
        review.press("drop", 303).says("verworfen");
        assert_eq!(scanner.scan("stocktake", here)["headline"], "Inventur Regal 3", "a new one begins");
        assert_eq!(count(&app, "stocktakes"), "2");
        app.assert_sound();
    }

    volunteers_count_and_the_coordinator_books => |app| {
        let (_, here) = app.shelf("Regal 3");
        let mut scanner = app.scanner();
        let own = shelved(&app, &mut scanner, here, 2);
        let volunteer = app.signed_in(Role::Volunteer);
        assert!(volunteer.get("/stocktakes").expect(200).text().contains("Regal 3"));
        let page = volunteer.post_form("/desk/stocktake", &[("action", "place"), ("place", here.as_str())]).expect(200).text();
        assert!(page.contains("Inventur Regal 3") && page.contains("Noch nicht gesehen"));
        // An empty one may be dropped by whoever opened it by mistake.
        let mut review = Review::of(&app, &volunteer);
        review.press("drop", 303);
        volunteer.post_form("/desk/stocktake", &[("action", "place"), ("place", here.as_str())]).expect(200);
        volunteer.post_form("/desk/stocktake", &[("action", "scan"), ("code", own[0].as_str())]).expect(200);
        let mut review = Review::of(&app, &volunteer);
        review.press("review", 303).says("Buchen kann die Leitung");
        assert!(!review.page.contains("Verwerfen, nichts buchen"));
        volunteer.post_form(&review.path, &[("action", "drop"), ("version", "2")]).expect(403);
        volunteer.post_form(&review.path, &[("action", "post"), ("version", "2"), ("found", "1"), ("missing", "1")]).expect(403);
        assert_eq!(count(&app, "stocktakes WHERE state = 'reviewing'"), "1");
        volunteer.get("/stocktakes/no-id").expect(404);
        app.assert_sound();
    }

    a_count_that_was_kept_back_misses_nothing_that_came_later => |app| {
        let (_, here) = app.shelf("Regal 3");
        let mut scanner = app.scanner();
        let own = shelved(&app, &mut scanner, here, 2);
        // Counted an hour ago without a connection, when the second piece was not there yet.
        let before = (Timestamp::now() - SignedDuration::from_hours(1)).to_string();
        let mut late = app.scanner();
        late.send_all(vec![
            Event::new("stocktake", here).with("occurred_at", before.clone()),
            Event::new("stocktake", own[0]).with("occurred_at", before),
        ]);
        let coordinator = app.signed_in(Role::Coordinator);
        let mut review = Review::of(&app, &coordinator);
        review.press("review", 303).says("Inzwischen gekommen: 1").says("Liegt richtig: 1").press("post", 303);
        assert_eq!(count(&app, "items WHERE state = 'missing'"), "0");
        app.assert_sound();
    }

    a_clock_that_was_never_set_counts_all_the_same => |app| {
        let (_, here) = app.shelf("Regal 3");
        let mut scanner = app.scanner();
        let own = shelved(&app, &mut scanner, here, 2);
        scanner.send_all(vec![
            Event::new("stocktake", here).with("occurred_at", "1970-01-01T00:00:10Z"),
            Event::new("stocktake", own[0]).with("occurred_at", "1970-01-01T00:00:15Z"),
        ]);
        let coordinator = app.signed_in(Role::Coordinator);
        Review::of(&app, &coordinator).press("review", 303).says("Fehlt: 1").says("Liegt richtig: 1");
        app.assert_sound();
    }

    each_undo_forgets_one_scan => |app| {
        let (_, here) = app.shelf("Regal 3");
        let (mut scanner, mut second) = (app.scanner(), app.scanner());
        let own = shelved(&app, &mut scanner, here, 2);
        scanner.scan("stocktake", here);
        second.scan("stocktake", here);
        for code in [own[0], own[1], own[0]] {
            scanner.scan("stocktake", code);
        }
        second.scan("stocktake", own[1]);
        let mut undo = |says: String| assert_eq!(scanner.command("stocktake", Command::Undo)["headline"], says);
        undo(format!("Zurückgenommen. {} bleibt gezählt, von einem anderen Scan.", own[0].printed()));
        undo(format!("Zurückgenommen. {} bleibt gezählt, von einem anderen Scan.", own[1].printed()));
        undo(format!("Nicht mehr gezählt: {}", own[0].printed()));
        undo("Es gibt nichts zurückzunehmen (nur die letzten 15 Minuten).".to_owned());
        assert_eq!(second.scan("stocktake", own[0])["detail"], "2 von 2 gesehen");
        assert_eq!(count(&app, "stocktake_sightings"), "2");
        app.assert_sound();
    }

    a_room_is_counted_shelf_by_shelf => |app| {
        let ((room_id, room), (shelf_id, shelf)) = (app.shelf("Lagerraum"), app.shelf("Regal 3"));
        app.sql(&format!("UPDATE locations SET parent_id = '{room_id}' WHERE id = '{shelf_id}'"));
        let mut scanner = app.scanner();
        assert_eq!(scanner.scan("stocktake", room)["headline"], "In Lagerraum gibt es mehrere Orte.");
        assert_eq!(count(&app, "stocktakes"), "0");
        assert_eq!(scanner.scan("stocktake", shelf)["headline"], "Inventur Regal 3");
        let page = app.signed_in(Role::Volunteer).get("/desk/stocktake").expect(200).text();
        assert!(page.contains(shelf.as_str()) && !page.contains(room.as_str()));
        app.assert_sound();
    }

    an_undo_at_the_handout_leaves_a_booked_stocktake_alone => |app| {
        let (_, here) = app.shelf("Regal 3");
        let mut scanner = app.scanner();
        let own = shelved(&app, &mut scanner, here, 2);
        scanner.scan("stocktake", here);
        scanner.scan("stocktake", own[0]);
        let coordinator = app.signed_in(Role::Coordinator);
        Review::of(&app, &coordinator).press("review", 303).press("post", 303);
        let undo = Command::Undo.code();
        coordinator.post_form("/desk/handout", &[("action", undo.as_str())]).expect(200);
        assert_eq!(count(&app, "movements WHERE kind = 'reversal'"), "0");
        assert_eq!(count(&app, "items WHERE state = 'missing'"), "1");
        app.assert_sound();
    }

    a_photo_of_the_shelf_counts_it => |app| {
        let ((here_id, here), (_, there)) = (app.shelf("Regal 3"), app.shelf("Keller"));
        let mut scanner = app.scanner();
        let own = shelved(&app, &mut scanner, here, 3);
        let other = shelved(&app, &mut scanner, there, 1);
        let client = app.signed_in(Role::Coordinator);
        let mut photo = Photo::of(&client, "stocktake", &own);
        assert!(photo.page.contains("Welcher Ort wird gezählt?"));
        photo.says(&own[0], "again", "Wartet auf den Ort.");
        let mut photo_with_place = Photo::of(&client, "stocktake", &[here, own[0], own[1], other[0]]);
        photo_with_place.says(&own[0], "ok", "Liegt richtig.").says(&other[0], "again", "Gehört nach Keller");
        assert_eq!((photo_with_place.ticks(), count(&app, "stocktakes")), (3, "0".to_owned()), "looking opens nothing");
        photo_with_place.press("book", &[]);
        photo_with_place.says(&own[0], "ok", "Gezählt.");
        assert_eq!(count(&app, "stocktake_sightings"), "3");
        photo_with_place.press("undo", &[]);
        assert_eq!(count(&app, "stocktake_sightings"), "0");
        // The place that is being counted at the desk is the place of the next photo.
        photo.look();
        assert!(photo.page.contains("Inventur Regal 3"), "{}", photo.page);
        photo.press("book", &[]);
        let mut review = Review::of(&app, &client);
        review.press("review", 303).says("Liegt richtig: 3").press("post", 303).says("100\u{a0}%");
        assert_eq!(count(&app, &format!("items WHERE location_id = '{here_id}'")), "3");
        app.assert_sound();
    }
}

#[test]
fn the_check_sees_a_stocktake_that_contradicts_itself() {
    let app = TestApp::new();
    let (_, here) = app.shelf("Regal 3");
    app.scanner().scan("stocktake", here);
    app.assert_sound();
    app.sql("UPDATE stocktakes SET state = 'posted'");
    let out = app.cli(&["check"]);
    assert!(String::from_utf8_lossy(&out.stdout).contains("it is closed, but has no end"));
}

//! Fetching what is laid aside, shelf by shelf; what does not lie there, and what is taken instead.

use gabentisch::codes::Code;
use gabentisch::domain::rights::Role;

use crate::allocation::{hidden, id_of, in_stock, need_of, undo};
use crate::support::{TestApp, both};

/// Puts pieces on a shelf.
fn shelved(app: &TestApp, shelf: Code, labels: &[Code]) {
    let mut scanner = app.scanner();
    scanner.scan("move", shelf);
    for label in labels {
        scanner.scan("move", label);
    }
}

fn confirm_all(app: &TestApp) {
    let coordinator = app.signed_in(Role::Coordinator);
    let page = coordinator.get("/allocation").expect(200).text();
    coordinator.post_form("/allocation", &[("all", "yes"), ("seen", &hidden(&page, "seen"))]).expect(303);
}

both! {
    a_volunteer_fetches_in_the_order_of_the_shelves => |app| {
        let ((_, tenth), (_, second), (pickup, _)) = (app.shelf("Regal 10"), app.shelf("Regal 2"), app.shelf("Abholung"));
        app.sql(&format!("UPDATE locations SET pickup = TRUE WHERE id = '{pickup}'"));
        let (household, card) = app.household();
        app.needs(household, &[("babyjacke", "86", 1), ("strampler", "86", 1)]);
        let (jacket, romper) = (in_stock(&app, "babyjacke", "86", 1)[0], in_stock(&app, "strampler", "86", 1)[0]);
        shelved(&app, tenth, &[jacket]);
        shelved(&app, second, &[romper]);
        confirm_all(&app);
        let volunteer = app.signed_in(Role::Volunteer);
        let page = volunteer.get("/pick").expect(200).text();
        let (near, far) = (page.find("Regal 2").expect("near"), page.find("Regal 10").expect("far"));
        assert!(near < far && page.contains("2 Teile zu holen"), "{page}");
        assert!(page.contains(&format!("Tüte {}", &card.as_str()[..3])), "{page}");
        for private in [card.printed(), card.to_string(), household.to_string(), "/households".to_owned()] {
            assert!(!page.contains(&private), "a volunteer reads {private}");
        }
        let (item, version) = (hidden(&page, "item"), hidden(&page, "version"));
        assert_eq!(item, id_of(&app, romper), "the first shelf first");
        let fetched = [("action", "picked"), ("item", &item), ("version", &version)];
        volunteer.post_form("/pick", &fetched).expect(303);
        assert_eq!(app.sql(&format!("SELECT location_id FROM items WHERE id = '{item}'")), pickup.to_string());
        assert_eq!(app.sql("SELECT count(*) FROM reservations WHERE picked_at IS NOT NULL"), "1");
        let page = volunteer.get("/pick").expect(200).text();
        assert!(page.contains("1 Teil zu holen") && !page.contains("Strampler"), "{page}");
        // A second click has no second effect.
        volunteer.post_form("/pick", &fetched).expect(303);
        assert!(volunteer.get("/pick").text().contains("nicht mehr zu holen"));
        volunteer.post_form(&undo(&page), &[]).expect(303);
        assert!(volunteer.get("/pick").text().contains("2 Teile zu holen"));
        assert_eq!(app.sql("SELECT count(*) FROM reservations WHERE picked_at IS NOT NULL"), "0");
        for role in [Role::Mentor, Role::Treasurer, Role::Admin] {
            app.signed_in(role).get("/pick").expect(403);
        }
        app.assert_sound();
    }

    what_does_not_lie_there_is_missing_and_the_next_best_is_offered => |app| {
        let (shelf_id, shelf) = app.shelf("Regal 3");
        let (household, _) = app.household();
        let (other, _) = app.household();
        app.needs(household, &[("babyjacke", "86", 1)]);
        app.needs(other, &[("babyjacke", "92", 2)]);
        let gone = in_stock(&app, "babyjacke", "86", 1)[0];
        shelved(&app, shelf, &[gone]);
        confirm_all(&app);
        let larger = in_stock(&app, "babyjacke", "92", 1)[0];
        let volunteer = app.signed_in(Role::Volunteer);
        let need = need_of(&app, household, "babyjacke");
        // Nothing is offered to who did not look for it.
        let take = [("action", "next"), ("need", need.as_str()), ("item", &id_of(&app, larger))];
        volunteer.post_form("/pick", &take).expect(303);
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'reserved'"), "1");
        let page = volunteer.get("/pick").expect(200).text();
        let (item, version) = (hidden(&page, "item"), hidden(&page, "version"));
        let answer = volunteer.post_form("/pick", &[("action", "missing"), ("item", &item), ("version", &version)]).expect(303);
        let to = answer.location.expect("a way on");
        assert_eq!(to, format!("/pick?next={need}"));
        assert_eq!(app.sql(&format!("SELECT state FROM items WHERE label = '{gone}'")), "missing");
        let offer = volunteer.get(&to).expect(200).text();
        assert!(offer.contains("Nicht gefunden: Baby-Jäckchen") && offer.contains("href=\"/stocktakes\">Inventur"), "{offer}");
        assert!(offer.contains("Dafür passt auch") && offer.contains(&larger.printed()), "{offer}");
        volunteer.post_form("/pick", &take).expect(303);
        assert_eq!(app.sql(&format!("SELECT household_id FROM items WHERE label = '{larger}'")), household.to_string());
        assert_eq!(app.sql("SELECT u || ' ' || b || ' ' || w FROM reservations"), "80 40 0", "with the same score");

        // The shelf is to be counted, until it was.
        let counting = volunteer.get("/stocktakes").expect(200).text();
        assert!(counting.contains("Bitte nachzählen") && counting.contains("Baby-Jäckchen"), "{counting}");
        let mut scanner = app.scanner();
        scanner.scan("stocktake", shelf);
        let coordinator = app.signed_in(Role::Coordinator);
        let path = format!("/stocktakes/{}", app.sql("SELECT id FROM stocktakes"));
        coordinator.post_form(&path, &[("action", "review"), ("version", "1")]).expect(303);
        coordinator.post_form(&path, &[("action", "post"), ("version", "2")]).expect(303);
        assert!(!volunteer.get("/stocktakes").expect(200).text().contains("Bitte nachzählen"));
        assert_eq!(app.sql(&format!("SELECT count(*) FROM shelf_checks WHERE location_id = '{shelf_id}' AND done_at IS NOT NULL")), "1");
        app.assert_sound();
    }

    the_desk_says_what_lies_ready_and_lists_it_first => |app| {
        let (household, card) = app.household();
        app.needs(household, &[("babyjacke", "86", 2)]);
        let jacket = in_stock(&app, "babyjacke", "86", 1)[0];
        confirm_all(&app);
        let volunteer = app.signed_in(Role::Volunteer);
        let bag = format!("Tüte {}", &card.as_str()[..3]);
        let page = volunteer.post_form("/desk/handout", &[("code", card.as_str())]).expect(200).text();
        assert!(page.contains(&format!("1 Teil liegt bereit, {bag} · 1 Zeile")), "{page}");
        let (ready, got) = (page.find("data-ready").expect("a list"), page.find("Bedarfsliste</h2>").unwrap_or(page.len()));
        assert!(ready < got && page[ready..].contains(&jacket.printed()) && page[ready..].contains(&bag), "{page}");
    }
}

//! Everyday pages: taking back, the same for many items, who changed it meanwhile, notes, labels that are replaced.

use gabentisch::codes::Code;
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::donors::follow;
use crate::support::{Client, TestApp, both};

/// Posts fields of which some come several times.
fn post_many(client: &Client, path: &str, fields: &[(String, String)]) -> crate::support::Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post_form(path, &fields)
}

fn field(name: &str, value: impl ToString) -> (String, String) {
    (name.to_owned(), value.to_string())
}

/// The button "take back" that the page after a redirect shows.
fn take_back(client: &Client, page: &str, back: &str) -> crate::support::Answer {
    let deed = page.split("action=\"/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button");
    client.post_form(&format!("/deeds/{deed}/undo"), &[("back", back)])
}

fn stocked(app: &TestApp, count: usize) -> Vec<Code> {
    let labels = app.labels(count);
    let mut scanner = app.scanner();
    for label in &labels {
        scanner.take_in(label, "winterjacke", "140", None);
    }
    labels
}

fn ids(app: &TestApp) -> Vec<String> {
    app.sql("SELECT id FROM items ORDER BY id").lines().map(str::to_owned).collect()
}

both! {
    many_items_move_at_once_and_back_again => |app| {
        stocked(&app, 30);
        let (shelf, _) = app.shelf("Regal 7");
        let coordinator = app.signed_in(Role::Coordinator);
        let deed = uuid::Uuid::now_v7().to_string();
        let mut fields = vec![field("deed", &deed), field("what", format!("move:{shelf}"))];
        let ids = ids(&app);
        fields.extend(ids.iter().map(|id| field("item", format!("{id}:1"))));
        // One of them changed since the list was opened.
        coordinator.post_form(&format!("/items/{}/step", ids[0]), &[("step", "missing"), ("version", "1")]).expect(303);
        let (page, _) = follow(&coordinator, post_many(&coordinator, "/items/bulk", &fields));
        assert!(page.contains("29 gemacht") && page.contains("1 nicht gemacht"), "{page}");
        assert!(page.contains("Uhr geändert"), "it says who was first: {page}");
        assert_eq!(coordinator.get("/").expect(200).text().matches("30 Artikel: umgeräumt").count(), 1, "one line on the home page");
        // A double click is one deed.
        post_many(&coordinator, "/items/bulk", &fields).expect(303);
        let lying = || app.sql(&format!("SELECT count(*) FROM items WHERE location_id = '{shelf}'"));
        assert_eq!((lying().as_str(), app.sql("SELECT count(*) FROM movements WHERE kind = 'relocate'").as_str()), ("29", "29"));

        // Another one goes on; then all is taken back but that one.
        coordinator.post_form(&format!("/items/{}/step", ids[1]), &[("step", "to_care"), ("version", "2")]).expect(303);
        let stranger = app.signed_in(Role::Coordinator);
        stranger.post_form(&format!("/deeds/{deed}/undo"), &[("back", "/")]).expect(404);
        let (page, _) = follow(&coordinator, coordinator.post_form(&format!("/deeds/{deed}/undo"), &[("back", "/")]));
        assert!(page.contains("28 zurückgenommen") && !page.contains("Alles zurücknehmen"), "no button once it is through: {page}");
        let lately = stranger.get("/deeds").expect(200).text();
        assert!(lately.contains("30 Artikel: umgeräumt") && lately.contains(&format!("/deeds/{deed}")), "{lately}");
        assert!(!stranger.get(&format!("/deeds/{deed}")).expect(200).text().contains("/undo\""), "another's is only looked at");
        assert_eq!(lying(), "1");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[("back", "/")]).expect(303);
        assert_eq!(app.sql("SELECT count(*) FROM movements WHERE kind = 'reversal'"), "28");
        app.assert_sound();
    }

    all_that_match_are_meant_only_as_they_were_counted => |app| {
        stocked(&app, 60);
        let coordinator = app.signed_in(Role::Coordinator);
        let fields = |count: &str| {
            let deed = uuid::Uuid::now_v7();
            vec![field("deed", deed), field("what", "condition:worn"), field("all", "yes"), field("count", count), field("q", "winterjacke")]
        };
        let (page, _) = follow(&coordinator, post_many(&coordinator, "/items/bulk", &fields("59")));
        assert!(page.contains("Jetzt passen 60 Artikel"), "{page}");
        post_many(&coordinator, "/items/bulk", &fields("60")).expect(303);
        for _ in 0..100 {
            if app.sql("SELECT count(*) FROM items WHERE item_condition = 'worn'") == "60" {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE item_condition = 'worn'"), "60");
        app.assert_sound();
    }

    each_booking_of_a_page_is_taken_back_with_its_notice => |app| {
        stocked(&app, 1);
        let coordinator = app.signed_in(Role::Coordinator);
        let id = &ids(&app)[0];
        let item = format!("/items/{id}");
        let (page, _) = follow(&coordinator, coordinator.post_form(&format!("{item}/step"), &[("step", "discard"), ("version", "1")]));
        let (page, _) = follow(&coordinator, take_back(&coordinator, &page, &item));
        assert!(page.contains("Rückgängig gemacht. Es ist wieder wie vorher."), "{page}");
        assert_eq!(app.sql("SELECT state FROM items"), "in_stock");

        let donor = app.donor(DonorKind::Private, "Erna Erfunden");
        let edit = format!("/donors/{donor}/edit");
        let (page, _) = follow(&coordinator, coordinator.post_form(&edit, &[("kind", "private"), ("name", "Egon Erfunden"), ("version", "1")]));
        follow(&coordinator, take_back(&coordinator, &page, "/donors"));
        assert_eq!(app.sql("SELECT name FROM donors"), "Erna Erfunden");
        assert_eq!(app.sql("SELECT count(*) FROM deeds WHERE undo LIKE '%Erna%'"), "0", "nothing stays of what was there");

        let (household, _) = app.household();
        app.needs(household, &[("winterjacke", "140", 1)]);
        let need = app.sql("SELECT id FROM needs");
        let withdraw = format!("/households/{household}/needs/{need}/withdraw");
        let (page, _) = follow(&coordinator, coordinator.post_form(&withdraw, &[("version", "1")]));
        follow(&coordinator, take_back(&coordinator, &page, &format!("/households/{household}")));
        assert_eq!(app.sql("SELECT state FROM needs"), "open");
        let (page, _) = follow(&coordinator, coordinator.post_form(&format!("/households/{household}/card"), &[("version", "1")]));
        follow(&coordinator, take_back(&coordinator, &page, "/"));
        let cards = format!("SELECT count(*) FROM labels WHERE subject = '{household}' AND state = 'bound'");
        assert_eq!(app.sql(&cards), "1");

        let (shelf, _) = app.shelf("Regal 1");
        let (page, _) = follow(&coordinator, coordinator.post_form(&format!("/settings/locations/{shelf}"), &[("name", "Regal 2"), ("version", "1")]));
        // Somebody renamed it again: that stays.
        coordinator.post_form(&format!("/settings/locations/{shelf}"), &[("name", "Regal 3"), ("version", "2")]).expect(303);
        let (page, _) = follow(&coordinator, take_back(&coordinator, &page, "/settings/locations"));
        assert!(page.contains("inzwischen weiter geändert"), "{page}");
        assert_eq!(app.sql("SELECT name FROM locations"), "Regal 3");
        app.assert_sound();
    }

    whoever_comes_second_sees_both_and_loses_nothing => |app| {
        stocked(&app, 1);
        let (anna, bert) = (app.signed_in(Role::Coordinator), app.signed_in(Role::Coordinator));
        let id = &ids(&app)[0];
        let correct = |client: &Client, size: &str, version: &str| {
            let fields = [("product", "winterjacke"), ("size", size), ("cut", ""), ("condition", "good"), ("version", version)];
            client.post_form(&format!("/items/{id}/edit"), &fields)
        };
        correct(&anna, "146", "1").expect(303);
        let page = correct(&bert, "152", "1").expect(422).text();
        assert!(page.contains("Probe coordinator-") && page.contains("Uhr geändert"), "{page}");
        assert!(page.contains("<td>146</td><td>152</td>") && page.contains("value=\"152\""), "{page}");
        assert!(page.contains("name=\"version\" value=\"2\""), "{page}");
        correct(&bert, "152", "2").expect(303);
        assert_eq!(app.sql("SELECT size FROM items"), "152");
    }

    a_damaged_label_is_replaced => |app| {
        let labels = stocked(&app, 2);
        let fresh = app.labels(1)[0];
        let coordinator = app.signed_in(Role::Coordinator);
        let id = app.sql(&format!("SELECT id FROM items WHERE label = '{}'", labels[0]));
        let relabel = |code: &str| coordinator.post_form(&format!("/items/{id}/label"), &[("code", code), ("version", "1")]);
        let (_, card) = app.household();
        for wrong in ["", "A0", card.as_str(), labels[1].as_str(), labels[0].as_str()] {
            relabel(wrong).expect(422);
        }
        let (page, _) = follow(&coordinator, relabel(&fresh.printed()));
        assert!(page.contains(&fresh.printed()) && page.contains("ersetzt"), "{page}");
        let mut scanner = app.scanner();
        assert_eq!(scanner.scan("lookup", fresh)["outcome"], "applied");
        assert_ne!(scanner.scan("lookup", labels[0])["outcome"], "applied", "the old label is dead");
        follow(&coordinator, take_back(&coordinator, &page, "/items"));
        assert_eq!(app.sql(&format!("SELECT label FROM items WHERE id = '{id}'")), labels[0].to_string());
        app.assert_sound();
    }

    a_note_is_written_changed_and_deleted => |app| {
        let donor = app.donor(DonorKind::Private, "Erna Erfunden");
        let (household, _) = app.household();
        stocked(&app, 1);
        let (anna, bert) = (app.signed_in(Role::Coordinator), app.signed_in(Role::Coordinator));
        let back = format!("/donors/{donor}");
        let donor = donor.to_string();
        let write = |client: &Client, kind: &str, subject: &str, body: &str| {
            client.post_form("/notes", &[("kind", kind), ("subject", subject), ("body", body), ("at_desk", "on"), ("back", &back)])
        };
        let (page, _) = follow(&anna, write(&anna, "donor", &donor, "Ruft vorher an <b>"));
        assert!(page.contains("Ruft vorher an &#60;b&#62;"), "{page}");
        write(&anna, "donor", &donor, "  ").expect(422);
        write(&anna, "donor", &donor, &"x".repeat(501)).expect(422);
        let note = app.sql("SELECT id FROM notes");
        let change = |client: &Client, body: &str| {
            client.post_form(&format!("/notes/{note}"), &[("body", body), ("version", "1"), ("back", &back)])
        };
        change(&bert, "Nein").expect(422);
        change(&anna, "Ruft nachher an").expect(303);
        change(&anna, "Ruft nie an").expect(409);
        follow(&bert, bert.post_form(&format!("/notes/{note}/delete"), &[("version", "2"), ("back", &back)]));
        let page = anna.get(&back).expect(200).text();
        assert!(page.contains("Gelöscht von Probe coordinator-") && !page.contains("Ruft"), "{page}");

        // What is meant for the desk stands there when the piece is scanned.
        let item = ids(&app).remove(0);
        write(&anna, "item", &item, "Knopf fehlt").expect(303);
        let label = app.sql("SELECT label FROM items");
        let volunteer = app.signed_in(Role::Volunteer);
        let event = uuid::Uuid::now_v7().to_string();
        let scan = [("event_id", event.as_str()), ("visit", ""), ("code", label.as_str()), ("action", "scan")];
        let answer = volunteer.post_form("/desk/intake", &scan);
        let page = if answer.status == 303 { follow(&volunteer, answer).0 } else { answer.text() };
        assert!(page.contains("Notiz: Knopf fehlt"), "{page}");

        // Whoever may not see the thing writes nothing about it.
        for (role, kind, subject) in [(Role::Volunteer, "donor", donor), (Role::Treasurer, "household", household.to_string()), (Role::Mentor, "household", household.to_string())] {
            let status = write(&app.signed_in(role), kind, &subject, "Hallo").status;
            assert!(status == 403 || status == 404, "{role}: {status}");
        }
        assert_eq!(app.sql("SELECT count(*) FROM notes"), "2");
    }
}

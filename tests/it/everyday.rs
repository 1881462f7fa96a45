//! Everyday pages: taking back, the same for many items, who changed it meanwhile, notes, labels that are replaced.

use gabentisch::codes::Code;
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::donors::follow;
use crate::support::served::Served;
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

#[track_caller]
fn wait_until(is_so: impl Fn() -> bool) {
    for _ in 0..100 {
        if is_so() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("it is not so after five seconds");
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
        assert!(page.contains("28 zurückgenommen") && !page.contains(&format!("/deeds/{deed}/undo")), "no button once it is through: {page}");
        let lately = stranger.get("/deeds").expect(200).text();
        assert!(lately.contains("30 Artikel: umgeräumt") && lately.contains(&format!("/deeds/{deed}")), "{lately}");
        assert!(!stranger.get(&format!("/deeds/{deed}")).expect(200).text().contains("/undo\""), "another's is only looked at");
        assert_eq!(lying(), "1");
        coordinator.post_form(&format!("/deeds/{deed}/undo"), &[("back", "/")]).expect(303);
        assert_eq!(app.sql("SELECT count(*) FROM movements WHERE kind = 'reversal'"), "28");
        app.assert_sound();
    }

    all_that_match_are_meant_only_as_they_were_shown => |app| {
        stocked(&app, 60);
        let coordinator = app.signed_in(Role::Coordinator);
        let seen = || {
            let page = coordinator.get("/items?q=winterjacke").expect(200).text();
            assert!(page.contains("alle 60 Artikel"), "{page}");
            page.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a field").to_owned()
        };
        let fields = |seen: &str| {
            let deed = uuid::Uuid::now_v7();
            vec![field("deed", deed), field("what", "condition:worn"), field("all", "yes"), field("seen", seen), field("q", "winterjacke")]
        };
        // As many as before, but one is another than the person saw.
        let before = seen();
        let one = ids(&app).remove(0);
        coordinator.post_form(&format!("/items/{one}/step"), &[("step", "missing"), ("version", "1")]).expect(303);
        let (page, _) = follow(&coordinator, post_many(&coordinator, "/items/bulk", &fields(&before)));
        assert!(page.contains("Jetzt passen 60 Artikel"), "{page}");
        post_many(&coordinator, "/items/bulk", &fields("")).expect(303);
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE item_condition = 'worn'"), "0");
        coordinator.post_form(&format!("/items/{one}/step"), &[("step", "restock"), ("version", "2")]).expect(303);
        post_many(&coordinator, "/items/bulk", &fields(&seen())).expect(303);
        for _ in 0..100 {
            if app.sql("SELECT count(*) FROM items WHERE item_condition = 'worn'") == "60" {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert_eq!(app.sql("SELECT count(*) FROM items WHERE item_condition = 'worn'"), "60");
        app.assert_sound();
    }

    what_a_stop_interrupted_goes_on_at_the_next_start => |app| {
        stocked(&app, 2);
        let (shelf, _) = app.shelf("Regal 7");
        let coordinator = app.signed_in(Role::Coordinator);
        let (deed, ids) = (uuid::Uuid::now_v7().to_string(), ids(&app));
        let fields = [field("deed", &deed), field("what", format!("move:{shelf}")), field("item", format!("{}:1", ids[0]))];
        post_many(&coordinator, "/items/bulk", &fields).expect(303);
        // As it lies there when the server is killed after the first of two.
        let second = format!("INSERT INTO deed_parts (deed_id, part, item_id, version, state) VALUES ('{deed}', 1, '{}', 1, 'waiting')", ids[1]);
        app.sql(&second);
        let _next = Served::start(&[], &app.database, "127.0.0.1:0");
        let lying = || app.sql(&format!("SELECT count(*) FROM items WHERE location_id = '{shelf}'"));
        wait_until(|| lying() == "2");
        wait_until(|| app.sql("SELECT count(*) FROM deed_parts WHERE state = 'done'") == "2");
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

    an_undo_does_not_override_what_came_later => |app| {
        let (anna, bert) = (app.signed_in(Role::Admin), app.signed_in(Role::Admin));
        app.scanner();
        let scanner = app.sql("SELECT id FROM terminals WHERE name = 'Probe'");
        let switch = |client: &Client, active: &str| {
            follow(client, client.post_form(&format!("/settings/terminals/{scanner}"), &[("active", active)])).0
        };
        let is_on = || app.sql(&format!("SELECT count(*) FROM terminals WHERE id = '{scanner}' AND active IS TRUE"));
        let first = switch(&anna, "false");
        switch(&bert, "true");
        let stolen = switch(&bert, "false");
        let (page, _) = follow(&anna, take_back(&anna, &first, "/settings/terminals"));
        assert!(page.contains("inzwischen weiter geändert"), "{page}");
        assert_eq!(is_on(), "0");
        follow(&bert, take_back(&bert, &stolen, "/settings/terminals"));
        assert_eq!(is_on(), "1", "the last one can be taken back");

        // A person with another role and language is again as before.
        let id = app.add_user("vera", Role::Volunteer);
        let path = format!("/settings/users/{id}");
        let other = [("display_name", "Vera"), ("role", "treasurer"), ("lang", "uk"), ("active", "on"), ("version", "1")];
        let (page, _) = follow(&anna, anna.post_form(&path, &other));
        follow(&anna, take_back(&anna, &page, &path));
        assert_eq!(app.sql("SELECT role || lang FROM users WHERE name = 'vera'"), "volunteerde");
    }

    a_line_comes_back_only_where_it_could_be_added => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let (household, _) = app.household();
        let page = format!("/households/{household}");
        let add = |client: &Client| client.post_form(&format!("{page}/needs"), &[("product", "handtuch"), ("wanted", "1")]);
        let withdraw = |client: &Client, need: &str| client.post_form(&format!("{page}/needs/{need}/withdraw"), &[("version", "1")]);
        let open = || app.sql("SELECT count(*) FROM needs WHERE state = 'open'");
        add(&coordinator).expect(303);
        let first = app.sql("SELECT id FROM needs");
        let (withdrawn, _) = follow(&coordinator, withdraw(&coordinator, &first));
        add(&coordinator).expect(303);
        follow(&coordinator, take_back(&coordinator, &withdrawn, &page));
        assert_eq!(open(), "1", "the same line does not stand there twice");

        // A mentor whose link has ended takes nothing back, neither a line added nor one withdrawn.
        let kim = app.add_user("kim", Role::Mentor).to_string();
        let mentor = app.sign_in("kim");
        coordinator.post_form(&format!("{page}/mentors"), &[("mentor", &kim)]).expect(303);
        let (added, _) = follow(&mentor, mentor.post_form(&format!("{page}/needs"), &[("product", "socken"), ("wanted", "1")]));
        let towel = app.sql("SELECT id FROM needs WHERE product_code = 'handtuch' AND state = 'open'");
        let (withdrawn, _) = follow(&mentor, withdraw(&mentor, &towel));
        coordinator.post_form(&format!("{page}/mentors/end"), &[("mentor", &kim)]).expect(303);
        take_back(&mentor, &added, "/").expect(404);
        take_back(&mentor, &withdrawn, "/").expect(404);
        assert_eq!(open(), "1");

        // Of many lines that came at once, one was withdrawn since: that is said, also to a double click.
        let (filled, _) = follow(&coordinator, coordinator.post_form(&format!("{page}/fill"), &[("fill", "home")]));
        let one = app.sql("SELECT id FROM needs WHERE state = 'open' ORDER BY id DESC LIMIT 1");
        withdraw(&coordinator, &one).expect(303);
        for _ in 0..2 {
            let (told, _) = follow(&coordinator, take_back(&coordinator, &filled, &page));
            assert!(told.contains("Inzwischen geänderte Zeilen bleiben: 1"), "{told}");
        }

        // For a household that left, nothing comes back.
        let socks = app.sql("SELECT id FROM needs WHERE product_code = 'socken'");
        let (withdrawn, _) = follow(&coordinator, withdraw(&coordinator, &socks));
        app.sql("UPDATE households SET state = 'left'");
        follow(&coordinator, take_back(&coordinator, &withdrawn, &page));
        assert_eq!(open(), "0");
    }

    a_person_who_comes_back_is_no_target_for_an_older_undo => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let (household, _) = app.household();
        let page = format!("/households/{household}");
        coordinator.post_form(&format!("{page}/members"), &[("nickname", "Oma")]).expect(303);
        let member = format!("{page}/members/{}", app.sql("SELECT id FROM members"));
        let save = |name: &str| {
            let version = app.sql("SELECT version FROM members");
            follow(&coordinator, coordinator.post_form(&member, &[("nickname", name), ("version", &version)])).0
        };
        let old = save("Opa");
        let (removed, _) = follow(&coordinator, coordinator.post_form(&format!("{member}/remove"), &[("version", "2")]));
        follow(&coordinator, take_back(&coordinator, &removed, &page));
        save("Tante");
        follow(&coordinator, take_back(&coordinator, &old, &page));
        assert_eq!(app.sql("SELECT nickname FROM members"), "Tante");
    }

    what_was_there_before_is_forgotten_without_another_deed => |app| {
        let donor = app.donor(DonorKind::Private, "Erna Erfunden");
        let coordinator = app.signed_in(Role::Coordinator);
        let edit = format!("/donors/{donor}/edit");
        coordinator.post_form(&edit, &[("kind", "private"), ("name", "Egon Erfunden"), ("version", "1")]).expect(303);
        let kept = || app.sql("SELECT count(*) FROM deeds WHERE undo LIKE '%Erna%'");
        let _early = Served::start(&[], &app.database, "127.0.0.1:0");
        assert_eq!(kept(), "1");
        app.sql("UPDATE deeds SET done_at = '2026-01-01 00:00:00'");
        let _late = Served::start(&[], &app.database, "127.0.0.1:0");
        wait_until(|| kept() == "0");
        assert_eq!(app.sql("SELECT count(*) FROM deeds"), "1", "who changed it stays");
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
        // Not in the verdict itself: that goes on to phones, where nobody is signed in.
        assert!(page.contains("data-part=\"note\">Notiz: Knopf fehlt<"), "{page}");

        // Whoever may not see the thing writes nothing about it.
        for (role, kind, subject) in [(Role::Volunteer, "donor", donor), (Role::Treasurer, "household", household.to_string()), (Role::Mentor, "household", household.to_string())] {
            let status = write(&app.signed_in(role), kind, &subject, "Hallo").status;
            assert!(status == 403 || status == 404, "{role}: {status}");
        }
        assert_eq!(app.sql("SELECT count(*) FROM notes"), "2");
        // Nor changes or deletes it what stands there, not even as its author from a time when he or she might.
        write(&anna, "household", &household.to_string(), "Vertraulich").expect(303);
        let secret = app.sql("SELECT id FROM notes WHERE kind = 'household'");
        for role in [Role::Mentor, Role::Treasurer] {
            let stranger = app.signed_in(role);
            app.sql(&format!("UPDATE notes SET author_id = (SELECT id FROM users WHERE role = '{role}' ORDER BY created_at DESC LIMIT 1) WHERE id = '{secret}'"));
            let change = stranger.post_form(&format!("/notes/{secret}"), &[("body", "Hallo"), ("version", "1"), ("back", "/")]);
            let delete = stranger.post_form(&format!("/notes/{secret}/delete"), &[("version", "1"), ("back", "/")]);
            for status in [change.status, delete.status] {
                assert!(status == 403 || status == 404, "{role}: {status}");
            }
        }
        let kept = format!("SELECT count(*) FROM notes WHERE id = '{secret}' AND body = 'Vertraulich' AND version = 1 AND deleted_at IS NULL");
        assert_eq!(app.sql(&kept), "1");
    }
}

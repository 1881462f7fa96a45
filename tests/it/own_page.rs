//! A household's own page over HTTP: the door, what ends an open page, choosing, a time, contact and PIN.

use std::time::{Duration, Instant};

use gabentisch::actions::change_household;
use gabentisch::actions::own_page_pin;
use gabentisch::domain::household::HouseholdState;
use gabentisch::domain::rights::Role;
use gabentisch::domain::session::Audience;

use crate::support::own::{Family, a_day};
use crate::support::{Client, TestApp, both, photo};
use image::ImageFormat;

/// Every page behind the door.
const INSIDE: [&str; 7] = ["/h/list", "/h/ask", "/h/ask/1", "/h/ready", "/h/time", "/h/me", "/h/print"];

#[track_caller]
fn is_out(client: &Client) {
    for page in INSIDE {
        let answer = client.get(page);
        assert_eq!((answer.status, answer.location.as_deref()), (303, Some("/h")), "{page}");
    }
    let answer = client.post_form("/h/ask", &[("person", "0"), ("product", "handtuch"), ("quantity", "1")]);
    assert_eq!((answer.status, answer.location.as_deref()), (303, Some("/h")));
}

/// The version of a household, for the staff's changes.
fn version(app: &TestApp, family: &Family) -> i32 {
    app.sql(&format!("SELECT version FROM households WHERE id = '{}'", family.id)).parse().expect("a number")
}

/// The value of the first field of this name.
fn value_of(page: &str, name: &str) -> String {
    let at = page.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}: {page}"));
    let rest = &page[at + name.len() + 15..];
    rest[..rest.find('"').expect("an end")].to_owned()
}

both! {
    card_and_pin_open_the_page_and_nothing_else_does => |app| {
        let family = Family::with_a_list(&app);
        let client = app.visitor();
        client.head("/h").expect(200);
        is_out(&client);
        let opened = family.try_to_enter(&client, &family.pin);
        let cookie = opened.headers.get_all("set-cookie").iter().find_map(|one| one.to_str().ok().filter(|one| one.starts_with("household=")));
        let cookie = cookie.expect("a cookie").to_owned();
        for part in ["HttpOnly", "SameSite=Lax", "Path=/h"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(!cookie.contains(&family.id.to_string()) && !cookie.contains(family.card.as_str()));
        for page in INSIDE {
            let answer = client.get(page).expect(200);
            assert_eq!(answer.headers["cache-control"], "no-store", "{page}");
            assert!(!answer.text().contains("/households"), "{page} links to the staff's pages");
        }
        let list = client.get("/h/list").text();
        assert!(list.contains("Testo") && list.contains("Handtuch") && list.contains("data-state=\"ready\""), "{list}");
        assert!(list.contains("data-dot=\"got\"") && list.contains("2 von 4"), "{list}");
        assert!(client.get("/h/ready").text().contains("#out\""), "a jacket is drawn");
        // The staff's pages know no household, and the household's no staff.
        assert!(client.get("/").location.is_some_and(|to| to.starts_with("/sign-in")));
        client.get("/api/v1/products?q=a").expect(401);
        is_out(&app.signed_in(Role::Coordinator));
        // Only a hash of the key is kept.
        let key = cookie.split(['=', ';']).nth(1).expect("a key");
        assert!(key.len() >= 43, "256 bits");
        assert_eq!(app.sql(&format!("SELECT count(*) FROM household_sign_ins WHERE key_hash = '{key}'")), "0");
        client.post_form("/h/leave", &[]).expect(303);
        assert!(client.get("/h").text().contains("data-tone=\"ok\""), "who leaves on purpose is not warned");
        is_out(&client);
        assert_eq!(app.sql("SELECT count(*) FROM household_sign_ins"), "0");
    }

    what_does_not_fit_gets_one_answer => |app| {
        let [family, blocked, replaced, left] = [0; 4].map(|_| Family::bare(&app));
        let (_, without_pin) = app.household();
        app.sql(&format!("UPDATE households SET state = 'blocked' WHERE id = '{}'", blocked.id));
        app.sql(&format!("UPDATE households SET state = 'left' WHERE id = '{}'", left.id));
        change_household::replace_card(&app.house, &app.caretaker(), replaced.id, version(&app, &replaced)).expect("a new card");
        let item = app.labels(1)[0];
        let tries = [
            (family.card.to_string(), "111111".to_owned()),
            (family.card.to_string(), String::new()),
            ("H2222222220".to_owned(), "111111".to_owned()),
            ("kein Code".to_owned(), "111111".to_owned()),
            (item.to_string(), family.pin.clone()),
            (without_pin.to_string(), String::new()),
            (blocked.card.to_string(), blocked.pin.clone()),
            (left.card.to_string(), left.pin.clone()),
            (replaced.card.to_string(), replaced.pin.clone()),
        ];
        let mut answers = Vec::new();
        for (card, pin) in tries {
            let begun = Instant::now();
            let answer = app.visitor().post_form("/h", &[("card", &card), ("pin", &pin)]).expect(422);
            assert!(begun.elapsed() >= Duration::from_millis(250), "{card} was refused at once");
            let shown = value_of(&answer.text(), "card");
            let mut headers: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
            headers.sort();
            answers.push((answer.text().replace(&format!("value=\"{shown}\""), ""), headers));
        }
        for answer in &answers[1..] {
            assert_eq!(*answer, answers[0]);
        }
        // The page of a card's address is the same for every code.
        let door = |code: &str| app.visitor().get(&format!("/h/{code}")).expect(200).text().replace(code, "");
        assert_eq!(door(family.card.as_str()), door("H222222222"));
        assert_eq!(app.sql("SELECT count(*) FROM access_log"), "0");
    }

    five_wrong_tries_pause_the_card_and_nobody_hears_it => |app| {
        let family = Family::bare(&app);
        let client = app.visitor();
        let wrong = family.try_to_enter(&client, "111111").expect(422).text();
        for _ in 0..4 {
            family.try_to_enter(&client, "111111").expect(422);
        }
        assert_eq!(family.try_to_enter(&client, &family.pin).expect(422).text(), wrong, "the right PIN hears no more");
        let staff = app.signed_in(Role::Coordinator).get(&format!("/households/{}", family.id)).expect(200).text();
        assert!(staff.contains("Die PIN ruht seit"), "{staff}");
        // A week without a wrong try: the next one is the first again.
        app.sql("UPDATE households SET pin_locked_until = '2026-01-01 10:00:00.000000'");
        family.try_to_enter(&client, "111111").expect(422);
        assert_eq!(app.sql(&format!("SELECT pin_failures FROM households WHERE id = '{}'", family.id)), "1");
        assert_eq!(family.try_to_enter(&client, &family.pin).status, 303);
        assert_eq!(app.sql(&format!("SELECT pin_failures FROM households WHERE id = '{}'", family.id)), "0");
    }

    an_open_page_ends_at_once => |app| {
        let caretaker = app.caretaker();
        type End<'a> = (&'a str, &'a dyn Fn(&Family));
        let ends: [End<'_>; 7] = [
            ("blocked", &|family| {
                change_household::set_state(&app.house, &caretaker, family.id, version(&app, family), HouseholdState::Blocked).expect("blocked");
            }),
            ("left", &|family| {
                change_household::set_state(&app.house, &caretaker, family.id, version(&app, family), HouseholdState::Left).expect("left");
            }),
            ("another card", &|family| {
                change_household::replace_card(&app.house, &caretaker, family.id, version(&app, family)).expect("a card");
            }),
            ("another PIN", &|family| {
                own_page_pin::set(&app.house, &caretaker, family.id).expect("a PIN");
            }),
            ("merged", &|family| {
                let (other, _) = app.household();
                app.sql(&format!("UPDATE households SET merged_into = '{other}' WHERE id = '{}'", family.id));
            }),
            ("idle", &|_| {
                app.sql("UPDATE household_sign_ins SET expires_at = created_at");
            }),
            ("signed out elsewhere", &|_| {
                app.sql("DELETE FROM household_sign_ins");
            }),
        ];
        for (why, end) in ends {
            let family = Family::bare(&app);
            let client = family.opened(&app);
            client.get("/h/list").expect(200);
            end(&family);
            let answer = client.get("/h/list");
            assert_eq!((answer.status, answer.location.as_deref()), (303, Some("/h")), "{why}");
            is_out(&client);
        }
    }

    an_hour_is_the_longest_whatever_somebody_clicks => |app| {
        let family = Family::bare(&app);
        let client = family.opened(&app);
        let ends = "SELECT count(*) FROM household_sign_ins WHERE expires_at > ";
        let quarter = if app.backend == crate::support::Backend::Sqlite { "datetime(created_at, '+15 minutes', '+5 seconds')" } else { "created_at + interval '15 minutes 5 seconds'" };
        assert_eq!(app.sql(&format!("{ends} {quarter}")), "0");
        // Fifty-five minutes ago: the end is moved by five minutes at most.
        let (ago, soon) = if app.backend == crate::support::Backend::Sqlite {
            ("strftime('%Y-%m-%d %H:%M:%f000', 'now', '-55 minutes')", "strftime('%Y-%m-%d %H:%M:%f000', 'now', '+2 minutes')")
        } else {
            ("now() AT TIME ZONE 'UTC' - interval '55 minutes'", "now() AT TIME ZONE 'UTC' + interval '2 minutes'")
        };
        app.sql(&format!("UPDATE household_sign_ins SET created_at = {ago}, expires_at = {soon}"));
        client.get("/h/list").expect(200);
        let hour = if app.backend == crate::support::Backend::Sqlite { "datetime(created_at, '+60 minutes', '+5 seconds')" } else { "created_at + interval '60 minutes 5 seconds'" };
        assert_eq!(app.sql(&format!("{ends} {hour}")), "0");
        assert_eq!(app.sql(&format!("{ends} {soon}")), "1", "it was moved");
    }

    a_household_chooses_and_takes_back => |app| {
        let family = Family::with_a_list(&app);
        let client = family.opened(&app);
        let page = client.get("/h/ask/1").expect(200).text();
        assert!(page.contains("Probina") && page.contains("id=\"p-winterjacke\""), "{page}");
        let member = value_of(&page, "member");
        let ask = |product: &str, quantity: &str| {
            client.post_form("/h/ask", &[("person", "1"), ("member", &member), ("product", product), ("quantity", quantity)])
        };
        let lines = || app.sql("SELECT wanted FROM needs WHERE asked_by = 'household' AND state = 'open'");
        let answer = ask("socken", "3").expect(303);
        assert_eq!(answer.location.as_deref(), Some("/h/ask/1#p-socken"));
        assert_eq!(lines(), "3");
        let page = client.get("/h/ask/1").text();
        assert!(page.contains("Gespeichert: Socken") && page.contains("Zurücknehmen"), "{page}");
        assert!(!client.get("/h/ask/1").text().contains("Zurücknehmen"), "said once");
        ask("socken", "2").expect(303);
        assert_eq!(lines(), "2");
        // More than the template says is refused with a sentence; nothing changes.
        ask("socken", "50").expect(303);
        assert!(client.get("/h/ask/1").text().contains("Mehr geht hier nicht"));
        ask("waschmaschine", "1").expect(303);
        assert!(client.get("/h/ask/1").text().contains("Das hat nicht geklappt"));
        assert_eq!(lines(), "2");
        ask("socken", "0").expect(303);
        assert_eq!(lines(), "");
        // Another household's person is none of its own.
        let other = Family::with_a_list(&app);
        let foreign = value_of(&other.opened(&app).get("/h/ask/1").text(), "member");
        client.post_form("/h/ask", &[("person", "1"), ("member", &foreign), ("product", "socken"), ("quantity", "1")]).expect(303);
        assert_eq!(lines(), "");
        app.assert_sound();
    }

    a_household_books_and_cancels_its_time => |app| {
        let family = Family::bare(&app);
        let client = family.opened(&app);
        assert!(client.get("/h/time").expect(200).text().contains("kein Termin frei"));
        a_day(&app, Audience::Everybody, 1);
        let page = client.get("/h/time").expect(200).text();
        assert!(page.contains("14:00–14:30") && page.contains("Ausgabe Marktplatz"), "{page}");
        let slot = value_of(&page, "slot");
        let later = value_of(page.split(&slot).nth(1).expect("a later time"), "slot");
        client.post_form("/h/time", &[("slot", &slot)]).expect(303);
        let page = client.get("/h/time").text();
        assert!(page.contains("Ihr Termin ist gebucht") && page.contains("Termin absagen"), "{page}");
        // An old page still offers times.
        client.post_form("/h/time", &[("slot", &later)]).expect(303);
        assert!(client.get("/h/time").text().contains("Sie haben schon einen Termin"));
        let calendar = client.get("/h/visit.ics").expect(200);
        let text = calendar.text();
        assert!(text.contains("BEGIN:VEVENT") && text.contains("DTSTART:") && text.contains("Ausgabe Marktplatz"), "{text}");
        assert!(!text.contains(family.card.as_str()) && !text.contains(&family.id.to_string()));
        // It is full now: another household sees it no more, and cannot take it or cancel what is not its own.
        let other = Family::bare(&app).opened(&app);
        assert!(!other.get("/h/time").text().contains(&slot));
        other.post_form("/h/time", &[("slot", &slot)]).expect(303);
        assert!(other.get("/h/time").text().contains("nicht mehr frei"));
        let booking = value_of(&page, "booking");
        other.post_form("/h/time/cancel", &[("booking", &booking)]).expect(303);
        assert!(client.get("/h/time").text().contains("Termin absagen"));
        client.post_form("/h/time/cancel", &[("booking", &booking)]).expect(303);
        assert!(client.get("/h/time").text().contains("abgesagt"));
        client.get("/h/visit.ics").expect(404);
    }

    a_household_sees_who_may_collect_and_ends_it => |app| {
        let family = Family::with_a_list(&app);
        let (client, other) = (family.opened(&app), Family::bare(&app).opened(&app));
        let staff = app.signed_in(Role::Coordinator);
        staff.post_form(&format!("/households/{}/proxies", family.id), &[("name", "Nachbarin")]).expect(303);
        staff.post_form(&format!("/households/{}/vouchers", family.id), &[("name", "")]).expect(303);
        assert!(client.get("/h/ready").expect(200).text().contains("Abhol-Schein"));
        let counting = || app.sql("SELECT count(*) FROM proxies WHERE ended_at IS NULL");
        for left in ["1", "0"] {
            let page = client.get("/h/me").expect(200).text();
            let end = [("id", value_of(&page, "id")), ("version", value_of(&page, "version"))];
            let end = [(end[0].0, end[0].1.as_str()), (end[1].0, end[1].1.as_str())];
            other.post_form("/h/me/collectors", &end).expect(303);
            assert_ne!(counting(), left, "another household's is none of its own");
            client.post_form("/h/me/collectors", &end).expect(303);
            assert_eq!(counting(), left);
        }
        let page = client.get("/h/me").text();
        assert!(!page.contains("Nachbarin") && !client.get("/h/ready").text().contains("Abhol-Schein"), "{page}");
    }

    contact_is_kept_only_with_consent => |app| {
        let family = Family::bare(&app);
        let client = family.opened(&app);
        let contact = || app.sql("SELECT contact_email FROM households WHERE contact_email <> ''");
        let page = client.post_form("/h/me/contact", &[("email", "probe@example.org")]).expect(422).text();
        assert!(page.contains("Setzen Sie zuerst das Häkchen") && page.contains("probe@example.org"), "{page}");
        client.post_form("/h/me/contact", &[("email", "probe"), ("agree", "on")]).expect(422);
        client.post_form("/h/me/contact", &[("phone", "ruf an"), ("agree", "on")]).expect(422);
        assert_eq!(contact(), "");
        client.post_form("/h/me/contact", &[("email", "probe@example.org"), ("agree", "on")]).expect(303);
        assert_eq!(contact(), "probe@example.org");
        let consents = "SELECT kind, channel FROM consents WHERE revoked_at IS NULL";
        assert_eq!(app.sql(consents), "contact|own_page");
        client.post_form("/h/me/contact/forget", &[]).expect(303);
        assert_eq!((contact(), app.sql(consents)), (String::new(), String::new()));
    }

    another_pin_ends_the_other_pages_and_keeps_this_one => |app| {
        let family = Family::bare(&app);
        let (client, elsewhere) = (family.opened(&app), family.opened(&app));
        let change = |now: &str, new: &str, again: &str| client.post_form("/h/me/pin", &[("now", now), ("new", new), ("again", again)]);
        for (now, new, again, says) in [
            (family.pin.as_str(), "12345", "12345", "6 Ziffern"),
            (&family.pin, "123456", "123456", "zu leicht"),
            (&family.pin, "407123", "407124", "nicht gleich"),
            ("111111", "407123", "407123", "nicht richtig"),
        ] {
            let page = change(now, new, again).expect(422).text();
            assert!(page.contains(says), "{says}: {page}");
        }
        // Typed with the digits of an Arabic keyboard.
        change(&family.pin, "٤٠٧١٢٣", "407123").expect(303);
        client.get("/h/list").expect(200);
        is_out(&elsewhere);
        family.try_to_enter(&elsewhere, &family.pin).expect(422);
        assert_eq!(family.try_to_enter(&elsewhere, "407123").status, 303);
    }
}

#[test]
fn one_address_tries_at_most_so_often_and_locks_nobody_else_out() {
    let app = TestApp::new();
    let family = Family::bare(&app);
    let client = app.visitor();
    let mut refused = 0;
    for _ in 0..40 {
        let answer = client.post_form("/h", &[("card", "H222222222"), ("pin", "111111")]);
        refused += usize::from(answer.status == 429);
    }
    assert!(refused > 0, "nobody stopped it");
    assert!(client.post_form("/h", &[("card", "x"), ("pin", "1")]).text().contains("Zu viele Versuche"));
    family.try_to_enter(&client, &family.pin).expect(429);
    app.signed_in(Role::Volunteer);
}

#[test]
fn no_other_site_may_act_in_a_households_name() {
    let app = TestApp::new();
    let family = Family::bare(&app);
    let client = family.opened(&app);
    client.post_form_with("/h/leave", ("Sec-Fetch-Site", "cross-site"), &[]).expect(403);
    client.get("/h/list").expect(200);
}

#[test]
fn the_door_speaks_the_chosen_language_and_keeps_the_card() {
    let app = TestApp::new();
    let family = Family::bare(&app);
    let client = app.visitor();
    let languages = client.get(&format!("/h/{}", family.card)).expect(200).text();
    assert!(languages.contains("العربية") && languages.contains("ትግርኛ") && !languages.contains("name=\"pin\""));
    let chosen = client.post_form("/h/language", &[("lang", "ar"), ("card", family.card.as_str())]).expect(303);
    let door = client.get(&chosen.location.expect("a place")).expect(200).text();
    assert!(door.contains("lang=\"ar\" dir=\"rtl\"") && door.contains(family.card.as_str()), "{door}");
    client.get("/h/nothing/here").expect(404);
}

#[test]
fn a_photo_of_the_card_fills_the_form() {
    let app = TestApp::new();
    let family = Family::bare(&app);
    let (client, boundary) = (app.visitor(), "probe");
    let send = |picture: &[u8]| {
        let mut body = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n").into_bytes();
        body.extend_from_slice(picture);
        body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
        client.post_bytes("/h/photo", &format!("multipart/form-data; boundary={boundary}"), &body)
    };
    let page = send(&photo::encoded(&photo::table(&[family.card]), ImageFormat::Jpeg)).expect(200).text();
    assert!(page.contains(&family.card.printed()), "{page}");
    let answer = send(b"no picture").expect(303);
    assert_eq!(answer.location.as_deref(), Some("/h"));
    client.post_form("/h/language", &[("lang", "de")]).expect(303);
    send(b"no picture").expect(303);
    assert!(client.get("/h").text().contains("Auf dem Foto ist keine Karte"));
}

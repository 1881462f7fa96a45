//! Companies: an offer and its answers, the statement about what nobody wanted, and what became of the gifts, also through
//! the link that a company gets.

use std::process::Command;

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::donors::follow;
use crate::support::{TestApp, both};

/// The words of a PDF, in reading order.
fn words(app: &TestApp, pdf: &[u8], name: &str) -> String {
    let file = app.folder().join(name);
    std::fs::write(&file, pdf).unwrap();
    // For looking at it.
    if let Ok(folder) = std::env::var("LOOK_AT") {
        std::fs::write(std::path::Path::new(&folder).join(name), pdf).unwrap();
    }
    let out = Command::new("pdftotext").args(["-layout"]).arg(&file).arg("-").output().expect("pdftotext is there");
    assert!(out.status.success(), "{out:?}");
    let text = String::from_utf8(out.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Addresses on a page that begin with this.
fn link(page: &str, begins: &str) -> String {
    let at = page.find(&format!("\"{begins}")).unwrap_or_else(|| panic!("{begins} is not on {page}")) + 1;
    page[at..].split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&")
}

both! {
    an_offer_is_answered_and_answered_again => |app| {
        let donor = app.donor(DonorKind::Company, "Strickwaren Muster GmbH");
        let treasurer = app.signed_in(Role::Treasurer);
        let (household, _) = app.household();
        app.needs(household, &[("winterjacke", "", 3)]);
        let new = format!("/donors/{donor}/offers/new");
        let line = |pieces: &'static str, weight: &'static str| {
            vec![("group", ""), ("product", "winterjacke"), ("goods", "Parka, blau"), ("pieces", pieces), ("weight", weight)]
        };
        // What cannot be taken is said with its row, and nothing is lost.
        let mut form = vec![("offered_on", "2026-09-01"), ("reference", "R-17"), ("description", "Reste"), ("once", "0190d0a0-0000-7000-8000-000000000001")];
        form.extend(line("10", "1.234"));
        let wrong = treasurer.post_form(&new, &form).expect(422).text();
        assert!(wrong.contains("Zeile 1: Bitte das Gewicht in kg schreiben") && wrong.contains("Parka, blau"), "{wrong}");
        form.truncate(4);
        assert!(treasurer.post_form(&new, &form).expect(422).text().contains("mindestens eine Zeile"));
        form.extend(line("10", ""));
        form.extend([("group", "SHO"), ("product", ""), ("goods", "Sandalen"), ("pieces", "40"), ("weight", "16,5")]);
        treasurer.post_form(&new, &form).expect(303);
        treasurer.post_form(&new, &form).expect(303);
        assert_eq!(app.sql("SELECT count(*) FROM offers"), "1", "sent twice, it makes one");
        let list = treasurer.get("/offers").expect(200).text();
        assert!(list.contains("wartet auf Antwort") && list.contains("R-17"), "{list}");
        let offer = link(&list, "/offers/0");
        let page = treasurer.get(&offer).expect(200).text();
        // The treasurer sees that jackets are missing, but not how many.
        assert!(page.contains("wird dringend gebraucht") || page.contains("wird gebraucht"), "{page}");
        assert!(page.contains("niemand wartet darauf"), "{page}");
        let coordinator = app.signed_in(Role::Coordinator);
        assert!(coordinator.get(&offer).expect(200).text().contains("3 fehlen"));
        // What the group lacks may be something else, and nothing of it is urgent.
        let mut other = vec![("offered_on", "2026-09-02"), ("once", "0190d0a0-0000-7000-8000-000000000002")];
        other.extend([("group", "OUT"), ("product", ""), ("goods", "Bademäntel"), ("pieces", "200"), ("weight", "")]);
        let (page, _) = follow(&treasurer, treasurer.post_form(&new, &other));
        assert!(page.contains("in der Gruppe") && page.contains("wird etwas gebraucht") && !page.contains("dringend"), "{page}");
        app.sql("DELETE FROM offer_lines WHERE description = 'Bademäntel'");
        app.sql("DELETE FROM offers WHERE reference <> 'R-17'");

        let answer = |version: &'static str, accepted: [&'static str; 2], reason: &'static str| {
            [("version", version), ("accepted", accepted[0]), ("reason", ""), ("words", ""), ("accepted", accepted[1]),
             ("reason", reason), ("words", ""), ("usual", ""), ("remark", "Danke für das Angebot.")]
        };
        let silent = treasurer.post_form(&offer, &answer("1", ["10", "0"], "")).expect(422).text();
        assert!(silent.contains("Zeile 2: Sie nehmen nicht alles."), "{silent}");
        treasurer.post_form(&offer, &answer("1", ["10", "0"], "no_room")).expect(303);
        // The second of two clicks is no other answer.
        treasurer.post_form(&offer, &answer("1", ["10", "0"], "no_room")).expect(303);
        treasurer.post_form(&offer, &answer("1", ["10", "40"], "")).expect(422);
        assert_eq!(app.sql("SELECT count(*) FROM papers WHERE kind = 'offer_answer'"), "1");
        assert_eq!(app.sql("SELECT state FROM offers"), "partly");
        assert_eq!(app.sql("SELECT state FROM donations"), "draft");
        assert_eq!(app.sql("SELECT pieces FROM announced"), "10");
        let page = treasurer.get(&offer).expect(200).text();
        let paper = link(&page, "/papers/");
        let said = words(&app, &treasurer.get(&paper).expect(200).body, "answer.pdf");
        for part in ["Antwort auf Ihr Angebot", "Ihr Angebot vom 01.09.2026, Ihr Zeichen: R-17", "Strickwaren Muster GmbH",
            "Wir nehmen Ihr Angebot teilweise an.", "kein Platz im Lager", "16,50 kg", "Artikel 25 der Verordnung (EU) 2024/1781",
            "Artikel 2 Buchstabe h der Delegierten Verordnung (EU) 2026/296", "Danke für das Angebot."] {
            assert!(said.contains(part), "{part} is missing: {said}");
        }
        // A new answer says that it replaces the former; both papers stay.
        treasurer.post_form(&offer, &answer("2", ["10", "5"], "no_room")).expect(303);
        assert_eq!(app.sql("SELECT count(*) FROM papers WHERE kind = 'offer_answer'"), "2");
        assert_eq!(app.sql("SELECT count(*) FROM donations"), "1");
        assert_eq!(app.sql("SELECT pieces_announced FROM donations"), "15");
        let page = treasurer.get(&offer).expect(200).text();
        let said = words(&app, &treasurer.get(&link(&page, "/papers/")).expect(200).body, "answer2.pdf");
        assert!(said.contains("Diese Antwort ersetzt unsere Antwort vom"), "{said}");
        treasurer.get(&paper).expect(200);
        // When the goods have come, the answer stays.
        let gift = app.sql("SELECT id FROM donations");
        let version = app.sql("SELECT version FROM donations");
        treasurer.post_form(&format!("/donations/{gift}/state"), &[("state", "received"), ("version", &version)]).expect(303);
        let late = treasurer.post_form(&offer, &answer("3", ["0", "0"], "no_room")).expect(422).text();
        assert!(late.contains("Die Waren sind schon gekommen"), "{late}");
        // Who answers offers: nobody else.
        app.signed_in(Role::Volunteer).get("/offers").expect(403);
        app.signed_in(Role::Mentor).get(&offer).expect(403);
        app.signed_in(Role::Admin).post_form(&offer, &answer("3", ["0", "0"], "no_room")).expect(403);
        app.assert_sound();
    }

    what_nobody_wanted_is_stated_once_for_what_is_left => |app| {
        let donor = app.donor(DonorKind::Company, "Strickwaren Muster GmbH");
        let (gift, code) = app.donation(donor);
        let labels = app.labels(6);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "winterjacke", "140", Some(&code));
        }
        let (_, card) = app.household();
        scanner.scan("handout", card);
        scanner.scan("handout", labels[0]);
        scanner.scan("handout", labels[1]);
        scanner.scan("handout", card);
        scanner.scan("return", labels[1]);
        let treasurer = app.signed_in(Role::Treasurer);
        let rest = format!("/donations/{gift}/rest");
        let fresh = treasurer.get(&rest).expect(200).text();
        assert!(fresh.contains("Nichts übrig"), "{fresh}");
        app.sql("UPDATE items SET created_at = '2026-01-02 10:00:00.000000'");
        let page = treasurer.get(&rest).expect(200).text();
        assert!(page.contains("name=\"seen-OUT\" value=\"4\""), "neither the piece that is out nor the one that came back: {page}");
        assert!(treasurer.get(&format!("{rest}?weeks=2")).expect(200).text().contains("von 8 bis 520 Wochen"));
        let form = |seen: &'static str| [("weeks", "12"), ("group", "OUT"), ("seen-OUT", seen), ("remark", "")];
        let stale = treasurer.post_form(&rest, &form("5")).expect(422).text();
        assert!(stale.contains("Inzwischen haben sich die Zahlen geändert"), "{stale}");
        treasurer.post_form(&rest, &form("4")).expect(303);
        // What is stated is not stated again, also when it is discarded later.
        treasurer.post_form(&rest, &form("4")).expect(303);
        let twice = treasurer.get(&rest).expect(200).text();
        assert!(twice.contains("4 Teile stehen schon auf einem Nachweis"), "{twice}");
        let more = app.labels(3);
        for label in &more {
            scanner.take_in(label, "winterjacke", "140", Some(&code));
        }
        app.sql("UPDATE items SET created_at = '2026-01-02 10:00:00.000000'");
        treasurer.post_form(&rest, &form("3")).expect(303);
        let page = treasurer.get(&rest).expect(200).text();
        let said = words(&app, &treasurer.get(&link(&page, "/papers/")).expect(200).body, "rest.pdf");
        for part in ["keine Empfänger gefunden", "frühere Nachweise vom", "zusammen 4 Teile", "nicht noch einmal gezählt",
            "Artikel 2 Buchstabe i der Delegierten Verordnung (EU) 2026/296", &format!("{code}-2"), "sind nicht enthalten"] {
            assert!(said.contains(part), "{part} is missing: {said}");
        }
        assert_eq!(app.sql("SELECT count(*) FROM papers WHERE kind = 'no_recipient' AND keep_until IS NOT NULL"), "2");
        assert_eq!(app.sql("SELECT SUM(quantity) FROM stated_pieces"), "7");
        // What was discarded found nobody; who paid for a piece is somebody.
        let coordinator = app.signed_in(Role::Coordinator);
        let late = app.labels(2);
        for label in &late {
            scanner.take_in(label, "winterjacke", "140", Some(&code));
        }
        for (label, how) in [(late[0], "discard:sold"), (late[1], "discard:waste"), (labels[3], "discard:waste")] {
            let item = app.sql(&format!("SELECT subject FROM labels WHERE code = '{}'", label.as_str()));
            coordinator.post_form(&format!("/items/{item}/step"), &[("step", how), ("version", "1")]).expect(303);
        }
        let page = treasurer.get(&rest).expect(200).text();
        assert!(page.contains("name=\"seen-OUT\" value=\"1\""), "{page}");
        app.signed_in(Role::Volunteer).get(&rest).expect(403);
    }

    a_link_shows_frozen_figures_and_nothing_else => |app| {
        let donor = app.donor(DonorKind::Company, "Strickwaren Muster GmbH");
        let (_, code) = app.donation(donor);
        let labels = app.labels(40);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "winterjacke", "140", Some(&code));
        }
        let cards: Vec<_> = (0..12).map(|_| app.household()).collect();
        for (number, (_, card)) in cards.iter().enumerate() {
            scanner.scan("handout", card);
            scanner.scan("handout", labels[number * 2]);
            scanner.scan("handout", labels[number * 2 + 1]);
            scanner.scan("handout", card);
        }
        app.sql("UPDATE donations SET received_on = '2026-05-04'");
        let treasurer = app.signed_in(Role::Treasurer);
        let page = treasurer.get(&format!("/donors/{donor}/impact?period=2026-Q2")).expect(200).text();
        assert!(page.contains("Von rund 40 Teilen sind rund 25 bei Menschen angekommen.") && page.contains("Vorschau"), "{page}");
        let shared = treasurer
            .post_form(&format!("/donors/{donor}/links"), &[("period", "2026-Q2"), ("lasts", "week"), ("once", "")])
            .expect(200)
            .text();
        let at = shared.find("/impact/").unwrap();
        let public = shared[at..].split('"').next().unwrap().to_owned();
        let secret = public.trim_start_matches("/impact/");
        assert_eq!(secret.len(), 43, "256 bit");
        assert!(!app.sql("SELECT key_hash FROM share_links").contains(secret));
        let visitor = app.visitor();
        let seen = visitor.get(&public).expect(200);
        for (name, value) in [("cache-control", "no-store, private"), ("referrer-policy", "no-referrer"), ("x-robots-tag", "noindex, nofollow, noarchive")] {
            assert_eq!(seen.headers[name].to_str().unwrap(), value);
        }
        let seen = seen.text();
        assert!(seen.contains("Von rund 40 Teilen sind rund 25 bei Menschen angekommen."), "{seen}");
        assert!(!seen.contains("<script") && !seen.contains("<form"), "{seen}");
        for (household, card) in &cards {
            assert!(!seen.contains(&household.to_string()) && !seen.contains(card.as_str()), "a household is named");
        }
        // What happens later does not change what was told.
        let (_, card) = &cards[0];
        scanner.scan("handout", card);
        for label in &labels[24..38] {
            scanner.scan("handout", label);
        }
        assert!(visitor.get(&public).expect(200).text().contains("Von rund 40 Teilen sind rund 25"));
        let pdf = visitor.get(&format!("{public}.pdf")).expect(200).body;
        let said = words(&app, &pdf, "impact.pdf");
        for part in ["Was aus Ihren Gaben wurde", "Strickwaren Muster GmbH", "2. Quartal 2026", "10–19"] {
            assert!(said.contains(part), "{part} is missing: {said}");
        }
        assert_eq!(app.sql("SELECT opened FROM share_links"), "2", "a page counts, a file does not");
        // A link that was taken back, one that has ended and one that never was are the same.
        let never = visitor.get(&format!("/impact/{}", "A".repeat(43))).expect(404).text();
        app.sql("UPDATE share_links SET expires_at = '2026-01-01 00:00:00.000000'");
        let ended = visitor.get(&public).expect(404).text();
        app.sql("UPDATE share_links SET expires_at = '2099-01-01 00:00:00.000000'");
        let id = app.sql("SELECT id FROM share_links");
        treasurer.post_form(&format!("/donors/{donor}/links/{id}/revoke"), &[]).expect(303);
        let revoked = visitor.get(&public).expect(404).text();
        let bare = |text: &str| text.replace(secret, "").replace(&"A".repeat(43), "");
        assert_eq!(bare(&never), bare(&ended));
        assert_eq!(bare(&never), bare(&revoked));
        visitor.get(&format!("{public}.pdf")).expect(404);
        assert!(revoked.contains("Dieser Link gilt nicht mehr") && revoked.contains("nach einem neuen Link"), "{revoked}");
        assert!(!revoked.contains("/sign-in"), "whoever has a link has no account: {revoked}");
        // Too many wrong tries are stopped; a link that is good opens from the same address all the same.
        let stopped = (0..40).map(|_| visitor.get("/impact/x")).find(|answer| answer.status == 429).expect("it ends");
        assert_eq!(stopped.headers["retry-after"].to_str().unwrap(), "60");
        app.sql("UPDATE share_links SET revoked_at = NULL");
        visitor.get(&public).expect(200);
        app.signed_in(Role::Volunteer).get(&format!("/donors/{donor}/impact")).expect(403);
        app.signed_in(Role::Mentor).post_form(&format!("/donors/{donor}/links"), &[]).expect(403);
    }

    two_reports_of_the_same_gifts_are_no_difference => |app| {
        let donor = app.donor(DonorKind::Company, "Strickwaren Muster GmbH");
        let (_, code) = app.donation(donor);
        let labels = app.labels(30);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "winterjacke", "140", Some(&code));
        }
        let mut hand_out = |numbers: std::ops::Range<usize>| {
            for number in numbers {
                let (_, card) = app.household();
                scanner.scan("handout", card);
                scanner.scan("handout", labels[number]);
                scanner.scan("handout", card);
            }
        };
        hand_out(0..12);
        app.sql("UPDATE donations SET received_on = '2026-05-04'");
        let treasurer = app.signed_in(Role::Treasurer);
        treasurer.post_form(&format!("/donors/{donor}/impact"), &[("period", "2026-Q2")]).expect(303);
        let first = treasurer.get(&format!("/donors/{donor}/impact.json?period=2026-Q2")).expect(200).json();
        assert_eq!(first["groups"][0]["handed_out"], 10, "{first}");
        // Two more households: 14 less 12 would tell of them.
        hand_out(12..14);
        let report = |ending: &str| {
            let asked = ["report", "donor-gifts", "--donor", "Strickwaren Muster GmbH", "--from", "2026-04-01", "--to", ending, "--format", "json"];
            let out = app.cli(&asked);
            serde_json::from_slice::<serde_json::Value>(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"))
        };
        let later = report("2026-06-30");
        assert!(later["groups"][0]["tally"].is_object() && later["total"]["handed_out"].is_null() && later["groups"][0]["tally"]["handed_out"].is_null(), "{later}");
        // Nothing happened between: both say the same.
        let other = app.donor(DonorKind::Company, "Wollwaren Muster GmbH");
        app.sql(&format!("UPDATE donations SET donor_id = '{other}'"));
        treasurer.post_form(&format!("/donors/{other}/impact"), &[("period", "2026-Q2")]).expect(303);
        let one = treasurer.get(&format!("/donors/{other}/impact.json?period=2026-Q2")).expect(200).json();
        let asked = ["report", "donor-gifts", "--donor", "Wollwaren Muster GmbH", "--from", "2026-04-01", "--to", "2026-06-30", "--format", "json"];
        let out = app.cli(&asked);
        let two: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"));
        assert_eq!(one["groups"][0]["handed_out"], 15, "{one}");
        assert_eq!((&two["groups"][0]["tally"]["handed_out"], &two["total"]["handed_out"]), (&15.into(), &15.into()), "{two}");
        app.assert_sound();
    }

    too_few_households_are_a_dot => |app| {
        let donor = app.donor(DonorKind::Company, "Strickwaren Muster GmbH");
        let (_, code) = app.donation(donor);
        let labels = app.labels(20);
        let mut scanner = app.scanner();
        for label in &labels {
            scanner.take_in(label, "winterjacke", "140", Some(&code));
        }
        for label in &labels[..3] {
            let (_, card) = app.household();
            scanner.scan("handout", card);
            scanner.scan("handout", label);
            scanner.scan("handout", card);
        }
        app.sql("UPDATE donations SET received_on = '2026-05-04'");
        let treasurer = app.signed_in(Role::Treasurer);
        let page = treasurer.get(&format!("/donors/{donor}/impact?period=2026-Q2")).expect(200).text();
        assert!(page.contains("Rund 20 Teile sind gekommen.") && page.contains("•"), "{page}");
        // What is not frozen leaves the house on no way.
        assert!(!page.contains("impact.pdf") && !page.contains("impact.json"), "{page}");
        for file in ["pdf", "json"] {
            let refused = treasurer.get(&format!("/donors/{donor}/impact.{file}?period=2026-Q2")).expect(422).text();
            assert!(refused.contains("noch nicht festgehalten"), "{refused}");
        }
        // A link freezes them: that is said before.
        assert!(page.contains("werden die Zahlen dieses Zeitraums festgehalten") && page.contains("Zahlen festhalten und Link machen"), "{page}");
        let made = treasurer.post_form(&format!("/donors/{donor}/links"), &[("period", "2026-Q2"), ("lasts", "week"), ("once", "")]);
        let made = made.expect(200).text();
        assert!(!made.contains("Zahlen festhalten und Link machen") && made.contains("Link machen"), "{made}");
        // Who only looks sees no boxes with nothing but dots.
        let public = made[made.find("/impact/").unwrap()..].split('"').next().unwrap();
        let seen = app.visitor().get(public).expect(200).text();
        assert!(seen.contains("Rund 20 Teile sind gekommen.") && seen.contains("Teile haben wir bekommen"), "{seen}");
        assert!(!seen.contains('•') && !seen.contains("Wie schnell") && !seen.contains("keine Angabe"), "{seen}");
        let json = treasurer.get(&format!("/donors/{donor}/impact.json?period=2026-Q2")).expect(200).json();
        assert_eq!(json["received"], 20);
        for place in json["places"].as_array().unwrap() {
            assert!(place[1].is_null(), "what is left would tell it: {place}");
        }
        assert!(json["groups"][0]["handed_out"].is_null() && json["speed"]["half_within_days"].is_null(), "{json}");
        let pdf = treasurer.get(&format!("/donors/{donor}/impact.pdf?period=2026-Q2&lang=en")).expect(200).body;
        let said = words(&app, &pdf, "few.pdf");
        assert!(said.contains("What became of your gifts") && said.contains("•"), "{said}");
        // A period that runs cannot be frozen.
        let year = treasurer.post_form(&format!("/donors/{donor}/links"), &[("period", "2090"), ("lasts", "week")]).expect(422).text();
        assert!(year.contains("notice"), "{year}");
    }
}

//! What a closed year says when something of it is changed afterwards, and what a gift's form refuses at its fields.

use crate::receipts::{CITY, Desk, EXEMPT, JACKET, land, plain, words};
use crate::support::{TestApp, both};

fn version(app: &TestApp, table: &str, id: &str) -> String {
    app.sql(&format!("SELECT version FROM {table} WHERE id = '{id}'"))
}

both! {
    a_closed_year_says_that_something_of_it_was_changed => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let year = app.house.today().year() - 1;
        let gift = desk.jacket();
        app.sql(&format!("UPDATE donations SET received_on = '{year}-12-30' WHERE id = '{gift}'"));
        let other = desk.jacket();
        let closed = format!("{year} ist geschlossen.");
        desk.maker.post_form("/reports/closings", &[("period", &year.to_string())]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM closings"), "1");
        let since = || {
            let page = plain(&desk.maker.get("/reports").expect(200).text());
            let count = page.split("bei so vielen Spenden dieser Zeit etwas geändert: ").nth(1).map(|rest| rest.split(' ').next());
            count.flatten().unwrap_or_default().to_owned()
        };
        assert_eq!(since(), "");
        // A receipt for a gift of that year, and one that has nothing to do with it.
        let receipt = desk.draft(&gift, &issuer);
        desk.agree(&receipt);
        let looked = crate::receipts::seen(&desk.maker, &receipt);
        let issue = |receipt: &str| desk.maker.post_form(&format!("/receipts/{receipt}/issue"), &looked.both());
        let page = land(&desk.maker, issue(&receipt));
        assert!(page.contains(&closed) && page.contains("ist ausgestellt"), "{page}");
        assert_eq!(since(), "1");
        let (foreign, _) = desk.issued(&other, &issuer);
        assert_eq!(since(), "1");

        // Sent once more by the same person, the receipt as it is now is the answer.
        let page = land(&desk.maker, issue(&receipt));
        assert!(!page.contains("Inzwischen wurde etwas geändert") && page.contains("Bestätigung"), "{page}");
        let ask = [("version", version(&app, "receipts", &receipt)), ("reason", "Falscher Name".to_owned())];
        let ask: Vec<(&str, &str)> = ask.iter().map(|(key, text)| (*key, text.as_str())).collect();
        for _ in 0..2 {
            let page = land(&desk.maker, desk.maker.post_form(&format!("/receipts/{receipt}/void"), &ask));
            assert!(page.contains("soll ungültig werden") && !page.contains("Inzwischen wurde etwas"), "{page}");
        }
        let confirm = [("version", version(&app, "receipts", &receipt))];
        let confirm: Vec<(&str, &str)> = confirm.iter().map(|(key, text)| (*key, text.as_str())).collect();
        let at = format!("/receipts/{receipt}/void/confirm");
        let page = land(&desk.second, desk.second.post_form(&at, &confirm));
        assert!(page.contains(&closed) && page.contains("Die Bestätigung ist ungültig."), "{page}");
        let page = land(&desk.second, desk.second.post_form(&at, &confirm));
        assert!(!page.contains("Inzwischen wurde etwas") && !page.contains("Das geht gerade nicht"), "{page}");
        // Somebody else is told.
        let page = land(&desk.maker, desk.maker.post_form(&at, &confirm));
        assert!(page.contains("Inzwischen wurde etwas geändert"), "{page}");

        // Its gift may be changed again, and the notice says that the year is closed.
        let donor = app.sql(&format!("SELECT donor_id FROM donations WHERE id = '{gift}'"));
        let (day, held) = (format!("{year}-12-29"), version(&app, "donations", &gift));
        let fields = [("donor", donor.as_str()), ("received_on", &day), ("origin", "private"), ("version", &held)];
        let page = land(&desk.maker, desk.maker.post_form(&format!("/donations/{gift}/edit"), &fields));
        assert!(page.contains(&closed) && page.contains("/undo"), "{page}");
        let fields = [("donor", donor.as_str()), ("received_on", &day), ("origin", "private")];
        let page = land(&desk.maker, desk.maker.post_form("/donations/new", &fields));
        assert!(page.contains(&closed), "{page}");
        assert_eq!(since(), "2");

        // What is confirmed says why nobody changes it, and the form leads back to it.
        let page = desk.maker.get(&format!("/donations/{other}")).expect(200).text();
        assert!(page.contains(&format!("href=\"/receipts/{foreign}\"")) && !page.contains(&format!("/donations/{other}/edit")), "{page}");
        let page = land(&desk.maker, desk.maker.get(&format!("/donations/{other}/edit")));
        assert!(page.contains("Machen Sie zuerst die Bestätigung ungültig."), "{page}");
        let stale = [("state", "closed"), ("version", "77")];
        let page = desk.maker.post_form(&format!("/donations/{other}/state"), &stale).expect(409).text();
        assert!(page.contains(&format!("href=\"/donations/{other}\"")), "{page}");

        // The one that stands in for it names it, on its page, on its paper and in the register.
        let number = app.sql(&format!("SELECT number FROM receipts WHERE id = '{receipt}'"));
        desk.paper(&gift, "comparison");
        let next = desk.draft_instead(&gift, &issuer, &receipt);
        desk.agree(&next);
        let new = desk.issue(&next);
        let paper = desk.papers(&next).remove(0);
        assert!(words(&paper).contains(&format!("Ersetzt die ungültige Bestätigung {number}")), "{}", words(&paper));
        assert_eq!(crate::receipts::pages(&paper).0, 1);
        let today = app.house.today();
        let csv = desk.maker.get("/receipts.csv").expect(200).text();
        assert!(csv.lines().any(|line| line.contains(&new) && line.contains(&today.to_string()) && line.ends_with(&number)), "{csv}");
        let body = desk.maker.get(&format!("/receipts/{receipt}/void.pdf")).expect(200).body;
        let copy = words(&body);
        let since = format!("UNGÜLTIG seit {}. Ersetzt durch {new}.", today.strftime("%d.%m.%Y"));
        assert!(copy.contains(&since), "{copy}");
        // Across every page, letter by letter for whoever copies it out.
        assert_eq!(copy.matches("U N G Ü L T I G").count(), crate::receipts::pages(&body).0, "{copy}");
        app.assert_sound();
    }

    a_closed_year_is_named_at_a_session_a_value_and_a_record => |app| {
        let desk = Desk::of(&app);
        let city = desk.issuer("Stadt Übungsstadt", CITY);
        let year = app.house.today().year() - 1;
        let closed = format!("{year} ist geschlossen.");
        let donor = desk.donor("private", "Jörg Größer-Müßig");
        let offered = || {
            let gift = desk.gift(&donor, "private", &[("only_offered", "on")]);
            desk.line(&gift, JACKET);
            app.sql(&format!("UPDATE donations SET received_on = '{year}-12-10', offered_on = '{year}-12-10' WHERE id = '{gift}'"));
            gift
        };
        let (gift, other) = (offered(), offered());
        let list = [("issuer", city.as_str()), ("decider", "council"), ("title", "Herbst"), ("purpose", "Kleiderkammer"), ("gift", &gift)];
        let at = desk.maker.post_form("/council", &list).expect(303).location.expect("the list");
        let undo_of = |page: &str| page.split("/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button").to_owned();
        let line = app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{other}'"));
        let valued = |value: &str| {
            let held = version(&app, "value_lines", &line);
            let known = JACKET.iter().map(|(key, text)| (*key, if *key == "value" { value } else { *text }));
            let fields: Vec<(&str, &str)> = known.chain([("version", held.as_str())]).collect();
            land(&desk.maker, desk.maker.post_form(&format!("/donations/{other}/values/{line}"), &fields))
        };
        let before = valued("20");
        assert!(!before.contains(&closed), "{before}");
        desk.maker.post_form("/reports/closings", &[("period", &year.to_string())]).expect(303);
        let since = || {
            let page = plain(&desk.maker.get("/reports").expect(200).text());
            let count = page.split("bei so vielen Spenden dieser Zeit etwas geändert: ").nth(1).map(|rest| rest.split(' ').next());
            count.flatten().unwrap_or_default().to_owned()
        };
        assert_eq!(since(), "");
        let day = format!("{year}-12-18");
        let decide = || {
            let held = version(&app, "council_lists", at.trim_start_matches("/council/"));
            let fields = [("version", held.as_str()), ("held_on", day.as_str()), ("reference", "VO/1")];
            land(&desk.maker, desk.maker.post_form(&format!("{at}/decide"), &fields))
        };
        let page = decide();
        assert!(page.contains(&closed) && page.contains("/undo"), "{page}");
        assert_eq!(since(), "1");
        // Taken back, it is as it was when the year was closed.
        let page = land(&desk.maker, desk.maker.post_form(&format!("/deeds/{}/undo", undo_of(&page)), &[("back", &at)]));
        assert!(page.contains(&closed), "{page}");
        assert_eq!(since(), "");
        decide();
        assert_eq!(since(), "1");

        // No report shows a paper. What was done before and is taken back since is shown by all of them.
        desk.paper(&other, "comparison");
        assert_eq!(since(), "1");
        let page = land(&desk.maker, desk.maker.post_form(&format!("/deeds/{}/undo", undo_of(&before)), &[("back", "/donations")]));
        assert!(page.contains(&closed), "{page}");
        assert_eq!(since(), "2");
        let page = valued("21");
        assert!(page.contains(&closed) && page.contains("/undo"), "{page}");
        assert_eq!(since(), "2");
        let record = [
            ("giver", "A"), ("taker", "B"), ("made_on", &day), ("description-0", "Jacke"), ("pieces-0", "1"), ("class-0", "full"),
        ];
        let at = desk.maker.post_form(&format!("/donations/{gift}/acceptance/new"), &record).expect(303).location.expect("it");
        let signed = [("version", "1"), ("how", "paper"), ("both", "on")];
        let page = land(&desk.maker, desk.maker.post_form(&format!("{at}/sign"), &signed));
        assert!(page.contains(&closed), "{page}");
        app.assert_sound();
    }

    a_gift_that_cannot_go_on_is_refused_at_its_field => |app| {
        let desk = Desk::of(&app);
        let club = desk.issuer("Beispielverein", EXEMPT);
        let city = desk.issuer("Stadt Übungsstadt", CITY);
        let (donor, today) = (desk.donor("private", "Erna Erfunden"), app.house.today().to_string());
        let sent = |more: &[(&str, &str)]| {
            let fields = [("donor", donor.as_str()), ("received_on", today.as_str())];
            desk.maker.post_form("/donations/new", &[&fields[..], more].concat())
        };
        let page = sent(&[("only_offered", "on"), ("issuer", &club)]).expect(422).text();
        assert!(page.contains("id=\"only_offered-error\"") && page.contains("details class=\"more\" open"), "{page}");
        sent(&[("only_offered", "on"), ("issuer", &city)]).expect(303);
        let bought = [("source", "purchase"), ("paid", "50")];
        let page = sent(&[&bought[..], &[("receipt_wanted", "on")]].concat()).expect(422).text();
        assert!(page.contains("id=\"receipt_wanted-error\""), "{page}");
        let gift = sent(&bought).expect(303).location.expect("the gift");
        let fields = [("donor", donor.as_str()), ("received_on", today.as_str()), ("receipt_wanted", "on"), ("version", "1")];
        let page = desk.maker.post_form(&format!("{gift}/edit"), &[&fields[..], &bought].concat()).expect(422).text();
        assert!(page.contains("id=\"receipt_wanted-error\""), "{page}");
        // Announced for an association, it does not become an offer later either.
        let announced = sent(&[("still_to_come", "on"), ("issuer", &club)]).expect(303).location.expect("the gift");
        let page = desk.maker.get(&announced).expect(200).text();
        assert!(page.contains("value=\"received\"") && !page.contains("value=\"offered\""), "{page}");
        let id = announced.trim_start_matches("/donations/");
        desk.maker.post_form(&format!("{announced}/state"), &[("state", "offered"), ("version", &version(&app, "donations", id))]).expect(422);
    }

    days_and_sacks_are_asked_for_before_a_receipt => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.jacket();
        let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
        let mut scanner = app.scanner();
        for label in &app.labels(2) {
            scanner.take_in(label, "winterjacke", "104", Some(&code));
        }
        let begun = |gift: &str| {
            let answer = desk.maker.post_form(&format!("/donations/{gift}/receipt"), &[("issuer", issuer.as_str())]);
            let to = answer.expect(303).location.expect("the next step");
            to.trim_start_matches("/receipts/").trim_end_matches("/lines").to_owned()
        };
        let receipt = begun(&gift);
        let check = || plain(&desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text());
        assert!(check().contains("Alles da"), "{}", check());
        // A record of another day says that there was another delivery.
        let day = app.house.today().tomorrow().expect("a day").to_string();
        app.sql(&format!(
            "INSERT INTO acceptances (id, donation_id, state, made_on, giver, taker, remarks, made_at, version) SELECT id, id, \
             'signed', '{day}', '', '', '', created_at, 1 FROM donations WHERE id = '{gift}'"
        ));
        desk.refused(&receipt, "Diese Spende kam an mehreren Tagen: zuerst am");
        // An answer that is refused says so at its own question.
        let sack: Vec<(&str, &str)> =
            JACKET.iter().map(|(key, text)| (*key, if *key == "description" { "2 Kleidersäcke" } else { *text })).collect();
        let line = app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}'"));
        let held = version(&app, "value_lines", &line);
        let fields: Vec<(&str, &str)> = sack.iter().copied().chain([("version", held.as_str())]).collect();
        desk.maker.post_form(&format!("/donations/{gift}/values/{line}"), &fields).expect(303);
        desk.refused(&receipt, "Zeilen, die nur sagen, worin die Sachen kamen");
        let held = version(&app, "receipts", &receipt);
        let answer = [("version", held.as_str()), ("ask", "packages"), ("pieces", "1"), ("stated", "1"), ("sure", "on")];
        let page = desk.maker.post_form(&format!("/receipts/{receipt}/sure"), &answer).expect(422).text();
        assert_eq!(page.matches("Bitte schreiben Sie, warum es stimmt.").count(), 1, "{page}");
        desk.sure(&receipt);
        assert!(check().contains("Alles da"), "{}", check());
        // The second person reads what was answered for.
        let page = plain(&desk.second.get(&format!("/receipts/{receipt}/preview")).expect(200).text());
        assert!(page.contains("kam an mehreren Tagen") && page.contains("worin die Sachen kamen"), "{page}");

        // What was not scanned in is better answered by a record that both sign.
        let other = desk.jacket();
        let receipt = begun(&other);
        let page = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(page.contains("Übergabeprotokoll, das beide unterschreiben") && page.contains(&format!("/donations/{other}#acceptances")), "{page}");
    }
}

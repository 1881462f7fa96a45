//! Receipts after they were drafted: two pairs of eyes, numbers without a gap, voiding and replacing, and the proof that
//! nothing was changed.

use gabentisch::domain::rights::Role;

use crate::receipts::{CITY, Desk, EXEMPT, JACKET, SHOES, land, plain, seen, words};
use crate::support::{Backend, TestApp, both};

fn version(app: &TestApp, receipt: &str) -> String {
    app.sql(&format!("SELECT version FROM receipts WHERE id = '{receipt}'"))
}

fn state(app: &TestApp, receipt: &str) -> String {
    app.sql(&format!("SELECT state FROM receipts WHERE id = '{receipt}'"))
}

/// What a command said, and whether it was content.
fn said(app: &TestApp, arguments: &[&str]) -> (bool, String) {
    let out = app.cli(arguments);
    let text = [out.stdout, out.stderr].concat();
    (out.status.success(), String::from_utf8_lossy(&text).into_owned())
}

both! {
    a_donor_whose_name_begins_with_a_digit_is_found => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.gift(&desk.donor("private", "7 Zwerge Beispiel"), "private", &[]);
        desk.line(&gift, JACKET);
        desk.paper(&gift, "comparison");
        let (_, number) = desk.issued(&gift, &issuer);
        for (asked, is_there) in [("7", true), ("7 Zw", true), (number.as_str(), true), (&number[..4], true), ("8", false), ("1999-1", false)] {
            let page = desk.maker.get(&format!("/receipts?q={}", asked.replace(' ', "%20"))).expect(200).text();
            assert_eq!(page.contains("7 Zwerge Beispiel"), is_there, "{asked}: {page}");
        }
    }

    nobody_is_the_second_pair_of_eyes_of_a_draft_of_ones_own => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.jacket();
        let receipt = desk.draft(&gift, &issuer);
        let page = desk.maker.get(&format!("/receipts/{receipt}/preview")).expect(200).text();
        assert!(!page.contains("/agree\"") && !page.contains("/issue\"") && page.contains("Eine zweite Person muss zustimmen."), "{page}");
        let looked = seen(&desk.second, &receipt);
        let alone = land(&desk.maker, desk.maker.post_form(&format!("/receipts/{receipt}/agree"), &looked.both()));
        assert!(alone.contains("Den eigenen Entwurf kann man nicht selbst prüfen."), "{alone}");
        let issue = format!("/receipts/{receipt}/issue");
        let early = land(&desk.maker, desk.maker.post_form(&issue, &looked.both()));
        assert!(early.contains("Erst muss eine zweite Person zustimmen."), "{early}");
        for role in [Role::Volunteer, Role::Mentor, Role::Admin] {
            app.signed_in(role).post_form(&format!("/receipts/{receipt}/agree"), &looked.both()).expect(403);
        }
        desk.second.post_form(&issue, &looked.both()).expect(403);

        // A line is changed after the second person agreed.
        desk.agree(&receipt);
        let agreed = seen(&desk.maker, &receipt);
        let line = app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}'"));
        let more: Vec<(&str, &str)> = JACKET.iter().map(|(key, text)| (*key, if *key == "value" { "24,61" } else { *text })).collect();
        desk.maker.post_form(&format!("/donations/{gift}/values/{line}"), &[&more[..], &[("version", "1")]].concat()).expect(303);
        let page = desk.maker.get(&format!("/receipts/{receipt}/preview")).expect(200).text();
        assert!(page.contains("Seit der Zustimmung wurde etwas geändert.") && !page.contains("/issue\""), "{page}");
        let late = land(&desk.maker, desk.maker.post_form(&issue, &agreed.both()));
        assert!(late.contains("Inzwischen wurde etwas geändert."), "{late}");
        let now = seen(&desk.second, &receipt);
        let alone = land(&desk.maker, desk.maker.post_form(&issue, &now.both()));
        assert!(alone.contains("Erst muss eine zweite Person zustimmen."), "{alone}");
        // Choosing lines anew opens it again as well.
        desk.agree(&receipt);
        let (at, chosen) = (version(&app, &receipt), [("line", line.as_str())]);
        desk.maker.post_form(&format!("/receipts/{receipt}/lines"), &[&chosen[..], &[("version", at.as_str())]].concat()).expect(303);
        assert_eq!(app.sql(&format!("SELECT COUNT(*) FROM receipts WHERE id = '{receipt}' AND agreed_by IS NULL")), "1");
        desk.agree(&receipt);
        assert_eq!(desk.issue(&receipt).split('-').nth(1), Some("0001"), "nothing that was refused took a number");
        // Who wants no second look at small ones says so at the issuer.
        let small = desk.issuer("Beispielverein", &[EXEMPT, &[("four_eyes_from", "100")]].concat());
        let receipt = desk.draft(&desk.jacket(), &small);
        desk.issue(&receipt);
        app.assert_sound();
    }

    two_who_issue_at_once_share_no_number => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let other = desk.issuer("Anderer Beispielverein", EXEMPT);
        let drafts: Vec<String> = (0..6).map(|at| desk.draft(&desk.jacket(), if at == 5 { &other } else { &issuer })).collect();
        let looked: Vec<_> = drafts.iter().map(|receipt| { desk.agree(receipt); (receipt, seen(&desk.maker, receipt)) }).collect();
        std::thread::scope(|scope| {
            // Each one twice, all at once.
            for (receipt, looked) in looked.iter().chain(&looked) {
                let client = &desk.maker;
                scope.spawn(move || client.post_form(&format!("/receipts/{receipt}/issue"), &looked.both()).expect(303));
            }
        });
        let counted = |issuer: &str| app.sql(&format!("SELECT counted FROM receipts WHERE issuer_id = '{issuer}' ORDER BY counted"));
        assert_eq!(counted(&issuer).split_whitespace().collect::<Vec<_>>(), ["1", "2", "3", "4", "5"]);
        assert_eq!(counted(&other), "1");
        assert_eq!(app.sql("SELECT COUNT(*) FROM papers"), "6", "one paper each");
        let (fine, gaps) = said(&app, &["receipt", "gaps"]);
        assert!(fine && gaps.contains("Anderer Beispielverein\t1–1\tcomplete") && gaps.contains("\t1–5\tcomplete"), "{gaps}");
        app.assert_sound();
    }

    a_wrong_one_is_voided_by_two_and_replaced => |app| {
        let desk = Desk::of(&app);
        let city = desk.issuer("Stadt Übungsstadt", CITY);
        let gift = desk.gift(&desk.donor("company", "Schuhhaus Größe & Söhne GmbH"), "business", &[("only_offered", "on")]);
        desk.line(&gift, SHOES);
        desk.paper(&gift, "statement");
        desk.accepted(&gift, &city);
        let (receipt, number) = desk.issued(&gift, &city);
        let (at, of_gift) = (format!("/receipts/{receipt}"), format!("SELECT state FROM donations WHERE id = '{gift}'"));
        let ask = |reason: &str| {
            let fields = [("version", version(&app, &receipt)), ("reason", reason.to_owned())];
            let fields: Vec<(&str, &str)> = fields.iter().map(|(key, text)| (*key, text.as_str())).collect();
            land(&desk.maker, desk.maker.post_form(&format!("{at}/void"), &fields))
        };
        let step = |client: &crate::support::Client, step: &str| {
            land(client, client.post_form(&format!("{at}/void/{step}"), &[("version", &version(&app, &receipt))]))
        };
        assert!(ask(" ").contains("Bitte schreiben Sie, was falsch ist."));
        assert!(step(&desk.second, "confirm").contains("Das geht gerade nicht"), "nobody asked");
        let page = ask("Falscher Name");
        assert!(page.contains("soll ungültig werden") && page.contains("Falscher Name") && !page.contains("void/confirm"), "{page}");
        assert!(step(&desk.maker, "confirm").contains("kann es nicht selbst bestätigen"));
        let list = desk.second.get("/receipts?state=asked").expect(200).text();
        assert!(list.contains(&at), "{list}");
        // Refused once: it stays valid.
        assert!(step(&desk.second, "keep").contains("Die Bestätigung gilt weiter."));
        ask("Falscher Name, wirklich");
        let page = step(&desk.second, "confirm");
        assert!(page.contains("UNGÜLTIG") && page.contains("Ihre Positionen sind wieder frei."), "{page}");
        assert_eq!((state(&app, &receipt).as_str(), app.sql(&of_gift).as_str()), ("voided", "accepted"));
        assert_eq!(app.sql("SELECT COUNT(*) FROM value_lines WHERE receipt_id IS NOT NULL"), "0");
        let kept = desk.papers(&receipt);
        assert_eq!(kept.len(), 1, "what was issued is kept");
        assert!(!words(&kept[0]).contains("UNGÜLTIG"));
        // Beside it a copy that nobody takes for a valid one.
        let copy = desk.maker.get(&format!("{at}/void.pdf")).expect(200).body;
        assert!(words(&copy).contains("UNGÜLTIG") && words(&copy).contains(&number), "{}", words(&copy));
        desk.maker.get(&format!("{at}/void-list.pdf")).expect(404);
        app.assert_sound();

        let start = desk.maker.get(&format!("/donations/{gift}/receipt?replaces={receipt}")).expect(200).text();
        assert!(start.contains(&format!("Die neue Bestätigung ersetzt die ungültige {number}.")), "{start}");
        // Its lines say which one it stands in for, also where nobody named it.
        let next = desk.draft(&gift, &city);
        desk.agree(&next);
        let second = desk.issue(&next);
        assert_eq!((&number[5..], &second[5..]), ("0001", "0002"));
        let page = desk.maker.get(&format!("/receipts/{next}")).expect(200).text();
        assert!(page.contains("Ersetzt") && page.contains(&format!("href=\"{at}\"")), "{page}");
        assert!(page.contains("Diese Bestätigung ersetzt eine ungültige:"), "{page}");
        desk.maker.get(&format!("/receipts/{next}/void.pdf")).expect(404);
        // Whoever comes back to a step of it sees what has been made of it.
        for step in ["lines", "check", "preview"] {
            assert_eq!(desk.maker.get(&format!("/receipts/{next}/{step}")).expect(303).location, Some(format!("/receipts/{next}")));
        }
        let old = desk.maker.get(&at).expect(200).text();
        assert!(old.contains("Ersetzt durch") && old.contains(&second) && !old.contains("?replaces="), "{old}");
        assert_eq!(app.sql(&of_gift), "receipted");
        // A second one in its place, past the page.
        let twice = [("issuer", city.as_str()), ("replaces", &receipt)];
        let page = desk.maker.post_form(&format!("/donations/{gift}/receipt"), &twice).expect(422).text();
        assert!(page.contains("Ersetzen geht nur bei einer ungültigen Bestätigung"), "{page}");
        app.assert_sound();
    }

    the_register_proves_that_nothing_was_changed => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let (receipt, number) = desk.issued(&desk.jacket(), &issuer);
        let gift = desk.jacket();
        desk.line(&gift, JACKET);
        let (second, second_number) = desk.issued(&gift, &issuer);
        let draft = desk.draft(&desk.jacket(), &issuer);
        let (_, list) = said(&app, &["receipt", "list"]);
        assert_eq!(list.lines().count(), 3, "{list}");
        let line = list.lines().find(|line| line.starts_with(&number)).expect("the first one");
        assert!(line.contains("issued\t24.51 EUR\tBeispielverein\tJörg Größer-Müßig") && line.ends_with(&receipt), "{line}");
        assert!(list.lines().any(|line| line.starts_with("-\t-\tdraft\t") && line.ends_with(&draft)), "{list}");
        let (_, shown) = said(&app, &["receipt", "show", &number]);
        let shown: serde_json::Value = serde_json::from_str(&shown).expect("JSON");
        assert_eq!((shown["number"].as_str(), shown["filled"]["total_cents"].as_i64()), (Some(number.as_str()), Some(2_451)));
        assert!(!said(&app, &["receipt", "show", "1999-0001"]).0 && !said(&app, &["receipt", "show", &draft]).0);
        let file = app.folder().join("receipt.pdf");
        let place = file.to_str().expect("a path");
        let papers = desk.papers(&second);
        for (more, paper) in [(&[][..], &papers[0]), (&["--annex"][..], &papers[1])] {
            let arguments = [&["receipt", "pdf", second_number.as_str(), "-o", place][..], more].concat();
            assert!(said(&app, &arguments).0);
            assert_eq!(&std::fs::read(&file).expect("a file"), paper);
        }
        assert_eq!(said(&app, &["receipt", "verify"]), (true, "3 papers are as they were frozen.\n".to_owned()));

        // Somebody with access to the database changes one byte.
        let paper = app.sql(&format!("SELECT paper_id FROM receipts WHERE id = '{receipt}'"));
        let changed = match app.backend {
            Backend::Postgres => "set_byte(bytes, 200, (get_byte(bytes, 200) + 1) % 256)",
            Backend::Sqlite => "CAST(substr(bytes, 1, 200) || X'01' || substr(bytes, 202) AS BLOB)",
        };
        app.sql(&format!("UPDATE papers SET bytes = {changed} WHERE id = '{paper}'"));
        for command in [&["check"][..], &["receipt", "verify"]] {
            let (fine, out) = said(&app, command);
            assert!(!fine && out.contains(&paper) && out.contains("its bytes are not those that were frozen"), "{out}");
        }
        assert!(!said(&app, &["receipt", "pdf", &number, "-o", place]).0);
        let refused = desk.maker.get(&format!("/papers/{paper}"));
        assert!(refused.status >= 400 && !refused.body.starts_with(b"%PDF"), "{}", refused.status);
        assert!(plain(&refused.text()).contains("nicht mehr so, wie es ausgestellt wurde"), "{}", refused.text());
        let page = desk.maker.get(&format!("/receipts/{receipt}")).expect(200).text();
        assert!(page.contains("Ein Papier dieser Bestätigung ist nicht mehr so"), "{page}");
        // With a hash that fits the wrong bytes, the receipt itself still knows the right one.
        let wrong = app.house.store().read(|db| gabentisch::store::papers::bytes(db, paper.parse().expect("an id")));
        let wrong = gabentisch::store::papers::sha256(&wrong.map_err(|e: gabentisch::store::StoreError| e).expect("a database").expect("bytes"));
        app.sql(&format!("UPDATE papers SET sha256 = '{wrong}' WHERE id = '{paper}'"));
        let (fine, out) = said(&app, &["receipt", "verify"]);
        assert!(!fine && out.contains("its paper has another hash than when it was issued"), "{out}");

        // A receipt disappears.
        app.sql(&format!("UPDATE receipts SET counted = 3 WHERE id = '{second}'"));
        let (fine, gaps) = said(&app, &["receipt", "gaps"]);
        assert!(!fine && gaps.contains("missing: 2"), "{gaps}");
        assert!(said(&app, &["check"]).1.contains("numbers without a receipt: 2"));
    }
}

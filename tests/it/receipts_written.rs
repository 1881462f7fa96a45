//! Lines that were written before anything was scanned: what is put on them later, what a record answers for, and on how many
//! days a gift came.

use jiff::ToSpan;

use crate::receipts::{Desk, EXEMPT, JACKET, land, plain};
use crate::support::{Event, Scanner, TestApp, both};

fn version(app: &TestApp, table: &str, id: &str) -> String {
    app.sql(&format!("SELECT version FROM {table} WHERE id = '{id}'"))
}

/// A private gift with one written line of four jackets.
fn four(desk: &Desk) -> (String, String) {
    let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), "private", &[]);
    let line = JACKET.iter().map(|(key, text)| (*key, if *key == "quantity" { "4" } else { *text }));
    desk.line(&gift, &line.chain([("identical", "on")]).collect::<Vec<_>>());
    desk.paper(&gift, "comparison");
    let line = desk.app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}'"));
    (gift, line)
}

/// Begins a draft and answers for nothing.
fn begun(desk: &Desk, gift: &str, issuer: &str, replaces: &str) -> String {
    let fields = [("issuer", issuer), ("replaces", replaces)];
    let answer = desk.maker.post_form(&format!("/donations/{gift}/receipt"), &fields);
    let to = answer.expect(303).location.expect("the next step");
    to.trim_start_matches("/receipts/").trim_end_matches("/lines").to_owned()
}

fn lot(app: &TestApp, scanner: &mut Scanner, gift: &str, product: &str, pieces: i64) {
    let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'"));
    let size = if product == "winterjacke" { "104" } else { "" };
    let event = Event::new("intake", app.labels(1)[0]).field("product", product).field("size", size);
    let verdict = scanner.send(event.field("donation", code).with("quantity", pieces));
    assert_eq!(verdict["outcome"], "applied", "{verdict}");
}

/// Puts the only group of jackets on a line.
fn put(desk: &Desk, gift: &str, line: &str) {
    let at = format!("/donations/{gift}/values");
    let page = desk.maker.get(&at).expect(200).text();
    let key = page.split("name=\"group\" value=\"").find(|rest| rest.starts_with("winterjacke"));
    let key = key.and_then(|rest| rest.split('"').next()).expect("a group").to_owned();
    let page = land(&desk.maker, desk.maker.post_form(&format!("{at}/take"), &[("group", &key), ("line", line)]));
    assert!(page.contains("liegen jetzt auf Zeile 1"), "{page}");
}

#[track_caller]
fn all_there(desk: &Desk, receipt: &str) {
    let check = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
    assert!(check.contains("Alles da"), "{check}");
}

both! {
    a_record_answers_for_what_nobody_scanned_of_a_written_line => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let (gift, line) = four(&desk);
        let today = app.house.today().to_string();
        let record = [
            ("giver", "Jörg Größer-Müßig"), ("taker", "Erna Erfunden"), ("made_on", &today), ("description-0", "Jacken"),
            ("pieces-0", "4"), ("class-0", "full"),
        ];
        let at = desk.maker.post_form(&format!("/donations/{gift}/acceptance/new"), &record).expect(303).location.expect("it");
        desk.maker.post_form(&format!("{at}/sign"), &[("version", "1"), ("how", "paper"), ("both", "on")]).expect(303);
        let receipt = begun(&desk, &gift, &issuer, "");
        all_there(&desk, &receipt);
        // Two of the four are scanned, and put where the page says that they belong.
        let mut scanner = app.scanner();
        lot(&app, &mut scanner, &gift, "winterjacke", 2);
        put(&desk, &gift, &line);
        all_there(&desk, &receipt);
        desk.agree(&receipt);
        desk.issue(&receipt);
        // Its successor says the same.
        let version_of = |receipt: &str| version(&app, "receipts", receipt);
        let ask = [("version", version_of(&receipt)), ("reason", "Falscher Name".to_owned())];
        let ask: Vec<(&str, &str)> = ask.iter().map(|(key, text)| (*key, text.as_str())).collect();
        desk.maker.post_form(&format!("/receipts/{receipt}/void"), &ask).expect(303);
        // Another reason is no second click.
        let other = [ask[0], ("reason", "Falsche Anschrift")];
        let page = land(&desk.maker, desk.maker.post_form(&format!("/receipts/{receipt}/void"), &other));
        assert!(page.contains("Inzwischen wurde etwas geändert"), "{page}");
        let held = version_of(&receipt);
        desk.second.post_form(&format!("/receipts/{receipt}/void/confirm"), &[("version", &held)]).expect(303);
        let next = begun(&desk, &gift, &issuer, &receipt);
        all_there(&desk, &next);
        // Taken away and back, the line is as written as before; and so it is when what was put on it was a mistake.
        let held = version(&app, "value_lines", &line);
        let page = land(&desk.maker, desk.maker.post_form(&format!("/donations/{gift}/values/{line}/remove"), &[("version", &held)]));
        let undo = page.split("/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button").to_owned();
        desk.maker.post_form(&format!("/deeds/{undo}/undo"), &[]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM value_line_items"), "1");
        all_there(&desk, &next);
        let item = app.sql("SELECT id FROM items");
        desk.second.post_form(&format!("/items/{item}/undo"), &[("version", "1")]).expect(303);
        assert_eq!(app.sql("SELECT state FROM items"), "void");
        all_there(&desk, &next);
        app.assert_sound();
    }

    what_is_missing_on_a_written_line_is_asked_for => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let (gift, line) = four(&desk);
        let mut scanner = app.scanner();
        lot(&app, &mut scanner, &gift, "winterjacke", 2);
        put(&desk, &gift, &line);
        // What stands on another line does not make up for it.
        lot(&app, &mut scanner, &gift, "kleid", 9);
        desk.maker.post_form(&format!("/donations/{gift}/values/take"), &[]).expect(303);
        let receipt = begun(&desk, &gift, &issuer, "");
        let held = version(&app, "receipts", &receipt);
        let fields = [("version", held.as_str()), ("line", line.as_str()), ("got", "no")];
        desk.maker.post_form(&format!("/receipts/{receipt}/lines"), &fields).expect(303);
        desk.refused(&receipt, "Teile auf der Bestätigung: 4. Angekommen und erfasst: 2.");
        let check = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(!check.contains("nennt mehr Stücke"), "{check}");
        desk.sure(&receipt);
        desk.agree(&receipt);
        // Who agreed once did not agree to what was changed since, and again while it was looked at.
        let valued = |value: &str| {
            let held = version(&app, "value_lines", &line);
            let fields = JACKET.iter().map(|(key, text)| match *key {
                "quantity" => ("quantity", "4"),
                "value" => ("value", value),
                _ => (*key, *text),
            });
            let fields: Vec<(&str, &str)> = fields.chain([("identical", "on"), ("version", held.as_str())]).collect();
            desk.maker.post_form(&format!("/donations/{gift}/values/{line}"), &fields).expect(303);
        };
        valued("20");
        let seen = crate::receipts::seen(&desk.second, &receipt);
        valued("21");
        let page = land(&desk.second, desk.second.post_form(&format!("/receipts/{receipt}/agree"), &seen.both()));
        assert!(page.contains("Inzwischen wurde etwas geändert"), "{page}");
        desk.agree(&receipt);
        desk.issue(&receipt);
        app.assert_sound();
    }

    only_the_first_entry_of_a_piece_says_when_it_came => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.jacket();
        let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'"));
        let before = (app.house.now() - 48.hours()).to_string();
        let mut scanner = app.scanner();
        let labels = app.labels(3);
        let event = |at: usize| {
            Event::new("intake", labels[at]).field("product", "winterjacke").field("size", "104").field("donation", code.as_str())
        };
        for at in [0, 1] {
            assert_eq!(scanner.send(event(at).with("occurred_at", before.as_str()))["outcome"], "applied");
        }
        let receipt = begun(&desk, &gift, &issuer, "");
        all_there(&desk, &receipt);
        // Its size is corrected two days later.
        let item = app.sql("SELECT id FROM items ORDER BY id LIMIT 1");
        let correction = [("product", "winterjacke"), ("size", "110"), ("condition", "good"), ("version", "1")];
        desk.second.post_form(&format!("/items/{item}/edit"), &correction).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM movements WHERE kind = 'correct'"), "1");
        all_there(&desk, &receipt);
        // What is scanned on another day may have waited: nobody says that it came then.
        assert_eq!(scanner.send(event(2))["outcome"], "applied");
        desk.refused(&receipt, "Erfasst wurde diese Spende an mehreren Tagen: zuerst am");
        let check = plain(&desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text());
        assert!(!check.contains("kam an mehreren Tagen"), "{check}");
        desk.sure(&receipt);
        all_there(&desk, &receipt);
    }
}

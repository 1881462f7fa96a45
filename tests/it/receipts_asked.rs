//! What is held against a receipt besides its form: what came, what is behind a line, what was decided, and on which day it
//! was handed over.

use gabentisch::store::{StoreError, arrivals, value_lines};
use jiff::ToSpan;

use crate::receipts::{CITY, Desk, EXEMPT, JACKET, land, plain, words};
use crate::support::{TestApp, both};

fn version(app: &TestApp, table: &str, id: &str) -> String {
    app.sql(&format!("SELECT version FROM {table} WHERE id = '{id}'"))
}

/// The gift's only line with this value.
fn revalue(app: &TestApp, desk: &Desk, gift: &str, name: &str, value: &str) {
    let line = app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}'"));
    let version = version(app, "value_lines", &line);
    let known = JACKET.iter().map(|(key, text)| (*key, if *key == name { value } else { *text }));
    let mut fields: Vec<(&str, &str)> = known.chain([("version", version.as_str())]).collect();
    if name == "quantity" {
        fields.push(("identical", "on"));
    }
    desk.maker.post_form(&format!("/donations/{gift}/values/{line}"), &fields).expect(303);
}

/// A private gift to a city of one jacket, with all that it needs.
fn offered(desk: &Desk, more: &[(&str, &str)]) -> String {
    let fields = [&[("only_offered", "on")], more].concat();
    let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), "private", &fields);
    desk.line(&gift, JACKET);
    desk.paper(&gift, "comparison");
    gift
}

/// Puts a gift on a list and sends the decision of a day; the answer's page.
fn decided(desk: &Desk, gift: &str, city: &str, decider: &str, day: jiff::civil::Date, expected: u16) -> String {
    let list =
        [("issuer", city), ("decider", decider), ("title", "Herbst"), ("purpose", "Kleiderkammer"), ("gift", gift)];
    let at = desk.maker.post_form("/council", &list).expect(303).location.expect("the list");
    let day = day.to_string();
    let fields = [("version", "1"), ("held_on", day.as_str()), ("reference", "VO/1")];
    let answer = desk.maker.post_form(&format!("{at}/decide"), &fields);
    if expected == 303 { land(&desk.maker, answer) } else { answer.expect(expected).text() }
}

both! {
    what_did_not_come_is_answered_for => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.jacket();
        let answer = desk.maker.post_form(&format!("/donations/{gift}/receipt"), &[("issuer", issuer.as_str())]);
        let to = answer.expect(303).location.expect("the next step");
        let receipt = to.trim_start_matches("/receipts/").trim_end_matches("/lines");
        desk.refused(receipt, "Teile auf der Bestätigung: 1. Angekommen und erfasst: 0.");
        let at = format!("/receipts/{receipt}/sure");
        let version = version(&app, "receipts", receipt);
        let asked = [("version", version.as_str()), ("ask", "fewer_arrived"), ("pieces", "0"), ("stated", "1")];
        let page = desk.maker.post_form(&at, &[&asked[..], &[("note", "Sperrig")]].concat()).expect(422).text();
        assert!(page.contains("Bitte kreuzen Sie an") && page.contains("value=\"Sperrig\""), "{page}");
        let page = desk.maker.post_form(&at, &[&asked[..], &[("sure", "on")]].concat()).expect(422).text();
        assert!(page.contains("Bitte schreiben Sie, warum es stimmt."), "{page}");
        // Of other figures than the page shows now, nobody is sure.
        let other = [("version", version.as_str()), ("ask", "fewer_arrived"), ("pieces", "0"), ("stated", "2")];
        let page = land(&desk.maker, desk.maker.post_form(&at, &[&other[..], &[("sure", "on"), ("note", "x")]].concat()));
        assert!(page.contains("Inzwischen wurde etwas geändert."), "{page}");
        let sure = [("sure", "on"), ("note", "Der Kinderwagen steht im Keller")];
        let page = land(&desk.maker, desk.maker.post_form(&at, &[&asked[..], &sure].concat()));
        assert!(page.contains("Alles da") && page.contains("Der Kinderwagen steht im Keller"), "{page}");
        // Whoever looks a second time reads it, and it stays with the receipt.
        assert!(desk.second.get(&format!("/receipts/{receipt}/preview")).expect(200).text().contains("steht im Keller"));
        desk.agree(receipt);
        desk.issue(receipt);
        assert!(desk.maker.get(&format!("/receipts/{receipt}")).expect(200).text().contains("steht im Keller"));
        app.assert_sound();
    }

    a_line_has_no_more_pieces_than_are_behind_it => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), "private", &[]);
        let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        scanner.take_in(&labels[0], "winterjacke", "104", Some(&code));
        desk.maker.post_form(&format!("/donations/{gift}/values/take"), &[]).expect(303);
        desk.paper(&gift, "comparison");
        revalue(&app, &desk, &gift, "quantity", "100");
        let receipt = desk.draft(&gift, &issuer);
        desk.refused(&receipt, "Zeile 1 nennt mehr Stücke, als zu ihr gehören: 1.");
        revalue(&app, &desk, &gift, "quantity", "1");
        let check = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(check.contains("Alles da"), "{check}");

        // A dress that stands on no line is sold; a line by hand may be about it.
        scanner.take_in(&labels[1], "kleid", "", Some(&code));
        let dress = app.sql(&format!("SELECT id FROM items WHERE donation_id = '{gift}' AND product_code = 'kleid'"));
        desk.second.post_form(&format!("/items/{dress}/step"), &[("step", "discard:sold"), ("version", "1")]).expect(303);
        let check = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(check.contains("Alles da"), "{check}");
        desk.maker.post_form(&format!("/receipts/{receipt}/drop"), &[("version", &version(&app, "receipts", &receipt))]).expect(303);
        desk.line(&gift, JACKET);
        let begun = desk.maker.post_form(&format!("/donations/{gift}/receipt"), &[("issuer", issuer.as_str())]);
        let to = begun.expect(303).location.expect("the next step");
        let receipt = to.trim_start_matches("/receipts/").trim_end_matches("/lines");
        desk.refused(receipt, "Teile dieser Spende wurden verkauft oder verwertet und stehen in keiner Zeile einer Bestätigung: 1.");
        desk.sure(receipt);
        desk.agree(receipt);
        desk.issue(receipt);
        app.assert_sound();
    }

    what_was_sold_is_asked_for_on_whatever_line_it_is => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), "private", &[]);
        let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
        let mut scanner = app.scanner();
        for label in &app.labels(2) {
            scanner.take_in(label, "winterjacke", "104", Some(&code));
        }
        let at = format!("/donations/{gift}/values");
        desk.maker.post_form(&format!("{at}/take"), &[]).expect(303);
        desk.paper(&gift, "comparison");
        let sold = app.sql("SELECT item_id FROM value_line_items ORDER BY item_id LIMIT 1");
        desk.second.post_form(&format!("/items/{sold}/step"), &[("step", "discard:sold"), ("version", "1")]).expect(303);
        desk.line(&gift, &JACKET.iter().map(|(key, text)| match *key {
            "quantity" => ("quantity", "2"),
            _ => (*key, *text),
        }).chain([("identical", "on")]).collect::<Vec<_>>());
        let by_hand = app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}' AND quantity = 2"));
        let begun = desk.maker.post_form(&format!("/donations/{gift}/receipt"), &[("issuer", issuer.as_str())]);
        let to = begun.expect(303).location.expect("the next step");
        let receipt = to.trim_start_matches("/receipts/").trim_end_matches("/lines");
        desk.refused(receipt, "verkauft");
        // Only the line by hand: the jackets of before, one of them sold.
        let version_of = version(&app, "receipts", receipt);
        let fields = [("version", version_of.as_str()), ("line", by_hand.as_str()), ("got", "no")];
        desk.maker.post_form(&format!("/receipts/{receipt}/lines"), &fields).expect(303);
        desk.refused(receipt, "verwertet und stehen in keiner Zeile einer Bestätigung: 1.");
        desk.refused(receipt, "Teile auf der Bestätigung: 2. Angekommen und erfasst: 1.");
        // Taken anew there are lines of what may be confirmed, without what was sold.
        let old = app.sql(&format!("SELECT line_id FROM value_line_items WHERE item_id = '{sold}'"));
        let fields = [("version", version(&app, "value_lines", &old))];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        desk.maker.post_form(&format!("{at}/{old}/remove"), &fields).expect(303);
        let id = gift.parse().expect("an id");
        let free = app.house.store().read(|db| value_lines::free_items(db, id)).map_err(|error: StoreError| error);
        assert!(free.expect("pieces").is_empty(), "what was sold is on no line any more");
        app.assert_sound();
    }

    what_nobody_asks_any_more_is_not_kept => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.jacket();
        let receipt = desk.draft(&gift, &issuer);
        let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
        app.scanner().take_in(&app.labels(1)[0], "winterjacke", "104", Some(&code));
        desk.agree(&receipt);
        desk.issue(&receipt);
        let kept = desk.maker.get(&format!("/receipts/{receipt}")).expect(200).text();
        assert!(!kept.contains("Angekommen und erfasst"), "{kept}");
    }

    a_label_that_is_used_again_leaves_the_gift_of_before => |app| {
        let desk = Desk::of(&app);
        let donor = desk.donor("private", "Jörg Größer-Müßig");
        let gifts = [(); 2].map(|()| desk.gift(&donor, "private", &[]));
        let code = |gift: &str| app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
        let first_scan = |gift: &str| {
            let id = gift.parse().expect("an id");
            app.house.store().read(|db| arrivals::of_donation(db, id)).map_err(|error: StoreError| error).expect("it").first_scan
        };
        let label = app.labels(1)[0];
        let mut scanner = app.scanner();
        scanner.take_in(&label, "winterjacke", "104", Some(&code(&gifts[0])));
        desk.maker.post_form(&format!("/donations/{}/values/take", gifts[0]), &[]).expect(303);
        let item = app.sql("SELECT id FROM items");
        let before = first_scan(&gifts[0]);
        assert!(before.is_some());
        desk.second.post_form(&format!("/items/{item}/undo"), &[("version", "1")]).expect(303);
        assert_eq!(scanner.take_in(&label, "winterjacke", "104", Some(&code(&gifts[1])))["outcome"], "applied");
        let again = first_scan(&gifts[1]);
        assert!(again.is_some() && again != before, "it came with the second gift only: {again:?}");
        desk.maker.post_form(&format!("/donations/{}/values/take", gifts[1]), &[]).expect(303);
        let of_item = format!(
            "SELECT donation_id FROM value_lines WHERE id IN (SELECT line_id FROM value_line_items WHERE item_id = '{item}')"
        );
        assert_eq!(app.sql(&of_item), gifts[1]);
        app.assert_sound();
    }

    a_city_confirms_no_more_than_was_decided_on => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let city = desk.issuer("Stadt Übungsstadt", &[CITY, &[("council_from", "50")]].concat());
        for (decider, fits, too_much) in [("mayor", "49,99", "50"), ("council", "", "24,52")] {
            let gift = offered(&desk, &[]);
            desk.kept(&gift);
            decided(&desk, &gift, &city, decider, today, 303);
            let receipt = desk.draft(&gift, &city);
            revalue(&app, &desk, &gift, "value", too_much);
            let stated = format!("{too_much}{}", if too_much.contains(',') { "" } else { ",00" });
            if decider == "mayor" {
                let shut = format!("mit einem Wert von 24,51 €. Bestätigt würden {stated} €.");
                desk.refused(&receipt, &shut);
                // The limit of the day counts, not what somebody makes of it afterwards.
                app.sql(&format!("UPDATE issuers SET council_from_cents = 10000000 WHERE id = '{city}'"));
                desk.refused(&receipt, &shut);
            } else {
                // The council may have been told since: whoever issues answers for it.
                desk.refused(&receipt, &format!("mit einem Wert von 24,51 € angenommen. Bestätigt würden {stated} €."));
                desk.sure(&receipt);
                let check = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
                assert!(check.contains("Alles da"), "{check}");
                desk.agree(&receipt);
                let number = desk.issue(&receipt);
                let kept = desk.maker.get(&format!("/receipts/{receipt}")).expect(200).text();
                assert!(kept.contains("Der Rat hat diese Spende") && kept.contains("Probe"), "{number}: {kept}");
                continue;
            }
            revalue(&app, &desk, &gift, "value", fits);
            desk.agree(&receipt);
            desk.issue(&receipt);
        }
        app.assert_sound();
    }

    who_may_not_confirm_today_may_receive => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let old = desk.issuer_with("Alter Verein", EXEMPT, today.saturating_sub(6.years()));
        desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.jacket();
        let start = desk.maker.get(&format!("/donations/{gift}/receipt")).expect(200).text();
        let of_old = start.split(&format!("value=\"{old}\"")).nth(1).expect("it is named");
        assert!(of_old.starts_with(" required disabled") && of_old.contains("Zu alt: galt bis"), "{start}");
        let page = desk.maker.get(&format!("/donations/{gift}")).expect(200).text();
        assert!(page.contains(&format!("<option value=\"{old}\"")), "{page}");
        assert!(page.contains("Alter Verein: Der Bescheid galt bis") && page.contains("<option value=\"\" selected>"), "{page}");
        let fields = [("issuer", old.as_str()), ("version", "1")];
        let page = land(&desk.maker, desk.maker.post_form(&format!("/donations/{gift}/receiver"), &fields));
        assert!(page.contains("Alter Verein: Der Bescheid galt bis"), "{page}");
        assert_eq!(app.sql(&format!("SELECT issuer_id FROM donations WHERE id = '{gift}'")), old);
        let form = desk.maker.get(&format!("/donations/{gift}/edit")).expect(200).text();
        assert!(form.contains("Bestätigen geht erst mit einem neuen Bescheid"), "{form}");
    }

    an_offer_is_a_gift_on_the_day_on_which_it_is_handed_over => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let city = desk.issuer("Stadt Übungsstadt", CITY);
        let gift = offered(&desk, &[]);
        let long_ago = today.saturating_sub(30.days());
        let back = |gift: &str| app.sql(&format!("UPDATE donations SET received_on = '{long_ago}' WHERE id = '{gift}'"));
        back(&gift);
        let early = decided(&desk, &gift, &city, "council", long_ago.saturating_sub(1.days()), 422);
        assert!(early.contains("Vorher konnte niemand über sie entscheiden."), "{early}");
        let at = app.sql("SELECT id FROM council_lists");
        let (day, of_list) = (today.to_string(), format!("/council/{at}/decide"));
        let fields = [("version", "1"), ("held_on", day.as_str()), ("reference", "VO/1")];
        desk.maker.post_form(&of_list, &fields).expect(303);
        let receipt = desk.draft(&gift, &city);
        desk.refused(&receipt, "Der Tag der Zuwendung ist der Tag der Übergabe.");
        let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
        app.scanner().take_in(&app.labels(1)[0], "winterjacke", "104", Some(&code));
        desk.agree(&receipt);
        desk.issue(&receipt);
        let paper = words(&desk.papers(&receipt)[0]);
        let shown = |day: jiff::civil::Date| day.strftime("%d.%m.%Y").to_string();
        assert!(paper.contains(&shown(today)) && !paper.contains(&shown(long_ago)), "{paper}");
        let of_gift = |gift: &str| app.sql(&format!("SELECT received_on FROM donations WHERE id = '{gift}'"));
        assert_eq!(of_gift(&gift), day);
        // In custody: handed over on the day on which it is kept.
        let kept = offered(&desk, &[]);
        back(&kept);
        desk.kept(&kept);
        assert_eq!(of_gift(&kept), day);
        let deed = app.sql("SELECT id FROM deeds WHERE undo LIKE '%\"donation\"%' ORDER BY done_at DESC LIMIT 1");
        desk.maker.post_form(&format!("/deeds/{deed}/undo"), &[]).expect(303);
        assert_eq!(of_gift(&kept), long_ago.to_string(), "taken back with its day");
        desk.kept(&kept);
        // Nothing is handed over before it is given.
        let record = [("giver", "A"), ("taker", "B"), ("made_on", "2001-01-01"), ("description-0", "Jacke"), ("pieces-0", "1"), ("class-0", "full")];
        let page = desk.maker.post_form(&format!("/donations/{kept}/acceptance/new"), &record).expect(422).text();
        assert!(plain(&page).contains("Vorher konnte sie niemand übergeben."), "{page}");
        app.assert_sound();
    }
}

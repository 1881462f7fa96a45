//! What no receipt is issued for, each with the sentence that says what to do; asked for through the pages and past them.

use jiff::ToSpan;

use crate::receipts::{CITY, Desk, EXEMPT, JACKET, SHOES, STATUTE, plain};
use crate::support::{TestApp, both};

/// The jacket with one field as it should not be.
fn jacket_with<'a>(name: &str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    JACKET.iter().map(|(key, text)| (*key, if *key == name { value } else { *text })).collect()
}

/// A scanned dress with a line that has all it needs; gives the gift and the piece.
fn dress(app: &TestApp, desk: &Desk) -> (String, String) {
    let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), "private", &[]);
    let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
    app.scanner().take_in(&app.labels(1)[0], "kleid", "", Some(&code));
    desk.maker.post_form(&format!("/donations/{gift}/values/take"), &[]).expect(303);
    let known = "age = '1 Jahr', new_price_cents = 4990, value_cents = 741, condition = 'good', source = 'Vergleich'";
    app.sql(&format!("UPDATE value_lines SET {known} WHERE donation_id = '{gift}'"));
    desk.paper(&gift, "comparison");
    let item = app.sql(&format!("SELECT id FROM items WHERE donation_id = '{gift}'"));
    (gift, item)
}

both! {
    a_notice_that_is_too_old_confirms_nothing => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let ago = |years: i32, days: i32| today.saturating_sub(years.years()).saturating_add(days.days());
        for (form, years) in [(EXEMPT, 5), (STATUTE, 3)] {
            let old = desk.issuer_with("Beispielverein", form, ago(years, -5));
            let sentence = format!("Der Bescheid vom {} ist älter als {years} Jahre.", ago(years, -5).strftime("%d.%m.%Y"));
            desk.refused(&desk.draft(&desk.jacket(), &old), &sentence);
            // A few days younger, and it holds.
            let young = desk.issuer_with("Beispielverein", form, ago(years, 5));
            desk.issued(&desk.jacket(), &young);
        }
        // A later notice puts an end to the first one.
        let notice = desk.notice().to_string();
        let later: Vec<(&str, &str)> = [STATUTE, &[("later_notice_date", notice.as_str())]].concat();
        let over = desk.issuer_with("Beispielverein", &later, ago(2, 0));
        desk.refused(&desk.draft(&desk.jacket(), &over), "Nach dem Bescheid nach § 60a AO kam am");
        app.assert_sound();
    }

    a_line_stands_on_one_receipt => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let gift = desk.jacket();
        let (_, number) = desk.issued(&gift, &issuer);
        desk.line(&gift, &jacket_with("description", "Hose"));
        let again = desk.draft(&gift, &issuer);
        let first = app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}' AND position = 1"));
        let page = desk.maker.get(&format!("/receipts/{again}/lines")).expect(200).text();
        assert!(page.contains(&format!("Steht schon auf Bestätigung {number}.")), "{page}");
        // Chosen past the page, whose box for it is switched off.
        let version = app.sql(&format!("SELECT version FROM receipts WHERE id = '{again}'"));
        let fields = [("version", version.as_str()), ("line", first.as_str())];
        desk.maker.post_form(&format!("/receipts/{again}/lines"), &fields).expect(303);
        desk.refused(&again, &format!("Zeile 1 steht schon auf der Bestätigung Nr. {number}."));
        // Nor does another issuer confirm a part of the same gift.
        let other = desk.issuer("Anderer Beispielverein", EXEMPT);
        let page = desk.maker.post_form(&format!("/donations/{gift}/receipt"), &[("issuer", other.as_str())]).expect(422).text();
        assert!(page.contains("Diese Spende hat ein anderer Aussteller empfangen."), "{page}");
        app.assert_sound();
    }

    what_was_sold_or_recycled_is_not_confirmed => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        for (way, sentence) in [("sold", "Aus Zeile 1 wurde etwas verkauft."), ("recycled", "Aus Zeile 1 ging etwas in die Verwertung.")] {
            let (gift, item) = dress(&app, &desk);
            let receipt = desk.draft(&gift, &issuer);
            assert!(desk.agree(&receipt).contains("hat geprüft und zugestimmt"));
            // Sold after both had looked.
            let step = format!("discard:{way}");
            desk.second.post_form(&format!("/items/{item}/step"), &[("step", step.as_str()), ("version", "1")]).expect(303);
            desk.refused(&receipt, sentence);
        }
        let (gift, item) = dress(&app, &desk);
        desk.second.post_form(&format!("/items/{item}/step"), &[("step", "discard:waste"), ("version", "1")]).expect(303);
        desk.issued(&gift, &issuer);
        app.assert_sound();
    }

    values_need_what_they_rest_on => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let private = |origin: &str, line: &[(&str, &str)], paper: &str| {
            let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), origin, &[]);
            desk.line(&gift, line);
            if !paper.is_empty() {
                desk.paper(&gift, paper);
            }
            desk.draft(&gift, &issuer)
        };
        desk.refused(&private("private", JACKET, ""), "Zeile 1: Es fehlt ein Beleg für den Wert.");
        desk.refused(&private("private", JACKET, "photo"), "Zeile 1: Es fehlt ein Beleg für den Wert.");
        for (name, sentence) in [
            ("value", "Zeile 1: Der Wert fehlt."),
            ("age", "Zeile 1: Das Alter fehlt."),
            ("condition", "Zeile 1: Der Zustand fehlt."),
            ("new_price", "Zeile 1: Der Neupreis fehlt."),
            ("source", "Zeile 1: Es fehlt, woher der Wert kommt."),
        ] {
            desk.refused(&private("private", &jacket_with(name, ""), "comparison"), sentence);
        }
        desk.refused(&private("private", &jacket_with("basis", "invoice_price"), "comparison"), "Bitte die Rechnung anhängen.");
        desk.refused(&private("unknown", JACKET, "comparison"), "Die Herkunft ist unbekannt.");
        // One line of two has no value: none of them is confirmed.
        let gift = desk.jacket();
        desk.line(&gift, &jacket_with("value", ""));
        desk.refused(&desk.draft(&gift, &issuer), "Zeile 2: Der Wert fehlt.");
        let company = |line: &[(&str, &str)], paper: &str| {
            let gift = desk.gift(&desk.donor("company", "Beispiel GmbH"), "business", &[]);
            desk.line(&gift, line);
            desk.paper(&gift, paper);
            desk.draft(&gift, &issuer)
        };
        desk.refused(&company(SHOES, "photo"), "Die schriftliche Wertangabe der Firma fehlt.");
        let without: Vec<(&str, &str)> = SHOES.iter().copied().filter(|(key, _)| !key.starts_with("vat")).collect();
        desk.refused(&company(&without, "statement"), "Zeile 1: Die Umsatzsteuer fehlt");
        app.assert_sound();
    }

    a_city_waits_for_its_council => |app| {
        let desk = Desk::of(&app);
        let city = desk.issuer("Stadt Übungsstadt", CITY);
        let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), "private", &[("only_offered", "on")]);
        desk.line(&gift, JACKET);
        desk.paper(&gift, "comparison");
        let receipt = desk.draft(&gift, &city);
        desk.refused(&receipt, "Diese Spende ist erst angeboten.");
        desk.kept(&gift);
        desk.refused(&receipt, "Diese Spende ist nur in Verwahrung.");
        let page = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(page.contains("Der Rat hat diese Spende noch nicht angenommen."), "{page}");
        // What never went that way, a city cannot confirm either.
        desk.refused(&desk.draft(&desk.jacket(), &city), "Der Rat hat diese Spende noch nicht angenommen.");
    }

    donors_are_named_and_purchases_are_no_gifts => |app| {
        let desk = Desk::of(&app);
        let issuer = desk.issuer("Beispielverein", EXEMPT);
        let draft = |donor: &str, more: &[(&str, &str)]| {
            let gift = desk.gift(donor, "private", more);
            desk.line(&gift, JACKET);
            desk.paper(&gift, "comparison");
            desk.draft(&gift, &issuer)
        };
        desk.refused(&draft(&desk.donor("anonymous", ""), &[]), "Diese Spende ist anonym.");
        let nowhere = app.donor(gabentisch::domain::donation::DonorKind::Private, "Erika Beispiel").to_string();
        let receipt = draft(&nowhere, &[]);
        desk.refused(&receipt, "Die Anschrift des Spenders fehlt.");
        let check = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(check.contains(&format!("/donors/{nowhere}/edit")), "{check}");
        // Written down before the form refused it.
        let bought = draft(&desk.donor("private", "Jörg Größer-Müßig"), &[]);
        let of_bought = format!("SELECT donation_id FROM receipts WHERE id = '{bought}'");
        app.sql(&format!("UPDATE donations SET source = 'purchase', paid_cents = 24990 WHERE id = '{}'", app.sql(&of_bought)));
        desk.refused(&bought, "Diese Sachen wurden von Spendengeld gekauft.");
        // An issuer without an address is mended on its own page.
        app.sql("UPDATE issuers SET street = ''");
        let receipt = desk.draft(&desk.jacket(), &issuer);
        desk.refused(&receipt, "Beim Aussteller fehlen Name oder Anschrift.");
        let check = plain(&desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text());
        let link = format!("/issuers/{issuer}");
        assert!(check.contains(&format!("href=\"{link}\"")), "{check}");
        desk.maker.get(&link).expect(200);
    }
}

//! A city's gift that was decided on comes before the council once more because it is worth more, and goes back to being an
//! offer when all that came of it was entered by mistake.

use jiff::ToSpan;

use crate::receipts::{CITY, Desk, JACKET, land, plain};
use crate::support::{TestApp, both};

/// A private gift to a city of one jacket, with all that it needs.
fn offered(desk: &Desk) -> String {
    let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), "private", &[("only_offered", "on")]);
    desk.line(&gift, JACKET);
    desk.paper(&gift, "comparison");
    gift
}

fn revalue(app: &TestApp, desk: &Desk, gift: &str, value: &str) {
    let line = app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}'"));
    let version = app.sql(&format!("SELECT version FROM value_lines WHERE id = '{line}'"));
    let known = JACKET.iter().map(|(key, text)| (*key, if *key == "value" { value } else { *text }));
    let fields: Vec<(&str, &str)> = known.chain([("version", version.as_str())]).collect();
    desk.maker.post_form(&format!("/donations/{gift}/values/{line}"), &fields).expect(303);
}

/// Puts a gift on a new list; its address.
fn listed(desk: &Desk, gift: &str, city: &str, decider: &str) -> String {
    let list =
        [("issuer", city), ("decider", decider), ("title", "Nachtrag"), ("purpose", "Kleiderkammer"), ("gift", gift)];
    desk.maker.post_form("/council", &list).expect(303).location.expect("the list")
}

fn decided(desk: &Desk, at: &str, day: jiff::civil::Date, more: &[(&str, &str)]) -> crate::support::Answer {
    let day = day.to_string();
    let fields = [("version", "1"), ("held_on", day.as_str()), ("reference", "VO/2")];
    desk.maker.post_form(&format!("{at}/decide"), &[&fields[..], more].concat())
}

/// The deed that the button on a page takes back.
fn undo_of(page: &str) -> &str {
    page.split("/deeds/").nth(1).and_then(|rest| rest.split('/').next()).expect("a button")
}

both! {
    what_is_worth_more_than_was_decided_comes_before_the_council_again => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let city = desk.issuer("Stadt Übungsstadt", &[CITY, &[("council_from", "50")]].concat());
        let gift = offered(&desk);
        desk.kept(&gift);
        decided(&desk, &listed(&desk, &gift, &city, "mayor"), today, &[]).expect(303);
        let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
        app.scanner().take_in(&app.labels(1)[0], "winterjacke", "104", Some(&code));
        let of_gift = |column: &str| app.sql(&format!("SELECT {column} FROM donations WHERE id = '{gift}'"));
        let first = of_gift("council_list_id");
        let waits = || desk.maker.get(&format!("/council?issuer={city}")).expect(200).text();
        assert!(!waits().contains(&gift), "nothing waits");
        // The next day it turns out to be worth more than the mayor may decide on.
        revalue(&app, &desk, &gift, "61,24");
        let receipt = desk.draft(&gift, &city);
        desk.refused(&receipt, "setzen Sie die Spende als Nachtrag auf eine Liste für den Rat.");
        let check = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(check.contains(&format!("href=\"/council?issuer={city}\"")), "{check}");
        assert!(plain(&waits()).contains("VO/2: bisher 24,51 €"), "{}", waits());
        // Only the council: it is above the mayor's limit.
        let mayor = [("issuer", city.as_str()), ("decider", "mayor"), ("title", "B"), ("purpose", "K"), ("gift", gift.as_str())];
        desk.maker.post_form("/council", &mayor).expect(422);

        let again = listed(&desk, &gift, &city, "council");
        assert_eq!((of_gift("state"), of_gift("council_list_id")), ("accepted".to_owned(), first.clone()), "the first holds");
        assert!(!waits().contains(&format!("value=\"{gift}\"")), "it stands on a list");
        let early = plain(&decided(&desk, &again, today.saturating_sub(1.days()), &[]).expect(422).text());
        assert!(early.contains("Ein Nachtrag kommt danach."), "{early}");
        // Declined: the first decision goes on, and so does what is on the shelf.
        let page = land(&desk.maker, decided(&desk, &again, today, &[(&format!("gift-{gift}"), "declined")]));
        assert!(page.contains("abgelehnt"), "{page}");
        assert_eq!((of_gift("state"), of_gift("council_list_id")), ("accepted".to_owned(), first.clone()));
        assert_eq!(app.sql("SELECT DISTINCT state FROM items"), "in_stock");
        desk.refused(&receipt, "wurde ein Nachtrag zu dieser Spende abgelehnt.");
        assert!(!waits().contains(&format!("value=\"{gift}\"")), "nobody asks the same twice");

        // Accepted in the session after it, taken back, and accepted for good.
        let third = listed(&desk, &gift, &city, "council");
        let page = land(&desk.maker, decided(&desk, &third, today, &[]));
        let undo = undo_of(&page);
        assert_eq!(format!("/council/{}", of_gift("council_list_id")), third);
        desk.maker.post_form(&format!("/deeds/{undo}/undo"), &[("back", &third)]).expect(303);
        assert_eq!((of_gift("state"), of_gift("council_list_id")), ("accepted".to_owned(), first));
        let version = app.sql(&format!("SELECT version FROM council_lists WHERE id = '{}'", third.trim_start_matches("/council/")));
        let day = today.to_string();
        let fields = [("version", version.as_str()), ("held_on", day.as_str()), ("reference", "VO/3")];
        desk.maker.post_form(&format!("{third}/decide"), &fields).expect(303);
        let check = desk.maker.get(&format!("/receipts/{receipt}/check")).expect(200).text();
        assert!(check.contains("Alles da"), "{check}");
        desk.agree(&receipt);
        desk.issue(&receipt);
        assert_eq!((of_gift("state").as_str(), app.sql("SELECT DISTINCT state FROM items").as_str()), ("receipted", "in_stock"));
        // 24.51 of the mayor and 36.73 on top, and not 24.51 and 61.24.
        let year = desk.maker.get(&format!("/reports/council.csv?from={today}&to={today}")).expect(200).text();
        assert!(year.contains("36,73") && year.contains("Nachtrag angenommen") && year.contains("Nachtrag abgelehnt"), "{year}");
        assert!(year.trim_end().lines().last().is_some_and(|sum| sum.contains("61,24")), "{year}");
        app.assert_sound();
    }

    what_grew_on_the_mayors_list_is_not_the_mayors_any_more => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let city = desk.issuer("Stadt Übungsstadt", &[CITY, &[("council_from", "50")]].concat());
        let gift = offered(&desk);
        desk.kept(&gift);
        let list = listed(&desk, &gift, &city, "mayor");
        let page = || plain(&desk.maker.get(&list).expect(200).text());
        assert!(!page().contains("jetzt"), "{}", page());
        revalue(&app, &desk, &gift, "61,24");
        assert!(page().contains("jetzt 61,24 € wert"), "{}", page());
        let refused = plain(&decided(&desk, &list, today, &[]).expect(422).text());
        assert!(refused.contains("dass der Rat über sie entscheidet"), "{refused}");
        let of_gift = |column: &str| app.sql(&format!("SELECT {column} FROM donations WHERE id = '{gift}'"));
        assert_eq!(of_gift("state"), "in_custody");
        // The mayor may still decline it.
        decided(&desk, &list, today, &[(&format!("gift-{gift}"), "declined")]).expect(303);
        assert_eq!(of_gift("state"), "declined");
        app.assert_sound();
    }

    what_is_confirmed_in_parts_comes_before_the_council_again => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let city = desk.issuer("Stadt Übungsstadt", &[CITY, &[("council_from", "50")]].concat());
        let gift = offered(&desk);
        desk.kept(&gift);
        decided(&desk, &listed(&desk, &gift, &city, "mayor"), today, &[]).expect(303);
        revalue(&app, &desk, &gift, "40");
        let waits = || plain(&desk.maker.get(&format!("/council?issuer={city}")).expect(200).text());
        // Worth more, but below the mayor's limit; and a rest that no receipt is wanted for.
        desk.line(&gift, &[("description", "Rest"), ("quantity", "1"), ("basis", "gemeiner_wert")]);
        assert!(!waits().contains(&gift), "{}", waits());
        let lines = || app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}' AND receipt_id IS NULL AND value_cents > 0"));
        let over = |line: &str| {
            let begun = desk.maker.post_form(&format!("/donations/{gift}/receipt"), &[("issuer", city.as_str())]);
            let to = begun.expect(303).location.expect("the next step");
            let receipt = to.trim_start_matches("/receipts/").trim_end_matches("/lines").to_owned();
            let version = app.sql(&format!("SELECT version FROM receipts WHERE id = '{receipt}'"));
            let fields = [("version", version.as_str()), ("line", line), ("got", "no")];
            desk.maker.post_form(&format!("/receipts/{receipt}/lines"), &fields).expect(303);
            desk.sure(&receipt);
            receipt
        };
        let first = over(&lines());
        desk.agree(&first);
        desk.issue(&first);
        let of_gift = |column: &str| app.sql(&format!("SELECT {column} FROM donations WHERE id = '{gift}'"));
        let mayor = of_gift("council_list_id");
        assert_eq!(of_gift("state"), "receipted");
        // The second part is more than the mayor may accept.
        desk.line(&gift, JACKET);
        let second = over(&lines());
        desk.refused(&second, "mit einem Wert von 24,51 €. Bestätigt würden 64,51 €.");
        let page = waits();
        assert!(page.contains(&format!("value=\"{gift}\"")) && page.contains("64,51 €"), "{page}");
        let again = listed(&desk, &gift, &city, "council");
        let page = land(&desk.maker, decided(&desk, &again, today, &[]));
        assert_eq!((format!("/council/{}", of_gift("council_list_id")), of_gift("state").as_str()), (again.clone(), "receipted"));
        // Taken back: the first receipt rests on the mayor's decision alone.
        desk.maker.post_form(&format!("/deeds/{}/undo", undo_of(&page)), &[("back", &again)]).expect(303);
        assert_eq!(of_gift("council_list_id"), mayor);
        let version = app.sql(&format!("SELECT version FROM council_lists WHERE id = '{}'", again.trim_start_matches("/council/")));
        let day = today.to_string();
        let fields = [("version", version.as_str()), ("held_on", day.as_str()), ("reference", "VO/3")];
        let page = land(&desk.maker, desk.maker.post_form(&format!("{again}/decide"), &fields));
        let undo = undo_of(&page);
        desk.sure(&second);
        desk.agree(&second);
        desk.issue(&second);
        // Now a receipt rests on it.
        desk.maker.post_form(&format!("/deeds/{undo}/undo"), &[("back", &again)]).expect(303);
        assert_eq!(format!("/council/{}", of_gift("council_list_id")), again);
        assert!(!waits().contains(&format!("value=\"{gift}\"")), "all of it is confirmed");
        app.assert_sound();
    }

    an_accepted_offer_whose_only_intake_was_a_mistake_is_an_offer_again => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let city = desk.issuer("Stadt Übungsstadt", CITY);
        let gift = offered(&desk);
        let day = today.saturating_sub(5.days());
        app.sql(&format!("UPDATE donations SET received_on = '{day}', offered_on = '{day}' WHERE id = '{gift}'"));
        decided(&desk, &listed(&desk, &gift, &city, "council"), day, &[]).expect(303);
        let of_gift = || app.sql(&format!("SELECT received_on FROM donations WHERE id = '{gift}' AND only_offered = FALSE"));
        let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
        let label = app.labels(1)[0];
        app.scanner().take_in(&label, "winterjacke", "104", Some(&code));
        assert_eq!(of_gift(), today.to_string());
        let item = app.sql("SELECT id FROM items");
        desk.second.post_form(&format!("/items/{item}/undo"), &[("version", "1")]).expect(303);
        assert_eq!(app.sql("SELECT state FROM items"), "void");
        assert_eq!(of_gift(), "", "nothing came");
        assert!(!desk.maker.get(&format!("/books.csv?year={}", today.year())).expect(200).text().contains("Jörg"));
        app.assert_sound();
    }
}

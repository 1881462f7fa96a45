//! The day of a city's gift: offered on one day, handed over on another, counted once in the year in which it came.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::receipts::{CITY, Desk, EXEMPT, JACKET, land, words};
use crate::support::{TestApp, both};

/// A private gift of one jacket that was offered on a day.
fn offered(app: &TestApp, desk: &Desk, day: Date) -> String {
    let donor = desk.donor("private", "Jörg Größer-Müßig");
    app.sql(&format!("UPDATE donors SET thanks = 'letter' WHERE id = '{donor}'"));
    let gift = desk.gift(&donor, "private", &[("only_offered", "on")]);
    desk.line(&gift, JACKET);
    desk.paper(&gift, "comparison");
    let written = app.sql(&format!("SELECT offered_on FROM donations WHERE id = '{gift}'"));
    assert_eq!(written, app.house.today().to_string());
    app.sql(&format!("UPDATE donations SET received_on = '{day}', offered_on = '{day}' WHERE id = '{gift}'"));
    gift
}

/// A council's session that accepts a gift.
fn accepted(desk: &Desk, gift: &str, city: &str, day: Date) {
    let list =
        [("issuer", city), ("decider", "council"), ("title", "Herbst"), ("purpose", "Kleiderkammer"), ("gift", gift)];
    let at = desk.maker.post_form("/council", &list).expect(303).location.expect("the list");
    let day = day.to_string();
    let fields = [("version", "1"), ("held_on", day.as_str()), ("reference", "VO/1")];
    desk.maker.post_form(&format!("{at}/decide"), &fields).expect(303);
}

both! {
    an_accepted_offer_counts_in_the_year_in_which_it_came => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let last_year = Date::constant(today.year() - 1, 12, 10);
        let city = desk.issuer("Stadt Übungsstadt", CITY);
        let gift = offered(&app, &desk, last_year);
        accepted(&desk, &gift, &city, last_year);
        app.sql(&format!("UPDATE donations SET issuer_id = '{city}' WHERE id = '{gift}'"));
        let counted = |year: i16| {
            let books = desk.maker.get(&format!("/books.csv?year={year}")).expect(200).text();
            let gifts = desk.maker.get(&format!("/reports/goods.csv?from={year}-01-01&to={year}-12-31"));
            (books.contains("Jörg"), gifts.status)
        };
        assert!(!counted(today.year() - 1).0 && !counted(today.year()).0, "nothing came");
        assert!(!desk.maker.get("/thanks").expect(200).text().contains("Jörg"), "nobody says thanks for what did not come");
        // The record of the hand-over is of the day on which it is written, not of the offer.
        let form = desk.maker.get(&format!("/donations/{gift}/acceptance/new")).expect(200).text();
        assert!(form.contains(&format!("value=\"{today}\"")) && !form.contains(&format!("value=\"{last_year}\"")), "{form}");
        let code = app.sql(&format!("SELECT code FROM labels WHERE subject = '{gift}'")).parse().expect("a code");
        let mut scanner = app.scanner();
        scanner.take_in(&app.labels(1)[0], "winterjacke", "104", Some(&code));
        let of_gift = |column: &str| app.sql(&format!("SELECT {column} FROM donations WHERE id = '{gift}'"));
        assert_eq!((of_gift("received_on"), of_gift("offered_on")), (today.to_string(), last_year.to_string()));
        assert!(!counted(today.year() - 1).0 && counted(today.year()).0, "it came today");
        assert!(desk.maker.get("/thanks").expect(200).text().contains("Jörg"));
        // It came the day before it was scanned: the correction holds.
        let came = today.yesterday().expect("a day");
        app.sql(&format!("UPDATE donations SET received_on = '{came}' WHERE id = '{gift}'"));
        let (receipt, _) = desk.issued(&gift, &city);
        let shown = |day: Date| day.strftime("%d.%m.%Y").to_string();
        let paper = words(&desk.papers(&receipt)[0]);
        assert!(paper.contains(&shown(came)) && !paper.contains(&shown(last_year)), "{paper}");
        assert_eq!((of_gift("received_on"), of_gift("state")), (came.to_string(), "receipted".to_owned()));
        // The rest comes after the first receipt.
        assert_eq!(scanner.take_in(&app.labels(1)[0], "winterjacke", "110", Some(&code))["outcome"], "applied");
        assert_eq!(app.sql("SELECT DISTINCT state FROM items"), "in_stock");
        assert_eq!(of_gift("received_on"), came.to_string());
        app.assert_sound();
    }

    a_council_may_decide_after_the_offer_and_before_the_goods_were_kept => |app| {
        let desk = Desk::of(&app);
        let today = app.house.today();
        let city = desk.issuer("Stadt Übungsstadt", CITY);
        let gift = offered(&app, &desk, today.saturating_sub(11.days()));
        desk.kept(&gift);
        assert_eq!(app.sql(&format!("SELECT received_on FROM donations WHERE id = '{gift}'")), today.to_string());
        accepted(&desk, &gift, &city, today.saturating_sub(4.days()));
    }

    nothing_goes_to_a_city_by_itself => |app| {
        let desk = Desk::of(&app);
        let donor = desk.donor("private", "Erna Erfunden");
        let chosen = || {
            let form = desk.maker.get(&format!("/donations/new?donor={donor}")).expect(200).text();
            let select = form.split("id=\"issuer\"").nth(1).and_then(|rest| rest.split("</select>").next().map(str::to_owned));
            let select = select.unwrap_or_default();
            let of = select.split("<option value=\"").find(|one| one.contains("\" selected")).unwrap_or_default();
            of.split('"').next().unwrap_or_default().to_owned()
        };
        let notice = app.house.today().saturating_sub(6.years());
        let club = desk.issuer_with("Alter Verein", EXEMPT, notice);
        assert_eq!(chosen(), club, "the only one, whatever became of its notice");
        desk.issuer("Stadt Übungsstadt", CITY);
        assert_eq!(chosen(), "");
        app.sql(&format!("UPDATE issuers SET active = FALSE WHERE id = '{club}'"));
        assert_eq!(chosen(), "");
        app.sql(&format!("UPDATE issuers SET active = TRUE WHERE id = '{club}'"));
        // Its notice is asked for when a receipt is made, not when a gift is taken.
        let form = desk.maker.get(&format!("/donations/new?donor={donor}")).expect(200).text();
        assert!(form.contains("Alter Verein: Der Bescheid galt bis"), "{form}");
        let gift = desk.jacket();
        let fields = [("issuer", club.as_str()), ("version", "1")];
        let page = land(&desk.maker, desk.maker.post_form(&format!("/donations/{gift}/receiver"), &fields));
        assert!(page.contains("Empfänger der Spende: Alter Verein"), "{page}");
    }
}

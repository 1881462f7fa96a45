//! `/figures`: the picture, its table, the file and the database say the same, and each role sees what it may.

use gabentisch::codes::Command;
use gabentisch::domain::rights::Role;
use serde_json::Value;

use crate::support::{Event, TestApp, both};

/// The figure as the command line gives it.
fn json(app: &TestApp, name: &str) -> Value {
    let out = app.cli(&["report", name, "--format", "json"]);
    serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"))
}

fn number(app: &TestApp, sql: &str) -> i64 {
    let said = app.sql(&format!("SELECT COALESCE(CAST(({sql}) AS BIGINT), 0)"));
    said.parse().unwrap_or_else(|_| panic!("{sql}: {said}"))
}

/// A moment so many days and one hour ago, as both databases read it.
fn days_ago(app: &TestApp, days: i64) -> String {
    let then = app.house.now() - jiff::SignedDuration::from_hours(24 * days + 1);
    then.strftime("%Y-%m-%d %H:%M:%S.%6f").to_string()
}

/// Four jackets, two hats and a lot of socks; two households, of which one got two jackets and a pair of socks and gave
/// nothing back, and one that was undone.
fn small_house(app: &TestApp) {
    let mut scanner = app.scanner();
    let labels = app.labels(7);
    for label in &labels[..4] {
        scanner.take_in(label, "winterjacke", "104", None);
    }
    for label in &labels[4..6] {
        scanner.take_in(label, "muetze", "", None);
    }
    scanner.send(Event::new("intake", labels[6]).with("quantity", 20).field("product", "socken"));
    let ((first, card), (second, _)) = (app.household(), app.household());
    app.needs(first, &[("winterjacke", "", 2), ("muetze", "", 2), ("jeans", "", 1)]);
    app.needs(second, &[("jeans", "", 3)]);
    scanner.scan("handout", card);
    assert_eq!(scanner.scan("handout", labels[0])["outcome"], "applied");
    assert_eq!(scanner.scan("handout", labels[1])["outcome"], "applied");
    assert_eq!(scanner.scan("handout", labels[4])["outcome"], "applied");
    assert_eq!(scanner.send(Event::new("handout", labels[6]).with("quantity", 3))["outcome"], "applied");
    assert_eq!(scanner.scan("handout", labels[2])["outcome"], "applied", "one too many");
    assert_eq!(scanner.command("handout", Command::Undo)["outcome"], "applied");
    app.sql(&format!("UPDATE items SET state = 'in_care' WHERE label = '{}'", labels[3]));
    app.sql(&format!("UPDATE items SET state = 'reserved' WHERE label = '{}'", labels[5]));
}

both! {
    figures_agree_with_the_database => |app| {
        small_house(&app);
        let stock = json(&app, "stock");
        let total = |name: &str| stock["total"][name].as_i64().unwrap();
        assert_eq!(["free", "reserved", "in_care", "in_custody", "total"].map(total), [18, 1, 1, 0, 20]);
        assert_eq!(total("free"), number(&app, "SELECT SUM(quantity) FROM items WHERE state = 'in_stock'"));
        let lines = stock["lines"].as_array().unwrap();
        assert_eq!(lines[0]["total"].as_i64(), Some(17), "socks first: {stock}");
        assert_eq!(lines.iter().map(|line| line["total"].as_i64().unwrap()).sum::<i64>(), 20);

        let flow = json(&app, "in-out");
        // One household got it all, this week: a file says no number.
        assert_eq!((flow["total"]["taken_in"].as_i64(), flow["total"]["handed_out"].as_i64()), (Some(26), None), "{flow}");
        assert!(flow["weeks"][25]["handed_out"].is_null() && flow["weeks"][24]["handed_out"] == 0, "{flow}");
        let weeks = flow["weeks"].as_array().unwrap();
        assert_eq!((weeks.len(), weeks[25]["running"].as_bool(), weeks[24]["running"].as_bool()), (26, Some(true), Some(false)));
        assert_eq!(number(&app, "SELECT SUM(quantity) FROM movements WHERE kind = 'intake'"), 26);
        assert_eq!(number(&app, "SELECT SUM(quantity) FROM items WHERE state = 'handed_out'"), 6);

        let needs = json(&app, "needs");
        let total = |name: &str| needs["total"][name].as_i64();
        assert_eq!(["open", "partly", "ready", "met"].map(total), [None, None, Some(0), None], "{needs}");
        assert!(needs["weeks"][25]["recorded"].is_null() && needs["weeks"][25]["met"].is_null(), "{needs}");
        for line in needs["lines"].as_array().unwrap() {
            assert!(["open", "partly", "ready", "met"].iter().all(|name| line[name].as_i64().unwrap_or(0) == 0), "{line}");
        }

        // The page's tables and the file say it too.
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.get("/figures").expect(200).text();
        assert!(page.contains("20 Teile sind im Haus, davon 18 frei.") && page.contains("26 angenommen, 6 ausgegeben."), "{page}");
        assert!(page.contains("3 Zeilen sind offen, 1 erfüllt."), "{page}");
        assert!(page.contains("&state=reserved\">1</a>") || page.contains("&amp;state=reserved\">1</a>") || page.contains("&#38;state=reserved\">1</a>"), "{page}");
        assert!(!page.contains("style=") && page.matches("role=\"img\"").count() >= 4, "{page}");
        let csv = coordinator.get("/figures/in-out.csv").expect(200).text();
        assert!(csv.contains("(läuft noch)\";26;•") || csv.contains("(läuft noch);26;•"), "{csv}");
        assert!(csv.ends_with("Summe;26;•\n"), "{csv}");
        let file = app.cli(&["report", "in-out", "--format", "csv"]);
        assert_eq!(String::from_utf8_lossy(&file.stdout), csv);
    }

    waiting_is_counted_in_whole_days => |app| {
        small_house(&app);
        for (product, days) in [("jeans", 10), ("muetze", 100), ("winterjacke", 20)] {
            app.sql(&format!("UPDATE needs SET recorded_at = '{}' WHERE product_code = '{product}'", days_ago(&app, days)));
        }
        let waiting = json(&app, "waiting");
        // Two households wait, and one does no more: too few for a file.
        assert!(waiting["open"].as_array().unwrap().iter().all(|span| span["lines"].is_null()), "{waiting}");
        for name in ["open_lines", "open_median_days", "open_longest_days", "met_lines", "met_median_days"] {
            assert!(waiting[name].is_null(), "{name}: {waiting}");
        }
        let page = app.signed_in(Role::Coordinator).get("/figures").expect(200).text();
        assert!(page.contains("Die Hälfte wartet höchstens 10 Tage, am längsten 100."), "{page}");

        // What came back is no longer met, and given again it is met again.
        assert_eq!(number(&app, "SELECT COUNT(*) FROM needs WHERE met_at IS NOT NULL"), 1);
        let label = app.sql("SELECT label FROM items WHERE state = 'handed_out' AND product_code = 'winterjacke' LIMIT 1");
        app.scanner().scan("return", label);
        assert_eq!(number(&app, "SELECT COUNT(*) FROM needs WHERE met_at IS NOT NULL"), 0);
    }

    filters_stand_in_the_address => |app| {
        small_house(&app);
        let group = app.sql("SELECT group_code FROM products WHERE code = 'socken'");
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.get(&format!("/figures?group={group}")).expect(200).text();
        assert!(page.contains("17 Teile sind im Haus, davon 17 frei.") && page.contains("20 angenommen, 3 ausgegeben."), "{page}");
        let csv = coordinator.get(&format!("/figures/stock.csv?group={group}")).expect(200).text();
        assert!(csv.contains("Artikelart;") && csv.contains("Summe;17;0;0;0;17"), "{csv}");
        let (shelf, _) = app.shelf("Keller");
        app.sql(&format!("UPDATE items SET location_id = '{shelf}' WHERE product_code = 'muetze'"));
        let csv = coordinator.get(&format!("/figures/stock.csv?site={shelf}")).expect(200).text();
        assert!(csv.contains("Keller") && csv.contains("Summe;0;1;0;0;1"), "{csv}");
        let long_ago = coordinator.get("/figures?from=2020-01-01&to=2020-02-01").expect(200).text();
        assert!(long_ago.contains("In diesen Wochen kam nichts herein") && long_ago.contains("2020-02-02"), "{long_ago}");
        for (asked, sentence) in [
            ("from=2020-02-01&to=2020-01-01", "Der Zeitraum endet vor seinem Anfang"),
            ("from=1990-01-01", "Der Zeitraum ist zu lang"),
            ("from=gestern", "Bitte einen Tag angeben"),
        ] {
            let page = coordinator.get(&format!("/figures?{asked}")).expect(200).text();
            assert!(page.contains(sentence) && page.contains("26 angenommen"), "{asked}: {page}");
            assert_eq!(coordinator.get(&format!("/figures/in-out.csv?{asked}")).status, 422, "{asked}");
        }
        for file in ["stock.pdf", "stock", "households.csv", "..csv"] {
            coordinator.get(&format!("/figures/{file}")).expect(404);
        }
    }

    files_tell_of_three_households_and_more => |app| {
        let mut scanner = app.scanner();
        let labels = app.labels(1);
        scanner.send(Event::new("intake", labels[0]).with("quantity", 40).field("product", "socken"));
        for _ in 0..6 {
            let (household, card) = app.household();
            app.needs(household, &[("jeans", "104", 1), ("socken", "", 2)]);
            scanner.scan("handout", card);
            assert_eq!(scanner.send(Event::new("handout", labels[0]).with("quantity", 2))["outcome"], "applied");
        }
        app.needs(app.household().0, &[("winterjacke", "104", 3)]);
        let before = days_ago(&app, 10);
        for change in ["movements SET recorded_at", "items SET moved_at", "needs SET recorded_at"] {
            app.sql(&format!("UPDATE {change} = '{before}'"));
        }
        app.sql(&format!("UPDATE needs SET met_at = '{before}' WHERE met_at IS NOT NULL"));
        let (flow, needs, waiting) = (json(&app, "in-out"), json(&app, "needs"), json(&app, "waiting"));
        assert_eq!((&flow["total"]["taken_in"], &flow["total"]["handed_out"]), (&Value::from(40), &Value::from(10)), "{flow}");
        let weeks = needs["weeks"].as_array().unwrap();
        assert_eq!(weeks.iter().filter(|week| week["recorded"] == 15 && week["met"] == 5).count(), 1, "{needs}");
        assert_eq!((&needs["total"]["open"], &needs["total"]["met"]), (&Value::from(5), &Value::from(5)), "{needs}");
        // One household asks for winter jackets; seven lines less six are one.
        let coats = needs["lines"].as_array().unwrap().iter().filter(|line| line["open"].is_null()).count();
        assert!(coats == 0 || coats >= 2, "{needs}");
        assert_eq!((&waiting["open_lines"], &waiting["open_longest_days"]), (&Value::from(5), &Value::Null), "{waiting}");
        // The page of those who work with the lists has every line.
        let page = app.signed_in(Role::Coordinator).get("/figures").expect(200).text();
        assert!(page.contains("7 Zeilen sind offen, 6 erfüllt.") && page.contains("12 ausgegeben."), "{page}");
        // Of one group nothing is told that all groups less the others would be.
        let group = app.sql("SELECT group_code FROM products WHERE code = 'socken'");
        let out = app.cli(&["report", "in-out", "--format", "json", "--group", &group]);
        let one: Value = serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"));
        assert!(one["total"]["handed_out"].is_null() && one["total"]["taken_in"] == 40, "{one}");
    }

    each_role_sees_what_it_may => |app| {
        small_house(&app);
        let group = app.sql("SELECT group_code FROM products WHERE code = 'socken'");
        for role in [Role::Volunteer, Role::Treasurer] {
            let client = app.signed_in(role);
            let page = client.get(&format!("/figures?group={group}")).expect(200).text();
            assert!(page.contains("17 Teile sind im Haus") && page.contains("26 angenommen, • ausgegeben."), "{role}: {page}");
            assert!(page.contains("Hier zählen immer alle Warengruppen"), "{role}: {page}");
            assert!(!page.contains("Bedarf") && !page.contains("Wartezeit") && !page.contains("aushalt ansehen"), "{role}: {page}");
            client.get("/figures/stock.csv").expect(200);
            client.get("/figures/in-out.json").expect(200);
            client.get(&format!("/figures/in-out.csv?group={group}")).expect(403);
            client.get("/figures/needs.csv").expect(403);
            client.get("/figures/waiting.json").expect(403);
        }
        for role in [Role::Mentor, Role::Admin] {
            app.signed_in(role).get("/figures").expect(403);
            app.signed_in(role).get("/figures/stock.csv").expect(403);
        }
    }
}

#[test]
fn an_empty_house_says_so() {
    let app = TestApp::new();
    let page = app.signed_in(Role::Coordinator).get("/figures").expect(200).text();
    for sentence in [
        "Hier ist nichts im Bestand.",
        "In diesen Wochen kam nichts herein",
        "Es ist kein Bedarf aufgeschrieben.",
        "Es wartet niemand",
    ] {
        assert!(page.contains(sentence), "{sentence}: {page}");
    }
    let out = app.cli(&["report", "waiting", "--format", "json"]);
    assert!(out.status.success(), "{out:?}");
    for (arguments, sentence) in [
        (&["stock", "--format", "csv", "--donor", "Erna"][..], "--donor belongs to donor-gifts"),
        (&["stock", "--format", "csv", "--group", "XXX"], "there is no group"),
        (&["in-out", "--format", "csv", "--from", "1990-01-01"], "two years at most"),
    ] {
        let out = app.cli(&[&["report"], arguments].concat());
        assert_eq!(out.status.code(), Some(2), "{out:?}");
        assert!(String::from_utf8_lossy(&out.stderr).contains(sentence), "{out:?}");
    }
}

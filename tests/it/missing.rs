//! `/missing`: each piece counts once, what comes counts until it has come, and the page, the files and the command line say
//! the same.

use gabentisch::actions::record_donation::{self, NewDonation};
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;
use gabentisch::reports::missing::{self, Asked, Missing, MissingLine, When};
use serde_json::Value;

use crate::support::{TestApp, both};

fn json(app: &TestApp, more: &[&str]) -> Value {
    let arguments: Vec<&str> = ["report", "missing", "--format", "json"].iter().chain(more).copied().collect();
    let out = app.cli(&arguments);
    serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"))
}

fn json_of(app: &TestApp, name: &str) -> Value {
    let out = app.cli(&["report", name, "--format", "json"]);
    serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"))
}

/// The report as pages in the house have it.
fn exact(app: &TestApp, when: When) -> Missing {
    missing::count(&app.house, &app.caretaker(), &Asked { when, ..Asked::default() }).expect("the report")
}

/// The line of a product in a size: wanted, in stock, coming, missing.
fn line(report: &Missing, product: &str, size: &str) -> [i64; 4] {
    let is_it = |line: &&MissingLine| line.product.as_str() == product && line.size.as_deref().unwrap_or("") == size;
    let sum = report.lines.iter().find(is_it).unwrap_or_else(|| panic!("no {product} {size} in {report:?}")).sum;
    [sum.wanted, sum.in_stock, sum.coming, sum.missing]
}

/// A donation that was only announced, with its page's address.
fn announced(app: &TestApp) -> String {
    let donor = app.donor(DonorKind::Company, "Modehaus Muster GmbH");
    let new = NewDonation { still_to_come: true, ..NewDonation::of(donor, app.house.today()) };
    let (id, _) = record_donation::new(&app.house, &app.caretaker(), new).expect("a donation");
    format!("/donations/{id}")
}

both! {
    each_piece_counts_once_and_what_comes_counts_until_it_came => |app| {
        let mut scanner = app.scanner();
        let labels = app.labels(2);
        scanner.take_in(&labels[0], "jeans", "110", None);
        scanner.take_in(&labels[1], "jeans", "98", None);
        let households: Vec<_> = (0..3).map(|_| app.household().0).collect();
        app.needs(households[0], &[("jeans", "104", 1)]);
        app.needs(households[1], &[("jeans", "110", 1)]);
        app.needs(households[2], &[("jeans", "110", 2)]);
        let report = exact(&app, When::Now);
        assert_eq!(line(&report, "jeans", "104"), [1, 0, 0, 1], "the one in 110 serves one line only");
        assert_eq!(line(&report, "jeans", "110"), [3, 1, 0, 2]);
        assert_eq!(report.products[0].households, 3);
        // A file tells of none of the three.
        let told = json(&app, &[]);
        assert_eq!(told["products"][0]["households"], "hidden", "{told}");
        let lines = told["lines"].as_array().expect("lines");
        assert!(lines.iter().all(|line| line["wanted"].is_null() && line["missing"].is_null()), "{told}");

        // Announced: two in 110, typed as a person would.
        let coordinator = app.signed_in(Role::Coordinator);
        let page = announced(&app);
        let expected = app.house.today().tomorrow().expect("a day").to_string();
        let fields = [("product", "Jeans"), ("cut", "K"), ("size", "110"), ("pieces", "2"), ("expected_on", &expected)];
        coordinator.post_form(&format!("{page}/announced"), &fields).expect(303);
        let report = exact(&app, When::Now);
        assert_eq!((line(&report, "jeans", "104"), line(&report, "jeans", "110")), ([1, 0, 0, 1], [3, 1, 2, 0]));
        let shown = coordinator.get("/missing?product=jeans").expect(200).text();
        assert!(shown.contains("Modehaus Muster GmbH") && shown.contains(&page), "{shown}");
        assert!(shown.contains("/items?q=Jeans"), "{shown}");

        // A household that left waits for nothing.
        app.sql(&format!("UPDATE households SET state = 'left' WHERE id = '{}'", households[2]));
        assert_eq!(line(&exact(&app, When::Now), "jeans", "110"), [1, 1, 0, 0]);
        app.sql(&format!("UPDATE households SET state = 'active' WHERE id = '{}'", households[2]));

        // The gift comes: what was announced no longer counts, the day is today's.
        app.sql("UPDATE donations SET received_on = '2026-01-05'");
        let version = [("state", "received"), ("version", "1")];
        coordinator.post_form(&format!("{page}/state"), &version).expect(303);
        assert_eq!(line(&exact(&app, When::Now), "jeans", "110"), [3, 1, 0, 2]);
        assert_eq!(app.sql("SELECT received_on FROM donations"), app.house.today().to_string());
        let late = coordinator.post_form(&format!("{page}/announced"), &fields).expect(422).text();
        assert!(late.contains("schon da"), "{late}");
        app.assert_sound();
    }
    bad_lines_are_refused_with_a_sentence_and_nothing_is_lost => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let page = announced(&app);
        let post = |product: &str, size: &str, pieces: &str, day: &str| {
            let fields = [("product", product), ("size", size), ("pieces", pieces), ("expected_on", day)];
            coordinator.post_form(&format!("{page}/announced"), &fields).expect(422).text()
        };
        assert!(post("Quatschkram", "", "3", "").contains("Quatschkram"));
        assert!(post("Jeans", "riesig", "3", "").contains("Größe gibt es"));
        for pieces in ["0", "-1", "viele", "99999999999"] {
            assert!(post("Jeans", "", pieces, "").contains("1 bis"), "{pieces}");
        }
        assert!(post("Jeans", "", "3", "2020-01-01").contains("schon vorbei"));
        assert!(post("Jeans", "", "3", "morgen").contains("Jeans"));
        assert_eq!(app.sql("SELECT COUNT(*) FROM announced"), "0");
        // The same form twice makes one line; it can be taken off again.
        let once = uuid::Uuid::now_v7().to_string();
        for _ in 0..2 {
            let fields = [("product", "Winterjacke 104"), ("pieces", "3"), ("once", once.as_str())];
            coordinator.post_form(&format!("{page}/announced"), &fields).expect(303);
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM announced"), "1");
        assert_eq!(app.sql("SELECT size FROM announced"), "104");
        let id = app.sql("SELECT id FROM announced");
        coordinator.post_form(&format!("{page}/announced/{id}/remove"), &[]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM announced"), "0");
        coordinator.post_form(&format!("{page}/announced/{id}/remove"), &[]).expect(404);
    }
    special_needs_are_one_line_from_ten_households_on => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let said = |path: &str| coordinator.get(path).expect(200).text();
        for _ in 0..9 {
            let (household, _) = app.household();
            app.needs(household, &[("inkontinenz", "", 2), ("socken", "39-42", 1)]);
        }
        let nothing_special = || {
            for path in ["/missing.json", "/missing.json?product=inkontinenz", "/missing.csv", "/missing"] {
                let text = said(&format!("{path}{}when=all", if path.contains('?') { "&" } else { "?" }));
                assert!(!text.contains("nkontinenz"), "{path}: {text}");
            }
        };
        nothing_special();
        let report = json(&app, &["--season", "all"]);
        assert!(report["special"].is_null() && report["total"]["wanted"] == 10, "{report}");
        assert!(!said("/missing?when=all").contains("Besonderer Bedarf"));
        let needs = json_of(&app, "needs");
        assert_eq!((&needs["total"]["open"], needs["lines"].as_array().map(Vec::len)), (&Value::from(10), Some(1)), "{needs}");
        assert_eq!(json_of(&app, "waiting")["open_lines"], 10);

        let (household, _) = app.household();
        app.needs(household, &[("umstandshose", "", 1)]);
        nothing_special();
        let report = json(&app, &["--season", "all"]);
        assert_eq!((&report["special"]["households"], &report["special"]["wanted"]), (&"from10".into(), &20.into()), "{report}");
        assert_eq!(report["total"]["wanted"], 10);
        assert!(said("/missing?when=all").contains("Besonderer Bedarf"));
        assert!(said("/missing.csv?when=all").contains("Besonderer Bedarf;;;;;20;0;0;20;10;10–19"));
        let needs = json_of(&app, "needs");
        let line = needs["lines"].as_array().and_then(|lines| lines.iter().find(|line| line["code"] == "special"));
        assert_eq!(line.map(|line| &line["open"]), Some(&Value::from(10)), "{needs}");
        assert!(!needs.to_string().contains("\"MUM\""), "{needs}");
    }
    none_yet_is_one_piece_and_only_until_something_came => |app| {
        let (household, _) = app.household();
        app.needs(household, &[("socken", "39-42", 7), ("sandalen", "38", 1), ("winterschuhe", "38", 1)]);
        let urgent = || exact(&app, When::All).total.urgent;
        assert_eq!(urgent(), 2, "one pair of socks, and shoes for this season");
        app.sql("UPDATE needs SET got = 1, state = 'partly' WHERE product_code = 'socken'");
        assert_eq!(urgent(), 1);
    }
    page_and_files_agree_and_are_for_the_coordinator => |app| {
        for _ in 0..3 {
            let (household, _) = app.household();
            app.needs(household, &[("socken", "39-42", 4), ("sandalen", "38", 1), ("winterschuhe", "38", 1)]);
        }
        let all = json(&app, &["--season", "all"]);
        assert_eq!(all["total"]["missing"], 20, "10, 5 and 5: {all}");
        let (now, next) = (json(&app, &[]), json(&app, &["--season", "next"]));
        assert_ne!(now["season"], next["season"]);
        let products = |report: &Value| report["products"].as_array().expect("products").len();
        assert_eq!((products(&all), products(&now), products(&next)), (3, 2, 2), "sandals and boots are never both");
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.get("/missing?when=all").expect(200).text();
        assert!(page.contains("Es fehlen 18 Stück von 18"), "{page}");
        let grid = coordinator.get("/missing?when=all&group=SHO").expect(200).text();
        assert!(grid.contains("data-heat=\"4\" title=\"3 fehlen von 3\">3</td>"), "{grid}");
        let file = coordinator.get("/missing.csv?when=all").expect(200).text();
        let rows: Vec<&str> = file.lines().collect();
        assert_eq!(rows.len(), 3 + 3, "{file}");
        assert!(rows[2].contains("Artikelart;Schnitt;Größe;Jahreszeit;gebraucht"), "{file}");
        assert!(file.contains("Socken;;39-42;ganzes Jahr;10;0;0;10;5;unter 5"), "{file}");
        let as_json: Value = serde_json::from_str(&coordinator.get("/missing.json?when=all").expect(200).text()).expect("JSON");
        assert_eq!(as_json["total"], all["total"]);
        for sort in ["", "wanted", "households", "name", "quatsch"] {
            coordinator.get(&format!("/missing?sort={sort}&when=quatsch&group=XXX&product=yyy")).expect(200);
        }
        for role in [Role::Volunteer, Role::Treasurer, Role::Mentor, Role::Admin] {
            let other = app.signed_in(role);
            for path in ["/missing", "/missing.csv", "/missing.json", "/missing/public"] {
                other.get(path).expect(403);
            }
        }
    }
}

//! What became of a donor's gifts: the page, the table, the file and the database say the same; nobody is named.

use gabentisch::domain::disclosure::difference::Period;
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;
use serde_json::Value;

use crate::support::{Event, TestApp, both};

both! {
    page_table_and_file_agree_and_name_nobody => |app| {
        let donor = app.donor(DonorKind::Company, "=Beispiel & Co");
        let card = app.sql("SELECT code FROM labels WHERE kind = 'donor'");
        let (_, donation) = app.donation(donor);
        let labels = app.labels(10);
        let mut scanner = app.scanner();
        for label in &labels[..8] {
            scanner.take_in(label, "winterjacke", "140", Some(&donation));
        }
        scanner.send(Event::new("intake", labels[8]).with("quantity", 20).field("product", "socken").field("donation", donation.to_string()));
        // Nobody's gift, and nobody's report.
        app.scanner().take_in(&labels[9], "jeans", "M", None);
        let households: Vec<_> = (0..6).map(|_| app.household()).collect();
        for (number, (household, card)) in households.iter().enumerate() {
            if number < 2 {
                app.needs(*household, &[("winterjacke", "", 1)]);
            }
            scanner.scan("handout", card);
            assert_eq!(scanner.scan("handout", labels[number])["outcome"], "applied");
            assert_eq!(scanner.send(Event::new("handout", labels[8]).with("quantity", 2))["outcome"], "applied");
            scanner.scan("handout", card);
        }
        scanner.scan("return", labels[0]);

        let treasurer = app.signed_in(Role::Treasurer);
        let page = treasurer.get(&format!("/donors/{donor}/gifts")).expect(200).text();
        assert!(page.contains("Von 28 Teilen sind 17 ausgegeben."), "{page}");
        assert!(page.contains("viewBox=\"0 0 28 10\"") && !page.contains("style="), "{page}");
        assert!(page.contains("Arbeitsansicht") && !page.contains("gifts.csv"), "{page}");
        // What a report hides stands in no list of the treasurer; whoever handed the pieces out knows it.
        for (role, said) in [(Role::Treasurer, false), (Role::Coordinator, true)] {
            let reader = app.signed_in(role);
            let gift = app.sql("SELECT id FROM donations");
            for address in ["/donations".to_owned(), "/donations.csv".to_owned(), format!("/donations/{gift}")] {
                let page = reader.get(&address).expect(200).text();
                assert!(said || page.contains("28 Teil"), "{role} {address}: {page}");
                let told = page.contains("17 ausgegeben") || page.contains("<strong>17</strong>");
                assert_eq!(told, said, "{role} {address}: {page}");
            }
        }
        // One household's piece met a line: neither it nor the rest is told by purpose.
        assert!(page.contains("•") && page.contains("zu wenige Haushalte"), "{page}");
        assert_eq!(app.sql("SELECT sum(got) FROM needs"), "1");
        let in_database = app.sql("SELECT sum(quantity) FROM items WHERE state = 'handed_out' AND donation_id IS NOT NULL");
        assert_eq!(in_database, "17");

        // What leaves the house: whole quarters and years that are over.
        let quarter = Period { year: 2025, quarter: Some(4) };
        let (from, to) = (quarter.first().to_string(), quarter.last().to_string());
        app.sql(&format!("UPDATE donations SET received_on = '{from}'"));
        let address = |from: &str, to: &str| format!("/donors/{donor}/gifts.csv?from={from}&to={to}");
        let refused = treasurer.get(&address(&from, &to));
        assert!(refused.status == 422 && refused.text().contains("noch nicht festgeschrieben"), "{}", refused.text());
        for (from, to, sentence) in [
            (from.as_str(), &*app.house.today().to_string(), "kein ganzes Quartal"),
            (&Period::quarter_with(app.house.today()).first().to_string(), &Period::quarter_with(app.house.today()).last().to_string(), "läuft noch"),
        ] {
            let refused = treasurer.get(&address(from, to));
            assert!(refused.status == 422 && refused.text().contains(sentence), "{}", refused.text());
            let back = treasurer.post_form(&format!("/donors/{donor}/gifts"), &[("from", from), ("to", to)]);
            assert_eq!(back.status, 303, "{}", back.text());
        }
        assert_eq!(app.sql("SELECT count(*) FROM published_tables"), "0");
        treasurer.post_form(&format!("/donors/{donor}/gifts"), &[("from", &from), ("to", &to)]).expect(303);
        let page = treasurer.get(&format!("/donors/{donor}/gifts?from={from}&to={to}")).expect(200).text();
        assert!(page.contains("Von 30 Teilen sind 15 ausgegeben.") && page.contains("Fassung für den Spender"), "{page}");
        let csv = treasurer.get(&address(&from, &to)).expect(200);
        assert!(csv.headers["content-disposition"].to_str().unwrap().contains(&card));
        let csv = csv.text();
        assert!(csv.contains("'=Beispiel") && csv.contains(";•"), "{csv}");
        let out = app.cli(&["report", "donor-gifts", "--donor", &card, "--from", &from, "--to", &to, "--format", "json"]);
        let json: Value = serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"));
        let total = &json["total"];
        let numbers = ["received", "handed_out", "in_stock", "in_care", "discarded"].map(|name| total[name].as_i64());
        assert_eq!(numbers, [Some(30), Some(15), Some(10), None, Some(0)]);
        assert_eq!(json["reach"], "from5");
        let needs = json["needs"].as_array().unwrap();
        assert!(needs.iter().all(|line| line["pieces"].is_null() && line["reach"] == "hidden"), "{json}");

        let file = app.folder().join("gifts.csv");
        let path = file.to_str().unwrap();
        let written = || {
            let asked = ["report", "donor-gifts", "--donor", "=beispiel & co", "--from", &from, "--to", &to, "--format", "csv", "-o", path];
            let out = app.cli(&asked);
            assert!(out.status.success(), "{out:?}");
            std::fs::read_to_string(&file).unwrap()
        };
        assert_eq!(written(), csv);
        // Whatever happens later, it stays as it was given out.
        let (_, late) = app.household();
        scanner.scan("handout", late);
        assert_eq!(scanner.send(Event::new("handout", labels[8]).with("quantity", 6))["outcome"], "applied");
        assert_eq!((written(), treasurer.get(&address(&from, &to)).expect(200).text()), (csv.clone(), csv.clone()));
        // The whole year may not tell what one household got since: its numbers less the quarter's are none.
        let year = Period { quarter: None, ..quarter };
        let (first, last) = (year.first().to_string(), year.last().to_string());
        let asked = ["report", "donor-gifts", "--donor", &card, "--from", &first, "--to", &last, "--format", "json"];
        let out = app.cli(&asked);
        let json_of_year: Value = serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"));
        assert!(json_of_year["total"]["handed_out"].is_null(), "{json_of_year}");
        for text in [page, csv, json.to_string(), app.sql("SELECT counted FROM published_tables")] {
            for (household, card) in &households {
                assert!(!text.contains(&household.to_string()) && !text.contains(card.as_str()), "a household is named");
            }
        }
        // Before the first gift there is nothing to report.
        let empty = treasurer.get(&format!("/donors/{donor}/gifts?from=2020-01-01&to=2020-12-31")).expect(200).text();
        assert!(empty.contains("In diesem Zeitraum gibt es keine Teile"), "{empty}");
        let backwards = treasurer.get(&format!("/donors/{donor}/gifts?from=2020-12-31&to=2020-01-01")).expect(200).text();
        assert!(backwards.contains("Der Zeitraum endet vor seinem Anfang"), "{backwards}");
        app.assert_sound();
    }
}

#[test]
fn the_command_says_what_is_wrong() {
    let app = TestApp::new();
    app.donor(DonorKind::Private, "Erna Erfunden");
    app.donor(DonorKind::Private, "Erna Erfunden");
    let donor = app.donor(DonorKind::Private, "Otto Ohneort");
    let report = |more: &[&str]| {
        let mut arguments = vec!["report", "donor-gifts"];
        arguments.extend(more);
        let out = app.cli(&arguments);
        assert!(out.stdout.is_empty());
        (out.status.code(), String::from_utf8_lossy(&out.stderr).into_owned())
    };
    for (arguments, sentence) in [
        (&["--donor", "Niemand", "--format", "csv"][..], "No donor “Niemand” found"),
        (&["--donor", "A7F39MXT4E", "--format", "csv"], "No donor"),
        (&["--donor", "erna erfunden", "--format", "csv"], "Several donors are called"),
        (&["--donor", "Erna", "--format", "pdf"], "No donor"),
        (&["--donor", "Erna", "--from", "gestern", "--format", "csv"], "gestern"),
        (
            &["--donor", "Otto Ohneort", "--from", "2025-01-05", "--to", "2025-02-01", "--format", "csv"],
            "neither a whole quarter",
        ),
        (&["--format", "csv"], "--donor"),
    ] {
        let (code, said) = report(arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {said}");
        assert!(said.contains(sentence), "{arguments:?}: {said}");
    }
    let (code, said) = report(&["--donor", "Otto Ohneort", "--format", "csv", "-o", "/gibt/es/nicht.csv"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("choose another place with -o"), "{said}");
    let volunteer = app.signed_in(Role::Volunteer);
    volunteer.get(&format!("/donors/{donor}/gifts")).expect(403);
    volunteer.get(&format!("/donors/{donor}/gifts.csv")).expect(403);
}

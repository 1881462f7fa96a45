//! `/reports`: each report as page, CSV, Excel, JSON and PDF and on the command line; what counts households tells of none;
//! a closed period reprints as it was, byte for byte.

use std::process::Command;

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::report::Report;
use gabentisch::domain::rights::Role;
use jiff::Timestamp;
use serde_json::Value;

use crate::support::{Backend, Event, TestApp};

/// The middle of a year, at noon in Berlin.
fn summer() -> Timestamp {
    "2026-07-15T10:00:00Z".parse().expect("a moment")
}

/// A company's valued gift of jackets, a private one by the bag, and ten households that got a jacket each.
fn town(app: &TestApp) {
    let company = app.donor(DonorKind::Company, "=Beispiel & Co");
    let person = app.donor(DonorKind::Private, "Erna Erfunden");
    let (gift, code) = app.donation(company);
    let (bag, bag_code) = app.donation(person);
    let labels = app.labels(16);
    let mut scanner = app.scanner();
    for label in &labels[..12] {
        scanner.take_in(label, "winterjacke", "140", Some(&code));
    }
    for label in &labels[12..] {
        scanner.take_in(label, "jeans", "M", Some(&bag_code));
    }
    let line = app.house.uuid();
    app.sql(&format!(
        "INSERT INTO value_lines (id, donation_id, position, description, product_code, quantity, identical, age, condition, \
         basis, net_cents, vat_rate_bp, vat_cents, source, version) VALUES ('{line}', '{gift}', 1, 'Winterjacken', 'winterjacke', 12, \
         TRUE, '', 'new', 'teilwert', 1000, 1900, 190, '', 1)"
    ));
    app.sql(&format!(
        "INSERT INTO value_line_items (item_id, line_id) SELECT id, '{line}' FROM items WHERE donation_id = '{gift}'"
    ));
    app.sql(&format!("UPDATE donations SET bags = 3, weight_g = 12400 WHERE id = '{bag}'"));
    for label in &labels[..10] {
        let (_, card) = app.household();
        scanner.scan("handout", card);
        assert_eq!(scanner.scan("handout", label)["outcome"], "applied");
        scanner.scan("handout", card);
    }
}

fn both_in_summer(story: impl Fn(TestApp)) {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        story(TestApp::with_clock(backend, summer()));
    }
}

/// A part of an Excel file, which is a ZIP.
fn part(app: &TestApp, bytes: &[u8], name: &str) -> String {
    let file = app.folder().join("report.xlsx");
    std::fs::write(&file, bytes).expect("a file");
    let out = Command::new("unzip").arg("-p").arg(&file).arg(name).output().expect("unzip is installed");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("UTF-8")
}

#[test]
fn a_report_says_the_same_as_page_and_as_each_file() {
    both_in_summer(|app| {
        town(&app);
        let treasurer = app.signed_in(Role::Treasurer);
        let page = treasurer.get("/reports/company-donations?when=2026").expect(200).text();
        for shown in [
            "Eine Zeile für jede Spende einer Firma",
            "=Beispiel &#38; Co",
            "120,00\u{a0}€",
            "22,80\u{a0}€",
            "142,80\u{a0}€",
        ] {
            assert!(page.contains(shown), "{shown}: {page}");
        }
        let csv = treasurer.get("/reports/company-donations.csv?when=2026").expect(200).text();
        assert!(csv.starts_with("\u{feff}Firma;Tag;Spende;Bestätigung;Aussteller;"), "{csv}");
        assert!(csv.contains("'=Beispiel & Co;2026-07-15;") && csv.contains(";120,00;22,80;142,80;"), "{csv}");
        let plain = treasurer.get("/reports/company-donations.csv?when=2026&bom=no").expect(200).text();
        assert_eq!(csv.trim_start_matches('\u{feff}'), plain);
        let json = treasurer.get("/reports/company-donations.json?when=2026").expect(200).json();
        let row = &json["rows"][0];
        assert_eq!(
            (row["company"].as_str(), row["day"].as_str(), row["net_cents"].as_i64(), row["total_cents"].as_i64()),
            (Some("=Beispiel & Co"), Some("2026-07-15"), Some(12_000), Some(14_280)),
            "{json}"
        );
        assert_eq!(json["totals"]["vat_cents"], 2_280);
        let file = treasurer.get("/reports/company-donations.xlsx?when=2026").expect(200);
        let sheet = part(&app, &file.body, "xl/worksheets/sheet1.xml");
        // The name is a string and no formula; money and days are numbers.
        assert!(sheet.contains("t=\"inlineStr\"><is><t>=Beispiel &amp; Co</t>") && !sheet.contains("<f>"), "{sheet}");
        assert!(sheet.contains("<v>142.8</v>") && sheet.contains("<v>46218</v>"), "{sheet}");
        assert!(sheet.contains("<autoFilter") && sheet.contains("state=\"frozen\""), "{sheet}");
        assert!(part(&app, &file.body, "xl/worksheets/sheet2.xml").contains("Eine Zeile für jede Spende einer Firma"));
        let pdf = treasurer.get("/reports/company-donations.pdf?when=2026").expect(200).body;
        assert!(pdf.starts_with(b"%PDF"));

        let out =
            app.cli(&["report", "company-donations", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "csv"]);
        assert_eq!(String::from_utf8_lossy(&out.stdout), csv, "{out:?}");
        let out = app.cli(&[
            "report",
            "company-donations",
            "--from",
            "2026-01-01",
            "--to",
            "2026-12-31",
            "--format",
            "csv",
            "--no-bom",
        ]);
        assert_eq!(String::from_utf8_lossy(&out.stdout), plain);
        let out =
            app.cli(&["report", "company-donations", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "xlsx"]);
        assert_eq!(out.stdout, file.body, "{}", String::from_utf8_lossy(&out.stderr));
    });
}

#[test]
fn goods_in_and_out_have_a_value_only_where_somebody_said_so() {
    both_in_summer(|app| {
        town(&app);
        let treasurer = app.signed_in(Role::Treasurer);
        let json = treasurer.get("/reports/value.json?when=2026").expect(200).json();
        let total = |key: &str| json["totals"][key].as_i64();
        let keys = ["in_pieces", "in_cents", "in_rest_pieces", "out_pieces", "out_kg", "out_cents"];
        let nothing = [None, None, None];
        let [came, out] = [&keys[..3], &keys[3..]].map(|keys| keys.iter().map(|key| total(key)).collect::<Vec<_>>());
        assert_eq!(came, [Some(12), Some(14_280), Some(4)], "{json}");
        assert_eq!(out, nothing, "what went out of a year that runs is not told: {json}");
        assert!(total("in_rest_kg") > Some(0));
        let json = treasurer.get("/reports/donations.json?when=2026").expect(200).json();
        let rows = json["rows"].as_array().unwrap();
        let cells: Vec<_> = rows
            .iter()
            .map(|row| {
                (row["donor"].as_str(), row["pieces"].as_i64(), row["value_cents"].as_i64(), row["weight_kg"].as_i64())
            })
            .collect();
        assert_eq!(
            cells,
            [(Some("=Beispiel & Co"), Some(12), Some(14_280), None), (Some("Erna Erfunden"), Some(4), None, Some(12))]
        );
        let json = treasurer.get("/reports/stock-age.json").expect(200).json();
        assert_eq!(
            (json["totals"]["weeks_0_8"].as_i64(), json["totals"]["all"].as_i64()),
            (Some(6), Some(6)),
            "{json}"
        );
        let one = json["rows"].as_array().unwrap().len();
        assert_eq!(one, 2);
        // Of a year that is over it is told by group: ten households, a jacket each, all of them valued.
        app.house.set_now("2027-01-02T10:00:00Z".parse().unwrap());
        let json = treasurer.get("/reports/value.json?when=2026").expect(200).json();
        let total = |key: &str| json["totals"][key].as_i64();
        assert_eq!(keys.map(total)[3..], [Some(10), Some(11), Some(11_900)], "{json}");
        let row = json["rows"].as_array().unwrap().iter().find(|row| row["in_pieces"] == 12).unwrap();
        assert_eq!((row["out_pieces"].as_i64(), row["out_cents"].as_i64()), (Some(10), None), "{json}");
        // It is the count of the other reports of these pieces: one more household changes none of them.
        let met = treasurer.get("/reports/needs-met.json?when=2026").expect(200).json();
        app.sql(
            "UPDATE items SET moved_at = '2026-12-01 10:00:00.000000', state = 'in_stock' WHERE state = 'handed_out'",
        );
        assert_eq!(treasurer.get("/reports/value.json?when=2026").expect(200).json()["totals"], json["totals"]);
        assert_eq!(treasurer.get("/reports/needs-met.json?when=2026").expect(200).json(), met);
        let served = treasurer.get("/reports/households-served.json?when=2026").expect(200).json();
        let year = served["rows"].as_array().unwrap().iter().find(|row| row["period"] == "Jahr 2026").unwrap();
        assert_eq!((year["pieces"].as_i64(), year["households"].as_str()), (Some(10), Some("10–19")), "{served}");
    });
}

#[test]
fn a_piece_out_of_a_lot_came_with_it_and_has_its_value() {
    both_in_summer(|app| {
        let (gift, code) = app.donation(app.donor(DonorKind::Company, "Seifen Beispiel GmbH"));
        let labels = app.labels(2);
        let mut scanner = app.scanner();
        scanner.send(Event::new("intake", labels[0]).field("product", "seife").with("quantity", 10));
        let given = Event::new("intake", labels[1]).field("product", "seife").with("quantity", 20);
        scanner.send(given.field("donation", code.to_string()));
        let line = |vat: &str, position: u8| {
            let id = app.house.uuid();
            app.sql(&format!(
                "INSERT INTO value_lines (id, donation_id, position, description, product_code, quantity, identical, age, condition, \
                 basis, net_cents, vat_cents, source, version) VALUES ('{id}', '{gift}', {position}, 'Seife', 'seife', 20, TRUE, '', \
                 'new', 'teilwert', 100, {vat}, '', 1)"
            ));
            id
        };
        let whole = line("19", 1);
        line("NULL", 2);
        app.sql(&format!(
            "INSERT INTO value_line_items (item_id, line_id) SELECT id, '{whole}' FROM items WHERE label = '{}'",
            labels[1]
        ));
        for number in 0..8 {
            let (_, card) = app.household();
            scanner.scan("handout", card);
            let parts: &[_] = if number < 4 { &[(&labels[0], 1), (&labels[1], 1)] } else { &[(&labels[1], 1)] };
            for (label, pieces) in parts {
                assert_eq!(scanner.send(Event::new("handout", label).with("quantity", *pieces))["outcome"], "applied");
            }
            scanner.scan("handout", card);
        }
        app.sql("UPDATE items SET created_at = '2025-12-10 10:00:00.000000' WHERE split_from IS NULL");

        let treasurer = app.signed_in(Role::Treasurer);
        let keys = ["in_pieces", "in_cents", "in_rest_pieces"];
        let json = treasurer.get("/reports/value.json?when=2026").expect(200).json();
        assert_eq!(keys.map(|key| json["totals"][key].as_i64()), [Some(20), Some(2_380), Some(0)], "{json}");
        let json = treasurer.get("/reports/value.json?when=2025").expect(200).json();
        assert_eq!(json["totals"]["in_rest_pieces"], 10, "{json}");
        // Net value and VAT add up to the total, which leaves out the line that is not whole yet.
        let json = treasurer.get("/reports/company-donations.json?when=2026").expect(200).json();
        let keys = ["net_cents", "vat_cents", "total_cents"];
        assert_eq!(keys.map(|key| json["totals"][key].as_i64()), [2_000, 380, 2_380].map(Some), "{json}");
        // Twelve pieces out of the two lots, of which the eight of the second one have its value.
        app.house.set_now("2027-01-02T10:00:00Z".parse().unwrap());
        let json = treasurer.get("/reports/value.json?when=2026").expect(200).json();
        let keys = ["out_pieces", "out_cents"];
        assert_eq!(keys.map(|key| json["totals"][key].as_i64()), [Some(10), Some(952)], "{json}");
        app.house.set_now(summer());
        // What comes back out of a lot is as old as the lot.
        app.sql("UPDATE items SET state = 'in_stock' WHERE split_from IS NOT NULL");
        let json = treasurer.get("/reports/stock-age.json").expect(200).json();
        assert_eq!(json["totals"]["weeks_26_52"], 30, "{json}");
    });
}

#[test]
fn the_register_adds_up_valid_euros_and_shows_other_money_as_what_it_is() {
    both_in_summer(|app| {
        let (gift, _) = app.donation(app.donor(DonorKind::Private, "Erna Erfunden"));
        let issuer = app.house.uuid();
        app.sql(&format!(
            "INSERT INTO issuers (id, form, name, street, postcode, city, fields, keep_years, active, created_at, version) VALUES \
             ('{issuer}', 'ch/charity', 'Verein Beispiel', '', '', '', '{{}}', 10, TRUE, '2026-01-01 00:00:00.000000', 1)"
        ));
        for (counted, state, cents, currency) in
            [(1, "issued", 10_000, "EUR"), (2, "voided", 20_000, "EUR"), (3, "issued", 123_456, "CHF")]
        {
            let id = app.house.uuid();
            app.sql(&format!(
                "INSERT INTO receipts (id, issuer_id, donation_id, state, year, counted, number, form, lang, total_cents, currency, \
                 data, made_at, issued_on, issued_at, version, listed_at) VALUES ('{id}', '{issuer}', '{gift}', '{state}', 2026, \
                 {counted}, '2026-{counted}', 'ch/charity', 'de', {cents}, '{currency}', '{{}}', '2026-07-15 10:00:00.000000', \
                 '2026-07-15', '2026-07-15 10:00:00.000000', 1, '2026-07-15 10:00:00.000000')"
            ));
        }
        let treasurer = app.signed_in(Role::Treasurer);
        let json = treasurer.get("/reports/receipts.json?when=2026").expect(200).json();
        assert_eq!(json["totals"]["amount_cents"], 10_000, "{json}");
        assert_eq!(json["rows"][2]["amount_cents"], 123_456, "{json}");
        let page = treasurer.get("/reports/receipts?when=2026").expect(200).text();
        assert!(page.contains("200,00\u{a0}€") && page.contains("1234,56"), "{page}");
        assert!(!page.contains("1234,56\u{a0}€") && !page.contains("1.234,56\u{a0}€"), "{page}");
        let file = treasurer.get("/reports/receipts.xlsx?when=2026").expect(200);
        let sheet = part(&app, &file.body, "xl/worksheets/sheet1.xml");
        let style = |value: &str| {
            let (before, _) = sheet.split_once(&format!("><v>{value}</v>")).expect("the amount");
            before.rsplit_once("s=").expect("a style").1.to_owned()
        };
        assert_ne!(style("200"), style("1234.56"), "{sheet}");
        // A void receipt is none of the donor's.
        let json = treasurer.get("/reports/donations.json?when=2026").expect(200).json();
        assert_eq!(json["rows"][0]["receipts"], 2, "{json}");
    });
}

#[test]
fn households_are_told_in_quarters_that_are_over_and_few_of_them_never() {
    both_in_summer(|app| {
        town(&app);
        let treasurer = app.signed_in(Role::Treasurer);
        let running = treasurer.get("/reports/households-served?when=2026-q3").expect(200).text();
        assert!(running.contains("noch nicht vorbei"), "{running}");
        let odd = treasurer.get("/reports/needs-met?from=2026-01-01&to=2026-01-31").expect(200).text();
        assert!(odd.contains("ein ganzes Quartal oder ein ganzes Jahr"), "{odd}");
        app.house.set_now("2026-10-02T10:00:00Z".parse().unwrap());
        let json = treasurer.get("/reports/households-served.json?when=2026-q3").expect(200).json();
        assert_eq!(
            (json["rows"][0]["households"].as_str(), json["rows"][0]["pieces"].as_i64()),
            (Some("10–19"), Some(10)),
            "{json}"
        );
        // Two more pieces for one household change nothing that is out.
        app.sql("UPDATE items SET quantity = 9 WHERE state = 'handed_out'");
        assert_eq!(treasurer.get("/reports/households-served.json?when=2026-q3").expect(200).json(), json);
        let met = treasurer.get("/reports/needs-met.json?when=2026-q3").expect(200).json();
        assert!(!met["rows"].as_array().unwrap().is_empty(), "{met}");
        // In the second quarter nobody came.
        let none = treasurer.get("/reports/households-served?when=2026-q2").expect(200).text();
        assert!(none.contains("gibt es nichts zu berichten"), "{none}");
    });
}

#[test]
fn scans_are_for_the_coordinator_alone() {
    both_in_summer(|app| {
        let (_, badge) = app.add_user_with_badge("ida", Role::Volunteer);
        let mut scanner = app.scanner();
        for label in app.labels(3) {
            let event = Event::new("intake", label)
                .field("product", "jeans")
                .field("size", "M")
                .with("actor", badge.to_string());
            assert_eq!(scanner.send(event)["outcome"], "applied");
        }
        let coordinator = app.signed_in(Role::Coordinator);
        let json = coordinator.get("/reports/volunteer-scans.json?when=2026").expect(200).json();
        let row = &json["rows"][0];
        assert_eq!(
            (row["person"].as_str(), row["month"].as_str(), row["intake"].as_i64()),
            (Some("Probe ida"), Some("2026-07"), Some(3)),
            "{json}"
        );
        // Another person of the same name stands on a line of their own.
        let (_, badge) = app.add_user_with_badge("eva", Role::Volunteer);
        let event = Event::new("intake", app.labels(1)[0]).field("product", "jeans").field("size", "M");
        assert_eq!(scanner.send(event.with("actor", badge.to_string()))["outcome"], "applied");
        app.sql("UPDATE users SET display_name = 'Probe ida' WHERE display_name = 'Probe eva'");
        let json = coordinator.get("/reports/volunteer-scans.json?when=2026").expect(200).json();
        let mut intakes: Vec<_> =
            json["rows"].as_array().unwrap().iter().filter_map(|row| row["intake"].as_i64()).collect();
        intakes.sort_unstable();
        assert_eq!(intakes, [1, 3], "{json}");
        for role in [Role::Treasurer, Role::Volunteer, Role::Mentor, Role::Admin] {
            app.signed_in(role).get("/reports/volunteer-scans").expect(403);
        }
        assert!(!app.signed_in(Role::Treasurer).get("/reports").expect(200).text().contains("volunteer-scans"));
    });
}

#[test]
fn every_report_is_there_in_every_format_also_when_it_is_empty() {
    both_in_summer(|app| {
        app.house.set_now("2026-10-02T10:00:00Z".parse().unwrap());
        let coordinator = app.signed_in(Role::Coordinator);
        let index = coordinator.get("/reports").expect(200).text();
        for report in Report::ALL {
            assert!(index.contains(&format!("href=\"/reports/{report}\"")), "{report}");
            let page = coordinator.get(&format!("/reports/{report}")).expect(200).text();
            assert!(page.contains("nichts zu berichten"), "{report}: {page}");
            for ending in ["csv", "xlsx", "json", "pdf"] {
                let file = coordinator.get(&format!("/reports/{report}.{ending}")).expect(200);
                assert!(!file.body.is_empty(), "{report}.{ending}");
                let out = app.cli(&["report", report.word(), "--format", ending]);
                assert!(out.status.success(), "{report} {ending}: {out:?}");
            }
        }
        for name in ["stock", "in-out", "needs", "waiting", "missing", "sessions"] {
            for ending in ["xlsx", "pdf"] {
                let out = app.cli(&["report", name, "--format", ending]);
                assert!(out.status.success() && !out.stdout.is_empty(), "{name} {ending}: {out:?}");
            }
        }
        coordinator.get("/reports/nothing").expect(404);
        coordinator.get("/reports/donations.doc").expect(404);
        coordinator.get("/reports/value?from=0000-01-01&to=0005-01-01").expect(200);
        let wrong = coordinator.get("/reports/donations?from=2026-02-01&to=2026-01-01").expect(200).text();
        assert!(wrong.contains("Der Zeitraum endet vor seinem Anfang"), "{wrong}");
    });
}

#[test]
fn a_closed_period_reprints_byte_for_byte_until_it_is_opened_with_a_reason() {
    both_in_summer(|app| {
        town(&app);
        app.house.set_now("2026-10-02T10:00:00Z".parse().unwrap());
        let treasurer = app.signed_in(Role::Treasurer);
        treasurer.post_form("/reports/closings", &[("period", "2026-q4")]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM closings"), "0", "it still runs");
        treasurer.post_form("/reports/closings", &[("period", "2026-q3")]).expect(303);
        treasurer.post_form("/reports/closings", &[("period", "2026-q3")]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM closings"), "1");
        let names =
            ["donations", "company-donations", "value", "households-served", "needs-met", "receipts", "council"];
        let all = || -> Vec<Vec<u8>> {
            let endings = ["csv", "xlsx", "json", "pdf"];
            let paths =
                names.iter().flat_map(|name| endings.map(|ending| format!("/reports/{name}.{ending}?when=2026-q3")));
            paths.map(|path| treasurer.get(&path).expect(200).body).collect()
        };
        let before = all();
        app.house.set_now("2026-12-24T10:00:00Z".parse().unwrap());
        app.sql("UPDATE donors SET name = 'Ganz Anders'");
        app.sql("UPDATE value_lines SET net_cents = 5");
        app.sql("UPDATE items SET quantity = 7");
        for (number, (was, is)) in before.iter().zip(all()).enumerate() {
            assert!(*was == is, "{} of {} changed", number % 4, names[number / 4]);
        }
        let page = treasurer.get("/reports/company-donations?when=2026-q3").expect(200).text();
        assert!(page.contains("Dieser Zeitraum wurde am 02.10.2026 von Probe") && page.contains("=Beispiel"), "{page}");
        // Another period is counted anew.
        let year = treasurer.get("/reports/company-donations?when=2026").expect(200).text();
        assert!(year.contains("Ganz Anders"), "{year}");

        let id = app.sql("SELECT id FROM closings");
        treasurer.post_form(&format!("/reports/closings/{id}/reopen"), &[("reason", "  ")]).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM closings WHERE reopened_at IS NULL"), "1", "a reason is needed");
        treasurer
            .post_form(&format!("/reports/closings/{id}/reopen"), &[("reason", "Eine Rechnung kam nach")])
            .expect(303);
        let index = treasurer.get("/reports").expect(200).text();
        assert!(index.contains("Eine Rechnung kam nach"), "{index}");
        let open = treasurer.get("/reports/company-donations?when=2026-q3").expect(200).text();
        assert!(open.contains("Ganz Anders"), "{open}");
        app.signed_in(Role::Volunteer).post_form("/reports/closings", &[("period", "2026-q3")]).expect(403);
    });
}

#[test]
fn the_command_says_what_is_wrong() {
    let app = TestApp::new();
    for (arguments, sentence) in [
        (&["receipts", "--donor", "Erna", "--format", "csv"][..], "--donor belongs to"),
        (&["donations", "--donor", "Niemand", "--format", "csv"], "No donor"),
        (&["donations", "--group", "OUT", "--format", "csv"], "--group belongs to"),
        (&["needs-met", "--from", "2025-01-01", "--to", "2025-02-01", "--format", "csv"], "whole quarter"),
        (&["donations", "--from", "2025-03-01", "--to", "2025-02-01", "--format", "csv"], "ends before"),
    ] {
        let out = app.cli(&[&["report"], arguments].concat());
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(sentence), "{arguments:?}: {said}");
    }
}

/// What stands on the index, so that nobody changes a definition by the way.
#[test]
fn every_report_says_what_it_counts() {
    let t = gabentisch::texts::Texts::of(gabentisch::texts::Lang::De);
    let lines: Vec<Value> = Report::ALL
        .iter()
        .map(|report| serde_json::json!([report, t.say(&report.title()), t.say(&report.sentence())]))
        .collect();
    insta::assert_snapshot!(serde_json::to_string_pretty(&lines).unwrap());
}

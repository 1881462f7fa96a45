//! A year for the accounts: each gift once, reversals in their year, the file for DATEV byte by byte.

use gabentisch::domain::DonationId;
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;
use gabentisch::settings::Settings;

use crate::council::issuer;
use crate::support::{Backend, TestApp, both};

/// A receipt over a gift of this day, as it lies in the database.
fn receipt(
    app: &TestApp,
    issuer: &str,
    number: &str,
    (given, issued): (&str, &str),
    cents: i64,
    voided: &str,
) -> DonationId {
    let (donation, _) = app.donation(app.donor(DonorKind::Company, "Möbel \"Muster\" & Söhne"));
    app.sql(&format!("UPDATE donations SET received_on = '{given}', receipt_wanted = TRUE WHERE id = '{donation}'"));
    let (state, voided) =
        if voided.is_empty() { ("issued", "NULL".to_owned()) } else { ("voided", format!("'{voided}'")) };
    app.sql(&format!(
        "INSERT INTO receipts (id, issuer_id, donation_id, state, year, counted, number, form, lang, total_cents, currency, data, \
         made_at, listed_at, issued_on, voided_at, version) SELECT '{}', '{issuer}', '{donation}', '{state}', {}, COUNT(*) + 1, \
         '{number}', 'de/association', 'de', {cents}, 'EUR', '{{}}', '2025-01-01 10:00:00.000000', '2025-01-01 10:00:00.000000', \
         '{issued}', {voided}, 1 FROM receipts",
        app.house.uuid(),
        &issued[..4],
    ));
    donation
}

fn settings(settings: &mut Settings) {
    let datev = "{\"consultant\":29098,\"client\":55003,\"gifts_account\":3400,\"gifts_against\":8200,\
                 \"purchases_account\":3410,\"purchases_against\":1200}";
    settings.datev = Some(serde_json::from_str(datev).expect("settings"));
}

fn a_year_is_counted_once_and_reads_as_datev_wants_it(backend: Backend) {
    let app = TestApp::with(backend, settings);
    let treasurer = app.signed_in(Role::Treasurer);
    let empty = treasurer.get("/books?year=2025").expect(200).text();
    assert!(empty.contains("In diesem Jahr ist nichts zu buchen"), "{empty}");
    let club = issuer(&app, "de/association", "Kleiderkammer e. V.", "NULL").to_string();
    receipt(&app, &club, "2025-0001", ("2025-02-28", "2025-03-09"), 123_456, "");
    // Voided in the same year: never was. Voided in a later one: a reversal there.
    receipt(&app, &club, "2025-0002", ("2025-02-28", "2025-04-01"), 5_000, "2025-06-01 10:00:00.000000");
    receipt(&app, &club, "2024-0009", ("2024-11-30", "2024-12-20"), 7_005, "2025-02-01 10:00:00.000000");
    // At midnight in Berlin the year is over, and not when it is over in Greenwich.
    receipt(&app, &club, "2024-0010", ("2024-11-30", "2024-12-21"), 100, "2024-12-31 23:30:00.000000");
    let (valued, code) = app.donation(app.donor(DonorKind::Private, "Erna Erfunden"));
    app.sql(&format!("UPDATE donations SET received_on = '2025-05-05' WHERE id = '{valued}'"));
    app.sql(&format!(
        "INSERT INTO value_lines (id, donation_id, position, description, quantity, identical, age, condition, basis, value_cents, \
         source, version) VALUES ('{}', '{valued}', 1, 'Jacken', 3, TRUE, '', 'good', 'gemeiner_wert', 1050, '', 1)",
        app.house.uuid()
    ));
    let (bought, bought_code) = app.donation(app.donor(DonorKind::Private, "Gerd Geldgeber"));
    app.sql(&format!(
        "UPDATE donations SET received_on = '2025-07-07', source = 'purchase', paid_cents = 20000 WHERE id = '{bought}'"
    ));

    let page = treasurer.get("/books?year=2025").expect(200).text();
    // 1234.56 with a receipt, 31.50 without, less 70.05 and 1.00.
    assert!(page.contains("1.195,01") && page.contains("200,00") && page.contains("-71,05"), "{page}");
    let register =
        app.sql("SELECT CAST(SUM(total_cents) AS BIGINT) FROM receipts WHERE year = 2025 AND state = 'issued'");
    assert_eq!(register, "123456");
    assert!(page.contains("1.234,56"), "the sum of receipts is that of the register: {page}");
    let csv = treasurer.get("/books.csv?year=2025").expect(200).text();
    assert!(csv.contains("2025-02-28;Sachspende mit Bestätigung;2025-0001;") && csv.contains(";1234,56;"), "{csv}");
    assert!(!csv.contains("2025-0002"), "{csv}");

    let file = treasurer.get("/books/datev.csv?year=2025").expect(200);
    let name = file.headers.get("content-disposition").and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert!(name.contains("EXTF_Buchungsstapel_2025-kleiderkammer-e-v.csv"), "{name}");
    let lines: Vec<Vec<u8>> = file.body.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let mut head = lines[0].clone();
    let made: Vec<u8> = head.splice(34..51, *b"JJJJMMTTHHMMSSFFF").collect();
    assert!(made.iter().all(u8::is_ascii_digit), "{}", String::from_utf8_lossy(&made));
    assert_eq!(
        String::from_utf8_lossy(&head),
        "\"EXTF\";700;21;\"Buchungsstapel\";13;JJJJMMTTHHMMSSFFF;;\"GT\";\"\";\"\";29098;55003;20250101;4;20250101;20251231;\
         \"Sachspenden 2025\";\"\";1;0;0;\"EUR\";;\"\";;;\"\";;;\"\";\"\"\r"
    );
    let row = |amount: &str, accounts: &str, day: &str, document: &str, text: &[u8], given: &str, reversal: &str| {
        let mut bytes =
            format!("{amount};\"S\";\"EUR\";;;\"\";{accounts};\"\";{day};\"{document}\";\"\";;\"").into_bytes();
        bytes.extend(text);
        bytes.extend(format!("\";;\"\";;;;\"\";{}\"\";\"\";;\"\";;\"\";;;;;;", "\"\";".repeat(16)).into_bytes());
        bytes.extend(format!("\"Tag der Spende\";\"{given}\";{}", "\"\";".repeat(38)).into_bytes());
        bytes.extend(b";;;;;;;\"\";\"\";;\"\";;;;\"\";\"\";;\"\";;\"\";;\"\";\"\";;\"\";;0;;;;");
        bytes.extend(format!("\"{reversal}\";;\"\";\"\";;\"\";;\r").into_bytes());
        bytes
    };
    let name = b"M\xf6bel \"\"Muster\"\" & S\xf6hne";
    let gift = [b"Sachspende ".as_slice(), name].concat();
    let storno = [b"Storno Sachspende ".as_slice(), name].concat();
    let expected = [
        row("1,00", "3400;8200", "0101", "2024-0010", &storno, "2024-11-30", "1"),
        row("70,05", "3400;8200", "0102", "2024-0009", &storno, "2024-11-30", "1"),
        row("1234,56", "3400;8200", "2802", "2025-0001", &gift, "2025-02-28", "0"),
        row("31,50", "3400;8200", "0505", code.as_str(), b"Sachspende Erna Erfunden", "2025-05-05", "0"),
        row(
            "200,00",
            "3410;1200",
            "0707",
            bought_code.as_str(),
            b"Kauf aus Geldspende Gerd Geldgeber",
            "2025-07-07",
            "0",
        ),
    ];
    assert_eq!(lines.len(), 2 + expected.len() + 1);
    for (line, wanted) in lines[2..].iter().zip(&expected) {
        assert_eq!(String::from_utf8_lossy(line), String::from_utf8_lossy(wanted));
        assert_eq!(line, wanted);
    }
    treasurer.get("/books/datev.csv?year=1999").expect(422);
    app.signed_in(Role::Coordinator).get("/books").expect(403);
}

#[test]
fn a_year_is_counted_once_and_reads_as_datev_wants_it_on_sqlite() {
    a_year_is_counted_once_and_reads_as_datev_wants_it(Backend::Sqlite);
}

#[test]
fn a_year_is_counted_once_and_reads_as_datev_wants_it_on_postgres() {
    a_year_is_counted_once_and_reads_as_datev_wants_it(Backend::Postgres);
}

both! {
    a_gift_counts_in_its_own_year_and_once_over_all_years => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let club = issuer(&app, "de/association", "Kleiderkammer e. V.", "NULL").to_string();
        // Given in December, valued at once, confirmed in January.
        let gift = receipt(&app, &club, "2025-0003", ("2024-12-28", "2025-01-07"), 30_000, "");
        let line = |gift: &DonationId, cents: i64| app.sql(&format!(
            "INSERT INTO value_lines (id, donation_id, position, description, quantity, identical, age, condition, basis, \
             value_cents, source, version) VALUES ('{}', '{gift}', 1, 'Jacken', 1, FALSE, '', 'good', 'gemeiner_wert', {cents}, '', 1)",
            app.house.uuid()
        ));
        let csv = |year: i32| treasurer.get(&format!("/books.csv?year={year}")).expect(200).text();
        assert!(csv(2024).contains("2024-12-28;Sachspende mit Bestätigung;2025-0003;"), "{}", csv(2024));
        assert!(!csv(2025).contains("2025-0003"), "{}", csv(2025));
        // The same before the receipt: the amount is in the same year.
        app.sql(&format!("DELETE FROM receipts WHERE donation_id = '{gift}'"));
        line(&gift, 30_000);
        assert!(csv(2024).contains("300,00") && !csv(2025).contains("300,00"), "{}", csv(2024));
        // Voided in a later year: it stays, is taken off, and what stands in for it counts from then on.
        let old = receipt(&app, &club, "2024-0009", ("2024-11-30", "2024-12-20"), 7_005, "2025-02-01 10:00:00.000000");
        receipt(&app, &club, "2025-0004", ("2024-11-30", "2025-02-03"), 6_000, "");
        app.sql(&format!("UPDATE receipts SET donation_id = '{old}' WHERE number = '2025-0004'"));
        assert!(csv(2024).contains("2024-11-30;Sachspende mit Bestätigung;2024-0009;") && !csv(2024).contains("2025-0004"));
        let later = csv(2025);
        assert!(later.contains("2025-02-01;Storno;2024-0009;"), "{later}");
        assert!(later.contains("2025-02-03;Sachspende mit Bestätigung;2025-0004;"), "{later}");
    }

    gifts_without_a_recipient_are_named_and_given_to_nobody => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        issuer(&app, "de/association", "Kleiderkammer e. V.", "NULL");
        let (bought, _) = app.donation(app.donor(DonorKind::Private, "Gerd Geldgeber"));
        app.sql(&format!(
            "UPDATE donations SET received_on = '2025-07-07', source = 'purchase', paid_cents = 24990 WHERE id = '{bought}'"
        ));
        assert!(treasurer.get("/books?year=2025").expect(200).text().contains("249,90"), "there is one recipient only");
        let first = issuer(&app, "de/association", "Kleiderhilfe e. V.", "NULL");
        for asked in [String::new(), format!("&issuer={first}")] {
            let page = treasurer.get(&format!("/books?year=2025{asked}")).expect(200).text();
            assert!(!page.contains("249,90") && page.contains("ohne Empfänger") && page.contains("nicht dabei sind: 1"), "{page}");
            assert!(page.contains("/donations?receiver=none&#38;only=valued&#38;year=2025"), "{page}");
        }
        // The link leads to that gift and to no other.
        let (other, _) = app.donation(app.donor(DonorKind::Private, "Erna Erfunden"));
        app.sql(&format!("UPDATE donations SET received_on = '2025-07-08' WHERE id = '{other}'"));
        let list = |asked: &str| treasurer.get(&format!("/donations?{asked}")).expect(200).text();
        let found = list("receiver=none&only=valued&year=2025");
        assert!(found.contains(&bought.to_string()) && !found.contains(&other.to_string()), "{found}");
        assert!(list("receiver=none").contains(&other.to_string()));
        app.sql(&format!("UPDATE donations SET issuer_id = '{first}' WHERE id = '{bought}'"));
        assert!(!list("receiver=none").contains(&bought.to_string()));
        // Two receivers have two files, and each says whose it is.
        let file = treasurer.get(&format!("/books.csv?year=2025&issuer={first}")).expect(200);
        let name = file.headers.get("content-disposition").and_then(|value| value.to_str().ok()).unwrap_or_default();
        assert!(name.contains("books-2025-kleiderhilfe-e-v.csv"), "{name}");
        // What was bought stands apart from what was given, as on the page.
        assert!(file.text().contains(";2025-07-07;;;249,90;Kleiderhilfe e. V."), "{}", file.text());
    }

    without_its_settings_there_is_no_file_for_datev => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let answer = treasurer.get("/books/datev.csv").expect(422).text();
        assert!(answer.contains("Für DATEV fehlen"), "{answer}");
        assert!(!treasurer.get("/books").expect(200).text().contains("/books/datev.csv"));
    }

    what_the_tax_adviser_says_is_typed_and_gives_the_file => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let club = issuer(&app, "de/association", "Kleiderkammer e. V.", "NULL").to_string();
        let city = issuer(&app, "de/city", "Stadt Beispielstadt", "0").to_string();
        receipt(&app, &club, "2025-0001", ("2025-02-28", "2025-03-09"), 123_456, "");
        receipt(&app, &club, "2025-0002", ("2025-08-01", "2025-08-09"), 5_000, "");
        let at = format!("/issuers/{club}/accounts");
        assert!(treasurer.get(&format!("/books?issuer={club}")).expect(200).text().contains(&at));
        let form = treasurer.get(&at).expect(200).text();
        assert!(form.contains("Beraternummer") && form.contains("01.01."), "{form}");
        let good = [
            ("version", "0"), ("consultant", "29098"), ("client", "55003"), ("year_begins", "1.7."), ("account_length", "4"),
            ("gifts_account", "3400"), ("gifts_against", "8200"), ("purchases_account", "3410"), ("purchases_against", "1200"),
        ];
        // What cannot be is said at its field, and what was typed stays.
        for (name, value, sentence) in [
            ("consultant", "17", "von 1001 bis 9999999"),
            ("client", "-5", "von 1 bis 99999"),
            ("year_begins", "31.02.", "den ersten Tag eines Monats"),
            ("year_begins", "15.04.", "den ersten Tag eines Monats"),
            ("gifts_against", "3400", "zwei verschiedene Konten"),
            ("account_length", "12", "4 bis 8 Ziffern"),
            ("gifts_account", "34000", "höchstens 4 Ziffern"),
            ("purchases_against", "Bank", "höchstens 4 Ziffern"),
        ] {
            let bad: Vec<_> = good.iter().map(|(known, text)| (*known, if *known == name { value } else { *text })).collect();
            let page = treasurer.post_form(&at, &bad).expect(422).text();
            assert!(page.contains(sentence) && page.contains(&format!("value=\"{value}\"")), "{name}: {page}");
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM issuer_accounts"), "0");
        treasurer.post_form(&at, &good).expect(303);
        // From July on: what was given in February is of the year before.
        let file = treasurer.get(&format!("/books/datev.csv?year=2025&issuer={club}")).expect(200);
        let text = String::from_utf8_lossy(&file.body).into_owned();
        let head = text.lines().next().unwrap_or_default();
        assert!(head.contains(";29098;55003;20250701;4;20250701;20260630;"), "{head}");
        assert!(text.contains("2025-0002") && !text.contains("2025-0001"), "{text}");
        // Another receiver keeps other books; two people at once are told.
        treasurer.get(&format!("/books/datev.csv?year=2025&issuer={city}")).expect(422);
        let clash = treasurer.post_form(&at, &good).expect(422).text();
        assert!(clash.contains("id=\"clash\""), "{clash}");
        let again: Vec<_> = good.iter().map(|(name, text)| (*name, if *name == "version" { "1" } else { *text })).collect();
        treasurer.post_form(&at, &again).expect(303);
        app.signed_in(Role::Coordinator).get(&at).expect(403);
    }
}

fn what_the_settings_file_says_is_nobodys_where_there_are_several(backend: Backend) {
    let app = TestApp::with(backend, settings);
    let treasurer = app.signed_in(Role::Treasurer);
    let club = issuer(&app, "de/association", "Kleiderkammer e. V.", "NULL").to_string();
    receipt(&app, &club, "2025-0001", ("2025-02-28", "2025-03-09"), 123_456, "");
    let file = |issuer: &str, status: u16| {
        let answer = treasurer.get(&format!("/books/datev.csv?year=2025&issuer={issuer}")).expect(status);
        String::from_utf8_lossy(&answer.body).into_owned()
    };
    assert!(file(&club, 200).contains(";29098;55003;"));
    // From the second receiver on, nobody said whose numbers they are.
    let city = issuer(&app, "de/city", "Stadt Beispielstadt", "0").to_string();
    receipt(&app, &city, "2025-0002", ("2025-08-01", "2025-08-09"), 5_000, "");
    for one in [&club, &city] {
        assert!(file(one, 422).contains("Für DATEV fehlen"));
        let page = treasurer.get(&format!("/books?year=2025&issuer={one}")).expect(200).text();
        assert!(!page.contains("/books/datev.csv") && page.contains("Für DATEV fehlen"), "{page}");
    }
    let at = format!("/issuers/{club}/accounts");
    let form = treasurer.get(&at).expect(200).text();
    assert!(form.contains("value=\"29098\"") && form.contains("sind ein Vorschlag"), "{form}");
    treasurer.post_form(&at, &TYPED).expect(303);
    assert!(file(&club, 200).contains(";29098;55003;"));
    file(&city, 422);
    assert!(!treasurer.get(&at).expect(200).text().contains("sind ein Vorschlag"));
}

#[test]
fn what_the_settings_file_says_is_nobodys_where_there_are_several_on_sqlite() {
    what_the_settings_file_says_is_nobodys_where_there_are_several(Backend::Sqlite);
}

#[test]
fn what_the_settings_file_says_is_nobodys_where_there_are_several_on_postgres() {
    what_the_settings_file_says_is_nobodys_where_there_are_several(Backend::Postgres);
}

/// What a tax adviser says: the fiscal year begins in July.
const TYPED: [(&str, &str); 9] = [
    ("version", "0"),
    ("consultant", "29098"),
    ("client", "55003"),
    ("year_begins", "1.7."),
    ("account_length", "4"),
    ("gifts_account", "3400"),
    ("gifts_against", "8200"),
    ("purchases_account", "3410"),
    ("purchases_against", "1200"),
];

both! {
    a_year_that_the_receiver_has_not_yet_is_the_one_that_runs => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let club = issuer(&app, "de/association", "Kleiderkammer e. V.", "NULL").to_string();
        let city = issuer(&app, "de/city", "Stadt Beispielstadt", "0").to_string();
        treasurer.post_form(&format!("/issuers/{club}/accounts"), &TYPED).expect(303);
        // Somebody comes from a receiver whose year began already, or has a bookmark of many years ago.
        let next = app.house.today().year() + 1;
        for one in [&club, &city] {
            let running = treasurer.get(&format!("/books?issuer={one}")).expect(200).text();
            let page = treasurer.get(&format!("/books?year={next}&issuer={one}")).expect(200).text();
            let chosen = |page: &str| page.split("\" selected>").nth(1).map(|rest| rest.chars().take(4).collect::<String>());
            assert_eq!(chosen(&page), chosen(&running));
            treasurer.get(&format!("/books?year=1999&issuer={one}")).expect(200);
            treasurer.get(&format!("/books?year=Unsinn&issuer={one}")).expect(422);
            // A file is of the year that was asked for.
            treasurer.get(&format!("/books.csv?year={next}&issuer={one}")).expect(422);
        }
    }

    the_list_behind_a_fiscal_year_has_its_gifts => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let club = issuer(&app, "de/association", "Kleiderkammer e. V.", "NULL").to_string();
        issuer(&app, "de/city", "Stadt Beispielstadt", "0");
        treasurer.post_form(&format!("/issuers/{club}/accounts"), &TYPED).expect(303);
        let bought = |day: &str| {
            let (bought, _) = app.donation(app.donor(DonorKind::Private, "Gerd Geldgeber"));
            app.sql(&format!(
                "UPDATE donations SET received_on = '{day}', source = 'purchase', paid_cents = 24990 WHERE id = '{bought}'"
            ));
            bought.to_string()
        };
        let (before, first, last) = (bought("2024-06-30"), bought("2024-07-01"), bought("2025-06-30"));
        let page = treasurer.get(&format!("/books?year=2024&issuer={club}")).expect(200).text();
        assert!(page.contains("nicht dabei sind: 2"), "{page}");
        let list = crate::donors::links(&page, "/donations?receiver=none").pop().expect("a link");
        let list = treasurer.get(&list).expect(200).text();
        assert!(list.contains(&first) && list.contains(&last) && !list.contains(&before), "{list}");
        assert!(list.contains("ab 01.07.2024") && list.contains("bis 30.06.2025"), "{list}");
        assert!(list.contains("name=\"from\" value=\"2024-07-01\""), "{list}");
    }
}

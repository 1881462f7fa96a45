//! What is printed on an issued receipt, compared word by word with the texts of the law, and the list that goes with it.

use jiff::civil::Date;

use crate::receipts::{ASSESSED, ASSOCIATION, CITY, Desk, EXEMPT, FORWARD, SHOES, STATUTE, pages, words};
use crate::support::{Backend, TestApp, both};

const TITLE: &str = "Bestätigung über Sachzuwendungen";
const VEREIN: [&str; 2] = [
    "Aussteller (Bezeichnung und Anschrift der steuerbegünstigten Einrichtung)",
    "im Sinne des § 10b des Einkommensteuergesetzes an eine der in § 5 Abs. 1 Nr. 9 des Körperschaftsteuergesetzes \
     bezeichneten Körperschaften, Personenvereinigungen oder Vermögensmassen",
];
const PUBLIC: [&str; 2] = [
    "Aussteller (Bezeichnung und Anschrift der inländischen juristischen Person des öffentlichen Rechts oder der \
     inländischen öffentlichen Dienststelle)",
    "im Sinne des § 10b des Einkommensteuergesetzes an inländische juristische Personen des öffentlichen Rechts oder \
     inländische öffentliche Dienststellen",
];
const FROM_BUSINESS: &str = "Die Sachzuwendung stammt nach den Angaben des Zuwendenden aus dem Betriebsvermögen. Die Zuwendung \
     wurde nach dem Wert der Entnahme (ggf. mit dem niedrigeren gemeinen Wert) und nach der Umsatzsteuer, die auf die \
     Entnahme entfällt, bewertet.";
const FROM_PRIVATE: &str = "Die Sachzuwendung stammt nach den Angaben des Zuwendenden aus dem Privatvermögen.";
const FROM_NOWHERE: &str =
    "Der Zuwendende hat trotz Aufforderung keine Angaben zur Herkunft der Sachzuwendung gemacht.";
const DOCUMENTS: &str =
    "Geeignete Unterlagen, die zur Wertermittlung gedient haben, z. B. Rechnung, Gutachten, liegen vor.";
const SIGNED: &str = "(Ort, Datum und Unterschrift des Zuwendungsempfängers)";
const LIABILITY: &str = "Wer vorsätzlich oder grob fahrlässig eine unrichtige Zuwendungsbestätigung erstellt oder veranlasst, \
     dass Zuwendungen nicht zu den in der Zuwendungsbestätigung angegebenen steuerbegünstigten Zwecken verwendet werden, \
     haftet für die entgangene Steuer (§ 10b Abs. 4 EStG, § 9 Abs. 3 KStG, § 9 Nr. 5 GewStG).";
const VALIDITY: &str = "Diese Bestätigung wird nicht als Nachweis für die steuerliche Berücksichtigung der Zuwendung anerkannt, \
     wenn das Datum des Freistellungsbescheides länger als 5 Jahre bzw. das Datum der Feststellung der Einhaltung der \
     satzungsmäßigen Voraussetzungen nach § 60a Abs. 1 AO länger als 3 Jahre seit Ausstellung des Bescheides zurückliegt \
     (§ 63 Abs. 5 AO).";

/// What differs between the German receipts.
struct Printed<'a> {
    form: [&'static str; 2],
    issuer: &'a str,
    donor: &'a str,
    number: &'a str,
    figures: &'a str,
    in_words: &'a str,
    goods: &'a str,
    middle: Vec<String>,
    purposes: &'a str,
    day: &'a str,
    validity: bool,
}

impl Printed<'_> {
    /// The whole page, in its order: there is nothing else on it.
    fn page(&self) -> String {
        let Printed { form, issuer, donor, number, figures, in_words, goods, middle, purposes, day, validity } = self;
        let mut all = vec![
            format!("{} {issuer} Am Gabentisch 1 00000 Übungsstadt", form[0]),
            format!("Zuwendungsbestätigung Nr. {number} {TITLE} {}", form[1]),
            format!("Name und Anschrift des Zuwendenden {donor} Straße der Übung 7 00001 Größenwalde"),
            format!("Wert der Zuwendung – in Ziffern – {figures} € – in Buchstaben – {in_words}"),
            format!("Tag der Zuwendung {day}"),
            format!("Genaue Bezeichnung der Sachzuwendung mit Alter, Zustand, Kaufpreis usw. {goods}"),
        ];
        all.extend(middle.iter().cloned());
        all.push(format!("Es wird bestätigt, dass die Zuwendung nur zur Förderung {purposes} verwendet wird."));
        all.push(format!("Übungsstadt, {day} {SIGNED} {LIABILITY}"));
        all.extend(validity.then(|| VALIDITY.to_owned()));
        all.join(" ")
    }
}

fn of_exemption(purposes: &str, number: &str, notice: &str, period: &str) -> String {
    format!(
        "Wir sind wegen Förderung {purposes} nach dem Freistellungsbescheid bzw. nach der Anlage zum \
         Körperschaftsteuerbescheid des Finanzamtes Übungsstadt StNr. {number}, vom {notice} für den letzten \
         Veranlagungszeitraum {period} nach § 5 Abs. 1 Nr. 9 des Körperschaftsteuergesetzes von der Körperschaftsteuer und \
         nach § 3 Nr. 6 des Gewerbesteuergesetzes von der Gewerbesteuer befreit."
    )
}

/// So many private lines at once, by hand: each of them is worth two cents more than the one before.
fn many_lines(app: &TestApp, gift: &str, count: i64) {
    let row = |at: i64| {
        format!(
            "('{}', '{gift}', {at}, 'Pullover Größe {}', 1, FALSE, '1 Jahr', 'good', 4990, 'gemeiner_wert', {}, 'Flohmarkt', 1)",
            app.house.uuid(),
            90 + at,
            99 + 2 * at
        )
    };
    let rows: Vec<String> = (1..=count).map(row).collect();
    app.sql(&format!(
        "INSERT INTO value_lines (id, donation_id, position, description, quantity, identical, age, condition, \
         new_price_cents, basis, value_cents, source, version) VALUES {}",
        rows.join(", ")
    ));
}

/// A list has every line once, its pages are counted, and its last row is the total of the receipt.
fn is_complete(list: &[u8], number: &str, rows: &[&str], pieces: &str, total: &str) {
    let (count, size) = pages(list);
    assert!(size.contains("A4"), "{size}");
    let text = words(list);
    for page in 1..=count {
        assert!(text.contains(&format!("Seite {page} von {count}")), "{page} of {count}: {text}");
    }
    assert!(!text.contains(&format!("Seite {} von", count + 1)));
    assert!(text.contains(&format!("Anlage zur Zuwendungsbestätigung Nr. {number} vom")), "{text}");
    for row in rows {
        assert_eq!(text.matches(row).count(), 1, "{row}: {text}");
    }
    let ends = format!("Summe {pieces} {total} €");
    assert!(text.contains(&ends) && text.contains(SIGNED), "{ends}: {text}");
}

#[test]
fn every_german_form_is_printed_word_by_word_on_sqlite() {
    german_forms(&at_noon(Backend::Sqlite));
}

#[test]
fn every_german_form_is_printed_word_by_word_on_postgres() {
    german_forms(&at_noon(Backend::Postgres));
}

/// The day stands still: it is on every paper.
fn at_noon(backend: Backend) -> TestApp {
    TestApp::with_clock(backend, "2026-11-20T11:00:00Z".parse().expect("a moment"))
}

fn german_forms(app: &TestApp) {
    let desk = Desk::of(app);
    let written = |day: Date| day.strftime("%d.%m.%Y").to_string();
    let notice = written(desk.notice());
    let on_day = |receipt: &str| {
        let day: Date =
            app.sql(&format!("SELECT issued_on FROM receipts WHERE id = '{receipt}'")).parse().expect("a day");
        written(day)
    };
    let is_page = |receipt: &str, printed: &Printed| {
        let papers = desk.papers(receipt);
        let (count, size) = pages(&papers[0]);
        assert!(count == 1 && size.contains("A4"), "{count} {size}");
        assert_eq!(words(&papers[0]), printed.page());
        papers
    };

    // A private jacket, on one sheet.
    let issuer = desk.issuer(ASSOCIATION, EXEMPT);
    let (receipt, number) = desk.issued(&desk.jacket(), &issuer);
    let exempt = Printed {
        form: VEREIN,
        issuer: ASSOCIATION,
        donor: "Jörg Größer-Müßig",
        number: &number,
        figures: "24,51",
        in_words: "vierundzwanzig Euro und einundfünfzig Cent",
        goods: "Winterjacke, Größe 104, Alter: 2 Jahre, Zustand: gut, Neupreis: 89,90 €",
        middle: vec![
            FROM_PRIVATE.to_owned(),
            DOCUMENTS.to_owned(),
            of_exemption("mildtätiger Zwecke", "000/0000/0000", &notice, "2021 bis 2023"),
        ],
        purposes: "mildtätiger Zwecke",
        day: &on_day(&receipt),
        validity: true,
    };
    assert_eq!(is_page(&receipt, &exempt).len(), 1, "one line needs no list");

    // A company's goods in two lines, under the annex to the assessment.
    let issuer = desk.issuer(ASSOCIATION, ASSESSED);
    let gift = desk.gift(&desk.donor("company", "Schuhhaus Größe & Söhne GmbH"), "business", &[]);
    desk.line(&gift, SHOES);
    let boots: Vec<(&str, &str)> = SHOES
        .iter()
        .map(|(key, text)| {
            (
                *key,
                match *key {
                    "description" => "Stiefel",
                    "quantity" => "3",
                    _ => *text,
                },
            )
        })
        .collect();
    desk.line(&gift, &boots);
    desk.paper(&gift, "statement");
    let (receipt, number) = desk.issued(&gift, &issuer);
    let goods = format!(
        "23 Teile: 20 × Kinderschuhe „Fußfroh“, 3 × Stiefel – siehe Anlage zur Zuwendungsbestätigung Nr. {number} (2 Positionen)"
    );
    let assessed = Printed {
        donor: "Schuhhaus Größe & Söhne GmbH",
        number: &number,
        figures: "821,10",
        in_words: "achthunderteinundzwanzig Euro und zehn Cent",
        goods: &goods,
        middle: vec![
            FROM_BUSINESS.to_owned(),
            of_exemption("des Wohlfahrtswesens", "000/0000/0001", &notice, "2020 bis 2022"),
        ],
        purposes: "des Wohlfahrtswesens",
        ..exempt
    };
    let papers = is_page(&receipt, &assessed);
    is_complete(&papers[1], &number, &["Kinderschuhe „Fußfroh“", "Stiefel"], "23", "821,10");

    // Asked, and no answer: a young association, 60 lines.
    let issuer = desk.issuer(ASSOCIATION, STATUTE);
    let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), "unknown", &[]);
    many_lines(app, &gift, 60);
    desk.paper(&gift, "comparison");
    let asked = app.house.today().to_string();
    desk.maker
        .post_form(&format!("/donations/{gift}/evidence/asked"), &[("asked_on", asked.as_str()), ("how", "Brief")])
        .expect(303);
    let (receipt, number) = desk.issued(&gift, &issuer);
    let text = words(&desk.papers(&receipt)[0]);
    let goods = text
        .split("Kaufpreis usw. ")
        .nth(1)
        .and_then(|rest| rest.split(" Der Zuwendende hat").next())
        .expect("the goods")
        .to_owned();
    assert!(
        goods.starts_with("60 Teile: 1 × Pullover Größe 91, ")
            && goods.ends_with(&format!("siehe Anlage zur Zuwendungsbestätigung Nr. {number} (60 Positionen)")),
        "{goods}"
    );
    let statute = Printed {
        donor: "Jörg Größer-Müßig",
        number: &number,
        // 60 * 99 + 60 * 61 cents.
        figures: "96,00",
        in_words: "sechsundneunzig Euro",
        goods: &goods,
        middle: vec![
            FROM_NOWHERE.to_owned(),
            DOCUMENTS.to_owned(),
            format!(
                "Die Einhaltung der satzungsmäßigen Voraussetzungen nach den §§ 51, 59, 60 und 61 AO wurde vom Finanzamt Übungsstadt, StNr. \
                 000/0000/0002 mit Bescheid vom {notice} nach § 60a AO gesondert festgestellt. Wir fördern nach unserer Satzung mildtätige Zwecke."
            ),
        ],
        purposes: "mildtätige Zwecke",
        ..assessed
    };
    let papers = is_page(&receipt, &statute);
    let names: Vec<String> = (1..=60).map(|at| format!("Pullover Größe {} 1 ", 90 + at)).collect();
    is_complete(&papers[1], &number, &names.iter().map(String::as_str).collect::<Vec<_>>(), "60", "96,00");

    // A city, after its council.
    let city = desk.issuer("Stadt Übungsstadt", CITY);
    let gift = desk.gift(&desk.donor("company", "Schuhhaus Größe & Söhne GmbH"), "business", &[("only_offered", "on")]);
    desk.line(&gift, SHOES);
    desk.paper(&gift, "statement");
    desk.accepted(&gift, &city);
    let (receipt, number) = desk.issued(&gift, &city);
    let own = Printed {
        form: PUBLIC,
        issuer: "Stadt Übungsstadt",
        donor: "Schuhhaus Größe & Söhne GmbH",
        number: &number,
        figures: "714,00",
        in_words: "siebenhundertvierzehn Euro",
        goods: "Kinderschuhe „Fußfroh“, 20 Stück, Alter: neu, Zustand: neu",
        middle: vec![
            FROM_BUSINESS.to_owned(),
            "Die Zuwendung wird von uns unmittelbar für den angegebenen Zweck verwendet.".to_owned(),
        ],
        purposes: "mildtätiger Zwecke",
        validity: false,
        ..statute
    };
    is_page(&receipt, &own);
    assert_eq!(app.sql(&format!("SELECT state FROM donations WHERE id = '{gift}'")), "receipted");

    // A city that passes on, 200 lines.
    let city = desk.issuer("Stadt Übungsstadt", FORWARD);
    let gift = desk.gift(&desk.donor("private", "Jörg Größer-Müßig"), "private", &[("only_offered", "on")]);
    many_lines(app, &gift, 200);
    desk.paper(&gift, "opinion");
    desk.accepted(&gift, &city);
    let (receipt, number) = desk.issued(&gift, &city);
    let text = words(&desk.papers(&receipt)[0]);
    let goods = text
        .split("Kaufpreis usw. ")
        .nth(1)
        .and_then(|rest| rest.split(" Die Sachzuwendung stammt").next())
        .expect("the goods")
        .to_owned();
    let forward = Printed {
        donor: "Jörg Größer-Müßig",
        number: &number,
        // 200 * 99 + 200 * 201 cents.
        figures: "600,00",
        in_words: "sechshundert Euro",
        goods: &goods,
        middle: vec![
            FROM_PRIVATE.to_owned(),
            DOCUMENTS.to_owned(),
            format!(
                "Die Zuwendung wird entsprechend den Angaben des Zuwendenden an Hilfe Übungsstadt e. V. weitergeleitet, die/der vom Finanzamt \
                 Beispielheim StNr. 111/1111/1111 mit Freistellungsbescheid bzw. nach der Anlage zum Körperschaftsteuerbescheid vom \
                 {notice} von der Körperschaftsteuer und Gewerbesteuer befreit ist."
            ),
        ],
        validity: true,
        ..own
    };
    let papers = is_page(&receipt, &forward);
    let names: Vec<String> = (1..=200).map(|at| format!("Pullover Größe {} 1 ", 90 + at)).collect();
    is_complete(&papers[1], &number, &names.iter().map(String::as_str).collect::<Vec<_>>(), "200", "600,00");
    assert!(pages(&papers[1]).0 > 3, "200 lines need their room");
    app.assert_sound();
}

both! {
    other_countries_have_theirs => |app| {
        let desk = Desk::of(&app);
        let purposes = ("purposes", "mildtätige Zwecke");
        let company = || {
            let gift = desk.gift(&desk.donor("company", "Beispiel & Söhne"), "business", &[]);
            let market: Vec<(&str, &str)> = SHOES.iter().map(|(key, text)| (*key, if *key == "basis" { "gemeiner_wert" } else { *text })).collect();
            desk.line(&gift, &market);
            gift
        };
        let printed = |form: &[(&str, &str)], choice: &[(&str, &str)]| {
            let (gift, issuer) = (company(), desk.issuer("Hilfe Übungsstadt", form));
            let receipt = desk.draft(&gift, &issuer);
            let line = app.sql(&format!("SELECT id FROM value_lines WHERE donation_id = '{gift}'"));
            let version = app.sql(&format!("SELECT version FROM receipts WHERE id = '{receipt}'"));
            let fields = [&[("version", version.as_str()), ("line", line.as_str())][..], choice].concat();
            desk.maker.post_form(&format!("/receipts/{receipt}/lines"), &fields).expect(303);
            desk.agree(&receipt);
            desk.issue(&receipt);
            let papers = desk.papers(&receipt);
            assert_eq!(pages(&papers[0]).0, 1);
            words(&papers[0])
        };
        let at = printed(&[("form", "at/body"), purposes, ("registration_number", "NR 0000"), ("notice_date", "{notice}")], &[]);
        for says in ["Registrierungsnummer NR 0000", "€ 714,00", "aus dem Betriebsvermögen", "(Ort, Datum und Unterschrift)"] {
            assert!(at.contains(says), "{says}: {at}");
        }
        let ch = printed(&[("form", "ch/body"), purposes, ("exemption", "Verfügung vom 3. Mai 2024")], &[("with_value", "on")]);
        assert!(ch.contains("CHF 714.00") && ch.contains("Wir sind steuerbefreit: Verfügung vom 3. Mai 2024."), "{ch}");
        let ch = printed(&[("form", "ch/public"), purposes], &[]);
        assert!(!ch.contains("714") && ch.contains("Die Empfängerin ist der Bund, ein Kanton, eine Gemeinde"), "{ch}");
        let uk = printed(&[("form", "uk/acknowledgement"), purposes, ("charity_number", "0000000")], &[("with_value", "on")]);
        assert!(uk.contains("£714.00") && uk.contains("charity number 0000000") && uk.contains("Gift Aid cannot be claimed"), "{uk}");
        assert!(!uk.to_lowercase().contains("signature"), "{uk}");
        let us = printed(&[("form", "us/acknowledgement"), purposes, ("ein", "00-0000000")], &[("got", "no")]);
        assert!(us.contains("No goods or services were provided in exchange") && !us.contains("714") && !us.contains('$'), "{us}");
        // Nobody said whether the donor got anything.
        let receipt = desk.draft(&company(), &desk.issuer("Hilfe Übungsstadt", &[("form", "us/acknowledgement"), purposes, ("ein", "00-0000000")]));
        desk.refused(&receipt, "Es fehlt, ob der Spender etwas als Gegenleistung bekam.");
        app.assert_sound();
    }
}

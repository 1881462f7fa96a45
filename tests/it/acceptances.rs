//! The acceptance record: proposed from what is known, changed until it is signed, and then a paper that never changes.

use std::process::Command;

use gabentisch::actions::announce::{self, NewAnnounced};
use gabentisch::actions::record_donation::{self, NewDonation};
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;
use image::{GrayImage, ImageFormat, Luma};

use crate::donors::follow;
use crate::support::photo::encoded;
use crate::support::{Client, Event, TestApp, both};

/// What a reader copies out of a PDF.
pub fn text_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    if let Ok(kept) = std::env::var("GABENTISCH_KEEP_PAPERS") {
        std::fs::write(format!("{kept}/record-{}.pdf", pdf.len()), pdf).unwrap();
    }
    let out = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().expect("pdftotext is installed");
    String::from_utf8(out.stdout).unwrap()
}

/// A signature as a browser sends it.
fn scribble(phase: f64) -> String {
    let picture = GrayImage::from_fn(600, 200, |x, y| {
        let wave = (f64::from(x) / 23.0 + phase).sin() * 45.0 + 100.0 + f64::from(x) / 20.0;
        Luma([if (40..520).contains(&x) && (f64::from(y) - wave).abs() < 3.0 { 0 } else { 255 }])
    });
    format!("data:image/png;base64,{}", data_encoding::BASE64.encode(&encoded(&picture, ImageFormat::Png)))
}

/// The value of a field of a form.
fn value(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {page}"));
    field
        .split('>')
        .next()
        .and_then(|tag| tag.split("value=\"").nth(1))
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned()
}

/// A company's gift of which three new jackets were scanned in and shoes were announced; gives the donation's address.
fn gift(app: &TestApp) -> String {
    let donor = app.donor(DonorKind::Company, "Beispiel Bekleidung GmbH & Co. KG");
    let draft = NewDonation { still_to_come: true, ..NewDonation::of(donor, app.house.today()) };
    let (donation, code) = record_donation::new(&app.house, &app.caretaker(), draft).unwrap();
    let shoes = NewAnnounced {
        product: "sneaker".parse().unwrap(),
        cut: None,
        size: String::new(),
        pieces: 20,
        expected_on: None,
    };
    announce::add(&app.house, &app.caretaker(), donation, shoes).unwrap();
    let mut scanner = app.scanner();
    for label in app.labels(3) {
        let event = Event::new("intake", label).field("product", "winterjacke").field("condition", "new");
        assert_eq!(scanner.send(event.field("donation", code.to_string()))["outcome"], "applied");
    }
    format!("/donations/{donation}")
}

/// The fields of a record with two lines.
const FIELDS: [(&str, &str); 11] = [
    ("giver", "Ina Müßig"),
    ("taker", "Şule Öztürk"),
    ("remarks", "Auf zwei Paletten,\n„sauber“ verpackt"),
    ("description-0", "Winterjacken"),
    ("pieces-0", "12"),
    ("weight-0", "13,2"),
    ("class-0", "full"),
    ("description-4", "Turnschuhe"),
    ("pieces-4", "20"),
    ("class-4", "restricted"),
    ("reason-4", "Kartons beschädigt"),
];

/// Writes such a record and gives its address.
fn written(app: &TestApp, client: &Client, donation: &str) -> String {
    let today = app.house.today().to_string();
    let mut fields = FIELDS.to_vec();
    fields.push(("made_on", &today));
    follow(client, client.post_form(&format!("{donation}/acceptance/new"), &fields)).1
}

both! {
    a_record_is_proposed_signed_and_never_changes_again => |app| {
        let donation = gift(&app);
        let treasurer = app.signed_in(Role::Treasurer);
        let page = treasurer.get(&donation).expect(200).text();
        assert!(page.contains(&format!("{donation}/acceptance/new")), "{page}");
        let form = treasurer.get(&format!("{donation}/acceptance/new")).expect(200).text();
        // Three jackets that lie here, all new; twenty pairs of shoes that were announced and nobody has looked at.
        assert_eq!((value(&form, "pieces-0"), value(&form, "pieces-1"), value(&form, "pieces-2")), ("3".into(), "20".into(), String::new()));
        assert!(!value(&form, "weight-0").is_empty(), "{form}");
        assert_eq!(form.matches("value=\"full\" selected").count(), 1, "{form}");
        assert_eq!(value(&form, "giver"), "Beispiel Bekleidung GmbH &#38; Co. KG");

        let at = written(&app, &treasurer, &donation);
        let page = treasurer.get(&at).expect(200).text();
        for said in ["Winterjacken", "13,2", "Kartons beschädigt", "nicht gewogen", "mindestens 13,2", "Ina Müßig", "Entwurf"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let draft = treasurer.get(&format!("{at}/paper.pdf")).expect(200);
        assert_eq!(draft.headers["content-type"], "application/pdf");
        let text = text_of(&draft.body);
        assert!(text.contains("Mit den Unterschriften werden") && text.contains("Seite 1 von 1"), "{text}");

        // The city takes its gift, not the house.
        let city = crate::council::issuer(&app, "de/city", "Stadt Musterhausen", "NULL");
        app.sql(&format!("UPDATE donations SET issuer_id = '{city}'"));
        let text = text_of(&treasurer.get(&format!("{at}/paper.pdf")).expect(200).body);
        assert!(text.contains("Stadt Musterhausen"), "{text}");

        // Changed by one, so that another with the old version hears of it.
        let today = app.house.today().to_string();
        let mut fields = FIELDS.to_vec();
        fields[4] = ("pieces-0", "14");
        fields.extend([("made_on", today.as_str()), ("version", "1")]);
        treasurer.post_form(&format!("{at}/edit"), &fields).expect(303);
        treasurer.post_form(&format!("{at}/edit"), &fields).expect(409);
        let (giver, taker) = (scribble(0.0), scribble(1.5));
        let sign = |version: &str| treasurer.post_form(&format!("{at}/sign"), &[("version", version), ("how", "screen"), ("giver", &giver), ("taker", &taker)]);
        sign("1").expect(409);
        assert_eq!(app.sql("SELECT COUNT(*) FROM papers"), "0", "nothing is frozen before it is signed");
        let (page, _) = follow(&treasurer, sign("2"));
        assert!(page.contains("Niemand kann es mehr ändern") && !page.contains("data-sign"), "{page}");

        let paper = page.split("href=\"/papers/").nth(1).and_then(|rest| rest.split('"').next()).expect("a paper").to_owned();
        let frozen = treasurer.get(&format!("/papers/{paper}")).expect(200).body;
        let text = text_of(&frozen);
        for said in ["Übergabeprotokoll", "Beispiel Bekleidung GmbH & Co. KG", "Winterjacken", "14", "Turnschuhe", "eingeschränkt",
            "„sauber“ verpackt", "Ina Müßig", "Şule Öztürk", "Am Bildschirm unterschrieben", "34", "Zuwendungsbestätigung."] {
            assert!(text.contains(said), "{said}: {text}");
        }
        // Nothing goes any more: no change, no second signature, no deleting.
        fields.pop();
        fields.push(("version", "3"));
        assert!(treasurer.post_form(&format!("{at}/edit"), &fields).expect(422).text().contains("schon unterschrieben"));
        assert!(sign("3").expect(422).text().contains("schon unterschrieben"));
        treasurer.post_form(&format!("{at}/discard"), &[("version", "3")]).expect(422);
        assert_eq!(treasurer.get(&format!("/papers/{paper}")).expect(200).body, frozen);
        assert_eq!(app.sql("SELECT COUNT(*) FROM papers"), "1");
        // What is kept of a signature is a small picture made anew.
        let kept = app.sql("SELECT COUNT(*) FROM acceptances WHERE LENGTH(giver_signature) BETWEEN 100 AND 6000 AND LENGTH(taker_signature) BETWEEN 100 AND 6000");
        assert_eq!(kept, "1");
        assert!(treasurer.get(&donation).expect(200).text().contains(&at));
    }

    a_gift_that_is_only_described_is_proposed_in_its_words => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let donor = app.donor(DonorKind::Company, "Beispiel GmbH");
        let day = app.house.today().yesterday().unwrap();
        let told = NewDonation {
            description: "Wintermäntel,\nneu".to_owned(),
            pieces_announced: Some(40),
            ..NewDonation::of(donor, day)
        };
        let (donation, _) = record_donation::new(&app.house, &app.caretaker(), told).unwrap();
        let new = format!("/donations/{donation}/acceptance/new");
        let form = treasurer.get(&new).expect(200).text();
        assert_eq!((value(&form, "description-0"), value(&form, "pieces-0")), ("Wintermäntel, neu".into(), "40".into()));
        assert_eq!(value(&form, "made_on"), day.to_string(), "the day on which it came");
        // What it is worth was written line by line: that says more.
        let line = app.house.uuid();
        app.sql(&format!(
            "INSERT INTO value_lines (id, donation_id, position, description, product_code, quantity, identical, age, condition, basis, \
             value_cents, source, version) VALUES ('{line}', '{donation}', 1, 'Parka, Größe M', 'winterjacke', 38, TRUE, '', 'new', \
             'gemeiner_wert', 900, '', 1)"
        ));
        let form = treasurer.get(&new).expect(200).text();
        assert_eq!((value(&form, "description-0"), value(&form, "pieces-0")), ("Parka, Größe M".into(), "38".into()));
        assert!(form.contains("value=\"full\" selected") && !value(&form, "weight-0").is_empty(), "{form}");
        // The paper is filed under a number that a person can read out.
        let at = written(&app, &treasurer, &format!("/donations/{donation}"));
        let text = text_of(&treasurer.get(&format!("{at}/paper.pdf")).expect(200).body);
        let id = at.rsplit('/').next().unwrap();
        assert!(text.contains(&id[id.len() - 6..]) && !text.contains(id), "{text}");
    }

    bad_input_is_named_and_nothing_is_lost => |app| {
        let donation = gift(&app);
        let treasurer = app.signed_in(Role::Treasurer);
        let new = format!("{donation}/acceptance/new");
        let today = app.house.today().to_string();
        let tomorrow = app.house.today().tomorrow().unwrap().to_string();
        for (field, typed, said) in [
            ("pieces-0", "0", "Zeile 1: Bitte geben Sie die Stückzahl"),
            ("pieces-4", "viele", "Zeile 2: Bitte geben Sie die Stückzahl"),
            ("weight-0", "schwer", "Zeile 1: Bitte geben Sie das Gewicht"),
            ("weight-4", "99999999", "Zeile 2: Bitte geben Sie das Gewicht"),
            ("class-0", "", "Zeile 1: Bitte wählen Sie die Klasse"),
            ("reason-4", "", "Zeile 2: Bitte schreiben Sie den Grund"),
            ("description-4", " ", "Zeile 2: Bitte schreiben Sie, was es ist"),
            ("giver", "", "Bitte schreiben Sie einen Namen"),
            ("made_on", "gestern", "Bitte einen Tag angeben"),
            ("made_on", &tomorrow, "Zukunft"),
        ] {
            let mut fields = FIELDS.to_vec();
            fields.push(("made_on", &today));
            fields.retain(|(name, _)| *name != field);
            fields.push((field, typed));
            let page = treasurer.post_form(&new, &fields).expect(422).text();
            assert!(page.contains(said), "{field} {typed}: {page}");
            assert!(page.contains("Winterjacken") || field == "description-0", "what was typed is there: {page}");
        }
        let empty = treasurer.post_form(&new, &[("giver", "A"), ("taker", "B"), ("made_on", &today)]).expect(422).text();
        assert!(empty.contains("mindestens eine Zeile"));
        // More lines are given without saving anything.
        let mut fields = FIELDS.to_vec();
        fields.extend([("made_on", today.as_str()), ("step", "more")]);
        let more = treasurer.post_form(&new, &fields).expect(200).text();
        assert!(more.contains("name=\"description-6\"") && more.contains("Turnschuhe"), "{more}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM acceptances"), "0");
        // Sent twice, it makes one.
        let key = "019aa000-0000-7000-8000-000000000001";
        fields.pop();
        fields.push(("once", key));
        let first = treasurer.post_form(&new, &fields).expect(303).location;
        assert_eq!(treasurer.post_form(&new, &fields).expect(303).location, first);
        assert_eq!(app.sql("SELECT COUNT(*) FROM acceptances"), "1");
        assert_eq!(app.sql("SELECT COUNT(*) FROM acceptance_lines"), "2");
        fields.pop();
        treasurer.post_form("/donations/019aa000-0000-7000-8000-000000000009/acceptance/new", &fields).expect(404);
    }

    a_record_on_paper_or_thrown_away => |app| {
        let donation = gift(&app);
        let treasurer = app.signed_in(Role::Treasurer);
        let at = written(&app, &treasurer, &donation);
        // Whoever did not say that both signed is asked to.
        let early = treasurer.post_form(&format!("{at}/sign"), &[("version", "1"), ("how", "paper")]).expect(422).text();
        assert!(early.contains("Bitte bestätigen Sie zuerst"), "{early}");
        let white = GrayImage::from_pixel(600, 200, Luma([255]));
        let white = format!("data:image/png;base64,{}", data_encoding::BASE64.encode(&encoded(&white, ImageFormat::Png)));
        let good = scribble(0.0);
        for (giver, said) in [
            (white.as_str(), "fehlt noch eine Unterschrift"),
            ("", "fehlt noch eine Unterschrift"),
            ("data:image/png;base64,PHN2Zz4=", "konnte nicht gelesen werden"),
            ("data:image/png;base64,###", "konnte nicht gelesen werden"),
        ] {
            let fields = [("version", "1"), ("how", "screen"), ("giver", giver), ("taker", &good)];
            let page = treasurer.post_form(&format!("{at}/sign"), &fields).expect(422).text();
            assert!(page.contains(said), "{giver}: {page}");
        }
        let fields = [("version", "1"), ("how", "paper"), ("both", "on")];
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/sign"), &fields));
        let paper = page.split("href=\"/papers/").nth(1).and_then(|rest| rest.split('"').next()).expect("a paper");
        let text = text_of(&treasurer.get(&format!("/papers/{paper}")).expect(200).body);
        assert!(text.contains("Auf Papier unterschrieben, eingetragen am"), "{text}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM acceptances WHERE giver_signature IS NULL AND state = 'signed'"), "1");

        let other = written(&app, &treasurer, &donation);
        treasurer.post_form(&format!("{other}/discard"), &[("version", "7")]).expect(409);
        let (page, to) = follow(&treasurer, treasurer.post_form(&format!("{other}/discard"), &[("version", "1")]));
        assert!(page.contains("Der Entwurf ist gelöscht") && to == donation, "{page}");
        treasurer.get(&other).expect(404);
        assert_eq!(app.sql("SELECT COUNT(*) FROM acceptance_lines"), "2");
    }
}

#[test]
fn a_company_that_reads_english_gets_its_record_in_english() {
    let app = TestApp::new();
    let donation = gift(&app);
    app.sql("UPDATE donors SET lang = 'en', street = 'High Street 1', city = 'Testtown'");
    let treasurer = app.signed_in(Role::Treasurer);
    let form = treasurer.get(&format!("{donation}/acceptance/new")).expect(200).text();
    assert_eq!(value(&form, "description-0"), "Outerwear", "the goods are named in the donor's language");
    let at = written(&app, &treasurer, &donation);
    let text = text_of(&treasurer.get(&format!("{at}/paper.pdf")).expect(200).body);
    for said in ["Record of handover", "Page 1 of 1", "High Street 1", "13.2", "restrictions"] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn a_hundred_lines_take_more_pages_and_all_are_there() {
    let app = TestApp::new();
    let donation = gift(&app);
    let treasurer = app.signed_in(Role::Treasurer);
    let today = app.house.today().to_string();
    let lines: Vec<(String, String)> = (0..100)
        .flat_map(|at| {
            [("description", format!("Posten-{at}")), ("pieces", "2".to_owned()), ("class", "full".to_owned())]
                .map(|(name, value)| (format!("{name}-{at}"), value))
        })
        .collect();
    let mut fields = vec![("giver", "A"), ("taker", "B"), ("made_on", today.as_str())];
    fields.extend(lines.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let (_, at) = follow(&treasurer, treasurer.post_form(&format!("{donation}/acceptance/new"), &fields));
    let text = text_of(&treasurer.get(&format!("{at}/paper.pdf")).expect(200).body);
    let words: Vec<&str> = text.split_whitespace().collect();
    for at in 0..100 {
        assert_eq!(words.iter().filter(|word| **word == format!("Posten-{at}")).count(), 1, "{at}: {text}");
    }
    assert!(text.contains("Seite 3 von 3") && text.contains("200"), "{text}");
}

#[test]
fn only_who_edits_donors_writes_records_and_only_who_sees_them_reads_one() {
    let app = TestApp::new();
    let donation = gift(&app);
    let at = written(&app, &app.signed_in(Role::Coordinator), &donation);
    for role in [Role::Volunteer, Role::Mentor, Role::Admin] {
        let client = app.signed_in(role);
        client.get(&at).expect(403);
        client.get(&format!("{at}/paper.pdf")).expect(403);
        client.post_form(&format!("{at}/sign"), &[("version", "1"), ("how", "paper"), ("both", "on")]).expect(403);
    }
}

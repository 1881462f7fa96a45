//! Issuers on their pages: entered with what their form asks for, corrected, retired, and warned about in time.

use gabentisch::actions::issuers::{self as acting, NewIssuer};
use gabentisch::domain::receipt::{Field, FormId};
use gabentisch::domain::rights::Role;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::donors::follow;
use crate::support::{Client, TestApp, both};

const ADDRESS: [(&str, &str); 5] = [
    ("name", "Kleiderkammer Musterstadt e. V."),
    ("street", "Am Gabentisch 1"),
    ("postcode", "00000"),
    ("city", "Musterstadt"),
    ("keep_years", "10"),
];

fn notice(day: &str) -> Vec<(&str, &str)> {
    let mut fields = ADDRESS.to_vec();
    fields.extend([
        ("form", "de/verein_freistellung"),
        ("purposes", "mildtätiger Zwecke"),
        ("office", "Musterstadt"),
        ("tax_number", "000/0000/0000"),
        ("notice_date", day),
        ("period", "2022 bis 2024"),
    ]);
    fields
}

fn changed<'a>(fields: &[(&'a str, &'a str)], name: &str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(known, text)| (*known, if *known == name { value } else { *text })).collect()
}

fn plain(page: &str) -> String {
    page.replace("&#160;", " ").replace('\u{a0}', " ")
}

/// Enters an association and gives its page and address.
fn association(client: &Client, day: &str) -> (String, String) {
    follow(client, client.post_form("/issuers/new", &notice(day)))
}

both! {
    an_issuer_is_entered_and_shows_what_will_be_printed => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        assert!(treasurer.get("/issuers").expect(200).text().contains("Noch kein Aussteller"));
        let choice = treasurer.get("/issuers/new").expect(200).text();
        assert!(choice.contains("/issuers/new?form=de/verein_60a") && choice.contains("noch zu prüfen"), "{choice}");
        let form = treasurer.get("/issuers/new?form=de/verein_freistellung").expect(200).text();
        assert!(form.contains("name=\"notice_date\" type=\"date\"") && !form.contains("name=\"target_kind\""), "{form}");
        let today = app.house.today();
        let day = today.checked_sub(400.days()).unwrap();
        let (page, at) = association(&treasurer, &day.to_string());
        let says = format!(
            "Wir sind wegen Förderung mildtätiger Zwecke nach dem Freistellungsbescheid bzw. nach der Anlage zum \
             Körperschaftsteuerbescheid des Finanzamtes Musterstadt StNr. 000/0000/0000, vom {} für den letzten \
             Veranlagungszeitraum 2022 bis 2024 nach § 5 Abs. 1 Nr. 9 des Körperschaftsteuergesetzes",
            day.strftime("%d.%m.%Y")
        );
        assert!(page.contains(&says), "{page}");
        let until = gabentisch::domain::receipt::notice_ends(day, 5);
        assert!(page.contains(&format!("Gilt für Bestätigungen bis {}", until.strftime("%d.%m.%Y"))), "{page}");
        assert!(page.contains("Eintrag im Register prüfen") && page.contains("noch nicht mit dem amtlichen Muster verglichen"), "{page}");
        let list = treasurer.get("/issuers").expect(200).text();
        assert!(list.contains(&at) && list.contains("Verein mit Freistellungsbescheid"), "{list}");
        assert!(treasurer.get("/settings").expect(200).text().contains("href=\"/issuers\""));
    }

    an_issuer_is_corrected_retired_and_taken_back => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let day = app.house.today().checked_sub(30.days()).unwrap().to_string();
        let (_, at) = association(&treasurer, &day);
        let mut fields = changed(&notice(&day), "office", "Beispielheim");
        fields.extend([("version", "1"), ("four_eyes_from", "1.234,50")]);
        let edit = format!("{at}/edit");
        let (page, _) = follow(&treasurer, treasurer.post_form(&edit, &fields));
        assert!(page.contains("Finanzamtes Beispielheim StNr.") && plain(&page).contains("ab 1.234,50 €"), "{page}");
        // Somebody who opened the page before has to see that first.
        let other = app.signed_in(Role::Treasurer);
        let late = other.post_form(&edit, &fields).expect(422).text();
        assert!(late.contains("id=\"clash\"") && late.contains("hat das um"), "{late}");
        assert_eq!(app.sql("SELECT version FROM issuers"), "2");
        // The notice's button takes the change back.
        let deed = app.sql("SELECT id FROM deeds");
        treasurer.post_form(&format!("/deeds/{deed}/undo"), &[]).expect(303);
        assert!(treasurer.get(&at).expect(200).text().contains("Finanzamtes Musterstadt StNr."));
        // Another form of the same country, when the first notice of exemption came.
        let asked = treasurer.get(&format!("{edit}?form=de/verein_60a")).expect(200).text();
        assert!(asked.contains("name=\"later_notice_date\"") && asked.contains("value=\"000/0000/0000\""), "{asked}");
        let switch = [("active", "false"), ("version", "3")];
        let (page, _) = follow(&treasurer, treasurer.post_form(&format!("{at}/active"), &switch));
        assert!(page.contains("Stillgelegt") && page.contains("Wieder aufnehmen"), "{page}");
        assert_eq!(app.house.store().read(gabentisch::store::issuers::active).unwrap(), []);
        treasurer.post_form(&format!("{at}/active"), &switch).expect(409);
        assert!(treasurer.get("/issuers").expect(200).text().contains("stillgelegt"));
    }

    two_of_one_name_or_number_are_told_apart => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let (first, at) = association(&treasurer, "2026-01-02");
        assert!(!first.contains("Später kann sie niemand unterscheiden"), "{first}");
        let other = changed(&notice("2026-01-02"), "tax_number", "111/1111/1111");
        let (second, to) = follow(&treasurer, treasurer.post_form("/issuers/new", &other));
        assert!(second.contains("Später kann sie niemand unterscheiden") && second.contains(&format!("href=\"{at}\"")), "{second}");
        let numbered = changed(&notice("2026-01-02"), "name", "Anderer Verein");
        let (third, _) = follow(&treasurer, treasurer.post_form("/issuers/new", &numbered));
        assert!(third.contains(&format!("href=\"{at}\"")) && !third.contains(&format!("href=\"{to}\"")), "{third}");
    }

    what_is_missing_or_wrong_is_said_at_the_field => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let good = notice("2026-01-02");
        for (name, value, says) in [
            ("name", " ", "Bitte ausfüllen."),
            ("purposes", "", "Bitte ausfüllen."),
            ("notice_date", "", "Bitte ausfüllen."),
            ("notice_date", "gestern", "Bitte einen Tag angeben"),
            ("notice_date", "2999-01-01", "liegt in der Zukunft"),
            ("notice_date", "1066-10-14", "liegt vor dem 01.01.1990"),
            ("tax_number", "x", "10 bis 13 Ziffern"),
            ("tax_number", "000/0000/000x", "10 bis 13 Ziffern"),
            ("period", "2022 bis 2020", "das frühere zuerst"),
            ("period", "2022 bis 2999", "das frühere zuerst"),
            ("period", "immer", "das frühere zuerst"),
            ("keep_years", "7", "Bitte eine Zahl von 8 bis 30 angeben"),
            ("keep_years", "viele", "Bitte eine Zahl von 8 bis 30 angeben"),
            ("office", "<script>\u{7}", "Zeichen, die nicht gehen"),
        ] {
            let page = treasurer.post_form("/issuers/new", &changed(&good, name, value)).expect(422).text();
            assert!(page.contains(says) && page.contains(&format!("id=\"{name}-error\"")), "{name}={value}: {page}");
            assert!(page.contains("Am Gabentisch 1"), "nothing typed is lost");
        }
        let mut forward = ADDRESS.to_vec();
        forward.extend([("form", "de/city_forward"), ("purposes", "mildtätiger Zwecke")]);
        let page = treasurer.post_form("/issuers/new", &forward).expect(422).text();
        assert!(page.contains("Bitte eines davon wählen."), "{page}");
        forward.extend([("target_kind", "public"), ("target_name", "Kreis Muster"), ("target_legal_form", "einen Kreis")]);
        let (page, at) = follow(&treasurer, treasurer.post_form("/issuers/new", &forward));
        assert!(page.contains("an Kreis Muster weitergeleitet, einen Kreis."), "{page}");
        assert!(page.contains("Kein Bescheid nötig") && page.contains("noch zu prüfen"), "{page}");
        let foreign = changed(&forward, "form", "us/acknowledgement");
        let foreign = [foreign, vec![("ein", "00-0000000"), ("version", "1")]].concat();
        let page = treasurer.post_form(&format!("{at}/edit"), &foreign).expect(422).text();
        assert!(page.contains("gehört zu einem anderen Land"), "{page}");
        treasurer.post_form("/issuers/new", &changed(&good, "form", "xx/unsinn")).expect(404);
        treasurer.get(&format!("/issuers/{}", uuid::Uuid::nil())).expect(404);
        assert_eq!(app.sql("SELECT COUNT(*) FROM issuers"), "1");
    }

    a_form_that_is_sent_twice_makes_one_issuer => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let fields = [notice("2026-01-02"), vec![("once", "0198c0de-0000-7000-8000-000000000001")]].concat();
        let first = treasurer.post_form("/issuers/new", &fields).expect(303).location;
        assert_eq!(treasurer.post_form("/issuers/new", &fields).expect(303).location, first);
        assert_eq!(app.sql("SELECT COUNT(*) FROM issuers"), "1");
    }
}

/// Ninety days before a notice ends the page says so, and when it has ended, too.
#[test]
fn whoever_issues_is_warned_in_time() {
    let today: Date = "2026-11-23".parse().unwrap();
    let noon = today.at(12, 0, 0, 0).in_tz("Europe/Berlin").unwrap().timestamp();
    let app = TestApp::with_clock(crate::support::Backend::Sqlite, noon);
    let treasurer = app.signed_in(Role::Treasurer);
    for (until, says) in [
        ("2027-02-21", "Gilt für Bestätigungen bis 21.02.2027"),
        ("2027-02-20", "Gilt nur noch 90 Tage, bis 20.02.2027"),
        ("2026-11-23", "Gilt nur noch heute"),
        ("2026-11-22", "Zu alt: galt bis 22.11.2026"),
    ] {
        let until: Date = until.parse().unwrap();
        let (page, _) = association(&treasurer, &until.checked_sub(5.years()).unwrap().to_string());
        assert!(page.contains(says), "{until}: {page}");
    }
    let actor = app.caretaker();
    let ending = acting::ending(&app.house, &actor).unwrap();
    assert_eq!(ending.len(), 3, "two end soon, one is over");
}

#[test]
fn only_the_treasurer_changes_who_issues() {
    let app = TestApp::new();
    let new = NewIssuer {
        street: "Rathausplatz 1".to_owned(),
        postcode: "00000".to_owned(),
        city: "Musterstadt".to_owned(),
        fields: [(Field::Purposes, "mildtätiger Zwecke".to_owned())].into(),
        ..NewIssuer::of(FormId::DeCity, "Stadt Musterstadt")
    };
    let id = acting::new(&app.house, &app.caretaker(), new).unwrap();
    let coordinator = app.signed_in(Role::Coordinator);
    let page = coordinator.get(&format!("/issuers/{id}")).expect(200).text();
    assert!(!page.contains("/edit"), "{page}");
    for role in [Role::Coordinator, Role::Volunteer, Role::Mentor, Role::Admin] {
        let client = app.signed_in(role);
        client.get("/issuers/new").expect(403);
        client.post_form(&format!("/issuers/{id}/active"), &[("active", "false"), ("version", "1")]).expect(403);
    }
    app.signed_in(Role::Volunteer).get("/issuers").expect(403);
}

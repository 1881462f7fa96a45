//! Saying thanks: only to who wants it, in the donor's language, once; as a mail of the outbox or as a letter.

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::donors::follow;
use crate::support::{Backend, TestApp, both};

/// A gift of somebody who wants to be thanked like this.
pub fn gift(app: &TestApp, name: &str, thanks: &str, lang: &str) -> String {
    let donor = app.donor(DonorKind::Private, name);
    app.sql(&format!(
        "UPDATE donors SET thanks = '{thanks}', lang = '{lang}', email = 'dank@example.org', street = 'Probegasse 1', \
         postcode = '00000', city = 'Beispielstadt' WHERE id = '{donor}'"
    ));
    let (donation, code) = app.donation(donor);
    app.scanner().take_in(&app.labels(1)[0], "jeans", "", Some(&code));
    donation.to_string()
}

both! {
    a_mail_of_thanks_is_read_changed_and_put_into_the_outbox => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let id = gift(&app, "Erna Erfunden", "mail", "de");
        app.sql("UPDATE donors SET contact = 'Erna Erfunden, Einkauf'");
        let due = treasurer.get("/thanks").expect(200).text();
        assert!(due.contains("Erna Erfunden") && due.contains("per E-Mail") && due.contains("E-Mails werden nicht gesendet"), "{due}");
        let at = format!("/donations/{id}/thanks");
        let form = treasurer.get(&at).expect(200).text();
        assert!(form.contains("Danke für Ihre Spende") && form.contains("Guten Tag Erna Erfunden,") && form.contains("1 × "), "{form}");
        assert!(form.contains("dank@example.org"), "{form}");
        assert!(treasurer.post_form(&at, &[("subject", "Danke"), ("body", "  ")]).expect(422).text().contains("Bitte einen Text"));
        let fields = [("subject", "Danke!"), ("body", "Liebe Erna,\r\nvielen Dank."), ("once", "0190a0c8-0000-7000-8000-000000000001")];
        for _ in 0..2 {
            treasurer.post_form(&at, &fields).expect(303);
        }
        assert_eq!(app.sql("SELECT kind || state || channel || address || subject FROM outbox"), "thankswaitingmaildank@example.orgDanke!");
        assert_eq!(app.sql("SELECT COUNT(*) FROM thanks"), "1", "sent twice, thanked once");
        let again = treasurer.post_form(&at, &[("subject", "Danke"), ("body", "Noch einmal")]).expect(422).text();
        assert!(again.contains("schon gedankt"), "{again}");
        for page in [format!("/donations/{id}"), format!("/donors/{}", app.sql("SELECT id FROM donors"))] {
            let page = treasurer.get(&page).expect(200).text();
            assert!(page.contains("Gedankt am") && page.contains("per E-Mail"), "{page}");
        }
        assert!(treasurer.get("/thanks").expect(200).text().contains("Allen ist gedankt"));
        // The people at the outbox see to whom it goes, and no card.
        let outbox = app.signed_in(Role::Coordinator).get("/outbox").expect(200).text();
        assert!(outbox.contains("Erna Erfunden") && outbox.contains("Danke!"), "{outbox}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM access_log"), "0", "no household was looked at");
        // Whoever wants no thanks any more gets none, also when the mail was waiting.
        app.sql("UPDATE donors SET thanks = 'none'");
        assert!(!app.signed_in(Role::Coordinator).get("/outbox").expect(200).text().contains("Erna Erfunden"));
        assert_eq!(app.sql("SELECT state FROM outbox"), "dropped");
    }

    a_letter_is_printed_in_the_language_of_the_donor => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let id = gift(&app, "Ann Invented", "letter", "en");
        let at = format!("/donations/{id}/thanks");
        let form = treasurer.get(&at).expect(200).text();
        assert!(form.contains("Thank you for your donation") && form.contains("Probegasse 1"), "{form}");
        let (page, _) = follow(&treasurer, treasurer.post_form(&at, &[("subject", "Thank you"), ("body", "Dear Ann,\nthanks!")]));
        let paper = page.split("href=\"").find(|rest| rest.starts_with("/papers/")).and_then(|rest| rest.split('"').next()).expect("the letter");
        assert!(treasurer.get(paper).expect(200).body.starts_with(b"%PDF"));
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox"), "0");
        assert!(treasurer.get("/thanks").expect(200).text().contains("Brief an Ann Invented"));
    }

    many_are_thanked_at_once_and_nobody_who_wants_none => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let mail = gift(&app, "Erna Erfunden", "mail", "de");
        let letter = gift(&app, "Ben Brief", "letter", "de");
        let none = gift(&app, "Nina Niemals", "none", "de");
        let lost = gift(&app, "Ohne Adresse", "letter", "de");
        app.sql("UPDATE donors SET street = '' WHERE name = 'Ohne Adresse'");
        let nobody = app.donation(app.donor(DonorKind::Anonymous, "Sammelkorb")).0.to_string();
        app.sql("UPDATE donors SET thanks = 'letter', street = 'x', city = 'y' WHERE name = 'Sammelkorb'");
        let page = treasurer.get("/thanks").expect(200).text();
        assert!(!page.contains("Nina Niemals") && !page.contains("Sammelkorb"), "{page}");
        treasurer.post_form("/thanks", &[]).expect(303);
        let all = [("gift", &*mail), ("gift", &*letter), ("gift", &*none), ("gift", &*lost), ("gift", &*nobody)];
        let (page, _) = follow(&treasurer, treasurer.post_form("/thanks", &all));
        assert!(page.contains("E-Mails warten: 1. Briefe zum Drucken: 1. Nicht möglich: 3."), "{page}");
        // Sent twice: it says why nothing happened.
        let (page, _) = follow(&treasurer, treasurer.post_form("/thanks", &all[..2]));
        assert!(page.contains("Nicht möglich: 2. Warum nicht: Für diese Spende ist schon gedankt."), "{page}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM thanks"), "2");
        let home = treasurer.get("/").expect(200).text();
        assert!(home.contains("Dafür wartet jemand auf einen Dank") && home.contains("href=\"/thanks\""), "{home}");
        app.signed_in(Role::Volunteer).get("/thanks").expect(403);
    }
}

both! {
    of_very_many_gifts_the_last_are_told => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let mut all = vec![gift(&app, "Erna Erfunden", "mail", "de")];
        let donor = app.sql("SELECT id FROM donors").parse().expect("a donor");
        all.extend((0..13).map(|_| app.donation(donor).0.to_string()));
        let fields: Vec<(&str, &str)> = all.iter().map(|id| ("gift", id.as_str())).collect();
        treasurer.post_form("/thanks", &fields).expect(303);
        let body = app.sql("SELECT body FROM outbox");
        assert!(body.matches("– ").count() == 13 && body.contains("– und 2 weitere Spenden"), "{body}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM thanks"), "14");
    }

    who_gave_several_times_is_thanked_once_and_letters_are_printed_together => |app| {
        let treasurer = app.signed_in(Role::Treasurer);
        let first = gift(&app, "Beispiel GmbH", "letter", "de");
        let donor = app.sql("SELECT id FROM donors").parse().expect("a donor");
        let (second, code) = app.donation(donor);
        app.scanner().take_in(&app.labels(1)[0], "winterjacke", "", Some(&code));
        let second = second.to_string();
        let mail = gift(&app, "Erna Erfunden", "mail", "de");
        let twice = app.donation(app.sql("SELECT id FROM donors WHERE thanks = 'mail'").parse().expect("a donor")).0.to_string();
        let other = gift(&app, "Ann Invented", "letter", "en");
        let page = treasurer.get("/thanks").expect(200).text();
        assert!(!page.contains("checked"), "nobody is chosen beforehand: {page}");
        let all = [("gift", &*first), ("gift", &*second), ("gift", &*mail), ("gift", &*twice), ("gift", &*other)];
        let (page, _) = follow(&treasurer, treasurer.post_form("/thanks", &all));
        // No mail leaves this house.
        assert!(page.contains("E-Mails warten: 1. Briefe zum Drucken: 2. Nicht möglich: 0."), "{page}");
        assert!(page.contains("Allen ist gedankt") && page.matches("Brief an Beispiel GmbH").count() == 1, "{page}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM thanks"), "5", "each gift knows that its donor was thanked");
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox"), "1");
        let body = app.sql("SELECT body FROM outbox");
        assert!(body.contains("Sie haben uns mehrmals etwas gespendet") && body.matches("– ").count() == 2, "{body}");
        let paper = |begins: &str| {
            let at = page.find(begins).unwrap_or_else(|| panic!("no {begins}: {page}"));
            let at = page[..at].rfind("/papers/").map(|at| &page[at..]).and_then(|rest| rest.split('"').next()).expect("an address");
            crate::acceptances::text_of(&treasurer.get(at).expect(200).body)
        };
        let letter = paper("Brief an Beispiel GmbH");
        assert!(letter.matches("– ").count() == 2 && !letter.contains("Ann Invented"), "{letter}");
        let both = paper("Alle Briefe vom");
        assert!(both.contains("Beispiel GmbH") && both.contains("Ann Invented"), "{both}");
        for id in [&first, &second] {
            assert!(treasurer.get(&format!("/donations/{id}")).expect(200).text().contains("Gedankt am"));
        }
        // What holds the letters of many belongs to nobody's card: it goes with its day, and each letter stays.
        let files = |begin: &str| app.sql(&format!("SELECT COUNT(*) FROM papers WHERE kind = 'thanks' AND subject {begin} 'thanks %'"));
        for (day, left) in [("9999-01-01", "1"), ("2001-01-01", "0")] {
            app.sql(&format!("UPDATE papers SET subject = 'thanks {day}' WHERE subject LIKE 'thanks %'"));
            gabentisch::actions::thanks::forget_files(&app.house).expect("it is tidied");
            assert_eq!((files("LIKE").as_str(), files("NOT LIKE").as_str()), (left, "2"));
        }
    }
}

#[test]
fn thanks_may_lead_to_what_became_of_the_gifts() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let app = TestApp::with_clock(backend, "2026-07-15T10:00:00Z".parse().unwrap());
        let treasurer = app.signed_in(Role::Treasurer);
        let mail = gift(&app, "Erna Erfunden", "mail", "en");
        let at = format!("/donations/{mail}/thanks");
        app.house.set_now("2026-10-02T10:00:00Z".parse().unwrap());
        let offer = "Mit einem Link zu dem, was aus den Spenden wurde";
        assert!(!treasurer.get(&at).expect(200).text().contains(offer), "nothing was given out yet");
        let donor = app.sql("SELECT donor_id FROM donations");
        treasurer.post_form(&format!("/donors/{donor}/impact"), &[("period", "2026-Q3")]).expect(303);
        let form = treasurer.get(&at).expect(200).text();
        assert!(form.contains(offer) && form.contains("3. Quartal 2026"), "{form}");
        // What is refused makes no link, and the tick stays.
        let wrong =
            treasurer.post_form(&at, &[("subject", ""), ("body", "Thanks."), ("link", "on")]).expect(422).text();
        assert!(wrong.contains("name=\"link\" checked"), "{wrong}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM share_links"), "0");
        let fields = [
            ("subject", "Thanks"),
            ("body", "Thanks."),
            ("link", "on"),
            ("once", "0190a0c8-0000-7000-8000-000000000001"),
        ];
        for _ in 0..2 {
            treasurer.post_form(&at, &fields).expect(303);
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM share_links"), "1", "sent twice, one link");
        let body = app.sql("SELECT body FROM outbox");
        assert!(body.contains("Until "), "{body}");
        let link = body.find("/impact/").map(|begin| body[begin..].trim().to_owned()).expect("a link");
        let page = app.visitor().get(&link).expect(200).text();
        assert!(page.contains("Erna Erfunden"), "{page}");
        // A letter carries it too.
        app.sql("UPDATE donors SET thanks = 'letter'");
        app.sql("DELETE FROM thanks");
        treasurer.post_form(&at, &[("subject", "Thanks"), ("body", "Thanks."), ("link", "on")]).expect(303);
        let paper = treasurer.get(&format!("/papers/{}", app.sql("SELECT id FROM papers"))).expect(200).body;
        assert!(crate::acceptances::text_of(&paper).contains("/impact/"));
    }
}

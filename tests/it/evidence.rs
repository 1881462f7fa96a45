//! Papers of a gift: what is put in is made harmless, handed out as a file only, and never by somebody without the right.

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;
use image::{DynamicImage, ImageFormat, RgbImage};

use crate::support::{Answer, Backend, Client, TestApp, both};

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(RgbImage::new(40, 30)).write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// A form with files, as a browser sends it.
fn send(client: &Client, at: &str, kind: &str, files: &[(&str, &[u8])]) -> Answer {
    let mut body = Vec::new();
    body.extend_from_slice(
        format!("--X\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n{kind}\r\n").as_bytes(),
    );
    for (name, bytes) in files {
        let head = format!(
            "--X\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--X--\r\n");
    client.post_bytes(&format!("{at}/evidence"), "multipart/form-data; boundary=X", &body)
}

both! {
    what_was_removed_still_takes_its_room => |app| {
        let (id, _) = app.donation(app.donor(DonorKind::Private, "Erika Beispiel"));
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}");
        send(&treasurer, &at, "photo", &[("a.png", &picture(ImageFormat::Png))]).expect(303);
        let paper = app.sql("SELECT id FROM evidence");
        treasurer.post_form(&format!("/evidence/{paper}/remove"), &[]).expect(303);
        let hundred = match app.backend {
            Backend::Sqlite => "zeroblob(104857600)",
            Backend::Postgres => "convert_to(repeat('x', 104857600), 'UTF8')",
        };
        app.sql(&format!("UPDATE evidence SET bytes = {hundred}"));
        let refused = send(&treasurer, &at, "photo", &[("b.png", &picture(ImageFormat::Png))]).expect(422).text();
        assert!(refused.contains("höchstens 100 MB") && refused.contains("Auch entfernte zählen"), "{refused}");
        app.sql("DELETE FROM evidence");
        send(&treasurer, &at, "photo", &[("b.png", &picture(ImageFormat::Png))]).expect(303);
    }

    papers_are_made_harmless_and_handed_out_as_files => |app| {
        let (id, _) = app.donation(app.donor(DonorKind::Private, "Erika Beispiel"));
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}");
        let mut polyglot = picture(ImageFormat::Jpeg);
        polyglot.extend_from_slice(b"<html><script>alert(1)</script>");
        send(&treasurer, &at, "photo", &[("../Rechnung \u{fc}ber <b>.html", &polyglot), ("b.png", &picture(ImageFormat::Png))]).expect(303);
        let page = treasurer.get(&format!("{at}/values")).expect(200).text();
        assert!(page.contains("Rechnung über b.jpg") && page.contains("b.jpg"), "{page}");
        let paper = app.sql("SELECT id FROM evidence WHERE name LIKE 'Rechnung%'");
        let file = treasurer.get(&format!("/evidence/{paper}")).expect(200);
        let header = |name: &str| file.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        assert!(header("content-disposition").starts_with("attachment"), "{}", header("content-disposition"));
        assert!(header("content-security-policy").starts_with("sandbox"));
        assert_eq!((header("content-type").as_str(), header("x-content-type-options").as_str(), header("cache-control").as_str()), ("image/jpeg", "nosniff", "no-store"));
        assert!(file.body.starts_with(&[0xff, 0xd8]) && !file.body.windows(7).any(|part| part == b"<script"));
        // Who hands out clothes or looks after households has no business there.
        for role in [Role::Volunteer, Role::Mentor, Role::Admin] {
            app.signed_in(role).get(&format!("/evidence/{paper}")).expect(403);
        }
        app.signed_in(Role::Coordinator).get(&format!("/evidence/{paper}")).expect(200);
        app.visitor().get(&format!("/evidence/{paper}")).expect(303);
        treasurer.post_form(&format!("/evidence/{paper}/remove"), &[]).expect(303);
        treasurer.get(&format!("/evidence/{paper}")).expect(404);
        app.assert_sound();
        app.sql("UPDATE evidence SET sha256 = 'x' WHERE name = 'b.jpg'");
        assert!(String::from_utf8_lossy(&app.cli(&["check"]).stdout).contains("not those that came in"));
    }

    hostile_files_are_refused_with_a_sentence => |app| {
        let (id, _) = app.donation(app.donor(DonorKind::Private, "Erika Beispiel"));
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}");
        let mut bomb = picture(ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0x1f, 0xff, 0, 0, 0x1f, 0xff]);
        let huge = vec![b'x'; (20 << 20) + 1];
        let cases: [(&str, &[u8], &str); 6] = [
            ("page.jpg", b"<!doctype html><script>1</script>", "kein Bild und kein PDF"),
            ("archive.pdf", b"PK\x03\x04zip", "kein Bild und kein PDF"),
            ("bomb.png", &bomb, "bomb.png"),
            ("broken.pdf", b"%PDF-1.7\nnothing", "nicht öffnen"),
            ("huge.pdf", &huge, "zu groß"),
            ("empty.jpg", b"", "mindestens eine Datei"),
        ];
        for (name, bytes, sentence) in cases {
            let page = send(&treasurer, &at, "photo", &[(name, bytes)]).expect(422).text();
            assert!(page.contains(sentence), "{name}: {page}");
        }
        // One bad file among good ones: nothing is kept.
        send(&treasurer, &at, "photo", &[("a.png", &picture(ImageFormat::Png)), ("b.jpg", b"GIF89a")]).expect(422);
        assert_eq!(app.sql("SELECT COUNT(*) FROM evidence"), "0");
    }

    asking_for_details_is_noted => |app| {
        let (id, _) = app.donation(app.donor(DonorKind::Private, "Erika Beispiel"));
        let treasurer = app.signed_in(Role::Treasurer);
        let today = app.house.today();
        let ask = |day: String| treasurer.post_form(&format!("/donations/{id}/evidence/asked"), &[("asked_on", day.as_str()), ("how", "Brief")]);
        ask(today.to_string()).expect(303);
        assert!(treasurer.get(&format!("/donations/{id}/values")).expect(200).text().contains("Um Angaben gebeten am"));
        ask(today.tomorrow().expect("a day").to_string()).expect(422);
        ask("bald".to_owned()).expect(422);
        assert_eq!(app.sql("SELECT kind FROM evidence"), "request");
    }

    a_letter_asks_for_details_and_is_kept_with_its_day => |app| {
        let donor = app.donor(DonorKind::Private, "Erika Beispiel");
        let (id, _) = app.donation(donor);
        let treasurer = app.signed_in(Role::Treasurer);
        let at = format!("/donations/{id}/evidence/letter");
        let page = treasurer.post_form(&at, &[("once", "")]).expect(422).text();
        assert!(page.contains("fehlen Name, Straße oder Ort"), "{page}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM evidence"), "0");
        app.sql("UPDATE donors SET street = 'Probegasse 1', postcode = '00000', city = 'Beispielstadt'");
        for _ in 0..2 {
            treasurer.post_form(&at, &[("once", "0190a0c8-0000-7000-8000-000000000001")]).expect(303);
        }
        assert_eq!(app.sql("SELECT kind || media_type FROM evidence"), "requestapplication/pdf", "sent twice, written once");
        let paper = treasurer.get(&format!("/evidence/{}", app.sql("SELECT id FROM evidence"))).expect(200).body;
        let said = crate::acceptances::text_of(&paper);
        for words in ["Erika Beispiel", "Probegasse 1", "Woher kommen die Sachen?", "Privatvermögen", "Preis neu", "Datum, Unterschrift"] {
            assert!(said.contains(words), "{words}: {said}");
        }
        app.sql("UPDATE donors SET lang = 'en'");
        treasurer.post_form(&at, &[("once", "")]).expect(303);
        let paper = treasurer.get(&format!("/evidence/{}", app.sql("SELECT MAX(id) FROM evidence"))).expect(200).body;
        assert!(crate::acceptances::text_of(&paper).contains("Where do the things come from?"));
    }
}

#[test]
fn volunteers_never_value_gifts() {
    let app = TestApp::new();
    let (id, _) = app.donation(app.donor(DonorKind::Private, "Erika Beispiel"));
    for role in [Role::Volunteer, Role::Mentor, Role::Admin] {
        app.signed_in(role).get(&format!("/donations/{id}/values")).expect(403);
    }
}

//! `/desk/photo` with what is no photo, too much of it, or somebody else's.

use gabentisch::domain::rights::Role;
use image::{GrayImage, ImageFormat, Luma};

use crate::support::TestApp;
use crate::support::photo::{Photo, encoded, send, send_all, table};

#[test]
fn what_is_no_photo_is_answered_with_a_sentence() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Volunteer);
    let mode = [("mode", "handout")];
    assert!(send(&client, &mode, None).expect(422).text().contains("Es war kein Foto dabei"));
    assert!(send(&client, &mode, Some(b"")).expect(422).text().contains("Es war kein Foto dabei"));
    let text = send(&client, &mode, Some(b"Ich bin ein Text.")).expect(422).text();
    assert!(text.contains("Das ist kein Bild") && text.contains("value=\"handout\" checked"), "the mode stays: {text}");
    let png = encoded(&table(&app.labels(1)), ImageFormat::Png);
    assert!(send(&client, &mode, Some(&png[..png.len() / 2])).expect(422).text().contains("beschädigt"));
    let twice = send_all(&client, &mode, &[&png, &png]).expect(422).text();
    assert!(twice.contains("nur ein Foto auf einmal"), "{twice}");
    // A script gets the address, and goes there itself.
    let list =
        send(&client, &[("mode", "handout"), ("address", "1")], Some(&png)).expect(201).location.expect("a list");
    client.get(&list).expect(200);
    let mut claims = png.clone();
    claims[16..24].copy_from_slice(&[0, 0, 0x19, 0, 0, 0, 0x18, 0x6a]);
    send(&client, &mode, Some(&claims)).expect(422);
    client.post_form("/desk/photo", &[("mode", "handout")]).expect(422);
    client.post_bytes("/desk/photo", "multipart/form-data", b"no boundary").expect(422);
    client.post_bytes("/desk/photo", "multipart/form-data; boundary=x", b"--x\r\nnot a part").expect(400);
    assert!(client.get("/desk/photo?mode=raumschiff").expect(200).text().contains("name=\"photo\""));
}

#[test]
fn a_picture_that_is_too_large_is_refused() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Volunteer);
    let large = vec![0xff; 33 << 20];
    let page = send(&client, &[("mode", "intake")], Some(&large)).expect(413).text();
    assert!(page.contains("höchstens 32 MB"), "{page}");
}

#[test]
fn nothing_found_and_foreign_codes_say_what_to_do() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Volunteer);
    let empty = encoded(&GrayImage::from_pixel(300, 200, Luma([200])), ImageFormat::Jpeg);
    let list = send(&client, &[("mode", "handout")], Some(&empty)).expect(303).location.expect("a list");
    let page = client.get(&list).expect(200).text();
    assert!(page.contains("Kein Etikett gefunden") && page.contains("Neues Foto"), "{page}");
    // A code of ours that no label here has, and somebody else's.
    let drawn = gabentisch::codes::Code::with_body(gabentisch::codes::Kind::Item, b"29BC4DEF").expect("a code");
    let photo = Photo::of(&client, "return", &[drawn]);
    photo.says(&drawn, "stop", "Unbekannter Code");
    assert_eq!(photo.ticks(), 0);
}

#[test]
fn a_photo_is_seen_by_whoever_took_it_and_holds_no_more_than_pixels() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Volunteer);
    let mut photo = encoded(&table(&app.labels(2)), ImageFormat::Jpeg);
    // An EXIF block with a comment behind the first marker.
    let secret = b"Exif\0\0GPS 51.3 N 7.6 E";
    let mut block = vec![0xff, 0xe1, 0, secret.len() as u8 + 2];
    block.extend_from_slice(secret);
    photo.splice(2..2, block);
    let list = send(&client, &[("mode", "lookup")], Some(&photo)).expect(303).location.expect("a list");
    let picture = client.get(&format!("{list}/picture")).expect(200);
    assert_eq!(picture.headers["content-type"], "image/jpeg");
    assert_eq!(picture.headers["cache-control"], "no-store");
    assert!(!picture.body.windows(3).any(|bytes| bytes == b"GPS"));
    assert!(image::load_from_memory(&picture.body).is_ok());
    let other = app.signed_in(Role::Coordinator);
    assert!(other.get(&list).expect(404).text().contains("nicht mehr da"));
    other.get(&format!("{list}/picture")).expect(404);
    other.post_form(&list, &[("action", "book")]).expect(404);
    client.get("/desk/photo/no-id").expect(404);
}

#[test]
fn odd_forms_book_nothing() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Volunteer);
    let mut photo = Photo::of(&client, "intake", &app.labels(1));
    for fields in [
        vec![("tick-1", "1"), ("tick-99", "1"), ("tick-x", "1"), ("code", "<script>")],
        vec![("product", "raumschiff"), ("size", "' OR 1=1"), ("cut", "Q"), ("tick-1", "1")],
        vec![("q", "\u{202e}<b>"), ("donation", "XEND000002")],
    ] {
        for action in ["book", "look", "undo", "size:", "nonsense", ""] {
            photo.press(action, &fields);
            assert!(!photo.page.contains("<script>alert") && !photo.page.contains("<b>"));
        }
    }
    assert_eq!(app.sql("SELECT count(*) FROM movements"), "0");
}

#[test]
fn many_photos_at_once_are_all_answered() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Volunteer);
    let file = encoded(&table(&app.labels(2)), ImageFormat::Png);
    std::thread::scope(|scope| {
        let tries: Vec<_> =
            (0..8).map(|_| scope.spawn(|| send(&client, &[("mode", "lookup")], Some(&file)).status)).collect();
        for answer in tries {
            let status = answer.join().expect("an answer");
            assert!(status == 303 || status == 503, "{status}");
        }
    });
}

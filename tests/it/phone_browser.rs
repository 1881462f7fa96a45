//! A phone that scans for a desk on a PC, in two real browsers: paired by the QR code, live, and without replay.

use std::path::Path;

use gabentisch::domain::rights::Role;
use image::ImageFormat;
use serde_json::json;

use crate::pages::look_at;
use crate::support::app::PASSWORD;
use crate::support::photo::{encoded, label, table};
use crate::support::{Browser, TestApp, film};

fn shoot(browser: &Browser, name: &str) {
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
}

/// Opens the panel at the desk, and gives the address that its QR code shows.
fn invitation(desk: &Browser) -> String {
    desk.wait_for("document.querySelector('.invitation-address')?.innerText.includes('/phone/')");
    desk.text(".invitation-address")
}

fn connect(phone: &Browser, address: &str) {
    phone.screen(360, 740);
    phone.go(address);
    phone.click("main form button");
    phone.wait_for("document.querySelector('[data-phone-state]')?.dataset.phoneState === 'listens'");
}

fn shows(phone: &Browser, text: &str) {
    phone.wait_for(&format!("document.querySelector('.phone').innerText.includes({text:?})"));
}

fn type_code(phone: &Browser, code: &str) {
    phone.type_into("#typed", code);
    phone.click("[data-phone-type] button");
}

#[test]
fn a_phone_scans_for_a_desk_and_shows_its_verdicts() {
    let app = TestApp::new();
    let (household, card) = app.household();
    app.needs(household, &[("tshirt", "104", 4)]);
    let labels = app.labels(4);
    let mut scanner = app.scanner();
    for label in &labels {
        scanner.take_in(label, "tshirt", "104", None);
    }
    app.add_user("vera", Role::Volunteer);
    let desk = Browser::start("de");
    desk.screen(1280, 860);
    desk.sign_in(&app.url, "vera", PASSWORD);
    let page = format!("{}/desk/handout", app.url);
    desk.go(&page);
    desk.run("document.querySelector('[data-key=F6]').click()");
    let address = invitation(&desk);
    // The server of this test listens to this machine alone, which the panel says.
    desk.wait_for("document.querySelector('#phones').innerText.includes('nur an diesem Computer')");
    shoot(&desk, "phones-invitation.png");
    assert_eq!(look_at(&desk, "de"), Vec::<String>::new());

    // The phone's camera sees the card from the first moment on.
    let path = app.folder().join("phone.y4m");
    let empty: film::Scene = (&[], 6);
    film::write(&path, &[empty, (&[card], 30), (&[], 12), (&labels[..1], 30), (&[], 400)]);
    let phone = Browser::with("de", &film::switches(&path));
    phone.screen(360, 740);
    phone.go(&address);
    shoot(&phone, "phone-invited.png");
    assert_eq!(look_at(&phone, "de"), Vec::<String>::new());
    connect(&phone, &address);
    desk.wait_for("document.querySelector('#phones').innerText.includes('Verbunden.')");
    desk.wait_for("document.querySelector('[data-phones-count]').innerText === '1'");
    shows(&phone, "Besuch");
    phone.wait_for("!document.querySelector('[data-eye-verdict]').hidden || document.querySelector('[data-eye-last]').dataset.tone === 'ok'");
    shoot(&phone, "phone-verdict.png");
    shows(&phone, "T-Shirt");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "1");
    desk.wait_for("document.querySelector('#desk').innerText.includes('1 in diesem Besuch')");
    assert_eq!(look_at(&phone, "de"), Vec::<String>::new());

    // The QR code is used up: it connects nobody else.
    let visitor = app.visitor();
    let old = address.trim_start_matches(&app.url);
    assert_eq!((visitor.get(old).status, visitor.post_form(old, &[]).status), (404, 404));

    // A second phone at the same desk; each hears its own verdicts.
    desk.run("document.querySelector('[data-phones-invite]').click()");
    let second = Browser::start("de");
    connect(&second, &invitation(&desk));
    desk.wait_for("document.querySelector('[data-phones-count]').innerText === '2'");
    shoot(&desk, "phones-two.png");
    type_code(&second, labels[1].as_str());
    shows(&second, "2 in diesem Besuch");
    assert!(!phone.text(".phone").contains("2 in diesem Besuch"));
    // A photo of a label does too, also where there is no moving picture.
    let file = app.folder().join("label.jpg");
    std::fs::write(&file, encoded(&table(&labels[2..3]), ImageFormat::Jpeg)).expect("a file");
    second.type_into("[data-phone-photo]", &file.display().to_string());
    shows(&second, "3 in diesem Besuch");
    shoot(&second, "phone-second.png");
    // What is on the list already is shown as such.
    type_code(&second, labels[2].as_str());
    shows(&second, "Schon auf der Liste");
    second.run("document.querySelector('[data-code=undo]').click()");
    shows(&second, "Zurückgenommen");
    desk.wait_for("document.querySelector('#desk').innerText.includes('Zurückgenommen')");

    // The desk leaves: the phones say so, and nothing is booked, now or later.
    desk.go(&format!("{}/", app.url));
    second.wait_for("document.querySelector('[data-phone-state]').dataset.phoneState === 'unheard'");
    let before = app.sql("SELECT count(*) FROM scan_events");
    type_code(&second, labels[3].as_str());
    shows(&second, "Nichts wurde gebucht.");
    shoot(&second, "phone-unheard.png");
    desk.go(&page);
    second.wait_for("document.querySelector('[data-phone-state]').dataset.phoneState === 'listens'");
    std::thread::sleep(std::time::Duration::from_millis(800));
    assert_eq!(app.sql("SELECT count(*) FROM scan_events"), before, "nothing is replayed");
    // The desk's page is another one now, the phones are still its.
    let item = app.sql(&format!("SELECT id FROM items WHERE label = '{}'", labels[3]));
    let note =
        [("kind", "item"), ("subject", item.as_str()), ("body", "Knopf fehlt"), ("at_desk", "on"), ("back", "/")];
    app.signed_in(Role::Coordinator).post_form("/notes", &note).expect(303);
    type_code(&second, labels[3].as_str());
    shows(&second, "3 in diesem Besuch");
    // What somebody noted for the desk stays there.
    desk.wait_for("document.querySelector('#desk').innerText.includes('Notiz: Knopf fehlt')");
    shoot(&desk, "phone-note-at-desk.png");
    assert!(!second.text(".phone").contains("Knopf"));

    // A phone that was without a network, as one that slept: it comes back by itself.
    let network = |offline: bool| {
        let speed = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        second.protocol("Network.enable", json!({}));
        second.protocol("Network.emulateNetworkConditions", speed);
    };
    network(true);
    type_code(&second, labels[0].as_str());
    shows(&second, "Bitte am Tisch nachsehen");
    network(false);
    second.run("window.dispatchEvent(new Event('online'))");
    second.wait_for("document.querySelector('[data-phone-state]').dataset.phoneState === 'listens'");
    type_code(&second, labels[0].as_str());
    shows(&second, "Schon auf der Liste");

    // The desk ends one, the phone ends the other.
    desk.run("document.querySelector('[data-key=F6]').click()");
    desk.run("document.querySelectorAll('#phones [data-phones-list] button')[1].click()");
    second.wait_for("document.body.innerText.includes('Nicht verbunden')");
    shoot(&second, "phone-alone.png");
    phone.click(".phone-end button");
    phone.wait_for("document.body.innerText.includes('Nicht verbunden')");
    desk.wait_for("document.querySelector('#phones').innerText.includes('Noch kein Handy')");
    // Nobody touched the desk after it was loaded: then a browser makes no sound.
    let complaints: Vec<String> = desk.complaints().into_iter().filter(|text| !text.contains("AudioContext")).collect();
    assert_eq!(complaints, Vec::<String>::new());
    app.assert_sound();
}

#[test]
fn a_phone_sends_nothing_late() {
    let app = TestApp::new();
    app.add_user("vera", Role::Volunteer);
    let desk = Browser::start("de");
    desk.screen(1280, 860);
    desk.sign_in(&app.url, "vera", PASSWORD);
    desk.go(&format!("{}/desk/handout", app.url));
    desk.run("document.querySelector('[data-key=F6]').click()");
    let phone = Browser::start("de");
    connect(&phone, &invitation(&desk));
    // A weak network: the first code hangs, the second waits behind it.
    phone.run(
        "window.asked = 0; const real = window.fetch;
         window.fetch = (to, how) => to !== '/phone/code' ? real(to, how)
           : (window.asked++, new Promise((_, no) => how.signal?.addEventListener('abort', () => no(how.signal.reason))))",
    );
    type_code(&phone, "AAAAAAAAAA");
    type_code(&phone, "BBBBBBBBBB");
    shows(&phone, "Bitte am Tisch nachsehen");
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(phone.run("return window.asked"), 1, "the second waited too long");
}

#[test]
fn a_phone_has_no_other_right() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Volunteer);
    let desk = "0192d0c0-0000-7000-8000-000000000001";
    let page = client.post_form("/desk/phones", &[("desk", desk)]).expect(200).text();
    let path = page.split("/phone/").nth(1).and_then(|rest| rest.split('<').next()).expect("an address").to_owned();
    assert!(path.len() * 5 >= 128, "{path}");
    let phone = app.visitor();
    assert_eq!(phone.post_json("/phone/code", &json!({ "code": "A" })).status, 410, "not paired yet");
    phone.get(&format!("/phone/{path}")).expect(200);
    phone.post_form(&format!("/phone/{path}"), &[]).expect(303);
    assert!(phone.get("/phone").text().contains("Handy 1"));
    // Paired, but nobody listens.
    assert_eq!(phone.post_json("/phone/code", &json!({ "code": "A" })).status, 409);
    for path in ["/", "/desk/handout", "/items"] {
        assert_eq!(phone.get(path).status, 303, "{path}");
    }
    assert_eq!(phone.post_form("/desk/handout", &[("code", "A")]).status, 401);
    assert_eq!(phone.post_form("/desk/phones", &[("desk", desk)]).status, 401);
    // Too fast is refused.
    let statuses: Vec<u16> = (0..60).map(|_| phone.post_json("/phone/code", &json!({ "code": "A" })).status).collect();
    assert!(statuses.contains(&429), "{statuses:?}");
}

#[test]
fn frames_are_small_pictures_and_nothing_else() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Volunteer);
    let labels = app.labels(2);
    let shown = image::imageops::resize(&label(&labels[0]), 300, 300, image::imageops::FilterType::Triangle);
    let mut picture = image::GrayImage::from_pixel(640, 480, image::Luma([240]));
    image::imageops::overlay(&mut picture, &shown, 170, 90);
    let frame = encoded(&picture, ImageFormat::Jpeg);
    let found = client.post_bytes("/desk/frame", "image/jpeg", &frame).expect(200).json();
    assert_eq!(found[0]["text"], json!(labels[0].as_str()), "{found}");
    assert_eq!(found[0]["corners"].as_array().map(Vec::len), Some(4), "{found}");
    assert_eq!(client.post_bytes("/desk/frame", "image/jpeg", b"no picture").status, 400);
    assert_eq!(client.post_bytes("/desk/frame", "image/jpeg", b"").status, 400);
    assert_eq!(client.post_bytes("/desk/frame", "image/jpeg", &vec![0; 300 << 10]).status, 413);
    // A few bytes that promise a large picture.
    let wide = encoded(&image::GrayImage::new(4000, 4000), ImageFormat::Png);
    assert_eq!(client.post_bytes("/desk/frame", "image/png", &wide).status, 413);
    assert_eq!(app.visitor().post_bytes("/desk/frame", "image/jpeg", &frame).status, 401);
    // No camera looks so often.
    let mut statuses = (0..200).map(|_| client.post_bytes("/desk/frame", "image/jpeg", b"no picture").status);
    assert!(statuses.any(|status| status == 429));
    app.signed_in(Role::Volunteer).post_bytes("/desk/frame", "image/jpeg", &frame).expect(200);
}

//! The desk's camera in a real Chromium, whose fake camera plays a film of our labels.

use std::path::Path;

use gabentisch::codes::Code;
use gabentisch::domain::rights::Role;
use image::ImageFormat;
use serde_json::json;

use crate::pages::look_at;
use crate::support::app::PASSWORD;
use crate::support::photo::{encoded, send, table};
use crate::support::{Browser, TestApp, film};

fn shoot(browser: &Browser, name: &str) {
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
}

/// Each piece is held into the picture for a while, and taken out again.
fn one_by_one(codes: &[Code]) -> Vec<Vec<Code>> {
    codes.iter().flat_map(|code| [vec![*code], Vec::new()]).collect()
}

fn film_of(path: &Path, scenes: &[Vec<Code>]) {
    let mut timed: Vec<film::Scene> =
        scenes.iter().map(|codes| (&codes[..], if codes.is_empty() { 8 } else { 26 })).collect();
    timed.push((&[], 100));
    film::write(path, &timed);
}

/// Chooses a product at the intake desk with the search.
fn choose(browser: &Browser, words: &str, product: &str) {
    browser.type_into("#q", words);
    browser.click("#q ~ button");
    browser.wait_for(&format!("document.querySelector('input[name=product]')?.value === {product:?}"));
}

#[test]
fn labels_are_taken_in_and_handed_out_before_the_camera() {
    let app = TestApp::new();
    let (household, card) = app.household();
    app.needs(household, &[("tshirt", "104", 4)]);
    let labels = app.labels(3);
    app.add_user("vera", Role::Volunteer);
    let path = app.folder().join("film.y4m");
    film_of(&path, &one_by_one(&labels));
    let browser = Browser::with("de", &film::switches(&path));
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "vera", PASSWORD);

    browser.go(&format!("{}/desk/intake", app.url));
    choose(&browser, "tshirt 104", "tshirt");
    assert_eq!(browser.run("return document.getElementById('eye').hidden"), true);
    shoot(&browser, "camera-closed.png");
    browser.run("document.querySelector('[data-key=F4]').click()");
    browser.wait_for("document.querySelector('#eye video').videoWidth === 640");
    shoot(&browser, "camera-intake.png");
    for count in 1..=3 {
        browser.wait_for(&format!("document.querySelectorAll('.visit li').length >= {count}"));
    }
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'in_stock' AND size = '104'"), "3");
    // What stays in the picture for seconds is one scan.
    assert_eq!(app.sql("SELECT count(*) FROM scan_events"), "3");
    browser.run("document.querySelector('[data-eye-close]').click()");
    assert_eq!(browser.run("return document.querySelector('#eye video').srcObject"), json!(null));

    // The household's card, then the pieces, on a phone. The camera begins the film anew.
    let mut visit = vec![card];
    visit.extend(&labels);
    film_of(&path, &one_by_one(&visit));
    browser.screen(360, 740);
    browser.go(&format!("{}/desk/handout", app.url));
    shoot(&browser, "camera-closed-phone.png");
    browser.run("document.querySelector('[data-key=F4]').click()");
    browser.wait_for("document.querySelector('[data-eye-verdict]').dataset.tone === 'ok' && !document.querySelector('[data-eye-verdict]').hidden");
    shoot(&browser, "camera-verdict-phone.png");
    assert_eq!(look_at(&browser, "de"), Vec::<String>::new());
    browser.wait_for("document.querySelector('[data-eye-verdict]').hidden");
    shoot(&browser, "camera-phone.png");
    browser.wait_for("document.querySelector('#desk').innerText.includes('3 in diesem Besuch')");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "3");
    // Another page of the desk opens the camera again, for it was open.
    browser.go(&format!("{}/desk/return", app.url));
    browser.wait_for("document.querySelector('#eye video').videoWidth === 640");
    browser.run("document.querySelector('[data-key=F4]').click()");
    assert_eq!(browser.run("return document.getElementById('eye').hidden"), true);
    assert_eq!(browser.complaints(), Vec::<String>::new());
    app.assert_sound();
}

#[test]
fn a_browser_that_reads_codes_itself_asks_nobody() {
    let app = TestApp::new();
    let (_, card) = app.household();
    app.add_user("vera", Role::Volunteer);
    let path = app.folder().join("film.y4m");
    film_of(&path, &[Vec::new()]);
    let browser = Browser::with("de", &film::switches(&path));
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "vera", PASSWORD);
    let stub = format!(
        "window.BarcodeDetector = class {{
            static getSupportedFormats() {{ return Promise.resolve(['ean_13', 'qr_code']); }}
            detect() {{ return Promise.resolve(window.held ? [{{ rawValue: '{card}', cornerPoints: [] }}] : []); }}
        }};"
    );
    browser.protocol("Page.addScriptToEvaluateOnNewDocument", json!({ "source": stub }));
    browser.go(&format!("{}/desk/handout", app.url));
    browser.run("document.querySelector('[data-key=F4]').click()");
    browser.wait_for("document.querySelector('#eye video').videoWidth === 640");
    browser.run("window.held = true");
    browser.wait_for(&format!("document.querySelector('#desk').innerText.includes({:?})", card.printed()));
    // The card stays in the picture: the visit stays open. Taken away and shown again, it ends the visit.
    std::thread::sleep(std::time::Duration::from_millis(2500));
    assert_eq!(app.sql("SELECT count(*) FROM scan_events"), "1");
    browser.run("window.held = false");
    std::thread::sleep(std::time::Duration::from_millis(2200));
    browser.run("window.held = true");
    browser.wait_for("document.querySelector('#desk').innerText.includes('Fertig')");
    let asked = "return performance.getEntriesByType('resource').filter(e => e.name.endsWith('/desk/frame')).length";
    assert_eq!(browser.run(asked), 0);
    // Nobody scans any more: it stops by itself, says so, and opens again with a button.
    browser.run("window.held = false; const real = performance.now.bind(performance); performance.now = () => real() + 11 * 60 * 1000");
    browser.wait_for("document.querySelector('[data-eye-trouble]').innerText.includes('Seit 10 Minuten')");
    assert_eq!(browser.run("return document.querySelector('#eye video').srcObject"), json!(null));
    browser.run("document.querySelector('[data-eye-again]').click()");
    browser.wait_for("document.querySelector('#eye video').videoWidth === 640");
    // It was not open for whoever signs in next at this tab.
    browser.run("sessionStorage.setItem('gabentisch-eye', 'somebody-else')");
    browser.run("window.addEventListener('pagehide', () => sessionStorage.setItem('gabentisch-eye', 'somebody-else'))");
    browser.go(&format!("{}/desk/return", app.url));
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(browser.run("return document.getElementById('eye').hidden"), true);
    // Two quick presses leave no camera open behind the closed picture.
    browser.run("const key = document.querySelector('[data-key=F4]'); key.click(); key.click()");
    browser.wait_for("document.getElementById('eye').hidden && !document.querySelector('#eye video').srcObject");
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert_eq!(browser.run("return document.querySelector('#eye video').srcObject"), json!(null));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_camera_that_is_refused_missing_taken_or_without_https_says_what_to_do() {
    let app = TestApp::new();
    app.add_user("vera", Role::Volunteer);
    let browser = Browser::with("de", &["--deny-permission-prompts".to_owned()]);
    browser.screen(360, 740);
    browser.sign_in(&app.url, "vera", PASSWORD);
    let page = format!("{}/desk/handout", app.url);
    // Nothing is stubbed here: this machine has no camera.
    let says = |sentence: &str| {
        browser.run("document.querySelector('[data-key=F4]').click()");
        browser.wait_for(&format!("document.querySelector('[data-eye-trouble]').innerText.includes({sentence:?})"));
        assert_eq!(look_at(&browser, "de"), Vec::<String>::new());
    };
    browser.go(&page);
    says("Keine Kamera gefunden");
    shoot(&browser, "camera-none-phone.png");
    // The camera's promise broken in each way that browsers know.
    for (stub, sentence) in [
        (
            "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))",
            "nicht erlaubt",
        ),
        (
            "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotReadableError'))",
            "Ein anderes Programm",
        ),
        (
            "Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
             Object.defineProperty(window, 'isSecureContext', { value: false })",
            "ohne HTTPS",
        ),
    ] {
        browser.run("sessionStorage.clear()");
        browser.go(&page);
        browser.run(stub);
        says(sentence);
        assert_eq!(
            browser.run("return document.querySelector('[data-eye-photo]').getAttribute('href')"),
            "/desk/photo?mode=handout"
        );
    }
    shoot(&browser, "camera-insecure-phone.png");
    assert_eq!(
        browser.run("return document.querySelector('[data-eye-again]').hidden"),
        true,
        "trying again is of no use"
    );
}

#[test]
fn a_photo_of_24_labels_is_taken_in_with_one_upload() {
    let app = TestApp::new();
    let labels = app.labels(24);
    app.add_user("vera", Role::Volunteer);
    let file = app.folder().join("table.jpg");
    std::fs::write(&file, encoded(&table(&labels), ImageFormat::Jpeg)).expect("a file");
    let browser = Browser::start("de");
    browser.screen(360, 740);
    browser.sign_in(&app.url, "vera", PASSWORD);
    browser.go(&format!("{}/desk/intake", app.url));
    choose(&browser, "tshirt 104", "tshirt");
    browser.run("document.querySelector('[data-key=F7]').click()");
    browser.wait_for("location.pathname === '/desk/photo'");
    browser.type_into("#photo", &file.display().to_string());
    browser.wait_for("document.querySelectorAll('.photo-row').length === 24");
    browser.wait_for("document.querySelector('[data-ticked]')?.textContent === ' (24)'");
    shoot(&browser, "photo-24-phone.png");
    browser.click(".photo-book button");
    browser.wait_for("document.body.innerText.includes('24 Teile gebucht.')");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'in_stock' AND size = '104'"), "24");
    browser.click(".photo-done button");
    browser.wait_for("document.body.innerText.includes('24 Teile zurückgenommen.')");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'in_stock'"), "0");
    assert_eq!(browser.complaints(), Vec::<String>::new());
    app.assert_sound();
}

/// As phones of today take them: 8064 by 6048, within what one upload may hold.
#[test]
fn a_photo_of_48_megapixels_works() {
    let app = TestApp::new();
    let labels = app.labels(3);
    let client = app.signed_in(Role::Volunteer);
    let small = table(&labels);
    let mut wide = image::GrayImage::from_pixel(8064, 6048, image::Luma([160]));
    let near =
        image::imageops::resize(&small, small.width() * 3, small.height() * 3, image::imageops::FilterType::Nearest);
    image::imageops::replace(&mut wide, &near, 1500, 2000);
    let photo = encoded(&wide, ImageFormat::Jpeg);
    let to = send(&client, &[("mode", "intake")], Some(&photo)).expect(303).location.expect("a list");
    let page = client.get(&to).expect(200).text();
    assert!(labels.iter().all(|label| page.contains(&label.printed())), "{page}");
}

//! A photo of thirty labels in a real Chromium, on a desk and on a phone: marks, ticks, one button, and back.

use std::path::Path;

use gabentisch::domain::rights::Role;
use image::ImageFormat;

use crate::pages::look_closely;
use crate::support::app::PASSWORD;
use crate::support::photo::{encoded, table};
use crate::support::{Browser, TestApp};

#[test]
fn thirty_labels_are_one_photo() {
    let app = TestApp::new();
    let (household, card) = app.household();
    app.needs(household, &[("tshirt", "104", 4), ("jeans", "104", 3)]);
    let labels = app.labels(30);
    let mut scanner = app.scanner();
    for (label, product) in labels.iter().zip(["tshirt", "jeans", "muetze", "winterjacke"].iter().cycle()).take(29) {
        scanner.take_in(label, product, if *product == "muetze" { "" } else { "104" }, None);
    }
    let (_, other) = app.household();
    scanner.scan("handout", other);
    scanner.scan("handout", labels[7]);
    scanner.scan("handout", other);
    let mut codes = labels.clone();
    codes.insert(14, card);
    let file = app.folder().join("table.jpg");
    std::fs::write(&file, encoded(&table(&codes), ImageFormat::Jpeg)).expect("a file");
    app.add_user("vera", Role::Volunteer);
    let browser = Browser::start("de");
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "vera", PASSWORD);
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    let shoot = |name: &str| std::fs::write(pictures.join(name), browser.picture()).expect("a picture");

    browser.go(&format!("{}/desk/handout", app.url));
    shoot("photo-desk.png");
    browser.run("document.querySelector('[data-key=F7]').click()");
    browser.wait_for("location.pathname === '/desk/photo'");
    shoot("photo-choose.png");
    browser.type_into("#photo", &file.display().to_string());
    browser.wait_for("document.querySelectorAll('.photo-row').length === 31");
    browser.wait_for("document.querySelector('[data-ticked]')?.textContent === ' (28)'");
    shoot("photo-list.png");
    assert_eq!(look_closely(&browser, "de"), Vec::<String>::new());
    // A click on the picture takes a tick away.
    browser.run("document.querySelector('[data-mark=\"1\"]').dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))");
    browser.wait_for("document.querySelector('[data-ticked]').textContent === ' (27)'");
    assert_eq!(browser.run("return document.querySelector('#row-1 input[type=checkbox]').checked"), false);
    browser.screen(360, 740);
    shoot("photo-list-phone.png");
    assert_eq!(look_closely(&browser, "de"), Vec::<String>::new());
    browser.screen(1280, 860);
    browser.click(".photo-book button");
    browser.wait_for("document.body.innerText.includes('27 Teile gebucht.')");
    shoot("photo-booked.png");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "28");
    browser.click(".photo-done button");
    browser.wait_for("document.body.innerText.includes('Zurückgenommen.')");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "1");

    // A file that is no picture: the sentence stands beside the field, without leaving the page.
    let text = app.folder().join("text.jpg");
    std::fs::write(&text, "Ich bin ein Text.").expect("a file");
    browser.screen(360, 740);
    browser.go(&format!("{}/desk/photo?mode=intake", app.url));
    browser.type_into("#photo", &text.display().to_string());
    browser.wait_for("document.body.innerText.includes('Das ist kein Bild')");
    shoot("photo-refused-phone.png");
    let complaints: Vec<String> = browser.complaints().into_iter().filter(|text| !text.contains("422")).collect();
    assert_eq!(complaints, Vec::<String>::new());
    app.assert_sound();
}

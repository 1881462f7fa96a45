//! A shelf counted with one photo in a real Chromium, reviewed on a desk and on a phone, and booked.

use std::path::Path;

use gabentisch::domain::rights::Role;
use image::ImageFormat;

use crate::pages::look_closely;
use crate::support::app::PASSWORD;
use crate::support::photo::{encoded, table};
use crate::support::{Browser, TestApp};

#[test]
fn a_shelf_is_counted_with_one_photo() {
    let app = TestApp::new();
    let ((_, shelf), (_, cellar)) = (app.shelf("Regal 3"), app.shelf("Keller"));
    let labels = app.labels(14);
    let mut scanner = app.scanner();
    for label in &labels {
        scanner.take_in(label, "winterjacke", "104", None);
    }
    for (place, own) in [(shelf, &labels[..10]), (cellar, &labels[10..])] {
        scanner.scan("move", place);
        for label in own {
            scanner.scan("move", label);
        }
    }
    let (_, card) = app.household();
    scanner.scan("handout", card);
    scanner.scan("handout", labels[13]);
    // On the shelf: its own pieces but two, two of the cellar, one that is handed out, and an empty label.
    let mut codes = vec![shelf];
    codes.extend(&labels[..8]);
    codes.extend(&labels[10..12]);
    codes.push(labels[13]);
    codes.extend(app.labels(1));
    let file = app.folder().join("shelf.jpg");
    std::fs::write(&file, encoded(&table(&codes), ImageFormat::Jpeg)).expect("a file");
    app.add_user("konrad", Role::Coordinator);
    let browser = Browser::start("de");
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "konrad", PASSWORD);
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    let shoot = |name: &str| {
        std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
        assert_eq!(look_closely(&browser, "de"), Vec::<String>::new(), "{name}");
    };

    browser.go(&format!("{}/desk/photo?mode=stocktake", app.url));
    browser.type_into("#photo", &file.display().to_string());
    browser.wait_for("document.querySelector('[data-ticked]')?.textContent === ' (12)'");
    shoot("stocktake-photo.png");
    browser.click(".photo-book button");
    browser.wait_for("document.body.innerText.includes('12 Etiketten gezählt.')");

    browser.go(&format!("{}/desk/stocktake", app.url));
    browser.wait_for("document.body.innerText.includes('8 von 10 gesehen')");
    shoot("stocktake-desk.png");
    browser.scan(labels[8].as_str());
    browser.wait_for("document.querySelector('#desk').innerText.includes('9 von 10 gesehen')");
    browser.run("document.querySelector('a[href^=\"/stocktakes/\"]').click()");
    browser.wait_for("location.pathname.startsWith('/stocktakes/')");
    browser.click("button[value=review]");
    browser.wait_for("document.body.innerText.includes('Fehlt: 1')");
    shoot("stocktake-review.png");
    browser.screen(360, 740);
    shoot("stocktake-review-phone.png");
    browser.click("button[value=post]");
    browser.wait_for("document.body.innerText.includes('Diese Inventur ist gebucht.')");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'missing'"), "1");
    app.assert_sound();
}

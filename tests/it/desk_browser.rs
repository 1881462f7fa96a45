//! The desk page with a scanner that types, in a real Chromium: the focus is never lost, and no scan is.

use std::path::Path;

use gabentisch::domain::rights::Role;

use crate::support::app::PASSWORD;
use crate::support::{Browser, Event, TestApp};

#[test]
fn a_scanner_types_a_whole_visit() {
    let app = TestApp::new();
    let (household, card) = app.household();
    app.needs(
        household,
        &[
            ("winterjacke", "104", 1),
            ("tshirt", "104", 4),
            ("jeans", "104", 3),
            ("muetze", "", 1),
            ("winterschuhe", "29", 1),
        ],
    );
    let labels = app.labels(8);
    let mut scanner = app.scanner();
    for (label, product) in
        labels.iter().zip(["muetze", "tshirt", "tshirt", "jeans", "winterjacke", "tshirt", "tshirt", "tshirt"])
    {
        let event = Event::new("intake", label).field("product", product);
        scanner.send(if product == "muetze" { event.field("size", "") } else { event.field("size", "104") });
    }
    app.add_user("vera", Role::Volunteer);
    let browser = Browser::start("de");
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "vera", PASSWORD);
    browser.go(&format!("{}/desk/handout", app.url));

    browser.scan(card.as_str());
    browser.wait_for(&format!("document.querySelector('#desk').innerText.includes({:?})", card.printed()));
    // Four pieces in a row, faster than the server answers: none is dropped.
    for label in &labels[..4] {
        browser.scan(label.as_str());
    }
    browser.wait_for("document.querySelector('#desk').innerText.includes('4 in diesem Besuch')");
    // Somebody clicks beside the field; the scanner types on.
    browser.run("document.activeElement.blur(); document.querySelector('h1').click()");
    browser.scan(labels[4].as_str());
    browser.wait_for("document.querySelector('#desk').innerText.includes('Winterjacke Gr. 104')");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "5");
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    std::fs::write(pictures.join("desk-visit.png"), browser.picture()).expect("a picture");

    // Enter alone confirms nothing; the undo key takes the last piece back; the card ends the visit.
    browser.scan("");
    browser.run("document.querySelector('button[data-key=F9]').click()");
    browser.wait_for("document.querySelector('#desk').innerText.includes('Zurückgenommen')");
    browser.scan(card.as_str());
    browser.wait_for("document.querySelector('#desk').innerText.includes('Fertig: 4 Teile ausgegeben')");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "4");
    assert_eq!(app.sql("SELECT context FROM access_log"), "desk", "the look at the household is noted");
    assert_eq!(browser.complaints(), Vec::<String>::new());
    app.assert_sound();
}

#[test]
fn another_eye_takes_the_focus_from_nobody_and_a_scanner_is_heard_beside_it() {
    let app = TestApp::new();
    let labels = app.labels(2);
    app.add_user("vera", Role::Volunteer);
    let browser = Browser::start("de");
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "vera", PASSWORD);
    browser.go(&format!("{}/desk/intake", app.url));
    browser.run("document.querySelector('#q').focus()");
    browser.type_keys("Wint");
    browser.run(&format!(
        "document.addEventListener('desk:verdict', () => {{ globalThis.told = true; }});
         document.dispatchEvent(new CustomEvent('desk:scan', {{ detail: {{ code: {:?}, source: 'camera' }} }}))",
        labels[0].as_str()
    ));
    browser.wait_for("globalThis.told");
    browser.type_keys("er");
    assert_eq!(browser.run("return document.querySelector('#q').value"), "Winter");

    browser.run("document.body.dataset.noFocus = ''; document.activeElement.blur(); globalThis.told = false");
    browser.scan(labels[1].as_str());
    browser.wait_for("globalThis.told");
}

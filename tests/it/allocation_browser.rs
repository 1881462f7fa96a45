//! Sharing out and fetching in a real Chromium, at a desk and on a phone.

use std::path::Path;

use gabentisch::domain::rights::Role;

use crate::allocation::in_stock;
use crate::pages::look_closely;
use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

#[test]
fn a_piece_is_confirmed_looked_for_and_taken_from_elsewhere() {
    let app = TestApp::new();
    let (_, shelf) = app.shelf("Regal 3");
    let (household, _) = app.household();
    app.needs(household, &[("babyjacke", "86", 1)]);
    let (other, _) = app.household();
    app.needs(other, &[("babyjacke", "92", 1), ("strampler", "86", 2)]);
    let jacket = in_stock(&app, "babyjacke", "86", 1)[0];
    in_stock(&app, "strampler", "86", 1);
    let mut scanner = app.scanner();
    scanner.scan("move", shelf);
    scanner.scan("move", jacket);
    app.add_user("konrad", Role::Coordinator);
    app.add_user("vera", Role::Volunteer);
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    let browser = Browser::start("de");
    let shoot = |browser: &Browser, name: &str| {
        std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
        assert_eq!(look_closely(browser, "de"), Vec::<String>::new(), "{name}");
    };
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "konrad", PASSWORD);
    browser.go(&format!("{}/allocation", app.url));
    shoot(&browser, "allocation.png");
    browser.screen(360, 740);
    shoot(&browser, "allocation-phone.png");
    let piece = browser.run("return document.querySelector('a[href^=\"/allocation/\"]').getAttribute('href')");
    browser.go(&format!("{}{}", app.url, piece.as_str().expect("an address")));
    shoot(&browser, "allocation-piece-phone.png");
    browser.screen(1280, 860);
    shoot(&browser, "allocation-piece.png");
    browser.go(&format!("{}/allocation", app.url));
    browser.click("#confirm .row button:not([name])");
    browser.wait_for("document.body.innerText.includes('2 Teile zurückgelegt.')");
    let larger = in_stock(&app, "babyjacke", "92", 1)[0];

    let phone = Browser::start("de");
    phone.screen(360, 740);
    phone.sign_in(&app.url, "vera", PASSWORD);
    phone.go(&format!("{}/pick", app.url));
    phone.wait_for("document.body.innerText.includes('2 Teile zu holen')");
    shoot(&phone, "pick-phone.png");
    phone.click("button[value=missing]");
    phone.wait_for("document.body.innerText.includes('Dafür passt auch:')");
    shoot(&phone, "pick-next-phone.png");
    phone.click("button[value=next]");
    phone.wait_for("document.body.innerText.includes('Anderes Teil zurückgelegt.')");
    phone.click("button[value=picked]");
    phone.wait_for("document.body.innerText.includes('1 Teil zu holen')");
    phone.screen(1280, 860);
    shoot(&phone, "pick.png");
    phone.go(&format!("{}/stocktakes", app.url));
    phone.wait_for("document.body.innerText.includes('Bitte nachzählen')");
    shoot(&phone, "stocktake-checks.png");
    assert_eq!(app.sql(&format!("SELECT state FROM items WHERE label = '{larger}'")), "reserved");
    app.assert_sound();
}

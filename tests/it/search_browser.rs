//! The search box in a real Chromium: by keyboard, with a slip, with a scanner, over a desk, and the way back to a list.

use std::path::Path;

use gabentisch::domain::rights::Role;

use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

const CTRL: char = '\u{e009}';
const DOWN: &str = "\u{e015}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

fn picture(browser: &Browser, name: &str) {
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
}

#[test]
fn the_box_is_used_by_keyboard_and_scanner() {
    let app = TestApp::new();
    let labels = app.labels(3);
    let mut scanner = app.scanner();
    for (label, size) in labels.iter().zip(["98", "104", "110"]) {
        scanner.take_in(label, "winterjacke", size, None);
    }
    app.add_user("leitung", Role::Coordinator);
    let browser = Browser::start("de");
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "leitung", PASSWORD);

    // A slip of the finger, an arrow, Enter: on the piece.
    browser.press(&[CTRL, 'k']);
    browser.wait_for("document.activeElement.id === 'find'");
    browser.type_keys("winterjake 104");
    browser.wait_for("document.querySelectorAll('#find-list [role=option]').length > 0");
    browser.wait_for("document.querySelector('#find').getAttribute('aria-expanded') === 'true'");
    assert!(browser.text("#find-list").contains("Winterjacke Gr. 104"), "{}", browser.text("#find-list"));
    picture(&browser, "search-suggestions.png");
    browser.type_keys(DOWN);
    browser.wait_for("document.getElementById(document.querySelector('#find').getAttribute('aria-activedescendant'))?.ariaSelected === 'true'");
    browser.type_keys(ENTER);
    browser.wait_for(&format!("location.pathname === '/items/{}'", labels[1]));

    // "/" goes there too; a scanner's code with its Enter leads straight to the piece.
    browser.type_keys("/");
    browser.wait_for("document.activeElement.id === 'find' && document.activeElement.value === ''");
    browser.scan(&labels[2].printed().to_lowercase());
    browser.wait_for(&format!("location.pathname === '/items/{}'", labels[2]));
    // Escape takes the list away first, then the text.
    browser.press(&[CTRL, 'k']);
    browser.type_keys("wint");
    browser.wait_for("!document.querySelector('#find-list').hidden");
    browser.type_keys(ESCAPE);
    browser.wait_for("document.querySelector('#find-list').hidden && document.querySelector('#find').value === 'wint'");
    browser.type_keys(ESCAPE);
    browser.wait_for("document.querySelector('#find').value === ''");

    // Without suggestions Enter shows everything that was found.
    browser.type_keys(&format!("winterjacke{ENTER}"));
    browser.wait_for("location.pathname === '/search' && document.querySelectorAll('.find-hits a').length >= 3");
    picture(&browser, "search-page.png");

    // Filters survive the piece, its correction and the way back.
    browser.go(&format!("{}/items?q=winterjacke&state=in_stock&order=moved", app.url));
    picture(&browser, "items-list.png");
    browser.click("tbody th a");
    browser.wait_for("document.querySelector('.list-way')");
    browser.go(&format!("{}/items/{}/edit", app.url, labels[0]));
    browser.click("main form.form button, main form button.button");
    browser.wait_for("location.pathname.startsWith('/items/') && !location.pathname.endsWith('/edit')");
    browser.click(".list-way a");
    browser
        .wait_for("location.pathname === '/items' && location.search === '?q=winterjacke&state=in_stock&order=moved'");
    assert_eq!(browser.run("return document.querySelectorAll('tbody tr').length"), 3);
    browser.screen(360, 780);
    picture(&browser, "items-list-phone.png");
    assert_eq!(browser.run("return document.documentElement.scrollWidth <= 360"), true);
    assert!(browser.complaints().is_empty(), "{:?}", browser.complaints());
}

#[test]
fn on_a_desk_the_search_lies_over_the_scan_field() {
    let app = TestApp::new();
    let label = app.labels(1)[0];
    app.scanner().take_in(&label, "winterjacke", "104", None);
    app.add_user("vera", Role::Volunteer);
    let browser = Browser::start("de");
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "vera", PASSWORD);
    browser.go(&format!("{}/desk/intake", app.url));
    browser.wait_for("document.activeElement.id === 'scan'");
    // What a scanner types stays in the scan field, "/" too.
    browser.type_keys("/");
    browser.wait_for("document.activeElement.id === 'scan' && document.activeElement.value === '/'");
    browser.run("document.activeElement.value = ''");
    browser.press(&[CTRL, 'k']);
    browser.wait_for("document.querySelector('[data-find-dialog]').open && document.activeElement.id === 'find-over'");
    browser.type_keys("winterjake");
    browser.wait_for("document.querySelectorAll('#find-over-list [role=option]').length > 0");
    picture(&browser, "search-desk.png");
    browser.type_keys(ESCAPE);
    browser.type_keys(ESCAPE);
    browser.type_keys(ESCAPE);
    browser.wait_for("!document.querySelector('[data-find-dialog]').open && document.activeElement.id === 'scan'");
    assert_eq!(app.sql("SELECT count(*) FROM scan_events"), "1");
    assert!(browser.complaints().is_empty(), "{:?}", browser.complaints());
}

//! The coordinator with one household in a real browser: a child that grew, a list that is filled, a card with its PIN.

use std::path::Path;

use gabentisch::domain::rights::Role;

use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

fn keep(browser: &Browser, name: &str) {
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    for (width, height) in [(1280, 900), (360, 800)] {
        browser.screen(width, height);
        std::fs::write(pictures.join(format!("{name}-{width}.png")), browser.picture()).expect("a picture");
    }
    browser.screen(1280, 900);
}

#[test]
fn a_child_grows_a_list_fills_and_a_card_gets_its_pin() {
    let app = TestApp::new();
    app.add_user("carla", Role::Coordinator);
    let client = app.sign_in("carla");
    let born = format!("{}-01", app.house.today().year() - 1);
    let ella = [("nickname", "Ella"), ("birth_month", born.as_str()), ("cut", "K"), ("size_clothes", "86")];
    let page = client.post_form("/households", &ella).expect(303).location.expect("a page");
    let then = app.house.today().saturating_sub(jiff::Span::new().months(7));
    app.sql(&format!("UPDATE members SET measured_on = '{then}'"));
    let browser = Browser::start("de");
    browser.screen(1280, 900);
    browser.sign_in(&app.url, "carla", PASSWORD);
    browser.go(&format!("{}{page}", app.url));
    keep(&browser, "record");
    browser.click("#grown button");
    // A document that is still empty has no proposal either.
    browser.wait_for("document.readyState === 'complete' && document.querySelector('h1') !== null && !document.querySelector('#grown')");
    assert_ne!(app.sql("SELECT sizes FROM members"), "{\"clothes\":\"86\"}");
    browser.run("document.querySelector('form[action$=\"/fill\"] button').click()");
    browser.wait_for("location.pathname.endsWith('/fill')");
    keep(&browser, "fill");
    let lines = browser.run("return document.querySelectorAll('[name=product]').length").as_i64().expect("lines");
    assert!(lines > 3, "{lines}");
    browser.run("document.querySelector('[name=product]').click()");
    browser.run("document.querySelector('form[action$=\"/fill\"] button').click()");
    browser.wait_for("document.querySelectorAll('.need').length > 0");
    assert_eq!(app.sql("SELECT COUNT(*) FROM needs"), (lines - 1).to_string(), "one was unticked");
    keep(&browser, "record-filled");
    browser.run("document.querySelector('form[action$=\"/pin\"] button').click()");
    browser.wait_for("document.querySelector('#pin') !== null");
    keep(&browser, "slip");
    assert_eq!(browser.text("#pin").chars().filter(char::is_ascii_digit).count(), 6);
    browser.go(&format!("{}{page}/list", app.url));
    keep(&browser, "list");
    browser.go(&format!("{}/households/duplicates", app.url));
    keep(&browser, "duplicates");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

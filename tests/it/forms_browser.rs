//! Forms in a real browser: what is typed survives an expired sign-in, a reload and the back button; two clicks make one.

use gabentisch::domain::rights::Role;

use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

fn house() -> (TestApp, Browser) {
    let app = TestApp::new();
    app.add_user("vera", Role::Coordinator);
    let browser = Browser::start("de");
    browser.screen(360, 740);
    browser.sign_in(&app.url, "vera", PASSWORD);
    (app, browser)
}

#[test]
fn typed_text_survives_an_expired_sign_in() {
    let (app, browser) = house();
    browser.go(&format!("{}/donors/new", app.url));
    browser.type_into("#name", "Familie Beispiel");
    browser.type_into("#note", "Kommt samstags");
    app.sql("DELETE FROM sign_ins");
    browser.click("main form.form .button");
    browser.wait_for("document.querySelector('#password')");
    assert!(browser.text("main").contains("Ihre Eingaben sind noch da"), "{}", browser.text("main"));
    browser.type_into("#name", "vera");
    browser.type_into("#password", PASSWORD);
    browser.click("main form .button");
    browser.wait_for("document.title.includes('Eingaben')");
    assert!(browser.text("main").contains("Kommt samstags"), "{}", browser.text("main"));
    assert_eq!(browser.run("return document.documentElement.scrollWidth"), 360);
    browser.click("main form .button");
    browser.wait_for("location.pathname.startsWith('/donors/0')");
    assert_eq!(app.sql("SELECT name || ': ' || note FROM donors"), "Familie Beispiel: Kommt samstags");
    assert_eq!(
        browser.complaints().iter().filter(|line| !line.contains("401")).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

#[test]
fn a_double_click_makes_one() {
    let (app, browser) = house();
    browser.go(&format!("{}/donors/new", app.url));
    browser.type_into("#name", "Paula Probe");
    // Without the script's own guard, as a browser without JavaScript would send it.
    browser.run(
        "const form = document.querySelector('main form.form');
         const send = () => fetch('/donors/new', { method: 'POST', body: new URLSearchParams(new FormData(form)) });
         window.both = Promise.all([send(), send()]).then((all) => { window.led = all.map((one) => one.url); })",
    );
    browser.wait_for("window.led");
    assert_eq!(browser.run("return window.led[0] === window.led[1]"), true);
    assert_eq!(app.sql("SELECT COUNT(*) FROM donors"), "1");
}

#[test]
fn the_back_button_after_a_booking_makes_nothing_new() {
    let (app, browser) = house();
    browser.go(&format!("{}/households/new", app.url));
    browser.type_into("#area", "58762");
    browser.click("main form.form .button");
    browser.wait_for("location.pathname.startsWith('/households/0') && document.readyState === 'complete'");
    browser.run("history.back()");
    browser.wait_for("location.pathname === '/households/new' && document.readyState === 'complete'");
    // What was saved is not offered as a draft.
    assert_eq!(browser.run("return document.querySelectorAll('[data-take]').length"), 0);
    browser.run("history.forward()");
    browser.wait_for("location.pathname.startsWith('/households/0')");
    assert_eq!(app.sql("SELECT COUNT(*) FROM households"), "1");
}

#[test]
fn a_draft_is_offered_after_a_reload_and_gone_after_signing_out() {
    let (app, browser) = house();
    browser.go(&format!("{}/donors/new", app.url));
    browser.type_into("#name", "Halb getippt");
    browser.run("document.querySelector('[value=company]').click()");
    // The browser itself would put the text back on a reload; a new visit is like a crash.
    browser.go(&format!("{}/donors", app.url));
    browser.go(&format!("{}/donors/new", app.url));
    browser.wait_for("document.querySelector('[data-take]')");
    assert_eq!(browser.run("return document.querySelector('#name').value"), "");
    browser.click("[data-take]");
    assert_eq!(browser.run("return document.querySelector('#name').value"), "Halb getippt");
    assert_eq!(browser.run("return document.querySelector('[value=company]').checked"), true);
    assert_eq!(browser.run("return document.querySelectorAll('[data-take]').length"), 0);
    browser.go(&format!("{}/donors", app.url));
    browser.run("document.querySelector('form[action=\"/sign-out\"]').requestSubmit()");
    browser.wait_for("location.pathname === '/sign-in'");
    browser.sign_in(&app.url, "vera", PASSWORD);
    browser.go(&format!("{}/donors/new", app.url));
    assert_eq!(browser.run("return document.querySelectorAll('[data-take]').length"), 0);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

//! The desk page while the server is away, in a real Chromium: the rules in the browser decide, nothing is lost, nothing is
//! booked twice.

use std::path::Path;

use gabentisch::codes::Code;
use gabentisch::domain::rights::Role;
use serde_json::json;

use crate::support::app::PASSWORD;
use crate::support::served::Served;
use crate::support::{Browser, Event, TestApp};

/// The desk has a snapshot, the rules and the worker: from now on the server may go.
const READY: &str = "document.documentElement.dataset.takenAlong && navigator.serviceWorker.controller";

/// A town small enough to look at: a household with needs, and pieces on the shelf.
fn room(app: &TestApp) -> (Code, Vec<Code>) {
    let (household, card) = app.household();
    app.needs(household, &[("winterjacke", "104", 1), ("tshirt", "104", 4)]);
    let labels = app.labels(10);
    let mut scanner = app.scanner();
    for (at, label) in labels[..8].iter().enumerate() {
        scanner.take_in(label, if at == 0 { "winterjacke" } else { "tshirt" }, "104", None);
    }
    app.add_user("vera", Role::Volunteer);
    (card, labels)
}

fn sign_in(browser: &Browser, url: &str, name: &str, path: &str) {
    browser.screen(1280, 860);
    browser.sign_in(url, name, PASSWORD);
    browser.go(&format!("{url}{path}"));
    browser.wait_for(READY);
}

fn offline(browser: &Browser, is_off: bool) {
    browser.protocol("Network.enable", json!({}));
    let rate = if is_off { 0 } else { -1 };
    browser.protocol(
        "Network.emulateNetworkConditions",
        json!({ "offline": is_off, "latency": 0, "downloadThroughput": rate, "uploadThroughput": rate }),
    );
}

fn shows(text: &str) -> String {
    format!("document.querySelector('#desk').innerText.includes({text:?})")
}

/// How many scans wait on this device, as the page says.
fn waiting(browser: &Browser) -> String {
    browser.text("[data-pending-count]")
}

fn keep_picture(browser: &Browser, name: &str) {
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
}

#[test]
fn a_visit_goes_on_when_the_network_is_cut() {
    let app = TestApp::new();
    let (card, labels) = room(&app);
    let browser = Browser::start("de");
    sign_in(&browser, &app.url, "vera", "/desk/handout");
    browser.scan(card.as_str());
    browser.wait_for(&shows(&card.printed()));
    browser.scan(labels[0].as_str());
    browser.wait_for(&shows("Winterjacke Gr. 104"));

    offline(&browser, true);
    for label in &labels[1..4] {
        browser.scan(label.as_str());
    }
    browser.wait_for(&shows("4 in diesem Besuch"));
    browser.wait_for(&shows("Offline seit"));
    assert_eq!(waiting(&browser), "3");
    keep_picture(&browser, "offline-visit.png");
    // The same piece again is no second piece; the undo key takes the last one back.
    browser.scan(labels[3].as_str());
    browser.wait_for(&shows("schon"));
    browser.run("document.querySelector('button[data-key=F9]').click()");
    browser.wait_for(&shows("Zurückgenommen"));
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "1");

    offline(&browser, false);
    browser.wait_for(&shows("Wieder verbunden"));
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "3");
    browser.wait_for("document.querySelector('[data-pending]').hidden");
    browser.scan(card.as_str());
    browser.wait_for(&shows("Fertig: 3 Teile ausgegeben"));
    assert_eq!(app.sql("SELECT count(*) FROM contradictions"), "0");
    assert_eq!(app.sql("SELECT count(*) FROM scan_events WHERE told IS NOT NULL"), "5");
    app.assert_sound();
}

#[test]
fn the_server_dies_and_the_page_is_loaded_anew_without_it() {
    let app = TestApp::new();
    let (card, labels) = room(&app);
    let served = Served::start(&[], &app.database, "127.0.0.1:0");
    let (url, listen) = (served.url.clone(), served.url.trim_start_matches("http://").to_owned());
    let browser = Browser::start("de");
    sign_in(&browser, &url, "vera", "/desk/handout");
    browser.scan(card.as_str());
    browser.wait_for(&shows(&card.printed()));

    served.kill();
    browser.scan(labels[0].as_str());
    browser.wait_for(&shows("Offline seit"));
    browser.wait_for(&shows("1 in diesem Besuch"));
    browser.go(&format!("{url}/desk/handout"));
    browser.wait_for(&format!("{} && {}", shows("Offline seit"), shows(&card.printed())));
    assert_eq!(waiting(&browser), "1", "the scan is still there");
    keep_picture(&browser, "offline-again.png");
    browser.scan(labels[1].as_str());
    browser.wait_for(&shows("2 in diesem Besuch"));
    assert_eq!(waiting(&browser), "2");

    let _served = Served::start(&[], &app.database, &listen);
    browser.wait_for(&shows("Wieder verbunden"));
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "2");
    browser.scan(labels[2].as_str());
    browser.wait_for(&shows("3 in diesem Besuch"));
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "3");
    assert_eq!(app.sql("SELECT count(*) FROM visits"), "1", "one visit all along");
    assert_eq!(app.sql("SELECT count(*) FROM contradictions"), "0");
    app.assert_sound();
}

//! Signing a record of handover in a real Chromium: two people draw their names, and the paper shows them.

use std::path::Path;

use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;
use serde_json::json;

use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

fn keep(browser: &Browser, name: &str) {
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
}

/// Draws on the pad with this number as a hand with a mouse does.
fn draw(browser: &Browser, pad: usize) {
    let place = browser.run(&format!(
        "const pad = document.querySelectorAll('[data-pad] canvas')[{pad}]; pad.scrollIntoView({{ block: 'center' }});
         const box = pad.getBoundingClientRect(); return [box.left, box.top, box.width, box.height];"
    ));
    let at = |part: usize| place[part].as_f64().expect("a number");
    let point = |step: u32| {
        let x = at(0) + at(2) * (0.1 + f64::from(step) * 0.02);
        let y = at(1) + at(3) * (0.5 + 0.3 * (f64::from(step) * 0.7 + pad as f64).sin());
        (x, y)
    };
    let mouse = |kind: &str, (x, y): (f64, f64), buttons: u32| {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
        browser.protocol("Input.dispatchMouseEvent", event);
    };
    mouse("mousePressed", point(0), 1);
    (1..=38).for_each(|step| mouse("mouseMoved", point(step), 1));
    mouse("mouseReleased", point(38), 0);
}

#[test]
fn two_people_sign_on_the_screen() {
    let app = TestApp::new();
    app.add_user("tilda", Role::Treasurer);
    let donor = app.donor(DonorKind::Company, "Beispiel Bekleidung GmbH");
    let (donation, code) = app.donation(donor);
    let mut scanner = app.scanner();
    for label in app.labels(4) {
        scanner.take_in(&label, "winterjacke", "140", Some(&code));
    }
    let browser = Browser::start("de");
    browser.screen(1280, 900);
    browser.sign_in(&app.url, "tilda", PASSWORD);
    browser.go(&format!("{}/donations/{donation}", app.url));
    browser.click("#acceptances .button");
    browser.wait_for("document.querySelector('#giver')");
    for (width, name) in [(1280, "acceptance-form-1280.png"), (360, "acceptance-form-360.png")] {
        browser.screen(width, 900);
        assert!(browser.run("return document.documentElement.scrollWidth").as_i64() <= Some(i64::from(width)));
        keep(&browser, name);
    }
    browser.screen(1280, 900);
    browser.run("document.querySelector('#class-0').value = 'full'");
    browser.click("main form .row:last-child .button");
    browser.wait_for("location.pathname.startsWith('/acceptances/')");
    browser.wait_for("!document.querySelector('[data-sign]').hidden");

    // One signature alone is not enough: the sentence is said, and what was drawn stays.
    draw(&browser, 0);
    browser.click("[data-sign] .row .button");
    browser.wait_for("document.querySelector('[data-missing]').textContent.includes('fehlt noch eine Unterschrift')");
    assert_eq!(app.sql("SELECT state FROM acceptances"), "draft");
    draw(&browser, 1);
    keep(&browser, "acceptance-sign-1280.png");
    browser.screen(360, 740);
    assert!(browser.run("return document.documentElement.scrollWidth").as_i64() <= Some(360));
    keep(&browser, "acceptance-sign-360.png");
    // Cleared and drawn once more, by a finger on a phone's screen.
    browser.click("[data-pad] .button");
    draw(&browser, 0);
    browser.click("[data-sign] .row .button");
    browser.wait_for("document.querySelector('a[href^=\"/papers/\"]')");
    keep(&browser, "acceptance-signed-360.png");
    assert_eq!(app.sql("SELECT state FROM acceptances"), "signed");
    assert_eq!(browser.complaints(), Vec::<String>::new());

    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let paper = browser.run("return document.querySelector('a[href^=\"/papers/\"]').getAttribute('href')");
    let client = app.sign_in("tilda");
    let pdf = client.get(paper.as_str().expect("an address")).expect(200).body;
    std::fs::write(pictures.join("acceptance.pdf"), &pdf).expect("a file");
    // The signatures are ink on the paper: more dark dots than on the same paper without them.
    let dark = |pdf: &[u8]| {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("paper.pdf"), pdf).expect("a file");
        let out = std::process::Command::new("pdftoppm")
            .args(["-r", "60", "-gray", "-png", "-singlefile", "paper.pdf", "page"])
            .current_dir(folder.path())
            .status()
            .expect("pdftoppm is installed (poppler-utils)");
        assert!(out.success());
        let page = image::open(folder.path().join("page.png")).expect("a picture").into_luma8();
        page.pixels().filter(|dot| dot.0[0] < 128).count()
    };
    let id = app.sql("SELECT id FROM acceptances");
    let without = client.get(&format!("/acceptances/{id}/paper.pdf")).expect(200).body;
    assert!(dark(&pdf) > dark(&without) + 50, "{} and {}", dark(&pdf), dark(&without));
}

//! The pages about terminals as a coordinator sees them on a busy day: devices that ask, further scanners, one set aside,
//! and contradictions of every kind, in a real Chromium.

use std::path::Path;

use gabentisch::actions::change_household;
use gabentisch::codes::{Code, Command, Kind};
use gabentisch::domain::household::HouseholdState;
use gabentisch::domain::rights::Role;
use serde_json::{Value, json};

use crate::pages::look_closely;
use crate::support::app::PASSWORD;
use crate::support::{Browser, Event, Scanner, TestApp};

fn told(mode: &str, code: impl ToString, minutes: i64) -> Event {
    let at = jiff::Timestamp::now() - jiff::SignedDuration::from_mins(minutes);
    Event::new(mode, code).with("told", "applied").with("occurred_at", at.to_string())
}

fn ask(app: &TestApp, name: &str) -> Value {
    app.visitor().post_json("/api/v1/enrolments", &json!({ "name": name })).expect(200).json()
}

/// One contradiction of each kind that a terminal can bring about.
fn contradict(app: &TestApp, scanner: &mut Scanner) {
    let ((_, first), (_, second), (blocked, third)) = (app.household(), app.household(), app.household());
    let labels = app.labels(6);
    for label in &labels {
        scanner.take_in(label, "winterjacke", "104", None);
    }
    app.scanner().send_all(vec![told("handout", first, 60), told("handout", labels[0], 60)]);
    change_household::set_state(&app.house, &app.caretaker(), blocked, 1, HouseholdState::Blocked).expect("blocked");
    scanner.send_all(vec![
        told("move", Command::Undo.code(), 21),
        told("handout", second, 20),
        told("handout", labels[0], 20),
        told("handout", labels[1], 20).with("quantity", 3),
        told("handout", second, 20),
        told("handout", third, 19),
        told("handout", labels[2], 19),
        told("intake", labels[3], 18).field("product", "hoodie").field("size", "M"),
        told("return", labels[4], 18),
        told("handout", Code::with_body(Kind::Item, b"00000000").expect("a code"), 18),
    ]);
    let mut lost = scanner.numbered(vec![Event::new("intake", app.labels(1)[0]).field("product", "kleid")]);
    scanner.send_raw(&lost);
    lost[0]["told"] = "refused".into();
    scanner.send_raw(&lost);
}

#[test]
fn a_coordinator_settles_what_a_cut_off_morning_left() {
    let app = TestApp::new();
    app.add_user("konrad", Role::Coordinator);
    let coordinator = app.sign_in("konrad");
    let device = ask(&app, "pi-tisch-1");
    let code = device["code"].as_str().expect("a code").to_owned();
    coordinator.post_form("/settings/terminals/approve", &[("code", &code), ("device", "Tisch 1")]).expect(303);
    let path = format!("/api/v1/enrolments/{}", device["id"].as_str().expect("an id"));
    let fetched = app.visitor().with_token(device["secret"].as_str().expect("a secret")).get(&path).expect(200).json();
    let token = fetched["token"].as_str().expect("a token").to_owned();
    let mut scanner = Scanner { client: app.visitor().with_token(&token), next_seq: 1 };
    for number in [2, 3] {
        scanner.client.post_json("/api/v1/terminal/stations", &json!({ "number": number })).expect(200);
    }
    contradict(&app, &mut scanner);
    let twin = Event::new("lookup", app.labels(1)[0]).with("seq", 1).0;
    scanner.send_raw(&[twin]);
    let asking = ask(&app, "ein-geraet-mit-einem-sehr-langen-namen-ohne-bindestriche-im-flur");
    ask(&app, "");

    let browser = Browser::start("de");
    browser.sign_in(&app.url, "konrad", PASSWORD);
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    let shoot = |name: &str, language: &str| {
        for (width, height) in [(360, 740), (1280, 900)] {
            browser.screen(width, height);
            std::fs::write(pictures.join(format!("{name}-{width}-{language}.png")), browser.picture())
                .expect("a picture");
            assert_eq!(look_closely(&browser, language), Vec::<String>::new(), "{name} {width} {language}");
        }
    };
    for language in ["de", "en"] {
        for (name, path) in [("contradictions-open", "/contradictions"), ("terminals-busy", "/settings/terminals")] {
            browser.go(&format!("{}{path}", app.url));
            shoot(name, language);
        }
        if language == "de" {
            browser.click("button[name=lang][value=en]");
            browser.wait_for("document.documentElement.lang === 'en'");
        }
    }
    browser.click("button[name=lang][value=de]");
    browser.wait_for("document.documentElement.lang === 'de'");

    // A wrong code first, then the one on the device's screen.
    browser.go(&format!("{}/settings/terminals", app.url));
    browser.type_into("#code", "000 000");
    browser.run("document.querySelector('form[action$=\"/approve\"] button').click()");
    browser.wait_for("document.querySelector('#code-error')?.textContent.includes('Kein wartendes Gerät')");
    // The browser notes that the form was refused (422).
    assert_eq!(browser.complaints().len(), 1);
    shoot("terminals-wrong-code", "de");
    browser.run("document.querySelector('#code').value = ''");
    browser.type_into("#code", asking["code"].as_str().expect("a code"));
    browser.run("document.querySelector('form[action$=\"/approve\"] button').click()");
    browser.wait_for("document.body.innerText.includes('ist zugelassen')");
    browser.run("document.querySelector('form[action$=\"/release\"] button').click()");
    browser.wait_for("document.body.innerText.includes('Freigegeben')");

    // Every question is settled by a click; the last decision of each is the one that changes most.
    browser.go(&format!("{}/contradictions", app.url));
    let questions = browser.run("return document.querySelectorAll('form[action^=\"/contradictions/\"]').length");
    assert_eq!(questions, 8, "{}", browser.text("main"));
    for left in (0..8).rev() {
        let button =
            "[...document.querySelectorAll('form[action^=\"/contradictions/\"]')][0].querySelectorAll('button')";
        browser.run(&format!("const all = [...{button}]; (all.find(b => b.value === 'rebook') ?? all.at(-1)).click()"));
        let count = "document.querySelectorAll('form[action^=\"/contradictions/\"]').length";
        browser.wait_for(&format!("document.readyState === 'complete' && {count} === {left}"));
    }
    browser.go(&format!("{}/contradictions?show=settled", app.url));
    shoot("contradictions-settled", "de");
    app.assert_sound();
}

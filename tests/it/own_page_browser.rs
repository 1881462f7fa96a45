//! The household's own page in a real browser: from the card to a booked time by pictures alone, in every language, on a
//! small phone, with and without its script.

use std::path::Path;

use gabentisch::domain::session::Audience;
use gabentisch::texts::own::Tongue;
use serde_json::{Value, json};

use crate::support::axe::{findings, prefer};
use crate::support::own::{Family, a_day};
use crate::support::{Browser, TestApp};

/// Bytes of HTML, CSS and JavaScript of one page as they travel.
const BUDGET: i64 = 60_000;
const INSIDE: [&str; 7] = ["/h/list", "/h/ask", "/h/ask/2", "/h/ready", "/h/time", "/h/me", "/h/print"];

fn go(app: &TestApp, browser: &Browser, path: &str) {
    browser.go(&format!("{}{path}", app.url));
}

fn speak(app: &TestApp, browser: &Browser, tongue: Tongue) {
    go(app, browser, "/h/languages");
    browser.click(&format!("button[lang='{}']", tongue.tag()));
    browser
        .wait_for(&format!("document.documentElement.lang === '{}' && document.querySelector('#pin')", tongue.tag()));
}

fn enter(app: &TestApp, browser: &Browser, family: &Family) {
    go(app, browser, &format!("/h/{}", family.card));
    browser.type_into("#pin", &family.pin);
    browser.click(".go");
    browser.wait_for("location.pathname === '/h/list'");
}

/// What is wider than the screen.
fn overflow(browser: &Browser) -> Value {
    browser.run(
        "const wide = document.documentElement.clientWidth;
         if (document.documentElement.scrollWidth <= wide) return [];
         return [...document.querySelectorAll('body *')].filter(e => { const r = e.getBoundingClientRect(); return r.width && (r.right > wide + 1 || r.left < -1); }).slice(0, 4).map(e => e.outerHTML.slice(0, 120))",
    )
}

/// Buttons and links that a finger could miss.
fn small_targets(browser: &Browser) -> Value {
    browser.run(
        "return [...document.querySelectorAll('a[href], button, input:not([type=hidden])')].filter(e => { const r = e.getBoundingClientRect(); return r.width && !e.classList.contains('skip') && (r.width < 44 || r.height < 44) && !e.closest('.check') && !(e.labels?.length && e.labels[0].getBoundingClientRect().height >= 44 && e.type === 'file'); }).slice(0, 4).map(e => e.outerHTML.slice(0, 120))",
    )
}

#[test]
fn somebody_who_cannot_read_gets_from_the_card_to_a_booked_time() {
    let app = TestApp::new();
    let family = Family::with_a_list(&app);
    a_day(&app, Audience::Everybody, 3);
    let browser = Browser::start("de");
    browser.screen(360, 740);
    // The card's QR code leads here: first the language, by its own script.
    go(&app, &browser, &format!("/h/{}", family.card));
    browser.click("button[lang=ar]");
    browser.wait_for("document.documentElement.dir === 'rtl' && document.querySelector('#pin')");
    assert_eq!(browser.run("return document.querySelector('#card').value"), family.card.as_str());
    // The PIN on the pad; one wrong digit is taken back.
    browser.wait_for("!document.querySelector('[data-pad]').hidden");
    browser.click(".pad button:nth-child(1)");
    browser.click(".pad [data-delete]");
    for digit in family.pin.chars() {
        let place = if digit == '0' { 11 } else { digit.to_digit(10).expect("a digit") };
        browser.click(&format!(".pad button:nth-child({place})"));
    }
    browser.click(".pad-go");
    browser.wait_for("location.pathname === '/h/list'");
    // By the signs of the tabs: what I need, the child, the picture of socks.
    browser.click(".tabs a[data-tab=ask]");
    browser.wait_for("document.querySelectorAll('.who a').length === 3");
    browser.click(".who li:nth-child(1) a");
    browser.wait_for("document.querySelector('#t-socken')");
    browser.run("window.stays = true; document.querySelector('#t-socken').scrollIntoView({ block: 'center' })");
    browser.click("#t-socken");
    browser.wait_for("document.querySelector('#p-socken[data-on]')");
    browser.click("#m-socken");
    browser.wait_for("document.querySelector('#p-socken b').textContent === '6'");
    assert_eq!(
        browser.run("return [window.stays, document.activeElement.id]"),
        json!([true, "m-socken"]),
        "no new page"
    );
    browser.click(".said button");
    browser.wait_for("document.querySelector('#p-socken b').textContent === '7'");
    browser.click(".tabs a[data-tab=time]");
    browser.wait_for("document.querySelectorAll('.slots button').length === 4");
    browser.click(".slots li:nth-child(2) button");
    browser.wait_for("document.querySelector('.visit')");
    assert!(browser.text(".visit").contains("14:30"), "{}", browser.text(".visit"));
    assert_eq!(app.sql("SELECT booked_by, state FROM bookings"), "household|booked");
    browser.click("header form button");
    browser.wait_for("location.pathname === '/h'");
    go(&app, &browser, "/h/list");
    browser.wait_for("location.pathname === '/h'");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn everything_works_without_the_script() {
    let app = TestApp::new();
    let family = Family::with_a_list(&app);
    let browser = Browser::start("fr");
    browser.screen(360, 740);
    browser.protocol("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    go(&app, &browser, &format!("/h/{}", family.card));
    browser.click("button[lang=fr]");
    browser.type_into("#pin", &family.pin);
    browser.click(".go");
    app.comes_to("SELECT count(*) FROM household_sign_ins", "1");
    go(&app, &browser, "/h/ask/1");
    browser.click("#t-socken");
    app.comes_to("SELECT wanted FROM needs WHERE asked_by = 'household'", "7");
    go(&app, &browser, "/h/ask/1");
    browser.click("#m-socken");
    app.comes_to("SELECT wanted FROM needs WHERE asked_by = 'household'", "6");
    browser.click(".said button");
    app.comes_to("SELECT wanted FROM needs WHERE asked_by = 'household'", "7");
}

#[test]
fn axe_finds_nothing_on_any_page_of_a_household() {
    let app = TestApp::new();
    let family = Family::with_a_list(&app);
    a_day(&app, Audience::Women, 3);
    let browser = Browser::start("de");
    let mut wrong = Vec::new();
    for (tongue, scheme, width) in [
        (Tongue::Plain, "light", 1280),
        (Tongue::Ar, "dark", 360),
        (Tongue::Ti, "light", 360),
        (Tongue::Ps, "light", 1280),
    ] {
        prefer(&browser, scheme);
        browser.screen(width, 740);
        for path in ["/h/languages", "/h", "/h/nothing/here"] {
            speak(&app, &browser, tongue);
            go(&app, &browser, path);
            wrong.extend(findings(&browser).into_iter().map(|found| format!("{tongue} {path} {scheme}: {found}")));
        }
        enter(&app, &browser, &family);
        for path in INSIDE {
            go(&app, &browser, path);
            wrong.extend(findings(&browser).into_iter().map(|found| format!("{tongue} {path} {scheme}: {found}")));
        }
    }
    go(&app, &browser, "/h/time");
    browser.click(".slots button");
    browser.wait_for("document.querySelector('.visit')");
    wrong.extend(findings(&browser).into_iter().map(|found| format!("a booked time: {found}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_language_fits_a_small_phone_and_has_its_picture() {
    let app = TestApp::new();
    let family = Family::with_a_list(&app);
    a_day(&app, Audience::Quiet, 3);
    let browser = Browser::start("de");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures/own");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut wrong = Vec::new();
    for tongue in Tongue::ALL {
        browser.screen(360, 740);
        speak(&app, &browser, tongue);
        let mut look = |path: &str| {
            for width in [320, 360] {
                browser.screen(width, 740);
                let (wide, small) = (overflow(&browser), small_targets(&browser));
                if wide != json!([]) {
                    wrong.push(format!("{tongue} {path} {width}: too wide: {wide}"));
                }
                if small != json!([]) {
                    wrong.push(format!("{tongue} {path} {width}: too small: {small}"));
                }
            }
        };
        look("/h");
        let door = browser.picture();
        std::fs::write(folder.join(format!("{tongue}-door.png")), door).expect("a picture");
        enter(&app, &browser, &family);
        for path in INSIDE {
            go(&app, &browser, path);
            look(path);
            let name = match path {
                "/h/list" => tongue.tag().to_owned(),
                path => format!("{tongue}-{}", path[3..].replace('/', "-")),
            };
            std::fs::write(folder.join(format!("{name}.png")), browser.picture()).expect("a picture");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_page_of_a_household_is_light() {
    let app = TestApp::new();
    let family = Family::with_a_list(&app);
    let browser = Browser::start("de");
    speak(&app, &browser, Tongue::Ti);
    enter(&app, &browser, &family);
    browser.protocol("Network.enable", json!({}));
    browser.protocol("Network.setCacheDisabled", json!({ "cacheDisabled": true }));
    for path in INSIDE.iter().chain(&["/h"]) {
        go(&app, &browser, path);
        browser.wait_for("document.readyState === 'complete'");
        let asked = browser.run(
            "const own = performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'));
             return { bytes: own.reduce((sum, e) => sum + e.encodedBodySize, 0), foreign: own.map(e => e.name).filter(n => !n.startsWith(location.origin)) }",
        );
        let bytes = asked["bytes"].as_i64().unwrap_or(0);
        // The pictures are counted too.
        assert!(bytes > 0 && bytes < BUDGET, "{path}: {bytes} bytes");
        assert_eq!(asked["foreign"], json!([]), "{path}");
    }
}

#[test]
fn a_voice_reads_where_there_is_one() {
    let app = TestApp::new();
    let browser = Browser::start("de");
    // Headless Chromium has no voice: one is lent to it before the page's script runs.
    browser.protocol(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": "window.heard = []; speechSynthesis.getVoices = () => [{ lang: 'ar-SA', name: 'probe' }]; \
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } }; \
            speechSynthesis.speak = (said) => window.heard.push([said.lang, said.text]);" }),
    );
    speak(&app, &browser, Tongue::Fr);
    assert_eq!(browser.run("return document.querySelector('[data-aloud]').hidden"), true, "no voice speaks French");
    speak(&app, &browser, Tongue::Ar);
    browser.wait_for("!document.querySelector('[data-aloud]').hidden");
    browser.click(".title .speak");
    let heard = browser.run("return window.heard[0]");
    assert_eq!(heard[0], "ar-SA");
    assert!(heard[1].as_str().is_some_and(|text| text.chars().count() > 20), "{heard}");
}

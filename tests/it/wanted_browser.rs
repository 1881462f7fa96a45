//! The public list in a real browser: on a phone, and in a frame on another site's page.

use std::io::{Read, Write};
use std::net::TcpListener;

use gabentisch::domain::rights::Role;
use serde_json::json;

use crate::pages::look_closely;
use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

/// Another site: one page on a port of its own, which frames this address.
fn foreign(address: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    let page = format!(
        "<!doctype html><html lang=\"de\"><title>Stadt</title><h1>Stadt</h1><iframe src=\"{address}\" title=\"Das wird gebraucht\" width=\"100%\" height=\"640\"></iframe>"
    );
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut asked = [0; 4096];
            let _ = stream.read(&mut asked);
            let _ = write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{page}",
                page.len()
            );
        }
    });
    url
}

fn marked(app: &TestApp) {
    let coordinator = app.signed_in(Role::Coordinator);
    for (product, sizes, mark) in
        [("socken", "39–42, 43–46", "welcome"), ("winterjacke", "", "welcome"), ("buch", "", "not_now")]
    {
        let fields = [("product", product), ("sizes", sizes), ("mark", mark)];
        coordinator.post_form("/missing/public/mark", &fields).expect(303);
    }
}

/// Goes into the frame, if the browser shows it there, and gives its heading.
fn heading_in_the_frame(browser: &Browser) -> String {
    // The frame's own targets tell: the browser says of each frame where it is and whether it was refused.
    let tree = browser.protocol("Page.getFrameTree", json!({}));
    let frame = &tree["frameTree"]["childFrames"][0]["frame"];
    let world = browser.protocol("Page.createIsolatedWorld", json!({ "frameId": frame["id"] }));
    let asked = json!({ "contextId": world["executionContextId"], "expression": "document.querySelector('h1')?.textContent ?? ''" });
    let said = browser.protocol("Runtime.evaluate", asked);
    said["result"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn another_site_may_frame_the_list_and_nothing_else() {
    let app = TestApp::new();
    marked(&app);
    let browser = Browser::start("de");
    browser.go(&foreign(&format!("{}/wanted/embed", app.url)));
    browser.wait_for("document.querySelector('iframe')");
    let mut heading = String::new();
    for _ in 0..40 {
        heading = heading_in_the_frame(&browser);
        if !heading.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(heading, "Das wird gebraucht");
    let cookies = browser.protocol("Network.getAllCookies", json!({}));
    assert_eq!(cookies["cookies"], json!([]), "the frame leaves no cookie");
    // Every other page refuses.
    for path in ["/wanted", "/sign-in", "/missing"] {
        browser.go(&foreign(&format!("{}{path}", app.url)));
        std::thread::sleep(std::time::Duration::from_millis(300));
        assert_ne!(heading_in_the_frame(&browser), "Das wird gebraucht", "{path}");
    }
    drop(browser.complaints());
}

#[test]
fn the_list_is_read_on_a_phone_in_four_languages() {
    let app = TestApp::new();
    marked(&app);
    let browser = Browser::start("de");
    for (width, height) in [(360, 740), (1280, 900)] {
        browser.screen(width, height);
        browser.go(&format!("{}/wanted", app.url));
        for lang in ["de", "en", "uk", "ar"] {
            // By the links of the page, as a reader would.
            browser.click(&format!(".wanted-languages a[lang={lang}]"));
            browser.wait_for(&format!("document.documentElement.lang === '{lang}'"));
            assert_eq!(look_closely(&browser, lang), Vec::<String>::new(), "{lang} at {width}");
            assert_eq!(browser.run("return document.querySelectorAll('.wish').length"), json!(3));
        }
        browser.go(&format!("{}/wanted/embed?lang=ar", app.url));
        assert_eq!(look_closely(&browser, "ar"), Vec::<String>::new(), "embedded at {width}");
    }
}

#[test]
fn the_coordinator_sees_what_is_missing_and_writes_down_what_comes() {
    let app = TestApp::new();
    app.add_user("kora", Role::Coordinator);
    for _ in 0..3 {
        let (household, _) = app.household();
        app.needs(household, &[("winterschuhe", "38", 1), ("sneaker", "38", 1), ("sneaker", "41", 2)]);
    }
    let donor = app.donor(gabentisch::domain::donation::DonorKind::Company, "Schuhhaus Muster");
    let browser = Browser::start("de");
    browser.screen(360, 740);
    browser.sign_in(&app.url, "kora", PASSWORD);
    browser.go(&format!("{}/missing?when=all", app.url));
    assert_eq!(look_closely(&browser, "de"), Vec::<String>::new());
    browser.click(".missing-list tbody a");
    browser.wait_for("document.querySelector('.heat')");
    assert_eq!(look_closely(&browser, "de"), Vec::<String>::new());
    // A gift that has not come, by keyboard.
    browser.go(&format!("{}/donations/new?donor={donor}", app.url));
    browser.click("main details.more > summary");
    browser.click("[name=still_to_come]");
    browser.run("document.querySelector('main form').requestSubmit()");
    browser.wait_for("document.querySelector('#announced')");
    browser.type_into("#announced [name=product]", "Sneaker");
    browser.type_into("#announced [name=size]", "41");
    browser.type_into("#announced [name=pieces]", "5\u{e007}");
    browser.wait_for("document.querySelector('#announced .lines li')");
    assert_eq!(look_closely(&browser, "de"), Vec::<String>::new());
    browser.click("#announced .lines a");
    browser.wait_for("document.body.innerText.includes('Schuhhaus Muster')");
    assert!(browser.text("main").contains("Es fehlen 4 Stück von 9"), "{}", browser.text("main"));
}

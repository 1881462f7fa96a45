//! Everyday pages in a real Chromium: ticking many rows, two people at one item, news that arrive by themselves, notes.

use std::path::Path;

use gabentisch::domain::rights::Role;

use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

fn keep(browser: &Browser, name: &str) {
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
}

#[test]
fn thirty_items_move_and_come_back() {
    let app = TestApp::new();
    let labels = app.labels(30);
    let mut scanner = app.scanner();
    for label in &labels {
        scanner.take_in(label, "winterjacke", "140", None);
    }
    let (shelf, _) = app.shelf("Regal 7");
    app.add_user("carla", Role::Coordinator);
    let browser = Browser::start("de");
    browser.screen(1280, 900);
    browser.sign_in(&app.url, "carla", PASSWORD);
    browser.go(&format!("{}/items", app.url));
    assert_eq!(browser.run("return document.querySelector('#bulk').offsetHeight"), 0, "nothing ticked, no bar");
    for width in [1280, 360] {
        browser.screen(width, 800);
        browser.run("document.querySelectorAll('[form=bulk][name=item]')[0].click()");
        browser.wait_for("(() => { const bar = document.querySelector('#bulk').getBoundingClientRect(); return bar.height > 0 && bar.height < 80 && bar.bottom <= innerHeight; })()");
        keep(&browser, &format!("items-bar-{width}.png"));
        browser.run("document.querySelectorAll('[form=bulk][name=item]')[0].click()");
    }
    browser.screen(1280, 900);
    // The first box, then with the shift key the tenth: ten are ticked. Then all of the page.
    browser.run(
        "const boxes = document.querySelectorAll('[form=bulk][name=item]'); boxes[0].click();
         boxes[9].dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));",
    );
    browser.wait_for("document.querySelector('[data-bulk-count]').textContent.startsWith('10 ')");
    browser.run("document.querySelector('#bulk summary').click()");
    browser.run("const all = document.querySelector('[data-tick-all]'); if (!all.checked) all.click();");
    browser.wait_for("document.querySelector('[data-bulk-count]').textContent.startsWith('30 ')");
    keep(&browser, "items-ticked.png");
    browser.run(&format!("document.querySelector('#bulk-what').value = 'move:{shelf}'"));
    browser.click("#bulk button");
    browser.wait_for("location.pathname.startsWith('/deeds/')");
    browser.wait_for("document.querySelector('#deed').innerText.includes('30 gemacht')");
    keep(&browser, "deed.png");
    assert_eq!(app.sql(&format!("SELECT count(*) FROM items WHERE location_id = '{shelf}'")), "30");
    browser.click("#deed form button");
    browser.wait_for("document.querySelector('#deed').innerText.includes('30 zurückgenommen')");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE location_id IS NULL"), "30");
    assert_eq!(browser.complaints(), Vec::<String>::new());
    app.assert_sound();
}

#[test]
fn two_tabs_and_a_second_browser_at_one_item() {
    let app = TestApp::new();
    let label = app.labels(1)[0];
    let mut scanner = app.scanner();
    scanner.take_in(&label, "winterjacke", "140", None);
    app.add_user("carla", Role::Coordinator);
    app.add_user("clemens", Role::Coordinator);
    let (carla, clemens) = (Browser::start("de"), Browser::start("de"));
    for (browser, name) in [(&carla, "carla"), (&clemens, "clemens")] {
        browser.screen(1280, 900);
        browser.sign_in(&app.url, name, PASSWORD);
        browser.go(&format!("{}/items/{label}", app.url));
    }
    keep(&carla, "item.png");
    // Clemens types; Carla changes the same: his words stay, and he hears of it.
    clemens.run("document.querySelector('details.more').open = true");
    clemens.run("const size = document.querySelector('#quick-size'); size.focus(); size.value = '152'");
    carla.run("document.querySelector('details.more').open = true");
    carla.run("document.querySelector('#quick-size').value = '146'; document.querySelector('#quick-size').form.requestSubmit()");
    carla.wait_for("document.querySelector('h1').innerText.includes('146')");
    clemens.wait_for("document.querySelector('h1').innerText.includes('146')");
    assert_eq!(clemens.run("return document.querySelector('#quick-size').value"), "152");
    clemens.wait_for("document.querySelector('.live-bar').innerText.includes('Gerade hat jemand')");
    keep(&clemens, "item-busy.png");
    clemens.run("document.querySelector('#quick-size').form.requestSubmit()");
    clemens.wait_for("document.querySelector('#clash') !== null");
    keep(&clemens, "clash.png");
    assert!(clemens.text("#clash").contains("146") && clemens.text("main").contains("Probe carla hat das um"));
    clemens.click("main form button");
    clemens.wait_for("document.querySelector('h1')?.innerText.includes('152')");
    // The notice's button takes it back, and Carla's page follows by itself.
    clemens.click(".notice-undo button");
    clemens.wait_for("document.querySelector('h1').innerText.includes('146')");
    carla.wait_for("document.querySelector('#item-story').innerText.includes('Zurückgenommen')");
    assert_eq!(carla.complaints(), Vec::<String>::new());
}

#[test]
fn new_items_are_announced_and_shown_when_asked() {
    let app = TestApp::new();
    let labels = app.labels(4);
    let mut scanner = app.scanner();
    scanner.take_in(&labels[0], "winterjacke", "140", None);
    app.add_user("carla", Role::Coordinator);
    let browser = Browser::start("de");
    browser.screen(360, 740);
    browser.sign_in(&app.url, "carla", PASSWORD);
    browser.go(&format!("{}/items", app.url));
    std::thread::sleep(std::time::Duration::from_millis(1500));
    for label in &labels[1..] {
        scanner.take_in(label, "jeans", "M", None);
    }
    browser.wait_for("document.querySelector('.live-bar').innerText.includes('3 neue Einträge')");
    assert_eq!(browser.run("return document.querySelectorAll('#items tbody tr').length"), 1, "no row jumps");
    keep(&browser, "items-new.png");
    browser.click(".live-bar button");
    browser.wait_for("document.querySelectorAll('#items tbody tr').length === 4");

    // A note on a phone, and the page's help with F1.
    browser.go(&format!("{}/items/{}", app.url, labels[0]));
    browser.run("document.querySelector('#notes > details').open = true");
    browser.type_into("#note-body", "Knopf fehlt");
    browser.run("document.querySelector('#note-body').form.requestSubmit()");
    browser.wait_for("document.querySelector('#notes').innerText.includes('Knopf fehlt')");
    browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F1', bubbles: true, cancelable: true }))");
    browser.wait_for("document.querySelector('.menu-help').open");
    keep(&browser, "item-phone-help.png");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_page_that_was_refused_listens_again() {
    let app = TestApp::new();
    let labels = app.labels(2);
    let mut scanner = app.scanner();
    scanner.take_in(&labels[0], "winterjacke", "140", None);
    app.add_user("carla", Role::Coordinator);
    let browser = Browser::start("de");
    browser.screen(360, 740);
    browser.sign_in(&app.url, "carla", PASSWORD);
    let refused = "Math.random = () => 0; window.lines = 0; const Real = window.EventSource;
         window.EventSource = class extends Real { constructor(to) { super(window.lines++ ? to : '/not-there'); } }";
    browser.protocol("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": refused }));
    browser.go(&format!("{}/items", app.url));
    browser.wait_for("window.lines === 2");
    std::thread::sleep(std::time::Duration::from_millis(2500));
    scanner.take_in(&labels[1], "jeans", "M", None);
    browser.wait_for("document.querySelector('.live-bar').innerText.includes('Ein neuer Eintrag')");
    assert!(
        browser
            .run("return document.querySelector('.live-bar').dataset.newOther")
            .as_str()
            .is_some_and(|text| text.contains("100"))
    );
}

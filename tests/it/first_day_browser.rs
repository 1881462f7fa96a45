//! A volunteer's first day in a real Chromium: welcome, fetch, call, hand out with a mistake taken back, leave.

use std::path::Path;

use gabentisch::domain::rights::Role;
use gabentisch::domain::session::Audience;

use crate::allocation::{hidden, in_stock};
use crate::bookings::day;
use crate::sessions::make_today;
use crate::support::app::PASSWORD;
use crate::support::{Browser, TestApp};

#[test]
fn from_the_first_sign_in_to_the_last_piece() {
    let app = TestApp::new();
    let (pickup, _) = app.shelf("Abholung");
    let (_, shelf) = app.shelf("Regal 3");
    app.sql(&format!("UPDATE locations SET pickup = TRUE WHERE id = '{pickup}'"));
    let (household, card) = app.household();
    app.needs(household, &[("babyjacke", "86", 1), ("strampler", "86", 1), ("muetze", "", 1)]);
    let jacket = in_stock(&app, "babyjacke", "86", 1)[0];
    let romper = in_stock(&app, "strampler", "86", 1)[0];
    let mut scanner = app.scanner();
    scanner.scan("move", shelf);
    scanner.scan("move", jacket);
    scanner.scan("move", romper);
    let hat = in_stock(&app, "muetze", "", 1)[0];
    let lead = app.signed_in(Role::Coordinator);
    let proposal = lead.get("/allocation").expect(200).text();
    lead.post_form("/allocation", &[("all", "yes"), ("seen", &hidden(&proposal, "seen"))]).expect(303);
    let (session, _) = day(&app, 5, Audience::Everybody);
    make_today(&app, session);
    app.sql("UPDATE sessions SET state = 'open'");
    app.add_user("vera", Role::Volunteer);

    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    let browser = Browser::start("de");
    let shoot = |name: &str| std::fs::write(pictures.join(name), browser.picture()).expect("a picture");
    let go = |path: &str| browser.go(&format!("{}{path}", app.url));
    browser.screen(1280, 860);
    browser.sign_in(&app.url, "vera", PASSWORD);
    // What to do stands on the first page, and only doors that open.
    browser.wait_for("document.querySelector('a[href=\"/queue\"]') && document.querySelector('a[href=\"/pick\"]')");
    assert_eq!(browser.run("return document.querySelectorAll('nav a[href=\"/households\"]').length"), 0);
    shoot("first-day-home.png");

    // Somebody comes: the card becomes a number.
    go("/queue");
    browser.wait_for("document.activeElement.id === 'code'");
    browser.scan(card.as_str());
    browser.wait_for("document.querySelector('#queue .queue-number')?.textContent === '1'");
    // What lies ready is fetched while they wait.
    go("/pick");
    for left in ["2 Teile zu holen", "1 Teil zu holen"] {
        if browser.run(&format!("return document.body.innerText.includes({left:?})")) == true {
            browser.click("button[value=picked]");
            browser.wait_for(&format!("!document.body.innerText.includes({left:?})"));
        }
    }
    assert_ne!(app.sql("SELECT count(*) FROM reservations WHERE picked_at IS NOT NULL"), "0");
    shoot("first-day-pick.png");
    go("/queue");
    browser.type_into("#desk", "Tisch 1");
    browser.click("button[value=next]");
    browser.wait_for("document.querySelector('button[value=serve]')");

    // The visit: the card, the pieces, one too many taken back, the card again.
    go("/desk/handout");
    browser.scan(card.as_str());
    browser.wait_for(&format!("document.querySelector('#desk').innerText.includes({:?})", card.printed()));
    for label in [jacket, romper, hat] {
        browser.scan(label.as_str());
    }
    browser.wait_for("document.querySelector('#desk').innerText.includes('3 in diesem Besuch')");
    browser.run("document.querySelector('button[data-key=F9]').click()");
    browser.wait_for("document.querySelector('#desk').innerText.includes('Zurückgenommen')");
    shoot("first-day-visit.png");
    browser.scan(card.as_str());
    browser.wait_for("document.querySelector('#desk').innerText.includes('Fertig: 2 Teile ausgegeben')");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), "2");
    assert_eq!(app.sql("SELECT state FROM bookings"), "served");
    // Nothing of the household stays behind for her.
    for path in ["/households", &format!("/households/{household}"), "/allocation", "/sessions", "/outbox", "/missing"]
    {
        app.sign_in("vera").get(path).expect(403);
    }
    go("/queue");
    browser.wait_for("!document.querySelector('button[value=serve]')");
    assert_eq!(browser.complaints(), Vec::<String>::new());
    app.assert_sound();
}

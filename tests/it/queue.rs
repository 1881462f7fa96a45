//! The queue of a day: numbers by arrival, calls by time, walk-ins while there is room, and a screen without households.

use gabentisch::domain::rights::Role;
use gabentisch::domain::session::Audience;

use crate::bookings::day;
use crate::sessions::make_today;
use crate::support::app::PASSWORD;
use crate::support::axe::findings;
use crate::support::{Browser, TestApp, both};

/// A day that is open now, with its page's id.
pub fn open_day(app: &TestApp, capacity: i32) -> (String, String) {
    let (id, slot) = day(app, capacity, Audience::Everybody);
    make_today(app, id);
    app.sql(&format!("UPDATE sessions SET state = 'open' WHERE id = '{id}'"));
    (id.to_string(), slot.to_string())
}

both! {
    cards_become_numbers_and_numbers_are_called => |app| {
        let helper = app.signed_in(Role::Volunteer);
        assert!(helper.get("/queue").expect(200).text().contains("Heute ist kein Ausgabetag"));
        let (id, _) = open_day(&app, 2);
        let cards = [app.household().1, app.household().1, app.household().1];
        let arrive = |code: &str| helper.post_form("/queue", &[("session", &id), ("code", code)]);
        for card in &cards[..2] {
            arrive(card.as_str()).expect(303);
        }
        arrive(cards[0].as_str()).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM bookings WHERE booked_by = 'walk_in'"), "2", "twice is once");
        let full = arrive(cards[2].as_str()).expect(422).text();
        assert!(full.contains("Heute ist kein Platz mehr frei") && full.contains(cards[2].as_str()), "{full}");
        for wrong in ["", "12345", app.labels(1)[0].as_str()] {
            assert!(arrive(wrong).expect(422).text().contains("keine gültige Haushaltskarte"), "{wrong}");
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM access_log WHERE context = 'queue'"), "3");
        let act = |action: &str, booking: &str| {
            helper.post_form("/queue", &[("session", &id), ("desk", "Tisch 2"), ("action", action), ("booking", booking)])
        };
        act("next", "").expect(303);
        let called = app.sql("SELECT number FROM bookings WHERE state = 'called'");
        assert_eq!(called, "1");
        let screen = helper.get("/queue/screen").expect(200).text();
        assert!(screen.contains("<strong>1</strong>") && screen.contains("Tisch 2"), "{screen}");
        let one = app.sql("SELECT id FROM bookings WHERE number = 1");
        act("call", &one).expect(303);
        act("serve", &one).expect(303);
        act("serve", &one).expect(422);
        assert!(arrive(cards[0].as_str()).expect(422).text().contains("schon dran"));
        act("next", "").expect(303);
        let two = app.sql("SELECT id FROM bookings WHERE number = 2");
        act("miss", &two).expect(303);
        // Late after all: the number stays.
        arrive(cards[1].as_str()).expect(303);
        assert_eq!(app.sql("SELECT state FROM bookings WHERE number = 2"), "arrived");
        let text = helper.get("/queue").expect(200).text();
        assert!(text.contains("Es warten: 1"), "{text}");
        for card in &cards[..2] {
            assert!(text.contains(&format!("{}…", &card.as_str()[..3])), "{text}");
            assert!(!text.contains(card.as_str()) && !text.contains(&card.printed()), "no list of cards: {text}");
        }
        for role in [Role::Treasurer, Role::Mentor, Role::Admin] {
            app.signed_in(role).get("/queue").expect(403);
            app.signed_in(role).get("/queue/screen").expect(403);
        }
        helper.post_form(&format!("/sessions/{id}"), &[("action", "close"), ("version", "1")]).expect(403);
    }

    who_booked_is_called_before_who_came_first_without_a_booking => |app| {
        let (id, slot) = open_day(&app, 9);
        let (walked, booked) = (app.household().1, app.household().1);
        let lead = app.signed_in(Role::Coordinator);
        // Bookings are for times ahead.
        let later = (app.house.now() + jiff::SignedDuration::from_mins(30)).strftime("%Y-%m-%d %H:%M:%S.000000").to_string();
        app.sql(&format!("UPDATE slots SET starts_at = '{later}'"));
        let sent = [("action", "book"), ("code", booked.as_str()), ("slot", slot.as_str())];
        lead.post_form(&format!("/sessions/{id}"), &sent).expect(303);
        make_today(&app, &id);
        for card in [walked, booked] {
            lead.post_form("/queue", &[("session", &id), ("code", card.as_str())]).expect(303);
        }
        lead.post_form("/queue", &[("session", &id), ("action", "next"), ("desk", "Tisch 1")]).expect(303);
        assert_eq!(app.sql("SELECT number FROM bookings WHERE state = 'called'"), "2", "booked, though here later");
    }

    the_screen_opens_with_its_secret_and_shows_no_household => |app| {
        let (id, _) = open_day(&app, 9);
        let (household, card) = app.household();
        let helper = app.signed_in(Role::Volunteer);
        helper.post_form("/queue", &[("session", &id), ("code", card.as_str())]).expect(303);
        helper.post_form("/queue", &[("session", &id), ("action", "next"), ("desk", "Tisch 1")]).expect(303);
        app.visitor().get("/queue/screen").expect(303);
        app.visitor().get("/queue/screen?key=").expect(404);
        app.visitor().get("/queue/screen?key=falsch").expect(404);
        app.visitor().get("/queue/screen/events?key=falsch").expect(404);
        let text = helper.get("/queue/screens").expect(200).text();
        let key = text.split("/queue/screen?key=").nth(1).and_then(|rest| rest.split('"').next()).expect("an address").to_owned();
        assert!(key.len() >= 22, "128 bit");
        let screen = app.visitor().get(&format!("/queue/screen?key={key}")).expect(200).text();
        assert!(screen.contains("<strong>1</strong>"), "{screen}");
        for secret in [card.as_str(), &card.printed(), &household.to_string(), "Person"] {
            assert!(!screen.contains(secret), "{secret} stands on the screen");
        }
        helper.post_form("/queue/screens", &[]).expect(403);
        app.signed_in(Role::Coordinator).post_form("/queue/screens", &[]).expect(200);
        app.visitor().get(&format!("/queue/screen?key={key}")).expect(404);
    }
}

#[test]
fn the_screen_follows_the_calls_by_itself() {
    let app = TestApp::new();
    let (id, _) = open_day(&app, 9);
    let cards = [app.household().1, app.household().1];
    app.add_user("vera", Role::Volunteer);
    let helper = app.sign_in("vera");
    for card in cards {
        helper.post_form("/queue", &[("session", &id), ("code", card.as_str())]).expect(303);
    }
    let text = helper.get("/queue/screens").expect(200).text();
    let key = text.split("/queue/screen?key=").nth(1).and_then(|rest| rest.split('"').next()).expect("an address");
    let monitor = Browser::start("de");
    monitor.screen(1280, 720);
    monitor.go(&format!("{}/queue/screen?key={key}", app.url));
    monitor.wait_for("document.querySelector('.screen-none')?.innerText.includes('Gleich geht es los')");
    let next = || helper.post_form("/queue", &[("session", &id), ("action", "next"), ("desk", "Tisch 3")]).expect(303);
    next();
    monitor.wait_for("document.querySelector('.screen-now strong')?.innerText === '1'");
    next();
    monitor.wait_for("document.querySelector('.screen-now strong')?.innerText === '2'");
    monitor.wait_for("document.querySelector('.screen-before')?.innerText.includes('1')");
    monitor.click("[data-chime]");
    monitor.wait_for("document.querySelector('[data-chime]').getAttribute('aria-pressed') === 'true'");
    assert_eq!(findings(&monitor), Vec::<String>::new(), "for everybody");
    let pictures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&pictures).expect("a folder");
    std::fs::write(pictures.join("queue-screen.png"), monitor.picture()).expect("a picture");

    // The desk beside it, on a phone, with a scanner that types and sends Enter.
    let desk = Browser::start("de");
    desk.screen(360, 740);
    desk.sign_in(&app.url, "vera", PASSWORD);
    desk.go(&format!("{}/queue", app.url));
    desk.type_into("#code", app.household().1.as_str());
    desk.click("#arrive button");
    desk.wait_for("document.body.innerText.includes('Nummer 3')");
    let wide = desk.run("return document.documentElement.scrollWidth > innerWidth");
    assert_eq!(wide, false, "nothing is wider than the phone");
    std::fs::write(pictures.join("queue-desk.png"), desk.picture()).expect("a picture");
}

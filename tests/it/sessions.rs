//! Days of handing out: planned with a preview, changed without losing anybody silently, closed with figures that stay.

use gabentisch::domain::rights::Role;
use gabentisch::domain::session::Audience;
use jiff::ToSpan;

use crate::bookings::day;
use crate::support::{Answer, Client, TestApp, both};

/// The address that a redirect leads to.
#[track_caller]
fn location(answer: Answer) -> String {
    answer.expect(303).location.expect("a place to go to")
}

/// The form for a day next week, with some fields changed.
fn plan<'a>(day: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("title", "Ausgabe"),
        ("day", day),
        ("from", "14:00"),
        ("to", "17:00"),
        ("minutes", "30"),
        ("capacity", "2"),
        ("audience", "everybody"),
        ("pauses", "15:00-15:30"),
        ("weeks", "1"),
        ("action", "save"),
    ];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

/// The value of a property of the one event, its folded lines (RFC 5545, 3.1) put together again.
fn property(calendar: &str, name: &str) -> Option<String> {
    let whole = calendar.replace("\r\n ", "");
    let event = whole.split("BEGIN:VEVENT\r\n").nth(1)?.split("END:VEVENT").next()?;
    event.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(str::to_owned))
}

fn next_week(app: &TestApp) -> String {
    app.house.today().checked_add(7.days()).expect("next week").to_string()
}

/// Puts a day to today so that it runs now, whatever time it is: one slot that began an hour ago.
pub fn make_today(app: &TestApp, session: impl ToString) {
    let now = app.house.now();
    let text =
        |hours: i64| (now + jiff::SignedDuration::from_hours(hours)).strftime("%Y-%m-%d %H:%M:%S.000000").to_string();
    // The slot may reach over midnight: what counts is the day on which it opens.
    app.sql(&format!(
        "UPDATE sessions SET opens_at = '{}', closes_at = '{}' WHERE id = '{}'",
        text(0),
        text(1),
        session.to_string()
    ));
    app.sql(&format!(
        "UPDATE slots SET starts_at = '{}', ends_at = '{}' WHERE session_id = '{}'",
        text(0),
        text(1),
        session.to_string()
    ));
}

fn book(client: &Client, session: impl ToString, slot: impl ToString, code: impl ToString) {
    let page = format!("/sessions/{}", session.to_string());
    client
        .post_form(&page, &[("action", "book"), ("code", &code.to_string()), ("slot", &slot.to_string())])
        .expect(303);
}

both! {
    a_day_is_planned_for_three_weeks_after_a_look_at_it => |app| {
        let lead = app.signed_in(Role::Coordinator);
        let text = lead.get("/sessions").expect(200).text();
        assert!(text.contains("Noch kein Ausgabetag geplant"), "{text}");
        lead.get("/sessions/new").expect(200);
        let day = next_week(&app);
        let look = lead.post_form("/sessions/new", &plan(&day, &[("action", "preview"), ("weeks", "3")])).expect(200).text();
        assert!(look.contains("14:00, 14:30, 15:30, 16:00, 16:30"), "{look}");
        assert_eq!(app.sql("SELECT COUNT(*) FROM sessions"), "0", "looking makes nothing");
        let key = uuid::Uuid::now_v7().to_string();
        for _ in 0..2 {
            lead.post_form("/sessions/new", &plan(&day, &[("weeks", "3"), ("once", &key)])).expect(303);
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM sessions"), "3", "a form sent twice makes one thing");
        assert_eq!(app.sql("SELECT COUNT(*) FROM slots"), "15");
        let text = lead.get("/sessions").expect(200).text();
        assert_eq!(text.matches("0 von 10 Plätzen belegt").count(), 6, "said beside the bar and on it: {text}");
        for (field, value, says) in [
            ("title", " ", "Bitte einen Namen"), ("day", "morgen", "Bitte einen Tag angeben"), ("day", "2020-01-01", "vorbei"),
            ("from", "zwei", "Uhrzeit"), ("to", "13:00", "Das Ende muss nach dem Anfang liegen"), ("minutes", "0", "Minuten"),
            ("capacity", "0", "Haushalte"), ("pauses", "mittags", "Pausen"), ("weeks", "99", "Wochen"), ("minutes", "400", "kein Zeitfenster"),
        ] {
            let answer = lead.post_form("/sessions/new", &plan(&day, &[(field, value)])).expect(422).text();
            assert!(answer.contains(says), "{field} {value}: {answer}");
            assert!(answer.contains(&format!("value=\"{value}\"")), "{field}: what was typed stays");
        }
        for role in [Role::Volunteer, Role::Mentor, Role::Treasurer, Role::Admin] {
            let client = app.signed_in(role);
            client.get("/sessions").expect(403);
            client.get("/outbox").expect(403);
            client.post_form("/sessions/new", &plan(&day, &[])).expect(403);
        }
    }

    whoever_would_lose_a_time_is_named_and_nothing_happens_before_a_yes => |app| {
        let lead = app.signed_in(Role::Coordinator);
        let (id, slot) = day(&app, 2, Audience::Everybody);
        let ((_, one), (_, two)) = (app.household(), app.household());
        for card in [one, two] {
            book(&lead, id, slot, card);
        }
        let page = format!("/sessions/{id}");
        let text = lead.get(&page).expect(200).text();
        assert!(text.contains(&one.printed()) && text.contains(&two.printed()) && text.contains("2 von 2 Plätzen belegt"), "{text}");
        let full = lead.post_form(&page, &[("action", "book"), ("code", &app.household().1.to_string()), ("slot", &slot.to_string())]);
        assert!(full.expect(422).text().contains("gerade voll geworden"));
        assert!(lead.get(&format!("{page}/paper")).expect(200).text().contains(&two.printed()));

        let when = next_week(&app);
        let (capacity, version) = (format!("capacity_{slot}"), app.sql("SELECT version FROM sessions"));
        let fields = [
            ("version", version.as_str()), ("title", "Ausgabe"), ("day", when.as_str()), ("from", "10:00"), ("to", "12:00"),
            (capacity.as_str(), "1"),
        ];
        let asks = lead.post_form(&format!("{page}/edit"), &fields).expect(422).text();
        assert!(asks.contains("Diese Haushalte verlieren ihren Termin"), "{asks}");
        let lost = if asks.contains(&one.printed()) { one } else { two };
        assert_eq!(lost, two, "who was booked last goes first");
        assert!(!asks.contains(&one.printed()), "only who is concerned");
        assert_eq!(app.sql("SELECT COUNT(*) FROM bookings WHERE state = 'booked'"), "2", "nothing happened yet");
        let confirmed = asks.split("name=\"confirmed\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("ids");
        let mut yes = fields.to_vec();
        yes.extend([("confirmed", confirmed), ("confirm", "on")]);
        lead.post_form(&format!("{page}/edit"), &yes).expect(303);
        assert_eq!(app.sql("SELECT COUNT(*) FROM bookings WHERE state = 'booked'"), "1");
        let late = lead.post_form(&format!("{page}/edit"), &fields).expect(422).text();
        assert!(late.contains("von jemand anderem geändert"), "{late}");
    }

    an_open_day_can_be_closed_at_any_hour_and_a_wrong_card_keeps_the_time => |app| {
        let lead = app.signed_in(Role::Coordinator);
        let (id, _) = day(&app, 5, Audience::Everybody);
        let page = format!("/sessions/{id}");
        let fields = [("action", "book"), ("code", "Unfug"), ("slot", "")];
        let slot = app.sql("SELECT id FROM slots");
        let typed = lead.post_form(&page, &[fields[0], fields[1], ("slot", &slot)]).expect(422).text();
        assert!(typed.contains(&format!("value=\"{slot}\" selected")) && typed.contains("value=\"Unfug\""), "{typed}");
        assert!(!lead.get(&page).expect(200).text().contains("Tag abschließen"), "nothing to close yet");
        lead.post_form(&page, &[("action", "close"), ("version", "1")]).expect(422);
        // Opened before its hour, and done before it.
        app.sql("UPDATE sessions SET state = 'open'");
        assert!(lead.get(&page).expect(200).text().contains("Tag abschließen"));
        lead.post_form(&page, &[("action", "close"), ("version", "1")]).expect(303);
        assert_eq!(app.sql("SELECT state FROM sessions"), "closed");
    }

    a_closed_day_keeps_its_figures_whatever_is_corrected_later => |app| {
        let lead = app.signed_in(Role::Coordinator);
        let (id, slot) = day(&app, 5, Audience::Everybody);
        let ((_, served), (_, missing)) = (app.household(), app.household());
        for card in [served, missing] {
            book(&lead, id, slot, card);
        }
        make_today(&app, id);
        let (page, session) = (format!("/sessions/{id}"), id.to_string());
        lead.post_form(&page, &[("action", "open"), ("version", "1")]).expect(303);
        lead.post_form("/queue", &[("session", &session), ("code", served.as_str())]).expect(303);
        let mut scanner = app.scanner();
        let labels = app.labels(2);
        for label in &labels {
            scanner.take_in(label, "winterjacke", "104", None);
        }
        scanner.scan("handout", served);
        for label in &labels {
            scanner.scan("handout", *label);
        }
        assert_eq!(app.sql("SELECT state FROM bookings WHERE number = 1"), "served", "the card was scanned at the desk");
        let asks = lead.post_form(&page, &[("action", "close"), ("version", "2")]).expect(422).text();
        assert!(asks.contains("1 Haushalt steht noch auf der Liste"), "{asks}");
        lead.post_form(&page, &[("action", "close"), ("version", "2"), ("confirmed", "on")]).expect(303);
        let frozen = app.sql("SELECT figures FROM sessions");
        let figures: serde_json::Value = serde_json::from_str(&frozen).expect("JSON");
        assert_eq!(figures["all"], serde_json::json!({"places": 5, "booked": 2, "arrived": 1, "served": 1, "missed": 1, "walk_ins": 0}));
        assert_eq!((figures["pieces"]["OUT"].as_i64(), figures["people"].as_i64()), (Some(2), Some(1)), "{frozen}");
        lead.get(&page).expect(200); // takes the notice along
        let before = (lead.get(&format!("{page}/paper")).expect(200).text(), lead.get("/sessions.csv").expect(200).text());
        // Two households are too few to be told of.
        assert!(before.1.contains(";5;•;•;•;•;0;•;•;"), "{}", before.1);

        let item = app.sql("SELECT id FROM items ORDER BY id LIMIT 1");
        app.sql(&format!("UPDATE items SET state = 'in_stock', visit_id = NULL, household_id = NULL WHERE id = '{item}'"));
        let again = lead.post_form(&page, &[("action", "close"), ("version", "3"), ("confirmed", "on")]).expect(422).text();
        assert!(again.contains("schon abgeschlossen"), "{again}");
        let after = (lead.get(&format!("{page}/paper")).expect(200).text(), lead.get("/sessions.csv").expect(200).text());
        let whole = |text: &str| text.split("<main").nth(1).map(str::to_owned);
        assert_eq!((whole(&before.0), before.1.clone()), (whole(&after.0), after.1), "reprinted as it was");
        let report = app.cli(&["report", "sessions", "--format", "csv"]);
        assert_eq!(String::from_utf8_lossy(&report.stdout), before.1);
        let edit = lead.get(&format!("{page}/edit"));
        edit.expect(422);
    }

    the_feed_is_a_calendar_by_a_secret_address_that_can_be_renewed => |app| {
        app.add_user("lea", Role::Coordinator);
        let lead = app.sign_in("lea");
        let (id, slot) = day(&app, 3, Audience::Everybody);
        let (household, card) = app.household();
        book(&lead, id, slot, card);
        let key = |client: &Client| {
            let text = client.post_form("/sessions/calendar", &[]).expect(200).text();
            let path = text.split("value=\"/sessions.ics").nth(1).and_then(|rest| rest.split('"').next()).expect("a path").to_owned();
            format!("/sessions.ics{path}")
        };
        let feed = key(&lead);
        let text = app.visitor().get(&feed).expect(200).text();
        assert!(text.split_inclusive('\n').all(|line| line.ends_with("\r\n") && line.len() <= 77), "{text:?}");
        let value = |name: &str| property(&text, name);
        assert_eq!(value("UID"), Some(format!("{id}@gabentisch")));
        assert_eq!(value("SEQUENCE").as_deref(), Some("0"));
        assert!(value("DTSTART").is_some_and(|at| at.ends_with('Z')), "in UTC");
        assert_eq!(value("DESCRIPTION").as_deref(), Some("1 von 3 Plätzen belegt"));
        assert!(!text.contains(card.as_str()) && !text.contains(&household.to_string()), "no household");
        app.sql("UPDATE sessions SET version = 4");
        assert!(app.visitor().get(&feed).expect(200).text().contains("SEQUENCE:3\r\n"));

        let fresh = key(&lead);
        app.visitor().get(&feed).expect(404);
        app.visitor().get("/sessions.ics").expect(404);
        app.visitor().get(&fresh).expect(200);
        app.sql("UPDATE users SET active = false WHERE name = 'lea'");
        app.visitor().get(&fresh).expect(404);
    }
}

#[test]
fn a_long_title_is_folded_and_read_back() {
    let app = TestApp::new();
    let lead = app.signed_in(Role::Coordinator);
    let day = next_week(&app);
    let title = "Ausgabe für Familien, Kinder, Säuglinge; und Zwillinge أهلا وسهلا";
    let page = location(lead.post_form("/sessions/new", &plan(&day, &[("title", title)])));
    assert!(page.starts_with("/sessions/"), "{page}");
    let text = lead.post_form("/sessions/calendar", &[]).expect(200).text();
    let path = text.split("value=\"/sessions.ics").nth(1).and_then(|rest| rest.split('"').next()).expect("a path");
    let text = app.visitor().get(&format!("/sessions.ics{path}")).expect(200).text();
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 octets: {text}");
    let said = property(&text, "SUMMARY").map(|found| found.replace("\\,", ",").replace("\\;", ";"));
    assert_eq!(said.as_deref(), Some(title));
}

//! `/settings/terminals` and what devices ask for: enrolling, further scanners, switching off, setting aside.

use gabentisch::domain::rights::Role;

use serde_json::{Value, json};

use crate::support::{Client, Event, Scanner, TestApp, both};

/// A device that asks: what it was answered.
#[track_caller]
fn ask(app: &TestApp, name: &str) -> Value {
    app.visitor().post_json("/api/v1/enrolments", &json!({ "name": name })).expect(200).json()
}

/// How the device's request stands.
#[track_caller]
fn standing(app: &TestApp, asked: &Value) -> Value {
    let (id, secret) = (asked["id"].as_str().unwrap_or_default(), asked["secret"].as_str().unwrap_or_default());
    app.visitor().with_token(secret).get(&format!("/api/v1/enrolments/{id}")).expect(200).json()
}

fn device(app: &TestApp, token: &Value) -> Client {
    app.visitor().with_token(token.as_str().unwrap_or_default())
}

fn approve(coordinator: &Client, code: &Value, name: &str) {
    let code = code.as_str().unwrap_or_default().to_lowercase();
    coordinator.post_form("/settings/terminals/approve", &[("code", &code), ("device", name)]).expect(303);
}

both! {
    a_token_is_shown_once_and_works_until_it_is_switched_off => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let page = coordinator.post_form("/settings/terminals", &[("name", "Ausgabe links")]).expect(200).text();
        let token = page.split("<p class=\"token\"><bdi>").nth(1).and_then(|rest| rest.split('<').next()).expect("a token");
        let again = coordinator.get("/settings/terminals").expect(200).text();
        assert!(again.contains("Ausgabe links") && again.contains("noch nie") && !again.contains(token));

        let scanner = app.visitor().with_token(token);
        scanner.get("/api/v1/terminal").expect(200);
        let switch = again.split("action=\"/settings/terminals/").nth(1).and_then(|rest| rest.split('"').next()).expect("an id");
        let path = format!("/settings/terminals/{switch}");
        coordinator.post_form(&path, &[("active", "false")]).expect(303);
        scanner.get("/api/v1/terminal").expect(401);
        coordinator.post_form(&path, &[("active", "true")]).expect(303);
        scanner.get("/api/v1/terminal").expect(200);
    }

    a_terminal_needs_a_name => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let refused = coordinator.post_form("/settings/terminals", &[("name", "  ")]).expect(422).text();
        assert!(refused.contains("höchstens 60 Zeichen"), "{refused}");
    }

    a_device_asks_and_is_let_in_by_its_code => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        assert!(coordinator.get("/settings/terminals").expect(200).text().contains("„gabentisch terminal“ starten"));
        let (asked, other) = (ask(&app, "pi-annahme"), ask(&app, ""));
        assert_eq!(standing(&app, &asked), json!({ "state": "waiting" }));
        let page = coordinator.get("/settings/terminals").expect(200).text();
        let code = asked["code"].as_str().unwrap_or_default();
        assert!(page.contains("pi-annahme") && page.contains("Gerät ohne Namen"), "{page}");
        assert!(!page.contains(code) && !page.contains(&code.replace('-', "")), "the code is read from the device's screen");

        let wrong = coordinator.post_form("/settings/terminals/approve", &[("code", "000-000"), ("device", "")]).expect(422).text();
        assert!(wrong.contains("Kein wartendes Gerät zeigt diesen Code"), "{wrong}");
        approve(&coordinator, &asked["code"], "Annahme <1>");
        let first = standing(&app, &asked);
        assert_eq!((&first["state"], &first["name"]), (&json!("approved"), &json!("Annahme <1>")));
        // The answer was lost on the way: fetched again it is another token, and the one before is dead.
        let second = standing(&app, &asked);
        assert_ne!(first["token"], second["token"]);
        device(&app, &first["token"]).get("/api/v1/terminal").expect(401);
        device(&app, &second["token"]).get("/api/v1/terminal").expect(200);
        assert_eq!(standing(&app, &asked), json!({ "state": "approved", "name": "Annahme <1>" }), "used, so not given again");
        assert!(!app.sql("SELECT token_hash FROM terminals WHERE kind = 'device'").contains(second["token"].as_str().unwrap_or("?")));

        let page = coordinator.get("/settings/terminals").expect(200).text();
        let refuse = page.split("action=\"/settings/terminals/waiting/").nth(1).and_then(|rest| rest.split('"').next()).expect("a button");
        coordinator.post_form(&format!("/settings/terminals/waiting/{refuse}"), &[]).expect(303);
        assert_eq!(standing(&app, &other), json!({ "state": "refused" }));
        app.sql("UPDATE enrolments SET expires_at = created_at, state = 'waiting'");
        assert_eq!(standing(&app, &other), json!({ "state": "expired" }));
        let id = other["id"].as_str().unwrap_or_default();
        app.visitor().with_token("guessed").get(&format!("/api/v1/enrolments/{id}")).expect(404);
        app.visitor().get("/api/v1/enrolments/none").expect(404);
    }

    strangers_cannot_fill_the_house_with_requests => |app| {
        for _ in 0..20 {
            ask(&app, "x");
        }
        app.visitor().post_json("/api/v1/enrolments", &json!({ "name": "x" })).expect(422);
        let often = (0..120).map(|_| app.visitor().post_json("/api/v1/enrolments", &json!({})).status).any(|status| status == 429);
        assert!(often, "one address is slowed down");
        app.signed_in(Role::Volunteer).get("/").expect(200);
    }

    a_further_scanner_has_a_desk_of_its_own => |app| {
        let coordinator = app.signed_in(Role::Coordinator);
        let asked = ask(&app, "Tisch 1");
        approve(&coordinator, &asked["code"], "");
        let own = device(&app, &standing(&app, &asked)["token"]);
        let station = |number: i32| own.post_json("/api/v1/terminal/stations", &json!({ "number": number }));
        for number in [-1, 1, 9] {
            station(number).expect(422);
        }
        let second = station(2).expect(200).json();
        assert_eq!(second["name"], "Tisch 1 · Scanner 2");
        let mut scanner = Scanner { client: device(&app, &second["token"]), next_seq: 1 };
        let label = app.labels(1)[0];
        assert_eq!(scanner.take_in(&label, "winterjacke", "104", None)["outcome"], "applied");
        assert_eq!(own.get("/api/v1/terminal").expect(200).json()["next_seq"], 1, "the device's own numbers are its own");
        scanner.client.post_json("/api/v1/terminal/stations", &json!({ "number": 3 })).expect(422);
        // The device lost its files: the same desk, another token.
        let again = station(2).expect(200).json();
        scanner.client.get("/api/v1/terminal").expect(401);
        assert_eq!(device(&app, &again["token"]).get("/api/v1/terminal").expect(200).json()["next_seq"], 2);
        let page = coordinator.get("/settings/terminals").expect(200).text();
        assert!(page.contains("Tisch 1 · Scanner 2"), "{page}");

        let id = app.sql("SELECT parent_id FROM terminals WHERE station = 2");
        coordinator.post_form(&format!("/settings/terminals/{id}"), &[("active", "false")]).expect(303);
        device(&app, &again["token"]).get("/api/v1/terminal").expect(401);
        assert!(coordinator.get("/settings/terminals").expect(200).text().contains("mit dem Gerät ausgeschaltet"));
        coordinator.post_form(&format!("/settings/terminals/{id}"), &[("active", "true")]).expect(303);
        device(&app, &again["token"]).get("/api/v1/terminal").expect(200);
        let id = app.sql("SELECT id FROM terminals WHERE station = 2");
        coordinator.post_form(&format!("/settings/terminals/{id}"), &[("active", "false")]).expect(303);
        station(2).expect(422);
        app.signed_in(Role::Coordinator).post_json("/api/v1/terminal/stations", &json!({ "number": 2 })).expect(422);
    }

    a_terminal_from_an_old_image_is_set_aside_until_somebody_looks => |app| {
        let labels = app.labels(3);
        let mut scanner = app.scanner();
        let kept = scanner.numbered(vec![Event::new("intake", labels[0]).field("product", "kleid")]);
        scanner.send_raw(&kept);
        let twin = Event::new("intake", labels[1]).field("product", "kleid").with("seq", 1);
        assert_eq!(scanner.send_raw(std::slice::from_ref(&twin.0))[0]["outcome"], "conflict");
        // From now on nothing is booked and nothing is lost.
        let refused = scanner.client.post_json("/api/v1/scans", &json!({ "events": [twin.0] })).expect(423).json();
        assert_eq!(refused["error"], "quarantined");
        assert!(refused["message"].as_str().is_some_and(|message| message.contains("Nichts ist verloren")), "{refused}");
        scanner.client.get("/api/v1/terminal/snapshot").expect(423);
        scanner.client.post_json("/api/v1/terminal/stations", &json!({ "number": 2 })).expect(423);
        assert_eq!(scanner.client.get("/api/v1/terminal").expect(200).json()["quarantined"], true);
        assert_eq!(app.sql("SELECT count(*) FROM items"), "1");

        let id = app.sql("SELECT id FROM terminals WHERE suspect_since IS NOT NULL");
        app.signed_in(Role::Volunteer).post_form(&format!("/settings/terminals/{id}/release"), &[]).expect(403);
        let coordinator = app.signed_in(Role::Coordinator);
        assert!(coordinator.get("/settings/terminals").expect(200).text().contains("Freigeben"));
        assert!(coordinator.get("/contradictions").expect(200).text().contains("Freigeben"));
        let back = coordinator.post_form(&format!("/settings/terminals/{id}/release"), &[("back", "contradictions")]);
        assert_eq!(back.expect(303).location.as_deref(), Some("/contradictions"));
        // What it had kept goes through with the next numbers; what was booked before has no second effect.
        scanner.next_seq = 2;
        let again = scanner.numbered(vec![twin]);
        assert_eq!(scanner.send_raw(&[kept[0].clone(), again[0].clone()])[1]["outcome"], "applied");
        assert_eq!(app.sql("SELECT count(*) FROM items"), "2");
        app.assert_sound();
    }
}

//! The door: sign-in, sessions, requests from other sites, headers.

use gabentisch::actions::manage_users;
use gabentisch::domain::rights::Role;

use crate::support::app::PASSWORD;
use crate::support::{TestApp, both};

both! {
    a_person_signs_in_and_out => |app| {
        app.add_user("vera", Role::Volunteer);
        let client = app.visitor();
        let refused = client.post_form("/sign-in", &[("name", "vera"), ("password", "falsch")]).expect(422);
        let unknown = app.visitor().post_form("/sign-in", &[("name", "niemand"), ("password", "falsch")]).expect(422);
        let sentence = "Name oder Passwort stimmt nicht.";
        assert!(refused.text().contains(sentence) && unknown.text().contains(sentence));
        let entered = client.post_form("/sign-in", &[("name", " Vera "), ("password", PASSWORD), ("next", "/items")]);
        assert_eq!(entered.expect(303).location.as_deref(), Some("/items"));
        client.get("/").expect(200);
        client.post_form("/sign-out", &[]).expect(303);
        client.get("/").expect(303);
    }

    the_database_holds_no_key_and_no_password => |app| {
        app.add_user("vera", Role::Volunteer);
        let answer = app.visitor().post_form("/sign-in", &[("name", "vera"), ("password", PASSWORD)]).expect(303);
        let cookie = answer.headers.get("set-cookie").and_then(|c| c.to_str().ok()).expect("a cookie").to_owned();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
        let hash = app.sql("SELECT key_hash FROM sign_ins");
        assert!(!cookie.contains(&hash));
        assert!(app.sql("SELECT password_hash FROM users WHERE name = 'vera'").starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    }
}

#[test]
fn too_many_tries_make_a_pause() {
    let app = TestApp::new();
    app.add_user("vera", Role::Volunteer);
    let attempt = |password: &str| app.visitor().post_form("/sign-in", &[("name", "vera"), ("password", password)]);
    for _ in 0..8 {
        attempt("falsch").expect(422);
    }
    let paused = attempt(PASSWORD).expect(422);
    assert!(paused.text().contains("Bitte fünf Minuten warten"), "{}", paused.text());
}

#[test]
fn a_new_role_or_password_ends_open_sign_ins() {
    let app = TestApp::new();
    let id = app.add_user("vera", Role::Volunteer);
    let client = app.sign_in("vera");
    client.get("/").expect(200);
    manage_users::set_password(&app.house, &app.caretaker(), id, "ein anderer langer Satz").expect("a new password");
    client.get("/").expect(303);
}

#[test]
fn requests_of_other_sites_are_refused() {
    let app = TestApp::new();
    let client = app.signed_in(Role::Coordinator);
    let post = |header: (&str, &str)| client.post_form_with("/language", header, &[("lang", "en")]).status;
    assert_eq!(post(("Sec-Fetch-Site", "cross-site")), 403);
    assert_eq!(post(("Sec-Fetch-Site", "same-site")), 403);
    assert_eq!(post(("Origin", "http://evil.example")), 403);
    assert_eq!(post(("Origin", "null")), 403);
    assert_eq!(post(("Sec-Fetch-Site", "same-origin")), 303);
    assert_eq!(post(("Origin", &app.url)), 303);
}

#[test]
fn nobody_is_led_to_another_site() {
    let app = TestApp::new();
    app.add_user("vera", Role::Volunteer);
    for next in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""] {
        let entered = app.visitor().post_form("/sign-in", &[("name", "vera"), ("password", PASSWORD), ("next", next)]);
        assert_eq!(entered.expect(303).location.as_deref(), Some("/"), "{next}");
    }
}

#[test]
fn every_answer_carries_the_strict_headers() {
    let app = TestApp::new();
    for path in ["/sign-in", "/", "/nothing", "/api/v1/nothing", "/healthz"] {
        let answer = app.visitor().get(path);
        let header =
            |name: &str| answer.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let policy = header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(header("cache-control"), "no-store", "{path}");
    }
}

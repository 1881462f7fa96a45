//! The door: sign-in, sessions, requests from other sites, headers.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use gabentisch::actions::manage_users::{self, NewUser};
use gabentisch::actions::{ActionError, terminals};
use gabentisch::domain::rights::Role;
use gabentisch::texts::Lang;

use crate::support::app::PASSWORD;
use crate::support::{Backend, Client, TestApp, both};

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

    guesses_at_the_same_time_count_one_each => |app| {
        app.add_user("vera", Role::Volunteer);
        std::thread::scope(|scope| {
            for _ in 0..7 {
                scope.spawn(|| {
                    app.visitor().post_form("/sign-in", &[("name", "vera"), ("password", "falsch")]).expect(422)
                });
            }
        });
        assert_eq!(app.sql("SELECT failed_sign_ins FROM users WHERE name = 'vera'"), "7");
    }

    a_sign_in_ends_after_its_hours_also_when_it_is_used => |app| {
        let id = app.add_user("vera", Role::Admin);
        let client = app.sign_in("vera");
        let end = || app.sql("SELECT expires_at FROM sign_ins");
        let first = end();
        client.get("/").expect(200);
        assert!(app.sql("SELECT state FROM sign_ins").contains("seen"), "the state was updated");
        assert_eq!(end(), first);
        // One's own rights get a new key, but no new hours.
        let key = app.sql("SELECT key_hash FROM sign_ins");
        let change = [("display_name", "Vera Probe"), ("role", "admin"), ("active", "on"), ("version", "1")];
        client.post_form(&format!("/settings/users/{id}"), &change).expect(303);
        assert_ne!(app.sql("SELECT key_hash FROM sign_ins"), key);
        assert!(end() <= first, "{} is later than {first}", end());
        client.get("/").expect(200);
    }

    what_a_page_does_by_itself_keeps_nobody_signed_in => |app| {
        app.add_user("vera", Role::Volunteer);
        let client = app.sign_in("vera");
        client.get("/").expect(200);
        // Half an hour ago; after an hour of rest a sign-in ends.
        let state: serde_json::Value = serde_json::from_str(&app.sql("SELECT state FROM sign_ins")).expect("JSON");
        let seen = || {
            let state: serde_json::Value = serde_json::from_str(&app.sql("SELECT state FROM sign_ins")).expect("JSON");
            state["seen"].as_str().and_then(|seen| seen.parse::<i64>().ok()).expect("a second")
        };
        let (now, ago) = (seen(), seen() - 30 * 60);
        let older = state.to_string().replace(&now.to_string(), &ago.to_string());
        app.sql(&format!("UPDATE sign_ins SET state = '{older}'"));
        client.get_by_itself("/api/v1/terminal/snapshot").expect(200);
        client.begin("/desk/phones/events?desk=0192d0c0-0000-7000-8000-000000000001");
        assert_eq!(seen(), ago);
        client.get("/").expect(200);
        assert!(seen() >= now, "a person was here");
    }

    control_characters_are_no_name => |app| {
        app.add_user("vera", Role::Volunteer);
        for name in ["ve\0ra", "\0", "ve\x1bra"] {
            let refused = app.visitor().post_form("/sign-in", &[("name", name), ("password", PASSWORD)]).expect(422);
            assert!(refused.text().contains("Name oder Passwort stimmt nicht."), "{name:?}");
        }
        let add = |name: &str, display_name: &str| {
            let (name, display_name) = (name.to_owned(), display_name.to_owned());
            let (role, lang) = (Role::Volunteer, Lang::De);
            let new = NewUser { name, display_name, password: PASSWORD.to_owned(), role, lang };
            manage_users::add(&app.house, &app.caretaker(), new).map(|_| ())
        };
        let odd = |result: Result<(), ActionError>, field: &str| {
            assert!(matches!(&result, Err(ActionError::Field { field: name, .. }) if *name == field), "{result:?}");
        };
        odd(add("o\0la", "Ola"), "name");
        odd(add("ola", "O\0la"), "display_name");
        odd(terminals::enrol(&app.house, &app.caretaker(), "Ausgabe\0links").map(|_| ()), "name");
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
    // Whoever does not know the password does not learn that the name exists.
    let guessed = attempt("falsch").expect(422);
    assert!(guessed.text().contains("Name oder Passwort stimmt nicht."), "{}", guessed.text());
    assert!(!guessed.text().contains("Minuten warten"), "{}", guessed.text());
}

#[test]
fn many_sign_ins_at_once_do_not_fill_the_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", folder.path().join("gabentisch.db").display());
    let mut server = Command::new(env!("CARGO_BIN_EXE_gabentisch"))
        .args(["serve", "--listen", "127.0.0.1:0", "--database", &database])
        .env("GABENTISCH_LOG", "error")
        .stdout(Stdio::piped())
        .spawn()
        .expect("the server starts");
    let mut line = String::new();
    let out = server.stdout.as_mut().expect("its standard output");
    BufReader::new(out).read_line(&mut line).expect("it says where it is");
    let url = line.rsplit(' ').next().expect("an address").trim().to_owned();
    let answers: Vec<u16> = std::thread::scope(|scope| {
        let guess = || Client::new(&url).post_form("/sign-in", &[("name", "niemand"), ("password", "falsch")]).status;
        let guesses: Vec<_> = (0..100).map(|_| scope.spawn(guess)).collect();
        guesses.into_iter().map(|guess| guess.join().unwrap_or_default()).collect()
    });
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).expect("a running process");
    server.kill().expect("it can be killed");
    server.wait().expect("it is gone");
    assert!(answers.iter().all(|status| *status == 422), "{answers:?}");
    // In KiB. A hundred at once would take 1,900 MiB.
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    let peak: u64 = peak.expect("the most memory it had");
    assert!(peak < 300 << 10, "{peak} KiB");
}

#[test]
fn a_sign_in_that_ends_during_a_request_is_no_failure() {
    let app = TestApp::new();
    app.add_user("vera", Role::Volunteer);
    let client = app.sign_in("vera");
    // Ends the sign-in between its reading and its writing: the first request notes when it was.
    app.sql("CREATE TRIGGER meanwhile AFTER UPDATE OF lang ON users BEGIN DELETE FROM sign_ins; END");
    client.post_form("/language", &[("lang", "en")]).expect(303);
    assert_eq!(app.sql("SELECT COUNT(*) FROM sign_ins"), "0");
    assert_eq!(client.get("/account").expect(303).location.as_deref(), Some("/sign-in?next=/account"));
}

#[test]
fn every_cookie_stays_on_https() {
    let cookies = |https_only: bool| {
        let app = TestApp::with(Backend::Sqlite, |settings| settings.https_only = https_only);
        app.add_user("vera", Role::Volunteer);
        let answers = [
            app.visitor().post_form("/language", &[("lang", "en")]).expect(303),
            app.visitor().post_form("/sign-in", &[("name", "vera"), ("password", PASSWORD)]).expect(303),
            app.visitor().get("/sign-in").expect(200),
        ];
        let all = answers.iter().flat_map(|answer| answer.headers.get_all("set-cookie"));
        all.map(|cookie| cookie.to_str().expect("a cookie").to_owned()).collect::<Vec<_>>()
    };
    let secure = cookies(true);
    for name in ["lang=", "notice=", "__Host-gabentisch="] {
        assert!(secure.iter().any(|cookie| cookie.starts_with(name)), "{name} {secure:?}");
    }
    assert!(secure.iter().all(|cookie| cookie.matches("; Secure").count() == 1), "{secure:?}");
    assert!(cookies(false).iter().all(|cookie| !cookie.contains("Secure")));
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
    // What a browser adds by itself for a proxy is no terminal's token; with a token the cookie signs nobody in.
    let both = |credentials: &str| {
        let client = client.with_credentials(credentials);
        client.post_form_with("/language", ("Origin", "http://evil.example"), &[("lang", "en")]).status
    };
    assert_eq!(both("Basic eDp5"), 403);
    assert_eq!(both("x"), 403);
    let terminal = client.with_credentials("Bearer x");
    assert_eq!(terminal.get("/settings").status, 303, "to the sign-in");
    assert_eq!(client.get("/settings").status, 200);
}

#[test]
fn nobody_is_led_to_another_site() {
    let app = TestApp::new();
    app.add_user("vera", Role::Volunteer);
    for next in
        ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", ""]
    {
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
            policy.starts_with("default-src 'none'; script-src 'self'") && !policy.contains("'unsafe"),
            "{path}: {policy}"
        );
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(header("cache-control"), "no-store", "{path}");
    }
}

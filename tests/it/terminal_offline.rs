//! A terminal that is cut off goes on, and what it booked is on the server exactly once when it is back.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use gabentisch::actions::terminals;
use gabentisch::codes::Code;
use gabentisch::domain::rights::Role;

use crate::support::TestApp;
use crate::support::pty::Pty;
use crate::support::served::Served;

const PATIENCE: Duration = Duration::from_secs(60);
const F4: &str = "\x1bOS";
const CTRL_Q: &str = "\x11";

/// A signed-on terminal that has taken its snapshot along.
fn desk(app: &TestApp, url: &str, home: &Path, badge: Code) -> (Pty, String) {
    let token = terminals::enrol(&app.house, &app.caretaker(), "Probe links").expect("a terminal").token;
    let mut desk = start(url, home, &token);
    desk.scan(badge);
    desk.says("Probe ada");
    until("a snapshot", || has_snapshot(home));
    (desk, token)
}

fn start(url: &str, home: &Path, token: &str) -> Pty {
    let state = home.to_str().expect("a path");
    let desk =
        Pty::start(home, &["--server", url, "--quiet"], &[("GABENTISCH_TOKEN", token), ("GABENTISCH_STATE", state)]);
    desk.says("Den Helfer-Ausweis vor den Scanner halten");
    desk
}

fn has_snapshot(home: &Path) -> bool {
    let entries = std::fs::read_dir(home).expect("a folder");
    entries.filter_map(Result::ok).any(|entry| entry.path().join("snapshot.bin").exists())
}

#[track_caller]
fn until(what: &str, is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "never: {what}");
        sleep(Duration::from_millis(50));
    }
}

fn count(app: &TestApp, sql: &str) -> i64 {
    app.sql(&format!("SELECT count(*) FROM {sql}")).parse().expect("a number")
}

#[test]
fn a_visit_goes_on_without_the_server_and_is_booked_once() {
    let app = TestApp::new();
    let (_, badge) = app.add_user_with_badge("ada", Role::Volunteer);
    let labels = app.labels(6);
    let mut hand = app.scanner();
    for label in &labels[..4] {
        hand.take_in(label, "winterjacke", "104", None);
    }
    let (household, card) = app.household();
    app.needs(household, &[("winterjacke", "104", 3)]);
    let server = Served::start(&[], &app.database, "127.0.0.1:0");
    let url = server.url.clone();
    let home = tempfile::tempdir().expect("a folder");
    let (mut desk, token) = desk(&app, &url, home.path(), badge);

    desk.scan(card);
    desk.says("0/3");
    desk.scan(labels[0]);
    desk.says("1/3");
    server.kill();
    desk.scan(labels[1]);
    desk.says("2/3");
    desk.says("Offline seit");
    desk.says("1 offen");
    desk.scan(labels[1]);
    sleep(Duration::from_millis(1_700));
    desk.scan(labels[1]);
    desk.says("Nicht doppelt gebucht");
    // A label that was printed while the desk was away is noted.
    desk.scan("A00000001E");
    desk.says("Gemerkt");
    desk.press("\x1b[20~");
    desk.says("2 Teile in diesem Besuch");
    desk.scan(labels[2]);
    desk.says("3/3");
    desk.scan(card);
    desk.says("→ Karte scannen");
    // At intake too: the search is answered from the snapshot, and a blank label is bound.
    desk.press(F4);
    desk.says("→ Was ist es?");
    desk.type_in("ho 104");
    desk.says("Hose");
    desk.press("\x1bOP");
    sleep(Duration::from_millis(300));
    desk.scan(labels[4]);
    desk.says("Ablegen bei");
    assert_eq!(count(&app, "items WHERE state = 'handed_out'"), 1, "the server knows nothing of it yet");

    // Switched off and on again: everything is still there, and the server is back.
    desk.press(CTRL_Q);
    desk.says("noch einmal Strg+Q");
    desk.press(CTRL_Q);
    assert!(desk.child.wait().expect("it ends").success());
    let desk = start(&url, home.path(), &token);
    desk.says("Offline seit");
    desk.says("8 offen");
    let _server = Served::start(&[], &app.database, url.trim_start_matches("http://"));
    desk.says("verbunden");
    assert_eq!(count(&app, "items WHERE state = 'handed_out'"), 3);
    assert_eq!(count(&app, "items WHERE state = 'in_stock'"), 2);
    assert_eq!(count(&app, "visits WHERE closed_at IS NOT NULL"), 1);
    assert_eq!(app.sql("SELECT got FROM needs"), "3");
    assert_eq!(count(&app, "contradictions WHERE settled_at IS NULL"), 0);
    app.assert_sound();
}

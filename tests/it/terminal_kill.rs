//! `kill -9` of the terminal at 50 random moments, with and without the server: no piece that the screen said was booked is
//! lost, and none is booked twice.

use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use gabentisch::actions::terminals;
use gabentisch::codes::Code;
use gabentisch::domain::rights::Role;
use rand::{RngExt, SeedableRng};

use crate::support::pty::Pty;
use crate::support::served::Served;
use crate::support::{Event, TestApp};

const KILLS: usize = 50;
/// Pieces that are scanned in a round, if nobody pulls the plug.
const PIECES: usize = 12;
const PATIENCE: Duration = Duration::from_secs(60);

struct Round {
    card: Code,
    labels: Vec<Code>,
    /// What the screen counted last.
    confirmed: usize,
}

/// “3 Teile in diesem Besuch”, “… · 3 in diesem Besuch”: the largest number that stands before these words.
fn confirmed(screen: &str) -> usize {
    let text = screen.split_whitespace().collect::<Vec<_>>();
    let counts = |at: usize| text.get(at.checked_sub(1)?)?.parse().ok();
    let places = (0..text.len()).filter(|at| text[*at..].starts_with(&["in", "diesem", "Besuch"]));
    places.filter_map(|at| counts(at).or_else(|| counts(at.checked_sub(1)?))).max().unwrap_or(0)
}

#[test]
fn what_the_screen_confirmed_survives_every_kill() {
    let app = TestApp::new();
    let (_, badge) = app.add_user_with_badge("ada", Role::Volunteer);
    let labels = app.labels(KILLS * PIECES);
    let mut hand = app.scanner();
    for part in labels.chunks(100) {
        let coat = |label: &Code| Event::new("intake", label).field("product", "winterjacke").field("size", "104");
        hand.send_all(part.iter().map(coat).collect());
    }
    let mut rounds: Vec<Round> = labels
        .chunks(PIECES)
        .map(|labels| Round { card: app.household().1, labels: labels.to_vec(), confirmed: 0 })
        .collect();
    let token = terminals::enrol(&app.house, &app.caretaker(), "Probe links").expect("a terminal").token;
    let home = tempfile::tempdir().expect("a folder");
    let mut server = Some(Served::start(&[], &app.database, "127.0.0.1:0"));
    let url = server.as_ref().expect("a server").url.clone();
    let state = home.path().to_str().expect("a path").to_owned();
    let start = || {
        let variables = [("GABENTISCH_TOKEN", token.as_str()), ("GABENTISCH_STATE", &state)];
        let desk = Pty::start(home.path(), &["--server", &url, "--quiet"], &variables);
        desk.says("Den Helfer-Ausweis vor den Scanner halten");
        desk
    };
    // The snapshot is taken along before anything goes wrong.
    let first = start();
    let begun = Instant::now();
    while !std::fs::read_dir(home.path())
        .expect("a folder")
        .any(|entry| entry.is_ok_and(|entry| entry.path().join("snapshot.bin").exists()))
    {
        assert!(begun.elapsed() < PATIENCE, "no snapshot");
        sleep(Duration::from_millis(50));
    }
    drop(first);

    let mut dice = rand::rngs::StdRng::seed_from_u64(4);
    for round in &mut rounds {
        let mut desk = start();
        desk.press(&format!("{badge}\r"));
        desk.says("→ ");
        desk.press(&format!("{}\r", round.card));
        let plug = dice.random_bool(0.4).then(|| dice.random_range(0..PIECES));
        let end = Instant::now() + Duration::from_millis(dice.random_range(20..900));
        for (at, label) in round.labels.iter().enumerate() {
            if Instant::now() >= end {
                break;
            }
            if plug == Some(at)
                && let Some(server) = server.take()
            {
                server.kill();
            }
            desk.press(&format!("{label}\r"));
            sleep(Duration::from_millis(dice.random_range(5..90)));
        }
        sleep(end.saturating_duration_since(Instant::now()));
        let process = desk.child.process_id().expect("a process").to_string();
        assert!(Command::new("kill").args(["-KILL", &process]).status().expect("kill").success());
        desk.child.wait().expect("it is gone");
        // What was on its way to the screen is still read.
        sleep(Duration::from_millis(50));
        round.confirmed = confirmed(&desk.screen());
        if server.is_none() && dice.random_bool(0.5) {
            server = Some(again(&app, &url));
        }
    }
    let _server = server.unwrap_or_else(|| again(&app, &url));
    let desk = start();
    desk.says("verbunden");
    let lost = app.sql("SELECT count(*) FROM contradictions");
    assert_eq!(lost, "0", "nobody else was there to contradict");
    let mut in_all = 0;
    for (at, round) in rounds.iter().enumerate() {
        let labels: Vec<String> = round.labels.iter().map(|label| format!("'{label}'")).collect();
        let out = app.sql(&format!(
            "SELECT count(*) FROM items WHERE state = 'handed_out' AND label IN ({})",
            labels.join(", ")
        ));
        let out: usize = out.parse().expect("a number");
        assert!(out >= round.confirmed, "round {at}: {} were confirmed, {out} are there", round.confirmed);
        in_all += round.confirmed;
    }
    assert!(in_all > KILLS, "the kills came before anything was confirmed: {in_all}");
    let out = app.sql("SELECT count(*) FROM movements WHERE kind = 'handout'");
    assert_eq!(out, app.sql("SELECT count(DISTINCT item_id) FROM movements WHERE kind = 'handout'"), "none twice");
    println!("{in_all} pieces were confirmed in {KILLS} rounds, {out} are on the server");
    app.assert_sound();
}

/// The server at the address of before.
fn again(app: &TestApp, url: &str) -> Served {
    Served::start(&[], &app.database, url.trim_start_matches("http://"))
}

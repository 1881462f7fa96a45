//! A volunteer's day at the terminal, stroke by stroke: 200 pieces come in, 60 go out to 8 households, three mistakes are
//! taken back, and every count agrees. Prints how many keys and scans a piece needs.

use std::thread::sleep;
use std::time::{Duration, Instant};

use gabentisch::actions::terminals;
use gabentisch::codes::{Code, Command};
use gabentisch::domain::donation::DonorKind;
use gabentisch::domain::rights::Role;

use crate::support::TestApp;
use crate::support::pty::Pty;

const F1: &str = "\x1bOP";
const F4: &str = "\x1bOS";
const CTRL_Q: &str = "\x11";

/// What comes in: letters that find it, what the screen then says, and how many pieces.
const RUNS: [(&str, &str, usize); 5] = [
    ("wi ja 104", "Winterjacke", 60),
    ("ho 104", "104", 50),
    ("t-sh 104", "T-Shirt", 40),
    ("pul 104", "104", 30),
    ("mütze", "", 20),
];

fn count(app: &TestApp, state: &str) -> usize {
    app.sql(&format!("SELECT COALESCE(SUM(quantity), 0) FROM items WHERE state = '{state}'")).parse().expect("a number")
}

/// Waits until so many pieces are in this state: the terminal may still have scans in its queue.
#[track_caller]
fn until(app: &TestApp, state: &str, expected: usize) {
    let start = Instant::now();
    while count(app, state) != expected {
        let others = "SELECT COALESCE(group_concat(seq || ' ' || mode || ' ' || code || ' ' || outcome, ', '), '') FROM scan_events \
                      WHERE outcome <> 'applied'";
        assert!(
            start.elapsed() < Duration::from_secs(60),
            "{} pieces are {state}, not {expected}; scans that booked nothing: {}",
            count(app, state),
            app.sql(others)
        );
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn two_hundred_in_sixty_out_three_mistakes_undone() {
    let app = TestApp::new();
    let (_, badge) = app.add_user_with_badge("ada", Role::Volunteer);
    let (_, bag) = app.donation(app.donor(DonorKind::Private, "Probe Spender"));
    let labels = app.labels(200);
    let households: Vec<Code> = (0..8)
        .map(|_| {
            let (household, card) = app.household();
            app.needs(household, &[("winterjacke", "104", 5)]);
            card
        })
        .collect();
    let enrolled = terminals::enrol(&app.house, &app.caretaker(), "Probe links").expect("a terminal");
    let home = tempfile::tempdir().expect("a folder");
    let mut desk = Pty::start(home.path(), &["--server", &app.url], &[("GABENTISCH_TOKEN", &enrolled.token)]);

    desk.says("Den Helfer-Ausweis vor den Scanner halten");
    desk.scan(badge);
    desk.says("Probe ada");
    desk.press(F4);
    desk.says("→ Was ist es?");
    desk.scan(bag);
    desk.says("Probe Spender");
    let mut left = labels.as_slice();
    let mut in_runs = (0, 0);
    for (letters, shown, pieces) in RUNS {
        desk.type_in(letters);
        desk.says(shown);
        sleep(Duration::from_millis(400));
        desk.press(F1);
        // What is scanned before the key has arrived would be typed into the list; without a size the list stays.
        let start = Instant::now();
        while desk.screen().contains("wählt · Esc verwirft") && start.elapsed() < Duration::from_secs(2) {
            sleep(Duration::from_millis(20));
        }
        sleep(Duration::from_millis(200));
        let before = (desk.pressed, desk.scanned);
        let (run, rest) = left.split_at(pieces);
        left = rest;
        for label in run {
            desk.scan(label);
        }
        in_runs = (in_runs.0 + desk.pressed - before.0, in_runs.1 + desk.scanned - before.1);
    }
    until(&app, "in_stock", 200);
    let intake = (desk.pressed, desk.scanned);

    // 60 pieces to 8 households: 8 each for seven, 4 for the last. Three times the wrong piece is taken and given back.
    desk.scan(Command::ModeHandout.code());
    desk.says("→ Karte scannen");
    let mut out = labels[..60].iter();
    let mut wrong = labels[190..193].iter();
    for (at, card) in households.iter().enumerate() {
        desk.scan(card);
        for piece in 0..if at == 7 { 4 } else { 8 } {
            if at % 3 == 1 && piece == 2 {
                desk.scan(wrong.next().expect("three mistakes"));
                desk.scan(Command::Undo.code());
            }
            desk.scan(out.next().expect("60 pieces"));
        }
        desk.scan(card);
    }
    until(&app, "handed_out", 60);
    assert_eq!(count(&app, "in_stock"), 140);
    for card in &households {
        let code = card.to_string();
        let visits = app.sql(&format!(
            "SELECT count(*) FROM visits v JOIN labels l ON l.subject = v.household_id WHERE l.code = '{code}'"
        ));
        assert_eq!(visits, "1", "one visit for each card");
    }
    assert_eq!(app.sql("SELECT count(*) FROM movements WHERE kind = 'reversal'"), "3");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE donation_id IS NULL AND state <> 'void'"), "0");

    let handout = (desk.pressed - intake.0, desk.scanned - intake.1);
    println!("                 pieces  keys a piece  scans a piece");
    let line = |name: &str, pieces: usize, (keys, scans): (usize, usize)| {
        println!("{name:16} {pieces:6}  {:12.2}  {:13.2}", keys as f64 / pieces as f64, scans as f64 / pieces as f64);
    };
    line("runs of equal", 200, in_runs);
    line("intake in all", 200, intake);
    line("handout in all", 60, handout);
    assert!(in_runs.0 == 0 && in_runs.1 == 200, "in a run each piece is one scan and no key: {in_runs:?}");
    assert_eq!(handout.0, 0, "the handout needs no key");
    assert_eq!(handout.1, 1 + 60 + 2 * 8 + 2 * 3, "mode, pieces, two scans of each card, two for each mistake");

    desk.press(CTRL_Q);
    desk.says("noch einmal Strg+Q");
    desk.press(CTRL_Q);
    assert!(desk.child.wait().expect("it ends").success());
    app.assert_sound();
}

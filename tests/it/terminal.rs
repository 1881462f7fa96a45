//! `gabentisch terminal` in a real pty, with a scanner that types: what is heard and shown is what is booked.

use std::io::{Read, Write};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use gabentisch::actions::manage_users::{self, NewUser};
use gabentisch::actions::terminals;
use gabentisch::codes::{Code, Command};
use gabentisch::domain::rights::Role;
use gabentisch::texts::Lang;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::support::TestApp;
use crate::support::app::PASSWORD;

/// A scanner sends a character in this time.
const STROKE: Duration = Duration::from_millis(8);
const PATIENCE: Duration = Duration::from_secs(20);

/// The program on a screen of 80×24, and the bells it rang.
struct Desk {
    keys: Box<dyn Write + Send>,
    seen: Arc<Mutex<(vt100::Parser, usize)>>,
    child: Box<dyn Child + Send + Sync>,
    _pty: Box<dyn MasterPty + Send>,
    _home: tempfile::TempDir,
}

impl Desk {
    fn start(app: &TestApp, token: &str) -> Desk {
        Desk::on(app, token, "xterm-256color")
    }

    /// On a console of this kind.
    fn on(app: &TestApp, token: &str, term: &str) -> Desk {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).expect("a pty");
        let home = tempfile::tempdir().expect("a folder");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_gabentisch"));
        command.args(["terminal", "--server", &app.url]);
        command.env("GABENTISCH_TOKEN", token);
        command.env("TERM", term);
        command.env("GABENTISCH_STATE", home.path());
        command.cwd(home.path());
        let child = pty.slave.spawn_command(command).expect("the terminal starts");
        let mut output = pty.master.try_clone_reader().expect("its output");
        let seen = Arc::new(Mutex::new((vt100::Parser::default(), 0)));
        let screen = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                let mut seen = screen.lock().expect("the test goes on");
                seen.0.process(&bytes[..count]);
                seen.1 += bytes[..count].iter().filter(|byte| **byte == 7).count();
            }
        });
        let keys = pty.master.take_writer().expect("its keyboard");
        Desk { keys, seen, child, _pty: pty.master, _home: home }
    }

    fn screen(&self) -> String {
        self.seen.lock().expect("the reader lives").0.screen().contents()
    }

    fn bells(&self) -> usize {
        self.seen.lock().expect("the reader lives").1
    }

    /// Waits until the screen says this.
    #[track_caller]
    fn says(&self, text: &str) {
        let start = Instant::now();
        while !self.screen().contains(text) {
            assert!(start.elapsed() < PATIENCE, "the screen never says {text:?}:\n{}", self.screen());
            sleep(Duration::from_millis(10));
        }
    }

    /// Holds the badge before the scanner, once more when the server took so long that the terminal greeted without a name.
    fn signs_on(&mut self, badge: Code, name: &str) {
        for _ in 0..3 {
            self.scan(badge);
            let start = Instant::now();
            while start.elapsed() < PATIENCE / 3 {
                if self.screen().contains(name) {
                    return;
                }
                sleep(Duration::from_millis(10));
            }
        }
        panic!("the screen never says {name:?}:\n{}", self.screen());
    }

    fn key(&mut self, sequence: &str) {
        self.keys.write_all(sequence.as_bytes()).expect("a key");
        self.keys.flush().expect("a key");
    }

    /// Does something that rings the bell so often.
    #[track_caller]
    fn rings(&mut self, strokes: usize, act: impl FnOnce(&mut Desk)) {
        // What is still ringing comes to its end first.
        sleep(Duration::from_millis(1_200));
        let before = self.bells();
        act(self);
        let start = Instant::now();
        while self.bells() < before + strokes {
            assert!(start.elapsed() < PATIENCE, "{} strokes, not {strokes}", self.bells() - before);
            sleep(Duration::from_millis(10));
        }
        sleep(Duration::from_millis(400));
        assert_eq!(self.bells() - before, strokes);
    }

    /// Pulls the trigger.
    fn scan(&mut self, code: impl ToString) {
        for c in code.to_string().chars().chain(['\r']) {
            self.key(&c.to_string());
            sleep(STROKE);
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // Only a test that fails comes here with a terminal that still runs.
        let _ = self.child.kill();
    }
}

const IN_STOCK: &str = "im Bestand";
const HANDED_OUT: &str = "ausgegeben";

const F1: &str = "\x1bOP";
const F2: &str = "\x1bOQ";
const F4: &str = "\x1bOS";
const F9: &str = "\x1b[20~";
const F12: &str = "\x1b[24~";
const CTRL_Q: &str = "\x11";

/// How many of the labels the server looks up as this.
fn count(app: &TestApp, labels: &[Code], state: &str) -> usize {
    let mut scanner = app.scanner();
    let said = |label: &Code| scanner.scan("lookup", label)["detail"].as_str().unwrap_or_default().to_owned();
    labels.iter().map(said).filter(|detail| detail.starts_with(state)).count()
}

/// Waits until so many of the labels are looked up as this.
#[track_caller]
fn until(app: &TestApp, labels: &[Code], state: &str, expected: usize) {
    let start = Instant::now();
    loop {
        let count = count(app, labels, state);
        if count == expected {
            return;
        }
        assert!(start.elapsed() < PATIENCE, "{count} pieces are {state}, not {expected}");
        sleep(Duration::from_millis(30));
    }
}

fn desk(app: &TestApp) -> (Desk, Code) {
    let (_, badge) = app.add_user_with_badge("ada", Role::Volunteer);
    let enrolled = terminals::enrol(&app.house, &app.caretaker(), "Probe links").expect("a terminal");
    (Desk::start(app, &enrolled.token), badge)
}

#[test]
fn a_volunteer_takes_in_hands_out_and_takes_back() {
    let app = TestApp::new();
    let labels = app.labels(6);
    let (household, card) = app.household();
    app.needs(household, &[("winterjacke", "104", 2)]);
    let (_, shelf) = app.shelf("Regal A");
    let (_, lead) = app.add_user_with_badge("leitung", Role::Coordinator);
    let (mut desk, badge) = desk(&app);
    desk.says("Den Helfer-Ausweis vor den Scanner halten");
    desk.says("Probe links");
    desk.scan(labels[0]);
    desk.says("Nicht gebucht");
    desk.signs_on(badge, "Probe ada");

    // Intake: three letters, F1, and then one scan a piece.
    desk.key(F4);
    desk.says("→ Was ist es?");
    for c in "winterj 104".chars() {
        desk.key(&c.to_string());
        sleep(Duration::from_millis(120));
    }
    desk.says("Winterjacke 104");
    desk.key("\r");
    desk.says("Eingabe allein wählt nichts");
    desk.key(F1);
    // 104 is a child's size: nobody is asked for the cut.
    desk.says("Winterjacke · Gr. 104");
    for label in &labels[..5] {
        desk.scan(label);
    }
    until(&app, &labels, IN_STOCK, 5);
    desk.rings(3, |desk| desk.scan("A7F39MXT4F"));

    // Handout by the command sheet: card, pieces, a stop, an undo.
    desk.scan(Command::ModeHandout.code());
    desk.scan(card);
    desk.says("BESUCH");
    desk.says("0/2");
    for label in &labels[..3] {
        desk.scan(label);
    }
    until(&app, &labels, HANDED_OUT, 3);
    desk.says("2/2");
    desk.rings(3, |desk| desk.scan(shelf));
    desk.says("F12 Verstanden");
    desk.scan(labels[3]);
    desk.says("Erst diese Meldung bestätigen");
    desk.key("\r");
    assert_eq!(count(&app, &labels, HANDED_OUT), 3, "nothing passes a stop");
    desk.key(F12);
    desk.key(F9);
    until(&app, &labels, HANDED_OUT, 2);
    desk.says("Zurückgenommen");
    desk.scan(card);
    desk.says("→ Karte scannen");
    assert_eq!(count(&app, &labels, IN_STOCK), 3);

    // Another household brings a piece that is out already to the table: a question for the lead. Ada's yes is none.
    let (_, other) = app.household();
    desk.scan(other);
    desk.says("1 Person");
    desk.scan(labels[0]);
    desk.says("F8 Nein");
    desk.key("\r");
    desk.scan(labels[3]);
    desk.says("Erst die Frage beantworten");
    desk.key(F2);
    let start = Instant::now();
    while app.sql("SELECT outcome FROM scan_events ORDER BY event_id DESC LIMIT 1") != "refused" {
        assert!(start.elapsed() < PATIENCE, "her yes is never refused");
        sleep(Duration::from_millis(30));
    }
    desk.says("Leitung: Ausweis scannen");
    // Her badge is the yes, and Ada stays signed on.
    desk.scan(lead);
    desk.says("1 in diesem Besuch");
    desk.says("Probe ada");
    assert_eq!(count(&app, &labels, IN_STOCK), 3);

    // Ctrl+C is no way out; Ctrl+Q twice is.
    desk.key("\x03");
    desk.key(CTRL_Q);
    desk.says("noch einmal Strg+Q");
    desk.key(CTRL_Q);
    assert!(desk.child.wait().expect("it ends").success());
    app.assert_sound();
}

#[test]
fn sigterm_leaves_a_clean_screen() {
    let app = TestApp::new();
    let (mut desk, _) = desk(&app);
    desk.says("Den Helfer-Ausweis vor den Scanner halten");
    assert!(desk.seen.lock().expect("the reader lives").0.screen().alternate_screen());
    let pid = desk.child.process_id().expect("a process").to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &pid]).status().expect("kill").success());
    assert!(desk.child.wait().expect("it ends").success());
    let start = Instant::now();
    while desk.seen.lock().expect("the reader lives").0.screen().alternate_screen() {
        assert!(start.elapsed() < PATIENCE, "the screen is not restored");
        sleep(Duration::from_millis(10));
    }
}

#[test]
fn it_says_what_is_missing() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path().to_str().expect("a path");
    let out = crate::support::app::run_cli(&["terminal"], &[("XDG_CONFIG_HOME", home), ("GABENTISCH_TOKEN", "")]);
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("GABENTISCH_TOKEN"));
    let out = crate::support::app::run_cli(&["terminal", "--server", "ftp://x"], &[("GABENTISCH_TOKEN", "invented")]);
    assert_eq!(out.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&out.stderr).contains("http://"));
}

/// A terminal of its own for somebody who speaks this language.
fn desk_of(app: &TestApp, name: &str, lang: Lang, term: &str) -> (Desk, Code) {
    let new = NewUser {
        name: name.to_owned(),
        display_name: format!("Probe {name}"),
        password: PASSWORD.to_owned(),
        role: Role::Volunteer,
        lang,
    };
    let (_, badge) = manage_users::add(&app.house, &app.caretaker(), new).expect("a new user");
    let enrolled = terminals::enrol(&app.house, &app.caretaker(), &format!("Probe {name}")).expect("a terminal");
    (Desk::on(app, &enrolled.token, term), badge)
}

const CTRL_L: &str = "\x0c";

#[test]
fn the_badge_brings_its_language_and_takes_it_along() {
    let app = TestApp::new();
    let (_, card) = app.household();
    let (mut desk, badge) = desk_of(&app, "olena", Lang::Uk, "xterm-256color");
    desk.says("Den Helfer-Ausweis vor den Scanner halten");
    desk.scan(badge);
    desk.says("→ Скануйте картку");
    desk.scan(card);
    desk.says("ВІЗИТ");
    // What the server says, too.
    desk.says("У списку потреб усе закрито");
    desk.key(CTRL_L);
    desk.says("verbunden");
    assert!(!desk.screen().contains("Скануйте"), "{}", desk.screen());
}

#[test]
fn arabic_is_joined_and_turned_and_left_alone_where_it_cannot_be_shown() {
    let app = TestApp::new();
    let (mut desk, badge) = desk_of(&app, "amal", Lang::Ar, "xterm-256color");
    desk.says("Den Helfer-Ausweis vor den Scanner halten");
    desk.scan(badge);
    desk.says("ﺔﻗﺎﻄﺒﻟﺍ ﺢﺴﻣﺍ ←");
    let (mut console, badge) = desk_of(&app, "basel", Lang::Ar, "linux");
    console.says("Den Helfer-Ausweis vor den Scanner halten");
    console.scan(badge);
    console.says("This console cannot show Arabic");
    console.says("→ Scan the card");
}

//! `gabentisch terminal` with its devices: a new one is let in by its code, and scanners are read directly.

use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use gabentisch::actions::terminals;
use gabentisch::codes::{Code, Command};
use gabentisch::domain::rights::Role;
use gabentisch::terminal::scanners::strokes::strokes_for;

use crate::support::TestApp;
use crate::support::pty::Pty;

const PATIENCE: Duration = Duration::from_secs(20);

/// A scanner that is read directly: its events through a pipe, as the kernel writes them.
struct Device {
    path: PathBuf,
    file: Option<File>,
}

impl Device {
    fn new(folder: &Path, name: &str) -> Device {
        let path = folder.join(name);
        assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
        Device { path, file: None }
    }

    fn path(&self) -> &str {
        self.path.to_str().expect("a path")
    }

    fn scan(&mut self, code: impl ToString) {
        let file = self.file.get_or_insert_with(|| File::options().write(true).open(&self.path).expect("its reader"));
        for stroke in strokes_for(&code.to_string(), 0, 2) {
            file.write_all(&stroke.to_bytes()).expect("a reader");
        }
        // One pull of the trigger after the other.
        std::thread::sleep(Duration::from_millis(400));
    }
}

fn config(home: &Path) -> PathBuf {
    home.join(".config/gabentisch/terminal.toml")
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

/// What the lookup desk says of a label.
fn state(app: &TestApp, label: &Code) -> String {
    app.scanner().scan("lookup", label)["detail"].as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn until(what: &str, is: impl Fn() -> bool) {
    let start = Instant::now();
    while !is() {
        assert!(start.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_new_device_shows_a_code_and_becomes_a_terminal() {
    let app = TestApp::new();
    let (_, badge) = app.add_user_with_badge("ada", Role::Volunteer);
    let coordinator = app.signed_in(Role::Coordinator);
    let home = tempfile::tempdir().expect("a folder");
    let mut desk = Pty::start(home.path(), &["--server", &app.url], &[]);
    desk.says("gilt noch");
    let screen = desk.screen();
    let before = screen.split(" gilt noch").next().unwrap_or_default();
    let code = before.split_whitespace().next_back().expect("a code").to_owned();
    assert!(screen.contains(&app.url) && screen.contains("Computer der Leitung"), "{screen}");
    coordinator.post_form("/settings/terminals/approve", &[("code", &code), ("device", "Annahme links")]).expect(303);
    desk.says("Den Helfer-Ausweis vor den Scanner halten");
    desk.says("Annahme links");
    desk.scan(badge);
    desk.says("ada");
    let path = config(home.path());
    assert_eq!((mode(&path), mode(path.parent().expect("a folder"))), (0o600, 0o700));
    desk.press("\x11");
    desk.press("\x11");
    assert!(desk.child.wait().expect("it ends").success());

    // The next time nothing is asked, not even where the server is.
    let mut desk = Pty::start(home.path(), &[], &[]);
    desk.says("Den Helfer-Ausweis vor den Scanner halten");
    desk.press("\x11");
    assert!(desk.child.wait().expect("it ends").success());
    app.assert_sound();
}

#[test]
fn a_refused_device_may_ask_again_and_somebody_may_quit() {
    let app = TestApp::new();
    let coordinator = app.signed_in(Role::Coordinator);
    let home = tempfile::tempdir().expect("a folder");
    let mut desk = Pty::start(home.path(), &["--server", &app.url], &[]);
    desk.says("gilt noch");
    let page = coordinator.get("/settings/terminals").expect(200).text();
    let refuse = page.split("action=\"/settings/terminals/waiting/").nth(1).and_then(|rest| rest.split('"').next());
    let refuse = refuse.expect("a button");
    coordinator.post_form(&format!("/settings/terminals/waiting/{refuse}"), &[]).expect(303);
    desk.says("abgelehnt");
    desk.press("\x1bOQ");
    desk.says("gilt noch");
    desk.press("\x1b");
    assert!(desk.child.wait().expect("it ends").success());
    assert!(!config(home.path()).exists());
}

#[test]
fn what_answers_is_no_gabentisch_and_what_is_kept_has_no_place() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("its address"));
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 2048]);
            let page = "<html>A router</html>";
            let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", page.len());
            let _ = stream.write_all(format!("{head}{page}").as_bytes());
        }
    });
    let home = tempfile::tempdir().expect("a folder");
    let desk = Pty::start(home.path(), &["--server", &url], &[]);
    desk.says("kein Gabentisch-Server");
    let desk = Pty::start(home.path(), &["--server", "http://127.0.0.1:9"], &[]);
    desk.says("antwortet nicht");
    std::fs::remove_dir_all(home.path().join(".config")).expect("made while it was tried");
    std::fs::write(home.path().join(".config"), "a file where a folder should be").expect("written");
    let mut desk = Pty::start(home.path(), &["--server", &url], &[]);
    desk.says("terminal.toml");
    assert!(!desk.child.wait().expect("it ends").success());
}

#[test]
fn a_scanner_that_is_read_directly_books_and_is_tested() {
    let app = TestApp::new();
    let (_, badge) = app.add_user_with_badge("ada", Role::Volunteer);
    let (household, card) = app.household();
    app.needs(household, &[("winterjacke", "104", 1)]);
    let labels = app.labels(2);
    let mut intake = app.scanner();
    intake.take_in(&labels[0], "winterjacke", "104", None);
    let enrolled = terminals::enrol(&app.house, &app.caretaker(), "Probe links").expect("a terminal");
    let home = tempfile::tempdir().expect("a folder");
    let mut scanner = Device::new(home.path(), "scanner.evdev");
    let arguments = ["--server", &app.url, "--scanner", scanner.path()];
    let mut desk = Pty::start(home.path(), &arguments, &[("GABENTISCH_TOKEN", &enrolled.token)]);
    desk.says("Den Helfer-Ausweis vor den Scanner halten");

    // Before anybody signs on: is the scanner all right?
    scanner.scan(Command::Test.code());
    desk.says("Mit jedem Scanner ein Etikett scannen");
    scanner.scan(Command::Test.code());
    desk.says("Scanner, direkt gelesen");
    desk.says("XTEST0000P");
    desk.says("2 ms je Zeichen");
    scanner.scan(labels[0]);
    desk.press("\x1b");
    desk.says("Den Helfer-Ausweis vor den Scanner halten");
    assert!(state(&app, &labels[0]).starts_with("im Bestand"), "nothing was booked");

    scanner.scan(badge);
    desk.says("ada");
    scanner.scan(card);
    desk.says("BESUCH");
    scanner.scan(labels[0]);
    until("the piece is handed out", || state(&app, &labels[0]).starts_with("ausgegeben"));
    // The keyboard goes on working beside it.
    desk.press("\x1b[20~");
    until("the piece is back", || state(&app, &labels[0]).starts_with("im Bestand"));
    desk.press("\x11");
    desk.press("\x11");
    assert!(desk.child.wait().expect("it ends").success());
    app.assert_sound();
}

#[test]
fn two_scanners_are_two_desks_on_one_screen() {
    let app = TestApp::new();
    let (_, ada) = app.add_user_with_badge("ada", Role::Volunteer);
    let (_, bob) = app.add_user_with_badge("bob", Role::Volunteer);
    let ((_, left), (_, right)) = (app.household(), app.household());
    let labels = app.labels(2);
    let mut intake = app.scanner();
    for label in &labels {
        intake.take_in(label, "winterjacke", "104", None);
    }
    let enrolled = terminals::enrol(&app.house, &app.caretaker(), "Tisch").expect("a terminal");
    let home = tempfile::tempdir().expect("a folder");
    let mut scanners = [Device::new(home.path(), "one.evdev"), Device::new(home.path(), "two.evdev")];
    let [one, two] = &mut scanners;
    let arguments = ["--server", &app.url, "--scanner", one.path(), "--scanner", two.path()];
    let mut desk = Pty::start(home.path(), &arguments, &[("GABENTISCH_TOKEN", &enrolled.token)]);
    desk.says("Alt+2");
    until("the second scanner has its desk", || {
        app.sql("SELECT count(*) FROM terminals WHERE station = 2") == "1" && !desk.screen().contains("angemeldet")
    });
    one.scan(ada);
    two.scan(bob);
    desk.says("ada");
    desk.says("bob");
    one.scan(left);
    two.scan(right);
    one.scan(labels[0]);
    two.scan(labels[1]);
    until("both are handed out", || labels.iter().all(|label| state(&app, label).starts_with("ausgegeben")));
    assert_eq!(app.sql("SELECT count(DISTINCT visit_id) FROM movements WHERE visit_id IS NOT NULL"), "2");

    // F9 takes back at the pane that has the keyboard.
    desk.press("\x1b2");
    desk.says("Alt+1");
    desk.press("\x1b[20~");
    until("the second desk's piece is back", || state(&app, &labels[1]).starts_with("im Bestand"));
    assert!(state(&app, &labels[0]).starts_with("ausgegeben"));
    let kept = std::fs::read_to_string(config(home.path())).expect("the second scanner's token is kept");
    assert!(kept.contains("[stations") && mode(&config(home.path())) == 0o600, "{kept}");
    app.assert_sound();
}

#[test]
fn a_scanner_without_its_cable_is_said_and_found_again() {
    let app = TestApp::new();
    let enrolled = terminals::enrol(&app.house, &app.caretaker(), "Probe links").expect("a terminal");
    let home = tempfile::tempdir().expect("a folder");
    let path = home.path().join("later.evdev");
    let arguments = ["--server", &app.url, "--scanner", path.to_str().expect("a path")];
    let desk = Pty::start(home.path(), &arguments, &[("GABENTISCH_TOKEN", &enrolled.token)]);
    desk.says("Scanner 1 nicht angeschlossen.");
    desk.says("Kabel prüfen.");
    let mut scanner = Device::new(home.path(), "later.evdev");
    scanner.scan("XTEST0000P");
    desk.says("Mit jedem Scanner ein Etikett scannen");
}

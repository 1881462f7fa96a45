//! Five terminals, a network that is cut at random: once because the server is killed, once because the links between
//! network namespaces go down. Afterwards every scan is on the server exactly once, and each piece that two households got
//! is one question.
//!
//! `GABENTISCH_CUT_SCANS=2000 cargo test --test it terminal_cut` makes it long.

use std::io::Write;
use std::process::Command as Process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use gabentisch::actions::terminals;
use gabentisch::codes::{Code, Command};
use gabentisch::domain::rights::Role;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::support::journal::{Entry, entries};
use crate::support::pty::Pty;
use crate::support::served::Served;
use crate::support::{Event, TestApp};

const TERMINALS: usize = 5;
/// A quick hand: much faster than anybody scans, and slow enough that a silent server fills no queue.
const PACE: Duration = Duration::from_millis(60);
/// Pieces of one visit.
const VISIT: usize = 7;
const PATIENCE: Duration = Duration::from_secs(120);

fn scans() -> usize {
    std::env::var("GABENTISCH_CUT_SCANS").ok().and_then(|count| count.parse().ok()).unwrap_or(120)
}

/// One terminal with a scanner that is a pipe, and what was scanned there.
struct Station {
    pty: Pty,
    pipe: std::fs::File,
    home: tempfile::TempDir,
    name: String,
    fed: Vec<String>,
}

impl Station {
    fn start(app: &TestApp, number: usize, within: &[&str], server: &str) -> Station {
        let name = format!("Probe {number}");
        let token = terminals::enrol(&app.house, &app.caretaker(), &name).expect("a terminal").token;
        let home = tempfile::tempdir().expect("a folder");
        let pipe = home.path().join("scanner");
        assert!(Process::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
        let path = pipe.to_str().expect("a path");
        let arguments = ["--server", server, "--scanner", path, "--quiet"];
        let pty = Pty::start_within(within, home.path(), &arguments, &[("GABENTISCH_TOKEN", &token)]);
        // Opened for both, so that it never waits for the other end and never ends.
        let pipe = std::fs::OpenOptions::new().read(true).write(true).open(&pipe).expect("a pipe");
        Station { pty, pipe, home, name, fed: Vec::new() }
    }

    fn scan(&mut self, code: impl ToString) {
        let code = code.to_string();
        self.pipe.write_all(format!("{code}\r").as_bytes()).expect("the pipe takes it");
        self.fed.push(code);
        sleep(PACE);
    }

    /// Waits until the terminal has said something about its last scan.
    fn settled(&self) {
        let start = Instant::now();
        let said = |entry: &Entry| entry.said().is_some();
        while self.journal().len() < self.fed.len() || !self.journal().last().is_some_and(said) {
            assert!(start.elapsed() < PATIENCE, "{} says nothing:\n{}", self.name, self.pty.screen());
            sleep(Duration::from_millis(15));
        }
    }

    fn journal(&self) -> Vec<Entry> {
        entries(&self.home.path().join(".local/state/gabentisch/terminal"))
    }

    /// Hands pieces out to one household after the other; those that others hand out too may end in a question or a stop.
    fn work(&mut self, cards: &[Code], own: &[Code], shared: &[Code], badge: Code) {
        self.scan(badge);
        self.settled();
        let mut shared = shared.iter();
        for (visit, pieces) in own.chunks(VISIT).enumerate() {
            let card = cards[visit % cards.len()];
            self.scan(card);
            for piece in pieces {
                self.scan(piece);
            }
            if visit % 2 == 1
                && let Some(piece) = shared.next()
            {
                self.scan(piece);
                self.settled();
                self.scan(Command::Cancel.code());
                self.settled();
                self.pty.press(F12);
            }
            self.scan(card);
        }
        self.settled();
    }
}

const F12: &str = "\x1b[24~";

struct Work {
    app: TestApp,
    badge: Code,
    cards: Vec<Vec<Code>>,
    own: Vec<Vec<Code>>,
    shared: Vec<Code>,
}

fn prepared() -> Work {
    let app = TestApp::new();
    let (_, badge) = app.add_user_with_badge("ada", Role::Volunteer);
    let per_terminal = scans() * VISIT / (VISIT + 2);
    let own: Vec<Vec<Code>> = (0..TERMINALS).map(|_| app.labels(per_terminal)).collect();
    let shared = app.labels((per_terminal / VISIT / 2).max(1));
    let cards = (0..TERMINALS).map(|_| (0..4).map(|_| app.household().1).collect()).collect();
    let mut scanner = app.scanner();
    let intake = |label: &Code| Event::new("intake", label).field("product", "winterjacke").field("size", "140");
    for some in own.concat().iter().chain(&shared).collect::<Vec<_>>().chunks(500) {
        let events = scanner.numbered(some.iter().copied().map(intake).collect());
        assert!(scanner.send_raw(&events).iter().all(|verdict| verdict["outcome"] == "applied"));
    }
    Work { app, badge, cards, own, shared }
}

/// Everybody works while `cut` does its harm, then the network is whole again, and everything must be on the server once.
fn everything_arrives_once(work: &Work, stations: &mut [Station], cut: impl Fn(&AtomicBool) + Sync) {
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let cutter = scope.spawn(|| cut(&done));
        let workers: Vec<_> = stations
            .iter_mut()
            .enumerate()
            .map(|(at, station)| {
                let (cards, own, shared) = (&work.cards[at], &work.own[at], &work.shared);
                scope.spawn(move || station.work(cards, own, shared, work.badge))
            })
            .collect();
        let ends: Vec<_> = workers.into_iter().map(std::thread::ScopedJoinHandle::join).collect();
        done.store(true, Ordering::Relaxed);
        cutter.join().expect("the network is whole again");
        assert!(ends.iter().all(Result::is_ok), "a terminal's work ended early");
    });
    let app = &work.app;
    let mut offline = 0;
    for station in stations.iter() {
        let start = Instant::now();
        while station.journal().iter().any(|entry| entry.answered.is_none()) {
            let left = station.journal().iter().filter(|entry| entry.answered.is_none()).count();
            assert!(start.elapsed() < PATIENCE, "{}: {left} are not sent:\n{}", station.name, station.pty.screen());
            sleep(Duration::from_millis(100));
        }
        let journal = station.journal();
        let scanned: Vec<&str> = journal.iter().map(|entry| entry.code.as_str()).collect();
        assert_eq!(scanned, station.fed, "{}: what was scanned, in its order", station.name);
        let mut ids: Vec<&str> = journal.iter().map(|entry| entry.id.as_str()).collect();
        let stored = app.sql(&format!(
            "SELECT e.event_id FROM scan_events e JOIN terminals t ON t.id = e.terminal_id \
             WHERE t.name = '{}' ORDER BY e.seq",
            station.name
        ));
        assert_eq!(stored.lines().collect::<Vec<_>>(), ids, "{}: the same scans in the same order", station.name);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), journal.len());
        offline += journal.iter().filter(|entry| entry.told.is_some()).count();
    }
    let own: usize = work.own.iter().map(Vec::len).sum();
    let mut given = 0;
    let mut questions = 0;
    for piece in &work.shared {
        let code = piece.to_string();
        let scans: Vec<Entry> = stations.iter().flat_map(Station::journal).filter(|entry| entry.code == code).collect();
        let applied = scans.iter().filter(|entry| entry.said() == Some("applied")).count();
        given += usize::from(applied > 0);
        questions += applied.saturating_sub(1);
        let ids: Vec<String> = scans.iter().map(|entry| format!("'{}'", entry.id)).collect();
        let rows = app.sql(&format!("SELECT count(*) FROM contradictions WHERE event_id IN ({})", ids.join(", ")));
        assert_eq!(rows, applied.saturating_sub(1).to_string(), "{code}: {scans:#?}");
    }
    // What the terminal said and what the server booked, side by side, for whoever has to find out why.
    let out: std::collections::BTreeSet<String> =
        app.sql("SELECT label FROM items WHERE state = 'handed_out'").lines().map(str::to_owned).collect();
    let mut lost = String::new();
    for (station, pieces) in stations.iter().zip(&work.own) {
        let journal = station.journal();
        for piece in pieces.iter().map(ToString::to_string).filter(|piece| !out.contains(piece)) {
            let at = journal.iter().position(|entry| entry.code == piece).expect("it was scanned");
            lost += &format!("{} {piece} is not handed out:\n", station.name);
            for entry in &journal[at.saturating_sub(9)..=at] {
                let (told, answered) = (entry.told.as_deref().unwrap_or("-"), entry.answered.as_deref().unwrap_or("-"));
                lost += &format!("    {} told {told}, answered {answered}\n", entry.code);
            }
        }
    }
    assert!(lost.is_empty(), "{lost}");
    println!("{offline} scans were decided without the server; {questions} pieces went to two households");
    assert!(offline > 0, "the network was never cut");
    let asked = app.sql(
        "SELECT c.kind || ' ' || e.code || ' told ' || COALESCE(e.told, '-') || ': ' || e.outcome || ' ' || e.verdict \
         FROM contradictions c JOIN scan_events e ON e.event_id = c.event_id ORDER BY e.event_id",
    );
    assert_eq!(asked.lines().count(), questions, "one question for each:\n{asked}");
    assert_eq!(app.sql("SELECT count(*) FROM items WHERE state = 'handed_out'"), (own + given).to_string());
    app.assert_sound();
}

#[test]
fn the_server_is_killed_at_random() {
    let work = prepared();
    let first = Served::start(&[], &work.app.database, "127.0.0.1:0");
    let url = first.url.clone();
    let mut stations: Vec<Station> =
        (1..=TERMINALS).map(|number| Station::start(&work.app, number, &[], &url)).collect();
    let address = url.trim_start_matches("http://").to_owned();
    let database = work.app.database.clone();
    let kept = std::sync::Mutex::new(Some(first));
    everything_arrives_once(&work, &mut stations, |done| {
        let mut dice = StdRng::seed_from_u64(4);
        let mut server = kept.lock().expect("nobody else").take();
        while !done.load(Ordering::Relaxed) {
            sleep(Duration::from_millis(dice.random_range(700..3_000)));
            if let Some(running) = server.take() {
                running.kill();
            }
            sleep(Duration::from_millis(dice.random_range(200..4_000)));
            server = Some(Served::start(&[], &database, &address));
        }
        *kept.lock().expect("nobody else") = server;
    });
}

/// Network namespaces of our own: one for the server, one for each terminal, with a link in between.
struct Net {
    names: Vec<String>,
}

impl Net {
    fn new() -> Net {
        let name = |what: &str| format!("gt{}{what}", std::process::id());
        let mut net = Net { names: vec![name("s")] };
        let server = net.names[0].clone();
        ip(&["netns", "add", &server]);
        ip(&["-n", &server, "link", "set", "lo", "up"]);
        for at in 1..=TERMINALS {
            let terminal = name(&format!("t{at}"));
            ip(&["netns", "add", &terminal]);
            net.names.push(terminal.clone());
            let (here, there) = (format!("t{at}"), "desk");
            ip(&["-n", &server, "link", "add", &here, "type", "veth", "peer", "name", there, "netns", &terminal]);
            ip(&["-n", &server, "addr", "add", &format!("10.99.{at}.1/24"), "dev", &here]);
            ip(&["-n", &terminal, "addr", "add", &format!("10.99.{at}.2/24"), "dev", there]);
            ip(&["-n", &server, "link", "set", &here, "up"]);
            ip(&["-n", &terminal, "link", "set", there, "up"]);
        }
        net
    }
}

impl Drop for Net {
    fn drop(&mut self) {
        for name in &self.names {
            let _ = Process::new("ip").args(["netns", "del", name]).status();
        }
    }
}

#[track_caller]
fn ip(arguments: &[&str]) {
    let out = Process::new("ip").args(arguments).output().expect("iproute2 is installed (tests/run installs it)");
    assert!(
        out.status.success(),
        "ip {}: {} (network namespaces need root)",
        arguments.join(" "),
        String::from_utf8_lossy(&out.stderr).trim()
    );
}

#[test]
fn the_links_go_down_at_random() {
    let work = prepared();
    let net = Net::new();
    let server = Served::start(&["ip", "netns", "exec", &net.names[0]], &work.app.database, "0.0.0.0:8080");
    let mut stations: Vec<Station> = (1..=TERMINALS)
        .map(|at| {
            let within = ["ip", "netns", "exec", net.names[at].as_str()];
            Station::start(&work.app, at, &within, &format!("http://10.99.{at}.1:8080"))
        })
        .collect();
    everything_arrives_once(&work, &mut stations, |done| {
        let mut dice = StdRng::seed_from_u64(7);
        while !done.load(Ordering::Relaxed) {
            sleep(Duration::from_millis(dice.random_range(100..900)));
            let at = dice.random_range(1..=TERMINALS);
            // On the terminal's side it is told at once, on the server's side it meets silence.
            let (side, link) = if dice.random_bool(0.5) {
                (&net.names[at], "desk".to_owned())
            } else {
                (&net.names[0], format!("t{at}"))
            };
            ip(&["-n", side, "link", "set", &link, "down"]);
            sleep(Duration::from_millis(dice.random_range(100..2_500)));
            ip(&["-n", side, "link", "set", &link, "up"]);
        }
    });
    drop(stations);
    drop(server);
}

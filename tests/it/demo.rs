//! `gabentisch demo`: a town made from a seed, sound to the last entry, and served.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::Arc;

use gabentisch::actions::{House, terminals};
use gabentisch::domain::rights::Role;
use gabentisch::reports::donor_gifts;
use gabentisch::store::donors::{self, DonorFilter};
use gabentisch::store::items::{self, ItemFilter};
use gabentisch::store::paging::Cursor;
use gabentisch::store::{DatabaseUrl, ledger};
use gabentisch::upkeep::check::check;
use gabentisch::upkeep::demo::{Made, TownSize, make, simulated_house};
use jiff::civil::{Date, date};
use serde_json::Value;

use crate::support::{Client, Scanner};

const TODAY: Date = date(2026, 11, 22);

fn made(folder: &Path, name: &str, seed: u64) -> (Arc<House>, Made) {
    let url = DatabaseUrl::Sqlite(folder.join(name));
    let zone = jiff::tz::TimeZone::get("Europe/Berlin").expect("a zone");
    let house = simulated_house(&url, zone, seed).expect("a house");
    let made = make(&house, TownSize::Small, seed, TODAY, &mut |_, _| {}).expect("a town");
    (house, made)
}

fn head(house: &House) -> ledger::Head {
    house.store().read(ledger::head).expect("a head")
}

/// The same seed gives the same ledger, hash by hash; another seed another one. The books are sound and agree.
#[test]
fn a_seed_makes_one_town() {
    let folder = tempfile::tempdir().expect("a folder");
    let ((first, one), (second, two)) = (made(folder.path(), "one.db", 7), made(folder.path(), "two.db", 7));
    assert!(head(&first).position > 400, "{:?}", head(&first));
    assert_eq!(head(&first), head(&second));
    assert_eq!(one, two);
    let (third, _) = made(folder.path(), "three.db", 8);
    assert_ne!(head(&first).hash, head(&third).hash);

    for house in [&first, &third] {
        let report = house.store().read(check).expect("a check");
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        donor_reports_agree(house);
    }
    assert_eq!(one.users.iter().map(|user| user.role).collect::<Vec<_>>(), Role::ALL);
    assert!(one.users.iter().all(|user| user.password.len() >= 12));
    assert!(one.blank_labels.len() >= 12);
}

/// All donors' reports together count every piece that the ledger knows, by where it is.
fn donor_reports_agree(house: &Arc<House>) {
    let actor = terminals::caretaker(house).expect("the caretaker");
    let known =
        house.store().read(|db| donors::list(db, &DonorFilter::default(), &Cursor::Start, 100)).expect("donors");
    assert_eq!(known.rows.len(), 9);
    let mut reported: i64 = 0;
    for donor in known.rows {
        let report = donor_gifts::report(house, &actor, donor.id, date(2025, 1, 1), TODAY).expect("a report");
        let received = report.total.received.expect("the house knows what it received");
        let parts: Option<i64> = report.total.parts().iter().map(|(_, pieces)| *pieces).sum();
        assert!(parts.is_none_or(|parts| parts == received), "{report:?}");
        reported += received;
    }
    let counts = house.store().read(|db| items::counts(db, &ItemFilter::default())).expect("counts");
    let pieces = |count: &items::Count| match count {
        items::Count::Exact { pieces, .. } => *pieces,
        items::Count::Many => panic!("a town is counted"),
    };
    let here = counts.states.iter().filter(|(state, _)| state.word() != "void");
    let counted: i64 = here.map(|(_, count)| pieces(count)).sum();
    assert_eq!(reported, counted);
}

/// A demo that runs; killed when the test ends early.
struct Running(Child);

impl Running {
    fn start(folder: &Path) -> (Running, Value) {
        let mut child = demo(folder, &["--size", "small", "--json"]).stdout(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let ready = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
        (Running(child), ready)
    }

    /// Ends it as Ctrl+C does.
    fn end(mut self) {
        let asked = Command::new("kill").args(["-INT", &self.0.id().to_string()]).status();
        assert!(asked.expect("kill runs").success());
        assert!(self.0.wait().expect("it ends").success());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn demo(folder: &Path, flags: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gabentisch"));
    command.current_dir(folder).env("GABENTISCH_LISTEN", "127.0.0.1:0").args(["demo", "--dir", "town"]).args(flags);
    command
}

fn said(out: &Output) -> String {
    String::from_utf8_lossy(&out.stderr).into_owned()
}

#[test]
fn one_command_makes_it_and_serves_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (running, ready) = Running::start(folder.path());
    let url = ready["url"].as_str().expect("an address");
    let visitor = Client::new(url);
    visitor.get("/healthz").expect(200);
    assert_eq!(ready["users"].as_array().map(Vec::len), Some(5));
    for user in ready["users"].as_array().expect("users") {
        let field = |name: &str| user[name].as_str().expect("a text").to_owned();
        assert!(field("role").parse::<Role>().is_ok());
        let browser = Client::new(url);
        browser.post_form("/sign-in", &[("name", &field("name")), ("password", &field("password"))]).expect(303);
        browser.get("/").expect(200);
    }
    // The terminal goes on where its sequence stands, with a blank label that is left over.
    let note = std::fs::read_to_string(folder.path().join("town/gabentisch-demo.json")).expect("a note");
    let note: Value = serde_json::from_str(&note).expect("JSON");
    let label = note["made"]["blank_labels"][0].as_str().expect("a label").parse().expect("a code");
    let terminal = &ready["terminal"];
    let next_seq = terminal["next_seq"].as_i64().expect("a number");
    let client = Client::new(url).with_token(terminal["token"].as_str().expect("a token"));
    let mut scanner = Scanner { client, next_seq };
    assert_eq!(scanner.take_in(&label, "hoodie", "M", None)["outcome"], "applied");
    running.end();

    let out = Command::new(env!("CARGO_BIN_EXE_gabentisch"))
        .args(["check", "--database", ready["database"].as_str().expect("an address")])
        .output()
        .expect("check runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));

    // The same again serves what is there; another seed is refused and touches nothing.
    let (running, again) = Running::start(folder.path());
    assert_eq!(again["users"], ready["users"]);
    assert_eq!(again["terminal"]["next_seq"], next_seq + 1);
    running.end();
    let out = demo(folder.path(), &["--size", "small", "--seed", "2"]).output().expect("it answers");
    assert_eq!(out.status.code(), Some(2));
    assert!(said(&out).contains("delete the folder, or choose another one with --dir"), "{}", said(&out));
}

#[test]
fn it_overwrites_nothing_and_says_at_once_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("town")).expect("a folder");
    std::fs::write(folder.path().join("town/diary.txt"), "mine").expect("a file");
    let out = demo(folder.path(), &[]).output().expect("it answers");
    assert_eq!(out.status.code(), Some(2));
    assert!(said(&out).contains("holds something else than a demo"), "{}", said(&out));
    assert_eq!(said(&out).lines().count(), 1);

    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let other = tempfile::tempdir().expect("a folder");
    let out = demo(other.path(), &["--listen", &address]).output().expect("it answers");
    assert_eq!(out.status.code(), Some(1));
    assert!(said(&out).contains("is in use"), "{}", said(&out));
    assert!(!other.path().join("town").exists(), "nothing is made before the port is ours");
}

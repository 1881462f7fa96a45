//! `gabentisch serve` and its surroundings when things are not as they should be: one clear sentence, the right exit code.

use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::process::Output;

use crate::support::TestApp;
use crate::support::app::run_cli;

fn said(out: &Output) -> String {
    String::from_utf8_lossy(&out.stderr).into_owned()
}

#[track_caller]
fn one_line(out: &Output, code: i32, part: &str) {
    let line = said(out);
    assert_eq!(out.status.code(), Some(code), "{line}");
    assert_eq!(line.trim().lines().count(), 1, "{line}");
    assert!(line.starts_with("gabentisch: ") && line.contains(part), "{line}");
}

#[test]
fn a_port_in_use() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    let out = run_cli(&["serve", "--listen", &address, "--database", "sqlite:x.db"], &[]);
    one_line(&out, 1, "is in use");
}

#[test]
fn an_address_that_is_none() {
    one_line(
        &run_cli(&["serve", "--listen", "kitchen", "--database", "sqlite:x.db"], &[]),
        1,
        "is no address to listen on",
    );
    one_line(&run_cli(&["serve", "--database", "mysql://x"], &[]), 2, "neither sqlite:PATH nor postgres://");
    one_line(&run_cli(&["serve", "--config", "nowhere.toml"], &[]), 2, "there is no file nowhere.toml");
}

#[test]
fn a_database_that_is_missing() {
    one_line(&run_cli(&["check", "--database", "sqlite:missing.db"], &[]), 1, "there is no such file");
    let out = run_cli(&["serve", "--listen", "127.0.0.1:0", "--database", "sqlite:no/such/folder/x.db"], &[]);
    one_line(&out, 1, "Its folder does not exist");
    let nobody = "postgres://nobody@127.0.0.1:1/nothing";
    one_line(&run_cli(&["check", "--database", nobody], &[]), 1, "Check that PostgreSQL runs");
}

#[test]
fn a_file_that_is_no_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("letter.db");
    std::fs::write(&path, "Dear Sir or Madam, this is a letter and no database at all.".repeat(40)).expect("a file");
    let out = run_cli(&["check", "--database", &format!("sqlite:{}", path.display())], &[]);
    one_line(&out, 1, "not a gabentisch database");
}

#[test]
fn a_database_that_is_locked() {
    let app = TestApp::new();
    let file = app.database.trim_start_matches("sqlite:").to_owned();
    // A tool that has the file open and holds the lock for longer than anybody waits.
    let mut holder = std::process::Command::new("sqlite3")
        .arg(&file)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("sqlite3 runs");
    use std::io::Write;
    let input = holder.stdin.as_mut().expect("its input");
    input.write_all(b"BEGIN IMMEDIATE; SELECT 1;\n").expect("it listens");
    input.flush().expect("it listens");
    std::thread::sleep(std::time::Duration::from_millis(400));
    let labels = app.cli(&["labels", "--stock", "3475", "--count", "1", "-o", "x.pdf"]);
    holder.kill().expect("it ends");
    let _ = holder.wait();
    assert_eq!(labels.status.code(), Some(1), "{}", said(&labels));
    assert!(said(&labels).contains("locked") || said(&labels).contains("busy"), "{}", said(&labels));
    app.assert_sound();
}

#[test]
fn a_database_that_is_read_only() {
    // root may write everywhere: then there is nothing to refuse, and the copy must stay usable.
    let app = TestApp::new();
    let file = app.database.trim_start_matches("sqlite:").to_owned();
    app.sql("PRAGMA wal_checkpoint(TRUNCATE)");
    let copy = app.folder().join("copy");
    std::fs::create_dir(&copy).expect("a folder");
    let path = copy.join("gabentisch.db");
    std::fs::copy(&file, &path).expect("a copy");
    let set = |mode| {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode & 0o666)).expect("a mode");
        std::fs::set_permissions(&copy, std::fs::Permissions::from_mode(mode)).expect("a mode");
    };
    set(0o555);
    let place = format!("sqlite:{}", path.display());
    let out =
        as_nobody(&["labels", "--stock", "3475", "--count", "1", "-o", "/tmp/never.pdf", "--database", &place], &app);
    set(0o755);
    one_line(&out, 1, "read");
}

/// Runs the binary as somebody who may not write the file.
fn as_nobody(arguments: &[&str], app: &TestApp) -> Output {
    std::fs::set_permissions(app.folder(), std::fs::Permissions::from_mode(0o755)).expect("a mode");
    std::process::Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups", "--", env!("CARGO_BIN_EXE_gabentisch")])
        .args(arguments)
        .current_dir("/")
        .output()
        .expect("setpriv runs")
}

#[test]
fn every_command_explains_itself() {
    for command in ["serve", "labels", "decode", "check", "user", "openapi", "report", "allocate"] {
        let out = run_cli(&[command, "--help"], &[]);
        let text = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success() && text.contains("Example:"), "{command}: {text}");
    }
}

#[test]
fn machines_can_watch_the_house() {
    let app = TestApp::new();
    let visitor = app.visitor();
    assert_eq!(visitor.get("/healthz").expect(200).text(), "ok\n");
    assert_eq!(visitor.get("/readyz").expect(200).text(), "ready\n");
    let mut scanner = app.scanner();
    scanner.scan("lookup", "4006381333931");
    let numbers = visitor.get("/metrics").expect(200).text();
    assert!(numbers.contains("gabentisch_scans_total{outcome=\"unknown\"}"), "{numbers}");
    let described = visitor.get("/api/v1/openapi.json").expect(200).json();
    assert!(described["paths"]["/api/v1/scans"]["post"].is_object());
    let printed = app.cli(&["openapi"]);
    let printed: serde_json::Value = serde_json::from_slice(&printed.stdout).expect("JSON");
    assert_eq!(printed, described);
}

//! Letters: only to who agreed, in their language, through a real mail server, never twice; and texts for a messenger.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use gabentisch::actions::bookings::{self, Booker};
use gabentisch::actions::{consents, letters};
use gabentisch::domain::rights::Role;
use gabentisch::domain::session::Audience;
use gabentisch::domain::{BookingId, HouseholdId};
use gabentisch::settings::Secret;

use crate::bookings::day;
use crate::support::{Backend, TestApp, both};

/// Debian's Python, which has Debian's aiosmtpd.
const PYTHON: &str = "/usr/bin/python3";

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/support").join(name)
}

/// A mail server on its own port, with the mails that it took in.
struct PostOffice {
    process: Child,
    folder: tempfile::TempDir,
}

impl PostOffice {
    fn open(port: u16) -> PostOffice {
        let folder = tempfile::tempdir().expect("a folder");
        let mut process = Command::new(PYTHON)
            .arg(script("post_office.py"))
            .arg(folder.path())
            .arg(port.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 (tests/run installs python3-aiosmtpd)");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
        assert_eq!(line.trim(), "ready", "python3-aiosmtpd is installed (tests/run installs it)");
        PostOffice { process, folder }
    }

    fn mails(&self) -> Vec<serde_json::Value> {
        let mut files: Vec<PathBuf> = std::fs::read_dir(self.folder.path())
            .expect("the folder")
            .map(|entry| entry.expect("a file").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .collect();
        files.sort();
        let read = |file: &PathBuf| {
            let out = Command::new(PYTHON).arg(script("read_mail.py")).arg(file).output().expect("python3");
            serde_json::from_slice(&out.stdout).expect("JSON")
        };
        files.iter().map(read).collect()
    }
}

impl Drop for PostOffice {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}

/// A house whose mails leave for this port.
fn with_post(backend: Backend, port: u16) -> TestApp {
    TestApp::with(backend, |settings| {
        settings.smtp = Some(Secret(format!("smtp://127.0.0.1:{port}")));
        settings.mail_from = Some("Kleiderkammer Möhnesee <kammer@example.org>".to_owned());
    })
}

/// A household that agreed to be reached.
fn reachable(app: &TestApp, mail: &str, phone: &str, lang: &str) -> HouseholdId {
    let (id, _) = app.household();
    app.sql(&format!(
        "UPDATE households SET contact_email = '{mail}', contact_phone = '{phone}', lang = '{lang}' WHERE id = '{id}'"
    ));
    app.sql(&format!(
        "INSERT INTO consents (id, household_id, kind, text_version, channel, given_at) VALUES \
         ('{}', '{id}', 'contact', '1', 'said', '2026-01-01 10:00:00.000000')",
        uuid::Uuid::now_v7()
    ));
    id
}

fn book(app: &TestApp, household: HouseholdId) -> BookingId {
    let (_, slot) = day(app, 9, Audience::Everybody);
    bookings::book(&app.house, Booker::Staff(&app.caretaker()), household, slot).expect("a booking")
}

/// Waits until the query gives this.
#[track_caller]
fn wait_for(app: &TestApp, sql: &str, wanted: &str) {
    let begun = Instant::now();
    loop {
        let found = app.sql(sql);
        if found == wanted {
            return;
        }
        assert!(begun.elapsed() < Duration::from_secs(40), "{sql}: {found}, not {wanted}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn mails_arrive_in_the_language_of_the_household(backend: Backend) {
    let port = free_port();
    let office = PostOffice::open(port);
    let app = with_post(backend, port);
    let (shelf, _) = app.shelf("Gemeindehaus Süd");
    let plain = book(&app, reachable(&app, "familie@example.org", "", "de"));
    app.sql(&format!("UPDATE sessions SET location_id = '{shelf}'"));
    let silent = book(&app, app.household().0);
    let arabic = book(&app, reachable(&app, "a@example.org", "0171", "ar"));
    wait_for(&app, "SELECT COUNT(*) FROM outbox WHERE state = 'sent'", "2");
    // Another look of the server sends nothing again.
    std::thread::sleep(Duration::from_millis(2500));
    let mails = office.mails();
    assert_eq!(mails.len(), 2, "{mails:?}");
    let of = |address: &str| mails.iter().find(|mail| mail["headers"]["To"] == address).expect("its mail");
    let german = of("familie@example.org");
    assert_eq!(german["headers"]["Subject"], "Ihr Termin");
    assert_eq!(german["headers"]["From"], "Kleiderkammer Möhnesee <kammer@example.org>");
    assert_eq!(german["headers"]["Auto-Submitted"], "auto-generated");
    assert_eq!(german["headers"]["Content-Language"], "de-x-simple");
    let body = german["body"].as_str().expect("a text");
    assert!(body.contains("Können") || body.contains("können"), "umlauts are whole: {body}");
    assert!(body.contains("10:00–11:00"), "{body}");
    let sent = of("a@example.org");
    let subject = app.sql(&format!("SELECT subject FROM outbox WHERE booking_id = '{arabic}'"));
    assert_eq!(sent["headers"]["Subject"].as_str(), Some(subject.as_str()));
    assert_eq!(
        app.sql(&format!("SELECT COUNT(*) FROM outbox WHERE booking_id = '{silent}'")),
        "0",
        "who did not agree hears nothing"
    );

    // Cancelled: told in words of its own. Then the consent is taken back, and nothing more leaves.
    bookings::cancel(&app.house, Booker::Staff(&app.caretaker()), plain).expect("cancelled");
    wait_for(&app, "SELECT COUNT(*) FROM outbox WHERE state = 'sent'", "3");
    assert_eq!(office.mails()[2]["headers"]["Subject"], "Ihr Termin ist abgesagt");
    app.sql("UPDATE consents SET revoked_at = '2026-01-02 10:00:00.000000'");
    bookings::cancel(&app.house, Booker::Staff(&app.caretaker()), arabic).expect("cancelled");
    assert_eq!(app.sql("SELECT COUNT(*) FROM outbox"), "3");
}

#[test]
fn mails_arrive_in_the_language_of_the_household_on_sqlite() {
    mails_arrive_in_the_language_of_the_household(Backend::Sqlite);
}

#[test]
fn mails_arrive_in_the_language_of_the_household_on_postgres() {
    mails_arrive_in_the_language_of_the_household(Backend::Postgres);
}

#[test]
fn thanks_arrive_at_the_donor_with_the_words_that_were_written() {
    let port = free_port();
    let office = PostOffice::open(port);
    let app = with_post(Backend::Sqlite, port);
    let gift = crate::thanks::gift(&app, "Erna Erfunden", "mail", "de");
    let treasurer = app.signed_in(Role::Treasurer);
    let fields = [("subject", "Danke für alles"), ("body", "Liebe Erna,\nschöne Grüße")];
    treasurer.post_form(&format!("/donations/{gift}/thanks"), &fields).expect(303);
    wait_for(&app, "SELECT state FROM outbox", "sent");
    let mails = office.mails();
    assert_eq!(mails[0]["headers"]["To"], "dank@example.org");
    assert_eq!(mails[0]["headers"]["Subject"], "Danke für alles");
    assert!(mails[0]["body"].as_str().expect("a text").contains("schöne Grüße"), "{mails:?}");
}

#[test]
fn a_server_that_is_down_is_waited_for_and_one_that_says_no_is_believed() {
    let port = free_port();
    let app = with_post(Backend::Sqlite, port);
    let lead = app.signed_in(Role::Coordinator);
    book(&app, reachable(&app, "spaeter@example.org", "", "de"));
    wait_for(&app, "SELECT state || tries FROM outbox WHERE error <> ''", "waiting1");
    assert!(lead.get("/outbox").expect(200).text().contains("Grund:"));
    let office = PostOffice::open(port);
    // A minute later, without the minute.
    app.sql("UPDATE outbox SET due_at = '2026-01-01 10:00:00.000000'");
    wait_for(&app, "SELECT state || tries FROM outbox", "sent2");
    assert_eq!(office.mails().len(), 1);

    book(&app, reachable(&app, "nobody@example.org", "", "de"));
    wait_for(&app, "SELECT COUNT(*) FROM outbox WHERE state = 'failed'", "1");
    let text = lead.get("/outbox").expect(200).text();
    assert!(text.contains("nicht zugestellt") && text.contains("No such person here"), "{text}");
    let id = app.sql("SELECT id FROM outbox WHERE state = 'failed'");
    app.sql("UPDATE households SET contact_email = 'doch@example.org' WHERE contact_email = 'nobody@example.org'");
    app.sql("UPDATE outbox SET address = 'doch@example.org' WHERE state = 'failed'");
    lead.post_form("/outbox", &[("id", &id), ("action", "again")]).expect(303);
    wait_for(&app, "SELECT COUNT(*) FROM outbox WHERE state = 'sent'", "2");

    // Stopped in the middle: it may have arrived, so nobody sends it again without a person's word.
    app.sql(&format!("UPDATE outbox SET state = 'sending', due_at = '2026-01-01 10:00:00.000000' WHERE id = '{id}'"));
    wait_for(&app, &format!("SELECT state FROM outbox WHERE id = '{id}'"), "failed");
    assert_eq!(office.mails().len(), 2);
}

both! {
    messages_for_a_messenger_are_copied_and_ticked_off => |app| {
        let lead = app.signed_in(Role::Coordinator);
        assert!(lead.get("/outbox").expect(200).text().contains("Keine Nachrichten"));
        let booking = book(&app, reachable(&app, "", "0171 234567", "ar"));
        let text = lead.get("/outbox").expect(200).text();
        assert!(text.contains("0171 234567") && text.contains("dir=\"rtl\""), "{text}");
        assert!(text.contains("E-Mails werden nicht gesendet"), "{text}");
        let id = app.sql("SELECT id FROM outbox");
        lead.post_form("/outbox", &[("id", &id), ("action", "sent")]).expect(303);
        lead.post_form("/outbox", &[("id", &id), ("action", "sent")]).expect(303);
        assert_eq!(app.sql("SELECT state FROM outbox"), "sent");
        assert!(lead.get("/outbox?done=yes").expect(200).text().contains("0171 234567"));

        // A letter that is no longer true does not wait.
        let caretaker = app.caretaker();
        bookings::cancel(&app.house, Booker::Staff(&caretaker), booking).expect("cancelled");
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'"), "1");
    }

    everybody_is_reminded_once_on_the_day_before => |app| {
        let booking = book(&app, reachable(&app, "", "0171", "de"));
        letters::remind(&app.house).expect("a look");
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE kind = 'reminder'"), "0", "not a week before");
        let tomorrow = app.house.today().tomorrow().expect("a day").to_zoned(app.house.zone().clone()).expect("a moment");
        let at = |hours: i64| (tomorrow.timestamp() + jiff::SignedDuration::from_hours(hours)).strftime("%Y-%m-%d %H:%M:%S.000000").to_string();
        app.sql(&format!("UPDATE slots SET starts_at = '{}', ends_at = '{}'", at(10), at(11)));
        let early = app.house.now().to_zoned(app.house.zone().clone()).hour() < 9;
        for _ in 0..3 {
            letters::remind(&app.house).expect("a look");
        }
        // Before nine nobody is woken: then the look at nine does it.
        let wanted = if early { "0" } else { "1" };
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE kind = 'reminder'"), wanted);
        // Who did not agree is looked at by nobody, also not every minute.
        let silent = book(&app, app.household().0);
        let slot = format!("(SELECT slot_id FROM bookings WHERE id = '{silent}')");
        app.sql(&format!("UPDATE slots SET starts_at = '{}', ends_at = '{}' WHERE id = {slot}", at(10), at(11)));
        assert_eq!(letters::remind(&app.house).expect("a look"), 0);
        // Moved to another time of tomorrow: that time is one to be reminded of, once.
        let slot = format!("(SELECT slot_id FROM bookings WHERE id = '{booking}')");
        app.sql(&format!("UPDATE slots SET starts_at = '{}', ends_at = '{}' WHERE id = {slot}", at(12), at(13)));
        for _ in 0..2 {
            letters::remind(&app.house).expect("a look");
        }
        let twice = if early { "0" } else { "1" };
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE kind = 'reminder' AND state = 'dropped'"), twice);
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE kind = 'reminder' AND state = 'waiting'"), wanted);
        bookings::cancel(&app.house, Booker::Staff(&app.caretaker()), booking).expect("cancelled");
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE kind = 'reminder' AND state = 'waiting'"), "0");
    }

    nothing_goes_to_where_the_household_is_no_longer_reached => |app| {
        let lead = app.signed_in(Role::Coordinator);
        let household = reachable(&app, "", "0171 234567", "de");
        book(&app, household);
        let id = app.sql("SELECT id FROM outbox");
        app.sql("UPDATE households SET contact_phone = '0172 999999'");
        lead.post_form("/outbox", &[("id", &id), ("action", "sent")]).expect(303);
        assert_eq!(app.sql("SELECT state FROM outbox"), "waiting", "a number that is none any more is not ticked off");
        let text = lead.get("/outbox").expect(200).text();
        assert!(!text.contains("0171 234567"), "{text}");
        assert_eq!(app.sql("SELECT state FROM outbox"), "dropped");
        assert_eq!(app.sql("SELECT COUNT(*) FROM access_log WHERE context = 'outbox'"), "0", "nothing was shown");

        book(&app, household);
        assert!(lead.get("/outbox").expect(200).text().contains("0172 999999"));
        assert_eq!(app.sql("SELECT COUNT(*) FROM access_log WHERE context = 'outbox'"), "1");
        let session = app.sql("SELECT session_id FROM bookings LIMIT 1");
        for page in [format!("/sessions/{session}"), format!("/sessions/{session}/paper")] {
            lead.get(&page).expect(200);
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM access_log WHERE context = 'session'"), "1", "looks within a while are one");
        let consent = app.sql("SELECT id FROM consents").parse().expect("an id");
        consents::revoke(&app.house, &app.caretaker(), consent).expect("taken back");
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE state <> 'dropped' OR address <> ''"), "0");
    }

    a_letter_that_was_sent_goes_again_only_while_it_is_true => |app| {
        let lead = app.signed_in(Role::Coordinator);
        let booking = book(&app, reachable(&app, "", "0171 234567", "de"));
        let id = app.sql("SELECT id FROM outbox");
        lead.post_form("/outbox", &[("id", &id), ("action", "sent")]).expect(303);
        bookings::cancel(&app.house, Booker::Staff(&app.caretaker()), booking).expect("cancelled");
        lead.post_form("/outbox", &[("id", &id), ("action", "again")]).expect(303);
        assert_eq!(app.sql(&format!("SELECT state FROM outbox WHERE id = '{id}'")), "sent");

        // A month later nothing of it is left but that it was there.
        letters::erase_old(&app.house).expect("a look");
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE body = ''"), "0");
        app.sql("UPDATE outbox SET due_at = '2026-01-01 10:00:00.000000'");
        letters::erase_old(&app.house).expect("a look");
        assert_eq!(app.sql("SELECT state FROM outbox WHERE body = '' AND address = ''"), "sent");
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE body <> ''"), "1", "what waits stays whole");
    }

    nobody_gets_many_letters_in_a_day => |app| {
        let household = reachable(&app, "", "0171 234567", "de");
        let (_, slot) = day(&app, 9, Audience::Everybody);
        let by = app.caretaker();
        for _ in 0..8 {
            let booking = bookings::book(&app.house, Booker::Staff(&by), household, slot).expect("a booking");
            bookings::cancel(&app.house, Booker::Staff(&by), booking).expect("cancelled");
        }
        assert_eq!(app.sql("SELECT COUNT(*) FROM outbox WHERE state <> 'dropped'"), "6");
    }
}

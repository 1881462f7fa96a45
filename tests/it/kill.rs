//! Power cuts: the server is killed at random moments while scans come in. Every scan that was acknowledged is there after
//! the restart, none twice, and the ledger is sound. On both databases, 20 times over 10,000 scans.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use gabentisch::actions::terminals;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

use crate::support::served::Served;
use crate::support::{Backend, Event, TestApp};

const KILLS: usize = 20;
const SCANS: usize = 10_000;
/// Events in one request, as a terminal that was cut off sends them.
const BATCH: usize = 25;
const SCANNERS: usize = 4;

/// What one scanner has still to send, and what was acknowledged.
struct Sender {
    token: String,
    pending: Vec<Value>,
    acknowledged: Vec<String>,
}

impl Sender {
    /// Sends until everything is sent or the server is gone.
    fn send(&mut self, url: &str, gone: &AtomicBool) {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        while !self.pending.is_empty() && !gone.load(Ordering::Relaxed) {
            let batch = &self.pending[..BATCH.min(self.pending.len())];
            let sent = agent
                .post(format!("{url}/api/v1/scans"))
                .header("Authorization", format!("Bearer {}", self.token))
                .send_json(json!({ "events": batch }));
            let Ok(mut response) = sent else { return };
            let Ok(answer) = response.body_mut().read_json::<Value>() else { return };
            let verdicts = answer["verdicts"].as_array().expect("verdicts");
            for verdict in verdicts {
                // The restart may have booked a batch whose answer was lost: then it is a duplicate now.
                let outcome = verdict["outcome"].as_str().expect("an outcome");
                assert!(["applied", "duplicate"].contains(&outcome), "{verdict}");
                self.acknowledged.push(verdict["event_id"].as_str().expect("an id").to_owned());
            }
            let count = verdicts.len();
            self.pending.drain(..count);
        }
    }
}

fn killed_at_random_moments(backend: Backend) {
    let app = TestApp::on(backend);
    let labels =
        gabentisch::actions::make_codes::blank(&app.house, &app.caretaker(), gabentisch::codes::Kind::Item, SCANS)
            .expect("labels");
    let mut senders: Vec<Sender> = labels
        .chunks(SCANS / SCANNERS)
        .map(|part| {
            let token = terminals::enrol(&app.house, &app.caretaker(), "Probe").expect("a terminal").token;
            let events = part.iter().enumerate().map(|(at, label)| {
                Event::new("intake", label).field("product", "tshirt").field("size", "M").with("seq", at as i64 + 1).0
            });
            Sender { token, pending: events.collect(), acknowledged: Vec::new() }
        })
        .collect();

    let mut dice = rand::rngs::StdRng::seed_from_u64(9);
    // The server of the last round may finish its work; it ends with the test.
    let mut last = None;
    for round in 0..=KILLS {
        let server = Served::start(&[], &app.database, "127.0.0.1:0");
        let gone = Arc::new(AtomicBool::new(false));
        std::thread::scope(|scope| {
            for sender in &mut senders {
                let (url, gone) = (server.url.clone(), Arc::clone(&gone));
                scope.spawn(move || sender.send(&url, &gone));
            }
            if round < KILLS {
                std::thread::sleep(Duration::from_micros(dice.random_range(2_000..220_000)));
                gone.store(true, Ordering::Relaxed);
                server.kill();
                return;
            }
            last = Some(server);
        });
        if round < KILLS {
            let stored: usize = app.sql("SELECT count(*) FROM scan_events").parse().expect("a number");
            let acknowledged: usize = senders.iter().map(|sender| sender.acknowledged.len()).sum();
            assert!(stored >= acknowledged, "round {round}: {acknowledged} were acknowledged, {stored} are there");
        }
    }
    if let Some(server) = last {
        server.kill();
    }
    for sender in &senders {
        assert!(sender.pending.is_empty(), "everything was sent in the end");
    }
    assert_eq!(app.sql("SELECT count(*) FROM scan_events"), SCANS.to_string());
    assert_eq!(app.sql("SELECT count(*) FROM items"), SCANS.to_string());
    assert_eq!(app.sql("SELECT count(*) FROM movements"), SCANS.to_string());
    assert_eq!(app.sql("SELECT count(DISTINCT event_id) FROM movements"), SCANS.to_string());
    let mut acknowledged: Vec<&String> = senders.iter().flat_map(|sender| &sender.acknowledged).collect();
    acknowledged.sort();
    acknowledged.dedup();
    assert_eq!(acknowledged.len(), SCANS, "each scan was acknowledged");
    app.assert_sound();
}

#[test]
fn no_acknowledged_scan_is_lost_on_sqlite() {
    killed_at_random_moments(Backend::Sqlite);
}

#[test]
fn no_acknowledged_scan_is_lost_on_postgres() {
    killed_at_random_moments(Backend::Postgres);
}

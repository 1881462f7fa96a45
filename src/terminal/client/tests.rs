//! The line against a server that misbehaves: every job is reported, and a lost server is found again.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc;
use std::thread;

use super::*;
use crate::web::api::wire::{Mode, Outcome, Tone, WireDesk, WireVerdict};

/// What the server does with the next request.
enum Act {
    Status {
        next_seq: i64,
    },
    /// Hangs up without an answer.
    HangUp,
    /// Answers the scan that it was sent.
    Verdict {
        outcome: Outcome,
        next_seq: i64,
    },
    /// 200 with some JSON.
    Json {
        body: &'static str,
    },
    Error {
        status: u16,
        body: &'static str,
    },
}

/// Plays the acts in their order and gives what the scans said: event id and number.
fn server(acts: Vec<Act>) -> (String, Receiver<(String, i64)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (scans, seen) = mpsc::channel();
    thread::spawn(move || {
        for act in acts {
            let (mut stream, _) = listener.accept().unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut line, mut length) = (String::new(), 0);
            while reader.read_line(&mut line).unwrap() > 2 {
                let lower = line.to_lowercase();
                length = lower.strip_prefix("content-length:").map_or(length, |n| n.trim().parse().unwrap());
                line.clear();
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            let event = serde_json::from_slice::<ScanRequest>(&body).ok().map(|request| request.events[0].clone());
            if let Some(event) = &event {
                scans.send((event.event_id.clone(), event.seq.unwrap())).unwrap();
            }
            let (status, body) = match act {
                Act::HangUp => continue,
                Act::Error { status, body } => (status, body.to_owned()),
                Act::Json { body } => (200, body.to_owned()),
                Act::Status { next_seq } => (200, status_of(next_seq)),
                Act::Verdict { outcome, next_seq } => {
                    (200, verdict_of(event.expect("a scan").event_id, outcome, next_seq))
                }
            };
            let kind = if body.starts_with('{') { "application/json" } else { "text/html" };
            let head = format!(
                "HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            );
            stream.write_all((head + &body).as_bytes()).unwrap();
        }
    });
    (address, seen)
}

fn status_of(next_seq: i64) -> String {
    let name = "Probe".to_owned();
    let status = TerminalStatus {
        id: String::new(),
        name,
        next_seq,
        desk: WireDesk::default(),
        server_version: String::new(),
        ..TerminalStatus::default()
    };
    serde_json::to_string(&status).unwrap()
}

fn verdict_of(event_id: String, outcome: Outcome, next_seq: i64) -> String {
    let verdict = WireVerdict {
        event_id,
        seq: None,
        outcome,
        tone: Tone::Ok,
        headline: String::new(),
        detail: String::new(),
        visit: None,
        pieces: None,
        asks: false,
        asks_lead: false,
        offers: false,
        lines: Vec::new(),
    };
    let response = ScanResponse { verdicts: vec![verdict], next_seq, desk: WireDesk::default() };
    serde_json::to_string(&response).unwrap()
}

fn event(id: &str) -> ScanEvent {
    ScanEvent {
        event_id: id.to_owned(),
        seq: None,
        occurred_at: "2026-11-22T10:15:00Z".to_owned(),
        actor: None,
        mode: Mode::Handout,
        code: "A7F39MXT4E".to_owned(),
        visit: None,
        quantity: 1,
        fields: Default::default(),
        told: None,
    }
}

/// Gives the jobs to the line, each when the one before was reported, with a server that plays these acts; gives what the
/// server saw and what the line reported.
fn play(acts: Vec<Act>, reports: usize, sends: &[&[(&str, i64)]]) -> (Vec<(String, i64)>, Vec<String>) {
    let (address, seen) = server(acts);
    let (jobs, to_do) = mpsc::channel();
    let (wake, news) = mpsc::channel();
    let line = thread::spawn(move || deliver(0, &Client::new(&address, "invented", Lang::De), &to_do, &wake));
    let mut sends = sends.iter();
    let mut told = Vec::new();
    for _ in 0..reports {
        let Ok(Wake::News { news, .. }) = news.recv_timeout(Duration::from_secs(20)) else { panic!("{told:?}") };
        let is_there = !matches!(*news, Report::Lost { .. } | Report::Foreign { .. });
        told.push(match *news {
            Report::Connected(status) => format!("connected {}", status.next_seq),
            Report::Lost { refused } => format!("lost {}", refused.unwrap_or_default()).trim().to_owned(),
            Report::Foreign { version } => format!("foreign {version}").trim().to_owned(),
            Report::Held => "held".to_owned(),
            Report::Booked { sent, response } => format!("{} {}", sent[0].0, response.verdicts[0].outcome),
            Report::Rejected { message } => format!("rejected {message}"),
            other => format!("{other:?}"),
        });
        if let Some(events) = sends.next().filter(|_| is_there) {
            let numbered = |(id, seq): &(&str, i64)| ScanEvent { seq: Some(*seq), ..event(id) };
            jobs.send(Job::Send(events.iter().map(numbered).collect())).unwrap();
        }
    }
    drop(jobs);
    line.join().unwrap();
    (seen.try_iter().collect(), told)
}

fn sent(scans: &[(&str, i64)]) -> Vec<(String, i64)> {
    scans.iter().map(|(id, seq)| ((*id).to_owned(), *seq)).collect()
}

#[test]
fn what_was_not_answered_is_said_to_be_in_doubt_and_the_line_tries_on() {
    let acts = vec![
        Act::Status { next_seq: 17 },
        Act::HangUp,
        Act::Error { status: 503, body: "busy" },
        Act::Error { status: 200, body: "<html>Please sign in to this network</html>" },
        Act::Status { next_seq: 18 },
        Act::Verdict { outcome: Outcome::Duplicate, next_seq: 18 },
    ];
    let (seen, told) = play(acts, 6, &[&[("one", 17)], &[], &[], &[], &[("one", 17)]]);
    assert_eq!(seen, sent(&[("one", 17), ("one", 17)]));
    assert_eq!(told, ["connected 17", "lost", "lost", "lost", "connected 18", "one duplicate"]);
}

#[test]
fn a_refused_terminal_says_so_and_waits_until_it_is_enrolled() {
    let acts = vec![
        Act::Error { status: 401, body: r#"{"error":"token","message":"Nicht angemeldet."}"# },
        Act::Status { next_seq: 1 },
    ];
    let (_, told) = play(acts, 2, &[]);
    assert_eq!(told, ["lost Nicht angemeldet.", "connected 1"]);
}

#[test]
fn a_server_of_another_time_is_told_from_one_that_is_away() {
    let acts = vec![
        Act::Json {
            body: r#"{"id":"","name":"","next_seq":1,"desk":{"mode":null,"visit":null,"tray":0,"asks":false,"intake":null,"volunteer":null},"server_version":"9.1.0"}"#,
        },
        Act::Json { body: r#"{"terminal":{"number":7}}"# },
        Act::Error { status: 404, body: "gone" },
        Act::Status { next_seq: 1 },
    ];
    let (_, told) = play(acts, 4, &[]);
    assert_eq!(told, ["foreign 9.1.0", "foreign", "lost", "connected 1"]);
}

#[test]
fn a_request_that_is_not_taken_is_reported_and_the_line_stays() {
    let acts = vec![
        Act::Status { next_seq: 1 },
        Act::Error { status: 400, body: r#"{"error":"bad","message":"Nicht lesbar."}"# },
        Act::Error { status: 423, body: r#"{"error":"quarantined","message":"Gesperrt."}"# },
        Act::Verdict { outcome: Outcome::Applied, next_seq: 2 },
        // A proxy's page says nothing about the scan.
        Act::Error { status: 413, body: "<html>too large</html>" },
        Act::Status { next_seq: 2 },
    ];
    let sends: [&[(&str, i64)]; 4] = [&[("one", 1)], &[("two", 1)], &[("three", 1)], &[("four", 2)]];
    let (seen, told) = play(acts, 6, &sends);
    assert_eq!(seen, sent(&[("one", 1), ("two", 1), ("three", 1), ("four", 2)]));
    assert_eq!(told, ["connected 1", "rejected Nicht lesbar.", "held", "three applied", "lost", "connected 2"]);
}

//! The line against a server that misbehaves: the same event again until it is answered, and never a number left out.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::mpsc;
use std::thread;

use super::*;
use crate::web::api::wire::{Mode, Tone, WireDesk, WireVerdict};

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
                Act::Status { next_seq } => (200, status_of(next_seq)),
                Act::Verdict { outcome, next_seq } => {
                    (200, verdict_of(event.expect("a scan").event_id, outcome, next_seq))
                }
            };
            let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
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

/// Sends the events to a server that plays these acts; gives what the server saw and what the terminal was told.
fn play(acts: Vec<Act>, ids: &[&str]) -> (Vec<(String, i64)>, Vec<String>) {
    let (address, seen) = server(acts);
    let (events, to_send) = mpsc::channel();
    let (wake, news) = mpsc::channel();
    for id in ids {
        events.send(event(id)).unwrap();
    }
    drop(events);
    deliver(0, &Client::new(&address, "invented", Lang::De), &to_send, &wake);
    drop(wake);
    let told = news.iter().map(|wake| match wake {
        Wake::News { news, .. } => match *news {
            News::Connected(status) => format!("connected {}", status.next_seq),
            News::Offline { refused } => format!("offline {}", refused.unwrap_or_default()),
            News::Answered { event_id, response } => format!("{event_id} {}", response.verdicts[0].outcome),
            News::Rejected { event_id, message } => format!("{event_id} rejected {message}"),
            other => format!("{other:?}"),
        },
        other => format!("{other:?}"),
    });
    (seen.try_iter().collect(), told.map(|line| line.trim().to_owned()).collect())
}

fn sent(scans: &[(&str, i64)]) -> Vec<(String, i64)> {
    scans.iter().map(|(id, seq)| ((*id).to_owned(), *seq)).collect()
}

#[test]
fn an_unanswered_scan_is_sent_again_with_the_same_id_and_number() {
    let acts = vec![
        Act::Status { next_seq: 17 },
        Act::HangUp,
        Act::Error { status: 503, body: "busy" },
        Act::Error { status: 200, body: "<html>Please sign in to this network</html>" },
        Act::Verdict { outcome: Outcome::Duplicate, next_seq: 18 },
        Act::Verdict { outcome: Outcome::Applied, next_seq: 19 },
    ];
    let (seen, told) = play(acts, &["one", "two"]);
    assert_eq!(seen, sent(&[("one", 17), ("one", 17), ("one", 17), ("one", 17), ("two", 18)]));
    assert_eq!(told, ["connected 17", "offline", "offline", "offline", "one duplicate", "two applied"]);
}

#[test]
fn a_server_that_counts_from_elsewhere_is_asked_and_the_scan_numbered_anew() {
    let acts = vec![
        Act::Status { next_seq: 17 },
        Act::Verdict { outcome: Outcome::Refused, next_seq: 5 },
        Act::Status { next_seq: 5 },
        Act::Verdict { outcome: Outcome::Applied, next_seq: 6 },
    ];
    let (seen, told) = play(acts, &["one"]);
    assert_eq!(seen, sent(&[("one", 17), ("one", 5)]));
    assert_eq!(told, ["connected 17", "connected 5", "one applied"]);
}

#[test]
fn a_refused_terminal_says_so_and_waits_until_it_is_enrolled() {
    let acts = vec![
        Act::Error { status: 401, body: r#"{"error":"token","message":"Nicht angemeldet."}"# },
        Act::Status { next_seq: 1 },
        Act::Verdict { outcome: Outcome::Applied, next_seq: 2 },
    ];
    let (_, told) = play(acts, &["one"]);
    assert_eq!(told, ["offline Nicht angemeldet.", "connected 1", "one applied"]);
}

#[test]
fn what_the_server_will_never_take_is_not_sent_for_ever() {
    let acts = vec![
        Act::Status { next_seq: 1 },
        Act::Error { status: 400, body: r#"{"error":"bad","message":"Nicht lesbar."}"# },
        Act::Status { next_seq: 1 },
        Act::Verdict { outcome: Outcome::Applied, next_seq: 2 },
    ];
    let (seen, told) = play(acts, &["one", "two"]);
    assert_eq!(seen, sent(&[("one", 1), ("two", 1)]));
    assert_eq!(told, ["connected 1", "one rejected Nicht lesbar.", "connected 1", "two applied"]);
}

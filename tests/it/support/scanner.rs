//! A scanner at an enrolled terminal: `scanner.scan("handout", &card)`, or a whole event made by hand.

use gabentisch::codes::{Code, Command};
use serde_json::{Value, json};

use super::Client;

/// One event, before it is sent.
#[derive(Clone, Debug)]
pub struct Event(pub Value);

impl Event {
    pub fn new(mode: &str, code: impl ToString) -> Event {
        Event(json!({
            "event_id": uuid::Uuid::now_v7().to_string(),
            "occurred_at": jiff::Timestamp::now().to_string(),
            "actor": null,
            "mode": mode,
            "code": code.to_string(),
            "visit": null,
            "quantity": 1,
            "fields": {},
        }))
    }

    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Event {
        self.0[name] = value.into();
        self
    }

    pub fn field(mut self, name: &str, value: impl Into<Value>) -> Event {
        self.0["fields"][name] = value.into();
        self
    }
}

pub struct Scanner {
    pub client: Client,
    pub next_seq: i64,
}

impl Scanner {
    pub fn scan(&mut self, mode: &str, code: impl ToString) -> Value {
        self.send(Event::new(mode, code))
    }

    pub fn command(&mut self, mode: &str, command: Command) -> Value {
        self.scan(mode, command.code())
    }

    /// Takes a piece in.
    pub fn take_in(&mut self, code: &Code, product: &str, size: &str, donation: Option<&Code>) -> Value {
        let mut event = Event::new("intake", code).field("product", product).field("size", size);
        if let Some(donation) = donation {
            event = event.field("donation", donation.to_string());
        }
        self.send(event)
    }

    /// Sends one event with the next sequence number and gives its verdict.
    #[track_caller]
    pub fn send(&mut self, event: Event) -> Value {
        self.send_all(vec![event]).remove(0)
    }

    /// Sends events in one request and gives their verdicts.
    #[track_caller]
    pub fn send_all(&mut self, events: Vec<Event>) -> Vec<Value> {
        let events = self.numbered(events);
        self.send_raw(&events)
    }

    /// Gives the events their sequence numbers without sending them.
    pub fn numbered(&mut self, events: Vec<Event>) -> Vec<Value> {
        let mut numbered = Vec::new();
        for event in events {
            numbered.push(event.with("seq", self.next_seq).0);
            self.next_seq += 1;
        }
        numbered
    }

    #[track_caller]
    pub fn send_raw(&mut self, events: &[Value]) -> Vec<Value> {
        let answer = self.client.post_json("/api/v1/scans", &json!({ "events": events })).expect(200).json();
        self.next_seq = answer["next_seq"].as_i64().expect("a sequence number");
        let verdicts = answer["verdicts"].as_array().expect("verdicts").clone();
        assert_eq!(verdicts.len(), events.len(), "exactly one verdict for each event");
        verdicts
    }
}

//! The terminal's side of the wire: one event at a time, in order, again until it is answered.

#[cfg(test)]
mod tests;

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use serde::de::DeserializeOwned;
use ureq::http::Response;
use ureq::{Agent, Body};

use super::Wake;
use super::state::News;
use super::tongue::Tongue;
use crate::texts::Lang;
use crate::web::api::wire::{Outcome, ScanEvent, ScanRequest, ScanResponse, TerminalStatus, WireError, WireProduct};

/// Waits between two tries, the last one for all further tries.
const BACK_OFF_MS: [u64; 5] = [300, 700, 1_500, 3_000, 5_000];
/// How often an idle terminal asks whether the server is still there.
const HEARTBEAT: Duration = Duration::from_secs(20);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
const ANSWER_TIMEOUT: Duration = Duration::from_secs(12);
/// How often a scan is numbered anew when the server's count differs, before its refusal is shown.
const MOST_RENUMBERINGS: u32 = 3;

/// A connection to one server with one terminal's token.
#[derive(Clone)]
pub struct Client {
    agent: Agent,
    server: String,
    token: String,
    tongue: Tongue,
}

/// Why there is no answer.
#[derive(Debug)]
enum Trouble {
    /// No network, no server, a server that is too busy: try again.
    Away,
    /// The server does not accept this terminal: try again later, somebody may enrol it. Its sentence.
    Refused(String),
    /// The server will never accept this request. Its sentence.
    Rejected(String),
}

impl Client {
    /// `server` is an address such as `http://192.168.1.10:8080`.
    pub fn new(server: &str, token: &str, lang: Lang) -> Client {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(CONNECT_TIMEOUT))
            .timeout_global(Some(ANSWER_TIMEOUT))
            .proxy(None)
            .build()
            .new_agent();
        Client {
            agent,
            server: server.trim_end_matches('/').to_owned(),
            token: token.to_owned(),
            tongue: Tongue::new(lang),
        }
    }

    /// The language of its requests, to be changed from elsewhere.
    pub fn tongue(&self) -> Tongue {
        self.tongue.clone()
    }

    fn status(&self) -> Result<TerminalStatus, Trouble> {
        let answer = self
            .agent
            .get(format!("{}/api/v1/terminal", self.server))
            .header("Authorization", format!("Bearer {}", self.token))
            .header("Accept-Language", self.tongue.lang().tag())
            .call();
        read(answer)
    }

    fn scans(&self, event: &ScanEvent) -> Result<ScanResponse, Trouble> {
        let answer = self
            .agent
            .post(format!("{}/api/v1/scans", self.server))
            .header("Authorization", format!("Bearer {}", self.token))
            .header("Accept-Language", self.tongue.lang().tag())
            .send_json(ScanRequest { events: vec![event.clone()] });
        read(answer)
    }

    fn products(&self, query: &str) -> Result<Vec<WireProduct>, Trouble> {
        let answer = self
            .agent
            .get(format!("{}/api/v1/products", self.server))
            .query("q", query)
            .header("Authorization", format!("Bearer {}", self.token))
            .header("Accept-Language", self.tongue.lang().tag())
            .call();
        read(answer)
    }
}

fn read<T: DeserializeOwned>(answer: Result<Response<Body>, ureq::Error>) -> Result<T, Trouble> {
    let mut answer = answer.map_err(|_| Trouble::Away)?;
    let status = answer.status().as_u16();
    if status == 200 {
        // A page of somebody else's network in between is no answer either.
        return answer.body_mut().read_json().map_err(|_| Trouble::Away);
    }
    let said = |answer: &mut Response<Body>| {
        answer.body_mut().read_json::<WireError>().map_or_else(|_| format!("HTTP {status}"), |error| error.message)
    };
    match status {
        401 | 403 => Err(Trouble::Refused(said(&mut answer))),
        400 | 413 | 415 | 422 => Err(Trouble::Rejected(said(&mut answer))),
        _ => Err(Trouble::Away),
    }
}

/// Sends events until the sender hangs up. Runs on a thread of its own.
pub fn deliver(pane: usize, client: &Client, events: &Receiver<ScanEvent>, news: &Sender<Wake>) {
    let mut line = Line { pane, client, news, next_seq: None };
    line.connect();
    loop {
        match events.recv_timeout(HEARTBEAT) {
            Ok(event) => line.send(event),
            Err(RecvTimeoutError::Timeout) => line.heartbeat(),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Answers searches, always the newest; older ones that still wait are of no interest.
pub fn search(pane: usize, client: &Client, queries: &Receiver<String>, news: &Sender<Wake>) {
    while let Ok(query) = queries.recv() {
        let query = queries.try_iter().last().unwrap_or(query);
        let found = match client.products(&query) {
            Ok(products) => News::Found { query, products },
            Err(_) => News::SearchFailed { query },
        };
        if news.send(Wake::News { pane, news: Box::new(found) }).is_err() {
            return;
        }
    }
}

struct Line<'a> {
    pane: usize,
    client: &'a Client,
    news: &'a Sender<Wake>,
    next_seq: Option<i64>,
}

impl Line<'_> {
    fn tell(&self, news: News) {
        // When nobody listens any more the program is ending.
        let _ = self.news.send(Wake::News { pane: self.pane, news: Box::new(news) });
    }

    /// Asks the server where the sequence stands, until it says so.
    fn connect(&mut self) -> i64 {
        for attempt in 0.. {
            match self.client.status() {
                Ok(status) => {
                    let next_seq = status.next_seq;
                    self.next_seq = Some(next_seq);
                    self.tell(News::Connected(status));
                    return next_seq;
                }
                Err(trouble) => self.wait(trouble, attempt),
            }
        }
        unreachable!("the tries never end")
    }

    fn heartbeat(&mut self) {
        match self.client.status() {
            Ok(status) => {
                self.next_seq = Some(status.next_seq);
                self.tell(News::Connected(status));
            }
            Err(trouble) => {
                self.wait(trouble, 0);
                self.connect();
            }
        }
    }

    fn wait(&self, trouble: Trouble, attempt: usize) {
        let refused = match trouble {
            Trouble::Away => None,
            Trouble::Refused(message) | Trouble::Rejected(message) => Some(message),
        };
        self.tell(News::Offline { refused });
        std::thread::sleep(Duration::from_millis(BACK_OFF_MS[attempt.min(BACK_OFF_MS.len() - 1)]));
    }

    /// Sends one event, the same id and number each time, until there is an answer.
    fn send(&mut self, mut event: ScanEvent) {
        let mut attempt = 0;
        let mut renumbered = 0;
        loop {
            let seq = match self.next_seq {
                Some(seq) => seq,
                None => self.connect(),
            };
            event.seq = Some(seq);
            match self.client.scans(&event) {
                Ok(response) => {
                    let verdict = response.verdicts.iter().find(|verdict| verdict.event_id == event.event_id);
                    let Some(outcome) = verdict.map(|verdict| verdict.outcome) else {
                        self.wait(Trouble::Away, attempt);
                        attempt += 1;
                        continue;
                    };
                    self.next_seq = Some(response.next_seq);
                    // Refused for its number alone: the server counts from elsewhere (it was restored) and has not
                    // recorded the event.
                    if outcome == Outcome::Refused && response.next_seq <= seq && renumbered < MOST_RENUMBERINGS {
                        renumbered += 1;
                        self.connect();
                        continue;
                    }
                    return self.tell(News::Answered { event_id: event.event_id, response });
                }
                Err(Trouble::Rejected(message)) => {
                    // Whether it took its number is in doubt.
                    self.next_seq = None;
                    return self.tell(News::Rejected { event_id: event.event_id, message });
                }
                Err(trouble) => {
                    self.wait(trouble, attempt);
                    attempt += 1;
                }
            }
        }
    }
}

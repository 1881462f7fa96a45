//! The terminal's side of the wire: one request at a time, what came of it is told, and what follows is decided elsewhere.

#[cfg(test)]
mod tests;

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use serde::de::DeserializeOwned;
use ureq::http::Response;
use ureq::typestate::WithoutBody;
use ureq::{Agent, Body, RequestBuilder};

use super::tongue::Tongue;
use super::{Wake, trust};
use crate::texts::Lang;
use crate::web::api::wire::{ScanEvent, ScanRequest, ScanResponse, Snapshot, TerminalStatus, WireError, WireProduct};

/// Waits between two tries, the last one for all further tries.
const BACK_OFF_MS: [u64; 5] = [300, 700, 1_500, 3_000, 5_000];
/// How often an idle terminal asks whether the server is still there.
const HEARTBEAT: Duration = Duration::from_secs(20);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
/// For one scan: the desk has gone on long before.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(6);
/// For a hundred of them, and for a snapshot.
const LARGE_TIMEOUT: Duration = Duration::from_secs(30);
/// A snapshot of a whole region stays far below this.
const LARGEST_SNAPSHOT: u64 = 256 * 1024 * 1024;

/// Something for the line to do. The next one is given when the last one was reported.
#[derive(Debug)]
pub enum Job {
    /// Asks how things stand, at once instead of at the next heartbeat.
    Look,
    Send(Vec<ScanEvent>),
}

/// Something that does not concern the order of scans.
#[derive(Debug)]
pub enum Errand {
    Search(String),
    Snapshot,
}

/// What came of a job or an errand.
#[derive(Debug)]
pub enum Report {
    /// The server is back, or says how things stand because it was asked.
    Connected(TerminalStatus),
    /// It says so because nothing else was to be done; meanwhile something may be.
    Beat(TerminalStatus),
    /// Not reached, or not accepted: then with its sentence. The line tries on by itself; what was being sent is in doubt.
    Lost {
        refused: Option<String>,
    },
    /// A server of another time: its version, if it says one.
    Foreign {
        version: String,
    },
    /// Nothing is booked until a coordinator has looked.
    Held,
    /// Answers to these events, by id and number.
    Booked {
        sent: Vec<(String, i64)>,
        response: ScanResponse,
    },
    /// The server will never take this request.
    Rejected {
        message: String,
    },
    Found {
        query: String,
        products: Vec<WireProduct>,
    },
    SearchFailed {
        query: String,
    },
    Snapshot(Box<Snapshot>),
    NoSnapshot,
}

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
    Held,
    /// It does not speak our language.
    Foreign(String),
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
            .tls_config(trust::config())
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

    fn get(&self, path: &str) -> RequestBuilder<WithoutBody> {
        self.agent
            .get(format!("{}{path}", self.server))
            .header("Authorization", format!("Bearer {}", self.token))
            .header("Accept-Language", self.tongue.lang().tag())
    }

    /// A certificate that is not accepted will not become better by waiting: somebody has to do something.
    fn read<T: DeserializeOwned>(&self, answer: Result<Response<Body>, ureq::Error>) -> Result<T, Trouble> {
        match &answer {
            Err(error) => match trust::trouble(error, self.tongue.lang()) {
                Some(sentence) => Err(Trouble::Refused(sentence)),
                None => Err(Trouble::Away),
            },
            Ok(_) => read(answer),
        }
    }

    fn status(&self) -> Result<TerminalStatus, Trouble> {
        let status: TerminalStatus = match self.read(self.get("/api/v1/terminal").call()) {
            // Somebody answers, but knows no terminals of our kind.
            Err(Trouble::Rejected(_)) => return Err(Trouble::Foreign(String::new())),
            other => other?,
        };
        if major(&status.server_version) != major(env!("CARGO_PKG_VERSION")) {
            return Err(Trouble::Foreign(status.server_version));
        }
        Ok(status)
    }

    fn scans(&self, events: &[ScanEvent]) -> Result<ScanResponse, Trouble> {
        let timeout = if events.len() > 1 { LARGE_TIMEOUT } else { ANSWER_TIMEOUT };
        let answer = self
            .agent
            .post(format!("{}/api/v1/scans", self.server))
            .config()
            .timeout_global(Some(timeout))
            .build()
            .header("Authorization", format!("Bearer {}", self.token))
            .header("Accept-Language", self.tongue.lang().tag())
            .send_json(ScanRequest { events: events.to_vec(), desk_of: None, sender: None });
        self.read(answer)
    }

    fn products(&self, query: &str) -> Result<Vec<WireProduct>, Trouble> {
        read(self.get("/api/v1/products").query("q", query).call())
    }

    fn snapshot(&self) -> Result<Snapshot, Trouble> {
        let request = self.get("/api/v1/terminal/snapshot").config().timeout_global(Some(LARGE_TIMEOUT)).build();
        let mut answer = request.call().map_err(|_| Trouble::Away)?;
        if answer.status() != 200 {
            return Err(Trouble::Away);
        }
        answer.body_mut().with_config().limit(LARGEST_SNAPSHOT).read_json().map_err(|_| Trouble::Away)
    }
}

/// What must be equal for two versions to understand each other. A server that says none is an old one of ours.
fn major(version: &str) -> &str {
    match version.split('.').next() {
        None | Some("") => env!("CARGO_PKG_VERSION_MAJOR"),
        Some(major) => major,
    }
}

fn read<T: DeserializeOwned>(answer: Result<Response<Body>, ureq::Error>) -> Result<T, Trouble> {
    let mut answer = answer.map_err(|_| Trouble::Away)?;
    let status = answer.status().as_u16();
    if status == 200 {
        let kind = answer.headers().get("Content-Type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        // A page of somebody else's network in between is no answer; our kind of answer in another shape is another version.
        let is_ours = kind.starts_with("application/json");
        let trouble = |_| if is_ours { Trouble::Foreign(String::new()) } else { Trouble::Away };
        return answer.body_mut().read_json().map_err(trouble);
    }
    let said = |answer: &mut Response<Body>| {
        answer.body_mut().read_json::<WireError>().map_or_else(|_| format!("HTTP {status}"), |error| error.message)
    };
    match status {
        401 | 403 => Err(Trouble::Refused(said(&mut answer))),
        // Only in the server's own words: a page of something in between says nothing about the scan.
        400 | 404 | 413 | 415 | 422 => match answer.body_mut().read_json::<WireError>() {
            Ok(error) => Err(Trouble::Rejected(error.message)),
            Err(_) => Err(Trouble::Away),
        },
        423 => Err(Trouble::Held),
        _ => Err(Trouble::Away),
    }
}

/// Does jobs until nobody gives any more. Runs on a thread of its own.
pub fn deliver(pane: usize, client: &Client, jobs: &Receiver<Job>, news: &Sender<Wake>) {
    let line = Line { pane, client, news };
    // The first job is to connect.
    let mut job = Some(Job::Look);
    loop {
        let done = match job.take() {
            Some(Job::Send(events)) => line.send(&events),
            Some(Job::Look) => line.look(Report::Connected),
            None => line.look(Report::Beat),
        };
        if !done && !line.reconnect(jobs) {
            return;
        }
        match jobs.recv_timeout(HEARTBEAT) {
            Ok(next) => job = Some(next),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Does errands; of several searches only the newest is of interest.
pub fn run_errands(pane: usize, client: &Client, errands: &Receiver<Errand>, news: &Sender<Wake>) {
    while let Ok(errand) = errands.recv() {
        let mut next = vec![errand];
        next.extend(errands.try_iter());
        let last = next.iter().rposition(|errand| matches!(errand, Errand::Search(_)));
        for (place, errand) in next.into_iter().enumerate() {
            let report = match errand {
                Errand::Search(_) if last != Some(place) => continue,
                Errand::Search(query) => match client.products(&query) {
                    Ok(products) => Report::Found { query, products },
                    Err(_) => Report::SearchFailed { query },
                },
                Errand::Snapshot => match client.snapshot() {
                    Ok(snapshot) => Report::Snapshot(Box::new(snapshot)),
                    Err(_) => Report::NoSnapshot,
                },
            };
            if news.send(Wake::News { pane, news: Box::new(report) }).is_err() {
                return;
            }
        }
    }
}

struct Line<'a> {
    pane: usize,
    client: &'a Client,
    news: &'a Sender<Wake>,
}

impl Line<'_> {
    fn tell(&self, report: Report) {
        // When nobody listens any more the program is ending.
        let _ = self.news.send(Wake::News { pane: self.pane, news: Box::new(report) });
    }

    /// Whether the server answered.
    fn look(&self, report: fn(TerminalStatus) -> Report) -> bool {
        match self.client.status() {
            Ok(status) => {
                self.tell(report(status));
                true
            }
            Err(trouble) => self.trouble(trouble),
        }
    }

    fn send(&self, events: &[ScanEvent]) -> bool {
        match self.client.scans(events) {
            Ok(response) => {
                let sent = events.iter().map(|event| (event.event_id.clone(), event.seq.unwrap_or(0))).collect();
                self.tell(Report::Booked { sent, response });
                true
            }
            Err(trouble) => self.trouble(trouble),
        }
    }

    fn trouble(&self, trouble: Trouble) -> bool {
        let (report, is_there) = match trouble {
            Trouble::Away => (Report::Lost { refused: None }, false),
            Trouble::Refused(message) => (Report::Lost { refused: Some(message) }, false),
            Trouble::Foreign(version) => (Report::Foreign { version }, false),
            Trouble::Held => (Report::Held, true),
            Trouble::Rejected(message) => (Report::Rejected { message }, true),
        };
        self.tell(report);
        is_there
    }

    /// Tries until the server is back; whether anybody still waits for that. Jobs of before are void: what they were about
    /// is given again.
    fn reconnect(&self, jobs: &Receiver<Job>) -> bool {
        for attempt in 0.. {
            let pause = Duration::from_millis(BACK_OFF_MS[BACK_OFF_MS.len().min(attempt + 1) - 1]);
            match jobs.recv_timeout(pause) {
                Err(RecvTimeoutError::Disconnected) => return false,
                Err(RecvTimeoutError::Timeout) => {}
                Ok(_) => std::thread::sleep(pause),
            }
            if self.look(Report::Connected) {
                break;
            }
        }
        true
    }
}

//! The wire of an enrolment: ask for a code, then ask until somebody has decided.

use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use ureq::http::Response;
use ureq::{Agent, Body};

use super::News;
use crate::terminal::trust;
use crate::texts::Lang;
use crate::web::api::wire::{EnrolmentRequest, EnrolmentStarted, EnrolmentStatus, WireError};

/// How often the server is asked whether somebody has typed the code.
const ASK: Duration = Duration::from_secs(2);
const RETRY: Duration = Duration::from_secs(3);
/// After the server said that it will not now.
const LATER: Duration = Duration::from_secs(15);
/// A code is never thought to be valid for longer, whatever the clocks say.
const LONGEST: Duration = Duration::from_secs(3600);
const SHORTEST: Duration = Duration::from_secs(20);
const TIMEOUT: Duration = Duration::from_secs(8);

pub struct Line {
    agent: Agent,
    server: String,
    lang: Lang,
    name: String,
}

/// Why there is no answer.
#[derive(Debug)]
enum Trouble {
    Away,
    Foreign,
    /// The server does not know this request (any more).
    Gone,
    Says(String),
}

impl Line {
    pub fn new(server: &str, lang: Lang, name: String) -> Line {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(Duration::from_secs(3)))
            .timeout_global(Some(TIMEOUT))
            .proxy(None)
            .tls_config(trust::config())
            .build()
            .new_agent();
        Line { agent, server: server.trim_end_matches('/').to_owned(), lang, name }
    }

    /// Asks until the device is approved. A refused one asks again when `again` says so.
    pub fn serve(&self, news: &Sender<News>, again: &Receiver<()>) {
        loop {
            let (next, pause) = match self.start() {
                Ok((started, left)) => {
                    if news.send(News::Waits { code: started.code.clone(), left }).is_err() {
                        return;
                    }
                    match self.wait(&started, left, news) {
                        Some(end @ News::Approved { .. }) => return drop(news.send(end)),
                        Some(News::Refused) => {
                            if news.send(News::Refused).is_err() || again.recv().is_err() {
                                return;
                            }
                            continue;
                        }
                        // Too old, or forgotten: the next one.
                        _ => continue,
                    }
                }
                Err(Trouble::Away) => (News::Away, RETRY),
                Err(Trouble::Foreign | Trouble::Gone) => (News::Foreign, RETRY),
                Err(Trouble::Says(sentence)) => (News::Says(sentence), LATER),
            };
            if news.send(next).is_err() {
                return;
            }
            std::thread::sleep(pause);
        }
    }

    /// Until somebody has decided; `None` when the code is too old.
    fn wait(&self, started: &EnrolmentStarted, left: Duration, news: &Sender<News>) -> Option<News> {
        let begin = Instant::now();
        let mut in_trouble = false;
        while begin.elapsed() < left {
            std::thread::sleep(ASK);
            let told = match self.status(started) {
                Ok(status) => match (status.state.as_str(), status.token) {
                    ("approved", Some(token)) => return Some(News::Approved { token }),
                    ("refused", _) => return Some(News::Refused),
                    ("waiting", _) => {
                        let left = left.saturating_sub(begin.elapsed());
                        let code = started.code.clone();
                        let told = in_trouble.then_some(News::Waits { code, left });
                        in_trouble = false;
                        told
                    }
                    _ => return None,
                },
                Err(Trouble::Gone) => return None,
                Err(trouble) => {
                    in_trouble = true;
                    Some(match trouble {
                        Trouble::Says(sentence) => News::Says(sentence),
                        Trouble::Foreign => News::Foreign,
                        Trouble::Away | Trouble::Gone => News::Away,
                    })
                }
            };
            if told.is_some_and(|told| news.send(told).is_err()) {
                return None;
            }
        }
        None
    }

    fn away(&self, error: &ureq::Error) -> Trouble {
        trust::trouble(error, self.lang).map_or(Trouble::Away, Trouble::Says)
    }

    fn start(&self) -> Result<(EnrolmentStarted, Duration), Trouble> {
        let answer = self
            .agent
            .post(format!("{}/api/v1/enrolments", self.server))
            .header("Accept-Language", self.lang.tag())
            .send_json(EnrolmentRequest { name: self.name.clone() });
        let mut answer = answer.map_err(|error| self.away(&error))?;
        let date = answer.headers().get("date").and_then(|date| date.to_str().ok()).and_then(http_date);
        let started: EnrolmentStarted = read(&mut answer)?;
        let left = time_left(&started.expires_at, date.unwrap_or_else(Timestamp::now));
        Ok((started, left))
    }

    fn status(&self, started: &EnrolmentStarted) -> Result<EnrolmentStatus, Trouble> {
        let answer = self
            .agent
            .get(format!("{}/api/v1/enrolments/{}", self.server, started.id))
            .header("Authorization", format!("Bearer {}", started.secret))
            .header("Accept-Language", self.lang.tag())
            .call();
        read(&mut answer.map_err(|error| self.away(&error))?)
    }
}

fn read<T: DeserializeOwned>(answer: &mut Response<Body>) -> Result<T, Trouble> {
    let status = answer.status().as_u16();
    if (200..300).contains(&status) {
        return answer.body_mut().read_json().map_err(|_| Trouble::Foreign);
    }
    // Only our server says why in this form.
    let said = answer.body_mut().read_json::<WireError>();
    match (status, said) {
        (404 | 410, _) | (401 | 403, _) => Err(Trouble::Gone),
        (_, Ok(error)) => Err(Trouble::Says(error.message)),
        (500.., Err(_)) => Err(Trouble::Away),
        (_, Err(_)) => Err(Trouble::Foreign),
    }
}

/// By the server's own clock, because a device without a battery believes that it is 1970.
fn time_left(expires_at: &str, now: Timestamp) -> Duration {
    let Ok(expires) = expires_at.parse::<Timestamp>() else { return SHORTEST };
    let left = Duration::try_from(expires.duration_since(now)).unwrap_or_default();
    left.clamp(SHORTEST, LONGEST)
}

fn http_date(text: &str) -> Option<Timestamp> {
    jiff::fmt::rfc2822::parse(text).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_by_the_servers_clock() {
        let date = http_date("Sun, 22 Nov 2026 14:00:00 GMT").expect("a date of HTTP");
        assert_eq!(time_left("2026-11-22T14:10:00Z", date), Duration::from_secs(600));
        assert_eq!(time_left("2026-11-22T14:10:00Z", Timestamp::UNIX_EPOCH), LONGEST);
        assert_eq!(time_left("2026-11-22T13:00:00Z", date), SHORTEST);
        assert_eq!(time_left("soon", date), SHORTEST);
    }
}

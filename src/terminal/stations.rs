//! The further scanners of a device: each is a desk of its own at the server, with its own token.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ureq::Agent;

use super::{Wake, token};
use crate::texts::Lang;
use crate::web::api::wire::{StationRequest, StationToken, WireError};

const RETRY: Duration = Duration::from_secs(3);
/// After the server said that it will not.
const LATER: Duration = Duration::from_secs(15);
const TIMEOUT: Duration = Duration::from_secs(8);

/// How it goes with a further scanner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Station {
    Enrolled {
        token: String,
    },
    /// Asked again soon; with the server's sentence when it said one.
    Waits(Option<String>),
}

/// Asks for the tokens of further scanners, one after the other, until the server gives them.
pub struct Asking {
    pub server: String,
    /// Of the device itself.
    pub token: String,
    pub lang: Lang,
    /// Where the tokens are kept.
    pub path: PathBuf,
}

impl Asking {
    /// Asks for the scanners at these places, from 0, on a thread of its own.
    pub fn start(self, panes: Vec<usize>, wake: Sender<Wake>) {
        thread::spawn(move || {
            let agent = Agent::config_builder()
                .http_status_as_error(false)
                .max_redirects(0)
                .timeout_global(Some(TIMEOUT))
                .proxy(None)
                .tls_config(super::trust::config())
                .build()
                .new_agent();
            for pane in panes {
                loop {
                    let station = self.ask(&agent, pane + 1);
                    let pause = match &station {
                        Station::Enrolled { token } => {
                            self.keep(pane + 1, token);
                            None
                        }
                        Station::Waits(None) => Some(RETRY),
                        Station::Waits(Some(_)) => Some(LATER),
                    };
                    if wake.send(Wake::Station { pane, station }).is_err() {
                        return;
                    }
                    match pause {
                        Some(pause) => thread::sleep(pause),
                        None => break,
                    }
                }
            }
        });
    }

    fn ask(&self, agent: &Agent, number: usize) -> Station {
        let request = StationRequest { number: i32::try_from(number).unwrap_or(i32::MAX) };
        let answer = agent
            .post(format!("{}/api/v1/terminal/stations", self.server.trim_end_matches('/')))
            .header("Authorization", format!("Bearer {}", self.token))
            .header("Accept-Language", self.lang.tag())
            .send_json(request);
        let Ok(mut answer) = answer else { return Station::Waits(None) };
        let status = answer.status().as_u16();
        if (200..300).contains(&status) {
            return match answer.body_mut().read_json::<StationToken>() {
                Ok(given) => Station::Enrolled { token: given.token },
                Err(_) => Station::Waits(None),
            };
        }
        let said = answer.body_mut().read_json::<WireError>();
        Station::Waits(Some(said.map_or_else(|_| format!("HTTP {status}"), |error| error.message)))
    }

    /// A file that cannot be written costs one more question at the next start.
    fn keep(&self, number: usize, station: &str) {
        if let Ok(mut file) = token::read(&self.path) {
            file.stations.remember(&self.token, number, station.to_owned());
            let _ = token::write(&self.path, &file);
        }
    }
}

//! The town's scanner: events as an enrolled terminal sends them, in requests of a few minutes of work.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::town::Town;
use crate::actions::scan::{Incoming, Said, scan};
use crate::actions::{ActionError, Actor};
use crate::codes::Code;
use crate::domain::EventId;
use crate::domain::desk::{Mode, Outcome};

/// What happened longer ago when it arrives counts as recorded offline; a request is sent well before.
const LONGEST_REQUEST: SignedDuration = SignedDuration::from_secs(200);

/// The terminal on the counter.
pub(super) struct Scanner {
    device: Actor,
    next_seq: i64,
    /// The badge of the volunteer who scans.
    pub volunteer: Code,
    waiting: Vec<Incoming>,
    since: Timestamp,
    outcomes: BTreeMap<EventId, Outcome>,
}

impl Scanner {
    pub(super) fn new(device: Actor, volunteer: Code) -> Scanner {
        Scanner {
            device,
            next_seq: 1,
            volunteer,
            waiting: Vec::new(),
            since: Timestamp::UNIX_EPOCH,
            outcomes: BTreeMap::new(),
        }
    }
}

impl Town {
    /// Somebody scans a code, so many seconds after the last scan.
    pub(super) fn scan(&mut self, after: i64, mode: Mode, code: impl ToString) -> Result<EventId, ActionError> {
        self.scan_piece(after, mode, code, 1, Said::default())
    }

    /// Somebody scans a code and says what it is, or how many.
    pub(super) fn scan_piece(
        &mut self,
        after: i64,
        mode: Mode,
        code: impl ToString,
        quantity: i64,
        said: Said,
    ) -> Result<EventId, ActionError> {
        self.pass(after);
        if !self.scanner.waiting.is_empty() && self.at.duration_since(self.scanner.since) > LONGEST_REQUEST {
            self.send()?;
        }
        let id = EventId(self.house.uuid());
        if self.scanner.waiting.is_empty() {
            self.scanner.since = self.at;
        }
        let mut event = Incoming::here(id, mode, code.to_string(), self.at);
        event.seq = Some(self.scanner.next_seq + self.scanner.waiting.len() as i64);
        event.actor = Some(self.scanner.volunteer.to_string());
        event.quantity = quantity;
        event.said = said;
        self.scanner.waiting.push(event);
        Ok(id)
    }

    /// Sends what waits and gives the outcome of every scan since the last time.
    pub(super) fn outcomes(&mut self) -> Result<BTreeMap<EventId, Outcome>, ActionError> {
        self.send()?;
        Ok(std::mem::take(&mut self.scanner.outcomes))
    }

    fn send(&mut self) -> Result<(), ActionError> {
        let events = std::mem::take(&mut self.scanner.waiting);
        if events.is_empty() {
            return Ok(());
        }
        let ids: Vec<EventId> = events.iter().filter_map(|event| event.id.ok()).collect();
        let answers = scan(&self.house, &self.scanner.device, events)?;
        self.scanner.next_seq = answers.next_seq;
        self.scanner.outcomes.extend(ids.into_iter().zip(answers.answers.iter().map(|answer| answer.outcome)));
        Ok(())
    }
}

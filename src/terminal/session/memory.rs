//! What the terminal takes along: the snapshot, when it is fetched, and what a restart makes of the journal.

use jiff::Timestamp;

use super::*;
use crate::domain::snapshot::Snapshot;
use crate::terminal::journal::{Found, MOST_UNSENT};
use crate::terminal::local::CLOSE;

/// How often an idle terminal fetches a new snapshot, and when it tries again after it got none.
const EVERY_MS: u64 = 10 * 60_000;
const AGAIN_MS: u64 = 60_000;
/// Nobody has scanned for so long: the desk is idle.
const IDLE_MS: u64 = 1_500;

/// When the snapshot is fetched.
#[derive(Default)]
pub struct Due {
    at_ms: u64,
    /// How much had been booked when it was asked for.
    asked: Option<usize>,
}

impl Due {
    /// As soon as the desk is idle.
    pub fn soon(&mut self) {
        self.at_ms = 0;
    }
}

/// Keeps what was booked since the snapshot was asked for; when no snapshot ever comes, the oldest of it is given up.
pub fn remember(since: &mut Vec<(ScanEvent, Outcome)>, due: &mut Due, booked: (ScanEvent, Outcome)) {
    if since.len() >= 2 * MOST_UNSENT {
        since.drain(..MOST_UNSENT);
        due.asked = due.asked.map(|asked| asked.saturating_sub(MOST_UNSENT));
    }
    since.push(booked);
}

impl Session {
    /// Builds up what was known before the program ended: snapshot, what was booked since, what the desk remembered. What
    /// never got a verdict gets one, for whoever asks later.
    pub(super) fn recall(&mut self, found: Found, now: Timestamp) {
        let snapshot = vault::get(self.folder.path(), &self.token, now);
        if snapshot.is_err() {
            self.machine.hint_at_start(say::terminal_snapshot_unreadable());
        }
        let snapshot = snapshot.unwrap_or_default();
        let taken = snapshot.as_ref().map(|snapshot| snapshot.taken_at);
        self.local.renew(snapshot);
        self.local.remember(found.desk.unwrap_or_default(), None);
        for kept in found.past {
            let is_unsent = self.journal.has(&kept.event.event_id);
            let occurred: Timestamp = kept.event.occurred_at.parse().unwrap_or(now);
            let is_known = taken.is_some_and(|taken| occurred.duration_since(taken) < -CLOSE);
            if let Some(outcome) = kept.answered {
                if !is_known {
                    self.local.replay(&kept.event, outcome);
                    self.since.push((kept.event, outcome));
                }
                if let Some(desk) = kept.desk {
                    self.local.remember(desk, None);
                }
            } else if is_unsent {
                let outcome = kept.told.unwrap_or_else(|| {
                    let outcome = self.local.decide(&kept.event).outcome();
                    // On a full disk it is only sent without.
                    let _ = self.journal.tell(&kept.event.event_id, outcome);
                    outcome
                });
                self.local.replay(&kept.event, outcome);
                self.since.push((kept.event, outcome));
            }
        }
        match (found.damaged, found.torn) {
            (0, true) => self.machine.hint_at_start(say::terminal_journal_torn()),
            (1.., _) => self.machine.hint_at_start(say::terminal_journal_damaged(found.damaged)),
            (0, false) => {}
        }
        self.note();
    }

    /// Fetches a snapshot when it is time and nobody scans, forgets one that is too old, looks whether a coordinator has
    /// released the terminal.
    pub(super) fn tend(&mut self, now: Moment) -> Vec<Outward> {
        if self.local.is_stale(now.at, self.clock.is_set()) {
            self.local.renew(None);
            // What was booked here was booked all the same.
            self.local.replay_all(&self.since);
            vault::forget(self.folder.path());
        }
        // A desk that is never idle gets one too: the first at once, a further one when it is long due. The scan that is
        // with the server at that moment is played again over it.
        let pressing = self.local.stand().is_none() || now.ms >= self.snapshot.at_ms + EVERY_MS;
        let idle = self.machine.is_idle(now.ms, IDLE_MS) && self.journal.unsent().is_empty();
        let may = idle || (pressing && self.journal.unsent().len() <= 1);
        if self.up && may && !self.journal.is_held() && self.snapshot.asked.is_none() && now.ms >= self.snapshot.at_ms {
            self.snapshot.asked = Some(self.since.len());
            let _ = self.errands.send(Errand::Snapshot);
        }
        if self.journal.is_held() && self.up && !self.busy && now.ms.saturating_sub(self.looked_ms) > HELD_LOOK_MS {
            self.looked_ms = now.ms;
            self.job(Job::Look);
        }
        Vec::new()
    }

    pub(super) fn renewed(&mut self, snapshot: Option<Box<Snapshot>>, now: Moment) {
        let asked = self.snapshot.asked.take();
        let Some(snapshot) = snapshot else {
            self.snapshot.at_ms = now.ms + AGAIN_MS;
            return;
        };
        self.snapshot.at_ms = now.ms + EVERY_MS;
        // Without room on the disk it counts until the program ends.
        let _ = vault::put(self.folder.path(), &self.token, &snapshot);
        self.since.drain(..asked.unwrap_or_default().min(self.since.len()));
        self.local.renew(Some(*snapshot));
        self.local.replay_all(&self.since);
        let _ = self.journal.rotate(now.at);
    }
}

/// How often a terminal that is set aside asks whether it was released.
const HELD_LOOK_MS: u64 = 5_000;

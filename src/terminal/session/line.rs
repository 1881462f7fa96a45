//! What the line reports, and what it is given to do next.

use super::*;
use crate::terminal::journal::Kept;
use crate::terminal::state::{Asks, Gate, Look, Panel, Said};
use crate::web::api::wire::{ScanResponse, WireVerdict};

/// Unsent scans in one request.
const BATCH: usize = 100;
/// How often scans are numbered anew in a row before the first of them is given up.
const MOST_RENUMBERINGS: u32 = 3;

impl Session {
    pub(super) fn heard(&mut self, report: Report, now: Moment) -> Vec<Effect> {
        match report {
            Report::Connected(status) => self.connected(status, now),
            // What is being sent meanwhile says the same, and more.
            Report::Beat(_) if self.busy => Vec::new(),
            Report::Beat(status) => self.connected(status, now),
            Report::Lost { refused } => self.down(refused, None, now),
            Report::Foreign { version } => {
                let version = if version.is_empty() { "?".to_owned() } else { version };
                let why = say::terminal_other_version(env!("CARGO_PKG_VERSION"), version);
                self.down(None, Some(why), now)
            }
            Report::Held => self.set_aside(now),
            Report::Booked { sent, response } => self.booked(&sent, response, now),
            Report::Rejected { message } => self.rejected(message, now),
            Report::Found { query, products } => self.tell(News::Found { query, products }, now),
            Report::SearchFailed { query } => {
                let products = self.local.search(&query, self.tongue.lang());
                self.tell(News::Found { query, products }, now)
            }
            Report::Snapshot(snapshot) => {
                self.renewed(Some(snapshot), now);
                Vec::new()
            }
            Report::NoSnapshot => {
                self.renewed(None, now);
                Vec::new()
            }
        }
    }

    fn down(&mut self, refused: Option<String>, why: Option<crate::texts::Message>, now: Moment) -> Vec<Effect> {
        (self.up, self.busy, self.sending, self.probe, self.asked) = (false, true, None, None, None);
        self.tell(News::Offline { refused, why }, now)
    }

    fn connected(&mut self, status: TerminalStatus, now: Moment) -> Vec<Effect> {
        // Asked before what is being sent now, whose answer says the same, and more.
        if self.sending.is_some() {
            return Vec::new();
        }
        if !self.up {
            self.snapshot.soon();
        }
        (self.up, self.busy) = (true, false);
        self.server_next = status.next_seq;
        self.looked_ms = now.ms;
        let quarantined = status.quarantined;
        self.status = status;
        if quarantined {
            return self.set_aside(now);
        }
        let mut effects = Vec::new();
        let next = self.server_next;
        let numbered = if self.journal.is_held() {
            // Released: what waits goes on with the numbers that are free.
            self.journal.hold(false);
            effects.extend(self.tell(News::Held(false), now));
            self.journal.number_from(next)
        } else if !self.journal.has_met() || next < self.journal.first_seq() {
            self.journal.number_from(next)
        } else if next > self.journal.next_seq() {
            self.send_probe(now);
            return effects;
        } else {
            Ok(())
        };
        // On a full disk the numbers stay as they are until there is room.
        self.unnumbered = numbered.is_err();
        if !self.unnumbered {
            effects.extend(self.drive(now));
        }
        effects
    }

    /// The server knows numbers of this terminal that its journal never gave: it was restored from an old image, or there
    /// are two of it. A scan with a used number tells the server, and with it the coordinator.
    fn send_probe(&mut self, now: Moment) {
        let event = ScanEvent {
            event_id: now.id.to_string(),
            seq: Some(self.journal.next_seq()),
            occurred_at: now.at.to_string(),
            actor: None,
            mode: Mode::Lookup,
            code: crate::codes::Command::Test.code().to_string(),
            visit: None,
            quantity: 1,
            fields: Default::default(),
            told: None,
        };
        self.probe = Some(event.event_id.clone());
        self.job(Job::Send(vec![event]));
    }

    fn set_aside(&mut self, now: Moment) -> Vec<Effect> {
        (self.busy, self.sending, self.asked, self.probe) = (false, None, None, None);
        self.journal.hold(true);
        // A scan that waits for its verdict is not booked, and the screen says so.
        if self.journal.unsent().len() == 1 && self.journal.unsent()[0].told.is_none() {
            self.drop_first("set aside", now);
        }
        let lost = self.lost();
        if self.machine.held && lost.is_empty() {
            // Said again; what stands on the screen stays.
            return Vec::new();
        }
        let effects = self.tell(News::Held(true), now);
        if !lost.is_empty() {
            self.machine.panel = Some(Panel {
                look: Look::Stop,
                headline: Said::Ours(say::terminal_held()),
                detail: Some(Said::Ours(say::terminal_not_booked(lost.join(" · ")))),
                lines: Vec::new(),
                asks: Asks::Nothing,
            });
            // Somebody must have seen which ones.
            self.machine.gate = Gate::Stop;
        }
        effects
    }

    /// What was said not to be booked must not be sent after a restart; if the disk does not take that, it is said.
    fn drop_first(&mut self, why: &str, now: Moment) {
        if self.journal.drop_first(why).is_err() {
            self.machine.hint = Some((say::terminal_disk_full(), now.ms));
        }
    }

    /// Gives the line what is to be done next; when nothing is left to send, scans wait for the server again.
    pub(super) fn drive(&mut self, now: Moment) -> Vec<Effect> {
        if !self.up || self.busy || self.unnumbered || self.journal.is_held() {
            return Vec::new();
        }
        if self.journal.unsent().is_empty() {
            if self.machine.link() == &Link::Online {
                self.machine.stay(&self.status);
                return Vec::new();
            }
            self.local.remember(self.status.desk.memory.clone(), self.status.desk.volunteer.clone());
            return self.tell(News::Connected(self.status.clone()), now);
        }
        let most = if self.single { 1 } else { BATCH };
        let events: Vec<ScanEvent> =
            self.journal.unsent().iter().take(most).map(|kept| self.outgoing(kept, now)).collect();
        self.job(Job::Send(events));
        self.tell(News::CatchingUp(self.status.clone()), now)
    }

    /// An event as the server gets it: by the server's clock, with what was told of it.
    fn outgoing(&self, kept: &Kept, now: Moment) -> ScanEvent {
        let occurred_at = self.clock.when(kept, now.at, now.ms).to_string();
        ScanEvent { occurred_at, told: kept.told, ..kept.event.clone() }
    }

    fn booked(&mut self, sent: &[(String, i64)], response: ScanResponse, now: Moment) -> Vec<Effect> {
        let is_awaited = sent.first().is_some_and(|(id, _)| self.sending.as_ref() == Some(id));
        if is_awaited {
            (self.busy, self.sending) = (false, None);
        }
        if !sent.iter().any(|(id, _)| self.journal.has(id) || self.probe.as_ref() == Some(id)) {
            // Sent twice in the confusion of a lost line, and answered before.
            return if is_awaited { self.drive(now) } else { Vec::new() };
        }
        let before = std::mem::replace(&mut self.server_next, response.next_seq);
        if self.probe.take().is_some_and(|probe| sent.iter().any(|(id, _)| *id == probe)) {
            return self.set_aside(now);
        }
        self.status.desk.clone_from(&response.desk);
        self.status.next_seq = response.next_seq;
        let asked = self.asked.take();
        let mut said = Vec::new();
        let (mut taken, mut late, mut differs) = (false, false, false);
        for ((id, seq), verdict) in sent.iter().zip(&response.verdicts) {
            let Some(kept) = self.journal.unsent().get(said.len()) else { break };
            if verdict.event_id != *id || kept.event.event_id != *id {
                break;
            }
            // Without a number nothing of it is booked: it was another's, or not the next one.
            if verdict.seq.is_none() {
                taken = *seq < before || verdict.outcome == Outcome::Conflict;
                break;
            }
            if verdict.outcome != Outcome::Duplicate && !(before..response.next_seq).contains(seq) {
                taken = *seq < before;
                break;
            }
            // It was decided here while its answer was on the way: sent again, so that the server can compare.
            late = asked.as_ref() == Some(id) && kept.told.is_some_and(|told| told != verdict.outcome);
            if late {
                break;
            }
            differs |= kept.told.is_some_and(|told| told != verdict.outcome && verdict.outcome != Outcome::Duplicate);
            if kept.told.is_none() {
                self.local.replay(&kept.event, verdict.outcome);
                memory::remember(&mut self.since, &mut self.snapshot, (kept.event.clone(), verdict.outcome));
            }
            said.push((id.clone(), verdict.outcome));
        }
        let (done, all) = (said.len(), sent.len());
        let answered = said.first().map(|(id, _)| id.clone());
        if done > 0 {
            self.journal.acked(said, Some(response.desk.memory.clone()));
            (self.stuck, self.single) = (0, false);
        }
        if differs {
            self.snapshot.soon();
        }
        if taken {
            return self.set_aside(now);
        }
        if done < all && !late {
            self.unnumbered = self.journal.number_from(self.server_next).is_err();
            self.stuck += u32::from(done == 0 && !self.unnumbered);
            if self.stuck > MOST_RENUMBERINGS {
                self.stuck = 0;
                return self.given_up(response.verdicts.into_iter().nth(done), now);
            }
        }
        let mut effects = Vec::new();
        if let Some(event_id) = answered.filter(|id| self.machine.is_in_flight(id)) {
            self.local.remember(response.desk.memory.clone(), response.desk.volunteer.clone());
            effects.extend(self.tell(News::Answered { event_id, response }, now));
        }
        effects.extend(self.drive(now));
        effects
    }

    /// The server counts in a way that is not understood: the scan is said not to be booked.
    fn given_up(&mut self, verdict: Option<WireVerdict>, now: Moment) -> Vec<Effect> {
        let message = verdict.map_or_else(String::new, |verdict| verdict.headline);
        self.rejected(message, now)
    }

    /// The server will never take what was sent. Of several events one is the reason; a single one leaves the line.
    fn rejected(&mut self, message: String, now: Moment) -> Vec<Effect> {
        (self.busy, self.sending, self.asked) = (false, None, None);
        if self.probe.take().is_some() {
            return Vec::new();
        }
        let Some(first) = self.journal.unsent().front().map(|kept| kept.event.clone()) else { return Vec::new() };
        if self.journal.unsent().len() > 1 && !self.single && !self.machine.is_in_flight(&first.event_id) {
            self.single = true;
            return self.drive(now);
        }
        self.drop_first(&message, now);
        // Whether it took its number is in doubt: the server says where to go on.
        self.job(Job::Look);
        self.tell(News::Rejected { event_id: first.event_id, code: first.code, message }, now)
    }
}

//! What the server says, and what its silence means.

use super::*;
use crate::web::api::wire::{Outcome, WireVerdict};

impl Machine {
    pub(super) fn news(&mut self, news: News, now: Moment) -> Vec<Effect> {
        match news {
            News::Connected(status) => {
                self.name = status.name;
                self.link = Link::Online;
                if self.waiting().next().is_none() {
                    self.desk = status.desk;
                }
                Vec::new()
            }
            News::Offline { refused } => self.offline(refused, now),
            News::Answered { event_id, response } => self.answered(&event_id, response, now),
            News::Rejected { event_id, message } => {
                let Some(event) = self.landed(&event_id) else { return Vec::new() };
                self.link = Link::Online;
                let headline = Said::Server(message);
                let detail = Some(Said::Ours(say::terminal_not_booked(shown(&event.code))));
                self.panel = Some(Panel { look: Look::Stop, headline, detail, lines: Vec::new() });
                self.gate = Gate::Stop;
                vec![Effect::Sound(Tone::Stop)]
            }
            News::Found { query, products } => {
                self.chooser.found(&query, products);
                Vec::new()
            }
            News::SearchFailed { query } => {
                if self.chooser.failed(&query) {
                    self.hint(say::terminal_search_failed(), now);
                }
                Vec::new()
            }
        }
    }

    fn offline(&mut self, refused: Option<String>, now: Moment) -> Vec<Effect> {
        let since = match self.link {
            Link::Offline { since, .. } => since,
            _ => now.at,
        };
        let is_new = !matches!(self.link, Link::Offline { .. });
        self.link = Link::Offline { since, refused };
        if is_new && self.in_flight.is_some() { vec![Effect::Sound(Tone::Again)] } else { Vec::new() }
    }

    /// The event in hand, if it is this one.
    fn landed(&mut self, event_id: &str) -> Option<ScanEvent> {
        let (event, _) = self.in_flight.take_if(|(event, _)| event.event_id == event_id)?;
        Some(event)
    }

    fn answered(&mut self, event_id: &str, response: ScanResponse, now: Moment) -> Vec<Effect> {
        let Some(event) = self.landed(event_id) else { return Vec::new() };
        self.link = Link::Online;
        let had_visit = self.desk.visit.is_some();
        self.desk = response.desk;
        let Some(verdict) = response.verdicts.into_iter().find(|verdict| verdict.event_id == event_id) else {
            return self.pump(now);
        };
        if self.coming.as_deref() == Some(&event.code) {
            self.coming = None;
            if verdict.tone == Tone::Ok {
                self.badge = Some(event.code.clone());
            }
        }
        self.gate = gate_after(&verdict, now);
        self.last_scan_ms = now.ms;
        let tone = verdict.tone;
        self.panel = Some(panel_of(verdict));
        let command = codes::read_command(&event.code);
        let is_finished = had_visit && self.desk.visit.is_none() && command != Some(Command::Lock);
        let mut effects = vec![match (tone, command) {
            (Tone::Ok, Some(Command::Undo)) => Effect::Cue(Cue::Undo),
            (Tone::Ok, _) if is_finished => Effect::Cue(Cue::Finish),
            _ => Effect::Sound(tone),
        }];
        effects.extend(self.pump(now));
        effects
    }
}

/// A question waits for yes or no, a refusal for somebody who has seen it; what could not be read is just scanned again.
fn gate_after(verdict: &WireVerdict, now: Moment) -> Gate {
    match (verdict.asks, verdict.tone, verdict.outcome) {
        (true, _, _) => Gate::Question { since_ms: now.ms },
        (false, Tone::Stop, outcome) if outcome != Outcome::Unknown => Gate::Stop,
        _ => Gate::Open,
    }
}

fn panel_of(verdict: WireVerdict) -> Panel {
    let look = match (verdict.asks, verdict.tone) {
        (true, _) => Look::Question,
        (false, Tone::Ok) => Look::Ok,
        (false, Tone::Again) => Look::Again,
        (false, Tone::Stop) => Look::Stop,
    };
    let detail = (!verdict.asks && !verdict.detail.is_empty()).then_some(Said::Server(verdict.detail));
    Panel { look, headline: Said::Server(verdict.headline), detail, lines: verdict.lines }
}

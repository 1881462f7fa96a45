//! What the server says, and what its silence means.

use super::*;
use crate::domain::desk::mode_name;
use crate::web::api::wire::Outcome;

impl Machine {
    pub(super) fn news(&mut self, news: News, now: Moment) -> Vec<Effect> {
        match news {
            News::Connected(status) => self.connected(status, now),
            News::CatchingUp(status) => {
                self.name = status.name;
                self.foreign = None;
                self.offline(None, None, now)
            }
            News::Offline { refused, why } => self.offline(refused, why, now),
            News::Answered { event_id, response } => {
                let verdict = response.verdicts.into_iter().find(|verdict| verdict.event_id == event_id);
                self.answered(&event_id, verdict, response.desk, now)
            }
            News::Decided { event_id, verdict, desk } => self.answered(&event_id, Some(verdict), *desk, now),
            News::NotKept { event_id, cause } => {
                let Some((event, _)) = self.landed(&event_id) else { return Vec::new() };
                let detail = say::terminal_disk_full_help(shown(&event.code), cause);
                self.stop(Said::Ours(say::terminal_disk_full()), detail)
            }
            News::Rejected { event_id, code, message } => {
                self.landed(&event_id);
                self.stop(Said::Server(message), say::terminal_not_booked(shown(&code)))
            }
            News::Held(held) => self.set_aside(held),
            News::Found { query, products } => {
                self.chooser.found(&query, products);
                Vec::new()
            }
        }
    }

    fn connected(&mut self, status: TerminalStatus, now: Moment) -> Vec<Effect> {
        self.name = status.name;
        self.link = Link::Online;
        self.foreign = None;
        if let Some((event, since)) = &mut self.in_flight {
            // It waited for the first connection.
            *since = now.ms;
            return vec![Effect::Post(Box::new(event.clone()))];
        }
        if self.queue.is_empty() {
            self.desk = status.desk;
        }
        Vec::new()
    }

    /// Scans do not wait for the server from now on.
    pub(super) fn offline(&mut self, refused: Option<String>, why: Option<Message>, now: Moment) -> Vec<Effect> {
        let since = match self.link {
            Link::Offline { since, .. } => since,
            _ => now.at,
        };
        self.link = Link::Offline { since, refused };
        self.foreign = why;
        self.in_flight.iter().map(|(event, _)| Effect::Decide(Box::new(event.clone()))).collect()
    }

    /// Something was not taken, and a person must have seen it.
    fn stop(&mut self, headline: Said, detail: Message) -> Vec<Effect> {
        let detail = Some(Said::Ours(detail));
        self.panel = Some(Panel { look: Look::Stop, headline, detail, lines: Vec::new(), asks: Asks::Nothing });
        self.gate = Gate::Stop;
        vec![Effect::Sound(Tone::Stop)]
    }

    fn set_aside(&mut self, held: bool) -> Vec<Effect> {
        let is_new = held && !self.held;
        self.held = held;
        let waited = self.in_flight.take().is_some() || !self.queue.is_empty();
        self.queue.clear();
        self.coming.clear();
        self.gate = Gate::Open;
        self.panel = None;
        if is_new || (held && waited) { vec![Effect::Sound(Tone::Stop)] } else { Vec::new() }
    }

    /// The event in hand, if it is this one, and whether it is a badge that shall sign on. Others that wait stay so.
    fn landed(&mut self, event_id: &str) -> Option<(ScanEvent, bool)> {
        let (event, _) = self.in_flight.take_if(|(event, _)| event.event_id == event_id)?;
        let before = self.coming.len();
        self.coming.retain(|(id, _)| id != event_id);
        Some((event, self.coming.len() < before))
    }

    fn answered(&mut self, event_id: &str, verdict: Option<WireVerdict>, desk: WireDesk, now: Moment) -> Vec<Effect> {
        let Some((event, signs_on)) = self.landed(event_id) else { return Vec::new() };
        let had_visit = self.desk.visit.is_some();
        self.desk = desk;
        let Some(verdict) = verdict else {
            return self.pump(now);
        };
        if self.mode != Mode::Intake && self.desk.describes.is_none() {
            self.chooser = Chooser::default();
        }
        let mut greeting = None;
        if signs_on && (verdict.tone == Tone::Ok || verdict.outcome == Outcome::Applied) {
            self.badge = Some(event.code.clone());
            // Asked in the language of the one before; greeted in one's own.
            let name = self.desk.volunteer.as_ref();
            greeting = name.map(|name| Said::Ours(say::verdict_hello(name, mode_name(self.mode))));
        }
        self.gate = gate_after(&verdict, now);
        self.last_scan_ms = now.ms;
        let tone = verdict.tone;
        let mut panel = panel_of(verdict);
        panel.headline = greeting.unwrap_or(panel.headline);
        self.panel = Some(panel);
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
    let asks = match (verdict.asks, verdict.asks_lead) {
        (true, true) => Asks::Lead,
        (true, false) => Asks::YesOrNo,
        (false, _) if verdict.offers => Asks::Offers,
        (false, _) => Asks::Nothing,
    };
    Panel { look, headline: Said::Server(verdict.headline), detail, lines: verdict.lines, asks }
}

//! What happens because nothing happens: pauses end questions, visits and modes.

use super::*;

impl Machine {
    pub(super) fn tick(&mut self, now: Moment) -> Vec<Effect> {
        let mut effects = match self.wedge.tick(now.ms) {
            Some(entry) => self.entry(entry, now),
            None => Vec::new(),
        };
        if self.hint.as_ref().is_some_and(|(_, since)| now.ms.saturating_sub(*since) > HINT_MS) {
            self.hint = None;
        }
        if self.trial.is_some() && now.ms.saturating_sub(self.tried_ms) > TRIAL_MS {
            self.end_trial();
        }
        effects.extend(self.no_answer(now));
        effects.extend(self.silence(now));
        if self.gate == Gate::Open && self.waiting().next().is_none() {
            effects.extend(self.rest(now));
        }
        self.remind();
        if self.may_search()
            && let Some(query) = self.chooser.wants(&self.wedge, now.ms)
        {
            effects.push(Effect::Search(query));
        }
        effects
    }

    /// The server does not answer: whoever stands there is not kept waiting.
    fn silence(&mut self, now: Moment) -> Vec<Effect> {
        match &self.in_flight {
            Some((_, since)) if now.ms.saturating_sub(*since) > SILENCE_MS => self.offline(None, None, now),
            _ => Vec::new(),
        }
    }

    /// The server forgets its question by itself after the same time, so nothing is sent.
    fn no_answer(&mut self, now: Moment) -> Vec<Effect> {
        match self.gate {
            Gate::Question { since_ms } if now.ms.saturating_sub(since_ms) > QUESTION_MS => {
                self.gate = Gate::Open;
                let (headline, detail) = (say::terminal_no_answer(), say::terminal_no_answer_help());
                self.panel = Some(Panel::ours(Look::Again, headline, Some(detail)));
                self.last_scan_ms = now.ms;
                let mut effects = vec![Effect::Sound(Tone::Again)];
                effects.extend(self.pump(now));
                effects
            }
            _ => Vec::new(),
        }
    }

    fn rest(&mut self, now: Moment) -> Vec<Effect> {
        let pause = now.ms.saturating_sub(self.last_scan_ms);
        let mut effects = Vec::new();
        if pause > TRAY_MS && self.desk.visit.is_none() && self.desk.tray > 0 {
            let waited = std::mem::take(&mut self.desk.tray);
            let (headline, detail) = (say::terminal_tray_paused(waited), say::terminal_tray_paused_help());
            self.panel = Some(Panel::ours(Look::Again, headline, Some(detail)));
            effects.push(Effect::Sound(Tone::Again));
        }
        if pause > VISIT_MS && self.desk.visit.is_some() {
            self.desk.visit = None;
            self.desk.tray = 0;
            let (headline, detail) = (say::terminal_visit_paused(), say::terminal_visit_paused_help());
            self.panel = Some(Panel::ours(Look::Again, headline, Some(detail)));
        }
        if pause > 2 * VISIT_MS {
            self.panel = None;
        }
        if pause > MODE_MS && self.mode != Mode::Handout {
            self.change_mode(Mode::Handout);
            self.wedge.clear();
            let headline = say::terminal_mode_fell_back(say::mode_handout());
            self.panel = Some(Panel::ours(Look::Again, headline, Some(say::terminal_mode_fell_back_help())));
            self.last_scan_ms = now.ms;
        }
        effects
    }
}

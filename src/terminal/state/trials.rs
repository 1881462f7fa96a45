//! The scanner test: every scan is looked at and none is booked, until somebody leaves or goes on working.

use super::*;

impl Machine {
    /// Whether the test has the screen: a question or a stop goes before it.
    pub(in crate::terminal) fn is_tried(&self) -> bool {
        self.trial.is_some() && self.gate == Gate::Open
    }

    pub(super) fn begin_trial(&mut self, now: Moment) -> Vec<Effect> {
        self.tried_ms = now.ms;
        self.help = false;
        self.wedge.clear();
        self.trial = Some(None);
        Vec::new()
    }

    pub(super) fn trial_key(&mut self, key: &Key) -> Vec<Effect> {
        if matches!(key, Key::Escape | Key::F(1 | 8 | 10 | 12)) {
            self.end_trial();
        }
        Vec::new()
    }

    pub(super) fn end_trial(&mut self) {
        self.trial = None;
        self.wedge.clear();
    }

    pub(super) fn tried(&mut self, entry: Entry, now: Moment) -> Vec<Effect> {
        if let Some(Command::Finish | Command::Cancel) = codes::read_command(&entry.text) {
            self.end_trial();
            return vec![Effect::Cue(Cue::Finish)];
        }
        if is_work(&entry.text) {
            self.end_trial();
            return self.entry(entry, now);
        }
        self.tried_ms = now.ms;
        let trial = Trial::of(entry);
        // Never as if it were booked, however well it was read.
        let tone = match trial.look() {
            Look::Ok | Look::Again | Look::Question => Tone::Again,
            Look::Stop => Tone::Stop,
        };
        self.trial = Some(Some(trial));
        vec![Effect::Sound(tone)]
    }
}

/// A badge or a mode: whoever scans it has come to work.
fn is_work(text: &str) -> bool {
    let Ok(code) = codes::read(text) else { return false };
    let is_mode = matches!(
        Command::from_code(code),
        Some(
            Command::ModeHandout
                | Command::ModeIntake
                | Command::ModeReturn
                | Command::ModeLookup
                | Command::ModeMove
                | Command::ModeStocktake
                | Command::Lock
        )
    );
    code.kind() == Kind::VolunteerBadge || is_mode
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: u64) -> Moment {
        Moment { ms, at: Timestamp::UNIX_EPOCH, id: Uuid::from_u128(ms.into()) }
    }

    fn scan(machine: &mut Machine, text: impl ToString, ms: u64) -> Vec<Effect> {
        machine.on(Input::Heard(Heard::Scan(Entry::line(text.to_string()))), at(ms))
    }

    #[test]
    fn nothing_is_booked_while_scanners_are_tested() {
        let mut machine = Machine::new(Mode::Handout);
        // Before anybody has signed on: that is when a desk is set up.
        assert_eq!(scan(&mut machine, Command::Test.code(), 10), []);
        assert!(machine.is_tried());
        for (text, tone) in [("XTEST0000P", Tone::Again), ("A7F39MXT4E", Tone::Again), ("A7F39MXT4F", Tone::Stop)] {
            // Twice at once is two tests, not one pull of the trigger.
            for ms in [20, 30] {
                assert_eq!(scan(&mut machine, text, ms), [Effect::Sound(tone)]);
            }
        }
        assert_eq!(machine.waiting().count(), 0);
        assert_eq!(scan(&mut machine, Command::Finish.code(), 40), [Effect::Cue(Cue::Finish)]);
        assert!(!machine.is_tried());
        for leave in [Key::Escape, Key::F(10)] {
            machine.on(Input::Key(Key::F(1)), at(10_000));
            machine.on(Input::Key(Key::F(12)), at(11_000));
            assert!(machine.is_tried(), "from the help");
            machine.on(Input::Key(Key::F(9)), at(12_000));
            machine.on(Input::Key(leave), at(13_000));
            assert!(!machine.is_tried());
        }
        assert_eq!(machine.waiting().count(), 0);
    }

    #[test]
    fn the_test_ends_by_itself_and_for_whoever_comes_to_work() {
        let mut machine = Machine::new(Mode::Handout);
        scan(&mut machine, Command::Test.code(), 10);
        scan(&mut machine, "A7F39MXT4E", 50_000);
        machine.on(Input::Tick, at(50_000 + TRIAL_MS));
        assert!(machine.is_tried());
        machine.on(Input::Tick, at(50_001 + TRIAL_MS));
        assert!(!machine.is_tried());
        scan(&mut machine, Command::Test.code(), 200_000);
        let badge = codes::Code::with_body(Kind::VolunteerBadge, b"TEST0000").unwrap();
        scan(&mut machine, badge, 201_000);
        assert!(!machine.is_tried());
        assert_eq!(machine.waiting().count(), 1, "and the badge counts");
    }
}

//! The scanner test: every scan is looked at and none is booked, until somebody leaves.

use super::*;

impl Machine {
    /// Whether the test has the screen: a question or a stop goes before it.
    pub(in crate::terminal) fn is_tried(&self) -> bool {
        self.trial.is_some() && self.gate == Gate::Open
    }

    pub(super) fn begin_trial(&mut self) -> Vec<Effect> {
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

    fn end_trial(&mut self) {
        self.trial = None;
        self.wedge.clear();
    }

    pub(super) fn tried(&mut self, entry: Entry) -> Vec<Effect> {
        if let Some(Command::Finish | Command::Cancel) = codes::read_command(&entry.text) {
            self.end_trial();
            return vec![Effect::Cue(Cue::Finish)];
        }
        let trial = Trial::of(entry);
        let tone = match trial.look() {
            Look::Ok => Tone::Ok,
            Look::Again | Look::Question => Tone::Again,
            Look::Stop => Tone::Stop,
        };
        self.trial = Some(Some(trial));
        vec![Effect::Sound(tone)]
    }
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
        for (text, tone) in [("XTEST0000P", Tone::Ok), ("A7F39MXT4E", Tone::Ok), ("A7F39MXT4F", Tone::Stop)] {
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
}

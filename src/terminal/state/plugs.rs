//! Scanners that are unplugged, plugged in again, or broken.

use super::*;

/// Unreadable lines within a second that only a broken scanner sends: nobody pulls a trigger that often.
const MOST_UNREADABLE: usize = 8;
const FLOOD_MS: u64 = 1_000;

/// How many unreadable lines came lately.
#[derive(Clone, Debug, Default)]
pub(super) struct Flood {
    times: VecDeque<u64>,
}

impl Flood {
    /// Takes an unreadable line; whether it is one of too many.
    pub(super) fn is_garbage(&mut self, ms: u64) -> bool {
        if self.times.len() > MOST_UNREADABLE {
            self.times.pop_front();
        }
        self.times.push_back(ms);
        self.times.len() > MOST_UNREADABLE
            && self.times.front().is_some_and(|first| ms.saturating_sub(*first) < FLOOD_MS)
    }
}

impl Machine {
    /// The machine of the device's scanner with this number, from 1.
    pub fn numbered(self, number: usize) -> Machine {
        Machine { number, ..self }
    }

    pub(super) fn heard(&mut self, heard: Heard, now: Moment) -> Vec<Effect> {
        match heard {
            Heard::Scan(entry) => self.entry(entry, now),
            Heard::Plugged => {
                if self.unplugged.take().is_some() {
                    self.panel = None;
                    self.hint(say::terminal_scanner_back(self.number), now);
                }
                Vec::new()
            }
            Heard::Unplugged(cause) => {
                self.unplugged = Some(match cause {
                    None => say::terminal_scanner_gone(self.number),
                    Some(cause) => say::terminal_scanner_silent(self.number, cause),
                });
                if self.gate == Gate::Open {
                    self.panel = None;
                }
                self.remind();
                vec![Effect::Sound(Tone::Again)]
            }
        }
    }

    /// A scanner that cannot be read fills the screen whenever nothing else does.
    pub(super) fn remind(&mut self) {
        if let Some(message) = &self.unplugged
            && self.panel.is_none()
        {
            let help = say::terminal_scanner_gone_help();
            self.panel = Some(Panel::ours(Look::Again, message.clone(), Some(help)));
        }
    }

    /// Lines that nobody can have scanned are not sent to the server: they would bury what is scanned in between.
    pub(super) fn garbage(&mut self, now: Moment) -> Vec<Effect> {
        let headline = Said::Ours(say::terminal_scanner_garbage());
        let is_known = self.panel.as_ref().is_some_and(|panel| panel.headline == headline);
        self.last_scan_ms = now.ms;
        if is_known || self.gate != Gate::Open {
            return Vec::new();
        }
        let help = say::terminal_scanner_garbage_help();
        self.panel = Some(Panel::ours(Look::Stop, say::terminal_scanner_garbage(), Some(help)));
        vec![Effect::Sound(Tone::Stop)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::Code;
    use crate::terminal::entry::Source;

    fn machine() -> Machine {
        Machine { badge: Some("badge".to_owned()), ..Machine::new(Mode::Lookup) }
    }

    fn at(ms: u64) -> Moment {
        Moment { ms, at: Timestamp::UNIX_EPOCH, id: Uuid::from_u128(ms.into()) }
    }

    fn headline(machine: &Machine) -> Option<&str> {
        match machine.panel.as_ref().map(|panel| &panel.headline) {
            Some(Said::Ours(message)) => Some(message.id()),
            _ => None,
        }
    }

    #[test]
    fn a_scanner_without_its_cable_stays_in_sight_until_it_is_back() {
        let mut machine = machine();
        assert_eq!(machine.on(Input::Heard(Heard::Unplugged(None)), at(10)), [Effect::Sound(Tone::Again)]);
        assert_eq!(headline(&machine), Some("terminal-scanner-gone"));
        machine.panel = None;
        machine.on(Input::Tick, at(20));
        assert_eq!(headline(&machine), Some("terminal-scanner-gone"), "it comes back when nothing else is shown");
        machine.on(Input::Heard(Heard::Plugged), at(30));
        machine.on(Input::Tick, at(40));
        assert_eq!((headline(&machine), &machine.unplugged), (None, &None));
    }

    #[test]
    fn a_broken_scanner_buries_no_scan() {
        let mut machine = machine();
        let line = |text: &str| Input::Heard(Heard::Scan(Entry { source: Source::Keys, ..Entry::line(text) }));
        let mut sounds = 0;
        for number in 0..5_000 {
            let effects = machine.on(line(&format!("§%&/{number}?")), at(10_000 + number));
            sounds += effects.iter().filter(|effect| matches!(effect, Effect::Sound(_))).count();
        }
        assert!(machine.waiting().count() <= MOST_UNREADABLE && sounds <= 2, "{} {sounds}", machine.waiting().count());
        assert_eq!(headline(&machine), Some("terminal-scanner-garbage"));
        let before = machine.waiting().count();
        machine.on(line("A7F39MXT4E"), at(15_001));
        assert_eq!(machine.waiting().count(), before + 1, "a code of ours passes all the same");
        machine.on(line("4006381333931"), at(17_000));
        assert_eq!(machine.waiting().count(), before + 2, "and after a second's quiet everything is asked again");
    }

    #[test]
    fn caps_lock_is_told_and_the_code_counts() {
        let mut machine = machine();
        let code: Code = "A7F39MXT4E".parse().unwrap();
        for (place, c) in code.to_string().to_lowercase().chars().enumerate() {
            machine.on(Input::Key(Key::Char(c)), at(1_000 + 8 * place as u64));
        }
        machine.on(Input::Key(Key::End), at(1_080));
        assert_eq!(machine.hint.as_ref().map(|(hint, _)| hint.id()), Some("terminal-caps-lock"));
        assert_eq!(machine.waiting().count(), 1);
    }
}

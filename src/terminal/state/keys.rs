//! Keys: each does what a code of the command sheet does, and nothing is confirmed by Enter.

use super::*;

/// Ctrl+Q counts twice within this time.
const QUIT_MS: u64 = 4_000;

impl Machine {
    pub(super) fn key(&mut self, key: Key, now: Moment) -> Vec<Effect> {
        let effects = match &key {
            Key::Escape | Key::F(_) | Key::Lock | Key::Up | Key::Down | Key::Right if self.is_tried() => {
                self.trial_key(&key)
            }
            Key::Char(c) => {
                self.wedge.push(*c, now.ms);
                Vec::new()
            }
            Key::End => self.ended(Suffix::Return, now),
            Key::EndWith(suffix) => self.ended(*suffix, now),
            Key::Backspace => {
                self.wedge.backspace();
                Vec::new()
            }
            Key::Escape => {
                self.help = false;
                self.hint = None;
                self.wedge.clear();
                self.chooser.close();
                Vec::new()
            }
            Key::Up => self.move_choice(-1),
            Key::Down => self.move_choice(1),
            Key::Right => self.choose(None, now),
            Key::Quit => self.quit(now),
            Key::F(_) | Key::Lock if self.is_same_press(&key, now) => Vec::new(),
            Key::Lock => self.pressed(Command::Lock, now),
            Key::F(number) => self.function_key(*number, now),
        };
        self.last_key = Some((key, now.ms));
        effects
    }

    fn ended(&mut self, suffix: Suffix, now: Moment) -> Vec<Effect> {
        self.wedge.end(suffix).map_or_else(Vec::new, |entry| self.entry(entry, now))
    }

    /// A held key repeats some thirty times a second; it must not take thirty scans back.
    fn is_same_press(&self, key: &Key, now: Moment) -> bool {
        self.last_key.as_ref().is_some_and(|(last, at)| last == key && now.ms.saturating_sub(*at) <= SAME_KEY_MS)
    }

    fn function_key(&mut self, number: u8, now: Moment) -> Vec<Effect> {
        if self.gate == Gate::Open && !self.help && self.chooser.is_open() && (1..=8).contains(&number) {
            return self.choose(Some(usize::from(number) - 1), now);
        }
        match number {
            1 => {
                self.help = !self.help;
                Vec::new()
            }
            2 => self.pressed(Command::Yes, now),
            3 => self.pressed(Command::ModeHandout, now),
            4 => self.pressed(Command::ModeIntake, now),
            5 => self.pressed(Command::ModeReturn, now),
            6 => self.pressed(Command::ModeLookup, now),
            7 => self.pressed(Command::ModeMove, now),
            11 if self.help && self.gate == Gate::Open => self.begin_trial(now),
            11 => self.pressed(Command::ModeStocktake, now),
            8 => self.pressed(Command::Cancel, now),
            9 => self.pressed(Command::Undo, now),
            10 => self.pressed(Command::Finish, now),
            12 if self.help && self.gate == Gate::Open => self.begin_trial(now),
            12 if self.gate == Gate::Stop => self.understood(now),
            _ => Vec::new(),
        }
    }

    fn pressed(&mut self, command: Command, now: Moment) -> Vec<Effect> {
        self.help = false;
        self.command(command, command.code().to_string(), now)
    }

    fn move_choice(&mut self, by: isize) -> Vec<Effect> {
        self.chooser.move_by(by);
        Vec::new()
    }

    fn choose(&mut self, which: Option<usize>, now: Moment) -> Vec<Effect> {
        if !self.may_search() || !self.chooser.choose(which, &self.wedge.text()) {
            return Vec::new();
        }
        self.wedge.clear();
        self.last_scan_ms = now.ms;
        if self.mode != Mode::Intake && self.chooser.is_settled() {
            return self.describe(now);
        }
        self.panel = None;
        Vec::new()
    }

    /// Nobody leaves by accident: twice, unless the terminal is locked and nothing waits.
    fn quit(&mut self, now: Moment) -> Vec<Effect> {
        let waiting = self.queue.len();
        let confirmed = self.quit_until_ms.is_some_and(|until| now.ms <= until);
        if confirmed || (self.is_locked() && self.coming.is_empty() && waiting == 0) {
            return vec![Effect::Quit];
        }
        self.quit_until_ms = Some(now.ms + QUIT_MS);
        let hint = if waiting == 0 { say::terminal_quit_again() } else { say::terminal_quit_loses(waiting) };
        self.hint(hint, now);
        Vec::new()
    }
}

//! From the key presses of a scanner's device to the lines it sent: pure, so that a recorded stream goes the same way.

use super::keys::{self, character, pad_digit};
use crate::terminal::entry::{Entry, Source, Suffix, median};

const EV_SYN: u16 = 0;
const EV_KEY: u16 = 1;
const SYN_DROPPED: u16 = 3;
/// More characters than any code has: a broken scanner.
const LONGEST: usize = 512;

/// One `struct input_event` of Linux.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// The kernel's time in microseconds. Only differences count.
    pub micros: i64,
    pub kind: u16,
    pub code: u16,
    /// 1 pressed, 0 released, 2 held.
    pub value: i32,
}

impl Stroke {
    /// Bytes of one event: seconds and microseconds of 64 bits each, kind, code, value.
    pub const BYTES: usize = 24;

    /// As a 64-bit Linux of this computer's byte order writes it.
    pub fn from_bytes(bytes: &[u8; Stroke::BYTES]) -> Stroke {
        let long = |at: usize| bytes[at..].first_chunk().map_or(0, |part| i64::from_ne_bytes(*part));
        let short = |at: usize| bytes[at..].first_chunk().map_or(0, |part| u16::from_ne_bytes(*part));
        let value = bytes[20..].first_chunk().map_or(0, |part| i32::from_ne_bytes(*part));
        let micros = long(0).saturating_mul(1_000_000).saturating_add(long(8));
        Stroke { micros, kind: short(16), code: short(18), value }
    }

    pub fn to_bytes(self) -> [u8; Stroke::BYTES] {
        let mut bytes = [0; Stroke::BYTES];
        bytes[..8].copy_from_slice(&self.micros.div_euclid(1_000_000).to_ne_bytes());
        bytes[8..16].copy_from_slice(&self.micros.rem_euclid(1_000_000).to_ne_bytes());
        bytes[16..18].copy_from_slice(&self.kind.to_ne_bytes());
        bytes[18..20].copy_from_slice(&self.code.to_ne_bytes());
        bytes[20..].copy_from_slice(&self.value.to_ne_bytes());
        bytes
    }
}

/// The events by which a scanner types a text and Enter, `gap_ms` from key to key: for tests and recordings.
pub fn strokes_for(text: &str, start_micros: i64, gap_ms: i64) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut micros = start_micros;
    let mut press = |micros: i64, code: u16, value: i32| {
        strokes.push(Stroke { micros, kind: EV_KEY, code, value });
        strokes.push(Stroke { micros, kind: EV_SYN, code: 0, value: 0 });
    };
    let typed = text.chars().filter_map(keys::key_for).chain([(keys::KEY_ENTER, false)]);
    for (key, shift) in typed {
        if shift {
            press(micros, keys::KEY_LEFTSHIFT, 1);
        }
        press(micros, key, 1);
        press(micros + 500, key, 0);
        if shift {
            press(micros + 500, keys::KEY_LEFTSHIFT, 0);
        }
        micros += gap_ms * 1000;
    }
    strokes
}

/// What was pressed since the last line.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    text: String,
    /// When each character came, in microseconds.
    times: Vec<i64>,
    held: Vec<u16>,
    /// The number that is typed on the number pad while Alt is held (the "Alt mode" of some scanners).
    number: Option<u32>,
}

impl Decoder {
    /// Takes one event; gives the line that it ends.
    pub fn take(&mut self, stroke: Stroke) -> Option<Entry> {
        match (stroke.kind, stroke.code) {
            // The kernel lost events: what is half there would be a wrong text.
            (EV_SYN, SYN_DROPPED) => {
                *self = Decoder::default();
                None
            }
            (EV_KEY, key) => self.key(key, stroke),
            _ => None,
        }
    }

    /// Nothing came for a while: what is there was a scan without Enter, or one that broke off.
    pub fn idle(&mut self) -> Option<Entry> {
        self.held.clear();
        self.number = None;
        self.end(Suffix::None)
    }

    fn key(&mut self, key: u16, stroke: Stroke) -> Option<Entry> {
        let is_modifier = [keys::KEY_LEFTSHIFT, keys::KEY_RIGHTSHIFT].contains(&key) || is_alt(key) || is_control(key);
        match stroke.value {
            0 => {
                self.held.retain(|held| *held != key);
                if is_alt(key)
                    && let Some(c) = self.number.take().and_then(alt_character)
                {
                    self.push(c, stroke.micros);
                }
                None
            }
            1 if is_modifier => {
                if !self.held.contains(&key) {
                    self.held.push(key);
                }
                None
            }
            1 => self.pressed(key, stroke.micros),
            // A scanner holds no key; the kernel repeats one whose release was lost.
            _ => None,
        }
    }

    fn pressed(&mut self, key: u16, micros: i64) -> Option<Entry> {
        match key {
            keys::KEY_ENTER | keys::KEY_KPENTER => return self.end(Suffix::Return),
            keys::KEY_TAB => return self.end(Suffix::Tab),
            _ => {}
        }
        if self.held.iter().any(|held| is_alt(*held)) {
            if let Some(digit) = pad_digit(key) {
                self.number = Some((self.number.unwrap_or(0) * 10 + digit).min(9_999));
            }
            return None;
        }
        // Ctrl and a letter is a control character, such as a group separator: no part of a code.
        if self.held.iter().any(|held| is_control(*held)) {
            return None;
        }
        let shift = self.held.iter().any(|held| [keys::KEY_LEFTSHIFT, keys::KEY_RIGHTSHIFT].contains(held));
        if let Some(c) = character(key, shift) {
            self.push(c, micros);
        }
        None
    }

    fn push(&mut self, c: char, micros: i64) {
        if self.times.len() < LONGEST {
            self.text.push(c);
            self.times.push(micros);
        }
    }

    fn end(&mut self, suffix: Suffix) -> Option<Entry> {
        let text = std::mem::take(&mut self.text);
        let times = std::mem::take(&mut self.times);
        let gap = |pair: &[i64]| u64::try_from(pair[1].saturating_sub(pair[0])).unwrap_or(0) / 1000;
        let gap_ms = median(times.windows(2).map(gap).collect());
        (!text.trim().is_empty()).then(|| Entry { text: text.trim().to_owned(), source: Source::Keys, gap_ms, suffix })
    }
}

fn is_alt(key: u16) -> bool {
    [keys::KEY_LEFTALT, keys::KEY_RIGHTALT].contains(&key)
}

fn is_control(key: u16) -> bool {
    [keys::KEY_LEFTCTRL, keys::KEY_RIGHTCTRL].contains(&key)
}

/// Alt and a number is that character of the ASCII table; what is above differs from system to system.
fn alt_character(number: u32) -> Option<char> {
    char::from_u32(number).filter(|c| (' '..='~').contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(strokes: impl IntoIterator<Item = Stroke>) -> Vec<Entry> {
        let mut decoder = Decoder::default();
        strokes.into_iter().filter_map(|stroke| decoder.take(stroke)).collect()
    }

    fn key(code: u16, value: i32) -> Stroke {
        Stroke { micros: 0, kind: EV_KEY, code, value }
    }

    #[test]
    fn key_presses_become_a_line_with_its_speed() {
        let heard = lines(strokes_for("HTTPS://KK.EXAMPLE.ORG/A7F39MXT4E?a=~", 7_000_000, 8));
        let text = "HTTPS://KK.EXAMPLE.ORG/A7F39MXT4E?a=~".to_owned();
        assert_eq!(heard, [Entry { text, source: Source::Keys, gap_ms: Some(8), suffix: Suffix::Return }]);
    }

    #[test]
    fn repeats_caps_lock_and_control_characters_change_nothing() {
        let mut strokes = Vec::new();
        for stroke in strokes_for("A7F39MXT4E", 0, 8) {
            strokes.push(stroke);
            if stroke.value == 1 && stroke.code != keys::KEY_ENTER {
                // Held, Caps Lock pressed, and Ctrl+] as some scanners send for a group separator.
                strokes.extend([Stroke { value: 2, ..stroke }, key(58, 1), key(58, 0)]);
                strokes.extend([key(keys::KEY_LEFTCTRL, 1), key(27, 1), key(27, 0), key(keys::KEY_LEFTCTRL, 0)]);
            }
        }
        assert_eq!(lines(strokes)[0].text, "A7F39MXT4E");
    }

    #[test]
    fn alt_and_numbers_are_characters() {
        let mut strokes = Vec::new();
        for c in "A7".chars() {
            strokes.push(key(keys::KEY_LEFTALT, 1));
            for digit in format!("0{}", u32::from(c)).chars() {
                let pad = (71..=82).find(|key| pad_digit(*key) == digit.to_digit(10)).unwrap();
                strokes.extend([key(pad, 1), key(pad, 0)]);
            }
            strokes.push(key(keys::KEY_LEFTALT, 0));
        }
        strokes.push(key(keys::KEY_KPENTER, 1));
        assert_eq!(lines(strokes)[0].text, "A7");
    }

    #[test]
    fn lost_events_never_make_a_wrong_text() {
        let mut strokes = strokes_for("A7F39", 0, 8);
        strokes.retain(|stroke| stroke.code != keys::KEY_ENTER);
        strokes.push(Stroke { micros: 0, kind: EV_SYN, code: SYN_DROPPED, value: 0 });
        strokes.extend(strokes_for("A7F39MXT4E", 0, 8));
        let texts: Vec<String> = lines(strokes).into_iter().map(|entry| entry.text).collect();
        assert_eq!(texts, ["A7F39MXT4E"]);
    }

    #[test]
    fn a_pause_ends_a_scan_without_enter_and_tab_ends_one_too() {
        let mut decoder = Decoder::default();
        for stroke in strokes_for("A7F39MXT4E", 0, 8).into_iter().filter(|stroke| stroke.code != keys::KEY_ENTER) {
            assert_eq!(decoder.take(stroke), None);
        }
        assert_eq!(decoder.idle().map(|entry| (entry.text, entry.suffix)), Some(("A7F39MXT4E".into(), Suffix::None)));
        assert_eq!(decoder.idle(), None);
        decoder.take(key(2, 1));
        assert_eq!(decoder.take(key(keys::KEY_TAB, 1)).map(|entry| entry.suffix), Some(Suffix::Tab));
        assert_eq!(decoder.take(key(keys::KEY_ENTER, 1)), None, "Enter alone is nothing");
    }

    #[test]
    fn garbage_is_bounded() {
        let mut decoder = Decoder::default();
        for code in (0..60_000).map(|n| (n % 700) as u16).filter(|code| ![15, 28, 29, 56, 96, 97, 100].contains(code)) {
            assert_eq!(decoder.take(key(code, 1)), None);
        }
        assert_eq!(decoder.idle().map(|entry| entry.text.len() <= LONGEST), Some(true));
    }

    #[test]
    fn an_event_survives_its_bytes() {
        for micros in [0, 1, 999_999, 1_700_000_000_123_456, -1] {
            let stroke = Stroke { micros, kind: 1, code: 0x1234, value: -2 };
            assert_eq!(Stroke::from_bytes(&stroke.to_bytes()), stroke);
        }
    }
}

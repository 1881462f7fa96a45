//! From the bytes of a serial scanner or a pipe to the lines it sent.

use crate::codes;
use crate::terminal::entry::{Entry, Source, Suffix};

/// More bytes than any code has: a broken scanner.
const LONGEST: usize = 512;
/// "End of text", which some serial scanners send instead of a line end.
const ETX: u8 = 3;

/// The bytes since the last line end.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    bytes: Vec<u8>,
}

impl Lines {
    /// Takes one byte; gives the line that it ends.
    pub fn take(&mut self, byte: u8) -> Option<Entry> {
        match byte {
            b'\r' => self.end(Suffix::Return),
            b'\n' => self.end(Suffix::LineFeed),
            b'\t' | ETX => self.end(Suffix::Tab),
            _ => {
                if self.bytes.len() < LONGEST {
                    self.bytes.push(byte);
                }
                None
            }
        }
    }

    /// Nothing came for a while: a whole code counts also without its line end. Anything else may still go on.
    pub fn idle(&mut self) -> Option<Entry> {
        codes::read(&self.text()).is_ok().then(|| self.end(Suffix::None)).flatten()
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).trim().to_owned()
    }

    fn end(&mut self, suffix: Suffix) -> Option<Entry> {
        let text = self.text();
        self.bytes.clear();
        (!text.is_empty()).then_some(Entry { text, source: Source::Line, gap_ms: None, suffix })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(bytes: &[u8]) -> Vec<(String, Suffix)> {
        let mut lines = Lines::default();
        bytes.iter().filter_map(|byte| lines.take(*byte)).map(|entry| (entry.text, entry.suffix)).collect()
    }

    #[test]
    fn each_line_is_one_scan_whatever_ends_it() {
        let expected = ["A7F39MXT4E", "K1", "B2", "C3"].map(str::to_owned);
        let found = heard(b"A7F39MXT4E\r\nK1\tB2\x03\n\n C3 \n half");
        assert_eq!(found.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>(), expected);
        assert_eq!(found[0].1, Suffix::Return);
    }

    #[test]
    fn a_whole_code_needs_no_line_end() {
        let mut lines = Lines::default();
        b"A7F39MX".iter().for_each(|byte| assert_eq!(lines.take(*byte), None));
        assert_eq!(lines.idle(), None, "half a code waits for its rest");
        b"T4E".iter().for_each(|byte| assert_eq!(lines.take(*byte), None));
        assert_eq!(lines.idle().map(|entry| entry.text), Some("A7F39MXT4E".into()));
        assert_eq!(lines.idle(), None);
    }

    #[test]
    fn garbage_is_bounded_and_never_panics() {
        let garbage: Vec<u8> =
            (0..100_000u32).map(|n| (n * 7 % 251) as u8).filter(|byte| ![3, 9, 10, 13].contains(byte)).collect();
        assert_eq!(heard(&garbage), []);
        let mut lines = Lines::default();
        garbage.iter().for_each(|byte| drop(lines.take(*byte)));
        assert!(lines.take(b'\r').unwrap().text.chars().count() <= LONGEST);
    }
}

//! Key strokes become scans: a scanner that types is told from fingers by its speed.
//!
//! Scanners send a character every 1 to 64 ms and end with Enter or Tab; people need 100 to 300 ms a key (reference
//! `terminals.md`, part 2.2). Both are welcome, because the check character protects: the difference only decides what
//! an unfinished text means.

use super::entry::{Entry, Source, Suffix, median};
use crate::codes;

/// A silence this long ends what a scanner sent, also without its Enter.
pub const PAUSE_MS: u64 = 250;
/// Characters that follow each other this fast, in the median, come from a scanner.
pub const SCANNER_MEDIAN_MS: u64 = 35;
/// No gap inside one pull of the trigger is longer.
const BURST_GAP_MS: u64 = 70;
/// A burst shorter than this may as well be a quick pair of fingers.
const SHORTEST_BURST: usize = 6;
/// More characters than any code has: the rest is a broken scanner and is dropped.
const LONGEST: usize = 512;

/// What was typed so far, with the time of each character in milliseconds of a steady clock.
#[derive(Clone, Debug, Default)]
pub struct Wedge {
    typed: Vec<(char, u64)>,
}

impl Wedge {
    /// The unfinished text.
    pub fn text(&self) -> String {
        self.typed.iter().map(|(c, _)| c).collect()
    }

    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// When the last character came.
    pub fn last_ms(&self) -> Option<u64> {
        self.typed.last().map(|(_, at)| *at)
    }

    pub fn clear(&mut self) {
        self.typed.clear();
    }

    pub fn backspace(&mut self) {
        self.typed.pop();
    }

    /// Takes one character. Control characters, which some scanners put in front, are dropped.
    pub fn push(&mut self, c: char, ms: u64) {
        if !c.is_control() && self.typed.len() < LONGEST {
            self.typed.push((c, ms));
        }
    }

    /// Enter or Tab. The burst at the end is the scan; what fingers typed before it stays.
    pub fn end(&mut self, suffix: Suffix) -> Option<Entry> {
        let burst = self.burst_start();
        if self.typed.len() - burst >= SHORTEST_BURST && self.is_fast(burst) {
            return Some(self.taken(burst, Source::Wedge, suffix));
        }
        let all = self.taken(0, Source::Fingers, suffix);
        let text = all.text.trim().to_owned();
        (!text.is_empty()).then_some(Entry { text, ..all })
    }

    fn taken(&mut self, from: usize, source: Source, suffix: Suffix) -> Entry {
        let gap_ms = self.gap_ms(from);
        let text = self.typed.drain(from..).map(|(c, _)| c).collect();
        Entry { text, source, gap_ms, suffix }
    }

    /// Puts back a typed text that Enter must not end.
    pub fn restore(&mut self, text: &str, ms: u64) {
        self.typed = text.chars().map(|c| (c, ms)).collect();
        // Far apart, so that the text never passes for a burst.
        for (place, (_, at)) in self.typed.iter_mut().enumerate() {
            *at = place as u64 * (BURST_GAP_MS + 1);
        }
    }

    /// Time passes. A burst without its Enter is a whole code of a scanner that sends no Enter, or a torn rest that must
    /// not spoil the next scan.
    pub fn tick(&mut self, ms: u64) -> Option<Entry> {
        if self.last_ms().is_none_or(|last| ms.saturating_sub(last) <= PAUSE_MS) {
            return None;
        }
        let burst = self.burst_start();
        if self.typed.len() - burst < SHORTEST_BURST || !self.is_fast(burst) {
            return None;
        }
        let entry = self.taken(burst, Source::Wedge, Suffix::None);
        codes::read(&entry.text).is_ok().then_some(entry)
    }

    fn burst_start(&self) -> usize {
        let slow = |pair: &[(char, u64)]| pair[1].1.saturating_sub(pair[0].1) > BURST_GAP_MS;
        self.typed.windows(2).rposition(slow).map_or(0, |at| at + 1)
    }

    fn gap_ms(&self, from: usize) -> Option<u64> {
        median(self.typed[from..].windows(2).map(|pair| pair[1].1.saturating_sub(pair[0].1)).collect())
    }

    fn is_fast(&self, from: usize) -> bool {
        self.gap_ms(from).is_some_and(|median| median <= SCANNER_MEDIAN_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(wedge: &mut Wedge, text: &str, start: u64, gap: u64) -> u64 {
        let mut at = start;
        for c in text.chars() {
            wedge.push(c, at);
            at += gap;
        }
        at
    }

    fn entry(source: Source, gap: u64) -> Entry {
        Entry { text: "A7F39MXT4E".into(), source, gap_ms: Some(gap), suffix: Suffix::Return }
    }

    #[test]
    fn a_scanner_and_fingers_both_end_with_enter() {
        let mut wedge = Wedge::default();
        typed(&mut wedge, "A7F39MXT4E", 0, 8);
        assert_eq!(wedge.end(Suffix::Return), Some(entry(Source::Wedge, 8)));
        typed(&mut wedge, "A7F39MXT4E", 5000, 150);
        assert_eq!(wedge.end(Suffix::Return), Some(entry(Source::Fingers, 150)));
        assert_eq!(wedge.end(Suffix::Return), None, "Enter alone is nothing");
    }

    #[test]
    fn a_scan_in_the_middle_of_typing_leaves_the_typed_text() {
        let mut wedge = Wedge::default();
        let now = typed(&mut wedge, "wi ja", 0, 140);
        typed(&mut wedge, "A7F39MXT4E", now, 8);
        assert_eq!(wedge.end(Suffix::Return).map(|entry| entry.text), Some("A7F39MXT4E".into()));
        assert_eq!(wedge.text(), "wi ja");
        assert_eq!(wedge.tick(99_999), None);
        assert_eq!(wedge.text(), "wi ja", "what fingers typed never times out");
    }

    #[test]
    fn a_torn_burst_is_cleared_and_a_whole_one_counts_without_enter() {
        let mut wedge = Wedge::default();
        let now = typed(&mut wedge, "A7F39MX", 0, 8);
        assert_eq!(wedge.tick(now + PAUSE_MS + 1), None);
        assert!(wedge.is_empty());
        let now = typed(&mut wedge, "A7F39MXT4E", 1000, 8);
        assert_eq!(wedge.tick(now), None, "not before the pause");
        assert_eq!(wedge.tick(now + PAUSE_MS + 1).map(|entry| entry.text), Some("A7F39MXT4E".into()));
    }

    #[test]
    fn garbage_is_bounded() {
        let mut wedge = Wedge::default();
        typed(&mut wedge, &"\u{1}7".repeat(5000), 0, 0);
        assert_eq!(wedge.text().len(), LONGEST);
        assert_eq!(wedge.end(Suffix::Return).map(|entry| entry.text.len()), Some(LONGEST));
    }
}

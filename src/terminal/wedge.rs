//! Key strokes become scans: a scanner that types is told from fingers by its speed.
//!
//! Scanners send a character every 1 to 64 ms and end with Enter or Tab; people need 100 to 300 ms a key (reference
//! `terminals.md`, part 2.2). Both are welcome, because the check character protects: the difference only decides what
//! an unfinished text means.

use std::ops::Range;

use super::entry::{Entry, Source, Suffix, median};
use crate::codes;

/// A silence this long ends what a scanner sent, also without its Enter.
pub const PAUSE_MS: u64 = 250;
/// One look at the clock counts for no more of that silence: a computer that stood still itself has heard nothing.
const MOST_OF_A_TICK_MS: u64 = 100;
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
    /// How long nothing has come, as far as this computer was awake, and when it last looked.
    silent_ms: u64,
    looked_ms: u64,
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
            (self.silent_ms, self.looked_ms) = (0, ms);
        }
    }

    /// Enter or Tab. The burst at the end is the scan; what fingers typed before it stays.
    pub fn end(&mut self, suffix: Suffix) -> Option<Entry> {
        if let Some(start) = self.scan_start() {
            return Some(self.taken(start, Source::Wedge, suffix));
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
        self.silent_ms += ms.saturating_sub(self.looked_ms).min(MOST_OF_A_TICK_MS);
        self.looked_ms = ms;
        if self.typed.is_empty() || self.silent_ms <= PAUSE_MS {
            return None;
        }
        let entry = self.scan_start().map(|start| self.taken(start, Source::Wedge, Suffix::None))?;
        codes::read(&entry.text).is_ok().then_some(entry)
    }

    /// Where the scan at the end begins; none if fingers typed it.
    ///
    /// A computer that is busy reads a scan in pieces. They belong together if only together they are a code, and the
    /// pieces came fast; else the last piece would be refused, and the first one would stay for the next scan.
    fn scan_start(&self) -> Option<usize> {
        let slow = |pair: &[(char, u64)]| pair[1].1.saturating_sub(pair[0].1) > BURST_GAP_MS;
        let gaps = self.typed.windows(2).enumerate().rev().filter(|(_, pair)| slow(pair)).map(|(at, _)| at + 1);
        let mut starts: Vec<usize> = gaps.chain([0]).collect();
        let burst = starts[0];
        let is_code =
            |start: usize| codes::read(&self.typed[start..].iter().map(|(c, _)| c).collect::<String>()).is_ok();
        let is_burst = self.typed.len() - burst >= SHORTEST_BURST && self.is_fast(burst);
        if is_burst && is_code(burst) {
            return Some(burst);
        }
        let Some(whole) = starts.iter().position(|start| is_code(*start)).filter(|at| self.is_fast(starts[*at])) else {
            return is_burst.then_some(burst);
        };
        // What came fast before it is its prefix, if it is longer than two fingers roll.
        let before = starts.split_off(whole);
        let is_prefix =
            |piece: Range<usize>| piece.len() >= SHORTEST_BURST && median(self.gaps(piece)).is_some_and(is_fast);
        let prefix = before.windows(2).take_while(|pair| is_prefix(pair[1]..pair[0])).count();
        before.get(prefix).copied()
    }

    fn gap_ms(&self, from: usize) -> Option<u64> {
        median(self.gaps(from..self.typed.len()))
    }

    fn gaps(&self, within: Range<usize>) -> Vec<u64> {
        self.typed[within].windows(2).map(|pair| pair[1].1.saturating_sub(pair[0].1)).collect()
    }

    fn is_fast(&self, from: usize) -> bool {
        self.gap_ms(from).is_some_and(is_fast)
    }
}

fn is_fast(median_ms: u64) -> bool {
    median_ms <= SCANNER_MEDIAN_MS
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(wedge: &mut Wedge, text: &str, start: u64, gap: u64) -> u64 {
        let mut at = start;
        for c in text.chars() {
            wedge.push(c, at);
            at += gap;
        }
        at
    }

    /// The clock is looked at as the terminal does while nothing comes.
    fn rest(wedge: &mut Wedge, from: u64, pause: u64) -> Option<Entry> {
        (0..=pause).step_by(50).find_map(|after| wedge.tick(from + after))
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
        assert_eq!(rest(&mut wedge, now, 60_000), None);
        assert_eq!(wedge.text(), "wi ja", "what fingers typed never times out");
    }

    #[test]
    fn a_torn_burst_is_cleared_and_a_whole_one_counts_without_enter() {
        let mut wedge = Wedge::default();
        let now = typed(&mut wedge, "A7F39MX", 0, 8);
        assert_eq!(rest(&mut wedge, now, PAUSE_MS + 50), None);
        assert!(wedge.is_empty());
        let now = typed(&mut wedge, "A7F39MXT4E", 1000, 8);
        assert_eq!(wedge.tick(now), None, "not before the pause");
        assert_eq!(rest(&mut wedge, now, PAUSE_MS + 50).map(|entry| entry.text), Some("A7F39MXT4E".into()));
    }

    proptest! {
        /// However long the computer stood still in the middle of a scan, and whatever fingers typed before.
        #[test]
        fn a_scan_that_is_read_in_pieces_is_whole(
            stops in proptest::collection::vec(prop_oneof![7 => 1..40_u64, 3 => 71..900_u64], 9),
            before in "(wi ja )?",
        ) {
            prop_assume!(stops.iter().filter(|gap| **gap > SCANNER_MEDIAN_MS).count() <= 4);
            let mut wedge = Wedge::default();
            let mut now = typed(&mut wedge, &before, 0, 140);
            for (c, gap) in "A7F39MXT4E".chars().zip(stops.into_iter().chain([0])) {
                wedge.push(c, now);
                now += gap;
                // It looks at the clock once when it goes on, whether the next character is here or not.
                prop_assert_eq!(wedge.tick(now), None);
            }
            prop_assert_eq!(wedge.end(Suffix::Return).map(|entry| entry.text), Some("A7F39MXT4E".to_owned()));
            prop_assert_eq!(wedge.text(), before);
        }
    }

    #[test]
    fn a_prefix_read_in_pieces_goes_with_its_scan() {
        let mut wedge = Wedge::default();
        let now = typed(&mut wedge, "wi ja", 0, 140);
        let now = typed(&mut wedge, "https://x.example/i/", now, 8);
        let now = typed(&mut wedge, "A7F39", now + 300, 8);
        typed(&mut wedge, "MXT4E", now + 300, 8);
        assert_eq!(wedge.end(Suffix::Return).map(|entry| entry.text), Some("https://x.example/i/A7F39MXT4E".into()));
        assert_eq!(wedge.text(), "wi ja");
    }

    #[test]
    fn letters_that_fast_fingers_rolled_stay_when_a_scan_comes_in_pieces() {
        let mut wedge = Wedge::default();
        let now = typed(&mut wedge, "wi", 0, 140);
        let now = typed(&mut wedge, "ja", now, 30);
        let now = typed(&mut wedge, "A7F", now + 140, 8);
        typed(&mut wedge, "39MXT4E", now + 300, 8);
        assert_eq!(wedge.end(Suffix::Return).map(|entry| entry.text), Some("A7F39MXT4E".into()));
        assert_eq!(wedge.text(), "wija");
    }

    #[test]
    fn garbage_is_bounded() {
        let mut wedge = Wedge::default();
        typed(&mut wedge, &"\u{1}7".repeat(5000), 0, 0);
        assert_eq!(wedge.text().len(), LONGEST);
        assert_eq!(wedge.end(Suffix::Return).map(|entry| entry.text.len()), Some(LONGEST));
    }
}

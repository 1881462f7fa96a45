//! No more than three flashes a second, whatever is scanned: some people get fits from more (WCAG 2.3.1).

use std::collections::VecDeque;

/// Changes of colour in any second. A flash is two of them, there and back, so this stays well below three flashes.
const MOST: usize = 4;
const SECOND_MS: u64 = 1_000;

/// What colours are on the screen, and when they changed.
#[derive(Clone, Debug)]
pub struct Calm<T> {
    shown: Vec<T>,
    changed: VecDeque<u64>,
}

impl<T> Default for Calm<T> {
    fn default() -> Calm<T> {
        Calm { shown: Vec::new(), changed: VecDeque::new() }
    }
}

impl<T: PartialEq> Calm<T> {
    /// Whether these colours may be shown now; if not, the screen stays as it is a moment longer.
    pub fn allows(&mut self, colours: Vec<T>, now_ms: u64) -> bool {
        if colours == self.shown {
            return true;
        }
        while self.changed.front().is_some_and(|at| now_ms.saturating_sub(*at) >= SECOND_MS) {
            self.changed.pop_front();
        }
        if self.changed.len() >= MOST {
            return false;
        }
        self.changed.push_back(now_ms);
        self.shown = colours;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_never_three_flashes_in_a_second() {
        let mut calm = Calm::default();
        let mut changes = Vec::new();
        let mut last = 9;
        for ms in 0..10_000 {
            let colour = (ms / 7) % 3;
            if calm.allows(vec![colour], ms) && colour != last {
                last = colour;
                changes.push(ms);
            }
        }
        // Three flashes are six changes.
        assert!(changes.windows(7).all(|span| span[6] - span[0] > 1_000), "{changes:?}");
        assert!(changes.len() >= 30, "the newest is shown as soon as it may: {}", changes.len());
    }

    #[test]
    fn a_scan_now_and_then_is_shown_at_once() {
        let mut calm = Calm::default();
        assert!((0..20u64).all(|scan| calm.allows(vec![scan % 2], scan * 300)));
    }
}

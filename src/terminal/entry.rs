//! One finished input, whatever brought it: a scanner that types, one that is read directly, or fingers.

/// Where an input came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Too slow for a scanner.
    Fingers,
    /// A scanner that types like a keyboard: layout and Caps Lock may have changed its text.
    Wedge,
    /// The key presses of the scanner's own device: no layout, no Caps Lock, no focus.
    Keys,
    /// A serial line or a pipe.
    Line,
}

/// What ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suffix {
    /// A pause.
    None,
    /// Enter, carriage return.
    Return,
    LineFeed,
    Tab,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub text: String,
    pub source: Source,
    /// Milliseconds from character to character, in the median; `None` when they came all at once.
    pub gap_ms: Option<u64>,
    pub suffix: Suffix,
}

impl Entry {
    /// A line that came as a whole.
    pub fn line(text: impl Into<String>) -> Entry {
        Entry { text: text.into(), source: Source::Line, gap_ms: None, suffix: Suffix::Return }
    }

    pub fn is_scanned(&self) -> bool {
        self.source != Source::Fingers
    }

    /// Whether Caps Lock turned the letters of a scanner that types: our labels hold capitals alone.
    pub fn shows_caps_lock(&self) -> bool {
        self.source == Source::Wedge
            && self.text.chars().any(char::is_lowercase)
            && !self.text.chars().any(char::is_uppercase)
    }
}

/// The middle one of the gaps, the larger of two.
pub fn median(mut gaps: Vec<u64>) -> Option<u64> {
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied()
}

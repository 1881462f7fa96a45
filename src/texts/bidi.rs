//! Right-to-left: Arabic is joined and put in visual order here, because neither terminals nor plain PDF text do it.

use std::borrow::Cow;

use ar_reshaper::ArabicReshaper;
use unicode_bidi::{BidiInfo, Level};

/// Which way a line reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    LeftToRight,
    RightToLeft,
}

impl Way {
    pub fn of(lang: super::Lang) -> Way {
        if lang.dir() == "rtl" { Way::RightToLeft } else { Way::LeftToRight }
    }

    /// One line as it stands on the screen, from left to right.
    pub fn visual(self, text: &str) -> Cow<'_, str> {
        match self {
            Way::LeftToRight => Cow::Borrowed(text),
            Way::RightToLeft => Cow::Owned(turned(text)),
        }
    }
}

/// Whether there are letters that join.
pub fn has_arabic(text: &str) -> bool {
    text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c))
}

/// Letters in the forms that join with their neighbours, in reading order, without vowel signs and marks of direction.
pub fn shaped(text: &str) -> String {
    // Marks go last: what they separate does not join.
    let joined = if has_arabic(text) { reshaper().reshape(text) } else { text.to_owned() };
    joined.chars().filter(|c| !is_mark(*c)).collect()
}

fn reshaper() -> &'static ArabicReshaper {
    static RESHAPER: std::sync::OnceLock<ArabicReshaper> = std::sync::OnceLock::new();
    RESHAPER.get_or_init(ArabicReshaper::default)
}

/// The signs that only steer the direction (Unicode Standard Annex 9).
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Big letters of blocks are drawn, not written: they keep their order.
fn is_drawn(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '▀' | '▄' | '█' | '▌' | '▐' | '\u{2596}'..='\u{259f}'))
}

fn turned(text: &str) -> String {
    if is_drawn(text) {
        return text.to_owned();
    }
    // The order is found on the text with its marks, which are gone from what is shown.
    let joined = reshaper().reshape(text);
    let info = BidiInfo::new(&joined, Some(Level::rtl()));
    let Some(paragraph) = info.paragraphs.first() else { return String::new() };
    let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
    let mut line = String::with_capacity(joined.len());
    for run in runs {
        let part = &joined[run.clone()];
        match levels[run.start].is_rtl() {
            true => line.extend(part.chars().rev().map(mirrored)),
            false => line.push_str(part),
        }
    }
    line.retain(|c| !is_mark(c));
    line
}

/// Brackets and arrows that point the other way in a text from right to left (Unicode's `Bidi_Mirrored`, and our arrows).
fn mirrored(c: char) -> char {
    const PAIRS: [(char, char); 7] =
        [('(', ')'), ('[', ']'), ('<', '>'), ('«', '»'), ('‹', '›'), ('{', '}'), ('→', '←')];
    PAIRS
        .iter()
        .find_map(|(one, other)| match c {
            c if c == *one => Some(*other),
            c if c == *other => Some(*one),
            _ => None,
        })
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turned(text: &str) -> String {
        Way::RightToLeft.visual(text).into_owned()
    }

    #[test]
    fn letters_join_and_stand_from_right_to_left() {
        assert_eq!(turned("سلام"), "ﻡﻼﺳ");
        assert_eq!(shaped("سلام").chars().count(), 3, "lam and alef are one sign");
        assert_eq!(shaped("سُلِّم").chars().count(), 3, "vowel signs take no room");
    }

    #[test]
    fn codes_and_numbers_keep_their_order() {
        assert_eq!(turned("بطاقة \u{2068}K7F 39M XT4C\u{2069}"), "K7F 39M XT4C ﺔﻗﺎﻄﺑ");
        assert_eq!(turned("3 من 8"), "8 ﻦﻣ 3");
        assert_eq!(turned("12/3/2026"), "12/3/2026");
        assert_eq!(turned("\u{2068}Regal 3\u{2069}: \u{2068}Winterjacke 104\u{2069}"), "Winterjacke 104 :Regal 3");
    }

    #[test]
    fn brackets_turn_and_big_letters_do_not() {
        assert_eq!(turned("(أب)"), "(ﺏﺃ)");
        assert_eq!(turned("→ أ"), "ﺃ ←");
        assert_eq!(turned("█▄  ▄█▄"), "█▄  ▄█▄");
        assert_eq!(Way::LeftToRight.visual("→ a"), "→ a");
    }
}

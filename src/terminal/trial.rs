//! The scanner test: what one scan tells about its scanner, and what should be set otherwise. Nothing is booked here.

use super::entry::{Entry, Source, Suffix};
use super::state::Look;
use super::wedge::SCANNER_MEDIAN_MS;
use crate::codes::{self, Code, LAYOUTS, Unreadable};
use crate::texts::{Message, say};

/// Lines of a raw text that are shown; more is garbage.
const SHOWN: usize = 60;

/// What is known of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    pub entry: Entry,
    pub code: Result<Code, Unreadable>,
    /// The layout that had to be undone, by its name.
    pub layout: Option<&'static str>,
    /// The symbology identifier in front, such as `]Q1` for QR.
    pub aim: Option<String>,
}

impl Trial {
    pub fn of(entry: Entry) -> Trial {
        let code = codes::read(&entry.text);
        let (layout, aim) = match code {
            Ok(code) => (layout(&entry.text, code), aim(&entry.text)),
            Err(_) => (None, None),
        };
        Trial { entry, code, layout, aim }
    }

    pub fn look(&self) -> Look {
        match (&self.code, self.advice().is_empty()) {
            (Err(_), _) => Look::Stop,
            (Ok(_), false) => Look::Again,
            (Ok(_), true) => Look::Ok,
        }
    }

    /// What to set or to try; empty when all is well.
    pub fn advice(&self) -> Vec<Message> {
        let mut advice = Vec::new();
        match self.code {
            Err(Unreadable::Damaged) => advice.push(say::trial_damaged()),
            Err(Unreadable::Foreign) => advice.push(say::trial_foreign()),
            Ok(_) => {}
        }
        if self.entry.shows_caps_lock() {
            advice.push(say::trial_caps_lock());
        }
        if self.layout.is_some() {
            advice.push(say::trial_layout());
        }
        let is_slow = self.entry.gap_ms.is_some_and(|gap| gap > SCANNER_MEDIAN_MS);
        if is_slow && self.code.is_ok() {
            advice.push(say::trial_slow());
        }
        if self.entry.suffix == Suffix::None {
            advice.push(say::trial_no_suffix());
        }
        advice
    }

    /// Each fact with its name, in the order of the screen.
    pub fn facts(&self) -> Vec<(Message, Message)> {
        let source = match self.entry.source {
            Source::Fingers => say::trial_by_fingers(),
            Source::Wedge => say::trial_by_wedge(),
            Source::Keys => say::trial_by_device(),
            Source::Line => say::trial_by_line(),
        };
        let speed = match self.entry.gap_ms {
            Some(gap) => say::trial_ms(gap.min(99_999) as i64),
            None => say::trial_at_once(),
        };
        let layout = match (self.entry.source, self.layout) {
            (Source::Keys | Source::Line, _) => say::trial_no_layout(),
            (_, Some(name)) => say::trial_layout_undone(name),
            (_, None) => say::trial_layout_fine(),
        };
        let caps = if self.entry.shows_caps_lock() { say::trial_on() } else { say::trial_off() };
        let suffix = match self.entry.suffix {
            Suffix::None => say::trial_suffix_none(),
            Suffix::Return => say::trial_suffix_return(),
            Suffix::LineFeed => say::trial_suffix_line_feed(),
            Suffix::Tab => say::trial_suffix_tab(),
        };
        let aim = self.aim.as_ref().map_or_else(say::trial_aim_none, say::trial_text);
        let raw: String = self.entry.text.chars().map(visible).take(SHOWN).collect();
        vec![
            (say::trial_source(), source),
            (say::trial_speed(), speed),
            (say::trial_keyboard(), layout),
            (say::trial_caps(), caps),
            (say::trial_suffix(), suffix),
            (say::trial_aim(), aim),
            (say::trial_raw(), say::trial_text(raw)),
        ]
    }
}

/// The layout that the computer has and the scanner does not; none when the text is as it was sent.
fn layout(text: &str, code: Code) -> Option<&'static str> {
    let tail: Vec<char> = text.chars().filter(|c| !c.is_control() && *c != ' ').collect();
    let plain: String = tail.iter().filter(|c| c.is_ascii_alphanumeric()).map(char::to_ascii_uppercase).collect();
    if plain.ends_with(code.as_str()) {
        return None;
    }
    let ten = &tail[tail.len().checked_sub(10)?..];
    let undone = |layout: &&codes::Layout| {
        let text: Option<String> = ten.iter().map(|c| layout.undo(*c)).collect();
        text.is_some_and(|text| text == code.as_str())
    };
    LAYOUTS.iter().find(undone).map(|layout| layout.name)
}

/// Three characters in front of a code; the first is a bracket, or what another layout has on its key.
fn aim(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().filter(|c| !c.is_control()).collect();
    let prefix = chars.get(..chars.len().checked_sub(10)?)?;
    let [bracket, letter, modifier] = prefix.first_chunk()?;
    let is_one = !bracket.is_alphanumeric() && letter.is_ascii_alphabetic() && modifier.is_ascii_digit();
    is_one.then(|| format!("]{letter}{modifier}"))
}

/// Control characters by their own pictures, so that a stray one is seen.
fn visible(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('·'),
        _ if c.is_control() => '·',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{Lang, Texts};

    fn trial(text: &str, source: Source, gap_ms: Option<u64>, suffix: Suffix) -> Trial {
        Trial::of(Entry { text: text.to_owned(), source, gap_ms, suffix })
    }

    fn advice(trial: &Trial) -> Vec<String> {
        trial.advice().iter().map(|message| message.id().to_owned()).collect()
    }

    fn fact(trial: &Trial, place: usize) -> String {
        Texts::of(Lang::De).say(&trial.facts()[place].1)
    }

    #[test]
    fn a_scanner_as_it_should_be() {
        let trial = trial("]Q1XTEST0000P", Source::Wedge, Some(8), Suffix::Return);
        assert_eq!(advice(&trial), [""; 0]);
        assert_eq!((fact(&trial, 1).as_str(), fact(&trial, 5).as_str()), ("8 ms je Zeichen", "]Q1"));
        assert_eq!(fact(&trial, 6), "]Q1XTEST0000P");
    }

    #[test]
    fn what_should_be_set_otherwise() {
        let found = trial("xtest0000p", Source::Wedge, Some(8), Suffix::Return);
        assert_eq!(advice(&found), ["trial-caps-lock"]);
        // A French keyboard under a scanner that is set to the American one.
        let found = trial("XTESTààààP", Source::Wedge, Some(8), Suffix::Tab);
        assert_eq!((found.layout, advice(&found)), (Some("fr"), vec!["trial-layout".to_owned()]));
        let found = trial("XTEST0000P", Source::Fingers, Some(90), Suffix::None);
        assert_eq!(advice(&found), ["trial-slow", "trial-no-suffix"]);
        assert_eq!(advice(&trial("4006381333931", Source::Keys, Some(2), Suffix::Return)), ["trial-foreign"]);
        assert_eq!(advice(&trial("XTEST0000R", Source::Line, None, Suffix::Return)), ["trial-damaged"]);
    }

    #[test]
    fn a_german_keyboard_keeps_our_codes_and_spoils_only_the_prefix() {
        let found = trial("+Q1XTEST0000P", Source::Wedge, Some(8), Suffix::Return);
        assert_eq!((found.layout, found.aim.as_deref()), (None, Some("]Q1")));
        let found = trial("HTTPSÖ--KK.EXAMPLE.ORG-A7F39MXT4E", Source::Wedge, Some(8), Suffix::Return);
        assert_eq!((found.code.is_ok(), found.layout, found.aim), (true, None, None));
    }

    #[test]
    fn garbage_is_shown_and_bounded() {
        let found = trial(&"\u{1}ü\u{7f}".repeat(200), Source::Line, None, Suffix::None);
        assert_eq!(fact(&found, 6).chars().count(), SHOWN);
        assert!(fact(&found, 6).starts_with("␁ü·"));
        for text in ["", "]", "]Q1", "日本語日本語日本語日本語"] {
            Trial::of(Entry::line(text)).facts();
        }
    }
}

//! Several texts in one line, each of which keeps its own direction: a size such as `39-42` between Arabic words would
//! else be read as `42-39`.

use jiff::civil::DateTime;

use super::{Lang, Texts};

impl Texts {
    /// “Winterjacke · Kinder · 104”.
    pub fn dotted<T: AsRef<str>>(&self, parts: impl IntoIterator<Item = T>) -> String {
        self.joined(parts, " · ")
    }

    /// “Regal 3, Keller”.
    pub fn listed<T: AsRef<str>>(&self, parts: impl IntoIterator<Item = T>) -> String {
        match self.lang {
            // The mark says that the whole runs from right to left, also where only numbers and names stand in it.
            Lang::Ar => format!("\u{200f}{}", self.joined(parts, "، ")),
            _ => self.joined(parts, ", "),
        }
    }

    /// “12.03.2026, 10:15”; the clock has 24 hours in every language.
    pub fn moment(&self, at: DateTime) -> String {
        self.listed([self.day(at.date()), at.strftime("%H:%M").to_string()])
    }

    /// The text with a direction of its own (Unicode Standard Annex 9), which only Arabic needs.
    pub fn isolated(&self, text: &str) -> String {
        if self.lang == Lang::Ar { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
    }

    fn joined<T: AsRef<str>>(&self, parts: impl IntoIterator<Item = T>, between: &str) -> String {
        let parts: Vec<String> = parts.into_iter().map(|part| self.isolated(part.as_ref())).collect();
        parts.join(between)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_direction_between_arabic_words() {
        assert_eq!(Texts::of(Lang::De).dotted(["Ella", "Kinder", "104"]), "Ella · Kinder · 104");
        let arabic = Texts::of(Lang::Ar);
        assert_eq!(arabic.dotted(["رجالي", "39-42"]), "\u{2068}رجالي\u{2069} · \u{2068}39-42\u{2069}");
        let visual = crate::texts::bidi::Way::RightToLeft.visual(&arabic.dotted(["رجالي", "39-42"])).into_owned();
        assert!(visual.starts_with("39-42 · "), "{visual}");
    }

    #[test]
    fn a_moment_is_a_day_and_a_time() {
        let at = jiff::civil::date(2026, 3, 12).at(9, 5, 0, 0);
        assert_eq!(Texts::of(Lang::De).moment(at), "12.03.2026, 09:05");
        assert_eq!(Texts::of(Lang::Ar).moment(at), "\u{200f}\u{2068}12/3/2026\u{2069}، \u{2068}09:05\u{2069}");
    }
}

//! Days and times as each language writes them. Day, month, year and 24 hours everywhere, in Western digits, as on the
//! letters and clocks of the town.

use jiff::civil::{Date, DateTime, Time, Weekday};

use super::{OwnTexts, Tongue};

impl OwnTexts {
    /// `12.03.2026`, `12/03/2026`, `12/3/2026`.
    pub fn day(&self, day: Date) -> String {
        let written = match self.tongue {
            Tongue::Plain | Tongue::Uk | Tongue::Ru | Tongue::Tr | Tongue::Ku => "%d.%m.%Y",
            Tongue::En | Tongue::Fr | Tongue::So | Tongue::Ti => "%d/%m/%Y",
            Tongue::Ar | Tongue::Fa | Tongue::Ps => "%-d/%-m/%Y",
        };
        day.strftime(written).to_string()
    }

    /// The name of the day of the week.
    pub fn weekday(&self, day: Date) -> String {
        match day.weekday() {
            Weekday::Monday => self.own_weekday_mon(),
            Weekday::Tuesday => self.own_weekday_tue(),
            Weekday::Wednesday => self.own_weekday_wed(),
            Weekday::Thursday => self.own_weekday_thu(),
            Weekday::Friday => self.own_weekday_fri(),
            Weekday::Saturday => self.own_weekday_sat(),
            Weekday::Sunday => self.own_weekday_sun(),
        }
    }

    /// “Donnerstag, 12.03.2026”.
    pub fn weekday_day(&self, day: Date) -> String {
        self.listed([self.weekday(day), self.day(day)])
    }

    /// `14:30`.
    pub fn clock(&self, time: Time) -> String {
        time.strftime("%H:%M").to_string()
    }

    /// `14:30–15:00`; the earlier time stands where the language begins to read.
    pub fn span(&self, from: Time, to: Time) -> String {
        let (from, to) = (self.isolated(&self.clock(from)), self.isolated(&self.clock(to)));
        format!("{from}–{to}")
    }

    /// “Donnerstag, 12.03.2026, 14:30”.
    pub fn moment(&self, at: DateTime) -> String {
        self.listed([self.weekday(at.date()), self.day(at.date()), self.clock(at.time())])
    }

    /// “Winterjacke, 104”, with the comma of the language.
    pub fn listed<T: AsRef<str>>(&self, parts: impl IntoIterator<Item = T>) -> String {
        let parts: Vec<String> = parts.into_iter().map(|part| self.isolated(part.as_ref())).collect();
        let between = match self.tongue {
            Tongue::Ar | Tongue::Fa | Tongue::Ps => "، ",
            Tongue::Ti => "፣ ",
            _ => ", ",
        };
        // The mark says that the whole runs from right to left, also where only numbers and names stand in it.
        let way = if self.tongue.is_rtl() { "\u{200f}" } else { "" };
        format!("{way}{}", parts.join(between))
    }

    /// The text with a direction of its own (Unicode Standard Annex 9), which only languages from right to left need.
    pub fn isolated(&self, text: &str) -> String {
        if self.tongue.is_rtl() { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_and_times_are_written_as_in_the_language() {
        let at = date(2026, 3, 12).at(9, 5, 0, 0);
        let said = |tongue| OwnTexts::of(tongue).moment(at).replace(['\u{2068}', '\u{2069}', '\u{200f}'], "");
        assert_eq!(said(Tongue::Plain), "Donnerstag, 12.03.2026, 09:05");
        assert_eq!(said(Tongue::Fr), "jeudi, 12/03/2026, 09:05");
        assert_eq!(said(Tongue::Tr), "Perşembe, 12.03.2026, 09:05");
        assert_eq!(said(Tongue::Ar), "الخميس، 12/3/2026، 09:05");
        assert_eq!(said(Tongue::Ti), "ሓሙስ፣ 12/03/2026፣ 09:05");
    }

    #[test]
    fn a_week_has_seven_names_in_every_language() {
        for tongue in Tongue::ALL {
            let t = OwnTexts::of(tongue);
            let mut names: Vec<String> = (2..9).map(|day| t.weekday(date(2026, 3, day))).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), 7, "{tongue}: {names:?}");
        }
    }

    #[test]
    fn a_span_keeps_its_beginning_first() {
        let (from, to) = (jiff::civil::time(9, 0, 0, 0), jiff::civil::time(9, 30, 0, 0));
        assert_eq!(OwnTexts::of(Tongue::En).span(from, to), "09:00–09:30");
        let persian =
            crate::texts::bidi::Way::RightToLeft.visual(&OwnTexts::of(Tongue::Fa).span(from, to)).into_owned();
        assert_eq!(persian, "09:30–09:00", "read from the right, the earlier time comes first");
    }
}

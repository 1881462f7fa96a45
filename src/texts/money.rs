//! Money and rates as people of a language write them. Amounts are whole cents, rates hundredths of a percent.

use super::{Lang, Texts};

impl Texts {
    /// “1.234,50 €”, “€1,234.50”; a space that does not break stands between number and sign.
    pub fn euros(&self, cents: i64) -> String {
        let (group, decimal) = self.marks();
        let whole = grouped(cents.unsigned_abs() / 100, group);
        let minus = if cents < 0 { "-" } else { "" };
        let part = cents.unsigned_abs() % 100;
        match self.lang {
            Lang::De | Lang::Uk => format!("{minus}{whole}{decimal}{part:02}\u{a0}€"),
            Lang::En => format!("{minus}€{whole}{decimal}{part:02}"),
            // From left to right, as numbers are, also between Arabic words.
            Lang::Ar => format!("\u{2066}{minus}{whole}{decimal}{part:02}\u{a0}€\u{2069}"),
        }
    }

    /// The same for a field in which it can be changed: “1234,50”, “1234.50”.
    pub fn euros_typed(&self, cents: i64) -> String {
        format!("{}{}{:02}", cents / 100, self.marks().1, (cents % 100).abs())
    }

    /// “19 %”, “8,1 %” of hundredths of a percent.
    pub fn rate(&self, bp: i32) -> String {
        format!("{}\u{a0}%", self.rate_typed(bp))
    }

    /// The same for a field: “19”, “8,1”.
    pub fn rate_typed(&self, bp: i32) -> String {
        let part = format!("{:02}", bp % 100);
        match part.trim_end_matches('0') {
            "" => (bp / 100).to_string(),
            part => format!("{}{}{part}", bp / 100, self.marks().1),
        }
    }

    /// The marks between thousands and before cents.
    fn marks(&self) -> (char, char) {
        match self.lang {
            Lang::De => ('.', ','),
            Lang::Uk => ('\u{a0}', ','),
            Lang::En | Lang::Ar => (',', '.'),
        }
    }
}

fn grouped(number: u64, mark: char) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(mark);
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_stands_as_the_language_writes_it() {
        let said = |lang, cents| Texts::of(lang).euros(cents);
        assert_eq!(said(Lang::De, 123_450), "1.234,50\u{a0}€");
        assert_eq!(said(Lang::De, 5), "0,05\u{a0}€");
        assert_eq!(said(Lang::De, -123_456_789), "-1.234.567,89\u{a0}€");
        assert_eq!(said(Lang::En, 123_450), "€1,234.50");
        assert_eq!(said(Lang::Uk, 123_450), "1\u{a0}234,50\u{a0}€");
        assert_eq!(said(Lang::Ar, 100), "\u{2066}1.00\u{a0}€\u{2069}");
        assert_eq!(Texts::of(Lang::De).rate(1900), "19\u{a0}%");
        assert_eq!(Texts::of(Lang::De).rate(810), "8,1\u{a0}%");
        assert_eq!(Texts::of(Lang::En).rate(705), "7.05\u{a0}%");
    }
}

//! Amounts in figures, as each country writes them. Money is whole cents everywhere.

use super::Country;

stable_words! {
    /// What amounts on a receipt are in.
    pub enum Currency {
        Euro = "EUR",
        Franc = "CHF",
        Pound = "GBP",
        Dollar = "USD",
    }
}

impl Country {
    /// An amount in figures: `1.234,50 €`, `€ 1.234,50`, `CHF 1'234.50`, `£1,234.50`, `$1,234.50`.
    ///
    /// ```
    /// use gabentisch::domain::receipt::Country;
    ///
    /// assert_eq!(Country::Germany.figures(123_450), "1.234,50\u{a0}€");
    /// assert_eq!(Country::Switzerland.figures(5), "CHF\u{a0}0.05");
    /// ```
    pub fn figures(self, cents: i64) -> String {
        let minus = if cents < 0 { "-" } else { "" };
        let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
        let (group, point) = match self {
            Country::Germany | Country::Austria => (".", ","),
            Country::Switzerland => ("'", "."),
            Country::Britain | Country::America => (",", "."),
        };
        let amount = format!("{minus}{}{point}{rest:02}", grouped(whole, group));
        match self {
            Country::Germany => format!("{amount}\u{a0}€"),
            Country::Austria => format!("€\u{a0}{amount}"),
            Country::Switzerland => format!("CHF\u{a0}{amount}"),
            Country::Britain => format!("£{amount}"),
            Country::America => format!("${amount}"),
        }
    }

    /// A rate in hundredths of a percent: `19 %`, `7,5 %`.
    pub fn percent(self, basis_points: i32) -> String {
        let (whole, rest) = (basis_points / 100, basis_points % 100);
        let point = if matches!(self, Country::Germany | Country::Austria) { "," } else { "." };
        match rest {
            0 => format!("{whole}\u{a0}%"),
            rest => format!("{whole}{point}{}\u{a0}%", format!("{rest:02}").trim_end_matches('0')),
        }
    }
}

/// The digits in groups of three.
fn grouped(number: u64, group: &str) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_in_their_country() {
        let written = |cents| {
            Country::ALL.iter().map(|country| country.figures(cents).replace('\u{a0}', " ")).collect::<Vec<_>>()
        };
        let million = ["1.234.567,89 €", "€ 1.234.567,89", "CHF 1'234'567.89", "£1,234,567.89", "$1,234,567.89"];
        assert_eq!(written(123_456_789), million);
        assert_eq!(written(5), ["0,05 €", "€ 0,05", "CHF 0.05", "£0.05", "$0.05"]);
        assert_eq!(Country::Germany.figures(-100_000), "-1.000,00\u{a0}€");
        assert_eq!(
            [1900, 750, 725].map(|rate| Country::Germany.percent(rate)),
            ["19\u{a0}%", "7,5\u{a0}%", "7,25\u{a0}%"]
        );
    }
}

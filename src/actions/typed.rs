//! What people type into fields: trimmed, without control characters and marks that turn its direction, not longer than it may
//! be.

use super::ActionError;
use crate::domain::without_direction;
use crate::texts::{Lang, Texts, say};

/// One line of text with at most `most` characters.
pub(super) fn line(field: &'static str, text: &str, most: usize) -> Result<String, ActionError> {
    let text = without_direction(text);
    let clean: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    checked(field, clean, most)
}

/// Several lines of text with at most `most` characters in all.
pub(super) fn lines(field: &'static str, text: &str, most: usize) -> Result<String, ActionError> {
    checked(field, without_direction(text).replace("\r\n", "\n").replace('\t', " ").trim().to_owned(), most)
}

fn checked(field: &'static str, text: String, most: usize) -> Result<String, ActionError> {
    if text.chars().count() > most {
        return Err(ActionError::field(field, say::error_text_too_long(most)));
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(ActionError::field(field, say::error_text_odd()));
    }
    Ok(text)
}

/// As much money as one field takes, in cents: 99,999,999.99 €.
pub(super) const MOST_CENTS: i64 = 9_999_999_999;

/// An amount of money as people write it, in cents: “1.234,50”, “1234,5”, “12”, “1.234,50 €”; in English “1,234.50”. A
/// single mark with three digits behind it groups thousands when it is the language's mark for that, and is refused
/// otherwise: nobody should guess whether “1,234” is one euro or a thousand.
///
/// # Errors
/// Naming the field, for what is no amount, for a negative one and for more than [`MOST_CENTS`].
pub(super) fn cents(field: &'static str, text: &str, lang: Lang) -> Result<i64, ActionError> {
    match read_cents(text, lang) {
        Some(cents) if cents <= MOST_CENTS => Ok(cents),
        _ => Err(ActionError::field(field, say::values_error_cents(Texts::of(lang).euros(MOST_CENTS)))),
    }
}

/// The same for a field that may be left empty.
///
/// # Errors
/// As [`cents`].
pub(super) fn cents_or_none(field: &'static str, text: &str, lang: Lang) -> Result<Option<i64>, ActionError> {
    if text.trim().is_empty() { Ok(None) } else { cents(field, text, lang).map(Some) }
}

/// A rate in percent, in hundredths of a percent: “19”, “7”, “8,1”.
///
/// # Errors
/// Naming the field, for what is no rate between 0 and 100.
pub(super) fn percent(field: &'static str, text: &str, lang: Lang) -> Result<i32, ActionError> {
    let rate = read_cents(text, lang).and_then(|rate| i32::try_from(rate).ok()).filter(|rate| *rate <= 10_000);
    rate.ok_or_else(|| ActionError::field(field, say::values_error_rate()))
}

/// A weight in kilograms, in grams: “12”, “12,5”, “0,350”; empty for none. Whichever mark stands in it begins the grams.
///
/// # Errors
/// Naming the field, for nothing, for what is no weight and for more than 100 tonnes.
pub(super) fn grams(field: &'static str, text: &str) -> Result<Option<i64>, ActionError> {
    // A unit without a number is a number that somebody forgot, and no empty field.
    if text.trim().is_empty() {
        return Ok(None);
    }
    let text = text.trim().trim_end_matches("kg").trim_end().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let digits =
        |text: &str, most: usize| (1..=most).contains(&text.len()) && text.chars().all(|digit| digit.is_ascii_digit());
    let grams = (digits(whole, 6) && digits(part, 3)).then(|| format!("{whole}{part:0<3}"));
    let grams = grams.and_then(|grams| grams.parse().ok()).filter(|grams| (1..=MOST_GRAMS).contains(grams));
    grams.map(Some).ok_or_else(|| ActionError::field(field, say::values_error_weight()))
}

const MOST_GRAMS: i64 = 100_000_000;

fn read_cents(text: &str, lang: Lang) -> Option<i64> {
    let text = text.trim().trim_start_matches('€').trim_end_matches('€').trim();
    let text = text.strip_suffix("EUR").or_else(|| text.strip_suffix("Euro")).unwrap_or(text).trim();
    // Digits as an Arabic or Persian keyboard writes them, and all kinds of spaces and apostrophes that group thousands.
    let plain: String = text
        .chars()
        .map(|c| match c {
            '٠'..='٩' => char::from(b'0' + (u32::from(c) - u32::from('٠')) as u8),
            '۰'..='۹' => char::from(b'0' + (u32::from(c) - u32::from('۰')) as u8),
            '٫' => '.',
            '٬' | '’' | '\'' | '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            other => other,
        })
        .collect();
    let decimal = decimal_mark(&plain, lang)?;
    let (whole, part) = match decimal {
        Some(at) => (&plain[..at], &plain[at + 1..]),
        None => (plain.as_str(), ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',', ' ']).collect();
    let marks = whole.chars().filter(|c| !c.is_ascii_digit()).collect::<std::collections::BTreeSet<char>>();
    let grouped = groups.len() == 1
        || (groups[0].len() <= 3 && marks.len() == 1 && groups[1..].iter().all(|group| group.len() == 3));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if !grouped || groups[0].is_empty() || !groups.iter().all(|group| digits(group)) || !digits(part) {
        return None;
    }
    // Eleven digits hold more than the most there may be; longer ones would not fit.
    let euros: i64 = Some(groups.concat()).filter(|digits| digits.len() <= 11)?.parse().ok()?;
    let cents: i64 = match part.len() {
        0 if decimal.is_none() => 0,
        1 => part.parse::<i64>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    Some(euros * 100 + cents)
}

/// Where the cents begin: `None` when the text cannot be an amount, `Some(None)` when it has no cents.
fn decimal_mark(text: &str, lang: Lang) -> Option<Option<usize>> {
    let last = text.rfind(['.', ',']);
    let Some(at) = last else { return Some(None) };
    let mark = &text[at..=at];
    let behind = text.len() - at - 1;
    let groups = match lang {
        Lang::En | Lang::Ar => ",",
        Lang::De | Lang::Uk => ".",
    };
    match (text.matches(mark).count(), text[..at].contains(['.', ',', ' ']), behind) {
        (1, _, 1 | 2) => Some(Some(at)),
        // “1.234.567” groups, “1.234” groups where the language does so, “1,234.567” is nothing.
        (2.., _, 3) => Some(None),
        (1, false, 3) if mark == groups => Some(None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_as_people_write_it() {
        let de = |text| read_cents(text, Lang::De);
        for (text, cents) in [
            ("12", 1_200),
            ("0", 0),
            ("1.234,50", 123_450),
            ("1234,5", 123_450),
            ("1234.5", 123_450),
            ("1.234", 123_400),
            ("1.234.567,89", 123_456_789),
            ("1 234,50 €", 123_450),
            ("€ 7,05", 705),
            ("7 EUR", 700),
            ("1'234.50", 123_450),
            ("0,99", 99),
            ("٢٥٫٥٠", 2_550),
        ] {
            assert_eq!(de(text), Some(cents), "{text}");
        }
        for text in [
            "",
            "-5",
            "+5",
            "12,",
            ",50",
            "1,234",
            "1,2,3",
            "12.34,5,6",
            "1.23.456",
            "1,50,00",
            "abc",
            "1e3",
            "5-",
            "12 50",
        ] {
            assert_eq!(de(text), None, "{text}");
        }
        let en = |text| read_cents(text, Lang::En);
        assert_eq!(en("1,234.50"), Some(123_450));
        assert_eq!(en("1,234"), Some(123_400));
        assert_eq!(en("1.234"), None, "nobody knows what that is in English");
        assert_eq!(en("12,5"), Some(1_250), "a comma with one digit behind it can only be cents");
    }

    #[test]
    fn too_much_money_is_refused() {
        assert!(cents("value", "99.999.999,99", Lang::De).is_ok());
        assert!(cents("value", "100.000.000,00", Lang::De).is_err());
        assert!(cents("value", "99999999999999999999999", Lang::De).is_err());
        assert_eq!(cents_or_none("value", "  ", Lang::De).unwrap(), None);
    }

    #[test]
    fn weights_and_rates_are_read() {
        for (text, grams) in [("12", 12_000), ("12,5", 12_500), ("0,350 kg", 350), ("1.25", 1_250)] {
            assert_eq!(super::grams("weight", text).unwrap(), Some(grams), "{text}");
        }
        for text in ["0", "-1", "1,2345", "1.000,5", "kg", "100001", "1e3"] {
            assert!(super::grams("weight", text).is_err(), "{text}");
        }
        assert_eq!(super::grams("weight", " ").unwrap(), None);
        assert_eq!(percent("rate", "19", Lang::De).unwrap(), 1_900);
        assert_eq!(percent("rate", "8,1", Lang::De).unwrap(), 810);
        assert!(percent("rate", "101", Lang::De).is_err() && percent("rate", "-7", Lang::De).is_err());
    }

    #[test]
    fn what_is_shown_can_be_typed_again() {
        for lang in Lang::ALL {
            for amount in [0, 5, 99, 100, 123_450, 100_000, MOST_CENTS] {
                let t = Texts::of(lang);
                assert_eq!(read_cents(&t.euros_typed(amount), lang), Some(amount), "{lang} {amount}");
            }
        }
    }
}

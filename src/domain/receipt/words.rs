//! Amounts in words, as a receipt wants them besides the figures (law reference 1.7).
//!
//! German numbers below a million are one word of up to 60 letters; [`german_soft`] has soft hyphens where it may be broken,
//! and [`digits`] is the other way that the tax office accepts.
//!
//! ```
//! use gabentisch::domain::receipt::{Currency, words};
//!
//! assert_eq!(words::german(1_322), "eintausenddreihundertzweiundzwanzig");
//! assert_eq!(words::german(101_101), "einhunderteintausendeinhunderteins");
//! assert_eq!(words::amount(100, Currency::Euro, "de", false), "ein Euro");
//! ```

mod english;
mod german;

pub use english::{english, english_with_and};
pub use german::{digits, german, german_soft};

use super::Currency;

/// An amount in words: `eintausendzweihundertvierunddreißig Euro und fünfzig Cent`, `one pound and five pence`. With `soft`,
/// long German words have soft hyphens (U+00AD) at their joints. A negative amount is said as its opposite.
pub fn amount(cents: i64, currency: Currency, lang: &str, soft: bool) -> String {
    let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    let names = Names::of(currency, lang == "de");
    if lang == "de" {
        // "ein Euro", but "einhunderteins Euro".
        let say = |number: u64| match (number, soft) {
            (1, _) => "ein".to_owned(),
            (number, true) => german_soft(number),
            (number, false) => german(number),
        };
        let main = format!("{} {}", say(whole), if whole == 1 { names.one } else { names.many });
        return match rest {
            0 => main,
            1 => format!("{main} und ein {}", names.one_small),
            rest => format!("{main} und {} {}", say(rest), names.many_small),
        };
    }
    let say = if currency == Currency::Dollar { english } else { english_with_and };
    let main = format!("{} {}", say(whole), if whole == 1 { names.one } else { names.many });
    match rest {
        0 => main,
        rest => format!("{main} and {} {}", say(rest), if rest == 1 { names.one_small } else { names.many_small }),
    }
}

/// An amount in names of digits, blocked on both sides: `XX eins - zwei - drei - vier XX Euro und fünfzig Cent`.
pub fn amount_in_digits(cents: i64, currency: Currency) -> String {
    let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    let names = Names::of(currency, true);
    let main = format!("{} {}", digits(whole), if whole == 1 { names.one } else { names.many });
    match rest {
        0 => main,
        1 => format!("{main} und ein {}", names.one_small),
        rest => format!("{main} und {} {}", german(rest), names.many_small),
    }
}

/// What the money is called.
struct Names {
    one: &'static str,
    many: &'static str,
    one_small: &'static str,
    many_small: &'static str,
}

impl Names {
    fn of(currency: Currency, is_german: bool) -> Names {
        let names = |one, many, one_small, many_small| Names { one, many, one_small, many_small };
        match (currency, is_german) {
            (Currency::Euro, true) => names("Euro", "Euro", "Cent", "Cent"),
            (Currency::Euro, false) => names("euro", "euros", "cent", "cents"),
            (Currency::Franc, true) => names("Franken", "Franken", "Rappen", "Rappen"),
            (Currency::Franc, false) => names("franc", "francs", "centime", "centimes"),
            (Currency::Pound, true) => names("Pfund", "Pfund", "Penny", "Pence"),
            (Currency::Pound, false) => names("pound", "pounds", "penny", "pence"),
            (Currency::Dollar, true) => names("Dollar", "Dollar", "Cent", "Cent"),
            (Currency::Dollar, false) => names("dollar", "dollars", "cent", "cents"),
        }
    }
}

#[cfg(test)]
mod tests;

//! The twelve languages of the people who come.

use serde::{Deserialize, Serialize};

use crate::texts::Lang;

/// A language that a household reads (law reference part 4). Not a language of the staff: that is a [`Lang`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tongue {
    /// German in short sentences and everyday words.
    #[default]
    #[serde(rename = "de-x-simple")]
    Plain,
    /// Ukrainian.
    Uk,
    /// Arabic.
    Ar,
    /// Persian, in words that speakers of Dari know too.
    Fa,
    /// Russian.
    Ru,
    /// Turkish.
    Tr,
    /// Kurmanji, the Kurdish that is written with Latin letters.
    Ku,
    /// Pashto.
    Ps,
    En,
    /// Tigrinya.
    Ti,
    /// Somali.
    So,
    Fr,
}

use Tongue::*;

impl Tongue {
    /// All of them, those that most people speak first (law reference part 4).
    pub const ALL: [Tongue; 12] = [Plain, Uk, Ar, Fa, Ru, Tr, Ku, Ps, En, Ti, So, Fr];

    /// The BCP 47 tag, as in `<html lang>` and in the name of the file of texts.
    pub fn tag(self) -> &'static str {
        match self {
            Plain => "de-x-simple",
            Uk => "uk",
            Ar => "ar",
            Fa => "fa",
            Ru => "ru",
            Tr => "tr",
            Ku => "ku",
            Ps => "ps",
            En => "en",
            Ti => "ti",
            So => "so",
            Fr => "fr",
        }
    }

    /// The writing direction, as in `<html dir>`.
    pub fn dir(self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }

    pub(super) fn is_rtl(self) -> bool {
        matches!(self, Ar | Fa | Ps)
    }

    /// The language's own name, for the choice of languages.
    pub fn own_name(self) -> &'static str {
        match self {
            Plain => "Deutsch (einfach)",
            Uk => "Українська",
            Ar => "العربية",
            Fa => "فارسی / دری",
            Ru => "Русский",
            Tr => "Türkçe",
            Ku => "Kurmancî",
            Ps => "پښتو",
            En => "English",
            Ti => "ትግርኛ",
            So => "Soomaali",
            Fr => "Français",
        }
    }

    /// The language of a BCP 47 tag, whatever its region. Other German is the plain one; Dari (`prs`) is `fa`, Kurmanji has
    /// a code of its own (`kmr`), and so have the two main kinds of Pashto.
    pub fn from_tag(tag: &str) -> Option<Tongue> {
        let language = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Some(match language.as_str() {
            "de" => Plain,
            "uk" => Uk,
            "ar" | "arb" | "apc" | "acm" => Ar,
            "fa" | "prs" | "pes" => Fa,
            "ru" => Ru,
            "tr" => Tr,
            "ku" | "kmr" => Ku,
            "ps" | "pbt" | "pbu" => Ps,
            "en" => En,
            "ti" => Ti,
            "so" => So,
            "fr" => Fr,
            _ => return None,
        })
    }

    /// The first language of an `Accept-Language` header that is one of the twelve; plain German when none is.
    pub fn from_accept(header: &str) -> Tongue {
        let tags = header.split(',').map(|part| part.split(';').next().unwrap_or_default());
        tags.filter_map(Tongue::from_tag).next().unwrap_or_default()
    }

    /// The language of the staff that comes nearest. Whoever reads none of the four gets German, which stands on shelves
    /// and letters and which others can help to read.
    pub fn lang(self) -> Lang {
        match self {
            Uk => Lang::Uk,
            Ar => Lang::Ar,
            En => Lang::En,
            _ => Lang::De,
        }
    }
}

impl std::fmt::Display for Tongue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_finds_its_language() {
        for tongue in Tongue::ALL {
            assert_eq!(Tongue::from_tag(tongue.tag()), Some(tongue));
            assert_eq!(serde_json::to_value(tongue).unwrap(), tongue.tag());
            assert!(Tongue::ALL.iter().filter(|other| other.own_name() == tongue.own_name()).count() == 1);
        }
        for (tag, tongue) in [("de", Plain), ("prs-AF", Fa), ("kmr", Ku), ("fa_IR", Fa), ("PS", Ps), ("de-AT", Plain)] {
            assert_eq!(Tongue::from_tag(tag), Some(tongue), "{tag}");
        }
        assert_eq!([Tongue::from_tag(""), Tongue::from_tag("ckb"), Tongue::from_tag("sr")], [None; 3]);
    }

    #[test]
    fn a_browser_gets_the_first_language_that_is_there() {
        assert_eq!(Tongue::from_accept("ti-ER,en;q=0.8"), Ti);
        assert_eq!(Tongue::from_accept("sq, kmr;q=0.9, de;q=0.5"), Ku);
        assert_eq!(Tongue::from_accept(""), Plain);
    }
}

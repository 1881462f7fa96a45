//! Words that are data (a product's name), in each language of the house.

use serde::{Deserialize, Serialize};

use super::Lang;

/// One thing's name. Every thing has one in German, which stands on labels and shelves, and in English; what comes with the
/// program also has Ukrainian and Arabic ones. A language without a name of its own says the German one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub de: String,
    pub en: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub uk: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ar: String,
}

impl Words {
    pub fn new(de: impl Into<String>, en: impl Into<String>) -> Words {
        Words { de: de.into(), en: en.into(), ..Words::default() }
    }

    pub fn get(&self, lang: Lang) -> &str {
        let own = match lang {
            Lang::De => &self.de,
            Lang::En => return &self.en,
            Lang::Uk => &self.uk,
            Lang::Ar => &self.ar,
        };
        if own.is_empty() { &self.de } else { own }
    }
}

impl Lang {
    /// The language of a thing's name that is shown to somebody who reads this one: their own, unless the town made the name
    /// up. Such a name is German, which its letters tell.
    pub fn of_name(self, name: &str) -> Lang {
        let is_own = match self {
            Lang::De | Lang::En => true,
            Lang::Uk => name.chars().any(|c| matches!(c, '\u{400}'..='\u{4ff}')),
            Lang::Ar => super::bidi::has_arabic(name),
        };
        if is_own { self } else { Lang::De }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_in_the_readers_language_or_german() {
        let parka = Words::new("Parka", "Parka");
        let shoes = Words { uk: "Взуття".into(), ar: "أحذية".into(), ..Words::new("Schuhe", "Shoes") };
        let langs = |words: &Words| Lang::ALL.map(|lang| lang.of_name(words.get(lang)));
        assert_eq!(langs(&shoes), Lang::ALL);
        assert_eq!(langs(&parka), [Lang::De, Lang::En, Lang::De, Lang::De]);
        assert_eq!(parka.get(Lang::Ar), "Parka");
    }

    #[test]
    fn names_that_were_stored_with_two_languages_are_read() {
        let stored: Words = serde_json::from_str(r#"{"de":"Schuhe","en":"Shoes"}"#).unwrap();
        assert_eq!(stored, Words::new("Schuhe", "Shoes"));
        assert_eq!(serde_json::to_string(&stored).unwrap(), r#"{"de":"Schuhe","en":"Shoes"}"#);
    }
}

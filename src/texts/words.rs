//! Words that are data (a product's name), in each language of the house.

use serde::{Deserialize, Serialize};

use super::Lang;

/// One thing's name in German and English. Readers of the other languages get the German one, which stands on labels and
/// shelves (see [`Lang::of_words`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub de: String,
    pub en: String,
}

impl Words {
    pub fn new(de: impl Into<String>, en: impl Into<String>) -> Words {
        Words { de: de.into(), en: en.into() }
    }

    pub fn get(&self, lang: Lang) -> &str {
        match lang.of_words() {
            Lang::En => &self.en,
            _ => &self.de,
        }
    }
}

impl Lang {
    /// The language in which somebody who reads this one is told the names of things.
    pub fn of_words(self) -> Lang {
        if self == Lang::En { Lang::En } else { Lang::De }
    }
}

//! Words that are data (a product's name), in each language of the house.

use serde::{Deserialize, Serialize};

use super::Lang;

/// One thing's name in every language of the staff pages; the other languages of the desk use the German one.
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
        match lang {
            Lang::De | Lang::Uk | Lang::Ar => &self.de,
            Lang::En => &self.en,
        }
    }
}

//! A name that data files bring along in German and English.

use serde::{Deserialize, Serialize};

/// The same name in German and English. Not a message: messages come from the translation files.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Words {
    pub de: String,
    pub en: String,
}

impl Words {
    pub fn new(de: impl Into<String>, en: impl Into<String>) -> Words {
        Words { de: de.into(), en: en.into() }
    }
}

//! The codes of products and groups, as the database and the files write them.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

/// A code with letters that do not belong there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{text}\" is not a {what}: {rule}")]
pub struct InvalidCatalogueCode {
    text: String,
    what: &'static str,
    rule: &'static str,
}

macro_rules! code_type {
    ($(#[$meta:meta])* $name:ident, $what:literal, $rule:literal, $valid:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidCatalogueCode;

            fn from_str(text: &str) -> Result<$name, InvalidCatalogueCode> {
                let valid: fn(&str) -> bool = $valid;
                if valid(text) {
                    Ok($name(text.to_owned()))
                } else {
                    Err(InvalidCatalogueCode { text: text.to_owned(), what: $what, rule: $rule })
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

code_type! {
    /// The code of a product, such as `winterjacke`. Not a label's code, and no promise that the catalogue knows it.
    ProductCode, "product code", "1 to 32 lower-case letters and digits", |text| {
        (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    }
}

code_type! {
    /// The code of a group, such as `OUT`.
    GroupCode, "group code", "three capital letters", |text| {
        text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

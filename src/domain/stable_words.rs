//! Enums whose words stand in the database, in files and in the API, and therefore never change.

/// A text that is none of an enum's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{word}\" is not one of {allowed}")]
pub struct UnknownWord {
    pub word: String,
    /// The words that would have been right, separated by commas.
    pub allowed: String,
}

/// Defines an enum together with its stable words: `ALL`, `word`, `Display`, `FromStr`, and serde through the words.
macro_rules! stable_words {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$about])* $variant,)+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word for it in the database, in files and in the API.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::UnknownWord;

            fn from_str(word: &str) -> Result<$name, Self::Err> {
                $name::ALL.iter().copied().find(|known| known.word() == word).ok_or_else(|| $crate::domain::UnknownWord {
                    word: word.to_owned(),
                    allowed: [$($word),+].join(", "),
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let word = String::deserialize(deserializer)?;
                word.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::domain::catalogue::{Cut, Season, Unit};
    use crate::domain::sizes::SizeSystem;
    use crate::domain::templates::{AgeBand, Per, TemplateCode};

    #[test]
    fn every_word_is_read_back() {
        fn all<T: std::str::FromStr + std::fmt::Display + PartialEq + Copy>(values: &[T]) {
            assert!(values.iter().all(|value| value.to_string().parse::<T>().ok() == Some(*value)));
        }
        all(Cut::ALL);
        all(Season::ALL);
        all(Unit::ALL);
        all(SizeSystem::ALL);
        all(AgeBand::ALL);
        all(TemplateCode::ALL);
        all(Per::ALL);
    }

    #[test]
    fn a_wrong_word_is_answered_with_the_right_ones() {
        let error = "X".parse::<Season>().unwrap_err();
        assert_eq!(error.to_string(), "\"X\" is not one of A, W, S");
    }
}

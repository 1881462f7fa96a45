//! One valid code: a value that cannot exist with a wrong check character.

use std::fmt;
use std::str::FromStr;

#[cfg(not(target_family = "wasm"))]
use rand::{Rng, RngExt};

use super::Kind;
use super::alphabet;
#[cfg(not(target_family = "wasm"))]
use super::alphabet::{BASE, SYMBOLS};

/// Ten characters with a right check character. Not a promise that the database knows it.
///
/// Parse what a machine wrote exactly with [`FromStr`]; read what a person typed or a scanner sent with
/// [`read`](super::read).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code([u8; 10]);

/// The text is not ten characters of the alphabet, begins with no known kind, or fails the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a valid code")]
pub struct InvalidCode;

impl Code {
    /// A new code of this kind from eight random symbols (29⁸ = 5·10¹¹, 38.9 bit). The caller makes sure that the
    /// database does not hold it yet. In a browser none is ever made.
    #[cfg(not(target_family = "wasm"))]
    pub fn draw(kind: Kind, rng: &mut impl Rng) -> Code {
        let mut body = [0; 8];
        for symbol in &mut body {
            *symbol = SYMBOLS[rng.random_range(0..BASE) as usize];
        }
        Code::with_body(kind, &body).expect("symbols of the alphabet make a code")
    }

    /// The code with exactly this body. `None` when a symbol is not in the alphabet.
    pub fn with_body(kind: Kind, body: &[u8; 8]) -> Option<Code> {
        let mut nine = [kind.letter(); 9];
        nine[1..].copy_from_slice(body);
        let check = alphabet::check_symbol(&nine)?;
        let mut all = [check; 10];
        all[..9].copy_from_slice(&nine);
        Some(Code(all))
    }

    pub fn kind(&self) -> Kind {
        Kind::from_letter(self.0[0]).expect("a code begins with a kind")
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a code is ASCII")
    }

    /// The form below the square on a label, in groups of 3, 3 and 4: `A7F 39M XT4E`.
    pub fn printed(&self) -> String {
        let text = self.as_str();
        format!("{} {} {}", &text[..3], &text[3..6], &text[6..])
    }

    /// The beginning of a card, as it stands on the bag of what lies ready: it says which bag it is and not whose.
    pub fn bag(&self) -> String {
        self.as_str()[..3].to_owned()
    }
}

impl FromStr for Code {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Code, InvalidCode> {
        let all: [u8; 10] = text.as_bytes().try_into().map_err(|_| InvalidCode)?;
        let nine: &[u8; 9] = all[..9].try_into().expect("nine of ten");
        Kind::from_letter(all[0]).ok_or(InvalidCode)?;
        match alphabet::check_symbol(nine) {
            Some(check) if check == all[9] => Ok(Code(all)),
            _ => Err(InvalidCode),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Code({})", self.as_str())
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Code, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn any_code() -> impl Strategy<Value = Code> {
        (0..9usize, prop::array::uniform8(0..29usize))
            .prop_map(|(kind, body)| Code::with_body(Kind::ALL[kind], &body.map(|at| SYMBOLS[at])).unwrap())
    }

    proptest! {
        #[test]
        fn a_code_survives_writing_and_parsing(code in any_code()) {
            prop_assert_eq!(code.to_string().parse(), Ok(code));
        }

        #[test]
        fn every_single_wrong_symbol_is_found(code in any_code(), at in 1..10usize, step in 1..29u32) {
            let mut wrong = *code.as_str().as_bytes().first_chunk::<10>().unwrap();
            let value = alphabet::value(wrong[at]).unwrap();
            wrong[at] = SYMBOLS[((value + step) % 29) as usize];
            prop_assert_eq!(std::str::from_utf8(&wrong).unwrap().parse::<Code>(), Err(InvalidCode));
        }

        #[test]
        fn every_swap_of_two_symbols_is_found(code in any_code(), a in 0..10usize, b in 0..10usize) {
            let mut swapped = code.as_str().as_bytes().to_vec();
            prop_assume!(swapped[a] != swapped[b]);
            swapped.swap(a, b);
            prop_assert_eq!(std::str::from_utf8(&swapped).unwrap().parse::<Code>(), Err(InvalidCode));
        }
    }
}

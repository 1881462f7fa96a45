//! The names of groups and products as people say them in each language. The words are data (`config/catalogue/words`), one
//! file for each language.
//!
//! A town may rename a product or add one. Such a name is the town's own: nobody translated it, so it stays German.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Tongue;
use crate::texts::Words;

type Names = HashMap<String, String>;

/// What a household calls a product, whose names on labels and shelves are `fallback`.
///
/// ```
/// use gabentisch::texts::Words;
/// use gabentisch::texts::own::{Tongue, product_word};
///
/// let shipped = Words::new("Winterjacke", "Winter jacket");
/// assert_eq!(product_word(Tongue::Tr, "winterjacke", &shipped), "Kışlık mont");
/// let renamed = Words::new("Parka", "Parka");
/// assert_eq!(product_word(Tongue::Tr, "winterjacke", &renamed), "Parka");
/// ```
pub fn product_word(tongue: Tongue, code: &str, fallback: &Words) -> String {
    word(tongue, code, fallback).to_owned()
}

/// What a household calls a group.
pub fn group_word(tongue: Tongue, code: &str, fallback: &Words) -> String {
    word(tongue, code, fallback).to_owned()
}

/// The same names with the words of the other languages of the staff, as far as they are the shipped ones. The codes of
/// groups are capitals and those of products are not, so that one list holds both.
pub fn in_languages_of_staff(code: &str, names: Words) -> Words {
    let [uk, ar] = [Tongue::Uk, Tongue::Ar].map(|tongue| shipped(tongue, code, &names).unwrap_or_default().to_owned());
    Words { uk, ar, ..names }
}

fn word<'w>(tongue: Tongue, code: &str, fallback: &'w Words) -> &'w str {
    match tongue {
        Tongue::En => &fallback.en,
        _ => shipped(tongue, code, fallback).unwrap_or(&fallback.de),
    }
}

/// The shipped word for what still has its shipped name.
fn shipped(tongue: Tongue, code: &str, names: &Words) -> Option<&'static str> {
    if GERMAN.get(code)? != &names.de {
        return None;
    }
    words_of(tongue)?.get(code).map(String::as_str)
}

/// The German names of the shipped catalogue.
static GERMAN: LazyLock<Names> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct Named {
        code: String,
        de: String,
    }
    #[derive(Deserialize)]
    struct Shipped {
        group: Vec<Named>,
        product: Vec<Named>,
    }
    let shipped: Shipped = toml::from_str(include_str!("../../../config/catalogue/products.toml"))
        .expect("the catalogue that is built in is tested");
    shipped.group.into_iter().chain(shipped.product).map(|named| (named.code, named.de)).collect()
});

/// The words of a language; English has its names in the catalogue itself.
fn words_of(tongue: Tongue) -> Option<&'static Names> {
    macro_rules! words {
        ($tag:literal) => {{
            static WORDS: LazyLock<Names> = LazyLock::new(|| {
                toml::from_str(include_str!(concat!("../../../config/catalogue/words/", $tag, ".toml")))
                    .expect("the words that are built in are tested")
            });
            Some(&*WORDS)
        }};
    }
    match tongue {
        Tongue::En => None,
        Tongue::Plain => words!("de-x-simple"),
        Tongue::Uk => words!("uk"),
        Tongue::Ar => words!("ar"),
        Tongue::Fa => words!("fa"),
        Tongue::Ru => words!("ru"),
        Tongue::Tr => words!("tr"),
        Tongue::Ku => words!("ku"),
        Tongue::Ps => words!("ps"),
        Tongue::Ti => words!("ti"),
        Tongue::So => words!("so"),
        Tongue::Fr => words!("fr"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{has_its_script, is_spelled_in};
    use super::*;

    /// Short enough for a picture's line on a phone, in characters.
    const LONGEST: usize = 36;

    /// Words that are the same in German and another language.
    const SAME_AS_GERMAN: &[(Tongue, &str)] = &[(Tongue::Fr, "lampe")];

    #[test]
    fn every_product_has_a_word_in_every_language() {
        for tongue in Tongue::ALL {
            let Some(words) = words_of(tongue) else { continue };
            let surplus: Vec<_> = words.keys().filter(|code| !GERMAN.contains_key(*code)).collect();
            assert!(surplus.is_empty(), "{tongue} has words for unknown {surplus:?}");
            // Plain German keeps the name of the catalogue where it is easy.
            let missing: Vec<_> = GERMAN.keys().filter(|code| !words.contains_key(*code)).collect();
            assert!(missing.is_empty() || tongue == Tongue::Plain, "{tongue} lacks {missing:?}");
        }
        assert_eq!(GERMAN.len(), 16 + 146);
    }

    #[test]
    fn words_are_short_and_written_in_their_language() {
        let mut wrong = Vec::new();
        for tongue in Tongue::ALL {
            for (code, word) in words_of(tongue).into_iter().flatten() {
                let is_same = *word == GERMAN[code] && !SAME_AS_GERMAN.contains(&(tongue, code));
                let is_long = word.chars().count() > LONGEST || word.trim() != word || word.is_empty();
                if is_same
                    || is_long
                    || !has_its_script(tongue, word)
                    || !word.chars().all(|c| is_spelled_in(tongue, c))
                {
                    wrong.push(format!("{tongue}: {code} = {word}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Two things with one name would be the same thing to somebody who chooses by words.
    #[test]
    fn no_two_products_of_a_language_have_one_word() {
        for tongue in Tongue::ALL {
            let Some(words) = words_of(tongue) else { continue };
            let mut seen = HashMap::new();
            for (code, word) in words {
                if let Some(other) = seen.insert(word, code) {
                    panic!("{tongue}: {other} and {code} are both {word}");
                }
            }
        }
    }

    #[test]
    fn the_towns_own_names_stay() {
        let own = Words::new("Lastenrad", "Cargo bike");
        assert_eq!(product_word(Tongue::Ti, "lastenrad", &own), "Lastenrad");
        assert_eq!(product_word(Tongue::En, "lastenrad", &own), "Cargo bike");
        let renamed = Words::new("Anorak", "Anorak");
        assert_eq!(product_word(Tongue::Uk, "winterjacke", &renamed), "Anorak");
        assert_eq!(in_languages_of_staff("winterjacke", renamed.clone()), renamed);
    }

    #[test]
    fn the_staff_reads_ukrainian_and_arabic() {
        use crate::texts::Lang;
        let names = in_languages_of_staff("SHO", Words::new("Schuhe", "Shoes"));
        assert_eq!(Lang::ALL.map(|lang| names.get(lang)), ["Schuhe", "Shoes", "Взуття", "أحذية"]);
        assert_eq!(group_word(Tongue::Ku, "SHO", &names), "Pêlav");
        assert_eq!(
            product_word(Tongue::Plain, "inkontinenz", &Words::new("Inkontinenzmaterial", "")),
            "Windeln für Erwachsene"
        );
    }
}

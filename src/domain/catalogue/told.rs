//! Which products a text names, as people describe goods: “3 Winterjacken, kaum getragen”. Words are compared as wholes: a
//! bathrobe ("Bademantel") is no coat, and a table is no tablet.

use super::find::{Umlauts, fold, pieces};
use super::{Catalogue, ProductCode};
use crate::texts::Lang;

/// Endings of more than one of a thing, and of cases. Umlauts are taken off before: "Mäntel" is "mantel" then.
const ENDINGS: [&str; 7] = ["n", "en", "e", "er", "ern", "s", "es"];
/// For whom something is stands before the thing: "Herrenhemd". Umlauts are taken off.
const FOR_WHOM: [&str; 8] = ["baby", "damen", "frauen", "herren", "jungen", "kinder", "madchen", "manner"];
/// A shorter word has no endings: too many others begin with it.
const SHORTEST_STEM: usize = 4;

/// All words by which the products of a catalogue are known; made once for many texts.
#[derive(Clone, Debug)]
pub struct Namings<'c>(Vec<Naming<'c>>);

#[derive(Clone, Debug)]
struct Naming<'c> {
    product: &'c ProductCode,
    words: Vec<String>,
    /// Its name, and not a further word that finds it.
    is_name: bool,
}

/// Words of a text, from one up to another, that name a product.
struct Hit<'c> {
    product: &'c ProductCode,
    from: usize,
    to: usize,
    is_name: bool,
    /// Nothing stands before it that says for whom it is.
    is_whole: bool,
}

impl Catalogue {
    /// The words by which its products are known, in all languages.
    pub fn namings(&self) -> Namings<'_> {
        let mut all = Vec::new();
        for product in &self.products {
            let mut add = |text: &str, is_name: bool| {
                let words = words(text);
                if !words.is_empty() {
                    all.push(Naming { product: &product.code, words, is_name });
                }
            };
            for lang in Lang::ALL {
                let name = without_remarks(product.names.get(lang));
                // Of "Regen- / Matschhose" the first is no word of its own.
                let parts = name.split(['/', ',', '&']).map(str::trim).filter(|part| !part.ends_with('-'));
                parts.for_each(|part| add(part, true));
            }
            product.also.iter().for_each(|word| add(word, false));
        }
        Namings(all)
    }
}

impl<'c> Namings<'c> {
    /// The products that a text names. What names another product in full, or in more words, is not this one: "Bademantel" is
    /// also found by "Mantel", and "Langes Kleid" holds the word "Kleid".
    pub fn named_in(&self, text: &str) -> Vec<&'c ProductCode> {
        let told = words(text);
        let mut hits: Vec<Hit> = Vec::new();
        for naming in &self.0 {
            for from in 0..told.len() {
                if let Some((length, is_whole)) = naming.meets(&told[from..]) {
                    let Naming { product, is_name, .. } = *naming;
                    hits.push(Hit { product, from, to: from + length, is_name, is_whole });
                }
            }
        }
        let is_others = |hit: &Hit| {
            hits.iter().any(|other| {
                let longer = other.to - other.from > hit.to - hit.from;
                let holds = other.from <= hit.from && hit.to <= other.to;
                let names = other.is_name && other.is_whole;
                other.product != hit.product && names && holds && (longer || !hit.is_name || !hit.is_whole)
            })
        };
        let mut found: Vec<&ProductCode> = Vec::new();
        for hit in hits.iter().filter(|hit| !is_others(hit)) {
            if !found.contains(&hit.product) {
                found.push(hit.product);
            }
        }
        found
    }
}

impl Naming<'_> {
    /// How many words at the beginning of what was told are this name, and whether nothing more stands in them.
    fn meets(&self, told: &[String]) -> Option<(usize, bool)> {
        let count = self.words.len();
        if told.len() >= count && told.iter().zip(&self.words).all(|(told, word)| is_form(told, word)) {
            return Some((count, true));
        }
        // "T-Shirt", "T Shirt" and "Tshirt"; "Winter-Jacke".
        let whole = self.words.concat();
        (1..=count.max(2).min(told.len())).find_map(|length| {
            let told = told[..length].concat();
            let thing = || FOR_WHOM.iter().find_map(|whom| told.strip_prefix(whom));
            let is_whole = is_form(&told, &whole);
            (is_whole || thing().is_some_and(|thing| is_form(thing, &whole))).then_some((length, is_whole))
        })
    }
}

/// Whether a word is another one, in one of its forms.
fn is_form(told: &str, word: &str) -> bool {
    let ends = |long: &str, short: &str| {
        let is_stem = short.chars().count() >= SHORTEST_STEM;
        is_stem && long.strip_prefix(short).is_some_and(|rest| ENDINGS.contains(&rest))
    };
    told == word || ends(told, word) || ends(word, told)
}

fn words(text: &str) -> Vec<String> {
    pieces(&fold(text, Umlauts::Bare)).into_iter().filter(|word| word.chars().all(char::is_alphabetic)).collect()
}

/// "Babyflasche / Sauger (neu)" without what stands in brackets.
fn without_remarks(name: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_name_a_product_and_parts_of_words_do_not() {
        let catalogue = Catalogue::shipped();
        let namings = catalogue.namings();
        let codes = |text: &str| namings.named_in(text).iter().map(ToString::to_string).collect::<Vec<_>>();
        for (text, product) in [
            ("40 Winterjacken, kaum getragen", "winterjacke"),
            ("Winter-Jacke Gr. 104", "winterjacke"),
            ("40 Jacken", "winterjacke"),
            ("Anorak", "winterjacke"),
            ("2 Mäntel", "mantel"),
            ("Herrenmantel", "mantel"),
            ("Mädchenkleider", "kleid"),
            ("T-Shirts", "tshirt"),
            ("Tshirt", "tshirt"),
            ("5 Paar Socken", "socken"),
            ("Socke", "socken"),
            ("Herrenhemden Gr. 41", "hemd"),
            ("Kleid/Rock", "kleid"),
            ("Kleid/Rock", "rock"),
            ("Bademantel", "bademantel"),
            ("Langes Kleid", "langkleid"),
            ("winter jacket", "winterjacke"),
            ("Schreibtisch", "schreibtisch"),
        ] {
            assert!(codes(text).contains(&product.to_owned()), "{text}: {:?}", codes(text));
        }
        for (text, product) in [
            ("Bademantel", "mantel"),
            ("Unterhemd", "hemd"),
            ("Nachthemd", "hemd"),
            ("Schlafanzug", "anzug"),
            ("Kleiderschrank", "kleid"),
            ("Tablet", "tisch"),
            ("Staubsauger", "babyflasche"),
            ("Langes Kleid", "kleid"),
            ("Hemd", "unterhemd"),
            ("Mantel", "bademantel"),
            ("Winterjacke", "fleece"),
            ("Still-BH", "bh"),
            ("Gr. 104", "winterjacke"),
        ] {
            assert!(!codes(text).contains(&product.to_owned()), "{text}: {:?}", codes(text));
        }
        assert!(codes("").is_empty() && codes("3 × 12,50").is_empty());
    }
}

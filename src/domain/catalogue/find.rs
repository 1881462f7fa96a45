//! Finds products from a few keys: `wi ja 104` is the winter jacket in 104.

use super::{Catalogue, Product};
use crate::domain::sizes::{Size, Sizes};
use crate::texts::{allowed_slips, slips};

/// A product that a search found. Better ones have the higher score; the number itself means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'c> {
    pub product: &'c Product,
    /// The size that was typed, when the product comes in it.
    pub size: Option<Size>,
    pub score: u32,
}

/// How well a typed word met a word of a product.
const WHOLE_NAME_WORD: u32 = 100;
const WHOLE_OTHER_WORD: u32 = 80;
const BEGINS_NAME: u32 = 70;
const BEGINS_NAME_WORD: u32 = 60;
const BEGINS_OTHER_WORD: u32 = 50;
const INSIDE: u32 = 20;
/// What a typed size adds: the product comes in it, written so or otherwise; or it looks like a size but is none.
const SIZE_EXACT: u32 = 40;
const SIZE_LOOSE: u32 = 30;
const SIZE_UNKNOWN: u32 = 1;
/// Shorter pieces of words are not looked for inside words.
const SHORTEST_INSIDE: usize = 3;

impl Catalogue {
    /// The products that may be chosen, of those that [`find_any`](Catalogue::find_any) finds: what was switched off is
    /// not offered.
    pub fn find(&self, text: &str, sizes: &Sizes) -> Vec<Found<'_>> {
        let mut found = self.find_any(text, sizes);
        found.retain(|hit| hit.product.active);
        found
    }

    /// The products that each typed word leads to, best first; also those that are switched off, for finding their pieces.
    ///
    /// Every word must begin a word, or a part of a compound, of a name in German, English, Ukrainian or Arabic; umlauts may
    /// be typed as `ä`, `ae` or `a`. The last word, or the last two, may be a size. Equals come in this order: essential
    /// ones, those with the shorter name, the order of the catalogue.
    pub fn find_any(&self, text: &str, sizes: &Sizes) -> Vec<Found<'_>> {
        let typed: Vec<&str> = text.split_whitespace().collect();
        let folded: Vec<String> = typed.iter().flat_map(|word| pieces(&fold(word, Umlauts::Spelled))).collect();
        let mut queries = vec![Query { words: folded, size: None, must_be_size: false }];
        for taken in 1..=2.min(typed.len().saturating_sub(1)) {
            let (words, size) = typed.split_at(typed.len() - taken);
            let words = words.iter().flat_map(|word| pieces(&fold(word, Umlauts::Spelled))).collect();
            queries.push(Query { words, size: Some(size.join(" ")), must_be_size: taken == 2 });
        }

        let mut found: Vec<Found> = self
            .products
            .iter()
            .zip(&self.index.0)
            .filter_map(|(product, entry)| {
                let best = queries.iter().filter_map(|query| query.score(product, entry, sizes));
                // Of equal readings the first counts, so the comparison goes backwards.
                best.rev().max_by_key(|(score, _)| *score).map(|(score, size)| Found { product, size, score })
            })
            .collect();
        found.sort_by_key(|hit| {
            let product = hit.product;
            (std::cmp::Reverse(hit.score), !product.essential, product.names.de.chars().count())
        });
        found
    }
}

impl Catalogue {
    /// What was typed with the slips of the finger mended in words that no product knows: `wintrejake 104` is meant as
    /// `winterjacke 104`. `None` when there is nothing to mend. The beginning of a word may have a slip too. Numbers and
    /// sizes stay as they are.
    pub fn mended(&self, text: &str) -> Option<String> {
        let mut any = false;
        let mended: Vec<String> = text
            .split_whitespace()
            .take(8)
            .map(|typed| match self.meant(&fold(typed, Umlauts::Spelled)) {
                Some(word) => {
                    any = true;
                    word
                }
                None => typed.to_owned(),
            })
            .collect();
        any.then(|| mended.join(" "))
    }

    fn meant(&self, typed: &str) -> Option<String> {
        let allowed = allowed_slips(typed);
        // Words of four letters are one slip away from too many others: a tent is no belt.
        let count = typed.chars().count();
        let is_word = allowed > 0 && count >= 5 && typed.chars().all(char::is_alphabetic);
        if !is_word || self.index.0.iter().any(|entry| entry.score(typed).is_some()) {
            return None;
        }
        let rated = self.index.0.iter().flat_map(Entry::words).filter_map(|word| {
            let whole = slips(typed, word, allowed);
            let beginnings = (count - 1..=count + 1).map(|end| beginning(word, end));
            let begun = beginnings.filter_map(|part| slips(typed, part, 1)).min();
            whole
                .map(|slips| (slips, 0))
                .into_iter()
                .chain(begun.map(|slips| (slips, 1)))
                .min()
                .map(|rank| (rank, word))
        });
        rated.min().map(|(_, word)| word.clone())
    }
}

fn beginning(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(end, _)| &word[..end])
}

/// One way to understand what was typed: so many words, and perhaps a size.
struct Query {
    words: Vec<String>,
    size: Option<String>,
    /// Otherwise a product that cannot have this size may still be meant.
    must_be_size: bool,
}

impl Query {
    fn score(&self, product: &Product, entry: &Entry, sizes: &Sizes) -> Option<(u32, Option<Size>)> {
        if self.words.is_empty() {
            return None;
        }
        let words: u32 = self.words.iter().map(|word| entry.score(word)).sum::<Option<u32>>()?;
        let Some(text) = &self.size else { return Some((words, None)) };
        match sizes.read_graded(product, None, text) {
            Some((size, grade)) => Some((words + if grade.is_exact() { SIZE_EXACT } else { SIZE_LOOSE }, Some(size))),
            None if self.must_be_size => None,
            None => text.contains(|c: char| c.is_ascii_digit()).then_some((words + SIZE_UNKNOWN, None)),
        }
    }
}

/// The folded words of every product, made once.
#[derive(Clone, Debug)]
pub(super) struct Index(Vec<Entry>);

impl Index {
    pub fn new(products: &[Product]) -> Index {
        Index(products.iter().map(Entry::new).collect())
    }
}

#[derive(Clone, Debug, Default)]
struct Entry {
    /// The first word of each name, in all spellings.
    first: Vec<String>,
    name: Vec<String>,
    /// Parts of compounds.
    parts: Vec<String>,
    other: Vec<String>,
}

impl Entry {
    fn new(product: &Product) -> Entry {
        let mut entry = Entry::default();
        for umlauts in [Umlauts::Spelled, Umlauts::Bare] {
            for name in [&product.names.de, &product.names.en, &product.names.uk, &product.names.ar] {
                let (name, remark) = name.split_once('(').unwrap_or((name, ""));
                // "Hemd / Bluse" are two names; "T-Shirt" is also one word, "tshirt".
                for alternative in name.split(['/', '&']) {
                    let words = pieces(&fold(alternative, umlauts));
                    entry.first.extend(words.first().cloned());
                    entry.name.extend(words);
                    let hyphened = alternative.split_whitespace().filter(|word| word.contains('-'));
                    entry.other.extend(hyphened.map(|word| pieces(&fold(word, umlauts)).concat()));
                }
                entry.other.extend(pieces(&fold(remark, umlauts)));
            }
            let name = fold(&product.names.de, umlauts);
            for word in product.also.iter().flat_map(|word| pieces(&fold(word, umlauts))) {
                // "Jacke" is a part of "Winterjacke", "Anorak" is another name for it.
                if name.contains(&word) { entry.parts.push(word) } else { entry.other.push(word) }
            }
        }
        entry.other.push(product.code.to_string());
        entry
    }

    fn words(&self) -> impl Iterator<Item = &String> {
        self.name.iter().chain(&self.parts).chain(&self.other)
    }

    fn score(&self, typed: &str) -> Option<u32> {
        let any = |words: &[String], meets: &dyn Fn(&String) -> bool| words.iter().any(meets);
        let equals = |word: &String| word == typed;
        let begins = |word: &String| word.starts_with(typed);
        let inside = |word: &String| typed.len() >= SHORTEST_INSIDE && word.contains(typed);
        Some(match () {
            () if any(&self.name, &equals) => WHOLE_NAME_WORD,
            () if any(&self.parts, &equals) || any(&self.other, &equals) => WHOLE_OTHER_WORD,
            () if any(&self.first, &begins) => BEGINS_NAME,
            () if any(&self.name, &begins) || any(&self.parts, &begins) => BEGINS_NAME_WORD,
            () if any(&self.other, &begins) => BEGINS_OTHER_WORD,
            () if any(&self.name, &inside) || any(&self.other, &inside) => INSIDE,
            () => return None,
        })
    }
}

#[derive(Clone, Copy)]
pub(super) enum Umlauts {
    /// `ä` becomes `ae`.
    Spelled,
    /// `ä` becomes `a`.
    Bare,
}

pub(super) fn fold(text: &str, umlauts: Umlauts) -> String {
    let mut folded = String::with_capacity(text.len() + 4);
    for c in text.chars().flat_map(char::to_lowercase) {
        let bare = match c {
            'ä' => 'a',
            'ö' => 'o',
            'ü' => 'u',
            'ß' => {
                folded.push_str("ss");
                continue;
            }
            other => {
                folded.push(other);
                continue;
            }
        };
        folded.push(bare);
        if matches!(umlauts, Umlauts::Spelled) {
            folded.push('e');
        }
    }
    folded
}

pub(super) fn pieces(folded: &str) -> Vec<String> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn find(text: &str) -> Vec<Found<'static>> {
        Catalogue::shipped().find(text, Sizes::shipped())
    }

    /// The first hit as `code size`.
    fn first(text: &str) -> String {
        let hit = find(text).into_iter().next().unwrap_or_else(|| panic!("{text:?} finds nothing"));
        format!("{} {}", hit.product.code, hit.size.map(|size| size.to_string()).unwrap_or_default()).trim().to_owned()
    }

    #[test]
    fn the_staff_may_type_ukrainian_or_arabic() {
        assert_eq!(first("зимова 104"), "winterjacke 104");
        assert_eq!(first("مقلاة"), "pfanne");
    }

    #[test]
    fn three_keys_are_enough() {
        assert_eq!(first("wi ja 104"), "winterjacke 104");
        assert_eq!(first("ts m"), "tshirt M");
        assert_eq!(first("gum 27"), "gummistiefel 27");
        assert_eq!(first("Hemd 41"), "hemd 41");
        assert_eq!(first("je w32/l32"), "jeans W32/L32");
        assert_eq!(first("jeans w32 l32"), "jeans W32/L32");
        assert_eq!(first("bh 80 b"), "bh 80B");
        assert_eq!(first("bettw 135x200"), "bettwaesche 135x200");
        assert_eq!(first("so 40"), "socken 39-42");
    }

    #[test]
    fn both_languages_and_every_umlaut_are_understood() {
        for text in ["mütze", "muetze", "MUTZE", "winter hat"] {
            assert_eq!(first(text), "muetze", "{text}");
        }
        for text in ["jäckchen", "jaeck", "ba jack 62", "baby cardigan"] {
            assert!(first(text).starts_with("babyjacke"), "{text}");
        }
        assert_eq!(first("pra sui 74"), "babyoverall 74");
        assert_eq!(first("tshirt"), "tshirt");
        assert_eq!(first("anorak"), "winterjacke");
        assert_eq!(first("über ja 98/104"), "uebergangsjacke 98/104");
    }

    #[test]
    fn those_that_come_in_the_size_stand_first() {
        let hits = find("jacke 104");
        assert_eq!(hits[0].size.as_ref().unwrap().label(), "104");
        let baby = hits.iter().position(|hit| hit.product.code.as_str() == "babyjacke").unwrap();
        assert!(hits[..baby].iter().all(|hit| hit.score >= hits[baby].score) && hits[baby].size.is_none());
    }

    #[test]
    fn what_is_switched_off_is_found_but_not_offered() {
        let shipped = Catalogue::shipped();
        let mut products = shipped.products().to_vec();
        products
            .iter_mut()
            .filter(|product| product.code.as_str() == "winterjacke")
            .for_each(|jacket| jacket.active = false);
        let catalogue = Catalogue::of(shipped.groups().to_vec(), products);
        let codes = |found: Vec<Found>| found.iter().map(|hit| hit.product.code.to_string()).collect::<Vec<_>>();
        assert!(codes(catalogue.find_any("winterjacke", Sizes::shipped())).contains(&"winterjacke".to_owned()));
        assert!(!codes(catalogue.find("winterjacke", Sizes::shipped())).contains(&"winterjacke".to_owned()));
    }

    #[test]
    fn a_slip_of_the_finger_is_mended() {
        let mended = |text: &str| Catalogue::shipped().mended(text).unwrap_or_default();
        assert_eq!(mended("winterjake 104"), "winterjacke 104");
        assert_eq!(mended("Wintrejacke"), "winterjacke");
        assert_eq!(mended("gumistiefel"), "gummistiefel");
        assert_eq!(mended("wintrej"), "winterjacke");
        for right in ["winterjacke", "wi ja 104", "98/104", "xyz", "A7F39MXT4E", "", "Zelt", "qqqqqqqq"] {
            assert_eq!(mended(right), "", "{right}");
        }
    }

    #[test]
    fn nothing_is_found_by_nothing() {
        assert!(find("").is_empty() && find("  ").is_empty() && find("qqq").is_empty() && find("wi qqq").is_empty());
    }

    #[test]
    fn every_product_is_found_first_by_its_own_name() {
        for product in Catalogue::shipped().products() {
            let hits = find(&product.names.de);
            let best = hits.iter().take_while(|hit| hit.score == hits[0].score);
            assert!(best.into_iter().any(|hit| hit.product == product), "{}", product.names.de);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_searched_in_order(text in "\\PC{0,20}") {
            let hits = find(&text);
            prop_assert!(hits.is_sorted_by(|a, b| a.score >= b.score));
        }

        #[test]
        fn any_beginning_of_a_name_finds_it(at in 0..146usize, keep in 1..6usize) {
            let product = &Catalogue::shipped().products()[at];
            let begin: String = product.names.de.chars().take(keep).collect();
            prop_assert!(find(&begin).iter().any(|hit| hit.product == product), "{begin}");
        }
    }
}

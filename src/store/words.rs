//! The words by which donors are found: by their beginning, or with one slip of the finger.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::schema::{donor_words, donors, word_keys};
use super::{Db, StoreError};
use crate::domain::DonorId;
use crate::texts::{allowed_slips, slip_keys, slips};

/// Words of what was typed that are looked at; the rest says nothing new.
const MOST_WORDS: usize = 8;
/// Donors that get their words in one go when an older database is opened.
const AT_ONCE: i64 = 1000;

/// The words of a folded text.
pub fn words_of(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS)
}

/// The last text that begins with these letters, for a range in an index.
pub(super) fn end_of(beginning: &str) -> String {
    format!("{beginning}\u{10ffff}")
}

/// Writes the words of one donor's folded name and city anew.
pub fn set(db: &mut Db, donor: DonorId, folded: &str) -> Result<(), StoreError> {
    let wanted: BTreeSet<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let known: BTreeSet<String> = donor_words::table
        .filter(donor_words::donor_id.eq(donor))
        .select(donor_words::word)
        .load::<String>(db)?
        .into_iter()
        .collect();
    for word in wanted.iter().filter(|word| !known.contains(**word)) {
        diesel::insert_into(donor_words::table)
            .values((donor_words::word.eq(*word), donor_words::donor_id.eq(donor)))
            .execute(db)?;
        let has_keys: i64 = word_keys::table.filter(word_keys::word.eq(*word)).count().get_result(db)?;
        for slip in slip_keys(word).into_iter().filter(|_| has_keys == 0) {
            diesel::insert_into(word_keys::table)
                .values((word_keys::slip.eq(slip), word_keys::word.eq(*word)))
                .execute(db)?;
        }
    }
    for word in known.iter().filter(|word| !wanted.contains(word.as_str())) {
        diesel::delete(donor_words::table.find((word, donor))).execute(db)?;
        // A name that nobody has any more is not kept.
        let others: i64 = donor_words::table.filter(donor_words::word.eq(word)).count().get_result(db)?;
        if others == 0 {
            diesel::delete(word_keys::table.filter(word_keys::word.eq(word))).execute(db)?;
        }
    }
    Ok(())
}

/// Donors that have no words yet, because they were recorded by a version that kept none; at most a thousand.
pub fn missing(db: &mut Db) -> Result<Vec<(DonorId, String)>, StoreError> {
    let has_words = diesel::dsl::exists(donor_words::table.filter(donor_words::donor_id.eq(donors::id)));
    Ok(donors::table
        .filter(donors::search.ne(""))
        .filter(diesel::dsl::not(has_words))
        .select((donors::id, donors::search))
        .limit(AT_ONCE)
        .load(db)?)
}

/// The known word that is closest to a folded one, when it is close enough to be meant. `None` also when the word itself is
/// known or begins a known one.
pub fn meant(db: &mut Db, word: &str) -> Result<Option<String>, StoreError> {
    if allowed_slips(word) == 0 || begins_one(db, word)? {
        return Ok(None);
    }
    let near: Vec<String> = word_keys::table
        .filter(word_keys::slip.eq_any(slip_keys(word)))
        .select(word_keys::word)
        .distinct()
        .order(word_keys::word)
        .limit(200)
        .load(db)?;
    let rated = near.into_iter().filter_map(|known| Some((slips(word, &known, allowed_slips(word))?, known)));
    Ok(rated.min().map(|(_, known)| known))
}

fn begins_one(db: &mut Db, word: &str) -> Result<bool, StoreError> {
    let found: Option<String> = donor_words::table
        .filter(donor_words::word.ge(word))
        .filter(donor_words::word.lt(end_of(word)))
        .select(donor_words::word)
        .first(db)
        .optional()?;
    Ok(found.is_some())
}

/// The folded text with every slip mended that can be; `None` when there is none.
pub fn mended(db: &mut Db, folded: &str) -> Result<Option<String>, StoreError> {
    let mut mended = Vec::new();
    let mut any = false;
    for word in words_of(folded) {
        match meant(db, word)? {
            Some(better) => {
                any = true;
                mended.push(better);
            }
            None => mended.push(word.to_owned()),
        }
    }
    Ok(any.then(|| mended.join(" ")))
}

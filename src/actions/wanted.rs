//! What donors are asked for: publishing it once a day, and what a person says besides.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::{ActionError, Actor, House, typed};
use crate::domain::rights::Right;
use crate::domain::wanted::{Marks, Numbers, changes};
use crate::store::wanted::{self as stored, Publication};
use crate::store::{Db, missing as counted, sign_ins};
use crate::texts::{Lang, say};

/// The hour of the day at the site from which a day's publication is made. At night nobody is served, so that no single
/// hand-out stands beside a change.
const HOUR: i8 = 3;
/// Days for which publications are kept, for the feed.
const KEPT_DAYS: i64 = 60;
/// Characters of a text on the public page.
pub const LONGEST: usize = 600;
/// The fact of the house that holds the words of the public page.
const WORDS: &str = "wanted_words";

/// What a person says about a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Always welcome, in these sizes (separated by commas; empty for any).
    Welcome(String),
    /// Not for now.
    NotNow,
    /// As the needs lists say.
    None,
}

/// The words of the public page, by language; the German ones stand in where others are missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct WantedWords {
    pub version: i32,
    /// Where and when to bring things.
    pub bring: BTreeMap<String, String>,
    /// What cannot be taken.
    pub refuse: BTreeMap<String, String>,
}

impl WantedWords {
    /// Where and when to bring things; empty when nobody wrote it.
    pub fn bring(&self, lang: Lang) -> &str {
        of(&self.bring, lang)
    }

    /// What cannot be taken; empty when nobody wrote it.
    pub fn refuse(&self, lang: Lang) -> &str {
        of(&self.refuse, lang)
    }
}

fn of(texts: &BTreeMap<String, String>, lang: Lang) -> &str {
    let text = |lang: Lang| texts.get(lang.tag()).filter(|text| !text.is_empty());
    text(lang).or_else(|| text(Lang::De)).map_or("", String::as_str)
}

/// The words of the public page as they stand.
pub fn words(db: &mut Db) -> Result<WantedWords, ActionError> {
    let fact = sign_ins::house_fact(db, WORDS)?;
    Ok(fact.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Changes the words of the public page, which were at `new.version` when the form was opened.
///
/// # Errors
/// Without the right, for a text that is too long, or [`ActionError::Changed`].
pub fn set_words(house: &Arc<House>, actor: &Actor, new: WantedWords) -> Result<(), ActionError> {
    actor.must(Right::SeeMissing)?;
    let mut clean = WantedWords { version: new.version + 1, ..WantedWords::default() };
    for lang in Lang::PAGES {
        let (bring, refuse) = (new.bring.get(lang.tag()), new.refuse.get(lang.tag()));
        let line = |field, text: Option<&String>| typed::lines(field, text.map_or("", String::as_str), LONGEST);
        clean.bring.insert(lang.tag().to_owned(), line("bring", bring)?);
        clean.refuse.insert(lang.tag().to_owned(), line("refuse", refuse)?);
    }
    house.store().write(move |db| {
        if words(db)?.version != new.version {
            return Err(ActionError::Changed);
        }
        let text = serde_json::to_string(&clean).map_err(|_| ActionError::NotFound)?;
        Ok(stored::set_fact(db, WORDS, &text)?)
    })
}

/// Marks a product on the public page, at once: a mark says nothing about any household.
///
/// # Errors
/// Without the right, for an unknown product, or sizes that are too long.
pub fn mark(house: &Arc<House>, actor: &Actor, product: &str, mark: Mark) -> Result<(), ActionError> {
    actor.must(Right::SeeMissing)?;
    let catalogue = house.catalogue();
    let product = catalogue.product(product.trim()).map(|product| product.code.clone());
    let product = product.ok_or_else(|| ActionError::field("product", say::error_no_such_product()))?;
    let mark = match mark {
        Mark::Welcome(sizes) => Mark::Welcome(typed::line("sizes", &sizes, 60)?),
        other => other,
    };
    house.store().write(move |db| {
        stored::unmark(db, &product)?;
        match &mark {
            Mark::Welcome(sizes) => stored::welcome(db, &product, sizes)?,
            Mark::NotNow => stored::stop(db, &product)?,
            Mark::None => {}
        }
        Ok(())
    })
}

/// Makes the day's publication, if its hour has come and there is none yet. The house does this by itself; nobody may ask for
/// another one, because whoever could would see each change alone.
///
/// # Errors
/// When the database fails.
pub fn publish_if_due(house: &Arc<House>) -> Result<bool, ActionError> {
    let now = house.now();
    let local = now.to_zoned(house.zone().clone());
    let today = local.date();
    let last = house.store().read(stored::last_day)?;
    // A house that never published does so at once: it has nothing to hide yet.
    let due = last.is_none_or(|last| last < today && local.hour() >= HOUR);
    if due { publish(house, today, now) } else { Ok(false) }
}

fn publish(house: &Arc<House>, today: Date, now: Timestamp) -> Result<bool, ActionError> {
    let catalogue = house.catalogue();
    let (shares, supply) =
        house.store().read_at_one_moment(|db| Ok::<_, ActionError>((counted::shares(db)?, counted::supply(db)?)))?;
    let real = Numbers::of(&shares);
    house.store().write(move |db| {
        let before = stored::publications(db, 1)?.into_iter().next();
        if before.as_ref().is_some_and(|before| before.day >= today) {
            return Ok(false);
        }
        let marks: Marks = stored::marks(db)?;
        let (numbers, told_before) = match before {
            Some(before) => (before.numbers.follow(&real, &supply, &catalogue), before.told),
            None => (Numbers::default().follow(&real, &supply, &catalogue), Vec::new()),
        };
        let lines = numbers.lines(&catalogue);
        let told = marks.on(&lines, &catalogue, today);
        let changes = changes(&told_before, &told);
        stored::insert(db, &Publication { day: today, at: now, lines, told, changes, numbers })?;
        stored::forget(db, today.saturating_sub(KEPT_DAYS.days()), today)?;
        Ok(true)
    })
}

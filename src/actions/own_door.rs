//! The door of a household's own page: its card and a PIN of six digits. One answer for a wrong PIN, an unknown card, a
//! blocked one, a pause and a household without a PIN; the same work for each.
//!
//! Six digits are a million: five wrong tries pause a card for 15 minutes, the next five for twice as long, up to a day. An
//! unknown card cannot be told from one that pauses, because nobody hears that something pauses.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::house::hashed;
use super::sign_in::{NOBODY, hash, is_right};
use super::{ActionError, Holder, House};
use crate::codes::{Code, Kind, read};
use crate::domain::HouseholdId;
use crate::domain::household::{HouseholdState, LabelState};
use crate::store::households::{self, HouseholdRow};
use crate::store::own_page::{self, OpenPage};
use crate::store::{At, Db, StoreError, labels};

/// Wrong tries after which a card pauses.
const TRIES: i32 = 5;
const FIRST_PAUSE: SignedDuration = SignedDuration::from_mins(15);
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(24);
/// Digits of a PIN.
pub const PIN_DIGITS: usize = 6;
/// How long a page stays open at most, and without a click (law reference S3: short, because phones are shared).
pub const OPEN_FOR: SignedDuration = SignedDuration::from_mins(60);
pub const IDLE: SignedDuration = SignedDuration::from_mins(15);
/// The end is moved in steps: not every request writes.
const STEP: SignedDuration = SignedDuration::from_mins(1);

/// The digits of a text, also those of Arabic and Persian keyboards, as Western ones. Spaces and marks are left out.
pub fn western_digits(text: &str) -> String {
    let digit = |c: char| match c {
        '0'..='9' => Some(c),
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10),
        '۰'..='۹' => char::from_digit(u32::from(c) - u32::from('۰'), 10),
        _ => None,
    };
    text.chars().filter_map(digit).collect()
}

/// A card's code as it was typed, with Western digits; other signs stay.
fn card_code(typed: &str) -> Option<Code> {
    let plain: String = typed
        .trim()
        .chars()
        .take(100)
        .map(|c| match western_digits(&c.to_string()).chars().next() {
            Some(digit) => digit,
            None => c,
        })
        .collect();
    read(&plain).ok().filter(|code| code.kind() == Kind::HouseholdCard)
}

/// The household of a card that counts.
fn of_card(db: &mut Db, card: Code) -> Result<Option<HouseholdRow>, StoreError> {
    let label = labels::find(db, card)?.filter(|label| label.state == LabelState::Bound);
    match label.and_then(|label| label.subject_id::<HouseholdId>()) {
        Some(id) => households::find(db, id),
        None => Ok(None),
    }
}

fn is_open_to(row: &HouseholdRow) -> bool {
    row.state == HouseholdState::Active && row.merged_into.is_none() && !row.pin_hash.is_empty()
}

/// What must not change while a page is open.
fn mark(card: Code, pin_hash: &str) -> String {
    hashed(&format!("{card} {pin_hash}"))
}

/// The pause after so many wrong tries in a row; none between.
fn pause(failures: i32) -> Option<SignedDuration> {
    if failures < TRIES || failures % TRIES != 0 {
        return None;
    }
    let doublings = u32::try_from(failures / TRIES - 1).unwrap_or(0).min(10);
    Some((FIRST_PAUSE * 2_i32.pow(doublings)).min(LONGEST_PAUSE))
}

/// Counts a try where writes are one after another: guesses at the same time count one each. `false`: wrong, or it pauses.
fn count(db: &mut Db, row: &HouseholdRow, right: bool, now: Timestamp) -> Result<bool, StoreError> {
    if row.pin_locked_until.is_some_and(|until| until.0 > now) {
        return Ok(false);
    }
    if !right {
        let failures = row.pin_failures.saturating_add(1);
        own_page::set_failures(db, row.id, failures, pause(failures).map(|pause| now + pause))?;
        return Ok(false);
    }
    if row.pin_failures > 0 {
        own_page::set_failures(db, row.id, 0, None)?;
    }
    Ok(true)
}

/// Opens the page and gives the key of its cookie: 256 random bits. `None` for everything that does not fit: one answer.
///
/// # Errors
/// Only when the database fails.
pub fn enter(house: &Arc<House>, card: &str, pin: &str) -> Result<Option<String>, ActionError> {
    let card = card_code(card);
    let row = match card {
        Some(card) => house.store().read(|db| of_card(db, card))?.filter(is_open_to),
        None => None,
    };
    let stored = row.as_ref().map_or_else(|| NOBODY.clone(), |row| row.pin_hash.clone());
    let right = is_right(&western_digits(pin), &stored);
    let (Some(card), Some(id)) = (card, row.map(|row| row.id)) else { return Ok(None) };
    let key = data_encoding::BASE64URL_NOPAD.encode(&house.random::<32>());
    let (now, key_hash) = (house.now(), hashed(&key));
    let entered = house.store().write(move |db| {
        // As of now: since the hash was looked at, the card may have been blocked and the PIN changed.
        let Some(row) = of_card(db, card)?.filter(is_open_to).filter(|row| row.id == id) else { return Ok(false) };
        if !count(db, &row, right && row.pin_hash == stored, now)? {
            return Ok(false);
        }
        let page = OpenPage {
            key_hash: key_hash.clone(),
            household_id: id,
            created_at: At(now),
            expires_at: At(now + IDLE),
            mark: mark(card, &stored),
        };
        own_page::insert(db, &page, now)?;
        Ok::<_, ActionError>(true)
    })?;
    Ok(entered.then_some(key))
}

/// Whoever holds the key of an open page. A page ends at once when its card or PIN is another, when the household was
/// blocked, has left or turned out to be another one.
///
/// # Errors
/// Only when the database fails.
pub(crate) fn holder(house: &House, key: &str) -> Result<Option<Holder>, ActionError> {
    let (key_hash, now) = (hashed(key), house.now());
    let found = house.store().read(|db| {
        let Some(page) = own_page::open_page(db, &key_hash, now)? else { return Ok::<_, ActionError>(None) };
        let id = page.household_id;
        let card = labels::bound_of(db, Kind::HouseholdCard, &id.to_string())?;
        let row = households::find(db, id)?.filter(is_open_to);
        let counts = matches!((&row, card), (Some(row), Some(card)) if mark(card, &row.pin_hash) == page.mark);
        Ok(Some((page, counts)))
    })?;
    let Some((page, counts)) = found else { return Ok(None) };
    if !counts {
        house.store().write(move |db| own_page::close(db, &key_hash).map_err(ActionError::from))?;
        return Ok(None);
    }
    let until = (now + IDLE).min(page.created_at.0 + OPEN_FOR);
    if until.duration_since(page.expires_at.0) >= STEP {
        house.store().write(move |db| own_page::keep_open(db, &key_hash, until).map_err(ActionError::from))?;
    }
    Ok(Some(Holder::admitted(page.household_id)))
}

/// Closes an open page.
///
/// # Errors
/// Only when the database fails.
pub fn leave(house: &House, key: &str) -> Result<(), ActionError> {
    let key_hash = hashed(key);
    house.store().write(move |db| own_page::close(db, &key_hash).map_err(ActionError::from))
}

/// Why a PIN was not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPin {
    /// The old one is wrong, or it pauses.
    Wrong,
    NotSix,
    Differ,
    /// Six times the same, or a row such as 123456.
    Easy,
}

fn is_easy(pin: &str) -> bool {
    let steps: Vec<i16> = pin.as_bytes().windows(2).map(|two| i16::from(two[1]) - i16::from(two[0])).collect();
    [0, 1, -1].iter().any(|step| steps.iter().all(|each| each == step))
}

/// Another PIN, chosen by the household. Every open page ends; the key is of a new one.
///
/// # Errors
/// Only when the database fails; what the person can mend is a [`NoPin`].
pub fn change_pin(
    house: &Arc<House>,
    holder: Holder,
    old: &str,
    new: [&str; 2],
) -> Result<Result<String, NoPin>, ActionError> {
    let [new, again] = new.map(western_digits);
    let wrong = match () {
        () if new.len() != PIN_DIGITS => Some(NoPin::NotSix),
        () if new != again => Some(NoPin::Differ),
        () if is_easy(&new) => Some(NoPin::Easy),
        () => None,
    };
    if let Some(wrong) = wrong {
        return Ok(Err(wrong));
    }
    let (id, now) = (holder.household(), house.now());
    let stored = house.store().read(|db| households::find(db, id))?.ok_or(ActionError::NotFound)?.pin_hash;
    let right = is_right(&western_digits(old), &stored);
    let fresh = if right { hash(&new)? } else { String::new() };
    let key = data_encoding::BASE64URL_NOPAD.encode(&house.random::<32>());
    let key_hash = hashed(&key);
    let changed = house.store().write(move |db| {
        let row = households::find(db, id)?.ok_or(ActionError::NotFound)?;
        let card = labels::bound_of(db, Kind::HouseholdCard, &id.to_string())?.ok_or(ActionError::NotFound)?;
        if !count(db, &row, right && row.pin_hash == stored, now)? {
            return Ok(false);
        }
        own_page::set_pin(db, id, &fresh)?;
        own_page::close_all(db, id)?;
        let page = OpenPage {
            key_hash: key_hash.clone(),
            household_id: id,
            created_at: At(now),
            expires_at: At(now + IDLE),
            mark: mark(card, &fresh),
        };
        own_page::insert(db, &page, now)?;
        Ok::<_, ActionError>(true)
    })?;
    Ok(if changed { Ok(key) } else { Err(NoPin::Wrong) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_a_day() {
        let minutes = |failures| pause(failures).map(|pause| pause.as_mins());
        assert_eq!([4, 5, 6, 10, 15].map(minutes), [None, Some(15), None, Some(30), Some(60)]);
        assert_eq!(minutes(5 * 200), Some(24 * 60));
    }

    #[test]
    fn digits_of_other_keyboards_are_the_same_digits() {
        assert_eq!(western_digits("٤٠٧ ١٢٣"), "407123");
        assert_eq!(western_digits("۴۰۷-۱۲۳"), "407123");
    }

    #[test]
    fn rows_of_digits_are_too_easy() {
        assert!(["000000", "123456", "987654"].iter().all(|pin| is_easy(pin)));
        assert!(["407123", "112233"].iter().all(|pin| !is_easy(pin)));
    }
}

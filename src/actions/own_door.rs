//! The door of a household's own page: its card and a PIN of six digits. One answer for a wrong PIN, an unknown card, a
//! blocked one, a pause and a household without a PIN; the same work for each (`own_page_pin`). An unknown card cannot be
//! told from one that pauses, because nobody hears that something pauses.

use std::sync::Arc;

use jiff::SignedDuration;

use super::house::hashed;
use super::sign_in::hash;
use super::{ActionError, Holder, House, own_page_pin};
use crate::codes::{Code, Kind, read};
use crate::domain::HouseholdId;
use crate::domain::household::{HouseholdState, LabelState};
use crate::store::households::{self, HouseholdRow};
use crate::store::own_page::{self, OpenPage};
use crate::store::{At, Db, StoreError, labels, pins};

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

/// A new open page: its row and the key of its cookie, 256 random bits.
fn new_page(house: &House, id: HouseholdId, card: Code, pin_hash: &str) -> (OpenPage, String) {
    let key = data_encoding::BASE64URL_NOPAD.encode(&house.random::<32>());
    let now = house.now();
    let page = OpenPage {
        key_hash: hashed(&key),
        household_id: id,
        created_at: At(now),
        expires_at: At(now + IDLE),
        mark: mark(card, pin_hash),
    };
    (page, key)
}

/// Opens the page and gives the key of its cookie. `None` for everything that does not fit: one answer.
///
/// # Errors
/// Only when the database fails.
pub fn enter(house: &Arc<House>, card: &str, pin: &str) -> Result<Option<String>, ActionError> {
    let code = card_code(card);
    let before = match code {
        Some(code) => house.store().read(|db| of_card(db, code))?,
        None => None,
    };
    let typed = code.map_or_else(String::new, |code| code.to_string());
    let verified = own_page_pin::verify(house, &typed, &western_digits(pin))?;
    let (Some(code), Some(before), Some(id)) = (code, before, verified) else { return Ok(None) };
    let (page, key) = new_page(house, id, code, &before.pin_hash);
    let now = house.now();
    let opened = house.store().write(move |db| {
        // As of now: since the PIN was looked at, the card may have been blocked and the PIN changed.
        let row = of_card(db, code)?.filter(is_open_to);
        let same = row.is_some_and(|row| row.id == id && row.pin_hash == before.pin_hash);
        if same {
            own_page::insert(db, &page, now)?;
        }
        Ok::<_, ActionError>(same)
    })?;
    Ok(opened.then_some(key))
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
        () if new.len() != own_page_pin::DIGITS => Some(NoPin::NotSix),
        () if new != again => Some(NoPin::Differ),
        () if own_page_pin::is_plain(&new) => Some(NoPin::Easy),
        () => None,
    };
    if let Some(wrong) = wrong {
        return Ok(Err(wrong));
    }
    let (id, now) = (holder.household(), house.now());
    let card = house.store().read(|db| labels::bound_of(db, Kind::HouseholdCard, &id.to_string()))?;
    let card = card.ok_or(ActionError::NotFound)?;
    if own_page_pin::verify(house, &card.to_string(), &western_digits(old))? != Some(id) {
        return Ok(Err(NoPin::Wrong));
    }
    let fresh = hash(&new)?;
    let (page, key) = new_page(house, id, card, &fresh);
    house.store().write(move |db| {
        pins::set(db, id, &fresh)?;
        own_page::insert(db, &page, now).map_err(ActionError::from)
    })?;
    Ok(Ok(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_other_keyboards_are_the_same_digits() {
        assert_eq!(western_digits("٤٠٧ ١٢٣"), "407123");
        assert_eq!(western_digits("۴۰۷-۱۲۳"), "407123");
    }
}

//! The PIN of a household's own page: made by chance, shown once, kept only as a hash.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::deeds::Doing;
use super::{ActionError, Actor, House, sign_in};
use crate::codes::{Kind, read};
use crate::domain::HouseholdId;
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::rights::Right;
use crate::store::households::{self, HouseholdRow};
use crate::store::{Db, labels, pins};
use crate::texts::say;

/// Digits of a PIN. Together with the card's code, which alone has more than 40 bits, six are enough.
pub const DIGITS: usize = 6;
/// Wrong tries after which the PIN rests.
const TRIES: i32 = 5;
/// The first rest. Each further one is twice as long, up to a day: five guesses a day, of a million.
const REST: SignedDuration = SignedDuration::from_mins(15);
const LONGEST_REST: SignedDuration = SignedDuration::from_hours(24);
/// So long without a wrong try, and the earlier ones are forgotten: guesses of a stranger do not shut a household out for good.
const QUIET: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Gives a household a new PIN, which is shown this once. Pages that are open with the old one are signed out.
///
/// # Errors
/// Without the right to issue cards, for a household that does not exist, and for one that has left.
pub fn set(house: &Arc<House>, actor: &Actor, household: HouseholdId) -> Result<String, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let pin = draw(house);
    // Before the transaction: the hash takes its time, and the writer has other work.
    let hash = sign_in::hash(&pin)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let row = households::find(db, household)?.ok_or(ActionError::NotFound)?;
        if row.state == HouseholdState::Left {
            return Err(ActionError::Refused(say::error_household_left()));
        }
        pins::set(db, household, &hash)?;
        doing.note(db, &say::records_pin_made(), household, None)
    })?;
    Ok(pin)
}

/// The household whose card and PIN these are. One answer, `None`, for everything else: an unknown card, one that was
/// replaced, a household that is blocked or has left, one without a PIN, a wrong PIN, and a PIN that rests after too many
/// wrong tries. It takes as long for each of them.
///
/// # Errors
/// Only when the database fails.
pub fn verify(house: &Arc<House>, card: &str, pin: &str) -> Result<Option<HouseholdId>, ActionError> {
    let known = house.store().read(|db| holder_of(db, card))?;
    let stored = match &known {
        Some(row) if !row.pin_hash.is_empty() => row.pin_hash.clone(),
        _ => sign_in::nobody(),
    };
    let digits: String = pin.chars().filter(|c| !c.is_whitespace()).collect();
    let right = sign_in::is_right(&digits, &stored);
    let Some(HouseholdRow { id, .. }) = known else { return Ok(None) };
    let (now, card) = (house.now(), card.to_owned());
    // Counted where writes are one after another: guesses at the same time count one each.
    house.store().write(move |db| {
        let Some(row) = holder_of(db, &card)?.filter(|row| row.id == id && !row.pin_hash.is_empty()) else {
            return Ok(None);
        };
        if row.pin_locked_until.is_some_and(|until| until.0 > now) {
            return Ok(None);
        }
        if right && row.pin_hash == stored {
            if row.pin_failures > 0 || row.pin_locked_until.is_some() {
                pins::set_failures(db, id, 0, None)?;
            }
            return Ok(Some(id));
        }
        let quiet = row.pin_locked_until.is_some_and(|until| now.duration_since(until.0) >= QUIET);
        let failures = if quiet { 1 } else { row.pin_failures.saturating_add(1) };
        // Without a rest it is the moment of the try itself, from which the quiet days are counted.
        let until = if failures % TRIES == 0 { now + rest(failures / TRIES) } else { now };
        pins::set_failures(db, id, failures, Some(until))?;
        tracing::warn!(failures, "a household's PIN was wrong");
        Ok(None)
    })
}

/// The household of a valid card that may collect.
fn holder_of(db: &mut Db, card: &str) -> Result<Option<HouseholdRow>, ActionError> {
    let Some(code) = read(card).ok().filter(|code| code.kind() == Kind::HouseholdCard) else { return Ok(None) };
    let label = labels::find(db, code)?.filter(|label| label.state == LabelState::Bound);
    let Some(id) = label.and_then(|label| label.subject_id()) else { return Ok(None) };
    Ok(households::find(db, id)?.filter(|row| row.state == HouseholdState::Active))
}

/// Since when a PIN rests, as long as it does.
pub fn rests_since(row: &HouseholdRow, now: Timestamp) -> Option<Timestamp> {
    let until = row.pin_locked_until.filter(|until| until.0 > now && !row.pin_hash.is_empty())?;
    Some(until.0 - rest((row.pin_failures / TRIES).max(1)))
}

fn rest(times: i32) -> SignedDuration {
    let doublings = u32::try_from(times - 1).unwrap_or_default().min(10);
    REST.saturating_mul(1 << doublings).min(LONGEST_REST)
}

/// Six digits from the operating system's chance, none more likely than another, without those that people try first.
fn draw(house: &House) -> String {
    loop {
        let number = u32::from_le_bytes(house.random());
        // 4,294,000,000 is the largest multiple of a million that fits: above it the first numbers would come up more often.
        if number >= 4_294_000_000 {
            continue;
        }
        let pin = format!("{:06}", number % 1_000_000);
        if !is_plain(&pin) {
            return pin;
        }
    }
}

/// One digit six times, or a row such as 123456 and 987654.
pub(super) fn is_plain(pin: &str) -> bool {
    let digits = pin.as_bytes();
    [-1, 0, 1].iter().any(|step| digits.windows(2).all(|two| i16::from(two[1]) - i16::from(two[0]) == *step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_that_people_try_first_is_never_drawn() {
        for pin in ["000000", "777777", "123456", "987654"] {
            assert!(is_plain(pin), "{pin}");
        }
        for pin in ["123457", "010101", "482913"] {
            assert!(!is_plain(pin), "{pin}");
        }
    }

    #[test]
    fn each_rest_is_longer_than_the_one_before_until_a_day() {
        let rests: Vec<i64> = (1..12).map(|times| rest(times).as_mins()).collect();
        assert_eq!(rests[..4], [15, 30, 60, 120]);
        assert!(rests.is_sorted() && rests.iter().all(|rest| *rest <= 24 * 60));
        assert_eq!(rests.last(), Some(&(24 * 60)));
    }
}

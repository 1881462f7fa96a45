//! Taking over the size that a child has probably grown into: in the record and on the open lines of the list.

use std::sync::Arc;

use jiff::civil::Date;

use super::deeds::{self, Doing};
use super::fill_needs::age_months;
use super::{ActionError, Actor, House};
use crate::domain::deed::Undoing;
use crate::domain::growth::{Grown, grown};
use crate::domain::household::{SizeFor, size_of};
use crate::domain::rights::Right;
use crate::domain::sizes::Sizes;
use crate::domain::templates::AgeBand;
use crate::domain::{DeedId, HouseholdId, MemberId, NeedId};
use crate::store::members::{self, MemberRow};
use crate::store::{Day, Db, items, ledger, needs};
use crate::texts::say;

/// The size that a child may wear by now; nothing for adults, for whom no size is known, and on top of a guess: then somebody
/// measures.
pub fn next_size(member: &MemberRow, today: Date) -> Option<Grown> {
    let band = member.band().filter(|band| *band != AgeBand::Adult)?;
    if member.clothes_guessed {
        return None;
    }
    let clothes = member.sizes().get(SizeFor::Clothes.word())?.clone();
    let age = age_months(member, today).unwrap_or_else(|| band.assumed_months());
    grown(&clothes, member.measured_on?.0, age, today)
}

/// The size that a child of this age usually wears, for whom no size is known.
pub fn guessed(member: &MemberRow, today: Date) -> Option<String> {
    if member.sizes().contains_key(SizeFor::Clothes.word()) {
        return None;
    }
    let age = age_months(member, today)?;
    Sizes::shipped().guess_for_age(age).map(|guess| guess.0.to_string())
}

/// Writes the next size and moves the open lines that asked for the old one to it. Gives how many.
///
/// The day of measuring stays: nobody measured anything.
///
/// # Errors
/// Without the right, when somebody else changed the person, and when there is nothing to take over any more.
pub fn take_over(
    house: &Arc<House>,
    actor: &Actor,
    id: MemberId,
    version: i32,
) -> Result<(HouseholdId, usize, DeedId), ActionError> {
    actor.must(Right::EditHouseholds)?;
    let doing = Doing::by(house, actor);
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        // Lines are ticked by whoever holds the ledger.
        ledger::lock(db)?;
        let (before, today) = (members::find(db, id)?.ok_or(ActionError::NotFound)?, in_house.today());
        let size = match next_size(&before, today) {
            Some(grown) => grown.to.to_string(),
            None => guessed(&before, today).ok_or(ActionError::Changed)?,
        };
        let mut sizes = before.sizes();
        sizes.insert(SizeFor::Clothes.word().to_owned(), size);
        let sizes = deeds::json(&sizes)?;
        let measured_on = before.measured_on.or(Some(Day(today)));
        let row = MemberRow { sizes, version, measured_on, clothes_guessed: true, ..before.clone() };
        if !members::update(db, &row)? {
            return Err(ActionError::Changed);
        }
        let lines = move_lines(db, &in_house, &before, &row)?;
        let count = lines.len();
        let undo = Undoing::MemberGrown { version: version + 1, before: deeds::image(&before), needs: lines };
        let deed = doing.note(db, &say::records_grown(count), id, Some(&undo))?;
        Ok((before.household_id, count, deed))
    })
}

/// Moves a person's open lines from the size that was worn to the one that is worn now. Gives each with the version that this
/// left and its size before. Whoever calls holds the ledger.
pub(super) fn move_lines(
    db: &mut Db,
    house: &House,
    before: &MemberRow,
    row: &MemberRow,
) -> Result<Vec<(NeedId, i32, Option<String>)>, ActionError> {
    let catalogue = house.catalogue();
    let mut lines = Vec::new();
    for need in needs::of_household(db, before.household_id)? {
        if need.member_id != Some(before.id) || !need.line().is_open() {
            continue;
        }
        let Some(product) = catalogue.product(need.product_code.as_str()) else { continue };
        // A size that somebody chose for this line stays; so does one that an item lies ready for.
        let was = size_of(&before.sizes(), product, need.cut);
        let now = size_of(&row.sizes(), product, need.cut);
        let stays = need.size != was || now.is_none() || now == need.size;
        if stays || items::laid_aside(db, need.household_id, need.id)? > 0 {
            continue;
        }
        if !needs::set_size(db, need.id, need.version, now.as_deref())? {
            return Err(ActionError::Changed);
        }
        lines.push((need.id, need.version + 1, need.size));
    }
    Ok(lines)
}

//! What was got so long ago that it may be needed again: putting it on the list once more, or saying that it is not.

use std::sync::Arc;

use super::deeds::Doing;
use super::fill_needs::{Fill, asked_by, planned};
use super::needs::{NewNeed, listed, row};
use super::once::once;
use super::see_household::may_see;
use super::{ActionError, Actor, House};
use crate::domain::deed::Undoing;
use crate::domain::needs::{NeedState, Occasion, Urgency};
use crate::domain::rights::Right;
use crate::domain::{DeedId, HouseholdId, NeedId};
use crate::store::needs::{self, NeedRow};
use crate::store::{Db, ledger};
use crate::texts::say;

/// Whether a line was met and its period is over.
pub fn is_due(row: &NeedRow, now: jiff::Timestamp) -> bool {
    row.state == NeedState::Fulfilled && row.renew_at.is_some_and(|at| at.0 <= now)
}

/// Answers whether it is needed again: puts the same on the list, in the person's size of today, or leaves it.
///
/// # Errors
/// For a line of a household that one may not see, one that was answered already, and when the same stands on the list.
pub fn answer(
    house: &Arc<House>,
    actor: &Actor,
    id: NeedId,
    again: bool,
) -> Result<(HouseholdId, DeedId), ActionError> {
    actor.must(Right::EditNeeds)?;
    let doing = Doing::by(house, actor);
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        // Lines are ticked by whoever holds the ledger; two answers come one after the other.
        ledger::lock(db)?;
        let old = needs::find(db, id)?.ok_or(ActionError::NotFound)?;
        may_see(db, &in_house, &actor, old.household_id)?;
        once(db, &actor, "renew", doing.now, |db| answered(db, &in_house, &actor, doing, &old, again))
    })
}

fn answered(
    db: &mut Db,
    house: &House,
    actor: &Actor,
    doing: Doing,
    old: &NeedRow,
    again: bool,
) -> Result<(HouseholdId, DeedId), ActionError> {
    let id = old.id;
    let due = old.renew_at.filter(|_| is_due(old, doing.now)).ok_or(ActionError::Changed)?;
    needs::set_renew_at(db, id, None)?;
    if !again {
        let undo = Undoing::NeedRenewed { old: id, due: due.0, new: None };
        return Ok((old.household_id, doing.note(db, &say::records_not_again(), id, Some(&undo))?));
    }
    let known = |line: &&NeedRow| line.product_code == old.product_code && line.member_id == old.member_id;
    let had = listed(db, old.household_id)?;
    if had.iter().filter(known).any(|line| line.line().is_open()) {
        return Err(ActionError::Refused(say::error_need_twice()));
    }
    let new = NewNeed {
        member: old.member_id,
        product: old.product_code.clone(),
        cut: old.cut,
        size: None,
        wanted: old.wanted,
        urgency: urgency(db, house, old, &had)?,
        occasion: old.occasion,
    };
    let fresh = NeedId(house.uuid());
    let line = row(db, house, old.household_id, fresh, &new)?;
    let (renew_months, asked_by) = (old.renew_months, asked_by(actor));
    needs::insert(db, &NeedRow { renew_months, asked_by, ..line })?;
    let undo = Undoing::NeedRenewed { old: id, due: due.0, new: Some(fresh) };
    Ok((old.household_id, doing.note(db, &say::household_need_added(), id, Some(&undo))?))
}

/// As urgent as the template says that knows the product; what no template knows is needed besides something else.
fn urgency(db: &mut Db, house: &House, old: &NeedRow, had: &[NeedRow]) -> Result<Urgency, ActionError> {
    let fills = match (old.occasion, old.member_id) {
        (Occasion::Basic | Occasion::Newborn, Some(member)) => vec![Fill::Clothing(member)],
        (Occasion::Maternity, Some(member)) => vec![Fill::Maternity(member)],
        (Occasion::SchoolStart, Some(member)) => vec![Fill::SchoolStart(member), Fill::SchoolYear(member)],
        (Occasion::FirstHome, _) => vec![Fill::Home],
        (Occasion::Hygiene, _) => vec![Fill::Hygiene],
        (_, None) => Vec::new(),
    };
    for fill in fills {
        let lines = planned(db, house, old.household_id, fill, had)?;
        if let Some(line) = lines.iter().find(|planned| planned.line.products.contains(&old.product_code)) {
            return Ok(line.urgency());
        }
    }
    Ok(Urgency::Some)
}

//! What was got so long ago that it may be needed again: putting it on the list once more, or saying that it is not.

use std::sync::Arc;

use super::deeds::Doing;
use super::fill_needs::asked_by;
use super::needs::{NewNeed, listed, row};
use super::see_household::may_see;
use super::{ActionError, Actor, House};
use crate::domain::deed::Undoing;
use crate::domain::needs::{NeedState, Urgency};
use crate::domain::rights::Right;
use crate::domain::{DeedId, HouseholdId, NeedId};
use crate::store::needs::{self, NeedRow};
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
        let old = needs::find(db, id)?.ok_or(ActionError::NotFound)?;
        may_see(db, &in_house, &actor, old.household_id)?;
        let due = old.renew_at.filter(|_| is_due(&old, doing.now)).ok_or(ActionError::Changed)?;
        needs::set_renew_at(db, id, None)?;
        if !again {
            let undo = Undoing::NeedRenewed { old: id, due: due.0, new: None };
            return Ok((old.household_id, doing.note(db, &say::records_not_again(), id, Some(&undo))?));
        }
        let new = NewNeed {
            member: old.member_id,
            product: old.product_code.clone(),
            cut: old.cut,
            size: None,
            wanted: old.wanted,
            urgency: Urgency::Some,
            occasion: old.occasion,
        };
        let known = |line: &NeedRow| {
            line.line().is_open() && line.product_code == old.product_code && line.member_id == old.member_id
        };
        if listed(db, old.household_id)?.iter().any(known) {
            return Err(ActionError::Refused(say::error_need_twice()));
        }
        let fresh = NeedId(in_house.uuid());
        let line = row(db, &in_house, old.household_id, fresh, &new)?;
        let (renew_months, asked_by) = (old.renew_months, asked_by(&actor));
        needs::insert(db, &NeedRow { renew_months, asked_by, ..line })?;
        let undo = Undoing::NeedRenewed { old: id, due: due.0, new: Some(fresh) };
        Ok((old.household_id, doing.note(db, &say::household_need_added(), id, Some(&undo))?))
    })
}

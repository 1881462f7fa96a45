//! Marking a line as urgent: a birth, moving in, a loss. It counts for some weeks (law reference 5.3), then it is a line
//! like any other.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::deeds::Doing;
use super::see_household::may_see;
use super::{ActionError, Actor, House};
use crate::domain::deed::Undoing;
use crate::domain::needs::UrgentReason;
use crate::domain::rights::Right;
use crate::domain::{DeedId, HouseholdId, NeedId};
use crate::store::{Day, ledger, needs};
use crate::texts::say;

/// The last day on which the mark counts: eight weeks for a birth and a loss, two for moving in.
pub fn until(reason: UrgentReason, today: Date) -> Date {
    let weeks = match reason {
        UrgentReason::Birth | UrgentReason::Loss => 8,
        UrgentReason::MovingIn => 2,
    };
    today.saturating_add(weeks.weeks())
}

/// Marks an open line as urgent, or takes the mark away with `None`.
///
/// # Errors
/// Without the right, for a line that is not open, and when somebody else changed it.
pub fn mark(
    house: &Arc<House>,
    actor: &Actor,
    id: NeedId,
    version: i32,
    reason: Option<UrgentReason>,
) -> Result<(HouseholdId, DeedId), ActionError> {
    actor.must(Right::MarkUrgent)?;
    let doing = Doing::by(house, actor);
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        ledger::lock(db)?;
        let need = needs::find(db, id)?.ok_or(ActionError::NotFound)?;
        may_see(db, &in_house, &actor, need.household_id)?;
        let (word, last) = match reason {
            Some(reason) => (reason.word(), Some(Day(until(reason, in_house.today())))),
            None => ("", None),
        };
        if !need.line().is_open() || !needs::set_urgent(db, id, version, word, last)? {
            return Err(ActionError::Changed);
        }
        let undo = Undoing::NeedUrgent {
            id,
            version: version + 1,
            reason: need.urgent_reason,
            until: need.urgent_until.map(|day| day.0),
        };
        let said = match reason {
            Some(_) => say::records_urgent_marked(),
            None => say::records_urgent_unmarked(),
        };
        Ok((need.household_id, doing.note(db, &said, id, Some(&undo))?))
    })
}

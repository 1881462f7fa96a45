//! Noting that a proof of need was seen: its kind, by whom, when, how long it counts. The paper is never kept (§ 53 AO; law
//! reference 2.1).

use std::sync::Arc;

use jiff::civil::Date;

use super::deeds::Doing;
use super::{ActionError, Actor, House};
use crate::domain::deed::Undoing;
use crate::domain::household::ProofKind;
use crate::domain::rights::Right;
use crate::domain::{DeedId, HouseholdId, ProofId};
use crate::store::proofs::{self, ProofRow};
use crate::store::{Day, households};
use crate::texts::say;

/// A proof counts no longer than this many years.
pub const MOST_YEARS: i16 = 5;
/// So many days before a proof runs out, the list says so.
pub const SOON: i64 = 30;

/// Notes that a proof was seen today.
///
/// # Errors
/// Without the right, and for a last day that is over or far away.
pub fn record(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    kind: ProofKind,
    valid_until: Option<Date>,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let today = house.today();
    if valid_until.is_some_and(|day| day < today || day.year() > today.year() + MOST_YEARS) {
        return Err(ActionError::field("valid_until", say::error_proof_day(i64::from(MOST_YEARS))));
    }
    let doing = Doing::by(house, actor);
    let id = ProofId(house.uuid());
    house.store().write(move |db| {
        households::find(db, household)?.ok_or(ActionError::NotFound)?;
        let seen_by = doing.actor;
        let valid_until = valid_until.map(Day);
        proofs::insert(db, &ProofRow { id, household_id: household, kind, seen_by, seen_on: Day(today), valid_until })?;
        doing.note(db, &say::records_proof_saved(), household, Some(&Undoing::ProofSeen { id }))
    })
}

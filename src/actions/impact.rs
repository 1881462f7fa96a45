//! Freezing what became of a donor's gifts of a period that is over: from then on it is told as it was told first, so that
//! two tables of different days cannot be set against each other (law reference 2.4, item 7).

use std::sync::Arc;

use super::{ActionError, Actor, House, publish};
use crate::domain::DonorId;
use crate::domain::impact::{CountedImpact, Impact, Period};
use crate::domain::rights::Right;
use crate::store::{Db, StoreError, donors};

/// The name under which published tables know this report.
const REPORT: &str = "impact";

/// The frozen figures of a period; `None` while there are none.
///
/// # Errors
/// When the database fails, or holds what this version cannot read.
pub fn frozen(db: &mut Db, donor: DonorId, period: Period) -> Result<Option<Impact>, ActionError> {
    let known = publish::frozen(db, REPORT, &donor.to_string(), period.first(), period.last())?;
    known.map(|known| read(known.besides)).transpose()
}

fn read(besides: serde_json::Value) -> Result<Impact, ActionError> {
    let read: Result<Impact, _> = serde_json::from_value(besides);
    Ok(read.map_err(|error| StoreError::Content(format!("frozen figures of a donor: {error}")))?)
}

/// Freezes the figures of a period; those that are frozen already stay as they are.
///
/// # Errors
/// Without the right, for a period that is not over, and when the figures, beside those that are out, would tell of too few
/// households.
pub fn freeze(
    house: &Arc<House>,
    actor: &Actor,
    donor: DonorId,
    counted: CountedImpact,
) -> Result<Impact, ActionError> {
    actor.must(Right::SeeDonorReport)?;
    let (publisher, in_house) = (actor.clone(), Arc::clone(house));
    house.store().write(move |db| {
        donors::find(db, donor)?.ok_or(ActionError::NotFound)?;
        let days = (counted.period.first(), counted.period.last());
        let scope = donor.to_string();
        let told = |tables: &[_]| serde_json::to_value(counted.shown(tables)).unwrap_or_default();
        let out = publish::publish(db, &in_house, &publisher, (REPORT, &scope), days, &counted.lists(), told)?;
        read(out.besides)
    })
}

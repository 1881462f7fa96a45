//! Closing a year or a quarter that is over: its reports are kept as they are, whatever is changed later. It is opened again
//! only with a reason, which stays.

use std::sync::Arc;

use jiff::civil::Date;

use super::publish::{self, Draft, Published};
use super::{ActionError, Actor, House};
use crate::domain::report::Report;
use crate::domain::rights::Right;
use crate::domain::{ClosingId, PublishedId};
use crate::store::closings::{self, ClosingRow, Listed};
use crate::store::published::PublishedRow;
use crate::store::{At, Day, Db, papers};
use crate::texts::say;

/// Characters of a reason at most.
const LONGEST_REASON: usize = 200;

/// Whether this actor may close this period now.
///
/// # Errors
/// Without the right, for a period that is not over, and for one that is closed.
pub fn may_close(house: &House, actor: &Actor, from: Date, to: Date) -> Result<(), ActionError> {
    actor.must(Right::CloseReports)?;
    if to >= house.today() {
        return Err(ActionError::field("period", say::book_error_running()));
    }
    match house.store().read(|db| closings::open_of(db, from, to))? {
        Some(_) => Err(ActionError::field("period", say::book_error_closed())),
        None => Ok(()),
    }
}

/// Closes a period with its reports, each as JSON. `site`: whose reports these are.
///
/// # Errors
/// As [`may_close`].
pub fn close(
    house: &Arc<House>,
    actor: &Actor,
    from: Date,
    to: Date,
    site: &str,
    tables: Vec<(Report, String)>,
) -> Result<ClosingId, ActionError> {
    may_close(house, actor, from, to)?;
    let (in_house, by, site) = (Arc::clone(house), actor.user(), site.to_owned());
    house.store().write(move |db| {
        if closings::open_of(db, from, to)?.is_some() {
            return Err(ActionError::field("period", say::book_error_closed()));
        }
        let closing = ClosingRow {
            id: ClosingId(in_house.uuid()),
            from_day: Day(from),
            to_day: Day(to),
            site: site.clone(),
            closed_by: by,
            closed_at: At(in_house.now()),
            reopened_by: None,
            reopened_at: None,
            reason: String::new(),
        };
        closings::insert(db, &closing)?;
        for (report, shown) in &tables {
            let row = PublishedRow {
                id: PublishedId(in_house.uuid()),
                report: String::new(),
                scope: String::new(),
                from_day: Day(from),
                to_day: Day(to),
                closed: true,
                sha256: papers::sha256(shown.as_bytes()),
                shown: shown.clone(),
                // Who got what stands with the tables that left the house, where it guards against differences.
                counted: "[]".to_owned(),
                made_by: by,
                made_at: closing.closed_at,
            };
            closings::keep(db, *report, &closing, row)?;
        }
        Ok(closing.id)
    })
}

/// Opens a period again. Gives its days.
///
/// # Errors
/// Without the right or a reason, and when the period is open.
pub fn reopen(house: &Arc<House>, actor: &Actor, id: ClosingId, reason: &str) -> Result<(Date, Date), ActionError> {
    actor.must(Right::CloseReports)?;
    let reason: String = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
        return Err(ActionError::field("reason", say::book_error_reason()));
    }
    let (in_house, by) = (Arc::clone(house), actor.user());
    house.store().write(move |db| {
        let closing = closings::find(db, id)?.ok_or(ActionError::NotFound)?;
        if !closings::reopen(db, id, by, in_house.now(), &reason)? {
            return Err(ActionError::Refused(say::book_error_not_closed()));
        }
        Ok((closing.from_day.0, closing.to_day.0))
    })
}

/// The last periods that were closed, newest first, also those that were opened again.
///
/// # Errors
/// Without the right to see reports.
pub fn latest(house: &House, actor: &Actor) -> Result<Vec<Listed>, ActionError> {
    actor.must(Right::SeeReports)?;
    Ok(house.store().read(|db| closings::latest(db, 40))?)
}

/// Gives out what a report counts of households over these periods, or gives it out again as it was. `name`: the report under
/// whose name it is kept, the same for all that tell of the same pieces.
///
/// # Errors
/// Without the right to close or see reports, and as [`publish::publish`].
pub fn publish(
    house: &Arc<House>,
    actor: &Actor,
    (report, name): (Report, Report),
    periods: &[(Date, Date)],
    count: impl Fn(&mut Db, (Date, Date)) -> Result<Draft, ActionError>,
) -> Result<Vec<Published>, ActionError> {
    if !actor.may(report.right()) {
        actor.must(Right::CloseReports)?;
    }
    let mut shown = Vec::new();
    for (from, to) in periods.iter().copied() {
        let name = name.word();
        let before = house.store().read(|db| publish::frozen(db, name, "", from, to))?;
        shown.push(match before {
            Some(before) => before,
            None => {
                // Counted before the transaction, so that nobody at a desk waits for it.
                let Draft { counted, besides } = house.store().read_at_one_moment(|db| count(db, (from, to)))?;
                let (in_house, actor) = (Arc::clone(house), actor.clone());
                house.store().write(move |db| {
                    publish::publish(db, &in_house, &actor, (name, ""), (from, to), &counted, &besides)
                })?
            }
        });
    }
    Ok(shown)
}

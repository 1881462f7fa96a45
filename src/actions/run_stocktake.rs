//! Ending a stocktake: look at what was found, then book it in one action, or drop it. Counting itself is scanning.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{ActionError, Actor, House};
use crate::codes::Code;
use crate::domain::desk::Draft;
use crate::domain::rights::Right;
use crate::domain::stocktake::{Figures, Finding, StocktakeState, draft, finding};
use crate::domain::{EventId, StocktakeId};
use crate::store::items::ItemRow;
use crate::store::stocktakes::{self, StocktakeRow};
use crate::store::{Db, ledger, shelf_checks};
use crate::texts::say;

/// Ends the counting, so that what was found can be looked at.
///
/// # Errors
/// Without the right to count, for a stocktake that is closed, or [`ActionError::Changed`].
pub fn review(house: &House, actor: &Actor, id: StocktakeId, version: i32) -> Result<(), ActionError> {
    actor.must(Right::ScanIntake)?;
    house.store().write(move |db| {
        open(db, id)?;
        changed(stocktakes::set_state(db, id, version, StocktakeState::Reviewing)?)
    })
}

/// Whether the row was still the one that was looked at.
fn changed(is_ours: bool) -> Result<(), ActionError> {
    if is_ours { Ok(()) } else { Err(ActionError::Changed) }
}

/// Books what was found: what lies here by mistake moves here, what was missing and lies here is back, what was not seen is
/// missing. `shown` is what the page said; when it is not so any more, nothing is booked.
///
/// # Errors
/// Without the right, for a stocktake that is not being reviewed, or [`ActionError::Changed`].
pub fn post(
    house: &Arc<House>,
    actor: &Actor,
    id: StocktakeId,
    version: i32,
    shown: Figures,
) -> Result<(), ActionError> {
    actor.must(Right::CloseStocktake)?;
    let now = house.now();
    let (user, terminal) = (actor.user(), actor.terminal());
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let row = open(db, id)?;
        if row.version != version || row.state != StocktakeState::Reviewing {
            return Err(ActionError::Changed);
        }
        let mut drafts: Vec<Draft> = Vec::new();
        let mut findings = Vec::new();
        for (part, (_, counted, seen)) in (1..).zip(stocktakes::counted(db, &row)?) {
            let Some(found) = finding(row.location_id, row.opened_at.0, &counted, &seen) else { continue };
            findings.push(found);
            // An event of its own for each piece: one that turns up later is taken back without the others.
            let event = EventId(EventId(id.0).child(part));
            drafts.extend(draft(found, row.location_id, &counted, event));
        }
        let figures = Figures::of(findings);
        if figures != shown {
            return Err(ActionError::Changed);
        }
        let occasion = ledger::Occasion { terminal, actor: user, occurred_at: now, recorded_at: now };
        ledger::append(db, head, &drafts, occasion)?;
        shelf_checks::close_at(db, row.location_id, now)?;
        changed(stocktakes::close(db, &row, Some(figures), user, now)?)
    })
}

/// Ends a stocktake without booking anything. One in which nothing was seen may be dropped by whoever may count.
///
/// # Errors
/// Without the right, for a stocktake that is closed, or [`ActionError::Changed`].
pub fn drop_it(house: &House, actor: &Actor, id: StocktakeId, version: i32) -> Result<(), ActionError> {
    actor.must(Right::ScanIntake)?;
    let (now, user, may_close) = (house.now(), actor.user(), actor.may(Right::CloseStocktake));
    house.store().write(move |db| {
        let row = open(db, id)?;
        if row.version != version {
            return Err(ActionError::Changed);
        }
        if !may_close && !stocktakes::sightings(db, id)?.is_empty() {
            return Err(ActionError::Forbidden(Right::CloseStocktake));
        }
        changed(stocktakes::close(db, &row, None, user, now)?)
    })
}

fn open(db: &mut Db, id: StocktakeId) -> Result<StocktakeRow, ActionError> {
    let row = stocktakes::find(db, id)?.ok_or(ActionError::NotFound)?;
    if row.state.is_open() { Ok(row) } else { Err(ActionError::Refused(say::error_stocktake_closed())) }
}

/// What a stocktake says about each label that should be there or was seen there; the item, when there is one.
pub struct Findings {
    pub row: StocktakeRow,
    pub items: Vec<(Finding, ItemRow)>,
    /// Labels without an item.
    pub unknown: Vec<Code>,
}

impl Findings {
    pub fn figures(&self) -> Figures {
        Figures::of(self.items.iter().map(|(finding, _)| *finding))
    }
}

/// Looks at a stocktake as it stands now.
///
/// # Errors
/// [`ActionError::NotFound`].
pub fn findings(db: &mut Db, id: StocktakeId) -> Result<Findings, ActionError> {
    let row = stocktakes::find(db, id)?.ok_or(ActionError::NotFound)?;
    let items = stocktakes::counted(db, &row)?
        .into_iter()
        .filter_map(|(item, counted, seen)| Some((finding(row.location_id, row.opened_at.0, &counted, &seen)?, item)))
        .collect();
    let sightings = stocktakes::sightings(db, id)?;
    let unknown: BTreeSet<Code> = sightings.iter().filter(|it| it.item_id.is_none()).map(|it| it.code).collect();
    Ok(Findings { row, items, unknown: unknown.into_iter().collect() })
}

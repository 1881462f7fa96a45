//! Visits: one household at the desk.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::{At, Day};
use super::schema::{households, items, visits};
use super::{Db, StoreError};
use crate::codes::Code;
use crate::domain::catalogue::ProductCode;
use crate::domain::desk::OpenVisit;
use crate::domain::item::ItemState;
use crate::domain::{HouseholdId, TerminalId, VisitId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = visits)]
pub struct VisitRow {
    pub id: VisitId,
    pub household_id: HouseholdId,
    pub card: Code,
    pub terminal_id: TerminalId,
    pub opened_at: At,
    pub closed_at: Option<At>,
}

pub fn find(db: &mut Db, id: VisitId) -> Result<Option<VisitRow>, StoreError> {
    Ok(visits::table.find(id).first(db).optional()?)
}

/// The visit with the pieces that the household has from it.
pub fn open_visit(db: &mut Db, id: VisitId) -> Result<Option<OpenVisit>, StoreError> {
    let Some(row) = find(db, id)? else { return Ok(None) };
    Ok(Some(OpenVisit { id, household: row.household_id, card: row.card, pieces: pieces(db, id)? }))
}

/// Pieces that were handed out in this visit and are still out.
pub fn pieces(db: &mut Db, id: VisitId) -> Result<i32, StoreError> {
    let counts: Vec<i32> = items::table
        .filter(items::visit_id.eq(id))
        .filter(items::state.eq(ItemState::HandedOut))
        .select(items::quantity)
        .load(db)?;
    Ok(counts.iter().sum())
}

/// Opens the visit; one that exists is opened again.
pub fn open(
    db: &mut Db,
    visit: &OpenVisit,
    terminal: TerminalId,
    at: Timestamp,
    today: jiff::civil::Date,
) -> Result<(), StoreError> {
    if find(db, visit.id)?.is_some() {
        diesel::update(visits::table.find(visit.id)).set(visits::closed_at.eq(None::<At>)).execute(db)?;
        return Ok(());
    }
    diesel::insert_into(visits::table)
        .values(VisitRow {
            id: visit.id,
            household_id: visit.household,
            card: visit.card,
            terminal_id: terminal,
            opened_at: At(at),
            closed_at: None,
        })
        .execute(db)?;
    diesel::update(households::table.find(visit.household))
        .set(households::last_visit_on.eq(Day(today)))
        .execute(db)?;
    Ok(())
}

pub fn close(db: &mut Db, id: VisitId, at: Timestamp) -> Result<(), StoreError> {
    diesel::update(visits::table.find(id).filter(visits::closed_at.is_null()))
        .set(visits::closed_at.eq(At(at)))
        .execute(db)?;
    Ok(())
}

/// The visits of a household, newest first.
pub fn of_household(db: &mut Db, household: HouseholdId, limit: i64) -> Result<Vec<VisitRow>, StoreError> {
    Ok(visits::table
        .filter(visits::household_id.eq(household))
        .order(visits::opened_at.desc())
        .limit(limit)
        .load(db)?)
}

/// Products and quantities of the pieces that these households have from their visits on one day. `near` is a moment of that
/// day, `of_day` says which moments belong to it.
pub fn pieces_on(
    db: &mut Db,
    households: &[HouseholdId],
    near: Timestamp,
    of_day: impl Fn(Timestamp) -> bool,
) -> Result<Vec<(ProductCode, i32)>, StoreError> {
    let span = jiff::SignedDuration::from_hours(26);
    let found: Vec<(VisitId, At)> = visits::table
        .filter(visits::household_id.eq_any(households))
        .filter(visits::opened_at.ge(At(near - span)))
        .filter(visits::opened_at.lt(At(near + span)))
        .select((visits::id, visits::opened_at))
        .load(db)?;
    let ids: Vec<VisitId> = found.into_iter().filter(|(_, at)| of_day(at.0)).map(|(id, _)| id).collect();
    Ok(items::table
        .filter(items::visit_id.eq_any(ids))
        .filter(items::state.eq(ItemState::HandedOut))
        .select((items::product_code, items::quantity))
        .load(db)?)
}

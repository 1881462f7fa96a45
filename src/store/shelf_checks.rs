//! Places where a piece was not found, until somebody has counted them; and where a person decided otherwise than the rule.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{movements, overrides, shelf_checks, users};
use super::{Db, StoreError};
use crate::domain::item::MovementKind;
use crate::domain::{ItemId, LocationId, NeedId, ShelfCheckId, UserId};

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = shelf_checks)]
pub struct ShelfCheckRow {
    pub id: ShelfCheckId,
    pub location_id: LocationId,
    pub item_id: Option<ItemId>,
    pub asked_at: At,
    pub asked_by: Option<UserId>,
    pub done_at: Option<At>,
    /// The line that the piece was meant for.
    pub need_id: Option<NeedId>,
}

/// As many open checks as a page lists.
const MOST: i64 = 200;

pub fn insert(db: &mut Db, row: &ShelfCheckRow) -> Result<(), StoreError> {
    diesel::insert_into(shelf_checks::table).values(row.clone()).execute(db)?;
    Ok(())
}

/// What is still to be counted, the oldest first, with the name of who asked.
pub fn open(db: &mut Db) -> Result<Vec<(ShelfCheckRow, Option<String>)>, StoreError> {
    Ok(shelf_checks::table
        .left_join(users::table)
        .filter(shelf_checks::done_at.is_null())
        .order((shelf_checks::asked_at, shelf_checks::id))
        .limit(MOST)
        .select((ShelfCheckRow::as_select(), users::display_name.nullable()))
        .load(db)?)
}

/// The piece for this line that was looked for in vain since a moment, at a place that nobody has counted yet.
pub fn not_found_for(db: &mut Db, need: NeedId, since: Timestamp) -> Result<Option<ItemId>, StoreError> {
    let found: Option<Option<ItemId>> = shelf_checks::table
        .filter(shelf_checks::done_at.is_null())
        .filter(shelf_checks::asked_at.ge(At(since)))
        .filter(shelf_checks::need_id.eq(need))
        .order((shelf_checks::asked_at.desc(), shelf_checks::id.desc()))
        .select(shelf_checks::item_id)
        .first(db)
        .optional()?;
    Ok(found.flatten())
}

/// The place was counted.
pub fn close_at(db: &mut Db, place: LocationId, now: Timestamp) -> Result<(), StoreError> {
    let open = shelf_checks::table.filter(shelf_checks::location_id.eq(place)).filter(shelf_checks::done_at.is_null());
    diesel::update(open).set(shelf_checks::done_at.eq(Some(At(now)))).execute(db)?;
    Ok(())
}

/// This one is no longer needed: the piece was found after all.
pub fn close(db: &mut Db, id: ShelfCheckId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(shelf_checks::table.find(id)).set(shelf_checks::done_at.eq(Some(At(now)))).execute(db)?;
    Ok(())
}

/// A decision against the rule's proposal, with its reason.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = overrides)]
pub struct OverrideRow {
    pub id: String,
    pub at: At,
    pub user_id: Option<UserId>,
    pub kind: String,
    pub need_id: Option<NeedId>,
    pub instead_of: Option<NeedId>,
    pub item_id: Option<ItemId>,
    pub reason: String,
}

/// The kind of a piece that another household got than was proposed.
pub const OTHER_HOUSEHOLD: &str = "allocation";

pub fn note_override(db: &mut Db, row: OverrideRow) -> Result<(), StoreError> {
    diesel::insert_into(overrides::table).values(row).execute(db)?;
    Ok(())
}

/// How often since a moment another household got a piece than was proposed, and how often a piece was laid aside.
pub fn decided_otherwise(db: &mut Db, since: Timestamp) -> Result<(i64, i64), StoreError> {
    let otherwise = overrides::table
        .filter(overrides::at.ge(At(since)))
        .filter(overrides::kind.eq(OTHER_HOUSEHOLD))
        .count()
        .get_result(db)?;
    let laid_aside = movements::table
        .filter(movements::kind.eq(MovementKind::Reserve))
        .filter(movements::recorded_at.ge(At(since)))
        .count()
        .get_result(db)?;
    Ok((otherwise, laid_aside))
}

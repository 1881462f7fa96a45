//! Items as their rows say; the ledger is what makes them so.

mod count;
mod list;
mod pages;
mod story;

use std::collections::HashMap;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::tz::TimeZone;

use super::columns::At;
use super::schema::{items, locations, movements};
use super::{Db, StoreError};
use crate::codes::Code;
use crate::domain::catalogue::{Catalogue, Cut, ProductCode};
use crate::domain::desk;
use crate::domain::item::{Condition, ItemState, MovementKind};
use crate::domain::ledger::Standing;
use crate::domain::*;
use crate::texts::{Message, Words, say};

pub use count::{Count, Counts, counts, is_many};
pub use list::{ItemFilter, LabelPart, labels_of};
pub use pages::{Order, list, page};
pub use story::{StoryLine, story};

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = items)]
pub struct ItemRow {
    pub id: ItemId,
    pub label: Option<Code>,
    pub product_code: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub item_condition: Condition,
    pub donation_id: Option<DonationId>,
    pub split_from: Option<ItemId>,
    pub state: ItemState,
    pub quantity: i32,
    pub version: i32,
    pub household_id: Option<HouseholdId>,
    pub need_id: Option<NeedId>,
    pub location_id: Option<LocationId>,
    pub visit_id: Option<VisitId>,
    pub created_at: At,
    /// When its last entry in the ledger happened.
    pub moved_at: At,
}

impl ItemRow {
    pub fn standing(&self) -> Standing {
        Standing {
            state: self.state,
            quantity: self.quantity,
            version: self.version,
            household: self.household_id,
            need: self.need_id,
            location: self.location_id,
        }
    }

    /// “Winterjacke Gr. 104”.
    pub fn name(&self, catalogue: &Catalogue) -> Message {
        let words = self.words(catalogue);
        match &self.size {
            Some(size) => say::item_with_size(words, size),
            None => say::item_without_size(words),
        }
    }

    /// The product's name, or its code when the catalogue has lost it.
    pub fn words(&self, catalogue: &Catalogue) -> Words {
        match catalogue.product(self.product_code.as_str()) {
            Some(product) => product.names.clone(),
            None => Words::new(self.product_code.to_string(), self.product_code.to_string()),
        }
    }
}

pub fn find(db: &mut Db, id: ItemId) -> Result<Option<ItemRow>, StoreError> {
    Ok(items::table.find(id).first(db).optional()?)
}

pub fn by_label(db: &mut Db, code: Code) -> Result<Option<ItemRow>, StoreError> {
    Ok(items::table.filter(items::label.eq(code)).first(db).optional()?)
}

/// The items of a donation that are in this state.
pub fn of_donation_in(db: &mut Db, donation: DonationId, state: ItemState) -> Result<Vec<ItemRow>, StoreError> {
    Ok(items::table.filter(items::donation_id.eq(donation)).filter(items::state.eq(state)).order(items::id).load(db)?)
}

/// The items of a household in this state, the one that moved last first; none for a line that nobody may see.
pub fn of_household(
    db: &mut Db,
    household: HouseholdId,
    state: ItemState,
    limit: i64,
) -> Result<Vec<ItemRow>, StoreError> {
    Ok(items::table
        .filter(items::household_id.eq(household))
        .filter(items::state.eq(state))
        .filter(super::needs::is_piece_told())
        .order((items::moved_at.desc(), items::id.desc()))
        .limit(limit)
        .load(db)?)
}

/// The pieces that were taken from a lot, the newest first.
pub fn pieces_of(db: &mut Db, lot: ItemId, limit: i64) -> Result<Vec<ItemRow>, StoreError> {
    Ok(items::table.filter(items::split_from.eq(lot)).order(items::id.desc()).limit(limit).load(db)?)
}

/// Pieces that lie ready for one line of a household's needs list.
pub fn laid_aside(db: &mut Db, household: HouseholdId, need: NeedId) -> Result<i64, StoreError> {
    let pieces: Option<i64> = items::table
        .filter(items::household_id.eq(household))
        .filter(items::state.eq(ItemState::Reserved))
        .filter(items::need_id.eq(need))
        .select(sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)"))
        .first(db)?;
    Ok(pieces.unwrap_or_default())
}

/// Pieces that lie aside, by household and line of its needs list.
pub fn laid_aside_for(
    db: &mut Db,
    households: &[HouseholdId],
) -> Result<HashMap<(HouseholdId, NeedId), i64>, StoreError> {
    let rows: Vec<(Option<HouseholdId>, Option<NeedId>, Option<i64>)> = items::table
        .filter(items::household_id.eq_any(households.iter().copied()))
        .filter(items::state.eq(ItemState::Reserved))
        .group_by((items::household_id, items::need_id))
        .select((items::household_id, items::need_id, sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)")))
        .load(db)?;
    let lines = rows.into_iter().filter_map(|(household, need, pieces)| Some(((household?, need?), pieces?)));
    Ok(lines.collect())
}

/// The item with all that the desk's rules ask about it.
pub fn for_desk(
    db: &mut Db,
    id: ItemId,
    catalogue: &Catalogue,
    zone: &TimeZone,
) -> Result<Option<desk::Item>, StoreError> {
    let Some(row) = find(db, id)? else { return Ok(None) };
    let piece_out: Option<ItemRow> = items::table
        .filter(items::split_from.eq(id))
        .filter(items::state.eq(ItemState::HandedOut))
        .order((items::moved_at.desc(), items::id.desc()))
        .first(db)
        .optional()?;
    let mut item = desk_item(db, row, catalogue, zone)?;
    item.piece_out = match piece_out {
        Some(piece) => Some(Box::new(desk_item(db, piece, catalogue, zone)?)),
        None => None,
    };
    Ok(Some(item))
}

/// When the item left the house the last time.
pub fn handed_out_at(db: &mut Db, id: ItemId) -> Result<Option<At>, StoreError> {
    let leaving = [MovementKind::HandOut, MovementKind::Rebook, MovementKind::Split];
    Ok(movements::table
        .filter(movements::item_id.eq(id))
        .filter(movements::kind.eq_any(leaving))
        .order(movements::position.desc())
        .select(movements::occurred_at)
        .first(db)
        .optional()?)
}

fn desk_item(db: &mut Db, row: ItemRow, catalogue: &Catalogue, zone: &TimeZone) -> Result<desk::Item, StoreError> {
    let location = match row.location_id {
        Some(id) => locations::table.find(id).select(locations::name).first(db).optional()?,
        None => None,
    };
    let handed_out_on = match row.state {
        ItemState::HandedOut => handed_out_at(db, row.id)?.map(|at| at.0.to_zoned(zone.clone()).date()),
        _ => None,
    };
    Ok(desk::Item {
        id: row.id,
        code: row.label,
        words: row.words(catalogue),
        standing: row.standing(),
        product: row.product_code,
        cut: row.cut,
        size: row.size,
        condition: row.item_condition,
        donation: row.donation_id,
        last_visit: row.visit_id,
        handed_out_on,
        location,
        piece_out: None,
    })
}

//! What reports count, added up by the database.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::civil::Date;

use super::columns::{At, Day};
use super::schema::{donations, items, movements, needs};
use super::{Db, StoreError};
use crate::domain::catalogue::ProductCode;
use crate::domain::donation::DonationState;
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::needs::Occasion;
use crate::domain::{DonationId, DonorId, HouseholdId, ItemId};

/// The donations of a donor that were received from one day to another, both included. What was declined is left out: its
/// pieces were only kept, went back to the giver, and were never passed on by us.
pub fn donations_between(
    db: &mut Db,
    donor: DonorId,
    from: Date,
    to: Date,
) -> Result<Vec<super::donations::DonationRow>, StoreError> {
    Ok(donations::table
        .filter(donations::donor_id.eq(donor))
        .filter(donations::received_on.between(Day(from), Day(to)))
        .filter(donations::state.ne(DonationState::Declined))
        .order((donations::received_on, donations::id))
        .load(db)?)
}

/// Pieces of one product of one donation in one state.
#[derive(Clone, Debug, Queryable)]
pub struct Gifts {
    pub donation: Option<DonationId>,
    pub product: ProductCode,
    pub state: ItemState,
    pub pieces: Option<i64>,
}

/// Where the pieces of these donations are now. What was entered by mistake is left out. A piece taken from a lot counts
/// for itself, the lot only for what is left of it.
pub fn gifts(db: &mut Db, ids: &[DonationId]) -> Result<Vec<Gifts>, StoreError> {
    Ok(items::table
        .filter(items::donation_id.eq_any(ids))
        .filter(items::state.ne(ItemState::Void))
        .group_by((items::donation_id, items::product_code, items::state))
        .select((
            items::donation_id,
            items::product_code,
            items::state,
            sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)"),
        ))
        .load(db)?)
}

/// Pieces of one product of one donation that one household has, and the occasion of the needs list's line that they met.
#[derive(Clone, Debug, Queryable)]
pub struct Reached {
    pub donation: Option<DonationId>,
    pub product: ProductCode,
    /// `None`: the piece stood on no needs list.
    pub occasion: Option<Occasion>,
    /// For counting households, never for showing one.
    pub household: Option<HouseholdId>,
    pub pieces: Option<i64>,
}

diesel::allow_columns_to_appear_in_same_group_by_clause!(
    items::donation_id,
    items::product_code,
    needs::occasion,
    items::household_id
);

/// Who has pieces of these donations now.
pub fn reached(db: &mut Db, ids: &[DonationId]) -> Result<Vec<Reached>, StoreError> {
    Ok(items::table
        .left_join(needs::table.on(needs::id.nullable().eq(items::need_id)))
        .filter(items::donation_id.eq_any(ids))
        .filter(items::state.eq(ItemState::HandedOut))
        .group_by((items::donation_id, items::product_code, needs::occasion, items::household_id))
        .select((
            items::donation_id,
            items::product_code,
            needs::occasion.nullable(),
            items::household_id,
            sql::<Nullable<BigInt>>("CAST(SUM(items.quantity) AS BIGINT)"),
        ))
        .load(db)?)
}

/// A piece that is handed out now: when it was given to us, and an entry that handed it out.
#[derive(Clone, Debug, Queryable)]
pub struct HandedOut {
    pub item: ItemId,
    pub quantity: i32,
    pub received_on: Day,
    pub at: At,
    /// For counting households, never for showing one.
    pub household: Option<HouseholdId>,
}

/// Each handing out of the pieces that are handed out now, oldest first: for one piece the last of them counts.
pub fn handed_out(db: &mut Db, ids: &[DonationId]) -> Result<Vec<HandedOut>, StoreError> {
    let giving = [MovementKind::HandOut, MovementKind::Rebook, MovementKind::Split];
    Ok(items::table
        .inner_join(donations::table)
        .inner_join(movements::table)
        .filter(items::donation_id.eq_any(ids))
        .filter(items::state.eq(ItemState::HandedOut))
        .filter(movements::state.eq(ItemState::HandedOut))
        .filter(movements::kind.eq_any(giving))
        .order(movements::position)
        .select((items::id, items::quantity, donations::received_on, movements::occurred_at, items::household_id))
        .load(db)?)
}

/// The products of which a donor has ever given a piece.
pub fn products_of_donor(db: &mut Db, donor: DonorId) -> Result<Vec<ProductCode>, StoreError> {
    Ok(items::table
        .inner_join(donations::table)
        .filter(donations::donor_id.eq(donor))
        .filter(items::state.ne(ItemState::Void))
        .select(items::product_code)
        .distinct()
        .order(items::product_code)
        .load(db)?)
}

//! Pieces of a gift that found nobody: still on the shelf, or discarded, and never handed out.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::Timestamp;

use super::columns::At;
use super::schema::{items, movements};
use super::{Db, StoreError};
use crate::domain::DonationId;
use crate::domain::catalogue::ProductCode;
use crate::domain::item::ItemState;

/// Pieces of one product in one state.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Left {
    pub product: ProductCode,
    pub state: ItemState,
    pub pieces: Option<i64>,
}

/// Pieces that have been on the shelf since before this moment, and those that were discarded. What was ever handed out,
/// also when it came back or when a part of its lot was, found somebody: only what is left of a lot counts.
pub fn of_donation(db: &mut Db, donation: DonationId, before: Timestamp) -> Result<Vec<Left>, StoreError> {
    let handed_out = movements::table
        .filter(movements::item_id.eq(items::id))
        .filter(movements::state.eq(ItemState::HandedOut))
        .select(movements::item_id);
    Ok(items::table
        .filter(items::donation_id.eq(donation))
        .filter(
            items::state
                .eq(ItemState::Discarded)
                .or(items::state.eq(ItemState::InStock).and(items::created_at.lt(At(before)))),
        )
        .filter(diesel::dsl::not(diesel::dsl::exists(handed_out)))
        .group_by((items::product_code, items::state))
        .order((items::product_code, items::state))
        .select((items::product_code, items::state, sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)")))
        .load(db)?)
}

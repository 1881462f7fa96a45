//! Pieces of a gift that found nobody: still on the shelf, or discarded, and never handed out.

use std::collections::{HashMap, HashSet};

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::Timestamp;

use super::columns::At;
use super::schema::{items, movements};
use super::{Db, StoreError, disposals};
use crate::domain::catalogue::ProductCode;
use crate::domain::item::{Disposal, ItemState};
use crate::domain::{DonationId, ItemId};

/// Pieces of one product in one state.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Left {
    pub product: ProductCode,
    pub state: ItemState,
    pub pieces: Option<i64>,
}

/// Pieces that have been on the shelf since before this moment, and those that were discarded. What was ever handed out,
/// also when it came back or when a part of its lot was, found somebody: only what is left of a lot counts. What was sold found
/// somebody too.
pub fn of_donation(db: &mut Db, donation: DonationId, before: Timestamp) -> Result<Vec<Left>, StoreError> {
    let handed_out = || {
        movements::table
            .filter(movements::item_id.eq(items::id))
            .filter(movements::state.eq(ItemState::HandedOut))
            .select(movements::item_id)
    };
    let mut left: Vec<Left> = items::table
        .filter(items::donation_id.eq(donation))
        .filter(items::state.eq(ItemState::InStock))
        .filter(items::created_at.lt(At(before)))
        .filter(diesel::dsl::not(diesel::dsl::exists(handed_out())))
        .group_by((items::product_code, items::state))
        .select((items::product_code, items::state, sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)")))
        .load(db)?;
    let discarded: Vec<(ItemId, ProductCode, i32)> = items::table
        .filter(items::donation_id.eq(donation))
        .filter(items::state.eq(ItemState::Discarded))
        .filter(diesel::dsl::not(diesel::dsl::exists(handed_out())))
        .select((items::id, items::product_code, items::quantity))
        .load(db)?;
    let ids: Vec<ItemId> = discarded.iter().map(|(id, ..)| *id).collect();
    let how = disposals::of_items(db, &ids)?;
    let sold: HashSet<ItemId> = how.into_iter().filter(|(_, how)| *how == Disposal::Sold).map(|(id, _)| id).collect();
    let mut sums: HashMap<ProductCode, i64> = HashMap::new();
    for (_, product, quantity) in discarded.into_iter().filter(|(id, ..)| !sold.contains(id)) {
        *sums.entry(product).or_default() += i64::from(quantity);
    }
    let gone = sums.into_iter();
    left.extend(gone.map(|(product, sum)| Left { product, state: ItemState::Discarded, pieces: Some(sum) }));
    left.sort_by(|one, other| (&one.product, one.state.word()).cmp(&(&other.product, other.state.word())));
    Ok(left)
}

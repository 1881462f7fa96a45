//! Pieces of a gift that found nobody: still on the shelf, or discarded, and never handed out; and which of them a paper has
//! stated already.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{items, movements, stated_pieces};
use super::{Db, StoreError, disposals};
use crate::domain::catalogue::ProductCode;
use crate::domain::item::{Disposal, ItemState};
use crate::domain::{DonationId, ItemId, PaperId};

/// What is left of a piece or a lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    pub item: ItemId,
    pub product: ProductCode,
    pub state: ItemState,
    pub pieces: i64,
}

/// An item of a gift: itself, the lot that it was taken from, what and how many it is, where, and since when.
type Row = (ItemId, Option<ItemId>, ProductCode, ItemState, i32, At);

/// Pieces that have been on the shelf since before this moment, and those that were discarded. What was ever handed out,
/// also when it came back or when a part of its lot was, found somebody: only what is left of a lot counts. What was sold found
/// somebody too. What a paper states already is not stated again; the second number is how many those are.
pub fn of_donation(db: &mut Db, donation: DonationId, before: Timestamp) -> Result<(Vec<Left>, i64), StoreError> {
    let rows: Vec<Row> = items::table
        .filter(items::donation_id.eq(donation))
        .order((items::product_code, items::id))
        .select((items::id, items::split_from, items::product_code, items::state, items::quantity, items::created_at))
        .load(db)?;
    let handed_out: HashSet<ItemId> = items::table
        .inner_join(movements::table)
        .filter(items::donation_id.eq(donation))
        .filter(movements::state.eq(ItemState::HandedOut))
        .select(items::id)
        .distinct()
        .load::<ItemId>(db)?
        .into_iter()
        .collect();
    let gone: Vec<ItemId> = rows.iter().filter(|row| row.3 == ItemState::Discarded).map(|row| row.0).collect();
    let sold: HashSet<ItemId> = disposals::of_items(db, &gone)?
        .into_iter()
        .filter(|(_, how)| *how == Disposal::Sold)
        .map(|(id, _)| id)
        .collect();
    let stated: Vec<(ItemId, i32)> = stated_pieces::table
        .inner_join(items::table)
        .filter(items::donation_id.eq(donation))
        .select((stated_pieces::item_id, stated_pieces::quantity))
        .load(db)?;
    let above: HashMap<ItemId, ItemId> = rows.iter().filter_map(|row| Some((row.0, row.1?))).collect();
    // The lot that a piece came from in the end: what was stated as part of it may be a piece of its own by now.
    let lot = |item: ItemId| {
        let mut lot = item;
        for _ in 0..above.len() {
            match above.get(&lot) {
                Some(from) => lot = *from,
                None => break,
            }
        }
        lot
    };
    let mut told: HashMap<ItemId, i64> = HashMap::new();
    for (item, pieces) in &stated {
        *told.entry(lot(*item)).or_default() += i64::from(*pieces);
    }
    let mut left = Vec::new();
    for (item, _, product, state, quantity, created_at) in rows {
        let counts = match state {
            ItemState::InStock => created_at.0 < before,
            ItemState::Discarded => !sold.contains(&item),
            _ => false,
        };
        if !counts || handed_out.contains(&item) {
            continue;
        }
        let told = told.entry(lot(item)).or_default();
        let again = i64::from(quantity).min(*told);
        *told -= again;
        let pieces = i64::from(quantity) - again;
        if pieces > 0 {
            left.push(Left { item, product, state, pieces });
        }
    }
    Ok((left, stated.into_iter().map(|(_, pieces)| i64::from(pieces)).sum()))
}

/// Keeps which pieces a paper states.
pub fn keep(db: &mut Db, paper: PaperId, left: &[Left]) -> Result<(), StoreError> {
    for one in left {
        diesel::insert_into(stated_pieces::table)
            .values((
                stated_pieces::paper_id.eq(paper),
                stated_pieces::item_id.eq(one.item),
                stated_pieces::quantity.eq(i32::try_from(one.pieces).unwrap_or(i32::MAX)),
            ))
            .execute(db)?;
    }
    Ok(())
}

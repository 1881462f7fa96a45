//! How many items a list has, in each state: exactly as long as that is cheap, else only that there are many.
//!
//! Why no table of counters: a second truth beside the ledger would have to be kept in step by everything that writes, and
//! it would know the counts of a few filters only. Nobody works differently with 23,417 items than with more than 10,000.

use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use super::pages::{in_state, narrowed};
use super::{ItemFilter, LabelPart};
use crate::domain::ItemId;
use crate::domain::item::ItemState;
use crate::store::paging::MANY;
use crate::store::schema::{donations, items};
use crate::store::{AnyBackend, Db, StoreError};

/// How many items there are, and how many pieces in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Count {
    Exact {
        items: i64,
        pieces: i64,
    },
    /// More than [`MANY`].
    #[default]
    Many,
}

/// The counts of a list, whatever state its filter asks for.
#[derive(Clone, Debug)]
pub struct Counts {
    pub all: Count,
    /// States that some item is in.
    pub states: Vec<(ItemState, Count)>,
}

impl Counts {
    /// The count of one state or, with `None`, of all.
    pub fn of(&self, state: Option<ItemState>) -> Count {
        match state {
            None => self.all,
            Some(state) => {
                let found = self.states.iter().find(|(known, _)| *known == state);
                found.map_or(Count::Exact { items: 0, pieces: 0 }, |(_, count)| *count)
            }
        }
    }
}

/// Whether more than [`MANY`] items fit the filter and this state. Reads so many rows at most, from an index.
pub fn is_many(db: &mut Db, filter: &ItemFilter, state: Option<ItemState>) -> Result<bool, StoreError> {
    let mut query = narrowed!(items::table.select(items::id).into_boxed::<AnyBackend>(), filter, false);
    if let Some(state) = state {
        query = in_state!(query, filter, state);
    }
    if filter.is_wide() {
        query = match state {
            Some(_) => query.order((items::state, items::id)),
            None => query.order(items::id),
        };
    }
    // Not a page that is skipped to: the one row that tells whether the count would be a long one.
    Ok(query.offset(MANY).limit(1).first::<ItemId>(db).optional()?.is_some())
}

/// Counts items and pieces in each state.
pub fn counts(db: &mut Db, filter: &ItemFilter) -> Result<Counts, StoreError> {
    if is_many(db, filter, None)? {
        let mut states = Vec::new();
        for state in ItemState::ALL.iter().copied() {
            let count = match is_many(db, filter, Some(state))? {
                true => Count::Many,
                false => sums(db, filter, Some(state))?.first().map_or(NONE, |(_, count)| *count),
            };
            if count != NONE {
                states.push((state, count));
            }
        }
        return Ok(Counts { all: Count::Many, states });
    }
    let states = sums(db, filter, None)?;
    let (mut items, mut pieces) = (0, 0);
    for (_, count) in &states {
        if let Count::Exact { items: more_items, pieces: more_pieces } = count {
            items += more_items;
            pieces += more_pieces;
        }
    }
    Ok(Counts { all: Count::Exact { items, pieces }, states })
}

const NONE: Count = Count::Exact { items: 0, pieces: 0 };

/// Counts what is known to be no more than [`MANY`].
fn sums(db: &mut Db, filter: &ItemFilter, state: Option<ItemState>) -> Result<Vec<(ItemState, Count)>, StoreError> {
    let grouped = items::table
        .group_by(items::state)
        .select((items::state, count_star(), sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)")))
        .into_boxed::<AnyBackend>();
    let mut query = narrowed!(grouped, filter, false);
    if let Some(state) = state {
        query = in_state!(query, filter, state);
    }
    let sums: Vec<(ItemState, i64, Option<i64>)> = query.load(db)?;
    let exact = |(state, items, pieces): (ItemState, i64, Option<i64>)| {
        (state, Count::Exact { items, pieces: pieces.unwrap_or_default() })
    };
    Ok(sums.into_iter().map(exact).collect())
}

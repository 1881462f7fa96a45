//! Pages of items in the orders that people ask for. None of them reads more of the table than a few thousand rows.
//!
//! An order has an index, and most filters have one too, but few have both together. Which of the two a query goes by
//! follows from how many items the filter leaves: of many, some are near wherever one begins to read in the order; few can
//! all be fetched and put in order. PostgreSQL finds that out by its statistics; SQLite keeps none and is told.

use std::cmp::Reverse;
use std::collections::HashMap;

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Text, Timestamp};

use super::{ItemFilter, ItemRow, LabelPart, count, find};
use crate::domain::catalogue::ProductCode;
use crate::domain::{ItemId, LocationId};
use crate::store::paging::{Cursor, Page};
use crate::store::schema::{donations, items};
use crate::store::{AnyBackend, Db, StoreError};

/// The order of a list, with what it is ordered by where a name in the reader's language decides.
#[derive(Clone, Debug, Default)]
pub enum Order {
    /// The one taken in last first.
    #[default]
    Newest,
    /// The one that moved last first.
    Moved,
    /// The one that has not moved for the longest time first.
    Waiting,
    /// Kind after kind in this order, the newest first within each.
    Kinds(Vec<ProductCode>),
    /// Place after place in this order, then what has none; the newest first within each.
    Places(Vec<LocationId>),
}

/// Narrows a boxed query over items to what the filter says, its state apart. `$walk`: not by an index of the filter. A
/// macro, because each query is of another type.
macro_rules! narrowed {
    ($query:expr, $filter:expr, $walk:expr) => {{
        let (mut query, filter, walk) = ($query, $filter, $walk);
        // A label, a donation or a donor leaves less than whatever else is asked for: that index is the one to go by.
        let by_label = walk || filter.label.is_some();
        let by_donor = by_label || filter.donation.is_some() || filter.donor.is_some();
        if let Some(donation) = filter.donation {
            query = query.filter(items::donation_id.eq(donation));
        }
        if let Some(donor) = filter.donor {
            let theirs = donations::table.filter(donations::donor_id.eq(donor)).select(donations::id.nullable());
            query = match by_label || filter.donation.is_some() {
                true => query.filter(items::donation_id.concat("").eq_any(theirs)),
                false => query.filter(items::donation_id.eq_any(theirs)),
            };
        }
        if let Some(products) = &filter.products {
            query = match by_donor {
                true => query.filter(items::product_code.concat("").eq_any(products)),
                false => query.filter(items::product_code.eq_any(products)),
            };
        }
        if let Some(sizes) = &filter.sizes {
            query = match by_donor {
                true => query.filter(items::size.concat("").eq_any(sizes)),
                false => query.filter(items::size.eq_any(sizes)),
            };
        }
        if let Some(places) = &filter.places {
            query = match by_donor {
                true => query.filter(items::location_id.concat("").eq_any(places)),
                false => query.filter(items::location_id.eq_any(places)),
            };
        }
        match &filter.label {
            Some(LabelPart::Whole(code)) => query = query.filter(items::label.eq(*code)),
            // Not LIKE, which finds no index on either database. No code lies behind ten Z.
            Some(LabelPart::Start(start)) => {
                let end = format!("{start:Z<10}");
                query = query.filter(items::label.ge(start.clone())).filter(items::label.le(end));
            }
            None => {}
        }
        query
    }};
}
pub(super) use narrowed;

/// Narrows such a query to a state. SQLite would rather go by the state than by the beginning of a label, however many
/// items are in it.
macro_rules! in_state {
    ($query:expr, $filter:expr, $state:expr) => {
        match $filter.label {
            Some(_) => $query.filter(items::state.concat("").eq($state)),
            None => $query.filter(items::state.eq($state)),
        }
    };
}
pub(super) use in_state;

/// One page of items, the newest first.
pub fn list(db: &mut Db, filter: &ItemFilter, cursor: &Cursor<ItemId>, size: i64) -> Result<Page<ItemRow>, StoreError> {
    let many = count::is_many(db, filter, filter.state)?;
    page(db, filter, &Order::Newest, cursor, size, many)
}

/// One page of items in an order. `many`: whether the filter leaves more items than [`MANY`](crate::store::paging::MANY), as the counts of the
/// same page have found out.
pub fn page(
    db: &mut Db,
    filter: &ItemFilter,
    order: &Order,
    cursor: &Cursor<ItemId>,
    size: i64,
    many: bool,
) -> Result<Page<ItemRow>, StoreError> {
    match order {
        Order::Newest => by_id(db, filter, cursor, size, many),
        Order::Moved => by_moved(db, filter, cursor, size, many, true),
        Order::Waiting => by_moved(db, filter, cursor, size, many, false),
        Order::Kinds(kinds) => {
            let wanted = |kind: &&ProductCode| filter.products.as_ref().is_none_or(|only| only.contains(kind));
            let shelves: Vec<Shelf> = kinds.iter().filter(wanted).cloned().map(Shelf::Kind).collect();
            let crossed = filter.places.is_some();
            by_shelf(db, filter, &shelves, cursor, size, many, crossed)
        }
        Order::Places(places) => {
            let wanted = |place: &&LocationId| filter.places.as_ref().is_none_or(|only| only.contains(place));
            let mut shelves: Vec<Shelf> = places.iter().filter(wanted).copied().map(Some).map(Shelf::Place).collect();
            if filter.places.is_none() {
                shelves.push(Shelf::Place(None));
            }
            let crossed = filter.products.is_some();
            by_shelf(db, filter, &shelves, cursor, size, many, crossed)
        }
    }
}

/// How a query reads: in the order of its index, or first what the filter's index gives.
fn reads(db: &Db, filter: &ItemFilter, many: bool) -> (bool, bool) {
    let is_told = matches!(db, Db::Sqlite(_)) && !filter.is_wide() && filter.donation.is_none();
    (is_told && many, is_told && !many)
}

fn by_id(
    db: &mut Db,
    filter: &ItemFilter,
    cursor: &Cursor<ItemId>,
    size: i64,
    many: bool,
) -> Result<Page<ItemRow>, StoreError> {
    let (walk, gather) = reads(db, filter, many);
    let mut query = narrowed!(items::table.into_boxed::<AnyBackend>(), filter, walk);
    if let Some(state) = filter.state {
        query = in_state!(query, filter, state);
    }
    query = match cursor {
        Cursor::Start => query,
        Cursor::After(id) => query.filter(items::id.lt(*id)),
        Cursor::Before(id) => query.filter(items::id.gt(*id)),
    };
    // An expression that no index has, so that what was gathered is sorted.
    let plain = || sql::<Text>("COALESCE(items.id, items.id)");
    query = match (gather, cursor.is_backwards()) {
        (false, false) => query.order(items::id.desc()),
        (false, true) => query.order(items::id.asc()),
        (true, false) => query.order(plain().desc()),
        (true, true) => query.order(plain().asc()),
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

fn by_moved(
    db: &mut Db,
    filter: &ItemFilter,
    cursor: &Cursor<ItemId>,
    size: i64,
    many: bool,
    latest_first: bool,
) -> Result<Page<ItemRow>, StoreError> {
    let (walk, gather) = reads(db, filter, many);
    let mut query = narrowed!(items::table.into_boxed::<AnyBackend>(), filter, walk);
    if let Some(state) = filter.state {
        query = in_state!(query, filter, state);
    }
    let falling = latest_first != cursor.is_backwards();
    if let Some((moved, id)) = seen(db, cursor)?.map(|row| (row.moved_at, row.id)) {
        // The first condition says nothing new, but it is what an index can begin at.
        query = match falling {
            true => query.filter(items::moved_at.le(moved)).filter(items::moved_at.lt(moved).or(items::id.lt(id))),
            false => query.filter(items::moved_at.ge(moved)).filter(items::moved_at.gt(moved).or(items::id.gt(id))),
        };
    }
    let plain = || sql::<Timestamp>("COALESCE(items.moved_at, items.moved_at)");
    query = match (gather, falling) {
        (false, true) => query.order((items::moved_at.desc(), items::id.desc())),
        (false, false) => query.order((items::moved_at.asc(), items::id.asc())),
        (true, true) => query.order((plain().desc(), items::id.desc())),
        (true, false) => query.order((plain().asc(), items::id.asc())),
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

/// The row that the page begins or ends at.
fn seen(db: &mut Db, cursor: &Cursor<ItemId>) -> Result<Option<ItemRow>, StoreError> {
    match cursor {
        Cursor::Start => Ok(None),
        Cursor::After(id) | Cursor::Before(id) => find(db, *id),
    }
}

/// What an order by name goes through one after the other.
enum Shelf {
    Kind(ProductCode),
    Place(Option<LocationId>),
}

impl Shelf {
    fn kind((at, shelf): (usize, &Shelf)) -> Option<(&ProductCode, usize)> {
        match shelf {
            Shelf::Kind(kind) => Some((kind, at)),
            Shelf::Place(_) => None,
        }
    }

    fn place((at, shelf): (usize, &Shelf)) -> Option<(Option<LocationId>, usize)> {
        match shelf {
            Shelf::Place(place) => Some((*place, at)),
            Shelf::Kind(_) => None,
        }
    }

    fn holds(&self, item: &ItemRow) -> bool {
        match self {
            Shelf::Kind(kind) => item.product_code == *kind,
            Shelf::Place(place) => item.location_id == *place,
        }
    }
}

/// Goes on from shelf to shelf until the page is full. Names stand in the catalogue and with the places, in the reader's
/// language and with shelf 10 after shelf 9: no index over items knows that order. `crossed`: whether the filter names
/// places where the shelves are kinds, or kinds where they are places.
fn by_shelf(
    db: &mut Db,
    filter: &ItemFilter,
    shelves: &[Shelf],
    cursor: &Cursor<ItemId>,
    size: i64,
    many: bool,
    crossed: bool,
) -> Result<Page<ItemRow>, StoreError> {
    // What the shelf's own index does not know may leave few items, or none, on shelf after shelf.
    let foreign = crossed
        || filter.donation.is_some()
        || filter.donor.is_some()
        || filter.sizes.is_some()
        || filter.label.is_some();
    if foreign && !many {
        return gathered(db, filter, shelves, cursor, size);
    }
    let backwards = cursor.is_backwards();
    let seen = seen(db, cursor)?;
    let at = seen.as_ref().and_then(|row| shelves.iter().position(|shelf| shelf.holds(row)));
    let ahead: Vec<usize> = match (at, backwards) {
        (Some(at), true) => (0..=at).rev().collect(),
        (Some(at), false) => (at..shelves.len()).collect(),
        (None, true) => (0..shelves.len()).rev().collect(),
        (None, false) => (0..shelves.len()).collect(),
    };
    let mut rows: Vec<ItemRow> = Vec::new();
    for place in ahead {
        let left = size + 1 - i64::try_from(rows.len()).unwrap_or(size);
        if left <= 0 {
            break;
        }
        let mut query = narrowed!(items::table.into_boxed::<AnyBackend>(), filter, true);
        query = match &shelves[place] {
            Shelf::Kind(kind) => query.filter(items::product_code.eq(kind)),
            Shelf::Place(Some(id)) => query.filter(items::location_id.eq(*id)),
            Shelf::Place(None) => query.filter(items::location_id.is_null()),
        };
        if let Some(state) = filter.state {
            query = in_state!(query, filter, state);
        }
        if let Some(row) = seen.as_ref().filter(|_| at == Some(place)) {
            query = match backwards {
                true => query.filter(items::id.gt(row.id)),
                false => query.filter(items::id.lt(row.id)),
            };
        }
        query = match backwards {
            true => query.order(items::id.asc()),
            false => query.order(items::id.desc()),
        };
        rows.extend(query.limit(left).load::<ItemRow>(db)?);
    }
    Ok(cursor.page(rows, size))
}

/// Fetches all that a filter of few items leaves and puts it in the order of the shelves.
fn gathered(
    db: &mut Db,
    filter: &ItemFilter,
    shelves: &[Shelf],
    cursor: &Cursor<ItemId>,
    size: i64,
) -> Result<Page<ItemRow>, StoreError> {
    let columns = (items::id, items::product_code, items::location_id);
    let mut query = narrowed!(items::table.select(columns).into_boxed::<AnyBackend>(), filter, false);
    if let Some(state) = filter.state {
        query = in_state!(query, filter, state);
    }
    let found: Vec<(ItemId, ProductCode, Option<LocationId>)> = query.load(db)?;
    let kinds: HashMap<&ProductCode, usize> = shelves.iter().enumerate().filter_map(Shelf::kind).collect();
    let places: HashMap<Option<LocationId>, usize> = shelves.iter().enumerate().filter_map(Shelf::place).collect();
    let shelf = |kind: &ProductCode, place: &Option<LocationId>| kinds.get(kind).or_else(|| places.get(place)).copied();
    // Shelf after shelf, the newest first within each.
    let mut ordered: Vec<(usize, Reverse<ItemId>)> =
        found.iter().filter_map(|(id, kind, place)| Some((shelf(kind, place)?, Reverse(*id)))).collect();
    ordered.sort_unstable();
    let at = seen(db, cursor)?.and_then(|row| Some((shelf(&row.product_code, &row.location_id)?, Reverse(row.id))));
    let enough = usize::try_from(size + 1).unwrap_or_default();
    let wanted: Vec<ItemId> = match cursor.is_backwards() {
        false => ordered.iter().filter(|key| at.is_none_or(|at| **key > at)).take(enough).map(|key| key.1.0).collect(),
        true => {
            ordered.iter().rev().filter(|key| at.is_none_or(|at| **key < at)).take(enough).map(|key| key.1.0).collect()
        }
    };
    let rows: Vec<ItemRow> = items::table.filter(items::id.eq_any(&wanted)).load(db)?;
    let mut rows: HashMap<ItemId, ItemRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(cursor.page(wanted.iter().filter_map(|id| rows.remove(id)).collect(), size))
}

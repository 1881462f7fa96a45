//! Stocktakes: which place is counted, and which labels were seen there.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::items::ItemRow;
use super::schema::{items, locations, movements, stocktake_sightings, stocktakes};
use super::{Db, StoreError};
use crate::codes::Code;
use crate::domain::desk::{Count, LastSeen};
use crate::domain::stocktake::{Counted, EXPECTED, Figures, Seen, StocktakeState};
use crate::domain::{EventId, ItemId, LocationId, StocktakeId, TerminalId, UserId};

const OPEN: [StocktakeState; 2] = [StocktakeState::Running, StocktakeState::Reviewing];

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = stocktakes)]
pub struct StocktakeRow {
    pub id: StocktakeId,
    pub location_id: LocationId,
    pub state: StocktakeState,
    pub opened_by: Option<UserId>,
    pub opened_at: At,
    pub closed_by: Option<UserId>,
    pub closed_at: Option<At>,
    pub found: Option<i32>,
    pub elsewhere: Option<i32>,
    pub found_again: Option<i32>,
    pub missing: Option<i32>,
    pub version: i32,
}

impl StocktakeRow {
    /// What was booked; `None` before.
    pub fn figures(&self) -> Option<Figures> {
        Some(Figures {
            found: self.found?,
            elsewhere: self.elsewhere?,
            found_again: self.found_again?,
            missing: self.missing?,
        })
    }
}

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = stocktake_sightings)]
pub struct SightingRow {
    pub stocktake_id: StocktakeId,
    pub event_id: EventId,
    pub code: Code,
    pub item_id: Option<ItemId>,
    pub terminal_id: TerminalId,
    /// The terminal's own order.
    pub seq: i64,
    pub actor_id: Option<UserId>,
    pub seen_at: At,
    pub received_at: At,
}

pub fn find(db: &mut Db, id: StocktakeId) -> Result<Option<StocktakeRow>, StoreError> {
    Ok(stocktakes::table.find(id).first(db).optional()?)
}

/// The stocktake of a place that is not closed yet.
pub fn open_at(db: &mut Db, place: LocationId) -> Result<Option<StocktakeRow>, StoreError> {
    Ok(stocktakes::table
        .filter(stocktakes::location_id.eq(place))
        .filter(stocktakes::state.eq_any(OPEN))
        .first(db)
        .optional()?)
}

/// The last stocktake of a place that was booked.
pub fn last_posted(db: &mut Db, place: LocationId) -> Result<Option<StocktakeRow>, StoreError> {
    Ok(stocktakes::table
        .filter(stocktakes::location_id.eq(place))
        .filter(stocktakes::state.eq(StocktakeState::Posted))
        .order(stocktakes::opened_at.desc())
        .first(db)
        .optional()?)
}

/// Opens a stocktake, or goes on with the one that is open there.
pub fn open(
    db: &mut Db,
    id: StocktakeId,
    place: LocationId,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    if let Some(known) = open_at(db, place)? {
        return go_on(db, &known);
    }
    let row = StocktakeRow {
        id,
        location_id: place,
        state: StocktakeState::Running,
        opened_by: by,
        opened_at: At(now),
        closed_by: None,
        closed_at: None,
        found: None,
        elsewhere: None,
        found_again: None,
        missing: None,
        version: 1,
    };
    diesel::insert_into(stocktakes::table).values(row).execute(db)?;
    Ok(())
}

/// Counting goes on: whoever was about to book must look again.
fn go_on(db: &mut Db, row: &StocktakeRow) -> Result<(), StoreError> {
    if row.state == StocktakeState::Reviewing {
        set_state(db, row.id, row.version, StocktakeState::Running)?;
    }
    Ok(())
}

/// Changes the state, if nobody changed it since `version` was read. `false` when somebody did.
pub fn set_state(db: &mut Db, id: StocktakeId, version: i32, state: StocktakeState) -> Result<bool, StoreError> {
    let changed = diesel::update(stocktakes::table.find(id).filter(stocktakes::version.eq(version)))
        .set((stocktakes::state.eq(state), stocktakes::version.eq(version + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Closes it for good, with what was booked, or without when it was dropped, if nobody changed it since `row` was read.
/// `false` when somebody did.
pub fn close(
    db: &mut Db,
    row: &StocktakeRow,
    figures: Option<Figures>,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let state = if figures.is_some() { StocktakeState::Posted } else { StocktakeState::Dropped };
    let changed = diesel::update(stocktakes::table.find(row.id).filter(stocktakes::version.eq(row.version)))
        .set((
            stocktakes::state.eq(state),
            stocktakes::closed_by.eq(by),
            stocktakes::closed_at.eq(Some(At(now))),
            stocktakes::found.eq(figures.map(|it| it.found)),
            stocktakes::elsewhere.eq(figures.map(|it| it.elsewhere)),
            stocktakes::found_again.eq(figures.map(|it| it.found_again)),
            stocktakes::missing.eq(figures.map(|it| it.missing)),
            stocktakes::version.eq(row.version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Keeps a sighting.
pub fn see(db: &mut Db, sighting: &SightingRow) -> Result<(), StoreError> {
    diesel::insert_into(stocktake_sightings::table).values(sighting).execute(db)?;
    match find(db, sighting.stocktake_id)? {
        Some(row) => go_on(db, &row),
        None => Ok(()),
    }
}

/// Forgets what one event saw. The label stays counted when another event saw it too.
pub fn unsee(db: &mut Db, stocktake: StocktakeId, event: EventId) -> Result<(), StoreError> {
    diesel::delete(stocktake_sightings::table.find((stocktake, event))).execute(db)?;
    match find(db, stocktake)? {
        Some(row) => go_on(db, &row),
        None => Ok(()),
    }
}

/// The sighting that an event made.
pub fn sighting_of(db: &mut Db, event: EventId) -> Result<Option<SightingRow>, StoreError> {
    Ok(stocktake_sightings::table.filter(stocktake_sightings::event_id.eq(event)).first(db).optional()?)
}

/// Every sighting, the latest first; a label that was scanned twice is there twice.
pub fn sightings(db: &mut Db, id: StocktakeId) -> Result<Vec<SightingRow>, StoreError> {
    use stocktake_sightings as seen;
    Ok(seen::table
        .filter(seen::stocktake_id.eq(id))
        .order((seen::seen_at.desc(), seen::received_at.desc(), seen::seq.desc(), seen::event_id))
        .load(db)?)
}

/// How many labels were seen.
pub fn labels_seen(db: &mut Db, id: StocktakeId) -> Result<i64, StoreError> {
    Ok(stocktake_sightings::table
        .filter(stocktake_sightings::stocktake_id.eq(id))
        .select(diesel::dsl::count(stocktake_sightings::code).aggregate_distinct())
        .first(db)?)
}

/// How many labelled pieces should lie in a place.
pub fn expected(db: &mut Db, place: LocationId) -> Result<i64, StoreError> {
    Ok(items::table
        .filter(items::location_id.eq(place))
        .filter(items::state.eq_any(EXPECTED))
        .filter(items::label.is_not_null())
        .count()
        .get_result(db)?)
}

/// The labels of those pieces, in the order in which they came.
pub fn labels_at(db: &mut Db, place: LocationId) -> Result<Vec<Code>, StoreError> {
    Ok(items::table
        .filter(items::location_id.eq(place))
        .filter(items::state.eq_any(EXPECTED))
        .filter(items::label.is_not_null())
        .order(items::id)
        .select(items::label.assume_not_null())
        .load(db)?)
}

/// What a scan must know about the place that is counted.
pub fn count(db: &mut Db, place: LocationId, code: Option<Code>, terminal: TerminalId) -> Result<Count, StoreError> {
    let expected = expected(db, place)?;
    let inside = locations::table.filter(locations::parent_id.eq(place)).count().get_result::<i64>(db)?;
    let about_place = Count { expected, holds_places: inside > 0, ..Count::default() };
    let Some(row) = open_at(db, place)? else { return Ok(about_place) };
    let seen = stocktake_sightings::table
        .inner_join(items::table)
        .filter(stocktake_sightings::stocktake_id.eq(row.id))
        .filter(items::location_id.eq(place))
        .filter(items::state.eq_any(EXPECTED))
        .select(diesel::dsl::count(stocktake_sightings::code).aggregate_distinct())
        .first(db)?;
    let own = || stocktake_sightings::table.filter(stocktake_sightings::stocktake_id.eq(row.id));
    let begun = own().count().get_result::<i64>(db)? > 0;
    let times =
        |db: &mut Db, code: Code| own().filter(stocktake_sightings::code.eq(code)).count().get_result::<i64>(db);
    let again = match code {
        Some(code) => times(db, code)? > 0,
        None => false,
    };
    let last: Option<SightingRow> = own()
        .filter(stocktake_sightings::terminal_id.eq(terminal))
        .order(stocktake_sightings::seq.desc())
        .first(db)
        .optional()?;
    let last = match last {
        Some(row) => {
            Some(LastSeen { event: row.event_id, code: row.code, at: row.seen_at.0, stays: times(db, row.code)? > 1 })
        }
        None => None,
    };
    Ok(Count { id: Some(row.id), seen, begun, again, last, ..about_place })
}

/// As many ids as one query asks for at once.
const MOST_IDS: usize = 500;

/// Every labelled item that should be in the place or was seen there, with how it was seen.
pub fn counted(db: &mut Db, row: &StocktakeRow) -> Result<Vec<(ItemRow, Counted, Vec<Seen>)>, StoreError> {
    let mut seen: BTreeMap<ItemId, Vec<Seen>> = BTreeMap::new();
    for sighting in sightings(db, row.id)? {
        let Some(id) = sighting.item_id else { continue };
        seen.entry(id).or_default().push(Seen { at: sighting.seen_at.0, received_at: sighting.received_at.0 });
    }
    let last_entry = movements::item_id.eq(items::id).and(movements::version.eq(items::version));
    let with_last = items::table.inner_join(movements::table.on(last_entry));
    let columns = (items::all_columns, movements::recorded_at);
    let mut found: Vec<(ItemRow, At)> = with_last
        .filter(items::location_id.eq(row.location_id))
        .filter(items::state.eq_any(EXPECTED))
        .filter(items::label.is_not_null())
        .select(columns)
        .load(db)?;
    let known: BTreeSet<ItemId> = found.iter().map(|(item, _)| item.id).collect();
    let others: Vec<ItemId> = seen.keys().copied().filter(|id| !known.contains(id)).collect();
    for some in others.chunks(MOST_IDS) {
        found.extend(with_last.filter(items::id.eq_any(some)).select(columns).load::<(ItemRow, At)>(db)?);
    }
    found.sort_by_key(|(item, _)| item.id);
    let counted = |(item, recorded): (ItemRow, At)| {
        let seen = seen.remove(&item.id).unwrap_or_default();
        let counted =
            Counted { id: item.id, standing: item.standing(), moved_at: item.moved_at.0, recorded_at: recorded.0 };
        (item, counted, seen)
    };
    Ok(found.into_iter().map(counted).collect())
}

/// Stocktakes whose row contradicts itself, with what is wrong.
pub fn out_of_step(db: &mut Db) -> Result<Vec<(StocktakeId, &'static str)>, StoreError> {
    let rows: Vec<StocktakeRow> = stocktakes::table.order(stocktakes::id).load(db)?;
    let flaw = |row: &StocktakeRow| match row.state {
        state if state.is_open() && row.closed_at.is_some() => Some("it is open, but has an end"),
        state if !state.is_open() && row.closed_at.is_none() => Some("it is closed, but has no end"),
        StocktakeState::Posted if row.figures().is_none() => Some("it was booked, but has no figures"),
        _ => None,
    };
    Ok(rows.iter().filter_map(|row| Some((row.id, flaw(row)?))).collect())
}

//! Stocktakes: which place is counted, and which labels were seen there.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::items::ItemRow;
use super::schema::{items, movements, stocktake_sightings, stocktakes};
use super::{Db, StoreError};
use crate::codes::Code;
use crate::domain::desk::Count;
use crate::domain::item::ItemState;
use crate::domain::stocktake::{Counted, Figures, StocktakeState};
use crate::domain::{EventId, ItemId, LocationId, StocktakeId, TerminalId, UserId};

/// States in which a piece lies somewhere.
const HERE: [ItemState; 4] = [ItemState::InStock, ItemState::Reserved, ItemState::InCare, ItemState::InCustody];
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
    pub code: Code,
    pub item_id: Option<ItemId>,
    pub event_id: EventId,
    pub terminal_id: TerminalId,
    pub actor_id: Option<UserId>,
    pub seen_at: At,
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

/// Closes it for good, with what was booked, or without when it was dropped.
pub fn close(
    db: &mut Db,
    row: &StocktakeRow,
    figures: Option<Figures>,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let state = if figures.is_some() { StocktakeState::Posted } else { StocktakeState::Dropped };
    diesel::update(stocktakes::table.find(row.id))
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
    Ok(())
}

/// Keeps a sighting; the same label again is the same sighting, seen later.
pub fn see(db: &mut Db, sighting: &SightingRow) -> Result<(), StoreError> {
    let known = diesel::update(stocktake_sightings::table.find((sighting.stocktake_id, sighting.code)))
        .set((stocktake_sightings::seen_at.eq(sighting.seen_at), stocktake_sightings::item_id.eq(sighting.item_id)))
        .execute(db)?;
    if known == 0 {
        diesel::insert_into(stocktake_sightings::table).values(sighting).execute(db)?;
    }
    match find(db, sighting.stocktake_id)? {
        Some(row) => go_on(db, &row),
        None => Ok(()),
    }
}

/// Forgets a sighting.
pub fn unsee(db: &mut Db, stocktake: StocktakeId, code: Code) -> Result<(), StoreError> {
    diesel::delete(stocktake_sightings::table.find((stocktake, code))).execute(db)?;
    match find(db, stocktake)? {
        Some(row) => go_on(db, &row),
        None => Ok(()),
    }
}

/// The sighting that an event made.
pub fn sighting_of(db: &mut Db, event: EventId) -> Result<Option<SightingRow>, StoreError> {
    Ok(stocktake_sightings::table.filter(stocktake_sightings::event_id.eq(event)).first(db).optional()?)
}

/// All that was seen, the latest first.
pub fn sightings(db: &mut Db, id: StocktakeId) -> Result<Vec<SightingRow>, StoreError> {
    Ok(stocktake_sightings::table
        .filter(stocktake_sightings::stocktake_id.eq(id))
        .order((stocktake_sightings::seen_at.desc(), stocktake_sightings::code))
        .load(db)?)
}

/// How many labelled pieces should lie in a place.
pub fn expected(db: &mut Db, place: LocationId) -> Result<i64, StoreError> {
    Ok(items::table
        .filter(items::location_id.eq(place))
        .filter(items::state.eq_any(HERE))
        .filter(items::label.is_not_null())
        .count()
        .get_result(db)?)
}

/// The labels of those pieces, in the order in which they came.
pub fn labels_at(db: &mut Db, place: LocationId) -> Result<Vec<Code>, StoreError> {
    Ok(items::table
        .filter(items::location_id.eq(place))
        .filter(items::state.eq_any(HERE))
        .filter(items::label.is_not_null())
        .order(items::id)
        .select(items::label.assume_not_null())
        .load(db)?)
}

/// What a scan must know about the place that is counted.
pub fn count(db: &mut Db, place: LocationId, code: Option<Code>, terminal: TerminalId) -> Result<Count, StoreError> {
    let expected = expected(db, place)?;
    let Some(row) = open_at(db, place)? else { return Ok(Count { expected, ..Count::default() }) };
    let seen = stocktake_sightings::table
        .inner_join(items::table)
        .filter(stocktake_sightings::stocktake_id.eq(row.id))
        .filter(items::location_id.eq(place))
        .filter(items::state.eq_any(HERE))
        .count()
        .get_result(db)?;
    let own = || stocktake_sightings::table.filter(stocktake_sightings::stocktake_id.eq(row.id));
    let begun = own().count().get_result::<i64>(db)? > 0;
    let again = match code {
        Some(code) => stocktake_sightings::table.find((row.id, code)).count().get_result::<i64>(db)? > 0,
        None => false,
    };
    let last: Option<(Code, At)> = own()
        .filter(stocktake_sightings::terminal_id.eq(terminal))
        .order(stocktake_sightings::seen_at.desc())
        .select((stocktake_sightings::code, stocktake_sightings::seen_at))
        .first(db)
        .optional()?;
    let last = last.map(|(code, at)| (code, at.0));
    Ok(Count { id: Some(row.id), expected, seen, begun, again, last })
}

/// Every labelled item that should be in the place or was seen there, with when it was seen.
pub fn counted(db: &mut Db, row: &StocktakeRow) -> Result<Vec<(ItemRow, Counted, Option<Timestamp>)>, StoreError> {
    let should: Vec<ItemId> = items::table
        .filter(items::location_id.eq(row.location_id))
        .filter(items::state.eq_any(HERE))
        .filter(items::label.is_not_null())
        .select(items::id)
        .load(db)?;
    let seen: std::collections::BTreeMap<ItemId, Timestamp> = sightings(db, row.id)?
        .into_iter()
        .filter_map(|sighting| Some((sighting.item_id?, sighting.seen_at.0)))
        .collect();
    let all: std::collections::BTreeSet<ItemId> = should.into_iter().chain(seen.keys().copied()).collect();
    let mut found = Vec::with_capacity(all.len());
    for id in all {
        let Some(item): Option<ItemRow> = items::table.find(id).first(db).optional()? else { continue };
        let recorded: At = movements::table
            .filter(movements::item_id.eq(id))
            .filter(movements::version.eq(item.version))
            .select(movements::recorded_at)
            .first(db)?;
        let counted = Counted { id, standing: item.standing(), moved_at: item.moved_at.0, recorded_at: recorded.0 };
        found.push((item, counted, seen.get(&id).copied()));
    }
    Ok(found)
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

//! What was done on pages: who did it and when, what it was, and how it is taken back.

use std::collections::{HashMap, HashSet};

use diesel::dsl::{exists, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{deed_parts, deeds, items, movements, terminals, users};
use super::{Db, StoreError};
use crate::codes::Code;
use crate::domain::catalogue::ProductCode;
use crate::domain::deed::PartState;
use crate::domain::{DeedId, EventId, ItemId, TerminalId, UserId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = deeds)]
pub struct DeedRow {
    pub id: DeedId,
    pub terminal_id: TerminalId,
    pub actor_id: Option<UserId>,
    pub done_at: At,
    /// The sentence, as JSON.
    pub said: String,
    /// The id of what was changed.
    pub subject: Option<String>,
    /// How it is taken back, as JSON; empty when that is over.
    pub undo: String,
    pub undone_at: Option<At>,
}

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = deed_parts)]
pub struct PartRow {
    pub deed_id: DeedId,
    pub part: i32,
    pub item_id: ItemId,
    /// The version in which the person saw the item.
    pub version: i32,
    pub state: PartState,
    pub event_id: Option<EventId>,
    /// Why it was refused, as JSON.
    pub reason: Option<String>,
}

/// A part with what a page shows of its item.
#[derive(Clone, Debug, Queryable)]
pub struct ListedPart {
    pub row: PartRow,
    pub label: Option<Code>,
    pub product: ProductCode,
    pub size: Option<String>,
}

/// Who changed something last, and when.
#[derive(Clone, Debug, Queryable)]
pub struct LastChange {
    /// The person's name, or the terminal's when nobody had signed on.
    pub who: String,
    pub at: At,
}

pub fn insert(db: &mut Db, row: &DeedRow) -> Result<(), StoreError> {
    diesel::insert_into(deeds::table).values(row).execute(db)?;
    Ok(())
}

pub fn find(db: &mut Db, id: DeedId) -> Result<Option<DeedRow>, StoreError> {
    Ok(deeds::table.find(id).first(db).optional()?)
}

/// Notes that a deed was taken back; nothing more than that stays of what was there before.
pub fn set_undone(db: &mut Db, id: DeedId, now: Timestamp) -> Result<(), StoreError> {
    diesel::update(deeds::table.find(id)).set((deeds::undone_at.eq(At(now)), deeds::undo.eq(""))).execute(db)?;
    Ok(())
}

/// Deeds before a moment that still say how they are taken back.
macro_rules! old {
    ($moment:expr) => {
        deeds::table
            .filter(deeds::done_at.lt(At($moment)))
            // Written out, so that the small index of what can be taken back serves.
            .filter(sql::<Bool>("undo <> ''"))
            .filter(deeds::undo.not_like("{\"what\":\"parts\"%"))
    };
}

/// Forgets how deeds before this moment are taken back. What was done to many items holds nothing of anybody, and stays.
pub fn forget_before(db: &mut Db, moment: Timestamp) -> Result<(), StoreError> {
    if is_something_before(db, moment)? {
        diesel::update(old!(moment)).set(deeds::undo.eq("")).execute(db)?;
    }
    Ok(())
}

/// Whether there is a deed before this moment that still says how it is taken back. Whoever writes for nothing wakes every
/// open page.
pub fn is_something_before(db: &mut Db, moment: Timestamp) -> Result<bool, StoreError> {
    Ok(old!(moment).select(deeds::id).first::<DeedId>(db).optional()?.is_some())
}

/// What was done to many items since this moment, and who did it; the latest first.
pub fn lately(db: &mut Db, since: Timestamp, limit: i64) -> Result<Vec<(DeedRow, String)>, StoreError> {
    let rows: Vec<(DeedRow, Option<String>, String)> = deeds::table
        .inner_join(terminals::table)
        .left_join(users::table.on(users::id.nullable().eq(deeds::actor_id)))
        .filter(deeds::done_at.ge(At(since)))
        .filter(exists(deed_parts::table.filter(deed_parts::deed_id.eq(deeds::id))))
        .order((deeds::done_at.desc(), deeds::id.desc()))
        .select((deeds::all_columns, users::display_name.nullable(), terminals::name))
        .limit(limit)
        .load(db)?;
    Ok(rows.into_iter().map(|(deed, user, terminal)| (deed, user.unwrap_or(terminal))).collect())
}

/// Which of these events, each with its item, belong to something that was done to many items.
pub fn of_events(db: &mut Db, events: &HashMap<EventId, ItemId>) -> Result<HashMap<EventId, DeedRow>, StoreError> {
    // The item is there for the index.
    let parts: Vec<(Option<EventId>, DeedId)> = deed_parts::table
        .filter(deed_parts::item_id.eq_any(events.values()))
        .filter(deed_parts::event_id.eq_any(events.keys().map(|event| Some(*event)).collect::<Vec<_>>()))
        .select((deed_parts::event_id, deed_parts::deed_id))
        .load(db)?;
    let ids: HashSet<DeedId> = parts.iter().map(|(_, deed)| *deed).collect();
    let rows: Vec<DeedRow> = deeds::table.filter(deeds::id.eq_any(ids)).load(db)?;
    let of = |deed: DeedId| rows.iter().find(|row| row.id == deed).cloned();
    Ok(parts.into_iter().filter_map(|(event, deed)| Some((event?, of(deed)?))).collect())
}

/// The last change that a page made to the thing with this id.
pub fn last_change(db: &mut Db, subject: &str) -> Result<Option<LastChange>, StoreError> {
    let last: Option<(Option<String>, String, At)> = deeds::table
        .inner_join(terminals::table)
        .left_join(users::table.on(users::id.nullable().eq(deeds::actor_id)))
        .filter(deeds::subject.eq(subject))
        .order((deeds::done_at.desc(), deeds::id.desc()))
        .select((users::display_name.nullable(), terminals::name, deeds::done_at))
        .first(db)
        .optional()?;
    Ok(last.map(|(user, terminal, at)| LastChange { who: user.unwrap_or(terminal), at }))
}

/// Whether this is the last deed about the thing with this id.
pub fn is_last(db: &mut Db, id: DeedId, subject: &str) -> Result<bool, StoreError> {
    let last: Option<DeedId> = deeds::table
        .filter(deeds::subject.eq(subject))
        .order((deeds::done_at.desc(), deeds::id.desc()))
        .select(deeds::id)
        .first(db)
        .optional()?;
    Ok(last == Some(id))
}

/// The last entry of the ledger about an item.
pub fn last_movement(db: &mut Db, item: ItemId) -> Result<Option<LastChange>, StoreError> {
    let last: Option<(Option<String>, String, At)> = movements::table
        .inner_join(terminals::table.on(terminals::id.eq(movements::terminal_id)))
        .left_join(users::table.on(users::id.nullable().eq(movements::actor_id)))
        .filter(movements::item_id.eq(item))
        .order(movements::version.desc())
        .select((users::display_name.nullable(), terminals::name, movements::recorded_at))
        .first(db)
        .optional()?;
    Ok(last.map(|(user, terminal, at)| LastChange { who: user.unwrap_or(terminal), at }))
}

pub fn insert_part(db: &mut Db, row: &PartRow) -> Result<(), StoreError> {
    diesel::insert_into(deed_parts::table).values(row).execute(db)?;
    Ok(())
}

/// The next parts of a deed in this state, in their order.
pub fn parts_in(db: &mut Db, deed: DeedId, state: PartState, limit: i64) -> Result<Vec<PartRow>, StoreError> {
    Ok(deed_parts::table
        .filter(deed_parts::deed_id.eq(deed))
        .filter(deed_parts::state.eq(state))
        .order(deed_parts::part)
        .limit(limit)
        .load(db)?)
}

/// How many parts a deed has in each state.
pub fn part_counts(db: &mut Db, deed: DeedId) -> Result<Vec<(PartState, i64)>, StoreError> {
    Ok(deed_parts::table
        .filter(deed_parts::deed_id.eq(deed))
        .group_by(deed_parts::state)
        .select((deed_parts::state, diesel::dsl::count_star()))
        .load(db)?)
}

/// What became of the parts of a deed, in their order.
pub fn listed_parts(db: &mut Db, deed: DeedId, limit: i64) -> Result<Vec<ListedPart>, StoreError> {
    Ok(deed_parts::table
        .inner_join(items::table)
        .filter(deed_parts::deed_id.eq(deed))
        .order(deed_parts::part)
        .select((deed_parts::all_columns, items::label, items::product_code, items::size))
        .limit(limit)
        .load(db)?)
}

/// Deeds since this moment that were stopped before all of their parts were done, in the order in which they began.
pub fn unfinished(db: &mut Db, since: Timestamp) -> Result<Vec<DeedRow>, StoreError> {
    let waiting =
        deed_parts::table.filter(deed_parts::deed_id.eq(deeds::id)).filter(deed_parts::state.eq(PartState::Waiting));
    Ok(deeds::table
        .filter(deeds::done_at.ge(At(since)))
        .filter(deeds::undone_at.is_null())
        .filter(exists(waiting))
        .order((deeds::done_at, deeds::id))
        .load(db)?)
}

/// Notes what became of a part.
pub fn set_part(db: &mut Db, row: &PartRow) -> Result<(), StoreError> {
    diesel::update(deed_parts::table.find((row.deed_id, row.part)))
        .set((
            deed_parts::state.eq(row.state),
            deed_parts::event_id.eq(row.event_id),
            deed_parts::reason.eq(&row.reason),
        ))
        .execute(db)?;
    Ok(())
}

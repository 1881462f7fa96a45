//! Questions for a person: scans that cut-off terminals confirmed and that do not fit what the house knew.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::items::{self, ItemRow};
use super::ledger::MovementRow;
use super::paging::{Cursor, Page};
use super::scan_events::{self as scan_store, ScanEventRow};
use super::schema::{contradictions, movements, scan_events, terminals, users};
use super::{AnyBackend, Db, StoreError, labels, visits};
use crate::codes::Code;
use crate::domain::contradiction::{ContradictionKind, Settlement};
use crate::domain::desk::{Fields, Outcome};
use crate::domain::{EventId, HouseholdId, ItemId, MovementId, TerminalId, UserId, VisitId};

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = contradictions)]
pub struct ContradictionRow {
    pub event_id: EventId,
    pub kind: ContradictionKind,
    pub item_id: Option<ItemId>,
    /// Who else the piece may belong to.
    pub household_id: Option<HouseholdId>,
    /// What the scan says the piece is, as JSON.
    pub details: Option<String>,
    /// What the house knew of the piece when the scan came.
    pub known_movement: Option<MovementId>,
    pub opened_at: At,
    pub settled_at: Option<At>,
    pub settled_by: Option<UserId>,
    pub settled_how: Option<Settlement>,
    pub version: i32,
}

impl ContradictionRow {
    pub fn fields(&self) -> Option<Fields> {
        self.details.as_deref().and_then(|json| serde_json::from_str(json).ok())
    }
}

/// A contradiction with its scan, the terminal's name and who scanned.
#[derive(Clone, Debug, Queryable)]
pub struct Asked {
    pub row: ContradictionRow,
    pub event: ScanEventRow,
    pub terminal: String,
    pub actor: Option<String>,
}

/// What stands on both sides of a contradiction.
#[derive(Clone, Debug)]
pub struct Sides {
    pub item: Option<ItemRow>,
    /// The cards of who has the piece now, of the scan's household, and of whom else it may belong to.
    pub holder: Option<Code>,
    pub own: Option<Code>,
    pub other: Option<Code>,
    /// What the house knew when the scan came, with terminal and person.
    pub known: Option<(MovementRow, String, Option<String>)>,
    /// The card in that entry.
    pub known_card: Option<Code>,
    pub settled_by: Option<String>,
}

/// Gathers both sides.
pub fn sides(db: &mut Db, asked: &Asked) -> Result<Sides, StoreError> {
    let row = &asked.row;
    let item = match row.item_id {
        Some(id) => items::find(db, id)?,
        None => None,
    };
    let own = match scan_store::visit_of(db, &asked.event)? {
        Some(visit) => visits::find(db, visit)?.map(|visit| visit.card),
        None => None,
    };
    let known: Option<(MovementRow, String, Option<String>)> = match row.known_movement {
        Some(id) => movements::table
            .inner_join(terminals::table)
            .left_join(users::table)
            .filter(movements::id.eq(id))
            .select((movements::all_columns, terminals::name, users::display_name.nullable()))
            .first(db)
            .optional()?,
        None => None,
    };
    let settled_by = match row.settled_by {
        Some(user) => users::table.find(user).select(users::display_name).first(db).optional()?,
        None => None,
    };
    let known_household = known.as_ref().and_then(|(entry, ..)| entry.household_id);
    Ok(Sides {
        holder: card(db, item.as_ref().and_then(|item| item.household_id))?,
        own,
        other: card(db, row.household_id)?,
        known_card: card(db, known_household)?,
        item,
        known,
        settled_by,
    })
}

fn card(db: &mut Db, household: Option<HouseholdId>) -> Result<Option<Code>, StoreError> {
    match household {
        Some(household) => labels::bound_to(db, &household.to_string()),
        None => Ok(None),
    }
}

pub fn find(db: &mut Db, event: EventId) -> Result<Option<ContradictionRow>, StoreError> {
    Ok(contradictions::table.find(event).select(ContradictionRow::as_select()).first(db).optional()?)
}

/// Writes a question down, unless this scan has one already.
pub fn open(db: &mut Db, row: &ContradictionRow) -> Result<(), StoreError> {
    if find(db, row.event_id)?.is_none() {
        diesel::insert_into(contradictions::table).values(row.clone()).execute(db)?;
    }
    Ok(())
}

/// Whether a question of this kind was asked about a visit, settled or not.
pub fn is_asked_about(db: &mut Db, visit: VisitId, kind: ContradictionKind) -> Result<bool, StoreError> {
    let asked: i64 = contradictions::table
        .inner_join(scan_events::table)
        .filter(scan_events::visit_id.eq(visit))
        .filter(contradictions::kind.eq(kind))
        .count()
        .get_result(db)?;
    Ok(asked > 0)
}

/// Notes what was decided, if nobody did since `version` was read. `false` when somebody did.
pub fn settle(
    db: &mut Db,
    event: EventId,
    version: i32,
    how: Settlement,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let open = contradictions::table
        .find(event)
        .filter(contradictions::version.eq(version))
        .filter(contradictions::settled_at.is_null());
    let settled = diesel::update(open)
        .set((
            contradictions::settled_at.eq(At(now)),
            contradictions::settled_by.eq(by),
            contradictions::settled_how.eq(how),
            contradictions::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(settled == 1)
}

/// One page of the open questions, the oldest first, or of the settled ones, the latest first.
pub fn list(db: &mut Db, settled: bool, cursor: &Cursor<EventId>, size: i64) -> Result<Page<Asked>, StoreError> {
    let mut query = contradictions::table
        .inner_join(scan_events::table.inner_join(terminals::table).left_join(users::table))
        .select((
            ContradictionRow::as_select(),
            scan_events::all_columns,
            terminals::name,
            users::display_name.nullable(),
        ))
        .into_boxed::<AnyBackend>();
    query = match settled {
        true => query.filter(contradictions::settled_at.is_not_null()),
        false => query.filter(contradictions::settled_at.is_null()),
    };
    let seen = match cursor {
        Cursor::Start => None,
        Cursor::After(id) | Cursor::Before(id) => find(db, *id)?,
    };
    // Settled ones stand in the order of their settling, the open ones in the order of their opening.
    let rising = settled == cursor.is_backwards();
    let id = contradictions::event_id;
    query = match (settled, seen) {
        (false, Some(seen)) => {
            let (at, seen_at) = (contradictions::opened_at, seen.opened_at);
            match rising {
                true => query.filter(at.gt(seen_at).or(at.eq(seen_at).and(id.gt(seen.event_id)))),
                false => query.filter(at.lt(seen_at).or(at.eq(seen_at).and(id.lt(seen.event_id)))),
            }
        }
        (true, Some(ContradictionRow { settled_at: Some(seen_at), event_id, .. })) => {
            let at = contradictions::settled_at.assume_not_null();
            match rising {
                true => query.filter(at.gt(seen_at).or(at.eq(seen_at).and(id.gt(event_id)))),
                false => query.filter(at.lt(seen_at).or(at.eq(seen_at).and(id.lt(event_id)))),
            }
        }
        _ => query,
    };
    query = match (settled, rising) {
        (false, true) => query.order((contradictions::opened_at.asc(), id.asc())),
        (false, false) => query.order((contradictions::opened_at.desc(), id.desc())),
        (true, true) => query.order((contradictions::settled_at.asc(), id.asc())),
        (true, false) => query.order((contradictions::settled_at.desc(), id.desc())),
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

/// How many questions wait for a person, and how many were settled.
pub fn counts(db: &mut Db) -> Result<(i64, i64), StoreError> {
    let settled = contradictions::table.filter(contradictions::settled_at.is_not_null()).count().get_result(db)?;
    Ok((count_open(db)?, settled))
}

/// How many questions wait for a person.
pub fn count_open(db: &mut Db) -> Result<i64, StoreError> {
    Ok(contradictions::table.filter(contradictions::settled_at.is_null()).count().get_result(db)?)
}

/// The open questions about an item, the oldest first.
pub fn open_of_item(db: &mut Db, item: ItemId) -> Result<Vec<EventId>, StoreError> {
    Ok(contradictions::table
        .filter(contradictions::item_id.eq(item))
        .filter(contradictions::settled_how.is_null())
        .order(contradictions::opened_at)
        .select(contradictions::event_id)
        .load(db)?)
}

/// How many of them came from this terminal.
pub fn count_open_of(db: &mut Db, terminal: TerminalId) -> Result<i64, StoreError> {
    Ok(contradictions::table
        .inner_join(scan_events::table)
        .filter(scan_events::terminal_id.eq(terminal))
        .filter(contradictions::settled_at.is_null())
        .count()
        .get_result(db)?)
}

/// Scans with the outcome "conflict" that nobody is asked about.
pub fn missing(db: &mut Db) -> Result<Vec<EventId>, StoreError> {
    Ok(scan_events::table
        .left_join(contradictions::table)
        .filter(scan_events::outcome.eq(Outcome::Conflict))
        .filter(contradictions::event_id.nullable().is_null())
        .order(scan_events::event_id)
        .select(scan_events::event_id)
        .load(db)?)
}

//! Appending to the ledger: entry, item, label and needs list change together or not at all.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::needs::OPEN;
use super::schema::{items, labels, ledger_head, movements, needs, scan_events};
use super::{Db, StoreError};
use crate::codes::Code;
use crate::domain::catalogue::Cut;
use crate::domain::desk::{Draft, Fields, Target};
use crate::domain::household::LabelState;
use crate::domain::item::{Condition, ItemState, MovementKind};
use crate::domain::ledger::{Movement, Standing, brings_back, follows};
use crate::domain::needs::{NeedState, state_after, state_with};
use crate::domain::*;

/// How far the ledger reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub position: i64,
    pub hash: String,
}

/// One row of the ledger.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = movements)]
pub struct MovementRow {
    pub position: i64,
    pub id: MovementId,
    pub event_id: EventId,
    pub part: i32,
    pub item_id: ItemId,
    pub kind: MovementKind,
    pub from_state: Option<ItemState>,
    pub state: ItemState,
    pub quantity: i32,
    pub version: i32,
    pub household_id: Option<HouseholdId>,
    pub need_id: Option<NeedId>,
    pub location_id: Option<LocationId>,
    pub visit_id: Option<VisitId>,
    pub donation_id: Option<DonationId>,
    pub terminal_id: TerminalId,
    pub actor_id: Option<UserId>,
    pub occurred_at: At,
    pub recorded_at: At,
    pub reverses: Option<MovementId>,
    pub details: Option<String>,
    pub previous_hash: String,
    pub hash: String,
}

impl MovementRow {
    pub fn movement(&self) -> Movement {
        Movement {
            position: self.position,
            id: self.id,
            event_id: self.event_id,
            part: self.part,
            item_id: self.item_id,
            kind: self.kind,
            from_state: self.from_state,
            after: self.standing(),
            visit_id: self.visit_id,
            donation_id: self.donation_id,
            terminal_id: self.terminal_id,
            actor_id: self.actor_id,
            occurred_at: self.occurred_at.0,
            recorded_at: self.recorded_at.0,
            reverses: self.reverses,
            details: self.details.clone(),
        }
    }

    pub fn standing(&self) -> Standing {
        Standing {
            state: self.state,
            quantity: self.quantity,
            version: self.version,
            household: self.household_id,
            need: self.need_id,
            location: self.location_id,
        }
    }

    fn new(movement: Movement, previous_hash: String) -> MovementRow {
        let hash = movement.hash(&previous_hash);
        MovementRow {
            position: movement.position,
            id: movement.id,
            event_id: movement.event_id,
            part: movement.part,
            item_id: movement.item_id,
            kind: movement.kind,
            from_state: movement.from_state,
            state: movement.after.state,
            quantity: movement.after.quantity,
            version: movement.after.version,
            household_id: movement.after.household,
            need_id: movement.after.need,
            location_id: movement.after.location,
            visit_id: movement.visit_id,
            donation_id: movement.donation_id,
            terminal_id: movement.terminal_id,
            actor_id: movement.actor_id,
            occurred_at: At(movement.occurred_at),
            recorded_at: At(movement.recorded_at),
            reverses: movement.reverses,
            details: movement.details,
            previous_hash,
            hash,
        }
    }
}

/// Who appends and when.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    pub terminal: TerminalId,
    pub actor: Option<UserId>,
    pub occurred_at: Timestamp,
    pub recorded_at: Timestamp,
}

/// Takes the ledger for this transaction. Whatever is read after this is not changed by anybody else before the commit.
pub fn lock(db: &mut Db) -> Result<Head, StoreError> {
    let (position, hash) = match db {
        Db::Postgres(connection) => {
            ledger_head::table.select((ledger_head::position, ledger_head::hash)).for_update().first(connection)?
        }
        Db::Sqlite(connection) => {
            ledger_head::table.select((ledger_head::position, ledger_head::hash)).first(connection)?
        }
    };
    Ok(Head { position, hash })
}

/// Appends the drafts in their order and moves the head.
///
/// # Errors
/// [`StoreError::Content`] when a draft does not follow on what the ledger says, which no rule may produce.
pub fn append(db: &mut Db, mut head: Head, drafts: &[Draft], occasion: Occasion) -> Result<Head, StoreError> {
    for draft in drafts {
        head = append_one(db, head, draft, occasion)?;
    }
    if !drafts.is_empty() {
        diesel::update(ledger_head::table)
            .set((ledger_head::position.eq(head.position), ledger_head::hash.eq(&head.hash)))
            .execute(db)?;
    }
    Ok(head)
}

fn append_one(db: &mut Db, head: Head, draft: &Draft, occasion: Occasion) -> Result<Head, StoreError> {
    let item = match draft.target {
        Target::Item(item) | Target::New { item, .. } | Target::PieceOf { item, .. } => item,
    };
    let before = standing(db, item)?;
    let donation = match &draft.details {
        Some(fields) => fields.donation,
        None => items::table.find(item).select(items::donation_id).first(db).optional()?.flatten(),
    };
    let part = movements::table.filter(movements::event_id.eq(draft.event_id)).count().get_result::<i64>(db)? as i32;
    let movement = Movement {
        position: head.position + 1,
        id: MovementId(draft.event_id.child(part)),
        event_id: draft.event_id,
        part,
        item_id: item,
        kind: draft.kind,
        from_state: before.as_ref().map(|standing| standing.state),
        after: draft.after.clone(),
        visit_id: draft.visit,
        donation_id: donation,
        terminal_id: occasion.terminal,
        actor_id: occasion.actor,
        occurred_at: to_microsecond(occasion.occurred_at),
        recorded_at: to_microsecond(occasion.recorded_at),
        reverses: draft.reverses,
        details: draft.details.as_ref().map(serde_json::to_string).transpose().map_err(content)?,
    };
    follows(before.as_ref(), &movement).map_err(content)?;
    if movement.kind == MovementKind::Reversal {
        let reversed = match movement.reverses {
            Some(reversed) => find(db, reversed)?.filter(|reversed| reversed.item_id == item),
            None => None,
        };
        let reversed = reversed.ok_or_else(|| content("a reversal must name an entry of the same item"))?;
        if !brings_back(standing_before(db, &reversed)?.as_ref(), &movement.after) {
            return Err(content(format!("a reversal must bring back what was before entry {}", reversed.id)));
        }
    }
    write_item(db, draft, item, occasion)?;
    tick(db, before.as_ref(), &draft.after, movement.recorded_at)?;
    super::reservations::follow(db, item, before.as_ref(), &draft.after, occasion)?;
    let row = MovementRow::new(movement, head.hash);
    diesel::insert_into(movements::table).values(&row).execute(db)?;
    Ok(Head { position: row.position, hash: row.hash })
}

fn content(error: impl std::fmt::Display) -> StoreError {
    StoreError::Content(error.to_string())
}

/// Both databases keep microseconds, so the hash must not see more.
fn to_microsecond(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).expect("a moment stays a moment when it loses nanoseconds")
}

/// The item's standing as its row says, or `None` when there is no such item.
pub fn standing(db: &mut Db, item: ItemId) -> Result<Option<Standing>, StoreError> {
    Ok(super::items::find(db, item)?.map(|row| row.standing()))
}

#[derive(Insertable)]
#[diesel(table_name = items)]
struct NewItem {
    id: ItemId,
    label: Option<Code>,
    product_code: catalogue::ProductCode,
    cut: Option<Cut>,
    size: Option<String>,
    item_condition: Condition,
    donation_id: Option<DonationId>,
    split_from: Option<ItemId>,
    state: ItemState,
    quantity: i32,
    version: i32,
    household_id: Option<HouseholdId>,
    need_id: Option<NeedId>,
    location_id: Option<LocationId>,
    visit_id: Option<VisitId>,
    created_at: At,
    moved_at: At,
}

fn write_item(db: &mut Db, draft: &Draft, item: ItemId, occasion: Occasion) -> Result<(), StoreError> {
    let at = At(occasion.occurred_at);
    let (label, split_from) = match draft.target {
        Target::Item(_) => return update_item(db, draft, item, at),
        Target::New { label, .. } => (Some(label), None),
        Target::PieceOf { lot, .. } => (None, Some(lot)),
    };
    let fields = draft.details.as_ref().ok_or_else(|| content("a new item needs its product"))?;
    let product_code = fields.product.clone().ok_or_else(|| content("a new item needs its product"))?;
    let after = &draft.after;
    diesel::insert_into(items::table)
        .values(NewItem {
            id: item,
            label,
            product_code,
            cut: fields.cut,
            size: fields.size.clone(),
            item_condition: fields.condition.unwrap_or(Condition::Good),
            donation_id: fields.donation,
            split_from,
            state: after.state,
            quantity: after.quantity,
            version: after.version,
            household_id: after.household,
            need_id: after.need,
            location_id: after.location,
            visit_id: draft.visit,
            created_at: at,
            moved_at: at,
        })
        .execute(db)?;
    if let Some(code) = label {
        let bound = diesel::update(labels::table.find(code).filter(labels::state.eq(LabelState::Blank)))
            .set((labels::state.eq(LabelState::Bound), labels::subject.eq(item.to_string())))
            .execute(db)?;
        if bound != 1 {
            return Err(content(format!("label {code} was not blank any more")));
        }
    }
    Ok(())
}

fn update_item(db: &mut Db, draft: &Draft, item: ItemId, at: At) -> Result<(), StoreError> {
    let after = &draft.after;
    // A piece belongs to a visit while it is out; one that a reversal sends out again belongs to the visit of before.
    let visit = match (after.state, draft.reverses) {
        (ItemState::HandedOut, Some(reversed)) => visit_before(db, item, reversed)?,
        (ItemState::HandedOut, None) => draft.visit,
        _ => None,
    };
    diesel::update(items::table.find(item))
        .set((
            items::state.eq(after.state),
            items::quantity.eq(after.quantity),
            items::version.eq(after.version),
            items::household_id.eq(after.household),
            items::need_id.eq(after.need),
            items::location_id.eq(after.location),
            items::visit_id.eq(visit),
            items::moved_at.eq(at),
        ))
        .execute(db)?;
    if let Some(Fields { product: Some(product), cut, size, condition, donation, .. }) = &draft.details {
        diesel::update(items::table.find(item))
            .set((
                items::product_code.eq(product),
                items::cut.eq(cut),
                items::size.eq(size),
                items::item_condition.eq(condition.unwrap_or(Condition::Good)),
                items::donation_id.eq(donation),
            ))
            .execute(db)?;
        super::value_lines::leave_others(db, item, *donation)?;
    }
    Ok(())
}

fn visit_before(db: &mut Db, item: ItemId, reversed: MovementId) -> Result<Option<VisitId>, StoreError> {
    let version: i32 = movements::table.filter(movements::id.eq(reversed)).select(movements::version).first(db)?;
    Ok(movements::table
        .filter(movements::item_id.eq(item))
        .filter(movements::version.eq(version - 1))
        .select(movements::visit_id)
        .first(db)
        .optional()?
        .flatten())
}

/// Brings the lines of needs lists up to date that an item met or was laid aside for, before or after its entry.
fn tick(db: &mut Db, before: Option<&Standing>, after: &Standing, now: Timestamp) -> Result<(), StoreError> {
    let meant = |standing: &Standing| {
        let counts = matches!(standing.state, ItemState::HandedOut | ItemState::Reserved);
        standing.need.filter(|_| counts)
    };
    let lines = [before.and_then(meant), meant(after)];
    let pieces = |standing: Option<&Standing>, line: NeedId| {
        let fulfils = standing.and_then(Standing::fulfils).filter(|(need, _)| *need == line);
        fulfils.map_or(0, |(_, pieces)| pieces)
    };
    for (at, line) in lines.iter().enumerate().filter_map(|(at, line)| Some((at, (*line)?))) {
        if at == 1 && lines[0] == Some(line) {
            continue;
        }
        type Line = (HouseholdId, NeedState, i32, i32, Option<At>, Option<i32>, Option<At>);
        let (household, before_state, wanted, got, met, months, due): Line = needs::table
            .find(line)
            .select((
                needs::household_id,
                needs::state,
                needs::wanted,
                needs::got,
                needs::met_at,
                needs::renew_months,
                needs::renew_at,
            ))
            .first(db)?;
        let state = before_state;
        let got = got + pieces(Some(after), line) - pieces(before, line);
        // Only a line that nothing was handed out for asks whether something lies ready.
        let aside = match state_after(state, wanted, got) {
            NeedState::Open | NeedState::Reserved => super::items::laid_aside(db, household, line)?,
            _ => 0,
        };
        let state = state_with(state, wanted, got, aside);
        let met = (state == NeedState::Fulfilled).then(|| met.unwrap_or(At(now)));
        // Once it was answered whether a met line is needed again, no later piece asks anew.
        let renew = match (before_state, state) {
            (NeedState::Fulfilled, NeedState::Fulfilled) => due,
            _ => met.zip(months).and_then(|(met, months)| months_after(met, months)),
        };
        diesel::update(needs::table.find(line))
            .set((needs::got.eq(got), needs::state.eq(state), needs::met_at.eq(met), needs::renew_at.eq(renew)))
            .execute(db)?;
        if OPEN.contains(&before_state) != OPEN.contains(&state) {
            super::needs::keep_waits(db, household)?;
        }
    }
    Ok(())
}

/// So many months after a moment; days are what counts here, so UTC does.
fn months_after(at: At, months: i32) -> Option<At> {
    let later = at.0.to_zoned(jiff::tz::TimeZone::UTC).checked_add(jiff::Span::new().months(months)).ok()?;
    Some(At(later.timestamp()))
}

/// The entries of one item, oldest first.
pub fn of_item(db: &mut Db, item: ItemId) -> Result<Vec<MovementRow>, StoreError> {
    Ok(movements::table.filter(movements::item_id.eq(item)).order(movements::position).load(db)?)
}

/// The last entry of one item.
pub fn last_of_item(db: &mut Db, item: ItemId) -> Result<Option<MovementId>, StoreError> {
    Ok(movements::table
        .filter(movements::item_id.eq(item))
        .order(movements::version.desc())
        .select(movements::id)
        .first(db)
        .optional()?)
}

/// The entries of one event, in their order.
pub fn of_event(db: &mut Db, event: EventId) -> Result<Vec<MovementRow>, StoreError> {
    Ok(movements::table.filter(movements::event_id.eq(event)).order(movements::part).load(db)?)
}

/// The entries of one visit, newest first: what was handed out in it and what was taken back.
pub fn of_visit(db: &mut Db, visit: VisitId) -> Result<Vec<MovementRow>, StoreError> {
    Ok(movements::table.filter(movements::visit_id.eq(visit)).order(movements::position.desc()).load(db)?)
}

/// Entries after a position, oldest first, at most `limit`: the whole ledger in pages.
pub fn after(db: &mut Db, position: i64, limit: i64) -> Result<Vec<MovementRow>, StoreError> {
    Ok(movements::table.filter(movements::position.gt(position)).order(movements::position).limit(limit).load(db)?)
}

/// The head as stored, without taking the ledger.
pub fn head(db: &mut Db) -> Result<Head, StoreError> {
    let (position, hash) = ledger_head::table.select((ledger_head::position, ledger_head::hash)).first(db)?;
    Ok(Head { position, hash })
}

/// The last entry of a scan at this terminal that is neither a reversal nor reversed. What was booked on a page, such as a
/// stocktake, is no scan.
pub fn last_undoable(db: &mut Db, terminal: TerminalId) -> Result<Option<MovementRow>, StoreError> {
    let undone = diesel::alias!(movements as undone);
    Ok(movements::table
        .filter(movements::terminal_id.eq(terminal))
        .filter(diesel::dsl::exists(scan_events::table.filter(scan_events::event_id.eq(movements::event_id))))
        .filter(movements::kind.ne(MovementKind::Reversal))
        .filter(diesel::dsl::not(diesel::dsl::exists(
            undone.filter(undone.field(movements::reverses).eq(movements::id.nullable())),
        )))
        .order(movements::position.desc())
        .first(db)
        .optional()?)
}

/// Whether nothing happened to the item since this entry's event that still counts: later entries were all taken back, or
/// are `among` those that are to be taken back with it.
pub fn is_last_of_item(db: &mut Db, entry: &MovementRow, among: &[MovementRow]) -> Result<bool, StoreError> {
    let same = among.iter().filter(|other| other.item_id == entry.item_id).map(|other| other.id);
    let undone = diesel::alias!(movements as undone);
    let later: i64 = movements::table
        .filter(movements::item_id.eq(entry.item_id))
        .filter(movements::version.gt(entry.version))
        // What its own event did afterwards is taken back with it.
        .filter(movements::event_id.ne(entry.event_id))
        .filter(movements::id.ne_all(same))
        .filter(movements::kind.ne(MovementKind::Reversal))
        .filter(diesel::dsl::not(diesel::dsl::exists(
            undone.filter(undone.field(movements::reverses).eq(movements::id.nullable())),
        )))
        .count()
        .get_result(db)?;
    Ok(later == 0)
}

/// Whether this entry was taken back.
pub fn is_reversed(db: &mut Db, entry: MovementId) -> Result<bool, StoreError> {
    Ok(movements::table.filter(movements::reverses.eq(entry)).count().get_result::<i64>(db)? > 0)
}

/// The item's standing before this entry.
pub fn standing_before(db: &mut Db, entry: &MovementRow) -> Result<Option<Standing>, StoreError> {
    let before: Option<MovementRow> = movements::table
        .filter(movements::item_id.eq(entry.item_id))
        .filter(movements::version.eq(entry.version - 1))
        .first(db)
        .optional()?;
    Ok(before.map(|row| row.standing()))
}

/// What the item was before this entry, when the entry says something else and the item was there before.
pub fn fields_before(db: &mut Db, entry: &MovementRow) -> Result<Option<Fields>, StoreError> {
    if entry.details.is_none() {
        return Ok(None);
    }
    let before: Option<Option<String>> = movements::table
        .filter(movements::item_id.eq(entry.item_id))
        .filter(movements::version.lt(entry.version))
        .filter(movements::details.is_not_null())
        .order(movements::version.desc())
        .select(movements::details)
        .first(db)
        .optional()?;
    before.flatten().map(|json| serde_json::from_str(&json).map_err(content)).transpose()
}

/// The entry with this id.
pub fn find(db: &mut Db, id: MovementId) -> Result<Option<MovementRow>, StoreError> {
    Ok(movements::table.filter(movements::id.eq(id)).first(db).optional()?)
}

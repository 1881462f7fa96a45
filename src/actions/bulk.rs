//! The same for many items: moved, in another condition, to care, missing, out. Each item is decided for itself; what
//! changed meanwhile or does not allow it stays as it is, and the deed says so.

use std::sync::Arc;

use super::deeds::{self, Doing, json};
use super::house::hashed;
use super::reservations::keep_as_usual;
use super::{ActionError, Actor, House, edit_item};
use crate::domain::deed::{Change, PartState, Undoing};
use crate::domain::desk::{Draft, Target, state_name};
use crate::domain::item::{Disposal, ItemState, ItemStep};
use crate::domain::rights::Right;
use crate::domain::{DeedId, EventId, ItemId};
use crate::store::deeds::{self as store, PartRow};
use crate::store::items::{self, ItemFilter};
use crate::store::paging::Cursor;
use crate::store::{Db, StoreError, desk_facts, ledger, users};
use crate::texts::{Message, say};

/// As many items as one deed may change.
pub const MOST_ITEMS: usize = 1000;
/// As many as one transaction changes: a desk that scans meanwhile waits only that long.
const CHUNK: i64 = 20;

/// Which items are meant.
#[derive(Clone, Debug)]
pub enum Meant {
    /// These, each with the version in which it was seen.
    These(Vec<(ItemId, i32)>),
    /// All that the list showed, by the [`fingerprint`] that it had then.
    All { filter: Box<ItemFilter>, seen: String },
}

/// Notes what is to be done to which items; nothing is changed yet. `id` comes from the form: sent twice, it is one deed.
///
/// # Errors
/// Without the right; for no items or more than [`MOST_ITEMS`]; for an unknown place; or when anything in the list is
/// another since it was shown.
pub fn begin(
    house: &Arc<House>,
    actor: &Actor,
    id: DeedId,
    change: Change,
    meant: Meant,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditItems)?;
    if let Meant::These(items) = &meant
        && items.is_empty()
    {
        return Err(ActionError::Refused(say::error_bulk_none()));
    }
    let (doing, by) = (Doing { id, ..Doing::by(house, actor) }, actor.clone());
    house.store().write(move |db| {
        if let Some(known) = store::find(db, id)? {
            return if deeds::is_of(&known, &by) { Ok(id) } else { Err(ActionError::NotFound) };
        }
        if let Change::Move { to } = change
            && !desk_facts::location_exists(db, to)?
        {
            return Err(ActionError::field("to", say::error_location_unknown()));
        }
        let items = match &meant {
            Meant::These(items) => items.clone(),
            Meant::All { filter, seen } => {
                let found = matching(db, filter)?;
                let found = found.ok_or_else(|| ActionError::Refused(say::error_bulk_too_many(MOST_ITEMS)))?;
                if digest(&found) != *seen {
                    return Err(ActionError::Refused(say::error_bulk_list_changed(found.len())));
                }
                found
            }
        };
        if items.len() > MOST_ITEMS {
            return Err(ActionError::Refused(say::error_bulk_too_many(MOST_ITEMS)));
        }
        let said = say::bulk_done(items.len(), what_was_done(&change));
        doing.note(db, &said, id, Some(&Undoing::Parts { change: change.clone() }))?;
        for (part, (item, version)) in items.into_iter().enumerate() {
            if items::find(db, item)?.is_none() {
                return Err(ActionError::NotFound);
            }
            let row = PartRow {
                deed_id: id,
                part: part as i32,
                item_id: item,
                version,
                state: PartState::Waiting,
                event_id: None,
                reason: None,
            };
            store::insert_part(db, &row)?;
        }
        Ok(id)
    })
}

/// All items that the filter finds, each with its version; `None` when one deed may not change so many.
fn matching(db: &mut Db, filter: &ItemFilter) -> Result<Option<Vec<(ItemId, i32)>>, StoreError> {
    let found = items::list(db, filter, &Cursor::Start, MOST_ITEMS as i64)?;
    Ok((!found.has_next).then(|| found.rows.iter().map(|item| (item.id, item.version)).collect()))
}

fn digest(found: &[(ItemId, i32)]) -> String {
    hashed(&found.iter().map(|(id, version)| format!("{id}:{version} ")).collect::<String>())
}

/// What the filter finds now and how it stands, in one word for a form; `None` when one deed may not change so many.
///
/// # Errors
/// When the database cannot be read.
pub fn fingerprint(db: &mut Db, filter: &ItemFilter) -> Result<Option<String>, StoreError> {
    Ok(matching(db, filter)?.map(|found| digest(&found)))
}

/// What was done, as a page says it behind the number of items.
fn what_was_done(change: &Change) -> Message {
    match change {
        Change::Move { .. } => say::bulk_did_move(),
        Change::Condition { .. } => say::bulk_did_condition(),
        Change::Step { step: ItemStep::ToCare, .. } => say::bulk_did_care(),
        Change::Step { step: ItemStep::Restock, .. } => say::bulk_did_restock(),
        Change::Step { step: ItemStep::Missing, .. } => say::bulk_did_missing(),
        Change::Step { step: ItemStep::Discard, disposal: Some(Disposal::Recycled) } => say::values_bulk_did_recycle(),
        Change::Step { step: ItemStep::Discard, disposal: Some(Disposal::Sold) } => say::values_bulk_did_sell(),
        Change::Step { step: ItemStep::Discard, .. } => say::bulk_did_discard(),
        Change::Step { step: ItemStep::Void, .. } => say::bulk_did_void(),
    }
}

/// Why an item in this state cannot take the step.
fn unfit(step: ItemStep, state: ItemState) -> Message {
    let (_, to) = step.leads_to();
    match to {
        ItemState::InStock if state == to => say::bulk_is_in_stock(),
        ItemState::InCare if state == to => say::bulk_is_in_care(),
        ItemState::Missing if state == to => say::bulk_is_missing(),
        ItemState::Discarded if state == to => say::bulk_is_discarded(),
        ItemState::Void if state == to => say::bulk_is_void(),
        _ => say::bulk_not_so(state_name(state)),
    }
}

/// Does the next few items of a deed. Gives how many still wait.
///
/// # Errors
/// Without the right, or for a deed of somebody else.
pub fn step(house: &Arc<House>, actor: &Actor, id: DeedId) -> Result<i64, ActionError> {
    actor.must(Right::EditItems)?;
    let (in_house, doing, by) = (Arc::clone(house), Doing::by(house, actor), actor.clone());
    house.store().write(move |db| {
        let mut head = ledger::lock(db)?;
        let deed = store::find(db, id)?.filter(|deed| deeds::is_of(deed, &by)).ok_or(ActionError::NotFound)?;
        let Some(Undoing::Parts { change }) = deeds::undoing(&deed) else { return Ok(0) };
        for mut part in store::parts_in(db, id, PartState::Waiting, CHUNK)? {
            match decide(db, &in_house, &part, &change)? {
                Ok(draft) => {
                    part.event_id = Some(draft.event_id);
                    part.state = PartState::Done;
                    head = ledger::append(db, head, &[draft], doing.occasion())?;
                }
                Err(reason) => {
                    part.reason = Some(json(&reason)?);
                    part.state = PartState::Refused;
                }
            }
            store::set_part(db, &part)?;
        }
        waiting(db, id)
    })
}

/// Goes on with what was stopped together with the server, for the people who began it, as long as they may. What is older
/// than a day waits for its page's button: nobody expects it any more.
///
/// # Errors
/// When the database cannot be read. A deed that fails waits, and the next one goes on.
pub fn resume(house: &Arc<House>) -> Result<(), ActionError> {
    let since = house.now() - deeds::BULK_SPAN;
    let unfinished = house.store().read(|db| {
        let mut with_people = Vec::new();
        for deed in store::unfinished(db, since)? {
            if let Some(id) = deed.actor_id
                && let Some(person) = users::find(db, id)?.filter(|person| person.active)
            {
                with_people.push((deed, person));
            }
        }
        Ok::<_, StoreError>(with_people)
    })?;
    for (deed, person) in unfinished {
        let actor = Actor::person(person.id, person.display_name, person.role, deed.terminal_id, person.lang);
        let gone_on = loop {
            match step(house, &actor, deed.id) {
                Ok(0) => break Ok(()),
                Ok(_) => {}
                Err(error) => break Err(error),
            }
        };
        match gone_on {
            Ok(()) => tracing::info!(deed = %deed.id, "a deed for many items that was stopped is done"),
            Err(error) => tracing::error!(deed = %deed.id, %error, "a deed for many items cannot go on"),
        }
    }
    Ok(())
}

fn waiting(db: &mut Db, id: DeedId) -> Result<i64, ActionError> {
    let counts = store::part_counts(db, id)?;
    Ok(counts.iter().filter(|(state, _)| *state == PartState::Waiting).map(|(_, count)| count).sum())
}

/// The entry for one item, or why there is none.
fn decide(db: &mut Db, house: &House, part: &PartRow, change: &Change) -> Result<Result<Draft, Message>, ActionError> {
    let item = items::find(db, part.item_id)?.ok_or(ActionError::NotFound)?;
    if item.version != part.version {
        let last = store::last_movement(db, item.id)?;
        return Ok(Err(last.map_or_else(say::error_changed, |last| deeds::changed_by(house, &last))));
    }
    let booked = match change {
        Change::Move { to } if item.location_id == Some(*to) => Err(ActionError::Refused(say::bulk_is_there())),
        Change::Move { .. } if !item.state.is_here() => {
            Err(ActionError::Refused(say::bulk_not_so(state_name(item.state))))
        }
        Change::Move { to } => edit_item::moved(db, &item, *to),
        Change::Condition { to } if item.item_condition == *to => Err(ActionError::Refused(say::bulk_is_so())),
        Change::Condition { to } => edit_item::in_condition(&item, *to),
        Change::Step { step, .. } if !step.fits(item.state) => Err(ActionError::Refused(unfit(*step, item.state))),
        Change::Step { step, disposal } => edit_item::stepped(db, &item, *step, *disposal),
    };
    match booked {
        Ok(booked) => {
            let visit = item.visit_id.filter(|_| booked.after.state == ItemState::HandedOut);
            Ok(Ok(Draft {
                event_id: EventId(house.uuid()),
                target: Target::Item(item.id),
                kind: booked.kind,
                after: booked.after,
                visit,
                reverses: None,
                details: booked.details,
            }))
        }
        Err(ActionError::Refused(reason) | ActionError::Field { message: reason, .. }) => Ok(Err(reason)),
        Err(other) => Err(other),
    }
}

/// Takes back the next few items of a deed; what happened to an item since makes it stay. What still waited is not done
/// any more. Gives how many there are still to take back.
///
/// # Errors
/// Without the right, for a deed of somebody else, or when its time is over.
pub fn undo_step(house: &Arc<House>, actor: &Actor, id: DeedId) -> Result<i64, ActionError> {
    actor.must(Right::EditItems)?;
    let (in_house, doing, by) = (Arc::clone(house), Doing::by(house, actor), actor.clone());
    house.store().write(move |db| {
        let mut head = ledger::lock(db)?;
        let deed = store::find(db, id)?.filter(|deed| deeds::is_of(deed, &by)).ok_or(ActionError::NotFound)?;
        if deed.undone_at.is_some() {
            return Ok(0);
        }
        if doing.now.duration_since(deed.done_at.0) > deeds::BULK_SPAN {
            return Err(ActionError::Refused(say::error_undo_too_late()));
        }
        for mut part in store::parts_in(db, id, PartState::Waiting, i64::MAX)? {
            part.state = PartState::Refused;
            part.reason = Some(json(&say::bulk_stopped())?);
            store::set_part(db, &part)?;
        }
        let parts = store::parts_in(db, id, PartState::Done, CHUNK)?;
        for mut part in parts {
            let Some(event) = part.event_id else { continue };
            let entries = ledger::of_event(db, event)?;
            let undoable = desk_facts::undoable_entries(db, &entries, &in_house.catalogue(), in_house.zone())?;
            let already = match entries.first() {
                Some(entry) => ledger::is_reversed(db, entry.id)?,
                None => true,
            };
            if already {
                part.state = PartState::Undone;
            } else if undoable.iter().any(|entry| !entry.is_last) {
                let last = store::last_movement(db, part.item_id)?;
                let reason = last.map_or_else(say::error_undo_changed, |last| deeds::changed_by(&in_house, &last));
                part.state = PartState::Refused;
                part.reason = Some(json(&reason)?);
            } else {
                let back = crate::domain::desk::reversals(EventId(event.child(-3)), &undoable);
                head = ledger::append(db, head, &back, doing.occasion())?;
                keep_as_usual(db, &in_house, &back, doing.now)?;
                part.state = PartState::Undone;
            }
            store::set_part(db, &part)?;
        }
        let left = store::part_counts(db, id)?;
        let left = left.iter().filter(|(state, _)| *state == PartState::Done).map(|(_, count)| *count).sum();
        if left == 0 {
            store::set_undone(db, id, doing.now)?;
        }
        Ok(left)
    })
}

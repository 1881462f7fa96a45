//! What was booked here lately, so that it can be taken back.

use std::collections::HashMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::world::World;
use crate::domain::desk::{Draft, Fields, Target, UNDO_SPAN, Undoable, UndoableEntry};
use crate::domain::item::MovementKind;
use crate::domain::ledger::Standing;
use crate::domain::{EventId, ItemId, MovementId, VisitId};

/// Entries of the ledger, as the server will number them.
#[derive(Default)]
pub struct Log {
    entries: Vec<Entry>,
}

struct Entry {
    event: EventId,
    at: Timestamp,
    reversed: bool,
    /// `None`: the server booked something, and what it was is not known here.
    what: Option<Booked>,
}

struct Booked {
    movement: MovementId,
    item: ItemId,
    kind: MovementKind,
    visit: Option<VisitId>,
    version: i32,
    before: Option<Standing>,
    fields_before: Option<Fields>,
    out_before: (Option<VisitId>, Option<Date>),
}

impl Log {
    /// Books a draft in the world and remembers it.
    pub fn add(&mut self, world: &mut World, draft: &Draft, at: Timestamp) {
        let item = match draft.target {
            Target::Item(item) | Target::New { item, .. } | Target::PieceOf { item, .. } => item,
        };
        let known = world.known_item(item);
        let before = known.map(|item| item.standing.clone());
        let out_before = known.map_or((None, None), |item| (item.last_visit, item.handed_out_on));
        let fields_before = known.filter(|_| draft.details.is_some()).map(|item| Fields {
            product: Some(item.product.clone()),
            cut: item.cut,
            size: item.size.clone(),
            condition: Some(item.condition),
            donation: item.donation,
            location: None,
            disposal: None,
        });
        let reversed = draft.reverses.and_then(|reversed| self.booked_mut(reversed));
        let out = reversed.map(|entry| {
            entry.reversed = true;
            entry.what.as_ref().map_or((None, None), |what| what.out_before)
        });
        world.apply(draft, at, out);
        let part = self.entries.iter().filter(|entry| entry.event == draft.event_id).count() as i32;
        let what = Booked {
            movement: MovementId(draft.event_id.child(part)),
            item,
            kind: draft.kind,
            visit: draft.visit,
            version: draft.after.version,
            before,
            fields_before,
            out_before,
        };
        self.entries.retain(|entry| at.duration_since(entry.at) <= 2 * UNDO_SPAN);
        self.entries.push(Entry { event: draft.event_id, at, reversed: false, what: Some(what) });
    }

    /// The server booked something that is not understood here.
    pub fn unknown(&mut self, event: EventId, at: Timestamp) {
        self.entries.push(Entry { event, at, reversed: false, what: None });
    }

    pub fn last_is_unknown(&self) -> bool {
        self.last().is_some_and(|entry| entry.what.is_none())
    }

    pub fn forget_unknown(&mut self) {
        if let Some(last) = self.last().map(|entry| entry.event) {
            self.forget(last);
        }
    }

    pub fn forget(&mut self, event: EventId) {
        self.entries.retain(|entry| entry.event != event);
    }

    pub fn shift(&mut self, by: SignedDuration) {
        for entry in &mut self.entries {
            entry.at = entry.at.checked_add(by).unwrap_or(entry.at);
        }
    }

    /// Every entry of the last event that can be taken back.
    pub fn undoable(&self, world: &World) -> Option<Undoable> {
        let last = self.last()?;
        let of_event = self.entries.iter().filter(|entry| entry.event == last.event);
        let entries = of_event.filter_map(|entry| {
            let booked = entry.what.as_ref().filter(|what| what.kind != MovementKind::Reversal)?;
            Some(UndoableEntry {
                movement: booked.movement,
                kind: booked.kind,
                visit: booked.visit,
                item: world.item(booked.item, None)?,
                before: booked.before.clone(),
                fields_before: booked.fields_before.clone(),
                is_last: self.is_last(world, entry.event, booked),
            })
        });
        Some(Undoable { occurred_at: last.at, entries: entries.collect() })
    }

    fn last(&self) -> Option<&Entry> {
        let counts = |entry: &&Entry| {
            !entry.reversed && entry.what.as_ref().is_none_or(|what| what.kind != MovementKind::Reversal)
        };
        self.entries.iter().rev().find(counts)
    }

    /// Whether nothing happened to the item since this event, here or, as a newer snapshot may say, elsewhere.
    fn is_last(&self, world: &World, event: EventId, booked: &Booked) -> bool {
        let mut newest: HashMap<ItemId, i32> = HashMap::new();
        for (entry, what) in self.entries.iter().filter_map(|entry| Some((entry, entry.what.as_ref()?))) {
            let version = newest.entry(what.item).or_default();
            *version = what.version.max(*version);
            let later = entry.event != event && what.item == booked.item && what.version > booked.version;
            if later && !entry.reversed && what.kind != MovementKind::Reversal {
                return false;
            }
        }
        world.known_item(booked.item).map(|item| item.standing.version) <= newest.get(&booked.item).copied()
    }

    fn booked_mut(&mut self, movement: MovementId) -> Option<&mut Entry> {
        let is_it = |entry: &&mut Entry| entry.what.as_ref().is_some_and(|what| what.movement == movement);
        self.entries.iter_mut().find(is_it)
    }
}

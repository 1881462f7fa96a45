//! Taking back: the terminal's last booking, with every entry it made.

use std::collections::BTreeMap;

use super::*;
use crate::domain::item::ItemState;

/// What can be taken back: every entry of the terminal's last event that is not taken back yet.
#[derive(Clone, Debug)]
pub struct Undoable {
    pub occurred_at: Timestamp,
    /// In the order in which they were booked.
    pub entries: Vec<UndoableEntry>,
}

#[derive(Clone, Debug)]
pub struct UndoableEntry {
    pub movement: MovementId,
    pub kind: MovementKind,
    pub visit: Option<VisitId>,
    pub item: Item,
    /// The item's standing before the entry; `None` when it began with it.
    pub before: Option<Standing>,
    /// What the item was before the entry, when the entry said something else.
    pub fields_before: Option<Fields>,
    /// Whether nothing happened to the item since this event.
    pub is_last: bool,
}

impl Undoable {
    /// Pieces that these entries gave out and that are still out.
    pub(super) fn pieces_out(&self) -> i32 {
        let gives = |kind| matches!(kind, MovementKind::HandOut | MovementKind::Rebook | MovementKind::Split);
        let given = self.entries.iter().filter(|entry| gives(entry.kind));
        given
            .filter(|entry| entry.item.standing.state == ItemState::HandedOut)
            .map(|entry| entry.item.standing.quantity)
            .sum()
    }
}

/// Takes the terminal's last booking back, with every entry it made.
pub(super) fn undo(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    let span = |at: Timestamp| scan.moment().duration_since(at) > UNDO_SPAN;
    let undoable = match &facts.undoable {
        Some(undoable) if !undoable.entries.is_empty() && !span(undoable.occurred_at) => undoable,
        _ => return Decision::only(desk.clone(), Verdict::again(say::verdict_nothing_to_undo())),
    };
    // Each kind of booking is taken back where it is made: one undo too many at the handout must not void a piece that came
    // in minutes ago.
    if !is_made_at(undoable.entries.iter().map(|entry| entry.kind), scan.mode) {
        return Decision::only(desk.clone(), Verdict::again(say::verdict_nothing_to_undo_here()));
    }
    // While a card is on the desk only its own pieces come back: those of the household before have left the house.
    let visit = undoable.entries.iter().find_map(|entry| entry.visit);
    if desk.visit.as_ref().is_some_and(|open| visit.is_some_and(|visit| visit != open.id)) {
        return Decision::only(desk.clone(), Verdict::again(say::verdict_nothing_to_undo_in_visit()));
    }
    if let Some(changed) = undoable.entries.iter().find(|entry| !entry.is_last) {
        let headline = say::verdict_changed_meanwhile(changed.item.name());
        return Decision::only(desk.clone(), Verdict::refused(headline).with_detail(say::verdict_ask_coordinator()));
    }
    let drafts = reversals(scan.event_id, &undoable.entries);
    let mut verdict = Verdict::applied(say::verdict_undone(undoable.entries[0].item.name()));
    if let Some(open) = desk.visit.as_mut().filter(|open| Some(open.id) == visit) {
        open.pieces = (open.pieces - undoable.pieces_out()).max(0);
        verdict = verdict.with_detail(say::verdict_visit_count(open.pieces)).in_visit(open.id, open.pieces);
    }
    Decision { drafts, visits: Vec::new(), count: None, desk: desk.clone(), verdict }
}

/// Whether an event with entries of these kinds is made at the table of this mode.
fn is_made_at(kinds: impl Iterator<Item = MovementKind> + Clone, mode: Mode) -> bool {
    // A piece that is described when it goes out came in and went out by one scan; that is a handout.
    let is_handout = kinds.clone().any(|kind| kind == MovementKind::HandOut);
    kinds.into_iter().all(|kind| match kind {
        MovementKind::Intake | MovementKind::Release if is_handout => true,
        MovementKind::Intake | MovementKind::Reserve => mode == Mode::Intake,
        MovementKind::Restock => matches!(mode, Mode::Intake | Mode::Move),
        MovementKind::Relocate => mode == Mode::Move,
        MovementKind::HandOut | MovementKind::Rebook | MovementKind::Return | MovementKind::Split => {
            matches!(mode, Mode::Handout | Mode::Return | Mode::Lookup)
        }
        // Whatever else there is was booked on a page, and is taken back there.
        _ => false,
    })
}

/// The entries that take an event back, the last first: an item may have several.
pub fn reversals(event_id: EventId, entries: &[UndoableEntry]) -> Vec<Draft> {
    let mut versions: BTreeMap<ItemId, i32> = BTreeMap::new();
    let back = entries.iter().rev().map(|entry| {
        let version = versions.entry(entry.item.id).or_insert(entry.item.standing.version);
        *version += 1;
        let mut draft = reversal(event_id, entry);
        draft.after.version = *version;
        draft
    });
    back.collect()
}

/// The entry that brings an item back to where it was before another entry; one that began with it becomes void.
pub fn reversal(event_id: EventId, entry: &UndoableEntry) -> Draft {
    let version = entry.item.standing.version + 1;
    let after = match &entry.before {
        Some(before) => Standing { version, ..before.clone() },
        None => {
            Standing { quantity: entry.item.standing.quantity, version, ..entry.item.standing.then(ItemState::Void) }
        }
    };
    Draft {
        event_id,
        target: Target::Item(entry.item.id),
        kind: MovementKind::Reversal,
        after,
        visit: entry.visit,
        reverses: Some(entry.movement),
        details: entry.fields_before.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_booked_is_not_taken_back_at_a_desk() {
        use MovementKind::*;
        let made_at = |mode| -> Vec<MovementKind> {
            MovementKind::ALL.iter().copied().filter(|kind| is_made_at([*kind].into_iter(), mode)).collect()
        };
        for mode in [Mode::Handout, Mode::Return, Mode::Lookup] {
            assert_eq!(made_at(mode), [HandOut, Rebook, Return, Split]);
        }
        assert_eq!(made_at(Mode::Intake), [Intake, Restock, Reserve]);
        assert!(is_made_at([Intake, HandOut].into_iter(), Mode::Handout));
        assert!(!is_made_at([Intake, HandOut].into_iter(), Mode::Intake));
    }
}

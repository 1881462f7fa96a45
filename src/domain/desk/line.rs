//! A number for what was booked last: "these were five". The line is taken back and booked anew with the number, by one
//! event, so that one undo takes all of it back.

use super::*;

/// What was booked last at this desk, or laid on its tray.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastLine {
    pub event: EventId,
    /// The item under the scanned label.
    pub item: ItemId,
    pub at: Timestamp,
}

/// The line that this scan makes; a list's lines have their numbers already.
pub(super) fn of(scan: &Scan, item: ItemId) -> Option<LastLine> {
    (!scan.of_list).then_some(LastLine { event: scan.event_id, item, at: scan.occurred_at })
}

/// A number was scanned or pressed.
pub(super) fn quantity(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, count: i32) -> Decision {
    let Some(line) = desk.line.take() else { return belongs_to_nothing(desk) };
    if let Some(at) = desk.tray.iter().position(|waiting| waiting.event_id == line.event) {
        return on_tray(scan, desk, facts, line, at, count);
    }
    let Some(booked) = facts.undoable.as_ref().filter(|booked| is_line(booked, &line)) else {
        return belongs_to_nothing(desk);
    };
    if let Some(changed) = booked.entries.iter().find(|entry| !entry.is_last) {
        let headline = say::verdict_changed_meanwhile(changed.item.name());
        return Decision::only(desk.clone(), Verdict::refused(headline).with_detail(say::verdict_ask_coordinator()));
    }
    match (scan.mode, &booked.entries[..]) {
        (Mode::Intake, [entry]) if entry.kind == MovementKind::Intake => taken_in(scan, desk, entry, line, count),
        (Mode::Handout, _) => handed_out(scan, desk, facts, booked, line, count),
        _ => belongs_to_nothing(desk),
    }
}

/// Whether the terminal's last booking is the line: a page may have taken that back meanwhile.
fn is_line(booked: &Undoable, line: &LastLine) -> bool {
    booked.entries.iter().any(|entry| entry.item.id == line.item)
}

fn belongs_to_nothing(desk: &Desk) -> Decision {
    let verdict = Verdict::refused(say::verdict_quantity_alone()).with_detail(say::verdict_quantity_alone_help());
    Decision::only(desk.clone(), verdict)
}

fn not_so_many(desk: &Desk, line: LastLine, item: &Item, left: i32) -> Decision {
    let desk = Desk { line: Some(line), ..desk.clone() };
    Decision::only(desk, Verdict::refused(say::verdict_not_so_many(item.name(), left)))
}

fn counts_already(desk: &Desk, line: LastLine, item: &Item, count: i32) -> Decision {
    let desk = Desk { line: Some(line), ..desk.clone() };
    Decision::only(desk, Verdict::again(say::verdict_quantity_same(count, item.name())))
}

/// The piece waits for a card: only the tray has to know.
fn on_tray(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, line: LastLine, at: usize, count: i32) -> Decision {
    let Some(item) = facts.tray.iter().find(|item| item.id == line.item) else { return belongs_to_nothing(desk) };
    if !is_lot(item) {
        return belongs_to_nothing(desk);
    }
    if count > item.standing.quantity {
        return not_so_many(desk, line, item, item.standing.quantity);
    }
    desk.tray[at].quantity = count;
    desk.line = Some(LastLine { at: scan.occurred_at, ..line });
    let verdict = Verdict::waits(say::verdict_quantity(count, item.name()));
    Decision::only(desk.clone(), verdict.with_detail(say::verdict_on_tray(desk.tray.len())))
}

/// Whether a label stands for several pieces, now or before the last one left.
fn is_lot(item: &Item) -> bool {
    item.standing.quantity > 1 || item.piece_out.is_some()
}

/// A fresh piece becomes a lot, or a lot another one.
fn taken_in(scan: &Scan, desk: &mut Desk, entry: &UndoableEntry, line: LastLine, count: i32) -> Decision {
    let item = &entry.item;
    if count == item.standing.quantity {
        return counts_already(desk, line, item, count);
    }
    let back = reversal(scan.event_id, entry);
    let after = Standing { quantity: count, version: back.after.version + 1, ..item.standing.clone() };
    let details = Fields { location: item.standing.location, ..item.fields() };
    let anew = Draft {
        event_id: scan.event_id,
        target: Target::Item(item.id),
        kind: MovementKind::Intake,
        after,
        visit: None,
        reverses: None,
        details: Some(details),
    };
    desk.line = of(scan, item.id);
    let verdict = Verdict::applied(say::verdict_quantity(count, item.name()));
    Decision { drafts: vec![back, anew], visits: Vec::new(), count: None, desk: desk.clone(), verdict }
}

/// The household gets so many in all.
fn handed_out(
    scan: &Scan,
    desk: &mut Desk,
    facts: &Facts<'_>,
    booked: &Undoable,
    line: LastLine,
    count: i32,
) -> Decision {
    let lot = booked.entries.iter().find(|entry| entry.item.id == line.item);
    let plain = booked.entries.iter().all(|entry| matches!(entry.kind, MovementKind::HandOut | MovementKind::Split));
    let in_visit = |visit: &OpenVisit| booked.entries.iter().all(|entry| entry.visit == Some(visit.id));
    let visit = desk.visit.clone().filter(in_visit);
    let (Some(lot), true, Some(mut visit), Some(_)) = (lot, plain, visit, &facts.visitor) else {
        return belongs_to_nothing(desk);
    };
    let mut drafts = reversals(scan.event_id, &booked.entries);
    let Some(whole) = drafts.iter().find(|draft| draft.target == Target::Item(lot.item.id)) else {
        return belongs_to_nothing(desk);
    };
    // The lot as it stands once its pieces are back.
    let item = Item { standing: whole.after.clone(), ..lot.item.clone() };
    if !is_lot(&item) {
        return belongs_to_nothing(desk);
    }
    let given = booked.pieces_out();
    if count == given {
        return counts_already(desk, line, &item, count);
    }
    if count > item.standing.quantity {
        return not_so_many(desk, line, &item, item.standing.quantity);
    }
    let so_far = visit.pieces;
    visit.pieces = (so_far - given).max(0);
    if let Some(most) = questions::limit(facts).filter(|most| visit.pieces + count > *most) {
        desk.line = Some(line);
        let verdict = Verdict::refused(say::verdict_limit(so_far, most)).with_detail(say::verdict_limit_help());
        return Decision::only(desk.clone(), verdict.in_visit(visit.id, so_far));
    }
    // What is counted anew is not spent twice.
    let facts = &guard::without(facts, &item.product, given);
    if let Some(refused) = guard::too_dear(facts, &item, count) {
        desk.line = Some(line);
        return Decision::only(desk.clone(), refused.in_visit(visit.id, so_far));
    }
    let mut needs = facts.needs_of(&visit);
    for (need, pieces) in booked.entries.iter().filter_map(|entry| entry.item.standing.fulfils()) {
        if let Some(line) = needs.iter_mut().find(|line| line.id == need) {
            line.got -= pieces;
            line.state = crate::domain::needs::state_after(line.state, line.wanted, line.got);
        }
    }
    let anew = handout::booked(scan.event_id, facts, &item, &mut visit, &mut needs, count, MovementKind::HandOut);
    let met = handout::booked_verdict(facts, &item, &visit, &needs, &anew);
    drafts.extend(anew);
    desk.line = of(scan, item.id);
    let verdict = Verdict { headline: say::verdict_quantity(count, item.name()), ..met };
    desk.visit = Some(visit);
    Decision { drafts, visits: Vec::new(), count: None, desk: desk.clone(), verdict }
}

//! Badges and the command sheet: sign on, finish, undo, yes and no.

use super::*;
use crate::domain::item::ItemState;
use crate::domain::rights::Right;

pub(super) fn sign_on(desk: &mut Desk, user: UserId, name: &str, role: Role, active: bool) -> Decision {
    if !active || !(role.may(Right::ScanIntake) || role.may(Right::ScanHandout)) {
        return Decision::only(desk.clone(), Verdict::refused(say::verdict_badge_refused()));
    }
    desk.volunteer = Some(user);
    let mode = mode_name(desk.mode.unwrap_or(Mode::Handout));
    Decision::only(desk.clone(), Verdict::applied(say::verdict_hello(name, mode)))
}

/// The word for a mode, as it stands huge on the screen.
pub fn mode_name(mode: Mode) -> Message {
    match mode {
        Mode::Intake => say::mode_intake(),
        Mode::Handout => say::mode_handout(),
        Mode::Return => say::mode_return(),
        Mode::Move => say::mode_move(),
        Mode::Stocktake => say::mode_stocktake(),
        Mode::Lookup => say::mode_lookup(),
    }
}

pub(super) fn decide(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, command: Command) -> Decision {
    if desk.question.is_some() && !matches!(command, Command::Yes | Command::Cancel) {
        return Decision::only(desk.clone(), answer_first(desk));
    }
    match command {
        Command::Yes => yes(scan, desk, facts),
        Command::Cancel => cancel(desk),
        Command::Undo if scan.mode == Mode::Stocktake => counting::undo(scan, desk, facts),
        Command::Undo => undo(scan, desk, facts),
        Command::Finish => finish(desk),
        Command::Lock => {
            let closed = desk.visit.take();
            *desk = Desk { mode: desk.mode, ..Desk::default() };
            let visits = closed.into_iter().map(|visit| VisitChange::Close(visit.id)).collect();
            let verdict = Verdict::applied(say::verdict_locked());
            Decision { drafts: Vec::new(), visits, count: None, desk: desk.clone(), verdict }
        }
        Command::ModeHandout => change_mode(desk, Mode::Handout),
        Command::ModeIntake => change_mode(desk, Mode::Intake),
        Command::ModeReturn => change_mode(desk, Mode::Return),
        Command::ModeLookup => change_mode(desk, Mode::Lookup),
        Command::ModeMove => change_mode(desk, Mode::Move),
        Command::ModeStocktake => change_mode(desk, Mode::Stocktake),
        Command::Test => Decision::only(desk.clone(), Verdict::applied(say::verdict_test())),
        Command::Help => Decision::only(desk.clone(), Verdict::applied(say::verdict_help())),
        Command::Quantity(_) | Command::Print => {
            Decision::only(desk.clone(), Verdict::refused(say::verdict_mode_not_yet()))
        }
    }
}

/// The mode belongs to the screen that scans; the desk only says what it will be from the next scan on.
fn change_mode(desk: &mut Desk, mode: Mode) -> Decision {
    let visits = desk.visit.take().into_iter().map(|visit| VisitChange::Close(visit.id)).collect();
    *desk = Desk { mode: Some(mode), volunteer: desk.volunteer, ..Desk::default() };
    let verdict = Verdict::applied(say::verdict_mode(mode_name(mode)));
    Decision { drafts: Vec::new(), visits, count: None, desk: desk.clone(), verdict }
}

fn finish(desk: &mut Desk) -> Decision {
    let Some(visit) = desk.visit.take() else {
        if desk.mode == Some(Mode::Intake) && desk.intake != Fields::default() {
            desk.intake = Fields::default();
            return Decision::only(desk.clone(), Verdict::applied(say::verdict_intake_finished()));
        }
        if let Some(place) = desk.place.take() {
            return Decision::only(desk.clone(), Verdict::applied(say::verdict_place_finished(place.name)));
        }
        let waiting = std::mem::take(&mut desk.tray).len();
        let headline = if waiting > 0 { say::verdict_tray_emptied(waiting) } else { say::verdict_nothing_open() };
        return Decision::only(desk.clone(), Verdict::again(headline));
    };
    let verdict = Verdict::applied(say::verdict_visit_finished(visit.pieces)).in_visit(visit.id, visit.pieces);
    Decision {
        drafts: Vec::new(),
        visits: vec![VisitChange::Close(visit.id)],
        count: None,
        desk: desk.clone(),
        verdict,
    }
}

fn cancel(desk: &mut Desk) -> Decision {
    let verdict = if desk.question.take().is_some() {
        Verdict::applied(say::verdict_answered_no())
    } else if !desk.tray.is_empty() {
        Verdict::applied(say::verdict_tray_emptied(std::mem::take(&mut desk.tray).len()))
    } else {
        Verdict::again(say::verdict_nothing_to_cancel())
    };
    Decision::only(desk.clone(), verdict)
}

/// Yes to "already given out, give it out again?".
fn yes(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    let Some(question) = desk.question.take() else {
        return Decision::only(desk.clone(), Verdict::again(say::verdict_no_question()));
    };
    let (Some(item), Some(visitor), Some(mut visit)) = (&facts.questioned, &facts.visitor, desk.visit.clone()) else {
        return Decision::only(desk.clone(), Verdict::refused(say::verdict_question_gone()));
    };
    if visit.id != question.visit || item.standing.state != ItemState::HandedOut {
        return Decision::only(desk.clone(), Verdict::refused(say::verdict_question_gone()));
    }
    let mut needs = visitor.needs.clone();
    let pieces = item.standing.quantity;
    let drafts = handout::booked(scan.event_id, facts, item, &mut visit, &mut needs, pieces, MovementKind::Rebook);
    let verdict = handout::booked_verdict(item, &visit, &needs, &drafts);
    desk.visit = Some(visit);
    Decision { drafts, visits: Vec::new(), count: None, desk: desk.clone(), verdict }
}

/// Takes the terminal's last booking back, with every entry it made.
fn undo(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    let span = |at: Timestamp| scan.moment().duration_since(at) > UNDO_SPAN;
    let undoable = match &facts.undoable {
        Some(undoable) if !undoable.entries.is_empty() && !span(undoable.occurred_at) => undoable,
        _ => return Decision::only(desk.clone(), Verdict::again(say::verdict_nothing_to_undo())),
    };
    // Each kind of booking is taken back where it is made: one undo too many at the handout must not void a piece that came
    // in minutes ago.
    if !undoable.entries.iter().all(|entry| is_made_at(entry.kind, scan.mode)) {
        return Decision::only(desk.clone(), Verdict::again(say::verdict_nothing_to_undo_here()));
    }
    if let Some(changed) = undoable.entries.iter().find(|entry| !entry.is_last) {
        let headline = say::verdict_changed_meanwhile(changed.item.name());
        return Decision::only(desk.clone(), Verdict::refused(headline).with_detail(say::verdict_ask_coordinator()));
    }
    let drafts = undoable.entries.iter().map(|entry| reversal(scan.event_id, entry)).collect();
    let given_back: i32 = undoable
        .entries
        .iter()
        .filter(|entry| entry.item.standing.state == ItemState::HandedOut)
        .map(|entry| entry.item.standing.quantity)
        .sum();
    let visit = undoable.entries.iter().find_map(|entry| entry.visit);
    let mut verdict = Verdict::applied(say::verdict_undone(undoable.entries[0].item.name()));
    if let Some(open) = desk.visit.as_mut().filter(|open| Some(open.id) == visit) {
        open.pieces = (open.pieces - given_back).max(0);
        verdict = verdict.with_detail(say::verdict_visit_count(open.pieces)).in_visit(open.id, open.pieces);
    }
    Decision { drafts, visits: Vec::new(), count: None, desk: desk.clone(), verdict }
}

/// Whether this kind of entry is made at the table of this mode.
fn is_made_at(kind: MovementKind, mode: Mode) -> bool {
    match kind {
        MovementKind::Intake => mode == Mode::Intake,
        MovementKind::Restock => matches!(mode, Mode::Intake | Mode::Move),
        MovementKind::Relocate => mode == Mode::Move,
        MovementKind::HandOut | MovementKind::Rebook | MovementKind::Return | MovementKind::Split => {
            matches!(mode, Mode::Handout | Mode::Return | Mode::Lookup)
        }
        // Whatever else there is was booked on a page, and is taken back there.
        _ => false,
    }
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
        for mode in [Mode::Handout, Mode::Return, Mode::Lookup] {
            let made: Vec<_> = MovementKind::ALL.iter().filter(|kind| is_made_at(**kind, mode)).collect();
            use MovementKind::*;
            assert_eq!(made, [&HandOut, &Rebook, &Return, &Split]);
        }
    }
}

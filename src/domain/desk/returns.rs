//! Pieces that come back: they go to care first, and the household's needs list shows the gap again.

use super::*;
use crate::domain::item::ItemState;

pub(super) fn decide(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    let Subject::Item(scanned) = &facts.subject else {
        return Decision::only(desk.clone(), Verdict::refused(say::verdict_return_expects()));
    };
    // The label of a lot stays on the lot; what comes back is the piece that was taken from it last.
    let item = match &scanned.piece_out {
        Some(piece) if scanned.standing.state != ItemState::HandedOut => piece.as_ref(),
        _ => scanned,
    };
    if item.standing.state != ItemState::HandedOut {
        let headline = say::verdict_was_not_out(item.name());
        let verdict = if scan.is_late() {
            Verdict::conflict(headline)
        } else {
            Verdict::again(headline).with_detail(say::verdict_was_not_out_help())
        };
        return Decision::only(desk.clone(), verdict);
    }
    let verdict = Verdict::applied(say::verdict_returned(item.name())).with_detail(say::verdict_goes_to_care());
    Decision { drafts: drafts(scan, item), visits: Vec::new(), count: None, desk: desk.clone(), verdict }
}

/// All of it comes back, or, of several pieces under one label, as many as were scanned.
fn drafts(scan: &Scan, item: &Item) -> Vec<Draft> {
    let draft = |target, kind, after, details| Draft {
        event_id: scan.event_id,
        target,
        kind,
        after,
        visit: None,
        reverses: None,
        details,
    };
    let (out, back) = (item.standing.quantity, scan.quantity as i32);
    if back >= out {
        let after = item.standing.then(ItemState::InCare);
        return vec![draft(Target::Item(item.id), MovementKind::Return, after, None)];
    }
    let rest = Standing { quantity: out - back, version: item.standing.version + 1, ..item.standing.clone() };
    let piece = Standing { quantity: back, version: 1, ..item.standing.then(ItemState::InCare) };
    let target = Target::PieceOf { item: ItemId(scan.event_id.child(1)), lot: item.id };
    let mut kept = draft(Target::Item(item.id), MovementKind::Split, rest, None);
    kept.visit = item.last_visit;
    vec![kept, draft(target, MovementKind::Split, piece, Some(item.fields()))]
}

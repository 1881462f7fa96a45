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
    let draft = Draft {
        event_id: scan.event_id,
        target: Target::Item(item.id),
        kind: MovementKind::Return,
        after: item.standing.then(ItemState::InCare),
        visit: None,
        reverses: None,
        details: None,
    };
    let verdict = Verdict::applied(say::verdict_returned(item.name())).with_detail(say::verdict_goes_to_care());
    Decision { drafts: vec![draft], visits: Vec::new(), desk: desk.clone(), verdict }
}

//! Moving: a place, then the pieces that go there. What a piece is and for whom it is laid aside stays as it was.

use super::*;
use crate::domain::item::ItemState;

/// A place that was scanned and holds until another one is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenPlace {
    pub id: LocationId,
    /// As it was called when it was scanned, for the screen.
    pub name: String,
}

pub(super) fn relocate(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    match &facts.subject {
        Subject::Location { id, name } => {
            desk.place = Some(OpenPlace { id: *id, name: name.clone() });
            Decision::only(desk.clone(), Verdict::applied(say::verdict_move_to(name)))
        }
        Subject::Item(item) => piece(scan, desk, item),
        Subject::Blank => Decision::only(
            desk.clone(),
            Verdict::refused(say::verdict_label_blank()).with_detail(say::verdict_label_blank_help()),
        ),
        _ => Decision::only(desk.clone(), Verdict::refused(say::verdict_move_expects())),
    }
}

fn piece(scan: &Scan, desk: &mut Desk, item: &Item) -> Decision {
    let Some(place) = &desk.place else {
        let verdict = Verdict::waits(say::verdict_move_where()).with_detail(say::verdict_move_where_help());
        return Decision::only(desk.clone(), verdict);
    };
    if scan.quantity > 1 && scan.quantity != i64::from(item.standing.quantity) {
        let headline = say::verdict_lot_moves_whole(item.name(), item.standing.quantity);
        return Decision::only(desk.clone(), Verdict::refused(headline));
    }
    let (kind, state, headline) = match item.standing.state {
        state if state.is_here() && item.standing.location == Some(place.id) => {
            return Decision::only(desk.clone(), Verdict::again(say::verdict_lies_here(item.name(), &place.name)));
        }
        state if state.is_here() => (MovementKind::Relocate, state, item.name()),
        // Whoever carries it has found it.
        ItemState::Missing => (MovementKind::Restock, ItemState::InStock, say::verdict_found_again(item.name())),
        ItemState::HandedOut => {
            let verdict = Verdict::refused(say::verdict_is_handed_out(item.name()));
            return Decision::only(desk.clone(), verdict.with_detail(say::verdict_use_return_mode()));
        }
        _ => {
            let verdict = Verdict::refused(say::verdict_not_in_stock(item.name()));
            return Decision::only(desk.clone(), verdict.with_detail(say::verdict_put_aside()));
        }
    };
    let detail = match &item.location {
        Some(from) if item.standing.location != Some(place.id) => say::verdict_moved_from(from, &place.name),
        _ => say::verdict_moved(&place.name),
    };
    let draft = Draft {
        event_id: scan.event_id,
        target: Target::Item(item.id),
        kind,
        after: Standing {
            state,
            version: item.standing.version + 1,
            location: Some(place.id),
            ..item.standing.clone()
        },
        visit: None,
        reverses: None,
        details: None,
    };
    let verdict = Verdict::applied(headline).with_detail(detail);
    Decision { drafts: vec![draft], visits: Vec::new(), count: None, desk: desk.clone(), verdict }
}

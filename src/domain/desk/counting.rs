//! Counting: a place, then everything that lies there. Nothing is booked until the stocktake is; a sighting is only kept.

use super::*;
use crate::domain::item::ItemState;

/// The place that is counted, as far as a scan asks.
#[derive(Clone, Debug, Default)]
pub struct Count {
    /// Its open stocktake.
    pub id: Option<StocktakeId>,
    /// Labelled pieces that should lie here, and how many of those were seen.
    pub expected: i64,
    pub seen: i64,
    /// Whether anything was seen in it.
    pub begun: bool,
    /// Whether the scanned label was seen before.
    pub again: bool,
    /// What this terminal saw last: its code, when, and whether a piece that belongs here.
    pub last: Option<(Code, Timestamp)>,
}

/// What is to be written about a stocktake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CountChange {
    /// Opens a stocktake of the place, or goes on with the one that is open.
    Open {
        id: StocktakeId,
        place: LocationId,
    },
    Seen {
        stocktake: StocktakeId,
        code: Code,
        item: Option<ItemId>,
    },
    NotSeen {
        stocktake: StocktakeId,
        code: Code,
    },
}

pub(super) fn decide(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, code: Code) -> Decision {
    match &facts.subject {
        Subject::Location { id, name } => place(scan, desk, facts, *id, name),
        Subject::Item(item) => seen(desk, facts, code, Some(item)),
        Subject::Blank | Subject::Void if code.kind() == Kind::Item => seen(desk, facts, code, None),
        _ => Decision::only(desk.clone(), Verdict::refused(say::verdict_count_expects())),
    }
}

fn place(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>, id: LocationId, name: &str) -> Decision {
    desk.place = Some(OpenPlace { id, name: name.to_owned() });
    let count = facts.count.clone().unwrap_or_default();
    let verdict = if count.begun {
        let verdict = Verdict::applied(say::verdict_count_goes_on(name));
        verdict.with_detail(say::verdict_count_progress(count.seen, count.expected))
    } else {
        Verdict::applied(say::verdict_count_begins(name)).with_detail(say::verdict_count_all(count.expected))
    };
    let stocktake = count.id.unwrap_or(StocktakeId(scan.event_id.child(0)));
    let change = CountChange::Open { id: stocktake, place: id };
    Decision { count: Some(change), ..Decision::only(desk.clone(), verdict) }
}

fn seen(desk: &mut Desk, facts: &Facts<'_>, code: Code, item: Option<&Item>) -> Decision {
    let Some(place) = &desk.place else {
        let verdict = Verdict::waits(say::verdict_count_where()).with_detail(say::verdict_count_where_help());
        return Decision::only(desk.clone(), verdict);
    };
    let Some((stocktake, count)) = facts.count.as_ref().and_then(|count| Some((count.id?, count))) else {
        let verdict = Verdict::refused(say::verdict_count_closed(&place.name));
        return Decision::only(desk.clone(), verdict.with_detail(say::verdict_count_closed_help()));
    };
    let mut verdict = match item {
        None if matches!(facts.subject, Subject::Blank) => {
            attention(say::verdict_label_blank(), say::verdict_count_blank_help())
        }
        None => attention(say::verdict_label_void(code.printed()), say::verdict_put_aside()),
        Some(item) => of_item(item, place, count),
    };
    if count.again {
        verdict = Verdict { outcome: Outcome::Duplicate, tone: Tone::Again, ..verdict };
        let name = item.map_or_else(say::photo_label, Item::name);
        verdict.headline = say::verdict_count_again(name);
    }
    let change = CountChange::Seen { stocktake, code, item: item.map(|item| item.id) };
    Decision { count: Some(change), ..Decision::only(desk.clone(), verdict) }
}

fn of_item(item: &Item, place: &OpenPlace, count: &Count) -> Verdict {
    match (item.standing.state, &item.location) {
        (state, _) if state.is_here() && item.standing.location == Some(place.id) => {
            let seen = count.seen + i64::from(!count.again);
            Verdict::applied(item.name()).with_detail(say::verdict_count_progress(seen, count.expected))
        }
        (state, Some(other)) if state.is_here() => {
            attention(say::verdict_count_belongs(other, item.name()), say::verdict_count_will_move())
        }
        (state, None) if state.is_here() => {
            attention(say::verdict_count_had_no_place(item.name()), say::verdict_count_will_move())
        }
        (ItemState::Missing, _) => {
            Verdict::applied(say::verdict_found_again(item.name())).with_detail(say::verdict_count_will_be_found())
        }
        (ItemState::HandedOut, _) => attention(say::verdict_count_is_out(item.name()), say::verdict_use_return_mode()),
        _ => attention(say::verdict_not_in_stock(item.name()), say::verdict_put_aside()),
    }
}

/// Counted, but somebody should know.
fn attention(headline: Message, detail: Message) -> Verdict {
    Verdict { tone: Tone::Again, ..Verdict::applied(headline).with_detail(detail) }
}

/// Takes the last sighting of this terminal back.
pub(super) fn undo(scan: &Scan, desk: &mut Desk, facts: &Facts<'_>) -> Decision {
    let fresh = |at: Timestamp| scan.occurred_at.duration_since(at) <= UNDO_SPAN;
    match facts.count.as_ref().and_then(|count| Some((count.id?, count.last?))) {
        Some((stocktake, (code, at))) if fresh(at) => {
            let verdict = Verdict::applied(say::verdict_count_undone(code.printed()));
            let change = CountChange::NotSeen { stocktake, code };
            Decision { count: Some(change), ..Decision::only(desk.clone(), verdict) }
        }
        _ => Decision::only(desk.clone(), Verdict::again(say::verdict_nothing_to_undo())),
    }
}

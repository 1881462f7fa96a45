//! Counting: a place, then everything that lies there. Nothing is booked until the stocktake is; a sighting is only kept.

use super::*;
use crate::domain::item::ItemState;
use crate::domain::stocktake::EXPECTED;

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
    /// What this terminal saw last.
    pub last: Option<LastSeen>,
    /// Whether there are places inside it: then each of them is counted by itself.
    pub holds_places: bool,
}

/// The last sighting of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastSeen {
    pub event: EventId,
    pub code: Code,
    pub at: Timestamp,
    /// Whether another scan saw the label too, so that it stays counted without this one.
    pub stays: bool,
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
        event: EventId,
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
    let count = facts.count.clone().unwrap_or_default();
    // A room that was counted would take the pieces of all its shelves for its own.
    if count.holds_places && count.id.is_none() {
        let verdict = Verdict::refused(say::verdict_count_holds_places(name));
        return Decision::only(desk.clone(), verdict.with_detail(say::verdict_count_holds_places_help()));
    }
    desk.place = Some(OpenPlace { id, name: name.to_owned() });
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
            // What is in care was not expected, so it is none of those either.
            let seen = count.seen + i64::from(!count.again && EXPECTED.contains(&state));
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
        Some((stocktake, last)) if fresh(last.at) => {
            let code = last.code.printed();
            let verdict = Verdict::applied(if last.stays {
                say::verdict_count_undone_stays(code)
            } else {
                say::verdict_count_undone(code)
            });
            let change = CountChange::NotSeen { stocktake, event: last.event };
            Decision { count: Some(change), ..Decision::only(desk.clone(), verdict) }
        }
        _ => Decision::only(desk.clone(), Verdict::again(say::verdict_nothing_to_undo())),
    }
}

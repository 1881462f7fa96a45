//! A stocktake: what should lie in a place, what was seen there, and what follows from the difference.

use jiff::Timestamp;

use super::desk::{Draft, Target};
use super::ids::*;
use super::item::{ItemState, MovementKind};
use super::ledger::Standing;

stable_words! {
    /// How far a stocktake is.
    pub enum StocktakeState {
        /// Things are being counted.
        Running = "running",
        /// Somebody looks at what was found.
        Reviewing = "reviewing",
        /// Booked.
        Posted = "posted",
        /// Ended without booking anything.
        Dropped = "dropped",
    }
}

impl StocktakeState {
    /// Whether things can still be counted.
    pub fn is_open(self) -> bool {
        matches!(self, StocktakeState::Running | StocktakeState::Reviewing)
    }
}

stable_words! {
    /// What a stocktake says about one label.
    pub enum Finding {
        /// Where it should be.
        Found = "found",
        /// Here, but the books say another place: it is moved.
        Elsewhere = "elsewhere",
        /// Was missing, lies here: back into stock.
        FoundAgain = "found_again",
        /// Should be here and was not seen: missing.
        Missing = "missing",
        /// Is handed out or gone by the books, but lies here: nothing is booked, a person has to look.
        TurnedUp = "turned_up",
        /// A label that no piece has.
        Unknown = "unknown",
        /// Something happened to it after it was seen: nothing is booked.
        MovedOn = "moved_on",
        /// Came to this place after the counting began: not missed.
        JustCame = "just_came",
        /// In custody and not seen: nothing may be booked before the council has decided.
        Held = "held",
    }
}

/// An item, as far as the count asks.
#[derive(Clone, Debug)]
pub struct Counted {
    pub id: ItemId,
    pub standing: Standing,
    /// When its last entry happened, by the clock where it happened, and when the server heard of it.
    pub moved_at: Timestamp,
    pub recorded_at: Timestamp,
}

/// One time that a label was seen: by the clock of whoever scanned, and when the server heard of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub at: Timestamp,
    pub received_at: Timestamp,
}

impl Seen {
    /// Whether something happened to the item since, by either clock: two terminals need not have the same time.
    fn is_outrun_by(self, item: &Counted) -> bool {
        item.moved_at > self.at || item.recorded_at > self.received_at
    }
}

/// States in which a piece should lie in its place. A piece in care has one, but may be in the wash.
pub const EXPECTED: [ItemState; 3] = [ItemState::InStock, ItemState::Reserved, ItemState::InCustody];

/// What the stocktake of `place` that began at `opened_at` says about an item that was seen so, or not at all. `None` for an
/// item that neither should be here nor was seen.
pub fn finding(place: LocationId, opened_at: Timestamp, item: &Counted, seen: &[Seen]) -> Option<Finding> {
    let state = item.standing.state;
    let is_its_place = item.standing.location == Some(place);
    if seen.is_empty() {
        return match state {
            _ if !is_its_place || !EXPECTED.contains(&state) => None,
            // By the server's clock: a scan that a terminal kept back came to be known only now, too.
            _ if item.recorded_at > opened_at => Some(Finding::JustCame),
            ItemState::InCustody => Some(Finding::Held),
            _ => Some(Finding::Missing),
        };
    }
    Some(match state {
        _ if state.is_here() && is_its_place => Finding::Found,
        _ if seen.iter().all(|seen| seen.is_outrun_by(item)) => Finding::MovedOn,
        _ if state.is_here() => Finding::Elsewhere,
        ItemState::Missing => Finding::FoundAgain,
        _ => Finding::TurnedUp,
    })
}

/// The entry that a finding leads to, if any.
pub fn draft(finding: Finding, place: LocationId, item: &Counted, event_id: EventId) -> Option<Draft> {
    let next = Standing { version: item.standing.version + 1, ..item.standing.clone() };
    let (kind, after) = match finding {
        Finding::Elsewhere => (MovementKind::Relocate, Standing { location: Some(place), ..next }),
        Finding::FoundAgain => {
            let after = item.standing.then(ItemState::InStock);
            (MovementKind::Restock, Standing { location: Some(place), ..after })
        }
        Finding::Missing => (MovementKind::Missing, item.standing.then(ItemState::Missing)),
        _ => return None,
    };
    Some(Draft { event_id, target: Target::Item(item.id), kind, after, visit: None, reverses: None, details: None })
}

/// How many labels came out how; what is booked and shown to whoever books it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub found: i32,
    pub elsewhere: i32,
    pub found_again: i32,
    pub missing: i32,
}

impl Figures {
    pub fn of(findings: impl IntoIterator<Item = Finding>) -> Figures {
        let mut figures = Figures::default();
        for finding in findings {
            match finding {
                Finding::Found => figures.found += 1,
                Finding::Elsewhere => figures.elsewhere += 1,
                Finding::FoundAgain => figures.found_again += 1,
                Finding::Missing => figures.missing += 1,
                _ => {}
            }
        }
        figures
    }

    /// Of 100 labels that were here or should have been, how many the books had right, rounded down: 100 means all. `None`
    /// when there was nothing.
    pub fn accuracy(self) -> Option<i32> {
        let all = self.found + self.elsewhere + self.found_again + self.missing;
        (all > 0).then(|| self.found * 100 / all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const HERE: LocationId = LocationId(Uuid::from_u128(1));
    const THERE: LocationId = LocationId(Uuid::from_u128(2));

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn item(state: ItemState, location: Option<LocationId>, moved: i64) -> Counted {
        let id = ItemId(Uuid::from_u128(7));
        let standing = Standing { state, quantity: 1, version: 3, household: None, need: None, location };
        Counted { id, standing, moved_at: at(moved), recorded_at: at(moved) }
    }

    fn seen(second: i64, received: i64) -> Seen {
        Seen { at: at(second), received_at: at(received) }
    }

    #[test]
    fn strangers_clocks_move_nothing_back() {
        let opened = at(100);
        let moved =
            |moved, recorded| Counted { recorded_at: at(recorded), ..item(ItemState::InStock, Some(THERE), moved) };
        // Carried away at 120; the clock of whoever saw it before was fast, and the one of whoever carried it slow.
        assert_eq!(finding(HERE, opened, &moved(120, 120), &[seen(190, 110)]), Some(Finding::MovedOn));
        assert_eq!(finding(HERE, opened, &moved(60, 120), &[seen(110, 110)]), Some(Finding::MovedOn));
        // Seen before, kept back, and heard of later.
        assert_eq!(finding(HERE, opened, &moved(120, 120), &[seen(110, 150)]), Some(Finding::MovedOn));
        // Seen once more, after it was carried.
        assert_eq!(
            finding(HERE, opened, &moved(120, 120), &[seen(190, 110), seen(130, 130)]),
            Some(Finding::Elsewhere)
        );
    }

    #[test]
    fn each_case_has_its_finding() {
        use Finding::*;
        use ItemState::*;
        let opened = at(100);
        for (state, location, moved, seen, expected) in [
            (InStock, Some(HERE), 50, Some(110), Some(Found)),
            (Reserved, Some(HERE), 50, Some(110), Some(Found)),
            (InStock, Some(THERE), 50, Some(110), Some(Elsewhere)),
            (InCare, None, 50, Some(110), Some(Elsewhere)),
            (ItemState::Missing, Some(HERE), 50, Some(110), Some(FoundAgain)),
            (HandedOut, None, 50, Some(110), Some(TurnedUp)),
            (Discarded, None, 50, Some(110), Some(TurnedUp)),
            // Seen, and then handed out or carried on: not missing, and not moved back.
            (HandedOut, None, 120, Some(110), Some(MovedOn)),
            (InStock, Some(THERE), 120, Some(110), Some(MovedOn)),
            (InStock, Some(HERE), 50, None, Some(Finding::Missing)),
            (InStock, Some(HERE), 105, None, Some(JustCame)),
            (InCustody, Some(HERE), 50, None, Some(Held)),
            // In the wash, though its shelf is known.
            (InCare, Some(HERE), 50, None, None),
            (InCare, Some(HERE), 105, None, None),
            (InCare, Some(HERE), 50, Some(110), Some(Found)),
            // Handed out during the count without being seen: it is no longer expected.
            (HandedOut, None, 105, None, None),
            (InStock, Some(THERE), 50, None, None),
        ] {
            let seen: Vec<Seen> = seen.map(|second| self::seen(second, second)).into_iter().collect();
            let found = finding(HERE, opened, &item(state, location, moved), &seen);
            assert_eq!(found, expected, "{state} {location:?} moved {moved} seen {seen:?}");
        }
    }

    #[test]
    fn what_is_booked_follows_the_rules_of_the_ledger() {
        for state in ItemState::ALL {
            for finding in Finding::ALL {
                let item = item(*state, Some(THERE), 50);
                let fits = match finding {
                    Finding::Elsewhere => state.is_here(),
                    Finding::FoundAgain => *state == ItemState::Missing,
                    Finding::Missing => state.is_here() && *state != ItemState::InCustody,
                    _ => true,
                };
                if let Some(draft) = draft(*finding, HERE, &item, EventId(Uuid::nil())).filter(|_| fits) {
                    assert!(draft.kind.allows(Some(*state), draft.after.state), "{state} {finding}");
                    assert_eq!(draft.after.version, 4);
                }
            }
        }
    }

    #[test]
    fn accuracy_says_all_only_when_it_is_all() {
        let figures = |found, missing| Figures { found, missing, ..Figures::default() };
        assert_eq!(figures(0, 0).accuracy(), None);
        assert_eq!(figures(999, 1).accuracy(), Some(99));
        assert_eq!(figures(7, 0).accuracy(), Some(100));
        assert_eq!(figures(0, 3).accuracy(), Some(0));
    }
}

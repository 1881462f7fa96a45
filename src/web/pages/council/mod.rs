//! A city's gifts: what waits for the council, its lists and decisions, and who receives a donation.

pub(in crate::web) mod list;
pub(in crate::web) mod paper;
pub(in crate::web) mod receiver;
pub(in crate::web) mod waiting;

use crate::domain::donation::DonationState;
use crate::domain::treasury::{CouncilListState, Decider, Decision};
use crate::store::council_lists::Renewed;
use crate::store::donations::DonationRow;
use crate::texts::{Message, Texts, say};

fn decider_name(decider: Decider) -> Message {
    match decider {
        Decider::Council => say::council_decider_council(),
        Decider::Mayor => say::council_decider_mayor(),
    }
}

fn decision_name(decision: Decision) -> Message {
    match decision {
        Decision::Open => say::council_undecided(),
        Decision::Accepted => say::council_accepted(),
        Decision::Declined => say::council_declined(),
    }
}

fn state_name(state: CouncilListState) -> Message {
    match state {
        CouncilListState::Open => say::council_state_open(),
        CouncilListState::Decided => say::council_state_decided(),
    }
}

/// The state of donations whose badge a decision borrows.
fn badge(decision: Decision) -> &'static str {
    match decision {
        Decision::Open => DonationState::Offered.word(),
        Decision::Accepted => DonationState::Accepted.word(),
        Decision::Declined => DonationState::Declined.word(),
    }
}

/// What was given, in words: as it was written down, else just that it was something.
fn gift_words(t: &Texts, gift: &DonationRow) -> String {
    match gift.description.trim() {
        "" => gift.pieces_announced.map_or_else(|| t.council_gift_plain(), |pieces| t.item_pieces(pieces)),
        words => words.to_owned(),
    }
}

/// The same, with the decision that is to be renewed, where there is one.
fn listed_words(t: &Texts, gift: &DonationRow, renews: Option<&Renewed>) -> String {
    let first = renews.and_then(|first| {
        let (value, day) = (value_words(t, first.line.value_cents), first.list.held_on?.0);
        Some(t.council_addition(day, &first.list.reference, value))
    });
    t.dotted([gift_words(t, gift)].into_iter().chain(first))
}

fn value_words(t: &Texts, cents: Option<i64>) -> String {
    cents.map_or_else(|| t.council_no_value(), |cents| t.euros(cents))
}

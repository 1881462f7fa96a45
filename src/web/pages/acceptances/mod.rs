//! Acceptance records: the form, the record with its signatures, and its paper.

pub(in crate::web) mod form;
pub(in crate::web) mod paper;
pub(in crate::web) mod show;
pub(in crate::web) mod sign;

use crate::domain::treasury::{AcceptanceState, Marketability};
use crate::paper::acceptance::class_name;
use crate::store::acceptances::AcceptanceRow;
use crate::texts::{Message, Texts, say};
use crate::web::pages::shown::Choice;

/// A record in the list on its donation's page.
pub(in crate::web) struct Entry {
    pub href: String,
    pub name: String,
    pub state: &'static str,
    pub state_label: String,
}

impl Entry {
    pub fn of(t: &Texts, row: &AcceptanceRow) -> Entry {
        Entry {
            href: format!("/acceptances/{}", row.id),
            name: t.paper_record_of_day(row.made_on.0),
            state: badge(row.state),
            state_label: t.say(&state_name(row.state)),
        }
    }
}

/// The badge that looks like this state.
fn badge(state: AcceptanceState) -> &'static str {
    match state {
        AcceptanceState::Draft => "draft",
        AcceptanceState::Signed => "closed",
    }
}

fn state_name(state: AcceptanceState) -> Message {
    match state {
        AcceptanceState::Draft => say::paper_state_draft(),
        AcceptanceState::Signed => say::paper_state_signed(),
    }
}

/// The classes to choose from; a line begins without one.
fn classes(t: &Texts, chosen: &str) -> Vec<Choice> {
    let one = |class: &Marketability| Choice::new(class, t.say(&class_name(*class)), class.word() == chosen);
    Marketability::ALL.iter().map(one).collect()
}

//! A list on paper: for the session, and with its decision once it is made.

use super::{decision_name, listed_words, value_words};
use crate::actions::council_lists::Seen;
use crate::domain::treasury::{CouncilListState, Decider, Decision};
use crate::paper::PaperError;
use crate::paper::flow::Align;
use crate::paper::list::{Listing, draw};
use crate::store::council_lists::Listed;
use crate::texts::{Lang, Message, Texts, say};

/// Draws the paper of a list that is decided.
pub(crate) fn print(seen: &Seen) -> Result<Vec<u8>, Message> {
    drawn(seen).map_err(|error| {
        tracing::error!(%error, "a council's list");
        say::error_server()
    })
}

/// Draws a list, in German, as its council reads it, whoever prints it.
pub(super) fn drawn(seen: &Seen) -> Result<Vec<u8>, PaperError> {
    let t = Texts::of(Lang::De);
    let lines = &seen.lines;
    let known: Vec<i64> = lines.iter().filter_map(|one| one.line.value_cents).collect();
    let row = |one: &Listed| {
        let decision = match one.line.decision {
            // Room to write by hand in the session.
            Decision::Open => String::new(),
            decision => t.say(&decision_name(decision)),
        };
        vec![
            t.day(one.donation.first_on()),
            one.donor.clone(),
            listed_words(t, &one.donation, one.renews.as_ref()),
            one.line.purpose.clone(),
            value_words(t, one.line.value_cents),
            decision,
        ]
    };
    let sentence = match seen.list.decider {
        Decider::Council => t.council_sentence_council(&seen.issuer.name),
        Decider::Mayor => t.council_sentence_mayor(&seen.issuer.name),
    };
    let mut notes = Vec::new();
    if known.len() < lines.len() {
        notes.push(t.council_paper_note());
    }
    if lines.iter().any(|one| one.renews.is_some()) {
        notes.push(t.council_addition_text());
    }
    let total = vec![
        t.council_total(),
        t.council_gifts_count(lines.len() as i64),
        String::new(),
        String::new(),
        value_words(t, (!known.is_empty()).then(|| known.iter().sum())),
        String::new(),
    ];
    draw(&Listing {
        lang: t.lang(),
        title: seen.list.title.clone(),
        sentence,
        heads: vec![
            (t.council_day(), Align::Start),
            (t.council_donor(), Align::Start),
            (t.council_gift(), Align::Start),
            (t.council_purpose(), Align::Start),
            (t.council_value(), Align::End),
            (t.council_decision(), Align::Start),
        ],
        rows: lines.iter().map(row).collect(),
        totals: vec![total],
        notes,
        site: seen.issuer.name.clone(),
        as_of: decided_words(t, seen),
        empty: String::new(),
        landscape: true,
    })
}

/// When it was decided and under which number; empty for a list that is open.
pub(super) fn decided_words(t: &Texts, seen: &Seen) -> String {
    match (seen.list.state, seen.list.held_on) {
        (CouncilListState::Decided, Some(day)) => t.council_decided_on(day.0, &seen.list.reference),
        _ => String::new(),
    }
}

//! Donations: the list, one donation, and the form for a new one.

pub(in crate::web) mod announced;
pub(in crate::web) mod form;
pub(in crate::web) mod list;
pub(in crate::web) mod show;

use crate::domain::donation::DonationState;
use crate::reports::donor_gifts::{DonationLine, Tally};
use crate::store::donations::DonationRow;
use crate::texts::Texts;
use crate::web::pages::shown;

/// A donation in a list.
pub(in crate::web) struct Line {
    pub href: String,
    pub day: String,
    pub donor: String,
    pub state: DonationState,
    pub state_label: String,
    /// “12 von 30 Teilen erfasst, 5 ausgegeben”.
    pub pieces: String,
}

impl Line {
    pub fn of_report(t: &Texts, line: &DonationLine) -> Line {
        Line {
            href: line.id.map(|id| format!("/donations/{id}")).unwrap_or_default(),
            day: t.day(line.received_on),
            donor: String::new(),
            state: line.state,
            state_label: t.say(&shown::donation_state(line.state)),
            pieces: pieces(t, line.announced, &line.tally),
        }
    }

    pub fn new(t: &Texts, row: &DonationRow, donor: String, tally: &Tally) -> Line {
        Line {
            href: format!("/donations/{}", row.id),
            day: t.day(row.received_on.0),
            donor,
            state: row.state,
            state_label: t.say(&shown::donation_state(row.state)),
            pieces: pieces(t, row.pieces_announced, tally),
        }
    }
}

fn pieces(t: &Texts, announced: Option<i32>, tally: &Tally) -> String {
    match announced {
        Some(announced) => t.donation_pieces_of(tally.received, announced, tally.handed_out),
        None => t.donation_pieces(tally.received, tally.handed_out),
    }
}

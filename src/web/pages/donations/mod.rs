//! Donations: the list, one donation, and the form for a new one.

pub(in crate::web) mod announced;
pub(in crate::web) mod form;
pub(in crate::web) mod list;
pub(in crate::web) mod show;

use crate::domain::donation::DonationState;
use crate::domain::rights::Right;
use crate::reports::donor_gifts::{DonationLine, Tally};
use crate::store::donations::DonationRow;
use crate::texts::Texts;
use crate::web::Page;
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

/// Whether somebody works with pieces or plans for households, and may see where the pieces of one gift are. To everybody else
/// a gift says what a report of the house would say of it.
pub(in crate::web::pages) fn sees_whereabouts(page: &Page) -> bool {
    let may = |right| page.may(right);
    may(Right::ScanHandout) || may(Right::SeeHouseholds)
}

impl Line {
    pub fn of_report(page: &Page, line: &DonationLine) -> Line {
        let t = page.t();
        let out = if sees_whereabouts(page) { Some(line.tally.handed_out) } else { line.told.handed_out };
        Line {
            href: line.id.map(|id| format!("/donations/{id}")).unwrap_or_default(),
            day: t.day(line.received_on),
            donor: String::new(),
            state: line.state,
            state_label: t.say(&shown::donation_state(line.state)),
            pieces: pieces(t, line.announced, line.tally.received, out),
        }
    }

    /// A list is no report that decides what may be told of each of its gifts: it says where they are to those who see it
    /// anyway.
    pub fn new(page: &Page, row: &DonationRow, donor: String, tally: &Tally) -> Line {
        let t = page.t();
        let out = sees_whereabouts(page).then_some(tally.handed_out);
        Line {
            href: format!("/donations/{}", row.id),
            day: t.day(row.received_on.0),
            donor,
            state: row.state,
            state_label: t.say(&shown::donation_state(row.state)),
            pieces: pieces(t, row.pieces_announced, tally.received, out),
        }
    }
}

/// `out`: of these, handed out, as far as that is told.
fn pieces(t: &Texts, announced: Option<i32>, received: i64, out: Option<i64>) -> String {
    match (announced, out) {
        (Some(announced), Some(out)) => t.donation_pieces_of(received, announced, out),
        (None, Some(out)) => t.donation_pieces(received, out),
        (Some(announced), None) => t.donation_pieces_came_of(received, announced),
        (None, None) => t.donation_pieces_came(received),
    }
}

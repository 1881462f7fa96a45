//! Pieces by where they are, as they may be told.

use serde::{Deserialize, Serialize};

use super::Tally;
use super::count::Reader;
use crate::domain::disclosure::{Shown, ShownLine};
use crate::domain::item::ItemState;

/// A [`Tally`] with its dots: `None` is hidden. Where it is hidden how many pieces are handed out, it is hidden where the others
/// are as well, for all less those would tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub received: Option<i64>,
    pub handed_out: Option<i64>,
    pub in_stock: Option<i64>,
    pub reserved: Option<i64>,
    pub in_care: Option<i64>,
    pub in_custody: Option<i64>,
    pub transferred: Option<i64>,
    pub discarded: Option<i64>,
    pub missing: Option<i64>,
}

impl Told {
    pub(super) fn of(tally: &Tally, shown: &ShownLine, reader: Reader) -> Told {
        let number = |pieces: i64| match reader {
            Reader::House => Some(pieces),
            Reader::Donor => Shown::number(pieces).told(),
        };
        // What the house received it sees in its own lists.
        let received = match reader {
            Reader::Donor if shown.all.is_hidden() => None,
            _ => number(tally.received),
        };
        if shown.items.is_hidden() {
            return Told { received, ..Told::default() };
        }
        Told {
            received,
            handed_out: number(tally.handed_out),
            in_stock: number(tally.in_stock),
            reserved: number(tally.reserved),
            in_care: number(tally.in_care),
            in_custody: number(tally.in_custody),
            transferred: number(tally.transferred),
            discarded: number(tally.discarded),
            missing: number(tally.missing),
        }
    }

    /// Each state that is counted, in the order in which people read it.
    pub fn parts(&self) -> [(ItemState, Option<i64>); 8] {
        [
            (ItemState::HandedOut, self.handed_out),
            (ItemState::Reserved, self.reserved),
            (ItemState::InStock, self.in_stock),
            (ItemState::InCare, self.in_care),
            (ItemState::InCustody, self.in_custody),
            (ItemState::Transferred, self.transferred),
            (ItemState::Discarded, self.discarded),
            (ItemState::Missing, self.missing),
        ]
    }
}

/// “12”, or a dot.
pub fn dotted(pieces: Option<i64>) -> String {
    pieces.map_or_else(|| Shown::Hidden.to_string(), |pieces| pieces.to_string())
}

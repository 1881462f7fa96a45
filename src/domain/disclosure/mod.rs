//! Disclosure control SDC-5 (law reference 2.4): what a report may say when households stand behind its numbers.
//!
//! Every report that leaves the desk passes here. The unit is the household, never the piece: each cell says how many pieces
//! it holds, how many households they went to, and how much the largest one and two of those got. What comes back is what
//! may be shown: nothing, a number of pieces rounded to five, or a dot.
//!
//! [`list`] is for a list with a total, [`table`] for rows and columns with their sums. [`Counted`] keeps who got what, so that
//! tables over several periods can be set against each other before one more is given out ([`difference`]).
//!
//! ```
//! use gabentisch::domain::disclosure::{Audience, Cell, Shown, list};
//! let each_one = |households| Cell { items: households, households, largest: 1, two_largest: 2 };
//! let shown = list(&[each_one(12), each_one(2), each_one(0), each_one(7)], Audience::Donor);
//! // Two households are too few, and seven go with them: else the total would tell the two.
//! assert_eq!(shown.cells, [Shown::Items(10), Shown::Hidden, Shown::Zero, Shown::Hidden]);
//! assert_eq!(shown.total, Shown::Items(20));
//! ```

mod counted;
pub mod difference;
mod flow;
mod grid;
mod list;
mod reach;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use counted::{Counted, Line, Mark, ShownLine, ShownTable, decide};
pub use grid::{Grid, table, table_without_audit};
pub use list::{List, list};
pub use reach::Reach;

/// Whoever adds and subtracts all that is shown must be left with at least so many pieces, or households, between the least
/// and the most that a hidden cell can be.
pub const NARROWEST: i64 = 3;

/// Published numbers are rounded to multiples of this (item 5).
const ROUNDED_TO: i64 = 5;

/// Who reads a report; with it, how many households must stand behind a number (items 2 and 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Donor,
    Public,
    /// Statistics that stay inside the city or the association.
    City,
    OpenData,
    /// Pregnancy, disability, incontinence: all of them as one, for whichever reader.
    Special,
}

impl Audience {
    /// The least number of households behind a number that is shown.
    pub fn k(self) -> i64 {
        match self {
            Audience::City => 3,
            Audience::Donor | Audience::Public => 5,
            Audience::OpenData | Audience::Special => 10,
        }
    }
}

/// One number of a report, with what stands behind it. Never leaves the house as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Pieces, lines, visits: what is counted.
    pub items: i64,
    pub households: i64,
    /// Of `items`, what the household with the most has; and the two with the most together.
    pub largest: i64,
    pub two_largest: i64,
}

impl Cell {
    /// What these households hold, one number for each.
    pub fn of(held: impl IntoIterator<Item = i64>) -> Cell {
        let mut cell = Cell::default();
        let mut second = 0;
        for items in held.into_iter().filter(|items| *items > 0) {
            cell.items += items;
            cell.households += 1;
            if items > cell.largest {
                (cell.largest, second) = (items, cell.largest);
            } else {
                second = second.max(items);
            }
        }
        cell.two_largest = cell.largest + second;
        cell
    }

    /// So many households, each counted once: a number of households rather than of pieces.
    pub fn one_each(households: i64) -> Cell {
        Cell { items: households, households, largest: households.min(1), two_largest: households.min(2) }
    }

    /// Cells that have no household in common, as one.
    fn and(self, other: Cell) -> Cell {
        let [mut a, mut b] = [self, other];
        if a.largest < b.largest {
            (a, b) = (b, a);
        }
        Cell {
            items: a.items + b.items,
            households: a.households + b.households,
            largest: a.largest,
            two_largest: a.two_largest.max(a.largest + b.largest),
        }
    }

    /// Too few households (item 2), or one with more than half, or two with more than three quarters (item 3).
    pub fn is_primary(&self, k: i64) -> bool {
        self.items > 0 && (self.households < k || self.is_dominated())
    }

    fn is_dominated(&self) -> bool {
        self.largest * 2 > self.items || self.two_largest * 4 > self.items * 3
    }
}

/// What may be shown of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    Zero,
    /// A multiple of five.
    Items(i64),
    Hidden,
}

impl Shown {
    /// A number that may be shown. One that no household stands behind may be so small that rounding leaves nothing of it; it
    /// is hidden then, for zero would be a lie.
    pub fn number(items: i64) -> Shown {
        match (items, rounded(items)) {
            (..=0, _) => Shown::Zero,
            (_, 0) => Shown::Hidden,
            (_, rounded) => Shown::Items(rounded),
        }
    }

    /// One cell alone, without any table or total around it.
    pub fn alone(cell: &Cell, audience: Audience) -> Shown {
        if cell.is_primary(audience.k()) { Shown::Hidden } else { Shown::number(cell.items) }
    }

    fn unless(hidden: bool, items: i64) -> Shown {
        if hidden && items != 0 { Shown::Hidden } else { Shown::number(items) }
    }

    pub fn is_hidden(self) -> bool {
        self == Shown::Hidden
    }

    /// The number as it is shown; `None` for a hidden one.
    pub fn told(self) -> Option<i64> {
        match self {
            Shown::Zero => Some(0),
            Shown::Items(items) => Some(items),
            Shown::Hidden => None,
        }
    }

    /// How many of a hundred this is of `whole`, from the rounded numbers and nothing else (item 5).
    pub fn percent_of(self, whole: Shown) -> Option<i64> {
        match (self.told()?, whole.told()?) {
            (_, 0) => None,
            (part, whole) => Some((part * 100 + whole / 2) / whole),
        }
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Shown::Zero => f.write_str("0"),
            Shown::Items(items) => write!(f, "{items}"),
            Shown::Hidden => f.write_str("•"),
        }
    }
}

/// The multiple of five that lies nearest.
pub fn rounded(items: i64) -> i64 {
    (items + ROUNDED_TO / 2).div_euclid(ROUNDED_TO) * ROUNDED_TO
}

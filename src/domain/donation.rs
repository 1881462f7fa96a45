//! Donors and their donations.

use jiff::civil::Date;

stable_words! {
    /// Who gives.
    pub enum DonorKind {
        Private = "private",
        Company = "company",
        Institution = "institution",
        Anonymous = "anonymous",
    }
}

stable_words! {
    /// Where a donation stands. A city's path goes through custody until the council has accepted.
    pub enum DonationState {
        Draft = "draft",
        Received = "received",
        Closed = "closed",
        Offered = "offered",
        InCustody = "in_custody",
        Accepted = "accepted",
        Receipted = "receipted",
        /// The council did not accept it: it goes back.
        Declined = "declined",
    }
}

stable_words! {
    /// Where the pieces of a donation come from.
    pub enum Source {
        Gift = "gift",
        /// Bought from money that the donor gave: never on a receipt for goods.
        Purchase = "purchase",
    }
}

stable_words! {
    /// How a donation came into the house.
    pub enum Came {
        Unknown = "unknown",
        Bags = "bags",
        Delivery = "delivery",
        Fetched = "fetched",
    }
}

stable_words! {
    /// How a donor wants to be thanked. Never on the receipt.
    pub enum ThanksBy {
        None = "none",
        Mail = "mail",
        Letter = "letter",
    }
}

stable_words! {
    /// Where the goods come from, as the receipt needs it (law reference 1.2, origin sentences).
    pub enum Origin {
        Business = "business",
        PrivateAssets = "private",
        Unknown = "unknown",
    }
}

/// The day from which on the next gift is awaited of somebody who gives every so many months.
pub fn awaited(last: Date, months: i32) -> Date {
    last.saturating_add(jiff::Span::new().months(months.clamp(1, 120)))
}

/// Gifts that are ours: not planned, not only offered or in custody, not given back. What a council accepted came only once it
/// was handed over.
pub const CAME: [DonationState; 4] =
    [DonationState::Received, DonationState::Closed, DonationState::Accepted, DonationState::Receipted];

impl DonationState {
    /// Whether pieces of this donation may be given out, or are only kept for the giver.
    pub fn is_ours(self) -> bool {
        !matches!(self, DonationState::Offered | DonationState::InCustody | DonationState::Declined)
    }

    /// Whether pieces may still be scanned in for it.
    pub fn takes_pieces(self) -> bool {
        // What came first may be confirmed before the rest comes.
        !matches!(self, DonationState::Closed | DonationState::Declined)
    }

    /// Whether it is on a city's path and the council has not decided yet (law reference 1.6).
    pub fn awaits_council(self) -> bool {
        matches!(self, DonationState::Offered | DonationState::InCustody)
    }

    /// The states that a person may choose next.
    pub fn next(self) -> &'static [DonationState] {
        use DonationState::*;
        match self {
            Draft => &[Received, Offered],
            Received => &[Closed],
            Closed => &[Received],
            Offered => &[InCustody],
            // On these the council decides, on a list.
            InCustody | Accepted | Receipted | Declined => &[],
        }
    }
}

//! Donors and their donations.

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

impl DonationState {
    /// Whether pieces of this donation may be given out, or are only kept for the giver.
    pub fn is_ours(self) -> bool {
        !matches!(self, DonationState::Offered | DonationState::InCustody)
    }

    /// Whether pieces may still be scanned in for it.
    pub fn takes_pieces(self) -> bool {
        !matches!(self, DonationState::Closed | DonationState::Receipted)
    }

    /// The states that a person may choose next.
    pub fn next(self) -> &'static [DonationState] {
        use DonationState::*;
        match self {
            Draft => &[Received, Offered],
            Received => &[Closed],
            Closed => &[Received],
            Offered => &[InCustody],
            InCustody => &[Accepted],
            Accepted | Receipted => &[],
        }
    }
}

//! The orders in which lists can be read.

stable_words! {
    /// Order of the list of items.
    #[derive(Default)]
    pub enum ItemOrder {
        /// Taken in last, first.
        #[default]
        Newest = "newest",
        /// What moved last, first.
        Moved = "moved",
        /// What has not moved for the longest time, first.
        Waiting = "waiting",
        /// By the name of the kind of thing.
        Kind = "kind",
        /// By the name of the place; last what has none.
        Place = "place",
    }
}

stable_words! {
    /// Order of the list of donors.
    #[derive(Default)]
    pub enum DonorOrder {
        #[default]
        Name = "name",
        Newest = "newest",
    }
}

stable_words! {
    /// Order of the list of donations, by the day on which they were handed over.
    #[derive(Default)]
    pub enum DonationOrder {
        #[default]
        Newest = "newest",
        Oldest = "oldest",
    }
}

stable_words! {
    /// Order of the list of households.
    #[derive(Default)]
    pub enum HouseholdOrder {
        #[default]
        Newest = "newest",
        /// Whose oldest open line waits longest, first; last who waits for nothing.
        Waiting = "waiting",
    }
}

stable_words! {
    /// A selection of households that needs somebody's attention.
    pub enum Only {
        /// The oldest open line is older than eight weeks.
        Waiting = "waiting",
        /// Something was got so long ago that it may be needed again.
        Again = "again",
        /// The proof of need runs out within 30 days or has run out.
        Proof = "proof",
    }
}

stable_words! {
    /// A selection of donations that the home pages lead to.
    pub enum OnlyDonations {
        /// More pieces were announced than have been scanned in.
        Waiting = "waiting",
        /// What companies gave.
        Company = "company",
        /// A receipt is wished for, and nobody wrote down what the gift is worth.
        NoValue = "no_value",
        /// Worth something in the accounts: valued, or paid for.
        Valued = "valued",
    }
}

stable_words! {
    /// A selection of donors that needs somebody's attention.
    pub enum OnlyDonors {
        /// Gives again and again.
        Recurring = "recurring",
        /// Gives again and again, and the next gift is due.
        Due = "due",
        /// Street, postcode or city are missing.
        NoAddress = "no_address",
        /// Wishes for a receipt of a gift that has none.
        Receipt = "receipt",
        /// Wishes for a receipt of a gift of this year, and the address is not complete.
        ReceiptNoAddress = "receipt_no_address",
    }
}

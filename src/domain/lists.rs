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
        /// Whose last visit, or else registration, is longest ago.
        Waiting = "waiting",
    }
}

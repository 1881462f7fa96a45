//! Notes: what they may be about.

stable_words! {
    /// What a note is about.
    pub enum NotedKind {
        Item = "item",
        Household = "household",
        Donor = "donor",
        Donation = "donation",
    }
}

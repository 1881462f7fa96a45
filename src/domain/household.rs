//! Households, as little of them as the work needs.

stable_words! {
    /// Whether a household may collect.
    pub enum HouseholdState {
        Active = "active",
        /// The card is refused at the desk until the coordinator has cleared it up.
        Blocked = "blocked",
        /// Moved away or no longer in need.
        Left = "left",
    }
}

stable_words! {
    /// Where a printed label is in its life. It is never used for a second thing.
    pub enum LabelState {
        Blank = "blank",
        Bound = "bound",
        Replaced = "replaced",
        Void = "void",
    }
}

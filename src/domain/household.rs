//! Households, as little of them as the work needs.

use super::text_enum::text_enum;

text_enum! {
    /// Whether a household may collect.
    pub enum HouseholdState {
        Active = "active",
        /// The card is refused at the desk until the coordinator has cleared it up.
        Blocked = "blocked",
        /// Moved away or no longer in need.
        Left = "left",
    }
}

text_enum! {
    /// Where a printed label is in its life. It is never used for a second thing.
    pub enum LabelState {
        Blank = "blank",
        Bound = "bound",
        Replaced = "replaced",
        Void = "void",
    }
}

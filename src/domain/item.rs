//! What can happen to an item, and what can not.

stable_words! {
    /// Where an item is in its life. Stored with a version number, never implied by a location.
    pub enum ItemState {
        InStock = "in_stock",
        Reserved = "reserved",
        HandedOut = "handed_out",
        /// Being washed or repaired.
        InCare = "in_care",
        Missing = "missing",
        /// Passed on to another organisation.
        Transferred = "transferred",
        Discarded = "discarded",
        /// Entered by mistake.
        Void = "void",
        /// A gift to the city that the council has not accepted yet: not to be given out.
        InCustody = "in_custody",
    }
}

stable_words! {
    /// One kind of entry in the ledger.
    pub enum MovementKind {
        Intake = "intake",
        HandOut = "handout",
        /// Given out again to another household, after somebody said yes to the question.
        Rebook = "rebook",
        Return = "return",
        /// Back on the shelf after care, custody or a search.
        Restock = "restock",
        Care = "care",
        Reserve = "reserve",
        Release = "release",
        /// Pieces taken from a lot; the new item's first entry has the same event.
        Split = "split",
        Relocate = "relocate",
        /// Product, cut, size or condition corrected.
        Correct = "correct",
        Missing = "missing",
        Transfer = "transfer",
        Discard = "discard",
        Void = "void",
        /// Undoes another movement, which it names.
        Reversal = "reversal",
    }
}

stable_words! {
    /// How a piece is when it comes in.
    pub enum Condition {
        New = "new",
        Good = "good",
        Worn = "worn",
        /// Has to be washed or mended first.
        NeedsCare = "needs_care",
    }
}

stable_words! {
    /// What a person may do with an item on its page, besides correcting what it is.
    pub enum ItemStep {
        ToCare = "to_care",
        Restock = "restock",
        Missing = "missing",
        Discard = "discard",
        /// Was entered by mistake: never was there.
        Void = "void",
    }
}

stable_words! {
    /// What became of a piece that left the house without a recipient. What was sold or recycled for money was not used for
    /// the tax-privileged purpose and never stands on a receipt (law reference 1.1).
    pub enum Disposal {
        Waste = "waste",
        /// Textile recycling.
        Recycled = "recycled",
        Sold = "sold",
    }
}

impl ItemStep {
    /// The entry in the ledger and the state that it leads to.
    pub fn leads_to(self) -> (MovementKind, ItemState) {
        match self {
            ItemStep::ToCare => (MovementKind::Care, ItemState::InCare),
            ItemStep::Restock => (MovementKind::Restock, ItemState::InStock),
            ItemStep::Missing => (MovementKind::Missing, ItemState::Missing),
            ItemStep::Discard => (MovementKind::Discard, ItemState::Discarded),
            ItemStep::Void => (MovementKind::Void, ItemState::Void),
        }
    }

    /// Whether an item in this state can take the step.
    pub fn fits(self, state: ItemState) -> bool {
        let (kind, to) = self.leads_to();
        kind.allows(Some(state), to)
    }
}

impl ItemState {
    /// Whether the piece is in the house and counts as stock.
    pub fn is_here(self) -> bool {
        matches!(self, ItemState::InStock | ItemState::Reserved | ItemState::InCare | ItemState::InCustody)
    }
}

impl MovementKind {
    /// Whether this movement may take an item from `from` (`None`: it does not exist yet) to `to`. A reversal may go
    /// back to wherever the item came from; [`brings_back`](super::ledger::brings_back) says whether it does.
    pub fn allows(self, from: Option<ItemState>, to: ItemState) -> bool {
        use ItemState::*;
        let Some(from) = from else {
            return match self {
                MovementKind::Intake => matches!(to, InStock | InCare | InCustody),
                MovementKind::Split => matches!(to, HandedOut | InStock | InCare),
                _ => false,
            };
        };
        match self {
            MovementKind::Intake => from == Void && matches!(to, InStock | InCare | InCustody),
            // No desk gives out what is in care or custody; a terminal that was cut off may have, and then it is gone.
            MovementKind::HandOut => {
                matches!(from, InStock | Reserved | Missing | InCare | InCustody) && to == HandedOut
            }
            MovementKind::Rebook => from == HandedOut && to == HandedOut,
            MovementKind::Return => from == HandedOut && to == InCare,
            MovementKind::Restock => matches!(from, InCare | InCustody | Missing) && to == InStock,
            MovementKind::Care => matches!(from, InStock | InCustody) && to == InCare,
            MovementKind::Reserve => from == InStock && to == Reserved,
            MovementKind::Release => from == Reserved && to == InStock,
            MovementKind::Split | MovementKind::Relocate | MovementKind::Correct => from == to && from != Void,
            MovementKind::Missing => matches!(from, InStock | Reserved | InCare) && to == Missing,
            // What the council did not accept goes back to whoever gave it.
            MovementKind::Transfer => matches!(from, InStock | InCare | InCustody) && to == Transferred,
            MovementKind::Discard => matches!(from, InStock | InCare | Missing) && to == Discarded,
            MovementKind::Void => matches!(from, InStock | InCare | InCustody | Missing) && to == Void,
            MovementKind::Reversal => true,
        }
    }
}

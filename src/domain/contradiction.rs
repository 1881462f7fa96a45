//! A scan that a cut-off terminal confirmed and that does not fit what the house knew: one question for a person.

use super::desk::Fields;
use super::ids::*;

stable_words! {
    /// How the scan and the house disagree.
    pub enum ContradictionKind {
        /// The piece was given to two households, or twice to one on different days.
        GivenTwice = "given_twice",
        /// The piece was laid aside, in care, in custody, withdrawn, or not so many were there.
        NotFree = "not_free",
        /// The card was blocked or replaced meanwhile.
        Card = "card",
        /// More pieces than the room gives to one household.
        Quota = "quota",
        /// The label stands on another piece already.
        Label = "label",
        /// The piece that came back was not out.
        NotOut = "not_out",
        /// What was to be taken back was not there, or something happened to it since.
        Undo = "undo",
        UnknownCode = "unknown_code",
        /// The house had booked it, the terminal said no.
        ToldNo = "told_no",
        Other = "other",
    }
}

stable_words! {
    /// What a person decides.
    pub enum Settlement {
        /// It stays as it is booked now.
        Leave = "leave",
        /// The other side is right.
        Rebook = "rebook",
        /// The scan did not happen: what it booked is taken back.
        Misscan = "misscan",
    }
}

/// The question, before it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The scan. One that lay on the tray is asked about, not the card that booked it.
    pub event: EventId,
    pub kind: ContradictionKind,
    pub item: Option<ItemId>,
    /// Who else the piece may belong to: it goes there when the other side is right.
    pub household: Option<HouseholdId>,
    /// What the scan says the piece is, when it goes another way.
    pub details: Option<Fields>,
}

impl ContradictionKind {
    /// Whether one question is enough for a whole visit.
    pub fn is_about_visit(self) -> bool {
        matches!(self, ContradictionKind::Card | ContradictionKind::Quota)
    }
}

//! What a code belongs to, told by its first letter.

use super::alphabet;

/// What a code belongs to. Scanning is modeless: the kind is read from the code, never guessed from the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Item,
    Box,
    HouseholdCard,
    Location,
    VolunteerBadge,
    Donation,
    DonorCard,
    Product,
    Command,
}

impl Kind {
    pub const ALL: [Kind; 9] = [
        Kind::Item,
        Kind::Box,
        Kind::HouseholdCard,
        Kind::Location,
        Kind::VolunteerBadge,
        Kind::Donation,
        Kind::DonorCard,
        Kind::Product,
        Kind::Command,
    ];

    /// The first character of every code of this kind.
    pub fn letter(self) -> u8 {
        match self {
            Kind::Item => b'A',
            Kind::Box => b'B',
            Kind::HouseholdCard => b'K',
            Kind::Location => b'R',
            Kind::VolunteerBadge => b'M',
            Kind::Donation => b'S',
            Kind::DonorCard => b'D',
            Kind::Product => b'P',
            Kind::Command => b'X',
        }
    }

    pub fn from_letter(letter: u8) -> Option<Kind> {
        debug_assert!(Kind::ALL.iter().all(|kind| alphabet::value(kind.letter()).is_some()));
        Kind::ALL.into_iter().find(|kind| kind.letter() == letter)
    }

    /// The word for this kind on the command line: `item`, `box`, `card` …
    pub fn word(self) -> &'static str {
        match self {
            Kind::Item => "item",
            Kind::Box => "box",
            Kind::HouseholdCard => "card",
            Kind::Location => "location",
            Kind::VolunteerBadge => "badge",
            Kind::Donation => "donation",
            Kind::DonorCard => "donor",
            Kind::Product => "product",
            Kind::Command => "command",
        }
    }

    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

//! Households, as little of them as the work needs.

use std::collections::BTreeMap;

use super::catalogue::{Cut, Product};
use super::sizes::{SizeSystem, Sizes};
use super::templates::AgeBand;

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

stable_words! {
    /// What somebody agreed to.
    pub enum ConsentKind {
        /// That lines for a pregnancy stand on the list; it was told by the person (GDPR Art. 9 (2) a).
        Maternity = "maternity",
        /// Being reached by mail or phone.
        Contact = "contact",
    }
}

stable_words! {
    /// How an agreement was given.
    pub enum Channel {
        /// Said to a member of staff or a mentor.
        Said = "said",
        /// On a signed paper.
        Paper = "paper",
        /// On the household's own page.
        OwnPage = "own_page",
    }
}

stable_words! {
    /// What somebody was shown as a proof of need (law reference 2.1); the paper itself is never kept.
    pub enum ProofKind {
        /// Bürgergeld, basic income support.
        Basic = "basic",
        /// Benefits for asylum seekers.
        Asylum = "asylum",
        /// Housing benefit, child supplement.
        Housing = "housing",
        /// A small income or pension, reckoned by hand.
        SmallIncome = "small_income",
        /// A letter of a counselling service, a school, a church.
        Letter = "letter",
        /// Told and believed, where the room asks for no paper.
        Told = "told",
    }
}

stable_words! {
    /// Two records that somebody takes for one household.
    pub enum MergeState {
        Proposed = "proposed",
        Merged = "merged",
        Refused = "refused",
        /// Merged and parted again.
        Undone = "undone",
    }
}

stable_words! {
    /// Who else may collect for a household.
    pub enum ProxyKind {
        Always = "always",
        /// Once, with a voucher, for exactly the pieces that it lists.
        Once = "once",
    }
}

stable_words! {
    /// What a person's size is for. A household that gives only one of them is served with that one.
    pub enum SizeFor {
        Clothes = "clothes",
        Trousers = "trousers",
        Shoes = "shoes",
        Bra = "bra",
        /// Caps and hats, in cm.
        Head = "head",
    }
}

impl SizeFor {
    /// The systems that such a size is written in, the most frequent first.
    pub fn systems(self) -> &'static [SizeSystem] {
        match self {
            SizeFor::Clothes => &[SizeSystem::BK, SizeSystem::AL, SizeSystem::WN, SizeSystem::MN],
            SizeFor::Trousers => &[SizeSystem::JW, SizeSystem::WN, SizeSystem::MN, SizeSystem::BK, SizeSystem::AL],
            SizeFor::Shoes => &[SizeSystem::SH, SizeSystem::SO],
            SizeFor::Bra => &[SizeSystem::BR],
            SizeFor::Head => &[SizeSystem::HT],
        }
    }

    /// The sizes that may be meant for a product, the best guess first.
    fn of(product: &Product) -> &'static [SizeFor] {
        let uses = |system| product.size_systems.iter().any(|used| used.system == system);
        if uses(SizeSystem::SH) || uses(SizeSystem::SO) {
            &[SizeFor::Shoes]
        } else if uses(SizeSystem::BR) {
            &[SizeFor::Bra]
        } else if uses(SizeSystem::HT) {
            &[SizeFor::Head]
        } else if uses(SizeSystem::JW) {
            &[SizeFor::Trousers, SizeFor::Clothes]
        } else {
            &[SizeFor::Clothes]
        }
    }
}

/// The size of this product that a person with these sizes wears, in the catalogue's spelling; `None` when it is not
/// known or the product has no sizes.
pub fn size_of(sizes: &BTreeMap<String, String>, product: &Product, cut: Option<Cut>) -> Option<String> {
    let mut said = SizeFor::of(product).iter().filter_map(|what| sizes.get(what.word()));
    said.find_map(|text| Sizes::shipped().read(product, cut, text)).map(|size| size.label().to_owned())
}

/// The cut that somebody of this age wears when nobody said which.
pub fn usual_cut(band: AgeBand) -> Cut {
    match band {
        AgeBand::Baby => Cut::B,
        AgeBand::ChildSmall | AgeBand::Child => Cut::K,
        AgeBand::Teen | AgeBand::Adult => Cut::U,
    }
}

/// Languages that a household may choose for messages: tag and own name, the most frequent in German towns first.
pub const LANGUAGES: [(&str, &str); 22] = [
    ("de", "Deutsch"),
    ("uk", "Українська"),
    ("ar", "العربية"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
    ("fa", "فارسی"),
    ("prs", "دری"),
    ("ps", "پښتو"),
    ("ku", "Kurdî"),
    ("ti", "ትግርኛ"),
    ("so", "Soomaali"),
    ("am", "አማርኛ"),
    ("en", "English"),
    ("fr", "Français"),
    ("es", "Español"),
    ("pl", "Polski"),
    ("ro", "Română"),
    ("bg", "Български"),
    ("sq", "Shqip"),
    ("sr", "Srpski"),
    ("ka", "ქართული"),
    ("vi", "Tiếng Việt"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Catalogue;

    #[test]
    fn a_persons_sizes_serve_the_products_they_are_for() {
        let sizes = BTreeMap::from([("clothes".to_owned(), "104".to_owned()), ("shoes".to_owned(), "27".to_owned())]);
        let size = |code| size_of(&sizes, Catalogue::shipped().product(code).unwrap(), Some(Cut::K));
        assert_eq!(size("winterjacke").as_deref(), Some("104"));
        assert_eq!(size("winterschuhe").as_deref(), Some("27"));
        assert_eq!(size("handtuch"), None);
    }
}

//! What a terminal knows while it is cut off: the house at one moment, without any name of a person.
//!
//! Codes do not stand in it: each is named by [`name_of`], so that the list alone opens no card. It goes over the wire as
//! it is, and the terminal keeps it encrypted.

use std::collections::HashMap;

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::catalogue::{Cut, Group, Product, ProductCode};
use super::desk::Rules;
use super::donation::DonationState;
use super::household::HouseholdState;
use super::ids::*;
use super::item::Condition;
use super::ledger::Standing;
use super::needs::NeedState;
use super::rights::Role;
use crate::codes::Code;
use crate::texts::Lang;

/// The house as it was when the snapshot was taken.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Snapshot {
    pub taken_at: Timestamp,
    /// IANA name of the site's zone, for days in sentences.
    pub zone: String,
    /// Names the codes; drawn anew for each snapshot.
    pub key: [u8; 32],
    pub groups: Vec<Group>,
    pub products: Vec<Product>,
    pub rules: Rules,
    /// What each code stands for, by its name.
    pub known: HashMap<String, Known>,
    /// Names of item labels that are printed and not bound.
    pub blank: Vec<String>,
    /// Shelves and boxes by id, so that an item's place can be said.
    pub places: HashMap<LocationId, String>,
}

/// What one code stands for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Known {
    /// Replaced or void.
    Void,
    Item(KnownItem),
    Household(KnownHousehold),
    /// A voucher: whether it still counts only the server can tell.
    Voucher,
    /// Nobody's name: the greeting does without.
    Badge {
        user: UserId,
        role: Role,
        active: bool,
        lang: Lang,
    },
    Donation {
        id: DonationId,
        state: DonationState,
    },
    Donor,
    Location {
        id: LocationId,
    },
    Product {
        product: ProductCode,
    },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KnownItem {
    pub id: ItemId,
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub condition: Condition,
    pub donation: Option<DonationId>,
    pub standing: Standing,
    /// The visit of its last handout and the day of it.
    pub last_visit: Option<VisitId>,
    pub handed_out_on: Option<Date>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KnownHousehold {
    pub id: HouseholdId,
    pub state: HouseholdState,
    pub people: i32,
    pub last_visit_on: Option<Date>,
    pub needs: Vec<KnownNeed>,
}

/// A line of a needs list. Whose it is within the household stays on the server.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KnownNeed {
    pub id: NeedId,
    pub product: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub wanted: i32,
    pub got: i32,
    pub state: NeedState,
    pub recorded_at: Timestamp,
}

/// How a code is named in a snapshot: the first 16 bytes of HMAC-SHA-256 (RFC 2104), in hexadecimal.
pub fn name_of(key: &[u8; 32], code: Code) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(key).expect("a MAC takes keys of any length");
    let named = mac.chain_update(code.as_str().as_bytes()).finalize().into_bytes();
    data_encoding::HEXLOWER.encode(&named[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_one_name_for_each_key() {
        let card: Code = "K7F39MXT4C".parse().unwrap_or_else(|_| crate::codes::Command::Help.code());
        assert_eq!(name_of(&[1; 32], card), name_of(&[1; 32], card));
        assert_ne!(name_of(&[1; 32], card), name_of(&[2; 32], card));
        assert!(!name_of(&[1; 32], card).contains(card.as_str()));
    }
}

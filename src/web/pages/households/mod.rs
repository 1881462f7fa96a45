//! The households' room: the list, one household, its people, its needs, its mentors.

pub(in crate::web) mod contact;
pub(in crate::web) mod duplicates;
pub(in crate::web) mod edit;
pub(in crate::web) mod fill;
pub(in crate::web) mod list;
pub(in crate::web) mod member;
pub(in crate::web) mod mentors;
pub(in crate::web) mod need;
pub(in crate::web) mod new;
pub(in crate::web) mod pin;
pub(in crate::web) mod print;
pub(in crate::web) mod proxies;
pub(in crate::web) mod record;
pub(in crate::web) mod show;
pub(in crate::web) mod times;
mod words;

pub(in crate::web::pages) use words::{cut as cut_word, ticks};

use crate::domain::HouseholdId;
use crate::web::pages::forms::{Wrong, again};

/// Where a household's page is.
fn address(id: HouseholdId) -> String {
    format!("/households/{id}")
}

/// One entry of a list to choose from.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

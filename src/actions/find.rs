//! Finding anything in the house by what somebody scans or types. Everybody finds only what he or she may see.

use jiff::civil::Date;

use super::see_household::{self, Asked};
use super::{ActionError, Actor, House};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::ProductCode;
use crate::domain::household::LabelState;
use crate::domain::rights::Right;
use crate::domain::sizes::Sizes;
use crate::domain::{DonationId, DonorId, HouseholdId, LocationId, UserId};
use crate::store::donations::{self, DonationFilter, DonationRow};
use crate::store::donors::{self, DonorFilter, DonorRow};
use crate::store::households::Listed;
use crate::store::items::{self, ItemFilter, ItemRow};
use crate::store::locations::{self, LocationRow};
use crate::store::paging::{Cursor, Page};
use crate::store::users::{self, UserFilter, UserRow};
use crate::store::{labels, words};
use crate::texts::{allowed_slips, fold, slips};

/// Longer texts are pasted by accident.
const LONGEST: usize = 100;

/// What stands behind a code, for somebody who may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behind {
    Item(Code),
    Household(HouseholdId),
    Place(LocationId),
    Donation(DonationId),
    Donor(DonorId),
    User(UserId),
    Product(ProductCode),
    /// A label that was printed and is on nothing yet.
    Blank,
    Command,
    /// Nothing, or nothing that this person may see: both get the same answer.
    Nothing,
}

/// What a code leads to. A household is not opened by this: its page notes who looked.
///
/// # Errors
/// When the database fails.
pub fn by_code(house: &House, actor: &Actor, code: Code) -> Result<Behind, ActionError> {
    if code.kind() == Kind::HouseholdCard {
        return match see_household::of_card(house, actor, code) {
            Ok(id) => Ok(Behind::Household(id)),
            Err(ActionError::NotFound | ActionError::Forbidden(_)) => Ok(Behind::Nothing),
            Err(other) => Err(other),
        };
    }
    if code.kind() == Kind::Command {
        return Ok(Behind::Command);
    }
    let Some(label) = house.store().read(|db| labels::find(db, code))? else { return Ok(Behind::Nothing) };
    if label.state == LabelState::Blank && code.kind() == Kind::Item {
        return Ok(if actor.may(Right::SeeItems) { Behind::Blank } else { Behind::Nothing });
    }
    let found = match code.kind() {
        Kind::Item if actor.may(Right::SeeItems) => Some(Behind::Item(code)),
        Kind::Location if actor.may(Right::SeeItems) => label.subject_id().map(Behind::Place),
        Kind::Donation if actor.may(Right::SeeDonors) => label.subject_id().map(Behind::Donation),
        Kind::DonorCard if actor.may(Right::SeeDonors) => label.subject_id().map(Behind::Donor),
        Kind::VolunteerBadge if actor.may(Right::ManageUsers) => label.subject_id().map(Behind::User),
        Kind::Product if actor.may(Right::SeeItems) => label.subject_id().map(Behind::Product),
        _ => None,
    };
    Ok(found.unwrap_or(Behind::Nothing))
}

/// The first hits of one kind, and whether there are more.
#[derive(Clone, Debug)]
pub struct Group<T> {
    pub rows: Vec<T>,
    pub has_more: bool,
}

impl<T> Default for Group<T> {
    fn default() -> Group<T> {
        Group { rows: Vec::new(), has_more: false }
    }
}

impl<T> From<Page<T>> for Group<T> {
    fn from(page: Page<T>) -> Group<T> {
        Group { rows: page.rows, has_more: page.has_next }
    }
}

/// What a text found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What was searched instead, when the text had slips of the finger.
    pub understood: Option<String>,
    pub items: Group<ItemRow>,
    pub products: Group<ProductCode>,
    pub households: Group<Listed>,
    pub donors: Group<DonorRow>,
    pub donations: Group<(DonationRow, String)>,
    /// The day whose donations those are, when the text was a day.
    pub day: Option<Date>,
    pub places: Group<LocationRow>,
    pub users: Group<UserRow>,
}

/// Looks everywhere for a text; at most `each` hits of a kind.
///
/// # Errors
/// When the database fails.
pub fn everywhere(house: &House, actor: &Actor, text: &str, each: i64) -> Result<Found, ActionError> {
    let text: String = text.trim().chars().take(LONGEST).collect();
    let mut found = Found::default();
    if fold(&text).is_empty() {
        return Ok(found);
    }
    if actor.may(Right::SeeHouseholds) || actor.may(Right::SeeOwnHouseholds) {
        let asked = Asked { search: text.clone(), rows: each, ..Asked::default() };
        found.households = see_household::list(house, actor, &asked)?.0.into();
    }
    house.store().read(|db| {
        if actor.may(Right::SeeItems) {
            let catalogue = house.catalogue();
            let mut filter = ItemFilter::default();
            found.understood = filter.search(&text, &catalogue);
            // Any word is a size that no product has; that such a size finds nothing is seen at once.
            found.items = items::list(db, &filter, &Cursor::Start, each)?.into();
            let named = catalogue.find_any(found.understood.as_deref().unwrap_or(&text), Sizes::shipped());
            found.products = first(named.into_iter().map(|hit| hit.product.code.clone()).collect(), each);
            found.places = first(places_like(locations::all(db)?, &fold(&text)), each);
        }
        if actor.may(Right::SeeDonors) {
            if let Some(day) = day(&text) {
                let filter = DonationFilter { day: Some(day), ..DonationFilter::default() };
                found.donations = donations::page(db, &filter, Default::default(), &Cursor::Start, each)?.into();
                found.day = Some(day);
            } else {
                let mut filter = DonorFilter { text: text.clone(), ..DonorFilter::default() };
                found.donors = donors::list(db, &filter, &Cursor::Start, each)?.into();
                if found.donors.rows.is_empty()
                    && let Some(mended) = words::mended(db, &fold(&text))?
                {
                    filter.text.clone_from(&mended);
                    found.donors = donors::list(db, &filter, &Cursor::Start, each)?.into();
                    if !found.donors.rows.is_empty() {
                        found.understood.get_or_insert(mended);
                    }
                }
                if !found.donors.rows.is_empty() {
                    let of_them = DonationFilter { text: filter.text, ..DonationFilter::default() };
                    found.donations = donations::page(db, &of_them, Default::default(), &Cursor::Start, each)?.into();
                }
            }
        }
        if actor.may(Right::ManageUsers) {
            let filter = UserFilter { text: text.clone(), role: None };
            found.users = users::page(db, &filter, &Cursor::Start, each)?.into();
        }
        Ok(found)
    })
}

fn first<T>(mut rows: Vec<T>, each: i64) -> Group<T> {
    let each = usize::try_from(each).unwrap_or_default();
    let has_more = rows.len() > each;
    rows.truncate(each);
    Group { rows, has_more }
}

/// A day as people and machines write it: `12.3.2026` or `2026-03-12`.
fn day(text: &str) -> Option<Date> {
    text.parse().ok().or_else(|| Date::strptime("%d.%m.%Y", text).ok())
}

/// Places each of whose words is begun by one that was typed; else those with a slip in it.
fn places_like(all: Vec<LocationRow>, folded: &str) -> Vec<LocationRow> {
    let typed: Vec<&str> = folded.split(' ').collect();
    let fits = |place: &LocationRow, meets: &dyn Fn(&str, &str) -> bool| {
        let name = fold(&place.name);
        typed.iter().all(|typed| name.split(' ').any(|word| meets(word, typed)))
    };
    let begun: Vec<LocationRow> =
        all.iter().filter(|place| fits(place, &|word, typed| word.starts_with(typed))).cloned().collect();
    if !begun.is_empty() {
        return begun;
    }
    let near = |word: &str, typed: &str| {
        let is_word = typed.chars().all(char::is_alphabetic);
        word.starts_with(typed) || (is_word && slips(word, typed, allowed_slips(typed)).is_some())
    };
    all.into_iter().filter(|place| fits(place, &near)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        let march = jiff::civil::date(2026, 3, 12);
        assert_eq!(day("12.03.2026"), Some(march));
        assert_eq!(day("12.3.2026"), Some(march));
        assert_eq!(day("2026-03-12"), Some(march));
        assert_eq!(day("104"), None);
    }
}

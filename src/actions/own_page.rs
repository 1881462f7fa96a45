//! What a household sees of itself on its own page, and what it changes there by itself: language and contact.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::consents::{TEXT_VERSION, is_private};
use super::{ActionError, Holder, House};
use crate::codes::{Code, Kind};
use crate::domain::household::{Channel, ConsentKind};
use crate::domain::item::ItemState;
use crate::domain::rights::Role;
use crate::domain::{ConsentId, HouseholdId, ItemId};
use crate::store::consents::{self, ConsentRow};
use crate::store::households::{self, HouseholdRow};
use crate::store::items::{self, ItemRow};
use crate::store::members::{self, MemberRow};
use crate::store::mentor_links;
use crate::store::needs::{self, NeedRow};
use crate::store::{At, Db, StoreError, labels, letters, own_page};

/// As many pieces and looks as a page shows.
const SHOWN: i64 = 100;
const LONGEST_NAME: usize = 40;
const LONGEST_ADDRESS: usize = 120;

/// A household as it sees itself.
pub struct Seen {
    pub row: HouseholdRow,
    pub members: Vec<MemberRow>,
    pub needs: Vec<NeedRow>,
    /// What lies ready for it.
    pub ready: Vec<ItemRow>,
}

/// The needs list, the people and what lies ready.
///
/// # Errors
/// Only when the database fails.
pub fn see(house: &House, holder: Holder) -> Result<Seen, ActionError> {
    let id = holder.household();
    house.store().read(|db| {
        Ok(Seen {
            row: households::find(db, id)?.ok_or(ActionError::NotFound)?,
            members: members::of_household(db, id)?,
            needs: needs::shown_of_household(db, id)?,
            ready: items::of_household(db, id, ItemState::Reserved, SHOWN)?,
        })
    })
}

/// The same for a sheet of paper, which others may find: without what tells of somebody's health.
///
/// # Errors
/// Only when the database fails.
pub fn see_for_paper(house: &House, holder: Holder) -> Result<Seen, ActionError> {
    let (mut seen, catalogue) = (see(house, holder)?, house.catalogue());
    seen.needs.retain(|row| !is_private(catalogue.product(row.product_code.as_str()), row));
    Ok(seen)
}

/// All that is stored about a household, as far as it is not on its list.
pub struct Stored {
    pub row: HouseholdRow,
    pub card: Option<Code>,
    pub members: Vec<MemberRow>,
    pub mentors: Vec<String>,
    /// Who looked, by role, newest first.
    pub looks: Vec<(At, Role)>,
}

/// What is stored, and who looked (GDPR Art. 15).
///
/// # Errors
/// Only when the database fails.
pub fn stored(house: &House, holder: Holder) -> Result<Stored, ActionError> {
    let (id, now) = (holder.household(), house.now());
    house.store().read(|db| {
        Ok(Stored {
            row: households::find(db, id)?.ok_or(ActionError::NotFound)?,
            card: labels::bound_of(db, Kind::HouseholdCard, &id.to_string())?,
            members: members::of_household(db, id)?,
            mentors: mentor_links::of_household(db, id, now)?.into_iter().map(|mentor| mentor.name).collect(),
            looks: own_page::looks_by_role(db, id, SHOWN)?,
        })
    })
}

/// Keeps the language that the household wants to be written to in.
///
/// # Errors
/// Only when the database fails.
pub fn choose_language(house: &House, holder: Holder, tag: &'static str) -> Result<(), ActionError> {
    let id = holder.household();
    house.store().write(move |db| own_page::set_language(db, id, tag).map_err(ActionError::from))
}

/// Whom to write to, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub agreed: bool,
}

/// Why a contact was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoContact {
    NotAgreed,
    Missing,
    Name,
    Email,
    Phone,
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_odd(text: &str, most: usize) -> bool {
    text.chars().count() > most || text.chars().any(char::is_control)
}

/// Takes back what holds of being written to.
pub(super) fn revoke(db: &mut Db, id: HouseholdId, now: Timestamp) -> Result<(), StoreError> {
    for given in consents::in_force(db, id, ConsentKind::Contact)? {
        consents::revoke(db, given.id, now)?;
    }
    Ok(())
}

/// Stores a contact together with the consent to use it: neither without the other.
///
/// # Errors
/// Only when the database fails; what the person can mend is a [`NoContact`].
pub fn set_contact(
    house: &Arc<House>,
    holder: Holder,
    contact: &Contact,
) -> Result<Result<(), NoContact>, ActionError> {
    let (name, email, phone) = (line(&contact.name), line(&contact.email), line(&contact.phone));
    let looks_like_mail = email.split_once('@').is_some_and(|(who, at)| {
        !who.is_empty() && at.contains('.') && !at.starts_with('.') && !at.ends_with('.') && !at.contains('@')
    });
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let is_phone = digits >= 5 && phone.chars().all(|c| c.is_ascii_digit() || " +-/().".contains(c));
    let wrong = match () {
        () if is_odd(&name, LONGEST_NAME) => Some(NoContact::Name),
        () if !email.is_empty() && (!looks_like_mail || email.contains(' ') || is_odd(&email, LONGEST_ADDRESS)) => {
            Some(NoContact::Email)
        }
        () if !phone.is_empty() && (!is_phone || is_odd(&phone, LONGEST_NAME)) => Some(NoContact::Phone),
        () if email.is_empty() && phone.is_empty() => Some(NoContact::Missing),
        () if !contact.agreed => Some(NoContact::NotAgreed),
        () => None,
    };
    if let Some(wrong) = wrong {
        return Ok(Err(wrong));
    }
    let (id, now) = (holder.household(), house.now());
    let consent = ConsentRow {
        id: ConsentId(house.uuid()),
        household_id: id,
        member_id: None,
        kind: ConsentKind::Contact,
        text_version: TEXT_VERSION.to_owned(),
        channel: Channel::OwnPage,
        given_at: At(now),
        recorded_by: None,
        revoked_at: None,
    };
    house.store().write(move |db| {
        revoke(db, id, now)?;
        consents::insert(db, &consent)?;
        letters::drop_others(db, id, [&email, &phone], now)?;
        own_page::set_contact(db, id, [&name, &email, &phone]).map_err(ActionError::from)
    })?;
    Ok(Ok(()))
}

/// Forgets the contact and takes the consent back.
///
/// # Errors
/// Only when the database fails.
pub fn forget_contact(house: &House, holder: Holder) -> Result<(), ActionError> {
    let (id, now): (_, Timestamp) = (holder.household(), house.now());
    house.store().write(move |db| {
        revoke(db, id, now)?;
        letters::forget_addresses(db, id, now)?;
        own_page::set_contact(db, id, ["", "", ""]).map_err(ActionError::from)
    })
}

/// Until when each piece that lies ready is kept.
///
/// # Errors
/// Only when the database fails.
pub fn kept_until(house: &House, holder: Holder) -> Result<HashMap<ItemId, Timestamp>, ActionError> {
    let id = holder.household();
    let rows = house.store().read(|db| own_page::kept_until(db, id))?;
    Ok(rows.into_iter().map(|(item, until)| (item, until.0)).collect())
}

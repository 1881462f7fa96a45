//! Agreements: lines for a pregnancy, and being reached. Without one, nothing of it is written; taken back, it is gone at
//! once (GDPR Art. 7 and 9; law reference 2.1 and R7).

use std::sync::Arc;

use super::deeds::Doing;
use super::see_household::may_see;
use super::{ActionError, Actor, House, reservations, typed};
use crate::domain::catalogue::Product;
use crate::domain::deed::Undoing;
use crate::domain::household::{Channel, ConsentKind, HouseholdState};
use crate::domain::needs::{NeedState, Occasion};
use crate::domain::rights::Right;
use crate::domain::{ConsentId, DeedId, HouseholdId, MemberId};
use crate::store::consents::{self, ConsentRow};
use crate::store::ledger::Occasion as Entry;
use crate::store::needs::{self, NeedRow};
use crate::store::{At, Db, households, ledger, letters};
use crate::texts::{fold, say};

/// The wording that people are read or shown now. Changed wording gets another word, so that it is known who agreed to
/// what.
pub const TEXT_VERSION: &str = "2026-11";
const LONGEST_NAME: usize = 60;
const LONGEST_MAIL: usize = 120;
const LONGEST_PHONE: usize = 30;

/// Whether a line tells of somebody's health, so that it needs consent: everything for a pregnancy, and what the catalogue
/// marks as special (incontinence).
pub fn needs_consent(product: &Product, occasion: Occasion) -> bool {
    product.special || occasion == Occasion::Maternity
}

/// Whether a row is such a line.
pub fn is_private(product: Option<&Product>, row: &NeedRow) -> bool {
    row.occasion == Occasion::Maternity || product.is_some_and(|product| product.special)
}

/// Whether this person, or the household for all its people, agreed to such lines.
pub(super) fn has_told(db: &mut Db, household: HouseholdId, member: MemberId) -> Result<bool, ActionError> {
    has_told_any(db, household, Some(member))
}

/// The same; a line for the whole household may stand on it when anybody of it agreed.
pub(super) fn has_told_any(db: &mut Db, household: HouseholdId, member: Option<MemberId>) -> Result<bool, ActionError> {
    let given = consents::in_force(db, household, ConsentKind::Maternity)?;
    Ok(given.iter().any(|row| member.is_none() || row.member_id.is_none() || row.member_id == member))
}

/// Notes that somebody agreed to lines for a pregnancy or other things that tell of health, and that it was told by the
/// person. A mentor or the coordinator may.
///
/// # Errors
/// For a household that one may not see, for a person of another one, and when it was agreed already.
pub fn give_maternity(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    member: Option<MemberId>,
    channel: Channel,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditNeeds)?;
    let doing = Doing::by(house, actor);
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        may_see(db, &in_house, &actor, household)?;
        if let Some(member) = member {
            super::needs::member(db, household, member)?;
        }
        if has_told_any(db, household, member)? && (member.is_some() || !in_force_for_all(db, household)?.is_empty()) {
            return Err(ActionError::Refused(say::error_consent_twice()));
        }
        let row = consent(&in_house, &actor, household, member, ConsentKind::Maternity, channel);
        consents::insert(db, &row)?;
        let undo = Undoing::ConsentGiven { id: row.id };
        doing.note(db, &say::records_consent_given(), household, Some(&undo))
    })
}

fn in_force_for_all(db: &mut Db, household: HouseholdId) -> Result<Vec<ConsentRow>, ActionError> {
    let mut given = consents::in_force(db, household, ConsentKind::Maternity)?;
    given.retain(|row| row.member_id.is_none());
    Ok(given)
}

fn consent(
    house: &House,
    actor: &Actor,
    household: HouseholdId,
    member: Option<MemberId>,
    kind: ConsentKind,
    channel: Channel,
) -> ConsentRow {
    ConsentRow {
        id: ConsentId(house.uuid()),
        household_id: household,
        member_id: member,
        kind,
        text_version: TEXT_VERSION.to_owned(),
        channel,
        given_at: At(house.now()),
        recorded_by: actor.user(),
        revoked_at: None,
    }
}

/// How to reach somebody; all of it may be empty but a name or an address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub phone: String,
}

/// Writes whom to reach and how, with the consent that this needs. An empty contact takes it back.
///
/// # Errors
/// Without the right, when somebody else changed the household, and with the field's name for what is too long or no
/// address.
pub fn set_contact(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    version: i32,
    contact: &Contact,
    channel: Channel,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditHouseholds)?;
    let contact = Contact {
        name: typed::line("contact_name", &contact.name, LONGEST_NAME)?,
        email: email(&contact.email)?,
        phone: phone(&contact.phone)?,
    };
    if contact == Contact::default() {
        return Err(ActionError::field("contact_name", say::error_contact_empty()));
    }
    if contact.email.is_empty() && contact.phone.is_empty() {
        return Err(ActionError::field("contact_phone", say::error_contact_no_way()));
    }
    let doing = Doing::by(house, actor);
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        let row = households::find(db, household)?.ok_or(ActionError::NotFound)?;
        if row.state == HouseholdState::Left {
            return Err(ActionError::Refused(say::error_household_left()));
        }
        let texts = [&contact.name, &contact.email, &contact.phone].map(String::as_str);
        if !households::set_contact(db, household, version, texts)? {
            return Err(ActionError::Changed);
        }
        if consents::in_force(db, household, ConsentKind::Contact)?.is_empty() {
            consents::insert(db, &consent(&in_house, &actor, household, None, ConsentKind::Contact, channel))?;
        }
        letters::drop_others(db, household, [&contact.email, &contact.phone], doing.now)?;
        // What it was before is not kept for an undo: it is exactly what is not to be kept.
        doing.note(db, &say::records_contact_saved(), household, None)
    })
}

/// Notes that an agreement was taken back, and does what follows at once: the contact is erased, or every open line that
/// needed it is withdrawn.
///
/// # Errors
/// For a household that one may not see, and for an agreement that does not hold any more.
pub fn revoke(house: &Arc<House>, actor: &Actor, id: ConsentId) -> Result<(HouseholdId, DeedId), ActionError> {
    actor.must(Right::EditNeeds)?;
    let doing = Doing::by(house, actor);
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        ledger::lock(db)?;
        let row = consents::find(db, id)?.ok_or(ActionError::NotFound)?;
        may_see(db, &in_house, &actor, row.household_id)?;
        if row.kind == ConsentKind::Contact {
            actor.must(Right::EditHouseholds)?;
        }
        if !consents::revoke(db, id, doing.now)? {
            return Err(ActionError::Changed);
        }
        match row.kind {
            ConsentKind::Contact => {
                // No other one may go on holding what was taken back.
                super::own_page::revoke(db, row.household_id, doing.now)?;
                let known = households::find(db, row.household_id)?.ok_or(ActionError::NotFound)?;
                households::set_contact(db, known.id, known.version, ["", "", ""])?;
                letters::forget_addresses(db, known.id, doing.now)?;
                let deed = doing.note(db, &say::records_contact_erased(), row.household_id, None)?;
                Ok((row.household_id, deed))
            }
            ConsentKind::Maternity => {
                let lines = withdraw_private(db, &in_house, row.household_id, doing.occasion())?;
                let undo = Undoing::ConsentRevoked { id, needs: lines };
                let deed = doing.note(db, &say::records_consent_revoked(), row.household_id, Some(&undo))?;
                Ok((row.household_id, deed))
            }
        }
    })
}

/// Withdraws the open lines that no consent covers any more, and gives back what lies ready for them. Gives each with the version that this left and its state
/// before.
pub(super) fn withdraw_private(
    db: &mut Db,
    house: &House,
    household: HouseholdId,
    entry: Entry,
) -> Result<Vec<(crate::domain::NeedId, i32, NeedState)>, ActionError> {
    let catalogue = house.catalogue();
    let mut lines = Vec::new();
    for need in needs::of_household(db, household)? {
        let private = is_private(catalogue.product(need.product_code.as_str()), &need);
        if !private || !need.line().is_open() || has_told_any(db, household, need.member_id)? {
            continue;
        }
        if !needs::set_state(db, need.id, need.version, NeedState::Withdrawn)? {
            return Err(ActionError::Changed);
        }
        lines.push((need.id, need.version + 1, need.state));
    }
    let ids: Vec<_> = lines.iter().map(|(id, ..)| *id).collect();
    reservations::release_for(db, house, &ids, entry)?;
    Ok(lines)
}

fn email(text: &str) -> Result<String, ActionError> {
    let address = typed::line("contact_email", text, LONGEST_MAIL)?;
    let well_formed = address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@')
    });
    if !address.is_empty() && (!well_formed || address.contains(char::is_whitespace)) {
        return Err(ActionError::field("contact_email", say::error_contact_email()));
    }
    Ok(address)
}

fn phone(text: &str) -> Result<String, ActionError> {
    let number = typed::line("contact_phone", text, LONGEST_PHONE)?;
    let digits = fold(&number).chars().filter(char::is_ascii_digit).count();
    let fits = number.chars().all(|c| c.is_ascii_digit() || " +-/().".contains(c));
    if !number.is_empty() && (digits < 5 || !fits) {
        return Err(ActionError::field("contact_phone", say::error_contact_phone()));
    }
    Ok(number)
}

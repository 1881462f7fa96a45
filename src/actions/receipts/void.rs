//! Voiding a receipt: one person asks and says why, another one confirms. The paper stays, its lines are free again.

use std::sync::Arc;

use super::{locked, person, saved};
use crate::actions::deeds::Doing;
use crate::actions::{ActionError, Actor, House, typed};
use crate::domain::ReceiptId;
use crate::domain::donation::DonationState;
use crate::domain::rights::Right;
use crate::domain::treasury::ReceiptState;
use crate::store::{At, donations, receipts, value_lines};
use crate::texts::say;

/// As long as a reason may be, in characters.
pub const MOST_REASON: usize = 500;

/// Asks for voiding an issued receipt.
///
/// # Errors
/// Without a reason, or when it is not issued or somebody asked already.
pub fn ask(house: &Arc<House>, actor: &Actor, id: ReceiptId, version: i32, reason: &str) -> Result<(), ActionError> {
    actor.must(Right::IssueReceipts)?;
    let user = person(actor)?;
    let reason = typed::line("reason", reason, MOST_REASON)?;
    if reason.is_empty() {
        return Err(ActionError::field("reason", say::receipts_void_why()));
    }
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let mut row = locked(db, id, version)?;
        if row.state != ReceiptState::Issued || row.void_asked_at.is_some() {
            return Err(ActionError::Refused(say::receipts_void_not_now()));
        }
        row.void_reason.clone_from(&reason);
        row.void_asked_by = Some(user);
        row.void_asked_at = Some(At(doing.now));
        saved(db, &row)?;
        doing.note(db, &say::receipts_done_asked(row.number.unwrap_or_default()), id, None)?;
        Ok(())
    })
}

/// Takes the wish back or refuses it: the receipt stays valid.
///
/// # Errors
/// When nobody asked.
pub fn keep(house: &Arc<House>, actor: &Actor, id: ReceiptId, version: i32) -> Result<(), ActionError> {
    if !actor.may(Right::AgreeReceipts) {
        actor.must(Right::IssueReceipts)?;
    }
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let mut row = locked(db, id, version)?;
        if row.state != ReceiptState::Issued || row.void_asked_at.is_none() {
            return Err(ActionError::Refused(say::receipts_void_not_now()));
        }
        row.void_reason.clear();
        row.void_asked_by = None;
        row.void_asked_at = None;
        saved(db, &row)?;
        doing.note(db, &say::receipts_done_kept(row.number.unwrap_or_default()), id, None)?;
        Ok(())
    })
}

/// Confirms what another person asked for: the receipt is void, its lines are free for a new one.
///
/// # Errors
/// For the person who asked: nobody is his or her own second pair of eyes.
pub fn confirm(house: &Arc<House>, actor: &Actor, id: ReceiptId, version: i32) -> Result<(), ActionError> {
    actor.must(Right::AgreeReceipts)?;
    let user = person(actor)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let mut row = locked(db, id, version)?;
        if row.state != ReceiptState::Issued || row.void_asked_at.is_none() {
            return Err(ActionError::Refused(say::receipts_void_not_now()));
        }
        if row.void_asked_by == Some(user) {
            return Err(ActionError::Refused(say::receipts_void_not_yourself()));
        }
        row.state = ReceiptState::Voided;
        row.voided_by = Some(user);
        row.voided_at = Some(At(doing.now));
        saved(db, &row)?;
        value_lines::free_of(db, id)?;
        // A city's gift whose only receipt is void is accepted, and no more than that.
        let donation = donations::find(db, row.donation_id)?.ok_or(ActionError::NotFound)?;
        let others = receipts::of_donation(db, row.donation_id)?;
        if donation.state == DonationState::Receipted && !others.iter().any(|one| one.state == ReceiptState::Issued) {
            donations::set_state(db, donation.id, donation.version, DonationState::Accepted)?;
        }
        doing.note(db, &say::receipts_done_voided(row.number.unwrap_or_default()), id, None)?;
        Ok(())
    })
}

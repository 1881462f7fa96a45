//! Who receives a gift: the association or the city. It is chosen before the goods arrive and never mixed (law reference 1.6).

use std::sync::Arc;

use super::deeds::Doing;
use super::{ActionError, Actor, House};
use crate::domain::council::{Fixed, is_city, may_change_side, on_other_side};
use crate::domain::deed::Undoing;
use crate::domain::donation::{DonationState, Source};
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::domain::{DeedId, DonationId, IssuerId};
use crate::store::council_lists::{self, CityRow};
use crate::store::donations::{self, DonationRow};
use crate::store::{Db, ledger};
use crate::texts::{Message, say};

/// Makes an association or a city the receiver of a gift that was at `version` when the page was opened. A gift that goes to a
/// city goes on as an offer, one that goes to an association as received.
///
/// # Errors
/// Without the right, for a receiver that there is not, when the goods are there or a council decided and the receiver is of
/// the other kind, or [`ActionError::Changed`].
pub fn choose(
    house: &Arc<House>,
    actor: &Actor,
    id: DonationId,
    version: i32,
    issuer: IssuerId,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditDonors)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        // Pieces are scanned in by whoever holds the ledger.
        ledger::lock(db)?;
        let donation = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
        let unknown = || ActionError::field("issuer", say::council_error_receiver());
        let to = council_lists::receiver(db, issuer)?.filter(|to| to.active).ok_or_else(unknown)?;
        let state = goes_on_as(db, &donation, &to)?;
        if !council_lists::set_receiver(db, id, version, Some(issuer), state)? {
            return Err(ActionError::Changed);
        }
        let undo = Undoing::Receiver { id, version: version + 1, issuer: donation.issuer_id, state: donation.state };
        doing.note(db, &say::council_receiver_chosen(&to.name), id, Some(&undo))
    })
}

/// The state in which a gift goes on when this is its receiver.
///
/// # Errors
/// With the reason, when it cannot be any more.
pub fn goes_on_as(db: &mut Db, donation: &DonationRow, to: &CityRow) -> Result<DonationState, ActionError> {
    let receipted = donation.state == DonationState::Receipted || donations::has_issued_receipt(db, donation.id)?;
    if receipted || donation.council_list_id.is_some() {
        let fixed = if receipted { Fixed::Receipted } else { Fixed::BeforeCouncil };
        return if donation.issuer_id == Some(to.id) { Ok(donation.state) } else { Err(why(fixed)) };
    }
    if is_for_city(db, donation)? == is_city(&to.form) {
        return Ok(donation.state);
    }
    may_change_side(donation.state, donation.source, pieces(db, donation.id)?, false)
        .map_err(why)
        .map(|()| on_other_side(donation.state, is_city(&to.form)))
}

/// The state in which a gift goes on when its record is corrected to have this receiver, or none.
///
/// # Errors
/// As [`goes_on_as`].
pub(super) fn after_edit(
    db: &mut Db,
    donation: &DonationRow,
    issuer: Option<IssuerId>,
) -> Result<DonationState, ActionError> {
    if let Some(issuer) = issuer {
        let unknown = || ActionError::field("issuer", say::council_error_receiver());
        let to = council_lists::receiver(db, issuer)?.ok_or_else(unknown)?;
        return goes_on_as(db, donation, &to);
    }
    // Nobody in particular: a city's gift would lose whoever decides on it.
    let stays = !is_for_city(db, donation)? || donation.state.awaits_council();
    match (donation.state, donation.council_list_id) {
        (DonationState::Receipted, _) => Err(why(Fixed::Receipted)),
        (state, None) if stays => Ok(state),
        _ => Err(why(Fixed::BeforeCouncil)),
    }
}

/// The state in which a gift begins, or goes on, that is to be in the state of this row: what a city receives is an offer
/// until its council decides. Things bought from money are the buyer's at once.
pub(super) fn begins_as(db: &mut Db, row: &DonationRow) -> Result<DonationState, ActionError> {
    let ours = matches!(row.state, DonationState::Draft | DonationState::Received);
    if ours && row.source == Source::Gift && is_for_city(db, row)? {
        return Ok(on_other_side(row.state, true));
    }
    Ok(row.state)
}

/// Refuses an offer to an association at this field: no council decides on it, so that it would wait for ever.
pub(super) fn may_be_offered(db: &mut Db, row: &DonationRow, field: &'static str) -> Result<(), ActionError> {
    if row.state == DonationState::Offered && row.issuer_id.is_some() && !is_for_city(db, row)? {
        return Err(ActionError::field(field, say::council_error_no_offer()));
    }
    Ok(())
}

/// Whether a gift goes a city's path: its receiver is a city, or it was only offered to nobody in particular.
pub fn is_for_city(db: &mut Db, donation: &DonationRow) -> Result<bool, ActionError> {
    Ok(match donation.issuer_id {
        Some(issuer) => council_lists::receiver(db, issuer)?.is_some_and(|row| is_city(&row.form)),
        None => donation.state.awaits_council(),
    })
}

/// Whether a gift may go back to the receiver that it had in this state.
pub(super) fn may_go_back(db: &mut Db, now: &DonationRow, state: DonationState) -> Result<bool, ActionError> {
    let free = now.council_list_id.is_none() && now.state != DonationState::Receipted;
    Ok(free && (now.state == state || pieces(db, now.id)? == 0))
}

/// Takes a choice back, as long as nothing was scanned in since, no council looks at it and no receipt names the receiver.
pub(super) fn back(
    db: &mut Db,
    id: DonationId,
    version: i32,
    issuer: Option<IssuerId>,
    state: DonationState,
) -> Result<bool, ActionError> {
    let donation = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
    let fixed = donation.council_list_id.is_some() || donations::has_issued_receipt(db, id)?;
    if fixed || donation.state != state && pieces(db, id)? > 0 {
        return Ok(false);
    }
    Ok(council_lists::set_receiver(db, id, version, issuer, state)?)
}

fn pieces(db: &mut Db, id: DonationId) -> Result<i64, ActionError> {
    let counted = donations::pieces(db, &[id])?;
    Ok(counted.iter().filter(|(_, state, _)| *state != ItemState::Void).map(|(.., pieces)| pieces).sum())
}

fn why(fixed: Fixed) -> ActionError {
    ActionError::field("issuer", sentence(fixed))
}

/// Why the receiver stays, in a sentence.
pub fn sentence(fixed: Fixed) -> Message {
    match fixed {
        Fixed::HasPieces => say::council_fixed_pieces(),
        Fixed::BeforeCouncil => say::council_fixed_council(),
        Fixed::Receipted => say::council_fixed_receipt(),
        Fixed::Closed => say::council_fixed_closed(),
        Fixed::Bought => say::council_fixed_bought(),
    }
}

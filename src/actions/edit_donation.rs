//! Correcting what was written down about a donation. What stands on an issued receipt stays as it is there.

use std::sync::Arc;

use super::deeds::Doing;
use super::record_donation::{NewDonation, known};
use super::{ActionError, Actor, House, receiver, value_gifts};
use crate::domain::deed::{DonationImage, GiftUndoing, Undoing};
use crate::domain::rights::Right;
use crate::domain::{DeedId, DonationId};
use crate::store::donations::{self, DonationRow};
use crate::store::ledger;
use crate::texts::say;

/// Corrects a donation that was at `version` when the page was opened. Its code stays, and its state unless another
/// receiver makes it an offer to a city, or a gift that was received. With another origin go the amounts and bases of its
/// lines that do not belong to that.
///
/// # Errors
/// Without the right; when a receipt is issued for it, which has to be voided first; naming the field that cannot be taken
/// as it is; [`ActionError::Changed`] when somebody else was faster.
pub fn edit(
    house: &Arc<House>,
    actor: &Actor,
    id: DonationId,
    version: i32,
    donation: NewDonation,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditDonors)?;
    let (in_house, doing, lang) = (Arc::clone(house), Doing::by(house, actor), actor.lang());
    house.store().write(move |db| {
        // Pieces are scanned in by whoever holds the ledger, and another receiver may change where they go.
        ledger::lock(db)?;
        let before = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
        if donations::has_issued_receipt(db, id)? {
            return Err(ActionError::Refused(say::values_error_receipt_issued()));
        }
        let next = DonationRow { version: version + 1, ..before.clone() };
        let mut row = donation.clone().row(&in_house, lang, next)?;
        known(db, &row)?;
        // As long as nothing came, the day that is corrected is that of the offer.
        if before.only_offered {
            row.offered_on = Some(row.received_on);
        }
        if row.issuer_id != before.issuer_id {
            row.state = receiver::after_edit(db, &before, row.issuer_id)?;
        }
        if !donations::update(db, &row, version)? {
            return Err(ActionError::Changed);
        }
        // Amounts that were taken away with the origin do not come back, and half a way back is none.
        let is_whole = !value_gifts::fit_origin(db, id, row.origin)?;
        let undo =
            Undoing::Gift { gift: Box::new(GiftUndoing::Donation { id, version: version + 1, before: image(before) }) };
        doing.note(db, &say::donation_saved(), id, Some(&undo).filter(|_| is_whole))
    })
}

fn image(row: DonationRow) -> DonationImage {
    DonationImage {
        donor: row.donor_id,
        state: Some(row.state),
        received_on: row.received_on.0,
        origin: row.origin,
        description: row.description,
        pieces_announced: row.pieces_announced,
        receipt_wanted: row.receipt_wanted,
        issuer: row.issuer_id,
        source: row.source,
        came: row.came,
        bags: row.bags,
        weight_g: row.weight_g,
        paid_cents: row.paid_cents,
    }
}

//! Taking back what was done about a gift: its record, its lines of value, its papers.

use super::row_of;
use crate::actions::{ActionError, House, receiver};
use crate::domain::deed::GiftUndoing;
use crate::domain::rights::Right;
use crate::store::donations::DonationRow;
use crate::store::value_lines::{self, ValueLineRow};
use crate::store::{At, Day, Db, donations, evidence};
use crate::texts::say;

/// What one must be allowed to.
pub(in crate::actions) fn right(gift: &GiftUndoing) -> Right {
    match gift {
        GiftUndoing::Donation { .. } => Right::EditDonors,
        _ => Right::ValueGifts,
    }
}

fn unchanged(done: bool) -> Result<(), ActionError> {
    if done { Ok(()) } else { Err(ActionError::Refused(say::error_undo_changed())) }
}

/// Brings back what was before, if nobody changed it since.
pub(in crate::actions) fn back(db: &mut Db, house: &House, gift: GiftUndoing) -> Result<(), ActionError> {
    let gone = || ActionError::Refused(say::error_undo_changed());
    match gift {
        GiftUndoing::Donation { id, version, before } => {
            if donations::has_issued_receipt(db, id)? {
                return Err(ActionError::Refused(say::values_error_receipt_issued()));
            }
            let now = donations::find(db, id)?.ok_or_else(gone)?;
            let state = before.state.unwrap_or(now.state);
            // Another receiver cannot be taken back once something was scanned in or decided for this one.
            unchanged(now.issuer_id == before.issuer || receiver::may_go_back(db, &now, state)?)?;
            let row = DonationRow {
                state: if now.issuer_id == before.issuer { now.state } else { state },
                donor_id: before.donor,
                received_on: Day(before.received_on),
                offered_on: if now.only_offered { Some(Day(before.received_on)) } else { now.offered_on },
                origin: before.origin,
                description: before.description,
                pieces_announced: before.pieces_announced,
                receipt_wanted: before.receipt_wanted,
                issuer_id: before.issuer,
                source: before.source,
                came: before.came,
                bags: before.bags,
                weight_g: before.weight_g,
                paid_cents: before.paid_cents,
                version: version + 1,
                ..now
            };
            unchanged(donations::update(db, &row, version)?)?;
            super::fit_origin(db, id, row.origin)?;
            Ok(())
        }
        GiftUndoing::LinesMade { ids } => {
            for id in ids {
                evidence::without_line(db, id)?;
                unchanged(value_lines::delete(db, id, 1)?)?;
            }
            Ok(())
        }
        GiftUndoing::PiecesPut { line, version, items } => {
            // Somebody may have changed the line with these pieces on it, or confirmed it.
            unchanged(value_lines::find(db, line)?.is_some_and(|row| row.version == version))?;
            unchanged(value_lines::take_items(db, line, &items)?)
        }
        GiftUndoing::Lines { before } => {
            for image in before {
                let left = image.version + 1;
                unchanged(value_lines::update(db, &row_of(image, left + 1), left)?)?;
            }
            Ok(())
        }
        GiftUndoing::LineRemoved { before, items, evidence: papers } => {
            let free = value_lines::bare_items(db, before.donation)?;
            unchanged(items.iter().all(|item| free.iter().any(|row| row.id == *item)))?;
            // Another version than any before, so that no older deed about the line fits again.
            let (id, version) = (before.id, before.version + 1);
            let row: ValueLineRow = row_of(before, version);
            value_lines::insert(db, &row)?;
            value_lines::put_items(db, id, &items)?;
            Ok(evidence::with_line(db, &papers, id)?)
        }
        GiftUndoing::EvidenceAdded { ids } => {
            for id in ids {
                let row = evidence::find(db, id)?.ok_or_else(gone)?;
                if crate::actions::evidence::rests_on(db, &row)? {
                    return Err(ActionError::Refused(say::values_error_evidence_locked()));
                }
                unchanged(evidence::set_removed(db, id, Some(At(house.now())))?)?;
            }
            Ok(())
        }
        GiftUndoing::EvidenceRemoved { id } => unchanged(evidence::set_removed(db, id, None)?),
    }
}

//! Handing out a frozen paper, to whoever may see its kind, and only when it is still what was frozen.

use super::{ActionError, Actor, House};
use crate::domain::PaperId;
use crate::domain::rights::Right;
use crate::domain::treasury::PaperKind;
use crate::store::papers::{self, PaperRow};
use crate::texts::say;

/// The rights of which one is needed to see papers of a kind.
pub fn rights(kind: PaperKind) -> &'static [Right] {
    match kind {
        PaperKind::Receipt => &[Right::SeeReceipts],
        PaperKind::Acceptance | PaperKind::OfferAnswer | PaperKind::NoRecipient | PaperKind::Thanks => {
            &[Right::SeeDonors]
        }
        PaperKind::Impact | PaperKind::Report => &[Right::SeeReports, Right::SeeDonorReport],
        PaperKind::CouncilList => &[Right::RunCouncil],
    }
}

/// A paper with its bytes.
///
/// # Errors
/// [`ActionError::Forbidden`] without a right for its kind; [`ActionError::Refused`] when the bytes are no longer those
/// that were frozen: such a paper never leaves the house.
pub fn fetch(house: &House, actor: &Actor, id: PaperId) -> Result<(PaperRow, Vec<u8>), ActionError> {
    house.store().read(|db| {
        let row = papers::find(db, id)?.ok_or(ActionError::NotFound)?;
        let rights = rights(row.kind);
        if !rights.iter().any(|right| actor.may(*right)) {
            return Err(ActionError::Forbidden(rights[0]));
        }
        let bytes = papers::bytes(db, id)?.ok_or(ActionError::NotFound)?;
        if papers::sha256(&bytes) != row.sha256 {
            return Err(ActionError::Refused(say::receipts_paper_changed(&row.file_name)));
        }
        Ok((row, bytes))
    })
}

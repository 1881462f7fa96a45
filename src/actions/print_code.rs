//! Printing the code of something that exists: what stands beside it, and who may.

use std::sync::Arc;

use super::{ActionError, Actor, House, arrange_locations};
use crate::codes::{Code, Kind};
use crate::domain::household::LabelState;
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId, ItemId, LocationId, UserId};
use crate::store::labels::LabelRow;
use crate::store::{Db, donations, donors, items, labels, users};
use crate::texts::{Lang, Texts, say};

/// The lines that stand beside a code that is bound or blank, in the reader's language.
///
/// A household's card has none: nothing on it tells whose it is.
///
/// # Errors
/// Without the right for codes of this kind, for a code that was never made, and for one that was replaced or is void.
pub fn lines(house: &Arc<House>, actor: &Actor, code: Code) -> Result<Vec<String>, ActionError> {
    if !rights_for(code.kind()).iter().any(|right| actor.may(*right)) {
        return Err(ActionError::Forbidden(Right::PrintLabels));
    }
    house.store().read(|db| {
        let label = labels::find(db, code)?.ok_or(ActionError::NotFound)?;
        match label.state {
            LabelState::Blank => Ok(Vec::new()),
            LabelState::Bound => beside(db, house, &label, actor.lang()),
            LabelState::Replaced | LabelState::Void => Err(ActionError::Refused(say::error_label_dead(code.printed()))),
        }
    })
}

fn rights_for(kind: Kind) -> &'static [Right] {
    match kind {
        Kind::HouseholdCard => &[Right::EditHouseholds],
        Kind::VolunteerBadge => &[Right::PrintLabels, Right::ManageUsers],
        Kind::Donation | Kind::DonorCard => &[Right::SeeDonors],
        Kind::Item | Kind::Box | Kind::Location | Kind::Product | Kind::Command => &[Right::PrintLabels],
    }
}

fn beside(db: &mut Db, house: &House, label: &LabelRow, lang: Lang) -> Result<Vec<String>, ActionError> {
    let t = Texts::of(lang);
    let lines = match label.code.kind() {
        Kind::Item => match label.subject_id::<ItemId>() {
            Some(id) => items::find(db, id)?.map(|item| {
                let name = item.words(&house.catalogue()).get(lang).to_owned();
                [Some(name), item.size].into_iter().flatten().collect()
            }),
            None => None,
        },
        Kind::VolunteerBadge => match label.subject_id::<UserId>() {
            Some(id) => users::find(db, id)?.map(|user| vec![user.display_name]),
            None => None,
        },
        Kind::Donation => match label.subject_id::<DonationId>() {
            Some(id) => donations::with_donor(db, id)?.map(|(row, donor)| vec![donor, t.day(row.received_on.0)]),
            None => None,
        },
        Kind::DonorCard => match label.subject_id::<DonorId>() {
            Some(id) => donors::find(db, id)?.map(|donor| vec![donor.name]),
            None => None,
        },
        Kind::Location | Kind::Box => match label.subject_id::<LocationId>() {
            Some(id) => Some(arrange_locations::path(db, id)?.into_iter().rev().collect()),
            None => None,
        },
        Kind::HouseholdCard | Kind::Product | Kind::Command => None,
    };
    Ok(lines.unwrap_or_default())
}

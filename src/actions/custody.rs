//! Pieces that are only kept for the giver, because a council has not accepted the gift: into the stock once it has, back to
//! the giver when it has not.

use jiff::civil::Date;

use super::{ActionError, House};
use crate::domain::desk::{Draft, Target};
use crate::domain::item::{Condition, ItemState, MovementKind};
use crate::domain::{DonationId, EventId};
use crate::store::donations::DonationRow;
use crate::store::ledger::{self, Head, Occasion};
use crate::store::{Db, items};

/// The first day that is known of a gift: the day on which it was offered, which moves on when it is handed over, or on which
/// it was written down.
pub(super) fn first_day(house: &House, gift: &DonationRow) -> Date {
    gift.received_on.0.min(house.day_of(gift.created_at.0))
}

/// Ends the custody of a gift's pieces. Gives the ledger's new end and the events, so that it can be taken back.
pub(super) fn end(
    db: &mut Db,
    house: &House,
    head: Head,
    donation: DonationId,
    accepted: bool,
    occasion: Occasion,
) -> Result<(Head, Vec<EventId>), ActionError> {
    let kept = items::of_donation_in(db, donation, ItemState::InCustody)?;
    let drafts: Vec<Draft> = kept
        .iter()
        .map(|item| {
            // What has to be washed first goes there, as it would have at intake.
            let (kind, state) = match (accepted, item.item_condition) {
                (false, _) => (MovementKind::Transfer, ItemState::Transferred),
                (true, Condition::NeedsCare) => (MovementKind::Care, ItemState::InCare),
                (true, _) => (MovementKind::Restock, ItemState::InStock),
            };
            Draft {
                event_id: EventId(house.uuid()),
                target: Target::Item(item.id),
                kind,
                after: item.standing().then(state),
                visit: None,
                reverses: None,
                details: None,
            }
        })
        .collect();
    let events = drafts.iter().map(|draft| draft.event_id).collect();
    Ok((ledger::append(db, head, &drafts, occasion)?, events))
}

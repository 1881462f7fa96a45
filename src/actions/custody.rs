//! Pieces that are only kept for the giver, because a council has not accepted the gift: into the stock once it has, back to
//! the giver when it has not.

use jiff::civil::Date;

use super::{ActionError, House};
use crate::domain::desk::{Draft, Target};
use crate::domain::donation::DonationState;
use crate::domain::item::{Condition, ItemState, MovementKind};
use crate::domain::{DonationId, EventId};
use crate::store::donations::DonationRow;
use crate::store::ledger::{self, Head, Occasion};
use crate::store::{Db, StoreError, arrivals, council_lists, donations, items};

/// The first day that is known of a gift: the day on which it was offered or came, or on which it was written down.
pub(super) fn first_day(house: &House, gift: &DonationRow) -> Date {
    gift.first_on().min(house.day_of(gift.created_at.0))
}

/// An offer is given on the day on which the first of it comes: it moves on from the day of the offer, once.
pub(super) fn came(db: &mut Db, house: &House, id: DonationId) -> Result<(), StoreError> {
    if !donations::find(db, id)?.is_some_and(|gift| gift.only_offered) {
        return Ok(());
    }
    if let Some(day) = arrivals::of_donation(db, id)?.day(|at| house.day_of(at)) {
        donations::came(db, id, day)?;
    }
    Ok(())
}

/// The same for the gifts that these entries name, and [`went`] for those whose pieces they take back.
pub(super) fn came_with(db: &mut Db, house: &House, drafts: &[Draft]) -> Result<(), StoreError> {
    let mut gifts: Vec<DonationId> = drafts.iter().filter_map(|draft| draft.details.as_ref()?.donation).collect();
    gifts.dedup();
    gifts.into_iter().try_for_each(|gift| came(db, house, gift))?;
    let mut lost: Vec<DonationId> = Vec::new();
    for draft in drafts.iter().filter(|draft| draft.after.state == ItemState::Void) {
        if let Target::Item(item) = draft.target
            && let Some(gift) = items::find(db, item)?.and_then(|item| item.donation_id)
            && !lost.contains(&gift)
        {
            lost.push(gift);
        }
    }
    lost.into_iter().try_for_each(|gift| went(db, gift))
}

/// What was accepted as an offer and came is an offer again when all that came of it was entered by mistake.
fn went(db: &mut Db, id: DonationId) -> Result<(), StoreError> {
    let gift = donations::find(db, id)?.filter(|gift| gift.state == DonationState::Accepted && !gift.only_offered);
    let Some(offered) = gift.and_then(|gift| gift.offered_on) else { return Ok(()) };
    // What was kept when it was decided on had come, whether it was scanned or not.
    if !council_lists::decision_on(db, id)?.is_some_and(|(_, line)| line.only_offered) {
        return Ok(());
    }
    let arrived = arrivals::of_donation(db, id)?;
    if arrived.pieces() == 0 && arrived.signed_on.is_none() && !donations::has_issued_receipt(db, id)? {
        donations::only_offered(db, id, offered.0)?;
    }
    Ok(())
}

/// The same for a record of `day` that was signed. It also says better than the first scan when the goods came, if they were
/// scanned later and nobody said another day since.
pub(super) fn signed(db: &mut Db, house: &House, id: DonationId, day: Date) -> Result<(), StoreError> {
    let Some(gift) = donations::find(db, id)?.filter(|gift| gift.offered_on.is_some()) else { return Ok(()) };
    if gift.only_offered {
        return came(db, house, id);
    }
    let scanned = arrivals::of_donation(db, id)?.first_scan.map(|at| house.day_of(at));
    let is_of_scan = scanned == Some(gift.received_on.0);
    if is_of_scan && day < gift.received_on.0 && !donations::has_issued_receipt(db, id)? {
        donations::came(db, id, day)?;
    }
    Ok(())
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

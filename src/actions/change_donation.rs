//! Taking a donation from one state to the next.

use std::sync::Arc;

use super::deeds::Doing;
use super::{ActionError, Actor, House};
use crate::domain::deed::Undoing;
use crate::domain::desk::{Draft, Target};
use crate::domain::donation::DonationState;
use crate::domain::item::{Condition, ItemState, MovementKind};
use crate::domain::rights::Right;
use crate::domain::{DeedId, DonationId, EventId};
use crate::store::{announced, donations, items, ledger};
use crate::texts::say;

/// Changes the state of a donation that was at `version` when the page was opened. When the council has accepted a gift,
/// its pieces leave custody and become stock.
///
/// # Errors
/// Without the right, for a state that cannot come next, or [`ActionError::Changed`] when somebody else was faster.
pub fn set_state(
    house: &Arc<House>,
    actor: &Actor,
    id: DonationId,
    version: i32,
    state: DonationState,
) -> Result<DeedId, ActionError> {
    actor.must(Right::EditDonors)?;
    let in_house = Arc::clone(house);
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let head = ledger::lock(db)?;
        let donation = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
        if donation.version != version {
            return Err(ActionError::Changed);
        }
        if !donation.state.next().contains(&state) {
            return Err(ActionError::field("state", say::error_donation_state()));
        }
        if !donations::set_state(db, id, version, state)? {
            return Err(ActionError::Changed);
        }
        // An announced gift is given on the day on which it comes.
        if donation.state == DonationState::Draft && state == DonationState::Received {
            announced::set_day(db, id, in_house.today())?;
        }
        let mut events = Vec::new();
        if state == DonationState::Accepted {
            let kept = items::of_donation_in(db, id, ItemState::InCustody)?;
            let drafts: Vec<Draft> = kept
                .iter()
                .map(|item| {
                    // What has to be washed first goes there, as it would have at intake.
                    let (kind, state) = match item.item_condition {
                        Condition::NeedsCare => (MovementKind::Care, ItemState::InCare),
                        _ => (MovementKind::Restock, ItemState::InStock),
                    };
                    Draft {
                        event_id: EventId(in_house.uuid()),
                        target: Target::Item(item.id),
                        kind,
                        after: item.standing().then(state),
                        visit: None,
                        reverses: None,
                        details: None,
                    }
                })
                .collect();
            events = drafts.iter().map(|draft| draft.event_id).collect();
            ledger::append(db, head, &drafts, doing.occasion())?;
        }
        let undo = Undoing::Donation { id, version: version + 1, state: donation.state, events };
        doing.note(db, &say::donation_changed(donation_state_name(state)), id, Some(&undo))
    })
}

fn donation_state_name(state: DonationState) -> crate::texts::Message {
    match state {
        DonationState::Draft => say::donation_state_draft(),
        DonationState::Received => say::donation_state_received(),
        DonationState::Closed => say::donation_state_closed(),
        DonationState::Offered => say::donation_state_offered(),
        DonationState::InCustody => say::donation_state_in_custody(),
        DonationState::Accepted => say::donation_state_accepted(),
        DonationState::Receipted => say::donation_state_receipted(),
        DonationState::Declined => say::donation_state_declined(),
    }
}

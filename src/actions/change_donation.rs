//! Taking a donation from one state to the next.

use std::sync::Arc;

use super::deeds::Doing;
use super::{ActionError, Actor, House, receiver};
use crate::domain::deed::Undoing;
use crate::domain::donation::DonationState;
use crate::domain::rights::Right;
use crate::domain::{DeedId, DonationId};
use crate::store::donations::DonationRow;
use crate::store::{announced, arrivals, donations, ledger};
use crate::texts::say;

/// Changes the state of a donation that was at `version` when the page was opened. What a council decides is not chosen here
/// but on its list ([`council_lists`](super::council_lists)).
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
        ledger::lock(db)?;
        let donation = donations::find(db, id)?.ok_or(ActionError::NotFound)?;
        if donation.version != version {
            return Err(ActionError::Changed);
        }
        if !donation.state.next().contains(&state) {
            return Err(ActionError::field("state", say::error_donation_state()));
        }
        // What a city receives is its own only once the council has accepted it (law reference 1.6).
        let to = DonationRow { state, ..donation.clone() };
        if receiver::begins_as(db, &to)? != state {
            return Err(ActionError::field("state", say::council_fixed_city()));
        }
        receiver::may_be_offered(db, &to, "state")?;
        if !donations::set_state(db, id, version, state)? {
            return Err(ActionError::Changed);
        }
        let day = Some(donation.received_on.0);
        // An announced gift is given on the day on which it comes.
        if donation.state == DonationState::Draft && state == DonationState::Received {
            let arrived = arrivals::of_donation(db, id)?.day(|at| in_house.day_of(at));
            announced::set_day(db, id, arrived.unwrap_or_else(|| in_house.today()))?;
        }
        // Nor is an offer a gift before it is handed over, which may be known already.
        if donation.only_offered && state == DonationState::InCustody {
            announced::set_day(db, id, in_house.today())?;
        }
        let undo = Undoing::Donation { id, version: version + 1, state: donation.state, events: Vec::new(), day };
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

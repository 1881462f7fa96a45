//! Recording that somebody gave something on a day. The pieces are scanned in under the donation's code.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::once::once;
use super::{ActionError, Actor, House, make_codes, typed};
use crate::codes::{Code, Kind};
use crate::domain::donation::{Came, DonationState, Origin, Source};
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId};
use crate::store::donations::{self, DonationRow};
use crate::store::{At, Day, donors};
use crate::texts::say;

/// As many pieces as one donation may announce.
pub const MOST_PIECES: i32 = 100_000;
/// Tax records are kept for ten years; nobody records an older gift.
pub const OLDEST_YEARS: i32 = 10;

/// What is known when a gift comes in.
#[derive(Clone, Debug)]
pub struct NewDonation {
    pub donor: DonorId,
    pub received_on: Date,
    pub origin: Origin,
    pub description: String,
    /// Pieces, as the donor says. The scans count.
    pub pieces_announced: Option<i32>,
    /// “No receipt wanted” is the usual case.
    pub receipt_wanted: bool,
    /// Offered to a city whose council has to accept it first.
    pub only_offered: bool,
    /// It has not come yet; what it will bring is written down on its page.
    pub still_to_come: bool,
}

impl NewDonation {
    /// A gift of which nothing but donor and day is known.
    pub fn of(donor: DonorId, received_on: Date) -> NewDonation {
        NewDonation {
            donor,
            received_on,
            origin: Origin::Unknown,
            description: String::new(),
            pieces_announced: None,
            receipt_wanted: false,
            only_offered: false,
            still_to_come: false,
        }
    }
}

/// Records a donation and makes the code under which its pieces are scanned in.
///
/// # Errors
/// Without the right, for an unknown donor, or naming the field that cannot be taken as it is.
pub fn new(house: &Arc<House>, actor: &Actor, donation: NewDonation) -> Result<(DonationId, Code), ActionError> {
    actor.must(Right::EditDonors)?;
    let today = house.today();
    if donation.received_on > today {
        return Err(ActionError::field("received_on", say::error_day_in_future()));
    }
    if donation.received_on < today.saturating_sub(OLDEST_YEARS.years()) {
        return Err(ActionError::field("received_on", say::error_day_too_old(OLDEST_YEARS)));
    }
    if donation.pieces_announced.is_some_and(|pieces| !(1..=MOST_PIECES).contains(&pieces)) {
        return Err(ActionError::field("pieces_announced", say::error_pieces_announced(MOST_PIECES)));
    }
    let id = DonationId(house.uuid());
    let row = DonationRow {
        id,
        donor_id: donation.donor,
        received_on: Day(donation.received_on),
        origin: donation.origin,
        state: match (donation.only_offered, donation.still_to_come) {
            (true, _) => DonationState::Offered,
            (false, true) => DonationState::Draft,
            (false, false) => DonationState::Received,
        },
        description: typed::lines("description", &donation.description, 500)?,
        pieces_announced: donation.pieces_announced,
        receipt_wanted: donation.receipt_wanted,
        created_at: At(house.now()),
        version: 1,
        issuer_id: None,
        source: Source::Gift,
        came: Came::Unknown,
        bags: None,
        weight_g: None,
        paid_cents: None,
        council_list_id: None,
    };
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "donation", in_house.now(), |db| {
            if donors::find(db, row.donor_id)?.is_none() {
                return Err(ActionError::field("donor", say::error_donor_unknown()));
            }
            donations::insert(db, &row)?;
            let code = make_codes::new_code(db, &in_house, Kind::Donation, Some(id.to_string()))?;
            Ok((id, code))
        })
    })
}

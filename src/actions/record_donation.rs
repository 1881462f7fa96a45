//! Recording that somebody gave something on a day. The pieces are scanned in under the donation's code.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::once::once;
use super::{ActionError, Actor, House, make_codes, receiver, typed};
use crate::codes::{Code, Kind};
use crate::domain::donation::{Came, DonationState, Origin, Source};
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId, IssuerId};
use crate::store::donations::{self, DonationRow};
use crate::store::{At, Day, Db, donors};
use crate::texts::{Lang, say};

/// As many pieces as one donation may announce.
pub const MOST_PIECES: i32 = 100_000;
/// Tax records are kept for ten years; nobody records an older gift.
pub const OLDEST_YEARS: i32 = 10;
/// As many bags as one donation has.
const MOST_BAGS: i32 = 10_000;

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
    /// Offered to a city whose council has to accept it first. A gift that a city receives always is.
    pub only_offered: bool,
    /// It has not come yet; what it will bring is written down on its page.
    pub still_to_come: bool,
    pub came: Came,
    pub bags: Option<i32>,
    /// In kilograms, as it was typed; empty when nobody weighed it.
    pub weight: String,
    pub source: Source,
    /// What was paid for goods bought from the donor's money, as it was typed.
    pub paid: String,
    /// Who received it, where there are several.
    pub issuer: Option<IssuerId>,
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
            came: Came::Unknown,
            bags: None,
            weight: String::new(),
            source: Source::Gift,
            paid: String::new(),
            issuer: None,
        }
    }

    /// The row with what was written; what cannot be is refused with its field. What only happens at the beginning (it is
    /// offered, it is still to come) stays as `row` has it.
    pub(super) fn row(self, house: &House, lang: Lang, row: DonationRow) -> Result<DonationRow, ActionError> {
        let today = house.today();
        if self.received_on > today {
            return Err(ActionError::field("received_on", say::error_day_in_future()));
        }
        if self.received_on < today.saturating_sub(OLDEST_YEARS.years()) {
            return Err(ActionError::field("received_on", say::error_day_too_old(OLDEST_YEARS)));
        }
        if self.pieces_announced.is_some_and(|pieces| !(1..=MOST_PIECES).contains(&pieces)) {
            return Err(ActionError::field("pieces_announced", say::error_pieces_announced(MOST_PIECES)));
        }
        if self.bags.is_some_and(|bags| !(1..=MOST_BAGS).contains(&bags)) {
            return Err(ActionError::field("bags", say::values_error_bags(MOST_BAGS)));
        }
        if self.source == Source::Purchase && self.receipt_wanted {
            return Err(ActionError::field("receipt_wanted", say::values_error_bought_receipt()));
        }
        let paid = typed::cents_or_none("paid", &self.paid, lang)?;
        let paid = match self.source {
            Source::Gift => None,
            // An amount is what the accounts need of a purchase.
            Source::Purchase => Some(
                paid.filter(|paid| *paid > 0).ok_or_else(|| ActionError::field("paid", say::values_error_paid()))?,
            ),
        };
        Ok(DonationRow {
            donor_id: self.donor,
            received_on: Day(self.received_on),
            origin: self.origin,
            description: typed::lines("description", &self.description, 500)?,
            pieces_announced: self.pieces_announced,
            receipt_wanted: self.receipt_wanted,
            issuer_id: self.issuer,
            source: self.source,
            came: self.came,
            bags: self.bags,
            weight_g: typed::grams("weight", &self.weight)?,
            paid_cents: paid,
            ..row
        })
    }
}

/// Records a donation and makes the code under which its pieces are scanned in.
///
/// # Errors
/// Without the right, for an unknown donor, or naming the field that cannot be taken as it is.
pub fn new(house: &Arc<House>, actor: &Actor, donation: NewDonation) -> Result<(DonationId, Code), ActionError> {
    actor.must(Right::EditDonors)?;
    let id = DonationId(house.uuid());
    let blank = DonationRow {
        id,
        donor_id: donation.donor,
        received_on: Day(donation.received_on),
        origin: donation.origin,
        state: match (donation.only_offered, donation.still_to_come) {
            (true, _) => DonationState::Offered,
            (false, true) => DonationState::Draft,
            (false, false) => DonationState::Received,
        },
        description: String::new(),
        pieces_announced: None,
        receipt_wanted: false,
        created_at: At(house.now()),
        version: 1,
        issuer_id: None,
        source: Source::Gift,
        came: Came::Unknown,
        bags: None,
        weight_g: None,
        paid_cents: None,
        council_list_id: None,
        offered_on: None,
        only_offered: false,
    };
    let row = donation.row(house, actor.lang(), blank)?;
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "donation", in_house.now(), |db| {
            known(db, &row)?;
            receiver::may_be_offered(db, &row, "only_offered")?;
            let row = DonationRow { state: receiver::begins_as(db, &row)?, ..row.clone() };
            donations::insert(db, &row)?;
            let code = make_codes::new_code(db, &in_house, Kind::Donation, Some(id.to_string()))?;
            Ok((id, code))
        })
    })
}

/// Whether donor and issuer of the row are there.
pub(super) fn known(db: &mut Db, row: &DonationRow) -> Result<(), ActionError> {
    if donors::find(db, row.donor_id)?.is_none() {
        return Err(ActionError::field("donor", say::error_donor_unknown()));
    }
    if let Some(issuer) = row.issuer_id
        && donations::issuer_name(db, issuer)?.is_none()
    {
        return Err(ActionError::field("issuer", say::error_not_found()));
    }
    Ok(())
}

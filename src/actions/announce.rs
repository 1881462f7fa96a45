//! Writing down what a gift will bring before it comes, so that nobody is asked for the same twice.

use std::sync::Arc;

use jiff::civil::Date;

use super::once::once;
use super::{ActionError, Actor, House};
use crate::domain::catalogue::{Cut, ProductCode};
use crate::domain::rights::Right;
use crate::domain::sizes::Sizes;
use crate::domain::{AnnouncedId, DonationId};
use crate::store::announced::{self, AnnouncedRow, STILL_TO_COME};
use crate::store::{Day, donations};
use crate::texts::say;

/// Most pieces of one line.
pub const MOST_PIECES: i32 = 10_000;
/// Most lines of one donation.
const MOST_LINES: usize = 60;

/// What a donor says will come.
#[derive(Clone, Debug)]
pub struct NewAnnounced {
    pub product: ProductCode,
    pub cut: Option<Cut>,
    /// As it was typed; empty for any.
    pub size: String,
    pub pieces: i32,
    pub expected_on: Option<Date>,
}

/// Adds a line to a donation that has not come yet.
///
/// # Errors
/// Without the right, for a donation that came, or naming the field that cannot be taken as it is.
pub fn add(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    new: NewAnnounced,
) -> Result<AnnouncedId, ActionError> {
    actor.must(Right::EditDonors)?;
    let catalogue = house.catalogue();
    let product = catalogue.product(new.product.as_str());
    let product = product.ok_or_else(|| ActionError::field("product", say::error_no_such_product()))?;
    let cut = new.cut.filter(|cut| product.cuts.contains(cut));
    let size = match new.size.trim() {
        "" => None,
        _ if !product.is_sized() => None,
        typed => match Sizes::shipped().read(product, cut, typed) {
            Some(size) => Some(size.label().to_owned()),
            None => return Err(ActionError::field("size", say::wanted_error_size())),
        },
    };
    if !(1..=MOST_PIECES).contains(&new.pieces) {
        return Err(ActionError::field("pieces", say::wanted_error_pieces(MOST_PIECES)));
    }
    if new.expected_on.is_some_and(|day| day < house.today()) {
        return Err(ActionError::field("expected_on", say::wanted_error_expected()));
    }
    let row = AnnouncedRow {
        id: AnnouncedId(house.uuid()),
        donation_id: donation,
        product_code: product.code.clone(),
        cut,
        size,
        pieces: new.pieces,
        expected_on: new.expected_on.map(Day),
    };
    let (now, actor) = (house.now(), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "announced", now, |db| {
            let found = donations::find(db, donation)?.ok_or(ActionError::NotFound)?;
            if !STILL_TO_COME.contains(&found.state) {
                return Err(ActionError::Refused(say::wanted_error_came()));
            }
            if announced::of_donation(db, donation)?.len() >= MOST_LINES {
                return Err(ActionError::Refused(say::wanted_error_lines(MOST_LINES)));
            }
            announced::insert(db, &row)?;
            Ok(row.id)
        })
    })
}

/// Takes a line off again.
///
/// # Errors
/// Without the right, or when the line is not there.
pub fn remove(house: &Arc<House>, actor: &Actor, donation: DonationId, id: AnnouncedId) -> Result<(), ActionError> {
    actor.must(Right::EditDonors)?;
    house.store().write(move |db| match announced::delete(db, donation, id)? {
        true => Ok(()),
        false => Err(ActionError::NotFound),
    })
}

//! Links that show a donor what became of the gifts, without a sign-in, until they end.
//!
//! A key has 256 bit of chance; only its hash is kept, so that nobody who reads the database can open a page with it.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::once::once;
use super::{ActionError, Actor, House, hashed};
use crate::domain::impact::{Lasts, Period};
use crate::domain::rights::Right;
use crate::domain::{DonorId, ShareLinkId};
use crate::store::share_links::{self, ShareLinkRow};
use crate::store::{At, Day, donors};
use crate::texts::say;

/// Makes a link over a period that was published. The key is told this once.
///
/// # Errors
/// Without the right, or for an unknown donor.
pub fn make(
    house: &Arc<House>,
    actor: &Actor,
    donor: DonorId,
    period: Period,
    lasts: Lasts,
) -> Result<String, ActionError> {
    let (key, row) = prepared(house, actor, donor, period, lasts)?;
    let (actor, now) = (actor.clone(), row.made_at.0);
    let made = house.store().write(move |db| {
        // Sent twice, it makes one link; its key cannot be told again, because it is not kept.
        once(db, &actor, "share", now, |db| {
            donors::find(db, donor)?.ok_or(ActionError::NotFound)?;
            share_links::insert(db, &row)?;
            Ok(row.id)
        })
        .map(|id| id == row.id)
    })?;
    if made { Ok(key) } else { Err(ActionError::Refused(say::company_share_once())) }
}

/// A new key with the link that it opens once its row is written: for whoever writes it together with something else.
///
/// # Errors
/// Without the right.
pub fn prepared(
    house: &House,
    actor: &Actor,
    donor: DonorId,
    period: Period,
    lasts: Lasts,
) -> Result<(String, ShareLinkRow), ActionError> {
    actor.must(Right::ThankDonors)?;
    let key = data_encoding::BASE64URL_NOPAD.encode(&house.random::<32>());
    let now = house.now();
    let row = ShareLinkRow {
        id: ShareLinkId(house.uuid()),
        key_hash: hashed(&key),
        donor_id: donor,
        from_day: Day(period.first()),
        to_day: Day(period.last()),
        made_by: actor.user(),
        made_at: At(now),
        expires_at: At(now + SignedDuration::from_hours(24 * lasts.days())),
        revoked_at: None,
        opened: 0,
    };
    Ok((key, row))
}

/// Ends a link.
///
/// # Errors
/// Without the right, or when there is no such link that is open.
pub fn revoke(house: &Arc<House>, actor: &Actor, donor: DonorId, link: ShareLinkId) -> Result<(), ActionError> {
    actor.must(Right::ThankDonors)?;
    let now = house.now();
    house.store().write(move |db| match share_links::revoke(db, donor, link, now)? {
        true => Ok(()),
        false => Err(ActionError::NotFound),
    })
}

/// What a key opens, and counts that somebody looked when `counts`. A wrong key, one that has ended and one that was taken
/// back are the same to whoever asks.
///
/// # Errors
/// [`ActionError::NotFound`] for all of those.
pub fn open(house: &Arc<House>, key: &str, counts: bool) -> Result<ShareLinkRow, ActionError> {
    let (hash, now) = (hashed(key), house.now());
    let found = house.store().read(|db| share_links::open(db, &hash, now))?;
    let link = found.ok_or(ActionError::NotFound)?;
    if counts {
        let id = link.id;
        house.store().write(move |db| share_links::count_opening(db, id).map_err(ActionError::from))?;
    }
    Ok(link)
}

/// A donor's links, the latest first, and what time it is.
///
/// # Errors
/// Without the right.
pub fn of_donor(house: &House, actor: &Actor, donor: DonorId) -> Result<(Vec<ShareLinkRow>, Timestamp), ActionError> {
    actor.must(Right::ThankDonors)?;
    Ok((house.store().read(|db| share_links::of_donor(db, donor))?, house.now()))
}

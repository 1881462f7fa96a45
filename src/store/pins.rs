//! The PIN of a household's own page: only its hash, how often it was wrong, and until when it rests.

use diesel::prelude::*;
use jiff::Timestamp;

use super::columns::At;
use super::schema::{household_sign_ins, households};
use super::{Db, StoreError};
use crate::domain::HouseholdId;

/// Writes a new hash, forgets the wrong tries and ends every open page of the household.
pub fn set(db: &mut Db, household: HouseholdId, hash: &str) -> Result<(), StoreError> {
    diesel::update(households::table.find(household))
        .set((
            households::pin_hash.eq(hash),
            households::pin_failures.eq(0),
            households::pin_locked_until.eq(None::<At>),
        ))
        .execute(db)?;
    end_pages(db, household)
}

/// Signs every browser out that shows this household's own page.
pub fn end_pages(db: &mut Db, household: HouseholdId) -> Result<(), StoreError> {
    diesel::delete(household_sign_ins::table.filter(household_sign_ins::household_id.eq(household))).execute(db)?;
    Ok(())
}

/// Notes how often the PIN was wrong in a row, and until when it rests: the moment of the last try when it does not.
pub fn set_failures(
    db: &mut Db,
    household: HouseholdId,
    failures: i32,
    until: Option<Timestamp>,
) -> Result<(), StoreError> {
    diesel::update(households::table.find(household))
        .set((households::pin_failures.eq(failures), households::pin_locked_until.eq(until.map(At))))
        .execute(db)?;
    Ok(())
}

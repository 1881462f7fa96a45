//! What waits for the treasurer, counted.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::donations::{NEEDS_NO_VALUE, NO_VALUE, SOMEBODYS};
use super::schema::{donations, offers, receipts};
use super::{Db, StoreError};
use crate::domain::donation::Source;
use crate::domain::treasury::{OfferState, ReceiptState};

/// Gifts that want a receipt, came, and have no value on any line.
pub fn without_value(db: &mut Db) -> Result<i64, StoreError> {
    Ok(donations::table
        .filter(donations::receipt_wanted.eq(true))
        .filter(donations::source.eq(Source::Gift))
        .filter(donations::state.ne_all(NEEDS_NO_VALUE))
        .filter(sql::<Bool>(NO_VALUE))
        .filter(sql::<Bool>(SOMEBODYS))
        .count()
        .get_result(db)?)
}

/// Drafts of receipts, each with its issuer's limit for a second person: issuer, total in cents, whether somebody agreed.
fn drafts(db: &mut Db) -> Result<Vec<(Option<i64>, i64, bool)>, StoreError> {
    use super::schema::issuers;
    Ok(receipts::table
        .inner_join(issuers::table)
        .filter(receipts::state.eq(ReceiptState::Draft))
        .select((issuers::four_eyes_from_cents, receipts::total_cents, receipts::agreed_by.is_not_null()))
        .load(db)?)
}

/// Drafts that wait for a second person: without a limit from the first cent on.
pub fn to_agree(db: &mut Db) -> Result<i64, StoreError> {
    let waits = |(limit, total, agreed): &(Option<i64>, i64, bool)| {
        !*agreed && *total > 0 && *total >= limit.unwrap_or_default()
    };
    Ok(drafts(db)?.iter().filter(|draft| waits(draft)).count() as i64)
}

/// Receipts that somebody asked to void.
pub fn to_void(db: &mut Db) -> Result<i64, StoreError> {
    Ok(receipts::table
        .filter(receipts::state.eq(ReceiptState::Issued))
        .filter(receipts::void_asked_at.is_not_null())
        .count()
        .get_result(db)?)
}

/// Offers of companies without an answer.
pub fn offers_open(db: &mut Db) -> Result<i64, StoreError> {
    Ok(offers::table.filter(offers::state.eq(OfferState::Open)).count().get_result(db)?)
}

//! What belongs in the accounts: receipts of a period, gifts with a value and no receipt, and what was bought.

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::schema::{donations, donors, labels, receipts, value_lines};
use super::thanks::CAME;
use super::{AnyBackend, Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::donation::{DonationState, Source};
use crate::domain::household::LabelState;
use crate::domain::treasury::ReceiptState;
use crate::domain::{DonationId, IssuerId};

/// Whose accounts they are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Whose {
    /// `None`: everybody's.
    pub issuer: Option<IssuerId>,
    /// Whether gifts of which nobody said who received them are theirs.
    pub with_nobodys: bool,
}

/// A receipt that was issued or voided in the period.
#[derive(Clone, Debug, Queryable)]
pub struct Receipt {
    pub donation: DonationId,
    pub donor: String,
    pub given_on: Day,
    pub number: Option<String>,
    pub issued_on: Option<Day>,
    pub voided_at: Option<At>,
    pub cents: i64,
    pub currency: String,
}

/// A gift with what it is worth or what was paid, in cents.
#[derive(Clone, Debug)]
pub struct Gift {
    pub donation: DonationId,
    pub donor: String,
    pub given_on: Day,
    pub code: Option<Code>,
    pub cents: i64,
}

/// Receipts that were issued within these days, or voided between these moments.
pub fn receipts(
    db: &mut Db,
    whose: Whose,
    (first, last): (Date, Date),
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<Receipt>, StoreError> {
    let within = receipts::issued_on.ge(Day(first)).and(receipts::issued_on.le(Day(last)));
    let voided = receipts::voided_at.ge(At(from)).and(receipts::voided_at.lt(At(to)));
    let mut query = receipts::table
        .inner_join(donations::table.inner_join(donors::table))
        .filter(receipts::state.ne(ReceiptState::Draft))
        .filter(within.or(voided))
        .select((
            donations::id,
            donors::name,
            donations::received_on,
            receipts::number,
            receipts::issued_on,
            receipts::voided_at,
            receipts::total_cents,
            receipts::currency,
        ))
        .into_boxed::<AnyBackend>();
    if let Some(issuer) = whose.issuer {
        query = query.filter(receipts::issuer_id.eq(issuer));
    }
    Ok(query.order((receipts::issued_on, receipts::number, receipts::id)).load(db)?)
}

macro_rules! of {
    ($query:expr, $whose:expr) => {{
        let mut query = $query;
        if let Some(issuer) = $whose.issuer {
            query = match $whose.with_nobodys {
                true => query.filter(donations::issuer_id.eq(issuer).or(donations::issuer_id.is_null())),
                false => query.filter(donations::issuer_id.eq(issuer)),
            };
        }
        query
    }};
}

/// Gifts within these days for which nobody wants a receipt and which have a value all the same.
pub fn valued(db: &mut Db, whose: Whose, (first, last): (Date, Date)) -> Result<Vec<Gift>, StoreError> {
    type Line = (DonationId, String, Day, i32, Option<i64>, Option<i64>, Option<i64>);
    let query = value_lines::table
        .inner_join(donations::table.inner_join(donors::table))
        .filter(value_lines::receipt_id.is_null())
        .filter(donations::receipt_wanted.eq(false))
        .filter(donations::source.eq(Source::Gift))
        .filter(donations::state.eq_any(CAME))
        .filter(donations::received_on.ge(Day(first)))
        .filter(donations::received_on.le(Day(last)))
        .select((
            donations::id,
            donors::name,
            donations::received_on,
            value_lines::quantity,
            value_lines::net_cents,
            value_lines::vat_cents,
            value_lines::value_cents,
        ))
        .into_boxed::<AnyBackend>();
    let lines: Vec<Line> = of!(query, whose).order((donations::received_on, donations::id)).load(db)?;
    let mut gifts: Vec<Gift> = Vec::new();
    for (donation, donor, given_on, quantity, net, vat, value) in lines {
        let one = value.or_else(|| net?.checked_add(vat?)).unwrap_or_default();
        let cents = one.saturating_mul(i64::from(quantity));
        match gifts.last_mut().filter(|last| last.donation == donation) {
            Some(last) => last.cents = last.cents.saturating_add(cents),
            None => gifts.push(Gift { donation, donor, given_on, code: None, cents }),
        }
    }
    gifts.retain(|gift| gift.cents > 0);
    with_codes(db, gifts)
}

/// Goods within these days that were bought from money that somebody gave.
pub fn purchases(db: &mut Db, whose: Whose, (first, last): (Date, Date)) -> Result<Vec<Gift>, StoreError> {
    let query = donations::table
        .inner_join(donors::table)
        .filter(donations::source.eq(Source::Purchase))
        .filter(donations::paid_cents.gt(0))
        .filter(donations::state.ne_all([DonationState::Draft, DonationState::Declined]))
        .filter(donations::received_on.ge(Day(first)))
        .filter(donations::received_on.le(Day(last)))
        .select((donations::id, donors::name, donations::received_on, donations::paid_cents))
        .into_boxed::<AnyBackend>();
    let rows: Vec<(DonationId, String, Day, Option<i64>)> =
        of!(query, whose).order((donations::received_on, donations::id)).load(db)?;
    let gifts = rows.into_iter().map(|(donation, donor, given_on, cents)| Gift {
        donation,
        donor,
        given_on,
        code: None,
        cents: cents.unwrap_or_default(),
    });
    let gifts = gifts.collect();
    with_codes(db, gifts)
}

fn with_codes(db: &mut Db, mut gifts: Vec<Gift>) -> Result<Vec<Gift>, StoreError> {
    for part in gifts.chunks_mut(400) {
        let ids: Vec<String> = part.iter().map(|gift| gift.donation.to_string()).collect();
        let codes: Vec<(Option<String>, Code)> = labels::table
            .filter(labels::subject.eq_any(ids))
            .filter(labels::kind.eq(Kind::Donation.word()))
            .filter(labels::state.eq(LabelState::Bound))
            .select((labels::subject, labels::code))
            .load(db)?;
        for gift in part {
            let id = gift.donation.to_string();
            gift.code = codes.iter().find(|(subject, _)| subject.as_deref() == Some(&id)).map(|(_, code)| *code);
        }
    }
    Ok(gifts)
}

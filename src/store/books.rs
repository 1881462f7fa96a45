//! What belongs in the accounts: receipts of a period, gifts with a value and no receipt, and what was bought.
//!
//! A gift is income of the day on which it was given, whenever its receipt is issued.

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::schema::{donations, donors, labels, receipts, value_lines as lines_table};
use super::value_lines::ValueLineRow;
use super::{AnyBackend, Db, StoreError, value_lines};
use crate::codes::{Code, Kind};
use crate::domain::donation::{CAME, DonationState, Source};
use crate::domain::household::LabelState;
use crate::domain::treasury::ReceiptState;
use crate::domain::valuation::{self, Line};
use crate::domain::{DonationId, IssuerId, ReceiptId};

/// Whose accounts they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    #[default]
    Everybodys,
    Of(IssuerId),
    /// Those of the only recipient there is: gifts of which nobody said who received them are theirs.
    OfTheOnly(IssuerId),
    /// Gifts of which nobody said who received them.
    Nobodys,
}

/// A receipt whose gift was given, or that was issued or voided, in the period.
#[derive(Clone, Debug, Queryable)]
pub struct Receipt {
    pub id: ReceiptId,
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

/// A receipt that was voided.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Voided {
    pub donation: DonationId,
    pub issued_on: Option<Day>,
    pub voided_at: Option<At>,
}

/// All receipts that were ever voided: they are few.
pub fn voided(db: &mut Db) -> Result<Vec<Voided>, StoreError> {
    Ok(receipts::table
        .filter(receipts::state.eq(ReceiptState::Voided))
        .order((receipts::voided_at, receipts::id))
        .select((receipts::donation_id, receipts::issued_on, receipts::voided_at))
        .load(db)?)
}

/// Receipts over gifts of these days, and those that were issued within them or voided between these moments. One that says
/// no value on paper has that of its lines.
pub fn receipts(
    db: &mut Db,
    whose: Whose,
    (first, last): (Date, Date),
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<Receipt>, StoreError> {
    let within = receipts::issued_on.ge(Day(first)).and(receipts::issued_on.le(Day(last)));
    let given = donations::received_on.ge(Day(first)).and(donations::received_on.le(Day(last)));
    let voided = receipts::voided_at.ge(At(from)).and(receipts::voided_at.lt(At(to)));
    let mut query = receipts::table
        .inner_join(donations::table.inner_join(donors::table))
        .filter(receipts::state.ne(ReceiptState::Draft))
        .filter(within.or(voided).or(given))
        .select((
            receipts::id,
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
    match whose {
        Whose::Everybodys => {}
        Whose::Of(issuer) | Whose::OfTheOnly(issuer) => query = query.filter(receipts::issuer_id.eq(issuer)),
        Whose::Nobodys => return Ok(Vec::new()),
    }
    let mut all: Vec<Receipt> = query.order((receipts::issued_on, receipts::number, receipts::id)).load(db)?;
    for one in all.iter_mut().filter(|one| one.cents == 0) {
        let lines: Vec<Line> = value_lines::of_receipt(db, one.id)?.iter().map(ValueLineRow::line).collect();
        one.cents = valuation::total(&lines);
    }
    Ok(all)
}

macro_rules! of {
    ($query:expr, $whose:expr) => {{
        let query = $query;
        match $whose {
            Whose::Everybodys => query,
            Whose::Of(issuer) => query.filter(donations::issuer_id.eq(issuer)),
            Whose::OfTheOnly(issuer) => {
                query.filter(donations::issuer_id.eq(issuer).or(donations::issuer_id.is_null()))
            }
            Whose::Nobodys => query.filter(donations::issuer_id.is_null()),
        }
    }};
}

/// Gifts within these days, and those of `more`, with a value that is on no receipt: nobody wants one, or not yet.
pub fn valued(
    db: &mut Db,
    whose: Whose,
    (first, last): (Date, Date),
    more: &[DonationId],
) -> Result<Vec<Gift>, StoreError> {
    type Valued = (DonationId, String, Day, i32, Option<i64>, Option<i64>, Option<i64>);
    let within = donations::received_on.ge(Day(first)).and(donations::received_on.le(Day(last)));
    let query = lines_table::table
        .inner_join(donations::table.inner_join(donors::table))
        .filter(lines_table::receipt_id.is_null())
        .filter(donations::source.eq(Source::Gift))
        .filter(donations::state.eq_any(CAME))
        .filter(donations::only_offered.eq(false))
        .filter(within.or(donations::id.eq_any(more)))
        .select((
            donations::id,
            donors::name,
            donations::received_on,
            lines_table::quantity,
            lines_table::net_cents,
            lines_table::vat_cents,
            lines_table::value_cents,
        ))
        .into_boxed::<AnyBackend>();
    let lines: Vec<Valued> = of!(query, whose).order((donations::received_on, donations::id)).load(db)?;
    let mut gifts: Vec<Gift> = Vec::new();
    for (donation, donor, given_on, quantity, net, vat, value) in lines {
        let one = valuation::each(value, net, vat).unwrap_or_default();
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

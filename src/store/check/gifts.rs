//! What the check finds about gifts: lines of value, the receipts that they stand on, and the papers that they rest on.

use std::collections::HashMap;

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::domain::donation::Source;
use crate::domain::receipt::{self, FormId, ValuePolicy};
use crate::domain::treasury::ReceiptState;
use crate::domain::{DonationId, DonorId, EvidenceId, ItemId, ReceiptId, ValueLineId};
use crate::store::schema::{donations, donors, evidence, items, receipts, value_line_items, value_lines};
use crate::store::value_lines::ValueLineRow;
use crate::store::{Db, StoreError};

/// What is wrong, and of what: “value line 0190…” and a sentence.
pub type Problem = (String, String);

/// Everything about gifts that cannot be.
pub fn gifts_out_of_step(db: &mut Db) -> Result<Vec<Problem>, StoreError> {
    let mut found = donations_wrong(db)?;
    found.extend(lines_wrong(db)?);
    found.extend(items_wrong(db)?);
    found.extend(totals_wrong(db)?);
    found.extend(papers_wrong(db)?);
    Ok(found)
}

fn donations_wrong(db: &mut Db) -> Result<Vec<Problem>, StoreError> {
    type Row = (DonationId, Source, Option<i64>, Option<i32>, Option<i64>);
    let rows: Vec<Row> = donations::table
        .order(donations::id)
        .select((donations::id, donations::source, donations::paid_cents, donations::bags, donations::weight_g))
        .load(db)?;
    let mut found = Vec::new();
    for (id, source, paid, bags, weight) in rows {
        let mut blame = |problem: &str| found.push((format!("donation {id}"), problem.to_owned()));
        match (source, paid) {
            (Source::Gift, Some(_)) => blame("it is a gift, but an amount was paid for it"),
            (Source::Purchase, None) => blame("it was bought, but nobody said for how much"),
            (Source::Purchase, Some(..=0)) => blame("it was bought for nothing"),
            _ => {}
        }
        if bags.is_some_and(|bags| bags < 1) || weight.is_some_and(|weight| weight < 1) {
            blame("its bags or its weight are less than one");
        }
    }
    let months: Vec<DonorId> = donors::table.filter(donors::gives_every_months.lt(1)).select(donors::id).load(db)?;
    found.extend(months.iter().map(|id| (format!("donor {id}"), "it gives every less than one month".to_owned())));
    Ok(found)
}

fn lines_wrong(db: &mut Db) -> Result<Vec<Problem>, StoreError> {
    let rows: Vec<ValueLineRow> = value_lines::table.order(value_lines::id).load(db)?;
    type Issued = (ReceiptId, (DonationId, ReceiptState, String, i64));
    let issued: HashMap<_, _> = receipts::table
        .select((receipts::id, (receipts::donation_id, receipts::state, receipts::form, receipts::total_cents)))
        .load::<Issued>(db)?
        .into_iter()
        .collect();
    let mut found = Vec::new();
    for row in rows {
        let mut blame = |problem: &str| found.push((format!("value line {}", row.id), problem.to_owned()));
        if row.quantity < 1 {
            blame("it stands for less than one piece");
        }
        if row.quantity > 1 && !row.identical {
            blame("it stands for several pieces that are not alike");
        }
        let amounts = [row.new_price_cents, row.net_cents, row.vat_cents, row.value_cents];
        if amounts.iter().flatten().any(|cents| *cents < 0) {
            blame("one of its amounts is less than nothing");
        }
        match row.receipt_id.and_then(|id| issued.get(&id)) {
            Some((donation, ..)) if *donation != row.donation_id => {
                blame("it stands on the receipt of another donation")
            }
            Some((_, ReceiptState::Voided, ..)) => blame("it stands on a receipt that is void"),
            Some((_, ReceiptState::Draft, ..)) => blame("it stands on a receipt that was never issued"),
            Some((_, ReceiptState::Issued, form, total))
                if row.line().sum().is_none() && !says_no_value(form, *total) =>
            {
                blame("it stands on a receipt without a value")
            }
            _ => {}
        }
    }
    Ok(found)
}

fn items_wrong(db: &mut Db) -> Result<Vec<Problem>, StoreError> {
    let rows: Vec<(ValueLineId, DonationId, ItemId, Option<DonationId>)> = value_line_items::table
        .inner_join(value_lines::table)
        .inner_join(items::table)
        .order((value_line_items::line_id, value_line_items::item_id))
        .select((value_lines::id, value_lines::donation_id, items::id, items::donation_id))
        .load(db)?;
    let others = rows.into_iter().filter(|(_, donation, _, own)| own != &Some(*donation));
    Ok(others
        .map(|(line, _, item, _)| (format!("value line {line}"), format!("item {item} is of another donation")))
        .collect())
}

/// Whether a receipt of this form and total says no value: some countries forbid one, others leave it open.
fn says_no_value(form: &str, total_cents: i64) -> bool {
    let policy = form.parse().ok().map(|id: FormId| receipt::form(id).value_policy);
    total_cents == 0 && matches!(policy, Some(ValuePolicy::Forbidden | ValuePolicy::Optional))
}

/// Issued receipts whose total is not the sum of their lines.
fn totals_wrong(db: &mut Db) -> Result<Vec<Problem>, StoreError> {
    let issued: Vec<(ReceiptId, i64, String)> = receipts::table
        .filter(receipts::state.eq(ReceiptState::Issued))
        .order(receipts::id)
        .select((receipts::id, receipts::total_cents, receipts::form))
        .load(db)?;
    let mut found = Vec::new();
    for (id, total, _) in issued.into_iter().filter(|(_, total, form)| !says_no_value(form, *total)) {
        let lines: Vec<ValueLineRow> = value_lines::table.filter(value_lines::receipt_id.eq(id)).load(db)?;
        let lines: Vec<_> = lines.iter().map(ValueLineRow::line).collect();
        let sum = crate::domain::valuation::total(&lines);
        if sum != total {
            found.push((format!("receipt {id}"), format!("it says {total} cents, its lines say {sum}")));
        }
    }
    Ok(found)
}

/// Papers whose bytes are not those that came in; read one by one, because each may be large.
fn papers_wrong(db: &mut Db) -> Result<Vec<Problem>, StoreError> {
    let known: Vec<(EvidenceId, String)> =
        evidence::table.order(evidence::id).select((evidence::id, evidence::sha256)).load(db)?;
    let mut found = Vec::new();
    for (id, hash) in known {
        let bytes: Vec<u8> = evidence::table.find(id).select(evidence::bytes).first(db)?;
        if data_encoding::HEXLOWER.encode(&Sha256::digest(&bytes)) != hash {
            found.push((format!("evidence {id}"), "its bytes are not those that came in".to_owned()));
        }
    }
    Ok(found)
}

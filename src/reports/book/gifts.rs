//! Reports about gifts: donors, companies' donations, the register of receipts, the council's year.

use std::collections::{BTreeMap, HashMap};

use super::build::{Ask, blank};
use super::{Cell, Chart, Column, Kind, Report, Table};
use crate::actions::ActionError;
use crate::domain::DonationId;
use crate::domain::donation::{DonationState, DonorKind, Source};
use crate::domain::treasury::{Decision, ReceiptState};
use crate::store::{Db, book, labels};
use crate::texts::{Message, fold, say};

/// Donors with what each gave in each year, by year and name.
pub(super) fn donations(db: &mut Db, ask: &Ask) -> Result<Table, ActionError> {
    #[derive(Default)]
    struct Line {
        name: String,
        kind: Option<DonorKind>,
        donations: i64,
        pieces: i64,
        bags: Option<i64>,
        grams: Option<i64>,
        worth: Option<i64>,
        paid: Option<i64>,
        receipts: i64,
    }
    let (from, to) = ask.days();
    let given = book::given(db, from, to, ask.donor)?;
    let pieces: HashMap<DonationId, i64> = book::pieces(db, from, to)?.into_iter().collect();
    let values: HashMap<DonationId, book::Values> = book::values(db, from, to)?.into_iter().collect();
    let mut receipts: HashMap<DonationId, i64> = HashMap::new();
    for (donation, ..) in book::receipt_numbers(db, from, to)? {
        *receipts.entry(donation).or_default() += 1;
    }
    let mut lines: BTreeMap<(i16, String, _, Source), Line> = BTreeMap::new();
    for donation in given {
        let place = (donation.received_on.0.year(), fold(&donation.name), donation.donor, donation.source);
        let line = lines.entry(place).or_default();
        let add = |sum: &mut Option<i64>, more: Option<i64>| {
            if let Some(more) = more {
                *sum = Some(sum.unwrap_or(0).saturating_add(more));
            }
        };
        line.kind = Some(donation.kind);
        line.name = donation.name;
        line.donations += 1;
        line.pieces += pieces.get(&donation.id).copied().unwrap_or(0);
        line.receipts += receipts.get(&donation.id).copied().unwrap_or(0);
        add(&mut line.bags, donation.bags.map(i64::from));
        add(&mut line.grams, donation.weight_g);
        add(&mut line.worth, values.get(&donation.id).and_then(|values| values.total));
        add(&mut line.paid, donation.paid_cents);
    }
    let mut table = blank(
        Report::Donations,
        ask,
        vec![
            Column::new("year", say::book_year(), Kind::Text),
            Column::wide("donor", say::book_donor()),
            Column::new("kind", say::book_kind(), Kind::Text),
            Column::new("source", say::book_source(), Kind::Text),
            Column::new("donations", say::book_count(), Kind::Whole),
            Column::new("pieces", say::book_pieces(), Kind::Whole),
            Column::new("bags", say::book_bags(), Kind::Whole),
            Column::new("weight_kg", say::book_weighed(), Kind::Whole),
            Column::new("value_cents", say::book_worth(), Kind::Cents),
            Column::new("paid_cents", say::book_paid(), Kind::Cents),
            Column::new("receipts", say::book_receipt_count(), Kind::Whole),
        ],
    );
    for ((year, _, _, source), line) in lines {
        table.rows.push(vec![
            Cell::text(year.to_string()),
            Cell::text(line.name),
            line.kind.map_or(Cell::Empty, |kind| Cell::text(kind_words(kind))),
            Cell::text(source_words(source)),
            Cell::Whole(line.donations),
            Cell::Whole(line.pieces),
            Cell::whole(line.bags),
            Cell::whole(line.grams.map(kilos)),
            Cell::cents(line.worth),
            Cell::cents(line.paid),
            Cell::Whole(line.receipts),
        ]);
    }
    table.sum(&["donations", "pieces", "bags", "weight_kg", "value_cents", "paid_cents", "receipts"]);
    table.chart = Some(Chart { name: 1, parts: vec![5] });
    Ok(table)
}

/// The treasurer's list: each donation of a company with receipt, value and state.
pub(super) fn company_donations(db: &mut Db, ask: &Ask) -> Result<Table, ActionError> {
    let (from, to) = ask.days();
    let mut given = book::given(db, from, to, ask.donor)?;
    given.retain(|donation| donation.kind == DonorKind::Company && donation.source == Source::Gift);
    let values: HashMap<DonationId, book::Values> = book::values(db, from, to)?.into_iter().collect();
    let mut receipts: HashMap<DonationId, (Vec<String>, String)> = HashMap::new();
    for (donation, number, issuer) in book::receipt_numbers(db, from, to)? {
        // A gift has one recipient, whose numbers they all are.
        let known = receipts.entry(donation).or_insert_with(|| (Vec::new(), issuer));
        known.0.push(number);
    }
    let mut codes = HashMap::new();
    for some in given.chunks(500) {
        let subjects: Vec<String> = some.iter().map(|donation| donation.id.to_string()).collect();
        codes.extend(labels::bound_to_any(db, &subjects)?);
    }
    let mut table = blank(
        Report::CompanyDonations,
        ask,
        vec![
            Column::wide("company", say::book_company()),
            Column::new("day", say::book_day(), Kind::Day),
            Column::new("donation", say::book_donation(), Kind::Text),
            Column::new("receipt", say::book_receipt(), Kind::Text),
            Column::wide("issuer", say::book_issuer()),
            Column::new("net_cents", say::book_net(), Kind::Cents),
            Column::new("vat_cents", say::book_vat(), Kind::Cents),
            Column::new("total_cents", say::book_total(), Kind::Cents),
            Column::new("state", say::book_state(), Kind::Text),
        ],
    );
    let mut without_value = 0;
    for donation in given {
        let worth = values.get(&donation.id).copied().unwrap_or_default();
        without_value += usize::from(worth.total.is_none());
        let code = codes.get(&donation.id.to_string()).map(|code| code.printed());
        let (numbers, issuer) =
            receipts.remove(&donation.id).map(|(numbers, issuer)| (numbers.join(", "), issuer)).unzip();
        table.rows.push(vec![
            Cell::text(donation.name),
            Cell::Day(donation.received_on.0),
            code.map_or(Cell::Empty, Cell::text),
            numbers.map_or(Cell::Empty, Cell::text),
            issuer.map_or(Cell::Empty, Cell::text),
            Cell::cents(worth.net),
            Cell::cents(worth.vat),
            Cell::cents(worth.total),
            Cell::text(state_words(donation.state)),
        ]);
    }
    table.sum(&["net_cents", "vat_cents", "total_cents"]);
    if without_value > 0 {
        table.notes.push(say::book_note_open_values(without_value).into());
    }
    Ok(table)
}

/// The register of receipts.
pub(super) fn receipts(db: &mut Db, ask: &Ask) -> Result<Table, ActionError> {
    let (from, to) = ask.days();
    let mut table = blank(
        Report::Receipts,
        ask,
        vec![
            Column::new("number", say::book_number(), Kind::Text),
            Column::wide("issuer", say::book_issuer()),
            Column::new("issued_on", say::book_issued_on(), Kind::Day),
            Column::wide("donor", say::book_donor()),
            Column::new("received_on", say::book_received_on(), Kind::Day),
            Column::new("amount_cents", say::book_amount(), Kind::Cents),
            Column::new("currency", say::book_currency(), Kind::Text),
            Column::new("state", say::book_state(), Kind::Text),
            Column::new("void_since", say::book_void_since(), Kind::Day),
            Column::wide("reason", say::book_reason()),
            Column::new("keep_until", say::book_keep_until(), Kind::Day),
            Column::wide("sha256", say::book_check()),
        ],
    );
    let mut sum = 0i64;
    for receipt in book::issued(db, from, to)? {
        let valid = receipt.state == ReceiptState::Issued;
        if valid && receipt.currency == "EUR" {
            sum = sum.saturating_add(receipt.total_cents);
        }
        let reason = if valid { Cell::Empty } else { Cell::text(receipt.void_reason) };
        table.rows.push(vec![
            receipt.number.map_or(Cell::Empty, Cell::text),
            Cell::text(receipt.issuer),
            Cell::day(receipt.issued_on.map(|day| day.0)),
            Cell::text(receipt.donor),
            Cell::Day(receipt.received_on.0),
            if receipt.currency == "EUR" {
                Cell::Cents(receipt.total_cents)
            } else {
                Cell::Foreign(receipt.total_cents)
            },
            Cell::text(receipt.currency),
            Cell::text(if valid { say::book_valid() } else { say::book_void() }),
            Cell::day(receipt.voided_at.map(|at| ask.day_of(at.0))),
            reason,
            Cell::day(receipt.keep_until.map(|day| day.0)),
            receipt.sha256.map_or(Cell::Empty, Cell::text),
        ]);
    }
    table.totals = vec![Cell::Empty; table.columns.len()];
    // Beside the sum, because a CSV has no place for notes.
    table.totals[0] = Cell::text(say::book_sum_valid());
    table.totals[5] = Cell::Cents(sum);
    table.notes.push(say::book_note_not_all().into());
    Ok(table)
}

/// What the council decided: for the yearly report (law reference 1.6).
pub(super) fn council(db: &mut Db, ask: &Ask) -> Result<Table, ActionError> {
    let (from, to) = ask.days();
    let mut table = blank(
        Report::Council,
        ask,
        vec![
            Column::new("held_on", say::book_held_on(), Kind::Day),
            Column::wide("city", say::book_city()),
            Column::new("list", say::book_list(), Kind::Text),
            Column::wide("donor", say::book_donor()),
            Column::wide("gift", say::book_gift()),
            Column::wide("purpose", say::book_purpose()),
            Column::new("value_cents", say::book_worth(), Kind::Cents),
            Column::new("decision", say::book_decision(), Kind::Text),
            Column::new("reference", say::book_reference(), Kind::Text),
        ],
    );
    let mut has_additions = false;
    for gift in book::decided(db, from, to)? {
        table.rows.push(vec![
            Cell::day(gift.held_on.map(|day| day.0)),
            Cell::text(gift.city),
            Cell::text(gift.title),
            Cell::text(gift.donor),
            Cell::text(gift.description),
            Cell::text(gift.purpose),
            Cell::cents(gift.value_cents),
            Cell::text(match (gift.decision, gift.adds_to) {
                (Decision::Declined, None) => say::book_decision_declined(),
                (Decision::Declined, Some(_)) => say::book_addition_declined(),
                (Decision::Accepted, None) => say::book_decision_accepted(),
                (Decision::Accepted, Some(_)) => say::book_addition_accepted(),
                (Decision::Open, _) => say::book_decision_open(),
            }),
            Cell::text(gift.reference),
        ]);
        has_additions |= gift.adds_to.is_some();
    }
    table.sum(&["value_cents"]);
    if has_additions {
        table.notes.push(say::book_note_additions().into());
    }
    Ok(table)
}

/// Grams as whole kilograms, what is more than nothing as one at least.
pub(super) fn kilos(grams: i64) -> i64 {
    match grams.saturating_add(500) / 1000 {
        0 if grams > 0 => 1,
        kilos => kilos,
    }
}

fn kind_words(kind: DonorKind) -> Message {
    match kind {
        DonorKind::Private => say::donor_kind_private(),
        DonorKind::Company => say::donor_kind_company(),
        DonorKind::Institution => say::donor_kind_institution(),
        DonorKind::Anonymous => say::donor_kind_anonymous(),
    }
}

fn source_words(source: Source) -> Message {
    match source {
        Source::Gift => say::book_source_gift(),
        Source::Purchase => say::book_source_purchase(),
    }
}

fn state_words(state: DonationState) -> Message {
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

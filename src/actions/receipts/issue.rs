//! The second pair of eyes, and the issue itself: number, papers and lines in one transaction.

use std::sync::Arc;

use super::facts::{self, Opening};
use super::freeze::{Frozen, FrozenPaper, Print};
use super::{locked, person, saved};
use crate::actions::deeds::{Doing, json};
use crate::actions::{ActionError, Actor, House};
use crate::domain::donation::DonationState;
use crate::domain::receipt::Rule;
use crate::domain::register::{Plan, number};
use crate::domain::rights::Right;
use crate::domain::treasury::{PaperKind, ReceiptState};
use crate::domain::{PaperId, ReceiptId};
use crate::store::papers::NewPaper;
use crate::store::receipts::ReceiptRow;
use crate::store::{At, Day, donations, ledger, papers, receipts, value_lines};
use crate::texts::say;

/// Agrees to a draft as it was seen: `seen` is its fingerprint.
///
/// # Errors
/// For whoever drafted it, while a gate is shut, and when it was changed since it was seen.
pub fn agree(house: &Arc<House>, actor: &Actor, id: ReceiptId, version: i32, seen: &str) -> Result<(), ActionError> {
    actor.must(Right::AgreeReceipts)?;
    let user = person(actor)?;
    let (doing, in_house, seen) = (Doing::by(house, actor), Arc::clone(house), seen.to_owned());
    house.store().write(move |db| {
        let row = locked(db, id, version)?;
        if row.made_by == Some(user) {
            return Err(ActionError::Refused(say::receipts_agree_not_yourself()));
        }
        let opening = facts::gather(db, row, &in_house)?;
        is_open(&opening, &in_house)?;
        if opening.fingerprint() != seen {
            return Err(ActionError::Changed);
        }
        let plan = Plan { agreed_to: seen.clone(), ..opening.plan };
        let row =
            ReceiptRow { data: json(&plan)?, agreed_by: Some(user), agreed_at: Some(At(doing.now)), ..opening.row };
        saved(db, &row)?;
        doing.note(db, &say::receipts_done_agreed(), id, None)?;
        Ok(())
    })
}

/// Refuses while a gate is shut.
fn is_open(opening: &Opening, house: &House) -> Result<(), ActionError> {
    match opening.made(&opening.draft_number(), house.today()) {
        Ok(_) => Ok(()),
        Err(gates) => Err(ActionError::Refused(match gates.first() {
            Some(gate) => gate.sentence(),
            None => say::receipts_not_a_draft(),
        })),
    }
}

/// Issues a draft as it was seen and answers its number. The number is taken last, in this transaction: when anything goes
/// wrong, nobody has it.
///
/// # Errors
/// While a gate is shut, without the agreement of somebody else where it is needed, when a line stands on another receipt, when it was changed
/// since it was seen, or when it does not fit on its page.
pub fn issue(
    house: &Arc<House>,
    actor: &Actor,
    id: ReceiptId,
    version: i32,
    seen: &str,
    print: Print,
) -> Result<String, ActionError> {
    actor.must(Right::IssueReceipts)?;
    let user = person(actor)?;
    let (doing, in_house, seen) = (Doing::by(house, actor), Arc::clone(house), seen.to_owned());
    house.store().write(move |db| {
        // Nothing is sold or given away while this is decided.
        ledger::lock(db)?;
        let row = locked(db, id, version)?;
        let (today, now) = (in_house.today(), doing.now);
        let opening = facts::gather(db, row, &in_house)?;
        is_open(&opening, &in_house)?;
        if opening.fingerprint() != seen {
            return Err(ActionError::Changed);
        }
        if opening.needs_agreement() {
            if !opening.is_agreed() {
                return Err(ActionError::Refused(say::receipts_agree_first()));
            }
            // Whoever began it may never have seen an amount: two persons stand before the same fingerprint.
            if opening.row.agreed_by == Some(user) {
                return Err(ActionError::Refused(say::receipts_issue_not_yourself()));
            }
        }
        for line in opening.chosen() {
            if !value_lines::bind(db, line.id, line.version, id)? {
                return Err(ActionError::Refused(say::receipts_line_taken(&line.description)));
            }
        }
        let year = i32::from(today.year());
        let counted = receipts::next_number(db, opening.issuer.id, year)?;
        let number = number(year, counted);
        let filled = opening.made(&number, today).map_err(|gates| {
            ActionError::Refused(gates.first().map_or_else(say::receipts_not_a_draft, |gate| gate.sentence()))
        })?;
        // What the paper says, which is nothing where it says no value.
        let total_cents = filled.total_cents;
        let printed = print(&filled).map_err(ActionError::Refused)?;
        let keep_until = papers::keep_until(today, opening.issuer.keep_years);
        let t = crate::texts::Texts::of(facts::lang_of(opening.form));
        let mut frozen_papers = Vec::new();
        let files = [
            Some((t.receipts_file_receipt(&number), printed.receipt)),
            printed.annex.map(|annex| (t.receipts_file_annex(&number), annex)),
        ];
        for (name, bytes) in files.into_iter().flatten() {
            let paper = NewPaper {
                id: PaperId(in_house.uuid()),
                kind: PaperKind::Receipt,
                subject: &id.to_string(),
                file_name: &format!("{name}.pdf"),
                media_type: "application/pdf",
                bytes: &bytes,
                by: Some(user),
                at: now,
                keep_until,
            };
            papers::insert(db, &paper)?;
            let kept = papers::find(db, paper.id)?.ok_or(ActionError::NotFound)?;
            frozen_papers.push(FrozenPaper { id: kept.id, file_name: kept.file_name, sha256: kept.sha256 });
        }
        let frozen = Frozen {
            number: number.clone(),
            issued_on: today,
            form: opening.form.id.word().to_owned(),
            filled,
            lines: opening.chosen().iter().map(|line| line.id).collect(),
            papers: frozen_papers,
            // What nobody asks any more, nobody answers for.
            sure: opening.answers().cloned().collect(),
        };
        let row = ReceiptRow {
            state: ReceiptState::Issued,
            year: Some(year),
            counted: Some(counted),
            number: Some(number.clone()),
            form: frozen.form.clone(),
            total_cents,
            data: json(&frozen)?,
            issued_by: Some(user),
            issued_on: Some(Day(today)),
            issued_at: Some(At(now)),
            paper_id: frozen.papers.first().map(|paper| paper.id),
            keep_until: keep_until.map(Day),
            listed_at: At(now),
            ..opening.row.clone()
        };
        saved(db, &row)?;
        after(db, &opening)?;
        doing.note(db, &say::receipts_done_issued(&number), id, None)?;
        Ok(number)
    })
}

/// What the issue means for the gift: it has this recipient, and a city's path is at its end.
fn after(db: &mut crate::store::Db, opening: &Opening) -> Result<(), ActionError> {
    let gift = &opening.donation;
    if gift.issuer_id.is_none() {
        receipts::set_issuer_of(db, gift.id, opening.issuer.id)?;
    }
    if opening.form.has(Rule::CouncilAccepted) && gift.state == DonationState::Accepted {
        let now = donations::find(db, gift.id)?.ok_or(ActionError::NotFound)?;
        donations::set_state(db, gift.id, now.version, DonationState::Receipted)?;
    }
    Ok(())
}

//! Drafts of receipts: begun from a donation, with lines to choose.

use std::sync::Arc;

use super::freeze::Frozen;
use super::{facts, locked, person, saved};
use crate::actions::deeds::{Doing, json};
use crate::actions::once::once;
use crate::actions::{ActionError, Actor, House, typed};
use crate::domain::receipt::{Rule, ValuePolicy, form};
use crate::domain::register::{Plan, Question, Sure};
use crate::domain::rights::Right;
use crate::domain::treasury::ReceiptState;
use crate::domain::{DonationId, IssuerId, ReceiptId, ValueLineId};
use crate::store::receipts::ReceiptRow;
use crate::store::{At, donations, issuers, receipts, value_lines};
use crate::texts::say;

/// As long as what the donor got in return may be told, in characters.
const MOST_IN_RETURN: usize = 300;
/// As long as a reason for a draft may be, in characters.
const MOST_NOTE: usize = 300;

/// What is chosen for a draft.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub lines: Vec<ValueLineId>,
    /// Whether the value is printed, where the form leaves that open.
    pub with_value: bool,
    /// Whether the donor got something in return, and what; `None` where nobody said.
    pub got: Option<bool>,
    pub in_return: String,
}

/// Begins a draft with all lines of a donation that are on no receipt; `replaces` names a void one that it stands in for.
/// Where there is a draft already, that one.
///
/// # Errors
/// When the gift was received by another issuer, or the issuer is switched off.
pub fn begin(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    issuer: IssuerId,
    replaces: Option<ReceiptId>,
) -> Result<ReceiptId, ActionError> {
    actor.must(Right::IssueReceipts)?;
    let user = person(actor)?;
    let (in_house, by) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        let (now, id) = (in_house.now(), ReceiptId(in_house.uuid()));
        once(db, &by, "receipt", now, |db| {
            let gift = donations::find(db, donation)?.ok_or(ActionError::NotFound)?;
            let issuer = issuers::find(db, issuer)?.filter(|issuer| issuer.active);
            let issuer = issuer.ok_or_else(|| ActionError::field("issuer", say::receipts_no_such_issuer()))?;
            let others = receipts::of_donation(db, donation)?;
            // A gift has one recipient: two never confirm parts of it (law reference 1.6).
            let is_other = |known: IssuerId| known != issuer.id;
            let valid = others.iter().filter(|one| one.state != ReceiptState::Voided);
            if gift.issuer_id.is_some_and(is_other) || valid.map(|one| one.issuer_id).any(is_other) {
                return Err(ActionError::field("issuer", say::receipts_other_issuer()));
            }
            if let Some(old) = replaces {
                let old = others.iter().find(|one| one.id == old).ok_or(ActionError::NotFound)?;
                let again = others.iter().any(|one| one.replaces == Some(old.id) && one.state == ReceiptState::Issued);
                if old.state != ReceiptState::Voided || again {
                    return Err(ActionError::Refused(say::receipts_replace_not_now()));
                }
            }
            if let Some(known) = others.iter().find(|one| one.state == ReceiptState::Draft) {
                // The draft that is there already is the one that stands in for it.
                if replaces.is_some() && known.replaces.is_none() {
                    saved(db, &ReceiptRow { replaces, ..known.clone() })?;
                }
                return Ok(known.id);
            }
            let form = form(issuer.form);
            let free = value_lines::of_donation(db, donation)?.into_iter().filter(|line| line.receipt_id.is_none());
            let plan = Plan { lines: free.map(|line| line.id).collect(), ..Plan::default() };
            let replaces = match replaces {
                None => stands_for(&others, issuer.id, (id, None), &plan.lines, &plan.lines)?,
                known => known,
            };
            receipts::insert(
                db,
                &ReceiptRow {
                    id,
                    issuer_id: issuer.id,
                    donation_id: donation,
                    state: ReceiptState::Draft,
                    year: None,
                    counted: None,
                    number: None,
                    form: issuer.form.word().to_owned(),
                    lang: form.lang().to_owned(),
                    total_cents: 0,
                    currency: form.currency.word().to_owned(),
                    data: json(&plan)?,
                    made_by: Some(user),
                    made_at: At(now),
                    agreed_by: None,
                    agreed_at: None,
                    issued_by: None,
                    issued_on: None,
                    issued_at: None,
                    paper_id: None,
                    void_reason: String::new(),
                    void_asked_by: None,
                    void_asked_at: None,
                    voided_by: None,
                    voided_at: None,
                    replaces,
                    keep_until: None,
                    version: 1,
                    listed_at: At(now),
                },
            )?;
            let made = receipts::find(db, id)?.ok_or(ActionError::NotFound)?;
            let total_cents = facts::gather(db, made.clone(), &in_house)?.total_cents();
            saved(db, &ReceiptRow { total_cents, ..made })?;
            Ok(id)
        })
    })
}

/// Which void receipt a draft over the `chosen` of `all` lines stands in for: one that said the same of any of them and has
/// no other successor. The one that is `known` stays, also when its lines were written anew; not when they are left out.
fn stands_for(
    others: &[ReceiptRow],
    issuer: IssuerId,
    (draft, known): (ReceiptId, Option<ReceiptId>),
    all: &[ValueLineId],
    chosen: &[ValueLineId],
) -> Result<Option<ReceiptId>, ActionError> {
    let is_void =
        |one: &&ReceiptRow| one.state == ReceiptState::Voided && one.number.is_some() && one.issuer_id == issuer;
    let mut found = None;
    for old in others.iter().filter(is_void) {
        let lines = Frozen::read(&old.data)?.lines;
        let says = |some: &[ValueLineId]| lines.iter().any(|line| some.contains(line));
        if known == Some(old.id) && (says(chosen) || !says(all)) {
            return Ok(known);
        }
        let has_other = others
            .iter()
            .any(|one| one.replaces == Some(old.id) && one.id != draft && one.state != ReceiptState::Voided);
        let is_later = |best: &&ReceiptRow| best.issued_at < old.issued_at;
        if says(chosen) && !has_other && found.as_ref().is_none_or(is_later) {
            found = Some(old);
        }
    }
    Ok(found.map(|old| old.id))
}

/// Chooses what stands on a draft. Whatever somebody agreed to is open again.
///
/// # Errors
/// For a line of another gift, or what the form needs to know and nobody said.
pub fn choose(
    house: &Arc<House>,
    actor: &Actor,
    id: ReceiptId,
    version: i32,
    choice: Choice,
) -> Result<(), ActionError> {
    actor.must(Right::IssueReceipts)?;
    let user = person(actor)?;
    let in_return = typed::line("in_return", &choice.in_return, MOST_IN_RETURN)?;
    if choice.lines.is_empty() {
        return Err(ActionError::field("lines", say::receipts_choose_one()));
    }
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        let row = locked(db, id, version)?;
        let before = facts::gather(db, row.clone(), &in_house)?;
        if choice.lines.iter().any(|line| !before.lines.iter().any(|known| known.id == *line)) {
            return Err(ActionError::field("lines", say::receipts_line_gone()));
        }
        let got = match choice.got {
            Some(true) if in_return.is_empty() => {
                return Err(ActionError::field("in_return", say::receipts_return_what()));
            }
            Some(true) => Some(in_return.clone()),
            Some(false) => Some(String::new()),
            None => None,
        };
        let plan = Plan {
            // In the order of the donation, whatever order they were sent in.
            lines: before.lines.iter().map(|line| line.id).filter(|line| choice.lines.contains(line)).collect(),
            with_value: before.form.value_policy == ValuePolicy::Optional && choice.with_value,
            in_return: got.filter(|_| before.form.has(Rule::ReturnStated)),
            agreed_to: String::new(),
            sure: before.plan.sure,
        };
        let (others, all) = (receipts::of_donation(db, row.donation_id)?, before.lines.iter().map(|line| line.id));
        let replaces =
            stands_for(&others, row.issuer_id, (row.id, row.replaces), &all.collect::<Vec<_>>(), &plan.lines)?;
        let made_by = Some(user);
        let row = ReceiptRow { data: json(&plan)?, made_by, agreed_by: None, agreed_at: None, replaces, ..row };
        let total_cents = facts::gather(db, row.clone(), &in_house)?.total_cents();
        saved(db, &ReceiptRow { total_cents, ..row })
    })
}

/// Answers for what the records of the house say against a draft. Whatever somebody agreed to is open again.
///
/// # Errors
/// Without a reason; [`ActionError::Changed`] when the question is another one by now.
pub fn answer_for(
    house: &Arc<House>,
    actor: &Actor,
    id: ReceiptId,
    version: i32,
    question: Question,
    note: &str,
) -> Result<(), ActionError> {
    actor.must(Right::IssueReceipts)?;
    let user = person(actor)?;
    let note = typed::line("note", note, MOST_NOTE)?;
    if note.is_empty() {
        return Err(ActionError::field("note", say::receipts_sure_why()));
    }
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        let row = locked(db, id, version)?;
        let before = facts::gather(db, row.clone(), &in_house)?;
        if !before.questions().contains(&question) {
            return Err(ActionError::Changed);
        }
        let mut plan = Plan { agreed_to: String::new(), ..before.plan };
        plan.sure.retain(|known| known.question.ask != question.ask);
        plan.sure.push(Sure { question, note: note.clone(), name: facts::name_of(db, Some(user))? });
        saved(db, &ReceiptRow { data: json(&plan)?, made_by: Some(user), agreed_by: None, agreed_at: None, ..row })
    })
}

/// Throws a draft away. It had no number, so none is missing.
///
/// # Errors
/// When it was issued meanwhile.
pub fn drop_draft(house: &Arc<House>, actor: &Actor, id: ReceiptId, version: i32) -> Result<DonationId, ActionError> {
    actor.must(Right::IssueReceipts)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let row = locked(db, id, version)?;
        if row.state != ReceiptState::Draft {
            return Err(ActionError::Refused(say::receipts_not_a_draft()));
        }
        if !receipts::drop_draft(db, id, version)? {
            return Err(ActionError::Changed);
        }
        doing.note(db, &say::receipts_done_dropped(), id, None)?;
        Ok(row.donation_id)
    })
}

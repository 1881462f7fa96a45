//! What a draft would say: gathered anew each time, from what holds now.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::super::{ActionError, Actor, House};
use crate::domain::council::beyond;
use crate::domain::donation::Origin;
use crate::domain::item::{Disposal, ItemState};
use crate::domain::receipt::{
    Block, Donor, Facts, Filled, Form, Gate, Gone, Party, Piece, Proof, Rule, ValuePolicy, condition_name, form,
};
use crate::domain::register::{Ask, Plan, Question, Sure, day_figure};
use crate::domain::rights::Right;
use crate::domain::treasury::{Decider, Decision, ReceiptState};
use crate::domain::valuation::is_package;
use crate::domain::{ItemId, ReceiptId, UserId, ValueLineId};
use crate::store::arrivals::Arrived;
use crate::store::donations::DonationRow;
use crate::store::donors::DonorRow;
use crate::store::evidence::EvidenceRow;
use crate::store::issuers::IssuerRow;
use crate::store::receipts::ReceiptRow;
use crate::store::value_lines::{OnLines, ValueLineRow};
use crate::store::{
    Db, StoreError, arrivals, council_lists, disposals, donations, donors, evidence, issuers, papers, receipts, users,
    value_lines,
};
use crate::texts::{Lang, Texts, say};

/// A draft with everything that it is made of.
#[derive(Clone, Debug)]
pub struct Opening {
    pub row: ReceiptRow,
    pub plan: Plan,
    pub donation: DonationRow,
    pub donor: DonorRow,
    pub issuer: IssuerRow,
    pub form: &'static Form,
    /// All lines of the donation, also those that are not on it.
    pub lines: Vec<ValueLineRow>,
    /// Lines that stand on another valid receipt, with its number.
    pub taken: HashMap<ValueLineId, String>,
    /// Lines of which a piece was sold or recycled.
    pub gone: HashMap<ValueLineId, Gone>,
    pub evidence: Vec<EvidenceRow>,
    /// Who drafted it, and who agreed.
    pub maker: String,
    pub agreed_by: String,
    /// The day on which the gift was handed over.
    pub gift_day: Date,
    /// What is in the way besides what the form looks at: whose gift it is, what was decided, what is behind its lines.
    shut: Vec<Gate>,
    /// What the records say against it, answered for or not.
    questions: Vec<Question>,
    /// What valid receipts of this gift say already, in cents: a receipt in parts is looked at as one.
    issued_cents: i64,
    /// The number of the void receipt that it stands in for.
    replaces: Option<String>,
    facts: Facts,
}

/// What comes of a draft.
pub type Made = Result<Filled, Vec<Gate>>;

impl Opening {
    /// The receipt as it would be printed with a number on a day, or every gate that is shut.
    pub fn made(&self, number: &str, on: Date) -> Made {
        let facts = Facts { number: Some(number.to_owned()), issued_on: on, ..self.facts.clone() };
        let asked = self.questions().into_iter().map(Gate::Asked);
        match self.form.fill(&facts) {
            Ok(filled) if self.shut.is_empty() && self.questions().is_empty() => Ok(self.naming_the_old_one(filled)),
            Ok(_) => Err(self.shut.iter().cloned().chain(asked).collect()),
            Err(gates) => Err(self.shut.iter().cloned().chain(gates).chain(asked).collect()),
        }
    }

    /// A receipt that stands in for another one names it below its own number, so that nobody has two that look alike.
    fn naming_the_old_one(&self, mut filled: Filled) -> Filled {
        if let Some(old) = &self.replaces {
            let text = Texts::of(lang_of(self.form)).receipts_paper_replaces(old);
            let number = filled.blocks.iter().position(|block| matches!(block, Block::Number { .. }));
            filled.blocks.insert(number.map_or(0, |at| at + 1), Block::Number { text });
        }
        filled
    }

    /// What nobody answered for yet.
    pub fn questions(&self) -> Vec<Question> {
        let is_open = |question: &Question| !self.plan.sure.iter().any(|sure| sure.question == *question);
        self.questions.iter().copied().filter(is_open).collect()
    }

    /// What somebody answered for, as far as it is still what the records say.
    pub fn answers(&self) -> impl Iterator<Item = &Sure> {
        self.plan.sure.iter().filter(|sure| self.questions.contains(&sure.question))
    }

    /// Whether it needs a second pair of eyes (law reference A5): its total, with what was confirmed of this gift before,
    /// reaches the issuer's limit. Without a limit: always.
    pub fn needs_agreement(&self) -> bool {
        let total = self.total_cents().saturating_add(self.issued_cents);
        self.issuer.limit_for(self.donation.created_at).is_none_or(|from| total >= from)
    }

    /// What stands in the place of the number until there is one, in the language of the paper.
    pub fn draft_number(&self) -> String {
        Texts::of(lang_of(self.form)).receipts_state_draft()
    }

    pub fn total_cents(&self) -> i64 {
        self.facts.total_cents().unwrap_or_default()
    }

    /// The lines that are on it, in their order.
    pub fn chosen(&self) -> Vec<&ValueLineRow> {
        self.lines.iter().filter(|line| self.plan.lines.contains(&line.id)).collect()
    }

    /// A hash over everything that would be printed but number and day, and over what it rests on: whoever agrees agrees
    /// to this, and any change makes it another one.
    pub fn fingerprint(&self) -> String {
        let timeless = Facts { number: None, issued_on: Date::ZERO, ..self.facts.clone() };
        let mut papers_seen: Vec<String> = self.evidence.iter().map(|paper| paper.id.to_string()).collect();
        papers_seen.sort();
        let lines: Vec<String> = self.chosen().iter().map(|line| line.id.to_string()).collect();
        let form = self.form.id;
        let answers: Vec<&Sure> = self.answers().collect();
        let replaces = self.replaces.as_deref().map(|old| format!("\n{old}")).unwrap_or_default();
        let all = format!("{form}\n{timeless:?}\n{papers_seen:?}\n{lines:?}\n{answers:?}{replaces}");
        papers::sha256(all.as_bytes())
    }

    /// Whether somebody else agreed to exactly this.
    pub fn is_agreed(&self) -> bool {
        self.row.agreed_by.is_some() && self.plan.agreed_to == self.fingerprint()
    }

    /// Whether somebody agreed to something that was changed since.
    pub fn agreement_is_stale(&self) -> bool {
        self.row.agreed_by.is_some() && !self.is_agreed()
    }
}

/// The fingerprint of what was agreed to; empty for what is no draft.
pub fn agreed_to(row: &ReceiptRow) -> String {
    serde_json::from_str(&row.data).map(|plan: Plan| plan.agreed_to).unwrap_or_default()
}

/// The language in which a form is printed.
pub(super) fn lang_of(form: &Form) -> Lang {
    Lang::from_tag(form.lang()).unwrap_or_default()
}

/// A draft as it stands now.
///
/// # Errors
/// Without the right to see receipts; [`ActionError::NotFound`] for one that was issued already.
pub fn draft(house: &House, actor: &Actor, id: ReceiptId) -> Result<Opening, ActionError> {
    actor.must(Right::SeeReceipts)?;
    house.store().read(|db| {
        let row = receipts::find(db, id)?.ok_or(ActionError::NotFound)?;
        gather(db, row, house)
    })
}

/// Gathers what a draft is made of.
pub(super) fn gather(db: &mut Db, row: ReceiptRow, house: &House) -> Result<Opening, ActionError> {
    if row.state != ReceiptState::Draft {
        return Err(ActionError::Refused(say::receipts_not_a_draft()));
    }
    let plan: Plan =
        serde_json::from_str(&row.data).map_err(|error| StoreError::Content(format!("a draft's data: {error}")))?;
    let donation = donations::find(db, row.donation_id)?.ok_or(ActionError::NotFound)?;
    let donor = donors::find(db, donation.donor_id)?.ok_or(ActionError::NotFound)?;
    let issuer = issuers::find(db, row.issuer_id)?.ok_or(ActionError::NotFound)?;
    let form = form(issuer.form);
    let lines = value_lines::of_donation(db, donation.id)?;
    let mut taken = HashMap::new();
    let mut numbers: HashMap<ReceiptId, String> = HashMap::new();
    for line in &lines {
        if let Some(other) = line.receipt_id.filter(|other| *other != row.id) {
            // Many lines stand on few receipts.
            let number = match numbers.get(&other) {
                Some(number) => number.clone(),
                None => receipts::find(db, other)?.and_then(|other| other.number).unwrap_or_default(),
            };
            numbers.insert(other, number.clone());
            taken.insert(line.id, number);
        }
    }
    let others = receipts::of_donation(db, donation.id)?;
    let mut shut = Vec::new();
    // A gift has one recipient, and that may have been chosen after the draft was begun (law reference 1.6).
    let valid = others.iter().filter(|one| one.state != ReceiptState::Voided).map(|one| one.issuer_id);
    if donation.issuer_id.into_iter().chain(valid).any(|known| known != issuer.id) {
        shut.push(Gate::OtherIssuer);
    }
    if !issuer.active {
        shut.push(Gate::IssuerRetired);
    }
    let issued = others.iter().filter(|one| one.state == ReceiptState::Issued && one.id != row.id);
    let issued_cents = issued.fold(0i64, |sum, one| sum.saturating_add(one.total_cents));
    let chosen: Vec<&ValueLineRow> = lines.iter().filter(|line| plan.lines.contains(&line.id)).collect();
    let behind = Behind::of(db, &donation, &lines)?;
    let gone = behind.gone.clone();
    let arrived = arrivals::of_donation(db, donation.id)?;
    let mut questions = questions(&lines, &chosen, &behind, &arrived);
    let gift_day = donation.received_on.0;
    if let Some((first, last)) = arrived.days(|at| house.day_of(at)).filter(|(first, last)| first < last) {
        let ask = if arrived.signed_on.is_some() { Ask::SeveralDays } else { Ask::SeveralScans };
        questions.push(Question { ask, pieces: day_figure(first), stated: day_figure(last) });
    }
    // A business names what it counts its goods in; of anybody else a sack is a sack.
    let packed = chosen.iter().filter(|line| is_package(&line.description)).count() as i64;
    if packed > 0 && donation.origin != Origin::Business {
        let stated = chosen.iter().map(|line| i64::from(line.quantity)).sum();
        questions.push(Question { ask: Ask::Packages, pieces: packed, stated });
    }
    if form.has(Rule::CouncilAccepted)
        && let Some((list, line)) = council_lists::decision_on(db, donation.id)?
        && line.decision == Decision::Accepted
    {
        let this = chosen.iter().filter_map(|line| line.line().sum()).fold(issued_cents, i64::saturating_add);
        let declined = council_lists::declined_addition(db, donation.id, list.id)?;
        match (beyond(list.decider, list.limit_cents, line.value_cents, this), declined) {
            (Some((decided, _)), Some(on)) => shut.push(Gate::AdditionDeclined { on, decided, stated: this }),
            (Some((decided, Decider::Mayor)), None) => shut.push(Gate::BeyondDecision { decided, stated: this }),
            (Some((decided, Decider::Council)), None) => {
                questions.push(Question { ask: Ask::BeyondDecision, pieces: decided, stated: this });
            }
            (None, _) => {}
        }
        // Nothing came yet, or what came was entered by mistake.
        if donation.only_offered || line.only_offered && arrived.day(|at| house.day_of(at)).is_none() {
            shut.push(Gate::NotHandedOver);
        }
    }
    let too_many = |(at, line): (usize, &&ValueLineRow)| {
        let pieces = behind.missing(line).filter(|_| !behind.is_open(line))?;
        Some(Gate::MoreThanPieces { position: position(at), pieces })
    };
    shut.extend(chosen.iter().enumerate().filter_map(too_many));
    let t = Texts::of(lang_of(form));
    let piece = |(at, line): (usize, &&ValueLineRow)| Piece {
        position: position(at),
        description: line.description.clone(),
        quantity: line.quantity,
        identical: line.identical,
        age: line.age.clone(),
        condition: line.condition.map(|condition| t.say(&condition_name(condition))).unwrap_or_default(),
        new_price_cents: line.new_price_cents,
        bought_on: line.bought_on,
        basis: line.basis,
        net_cents: line.net_cents,
        vat_rate_bp: line.vat_rate_bp,
        vat_cents: line.vat_cents,
        value_cents: line.value_cents,
        source: line.source.clone(),
        on_receipt: taken.get(&line.id).cloned(),
        gone: gone.get(&line.id).copied(),
    };
    let pieces = chosen.iter().enumerate().map(piece).collect();
    let places: HashMap<ValueLineId, i32> =
        chosen.iter().enumerate().map(|(at, line)| (line.id, position(at))).collect();
    let evidence = evidence::of_donation(db, donation.id)?;
    let proofs = evidence.iter().filter_map(|paper| match paper.line_id {
        None => Some(Proof { kind: paper.kind, position: None }),
        // A paper about a line that is not on this receipt says nothing for it.
        Some(line) => Some(Proof { kind: paper.kind, position: Some(*places.get(&line)?) }),
    });
    let old = row.replaces.map(|old| receipts::find(db, old)).transpose()?.flatten();
    let own = form.country.word();
    let facts = Facts {
        issuer: issuer.party(),
        fields: issuer.fields(),
        donor: Donor {
            kind: donor.kind,
            party: Party {
                name: donor.name.clone(),
                street: donor.street.clone(),
                postcode: donor.postcode.clone(),
                city: donor.city.clone(),
                country: if donor.country.eq_ignore_ascii_case(own) { String::new() } else { donor.country.clone() },
            },
        },
        days: vec![gift_day],
        issued_on: house.today(),
        number: None,
        pieces,
        origins: vec![donation.origin],
        proofs: proofs.collect(),
        states: vec![donation.state],
        sources: vec![donation.source],
        with_value: match form.value_policy {
            ValuePolicy::RequiredWords | ValuePolicy::Required => true,
            ValuePolicy::Optional => plan.with_value,
            ValuePolicy::Forbidden => false,
        },
        in_return: plan.in_return.clone(),
        by_machine: false,
    };
    let maker = name_of(db, row.made_by)?;
    let agreed_by = name_of(db, row.agreed_by)?;
    Ok(Opening {
        row,
        plan,
        donation,
        donor,
        issuer,
        form,
        lines,
        taken,
        gone,
        evidence,
        maker,
        agreed_by,
        gift_day,
        shut,
        questions,
        issued_cents,
        replaces: old.and_then(|old| old.number),
        facts,
    })
}

fn position(at: usize) -> i32 {
    i32::try_from(at + 1).unwrap_or(i32::MAX)
}

/// What stands behind the lines of a gift.
struct Behind {
    /// Of lines with pieces: how many there are, without entries by mistake and what was sold or recycled.
    kept: HashMap<ValueLineId, i64>,
    /// Lines that were made of these pieces. Others were written, and may stand for some that nobody scanned.
    made: HashSet<ValueLineId>,
    /// Lines of which a piece was sold or recycled.
    gone: HashMap<ValueLineId, Gone>,
    /// Pieces that were sold or recycled, by the line that they are on.
    sold: Vec<(Option<ValueLineId>, i64)>,
}

impl Behind {
    fn of(db: &mut Db, donation: &DonationRow, lines: &[ValueLineRow]) -> Result<Behind, ActionError> {
        let on_lines = OnLines::of_donation(db, donation.id)?;
        let pieces = arrivals::pieces(db, donation.id)?;
        // Only those were sold, and what was taken from a lot is a piece of the gift by itself.
        let discarded = pieces.iter().filter(|(_, state, _)| *state == ItemState::Discarded);
        let ids: Vec<ItemId> = discarded.map(|(id, ..)| *id).collect();
        let how: HashMap<ItemId, Disposal> = disposals::of_items(db, &ids)?.into_iter().collect();
        let (mut kept, mut left) = (HashMap::new(), Vec::new());
        for (item, state, quantity) in pieces {
            let is_gone = match how.get(&item) {
                Some(Disposal::Sold) => Some(Gone::Sold),
                Some(Disposal::Recycled) => Some(Gone::Recycled),
                // What went with the waste was given away to nobody for money.
                Some(Disposal::Waste) | None => None,
            };
            let line = on_lines.line(item);
            if let Some(how) = is_gone {
                left.push((item, line, i64::from(quantity), how));
            }
            if let Some(line) = line {
                let counts = is_gone.is_none() && state != ItemState::Void;
                *kept.entry(line).or_insert(0) += if counts { i64::from(quantity) } else { 0 };
            }
        }
        let (mut gone, mut sold) = (HashMap::new(), Vec::new());
        for (item, line, quantity, how) in left {
            // What was sold of a lot is not of the line when that is only about what remains of it.
            let is_beside = |line: &ValueLineId| {
                let named = lines.iter().find(|one| one.id == *line).map(|one| i64::from(one.quantity));
                !on_lines.is_itself(item) && named.zip(kept.get(line)).is_some_and(|(named, kept)| named <= *kept)
            };
            let line = line.filter(|line| !is_beside(line));
            sold.push((line, quantity));
            if let Some(line) = line {
                gone.insert(line, how);
            }
        }
        let made = kept.keys().copied().filter(|line| on_lines.is_made(*line)).collect();
        Ok(Behind { kept, made, gone, sold })
    }

    /// The pieces that are behind a line, where there are some or were, and it names more.
    fn missing(&self, line: &ValueLineRow) -> Option<i64> {
        self.kept.get(&line.id).copied().filter(|kept| i64::from(line.quantity) > *kept)
    }

    /// Whether a line that names more than is behind it may be right all the same: it was written, and the rest was not scanned.
    fn is_open(&self, line: &ValueLineRow) -> bool {
        !self.made.contains(&line.id) && !self.gone.contains_key(&line.id)
    }

    /// Pieces that are on lines which are not among these.
    fn kept_beside(&self, lines: &[&ValueLineRow]) -> i64 {
        let others = self.kept.iter().filter(|(line, _)| !lines.iter().any(|one| one.id == **line));
        others.map(|(_, pieces)| pieces).sum()
    }

    /// Pieces that were sold or recycled and are on no line, or on one that is not among these.
    fn sold_beside(&self, lines: &[&ValueLineRow]) -> i64 {
        let is_beside = |line: Option<ValueLineId>| line.is_none_or(|line| !lines.iter().any(|one| one.id == line));
        self.sold.iter().filter(|(line, _)| is_beside(*line)).map(|(_, pieces)| pieces).sum()
    }
}

/// What the records say against a receipt over these lines, without forbidding it.
fn questions(lines: &[ValueLineRow], chosen: &[&ValueLineRow], behind: &Behind, arrived: &Arrived) -> Vec<Question> {
    let others = lines.iter().filter(|line| line.receipt_id.is_some() && !chosen.iter().any(|one| one.id == line.id));
    let on_receipts: Vec<&ValueLineRow> = others.collect();
    let all: Vec<&ValueLineRow> = on_receipts.iter().chain(chosen).copied().collect();
    let stated = all.iter().map(|line| i64::from(line.quantity)).sum();
    // What stands on other lines does not make up for what is missing on one of these.
    let is_short = chosen.iter().any(|line| behind.missing(line).is_some());
    let elsewhere = if is_short { behind.kept_beside(&all) } else { 0 };
    let arrived = arrived.signed.max(arrived.scanned - elsewhere);
    // What was sold is not there for another line. What was sold after it was confirmed counts where it was confirmed.
    let arrived = arrived - behind.sold_beside(&on_receipts);
    let mut questions = Vec::new();
    if !chosen.is_empty() && stated > arrived {
        questions.push(Question { ask: Ask::FewerArrived, pieces: arrived.max(0), stated });
    }
    let is_bare = |line: &ValueLineRow| !behind.kept.contains_key(&line.id) || behind.missing(line).is_some();
    let has_bare = chosen.iter().any(|line| is_bare(line));
    let sold = behind.sold_beside(&all);
    if has_bare && sold > 0 {
        questions.push(Question { ask: Ask::SoldElsewhere, pieces: sold, stated });
    }
    questions
}

pub(super) fn name_of(db: &mut Db, user: Option<UserId>) -> Result<String, StoreError> {
    let Some(user) = user else { return Ok(String::new()) };
    Ok(users::find(db, user)?.map(|row| row.display_name).unwrap_or_default())
}

//! What a draft would say: gathered anew each time, from what holds now.

use std::collections::HashMap;

use jiff::civil::Date;

use super::super::{ActionError, Actor, House};
use crate::domain::item::{Condition, Disposal};
use crate::domain::receipt::{Donor, Facts, Filled, Form, Gate, Gone, Party, Piece, Proof, ValuePolicy, form};
use crate::domain::register::Plan;
use crate::domain::rights::Right;
use crate::domain::treasury::ReceiptState;
use crate::domain::{ItemId, ReceiptId, UserId, ValueLineId};
use crate::store::donations::DonationRow;
use crate::store::donors::DonorRow;
use crate::store::evidence::EvidenceRow;
use crate::store::issuers::IssuerRow;
use crate::store::receipts::ReceiptRow;
use crate::store::value_lines::{OnLines, ValueLineRow};
use crate::store::{
    Db, StoreError, disposals, donations, donors, evidence, issuers, papers, receipts, users, value_lines,
};
use crate::texts::{Lang, Message, Texts, say};

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
    /// What is in the way besides what the form looks at: whose gift it is.
    shut: Vec<Gate>,
    /// What valid receipts of this gift say already, in cents: a receipt in parts is looked at as one.
    issued_cents: i64,
    facts: Facts,
}

/// What comes of a draft.
pub type Made = Result<Filled, Vec<Gate>>;

impl Opening {
    /// The receipt as it would be printed with a number on a day, or every gate that is shut.
    pub fn made(&self, number: &str, on: Date) -> Made {
        let facts = Facts { number: Some(number.to_owned()), issued_on: on, ..self.facts.clone() };
        match self.form.fill(&facts) {
            Ok(filled) if self.shut.is_empty() => Ok(filled),
            Ok(_) => Err(self.shut.clone()),
            Err(gates) => Err([self.shut.clone(), gates].concat()),
        }
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
        papers::sha256(format!("{form}\n{timeless:?}\n{papers_seen:?}\n{lines:?}").as_bytes())
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
        gather(db, row, house.today())
    })
}

/// Gathers what a draft is made of.
pub(super) fn gather(db: &mut Db, row: ReceiptRow, today: Date) -> Result<Opening, ActionError> {
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
    let gone = gone_of(db, &donation)?;
    let chosen: Vec<&ValueLineRow> = lines.iter().filter(|line| plan.lines.contains(&line.id)).collect();
    let t = Texts::of(lang_of(form));
    let piece = |(at, line): (usize, &&ValueLineRow)| Piece {
        position: position(at),
        description: line.description.clone(),
        quantity: line.quantity,
        identical: line.identical,
        age: line.age.clone(),
        condition: line.condition.map(|condition| t.say(&condition_name(condition))).unwrap_or_default(),
        new_price_cents: line.new_price_cents,
        bought_on: line.bought_on.map(|day| day.0),
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
        days: vec![donation.received_on.0],
        issued_on: today,
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
        shut,
        issued_cents,
        facts,
    })
}

fn position(at: usize) -> i32 {
    i32::try_from(at + 1).unwrap_or(i32::MAX)
}

/// The lines of a donation of which a piece was sold or recycled.
fn gone_of(db: &mut Db, donation: &DonationRow) -> Result<HashMap<ValueLineId, Gone>, ActionError> {
    let on_lines = OnLines::of_donation(db, donation.id)?;
    let pieces: HashMap<ItemId, ValueLineId> = on_lines.pieces().collect();
    let ids: Vec<ItemId> = pieces.keys().copied().collect();
    let mut gone = HashMap::new();
    for (item, how) in disposals::of_items(db, &ids)? {
        let how = match how {
            Disposal::Sold => Gone::Sold,
            Disposal::Recycled => Gone::Recycled,
            // What went with the waste was given away to nobody for money.
            Disposal::Waste => continue,
        };
        if let Some(line) = pieces.get(&item) {
            gone.insert(*line, how);
        }
    }
    Ok(gone)
}

fn condition_name(condition: Condition) -> Message {
    match condition {
        Condition::New => say::condition_new(),
        Condition::Good => say::condition_good(),
        Condition::Worn => say::condition_worn(),
        Condition::NeedsCare => say::condition_needs_care(),
    }
}

pub(super) fn name_of(db: &mut Db, user: Option<UserId>) -> Result<String, StoreError> {
    let Some(user) = user else { return Ok(String::new()) };
    Ok(users::find(db, user)?.map(|row| row.display_name).unwrap_or_default())
}

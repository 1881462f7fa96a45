//! Looks at everything that has to be true before a receipt is issued, and names all that is not.

use jiff::civil::Date;

use super::form::{Field, Form, Rule, Signing, TargetKind, ValuePolicy};
use super::gate::{Detail, Gate, notice_ends};
use super::{Facts, Piece};
use crate::domain::donation::{DonationState, DonorKind, Origin, Source};
use crate::domain::treasury::{Basis, EvidenceKind};
use crate::domain::valuation;

/// The highest amount that words are made for: 999,999,999.99.
const MOST_CENTS: i64 = 99_999_999_999;

/// What a private value rests on.
const VALUATION: [EvidenceKind; 3] = [EvidenceKind::Invoice, EvidenceKind::Opinion, EvidenceKind::Comparison];

impl Facts {
    /// Papers that a value rests on are in the file.
    pub(super) fn has_documents(&self) -> bool {
        self.has(&VALUATION)
    }

    /// Whether one of these papers is about this line, by itself or with the whole gift.
    fn has_about(&self, kinds: &[EvidenceKind], piece: &Piece) -> bool {
        self.proofs.iter().any(|proof| kinds.contains(&proof.kind) && proof.is_about(piece))
    }
}

impl Form {
    /// Every gate that is shut, in the order in which a person goes through them: issuer, donor, gift, lines, value,
    /// signature. Empty: the receipt may be issued.
    pub fn gates(&self, facts: &Facts) -> Vec<Gate> {
        let mut shut = Vec::new();
        self.issuer_gates(facts, &mut shut);
        donor_gates(facts, &mut shut);
        self.gift_gates(facts, &mut shut);
        self.origin_gates(facts, &mut shut);
        for piece in &facts.pieces {
            self.piece_gates(facts, piece, &mut shut);
        }
        self.value_gates(facts, &mut shut);
        if self.has(Rule::ReturnStated) && facts.in_return.is_none() {
            shut.push(Gate::ReturnNotStated);
        }
        if facts.by_machine && self.signature == Signing::Handwritten {
            shut.push(Gate::MachineSignature);
        }
        shut
    }

    fn issuer_gates(&self, facts: &Facts, shut: &mut Vec<Gate>) {
        if facts.issuer.name.trim().is_empty() || !facts.issuer.has_address() {
            shut.push(Gate::IssuerAddressMissing);
        }
        let missing = |field: &Field| facts.printed(self.country, *field).is_none();
        shut.extend(self.needed(&facts.fields).into_iter().filter(missing).map(|field| Gate::FieldMissing { field }));
        let issued = facts.issued_on;
        let own = facts.day_of(Field::NoticeDate);
        for (rule, years) in [(Rule::Notice5Years, 5), (Rule::Notice3Years, 3)] {
            if let Some(notice) = own.filter(|_| self.has(rule)) {
                if notice > issued {
                    shut.push(Gate::NoticeInFuture { notice });
                }
                if let Some(until) = too_old(notice, years, issued) {
                    shut.push(Gate::NoticeTooOld { notice, until, years });
                }
            }
        }
        let later = facts.day_of(Field::LaterNoticeDate).filter(|notice| *notice <= issued);
        if let Some(notice) = later.filter(|_| self.has(Rule::NoLaterNotice)) {
            shut.push(Gate::LaterNotice { notice });
        }
        let years = match TargetKind::of(&facts.fields) {
            Some(TargetKind::Exempt) => 5,
            Some(TargetKind::Statute) => 3,
            Some(TargetKind::Public) | None => return,
        };
        if let Some(notice) = facts.day_of(Field::TargetNoticeDate).filter(|_| self.has(Rule::TargetNotice)) {
            if notice > issued {
                shut.push(Gate::TargetNoticeInFuture { notice });
            }
            if let Some(until) = too_old(notice, years, issued) {
                shut.push(Gate::TargetNoticeTooOld { notice, until, years });
            }
        }
    }

    fn gift_gates(&self, facts: &Facts, shut: &mut Vec<Gate>) {
        for state in &facts.states {
            if let Some(gate) = Gate::of_state(*state) {
                add(shut, gate);
            }
        }
        let accepted = |state: &DonationState| matches!(state, DonationState::Accepted | DonationState::Receipted);
        if self.has(Rule::CouncilAccepted) && (facts.states.is_empty() || !facts.states.iter().all(accepted)) {
            shut.push(Gate::NotAccepted);
        }
        if facts.sources.contains(&Source::Purchase) {
            shut.push(Gate::Purchase);
        }
        match (facts.days.iter().min(), facts.days.iter().max()) {
            (Some(first), Some(last)) if first != last => {
                shut.push(Gate::SeveralDays { first: *first, last: *last });
            }
            (None, _) => shut.push(Gate::DayMissing),
            _ => {}
        }
        if let Some(day) = facts.days.iter().copied().find(|day| *day > facts.issued_on) {
            shut.push(Gate::GiftInFuture { day });
        }
    }

    fn origin_gates(&self, facts: &Facts, shut: &mut Vec<Gate>) {
        match facts.origin() {
            None if facts.origins.is_empty() => shut.push(Gate::OriginMissing),
            None => shut.push(Gate::SeveralOrigins),
            Some(Origin::Business) => {
                if self.has(Rule::BusinessValues) && !facts.has(&[EvidenceKind::Statement]) {
                    shut.push(Gate::StatementMissing);
                } else if self.has(Rule::BusinessValues) {
                    // A statement about one line says nothing of the others.
                    let bare = facts.pieces.iter().filter(|piece| !facts.has_about(&[EvidenceKind::Statement], piece));
                    shut.extend(bare.map(|piece| Gate::LineWithoutStatement { position: piece.position }));
                }
            }
            Some(Origin::PrivateAssets) => {
                if self.has(Rule::AtMarketValue) {
                    shut.push(Gate::OnlyBusiness);
                }
            }
            Some(Origin::Unknown) => {
                if self.has(Rule::AtMarketValue) {
                    shut.push(Gate::OnlyBusiness);
                }
                if self.has(Rule::PrivateValues) && !facts.has(&[EvidenceKind::Request]) {
                    shut.push(Gate::RequestMissing);
                }
            }
        }
    }

    fn piece_gates(&self, facts: &Facts, piece: &Piece, shut: &mut Vec<Gate>) {
        let position = piece.position;
        if let Some(number) = &piece.on_receipt {
            shut.push(Gate::SecondReceipt { position, number: number.clone() });
        }
        if let Some(how) = piece.gone.filter(|_| self.has(Rule::PiecesKept)) {
            shut.push(Gate::SoldOrRecycled { position, how });
        }
        if piece.quantity < 1 {
            shut.push(Gate::QuantityMissing { position });
        }
        if piece.description.trim().is_empty() {
            shut.push(Gate::DetailMissing { position, detail: Detail::Description });
        }
        // The lines of several origins are no lines of one kind; that is said once for all.
        let Some(origin) = facts.origin() else { return };
        if self.has(Rule::BasisFits) && !allowed(origin, piece.basis)
            || self.has(Rule::AtMarketValue) && piece.basis != Basis::Market
        {
            shut.push(Gate::BasisNotAllowed { position, basis: piece.basis, origin });
        }
        if origin == Origin::Business {
            if self.has(Rule::BusinessValues) {
                business_gates(piece, shut);
            }
        } else if self.has(Rule::PrivateValues) {
            private_gates(facts, piece, shut);
        }
    }

    fn value_gates(&self, facts: &Facts, shut: &mut Vec<Gate>) {
        if facts.pieces.is_empty() {
            shut.push(Gate::NoPieces);
            return;
        }
        match self.value_policy {
            ValuePolicy::Forbidden if facts.with_value => return shut.push(Gate::ValueForbidden),
            ValuePolicy::Forbidden => return,
            ValuePolicy::Optional if !facts.with_value => return,
            ValuePolicy::RequiredWords | ValuePolicy::Required if !facts.with_value => shut.push(Gate::ValueWanted),
            _ => {}
        }
        for piece in &facts.pieces {
            // Net and VAT have sentences of their own.
            let position = piece.position;
            let said = [Gate::NetMissing { position }, Gate::VatMissing { position }];
            if piece.each_cents().is_none() && !said.iter().any(|gate| shut.contains(gate)) {
                shut.push(Gate::ValueMissing { position });
            }
        }
        let negative = |piece: &Piece| piece.each_cents().is_some_and(|cents| cents < 0);
        let all_known = facts.pieces.iter().all(|piece| piece.each_cents().is_some());
        match facts.total_cents() {
            None if all_known => shut.push(Gate::TooMuch),
            None => {}
            Some(total) if total > MOST_CENTS => shut.push(Gate::TooMuch),
            Some(total) if total <= 0 || facts.pieces.iter().any(negative) => shut.push(Gate::ZeroTotal),
            Some(_) => {}
        }
    }
}

fn add(shut: &mut Vec<Gate>, gate: Gate) {
    if !shut.contains(&gate) {
        shut.push(gate);
    }
}

/// The last day of a notice that is too old on `issued`.
fn too_old(notice: Date, years: i32, issued: Date) -> Option<Date> {
    let until = notice_ends(notice, years);
    (issued > until).then_some(until)
}

fn donor_gates(facts: &Facts, shut: &mut Vec<Gate>) {
    let party = &facts.donor.party;
    if facts.donor.kind == DonorKind::Anonymous || party.name.trim().is_empty() {
        shut.push(Gate::AnonymousDonor);
    } else if !party.has_address() {
        shut.push(Gate::DonorAddressMissing);
    }
}

/// A company states one of three bases (§ 6 Abs. 1 Nr. 4 EStG); a private value is a market value, or the invoice of what
/// was just bought.
fn allowed(origin: Origin, basis: Basis) -> bool {
    match origin {
        Origin::Business => matches!(basis, Basis::GoingConcern | Basis::Book | Basis::Market),
        Origin::PrivateAssets | Origin::Unknown => matches!(basis, Basis::Market | Basis::Invoice),
    }
}

fn business_gates(piece: &Piece, shut: &mut Vec<Gate>) {
    let position = piece.position;
    if piece.net_cents.is_none() {
        shut.push(Gate::NetMissing { position });
    }
    if piece.vat_cents.is_none() || piece.vat_rate_bp.is_none() {
        shut.push(Gate::VatMissing { position });
    }
    amounts_gate(Origin::Business, piece, shut);
}

/// Amounts that were typed while the gift had another origin.
fn amounts_gate(origin: Origin, piece: &Piece, shut: &mut Vec<Gate>) {
    if !valuation::fits(origin, piece.value_cents, piece.net_cents, piece.vat_cents) {
        shut.push(Gate::AmountsOfOtherOrigin { position: piece.position });
    }
}

/// BFH X R 17/85 and the tax offices' instruction: new price, age and condition of each object, valued singly; identical
/// mass goods are excepted.
fn private_gates(facts: &Facts, piece: &Piece, shut: &mut Vec<Gate>) {
    let position = piece.position;
    if piece.quantity > 1 && !piece.identical {
        shut.push(Gate::NotIdentical { position });
    }
    let details = [
        (Detail::Age, piece.age.trim().is_empty() && piece.bought_on.is_none()),
        (Detail::Condition, piece.condition.trim().is_empty()),
        (Detail::NewPrice, piece.new_price_cents.is_none()),
        (Detail::Source, piece.source.trim().is_empty()),
    ];
    for (detail, _) in details.into_iter().filter(|(_, is_missing)| *is_missing) {
        shut.push(Gate::DetailMissing { position, detail });
    }
    amounts_gate(Origin::PrivateAssets, piece, shut);
    if piece.each_cents().zip(piece.new_price_cents).is_some_and(|(each, new)| each > new) {
        shut.push(Gate::AboveNewPrice { position });
    }
    let has = |kinds: &[EvidenceKind]| facts.has_about(kinds, piece);
    if !has(&VALUATION) {
        shut.push(Gate::EvidenceMissing { position });
    } else if piece.basis == Basis::Invoice && !has(&[EvidenceKind::Invoice]) {
        shut.push(Gate::InvoiceMissing { position });
    }
}

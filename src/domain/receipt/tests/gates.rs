//! Every gate: shut by one change of the facts, open without it.

use super::*;
use crate::domain::PartialDay;

/// The gates that one change shuts. The facts before it have to pass.
#[track_caller]
fn shut(id: FormId, good: Facts, change: impl FnOnce(&mut Facts)) -> Vec<Gate> {
    assert_eq!(form(id).gates(&good), [], "{id}: the good facts pass");
    let mut facts = good;
    change(&mut facts);
    let gates = form(id).gates(&facts);
    assert_eq!(form(id).fill(&facts).err(), (!gates.is_empty()).then(|| gates.clone()));
    gates
}

#[track_caller]
fn only(id: FormId, good: Facts, gate: Gate, change: impl FnOnce(&mut Facts)) {
    assert_eq!(shut(id, good, change), std::slice::from_ref(&gate));
    for lang in Lang::ALL {
        let said = Texts::of(lang).say(&gate.sentence());
        assert!(said.len() > 20 && !said.contains('{'), "{lang}: {said}");
    }
}

fn field(facts: &mut Facts, field: Field, text: &str) {
    facts.fields.insert(field, text.to_owned());
}

#[test]
fn a_notice_counts_to_the_day() {
    for (id, years, notice, last) in [
        (FormId::DeExempt, 5, "2021-11-23", "2026-11-23"),
        (FormId::DeAssessed, 5, "2024-02-29", "2029-02-28"),
        (FormId::DeExempt, 5, "2023-02-28", "2028-02-28"),
        (FormId::DeStatute, 3, "2024-02-29", "2027-02-28"),
        (FormId::DeStatute, 3, "2023-11-23", "2026-11-23"),
    ] {
        let (notice, last) = (day(notice), day(last));
        let mut good = with(&[(Field::NoticeDate, &notice.to_string())]);
        good.issued_on = last;
        good.days = vec![notice];
        assert_eq!(form(id).valid_until(&good.fields), Some(last));
        let gate = Gate::NoticeTooOld { notice, until: last, years };
        only(id, good.clone(), gate, |facts| facts.issued_on = last.tomorrow().unwrap());
        only(id, good, Gate::NoticeInFuture { notice: last.tomorrow().unwrap() }, |facts| {
            field(facts, Field::NoticeDate, &last.tomorrow().unwrap().to_string());
        });
    }
}

#[test]
fn after_a_later_notice_the_first_one_is_over() {
    let later = date(2026, 11, 23);
    let good = with(&[(Field::LaterNoticeDate, "2026-11-24")]);
    only(FormId::DeStatute, good.clone(), Gate::LaterNotice { notice: later }, |facts| {
        field(facts, Field::LaterNoticeDate, "2026-11-23");
    });
    assert_eq!(form(FormId::DeStatute).valid_until(&good.fields), Some(later));
}

#[test]
fn the_one_who_gets_it_has_a_notice_too() {
    let id = FormId::DeCityForward;
    for (kind, years) in [("exempt", 5), ("statute", 3)] {
        let good = with(&[(Field::TargetKind, kind)]);
        let notice = date(2026 - years, 11, 22);
        let until = date(2026, 11, 22);
        only(id, good.clone(), Gate::TargetNoticeTooOld { notice, until, years: years.into() }, |facts| {
            field(facts, Field::TargetNoticeDate, &notice.to_string());
        });
        only(id, good, Gate::TargetNoticeInFuture { notice: date(2027, 1, 1) }, |facts| {
            field(facts, Field::TargetNoticeDate, "2027-01-01");
        });
    }
    // Another public body has none.
    let public = with(&[(Field::TargetKind, "public"), (Field::TargetNoticeDate, "1999-01-01")]);
    assert_eq!(form(id).gates(&public), []);
    assert_eq!(form(id).valid_until(&public.fields), None);
}

#[test]
fn the_issuer_has_to_be_complete() {
    for missing in form(FormId::DeExempt).needed(&facts().fields) {
        only(FormId::DeExempt, facts(), Gate::FieldMissing { field: missing }, |facts| field(facts, missing, " "));
    }
    only(FormId::DeCity, facts(), Gate::IssuerAddressMissing, |facts| facts.issuer.street.clear());
    let gates = shut(FormId::DeExempt, facts(), |facts| field(facts, Field::NoticeDate, "gestern"));
    assert_eq!(gates, [Gate::FieldMissing { field: Field::NoticeDate }]);
}

#[test]
fn a_donor_has_a_name_and_an_address() {
    let id = FormId::DeExempt;
    only(id, facts(), Gate::AnonymousDonor, |facts| facts.donor.kind = DonorKind::Anonymous);
    only(id, facts(), Gate::AnonymousDonor, |facts| facts.donor.party.name.clear());
    only(id, facts(), Gate::DonorAddressMissing, |facts| facts.donor.party.street.clear());
    only(id, facts(), Gate::DonorAddressMissing, |facts| facts.donor.party.postcode = " ".to_owned());
}

#[test]
fn a_gift_is_there_and_accepted() {
    let id = FormId::DeExempt;
    for (state, gate) in [
        (DonationState::Draft, Gate::StillDraft),
        (DonationState::Offered, Gate::StillOffered),
        (DonationState::InCustody, Gate::InCustody),
        (DonationState::Declined, Gate::Declined),
    ] {
        only(id, facts(), gate.clone(), |facts| facts.states.push(state));
        let city = shut(FormId::DeCity, facts(), |facts| facts.states = vec![state]);
        assert_eq!(city, [gate, Gate::NotAccepted]);
    }
    only(FormId::DeCity, facts(), Gate::NotAccepted, |facts| facts.states = vec![DonationState::Received]);
    only(FormId::DeCityForward, facts(), Gate::NotAccepted, |facts| facts.states.clear());
    only(id, facts(), Gate::Purchase, |facts| facts.sources.push(Source::Purchase));
    only(id, facts(), Gate::GiftInFuture { day: date(2026, 11, 24) }, |facts| facts.days = vec![date(2026, 11, 24)]);
    only(id, facts(), Gate::DayMissing, |facts| facts.days.clear());
    let (first, last) = (date(2026, 11, 19), date(2026, 11, 20));
    only(id, facts(), Gate::SeveralDays { first, last }, |facts| facts.days.push(first));
}

#[test]
fn a_line_stands_on_one_receipt_and_serves_the_purpose() {
    let id = FormId::DeExempt;
    let number = "2026-0003".to_owned();
    only(id, facts(), Gate::SecondReceipt { position: 1, number: number.clone() }, |facts| {
        facts.pieces[0].on_receipt = Some(number);
    });
    for how in [Gone::Sold, Gone::Recycled] {
        for id in FormId::ALL {
            let value = form(*id).value_policy != ValuePolicy::Forbidden;
            let good = if *id == FormId::At { austrian() } else { facts() };
            let good = Facts { with_value: value, ..good };
            only(*id, good, Gate::SoldOrRecycled { position: 1, how }, |facts| facts.pieces[0].gone = Some(how));
        }
    }
    only(id, facts(), Gate::NoPieces, |facts| facts.pieces.clear());
    only(id, facts(), Gate::QuantityMissing { position: 1 }, |facts| {
        facts.pieces.push(Piece { position: 2, ..jacket(2) });
        facts.pieces[0].quantity = 0;
    });
}

fn austrian() -> Facts {
    let mut facts = company();
    facts.pieces[0].basis = Basis::Market;
    facts
}

#[test]
fn a_private_line_says_all_about_itself() {
    let id = FormId::DeExempt;
    let missing = |detail| Gate::DetailMissing { position: 1, detail };
    only(id, facts(), missing(Detail::Description), |facts| facts.pieces[0].description.clear());
    only(id, facts(), missing(Detail::Age), |facts| facts.pieces[0].age.clear());
    only(id, facts(), missing(Detail::Condition), |facts| facts.pieces[0].condition = " ".to_owned());
    only(id, facts(), missing(Detail::NewPrice), |facts| facts.pieces[0].new_price_cents = None);
    only(id, facts(), missing(Detail::Source), |facts| facts.pieces[0].source.clear());
    only(id, facts(), Gate::ValueMissing { position: 1 }, |facts| facts.pieces[0].value_cents = None);
    only(id, facts(), Gate::EvidenceMissing { position: 1 }, |facts| facts.proofs.clear());
    only(id, facts(), Gate::EvidenceMissing { position: 1 }, |facts| facts.proofs[0].position = Some(2));
    only(id, facts(), Gate::EvidenceMissing { position: 1 }, |facts| facts.proofs[0].kind = EvidenceKind::Photo);
    only(id, facts(), Gate::InvoiceMissing { position: 1 }, |facts| facts.pieces[0].basis = Basis::Invoice);
    only(id, facts(), Gate::NotIdentical { position: 1 }, |facts| facts.pieces[0].quantity = 2);
    only(id, facts(), Gate::AboveNewPrice { position: 1 }, |facts| facts.pieces[0].new_price_cents = Some(2_449));
    only(id, facts(), Gate::AmountsOfOtherOrigin { position: 1 }, |facts| facts.pieces[0].vat_cents = Some(190));
    // The day of purchase is an age too, and identical pieces are one line.
    let mut good = facts();
    good.pieces[0].age.clear();
    good.pieces[0].bought_on = Some(PartialDay::Day(date(2024, 1, 2)));
    good.pieces[0].quantity = 12;
    good.pieces[0].identical = true;
    assert_eq!(form(id).gates(&good), []);
}

#[test]
fn a_company_states_net_and_tax() {
    let id = FormId::DeExempt;
    only(id, company(), Gate::NetMissing { position: 1 }, |facts| facts.pieces[0].net_cents = None);
    only(id, company(), Gate::VatMissing { position: 1 }, |facts| facts.pieces[0].vat_cents = None);
    only(id, company(), Gate::VatMissing { position: 1 }, |facts| facts.pieces[0].vat_rate_bp = None);
    only(id, company(), Gate::StatementMissing, |facts| facts.proofs.clear());
    // A statement about another line does not count for this one, and one value is all that a line may have.
    only(id, company(), Gate::LineWithoutStatement { position: 2 }, |facts| {
        facts.pieces.push(Piece { position: 2, ..facts.pieces[0].clone() });
        facts.proofs = vec![Proof { kind: EvidenceKind::Statement, position: Some(1) }];
    });
    only(id, company(), Gate::AmountsOfOtherOrigin { position: 1 }, |facts| facts.pieces[0].value_cents = Some(1));
    let mut untaxed = company();
    untaxed.pieces[0].vat_cents = Some(0);
    untaxed.pieces[0].vat_rate_bp = Some(0);
    assert_eq!(form(id).gates(&untaxed), []);
}

#[test]
fn a_basis_fits_its_origin() {
    let business = [Basis::GoingConcern, Basis::Book, Basis::Market];
    let private = [Basis::Market, Basis::Invoice];
    for basis in Basis::ALL {
        for (good, allowed) in [(company(), business.as_slice()), (facts(), private.as_slice())] {
            let mut facts = good;
            facts.proofs.push(Proof { kind: EvidenceKind::Invoice, position: None });
            let origin = facts.origins[0];
            facts.pieces[0].basis = *basis;
            let gates = form(FormId::DeExempt).gates(&facts);
            let wrong = Gate::BasisNotAllowed { position: 1, basis: *basis, origin };
            assert_eq!(gates, if allowed.contains(basis) { vec![] } else { vec![wrong] });
        }
    }
}

#[test]
fn there_is_one_origin_and_unknown_ones_were_asked_for() {
    let id = FormId::DeExempt;
    only(id, facts(), Gate::OriginMissing, |facts| facts.origins.clear());
    only(id, facts(), Gate::SeveralOrigins, |facts| facts.origins.push(Origin::Business));
    let mut unknown = Facts { origins: vec![Origin::Unknown], ..facts() };
    unknown.proofs.push(Proof { kind: EvidenceKind::Request, position: None });
    only(id, unknown, Gate::RequestMissing, |facts| {
        facts.proofs.pop();
    });
    only(FormId::At, austrian(), Gate::OnlyBusiness, |facts| facts.origins = vec![Origin::PrivateAssets]);
}

#[test]
fn a_value_is_there_or_must_not_be() {
    let id = FormId::DeExempt;
    only(id, facts(), Gate::ZeroTotal, |facts| facts.pieces[0].value_cents = Some(0));
    only(id, facts(), Gate::ZeroTotal, |facts| {
        facts.pieces = vec![jacket(1), Piece { value_cents: Some(-100), ..jacket(2) }];
    });
    only(id, facts(), Gate::ValueWanted, |facts| facts.with_value = false);
    only(id, facts(), Gate::TooMuch, |facts| {
        facts.pieces[0].value_cents = Some(100_000_000_000);
        facts.pieces[0].new_price_cents = Some(i64::MAX);
    });
    only(id, facts(), Gate::TooMuch, |facts| {
        facts.pieces =
            vec![Piece { value_cents: Some(i64::MAX), new_price_cents: Some(i64::MAX), ..jacket(1) }, jacket(2)];
    });
    let mut most = facts();
    most.pieces[0].value_cents = Some(99_999_999_999);
    most.pieces[0].new_price_cents = Some(99_999_999_999);
    assert_eq!(form(id).gates(&most), []);
    let american = Facts { with_value: false, ..facts() };
    only(FormId::Us, american.clone(), Gate::ValueForbidden, |facts| facts.with_value = true);
    only(FormId::Us, american, Gate::ReturnNotStated, |facts| facts.in_return = None);
}

#[test]
fn no_machine_signs() {
    for one in forms().iter().filter(|form| form.signature == Signing::Handwritten) {
        let good = if one.id == FormId::At { austrian() } else { facts() };
        only(one.id, good, Gate::MachineSignature, |facts| facts.by_machine = true);
    }
}

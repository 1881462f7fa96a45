//! Why a receipt may not be issued, each with what to do about it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::form::{Form, Rule, TargetKind};
use super::names::origin_name;
use super::{Country, Field, Gone};
use crate::domain::donation::{DonationState, Origin};
use crate::domain::register::{Ask, Question, figure_day};
use crate::domain::treasury::Basis;
use crate::texts::{Message, say};

/// From so many days before a notice gets too old on, the house is warned.
pub const NOTICE_WARNING_DAYS: i32 = 90;

/// What is missing of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    Description,
    Age,
    Condition,
    NewPrice,
    /// Where the value comes from.
    Source,
}

/// One reason why a receipt may not be issued. `position` is a line's number on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// § 63 Abs. 5 AO; `until` was the last day on which a receipt could be issued under it.
    NoticeTooOld {
        notice: Date,
        until: Date,
        years: i32,
    },
    NoticeInFuture {
        notice: Date,
    },
    /// A notice of exemption came after the one under § 60a AO, which nothing may be issued under any more.
    LaterNotice {
        notice: Date,
    },
    TargetNoticeTooOld {
        notice: Date,
        until: Date,
        years: i32,
    },
    TargetNoticeInFuture {
        notice: Date,
    },
    FieldMissing {
        field: Field,
    },
    IssuerAddressMissing,
    AnonymousDonor,
    DonorAddressMissing,
    NoPieces,
    SecondReceipt {
        position: i32,
        number: String,
    },
    SoldOrRecycled {
        position: i32,
        how: Gone,
    },
    /// More than one piece under one value, and nobody says that they are identical.
    NotIdentical {
        position: i32,
    },
    QuantityMissing {
        position: i32,
    },
    DetailMissing {
        position: i32,
        detail: Detail,
    },
    ValueMissing {
        position: i32,
    },
    EvidenceMissing {
        position: i32,
    },
    InvoiceMissing {
        position: i32,
    },
    NetMissing {
        position: i32,
    },
    VatMissing {
        position: i32,
    },
    StatementMissing,
    /// There is a statement, but it is about other lines.
    LineWithoutStatement {
        position: i32,
    },
    /// Net and VAT on a private gift's line, or a plain value on a company's: typed while it had another origin.
    AmountsOfOtherOrigin {
        position: i32,
    },
    /// Worth more than it cost when it was new.
    AboveNewPrice {
        position: i32,
    },
    /// The donor was not asked where the goods come from, or nobody noted when.
    RequestMissing,
    BasisNotAllowed {
        position: i32,
        basis: Basis,
        origin: Origin,
    },
    OriginMissing,
    SeveralOrigins,
    /// Austria: only what comes from business assets.
    OnlyBusiness,
    SeveralDays {
        first: Date,
        last: Date,
    },
    DayMissing,
    GiftInFuture {
        day: Date,
    },
    /// A city: the council has not accepted it.
    NotAccepted,
    StillOffered,
    InCustody,
    StillDraft,
    Declined,
    Purchase,
    /// The gift has another recipient, or another issuer's receipt is about it.
    OtherIssuer,
    /// The issuer was retired since.
    IssuerRetired,
    ZeroTotal,
    ValueForbidden,
    /// The form wants a value, and somebody wants none printed.
    ValueWanted,
    TooMuch,
    ReturnNotStated,
    MachineSignature,
    /// More pieces than are behind the line: entries by mistake and what was sold do not count.
    MoreThanPieces {
        position: i32,
        pieces: i64,
    },
    /// A city: worth more than what its mayor decided on and may decide on, in cents.
    BeyondDecision {
        decided: i64,
        stated: i64,
    },
    /// A city: worth more than what was decided on, in cents, and an addition to that was declined.
    AdditionDeclined {
        on: Date,
        decided: i64,
        stated: i64,
    },
    /// A city: only offered when it was decided on, and nothing was handed over since.
    NotHandedOver,
    /// To be answered for.
    Asked(Question),
}

impl Gate {
    /// The sentence for whoever wants to issue the receipt.
    pub fn sentence(&self) -> Message {
        match self {
            Gate::NoticeTooOld { notice, until, years } => say::law_gate_notice_old(notice, years, until),
            Gate::NoticeInFuture { notice } => say::law_gate_notice_future(notice),
            Gate::LaterNotice { notice } => say::law_gate_later_notice(notice),
            Gate::TargetNoticeTooOld { notice, until, years } => say::law_gate_target_old(notice, years, until),
            Gate::TargetNoticeInFuture { notice } => say::law_gate_target_future(notice),
            Gate::FieldMissing { field } => say::law_gate_field(field.label()),
            Gate::IssuerAddressMissing => say::law_gate_issuer_address(),
            Gate::AnonymousDonor => say::law_gate_anonymous(),
            Gate::DonorAddressMissing => say::law_gate_donor_address(),
            Gate::NoPieces => say::law_gate_no_pieces(),
            Gate::SecondReceipt { position, number } => say::law_gate_second_receipt(position, number),
            Gate::SoldOrRecycled { position, how: Gone::Sold } => say::law_gate_sold(position),
            Gate::SoldOrRecycled { position, how: Gone::Recycled } => say::law_gate_recycled(position),
            Gate::NotIdentical { position } => say::law_gate_not_identical(position),
            Gate::QuantityMissing { position } => say::law_gate_quantity(position),
            Gate::DetailMissing { position, detail } => match detail {
                Detail::Description => say::law_gate_description(position),
                Detail::Age => say::law_gate_age(position),
                Detail::Condition => say::law_gate_condition(position),
                Detail::NewPrice => say::law_gate_new_price(position),
                Detail::Source => say::law_gate_source(position),
            },
            Gate::ValueMissing { position } => say::law_gate_value(position),
            Gate::EvidenceMissing { position } => say::law_gate_evidence(position),
            Gate::InvoiceMissing { position } => say::law_gate_invoice(position),
            Gate::NetMissing { position } => say::law_gate_net(position),
            Gate::VatMissing { position } => say::law_gate_vat(position),
            Gate::StatementMissing => say::law_gate_statement(),
            Gate::LineWithoutStatement { position } => say::law_gate_statement_line(position),
            Gate::AmountsOfOtherOrigin { position } => say::law_gate_amounts(position),
            Gate::AboveNewPrice { position } => say::law_gate_above_new(position),
            Gate::RequestMissing => say::law_gate_request(),
            Gate::BasisNotAllowed { position, basis, origin } => {
                say::law_gate_basis(position, basis.label(), origin_name(*origin))
            }
            Gate::OriginMissing => say::law_gate_origin(),
            Gate::SeveralOrigins => say::law_gate_several_origins(),
            Gate::OnlyBusiness => say::law_gate_only_business(),
            Gate::SeveralDays { first, last } => say::law_gate_several_days(first, last),
            Gate::DayMissing => say::law_gate_day(),
            Gate::GiftInFuture { day } => say::law_gate_future(day),
            Gate::NotAccepted => say::law_gate_not_accepted(),
            Gate::StillOffered => say::law_gate_offered(),
            Gate::InCustody => say::law_gate_custody(),
            Gate::StillDraft => say::law_gate_draft(),
            Gate::Declined => say::law_gate_declined(),
            Gate::Purchase => say::law_gate_purchase(),
            Gate::OtherIssuer => say::receipts_other_issuer(),
            Gate::IssuerRetired => say::law_gate_issuer_retired(),
            Gate::ZeroTotal => say::law_gate_zero(),
            Gate::ValueForbidden => say::law_gate_value_forbidden(),
            Gate::ValueWanted => say::law_gate_value_wanted(),
            Gate::TooMuch => say::law_gate_too_much(),
            Gate::ReturnNotStated => say::law_gate_return(),
            Gate::MachineSignature => say::law_gate_machine(),
            Gate::MoreThanPieces { position, pieces } => say::law_gate_more_than_pieces(position, pieces),
            Gate::BeyondDecision { decided, stated } => say::law_gate_beyond_mayor(of_city(*decided), of_city(*stated)),
            Gate::AdditionDeclined { on, decided, stated } => {
                say::law_gate_addition_declined(*on, of_city(*decided), of_city(*stated))
            }
            Gate::NotHandedOver => say::law_gate_not_handed_over(),
            Gate::Asked(question) => question.sentence(),
        }
    }

    pub(super) fn of_state(state: DonationState) -> Option<Gate> {
        match state {
            DonationState::Draft => Some(Gate::StillDraft),
            DonationState::Offered => Some(Gate::StillOffered),
            DonationState::InCustody => Some(Gate::InCustody),
            DonationState::Declined => Some(Gate::Declined),
            DonationState::Received | DonationState::Closed | DonationState::Accepted | DonationState::Receipted => {
                None
            }
        }
    }
}

impl Question {
    /// What the records say, as a sentence.
    pub fn sentence(&self) -> Message {
        match self.ask {
            Ask::FewerArrived => say::law_gate_fewer_arrived(self.stated, self.pieces),
            Ask::SoldElsewhere => say::law_gate_sold_elsewhere(self.pieces),
            Ask::BeyondDecision => say::law_gate_beyond_decision(of_city(self.pieces), of_city(self.stated)),
            Ask::SeveralDays => say::law_gate_days_differ(day_of(self.pieces), day_of(self.stated)),
            Ask::SeveralScans => say::law_gate_scans_differ(day_of(self.pieces), day_of(self.stated)),
            Ask::Packages => say::law_gate_packages(self.pieces),
        }
    }
}

fn day_of(figure: i64) -> Date {
    figure_day(figure).unwrap_or_default()
}

/// Only the forms of German cities wait for a decision.
fn of_city(cents: i64) -> String {
    Country::Germany.figures(cents)
}

/// The last day on which a notice of this day still counts: the same day `years` later, and in a year without a 29 February
/// the 28th (§ 188 Abs. 2 and 3 BGB).
pub fn notice_ends(notice: Date, years: i32) -> Date {
    notice.checked_add(jiff::Span::new().years(years)).unwrap_or(Date::MAX)
}

impl Form {
    /// The last day on which a receipt may be issued under the notices of an issuer with these fields. `None`: the form
    /// needs no notice, or its day is not known yet.
    pub fn valid_until(&self, fields: &BTreeMap<Field, String>) -> Option<Date> {
        let day = |field| fields.get(&field).and_then(|text| text.trim().parse::<Date>().ok());
        let own = match (self.has(Rule::Notice5Years), self.has(Rule::Notice3Years)) {
            (true, _) => day(Field::NoticeDate).map(|notice| notice_ends(notice, 5)),
            (_, true) => day(Field::NoticeDate).map(|notice| notice_ends(notice, 3)),
            _ => None,
        };
        // From the day of a later notice on, nothing is issued under the one before.
        let later = day(Field::LaterNoticeDate).filter(|_| self.has(Rule::NoLaterNotice));
        let later = later.and_then(|later| later.yesterday().ok());
        let target = day(Field::TargetNoticeDate).filter(|_| self.has(Rule::TargetNotice));
        let target = match TargetKind::of(fields) {
            Some(TargetKind::Exempt) => target.map(|notice| notice_ends(notice, 5)),
            Some(TargetKind::Statute) => target.map(|notice| notice_ends(notice, 3)),
            Some(TargetKind::Public) | None => None,
        };
        [own, later, target].into_iter().flatten().min()
    }
}

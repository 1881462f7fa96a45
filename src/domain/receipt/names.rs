//! What forms, fields, conditions and doubts are called, for whoever sets up an issuer.

use super::form::{Country, Doubt, Field, FormId, Signing, TargetKind, When};
use crate::domain::donation::Origin;
use crate::domain::item::Condition;
use crate::domain::treasury::Basis;
use crate::texts::{Message, say};

impl Basis {
    /// What a value rests on, as people call it.
    pub fn label(self) -> Message {
        match self {
            Basis::GoingConcern => say::law_basis_teilwert(),
            Basis::Book => say::law_basis_buchwert(),
            Basis::Market => say::law_basis_gemeiner_wert(),
            Basis::Invoice => say::law_basis_invoice_price(),
        }
    }
}

/// How worn a piece is, on paper and on pages.
pub fn condition_name(condition: Condition) -> Message {
    match condition {
        Condition::New => say::condition_new(),
        Condition::Good => say::condition_good(),
        Condition::Worn => say::condition_worn(),
        Condition::NeedsCare => say::condition_needs_care(),
    }
}

pub(super) fn origin_name(origin: Origin) -> Message {
    match origin {
        Origin::Business => say::origin_business(),
        Origin::PrivateAssets => say::origin_private(),
        Origin::Unknown => say::origin_unknown(),
    }
}

impl FormId {
    /// "Verein mit Freistellungsbescheid".
    pub fn label(self) -> Message {
        match self {
            FormId::DeExempt => say::law_form_exempt(),
            FormId::DeAssessed => say::law_form_assessed(),
            FormId::DeStatute => say::law_form_statute(),
            FormId::DeCity => say::law_form_city(),
            FormId::DeCityForward => say::law_form_city_forward(),
            FormId::At => say::law_form_at(),
            FormId::Ch => say::law_form_ch(),
            FormId::ChPublic => say::law_form_ch_public(),
            FormId::Uk => say::law_form_uk(),
            FormId::Us => say::law_form_us(),
        }
    }

    /// Who uses it, and what is special about it.
    pub fn about(self) -> Message {
        match self {
            FormId::DeExempt => say::law_about_exempt(),
            FormId::DeAssessed => say::law_about_assessed(),
            FormId::DeStatute => say::law_about_statute(),
            FormId::DeCity => say::law_about_city(),
            FormId::DeCityForward => say::law_about_city_forward(),
            FormId::At => say::law_about_at(),
            FormId::Ch => say::law_about_ch(),
            FormId::ChPublic => say::law_about_ch_public(),
            FormId::Uk => say::law_about_uk(),
            FormId::Us => say::law_about_us(),
        }
    }
}

impl Country {
    pub fn label(self) -> Message {
        match self {
            Country::Germany => say::law_country_de(),
            Country::Austria => say::law_country_at(),
            Country::Switzerland => say::law_country_ch(),
            Country::Britain => say::law_country_gb(),
            Country::America => say::law_country_us(),
        }
    }
}

impl TargetKind {
    pub fn label(self) -> Message {
        match self {
            TargetKind::Exempt => say::law_target_exempt(),
            TargetKind::Statute => say::law_target_statute(),
            TargetKind::Public => say::law_target_public(),
        }
    }
}

impl Signing {
    pub fn label(self) -> Message {
        match self {
            Signing::Handwritten => say::law_signing_handwritten(),
            Signing::Facsimile => say::law_signing_facsimile(),
            Signing::None => say::law_signing_none(),
        }
    }
}

impl When {
    /// When a text is printed, in words; `None` for what follows from the issuer alone.
    pub fn label(self) -> Option<Message> {
        Some(match self {
            When::OriginBusiness => say::law_when_origin(say::origin_business()),
            When::OriginPrivate => say::law_when_origin(say::origin_private()),
            When::OriginUnknown => say::law_when_origin(say::origin_unknown()),
            When::Documents => say::law_when_documents(),
            When::WithValue => say::law_when_with_value(),
            When::WithoutValue => say::law_when_without_value(),
            When::InReturn => say::law_when_in_return(),
            When::NothingInReturn => say::law_when_nothing_in_return(),
            When::TargetExempt | When::TargetStatute | When::TargetPublic | When::TargetBody | When::Numbered => {
                return None;
            }
        })
    }
}

impl Doubt {
    /// What has to be checked, and how.
    pub fn label(self) -> Message {
        match self {
            Doubt::Anlage2 => say::law_doubt_anlage_2(),
            Doubt::GeneralKnowledge => say::law_doubt_general_knowledge(),
            Doubt::NoOfficialForm => say::law_doubt_no_official_form(),
            Doubt::CantonsDiffer => say::law_doubt_cantons_differ(),
            Doubt::Adviser => say::law_doubt_adviser(),
        }
    }
}

impl Field {
    /// What the field is called.
    pub fn label(self) -> Message {
        match self {
            Field::Purposes => say::law_field_purposes(),
            Field::Office => say::law_field_office(),
            Field::TaxNumber => say::law_field_tax_number(),
            Field::NoticeDate => say::law_field_notice_date(),
            Field::Period => say::law_field_period(),
            Field::LaterNoticeDate => say::law_field_later_notice_date(),
            Field::EconomicId => say::law_field_economic_id(),
            Field::TargetKind => say::law_field_target_kind(),
            Field::TargetName => say::law_field_target_name(),
            Field::TargetOffice => say::law_field_target_office(),
            Field::TargetTaxNumber => say::law_field_target_tax_number(),
            Field::TargetNoticeDate => say::law_field_target_notice_date(),
            Field::TargetLegalForm => say::law_field_target_legal_form(),
            Field::RegistrationNumber => say::law_field_registration_number(),
            Field::Exemption => say::law_field_exemption(),
            Field::CharityNumber => say::law_field_charity_number(),
            Field::Ein => say::law_field_ein(),
        }
    }

    /// Where to find it, and how it is written.
    pub fn hint(self) -> Message {
        match self {
            Field::Purposes => say::law_hint_purposes(),
            Field::Office => say::law_hint_office(),
            Field::TaxNumber => say::law_hint_tax_number(),
            Field::NoticeDate => say::law_hint_notice_date(),
            Field::Period => say::law_hint_period(),
            Field::LaterNoticeDate => say::law_hint_later_notice_date(),
            Field::EconomicId => say::law_hint_economic_id(),
            Field::TargetKind => say::law_hint_target_kind(),
            Field::TargetName => say::law_hint_target_name(),
            Field::TargetOffice => say::law_hint_target_office(),
            Field::TargetTaxNumber => say::law_hint_target_tax_number(),
            Field::TargetNoticeDate => say::law_hint_target_notice_date(),
            Field::TargetLegalForm => say::law_hint_target_legal_form(),
            Field::RegistrationNumber => say::law_hint_registration_number(),
            Field::Exemption => say::law_hint_exemption(),
            Field::CharityNumber => say::law_hint_charity_number(),
            Field::Ein => say::law_hint_ein(),
        }
    }
}

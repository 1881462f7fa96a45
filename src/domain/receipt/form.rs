//! A form: the ordered texts of one kind of issuer, with its rules (the template model of law reference 1.8).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Currency;
use crate::domain::PartialDay;

stable_words! {
    /// Which form an issuer uses. The texts are in `config/law`, in the file of the country.
    pub enum FormId {
        DeExempt = "de/verein_freistellung",
        DeAssessed = "de/verein_kst_anlage",
        DeStatute = "de/verein_60a",
        DeCity = "de/city",
        DeCityForward = "de/city_forward",
        At = "at/body",
        Ch = "ch/body",
        ChPublic = "ch/public",
        Uk = "uk/acknowledgement",
        Us = "us/acknowledgement",
    }
}

stable_words! {
    /// Where the law of a form holds.
    pub enum Country {
        Germany = "DE",
        Austria = "AT",
        Switzerland = "CH",
        Britain = "GB",
        America = "US",
    }
}

stable_words! {
    /// What an issuer is asked for besides name and address. The words are the keys of `issuers.fields`.
    pub enum Field {
        /// In the genitive, as the notice says it: "mildtätiger Zwecke".
        Purposes = "purposes",
        /// The tax office's place: "Altena".
        Office = "office",
        TaxNumber = "tax_number",
        NoticeDate = "notice_date",
        /// The last assessment period that the notice is about: "2022 bis 2024".
        Period = "period",
        /// A first notice of exemption that came after one under § 60a AO.
        LaterNoticeDate = "later_notice_date",
        /// Wirtschafts-Identifikationsnummer, never printed.
        EconomicId = "economic_id",
        TargetKind = "target_kind",
        TargetName = "target_name",
        TargetOffice = "target_office",
        TargetTaxNumber = "target_tax_number",
        TargetNoticeDate = "target_notice_date",
        TargetLegalForm = "target_legal_form",
        /// The number on the Austrian ministry's list.
        RegistrationNumber = "registration_number",
        /// The Swiss decision of exemption: canton, number, day.
        Exemption = "exemption",
        CharityNumber = "charity_number",
        Ein = "ein",
    }
}

/// What a field's value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    /// `2025-03-14`.
    Day,
    /// The word of a [`TargetKind`].
    Target,
}

impl Field {
    pub fn kind(self) -> FieldKind {
        match self {
            Field::NoticeDate | Field::LaterNoticeDate | Field::TargetNoticeDate => FieldKind::Day,
            Field::TargetKind => FieldKind::Target,
            _ => FieldKind::Text,
        }
    }
}

stable_words! {
    /// To whom a city passes a gift on.
    pub enum TargetKind {
        /// A body with a notice of exemption: § 5 Abs. 1 Nr. 9 KStG.
        Exempt = "exempt",
        /// A young body with a notice under § 60a AO.
        Statute = "statute",
        /// Another public body.
        Public = "public",
    }
}

stable_words! {
    /// Whether a receipt says what the gift is worth.
    pub enum ValuePolicy {
        /// In figures and in words.
        RequiredWords = "required_words",
        Required = "required",
        Optional = "optional",
        Forbidden = "forbidden",
    }
}

stable_words! {
    /// How a receipt is signed.
    pub enum Signing {
        /// By hand on paper: for gifts in kind a machine may not (R 10b.1 Abs. 4 Satz 3 EStR).
        Handwritten = "handwritten",
        Facsimile = "facsimile",
        None = "none",
    }
}

stable_words! {
    /// What has to be true for this form, besides what is checked for every receipt.
    pub enum Rule {
        /// § 63 Abs. 5 AO: the notice is not older than five years on the day of issue.
        Notice5Years = "notice_5_years",
        /// § 63 Abs. 5 AO: three years, for a notice under § 60a AO.
        Notice3Years = "notice_3_years",
        /// The notice under § 60a AO is the last one.
        NoLaterNotice = "no_later_notice",
        /// The same for the body to which a city passes the gift on.
        TargetNotice = "target_notice",
        /// The council, or whoever may, has accepted the gift (law reference 1.6).
        CouncilAccepted = "council_accepted",
        /// Nothing on it was sold or recycled: only what serves the purpose itself.
        PiecesKept = "pieces_kept",
        /// Business: net and VAT of each line, and the company's written statement.
        BusinessValues = "business_values",
        /// Private and unknown: each line valued by itself, with evidence; unknown: the donor was asked.
        PrivateValues = "private_values",
        /// The basis of a value is one that its origin allows.
        BasisFits = "basis_fits",
        /// Austria: from business assets, at the gemeiner Wert.
        AtMarketValue = "at_market_value",
        /// Whether the donor got something in return is stated.
        ReturnStated = "return_stated",
    }
}

stable_words! {
    /// When a block is printed. Several of them all have to hold.
    pub enum When {
        OriginBusiness = "origin_business",
        OriginPrivate = "origin_private",
        OriginUnknown = "origin_unknown",
        /// Invoices, expert opinions or comparisons are in the file.
        Documents = "documents",
        TargetExempt = "target_exempt",
        TargetStatute = "target_statute",
        TargetPublic = "target_public",
        /// Passed on to a body under § 5 Abs. 1 Nr. 9 KStG, under either notice.
        TargetBody = "target_body",
        Numbered = "numbered",
        WithValue = "with_value",
        WithoutValue = "without_value",
        InReturn = "in_return",
        NothingInReturn = "nothing_in_return",
    }
}

stable_words! {
    /// What a block is, which decides how it looks.
    pub enum BlockKind {
        Issuer = "issuer",
        Number = "number",
        Title = "title",
        Subtitle = "subtitle",
        Donor = "donor",
        Value = "value",
        Day = "day",
        Goods = "goods",
        Tick = "tick",
        Sentence = "sentence",
        Signature = "signature",
        Notice = "notice",
    }
}

stable_words! {
    /// Why a text must still be compared with the official one.
    pub enum Doubt {
        /// The official form for public bodies could not be read in full.
        Anlage2 = "anlage_2",
        GeneralKnowledge = "general_knowledge",
        NoOfficialForm = "no_official_form",
        CantonsDiffer = "cantons_differ",
        Adviser = "adviser",
    }
}

stable_words! {
    /// Whether a list is attached.
    pub enum AnnexPolicy {
        MoreThanOneLine = "more_than_one_line",
        Never = "never",
    }
}

stable_words! {
    /// What can stand in braces besides the fields of an issuer.
    pub enum Slot {
        IssuerName = "issuer_name",
        DonorName = "donor_name",
        Day = "day",
        IssuedOn = "issued_on",
        Number = "number",
        InReturn = "in_return",
    }
}

/// A part of a text: printed as it is, or filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Words(String),
    Field(Field),
    Slot(Slot),
}

/// One text of a form, in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormBlock {
    pub kind: BlockKind,
    pub(super) text: Vec<Part>,
    /// Only for the value: the label of the amount in words, and of the day of the gift.
    pub words: String,
    pub day: String,
    pub when: Vec<When>,
    /// Why this text must still be compared with the official one.
    pub to_be_checked: Option<Doubt>,
}

impl FormBlock {
    /// The text as it stands in the data file, with what is filled in between braces.
    pub fn pattern(&self) -> String {
        let part = |part: &Part| match part {
            Part::Words(words) => words.clone(),
            Part::Field(field) => format!("{{{field}}}"),
            Part::Slot(slot) => format!("{{{slot}}}"),
        };
        self.text.iter().map(part).collect()
    }

    /// The text as it will be printed for an issuer with these fields. What only a receipt knows stays open as "…".
    pub fn shown(&self, issuer_name: &str, fields: &BTreeMap<Field, String>, country: Country) -> String {
        let part = |part: &Part| match part {
            Part::Words(words) => words.clone(),
            Part::Field(field) => country.field(*field, fields).unwrap_or_else(|| "…".to_owned()),
            Part::Slot(Slot::IssuerName) => issuer_name.to_owned(),
            Part::Slot(_) => "…".to_owned(),
        };
        self.text.iter().map(part).collect()
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.text.iter().filter_map(|part| match part {
            Part::Field(field) => Some(*field),
            _ => None,
        })
    }
}

/// How an issuer of one kind confirms a gift in kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub id: FormId,
    pub country: Country,
    pub currency: Currency,
    pub languages: Vec<String>,
    pub value_policy: ValuePolicy,
    pub signature: Signing,
    pub max_pages: u8,
    pub annex: AnnexPolicy,
    /// What the issuer is asked for, in this order.
    pub fields: Vec<Field>,
    pub gates: Vec<Rule>,
    pub blocks: Vec<FormBlock>,
    /// Where the texts come from, and when somebody last compared them.
    pub source: String,
    pub checked_on: Date,
    /// Why the whole form must still be compared with the official one.
    pub to_be_checked: Option<Doubt>,
    pub(super) goods: BTreeMap<String, String>,
    pub(super) list: BTreeMap<String, String>,
}

impl Form {
    /// The language in which it is printed, as a tag for `lang`.
    pub fn lang(&self) -> &str {
        self.languages.first().map_or("de", String::as_str)
    }

    pub fn has(&self, rule: Rule) -> bool {
        self.gates.contains(&rule)
    }

    /// The blocks that may be printed for an issuer with these answers.
    pub fn blocks_of(&self, fields: &BTreeMap<Field, String>) -> impl Iterator<Item = &FormBlock> {
        let target = TargetKind::of(fields);
        self.blocks.iter().filter(move |block| block.when.iter().all(|when| when.may_hold(target)))
    }

    /// The fields without which nothing can be printed or decided for an issuer with these answers.
    pub fn needed(&self, fields: &BTreeMap<Field, String>) -> Vec<Field> {
        let printed: Vec<Field> = self.blocks_of(fields).flat_map(FormBlock::fields).collect();
        let is_needed = |field: &Field| *field == Field::TargetKind || printed.contains(field);
        self.fields.iter().copied().filter(is_needed).collect()
    }

    /// A word of the list that is attached; the data files are checked for all of them.
    pub(super) fn word(&self, key: &str) -> &str {
        self.list.get(key).map_or("", String::as_str)
    }

    pub(super) fn goods_word(&self, key: &str) -> &str {
        self.goods.get(key).map_or("", String::as_str)
    }
}

impl TargetKind {
    pub fn of(fields: &BTreeMap<Field, String>) -> Option<TargetKind> {
        fields.get(&Field::TargetKind).and_then(|word| word.parse().ok())
    }
}

impl When {
    /// Whether a block may be printed for an issuer that passes gifts on in this way.
    fn may_hold(self, target: Option<TargetKind>) -> bool {
        match self {
            When::TargetExempt => target == Some(TargetKind::Exempt),
            When::TargetStatute => target == Some(TargetKind::Statute),
            When::TargetPublic => target == Some(TargetKind::Public),
            When::TargetBody => matches!(target, Some(TargetKind::Exempt | TargetKind::Statute)),
            _ => true,
        }
    }
}

impl Country {
    /// A field as it is printed; `None` while it is empty or, for a day, not one.
    pub(super) fn field(self, field: Field, fields: &BTreeMap<Field, String>) -> Option<String> {
        let text = fields.get(&field).map(|text| text.trim()).filter(|text| !text.is_empty())?;
        match field.kind() {
            FieldKind::Text | FieldKind::Target => Some(text.to_owned()),
            FieldKind::Day => text.parse().ok().map(|day| self.day(day)),
        }
    }

    /// A day as it is written there.
    pub fn day(self, day: Date) -> String {
        match self {
            Country::Germany | Country::Austria | Country::Switzerland => day.strftime("%d.%m.%Y").to_string(),
            Country::Britain => day.strftime("%-d %B %Y").to_string(),
            Country::America => day.strftime("%B %-d, %Y").to_string(),
        }
    }

    /// The same of what is known to the month or the year only.
    pub fn partial(self, day: PartialDay) -> String {
        match (day, self) {
            (PartialDay::Year(year), _) => year.to_string(),
            (PartialDay::Month(first), Country::Britain | Country::America) => first.strftime("%B %Y").to_string(),
            (PartialDay::Month(first), _) => first.strftime("%m/%Y").to_string(),
            (PartialDay::Day(day), _) => self.day(day),
        }
    }
}

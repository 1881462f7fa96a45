//! Fills a form: from facts to what is printed, word by word.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::form::{BlockKind, Country, Form, FormBlock, FormId, Part, Signing, Slot, TargetKind, ValuePolicy, When};
use super::{Annex, Currency, Facts, Gate, Piece, words};
use crate::domain::donation::Origin;

/// A printed block of a receipt, in its order. What is on paper is in here and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    Issuer {
        label: String,
        lines: Vec<String>,
    },
    Number {
        text: String,
    },
    Title {
        text: String,
    },
    Subtitle {
        text: String,
    },
    Donor {
        label: String,
        lines: Vec<String>,
    },
    Value {
        label: String,
        figures: String,
        words_label: String,
        /// Empty where the form wants figures only.
        words: String,
        /// The same with soft hyphens (U+00AD) where a long word may be broken.
        words_soft: String,
        day_label: String,
        day: String,
    },
    Day {
        label: String,
        day: String,
    },
    Goods {
        label: String,
        text: String,
    },
    /// A sentence with a box before it.
    Tick {
        on: bool,
        text: String,
    },
    Sentence {
        text: String,
    },
    /// A line to sign on, by hand. `above`: place and day, which stand on it already.
    Signature {
        above: String,
        label: String,
    },
    Notice {
        text: String,
    },
}

/// A receipt as it is printed and kept: frozen when it is issued, never made again from data that may have changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    pub form: FormId,
    pub country: Country,
    pub lang: String,
    pub currency: Currency,
    pub signature: Signing,
    pub number: Option<String>,
    pub issued_on: Date,
    pub day: Date,
    /// The total; 0 where the form allows no value, which is then printed nowhere.
    pub total_cents: i64,
    pub origin: Origin,
    pub blocks: Vec<Block>,
    /// The list that goes with it. Its last row is the same total.
    pub annex: Option<Annex>,
    /// The lines that it confirms.
    pub pieces: Vec<Piece>,
    /// On which day the form's texts were last compared with their source.
    pub law_checked_on: Date,
}

impl Form {
    /// Fills the form, or says everything that is in the way.
    ///
    /// # Errors
    /// All gates that are shut, never none.
    pub fn fill(&self, facts: &Facts) -> Result<Filled, Vec<Gate>> {
        let shut = self.gates(facts);
        let (Some(day), Some(origin)) = (facts.days.first().copied(), facts.origin()) else { return Err(shut) };
        if !shut.is_empty() {
            return Err(shut);
        }
        let shows_value = self.shows_value(facts);
        Ok(Filled {
            form: self.id,
            country: self.country,
            lang: self.lang().to_owned(),
            currency: self.currency,
            signature: self.signature,
            number: facts.number.clone(),
            issued_on: facts.issued_on,
            day,
            total_cents: facts.total_cents().filter(|_| shows_value).unwrap_or(0),
            origin,
            blocks: self.printed(facts),
            annex: self.wants_annex(facts).then(|| self.list(facts, shows_value)),
            pieces: facts.pieces.clone(),
            law_checked_on: self.checked_on,
        })
    }

    /// The blocks as they are printed for these facts, also while gates are shut: what a wizard shows.
    pub fn printed(&self, facts: &Facts) -> Vec<Block> {
        let holds = |block: &&FormBlock| block.when.iter().all(|when| self.holds(*when, facts));
        self.blocks.iter().filter(holds).map(|block| self.block(block, facts)).collect()
    }

    pub(super) fn shows_value(&self, facts: &Facts) -> bool {
        match self.value_policy {
            ValuePolicy::RequiredWords | ValuePolicy::Required => true,
            ValuePolicy::Optional => facts.with_value,
            ValuePolicy::Forbidden => false,
        }
    }

    fn holds(&self, when: When, facts: &Facts) -> bool {
        let target = TargetKind::of(&facts.fields);
        match when {
            When::OriginBusiness => facts.origin() == Some(Origin::Business),
            When::OriginPrivate => facts.origin() == Some(Origin::PrivateAssets),
            When::OriginUnknown => facts.origin() == Some(Origin::Unknown),
            When::Documents => facts.has_documents(),
            When::TargetExempt => target == Some(TargetKind::Exempt),
            When::TargetStatute => target == Some(TargetKind::Statute),
            When::TargetPublic => target == Some(TargetKind::Public),
            When::TargetBody => matches!(target, Some(TargetKind::Exempt | TargetKind::Statute)),
            When::Numbered => facts.number.is_some(),
            When::WithValue => self.shows_value(facts),
            When::WithoutValue => !self.shows_value(facts),
            When::InReturn => facts.in_return.as_ref().is_some_and(|what| !what.trim().is_empty()),
            When::NothingInReturn => facts.in_return.as_ref().is_some_and(|what| what.trim().is_empty()),
        }
    }

    fn text(&self, block: &FormBlock, facts: &Facts) -> String {
        let unknown = || "…".to_owned();
        let day = |day: Option<&Date>| day.map_or_else(unknown, |day| self.country.day(*day));
        let part = |part: &Part| match part {
            Part::Words(words) => words.clone(),
            Part::Field(field) => facts.printed(self.country, *field).unwrap_or_else(unknown),
            Part::Slot(Slot::IssuerName) => facts.issuer.name.trim().to_owned(),
            Part::Slot(Slot::DonorName) => facts.donor.party.name.trim().to_owned(),
            Part::Slot(Slot::Day) => day(facts.days.first()),
            Part::Slot(Slot::IssuedOn) => day(Some(&facts.issued_on)),
            Part::Slot(Slot::Number) => facts.number.clone().unwrap_or_else(unknown),
            Part::Slot(Slot::InReturn) => facts.in_return.as_deref().unwrap_or_default().trim().to_owned(),
        };
        block.text.iter().map(part).collect()
    }

    fn block(&self, block: &FormBlock, facts: &Facts) -> Block {
        let text = self.text(block, facts);
        let day = || facts.days.first().map_or_else(|| "…".to_owned(), |day| self.country.day(*day));
        match block.kind {
            BlockKind::Issuer => Block::Issuer { label: text, lines: facts.issuer.lines() },
            BlockKind::Number => Block::Number { text },
            BlockKind::Title => Block::Title { text },
            BlockKind::Subtitle => Block::Subtitle { text },
            BlockKind::Donor => Block::Donor { label: text, lines: facts.donor.party.lines() },
            BlockKind::Value => {
                let total = facts.total_cents();
                let in_words = |soft| match (self.value_policy, total) {
                    (ValuePolicy::RequiredWords, Some(total)) => words::amount(total, self.currency, self.lang(), soft),
                    _ => String::new(),
                };
                Block::Value {
                    label: text,
                    figures: total.map_or_else(|| "…".to_owned(), |total| self.country.figures(total)),
                    words_label: block.words.clone(),
                    words: in_words(false),
                    words_soft: in_words(true),
                    day_label: block.day.clone(),
                    day: day(),
                }
            }
            BlockKind::Day => Block::Day { label: text, day: day() },
            BlockKind::Goods => Block::Goods { label: text, text: self.object(facts) },
            BlockKind::Tick => Block::Tick { on: true, text },
            BlockKind::Sentence => Block::Sentence { text },
            BlockKind::Signature => {
                let above = format!("{}, {}", facts.issuer.city.trim(), self.country.day(facts.issued_on));
                Block::Signature { above, label: text }
            }
            BlockKind::Notice => Block::Notice { text },
        }
    }
}

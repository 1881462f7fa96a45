//! What is known about a gift before a receipt is made of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Country, Field};
use crate::domain::PartialDay;
use crate::domain::donation::{DonationState, DonorKind, Origin, Source};
use crate::domain::treasury::{Basis, EvidenceKind};
use crate::domain::valuation;

/// Somebody with an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    /// Empty where it is the issuer's own country.
    pub country: String,
}

impl Party {
    /// As on an envelope, one line each; empty ones are left out.
    pub fn lines(&self) -> Vec<String> {
        let town = format!("{} {}", self.postcode.trim(), self.city.trim());
        let lines = [self.name.trim(), self.street.trim(), town.trim(), self.country.trim()];
        lines.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn has_address(&self) -> bool {
        [&self.street, &self.postcode, &self.city].iter().all(|part| !part.trim().is_empty())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Donor {
    pub kind: DonorKind,
    pub party: Party,
}

stable_words! {
    /// Where a piece went that can never be on a receipt again: it did not serve the purpose itself.
    pub enum Gone {
        Sold = "sold",
        Recycled = "recycled",
    }
}

/// One line of a gift: a piece, or several that are identical, and what one of them is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its number on the list, from 1.
    pub position: i32,
    pub description: String,
    pub quantity: i32,
    /// More than one piece under one value: only for identical goods.
    pub identical: bool,
    pub age: String,
    pub condition: String,
    pub new_price_cents: Option<i64>,
    pub bought_on: Option<PartialDay>,
    pub basis: Basis,
    /// Of one piece: net and VAT of a withdrawal from business assets.
    pub net_cents: Option<i64>,
    /// In hundredths of a percent.
    pub vat_rate_bp: Option<i32>,
    pub vat_cents: Option<i64>,
    /// Of one piece: its value, where there is no net and VAT.
    pub value_cents: Option<i64>,
    /// Where the value comes from, in words.
    pub source: String,
    /// The number of another valid receipt on which this line stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_receipt: Option<String>,
    /// A piece of it was sold or recycled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<Gone>,
}

impl Piece {
    /// What one piece is worth: the value, or net and VAT of the withdrawal. `None` while that is not known.
    pub fn each_cents(&self) -> Option<i64> {
        valuation::each(self.value_cents, self.net_cents, self.vat_cents)
    }

    pub fn sum_cents(&self) -> Option<i64> {
        self.each_cents()?.checked_mul(self.quantity.into())
    }
}

/// A paper in the file of a gift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    pub kind: EvidenceKind,
    /// The position of the line that it is about; `None`: the whole gift.
    pub position: Option<i32>,
}

impl Proof {
    pub(super) fn is_about(&self, piece: &Piece) -> bool {
        self.position.is_none_or(|position| position == piece.position)
    }
}

/// Everything that a receipt is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    pub issuer: Party,
    /// What the issuer's form asks for.
    pub fields: BTreeMap<Field, String>,
    pub donor: Donor,
    /// The days on which ownership passed; a receipt is about one.
    pub days: Vec<Date>,
    pub issued_on: Date,
    /// `None` on a draft: numbers are given when a receipt is issued.
    pub number: Option<String>,
    pub pieces: Vec<Piece>,
    /// The origins of what is on it; a receipt has one.
    pub origins: Vec<Origin>,
    pub proofs: Vec<Proof>,
    /// The states and sources of the donations that it covers.
    pub states: Vec<DonationState>,
    pub sources: Vec<Source>,
    /// Whether the value is to be printed, where the form leaves that open; a form that forbids it refuses.
    pub with_value: bool,
    /// What the donor got in return: `None` was not asked, empty is nothing.
    pub in_return: Option<String>,
    /// Somebody wants it signed by a machine. Refused wherever the law wants a hand.
    pub by_machine: bool,
}

impl Facts {
    /// The one origin; `None` when there is none or more than one.
    pub fn origin(&self) -> Option<Origin> {
        let first = *self.origins.first()?;
        self.origins.iter().all(|origin| *origin == first).then_some(first)
    }

    /// The sum of all lines; `None` while a line has no value, or beyond what can be counted.
    pub fn total_cents(&self) -> Option<i64> {
        self.pieces.iter().try_fold(0i64, |sum, piece| sum.checked_add(piece.sum_cents()?))
    }

    pub(super) fn has(&self, kinds: &[EvidenceKind]) -> bool {
        self.proofs.iter().any(|proof| kinds.contains(&proof.kind))
    }

    /// A field as it is printed.
    pub(super) fn printed(&self, country: Country, field: Field) -> Option<String> {
        country.field(field, &self.fields)
    }

    pub(super) fn day_of(&self, field: Field) -> Option<Date> {
        self.fields.get(&field).and_then(|text| text.trim().parse().ok())
    }
}

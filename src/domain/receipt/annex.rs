//! The list behind a receipt: every line with what it is worth and why, ending with the same total (law reference 1.3).

use serde::{Deserialize, Serialize};

use super::form::Form;
use super::goods::fill;
use super::{Facts, Piece};
use crate::domain::donation::Origin;

/// The words that a country's file has for it.
pub(super) const WORDS: &[&str] = &[
    "title",
    "donor",
    "day",
    "page",
    "total",
    "signature",
    "position",
    "description",
    "quantity",
    "age",
    "condition",
    "new_price",
    "bought_on",
    "basis",
    "net",
    "vat_rate",
    "vat",
    "each",
    "sum",
    "source",
    "teilwert",
    "buchwert",
    "gemeiner_wert",
    "invoice_price",
];

/// A column of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexColumn {
    pub name: String,
    /// Whether it holds numbers, which stand below each other on the right.
    pub is_number: bool,
    /// Its share of the width, in hundredths; all columns together have about a hundred.
    pub width: u8,
}

/// The attached list, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    pub title: String,
    /// Who gave, and when.
    pub lines: Vec<String>,
    pub columns: Vec<AnnexColumn>,
    /// One for each line of the gift, in its order.
    pub rows: Vec<Vec<String>>,
    pub total_label: String,
    /// How many pieces all lines have together.
    pub pieces: i64,
    /// The same total as on the receipt; empty where no value is printed.
    pub total: String,
    pub signature: String,
    /// "Seite {page} von {pages}", with these braces.
    pub page: String,
}

type Cell = fn(&Form, &Piece) -> String;

impl Form {
    pub(super) fn list(&self, facts: &Facts, shows_value: bool) -> Annex {
        let number = facts.number.as_deref().unwrap_or("…");
        let issued = self.country.day(facts.issued_on);
        let day = facts.days.first().map(|day| self.country.day(*day)).unwrap_or_default();
        let columns = self.columns(facts, shows_value);
        let row = |piece: &Piece| columns.iter().map(|(.., cell)| cell(self, piece)).collect();
        let total = facts.total_cents().filter(|_| shows_value);
        Annex {
            title: fill(self.word("title"), &[("number", number), ("issued_on", &issued)]),
            lines: vec![
                fill(self.word("donor"), &[("donor_name", &facts.donor.party.name)]),
                fill(self.word("day"), &[("day", &day)]),
            ],
            rows: facts.pieces.iter().map(row).collect(),
            total_label: self.word("total").to_owned(),
            pieces: facts.pieces.iter().map(|piece| i64::from(piece.quantity)).sum(),
            total: total.map(|cents| self.country.figures(cents)).unwrap_or_default(),
            signature: self.word("signature").to_owned(),
            page: self.word("page").to_owned(),
            columns: columns
                .into_iter()
                .map(|(key, is_number, width, _)| AnnexColumn { name: self.word(key).to_owned(), is_number, width })
                .collect(),
        }
    }

    /// Name, whether it holds numbers, width, and what stands in it. A company's list shows net and VAT, a private one what
    /// the law wants to see of used things. Columns in which no line has anything are left out.
    fn columns(&self, facts: &Facts, shows_value: bool) -> Vec<(&'static str, bool, u8, Cell)> {
        let business = facts.origin() == Some(Origin::Business);
        let nets = business && shows_value;
        let known: [(&'static str, bool, u8, bool, Cell); 13] = [
            ("position", true, 5, true, |_, piece| piece.position.to_string()),
            ("description", false, 22, true, |_, piece| piece.description.trim().to_owned()),
            ("quantity", true, 7, true, |_, piece| piece.quantity.to_string()),
            ("age", false, 9, true, |_, piece| piece.age.trim().to_owned()),
            ("condition", false, 10, true, |_, piece| piece.condition.trim().to_owned()),
            ("bought_on", true, 10, true, |form, piece| {
                piece.bought_on.map(|day| form.country.partial(day)).unwrap_or_default()
            }),
            ("new_price", true, 10, shows_value, |form, piece| form.money(piece.new_price_cents)),
            ("basis", false, 12, shows_value, |form, piece| form.word(piece.basis.word()).to_owned()),
            ("net", true, 13, nets, |form, piece| form.money(piece.net_cents)),
            ("vat_rate", true, 8, nets, |form, piece| {
                piece.vat_rate_bp.map(|rate| form.country.percent(rate)).unwrap_or_default()
            }),
            ("vat", true, 9, nets, |form, piece| form.money(piece.vat_cents)),
            ("each", true, 10, shows_value, |form, piece| form.money(piece.each_cents())),
            ("sum", true, 11, shows_value, |form, piece| form.money(piece.sum_cents())),
        ];
        let source: (&'static str, bool, u8, bool, Cell) =
            ("source", false, 14, shows_value, |_, piece| piece.source.trim().to_owned());
        let always = ["position", "description", "quantity"];
        let is_shown = |(key, _, _, applies, cell): &(&str, bool, u8, bool, Cell)| {
            *applies && (always.contains(key) || facts.pieces.iter().any(|piece| !cell(self, piece).is_empty()))
        };
        known
            .into_iter()
            .chain([source])
            .filter(is_shown)
            .map(|(key, is_number, width, _, cell)| (key, is_number, width, cell))
            .collect()
    }

    fn money(&self, cents: Option<i64>) -> String {
        cents.map(|cents| self.country.figures(cents)).unwrap_or_default()
    }
}

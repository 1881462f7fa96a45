//! A line of value as somebody wrote it, and what of that cannot be.

use super::{Amounts, with_amounts};
use crate::actions::{ActionError, House, typed};
use crate::domain::PartialDay;
use crate::domain::catalogue::{GroupCode, ProductCode};
use crate::domain::item::Condition;
use crate::domain::treasury::Basis;
use crate::domain::valuation::{self, MOST_PIECES};
use crate::store::donations::DonationRow;
use crate::store::value_lines::ValueLineRow;
use crate::texts::{Lang, say};

/// What a line is about, as far as the catalogue goes: a product, a group of products, or nothing that it knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goods {
    Product(ProductCode),
    Group(GroupCode),
    Unknown,
}

/// All fields of a line as they were typed.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// What stands on the paper: kind, brand, size.
    pub description: String,
    /// What it is in the catalogue; `None`: as it is.
    pub goods: Option<Goods>,
    pub quantity: String,
    /// Each piece is like the others.
    pub identical: bool,
    pub age: String,
    pub condition: Option<Condition>,
    pub bought_on: String,
    pub basis: Option<Basis>,
    pub amounts: Amounts,
    pub source: String,
}

impl Written {
    /// The row with what was written; what cannot be is refused with its field.
    pub(super) fn row(
        self,
        house: &House,
        lang: Lang,
        gift: &DonationRow,
        row: ValueLineRow,
    ) -> Result<ValueLineRow, ActionError> {
        let description = typed::line("description", &self.description, 200)?;
        if description.is_empty() {
            return Err(ActionError::field("description", say::values_error_description()));
        }
        let quantity: i32 = self.quantity.trim().parse().unwrap_or_default();
        if !(1..=MOST_PIECES).contains(&quantity) {
            return Err(ActionError::field("quantity", say::values_error_quantity(MOST_PIECES)));
        }
        if quantity > 1 && !self.identical {
            return Err(ActionError::field("identical", say::values_error_identical()));
        }
        let basis = self.basis.filter(|basis| valuation::bases(gift.origin).contains(basis));
        let basis = basis.ok_or_else(|| ActionError::field("basis", say::values_error_basis()))?;
        let catalogue = house.catalogue();
        let (product_code, group_code) = match self.goods {
            None => (row.product_code.clone(), row.group_code.clone()),
            Some(Goods::Product(code)) => (Some(code).filter(|code| catalogue.product(code.as_str()).is_some()), None),
            Some(Goods::Group(code)) => (None, Some(code).filter(|code| catalogue.group(code.as_str()).is_some())),
            Some(Goods::Unknown) => (None, None),
        };
        let row = with_amounts(&self.amounts, lang, gift, row)?;
        Ok(ValueLineRow {
            description,
            product_code,
            group_code,
            quantity,
            identical: self.identical,
            age: typed::line("age", &self.age, 60)?,
            condition: self.condition,
            bought_on: bought(&self.bought_on, gift)?,
            basis,
            source: typed::line("source", &self.source, 300)?,
            ..row
        })
    }
}

/// When it was bought, as exactly as it was said: a day, a month (“2024-05”, “05/2024”) or a year; never after it was given.
fn bought(text: &str, gift: &DonationRow) -> Result<Option<PartialDay>, ActionError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    // As a German writes it: the parts in turn, with points or a stroke between them.
    let turned: Vec<String> = text.rsplit(['.', '/']).map(|part| format!("{part:0>2}")).collect();
    let when: PartialDay =
        turned.join("-").parse().map_err(|_| ActionError::field("bought_on", say::values_error_bought()))?;
    if when.first() > gift.received_on.0 || when.first().year() < 1900 {
        return Err(ActionError::field("bought_on", say::values_error_bought_later()));
    }
    Ok(Some(when))
}

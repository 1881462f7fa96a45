//! What is in the house, by group of products, or by product within one group.

use std::collections::HashSet;

use jiff::civil::Date;
use serde::Serialize;

use super::{Asked, products};
use crate::actions::{ActionError, Actor, House};
use crate::domain::LocationId;
use crate::domain::catalogue::{Catalogue, GroupCode, ProductCode};
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::store::{figures, locations};
use crate::texts::{Message, Words, say};

/// The stock of this moment.
#[derive(Clone, Debug, Serialize)]
pub struct StockFigure {
    pub as_of: Date,
    pub group: Option<GroupCode>,
    /// The name of the site that was asked for.
    pub site: Option<String>,
    /// The largest first; those that have something.
    pub lines: Vec<StockLine>,
    pub total: StockLine,
}

/// Pieces of one group, or of one product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct StockLine {
    /// The code of the group or product; empty for what the catalogue does not know, and for the sum.
    pub code: String,
    pub names: Words,
    /// In stock and to be had.
    pub free: i64,
    pub reserved: i64,
    pub in_care: i64,
    pub in_custody: i64,
    pub total: i64,
}

impl StockLine {
    fn add(&mut self, state: ItemState, pieces: i64) {
        let part = match state {
            ItemState::InStock => &mut self.free,
            ItemState::Reserved => &mut self.reserved,
            ItemState::InCare => &mut self.in_care,
            ItemState::InCustody => &mut self.in_custody,
            _ => return,
        };
        *part += pieces;
        self.total += pieces;
    }
}

impl StockFigure {
    pub fn definition(&self) -> Message {
        match &self.site {
            Some(site) => say::figures_stock_definition_site(self.as_of, site),
            None => say::figures_stock_definition(self.as_of),
        }
    }
}

pub(super) fn count(house: &House, actor: &Actor, asked: &Asked) -> Result<StockFigure, ActionError> {
    actor.must(Right::SeeItems)?;
    let catalogue = house.catalogue();
    let wanted = products(&catalogue, asked.group.as_ref())?;
    let (sums, site) = house.store().read(|db| {
        let places = match asked.site {
            Some(site) => Some(within(&locations::all(db)?, site)?),
            None => None,
        };
        let ids = places.as_ref().map(|(_, ids)| ids.as_slice());
        Ok::<_, ActionError>((figures::stock(db, wanted.as_deref(), ids)?, places.map(|(name, _)| name)))
    })?;
    let mut total = StockLine::default();
    let mut lines: Vec<StockLine> = Vec::new();
    for (product, state, pieces) in sums {
        total.add(state, pieces);
        line_of(&mut lines, &catalogue, asked.group.is_some(), &product).add(state, pieces);
    }
    lines.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.code.cmp(&b.code)));
    Ok(StockFigure { as_of: house.today(), group: asked.group.clone(), site, lines, total })
}

/// What a product is counted under: itself or its group. Code and names.
pub(super) fn counted_as(catalogue: &Catalogue, each_product: bool, product: &ProductCode) -> (String, Words) {
    match catalogue.product(product.as_str()) {
        Some(product) if each_product => (product.code.to_string(), product.names.clone()),
        Some(product) => (product.group.to_string(), catalogue.group_words(product)),
        None => (String::new(), Words::new(product.as_str(), product.as_str())),
    }
}

fn line_of<'l>(
    lines: &'l mut Vec<StockLine>,
    catalogue: &Catalogue,
    each_product: bool,
    product: &ProductCode,
) -> &'l mut StockLine {
    let (code, names) = counted_as(catalogue, each_product, product);
    let at = lines.iter().position(|line| line.code == code).unwrap_or_else(|| {
        lines.push(StockLine { code, names, ..StockLine::default() });
        lines.len() - 1
    });
    &mut lines[at]
}

/// A place's name, and it with all that lies in it.
fn within(all: &[locations::LocationRow], site: LocationId) -> Result<(String, Vec<LocationId>), ActionError> {
    let name = all.iter().find(|place| place.id == site).ok_or(ActionError::NotFound)?.name.clone();
    let mut seen = HashSet::from([site]);
    let mut ids = vec![site];
    let mut next = 0;
    while let Some(&place) = ids.get(next) {
        let inside = all.iter().filter(|other| other.parent_id == Some(place)).map(|other| other.id);
        ids.extend(inside.filter(|id| seen.insert(*id)));
        next += 1;
    }
    Ok((name, ids))
}

//! What the room needs of the goods that a company offers, line by line, so that the answer is easy.

use std::collections::HashMap;

use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::ProductCode;
use crate::domain::missing::{self, Source};
use crate::domain::rights::Right;
use crate::store::missing as counted;
use crate::store::offers::OfferLineRow;

/// How the room stands in one product or, for a line without one, in its group. Pieces, in every season.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineNeed {
    pub wanted: i64,
    /// Of these, what neither the stock nor what comes can meet; and of those, for persons who have none yet.
    pub missing: i64,
    pub urgent: i64,
    /// Free on the shelf beyond what is wanted.
    pub spare: i64,
    /// The line names no product: what its group lacks may be something else.
    pub of_group: bool,
    /// The product is for the other half of the year.
    pub out_of_season: bool,
}

/// The need for each line; `None` for what reports do not tell apart (pregnancy, care).
///
/// # Errors
/// Without the right, or when the database fails.
pub fn needs(house: &House, actor: &Actor, lines: &[OfferLineRow]) -> Result<Vec<Option<LineNeed>>, ActionError> {
    actor.must(Right::AnswerOffers)?;
    let (catalogue, month) = (house.catalogue(), house.today().month());
    let (open, supply) =
        house.store().read_at_one_moment(|db| Ok::<_, ActionError>((counted::open(db)?, counted::supply(db)?)))?;
    let mut by_product: HashMap<&ProductCode, LineNeed> = HashMap::new();
    for one in supply.iter().filter(|one| one.source == Source::Stock) {
        by_product.entry(&one.product).or_default().spare += one.pieces;
    }
    let balance = missing::balance(&catalogue, &open, &supply);
    for line in &balance {
        let need = by_product.entry(&line.product).or_default();
        need.wanted += line.wanted;
        need.missing += line.missing();
        need.urgent += line.urgent.min(line.missing());
        need.spare -= line.in_stock;
    }
    let of = |line: &OfferLineRow| match &line.product_code {
        Some(code) => {
            let product = catalogue.product(code.as_str()).filter(|product| !product.special)?;
            let out_of_season = !product.season.covers(month);
            Some(LineNeed { out_of_season, ..by_product.get(&product.code).copied().unwrap_or_default() })
        }
        None => {
            let group = catalogue.group(&line.group_code)?;
            let mut sum = LineNeed { of_group: true, ..LineNeed::default() };
            for product in catalogue.products_of(&group.code).filter(|product| !product.special) {
                let one = by_product.get(&product.code).copied().unwrap_or_default();
                sum.wanted += one.wanted;
                sum.missing += one.missing;
                sum.urgent += one.urgent;
                sum.spare += one.spare;
            }
            Some(sum)
        }
    };
    Ok(lines.iter().map(of).collect())
}

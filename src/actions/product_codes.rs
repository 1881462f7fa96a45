//! Codes of products, for the sheet beside the intake's scanner: made once, the same on every print.

use std::sync::Arc;

use super::make_codes::new_code;
use super::{ActionError, Actor, House};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::ProductCode;
use crate::domain::rights::Right;
use crate::store::labels;
use crate::texts::say;

/// The code of each product, in the same order; a product that has none yet gets one.
///
/// # Errors
/// Without the right to print labels, for no products, and for one that the catalogue does not have.
pub fn product_codes(
    house: &Arc<House>,
    actor: &Actor,
    products: Vec<ProductCode>,
) -> Result<Vec<(ProductCode, Code)>, ActionError> {
    actor.must(Right::PrintLabels)?;
    let catalogue = house.catalogue();
    if let Some(unknown) = products.iter().find(|product| catalogue.product(product.as_str()).is_none()) {
        return Err(ActionError::field("products", say::verdict_product_unknown(unknown.to_string())));
    }
    if products.is_empty() {
        return Err(ActionError::field("products", say::error_no_products()));
    }
    let in_house = Arc::clone(house);
    house.store().write(move |db| {
        let code = |product: &ProductCode| match labels::bound_of(db, Kind::Product, product.as_str())? {
            Some(code) => Ok((product.clone(), code)),
            None => Ok((product.clone(), new_code(db, &in_house, Kind::Product, Some(product.to_string()))?)),
        };
        products.iter().map(code).collect()
    })
}

//! Editing the catalogue: a product's names, weight, whether it belongs to the basic set, and whether it is offered.

use std::sync::Arc;

use super::typed::line;
use super::{ActionError, Actor, House};
use crate::domain::catalogue::ProductCode;
use crate::domain::rights::Right;
use crate::store::catalogue::{self, ProductChange};
use crate::texts::{Words, say};

/// The longest name of a product, in characters: it has to fit on a label and a terminal's screen.
const LONGEST_NAME: usize = 60;
/// The heaviest product, in grams.
pub const HEAVIEST: i32 = 200_000;

/// Changes a product and lets the house use it at once.
///
/// # Errors
/// Without the right, for an empty or overlong name, for a weight outside 1 g … 200 kg, for a product that does not exist,
/// and when somebody changed it since `version` was read.
pub fn change(
    house: &Arc<House>,
    actor: &Actor,
    code: &ProductCode,
    version: i32,
    change: ProductChange,
) -> Result<(), ActionError> {
    actor.must(Right::EditCatalogue)?;
    let names = Words::new(name("de", &change.names.de)?, name("en", &change.names.en)?);
    if !(1..=HEAVIEST).contains(&change.weight_g) {
        return Err(ActionError::field("weight_g", say::error_product_weight(HEAVIEST)));
    }
    let (code, change) = (code.clone(), ProductChange { names, ..change });
    house.store().write(move |db| {
        catalogue::version(db, &code)?.ok_or(ActionError::NotFound)?;
        if catalogue::change(db, &code, version, &change)? { Ok(()) } else { Err(ActionError::Changed) }
    })?;
    house.reload_catalogue()
}

fn name(field: &'static str, text: &str) -> Result<String, ActionError> {
    let name = line(field, text, LONGEST_NAME)?;
    if name.is_empty() { Err(ActionError::field(field, say::error_product_name())) } else { Ok(name) }
}

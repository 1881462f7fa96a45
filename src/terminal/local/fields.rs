//! What an event says about its piece, word for word, read with what the terminal knows.

use super::world::World;
use crate::codes;
use crate::domain::desk::{Fields, Verdict};
use crate::domain::snapshot::Known;
use crate::texts::say;
use crate::web::api::wire::ScanFields;

/// A field that is there but empty says "none": what stuck from the scan before is forgotten.
pub fn forget(intake: &mut Fields, said: &ScanFields) {
    let keeps = |field: &Option<String>| field.is_none() || given(field).is_some();
    intake.product = intake.product.take().filter(|_| keeps(&said.product));
    intake.cut = intake.cut.filter(|_| keeps(&said.cut));
    intake.size = intake.size.take().filter(|_| keeps(&said.size));
    intake.condition = intake.condition.filter(|_| keeps(&said.condition));
    intake.donation = intake.donation.filter(|_| keeps(&said.donation));
    intake.location = intake.location.filter(|_| keeps(&said.location));
}

/// # Errors
/// A refusal that says which word does not fit. A donation or shelf that is newer than the snapshot is left to the server.
pub fn read(world: &World, said: &ScanFields) -> Result<Fields, Box<Verdict>> {
    let unfit = |field: &str, value: &str| {
        let shown: String = value.chars().take(24).collect();
        Box::new(Verdict::refused(say::verdict_field_unknown(shown, field)))
    };
    let mut fields = Fields::default();
    if let Some(product) = given(&said.product) {
        fields.product = product.parse().ok();
        if world.taken_at().is_some() && world.catalogue().product(product).is_none() {
            let shown: String = product.chars().take(40).collect();
            return Err(Box::new(Verdict::refused(say::verdict_product_unknown(shown))));
        }
    }
    if let Some(cut) = given(&said.cut) {
        fields.cut = Some(cut.parse().map_err(|_| unfit("cut", cut))?);
    }
    if let Some(size) = given(&said.size) {
        if size.chars().count() > 16 || size.chars().any(char::is_control) {
            return Err(unfit("size", size));
        }
        fields.size = Some(size.to_owned());
    }
    if let Some(condition) = given(&said.condition) {
        fields.condition = Some(condition.parse().map_err(|_| unfit("condition", condition))?);
    }
    let known = |field: &Option<String>| given(field).and_then(|text| world.known(codes::read(text).ok()?));
    if let Some(Known::Donation { id, .. }) = known(&said.donation) {
        fields.donation = Some(*id);
    }
    if let Some(Known::Location { id }) = known(&said.location) {
        fields.location = Some(*id);
    }
    Ok(fields)
}

fn given(field: &Option<String>) -> Option<&str> {
    field.as_deref().map(str::trim).filter(|word| !word.is_empty())
}

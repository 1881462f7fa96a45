//! Which items a list shows: by label, product, size, state, place, donation or donor.

use diesel::prelude::*;

use crate::codes::{self, Code, Kind};
use crate::domain::catalogue::{Catalogue, GroupCode, ProductCode};
use crate::domain::item::ItemState;
use crate::domain::sizes::Sizes;
use crate::domain::{DonationId, DonorId, ItemId, LocationId};
use crate::store::schema::items;
use crate::store::{Db, StoreError};

/// Which items a list shows. Everything that is set must be so.
#[derive(Clone, Debug, Default)]
pub struct ItemFilter {
    pub state: Option<ItemState>,
    pub donation: Option<DonationId>,
    pub donor: Option<DonorId>,
    /// One of these products.
    pub products: Option<Vec<ProductCode>>,
    /// One of these sizes, as the catalogue writes them.
    pub sizes: Option<Vec<String>>,
    /// In one of these places.
    pub places: Option<Vec<LocationId>>,
    pub label: Option<LabelPart>,
}

/// What somebody knows of a label.
#[derive(Clone, Debug)]
pub enum LabelPart {
    Whole(Code),
    /// How the code begins.
    Start(String),
}

/// Fewer characters of a label find too much.
const SHORTEST_LABEL_PART: usize = 3;

impl ItemFilter {
    /// Whether nothing but a state narrows the list.
    pub(super) fn is_wide(&self) -> bool {
        self.donation.is_none()
            && self.donor.is_none()
            && self.products.is_none()
            && self.sizes.is_none()
            && self.places.is_none()
            && self.label.is_none()
    }

    /// Only products of this group, as far as they were not narrowed already.
    pub fn in_group(&mut self, group: &GroupCode, catalogue: &Catalogue) {
        let of_group: Vec<ProductCode> = catalogue.products_of(group).map(|product| product.code.clone()).collect();
        self.products = Some(match self.products.take() {
            Some(products) => products.into_iter().filter(|code| of_group.contains(code)).collect(),
            None => of_group,
        });
    }

    /// What somebody typed: a label or its beginning, a product with or without a size, or a size alone. Gives what was
    /// understood instead, when it had slips of the finger.
    pub fn search(&mut self, text: &str, catalogue: &Catalogue) -> Option<String> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if let Ok(code) = codes::read(text) {
            self.label = Some(LabelPart::Whole(code));
            return None;
        }
        if self.name(text, catalogue) {
            return None;
        }
        if let Some(start) = label_part(text) {
            self.label = Some(LabelPart::Start(start));
            return None;
        }
        let mended = catalogue.mended(text).filter(|mended| self.name(mended, catalogue));
        if mended.is_none() {
            self.sizes = Some(vec![text.to_uppercase()]);
        }
        mended
    }

    /// Narrows to the products that a text names; `false` when it names none.
    fn name(&mut self, text: &str, catalogue: &Catalogue) -> bool {
        let found = catalogue.find_any(text, Sizes::shipped());
        if found.is_empty() {
            return false;
        }
        let labels: Vec<String> =
            found.iter().filter_map(|hit| hit.size.as_ref()).map(|size| size.label().to_owned()).collect();
        let with_size = !labels.is_empty();
        let kept = found.iter().filter(|hit| !with_size || hit.size.is_some());
        self.products = Some(kept.map(|hit| hit.product.code.clone()).collect());
        if with_size {
            self.sizes = Some(labels);
        }
        true
    }
}

/// The beginning of an item's label, as people read it off: "A7F 39".
fn label_part(text: &str) -> Option<String> {
    let typed: String =
        text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_uppercase()).collect();
    let is_code = |c: u8| codes::alphabet::value(c).is_some();
    let fits = (SHORTEST_LABEL_PART..10).contains(&typed.len())
        && typed.as_bytes().first() == Some(&Kind::Item.letter())
        && typed.bytes().all(is_code);
    fits.then_some(typed)
}

/// The labels of these items.
pub fn labels_of(db: &mut Db, ids: &[ItemId]) -> Result<Vec<(ItemId, Option<Code>)>, StoreError> {
    Ok(items::table.filter(items::id.eq_any(ids)).select((items::id, items::label)).load(db)?)
}

//! Finding items: by label, product, size, state, donation or donor, newest first.

use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use super::ItemRow;
use crate::codes::{self, Code, Kind};
use crate::domain::catalogue::{Catalogue, GroupCode, ProductCode};
use crate::domain::item::ItemState;
use crate::domain::sizes::Sizes;
use crate::domain::{DonationId, DonorId, ItemId};
use crate::store::paging::{Cursor, Page};
use crate::store::schema::{donations, items};
use crate::store::{AnyBackend, Db, StoreError};

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
    /// Only products of this group, as far as they were not narrowed already.
    pub fn in_group(&mut self, group: &GroupCode, catalogue: &Catalogue) {
        let of_group: Vec<ProductCode> = catalogue.products_of(group).map(|product| product.code.clone()).collect();
        self.products = Some(match self.products.take() {
            Some(products) => products.into_iter().filter(|code| of_group.contains(code)).collect(),
            None => of_group,
        });
    }

    /// What somebody typed: a label or its beginning, a product with or without a size, or a size alone.
    pub fn search(&mut self, text: &str, catalogue: &Catalogue) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if let Ok(code) = codes::read(text) {
            self.label = Some(LabelPart::Whole(code));
            return;
        }
        let sizes = Sizes::shipped();
        let found = catalogue.find_any(text, sizes);
        if found.is_empty() {
            match label_part(text) {
                Some(start) => self.label = Some(LabelPart::Start(start)),
                None => self.sizes = Some(vec![text.to_uppercase()]),
            }
            return;
        }
        let labels: Vec<String> =
            found.iter().filter_map(|hit| hit.size.as_ref()).map(|size| size.label().to_owned()).collect();
        let with_size = !labels.is_empty();
        let kept = found.iter().filter(|hit| !with_size || hit.size.is_some());
        self.products = Some(kept.map(|hit| hit.product.code.clone()).collect());
        if with_size {
            self.sizes = Some(labels);
        }
    }
}

/// Narrows a boxed query over items to what the filter says, its state apart. A macro, because each query is of another
/// type.
macro_rules! narrowed {
    ($query:expr, $filter:expr) => {{
        let (mut query, filter) = ($query, $filter);
        if let Some(donation) = filter.donation {
            query = query.filter(items::donation_id.eq(donation));
        }
        if let Some(donor) = filter.donor {
            let theirs = donations::table.filter(donations::donor_id.eq(donor)).select(donations::id.nullable());
            query = query.filter(items::donation_id.eq_any(theirs));
        }
        if let Some(products) = &filter.products {
            query = query.filter(items::product_code.eq_any(products));
        }
        if let Some(sizes) = &filter.sizes {
            query = query.filter(items::size.eq_any(sizes));
        }
        match &filter.label {
            Some(LabelPart::Whole(code)) => query = query.filter(items::label.eq(*code)),
            Some(LabelPart::Start(start)) => query = query.filter(items::label.like(format!("{start}%"))),
            None => {}
        }
        query
    }};
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

/// One page of items, the newest first.
pub fn list(db: &mut Db, filter: &ItemFilter, cursor: &Cursor<ItemId>, size: i64) -> Result<Page<ItemRow>, StoreError> {
    let mut query = narrowed!(items::table.into_boxed::<AnyBackend>(), filter);
    if let Some(state) = filter.state {
        query = query.filter(items::state.eq(state));
    }
    let query = match cursor {
        Cursor::Start => query.order(items::id.desc()),
        Cursor::After(id) => query.filter(items::id.lt(*id)).order(items::id.desc()),
        Cursor::Before(id) => query.filter(items::id.gt(*id)).order(items::id.asc()),
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

/// How many items and pieces there are in each state, whatever state the filter asks for.
pub fn counts(db: &mut Db, filter: &ItemFilter) -> Result<Vec<(ItemState, i64, i64)>, StoreError> {
    let grouped = items::table
        .group_by(items::state)
        .select((items::state, count_star(), sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)")))
        .into_boxed::<AnyBackend>();
    let sums: Vec<(ItemState, i64, Option<i64>)> = narrowed!(grouped, filter).load(db)?;
    Ok(sums.into_iter().map(|(state, items, pieces)| (state, items, pieces.unwrap_or_default())).collect())
}

/// The labels of these items.
pub fn labels_of(db: &mut Db, ids: &[ItemId]) -> Result<Vec<(ItemId, Option<Code>)>, StoreError> {
    Ok(items::table.filter(items::id.eq_any(ids)).select((items::id, items::label)).load(db)?)
}

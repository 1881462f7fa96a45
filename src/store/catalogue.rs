//! The catalogue in the database: filled once from the shipped file, edited by the coordinator from then on.

use std::str::FromStr;

use diesel::prelude::*;

use super::schema::{product_groups, products};
use super::{Db, StoreError};
use crate::domain::catalogue::{Catalogue, Group, Product, ProductCode};
use crate::texts::Words;

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = products)]
struct ProductRow {
    code: String,
    group_code: String,
    de: String,
    en: String,
    also: String,
    cuts: String,
    size_systems: String,
    season: String,
    unit: String,
    weight_g: i32,
    emoji: String,
    pictogram: String,
    new_only: bool,
    check_de: String,
    check_en: String,
    essential: bool,
    special: bool,
    roomy: bool,
    sort: i32,
    active: bool,
    version: i32,
}

/// What the coordinator may change of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductChange {
    pub names: Words,
    pub weight_g: i32,
    pub essential: bool,
    pub active: bool,
}

impl ProductRow {
    fn of(product: &Product, sort: usize) -> ProductRow {
        ProductRow {
            code: product.code.to_string(),
            group_code: product.group.to_string(),
            de: product.names.de.clone(),
            en: product.names.en.clone(),
            also: product.also.join(","),
            cuts: joined(&product.cuts),
            size_systems: joined(&product.size_systems),
            season: product.season.to_string(),
            unit: product.unit.to_string(),
            weight_g: product.weight_g as i32,
            emoji: product.emoji.clone(),
            pictogram: product.pictogram.clone(),
            new_only: product.new_only,
            check_de: product.check.as_ref().map_or_else(String::new, |check| check.de.clone()),
            check_en: product.check.as_ref().map_or_else(String::new, |check| check.en.clone()),
            essential: product.essential,
            special: product.special,
            roomy: product.roomy,
            sort: sort as i32,
            active: product.active,
            version: 1,
        }
    }

    fn product(self) -> Result<Product, StoreError> {
        let wrong = |what: &str| StoreError::Content(format!("product {}: {what}", self.code));
        Ok(Product {
            code: self.code.parse().map_err(|_| wrong("code"))?,
            group: self.group_code.parse().map_err(|_| wrong("group"))?,
            also: self.also.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
            cuts: split(&self.cuts).ok_or_else(|| wrong("cuts"))?,
            size_systems: split(&self.size_systems).ok_or_else(|| wrong("size systems"))?,
            season: self.season.parse().map_err(|_| wrong("season"))?,
            unit: self.unit.parse().map_err(|_| wrong("unit"))?,
            weight_g: self.weight_g.max(0) as u32,
            check: (!self.check_de.is_empty()).then(|| Words::new(&self.check_de, &self.check_en)),
            names: Words::new(self.de, self.en),
            emoji: self.emoji,
            pictogram: self.pictogram,
            new_only: self.new_only,
            essential: self.essential,
            special: self.special,
            roomy: self.roomy,
            active: self.active,
        })
    }
}

fn joined<T: ToString>(parts: &[T]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn split<T: FromStr>(text: &str) -> Option<Vec<T>> {
    text.split(',').filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}

/// The catalogue, or `None` while there is none. Products that are switched off stay in it: pieces of them exist.
pub fn load(db: &mut Db) -> Result<Option<Catalogue>, StoreError> {
    let groups: Vec<(String, String, String, i32)> = product_groups::table.order(product_groups::sort).load(db)?;
    if groups.is_empty() {
        return Ok(None);
    }
    let groups = groups
        .into_iter()
        .map(|(code, de, en, _)| {
            let parsed = code.parse().map_err(|_| StoreError::Content(format!("product group {code}")))?;
            Ok(Group { code: parsed, names: Words::new(de, en) })
        })
        .collect::<Result<Vec<Group>, StoreError>>()?;
    let rows: Vec<ProductRow> = products::table.order((products::sort, products::code)).load(db)?;
    let products = rows.into_iter().map(ProductRow::product).collect::<Result<Vec<Product>, StoreError>>()?;
    Ok(Some(Catalogue::of(groups, products)))
}

/// Puts a whole catalogue into the empty tables.
pub fn fill(db: &mut Db, catalogue: &Catalogue) -> Result<(), StoreError> {
    for (sort, group) in catalogue.groups().iter().enumerate() {
        diesel::insert_into(product_groups::table)
            .values((
                product_groups::code.eq(group.code.as_str()),
                product_groups::de.eq(&group.names.de),
                product_groups::en.eq(&group.names.en),
                product_groups::sort.eq(sort as i32),
            ))
            .execute(db)?;
    }
    for (sort, product) in catalogue.products().iter().enumerate() {
        diesel::insert_into(products::table).values(ProductRow::of(product, sort)).execute(db)?;
    }
    Ok(())
}

/// The version of a product, which a form carries to [`change`].
pub fn version(db: &mut Db, code: &ProductCode) -> Result<Option<i32>, StoreError> {
    Ok(products::table.find(code.as_str()).select(products::version).first(db).optional()?)
}

/// Changes a product, if nobody changed it since `version` was read. `false` when somebody did.
pub fn change(db: &mut Db, code: &ProductCode, version: i32, change: &ProductChange) -> Result<bool, StoreError> {
    let changed = diesel::update(products::table.find(code.as_str()).filter(products::version.eq(version)))
        .set((
            products::de.eq(&change.names.de),
            products::en.eq(&change.names.en),
            products::weight_g.eq(change.weight_g),
            products::essential.eq(change.essential),
            products::active.eq(change.active),
            products::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

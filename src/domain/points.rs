//! What a piece costs in a room that counts points instead of pieces: `config/catalogue/points.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::CatalogueError;
use super::catalogue::{Catalogue, ProductCode};
use super::data_file::DataFile;

/// Points of each group, and of products that cost something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prices {
    groups: BTreeMap<String, i32>,
    products: BTreeMap<String, i32>,
}

/// A piece of a group that the file does not name: one that a town added.
const OTHERWISE: i32 = 1;

impl Prices {
    /// Reads the file and checks it against the catalogue: every group has a price, every name is known, no price is below 0.
    ///
    /// # Errors
    /// With the entry that is wrong.
    pub fn parse(toml: &str, catalogue: &Catalogue) -> Result<Prices, CatalogueError> {
        let mut file = DataFile::read("points.toml", toml)?;
        let prices = Prices { groups: file.section("groups")?, products: file.section("products")? };
        for group in catalogue.groups() {
            if !prices.groups.contains_key(group.code.as_str()) {
                return Err(file.error("[groups]", format!("{} has no points", group.code)));
            }
        }
        if let Some(code) = prices.groups.keys().find(|code| catalogue.group(code).is_none()) {
            return Err(file.error("[groups]", format!("there is no group {code}")));
        }
        if let Some(code) = prices.products.keys().find(|code| catalogue.product(code).is_none()) {
            return Err(file.error("[products]", format!("there is no product {code}")));
        }
        let all = prices.groups.iter().chain(&prices.products);
        if let Some((code, _)) = all.into_iter().find(|(_, points)| !(0..=1000).contains(*points)) {
            return Err(file.error(code.as_str(), "points are 0 to 1000"));
        }
        file.finish()?;
        Ok(prices)
    }

    /// The prices that come with the program.
    pub fn shipped() -> &'static Prices {
        static SHIPPED: LazyLock<Prices> = LazyLock::new(|| {
            Prices::parse(include_str!("../../config/catalogue/points.toml"), Catalogue::shipped())
                .expect("the prices that are built in are tested")
        });
        &SHIPPED
    }

    /// Points of one piece of this product.
    pub fn of(&self, catalogue: &Catalogue, product: &ProductCode) -> i32 {
        let own = self.products.get(product.as_str()).copied();
        own.or_else(|| self.groups.get(catalogue.product(product.as_str())?.group.as_str()).copied())
            .unwrap_or(OTHERWISE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../config/catalogue/points.toml");

    #[test]
    fn a_product_costs_what_its_group_costs_unless_it_is_named() {
        let catalogue = Catalogue::shipped();
        let price = |code: &str| Prices::shipped().of(catalogue, &code.parse().unwrap());
        assert_eq!((price("winterjacke"), price("tshirt"), price("nochnieda")), (10, 2, 1));
    }

    #[test]
    fn a_file_that_does_not_fit_the_catalogue_says_where() {
        let wrong = |from: &str, to: &str| {
            Prices::parse(&FILE.replace(from, to), Catalogue::shipped()).unwrap_err().to_string()
        };
        assert_eq!(wrong("BED = 3\n", ""), "points.toml: [groups]: BED has no points");
        assert_eq!(wrong("ranzen =", "ranzn ="), "points.toml: [products]: there is no product ranzn");
        assert_eq!(wrong("MOB = 15", "MOB = -1"), "points.toml: MOB: points are 0 to 1000");
    }
}

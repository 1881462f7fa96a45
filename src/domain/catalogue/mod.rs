//! The catalogue: which kinds of things the room knows, and finding one of them with three keys.
//!
//! The list is data (`config/catalogue/products.toml`) that a town may replace.
//!
//! ```
//! use gabentisch::domain::catalogue::Catalogue;
//! use gabentisch::domain::sizes::Sizes;
//!
//! let found = Catalogue::shipped().find("wi ja 104", Sizes::shipped());
//! assert_eq!(found[0].product.code.as_str(), "winterjacke");
//! assert_eq!(found[0].size.as_ref().unwrap().label(), "104");
//! ```

mod attributes;
mod codes;
mod find;
mod picture;
mod product;
mod reading;
mod told;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::texts::Words;

pub use super::CatalogueError;
pub use attributes::{Cut, Season, Unit};
pub use codes::{GroupCode, InvalidCatalogueCode, ProductCode};
pub use find::Found;
pub use product::{Group, Product};
pub use told::Namings;

/// All groups and products, in the order of the file. Not the stock: what is really there is in the ledger.
#[derive(Clone, Debug)]
pub struct Catalogue {
    groups: Vec<Group>,
    products: Vec<Product>,
    by_code: HashMap<ProductCode, usize>,
    index: find::Index,
}

impl Catalogue {
    /// Reads a town's own `products.toml`. The first wrong entry is named.
    pub fn parse(toml: &str) -> Result<Catalogue, CatalogueError> {
        let (groups, products) = reading::read(toml)?;
        Ok(Catalogue::of(groups, products))
    }

    /// The catalogue of these groups and products, as the database keeps them.
    pub fn of(mut groups: Vec<Group>, mut products: Vec<Product>) -> Catalogue {
        groups.iter_mut().for_each(|group| say_in_all(group.code.as_str(), &mut group.names));
        products.iter_mut().for_each(|product| say_in_all(product.code.as_str(), &mut product.names));
        let by_code = products.iter().enumerate().map(|(at, product)| (product.code.clone(), at)).collect();
        let index = find::Index::new(&products);
        Catalogue { groups, products, by_code, index }
    }

    /// The catalogue that comes with the program: 16 groups, 146 products.
    pub fn shipped() -> &'static Catalogue {
        static SHIPPED: LazyLock<Catalogue> = LazyLock::new(|| {
            Catalogue::parse(include_str!("../../../config/catalogue/products.toml"))
                .expect("the catalogue that is built in is tested")
        });
        &SHIPPED
    }

    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    pub fn products(&self) -> &[Product] {
        &self.products
    }

    pub fn products_of<'c>(&'c self, group: &'c GroupCode) -> impl Iterator<Item = &'c Product> {
        self.products.iter().filter(move |product| product.group == *group)
    }

    pub fn group(&self, code: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.code.as_str() == code)
    }

    /// The name of the group that a product belongs to.
    pub fn group_words(&self, product: &Product) -> Words {
        self.group(product.group.as_str()).map_or_else(|| product.names.clone(), |group| group.names.clone())
    }

    pub fn product(&self, code: &str) -> Option<&Product> {
        self.by_code.get(code).map(|&at| &self.products[at])
    }
}

/// Gives the shipped names their words in the other languages of the staff.
#[cfg(not(target_family = "wasm"))]
fn say_in_all(code: &str, names: &mut Words) {
    *names = crate::texts::own::in_languages_of_staff(code, std::mem::take(names));
}

/// The browser's desk gets the words with the names from the server, and carries none itself.
#[cfg(target_family = "wasm")]
fn say_in_all(_: &str, _: &mut Words) {}

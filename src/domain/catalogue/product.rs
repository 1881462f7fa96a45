//! One kind of thing, and the group it belongs to.

use serde::{Deserialize, Serialize};

use super::{Cut, GroupCode, ProductCode, Season, Unit};
use crate::domain::sizes::SizeUse;
use crate::texts::Words;

/// A group of products, such as outerwear. Donor reports speak of groups, never of single products.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub code: GroupCode,
    pub names: Words,
}

/// A catalogue type such as "winter jacket". Not a piece: an item is one labelled piece of a product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    pub code: ProductCode,
    pub group: GroupCode,
    pub names: Words,
    /// Further German words that find it: parts of compounds, everyday names.
    pub also: Vec<String>,
    pub cuts: Vec<Cut>,
    pub size_systems: Vec<SizeUse>,
    pub season: Season,
    pub unit: Unit,
    /// Weight of one unit, a rule of thumb for reports.
    pub weight_g: u32,
    pub emoji: String,
    /// What the drawn picture shows.
    pub pictogram: String,
    /// Only new and sealed.
    pub new_only: bool,
    /// What somebody must look at before it goes on the shelf.
    pub check: Option<Words>,
    /// Belongs to the basic set (Richtwert), so that a first one is urgent in its season (law reference 5.3).
    pub essential: bool,
    /// Pregnancy, care, incontinence: never in donor or public reports below the total of all such things (law
    /// reference 2.4, rule 8).
    pub special: bool,
    /// A child may get it larger than other things: jackets two sizes, boots one (law reference 3.3).
    pub roomy: bool,
    /// Offered when somebody looks for a product. One that is switched off stays in the catalogue: pieces of it exist.
    pub active: bool,
}

impl Product {
    /// Whether pieces carry a size at all.
    pub fn is_sized(&self) -> bool {
        self.size_systems.iter().any(|used| used.system.is_sized())
    }

    pub fn essential_in(&self, month: i8) -> bool {
        self.essential && self.season.covers(month)
    }

    /// Whether a person who wears this cut can use some piece of the product.
    pub fn comes_in(&self, cut: Cut) -> bool {
        self.cuts.iter().any(|&offered| cut.takes(offered))
    }
}

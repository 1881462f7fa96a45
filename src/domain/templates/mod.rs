//! The needs templates: "Grundausstattung (Richtwert)". Rules of thumb that a town edits, never an entitlement.
//!
//! The numbers are data (`config/catalogue/templates.toml`), a proposal from the lists in the law reference, part 3.2.
//!
//! ```
//! use gabentisch::domain::catalogue::{Cut, Season};
//! use gabentisch::domain::templates::{AgeBand, Member, Templates};
//!
//! let child = Member { band: AgeBand::Child, cut: Cut::K, age_months: Some(8 * 12) };
//! let lines = Templates::shipped().for_member(&child, Season::Winter);
//! let boots = lines.iter().find(|line| line.products[0].as_str() == "winterschuhe").unwrap();
//! assert_eq!(boots.quantity, 1);
//! ```

mod age_band;
mod line;
mod pick;
mod reading;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::CatalogueError;
use super::catalogue::Catalogue;
use crate::texts::Words;

pub use age_band::AgeBand;
pub use line::{Line, Per, Renew};
pub use pick::{Home, Member};

stable_words! {
    /// The templates that there are. Which one serves a member follows from band and cut; pregnancy and school are chosen
    /// by hand, because nothing about a person says so.
    pub enum TemplateCode {
        AdultW = "adult_w",
        AdultM = "adult_m",
        Teen = "teen",
        Child = "child",
        ChildSmall = "child_small",
        Baby = "baby",
        Maternity = "maternity",
        SchoolStart = "school_start",
        SchoolYear = "school_year",
        HomePerson = "home_person",
        HomeHousehold = "home_household",
        Hygiene = "hygiene",
    }
}

/// One template as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    pub code: TemplateCode,
    pub names: Words,
    /// The sizes that a baby grows through; empty for everybody else.
    pub size_steps: Vec<String>,
    lines: Vec<line::TemplateLine>,
}

/// All templates, checked against the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Templates(BTreeMap<TemplateCode, Template>);

impl Templates {
    /// Reads a town's own `templates.toml`. The first wrong line is named.
    pub fn parse(toml: &str, catalogue: &Catalogue) -> Result<Templates, CatalogueError> {
        reading::read(toml, catalogue).map(Templates)
    }

    /// The templates that come with the program, for the catalogue that comes with it.
    pub fn shipped() -> &'static Templates {
        static SHIPPED: LazyLock<Templates> = LazyLock::new(|| {
            Templates::parse(include_str!("../../../config/catalogue/templates.toml"), Catalogue::shipped())
                .expect("the templates that are built in are tested")
        });
        &SHIPPED
    }

    /// A template by its code. Every code has one.
    pub fn get(&self, code: TemplateCode) -> &Template {
        &self.0[&code]
    }
}

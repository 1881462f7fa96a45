//! One line of a template: how many of what, and when again.

use std::fmt;
use std::str::FromStr;

use crate::domain::catalogue::{Cut, ProductCode, Season};

/// What somebody is reckoned to need (Richtwert).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// One product, or several that serve the same purpose: the quantity is for all of them together.
    pub products: Vec<ProductCode>,
    pub quantity: u16,
    pub renew: Renew,
    pub season: Season,
    /// One of the products is essential: the line counts double and may be urgent (law reference 5.3).
    pub essential: bool,
    /// Offered when somebody asks, not counted as missing.
    pub on_request: bool,
}

/// When the same quantity counts as needed again. Written `12`, `size` or `once`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Renew {
    Months(u16),
    /// When a baby has grown into the next size step.
    AtNextSize,
    Never,
}

impl fmt::Display for Renew {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Renew::Months(months) => write!(f, "{months}"),
            Renew::AtNextSize => f.pad("size"),
            Renew::Never => f.pad("once"),
        }
    }
}

/// A text that is neither a number of months nor `size` nor `once`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("renew \"{0}\" is neither a number of months nor \"size\" nor \"once\"")]
pub struct InvalidRenew(String);

impl FromStr for Renew {
    type Err = InvalidRenew;

    fn from_str(text: &str) -> Result<Renew, InvalidRenew> {
        match text {
            "size" => Ok(Renew::AtNextSize),
            "once" => Ok(Renew::Never),
            months => match months.parse() {
                Ok(months) if months > 0 => Ok(Renew::Months(months)),
                _ => Err(InvalidRenew(text.to_owned())),
            },
        }
    }
}

stable_words! {
    /// What a home's quantity is counted for.
    pub enum Per {
        Person = "person",
        /// A person who sleeps in a bed, not in a cot.
        Bed = "bed",
        Home = "home",
        Room = "room",
        /// A window that people can see into.
        Window = "window",
    }
}

/// A line as the file has it: not yet for anybody.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TemplateLine {
    /// Each with the cuts it comes in.
    pub products: Vec<(ProductCode, Vec<Cut>)>,
    pub quantity: u16,
    pub quantity_summer: Option<u16>,
    pub renew: Renew,
    pub season: Season,
    pub essential: bool,
    pub on_request: bool,
    pub from_months: u16,
    pub below_months: Option<u16>,
    pub per: Option<Per>,
    pub share: u16,
    pub spare: u16,
    /// From so many persons on, this quantity.
    pub large: Option<(u16, u16)>,
}

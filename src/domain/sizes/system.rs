//! The size systems by name, and which part of one a product uses.

use std::fmt;
use std::str::FromStr;

use crate::domain::UnknownWord;
use crate::domain::catalogue::Cut;

stable_words! {
    /// A way to write sizes (law reference 3.3). A text is read in this order where nothing says which system is meant.
    pub enum SizeSystem {
        /// Body height of babies and children in cm.
        BK = "BK",
        /// Letters, XXS to 5XL.
        AL = "AL",
        /// Women's sizes, German.
        WN = "WN",
        /// Men's sizes, German.
        MN = "MN",
        /// Shoes, EU.
        SH = "SH",
        SO = "SO",
        /// Jeans in inches, waist and length.
        JW = "JW",
        /// Men's collar in cm.
        MC = "MC",
        /// Bras, EU.
        BR = "BR",
        /// Head in cm.
        HT = "HT",
        GL = "GL",
        /// Babies' sleeping bags in cm.
        SL = "SL",
        /// Nappies.
        DI = "DI",
        /// Duvets and their covers.
        BL = "BL",
        /// Pillows.
        PI = "PI",
        /// Beds, mattresses, sheets.
        MA = "MA",
        TW = "TW",
        /// Child seats after R129, body height in cm.
        CS = "CS",
        /// Wheels in inches.
        BI = "BI",
        /// Age from years.
        AG = "AG",
        /// Belts in cm.
        BE = "BE",
        /// Width × height in cm.
        CU = "CU",
        /// Diameter in cm.
        PO = "PO",
        /// Electric and checked; has no sizes.
        EL = "EL",
        /// Has no sizes.
        NO = "NO",
    }
}

/// How the sizes of a system are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One of a list: `104`, `M`; perhaps two neighbours at once, `50/56`.
    List,
    /// One of a list of ranges: `39-42`.
    Ranges,
    /// One of a list of areas: `140x200`.
    Areas,
    /// `W32/L34`, or only `W32`.
    Jeans,
    /// `75B`.
    Bra,
    /// Any whole number between two bounds.
    Number,
    /// Any width and height between two bounds.
    AnyArea,
    None,
}

impl SizeSystem {
    pub fn is_sized(self) -> bool {
        self.shape() != Shape::None
    }

    pub(super) fn shape(self) -> Shape {
        use SizeSystem::*;
        match self {
            BK | AL | WN | MN | SH | MC | SL | DI | BI | AG => Shape::List,
            SO | HT | GL | CS => Shape::Ranges,
            BL | PI | MA | TW => Shape::Areas,
            JW => Shape::Jeans,
            BR => Shape::Bra,
            BE | PO => Shape::Number,
            CU => Shape::AnyArea,
            EL | NO => Shape::None,
        }
    }

    /// Whether pieces of this cut may carry sizes of this system. Children's clothes have heights or letters, never
    /// adults' numbers.
    pub fn suits(self, cut: Cut) -> bool {
        use SizeSystem::*;
        match self {
            BK => matches!(cut, Cut::K | Cut::B | Cut::U),
            WN | BR => matches!(cut, Cut::W | Cut::U),
            MN | MC => matches!(cut, Cut::M | Cut::U),
            JW => matches!(cut, Cut::W | Cut::M | Cut::U),
            AL => cut != Cut::B,
            _ => true,
        }
    }
}

/// A size system as a product uses it: whole, or only a part of it. Written `AL` or `BK44-98`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SizeUse {
    pub system: SizeSystem,
    /// The smallest and the largest size, both included.
    pub bounds: Option<(u16, u16)>,
}

/// A text that names no size system, or bounds that make no sense.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSizeUse {
    #[error(transparent)]
    System(#[from] UnknownWord),
    #[error("\"{0}\" does not end in two numbers, the smaller first, as in BK44-98")]
    Bounds(String),
}

impl FromStr for SizeUse {
    type Err = InvalidSizeUse;

    fn from_str(text: &str) -> Result<SizeUse, InvalidSizeUse> {
        let end = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
        let (system, bounds) = text.split_at(end);
        let system: SizeSystem = system.parse()?;
        if bounds.is_empty() {
            return Ok(SizeUse { system, bounds: None });
        }
        let invalid = || InvalidSizeUse::Bounds(text.to_owned());
        let (from, to) = bounds.split_once('-').ok_or_else(invalid)?;
        match (from.parse(), to.parse()) {
            (Ok(from), Ok(to)) if from < to => Ok(SizeUse { system, bounds: Some((from, to)) }),
            _ => Err(invalid()),
        }
    }
}

impl fmt::Display for SizeUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bounds {
            None => write!(f, "{}", self.system),
            Some((from, to)) => write!(f, "{}{from}-{to}", self.system),
        }
    }
}

impl serde::Serialize for SizeUse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for SizeUse {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<SizeUse, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_use_is_written_as_it_is_read() {
        for text in ["AL", "BK", "BK44-98", "BK56-98"] {
            assert_eq!(text.parse::<SizeUse>().unwrap().to_string(), text);
        }
        for text in ["", "XX", "BK44", "BK98-44", "BK44-", "44-98", "BK44-98-1"] {
            assert!(text.parse::<SizeUse>().is_err(), "{text}");
        }
    }
}

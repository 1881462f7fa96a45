//! One size as it stands on a label.

use std::cmp::Ordering;
use std::fmt;

use super::SizeSystem;

/// A size that [`Sizes`](super::Sizes) has read. The database stores its label; product and cut say how to read it again.
///
/// Sizes are in the order of lists: by system, then from small to large. Not a measurement of a person.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    system: SizeSystem,
    label: String,
    /// What the label covers. Lists, ranges and areas: twice the place in the list, from … to, so that a half size lies
    /// between two places. Jeans: waist and length, the length 0 where the label does not say. Bras: places of band and
    /// cup. Free sizes: the numbers.
    span: (u16, u16),
}

impl Size {
    pub(super) fn new(system: SizeSystem, label: impl Into<String>, span: (u16, u16)) -> Size {
        Size { system, label: label.into(), span }
    }

    pub fn system(&self) -> SizeSystem {
        self.system
    }

    /// What stands on the label, in the one spelling that the database keeps: `104`, `50/56`, `W32/L34`, `140x200`.
    pub fn label(&self) -> &str {
        &self.label
    }

    pub(super) fn span(&self) -> (u16, u16) {
        self.span
    }

    /// Whether the two have a size in common, where one label covers several.
    pub(super) fn overlaps(&self, other: &Size) -> bool {
        self.system == other.system && self.span.0 <= other.span.1 && other.span.0 <= self.span.1
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.label)
    }
}

impl serde::Serialize for Size {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.label)
    }
}

impl Ord for Size {
    fn cmp(&self, other: &Size) -> Ordering {
        (self.system, self.span, &self.label).cmp(&(other.system, other.span, &other.label))
    }
}

impl PartialOrd for Size {
    fn partial_cmp(&self, other: &Size) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

//! How a text looks: size, weight, side, colour.

use crate::paper::letters::Face;
use crate::paper::millimetres;
use crate::paper::pdf::Ink;

pub(super) const BLACK: Ink = (0, 0, 0);
/// Of lines and footers; still 4.5:1 on white.
pub(super) const GREY: Ink = (95, 95, 95);

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    #[default]
    Regular,
    Bold,
}

/// Where a text stands in its column; `Start` is the left in a language from left to right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Start,
    Centre,
    End,
}

/// How a text looks. Begin with [`Text::body`] and change what differs: `Text::body().bold().after(4.0)`.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// Type size in pt.
    pub pt: f64,
    pub weight: Weight,
    pub align: Align,
    pub ink: Ink,
    /// From one line to the next, as a part of the type size.
    pub leading: f64,
    /// Room below the paragraph, in mm.
    pub after: f64,
    /// Room before the paragraph's column, in mm.
    pub indent: f64,
    /// Room that has to follow on the same page, in mm: a heading never stands alone at a page's end.
    pub keep: f64,
}

impl Text {
    /// Running text, 10 pt.
    pub const fn body() -> Text {
        Text {
            pt: 10.0,
            weight: Weight::Regular,
            align: Align::Start,
            ink: BLACK,
            leading: 1.35,
            after: 0.0,
            indent: 0.0,
            keep: 0.0,
        }
    }

    /// Notes and footers, 8 pt, grey.
    pub const fn small() -> Text {
        Text { pt: 8.0, ink: GREY, ..Text::body() }
    }

    /// The title of a paper, 18 pt, bold.
    pub const fn title() -> Text {
        Text { pt: 18.0, weight: Weight::Bold, leading: 1.25, after: 2.0, keep: 10.0, ..Text::body() }
    }

    /// A heading within a paper, 12 pt, bold.
    pub const fn heading() -> Text {
        Text { pt: 12.0, weight: Weight::Bold, after: 1.5, keep: 15.0, ..Text::body() }
    }

    pub const fn bold(self) -> Text {
        Text { weight: Weight::Bold, ..self }
    }

    /// Another type size, in pt.
    pub const fn size(self, pt: f64) -> Text {
        Text { pt, ..self }
    }

    pub const fn align(self, align: Align) -> Text {
        Text { align, ..self }
    }

    pub const fn ink(self, ink: Ink) -> Text {
        Text { ink, ..self }
    }

    pub const fn after(self, after: f64) -> Text {
        Text { after, ..self }
    }

    pub const fn indent(self, indent: f64) -> Text {
        Text { indent, ..self }
    }

    pub const fn leading(self, leading: f64) -> Text {
        Text { leading, ..self }
    }

    /// From one line to the next, in mm.
    pub fn lead(&self) -> f64 {
        millimetres(self.pt * self.leading)
    }

    pub(super) fn face(&self) -> Face {
        match self.weight {
            Weight::Regular => Face::Regular,
            Weight::Bold => Face::Bold,
        }
    }
}

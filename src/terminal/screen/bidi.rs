//! Right-to-left on a screen: lines in visual order, in the explicit mode of ECMA-48 (`CSI 8 l`), in which a terminal leaves
//! the order alone.

use ratatui::layout::Alignment;
use ratatui::text::{Line, Span};

pub use crate::texts::bidi::{Way, has_arabic, is_mark};

/// Asks the terminal not to reorder, and at the end to do again what it did before.
pub const EXPLICIT: &str = "\x1b[8l";
pub const IMPLICIT: &str = "\x1b[8h";

/// Columns that a text takes, once joined and without the marks that only steer its direction.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    Span::raw(crate::texts::bidi::shaped(text)).width()
}

/// A line of spans in reading order, as it stands on the screen: the first span of a line from right to left is its last.
pub fn turned_line(way: Way, line: Line<'_>) -> Line<'_> {
    if way == Way::LeftToRight {
        return line;
    }
    let turn = |span: Span<'_>| Span::styled(way.visual(&span.content).into_owned(), span.style);
    let spans: Vec<Span<'_>> = line.spans.into_iter().rev().map(turn).collect();
    Line { spans, alignment: line.alignment.or(Some(Alignment::Right)), style: line.style }
}

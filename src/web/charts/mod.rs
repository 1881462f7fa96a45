//! Pictures of numbers, drawn by the server: SVG without a script and without styles of its own.
//!
//! Widths are percent and heights are pixels, so a picture fills its place and its words keep their size, on a phone as on
//! a wall. Parts differ by colour (classes `c-1` … in `charts.css`) and by pattern, so that they can be told apart in grey.
//! Charts run left to right in every language. The numbers themselves stand in a table beside the picture.

mod columns;
mod rows;
mod scale;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

pub(in crate::web) use columns::{Columns, Point};
pub(in crate::web) use rows::{ChartRow, Rows};

/// One series of a picture and its place in the legend.
pub(in crate::web) struct Key {
    pub name: String,
    /// The drawn sample for the legend.
    pub sample: String,
}

/// Names and looks of the series of one picture. The first is plain, the others have patterns.
pub(in crate::web) fn legend(id: &str, names: &[String]) -> Vec<Key> {
    let key = |(at, name): (usize, &String)| Key {
        name: name.clone(),
        sample: format!(
            "<svg class=\"c-key\" width=\"16\" height=\"16\" aria-hidden=\"true\"><rect width=\"16\" height=\"16\" rx=\"3\" {}/></svg>",
            look(id, at)
        ),
    };
    names.iter().enumerate().map(key).collect()
}

/// How the bars of a series look.
fn look(id: &str, series: usize) -> String {
    match series {
        0 => "class=\"c-1\"".to_owned(),
        _ => format!("fill=\"url(#{id}-{})\"", series + 1),
    }
}

/// The patterns of the second, third and fourth series: stripes, dots, and lines across.
fn patterns(out: &mut String, id: &str, series: usize) {
    const MARKS: [&str; 3] = [
        "<path class=\"c-mark\" d=\"M-1 1l2-2M0 6l6-6M5 7l2-2\"/>",
        "<circle class=\"c-dot\" cx=\"3\" cy=\"3\" r=\"1.4\"/>",
        "<path class=\"c-mark\" d=\"M0 3h6\"/>",
    ];
    if series < 2 {
        return;
    }
    out.push_str("<defs>");
    for (number, mark) in (2..=series).zip(MARKS) {
        let _ = write!(
            out,
            "<pattern id=\"{id}-{number}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
             <rect class=\"c-{number}\" width=\"6\" height=\"6\"/>{mark}</pattern>"
        );
    }
    out.push_str("</defs>");
}

/// The beginning of a picture: its size, its name and what it shows.
fn open(out: &mut String, id: &str, role: &str, high: i64, title: &str, about: &str) {
    let _ = write!(
        out,
        "<svg class=\"c-svg\" direction=\"ltr\" width=\"100%\" height=\"{high}\" role=\"{role}\" \
         aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\">\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
        escape(title),
        escape(about)
    );
}

/// Text as it may stand in SVG.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A length with at most two decimals.
fn short(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

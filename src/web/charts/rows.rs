//! Lying bars, one below the other: a name, a number, and a bar in its parts. A bar can lead to the list behind it.

use std::fmt::Write as _;

use super::scale::grouped;
use super::{escape, look, open, patterns, short};

/// Height of a row: what a finger hits.
const ROW: i64 = 44;
/// Characters of a name that fit on a phone beside the number.
const NAME: usize = 30;

pub(in crate::web) struct Rows<'c> {
    /// Unique on the page.
    pub id: &'c str,
    pub title: &'c str,
    pub about: &'c str,
    pub series: &'c [String],
    pub rows: Vec<ChartRow>,
}

pub(in crate::web) struct ChartRow {
    pub name: String,
    /// A number for each series, which together are the bar.
    pub parts: Vec<i64>,
    /// The list behind it; empty when there is none.
    pub href: String,
}

impl ChartRow {
    fn total(&self) -> i128 {
        self.parts.iter().map(|part| i128::from(*part)).sum()
    }
}

impl Rows<'_> {
    pub fn draw(&self) -> String {
        let most = self.rows.iter().map(ChartRow::total).max().unwrap_or_default().max(1);
        // A picture whose bars are links is no single image: its links must be found.
        let role = if self.rows.iter().any(|row| !row.href.is_empty()) { "group" } else { "img" };
        let mut out = String::new();
        out.push_str("<div class=\"chart chart-rows\" dir=\"ltr\">");
        open(&mut out, self.id, role, ROW * self.rows.len().max(1) as i64, self.title, self.about);
        patterns(&mut out, self.id, self.series.len());
        for (at, row) in self.rows.iter().enumerate() {
            self.row(&mut out, ROW * at as i64, most, row);
        }
        out.push_str("</svg></div>");
        out
    }

    fn row(&self, out: &mut String, top: i64, most: i128, row: &ChartRow) {
        let parts = self.series.iter().zip(&row.parts).filter(|(_, part)| **part > 0);
        let parts: Vec<String> = parts.map(|(name, part)| format!("{} {name}", grouped((*part).into()))).collect();
        let parts = if parts.is_empty() { "0".to_owned() } else { parts.join(", ") };
        let said = escape(&format!("{}: {parts}", row.name));
        match row.href.as_str() {
            "" => out.push_str("<g>"),
            href => {
                let _ = write!(out, "<a href=\"{}\">", escape(href));
            }
        }
        let _ = write!(
            out,
            "<title>{said}</title><rect class=\"c-hit\" x=\"0\" y=\"{top}\" width=\"100%\" height=\"{ROW}\"/>\
             <text class=\"c-name\" x=\"0\" y=\"{}\">{}</text>\
             <text class=\"c-number\" x=\"100%\" y=\"{}\" text-anchor=\"end\">{}</text>\
             <rect class=\"c-track\" x=\"0\" y=\"{}\" width=\"100%\" height=\"11\"/>",
            top + 17,
            escape(&clipped(&row.name)),
            top + 17,
            grouped(row.total()),
            top + 22
        );
        let mut left = 0.0;
        for (series, part) in row.parts.iter().enumerate().filter(|(_, part)| **part > 0) {
            let wide = (*part as f64 * 100.0 / most as f64).max(0.4).min(100.0 - left);
            let _ = write!(
                out,
                "<rect {} x=\"{}%\" y=\"{}\" width=\"{}%\" height=\"11\"/>",
                look(self.id, series),
                short(left),
                top + 22,
                short(wide)
            );
            left += wide;
        }
        out.push_str(if row.href.is_empty() { "</g>" } else { "</a>" });
    }
}

fn clipped(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    name.chars().take(NAME - 1).collect::<String>().trim_end().to_owned() + "…"
}

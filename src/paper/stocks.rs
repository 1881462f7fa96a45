//! Label stocks: the sheets and rolls we know to the hundredth of a millimetre, one file each in `labels/`.

use std::sync::OnceLock;

use serde::Deserialize;

use super::{MM_PER_INCH, layout};
use crate::qr::draw::{QUIET_ZONE, SIDE};

/// Width and height of A4 in mm (ISO 216).
const A4: (f64, f64) = (210.0, 297.0);

/// How far the left and right (top and bottom) edges of a sheet may differ, in mm. Published tables that are off by more
/// have turned out wrong.
const LOPSIDED: f64 = 1.0;

/// One kind of label paper: its die-cut shape and what we print on each label. Lengths in mm.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stock {
    /// The maker's number, which is how people ask for it.
    pub name: String,
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it is, in two or three words.
    pub title: String,
    pub page: Page,
    /// The edges are known to differ by more than a millimetre.
    #[serde(default)]
    pub asymmetric: bool,
    pub label: Label,
    pub print: Print,
}

/// What goes through the printer at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Page {
    A4,
    /// One label after the other; the page is the label.
    Roll,
}

/// The die-cut label and where the labels lie on the page, in mm.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    pub width: f64,
    pub height: f64,
    /// Radius of the corners.
    #[serde(default)]
    pub corner: f64,
    #[serde(default = "one")]
    pub columns: usize,
    #[serde(default = "one")]
    pub rows: usize,
    /// Left and top edge of the first label.
    #[serde(default)]
    pub left: f64,
    #[serde(default)]
    pub top: f64,
    /// From the left (top) edge of one label to the next.
    #[serde(default)]
    pub across: f64,
    #[serde(default)]
    pub down: f64,
}

/// What is printed on a label, and how finely.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Print {
    /// Dots per inch of the printer that the module size is made for.
    pub dpi: f64,
    /// Side of one QR module in these dots: whole dots, so that no module is wider than another.
    pub module_dots: u32,
    /// What must stay empty at the sides and at top and bottom of each label, in mm.
    pub margin: [f64; 2],
    /// Where the text stands, seen from the square.
    pub text: Side,
    /// Over how many lines the three groups of the code go: 1 or 3.
    #[serde(default = "one")]
    pub code_rows: usize,
    /// Type size of the code and of the further lines, in pt.
    pub code_pt: f64,
    pub line_pt: f64,
    /// How many further lines (product, room …) there is space for.
    pub lines: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Right,
    Below,
}

fn one() -> usize {
    1
}

/// Why a stock file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum StockError {
    #[error("{0}")]
    Syntax(#[from] toml::de::Error),
    #[error("{name}: {what}")]
    Geometry { name: String, what: String },
}

#[derive(rust_embed::RustEmbed)]
#[folder = "labels/"]
struct Files;

/// All stocks that come with the program, ordered by name.
pub fn all() -> &'static [Stock] {
    static STOCKS: OnceLock<Vec<Stock>> = OnceLock::new();
    STOCKS.get_or_init(|| {
        // A file that does not parse fails the test below, so nothing is ever left out of a released program.
        let mut stocks: Vec<Stock> = embedded().filter_map(|(_, text)| parse(&text).ok()).collect();
        stocks.sort_by(|a, b| a.name.cmp(&b.name));
        stocks
    })
}

/// The stock with this name or alias, in upper or lower case, with or without spaces.
pub fn find(name: &str) -> Option<&'static Stock> {
    let wanted = folded(name);
    let names = |stock: &Stock| folded(&stock.name) == wanted || stock.aliases.iter().any(|a| folded(a) == wanted);
    all().iter().find(|stock| names(stock))
}

/// Reads and checks one stock file.
///
/// # Errors
/// Unknown keys, labels outside the page, lopsided edges, or a print that does not fit on the label.
pub fn parse(text: &str) -> Result<Stock, StockError> {
    let stock: Stock = toml::from_str(text)?;
    match stock.fault() {
        Some(what) => Err(StockError::Geometry { name: stock.name, what }),
        None => Ok(stock),
    }
}

impl Stock {
    /// Width and height of the page in mm.
    pub fn page_size(&self) -> (f64, f64) {
        match self.page {
            Page::A4 => A4,
            Page::Roll => (self.label.width, self.label.height),
        }
    }

    /// How many labels one page holds.
    pub fn per_page(&self) -> usize {
        self.label.columns * self.label.rows
    }

    /// Side of one QR module in mm.
    pub fn module(&self) -> f64 {
        f64::from(self.print.module_dots) / self.print.dpi * MM_PER_INCH
    }

    /// Dots per inch of pictures of this stock: a roll's printer takes them dot by dot, and for a sheet 300 are enough.
    pub fn picture_dpi(&self) -> f64 {
        match self.page {
            Page::A4 => 300.0,
            Page::Roll => self.print.dpi,
        }
    }

    /// Side of the square with its quiet zone in mm.
    pub fn square(&self) -> f64 {
        f64::from(SIDE + 2 * QUIET_ZONE) * self.module()
    }

    /// The first thing that is wrong with the numbers.
    fn fault(&self) -> Option<String> {
        let Label { width, height, columns, rows, left, top, across, down, .. } = self.label;
        let print = &self.print;
        if columns == 0 || rows == 0 || width <= 0.0 || height <= 0.0 || print.module_dots == 0 || print.dpi <= 0.0 {
            return Some("a label needs a size, columns, rows and a module size".to_owned());
        }
        if ![1, 3].contains(&print.code_rows) {
            return Some("code_rows is 1 or 3".to_owned());
        }
        let (page_width, page_height) = self.page_size();
        let right = page_width - left - across * (columns - 1) as f64 - width;
        let bottom = page_height - top - down * (rows - 1) as f64 - height;
        if [left, top, right, bottom].iter().any(|edge| *edge < -1e-6) {
            return Some(format!(
                "labels lie outside the page: {right:.2} mm left over at the right, {bottom:.2} below"
            ));
        }
        if (columns > 1 && across < width) || (rows > 1 && down < height) {
            return Some("labels overlap".to_owned());
        }
        if !self.asymmetric && ((left - right).abs() > LOPSIDED || (top - bottom).abs() > LOPSIDED) {
            return Some(format!("edges differ: left {left}, right {right:.2}, top {top}, bottom {bottom:.2} mm"));
        }
        let dots = f64::from(print.module_dots) * self.picture_dpi() / print.dpi;
        if (dots - dots.round()).abs() > 1e-6 {
            return Some(format!("a module has {dots} dots at {} dpi: make it whole", self.picture_dpi()));
        }
        if self.square() > width.min(height) {
            return Some(format!("the square needs {:.1} mm with its quiet zone", self.square()));
        }
        layout::overflow(self)
    }
}

fn folded(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Name and text of each embedded stock file; folders below `labels/` hold other things.
fn embedded() -> impl Iterator<Item = (String, String)> {
    Files::iter().filter(|path| path.ends_with(".toml") && !path.contains('/')).filter_map(|path| {
        let text = String::from_utf8(Files::get(&path)?.data.into_owned()).ok()?;
        Some((path.into_owned(), text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_valid_and_named_like_its_stock() {
        for (path, text) in embedded() {
            let stock = parse(&text).unwrap_or_else(|error| panic!("labels/{path}: {error}"));
            assert_eq!(path, format!("{}.toml", stock.name));
        }
        assert_eq!(all().len(), embedded().count());
    }

    #[test]
    fn no_name_means_two_stocks() {
        let mut names: Vec<String> =
            all().iter().flat_map(|s| s.aliases.iter().chain([&s.name])).map(|n| folded(n)).collect();
        names.sort();
        let mut once = names.clone();
        once.dedup();
        assert_eq!(names, once);
    }

    #[test]
    fn stocks_are_found_by_name_and_alias() {
        for name in ["l4736rev", "L7636", "herma 4346", "HERMA4346"] {
            assert_eq!(find(name).map(|stock| stock.name.as_str()), Some("L4736REV"), "{name}");
        }
        for name in ["3475", "Zweckform 3475", "3490"] {
            assert_eq!(find(name).map(|stock| stock.name.as_str()), Some("3475"), "{name}");
        }
        let counts = [
            ("L4736REV", 48),
            ("L4731REV", 189),
            ("L7160", 21),
            ("L7163", 14),
            ("3475", 24),
            ("3474", 24),
            ("57x32", 1),
        ];
        for (name, labels) in counts {
            assert_eq!(find(name).map(Stock::per_page), Some(labels), "{name}");
        }
        assert!(find("").is_none() && find("L4736").is_none());
    }

    /// Mistakes that stand in published tables.
    #[test]
    fn wrong_tables_are_refused() {
        let good = String::from_utf8(Files::get("3475.toml").unwrap().data.into_owned()).unwrap();
        for (right, wrong, says) in [
            ("rows = 8", "rows = 10", "outside the page"),
            ("top = 4.5", "top = 1.0", "edges differ"),
            ("across = 70.0", "across = 69.0", "overlap"),
            ("module_dots = 18", "module_dots = 17", "whole"),
            ("module_dots = 18", "module_dots = 40", "square"),
            ("code_pt = 13.0", "code_pt = 23.0", "text"),
            ("rows = 8", "raws = 8", "unknown field"),
        ] {
            assert!(good.contains(right), "{right}");
            let error = parse(&good.replace(right, wrong)).expect_err(wrong).to_string();
            assert!(error.contains(says), "{wrong}: {error}");
        }
        assert!(
            parse(&good.replace("page = \"a4\"", "page = \"a4\"\nasymmetric = true").replace("top = 4.5", "top = 1.0"))
                .is_ok()
        );
    }
}

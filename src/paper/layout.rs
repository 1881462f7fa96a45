//! Where everything stands: pages, labels, squares and lines of text, in mm from the top left corner of the page.

use super::labels::{LabelText, Sheet};
use super::stocks::{Side, Stock};
use super::{MM_PER_INCH, font, millimetres};
use crate::qr::draw::{QUIET_ZONE, SIDE};

/// One printed label: which page it is on and where its parts stand, with the printer's correction applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Counted from 0.
    pub page: usize,
    /// Left and top edge of the die-cut label.
    pub corner: (f64, f64),
    /// Left and top edge of the symbol without its quiet zone, on a whole dot of the printer.
    pub symbol: (f64, f64),
    pub lines: Vec<Line>,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub text: String,
    /// Where the first character begins, and the line on which capitals stand, in mm.
    pub x: f64,
    pub baseline: f64,
    /// Type size in pt.
    pub pt: f64,
}

/// How many pages these labels take when the first one is label `start_at` of the first page.
pub fn page_count(stock: &Stock, labels: usize, start_at: usize) -> usize {
    (start_at - 1 + labels).div_ceil(stock.per_page())
}

/// The place of the label with this index in the list.
pub fn place(sheet: &Sheet, index: usize) -> Place {
    let stock = sheet.stock;
    let at = sheet.start_at() - 1 + index;
    let (page, on_page) = (at / stock.per_page(), at % stock.per_page());
    let (left, top) = corner(stock, on_page);
    let correct = |x: f64, y: f64| sheet.profile.correct(left + x, top + y);
    let arranged = arrange(stock, &sheet.labels[index]);
    let lines = arranged.lines.into_iter().map(|line| {
        let (x, baseline) = correct(line.x, line.baseline);
        Line { x, baseline, ..line }
    });
    let symbol = correct(arranged.symbol.0, arranged.symbol.1);
    Place {
        page,
        corner: correct(0.0, 0.0),
        symbol: (on_a_dot(stock, symbol.0), on_a_dot(stock, symbol.1)),
        lines: lines.collect(),
    }
}

/// Left and top edge of the label with this number on its page, counted from 0, row by row.
pub fn corner(stock: &Stock, on_page: usize) -> (f64, f64) {
    let (row, column) = (on_page / stock.label.columns, on_page % stock.label.columns);
    (stock.label.left + column as f64 * stock.label.across, stock.label.top + row as f64 * stock.label.down)
}

fn on_a_dot(stock: &Stock, mm: f64) -> f64 {
    let dot = MM_PER_INCH / stock.picture_dpi();
    (mm / dot).round() * dot
}

/// The parts of one label, in mm from its own top left corner.
struct Arranged {
    symbol: (f64, f64),
    lines: Vec<Line>,
}

/// Puts the square and the text on a label so that the ink, not the white around it, is in the middle.
fn arrange(stock: &Stock, label: &LabelText) -> Arranged {
    let print = &stock.print;
    let module = stock.module();
    let (side, quiet) = (module * f64::from(SIDE), module * f64::from(QUIET_ZONE));
    let (width, height) = (stock.label.width, stock.label.height);
    let (edge_x, edge_y) = (quiet.max(print.margin[0]), quiet.max(print.margin[1]));

    let rows = rows(stock, label);
    let tall = text_height(stock, &rows);
    let widest = code_width(stock);
    let (symbol, text_left, text_top) = match print.text {
        Side::Right => {
            let left = ((width - side - quiet - widest) / 2.0).max(edge_x);
            ((left, (height - side) / 2.0), left + side + quiet, (height - tall) / 2.0)
        }
        Side::Below => {
            let top = ((height - side - quiet - tall) / 2.0).max(edge_y);
            (((width - side) / 2.0, top), print.margin[0], top + side + quiet)
        }
    };
    let space = width - print.margin[0] - text_left;
    let mut lines: Vec<Line> = Vec::with_capacity(rows.len());
    for (text, pt) in rows {
        let text = shortened(&text, space, pt);
        let x = match print.text {
            Side::Right => text_left,
            Side::Below => (width - text_width(&text, pt)) / 2.0,
        };
        let baseline = match lines.last() {
            None => text_top + millimetres(pt * font::CAPITALS),
            Some(above) => above.baseline + lead(stock, above.pt, pt),
        };
        lines.push(Line { text, x, baseline, pt });
    }
    Arranged { symbol, lines }
}

/// What stands in each line of text and how large it is, the code first.
fn rows(stock: &Stock, label: &LabelText) -> Vec<(String, f64)> {
    let printed = label.code.printed();
    let code: Vec<&str> = if stock.print.code_rows == 1 { vec![&printed] } else { printed.split(' ').collect() };
    let code = code.into_iter().map(|text| (text.to_owned(), stock.print.code_pt));
    let further = label.lines.iter().take(stock.print.lines).map(|text| (font::printable(text), stock.print.line_pt));
    code.chain(further).collect()
}

/// From one baseline to the next, in mm: the rows of a code stand closer, and a change of size gets a little more air.
fn lead(stock: &Stock, above_pt: f64, pt: f64) -> f64 {
    let leading = match (above_pt == pt, pt == stock.print.code_pt) {
        (true, true) => font::LEADING_OF_CAPITALS,
        (true, false) => font::LEADING,
        (false, _) => font::LEADING + 0.3,
    };
    millimetres(pt * leading)
}

/// From the top of the first line's capitals to the last baseline, in mm.
fn text_height(stock: &Stock, rows: &[(String, f64)]) -> f64 {
    let first = rows.first().map_or(0.0, |(_, pt)| millimetres(pt * font::CAPITALS));
    first + rows.windows(2).map(|pair| lead(stock, pair[0].1, pair[1].1)).sum::<f64>()
}

fn text_width(text: &str, pt: f64) -> f64 {
    millimetres(text.chars().count() as f64 * font::ADVANCE * pt)
}

fn code_width(stock: &Stock) -> f64 {
    let widest = if stock.print.code_rows == 1 { "A7F 39M XT4E" } else { "XT4E" };
    text_width(widest, stock.print.code_pt)
}

/// The text, cut to the space in mm with an ellipsis.
fn shortened(text: &str, space: f64, pt: f64) -> String {
    let most = (space / text_width("0", pt) + 1e-6).max(0.0) as usize;
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(most.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short + "…"
}

/// What does not fit on a label of this stock with all its lines, if anything.
pub(super) fn overflow(stock: &Stock) -> Option<String> {
    let print = &stock.print;
    let pts = vec![(String::new(), print.code_pt); print.code_rows].into_iter();
    let tall = text_height(stock, &pts.chain(vec![(String::new(), print.line_pt); print.lines]).collect::<Vec<_>>());
    let module = stock.module();
    let (side, quiet) = (module * f64::from(SIDE), module * f64::from(QUIET_ZONE));
    let (edge_x, edge_y) = (quiet.max(print.margin[0]), quiet.max(print.margin[1]));
    let (needs_width, needs_height) = match print.text {
        Side::Right => {
            (edge_x + side + quiet + code_width(stock) + print.margin[0], tall.max(side) + 2.0 * print.margin[1])
        }
        Side::Below => (code_width(stock) + 2.0 * print.margin[0], edge_y + side + quiet + tall + print.margin[1]),
    };
    if needs_width > stock.label.width + 1e-6 {
        return Some(format!("square and text need a width of {needs_width:.2} mm"));
    }
    if needs_height > stock.label.height + 1e-6 {
        return Some(format!("square and text need a height of {needs_height:.2} mm"));
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::*;
    use crate::codes::{Code, Kind};
    use crate::paper::stocks;

    fn label(seed: u64, lines: &[&str]) -> LabelText {
        let code = Code::draw(Kind::Item, &mut StdRng::seed_from_u64(seed));
        LabelText { code, lines: lines.iter().map(|line| (*line).to_owned()).collect() }
    }

    proptest! {
        #[test]
        fn ink_stays_on_its_label(stock in 0..stocks::all().len(), seed in any::<u64>(), lines in prop::collection::vec(".{0,60}", 0..5)) {
            let stock = &stocks::all()[stock];
            let mut label = label(seed, &[]);
            label.lines = lines;
            let arranged = arrange(stock, &label);
            let (x, y) = arranged.symbol;
            let quiet = stock.module() * 4.0;
            let side = stock.module() * 21.0;
            prop_assert!(x >= quiet - 1e-6 && y >= quiet - 1e-6);
            prop_assert!(x + side + quiet <= stock.label.width + 1e-6 && y + side + quiet <= stock.label.height + 1e-6);
            for line in &arranged.lines {
                let end = line.x + text_width(&line.text, line.pt);
                prop_assert!(line.x >= 0.0 && end <= stock.label.width - stock.print.margin[0] + 1e-6, "{line:?}");
                prop_assert!(line.baseline <= stock.label.height - stock.print.margin[1] + 1e-6, "{line:?}");
                let (beside, below) = (line.x >= x + side + quiet - 1e-6, line.baseline >= y + side + quiet - 1e-6);
                prop_assert!(beside || below, "{line:?} is in the quiet zone");
            }
        }

        #[test]
        fn labels_follow_row_by_row_without_a_gap(stock in 0..stocks::all().len(), count in 1..200usize, start in 0..1000usize) {
            let stock = &stocks::all()[stock];
            let start_at = start % stock.per_page() + 1;
            let labels: Vec<LabelText> = (0..count as u64).map(|seed| label(seed, &[])).collect();
            let sheet = Sheet::new(stock, &labels).starting_at(start_at).unwrap();
            let places: Vec<Place> = (0..count).map(|index| place(&sheet, index)).collect();
            prop_assert_eq!(places[0].corner, corner(stock, start_at - 1));
            prop_assert_eq!(places[count - 1].page + 1, page_count(stock, count, start_at));
            for pair in places.windows(2) {
                let after = (pair[1].page, pair[1].corner.1, pair[1].corner.0);
                prop_assert!(after > (pair[0].page, pair[0].corner.1, pair[0].corner.0));
            }
        }
    }

    #[test]
    fn squares_begin_on_whole_dots() {
        let labels = [label(1, &[])];
        for stock in stocks::all() {
            let dot = MM_PER_INCH / stock.picture_dpi();
            let (x, y) = place(&Sheet::new(stock, &labels), 0).symbol;
            for mm in [x, y, stock.module()] {
                assert!((mm / dot - (mm / dot).round()).abs() < 1e-6, "{}: {mm}", stock.name);
            }
        }
    }

    #[test]
    fn long_lines_end_in_an_ellipsis() {
        let long = label(1, &["Winterjacke mit Kapuze und sehr vielen Taschen", "Gr. 104"]);
        let stock = stocks::find("L4736REV").unwrap();
        let lines = arrange(stock, &long).lines;
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[0].text, long.code.printed());
        assert!(lines[1].text.starts_with("Winterjacke") && lines[1].text.ends_with('…'), "{}", lines[1].text);
        assert_eq!(lines[2].text, "Gr. 104");
        let small = arrange(stocks::find("L4731REV").unwrap(), &long).lines;
        assert_eq!(small.iter().map(|line| line.text.chars().count()).collect::<Vec<_>>(), [3, 3, 4]);
    }
}

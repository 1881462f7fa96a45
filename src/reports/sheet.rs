//! Tables as CSV that opens in a German spreadsheet: semicolons, UTF-8 with a mark, and no cell that calculates.

use crate::domain::without_direction;

/// A spreadsheet takes a cell that begins with one of these for a formula (OWASP, CSV Injection), the wide ones of East Asian
/// keyboards among them.
const FORMULA: [char; 12] = ['=', '+', '-', '@', '|', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Writes the rows. What a person typed can become no formula.
pub(super) fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    format!("\u{feff}{}", lines(rows))
}

/// The same without the mark that a file begins with: rows in the middle of one.
pub fn lines(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing into memory does not fail.
        let _ = writer.write_record(row.iter().map(|cell| harmless(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn harmless(cell: &str) -> String {
    let cell = without_direction(cell);
    if cell.trim_start_matches(' ').starts_with(FORMULA) { format!("'{cell}") } else { cell.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::csv;

    #[test]
    fn a_cell_does_not_calculate() {
        let rows = [vec!["=1+2".to_owned(), "+49".to_owned(), "a;b".to_owned(), "@x".to_owned(), "-".to_owned()]];
        assert_eq!(csv(rows), "\u{feff}'=1+2;'+49;\"a;b\";'@x;'-\n");
        let wide = ["＝1+1", "＋1", "－1", "＠x", "|calc", " =1", "\u{202e}=1"].map(str::to_owned).to_vec();
        assert_eq!(csv([wide]), "\u{feff}'＝1+1;'＋1;'－1;'＠x;'|calc;' =1;'=1\n");
    }
}

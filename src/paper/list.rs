//! A report as paper: title, the sentence that says what is counted, a table over as many pages as it needs, notes.

use super::PaperError;
use super::flow::{Align, Column, Look, Margins, Row, Sheet, SheetSetup, Text};
use super::letters::{self, Face};
use crate::texts::Lang;
use crate::texts::bidi::Way;

/// No column is laid out for more than this, in mm; longer texts are wrapped.
const WIDEST: f64 = 70.0;
/// Room beside the text of a cell.
const BESIDE: f64 = 3.0;

/// A report to be printed. Everything in it is text already, in its language.
///
/// ```
/// use gabentisch::paper::list::{Listing, draw};
/// use gabentisch::paper::flow::Align;
///
/// let listing = Listing {
///     title: "Spenden 2026".to_owned(),
///     sentence: "Jede Spende, die 2026 ankam.".to_owned(),
///     heads: vec![("Spender".to_owned(), Align::Start), ("Stück".to_owned(), Align::End)],
///     rows: vec![vec!["Beispiel GmbH".to_owned(), "12".to_owned()]],
///     totals: vec![vec!["Zusammen".to_owned(), "12".to_owned()]],
///     ..Listing::default()
/// };
/// assert!(draw(&listing).unwrap().starts_with(b"%PDF"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Listing {
    pub lang: Lang,
    pub title: String,
    /// What is counted, in one sentence.
    pub sentence: String,
    /// The head of each column and where its cells stand: numbers at the end.
    pub heads: Vec<(String, Align)>,
    pub rows: Vec<Vec<String>>,
    /// Bold rows below all others.
    pub totals: Vec<Vec<String>>,
    /// Sentences below the table.
    pub notes: Vec<String>,
    /// Whose report it is, above the title.
    pub site: String,
    /// When this was so ("Stand …"), at the foot of every page.
    pub as_of: String,
    /// What stands there instead of an empty table.
    pub empty: String,
    pub landscape: bool,
}

/// Draws a report.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn draw(listing: &Listing) -> Result<Vec<u8>, PaperError> {
    let margins = Margins { start: 15.0, end: 15.0, top: 15.0, bottom: 20.0 };
    let footer = (!listing.as_of.is_empty()).then(|| listing.as_of.clone());
    let setup = SheetSetup::new(listing.title.clone(), listing.lang);
    let mut sheet = Sheet::new(SheetSetup { footer, numbered: true, landscape: listing.landscape, margins, ..setup });
    if !listing.site.is_empty() {
        sheet.text(&listing.site, &Text::small().after(1.0));
    }
    sheet.text(&listing.title, &Text::title());
    if !listing.sentence.is_empty() {
        sheet.text(&listing.sentence, &Text::body().after(3.0));
    }
    let pt = if listing.heads.len() > 8 { 7.5 } else { 8.5 };
    let columns = columns(listing, sheet.inside().1, pt);
    let rows: Vec<Row> = listing.rows.iter().map(Row::new).chain(listing.totals.iter().map(Row::total)).collect();
    sheet.table_as(&columns, &rows, Look { pt, ..Look::default() });
    if listing.rows.is_empty() && !listing.empty.is_empty() {
        sheet.text(&listing.empty, &Text::body().after(2.0));
    }
    for note in &listing.notes {
        sheet.text(note, &Text::small().after(0.8));
    }
    sheet.finish()
}

/// Columns as wide as what stands in them. Where that is too much, numbers and short texts keep their width.
fn columns(listing: &Listing, space: f64, pt: f64) -> Vec<Column> {
    let way = Way::of(listing.lang);
    let measured = |text: &str, face| letters::width(text, face, pt, way) + BESIDE;
    let mut widths: Vec<f64> = listing
        .heads
        .iter()
        .enumerate()
        .map(|(at, (head, _))| {
            // A head may be wrapped at its spaces, a number never.
            let head = head.split(' ').map(|word| measured(word, Face::Bold)).fold(0.0, f64::max);
            let cells = listing.rows.iter().filter_map(|row| row.get(at)).map(|cell| measured(cell, Face::Regular));
            let totals = listing.totals.iter().filter_map(|row| row.get(at)).map(|cell| measured(cell, Face::Bold));
            cells.chain(totals).fold(head, f64::max).min(WIDEST)
        })
        .collect();
    let mut spare = space - widths.iter().sum::<f64>();
    let is_text = |at: usize| listing.heads[at].1 != Align::End;
    if spare < 0.0 {
        // The widest texts give way first, as far as all texts are equally wide.
        let fixed: f64 = widths.iter().enumerate().filter(|(at, _)| !is_text(*at)).map(|(_, wide)| wide).sum();
        let mut texts: Vec<f64> =
            widths.iter().enumerate().filter(|(at, _)| is_text(*at)).map(|(_, wide)| *wide).collect();
        texts.sort_by(f64::total_cmp);
        let (mut room, mut most) = (space - fixed, f64::MAX);
        for (done, wide) in texts.iter().enumerate() {
            let equal = room / (texts.len() - done) as f64;
            if *wide > equal {
                most = equal.max(12.0);
                break;
            }
            room -= wide;
        }
        for (_, wide) in widths.iter_mut().enumerate().filter(|(at, _)| is_text(*at)) {
            *wide = wide.min(most);
        }
        spare = space - widths.iter().sum::<f64>();
    }
    if spare > 0.0 {
        let each = spare / widths.len().max(1) as f64;
        widths.iter_mut().for_each(|wide| *wide += each);
    }
    let heads = listing.heads.iter().zip(widths);
    heads.map(|((head, align), wide)| Column::new(head.clone(), wide).align(*align)).collect()
}

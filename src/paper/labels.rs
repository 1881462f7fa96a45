//! Labels of one stock as files for printers: PDF, pictures, ZPL.

use super::layout::{self, Place};
use super::profile::Profile;
use super::stocks::{Page, Stock};
use super::{PaperError, pdf, raster, zpl};
use crate::codes::Code;
use crate::qr::draw::Symbol;

/// What stands on one label: the code as a square and in characters, and further lines (product, room …) as far as the
/// stock has space for them. A card of a household has none, so that nothing on it tells whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelText {
    pub code: Code,
    pub lines: Vec<String>,
}

impl From<Code> for LabelText {
    fn from(code: Code) -> LabelText {
        LabelText { code, lines: Vec::new() }
    }
}

/// Labels in the order in which they go on as many pages of a stock as they need.
///
/// ```
/// use gabentisch::paper::labels::{LabelText, Sheet};
/// use gabentisch::paper::stocks;
///
/// let stock = stocks::find("L4736REV").unwrap();
/// let labels = [LabelText::from("A7F39MXT4E".parse::<gabentisch::codes::Code>().unwrap())];
/// // The first eight labels of this sheet are already used.
/// let pdf = Sheet::new(stock, &labels).starting_at(9).unwrap().to_pdf().unwrap();
/// assert!(pdf.starts_with(b"%PDF"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    pub stock: &'a Stock,
    pub labels: &'a [LabelText],
    pub profile: Profile,
    start_at: usize,
}

impl<'a> Sheet<'a> {
    /// These labels from the first one of a new sheet on, for a printer that prints where it is told to.
    pub fn new(stock: &'a Stock, labels: &'a [LabelText]) -> Sheet<'a> {
        Sheet { stock, labels, profile: Profile::default(), start_at: 1 }
    }

    /// Begins with label `number` of the first sheet, counted from 1, row by row: the ones before are already used.
    ///
    /// # Errors
    /// [`PaperError::StartOutside`] when the sheet has no such label.
    pub fn starting_at(self, number: usize) -> Result<Sheet<'a>, PaperError> {
        let labels = self.stock.per_page();
        if (1..=labels).contains(&number) {
            Ok(Sheet { start_at: number, ..self })
        } else {
            Err(PaperError::StartOutside { labels })
        }
    }

    /// Corrects what this printer does to this stock.
    pub fn corrected_by(self, profile: Profile) -> Sheet<'a> {
        Sheet { profile, ..self }
    }

    /// Number of the first label on the first page, counted from 1.
    pub fn start_at(&self) -> usize {
        self.start_at
    }

    pub fn page_count(&self) -> usize {
        layout::page_count(self.stock, self.labels.len(), self.start_at)
    }

    /// One PDF file with all pages, for printing at 100 %.
    ///
    /// # Errors
    /// [`PaperError::Pdf`] if the file cannot be put together.
    pub fn to_pdf(&self) -> Result<Vec<u8>, PaperError> {
        let mut document = pdf::Document::new(self.stock.page_size());
        for page in 0..self.page_count() {
            document.page(|canvas| {
                for (place, symbol) in self.on_page(page) {
                    canvas.symbol(place.symbol, self.stock.module(), &symbol);
                    for line in &place.lines {
                        canvas.text(line);
                    }
                }
            });
        }
        document.finish(&format!("{} labels {}", self.labels.len(), self.stock.name))
    }

    /// One grey PNG picture for each page, made one after the other because many pages take much memory.
    pub fn png_pages(&self) -> impl Iterator<Item = Result<Vec<u8>, PaperError>> {
        (0..self.page_count()).map(|page| self.picture(page).to_png())
    }

    /// All pictures of [`png_pages`](Sheet::png_pages).
    ///
    /// # Errors
    /// [`PaperError::Picture`] if a picture cannot be written.
    pub fn to_png_pages(&self) -> Result<Vec<Vec<u8>>, PaperError> {
        self.png_pages().collect()
    }

    /// All labels in Zebra's printer language, each as one picture, dot by dot.
    ///
    /// # Errors
    /// [`PaperError::SheetAsZpl`] if the stock is not a roll.
    pub fn to_zpl(&self) -> Result<String, PaperError> {
        match self.stock.page {
            Page::A4 => Err(PaperError::SheetAsZpl { stock: self.stock.name.clone() }),
            Page::Roll => Ok((0..self.page_count()).map(|page| zpl::label(&self.picture(page))).collect()),
        }
    }

    fn picture(&self, page: usize) -> raster::Picture {
        let mut picture = raster::Picture::white(self.stock.page_size(), self.stock.picture_dpi());
        for (place, symbol) in self.on_page(page) {
            picture.symbol(place.symbol, self.stock.module(), &symbol);
            for line in &place.lines {
                picture.text(line);
            }
        }
        picture
    }

    /// The labels of one page, counted from 0.
    fn on_page(&self, page: usize) -> impl Iterator<Item = (Place, Symbol)> {
        let per_page = self.stock.per_page();
        let used = self.start_at - 1;
        let first = (page * per_page).saturating_sub(used);
        let end = ((page + 1) * per_page - used).min(self.labels.len());
        (first..end).map(|index| (layout::place(self, index), Symbol::of(&self.labels[index].code)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::stocks;

    fn labels(count: usize) -> Vec<LabelText> {
        vec!["A7F39MXT4E".parse::<Code>().unwrap().into(); count]
    }

    #[test]
    fn a_started_sheet_goes_on_where_it_was_left() {
        let labels = labels(48);
        let sheet = Sheet::new(stocks::find("L4736REV").unwrap(), &labels).starting_at(41).unwrap();
        assert_eq!(sheet.page_count(), 2);
        assert_eq!(sheet.on_page(0).count(), 8);
        assert_eq!(sheet.on_page(1).count(), 40);
        assert_eq!(sheet.on_page(0).next().unwrap().0.corner, layout::corner(sheet.stock, 40));
        assert_eq!(sheet.on_page(1).next().unwrap().0.corner, layout::corner(sheet.stock, 0));
    }

    #[test]
    fn no_sheet_has_a_label_0_or_49() {
        let labels = labels(1);
        let sheet = Sheet::new(stocks::find("L4736REV").unwrap(), &labels);
        for number in [0, 49, usize::MAX] {
            assert!(matches!(sheet.starting_at(number), Err(PaperError::StartOutside { labels: 48 })));
        }
    }

    #[test]
    fn zpl_is_for_rolls() {
        let labels = labels(2);
        assert!(Sheet::new(stocks::find("3475").unwrap(), &labels).to_zpl().is_err());
        let zpl = Sheet::new(stocks::find("57x32").unwrap(), &labels).to_zpl().unwrap();
        assert_eq!(zpl.matches("^XA").count(), 2);
        assert_eq!(zpl.matches("^XZ").count(), 2);
    }
}

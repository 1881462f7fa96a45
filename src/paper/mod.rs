//! Everything that is printed: label stocks, where things stand on the paper, and the files that printers take.

mod drawings;
pub mod flow;
pub mod font;
pub mod labels;
pub mod layout;
mod letters;
pub mod list;
mod pdf;
mod pictograms;
pub mod poster;
pub mod profile;
mod raster;
pub mod receipt;
pub mod sheets;
pub mod stocks;
mod test_page;
mod words;
mod zpl;

pub use test_page::test_page;

/// Millimetres in an inch.
const MM_PER_INCH: f64 = 25.4;

/// Points in an inch, the unit of type sizes and of PDF.
const PT_PER_INCH: f64 = 72.0;

/// Millimetres as points.
fn points(mm: f64) -> f64 {
    mm / MM_PER_INCH * PT_PER_INCH
}

/// Points as millimetres.
fn millimetres(pt: f64) -> f64 {
    pt / PT_PER_INCH * MM_PER_INCH
}

/// Why labels could not be put on paper. Each sentence says what to do.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    #[error("the sheet has {labels} labels: start at one of 1 to {labels}")]
    StartOutside { labels: usize },
    #[error("{stock} is a sheet, and ZPL is for rolls: write a .pdf")]
    SheetAsZpl { stock: String },
    #[error("cannot draw the picture: {0}")]
    Picture(#[from] png::EncodingError),
    #[error("cannot write the PDF: {0}")]
    Pdf(String),
}

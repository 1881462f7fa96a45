//! The book of reports: what there is, and a report as a table that every format is written from.
//!
//! A [`Table`] knows no language: it holds numbers, days and texts that can be said in each. A page, CSV, XLSX, JSON and a PDF
//! are written from the same table, so they cannot tell different things, and a closed period keeps the table itself.

mod build;
mod gifts;
mod goods;
mod period;
mod served;
mod table;
mod work;
mod write_csv;
mod write_json;
mod write_xlsx;

pub use crate::domain::report::{PeriodKind, Report};
pub use build::{Closed, Made, close, report};
pub use period::{Asked, Period};
pub use table::{Cell, Chart, Column, Kind, Said, Table};
pub use write_csv::{Csv, csv, of_csv};
pub use write_json::json;
pub use write_xlsx::{xlsx, xlsx_rows};

//! The book of reports: what there is, and a report as a table that every format is written from.
//!
//! A [`Table`] knows no language: it holds numbers, days and texts that can be said in each. A page, CSV, XLSX, JSON and a PDF
//! are written from the same table, so they cannot tell different things, and a closed period keeps the table itself.

mod table;
mod write_csv;
mod write_json;

pub use crate::domain::report::{PeriodKind, Report};
pub use table::{Cell, Chart, Column, Kind, Said, Table};
pub use write_csv::{Csv, csv};
pub use write_json::json;

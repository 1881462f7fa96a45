//! A table as an Excel file: real numbers, days and money, headings that stay in sight, a filter, and a sheet that says what
//! is counted. Rows go through a file of the system as they come, so that a hundred thousand of them need little memory.

use std::borrow::Borrow;
use std::io::{Seek, Write};

use jiff::civil::{Date, date};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Cell, Kind, Table};
use crate::texts::{Lang, Texts};

/// As many characters as a cell of Excel can hold.
const LONGEST: usize = 32_767;
/// Rows of a sheet of Excel, headings included.
const MOST_ROWS: u32 = 1_048_576;

/// The table as a file.
///
/// # Errors
/// When the file in between cannot be written.
pub fn xlsx(table: &Table, t: &Texts) -> Result<Vec<u8>, XlsxError> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    xlsx_rows(table, &table.rows, t, &mut bytes)?;
    Ok(bytes.into_inner())
}

/// The same with rows that come one by one; those of `table` are left out.
///
/// # Errors
/// When the file, or the one in between, cannot be written.
pub fn xlsx_rows<R: Borrow<Vec<Cell>>>(
    table: &Table,
    rows: impl IntoIterator<Item = R>,
    t: &Texts,
    out: impl Write + Seek + Send,
) -> Result<(), XlsxError> {
    let formats = Formats::of(t.lang());
    let mut book = Workbook::new();
    book.set_properties(&properties(table, t));
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(t.book_sheet_table())?;
    lay_out(sheet, table, t, &formats)?;
    let mut at = 1;
    for row in rows {
        write_row(sheet, at, row.borrow(), t, &formats)?;
        at += 1;
        if at + 1 >= MOST_ROWS {
            break;
        }
    }
    let last = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    if !table.columns.is_empty() {
        // The sums stay where they are when somebody filters.
        sheet.autofilter(0, 0, at.saturating_sub(1), last)?;
    }
    if !table.totals.is_empty() {
        let bold = formats.bold();
        write_row(sheet, at, &table.totals, t, &bold)?;
        if table.totals.first() == Some(&Cell::Empty) {
            sheet.write_string_with_format(at, 0, t.book_sum(), &bold.text)?;
        }
    }
    about(book.add_worksheet_with_constant_memory()?, table, t)?;
    book.save_to_writer(out)
}

/// Title and dates of the file. Its date is that of the period, so that a report reprints as the same bytes.
fn properties(table: &Table, t: &Texts) -> DocProperties {
    let day = table.period.map_or(date(2000, 1, 1), |(_, to)| to);
    let at = ExcelDateTime::from_ymd(day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs());
    let properties = DocProperties::new().set_title(table.title.get(t)).set_author("Gabentisch");
    match at {
        Ok(at) => properties.set_creation_datetime(&at),
        Err(_) => properties,
    }
}

fn lay_out(sheet: &mut Worksheet, table: &Table, t: &Texts, formats: &Formats) -> Result<(), XlsxError> {
    if t.lang() == Lang::Ar {
        sheet.set_right_to_left(true);
    }
    sheet.set_landscape().set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    for (at, column) in (0..).zip(&table.columns) {
        let head = column.head.get(t);
        let usual = match column.kind {
            _ if column.wide => 38.0,
            Kind::Text => 18.0,
            Kind::Cents => 14.0,
            Kind::Day => 12.0,
            Kind::Whole | Kind::Percent => 11.0,
        };
        // Room for the longest word of the heading and the mark of the filter; the heading itself is wrapped.
        let word = head.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
        sheet.set_column_width(at, f64::max(usual, word as f64 + 4.0))?;
        sheet.write_string_with_format(0, at, head.as_ref(), &formats.head)?;
    }
    Ok(())
}

/// The sheet that says what the numbers are.
fn about(sheet: &mut Worksheet, table: &Table, t: &Texts) -> Result<(), XlsxError> {
    sheet.set_name(t.book_sheet_about())?;
    sheet.set_column_width(0, 100)?;
    if t.lang() == Lang::Ar {
        sheet.set_right_to_left(true);
    }
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, table.title.get(t).as_ref(), &wrapped.clone().set_bold())?;
    let period = table.period.map(|(from, to)| t.book_from_to(from, to));
    let notes = table.notes.iter().map(|note| note.get(t).into_owned());
    let lines = std::iter::once(table.sentence.get(t).into_owned()).chain(period).chain(notes);
    for (at, line) in (1..).zip(lines) {
        sheet.write_string_with_format(at, 0, line, &wrapped)?;
    }
    Ok(())
}

struct Formats {
    head: Format,
    text: Format,
    whole: Format,
    cents: Format,
    foreign: Format,
    day: Format,
    percent: Format,
    hidden: Format,
}

impl Formats {
    fn of(lang: Lang) -> Formats {
        let day = match lang {
            Lang::De | Lang::Uk => "dd.mm.yyyy",
            Lang::En => "d mmm yyyy",
            Lang::Ar => "d/m/yyyy",
        };
        Formats {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_border_bottom(FormatBorder::Thin),
            text: Format::new(),
            whole: Format::new().set_num_format("#,##0"),
            cents: Format::new().set_num_format("#,##0.00\\ \"€\""),
            foreign: Format::new().set_num_format("#,##0.00"),
            day: Format::new().set_num_format(day),
            percent: Format::new().set_num_format("0%"),
            hidden: Format::new().set_align(FormatAlign::Right),
        }
    }

    fn bold(&self) -> Formats {
        let bold = |format: &Format| format.clone().set_bold().set_border_top(FormatBorder::Thin);
        Formats {
            head: self.head.clone(),
            text: bold(&self.text),
            whole: bold(&self.whole),
            cents: bold(&self.cents),
            foreign: bold(&self.foreign),
            day: bold(&self.day),
            percent: bold(&self.percent),
            hidden: bold(&self.hidden),
        }
    }
}

fn write_row(sheet: &mut Worksheet, at: u32, cells: &[Cell], t: &Texts, formats: &Formats) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        match cell {
            Cell::Empty => {}
            Cell::Hidden => {
                sheet.write_string_with_format(at, column, "•", &formats.hidden)?;
            }
            Cell::Whole(number) => {
                sheet.write_number_with_format(at, column, *number as f64, &formats.whole)?;
            }
            Cell::Cents(cents) => {
                sheet.write_number_with_format(at, column, *cents as f64 / 100.0, &formats.cents)?;
            }
            Cell::Foreign(cents) => {
                sheet.write_number_with_format(at, column, *cents as f64 / 100.0, &formats.foreign)?;
            }
            Cell::Percent(percent) => {
                sheet.write_number_with_format(at, column, *percent as f64 / 100.0, &formats.percent)?;
            }
            Cell::Day(day) => match serial(*day) {
                Some(number) => {
                    sheet.write_number_with_format(at, column, number, &formats.day)?;
                }
                None => {
                    sheet.write_string_with_format(at, column, day.to_string(), &formats.text)?;
                }
            },
            // Written as a string, it is one, whatever it begins with: never a formula.
            Cell::Text(said) => {
                let text = said.get(t);
                let fits = text.char_indices().nth(LONGEST).map_or(text.as_ref(), |(end, _)| &text[..end]);
                sheet.write_string_with_format(at, column, fits, &formats.text)?;
            }
        }
    }
    Ok(())
}

/// The number of a day as Excel counts them; days before March 1900 it counts wrongly, those have none.
fn serial(day: Date) -> Option<f64> {
    let first = date(1899, 12, 30);
    let days = day.since(first).ok()?.get_days();
    (days > 60).then_some(f64::from(days))
}

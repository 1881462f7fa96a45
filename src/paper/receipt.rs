//! A receipt on exactly one A4 page, and the list of goods that goes with it. Both print what was filled in, word by word,
//! and nothing else: no thanks and no advertising stand on a receipt (law reference 1.1).
//!
//! The line to sign on stays empty. A receipt for goods is signed by hand, and there is no other way in here.

use super::PaperError;
use super::flow::{Align, Column, Ink, Look, Margins, Row, Sheet, SheetSetup, Text};
use crate::domain::receipt::{Annex, Block, Filled};
use crate::texts::Lang;

/// Type sizes that are tried, in pt: the first with which everything fits on the page. Smaller than the last nobody reads.
const SIZES: [f64; 9] = [10.0, 9.75, 9.5, 9.25, 9.0, 8.75, 8.5, 8.25, SMALLEST];
const SMALLEST: f64 = 8.0;
/// Where an address begins that shows in the window of an envelope, from the top and from the left, and how wide it is
/// (DIN 5008, form B), in mm.
const WINDOW: (f64, f64, f64) = (62.7, 25.0, 80.0);
/// Room to sign in, in mm.
const TO_SIGN: f64 = 14.0;
const BLACK: Ink = (0, 0, 0);
const PALE: Ink = (226, 226, 226);
/// Dark enough for a grey printer and for a copy of a copy.
const DARK: Ink = (64, 64, 64);

/// A word that stands across a paper.
#[derive(Clone, Copy, Debug)]
pub enum Across<'a> {
    /// Pale, below everything else: a draft.
    Below(&'a str),
    /// In front of everything else, on every page, and at its head a line that says why: a copy of a void receipt.
    Over { word: &'a str, note: &'a str },
}

/// Why a receipt was not drawn.
#[derive(Debug, thiserror::Error)]
pub enum ReceiptError {
    /// Not even the smallest type brings it onto one page.
    #[error("it does not fit on one page")]
    TooLong,
    #[error(transparent)]
    Pdf(#[from] PaperError),
}

/// Draws the receipt itself, with a word across it where it is none.
///
/// # Errors
/// [`ReceiptError::TooLong`] rather than a second page.
pub fn draw(filled: &Filled, across: Option<Across>) -> Result<Vec<u8>, ReceiptError> {
    for pt in SIZES {
        let mut sheet = page(filled, across, pt);
        if sheet.pages() == 1 {
            over(&mut sheet, across);
            return Ok(sheet.finish()?);
        }
    }
    Err(ReceiptError::TooLong)
}

fn title(filled: &Filled) -> String {
    let of = |block: &Block| match block {
        Block::Title { text } => Some(text.clone()),
        _ => None,
    };
    let title = filled.blocks.iter().find_map(of).unwrap_or_default();
    match &filled.number {
        Some(number) => format!("{title} {number}"),
        None => title,
    }
}

fn page(filled: &Filled, across: Option<Across>, pt: f64) -> Sheet {
    let lang = Lang::from_tag(&filled.lang).unwrap_or_default();
    let margins = Margins { start: 25.0, end: 20.0, top: 15.0, bottom: 12.0 };
    let mut sheet = Sheet::new(SheetSetup { margins, ..SheetSetup::new(title(filled), lang) });
    below(&mut sheet, across);
    let body = Text::body().size(pt).leading(1.25);
    let label = body.size((pt - 1.0).max(SMALLEST));
    for block in &filled.blocks {
        draw_block(&mut sheet, block, body, label);
    }
    sheet
}

/// A dark word from corner to corner of every page, in front of everything else. Its letters are outlines, through which the
/// text below can be read.
fn over(sheet: &mut Sheet, across: Option<Across>) {
    let Some(Across::Over { word, note }) = across else { return };
    sheet.stamp(word, 0.9, DARK);
    sheet.head_note(note, &Text::body().bold().size(10.5).align(Align::Centre));
}

/// A pale word across the page, below everything else.
fn below(sheet: &mut Sheet, across: Option<Across>) {
    let Some(Across::Below(word)) = across else { return };
    let style = Text::body().bold().size(88.0).ink(PALE).align(Align::Centre);
    let (width, height) = sheet.size();
    sheet.at(0.0, height / 2.0 - style.lead() / 2.0, width, word, &style);
}

fn draw_block(sheet: &mut Sheet, block: &Block, body: Text, label: Text) {
    let pt = body.pt;
    // The room between blocks gives way with the type.
    let gap = (pt - 6.5).max(1.2);
    match block {
        Block::Issuer { label: what, lines } => {
            sheet.text(what, &label.after(0.6));
            for (at, line) in lines.iter().enumerate() {
                sheet.text(line, &if at == 0 { body.bold() } else { body });
            }
            sheet.space(gap);
        }
        Block::Number { text } => sheet.text(text, &body.align(Align::End).after(gap * 0.4)),
        Block::Title { text } => sheet.text(text, &Text::title().size(pt * 1.4).after(0.6)),
        Block::Subtitle { text } => sheet.text(text, &body.after(gap)),
        Block::Donor { label: what, lines } => donor(sheet, what, lines, body, label, gap),
        Block::Value { label: what, figures, words_label, words, words_soft, day_label, day } => {
            let words = if words_soft.is_empty() { words } else { words_soft };
            let cells: Vec<(&str, &str, f64)> = match words.is_empty() {
                true => vec![(what, figures, 0.6), (day_label, day, 0.4)],
                false => vec![(what, figures, 0.36), (words_label, words, 0.44), (day_label, day, 0.20)],
            };
            boxes(sheet, &cells, body, label, gap);
        }
        Block::Day { label: what, day } => boxes(sheet, &[(what, day, 0.4)], body, label, gap),
        Block::Goods { label: what, text } => boxes(sheet, &[(what, text, 1.0)], body, label, gap),
        Block::Tick { on, text } => sheet.tick(*on, text, &body.after(gap * 0.7)),
        Block::Sentence { text } => sheet.text(text, &body.after(gap * 0.7)),
        Block::Signature { above, label: what } => sign(sheet, above, what, body, label, gap),
        Block::Notice { text } => sheet.text(text, &label.after(gap * 0.6)),
    }
}

/// The donor, in the window of an envelope where what stands above leaves it free.
fn donor(sheet: &mut Sheet, what: &str, lines: &[String], body: Text, label: Text, gap: f64) {
    let (top, left, width) = WINDOW;
    let high = sheet.height_of(what, sheet.inside().1, &label) + 0.8;
    if sheet.y() + high <= top {
        sheet.set_y(top - high);
    }
    sheet.text(what, &label.after(0.8));
    let wide = if sheet.y() <= top + 0.1 { width } else { sheet.inside().1 };
    for (at, line) in lines.iter().enumerate() {
        let style = if at == 0 { body.bold() } else { body };
        let high = sheet.height_of(line, wide, &style);
        sheet.need(high);
        sheet.at(left, sheet.y(), wide, line, &style);
        sheet.set_y(sheet.y() + high);
    }
    sheet.space(gap);
}

/// Framed cells beside each other: a label and below it what is said. The last number is each one's share of the width.
fn boxes(sheet: &mut Sheet, cells: &[(&str, &str, f64)], body: Text, label: Text, gap: f64) {
    let (left, width) = sheet.inside();
    let inner = 1.5;
    let of_cell = |sheet: &Sheet, cell: &(&str, &str, f64)| {
        let wide = cell.2 * width - 2.0 * inner;
        sheet.height_of(cell.0, wide, &label) + 0.6 + sheet.height_of(cell.1, wide, &body)
    };
    let high = cells.iter().map(|cell| of_cell(sheet, cell)).fold(0.0, f64::max) + 2.0 * inner;
    sheet.need(high);
    let (mut x, top) = (left, sheet.y());
    for (what, text, share) in cells {
        let wide = share * width;
        sheet.frame((x, top), (wide, high), 0.0, 0.2, BLACK);
        let label_high = sheet.at(x + inner, top + inner, wide - 2.0 * inner, what, &label);
        sheet.at(x + inner, top + inner + label_high + 0.6, wide - 2.0 * inner, text, &body);
        x += wide;
    }
    sheet.set_y(top + high);
    sheet.space(gap);
}

/// Place and day, room to sign in, a line, and below it what belongs there.
fn sign(sheet: &mut Sheet, above: &str, what: &str, body: Text, label: Text, gap: f64) {
    let (left, width) = sheet.inside();
    let long = width * 0.8;
    sheet.need(TO_SIGN + sheet.height_of(what, width, &label) + 1.0);
    let line = sheet.y() + TO_SIGN;
    sheet.at(left, line - body.lead() - 0.4, long, above, &body);
    sheet.line((left, line), (left + long, line), 0.25, BLACK);
    sheet.set_y(line + 0.8);
    sheet.text(what, &label.after(gap));
}

/// Draws the list of goods; as many pages as it needs, each with its number.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn annex(filled: &Filled, annex: &Annex, across: Option<Across>) -> Result<Vec<u8>, PaperError> {
    let lang = Lang::from_tag(&filled.lang).unwrap_or_default();
    let margins = Margins { start: 20.0, end: 15.0, top: 15.0, bottom: 20.0 };
    let setup = SheetSetup::new(annex.title.clone(), lang);
    let footer = match across {
        Some(Across::Below(word) | Across::Over { word, .. }) => format!("{word} – {}", annex.title),
        None => annex.title.clone(),
    };
    let landscape = annex.columns.len() > 8;
    let mut sheet = Sheet::new(SheetSetup { footer: Some(footer), numbered: true, landscape, margins, ..setup });
    below(&mut sheet, across);
    sheet.text(&annex.title, &Text::title().size(13.0));
    for line in &annex.lines {
        sheet.text(line, &Text::body());
    }
    sheet.space(3.0);
    let column = |of: &crate::domain::receipt::AnnexColumn| {
        let column = Column::new(of.name.clone(), f64::from(of.width));
        if of.is_number { column.end() } else { column }
    };
    let columns: Vec<Column> = annex.columns.iter().map(column).collect();
    let mut rows: Vec<Row> = annex.rows.iter().map(Row::new).collect();
    rows.push(Row::total(totals(annex)));
    let pt = if annex.columns.len() > 11 { 7.5 } else { 8.5 };
    sheet.table_as(&columns, &rows, Look { pt, zebra: true, grid: false });
    sheet.space(4.0);
    sheet.signature(&annex.signature);
    over(&mut sheet, across);
    sheet.finish()
}

/// The last row: its word, the number of pieces, and the same total as on the receipt.
fn totals(annex: &Annex) -> Vec<String> {
    let mut cells = vec![String::new(); annex.columns.len()];
    if let Some(cell) = cells.get_mut(1) {
        cell.clone_from(&annex.total_label);
    }
    if let Some(cell) = cells.get_mut(2) {
        *cell = annex.pieces.to_string();
    }
    let last = annex.columns.iter().rposition(|column| column.is_number);
    if let Some(at) = last.filter(|_| !annex.total.is_empty()) {
        cells[at].clone_from(&annex.total);
    }
    cells
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::domain::donation::{DonationState, DonorKind, Origin, Source};
    use crate::domain::receipt::{Donor, Facts, Field, FieldKind, Party, Piece, Proof, forms};
    use crate::domain::treasury::{Basis, EvidenceKind};

    fn party(name: &str) -> Party {
        Party {
            name: name.to_owned(),
            street: "Übungsgasse 12".to_owned(),
            postcode: "58762".to_owned(),
            city: "Musterstadt".to_owned(),
            country: String::new(),
        }
    }

    fn piece(position: i32) -> Piece {
        Piece {
            position,
            description: format!("Winterjacke Größe {}", 100 + position),
            quantity: 1,
            identical: false,
            age: "2 Jahre".to_owned(),
            condition: "gut".to_owned(),
            new_price_cents: Some(8_999),
            bought_on: None,
            basis: Basis::Market,
            net_cents: Some(1_250),
            vat_rate_bp: Some(1_900),
            vat_cents: Some(238),
            value_cents: None,
            source: "Wertangabe der Firma".to_owned(),
            on_receipt: None,
            gone: None,
        }
    }

    fn facts(fields: BTreeMap<Field, String>, lines: i32, donor: &str) -> Facts {
        Facts {
            issuer: party("Gabentisch Musterstadt e. V."),
            fields,
            donor: Donor { kind: DonorKind::Company, party: party(donor) },
            days: vec![date(2026, 3, 12)],
            issued_on: date(2026, 4, 1),
            number: Some("2026-0001".to_owned()),
            pieces: (1..=lines).map(piece).collect(),
            origins: vec![Origin::Business],
            proofs: vec![Proof { kind: EvidenceKind::Statement, position: None }],
            states: vec![DonationState::Accepted],
            sources: vec![Source::Gift],
            with_value: true,
            in_return: Some(String::new()),
            by_machine: false,
        }
    }

    /// Every form with every number of lines is one page, and its list has the same total.
    #[test]
    fn every_form_is_one_page() {
        for form in forms() {
            let value = |field: &Field| match field.kind() {
                FieldKind::Day => "2025-01-15".to_owned(),
                FieldKind::Target => "exempt".to_owned(),
                FieldKind::Text => "mildtätiger Zwecke".to_owned(),
            };
            // A day on which a later notice came would shut the form.
            let fields = form.fields.iter().filter(|field| **field != Field::LaterNoticeDate);
            let fields: BTreeMap<Field, String> = fields.map(|field| (*field, value(field))).collect();
            for lines in [1, 2, 60, 200] {
                let mut facts = facts(fields.clone(), lines, "Müller & Söhne Übungs-GmbH");
                facts.with_value = form.value_policy != crate::domain::receipt::ValuePolicy::Forbidden;
                let filled = form.fill(&facts).unwrap_or_else(|gates| panic!("{}: {gates:?}", form.id));
                let bytes = draw(&filled, None).unwrap_or_else(|error| panic!("{}: {error}", form.id));
                assert!(bytes.starts_with(b"%PDF"));
                if let Some(list) = &filled.annex {
                    assert_eq!(list.rows.len(), usize::try_from(lines).unwrap_or_default());
                    assert!(annex(&filled, list, Some(Across::Below("ENTWURF"))).expect("a file").starts_with(b"%PDF"));
                }
                if let Some(folder) = std::env::var_os("RECEIPTS_TO_LOOK_AT").filter(|_| lines == 60) {
                    let name = form.id.word().replace('/', "-");
                    let folder = std::path::Path::new(&folder);
                    std::fs::write(folder.join(format!("{name}.pdf")), &bytes).expect("a place");
                    if let Some(list) = &filled.annex {
                        let list = annex(&filled, list, None).expect("a file");
                        std::fs::write(folder.join(format!("{name}-list.pdf")), list).expect("a place");
                    }
                }
            }
        }
    }

    #[test]
    fn long_names_make_the_type_smaller_and_never_a_second_page() {
        let form = forms().iter().find(|form| form.id.word() == "de/verein_freistellung").expect("a form");
        let fields: BTreeMap<Field, String> = form
            .fields
            .iter()
            .map(|field| match field.kind() {
                FieldKind::Day => (*field, "2025-01-15".to_owned()),
                _ => (*field, "mildtätiger Zwecke und der Hilfe für Flüchtlinge, Vertriebene ".repeat(2)),
            })
            .collect();
        let of = |name: &str| form.fill(&facts(fields.clone(), 2, name)).unwrap_or_else(|gates| panic!("{gates:?}"));
        assert!(draw(&of(&"Sehr lange Übungsfirma ".repeat(6)), None).is_ok());
        assert!(matches!(draw(&of(&"Sehr lange Übungsfirma ".repeat(400)), None), Err(ReceiptError::TooLong)));
    }
}

//! The acceptance record (Übergabeprotokoll) on paper: who gave what to whom, counted, weighed and in which class.

use jiff::civil::Date;

use super::PaperError;
use super::flow::{Column, Look, Margins, Row, Sheet, SheetSetup, Signed, Text};
use super::signature::Strokes;
use crate::domain::acceptance::{Line, by_class, total};
use crate::domain::catalogue::Catalogue;
use crate::domain::treasury::Marketability;
use crate::texts::weight::decimals;
use crate::texts::{Lang, Message, Texts, say};

/// How a record was signed, or that it was not yet.
#[derive(Clone, Debug)]
pub enum Signature {
    /// To be signed by hand.
    Open,
    /// By hand on a print of this paper, which the house keeps.
    OnPaper,
    /// On a screen.
    Drawn { giver: Strokes, taker: Strokes },
}

/// All that stands on a record.
#[derive(Clone, Debug)]
pub struct Record {
    pub lang: Lang,
    /// Who takes: the house, or the body that receives the gift.
    pub site: String,
    pub made_on: Date,
    /// Name and address of the donor, line by line.
    pub donor: Vec<String>,
    /// The donation's code, as it is read out.
    pub donation: String,
    /// What the record is filed under.
    pub reference: String,
    pub lines: Vec<Line>,
    pub remarks: String,
    /// Printed names of who gives and who takes.
    pub giver: String,
    pub taker: String,
    pub signature: Signature,
    /// The moment of signing by the site's clock.
    pub signed: String,
}

/// Draws a record: one page, unless it has many lines.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn draw(record: &Record, catalogue: &Catalogue) -> Result<Vec<u8>, PaperError> {
    sheet(record, catalogue).finish()
}

/// The word for a class, as the record prints it.
pub fn class_name(class: Marketability) -> Message {
    match class {
        Marketability::Full => say::paper_class_full(),
        Marketability::Restricted => say::paper_class_restricted(),
        Marketability::None => say::paper_class_none(),
    }
}

fn sheet(record: &Record, catalogue: &Catalogue) -> Sheet {
    let t = Texts::of(record.lang);
    let setup = SheetSetup::new(t.paper_record_title(), record.lang);
    let footer = Some(t.paper_record_footer(&record.reference));
    let margins = Margins { start: 20.0, end: 20.0, top: 15.0, bottom: 18.0 };
    let mut sheet = Sheet::new(SheetSetup { footer, numbered: true, margins, ..setup });
    sheet.text(&record.site, &Text::small().after(1.0));
    sheet.text(&t.paper_record_title(), &Text::title());
    let lead = match record.signature {
        Signature::Open => t.paper_record_lead_open(),
        Signature::OnPaper | Signature::Drawn { .. } => t.paper_record_lead(),
    };
    sheet.text(&lead, &Text::body().after(3.0));
    facts(&mut sheet, record, t);
    goods(&mut sheet, record, catalogue, t);
    if !record.remarks.is_empty() {
        sheet.text(&t.paper_remarks(), &Text::body().bold());
        sheet.text(&record.remarks, &Text::body().after(2.0));
    }
    sheet.text(&t.paper_record_note(), &Text::small().after(1.0));
    signatures(&mut sheet, record, t);
    sheet
}

fn facts(sheet: &mut Sheet, record: &Record, t: &Texts) {
    let day = t.day(record.made_on);
    let donor = record.donor.join("\n");
    let facts = [
        (t.paper_made_on(), day.as_str()),
        (t.paper_from(), donor.as_str()),
        (t.paper_to(), record.site.as_str()),
        (t.paper_donation(), record.donation.as_str()),
    ];
    let (x, width) = sheet.inside();
    for (label, value) in facts.into_iter().filter(|(_, value)| !value.is_empty()) {
        let y = sheet.y();
        sheet.at(x, y, 40.0, &label, &Text::body().bold());
        let high = sheet.at(x + 42.0, y, width - 42.0, value, &Text::body());
        sheet.set_y(y + high + 0.8);
    }
    sheet.space(3.0);
}

fn goods(sheet: &mut Sheet, record: &Record, catalogue: &Catalogue, t: &Texts) {
    let weights = record.lines.iter().filter_map(|line| line.weight_g);
    let places = decimals(weights);
    let sum = total(&record.lines);
    let weight = |grams: i64, unweighed: usize, lines: usize| match (unweighed, lines) {
        (none, all) if none == all => "–".to_owned(),
        (0, _) => t.kilograms(grams, places),
        // Some were not weighed: at least this much.
        _ => t.paper_at_least(t.kilograms(grams, places)),
    };
    let columns = [
        Column::new(t.paper_number(), 0.9).end(),
        Column::new(t.paper_description(), 5.2),
        Column::new(t.paper_group(), 3.1),
        Column::new(t.paper_pieces(), 1.5).end(),
        Column::new(t.paper_weight(), 2.7).end(),
        Column::new(t.paper_class(), 4.2),
    ];
    let mut rows: Vec<Row> = Vec::with_capacity(record.lines.len() + 1);
    for (at, line) in record.lines.iter().enumerate() {
        let group = line.group.as_ref().and_then(|code| catalogue.group(code.as_str()));
        let class = t.say(&class_name(line.class));
        let class = if line.reason.is_empty() { class } else { format!("{class}: {}", line.reason) };
        rows.push(Row::new([
            (at + 1).to_string(),
            line.description.clone(),
            group.map(|group| group.names.get(record.lang).to_owned()).unwrap_or_default(),
            line.pieces.to_string(),
            line.weight_g.map_or_else(|| "–".to_owned(), |grams| t.kilograms(grams, places)),
            class,
        ]));
    }
    let all = weight(sum.weight_g, sum.unweighed, sum.lines);
    rows.push(Row::total([String::new(), t.paper_total(), String::new(), sum.pieces.to_string(), all, String::new()]));
    sheet.table(&columns, &rows);
    sheet.space(3.0);
    sheet.text(&t.paper_classes(), &Text::body().bold().after(0.5));
    let classes = by_class(&record.lines).map(|(class, sum)| {
        let weighed = weight(sum.weight_g, sum.unweighed, sum.lines);
        Row::new([t.say(&class_name(class)), t.say(&class_means(class)), sum.pieces.to_string(), weighed])
    });
    let columns = [
        Column::new("", 3.0),
        Column::new("", 8.6),
        Column::new(t.paper_pieces(), 1.5).end(),
        Column::new(t.paper_weight(), 2.2).end(),
    ];
    sheet.table_as(&columns, &classes, Look { pt: 8.5, zebra: false, ..Look::default() });
    sheet.space(2.0);
}

fn class_means(class: Marketability) -> Message {
    match class {
        Marketability::Full => say::paper_class_full_means(),
        Marketability::Restricted => say::paper_class_restricted_means(),
        Marketability::None => say::paper_class_none_means(),
    }
}

fn signatures(sheet: &mut Sheet, record: &Record, t: &Texts) {
    let (giver, taker) = (t.paper_sign_giver(), t.paper_sign_taker());
    let (first, second) = match &record.signature {
        Signature::Drawn { giver, taker } => (Some(giver.dots()), Some(taker.dots())),
        Signature::Open | Signature::OnPaper => (None, None),
    };
    sheet.signatures(&[
        Signed { label: &giver, name: &record.giver, ink: first },
        Signed { label: &taker, name: &record.taker, ink: second },
    ]);
    let told = match record.signature {
        Signature::Open => String::new(),
        Signature::OnPaper => t.paper_signed_on_paper(&record.signed),
        Signature::Drawn { .. } => t.paper_signed_on_screen(&record.signed),
    };
    if !told.is_empty() {
        sheet.space(1.5);
        sheet.text(&told, &Text::small());
    }
}

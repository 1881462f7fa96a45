//! The papers that companies need since 19 July 2026 under the EU's ban on destroying unsold clothing: the answer to an
//! offer, and the statement that the rest of a gift found nobody (Reg. (EU) 2024/1781 Art. 25; Delegated Reg. (EU) 2026/296
//! Art. 2(h) and (i); law reference 1.5, item 3).
//!
//! They say what was offered, what was accepted and what is left, counted and weighed by group of products. What follows
//! from that under the law is for the company to judge, and the papers say so.

use jiff::civil::Date;

use super::PaperError;
use super::flow::{Column, Row, Sheet, SheetSetup, Text};
use crate::domain::treasury::OfferState;
use crate::texts::{Lang, Texts};

/// Who writes to whom, and when.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// Name of the house, as everywhere on its papers.
    pub site: String,
    /// Name and address, line by line.
    pub receiver: Vec<String>,
    pub day: Date,
}

/// The answer to an offer.
#[derive(Clone, Debug)]
pub struct AnswerPaper {
    pub lang: Lang,
    pub letterhead: Letterhead,
    pub offered_on: Date,
    /// The company's own number or sign; may be empty.
    pub reference: String,
    pub description: String,
    pub state: OfferState,
    pub lines: Vec<AnswerLine>,
    pub remark: String,
    /// The day of the answer that this one stands in for.
    pub replaces: Option<Date>,
    /// Who answers for the house.
    pub signed: String,
    pub keep_until: Date,
}

#[derive(Clone, Debug)]
pub struct AnswerLine {
    pub group: String,
    /// Product and the company's own words; may be empty.
    pub goods: String,
    pub pieces: i32,
    pub weight_g: i64,
    pub accepted: i32,
    pub accepted_weight_g: i64,
    pub reason: String,
}

/// The statement that pieces found nobody.
#[derive(Clone, Debug)]
pub struct NoRecipientPaper {
    pub lang: Lang,
    pub letterhead: Letterhead,
    pub number: String,
    /// The donation's code, as it is printed.
    pub donation: String,
    pub received_on: Date,
    /// What lay on the shelf for so many weeks counts.
    pub weeks: i64,
    pub lines: Vec<LeftLine>,
    pub remark: String,
    /// Days of statements about the same gift before.
    pub earlier: Vec<Date>,
    pub signed: String,
    pub keep_until: Date,
}

#[derive(Clone, Debug)]
pub struct LeftLine {
    pub group: String,
    pub in_stock: i64,
    pub discarded: i64,
    pub weight_g: i64,
}

/// Kilograms as a person reads them: “12,50 kg”. Always two places, so that sums can be checked by eye.
pub fn kilograms(grams: i64, lang: Lang) -> String {
    let hundredths = (grams.unsigned_abs() + 5) / 10;
    let mark = if lang == Lang::En { '.' } else { ',' };
    let sign = if grams < 0 { "-" } else { "" };
    let kilos = grouped((hundredths / 100) as i64, lang);
    format!("{sign}{kilos}{mark}{:02}\u{a0}kg", hundredths % 100)
}

/// “12.345” or “12,345”.
pub fn grouped(number: i64, lang: Lang) -> String {
    let digits = number.unsigned_abs().to_string();
    let mark = if lang == Lang::En { ',' } else { '.' };
    let mut out = if number < 0 { "-".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// Draws the answer to an offer.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn answer(paper: &AnswerPaper) -> Result<Vec<u8>, PaperError> {
    let (t, lang) = (Texts::of(paper.lang), paper.lang);
    let mut sheet = begun(&t.company_answer_title(), lang, &paper.letterhead);
    sheet.text(&t.company_answer_title(), &Text::title());
    let subject = match paper.reference.as_str() {
        "" => t.company_answer_about(paper.offered_on),
        reference => t.company_answer_about_reference(paper.offered_on, reference),
    };
    sheet.text(&subject, &Text::body().bold().after(3.0));
    if let Some(former) = paper.replaces {
        sheet.text(&t.company_answer_replaces(former), &Text::body().bold().after(3.0));
    }
    if !paper.description.is_empty() {
        sheet.text(&t.company_answer_offered(&paper.description), &Text::body().after(2.0));
    }
    let sentence = match paper.state {
        OfferState::Accepted => t.company_answer_all(),
        OfferState::Partly => t.company_answer_part(),
        OfferState::Declined | OfferState::Open => t.company_answer_nothing(),
    };
    sheet.text(&sentence, &Text::body().bold().after(4.0));

    sheet.text(&t.company_answer_lines(), &Text::heading());
    let number = |number: i64| grouped(number, lang);
    let columns = [
        Column::new(t.company_goods(), 3.4),
        Column::new(t.company_offered(), 1.7).end(),
        Column::new(t.company_accepted(), 2.1).end(),
        Column::new(t.company_declined(), 1.7).end(),
        Column::new(t.company_reason(), 3.0),
    ];
    let rows: Vec<Row> = paper
        .lines
        .iter()
        .map(|line| {
            let goods = if line.goods.is_empty() { line.group.clone() } else { line.goods.clone() };
            let declined = line.pieces - line.accepted;
            let reason = if declined == 0 { "–".to_owned() } else { line.reason.clone() };
            Row::new([goods, number(line.pieces.into()), number(line.accepted.into()), number(declined.into()), reason])
        })
        .collect();
    let of = |count: fn(&AnswerLine) -> i64| paper.lines.iter().map(count).sum::<i64>();
    let (offered, accepted) = (of(|line| line.pieces.into()), of(|line| line.accepted.into()));
    let total =
        Row::total([t.csv_total(), number(offered), number(accepted), number(offered - accepted), String::new()]);
    sheet.table(&columns, &rows.into_iter().chain([total]).collect::<Vec<_>>());
    sheet.space(5.0);

    sheet.text(&t.company_by_group(), &Text::heading());
    let columns = [
        Column::new(t.csv_group(), 2.4),
        Column::new(t.company_offered(), 1.8).end(),
        Column::new(t.company_weight(), 1.5).end(),
        Column::new(t.company_accepted(), 2.1).end(),
        Column::new(t.company_weight(), 1.5).end(),
        Column::new(t.company_declined(), 1.7).end(),
        Column::new(t.company_weight(), 1.5).end(),
    ];
    let rows = by_group(&paper.lines).into_iter().map(|(group, sums)| Row::new(cells(group, sums, lang)));
    let all =
        by_group(&paper.lines).into_iter().fold([0; 4], |all, (_, sums)| std::array::from_fn(|at| all[at] + sums[at]));
    let rows: Vec<Row> = rows.chain([Row::total(cells(t.csv_total(), all, lang))]).collect();
    sheet.table(&columns, &rows);
    sheet.space(1.5);
    sheet.text(&t.company_weight_note(), &Text::small().after(4.0));

    if !paper.remark.is_empty() {
        sheet.text(&paper.remark, &Text::body().after(4.0));
    }
    closing(&mut sheet, t, &t.company_answer_law(), &paper.signed, paper.keep_until);
    sheet.finish()
}

/// Pieces and grams offered, pieces and grams accepted, of each group in the order of its first line.
fn by_group(lines: &[AnswerLine]) -> Vec<(String, [i64; 4])> {
    let mut groups: Vec<(String, [i64; 4])> = Vec::new();
    for line in lines {
        let more = [i64::from(line.pieces), line.weight_g, i64::from(line.accepted), line.accepted_weight_g];
        match groups.iter_mut().find(|(group, _)| *group == line.group) {
            Some((_, sums)) => sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more),
            None => groups.push((line.group.clone(), more)),
        }
    }
    groups
}

fn cells(name: String, [pieces, weight, accepted, accepted_weight]: [i64; 4], lang: Lang) -> [String; 7] {
    let (number, kilos) = (|number| grouped(number, lang), |grams| kilograms(grams, lang));
    [
        name,
        number(pieces),
        kilos(weight),
        number(accepted),
        kilos(accepted_weight),
        number(pieces - accepted),
        kilos(weight - accepted_weight),
    ]
}

/// Draws the statement that nobody was found.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn no_recipient(paper: &NoRecipientPaper) -> Result<Vec<u8>, PaperError> {
    let (t, lang) = (Texts::of(paper.lang), paper.lang);
    let mut sheet = begun(&t.company_rest_title(), lang, &paper.letterhead);
    sheet.text(&t.company_rest_title(), &Text::title());
    sheet.text(&t.company_rest_number(&paper.number), &Text::body().bold().after(3.0));
    sheet.text(&t.company_rest_gift(&paper.donation, paper.received_on), &Text::body().after(2.0));
    let weeks = t.company_rest_sentence(paper.letterhead.day, paper.weeks);
    sheet.text(&weeks, &Text::body().bold().after(4.0));
    let number = |number: i64| grouped(number, lang);
    let columns = [
        Column::new(t.csv_group(), 4.0),
        Column::new(t.company_rest_in_stock(), 2.0).end(),
        Column::new(t.company_rest_discarded(), 2.0).end(),
        Column::new(t.company_pieces(), 1.6).end(),
        Column::new(t.company_weight(), 1.8).end(),
    ];
    let row = |name: String, in_stock: i64, discarded: i64, weight: i64| {
        [name, number(in_stock), number(discarded), number(in_stock + discarded), kilograms(weight, lang)]
    };
    let of = |count: fn(&LeftLine) -> i64| paper.lines.iter().map(count).sum::<i64>();
    let lines =
        paper.lines.iter().map(|line| Row::new(row(line.group.clone(), line.in_stock, line.discarded, line.weight_g)));
    let total = row(t.csv_total(), of(|line| line.in_stock), of(|line| line.discarded), of(|line| line.weight_g));
    sheet.table(&columns, &lines.chain([Row::total(total)]).collect::<Vec<_>>());
    sheet.space(1.5);
    sheet.text(&t.company_rest_weight_note(), &Text::small().after(4.0));
    sheet.text(&t.company_rest_never(), &Text::body().after(3.0));
    if !paper.earlier.is_empty() {
        let days = t.listed(paper.earlier.iter().rev().map(|day| t.day(*day)));
        sheet.text(&t.company_rest_earlier(days), &Text::body().after(3.0));
    }
    if !paper.remark.is_empty() {
        sheet.text(&paper.remark, &Text::body().after(4.0));
    }
    closing(&mut sheet, t, &t.company_rest_law(), &paper.signed, paper.keep_until);
    sheet.finish()
}

/// The letterhead: the house above a line, the address in its window, the day.
fn begun(title: &str, lang: Lang, head: &Letterhead) -> Sheet {
    let t = Texts::of(lang);
    let footer = format!("{} · {title}", head.site);
    let mut sheet = Sheet::new(SheetSetup { footer: Some(footer), numbered: true, ..SheetSetup::new(title, lang) });
    sheet.text(&head.site, &Text::body().size(13.0).bold());
    sheet.rule();
    sheet.window(&head.site, &head.receiver);
    let day = t.company_paper_day(head.day);
    let (x, width) = sheet.inside();
    sheet.at(x, 88.0, width, &day, &Text::body().align(super::flow::Align::End));
    sheet
}

/// What the paper is for, and who signs it: a signature never stands alone on a page.
fn closing(sheet: &mut Sheet, t: &Texts, law: &str, signed: &str, keep_until: Date) {
    let style = Text::body().after(3.0);
    let high = sheet.height_of(law, sheet.inside().1, &style);
    sheet.need(high + 3.0 + 38.0);
    sheet.text(law, &style);
    sheet.text(&t.company_paper_signed(signed), &Text::body().after(2.0));
    sheet.signature(&t.company_paper_signature());
    sheet.space(3.0);
    sheet.text(&t.company_paper_kept(keep_until), &Text::small());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_and_numbers_are_written_as_people_write_them() {
        let kilos = |grams| kilograms(grams, Lang::De).replace('\u{a0}', " ");
        assert_eq!(
            [0, 4, 5, 999, 9_994, 12_345, 1_234_567].map(kilos),
            ["0,00 kg", "0,00 kg", "0,01 kg", "1,00 kg", "9,99 kg", "12,35 kg", "1.234,57 kg"]
        );
        assert_eq!(kilograms(1_234_567, Lang::En), "1,234.57\u{a0}kg");
        assert_eq!([0, 999, 1000, -1_234_567].map(|n| grouped(n, Lang::De)), ["0", "999", "1.000", "-1.234.567"]);
    }
}

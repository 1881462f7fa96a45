//! Letters of thanks on paper, for envelopes with a window.

use crate::actions::thanks::Draft;
use crate::paper::PaperError;
use crate::paper::flow::{Sheet, SheetSetup, Text};
use crate::texts::Texts;

/// Draws the letter with these words. `site` sends it, `place` stands before the date where it is known.
pub(super) fn drawn(
    draft: &Draft,
    subject: &str,
    body: &str,
    site: &str,
    today: jiff::civil::Date,
) -> Result<Vec<u8>, PaperError> {
    let mut sheet = Sheet::new(SheetSetup::new(subject, draft.lang));
    write(&mut sheet, draft, subject, body, site, today);
    sheet.finish()
}

/// Several letters with their usual words, one after the other, to be printed at once.
pub(super) fn all(drafts: &[&Draft], site: &str, today: jiff::civil::Date) -> Result<Vec<u8>, PaperError> {
    let Some(first) = drafts.first() else { return Err(PaperError::Pdf("no letters".to_owned())) };
    let mut sheet = Sheet::new(SheetSetup::new(&first.subject, first.lang));
    for (at, draft) in drafts.iter().enumerate() {
        if at > 0 {
            sheet.page_break();
        }
        write(&mut sheet, draft, &draft.subject, &draft.body, site, today);
    }
    sheet.finish()
}

fn write(sheet: &mut Sheet, draft: &Draft, subject: &str, body: &str, site: &str, today: jiff::civil::Date) {
    let t = Texts::of(draft.lang);
    let donor = &draft.donor;
    let town = format!("{} {}", donor.postcode.trim(), donor.city.trim());
    let lines = [&donor.name, &donor.contact, &donor.street, &town, &donor.country];
    let lines: Vec<String> =
        lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    sheet.window(site, &lines);
    let body_style = Text::body().size(11.0);
    sheet.text(&t.day(today), &body_style.align(crate::paper::flow::Align::End).after(6.0));
    sheet.text(subject, &Text::heading().after(6.0));
    for line in body.lines() {
        match line.trim() {
            "" => sheet.space(4.0),
            text => sheet.text(text, &body_style.after(1.0)),
        }
    }
}

//! The poster: what donors are asked for, on one A4 page for a shop window, in black and white.

use super::pdf::{Canvas, Document};
use super::{PaperError, drawings, millimetres, words};
use crate::qr::address::AddressSymbol;
use crate::texts::Lang;
use crate::texts::bidi::Way;

/// A4, in mm.
const PAGE: (f64, f64) = (210.0, 297.0);
const MARGIN: f64 = 14.0;
const INSIDE: f64 = PAGE.0 - 2.0 * MARGIN;
/// Where the foot with the square begins.
const FOOT: f64 = 222.0;
/// Height of a wish in its column.
const ROW: f64 = 19.5;
/// Height of what is not wanted, with its heading.
const STOP: f64 = 19.0;

/// A poster in one language.
#[derive(Clone, Debug)]
pub struct Poster {
    pub lang: Lang,
    pub site: String,
    pub title: String,
    /// A heading and what stands below it, each.
    pub urgent: (String, Vec<PosterWish>),
    pub needed: (String, Vec<PosterWish>),
    pub enough: (String, Vec<PosterWish>),
    pub bring: (String, Vec<String>),
    pub refuse: (String, Vec<String>),
    /// What the square is for.
    pub scan: String,
    pub as_of: String,
    /// What the square leads to.
    pub address: String,
}

#[derive(Clone, Debug)]
pub struct PosterWish {
    pub picture: String,
    pub name: String,
    pub name_lang: Lang,
    pub sizes: String,
}

/// Draws a poster. What does not fit on one page is left to the page that the square leads to, most urgent first.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn draw(poster: &Poster) -> Result<Vec<u8>, PaperError> {
    let mut document = Document::new(PAGE);
    document.page(|canvas| page(canvas, poster));
    document.finish(&poster.title)
}

/// Writes from the side on which the language begins, in a column of `space` mm from `x` on.
struct Column {
    lang: Lang,
    x: f64,
    space: f64,
}

impl Column {
    fn line(&self, canvas: &mut Canvas, text: &str, lang: Lang, baseline: f64, pt: f64) {
        let mut line = words::line(text, lang, self.x, baseline, self.space, pt);
        // A German name in an Arabic list stands on the right too.
        if Way::of(self.lang) == Way::RightToLeft {
            line.x = self.x + self.space - words::width(&line.text, line.pt);
        }
        canvas.words(&line);
    }

    /// As many lines as the text takes, at most `most`; gives the baseline for what follows.
    fn paragraph(&self, canvas: &mut Canvas, text: &str, mut baseline: f64, pt: f64, most: usize) -> f64 {
        for row in wrapped(text, self.space, pt).into_iter().take(most) {
            self.line(canvas, &row, self.lang, baseline, pt);
            baseline += millimetres(pt * 1.35);
        }
        baseline
    }
}

/// The text in lines that fit.
fn wrapped(text: &str, space: f64, pt: f64) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match rows.last_mut() {
            Some(row) if words::width(&format!("{row} {word}"), pt) <= space => {
                row.push(' ');
                row.push_str(word);
            }
            _ => rows.push(word.to_owned()),
        }
    }
    rows
}

fn page(canvas: &mut Canvas, poster: &Poster) {
    let whole = Column { lang: poster.lang, x: MARGIN, space: INSIDE };
    whole.line(canvas, &poster.site, Lang::De, 18.0, 12.0);
    whole.line(canvas, &poster.title, poster.lang, 33.0, 36.0);
    canvas.pen(1.0);
    canvas.stroke((MARGIN, 38.0), (PAGE.0 - MARGIN, 38.0));
    let stops = !poster.enough.1.is_empty();
    let bottom = if stops { FOOT - STOP } else { FOOT } - 2.0;
    let mut top = 43.0;
    // A short list is drawn larger, so that it is read from across the street.
    let rows = [&poster.urgent, &poster.needed].map(|(_, wishes)| wishes.len().div_ceil(2));
    let headings = rows.iter().filter(|rows| **rows > 0).count() as f64 * 12.5;
    let rows = rows.iter().sum::<usize>().max(1) as f64;
    let scale = ((bottom - top - headings) / (rows * ROW)).clamp(1.0, 1.55);
    let high = ROW * scale;
    for (heading, wishes) in [&poster.urgent, &poster.needed] {
        if wishes.is_empty() || top + 9.5 + high > bottom {
            continue;
        }
        whole.line(canvas, heading, poster.lang, top + 6.0, 18.0);
        top += 9.5;
        let fit = ((bottom - top) / high + 1e-6).floor().max(0.0) as usize * 2;
        for (at, wish) in wishes.iter().take(fit).enumerate() {
            let column = if Way::of(poster.lang) == Way::RightToLeft { 1 - at % 2 } else { at % 2 };
            let left = MARGIN + column as f64 * (INSIDE / 2.0 + 2.0);
            let corner = (left, top + (at / 2) as f64 * high);
            draw_wish(canvas, poster.lang, wish, corner, INSIDE / 2.0 - 2.0, scale);
        }
        top += wishes.len().min(fit).div_ceil(2) as f64 * high + 3.0;
    }
    if stops {
        let top = FOOT - STOP;
        canvas.pen(0.4);
        canvas.frame((MARGIN, top), (INSIDE, STOP - 3.0), 2.5);
        let inside = Column { lang: poster.lang, x: MARGIN + 4.0, space: INSIDE - 8.0 };
        inside.line(canvas, &format!("× {}", poster.enough.0), poster.lang, top + 6.3, 13.0);
        let names: Vec<&str> = poster.enough.1.iter().map(|wish| wish.name.as_str()).collect();
        let lang = poster.enough.1.first().map_or(poster.lang, |wish| wish.name_lang);
        let rows = wrapped(&names.join(" · "), INSIDE - 8.0, 11.0);
        let more = if rows.len() > 1 { " …" } else { "" };
        let first = rows.first().cloned().unwrap_or_default();
        inside.line(canvas, &format!("{first}{more}"), lang, top + 12.6, 11.0);
    }
    foot(canvas, poster);
}

fn draw_wish(canvas: &mut Canvas, lang: Lang, wish: &PosterWish, (left, top): (f64, f64), wide: f64, scale: f64) {
    let (side, high) = (15.0 * scale, ROW * scale);
    let backwards = Way::of(lang) == Way::RightToLeft;
    canvas.pen(0.3);
    canvas.frame((left, top), (wide, high - 2.5), 2.5);
    let picture = if backwards { left + wide - side - 2.0 } else { left + 2.0 };
    drawings::draw(canvas, &wish.picture, (picture, top + (high - 2.5 - side) / 2.0), side);
    let x = if backwards { left + 2.0 } else { left + side + 5.0 };
    let text = Column { lang, x, space: wide - side - 7.0 };
    let middle = top + (high - 2.5) / 2.0;
    if wish.sizes.is_empty() {
        text.line(canvas, &wish.name, wish.name_lang, middle + 2.1 * scale, 16.0 * scale);
    } else {
        text.line(canvas, &wish.name, wish.name_lang, middle - 0.7 * scale, 16.0 * scale);
        text.line(canvas, &wish.sizes, lang, middle + 5.1 * scale, 11.0 * scale);
    }
}

fn foot(canvas: &mut Canvas, poster: &Poster) {
    canvas.pen(1.0);
    canvas.stroke((MARGIN, FOOT), (PAGE.0 - MARGIN, FOOT));
    let backwards = Way::of(poster.lang) == Way::RightToLeft;
    let square = 46.0;
    let left = if backwards { MARGIN } else { PAGE.0 - MARGIN - square };
    if let Some(symbol) = AddressSymbol::of(&poster.address) {
        canvas.bars((left, FOOT + 3.0), square / f64::from(symbol.side), &symbol.bars);
    }
    let below = Column { lang: poster.lang, x: left, space: square };
    below.line(canvas, &poster.scan, poster.lang, FOOT + square + 5.5, 9.0);
    let bare = poster.address.split("://").last().unwrap_or_default();
    below.line(canvas, bare, Lang::De, FOOT + square + 10.5, 9.0);
    let x = if backwards { MARGIN + square + 8.0 } else { MARGIN };
    let text = Column { lang: poster.lang, x, space: INSIDE - square - 8.0 };
    let mut baseline = FOOT + 9.0;
    for ((heading, lines), most) in [(&poster.bring, 5), (&poster.refuse, 4)] {
        if lines.is_empty() {
            continue;
        }
        text.line(canvas, heading, poster.lang, baseline, 14.0);
        baseline += 6.0;
        let mut left = most;
        for line in lines {
            let rows = wrapped(line, text.space, 11.0).len().min(left);
            baseline = text.paragraph(canvas, line, baseline, 11.0, left);
            left -= rows;
        }
        baseline += 4.0;
    }
    text.line(canvas, &poster.as_of, poster.lang, PAGE.1 - 12.0, 9.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poster_with_much_on_it_is_one_page() {
        let wish = |at: usize| PosterWish {
            picture: "out".to_owned(),
            name: format!("Ding {at}"),
            name_lang: Lang::De,
            sizes: if at.is_multiple_of(2) { "Kinder 104 · 110".to_owned() } else { String::new() },
        };
        let some = |count: usize| ("Überschrift".to_owned(), (0..count).map(wish).collect::<Vec<_>>());
        let long = ("Wohin?".to_owned(), vec!["Wort ".repeat(200)]);
        for lang in Lang::ALL {
            let poster = Poster {
                lang,
                site: "Probe".to_owned(),
                title: "Das wird gebraucht".to_owned(),
                urgent: some(40),
                needed: some(40),
                enough: some(40),
                bring: long.clone(),
                refuse: long.clone(),
                scan: "Scannen".to_owned(),
                as_of: "heute".to_owned(),
                address: "https://kleiderkammer.example.org/wanted".to_owned(),
            };
            assert!(draw(&poster).expect("a file").starts_with(b"%PDF-1.7"));
        }
        assert_eq!(wrapped("eins zwei", 1000.0, 10.0), ["eins zwei"]);
        assert_eq!(wrapped("eins zwei", 1.0, 10.0), ["eins", "zwei"]);
    }
}

//! Sheets that lie beside a scanner, so that nobody needs a keyboard: the commands, and products to choose from.

use super::layout::Line;
use super::pdf::{Canvas, Document};
use super::{PaperError, font, millimetres, pictograms, words};
use crate::codes::{Code, Command};
use crate::domain::catalogue::{Catalogue, Product};
use crate::domain::desk::Mode;
use crate::domain::desk::mode_name;
use crate::qr::draw::{QUIET_ZONE, SIDE, Symbol};
use crate::texts::{Lang, Message, Texts, say};

/// A4, in mm.
const PAGE: (f64, f64) = (210.0, 297.0);
/// Left and right of the fields; above the title. No printer reaches further.
const MARGIN: f64 = 8.0;
const HEAD: f64 = 17.0;
/// The line above a group of fields.
const GROUP: f64 = 5.0;
const COLUMNS: usize = 3;
const FIELD: (f64, f64) = (64.0, 39.0);
/// A module of the squares. Everybody's scanner reads 1 mm from an arm's length.
const MODULE: f64 = 1.016; // twelve dots at 300 dpi
/// Fields of a page of products, which has no groups.
const PRODUCTS_ON_A_PAGE: usize = 21;

/// A product with its code.
#[derive(Clone, Debug)]
pub struct ProductField {
    pub code: Code,
    /// Its names in the languages of the sheet, as far as there are some; the first is the largest.
    pub names: Vec<(Lang, String)>,
    pub group: String,
}

impl ProductField {
    /// The field of a product: its name in these languages, each name once, and its group.
    pub fn of(code: Code, product: &Product, catalogue: &Catalogue, langs: &[Lang]) -> ProductField {
        let mut names: Vec<(Lang, String)> = Vec::new();
        for lang in or_german(langs) {
            let name = product.names.get(*lang);
            if !names.iter().any(|(_, known)| known == name) {
                names.push((lang.of_name(name), name.to_owned()));
            }
        }
        let group = catalogue.group_words(product).get(or_german(langs)[0]).to_owned();
        ProductField { code, names, group }
    }
}

/// What a group is called, and the commands of one row.
type Row = (fn() -> Message, [Option<Command>; COLUMNS]);

/// The commands of a page, in rows of three; each row's group is named above it unless it is that of the row before.
fn rows() -> [Row; 6] {
    use Command::*;
    [
        (say::command_group_answer, [Some(Yes), Some(Cancel), Some(Undo)]),
        (say::command_group_mode, [Some(ModeHandout), Some(ModeIntake), Some(ModeReturn)]),
        (say::command_group_mode, [Some(ModeMove), Some(ModeStocktake), Some(ModeLookup)]),
        (say::command_group_count, [Some(Quantity(2)), Some(Quantity(5)), Some(Quantity(10))]),
        (say::command_group_more, [Some(Finish), Some(Print), Some(Help)]),
        (say::command_group_more, [Some(Lock), Some(Test), None]),
    ]
}

/// What a command is called.
fn name(command: Command) -> Message {
    match command {
        Command::Yes => say::command_yes(),
        Command::Cancel => say::command_cancel(),
        Command::Undo => say::command_undo(),
        Command::Finish => say::command_finish(),
        Command::Quantity(count) => say::command_quantity(u32::from(count)),
        Command::ModeHandout => mode_name(Mode::Handout),
        Command::ModeIntake => mode_name(Mode::Intake),
        Command::ModeReturn => mode_name(Mode::Return),
        Command::ModeMove => mode_name(Mode::Move),
        Command::ModeStocktake => mode_name(Mode::Stocktake),
        Command::ModeLookup => mode_name(Mode::Lookup),
        Command::Print => say::command_print(),
        Command::Help => say::command_help(),
        Command::Lock => say::command_lock(),
        Command::Test => say::command_test(),
    }
}

/// One A4 page with every command: square, picture, and its word in these languages, the first one largest.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn command_sheet(langs: &[Lang]) -> Result<Vec<u8>, PaperError> {
    let langs = or_german(langs);
    let mut document = Document::new(PAGE);
    document.page(|canvas| {
        head(canvas, langs, say::command_sheet_title(), &say::command_sheet_lead(), None);
        let mut top = HEAD;
        let mut above = String::new();
        for (group, commands) in rows() {
            let title = joined(langs, &group());
            if title != above {
                heading(canvas, langs, &group(), top);
                top += GROUP;
                above = title;
            }
            for (column, command) in commands.into_iter().enumerate() {
                let Some(command) = command else { continue };
                let corner = corner(column, top);
                let says: Vec<(Lang, String)> =
                    langs.iter().map(|lang| (*lang, Texts::of(*lang).say(&name(command)))).collect();
                field(canvas, corner, command.code(), &says, None);
                picture(canvas, command, (corner.0 + FIELD.0 - 14.0, corner.1 + 3.0), 11.0);
            }
            top += FIELD.1;
        }
    });
    document.finish(&Texts::of(langs[0]).command_sheet_title())
}

/// A4 pages with a field for each product: scanned once, it says what the next labels are on.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn product_sheet(langs: &[Lang], products: &[ProductField]) -> Result<Vec<u8>, PaperError> {
    let langs = or_german(langs);
    let mut document = Document::new(PAGE);
    let pages = products.len().div_ceil(PRODUCTS_ON_A_PAGE).max(1);
    for page in 0..pages {
        document.page(|canvas| {
            let number = (pages > 1).then(|| format!("{}/{pages}", page + 1));
            head(canvas, langs, say::product_sheet_title(), &say::product_sheet_lead(), number);
            for (at, product) in products.iter().skip(page * PRODUCTS_ON_A_PAGE).take(PRODUCTS_ON_A_PAGE).enumerate() {
                let corner = corner(at % COLUMNS, HEAD + 1.0 + (at / COLUMNS) as f64 * FIELD.1);
                field(canvas, corner, product.code, &product.names, Some(&product.group));
            }
        });
    }
    document.finish(&Texts::of(langs[0]).product_sheet_title())
}

fn or_german(langs: &[Lang]) -> &[Lang] {
    if langs.is_empty() { &[Lang::De] } else { langs }
}

fn corner(column: usize, top: f64) -> (f64, f64) {
    let left = (PAGE.0 - FIELD.0 * COLUMNS as f64) / 2.0;
    (left + FIELD.0 * column as f64, top)
}

fn head(canvas: &mut Canvas, langs: &[Lang], title: Message, lead: &Message, number: Option<String>) {
    let space = PAGE.0 - 2.0 * MARGIN;
    let first = langs[0];
    canvas.words(&words::line(&Texts::of(first).say(&title), first, MARGIN, 10.0, space * 0.45, 18.0));
    let t = Texts::of(first).say(lead);
    canvas.words(&words::line(&t, first, MARGIN, 15.0, space * 0.45, 9.0));
    // The other languages on the right half, a line each.
    let others = langs.iter().skip(1).take(3);
    for (at, lang) in others.enumerate() {
        let text = format!("{}: {}", Texts::of(*lang).say(&title), Texts::of(*lang).say(lead));
        let wide = space * 0.5;
        canvas.words(&words::line(&text, *lang, PAGE.0 - MARGIN - wide, 7.0 + 4.0 * at as f64, wide, 8.0));
    }
    if let Some(number) = number {
        canvas.text(&Line { text: number, x: PAGE.0 / 2.0 - 4.0, baseline: PAGE.1 - 4.0, pt: 8.0 });
    }
}

fn joined(langs: &[Lang], message: &Message) -> String {
    langs.iter().map(|lang| Texts::of(*lang).say(message)).collect::<Vec<_>>().join(" · ")
}

/// A group's name in every language, one beside the other.
fn heading(canvas: &mut Canvas, langs: &[Lang], group: &Message, top: f64) {
    let wide = (PAGE.0 - 2.0 * MARGIN) / langs.len() as f64;
    for (at, lang) in langs.iter().enumerate() {
        let x = MARGIN + wide * at as f64;
        canvas.words(&words::line(&Texts::of(*lang).say(group), *lang, x, top + 3.8, wide - 4.0, 9.0));
    }
}

/// Square with its code below on the left, words on the right; a thin frame to cut along.
fn field(canvas: &mut Canvas, (left, top): (f64, f64), code: Code, says: &[(Lang, String)], note: Option<&str>) {
    let (side, quiet) = (MODULE * f64::from(SIDE), MODULE * f64::from(QUIET_ZONE));
    canvas.pen(0.1);
    canvas.frame((left, top), FIELD, 2.0);
    let at = on_dots((left + quiet + 0.5, top + quiet + 0.5));
    canvas.symbol(at, MODULE, &Symbol::of(&code));
    let printed = code.printed();
    let pt = 9.0;
    let wide = millimetres(printed.chars().count() as f64 * font::ADVANCE * pt);
    let baseline = top + FIELD.1 - 2.6;
    canvas.text(&Line { text: printed, x: at.0 + (side - wide) / 2.0, baseline, pt });
    let x = at.0 + side + quiet + 0.5;
    let space = left + FIELD.0 - x - 2.0;
    let mut baseline = top + 19.0;
    for (at, (lang, text)) in says.iter().enumerate() {
        let pt = if at == 0 { 13.0 } else { 10.0 };
        for row in words::rows(text, space, pt) {
            canvas.words(&words::line(&row, *lang, x, baseline, space, pt));
            baseline += if at == 0 { 5.2 } else { 4.4 };
        }
    }
    if let Some(note) = note {
        canvas.words(&words::line(note, Lang::De, x, top + 8.0, space, 7.0));
    }
}

fn picture(canvas: &mut Canvas, command: Command, at: (f64, f64), side: f64) {
    match pictograms::sign(command) {
        Some(sign) => {
            let pt = 26.0;
            let x = at.0 + side - words::width(&sign, pt);
            canvas.words(&Line { text: sign, x, baseline: at.1 + side * 0.85, pt });
        }
        None => pictograms::draw(canvas, command, at, side),
    }
}

/// The nearest corner of a dot at 300 dpi, so that all modules of a square are equally large in print.
fn on_dots((x, y): (f64, f64)) -> (f64, f64) {
    let dot = super::MM_PER_INCH / 300.0;
    let whole = |mm: f64| (mm / dot).round() * dot;
    (whole(x), whole(y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_has_every_command_once() {
        let on_sheet: Vec<Command> = rows().into_iter().flat_map(|(_, commands)| commands).flatten().collect();
        assert_eq!(on_sheet.len(), Command::ALL.len());
        assert!(Command::ALL.iter().all(|command| on_sheet.contains(command)));
    }

    #[test]
    fn everything_fits_on_the_page() {
        let groups = 4.0 * GROUP;
        assert!(HEAD + groups + 6.0 * FIELD.1 + 4.0 <= PAGE.1, "{}", HEAD + groups + 6.0 * FIELD.1);
        assert!(HEAD + 1.0 + (PRODUCTS_ON_A_PAGE / COLUMNS) as f64 * FIELD.1 + 4.0 <= PAGE.1);
        assert!(COLUMNS as f64 * FIELD.0 + 2.0 * MARGIN <= PAGE.0 + 1e-6 || COLUMNS as f64 * FIELD.0 <= 194.0);
    }
}

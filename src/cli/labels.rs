//! `gabentisch labels`: makes blank labels, lists the stocks, prints the calibration page.

use std::fmt::Display;
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::{open_house, the_house};
use crate::actions::product_codes;
use crate::codes::{Code, Kind};
use crate::domain::catalogue::{Catalogue, ProductCode};
use crate::domain::sizes::Sizes;
use crate::paper::labels::{LabelText, Sheet};
use crate::paper::profile::Profile;
use crate::paper::sheets::{self, ProductField};
use crate::paper::stocks::{self, Page, Stock};
use crate::paper::test_page;
use crate::texts::Lang;

/// Most labels in one file.
const MOST: usize = 100_000;

/// Where printer profiles lie if they are given by name.
const PROFILES: &str = "labels/profiles";

/// Make new blank labels and write them as a file for the printer.
///
/// Each code is made once, recorded, and never made again. Print PDF files at 100 %.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
#[command(after_help = "Example:\n  gabentisch labels --stock L4736REV --count 96 -o labels.pdf")]
pub struct Labels {
    #[command(subcommand)]
    pub action: Option<Action>,
    #[command(flatten)]
    pub make: Make,
}

#[derive(Debug, clap::Subcommand)]
pub enum Action {
    /// List the label stocks
    #[command(after_help = "Example:\n  gabentisch labels stocks")]
    Stocks,
    /// Write a page that shows how far the printer is off on a stock
    ///
    /// Print it on the stock at 100 %. The tick on which the real edge of a label falls says how far the printer is off,
    /// in steps of 0.5 mm. Write the difference into labels/profiles/NAME.toml: dx_mm, dy_mm, scale_x_ppm, scale_y_ppm.
    #[command(after_help = "Example:\n  gabentisch labels test-page --stock L4736REV -o test.pdf")]
    TestPage(TestPage),
    /// Write the page of all commands, to lie beside the scanner instead of a keyboard
    #[command(after_help = "Example:\n  gabentisch labels command-sheet --lang de,uk,ar -o commands.pdf")]
    CommandSheet(CommandSheet),
    /// Write a sheet of products: scanned once, a field says what the next labels are on
    ///
    /// Each product gets its code once; later prints show the same one.
    #[command(
        after_help = "Example:\n  gabentisch labels product-sheet --products winterjacke,hose -o products.pdf\n  \
                            gabentisch labels product-sheet --group OUT -o jackets.pdf"
    )]
    ProductSheet(ProductSheet),
}

#[derive(Debug, clap::Args)]
pub struct CommandSheet {
    /// Languages of the words, the first one largest: de, en, uk, ar
    #[arg(long, value_name = "LANG", value_delimiter = ',', default_value = "de,en,uk,ar", value_parser = lang)]
    pub lang: Vec<Lang>,
    /// PDF file to write
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct ProductSheet {
    /// Codes of products of the catalogue
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    pub products: Vec<String>,
    /// All products of a group of the catalogue
    #[arg(long, value_name = "GROUP")]
    pub group: Option<String>,
    /// Languages of the names, the first one largest: de, en
    #[arg(long, value_name = "LANG", value_delimiter = ',', default_value = "de,en", value_parser = lang)]
    pub lang: Vec<Lang>,
    /// PDF file to write
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub place: super::Place,
}

fn lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|()| "use de, en, uk or ar".to_owned())
}

#[derive(Debug, clap::Args)]
pub struct Make {
    /// Label stock, see `gabentisch labels stocks`
    #[arg(long, value_name = "NAME")]
    pub stock: Option<String>,
    /// How many labels
    #[arg(long, value_name = "N")]
    pub count: Option<usize>,
    /// What the labels are for: item, box, card, location, badge, donation, donor or product
    #[arg(long, value_name = "KIND", default_value = "item")]
    pub kind: String,
    /// First free label of the first sheet, counted from 1, row by row
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub start_at: usize,
    /// Correction for the printer: a file, or the name of one in labels/profiles
    #[arg(long, value_name = "NAME")]
    pub printer_profile: Option<String>,
    /// File to write: .pdf for sheets and rolls, .png for pictures, .zpl for Zebra printers
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub place: super::Place,
}

#[derive(Debug, clap::Args)]
pub struct TestPage {
    /// Label stock, see `gabentisch labels stocks`
    #[arg(long, value_name = "NAME")]
    pub stock: Option<String>,
    /// Correction to try: a file, or the name of one in labels/profiles
    #[arg(long, value_name = "NAME")]
    pub printer_profile: Option<String>,
    /// PDF file to write
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Pdf,
    Png,
    Zpl,
}

/// Does what the command line says. `make_codes` makes and records new codes; it is called only after everything that the
/// command line asks for has been checked, because codes are never made twice.
///
/// # Errors
/// [`Failure::Usage`] for a wrong command line, [`Failure::Failed`] if codes could not be made or a file not be written.
pub fn run<E: Display>(
    args: &Labels,
    out: &mut impl Write,
    make_codes: impl FnOnce(Kind, usize) -> Result<Vec<Code>, E>,
) -> Result<(), Failure> {
    match &args.action {
        None => make(&args.make, make_codes),
        Some(Action::Stocks) => list(out).map_err(|error| Failure::Failed(format!("cannot write: {error}"))),
        Some(Action::TestPage(page)) => calibrate(page),
        Some(Action::CommandSheet(sheet)) => command_sheet(sheet),
        Some(Action::ProductSheet(sheet)) => product_sheet(sheet),
    }
}

fn make<E: Display>(args: &Make, make_codes: impl FnOnce(Kind, usize) -> Result<Vec<Code>, E>) -> Result<(), Failure> {
    let stock = stock(args.stock.as_deref())?;
    let count = match args.count {
        Some(count @ 1..=MOST) => count,
        Some(_) => return Err(Failure::Usage(format!("make 1 to {MOST} labels at a time: --count 96"))),
        None => return Err(Failure::Usage("say how many labels: --count 96".to_owned())),
    };
    let kind = kind(&args.kind)?;
    let profile = profile(args.printer_profile.as_deref())?;
    let (path, format) = output(args.output.as_deref(), "labels.pdf")?;
    if format == Format::Zpl && stock.page == Page::A4 {
        return Err(Failure::Usage(format!("{} is a sheet, and ZPL is for rolls: write a .pdf", stock.name)));
    }
    // Tried without labels, so that no code is made in vain.
    Sheet::new(stock, &[]).starting_at(args.start_at).map_err(|error| Failure::Usage(error.to_string()))?;
    check_writable(path)?;

    let codes = make_codes(kind, count).map_err(|error| Failure::Failed(format!("cannot make codes: {error}")))?;
    let labels: Vec<LabelText> = codes.into_iter().map(LabelText::from).collect();
    let failed = |error: crate::paper::PaperError| Failure::Failed(error.to_string());
    let sheet = Sheet::new(stock, &labels).starting_at(args.start_at).map_err(failed)?.corrected_by(profile);
    match format {
        Format::Pdf => write(path, &sheet.to_pdf().map_err(failed)?),
        Format::Zpl => write(path, sheet.to_zpl().map_err(failed)?.as_bytes()),
        Format::Png if sheet.page_count() == 1 => {
            sheet.png_pages().try_for_each(|page| write(path, &page.map_err(failed)?))
        }
        Format::Png => (1..)
            .zip(sheet.png_pages())
            .try_for_each(|(number, page)| write(&numbered(path, number), &page.map_err(failed)?)),
    }
}

fn calibrate(args: &TestPage) -> Result<(), Failure> {
    let stock = stock(args.stock.as_deref())?;
    let profile = profile(args.printer_profile.as_deref())?;
    let (path, format) = output(args.output.as_deref(), "test.pdf")?;
    if format != Format::Pdf {
        return Err(Failure::Usage("the test page is a PDF: -o test.pdf".to_owned()));
    }
    write(path, &test_page(stock, profile).map_err(|error| Failure::Failed(error.to_string()))?)
}

fn command_sheet(args: &CommandSheet) -> Result<(), Failure> {
    let path = pdf(args.output.as_deref(), "commands.pdf")?;
    write(path, &sheets::command_sheet(&args.lang).map_err(|error| Failure::Failed(error.to_string()))?)
}

fn product_sheet(args: &ProductSheet) -> Result<(), Failure> {
    let path = pdf(args.output.as_deref(), "products.pdf")?;
    check_writable(path)?;
    let house = open_house(&args.place.settings()?, true)?;
    let actor = the_house(&house)?;
    let catalogue = house.catalogue();
    let mut wanted = Vec::new();
    for code in &args.products {
        let code = code.trim();
        let product = catalogue.product(code).ok_or_else(|| match catalogue.find(code, Sizes::shipped()).first() {
            Some(found) => Failure::Usage(format!("no product is called {code}: did you mean {}?", found.product.code)),
            None => Failure::Usage(format!("no product is called {code}: see the catalogue's pages for the codes")),
        })?;
        wanted.push(product.code.clone());
    }
    if let Some(group) = &args.group {
        let code = group.trim().to_uppercase();
        let known = catalogue.group(&code).ok_or_else(|| {
            let codes: Vec<_> = catalogue.groups().iter().map(|group| group.code.to_string()).collect();
            Failure::Usage(format!("no group is called {group}: --group is one of {}", codes.join(", ")))
        })?;
        wanted.extend(catalogue.products_of(&known.code).map(|product| product.code.clone()));
    }
    if wanted.is_empty() {
        return Err(Failure::Usage("say which products: --products winterjacke,hose or --group OUT".to_owned()));
    }
    let codes = product_codes::product_codes(&house, &actor, wanted)?;
    let fields = product_fields(&catalogue, &args.lang, &codes);
    write(path, &sheets::product_sheet(&args.lang, &fields).map_err(|error| Failure::Failed(error.to_string()))?)
}

/// What stands in each field: the name in the languages of the sheet, each name once.
fn product_fields(catalogue: &Catalogue, langs: &[Lang], codes: &[(ProductCode, Code)]) -> Vec<ProductField> {
    let field = |(product, code): &(ProductCode, Code)| {
        let product = catalogue.product(product.as_str())?;
        Some(ProductField::of(*code, product, catalogue, langs))
    };
    codes.iter().filter_map(field).collect()
}

/// The PDF file to write.
fn pdf<'a>(path: Option<&'a Path>, example: &str) -> Result<&'a Path, Failure> {
    let path = path.ok_or_else(|| Failure::Usage(format!("say which file to write: -o {example}")))?;
    let is_pdf = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    if is_pdf { Ok(path) } else { Err(Failure::Usage(format!("the sheet is a PDF: -o {example}"))) }
}

fn list(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{:<10} {:>8}  {:<16} {:>9}  kind of paper; also called",
        "name", "on a page", "label, mm", "square, mm"
    )?;
    for stock in stocks::all() {
        let size = format!("{} × {}", stock.label.width, stock.label.height);
        let also = if stock.aliases.is_empty() { String::new() } else { format!("; {}", stock.aliases.join(", ")) };
        let (name, labels, square) = (&stock.name, stock.per_page(), stock.square());
        writeln!(out, "{name:<10} {labels:>9}  {size:<16} {square:>10.1}  {}{also}", stock.title)?;
    }
    Ok(())
}

fn stock(name: Option<&str>) -> Result<&'static Stock, Failure> {
    let names = || stocks::all().iter().map(|stock| stock.name.as_str()).collect::<Vec<_>>();
    match name {
        None => Err(Failure::Usage(format!("say which label stock: --stock with one of {}", names().join(", ")))),
        Some(name) => stocks::find(name).ok_or_else(|| {
            Failure::Usage(match nearest(name, &names()) {
                Some(meant) => format!("no label stock is called {name}: did you mean --stock {meant}?"),
                None => format!("no label stock is called {name}: take one of {}", names().join(", ")),
            })
        }),
    }
}

/// The one name that differs from this one by at most two typing errors.
fn nearest<'a>(typed: &str, names: &[&'a str]) -> Option<&'a str> {
    let typed: Vec<char> = typed.to_uppercase().chars().collect();
    let near = names.iter().map(|name| (distance(&typed, &name.to_uppercase().chars().collect::<Vec<_>>()), *name));
    near.min().filter(|(distance, name)| *distance <= 2 && name.len() > 3).map(|(_, name)| name)
}

/// How many characters have to be put in, taken out, replaced or swapped with their neighbour to make one text the other
/// (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut cost = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            cost[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replaced = cost[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let least = replaced.min(cost[i - 1][j] + 1).min(cost[i][j - 1] + 1);
                if swapped { least.min(cost[i - 2][j - 2] + 1) } else { least }
            };
        }
    }
    cost[a.len()][b.len()]
}

fn kind(word: &str) -> Result<Kind, Failure> {
    match Kind::from_word(word) {
        Some(kind) if kind != Kind::Command => Ok(kind),
        _ => {
            let words = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Command).map(Kind::word);
            let words = words.collect::<Vec<_>>().join(", ");
            Err(Failure::Usage(format!("no labels of kind {word}: --kind is one of {words}")))
        }
    }
}

/// The profile of this name, or the one in this file.
fn profile(name: Option<&str>) -> Result<Profile, Failure> {
    let Some(name) = name else { return Ok(Profile::default()) };
    let is_file = name.ends_with(".toml") || name.contains(['/', '\\']);
    let path = if is_file { PathBuf::from(name) } else { Path::new(PROFILES).join(format!("{name}.toml")) };
    let shown = path.display();
    let text = std::fs::read_to_string(&path).map_err(|error| {
        Failure::Usage(format!("cannot read the printer profile {shown} ({error}): check its name"))
    })?;
    Profile::parse(&text).map_err(|error| {
        let reason = error.to_string();
        Failure::Usage(format!("the printer profile {shown} is wrong: {}", reason.trim().replace('\n', " ")))
    })
}

/// The file to write and its format, known by its ending.
fn output<'a>(path: Option<&'a Path>, example: &str) -> Result<(&'a Path, Format), Failure> {
    let path = path.ok_or_else(|| Failure::Usage(format!("say which file to write: -o {example}")))?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("pdf") => Ok((path, Format::Pdf)),
        Some("png") => Ok((path, Format::Png)),
        Some("zpl") => Ok((path, Format::Zpl)),
        _ => Err(Failure::Usage(format!("{}: let the name end in .pdf, .png or .zpl: -o {example}", path.display()))),
    }
}

/// `labels.png` as `labels-1.png`.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{number}.png"))
}

/// Opens the file as it will be opened later, and leaves everything as it was.
fn check_writable(path: &Path) -> Result<(), Failure> {
    let existed = path.exists();
    File::options().append(true).create(true).open(path).map_err(|error| cannot_write(path, &error))?;
    if existed { Ok(()) } else { std::fs::remove_file(path).map_err(|error| cannot_write(path, &error)) }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| cannot_write(path, &error))
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    Failure::Failed(format!("cannot write {} ({error}): choose another file or folder with -o", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_are_understood() {
        let names = ["L4736REV", "L7160", "L7163", "3475", "57x32"];
        assert_eq!(nearest("L4763REV", &names), Some("L4736REV"));
        assert_eq!(nearest("l716", &names), Some("L7160"));
        assert_eq!(nearest("57×32", &names), Some("57x32"));
        assert_eq!(nearest("Herma", &names), None);
    }

    #[test]
    fn pages_are_numbered_before_the_ending() {
        assert_eq!(numbered(Path::new("a.b/labels.v2.png"), 12), Path::new("a.b/labels.v2-12.png"));
    }
}

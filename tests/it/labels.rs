//! Printed labels: what comes out of the printer's file is read back by our reader and by another one.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use clap::Parser;
use gabentisch::cli::failure::Failure;
use gabentisch::cli::labels::{Labels, run};
use gabentisch::codes::{Code, Command as CodeCommand, Kind};
use gabentisch::paper::labels::{LabelText, Sheet};
use gabentisch::paper::profile::Profile;
use gabentisch::paper::{stocks, test_page};
use gabentisch::qr::read::open::open;
use gabentisch::qr::read::{read_codes, read_within};
use rand::SeedableRng;
use rand::rngs::StdRng;

fn labels(count: usize) -> Vec<LabelText> {
    let mut rng = StdRng::seed_from_u64(4736);
    (0..count).map(|_| LabelText::from(Code::draw(Kind::Item, &mut rng))).collect()
}

fn codes(labels: &[LabelText]) -> Vec<String> {
    labels.iter().map(|label| label.code.to_string()).collect()
}

/// The pages of a PDF as pictures of this resolution, in their order.
fn rendered(pdf: &[u8], folder: &Path, dpi: u32) -> Vec<PathBuf> {
    let file = folder.join("labels.pdf");
    std::fs::write(&file, pdf).unwrap();
    let status = Command::new("pdftoppm")
        .args(["-png", "-gray", "-r", &dpi.to_string()])
        .arg(&file)
        .arg(folder.join("page"))
        .status()
        .expect("pdftoppm is installed (poppler-utils)");
    assert!(status.success());
    pictures_in(folder)
}

fn pictures_in(folder: &Path) -> Vec<PathBuf> {
    let mut pictures: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pictures.retain(|path| path.extension().is_some_and(|ending| ending == "png"));
    pictures.sort();
    pictures
}

fn read_by_us(picture: &Path) -> Vec<String> {
    let grey = open(&std::fs::read(picture).unwrap()).unwrap();
    // More time than a picture gets in use: this program is not optimised, and other tests run beside it.
    let reading = read_within(&grey, Duration::from_secs(120));
    assert!(reading.complete);
    reading.found.into_iter().map(|found| found.text).collect()
}

fn read_by_zbar(picture: &Path) -> Vec<String> {
    let out = Command::new("zbarimg")
        .args(["--raw", "-q", "-S*.enable=0", "-Sqrcode.enable=1"])
        .arg(picture)
        .output()
        .expect("zbarimg is installed (zbar-tools)");
    String::from_utf8(out.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// All of these codes, each once, whatever their order.
fn assert_each_once(mut read: Vec<String>, printed: &[String], who: &str) {
    read.sort();
    let mut printed = printed.to_vec();
    printed.sort();
    let missing: Vec<_> = printed.iter().filter(|code| !read.contains(code)).collect();
    assert_eq!(read, printed, "{who}: {} of {} read, missing {missing:?}", read.len(), printed.len());
    assert!(read.iter().all(|code| code.parse::<Code>().is_ok()), "{who}");
}

fn assert_read_back(stock: &str, count: usize) {
    let stock = stocks::find(stock).unwrap();
    let labels = labels(count);
    let pdf = Sheet::new(stock, &labels).to_pdf().unwrap();
    let all = codes(&labels);
    for (dpi, who, read) in [(300, "ours", read_by_us as fn(&Path) -> Vec<String>), (300, "zbar", read_by_zbar)] {
        let folder = tempfile::tempdir().unwrap();
        let pictures = rendered(&pdf, folder.path(), dpi);
        assert_eq!(pictures.len(), count.div_ceil(stock.per_page()), "{}", stock.name);
        for (picture, page) in pictures.iter().zip(all.chunks(stock.per_page())) {
            assert_each_once(read(picture), page, &format!("{}, {who}", stock.name));
        }
    }
}

#[test]
fn two_sheets_of_the_everyday_stock_are_read_back() {
    assert_read_back("L4736REV", 96);
}

#[test]
fn larger_sheets_and_rolls_are_read_back() {
    assert_read_back("3475", 24);
    assert_read_back("L7160", 21);
    assert_read_back("57x32", 3);
}

#[test]
fn the_other_stocks_are_read_back() {
    for stock in stocks::all() {
        if !["L4736REV", "3475", "L7160", "57x32"].contains(&stock.name.as_str()) {
            assert_read_back(&stock.name, stock.per_page().min(21));
        }
    }
}

#[test]
fn pictures_are_read_back_like_the_pdf() {
    for name in ["L4736REV", "L4731REV", "57x32", "DK-11209"] {
        let stock = stocks::find(name).unwrap();
        let labels = labels(stock.per_page());
        let pages = Sheet::new(stock, &labels).to_png_pages().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let picture = folder.path().join("page.png");
        std::fs::write(&picture, &pages[0]).unwrap();
        assert_eq!(pages.len(), 1);
        assert_each_once(read_by_us(&picture), &codes(&labels), name);
    }
}

/// The words under the squares can be searched and copied, and the printer is told not to scale.
#[test]
fn the_pdf_has_text_and_wants_to_be_printed_at_its_size() {
    let labels = [LabelText { lines: vec!["Größe 104".to_owned()], ..labels(1)[0].clone() }];
    let pdf = Sheet::new(stocks::find("L4736REV").unwrap(), &labels).to_pdf().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("labels.pdf");
    std::fs::write(&file, &pdf).unwrap();
    let text = Command::new("pdftotext").arg(&file).arg("-").output().unwrap().stdout;
    let text = String::from_utf8(text).unwrap();
    assert!(text.contains(&labels[0].code.printed()) && text.contains("Größe 104"), "{text}");
    let fonts = Command::new("pdffonts").arg(&file).output().unwrap();
    let fonts = String::from_utf8(fonts.stdout).unwrap();
    assert!(fonts.contains("B612Mono-Regular") && fonts.contains("yes"), "{fonts}");
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let viewer = document.catalog().unwrap().get(b"ViewerPreferences").unwrap().as_dict().unwrap();
    assert_eq!(viewer.get(b"PrintScaling").unwrap().as_name().unwrap(), b"None");
}

/// A profile moves the print and leaves the modules whole.
#[test]
fn a_corrected_sheet_is_moved_and_still_read() {
    let stock = stocks::find("L4736REV").unwrap();
    let labels = labels(48);
    let profile = Profile { dx_mm: 0.8, dy_mm: -0.5, scale_x_ppm: 1500.0, scale_y_ppm: -2500.0 };
    let folder = tempfile::tempdir().unwrap();
    let pdf = Sheet::new(stock, &labels).corrected_by(profile).to_pdf().unwrap();
    assert_each_once(read_by_us(&rendered(&pdf, folder.path(), 300)[0]), &codes(&labels), "corrected");
}

#[test]
fn test_pages_have_one_page() {
    for stock in stocks::all() {
        let folder = tempfile::tempdir().unwrap();
        let pdf = test_page(stock, Profile::default()).unwrap();
        assert_eq!(rendered(&pdf, folder.path(), 72).len(), 1, "{}", stock.name);
    }
}

fn assert_sheet_is_read(pdf: &[u8], printed: &[String]) {
    for (who, read) in [("ours", read_by_us as fn(&Path) -> Vec<String>), ("zbar", read_by_zbar)] {
        let folder = tempfile::tempdir().unwrap();
        let pictures = rendered(pdf, folder.path(), 300);
        let read: Vec<String> = pictures.iter().flat_map(|picture| read(picture)).collect();
        assert_each_once(read, printed, who);
    }
}

/// The sheet that replaces the keyboard: one page, every command on it, in all languages of the desk.
#[test]
fn the_command_sheet_is_one_page_and_every_command_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let (end, ..) = labels_in(folder.path(), &["command-sheet", "-o", "commands.pdf"]);
    assert_eq!(end, Ok(()));
    let pdf = std::fs::read(folder.path().join("commands.pdf")).unwrap();
    let printed: Vec<String> = CodeCommand::ALL.iter().map(|command| command.code().to_string()).collect();
    assert_sheet_is_read(&pdf, &printed);
    let text = Command::new("pdftotext").arg(folder.path().join("commands.pdf")).arg("-").output().unwrap().stdout;
    let text = String::from_utf8(text).unwrap();
    for word in ["AUSGABE", "HANDOUT", "ВИДАЧА", "XMD A00 0004"] {
        assert!(text.contains(word), "{word}: {text}");
    }
    let pages = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!((pages, rendered(&pdf, folder.path(), 50).len()), (1, 1));
}

/// A product keeps its code from one print to the next.
#[test]
fn product_sheets_show_the_same_codes_again() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("house.db").display());
    let printed = |what: &[&str], file: &str| {
        let args = [&["product-sheet", "--database", &database][..], what, &["-o", file]].concat();
        let program = Program::try_parse_from(["labels"].into_iter().chain(args)).expect("a command line");
        let end = run(&program.labels, &mut Vec::new(), |_, _| Ok::<_, String>(Vec::new()));
        end.map(|()| {
            let folder = tempfile::tempdir().unwrap();
            let pdf = std::fs::read(file).unwrap();
            rendered(&pdf, folder.path(), 300).iter().flat_map(|picture| read_by_zbar(picture)).collect::<BTreeSet<_>>()
        })
    };
    let file = folder.path().join("products.pdf").display().to_string();
    let coat = printed(&["--products", "winterjacke"], &file).unwrap();
    let group = printed(&["--group", "out"], &file).unwrap();
    assert!(coat.len() == 1 && group.len() > 5 && coat.is_subset(&group), "{coat:?} {group:?}");
    assert!(group.iter().all(|code| code.starts_with('P') && code.parse::<Code>().is_ok()));
    assert_sheet_is_read(&std::fs::read(&file).unwrap(), &group.iter().cloned().collect::<Vec<_>>());
    for (what, says) in [
        (&["--products", "winterjack"][..], "did you mean winterjacke?"),
        (&["--group", "none"], "--group is one of"),
        (&[], "--products winterjacke,hose"),
    ] {
        let failure = printed(what, &file).unwrap_err();
        assert!(failure.exit_code() == 2 && failure.to_string().contains(says), "{failure}");
    }
}

/// ZPL carries the same dots as the picture.
#[test]
fn zpl_dots_are_read_back() {
    let stock = stocks::find("57x32").unwrap();
    let labels = labels(2);
    let zpl = Sheet::new(stock, &labels).to_zpl().unwrap();
    let read: BTreeSet<String> = zpl.lines().map(read_zpl).collect();
    assert_eq!(read, codes(&labels).into_iter().collect());
}

/// Prints one label of ZPL as a printer does, as far as we use the language, and reads it.
fn read_zpl(label: &str) -> String {
    let graphic = label.split("^GFA,").nth(1).unwrap().split("^FS").next().unwrap();
    let [_, total, row, dots] = graphic.splitn(4, ',').collect::<Vec<_>>()[..] else { panic!("{graphic}") };
    let (total, digits): (usize, usize) = (total.parse().unwrap(), row.parse::<usize>().unwrap() * 2);
    let mut all = Vec::new();
    let mut times = 0;
    for c in dots.chars() {
        let rest = digits - all.len() % digits;
        match c {
            ',' => all.extend(std::iter::repeat_n('0', rest)),
            '!' => all.extend(std::iter::repeat_n('F', rest)),
            ':' => all.extend_from_within(all.len() - digits..),
            'G'..='Y' => times += c as usize - 'F' as usize,
            'g'..='z' => times += (c as usize - 'f' as usize) * 20,
            digit => {
                all.extend(std::iter::repeat_n(digit, times.max(1)));
                times = 0;
            }
        }
    }
    assert_eq!(all.len(), total * 2);
    let (width, height) = (digits as u32 * 4, (all.len() / digits) as u32);
    let picture = image::GrayImage::from_fn(width, height, |x, y| {
        let digit: char = all[y as usize * digits + x as usize / 4];
        let black = digit.to_digit(16).unwrap() >> (3 - x % 4) & 1 == 1;
        image::Luma([if black { 0 } else { 255 }])
    });
    let found = read_codes(&picture);
    assert_eq!(found.len(), 1);
    found[0].text.clone()
}

/// The subcommand as a program of its own.
#[derive(Parser)]
struct Program {
    #[command(flatten)]
    labels: Labels,
}

/// Runs `gabentisch labels` in a folder: how it ends, what it prints, and how many codes it made.
fn labels_in(folder: &Path, args: &[&str]) -> (Result<(), Failure>, String, usize) {
    let files = args
        .iter()
        .map(|arg| if arg.contains('.') { folder.join(arg).display().to_string() } else { (*arg).to_owned() });
    let program = Program::try_parse_from(["labels".to_owned()].into_iter().chain(files)).expect("a command line");
    let made = Cell::new(0);
    let mut out = Vec::new();
    let end = run(&program.labels, &mut out, |kind, count| {
        made.set(count);
        let mut rng = StdRng::seed_from_u64(1);
        Ok::<_, String>((0..count).map(|_| Code::draw(kind, &mut rng)).collect())
    });
    (end, String::from_utf8(out).unwrap(), made.get())
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_command_writes_each_kind_of_file() {
    let folder = tempfile::tempdir().unwrap();
    for (args, files) in [
        (&["--stock", "L4736REV", "--count", "96", "-o", "a.pdf"][..], &["a.pdf"][..]),
        (&["--stock", "57x32", "--count", "2", "--kind", "box", "-o", "b.zpl"], &["b.zpl"]),
        (&["--stock", "DK-11209", "--count", "1", "-o", "c.png"], &["c.png"]),
        (&["--stock", "57x32", "--count", "2", "-o", "d.png"], &["d-1.png", "d-2.png"]),
        (&["test-page", "--stock", "3475", "-o", "e.pdf"], &["e.pdf"]),
    ] {
        let before = names_in(folder.path());
        let (end, printed, _) = labels_in(folder.path(), args);
        assert_eq!(end, Ok(()), "{args:?}");
        assert_eq!(printed, "");
        let new: Vec<String> = names_in(folder.path()).into_iter().filter(|name| !before.contains(name)).collect();
        assert_eq!(new, files, "{args:?}");
    }
    assert!(std::fs::read(folder.path().join("a.pdf")).unwrap().starts_with(b"%PDF"));
    assert!(read_by_us(&folder.path().join("d-2.png"))[0].starts_with('A'));
}

#[test]
fn a_printer_profile_moves_the_labels() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("office.toml"), "dx_mm = 1.0").unwrap();
    for args in [&["-o", "plain.pdf"][..], &["-o", "moved.pdf", "--printer-profile", "office.toml"]] {
        let (end, ..) = labels_in(folder.path(), &[&["--stock", "3475", "--count", "1"], args].concat());
        assert_eq!(end, Ok(()));
    }
    let file = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    assert_ne!(file("plain.pdf"), file("moved.pdf"));
}

#[test]
fn the_list_names_every_stock() {
    let (end, printed, made) = labels_in(Path::new("."), &["stocks"]);
    assert_eq!((end, made), (Ok(()), 0));
    for stock in stocks::all() {
        assert!(printed.lines().any(|line| line.starts_with(&stock.name)), "{}", stock.name);
    }
}

/// Each wrong command line gets a sentence that says what to do, and costs no code.
#[test]
fn wrong_usage_is_explained_before_codes_are_made() {
    let folder = tempfile::tempdir().unwrap();
    for (args, says) in [
        (&["--count", "1", "-o", "a.pdf"][..], "L4736REV"),
        (&["--stock", "L4763REV", "--count", "1", "-o", "a.pdf"], "did you mean --stock L4736REV?"),
        (&["--stock", "unheard", "--count", "1", "-o", "a.pdf"], "57x32"),
        (&["--stock", "3475", "-o", "a.pdf"], "--count 96"),
        (&["--stock", "3475", "--count", "0", "-o", "a.pdf"], "1 to 100000"),
        (&["--stock", "3475", "--count", "100001", "-o", "a.pdf"], "1 to 100000"),
        (&["--stock", "3475", "--count", "1", "--kind", "shoe", "-o", "a.pdf"], "item, box, card"),
        (&["--stock", "3475", "--count", "1", "--kind", "command", "-o", "a.pdf"], "item, box, card"),
        (&["--stock", "3475", "--count", "1", "--start-at", "25", "-o", "a.pdf"], "1 to 24"),
        (&["--stock", "3475", "--count", "1", "--start-at", "0", "-o", "a.pdf"], "1 to 24"),
        (&["--stock", "3475", "--count", "1", "-o", "a.docx"], ".pdf, .png or .zpl"),
        (&["--stock", "3475", "--count", "1", "-o", "a.zpl"], "write a .pdf"),
        (&["--stock", "3475", "--count", "1"], "-o labels.pdf"),
        (&["--stock", "3475", "--count", "1", "-o", "a.pdf", "--printer-profile", "none.toml"], "check its name"),
        (&["test-page", "--stock", "3475", "-o", "a.png"], "-o test.pdf"),
    ] {
        let (end, _, made) = labels_in(folder.path(), args);
        let failure = end.expect_err(&format!("{args:?}"));
        assert_eq!((failure.exit_code(), made), (2, 0), "{args:?}: {failure}");
        let sentence = failure.to_string();
        assert!(sentence.contains(says) && !sentence.contains('\n'), "{args:?}: {sentence}");
    }
    let (end, _, made) = labels_in(folder.path(), &["--stock", "3475", "--count", "1", "-o", "no-folder/a.pdf"]);
    assert_eq!((end.unwrap_err().exit_code(), made), (1, 0));
    assert!(names_in(folder.path()).is_empty());
}

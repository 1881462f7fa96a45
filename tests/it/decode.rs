//! `gabentisch decode`: what it prints for photos, for pictures without a code, and for files that are none.

use std::path::Path;

use clap::Parser;
use gabentisch::cli::decode::{Decode, ReadBy, run};
use gabentisch::cli::failure::Failure;
use gabentisch::codes::Code;
use gabentisch::paper::labels::{LabelText, Sheet};
use gabentisch::paper::stocks;

/// The subcommand as a program of its own.
#[derive(Parser)]
struct Program {
    #[command(flatten)]
    decode: Decode,
}

/// How the command ends, its output and its errors, with the folder's name taken out.
fn decode(folder: &Path, args: &[&str]) -> (Result<(), Failure>, String, String) {
    let files = args.iter().map(|arg| if arg.starts_with('-') { (*arg).into() } else { folder.join(arg) });
    let program = Program::try_parse_from(std::iter::once("decode".into()).chain(files)).expect("a command line");
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    let end = run(&program.decode, ReadBy::Program, &mut out, &mut errors);
    let plain = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&format!("{}/", folder.display()), "");
    (end, plain(out), plain(errors))
}

/// A folder with a label, two labels, a white picture, a text, and half a picture.
fn photos() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let label = |code: &str| LabelText::from(code.parse::<Code>().unwrap());
    let picture = |stock: &str, labels: &[LabelText]| {
        Sheet::new(stocks::find(stock).unwrap(), labels).to_png_pages().unwrap().remove(0)
    };
    let one = picture("57x32", &[label("A7F39MXT4E")]);
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    write("one.png", &one);
    write("half.png", &one[..one.len() / 2]);
    write("two.png", &picture("C32011", &[label("A7F39MXT4E"), label("XEND000002")]));
    image::GrayImage::from_pixel(300, 200, image::Luma([255])).save(folder.path().join("white.png")).unwrap();
    write("text.jpg", b"not a picture");
    folder
}

#[test]
fn one_line_for_each_code() {
    let folder = photos();
    let (end, out, errors) = decode(folder.path(), &["one.png", "white.png"]);
    assert_eq!(end, Ok(()));
    assert_eq!(out, "one.png\tA7F39MXT4E\nwhite.png\t\n");
    assert_eq!(errors, "");
    let (_, out, _) = decode(folder.path(), &["two.png"]);
    let mut lines: Vec<&str> = out.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["two.png\tA7F39MXT4E", "two.png\tXEND000002"]);
}

#[test]
fn an_unreadable_file_does_not_stop_the_others() {
    let folder = photos();
    let (end, out, errors) = decode(folder.path(), &["text.jpg", "missing.png", "half.png", "one.png"]);
    assert_eq!(end.unwrap_err().exit_code(), 1);
    assert_eq!(out, "one.png\tA7F39MXT4E\n");
    let errors: Vec<&str> = errors.lines().collect();
    assert_eq!(errors.len(), 3, "{errors:?}");
    assert_eq!(errors[0], "gabentisch decode: text.jpg: not a PNG, JPEG or WebP picture: save it as one of these");
    assert_eq!(errors[1], "gabentisch decode: missing.png: no such file: check the name");
    assert!(errors[2].starts_with("gabentisch decode: half.png: the picture is damaged"), "{}", errors[2]);
}

#[test]
fn json_tells_where_the_codes_are() {
    let folder = photos();
    let (end, out, _) = decode(folder.path(), &["--json", "one.png", "white.png"]);
    assert_eq!(end, Ok(()));
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["codes"][0]["text"], "A7F39MXT4E");
    assert_eq!(lines[0]["codes"][0]["corners"].as_array().unwrap().len(), 4);
    assert_eq!((&lines[0]["complete"], &lines[1]["codes"]), (&true.into(), &serde_json::json!([])));
    assert!(lines.iter().all(|line| line["took_ms"].as_f64().is_some_and(|ms| ms > 0.0)), "{out}");
}

/// With next to no time every file still gets its line, and the user hears why there is nothing in it.
#[test]
fn a_budget_that_is_over_is_said() {
    let folder = photos();
    let (end, out, errors) = decode(folder.path(), &["--json", "--budget-ms=1", "two.png", "half.png", "two.png"]);
    assert_eq!(end, Err(Failure::Reported));
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line["complete"] == false), "{out}");
    let first = "gabentisch decode: two.png: not all of it seen in 1 ms: give it more time (--budget-ms)";
    assert!(errors.starts_with(first), "{errors}");
    assert_eq!(errors.lines().count(), 3, "{errors}");
    for wrong in ["0", "-1", "4000000", "soon"] {
        assert!(Program::try_parse_from(["decode", &format!("--budget-ms={wrong}"), "a.png"]).is_err(), "{wrong}");
    }
}

#[test]
fn a_thousand_files_are_read_in_one_call() {
    let folder = photos();
    image::GrayImage::new(24, 24).save(folder.path().join("tiny.png")).unwrap();
    let names = ["tiny.png", "half.png", "text.jpg"].repeat(350);
    let (end, out, errors) = decode(folder.path(), &names);
    assert_eq!(end, Err(Failure::Reported));
    assert_eq!((out.lines().count(), errors.lines().count()), (350, 700));
}

#[test]
fn without_a_file_it_is_wrong_usage() {
    let error = Program::try_parse_from(["decode"]).err().expect("an error");
    assert_eq!(error.exit_code(), 2);
}

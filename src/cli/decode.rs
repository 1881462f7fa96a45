//! `gabentisch decode`: reads every QR code in photos.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::failure::Failure;
use crate::qr::read::open::{OpenError, open};
use crate::qr::read::{Depth, Found, Reading, read};

/// A minute: nobody waits at a desk for this command, and a full sheet on a busy old PC takes its time.
const BUDGET_MS: u64 = 60_000;

/// An hour, for one picture.
const LARGEST_BUDGET_MS: u64 = 3_600_000;

/// Largest file that is read, in bytes: photos of phones have 3 to 15 million.
const LARGEST_FILE: u64 = 64 << 20;

/// Read every QR code in photos.
///
/// Prints one line for each code: the file, a tab, the text. A file without a code gives one line without a text.
/// Backslashes and characters that would end the line or the column are written as escapes (\n, \r, \t, \\), at a
/// terminal all that would command it; --json gives texts as they are.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  gabentisch decode shelf.jpg box.png\n  gabentisch decode --json --budget-ms 150 photos/*.jpg"
)]
pub struct Decode {
    /// One JSON object for each file, with the corners of each code in pixels
    #[arg(long)]
    pub json: bool,
    /// How long to look at one picture, in milliseconds, once its file is open; files are read one after the other
    #[arg(long, value_name = "N", default_value_t = BUDGET_MS)]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=LARGEST_BUDGET_MS))]
    pub budget_ms: u64,
    /// Only the quick looks, as at a frame of a camera after which the next one comes
    #[arg(long)]
    pub frame: bool,
    /// Photos: PNG, JPEG or WebP
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// What `--json` prints for one file.
#[derive(serde::Serialize)]
struct Line<'a> {
    file: &'a str,
    codes: &'a [Found],
    /// False if the time was over before the whole picture was looked at.
    complete: bool,
    /// How long the picture was looked at, in milliseconds on the clock: without opening its file.
    took_ms: f64,
}

/// Reads the files in their order and writes what they say to `out`, and what is wrong with them to `errors`.
///
/// # Errors
/// [`Failure::Reported`] if a file could not be read (the others are), [`Failure::Failed`] if nobody takes the output.
pub fn run(args: &Decode, read_by: ReadBy, out: &mut impl Write, errors: &mut impl Write) -> Result<(), Failure> {
    let mut all_read = true;
    for path in &args.files {
        let file = path.display().to_string();
        match load(path) {
            Ok(picture) => {
                let start = Instant::now();
                let depth = if args.frame { Depth::Frame } else { Depth::Photo };
                let reading = read(&picture, Duration::from_millis(args.budget_ms), depth);
                let took_ms = start.elapsed().as_micros() as f64 / 1000.0;
                all_read &= !reading.broken;
                if let Some(sentence) = shortcoming(&reading, args.budget_ms) {
                    say(errors, &format!("{}: {sentence}", on_one_line(&file, ReadBy::Person)));
                }
                let line = Line { file: &file, codes: &reading.found, complete: reading.complete, took_ms };
                write_line(&line, (!args.json).then_some(read_by), out)
                    .map_err(|error| Failure::Failed(format!("cannot write: {error}")))?;
            }
            Err(reason) => {
                all_read = false;
                say(errors, &format!("{}: {reason}", on_one_line(&file, ReadBy::Person)));
            }
        }
    }
    if all_read { Ok(()) } else { Err(Failure::Reported) }
}

/// What a reading leaves open, and what to do about it.
fn shortcoming(reading: &Reading, budget_ms: u64) -> Option<String> {
    if reading.broken {
        return Some("could not read this picture to its end: take another one".to_owned());
    }
    let advice = "give it more time (--budget-ms) or take a photo of a smaller part";
    (!reading.complete).then(|| format!("not all of it seen in {budget_ms} ms: {advice}"))
}

/// The grey picture in a file, or what to do about it.
fn load(path: &Path) -> Result<image::GrayImage, String> {
    let cannot_read = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => "no such file: check the name".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read: allow it (chmod)".to_owned(),
        io::ErrorKind::IsADirectory => "is a folder: name the photos in it".to_owned(),
        _ => format!("cannot be read ({error}): copy it again"),
    };
    let mut bytes = Vec::new();
    File::open(path).map_err(cannot_read)?.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(cannot_read)?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(OpenError::TooLarge.to_string());
    }
    open(&bytes).map_err(|error| error.to_string())
}

/// As lines for whoever reads them, or as JSON.
fn write_line(line: &Line, read_by: Option<ReadBy>, out: &mut impl Write) -> io::Result<()> {
    let Some(read_by) = read_by else {
        serde_json::to_writer(&mut *out, line)?;
        return writeln!(out);
    };
    if line.codes.is_empty() {
        writeln!(out, "{}\t", on_one_line(line.file, read_by))?;
    }
    for code in line.codes {
        writeln!(out, "{}\t{}", on_one_line(line.file, read_by), on_one_line(&code.text, read_by))?;
    }
    Ok(())
}

/// Who reads the lines that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadBy {
    /// A person at a terminal, which some characters would command: all of them are escaped.
    Person,
    /// A program, which gets every character but those that would end the line or the column.
    Program,
}

/// A text or the name of a file with escapes for what must not be written as it is, and for backslashes, so that the text can
/// be had back.
fn on_one_line(text: &str, read_by: ReadBy) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        // Marks of direction and line ends of Unicode command a terminal too.
        let commands =
            c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if matches!(c, '\n' | '\r' | '\t' | '\\') || commands && read_by == ReadBy::Person {
            line.extend(c.escape_default());
        } else {
            line.push(c);
        }
    }
    line
}

/// One line on stderr; if even that fails there is nobody to tell.
fn say(errors: &mut impl Write, sentence: &str) {
    let _ = writeln!(errors, "gabentisch decode: {sentence}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_stay_on_the_line() {
        let text = "a\tb\r\nc\u{1b}[2J é\\ 1\u{202e}2";
        assert_eq!(on_one_line(text, ReadBy::Person), "a\\tb\\r\\nc\\u{1b}[2J é\\\\ 1\\u{202e}2");
        assert_eq!(on_one_line(text, ReadBy::Program), "a\\tb\\r\\nc\u{1b}[2J é\\\\ 1\u{202e}2");
    }
}

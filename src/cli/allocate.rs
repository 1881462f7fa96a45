//! `gabentisch allocate`: who gets what, by the rule "first things first", for a file of lines and items.

mod input;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use self::input::Input;
use super::{Failure, Place, open_house, the_house};
use crate::actions::allocate;
use crate::domain::allocation::{Proposal, Score, propose};

/// Largest file that is read, in bytes: 3,000 households with 100,000 lines have 20 million.
const LARGEST_FILE: u64 = 256 << 20;

/// Propose who gets which item: first things first
///
/// Reads households, lines of needs lists (one for each piece) and items, and writes the proposal, best first, with the three
/// numbers of each line: u (80 has none yet, 40 has some, 0 wish), b (up to 40 for how little of its basic set the household has) and
/// w (one for each full week of waiting, up to 20). The same file gives the same proposal, in whatever order its lists are. It
/// changes nothing: no database is opened.
///
/// Example: gabentisch allocate --input town.json --json
#[derive(Args)]
#[command(after_help = r#"The file:
  {"as_of": "2026-11-22", "seed": "2026-W47",
   "households": [{"id": "h1", "have_weight": 7, "template_weight": 25}],
   "lines": [{"id": "n1", "household": "h1", "product": "winterjacke", "cut": "K", "sizes": ["104", "110"],
              "urgency": 80, "weight": 2, "recorded_on": "2026-10-11"}],
   "items": [{"id": "a1", "product": "winterjacke", "cut": "K", "size": "110"}]}
The cut (W, M, K, B, U) and the sizes may be left out; the best size comes first."#)]
pub(super) struct Allocate {
    /// File to read; - for standard input
    #[arg(long, value_name = "FILE", required_unless_present = "dry_run", conflicts_with = "dry_run")]
    input: Option<PathBuf>,
    /// Propose from the house's own database instead of a file, as the page does; nothing is laid aside
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: Place,
    /// A JSON list for a program instead of a table for people
    #[arg(long)]
    json: bool,
}

/// What `--json` prints for one piece.
#[derive(Serialize)]
struct Row<'a> {
    line: &'a str,
    item: &'a str,
    u: u16,
    b: u16,
    w: u16,
    score: u16,
    rank: usize,
}

impl Allocate {
    /// # Errors
    /// [`Failure::Failed`] if the file cannot be read or the output not be written, [`Failure::Usage`] if its content is wrong.
    pub(super) fn run(self) -> Result<(), Failure> {
        if self.dry_run {
            return self.of_database();
        }
        let name = if self.is_standard_input() { "standard input".into() } else { self.file().display().to_string() };
        let bytes = self.load().map_err(|reason| Failure::Failed(on_one_line(&format!("{name}: {reason}"))))?;
        let input = input::read(&bytes).map_err(|reason| Failure::Usage(on_one_line(&format!("{name}: {reason}"))))?;
        let proposals = propose(&input.problem);
        let mut out = io::BufWriter::new(io::stdout().lock());
        let written =
            if self.json { as_json(&input, &proposals, &mut out) } else { as_table(&input, &proposals, &mut out) };
        written.and_then(|()| out.flush()).map_err(|error| Failure::Failed(format!("cannot write: {error}")))
    }

    fn is_standard_input(&self) -> bool {
        self.file().as_os_str() == "-"
    }

    fn file(&self) -> &Path {
        self.input.as_deref().unwrap_or(Path::new("-"))
    }

    /// The proposal of today over the database: a line stands there once for each piece that it lacks.
    fn of_database(&self) -> Result<(), Failure> {
        let house = open_house(&self.place.settings()?, false)?;
        let proposals = allocate::proposal(&house, &the_house(&house)?)?;
        let rows: Vec<(String, String, Proposal)> = proposals
            .solved
            .rows
            .iter()
            .enumerate()
            .map(|(before, row)| {
                let (need, item) = proposals.pair(row);
                let (score, reasons) = (row.waits.score, row.waits.reasons);
                let one = Proposal { line: row.waits.line, item: row.item, score, reasons, rank: before + 1 };
                (need.to_string(), item.to_string(), one)
            })
            .collect();
        let mut out = io::BufWriter::new(io::stdout().lock());
        let written = if self.json {
            let row = |(line, item, one): &(String, String, Proposal)| {
                let Proposal { score: Score { u, b, w }, rank, .. } = *one;
                serde_json::json!({"line": line, "item": item, "u": u, "b": b, "w": w, "score": one.score.total(), "rank": rank})
            };
            writeln!(out, "{}", serde_json::Value::from(rows.iter().map(row).collect::<Vec<_>>()))
        } else {
            rows.iter()
                .try_for_each(|(line, item, one)| writeln!(out, "{line}  {item}  {}", sentence(one, rows.len())))
                .and_then(|()| writeln!(out, "{} proposals for {}.", rows.len(), proposals.today))
        };
        written.and_then(|()| out.flush()).map_err(|error| Failure::Failed(format!("cannot write: {error}")))
    }

    fn load(&self) -> Result<Vec<u8>, String> {
        let cannot_read = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => "no such file: check the name".to_owned(),
            io::ErrorKind::PermissionDenied => "may not be read: allow it (chmod)".to_owned(),
            io::ErrorKind::IsADirectory => "is a folder: name the file in it".to_owned(),
            _ => format!("cannot be read: {error}"),
        };
        let mut bytes = Vec::new();
        if self.is_standard_input() {
            io::stdin().lock().take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(cannot_read)?;
        } else {
            File::open(self.file())
                .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes))
                .map_err(cannot_read)?;
        }
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(format!("is larger than {} MB: split it by product", LARGEST_FILE >> 20));
        }
        Ok(bytes)
    }
}

fn as_json(input: &Input, proposals: &[Proposal], out: &mut impl Write) -> io::Result<()> {
    let row = |one: &Proposal| Row {
        line: &input.problem.lines[one.line].id,
        item: &input.items[one.item],
        u: one.score.u,
        b: one.score.b,
        w: one.score.w,
        score: one.score.total(),
        rank: one.rank,
    };
    serde_json::to_writer(&mut *out, &proposals.iter().map(row).collect::<Vec<_>>())?;
    writeln!(out)
}

fn as_table(input: &Input, proposals: &[Proposal], out: &mut impl Write) -> io::Result<()> {
    let (lines, items) = (input.problem.lines.len(), input.items.len());
    if proposals.is_empty() {
        return writeln!(out, "Nothing to give out: none of the {items} items fits one of the {lines} lines.");
    }
    let rows: Vec<[String; 3]> = proposals
        .iter()
        .map(|one| {
            let line = on_one_line(&input.problem.lines[one.line].id);
            [line, on_one_line(&input.items[one.item]), sentence(one, proposals.len())]
        })
        .collect();
    let wide = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0).max(4);
    let (line, item) = (wide(0), wide(1));
    writeln!(out, "{:line$}  {:item$}  why", "line", "item")?;
    for row in &rows {
        writeln!(out, "{:line$}  {:item$}  {}", row[0], row[1], row[2])?;
    }
    writeln!(out, "{} of {lines} lines get one of {items} items.", proposals.len())
}

/// The three numbers in a sentence, as a coordinator reads them out.
fn sentence(one: &Proposal, of: usize) -> String {
    let urgency = match one.score.u {
        80 => "has none yet",
        40 => "has some",
        _ => "wish",
    };
    let weeks = if one.reasons.weeks == 1 { "week" } else { "weeks" };
    format!(
        "{} ({urgency}) + {} ({} % of the basic set) + {} ({} {weeks}) = {} points, place {} of {of}",
        one.score.u,
        one.score.b,
        one.reasons.percent,
        one.score.w,
        one.reasons.weeks,
        one.score.total(),
        one.rank
    )
}

/// With escapes for what would end the line or command a terminal.
fn on_one_line(text: &str) -> String {
    let escaped = |c: char| if c.is_control() { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(escaped).collect()
}

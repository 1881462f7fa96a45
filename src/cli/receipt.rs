//! `gabentisch receipt`: the register of receipts, for reading and for proving that nothing was changed.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Failure, Place, open_house};
use crate::domain::register::ranges;
use crate::domain::treasury::ReceiptState;
use crate::store::paging::Cursor;
use crate::store::receipts::{self, Listed, ReceiptFilter, ReceiptRow};
use crate::store::{Db, StoreError, papers};
use crate::upkeep::papers as upkeep;

/// Rows read at once.
const PORTION: i64 = 500;

/// List receipts, show one, and verify that all papers are as they were issued
///
/// Nothing is changed: receipts are issued on the pages, by people.
///
/// Example: gabentisch receipt list --year 2026
///
/// Example: gabentisch receipt pdf 2026-0017 -o receipt.pdf
#[derive(Args)]
pub(super) struct Receipt {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// One line for each receipt: number, day, state, total, issuer, donor
    List {
        /// Only those that were issued in this year
        #[arg(long)]
        year: Option<i32>,
        /// draft, issued or voided
        #[arg(long)]
        state: Option<ReceiptState>,
        #[command(flatten)]
        place: Place,
    },
    /// What was printed, as JSON
    Show {
        /// Number as printed, such as 2026-0017, or the id in the page's address
        receipt: String,
        #[command(flatten)]
        place: Place,
    },
    /// Write the receipt as it was issued into a file
    Pdf {
        /// Number as printed, such as 2026-0017, or the id in the page's address
        receipt: String,
        /// The list of goods that belongs to it instead
        #[arg(long)]
        annex: bool,
        /// File to write; - for standard output
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Compare every frozen paper with its hash, and every receipt with its paper
    Verify {
        /// Name each paper, not only those that are wrong
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        place: Place,
    },
    /// Show which numbers were given; exits with 1 when one is missing
    Gaps {
        #[command(flatten)]
        place: Place,
    },
}

impl Receipt {
    pub(super) fn run(self) -> Result<(), Failure> {
        let out = &mut std::io::stdout().lock();
        match self.task {
            Task::List { year, state, place } => list(out, &place, year, state),
            Task::Show { receipt, place } => {
                let house = open_house(&place.settings()?, false)?;
                let row = house.store().read(|db| meant(db, &receipt)).map_err(Failure::failed)??;
                if row.state == ReceiptState::Draft {
                    return Err(Failure::usage("this is a draft: nothing was printed yet; look at its page"));
                }
                let data: serde_json::Value = serde_json::from_str(&row.data).map_err(Failure::failed)?;
                writeln!(out, "{data:#}").map_err(Failure::failed)
            }
            Task::Pdf { receipt, annex, output, place } => pdf(out, &place, &receipt, annex, output),
            Task::Verify { all, place } => verify(out, &place, all),
            Task::Gaps { place } => gaps(out, &place),
        }
    }
}

fn list(out: &mut impl Write, place: &Place, year: Option<i32>, state: Option<ReceiptState>) -> Result<(), Failure> {
    let house = open_house(&place.settings()?, false)?;
    let filter = ReceiptFilter { year, state, ..ReceiptFilter::default() };
    let mut cursor = Cursor::Start;
    loop {
        let page = house.store().read(|db| receipts::page(db, &filter, &cursor, PORTION)).map_err(Failure::failed)?;
        for Listed { row, donor, issuer } in &page.rows {
            let number = row.number.as_deref().unwrap_or("-");
            let day = row.issued_on.map_or_else(|| "-".to_owned(), |day| day.0.to_string());
            let total = format!("{}.{:02} {}", row.total_cents / 100, row.total_cents % 100, row.currency);
            let id = row.id;
            let written = writeln!(out, "{number}\t{day}\t{}\t{total}\t{issuer}\t{donor}\t{id}", row.state);
            written.map_err(Failure::failed)?;
        }
        match page.rows.last().filter(|_| page.has_next) {
            Some(last) => cursor = Cursor::After(last.row.id),
            None => return Ok(()),
        }
    }
}

/// The receipt with this number or id.
fn meant(db: &mut Db, text: &str) -> Result<Result<ReceiptRow, Failure>, StoreError> {
    let found = match text.parse() {
        Ok(id) => receipts::find(db, id)?.into_iter().collect(),
        Err(_) => receipts::by_number(db, text.trim())?,
    };
    Ok(match <[ReceiptRow; 1]>::try_from(found) {
        Ok([row]) => Ok(row),
        Err(none) if none.is_empty() => {
            Err(Failure::usage(format!("there is no receipt {text:?}; see gabentisch receipt list")))
        }
        Err(several) => {
            let ids: Vec<String> = several.iter().map(|row| row.id.to_string()).collect();
            let ids = ids.join(", ");
            Err(Failure::usage(format!("several issuers have a receipt {text:?}; give one of these ids: {ids}")))
        }
    })
}

fn pdf(out: &mut impl Write, place: &Place, receipt: &str, annex: bool, output: PathBuf) -> Result<(), Failure> {
    let house = open_house(&place.settings()?, false)?;
    let found = house.store().read(|db| {
        let row = match meant(db, receipt)? {
            Ok(row) => row,
            Err(failure) => return Ok(Err(failure)),
        };
        let of_it = papers::of_subject(db, &row.id.to_string())?;
        let paper = of_it.into_iter().find(|paper| (Some(paper.id) == row.paper_id) != annex);
        let Some(paper) = paper.filter(|_| row.paper_id.is_some()) else {
            return Ok(Err(Failure::usage(match annex {
                true => "this receipt has no list of goods",
                false => "this is a draft: it has no paper yet",
            })));
        };
        let bytes = papers::bytes(db, paper.id)?.unwrap_or_default();
        if papers::sha256(&bytes) != paper.sha256 {
            return Ok(Err(Failure::failed("the paper is not what was issued: take it from a backup")));
        }
        Ok::<_, StoreError>(Ok(bytes))
    });
    let bytes = found.map_err(Failure::failed)??;
    if output.as_os_str() == "-" {
        return out.write_all(&bytes).map_err(Failure::failed);
    }
    let shown = output.display().to_string();
    std::fs::write(&output, bytes)
        .map_err(|error| Failure::failed(format!("cannot write {shown}: {error}; choose another place with -o")))
}

fn verify(out: &mut impl Write, place: &Place, all: bool) -> Result<(), Failure> {
    let house = open_house(&place.settings()?, false)?;
    let (mut count, mut lines) = (0_usize, Vec::new());
    let findings = house.store().read_at_one_moment(|db| {
        let mut findings = upkeep::verify(db, |paper| {
            count += 1;
            let sound = if paper.is_sound { "ok" } else { "CHANGED" };
            lines.push(format!("{sound}\t{}\t{}", paper.sha256, paper.name));
        })?;
        findings.extend(upkeep::register(db)?);
        Ok::<_, StoreError>(findings)
    });
    let findings = findings.map_err(Failure::failed)?;
    for line in lines.iter().filter(|_| all) {
        writeln!(out, "{line}").map_err(Failure::failed)?;
    }
    for finding in &findings {
        writeln!(out, "{finding}").map_err(Failure::failed)?;
    }
    if findings.is_empty() {
        return writeln!(out, "{count} papers are as they were frozen.").map_err(Failure::failed);
    }
    Err(Failure::failed(format!("{} found wrong among {count} papers, listed above", findings.len())))
}

fn gaps(out: &mut impl Write, place: &Place) -> Result<(), Failure> {
    let house = open_house(&place.settings()?, false)?;
    let all = house.store().read(receipts::numbers).map_err(Failure::failed)?;
    for one in &all {
        let state =
            if one.missing.is_empty() { "complete".to_owned() } else { format!("missing: {}", ranges(&one.missing)) };
        let span = if one.last == 0 { "none".to_owned() } else { format!("1–{}", one.last) };
        writeln!(out, "{}\t{}\t{span}\t{state}", one.year, one.issuer_name).map_err(Failure::failed)?;
    }
    match all.iter().any(|one| !one.missing.is_empty()) {
        true => Err(Failure::failed("numbers are missing, listed above: look for these receipts in a backup")),
        false => Ok(()),
    }
}

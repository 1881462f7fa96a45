//! Proves that frozen papers are what they were, that receipts have theirs, and that their numbers leave no gap.

use std::fmt;

use serde::Deserialize;

use crate::domain::register::ranges;
use crate::domain::treasury::{PaperKind, ReceiptState};
use crate::domain::{PaperId, ReceiptId};
use crate::store::paging::Cursor;
use crate::store::receipts::{Numbers, ReceiptFilter};
use crate::store::{Db, StoreError, papers, receipts};

/// Rows read at once.
const PORTION: i64 = 200;

/// What was found wrong.
#[derive(Debug)]
pub enum Finding {
    Changed { id: PaperId, kind: PaperKind, file_name: String },
    Gap { issuer: String, year: i32, missing: Vec<i32> },
    Receipt { id: ReceiptId, number: String, problem: &'static str },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::Changed { id, kind, file_name } => write!(
                f,
                "paper {id} ({kind}, {file_name}): its bytes are not those that were frozen; a backup holds the right ones"
            ),
            Finding::Gap { issuer, year, missing } => {
                write!(f, "receipts of {issuer} in {year}: numbers without a receipt: {}", ranges(missing))
            }
            Finding::Receipt { id, number, problem } => write!(f, "receipt {number} ({id}): {problem}"),
        }
    }
}

/// The result for one paper: its name, and whether it is as it was.
#[derive(Debug)]
pub struct Checked {
    pub name: String,
    pub sha256: String,
    pub is_sound: bool,
}

/// What of a receipt's frozen data names its papers.
#[derive(Deserialize)]
struct Printed {
    papers: Vec<PrintedPaper>,
}

#[derive(Deserialize)]
struct PrintedPaper {
    id: PaperId,
    sha256: String,
}

/// Reads every frozen paper once and compares it with its hash; `each` hears of all of them.
///
/// # Errors
/// When the database cannot be read.
pub fn verify(db: &mut Db, mut each: impl FnMut(Checked)) -> Result<Vec<Finding>, StoreError> {
    let mut findings = Vec::new();
    let mut last = None;
    loop {
        let rows = papers::after(db, last, PORTION)?;
        let Some(end) = rows.last() else { break };
        last = Some(end.id);
        for row in rows {
            let bytes = papers::bytes(db, row.id)?.unwrap_or_default();
            let is_sound = papers::sha256(&bytes) == row.sha256;
            each(Checked { name: row.file_name.clone(), sha256: row.sha256, is_sound });
            if !is_sound {
                findings.push(Finding::Changed { id: row.id, kind: row.kind, file_name: row.file_name });
            }
        }
    }
    Ok(findings)
}

/// Gaps in the numbers, and receipts that do not fit their papers or lines.
///
/// # Errors
/// When the database cannot be read.
pub fn register(db: &mut Db) -> Result<Vec<Finding>, StoreError> {
    let mut findings = Vec::new();
    for Numbers { issuer_name, year, missing, .. } in receipts::numbers(db)? {
        if !missing.is_empty() {
            findings.push(Finding::Gap { issuer: issuer_name, year, missing });
        }
    }
    let mut cursor = Cursor::Start;
    loop {
        let page = receipts::page(db, &ReceiptFilter::default(), &cursor, PORTION)?;
        for row in page.rows.iter().map(|listed| &listed.row) {
            if let Some(problem) = problem(db, row)? {
                let number = row.number.clone().unwrap_or_else(|| "without a number".to_owned());
                findings.push(Finding::Receipt { id: row.id, number, problem });
            }
        }
        match page.rows.last().filter(|_| page.has_next) {
            Some(last) => cursor = Cursor::After(last.row.id),
            None => return Ok(findings),
        }
    }
}

fn problem(db: &mut Db, row: &receipts::ReceiptRow) -> Result<Option<&'static str>, StoreError> {
    if row.state == ReceiptState::Draft {
        return Ok(row.counted.map(|_| "it is a draft, but has a number"));
    }
    let Ok(printed) = serde_json::from_str::<Printed>(&row.data) else {
        return Ok(Some("what was printed cannot be read"));
    };
    if row.number.is_none() || row.counted.is_none() {
        return Ok(Some("it was issued, but has no number"));
    }
    if !printed.papers.iter().any(|paper| Some(paper.id) == row.paper_id) {
        return Ok(Some("its paper is not the one that was printed"));
    }
    for paper in printed.papers {
        match papers::find(db, paper.id)? {
            None => return Ok(Some("its paper is gone")),
            Some(kept) if kept.sha256 != paper.sha256 => {
                return Ok(Some("its paper has another hash than when it was issued"));
            }
            Some(_) => {}
        }
    }
    let lines = crate::store::value_lines::of_receipt(db, row.id)?.len();
    Ok(match row.state {
        ReceiptState::Issued if lines == 0 => Some("it is valid, but no line stands on it"),
        ReceiptState::Voided if lines > 0 => Some("it is void, but lines still stand on it"),
        _ => None,
    })
}

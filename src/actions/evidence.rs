//! Papers that a value rests on: put in with a gift, made harmless before they are kept, handed out as files only, removed
//! with a note. That a donor was asked where the goods come from is one of them, with or without a letter.

mod document;
mod picture;

use std::sync::{Arc, Mutex, PoisonError};

use jiff::ToSpan;
use jiff::civil::Date;

use super::deeds::Doing;
use super::once::once;
use super::{ActionError, Actor, House, typed};
use crate::domain::deed::{GiftUndoing, Undoing};
use crate::domain::rights::Right;
use crate::domain::treasury::EvidenceKind;
use crate::domain::{DeedId, DonationId, EvidenceId, ValueLineId};
use crate::store::evidence::{self, EvidenceRow};
use crate::store::{At, Db, donations, papers, value_lines};
use crate::texts::{Lang, Message, Texts, say};

/// Largest file that comes in, and that is kept once it is made harmless; in bytes.
pub const LARGEST_IN: usize = 20 << 20;
const LARGEST_KEPT: usize = 10 << 20;
/// Most files of one upload, and papers of one donation.
pub const MOST_FILES: usize = 10;
pub const MOST_PAPERS: usize = 100;
/// Most bytes of all papers of one donation, also of the removed ones.
const MOST_KEPT: i64 = 100 << 20;

/// A file as it came.
#[derive(Clone, Debug)]
pub struct Incoming {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What a file became.
struct Harmless {
    bytes: Vec<u8>,
    media_type: &'static str,
    ending: &'static str,
}

/// Why a file is not kept.
enum Refusal {
    Kind,
    TooLarge,
    Locked,
    Damaged,
}

/// Puts files in with a gift, or with one of its lines: all of them or none.
///
/// # Errors
/// Without the right, for too many, and for the first file that is not a picture or PDF that can be made harmless; the
/// sentence names it.
pub fn add(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    line: Option<ValueLineId>,
    kind: EvidenceKind,
    files: Vec<Incoming>,
) -> Result<(Vec<EvidenceId>, DeedId), ActionError> {
    actor.must(Right::ValueGifts)?;
    if files.is_empty() {
        return Err(ActionError::field("files", say::values_error_no_file()));
    }
    if files.len() > MOST_FILES {
        return Err(ActionError::field("files", say::values_error_files(MOST_FILES)));
    }
    let mut kept = Vec::with_capacity(files.len());
    for file in files {
        // Each is looked at alone, so that no two take memory at once; before the transaction, which others wait for.
        let harmless = harmless(&file.bytes).map_err(|why| ActionError::field("files", sentence(&why, &file.name)))?;
        kept.push((clean_name(&file.name, harmless.ending), harmless));
    }
    let rows: Vec<(EvidenceRow, Vec<u8>)> = kept
        .into_iter()
        .map(|(name, file)| {
            let row = EvidenceRow {
                id: EvidenceId(house.uuid()),
                donation_id: donation,
                line_id: line,
                kind,
                name,
                media_type: file.media_type.to_owned(),
                sha256: papers::sha256(&file.bytes),
                uploaded_by: actor.user(),
                uploaded_at: At(house.now()),
                removed_at: None,
            };
            (row, file.bytes)
        })
        .collect();
    keep(house, actor, donation, rows)
}

/// Notes that the donor was asked on a day where the goods come from, and how (“Brief”, “am Telefon”).
///
/// # Errors
/// Without the right, and for a day that has not come or lies before the gift by more than a year.
pub fn asked(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    day: Date,
    how: &str,
) -> Result<DeedId, ActionError> {
    actor.must(Right::ValueGifts)?;
    if day > house.today() {
        return Err(ActionError::field("asked_on", say::error_day_in_future()));
    }
    let how = typed::line("how", how, 80)?;
    let t = Texts::of(Lang::De);
    let name = if how.is_empty() { t.values_request_on(day) } else { t.values_request_on_by(day, how) };
    let row = EvidenceRow {
        id: EvidenceId(house.uuid()),
        donation_id: donation,
        line_id: None,
        kind: EvidenceKind::Request,
        name,
        media_type: String::new(),
        sha256: papers::sha256(b""),
        uploaded_by: actor.user(),
        uploaded_at: At(house.now()),
        removed_at: None,
    };
    let gift = house.store().read(|db| donations::find(db, donation))?.ok_or(ActionError::NotFound)?;
    if day < gift.received_on.0.saturating_sub(1.year()) {
        return Err(ActionError::field("asked_on", say::values_error_asked_early()));
    }
    keep(house, actor, donation, vec![(row, Vec::new())]).map(|(_, deed)| deed)
}

/// Keeps the letter that asks a donor for what is not known, as a paper of today. `pdf`: as it is printed.
///
/// # Errors
/// Without the right, for a donation that is not there, or when it has too many papers.
pub fn letter(house: &Arc<House>, actor: &Actor, donation: DonationId, pdf: Vec<u8>) -> Result<DeedId, ActionError> {
    actor.must(Right::ValueGifts)?;
    let row = EvidenceRow {
        id: EvidenceId(house.uuid()),
        donation_id: donation,
        line_id: None,
        kind: EvidenceKind::Request,
        name: format!("{}.pdf", Texts::of(Lang::De).values_letter_file(house.today().to_string())),
        media_type: "application/pdf".to_owned(),
        sha256: papers::sha256(&pdf),
        uploaded_by: actor.user(),
        uploaded_at: At(house.now()),
        removed_at: None,
    };
    keep(house, actor, donation, vec![(row, pdf)]).map(|(_, deed)| deed)
}

fn keep(
    house: &Arc<House>,
    actor: &Actor,
    donation: DonationId,
    rows: Vec<(EvidenceRow, Vec<u8>)>,
) -> Result<(Vec<EvidenceId>, DeedId), ActionError> {
    let (doing, actor) = (Doing::by(house, actor), actor.clone());
    house.store().write(move |db| {
        once(db, &actor, "evidence", doing.now, |db| {
            donations::find(db, donation)?.ok_or(ActionError::NotFound)?;
            if evidence::of_donation(db, donation)?.len() + rows.len() > MOST_PAPERS {
                return Err(ActionError::field("files", say::values_error_papers(MOST_PAPERS)));
            }
            let new = i64::try_from(rows.iter().map(|(_, bytes)| bytes.len()).sum::<usize>()).unwrap_or(i64::MAX);
            if evidence::bytes_of_donation(db, donation)?.saturating_add(new) > MOST_KEPT {
                return Err(ActionError::field("files", say::values_error_evidence_full(MOST_KEPT >> 20)));
            }
            for (row, bytes) in &rows {
                if let Some(line) = row.line_id {
                    let known = value_lines::find(db, line)?.filter(|line| line.donation_id == donation);
                    known.ok_or(ActionError::NotFound)?;
                }
                evidence::insert(db, row, bytes)?;
            }
            let ids: Vec<EvidenceId> = rows.iter().map(|(row, _)| row.id).collect();
            let undo = Undoing::Gift { gift: Box::new(GiftUndoing::EvidenceAdded { ids: ids.clone() }) };
            Ok((ids, doing.note(db, &say::values_evidence_added(rows.len()), donation, Some(&undo))?))
        })
    })
}

/// A paper with its bytes, for whoever may see donors.
///
/// # Errors
/// Without the right, for a paper that was removed or has no bytes.
pub fn file(house: &Arc<House>, actor: &Actor, id: EvidenceId) -> Result<(EvidenceRow, Vec<u8>), ActionError> {
    actor.must(Right::SeeDonors)?;
    house.store().read(|db| {
        let row = evidence::find(db, id)?.filter(|row| row.removed_at.is_none() && !row.media_type.is_empty());
        let row = row.ok_or(ActionError::NotFound)?;
        let bytes = evidence::bytes(db, id)?.ok_or(ActionError::NotFound)?;
        Ok((row, bytes))
    })
}

/// The gift that a paper belongs to.
///
/// # Errors
/// Without the right, and for a paper that is not there.
pub fn donation_of(house: &Arc<House>, actor: &Actor, id: EvidenceId) -> Result<DonationId, ActionError> {
    actor.must(Right::SeeDonors)?;
    let row = house.store().read(|db| evidence::find(db, id))?.ok_or(ActionError::NotFound)?;
    Ok(row.donation_id)
}

/// Takes a paper out of the file. What an issued receipt rests on stays: it must be shown years later.
///
/// # Errors
/// Without the right, for a paper of a receipt, and when somebody else was faster.
pub fn remove(house: &Arc<House>, actor: &Actor, id: EvidenceId) -> Result<(DonationId, DeedId), ActionError> {
    actor.must(Right::ValueGifts)?;
    let doing = Doing::by(house, actor);
    house.store().write(move |db| {
        let row = evidence::find(db, id)?.filter(|row| row.removed_at.is_none()).ok_or(ActionError::NotFound)?;
        if rests_on(db, &row)? {
            return Err(ActionError::Refused(say::values_error_evidence_locked()));
        }
        if !evidence::set_removed(db, id, Some(At(doing.now)))? {
            return Err(ActionError::Changed);
        }
        let undo = Undoing::Gift { gift: Box::new(GiftUndoing::EvidenceRemoved { id }) };
        Ok((row.donation_id, doing.note(db, &say::values_evidence_removed(), row.donation_id, Some(&undo))?))
    })
}

/// Whether an issued receipt rests on this paper.
pub(in crate::actions) fn rests_on(db: &mut Db, row: &EvidenceRow) -> Result<bool, ActionError> {
    let lines = value_lines::of_donation(db, row.donation_id)?;
    Ok(lines.iter().any(|line| line.receipt_id.is_some() && row.line_id.is_none_or(|id| id == line.id)))
}

/// What may be kept of a file, by what it is and not by what it is called.
fn harmless(bytes: &[u8]) -> Result<Harmless, Refusal> {
    if bytes.len() > LARGEST_IN {
        return Err(Refusal::TooLarge);
    }
    // One at a time, whoever puts them in: a picture takes a hundred megabytes while it is open.
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let made = if bytes.starts_with(b"%PDF-") {
        Harmless { bytes: document::harmless(bytes)?, media_type: "application/pdf", ending: "pdf" }
    } else {
        Harmless { bytes: picture::harmless(bytes)?, media_type: "image/jpeg", ending: "jpg" }
    };
    if made.bytes.len() > LARGEST_KEPT { Err(Refusal::TooLarge) } else { Ok(made) }
}

fn sentence(why: &Refusal, name: &str) -> Message {
    let name: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
    match why {
        Refusal::Kind => say::values_error_file_kind(name),
        Refusal::TooLarge => say::values_error_file_large(name, LARGEST_IN >> 20),
        Refusal::Locked => say::values_error_file_locked(name),
        Refusal::Damaged => say::values_error_file_damaged(name),
    }
}

/// The name without its folder, without what a file system or a header could take for something else, and with the ending
/// of what the file is now.
fn clean_name(name: &str, ending: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let fits = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '(' | ')' | '.' | ',' | '+');
    let clean: String = stem.chars().map(|c| if fits(c) { c } else { ' ' }).collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean: String = clean.trim_matches(['.', ' ', '-']).chars().take(80).collect();
    if clean.is_empty() { format!("beleg.{ending}") } else { format!("{clean}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_only_names() {
        for (name, clean) in [
            ("Rechnung 12.pdf", "Rechnung 12.jpg"),
            ("../../etc/passwd", "passwd.jpg"),
            ("C:\\Users\\x\\Foto.JPG.exe", "Foto.JPG.jpg"),
            ("a\"; filename=\"b.html", "a filename b.jpg"),
            ("\u{202e}gpj.exe\r\nX: y", "gpj.jpg"),
            ("...", "beleg.jpg"),
            ("", "beleg.jpg"),
            ("Größe & Länge.png", "Größe Länge.jpg"),
        ] {
            assert_eq!(clean_name(name, "jpg"), clean, "{name:?}");
        }
        assert!(clean_name(&"x".repeat(500), "pdf").len() <= 84);
    }
}

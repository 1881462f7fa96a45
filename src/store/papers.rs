//! Papers that left the house, or could: bytes that never change again, with the hash under which anybody can check them.

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::columns::{At, Day};
use super::schema::papers;
use super::{Db, StoreError};
use crate::domain::treasury::PaperKind;
use crate::domain::{PaperId, UserId};

/// What is known of a paper without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = papers)]
pub struct PaperRow {
    pub id: PaperId,
    pub kind: PaperKind,
    /// The id of what it is about: a receipt, a donation, an offer, a donor, a closed period.
    pub subject: String,
    pub file_name: String,
    pub media_type: String,
    /// SHA-256 of the bytes, hexadecimal, as they were frozen.
    pub sha256: String,
    pub made_by: Option<UserId>,
    pub made_at: At,
    pub keep_until: Option<Day>,
}

/// A paper that is to be frozen.
#[derive(Clone, Debug)]
pub struct NewPaper<'a> {
    pub id: PaperId,
    pub kind: PaperKind,
    pub subject: &'a str,
    /// Letters, digits, dots, dashes and underscores; other characters become a dash.
    pub file_name: &'a str,
    pub media_type: &'a str,
    pub bytes: &'a [u8],
    pub by: Option<UserId>,
    pub at: Timestamp,
    /// The last day on which it has to be kept.
    pub keep_until: Option<Date>,
}

/// The last day on which a paper of this day is kept: so many years from the end of its year.
pub fn keep_until(day: Date, years: i32) -> Option<Date> {
    Date::new(day.year().checked_add(i16::try_from(years).ok()?)?, 12, 31).ok()
}

/// The SHA-256 of bytes, as it is kept: lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// Freezes a paper with the hash of its bytes.
pub fn insert(db: &mut Db, paper: &NewPaper) -> Result<PaperId, StoreError> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let file_name: String = paper.file_name.chars().map(|c| if plain(c) { c } else { '-' }).collect();
    diesel::insert_into(papers::table)
        .values((
            papers::id.eq(paper.id),
            papers::kind.eq(paper.kind),
            papers::subject.eq(paper.subject),
            papers::file_name.eq(file_name),
            papers::media_type.eq(paper.media_type),
            papers::bytes.eq(paper.bytes),
            papers::sha256.eq(sha256(paper.bytes)),
            papers::made_by.eq(paper.by),
            papers::made_at.eq(At(paper.at)),
            papers::keep_until.eq(paper.keep_until.map(Day)),
        ))
        .execute(db)?;
    Ok(paper.id)
}

/// A paper without its bytes.
pub fn find(db: &mut Db, id: PaperId) -> Result<Option<PaperRow>, StoreError> {
    Ok(papers::table.find(id).select(PaperRow::as_select()).first(db).optional()?)
}

/// The bytes of a paper, as they lie in the database now. Whoever hands them out compares them with the hash.
pub fn bytes(db: &mut Db, id: PaperId) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(papers::table.find(id).select(papers::bytes).first(db).optional()?)
}

/// All papers about one thing, the latest first, without their bytes.
pub fn of_subject(db: &mut Db, subject: &str) -> Result<Vec<PaperRow>, StoreError> {
    Ok(papers::table
        .filter(papers::subject.eq(subject))
        .order((papers::made_at.desc(), papers::id.desc()))
        .select(PaperRow::as_select())
        .load(db)?)
}

/// Papers of a kind whose subjects lie between these two, the second not among them. By their subjects, because the bytes
/// stand before all that comes after them in a row.
pub fn between(db: &mut Db, kind: PaperKind, from: &str, to: &str) -> Result<Vec<PaperId>, StoreError> {
    Ok(papers::table
        .filter(papers::subject.ge(from))
        .filter(papers::subject.lt(to))
        .filter(papers::kind.eq(kind))
        .select(papers::id)
        .load(db)?)
}

/// Takes papers away that nothing rests on.
pub fn forget(db: &mut Db, ids: &[PaperId]) -> Result<(), StoreError> {
    diesel::delete(papers::table.filter(papers::id.eq_any(ids))).execute(db)?;
    Ok(())
}

/// Papers after this one by id, without their bytes: to go through all of them in bites.
pub fn after(db: &mut Db, id: Option<PaperId>, size: i64) -> Result<Vec<PaperRow>, StoreError> {
    let mut query = papers::table.select(PaperRow::as_select()).into_boxed::<super::AnyBackend>();
    if let Some(id) = id {
        query = query.filter(papers::id.gt(id));
    }
    Ok(query.order(papers::id).limit(size).load(db)?)
}

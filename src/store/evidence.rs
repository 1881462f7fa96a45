//! Papers that a value rests on: who put them in and when, and their bytes, which lists never load.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use super::columns::At;
use super::schema::evidence;
use super::{Db, StoreError};
use crate::domain::treasury::EvidenceKind;
use crate::domain::{DonationId, EvidenceId, UserId, ValueLineId};

/// A paper without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct EvidenceRow {
    pub id: EvidenceId,
    pub donation_id: DonationId,
    /// The line that it is about; `None`: the donation.
    pub line_id: Option<ValueLineId>,
    pub kind: EvidenceKind,
    pub name: String,
    /// Empty for what has no bytes: that the donor was asked, and when.
    pub media_type: String,
    /// SHA-256 of the bytes as they are kept, hexadecimal.
    pub sha256: String,
    pub uploaded_by: Option<UserId>,
    pub uploaded_at: At,
    pub removed_at: Option<At>,
}

/// All but the bytes.
type Columns = (
    evidence::id,
    evidence::donation_id,
    evidence::line_id,
    evidence::kind,
    evidence::name,
    evidence::media_type,
    evidence::sha256,
    evidence::uploaded_by,
    evidence::uploaded_at,
    evidence::removed_at,
);
const COLUMNS: Columns = (
    evidence::id,
    evidence::donation_id,
    evidence::line_id,
    evidence::kind,
    evidence::name,
    evidence::media_type,
    evidence::sha256,
    evidence::uploaded_by,
    evidence::uploaded_at,
    evidence::removed_at,
);

/// The papers of a donation that were not removed, the oldest first.
pub fn of_donation(db: &mut Db, id: DonationId) -> Result<Vec<EvidenceRow>, StoreError> {
    Ok(evidence::table
        .filter(evidence::donation_id.eq(id))
        .filter(evidence::removed_at.is_null())
        .order((evidence::uploaded_at, evidence::id))
        .select(COLUMNS)
        .load(db)?)
}

/// Bytes of all papers of a donation, also of those that were removed: they are kept as long.
pub fn bytes_of_donation(db: &mut Db, id: DonationId) -> Result<i64, StoreError> {
    let sum: Option<i64> = evidence::table
        .filter(evidence::donation_id.eq(id))
        .select(sql::<Nullable<BigInt>>("CAST(SUM(LENGTH(bytes)) AS BIGINT)"))
        .first(db)?;
    Ok(sum.unwrap_or_default())
}

pub fn find(db: &mut Db, id: EvidenceId) -> Result<Option<EvidenceRow>, StoreError> {
    Ok(evidence::table.find(id).select(COLUMNS).first(db).optional()?)
}

/// The bytes of a paper; empty for what has none.
pub fn bytes(db: &mut Db, id: EvidenceId) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(evidence::table.find(id).select(evidence::bytes).first(db).optional()?)
}

pub fn insert(db: &mut Db, row: &EvidenceRow, bytes: &[u8]) -> Result<(), StoreError> {
    diesel::insert_into(evidence::table)
        .values((
            evidence::id.eq(row.id),
            evidence::donation_id.eq(row.donation_id),
            evidence::line_id.eq(row.line_id),
            evidence::kind.eq(row.kind),
            evidence::name.eq(&row.name),
            evidence::media_type.eq(&row.media_type),
            evidence::bytes.eq(bytes),
            evidence::sha256.eq(&row.sha256),
            evidence::uploaded_by.eq(row.uploaded_by),
            evidence::uploaded_at.eq(row.uploaded_at),
            evidence::removed_at.eq(row.removed_at),
        ))
        .execute(db)?;
    Ok(())
}

/// Marks a paper as removed, or brings it back. Its bytes stay as long as the gift's records do: what a receipt rested on
/// must be shown ten years later. `false` when it stands so already.
pub fn set_removed(db: &mut Db, id: EvidenceId, at: Option<At>) -> Result<bool, StoreError> {
    let changed = match at {
        Some(_) => diesel::update(evidence::table.filter(evidence::id.eq(id)).filter(evidence::removed_at.is_null()))
            .set(evidence::removed_at.eq(at))
            .execute(db)?,
        None => diesel::update(evidence::table.filter(evidence::id.eq(id)).filter(evidence::removed_at.is_not_null()))
            .set(evidence::removed_at.eq(None::<At>))
            .execute(db)?,
    };
    Ok(changed == 1)
}

/// Lets the papers of a line that is taken away be about the donation.
pub fn without_line(db: &mut Db, line: ValueLineId) -> Result<usize, StoreError> {
    Ok(diesel::update(evidence::table.filter(evidence::line_id.eq(line)))
        .set(evidence::line_id.eq(None::<ValueLineId>))
        .execute(db)?)
}

/// Lets these papers be about this line again.
pub fn with_line(db: &mut Db, papers: &[EvidenceId], line: ValueLineId) -> Result<(), StoreError> {
    diesel::update(evidence::table.filter(evidence::id.eq_any(papers))).set(evidence::line_id.eq(line)).execute(db)?;
    Ok(())
}

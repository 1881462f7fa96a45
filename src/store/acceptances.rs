//! Acceptance records with their lines. Signatures are read only where they are printed.

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::schema::{acceptance_lines, acceptances, items};
use super::{Db, StoreError};
use crate::domain::acceptance::Line;
use crate::domain::catalogue::{GroupCode, ProductCode};
use crate::domain::item::{Condition, ItemState};
use crate::domain::treasury::{AcceptanceState, Marketability};
use crate::domain::{AcceptanceId, AcceptanceLineId, DonationId, PaperId, UserId};

/// A record without its signatures.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = acceptances)]
pub struct AcceptanceRow {
    pub id: AcceptanceId,
    pub donation_id: DonationId,
    pub state: AcceptanceState,
    pub made_on: Day,
    /// The printed names of who gives and who takes.
    pub giver: String,
    pub taker: String,
    pub remarks: String,
    pub made_by: Option<UserId>,
    pub made_at: At,
    pub signed_at: Option<At>,
    pub paper_id: Option<PaperId>,
    pub version: i32,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = acceptance_lines)]
pub struct AcceptanceLineRow {
    pub id: AcceptanceLineId,
    pub acceptance_id: AcceptanceId,
    pub position: i32,
    pub description: String,
    pub group_code: Option<GroupCode>,
    pub pieces: i32,
    pub weight_g: Option<i64>,
    pub marketability: Marketability,
    pub reason: String,
}

impl AcceptanceLineRow {
    pub fn line(&self) -> Line {
        Line {
            description: self.description.clone(),
            group: self.group_code.clone(),
            pieces: self.pieces,
            weight_g: self.weight_g,
            class: self.marketability,
            reason: self.reason.clone(),
        }
    }
}

/// What a person wrote into a record.
#[derive(Clone, Debug)]
pub struct Written {
    pub made_on: Date,
    pub giver: String,
    pub taker: String,
    pub remarks: String,
}

/// What makes a record final: the signatures as PNG (none where it was signed on paper), and the paper that was frozen.
#[derive(Clone, Debug)]
pub struct Signing {
    pub giver: Option<Vec<u8>>,
    pub taker: Option<Vec<u8>>,
    pub paper: PaperId,
    pub at: Timestamp,
}

pub fn find(db: &mut Db, id: AcceptanceId) -> Result<Option<AcceptanceRow>, StoreError> {
    Ok(acceptances::table.find(id).select(AcceptanceRow::as_select()).first(db).optional()?)
}

/// The giver's and the taker's, as pictures.
type Signatures = (Option<Vec<u8>>, Option<Vec<u8>>);

/// The signatures of who gave and who took.
pub fn signatures(db: &mut Db, id: AcceptanceId) -> Result<Signatures, StoreError> {
    let columns = (acceptances::giver_signature, acceptances::taker_signature);
    Ok(acceptances::table.find(id).select(columns).first(db)?)
}

/// The records of a donation, the latest first.
pub fn of_donation(db: &mut Db, donation: DonationId) -> Result<Vec<AcceptanceRow>, StoreError> {
    Ok(acceptances::table
        .filter(acceptances::donation_id.eq(donation))
        .order((acceptances::made_at.desc(), acceptances::id.desc()))
        .select(AcceptanceRow::as_select())
        .load(db)?)
}

/// The lines of a record in their order.
pub fn lines(db: &mut Db, id: AcceptanceId) -> Result<Vec<Line>, StoreError> {
    let rows: Vec<AcceptanceLineRow> = acceptance_lines::table
        .filter(acceptance_lines::acceptance_id.eq(id))
        .order(acceptance_lines::position)
        .select(AcceptanceLineRow::as_select())
        .load(db)?;
    Ok(rows.iter().map(AcceptanceLineRow::line).collect())
}

/// Pieces of a donation that were scanned in, by product and condition; entries by mistake do not count.
pub fn scanned(db: &mut Db, donation: DonationId) -> Result<Vec<(ProductCode, Condition, i64)>, StoreError> {
    use diesel::dsl::sql;
    use diesel::sql_types::{BigInt, Nullable};
    let rows: Vec<(ProductCode, Condition, Option<i64>)> = items::table
        .filter(items::donation_id.eq(donation))
        .filter(items::state.ne(ItemState::Void))
        .group_by((items::product_code, items::item_condition))
        .order((items::product_code, items::item_condition))
        .select((items::product_code, items::item_condition, sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)")))
        .load(db)?;
    Ok(rows.into_iter().map(|(product, condition, pieces)| (product, condition, pieces.unwrap_or_default())).collect())
}

pub fn insert(db: &mut Db, row: &AcceptanceRow) -> Result<(), StoreError> {
    diesel::insert_into(acceptances::table).values(row).execute(db)?;
    Ok(())
}

/// Puts these lines in the place of all that were there.
pub fn set_lines(db: &mut Db, id: AcceptanceId, lines: &[AcceptanceLineRow]) -> Result<(), StoreError> {
    diesel::delete(acceptance_lines::table.filter(acceptance_lines::acceptance_id.eq(id))).execute(db)?;
    for line in lines {
        diesel::insert_into(acceptance_lines::table).values(line).execute(db)?;
    }
    Ok(())
}

/// Changes a draft that still is at `version`. `false` when it is not, or is signed.
pub fn update(db: &mut Db, id: AcceptanceId, version: i32, written: &Written) -> Result<bool, StoreError> {
    let changed = diesel::update(acceptances::table.filter(acceptances::id.eq(id)))
        .filter(acceptances::version.eq(version))
        .filter(acceptances::state.eq(AcceptanceState::Draft))
        .set((
            acceptances::made_on.eq(Day(written.made_on)),
            acceptances::giver.eq(&written.giver),
            acceptances::taker.eq(&written.taker),
            acceptances::remarks.eq(&written.remarks),
            acceptances::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Makes a draft that still is at `version` final. `false` when it is not, or is signed already.
pub fn sign(db: &mut Db, id: AcceptanceId, version: i32, signing: &Signing) -> Result<bool, StoreError> {
    let changed = diesel::update(acceptances::table.filter(acceptances::id.eq(id)))
        .filter(acceptances::version.eq(version))
        .filter(acceptances::state.eq(AcceptanceState::Draft))
        .set((
            acceptances::state.eq(AcceptanceState::Signed),
            acceptances::giver_signature.eq(signing.giver.as_deref()),
            acceptances::taker_signature.eq(signing.taker.as_deref()),
            acceptances::paper_id.eq(signing.paper),
            acceptances::signed_at.eq(At(signing.at)),
            acceptances::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Throws a draft away that still is at `version`, with its lines. `false` when it is not, or is signed.
pub fn remove(db: &mut Db, id: AcceptanceId, version: i32) -> Result<bool, StoreError> {
    let Some(row) = find(db, id)?.filter(|row| row.version == version && row.state == AcceptanceState::Draft) else {
        return Ok(false);
    };
    set_lines(db, row.id, &[])?;
    Ok(diesel::delete(acceptances::table.filter(acceptances::id.eq(id))).execute(db)? == 1)
}

//! That somebody saw a proof of need: its kind, who, when and how long it counts. Never the paper.

use diesel::prelude::*;

use super::columns::Day;
use super::schema::{proofs, users};
use super::{Db, StoreError};
use crate::domain::household::ProofKind;
use crate::domain::{HouseholdId, ProofId, UserId};

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = proofs)]
pub struct ProofRow {
    pub id: ProofId,
    pub household_id: HouseholdId,
    pub kind: ProofKind,
    pub seen_by: Option<UserId>,
    pub seen_on: Day,
    /// The last day on which it counts; `None`: until somebody asks again.
    pub valid_until: Option<Day>,
}

pub fn insert(db: &mut Db, row: &ProofRow) -> Result<(), StoreError> {
    diesel::insert_into(proofs::table).values(row).execute(db)?;
    Ok(())
}

/// The proofs of a household with the names of who saw them, newest first.
pub fn of_household(db: &mut Db, household: HouseholdId) -> Result<Vec<(ProofRow, Option<String>)>, StoreError> {
    Ok(proofs::table
        .left_join(users::table)
        .filter(proofs::household_id.eq(household))
        .order((proofs::seen_on.desc(), proofs::id.desc()))
        .select((ProofRow::as_select(), users::display_name.nullable()))
        .load(db)?)
}

pub fn find(db: &mut Db, id: ProofId) -> Result<Option<ProofRow>, StoreError> {
    Ok(proofs::table.find(id).select(ProofRow::as_select()).first(db).optional()?)
}

pub fn remove(db: &mut Db, id: ProofId) -> Result<bool, StoreError> {
    Ok(diesel::delete(proofs::table.find(id)).execute(db)? == 1)
}

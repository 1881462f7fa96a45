//! Needs lists.

use diesel::prelude::*;

use super::columns::{At, Day};
use super::schema::needs;
use super::{Db, StoreError};
use crate::domain::catalogue::{Cut, ProductCode};
use crate::domain::needs::{AskedBy, NeedLine, NeedState, Occasion, Urgency};
use crate::domain::{HouseholdId, MemberId, NeedId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = needs)]
pub struct NeedRow {
    pub id: NeedId,
    pub household_id: HouseholdId,
    pub member_id: Option<MemberId>,
    pub product_code: ProductCode,
    pub cut: Option<Cut>,
    pub size: Option<String>,
    pub wanted: i32,
    pub got: i32,
    pub state: NeedState,
    pub urgency: Urgency,
    pub occasion: Occasion,
    pub recorded_at: At,
    pub version: i32,
    /// When the last piece of a fulfilled line was booked, by the server's clock.
    pub met_at: Option<At>,
    /// Months after which the same quantity counts as needed again; `None`: never, or with the next size.
    pub renew_months: Option<i32>,
    /// Why a coordinator marked it urgent: the word of an [`UrgentReason`], or empty.
    pub urgent_reason: String,
    /// The last day on which the mark counts.
    pub urgent_until: Option<Day>,
    pub asked_by: AskedBy,
}

impl NeedRow {
    pub fn line(&self) -> NeedLine {
        NeedLine {
            id: self.id,
            member: self.member_id,
            product: self.product_code.clone(),
            cut: self.cut,
            size: self.size.clone(),
            wanted: self.wanted,
            got: self.got,
            state: self.state,
            recorded_at: self.recorded_at.0,
        }
    }
}

pub fn find(db: &mut Db, id: NeedId) -> Result<Option<NeedRow>, StoreError> {
    Ok(needs::table.find(id).first(db).optional()?)
}

/// All lines of a household's list, in the order in which they were recorded.
pub fn of_household(db: &mut Db, household: HouseholdId) -> Result<Vec<NeedRow>, StoreError> {
    Ok(needs::table.filter(needs::household_id.eq(household)).order((needs::recorded_at, needs::id)).load(db)?)
}

pub fn insert(db: &mut Db, row: &NeedRow) -> Result<(), StoreError> {
    diesel::insert_into(needs::table).values(row).execute(db)?;
    Ok(())
}

/// Changes a line's state, if nobody changed the line since `version` was read. `false` when somebody did.
pub fn set_state(db: &mut Db, id: NeedId, version: i32, state: NeedState) -> Result<bool, StoreError> {
    let changed = diesel::update(needs::table.find(id).filter(needs::version.eq(version)))
        .set((needs::state.eq(state), needs::version.eq(version + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Changes how many pieces a line asks for and its state, if nobody changed it since `version` was read.
pub fn set_wanted(db: &mut Db, id: NeedId, version: i32, wanted: i32, state: NeedState) -> Result<bool, StoreError> {
    let changed = diesel::update(needs::table.find(id).filter(needs::version.eq(version)))
        .set((needs::wanted.eq(wanted), needs::state.eq(state), needs::version.eq(version + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Notes when a line was met that is met because it asks for less.
pub fn set_met(db: &mut Db, id: NeedId, at: At) -> Result<(), StoreError> {
    diesel::update(needs::table.find(id)).set(needs::met_at.eq(at)).execute(db)?;
    Ok(())
}

/// Gives a line back to a person who was taken out by mistake. A line that pieces were handed out for since keeps its state.
pub fn give_back(db: &mut Db, id: NeedId, member: MemberId, state: NeedState) -> Result<(), StoreError> {
    let line = needs::table.find(id).filter(needs::member_id.is_null());
    diesel::update(line).set(needs::member_id.eq(member)).execute(db)?;
    let withdrawn = needs::table.find(id).filter(needs::state.eq(NeedState::Withdrawn));
    diesel::update(withdrawn).set((needs::state.eq(state), needs::version.eq(needs::version + 1))).execute(db)?;
    Ok(())
}

//! The people of a household: a nickname, a band of age, a cut and sizes, and of these only what somebody gave.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::columns::Day;
use super::schema::{consents, members, needs};
use super::{Db, StoreError};
use crate::domain::catalogue::Cut;
use crate::domain::needs::NeedState;
use crate::domain::templates::AgeBand;
use crate::domain::{HouseholdId, MemberId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = members)]
pub struct MemberRow {
    pub id: MemberId,
    pub household_id: HouseholdId,
    pub nickname: String,
    /// The word of an [`AgeBand`], or empty.
    pub age_band: String,
    /// `YYYY-MM`, for children.
    pub birth_month: Option<String>,
    pub cut: Option<Cut>,
    /// JSON: what for (`clothes`, `shoes` …) → size.
    pub sizes: String,
    pub version: i32,
    /// The day on which the sizes were measured or said.
    pub measured_on: Option<Day>,
    /// The size of the clothes was taken over from a guess since: nobody measured it.
    pub clothes_guessed: bool,
}

impl MemberRow {
    pub fn band(&self) -> Option<AgeBand> {
        self.age_band.parse().ok()
    }

    /// What for → size.
    pub fn sizes(&self) -> BTreeMap<String, String> {
        serde_json::from_str(&self.sizes).unwrap_or_default()
    }
}

pub fn find(db: &mut Db, id: MemberId) -> Result<Option<MemberRow>, StoreError> {
    Ok(members::table.find(id).first(db).optional()?)
}

/// The members in the order in which they were entered.
pub fn of_household(db: &mut Db, household: HouseholdId) -> Result<Vec<MemberRow>, StoreError> {
    Ok(members::table.filter(members::household_id.eq(household)).order(members::id).load(db)?)
}

pub fn insert(db: &mut Db, row: &MemberRow) -> Result<(), StoreError> {
    diesel::insert_into(members::table).values(row).execute(db)?;
    Ok(())
}

/// Writes the member's data, if nobody changed them since `row.version` was read. `false` when somebody did.
pub fn update(db: &mut Db, row: &MemberRow) -> Result<bool, StoreError> {
    let changed = diesel::update(members::table.find(row.id).filter(members::version.eq(row.version)))
        .set((
            members::nickname.eq(&row.nickname),
            members::age_band.eq(&row.age_band),
            members::birth_month.eq(&row.birth_month),
            members::cut.eq(row.cut),
            members::sizes.eq(&row.sizes),
            members::measured_on.eq(row.measured_on),
            members::clothes_guessed.eq(row.clothes_guessed),
            members::version.eq(row.version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Takes a person out for good. Open lines of the needs list go with them; what was handed out stays, without the person.
pub fn remove(db: &mut Db, id: MemberId, version: i32) -> Result<bool, StoreError> {
    let theirs = needs::member_id.eq(id);
    let open = needs::state.eq_any([NeedState::Open, NeedState::Reserved, NeedState::Partly]);
    diesel::update(needs::table.filter(theirs.and(open)))
        .set((needs::state.eq(NeedState::Withdrawn), needs::version.eq(needs::version + 1)))
        .execute(db)?;
    diesel::update(needs::table.filter(theirs)).set(needs::member_id.eq(None::<MemberId>)).execute(db)?;
    // What was agreed to for this person ends with the person's data.
    diesel::delete(consents::table.filter(consents::member_id.eq(id))).execute(db)?;
    if let Some(member) = find(db, id)? {
        super::needs::keep_waits(db, member.household_id)?;
    }
    Ok(diesel::delete(members::table.find(id).filter(members::version.eq(version))).execute(db)? == 1)
}

/// Gives a person to another household, with the same data.
pub fn move_to(db: &mut Db, id: MemberId, household: HouseholdId) -> Result<(), StoreError> {
    diesel::update(members::table.find(id))
        .set((members::household_id.eq(household), members::version.eq(members::version + 1)))
        .execute(db)?;
    Ok(())
}

/// The people of many households, in the order of the households.
pub fn of_households(db: &mut Db, households: &[HouseholdId]) -> Result<Vec<MemberRow>, StoreError> {
    Ok(members::table
        .filter(members::household_id.eq_any(households))
        .order((members::household_id, members::id))
        .load(db)?)
}

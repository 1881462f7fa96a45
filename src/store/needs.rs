//! Needs lists.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::columns::{At, Day};
use super::households::never;
use super::schema::{households, needs};
use super::{Db, StoreError};
use crate::domain::catalogue::{Cut, ProductCode};
use crate::domain::needs::{AskedBy, NeedLine, NeedState, Occasion, Urgency, UrgentReason, marked_urgent};
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
    /// When a met line may be needed again; `None` when that was answered, or nothing renews it.
    pub renew_at: Option<At>,
}

impl NeedRow {
    /// Why it is urgent, as long as the mark counts.
    pub fn urgent(&self, today: jiff::civil::Date) -> Option<UrgentReason> {
        marked_urgent(&self.urgent_reason, self.urgent_until.map(|until| until.0), today)
    }

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

/// Lines that tell of somebody's health (a pregnancy, what the catalogue marks as special) are there for nobody without a
/// consent in force that is about the person; a line for the whole household stands on anybody's (GDPR Art. 9).
const TOLD: &str = "((needs.occasion <> 'maternity' AND NOT EXISTS (SELECT 1 FROM products \
    WHERE products.code = needs.product_code AND products.special)) OR EXISTS (SELECT 1 FROM consents \
    WHERE consents.household_id = needs.household_id AND consents.kind = 'maternity' AND consents.revoked_at IS NULL \
    AND (consents.member_id IS NULL OR needs.member_id IS NULL OR consents.member_id = needs.member_id)))";

/// The condition on `needs` that every reader asks who shows lines or proposes something for them.
pub fn is_told() -> SqlLiteral<Bool> {
    sql(TOLD)
}

/// The same about `items`: pieces that lie ready or were got for a line that nobody may see name it too.
pub fn is_piece_told() -> SqlLiteral<Bool> {
    sql(&format!("NOT EXISTS (SELECT 1 FROM needs WHERE needs.id = items.need_id AND NOT {TOLD})"))
}

/// The lines of a household's list that may be shown, in the order in which they were recorded.
pub fn shown_of_household(db: &mut Db, household: HouseholdId) -> Result<Vec<NeedRow>, StoreError> {
    Ok(needs::table
        .filter(needs::household_id.eq(household))
        .filter(is_told())
        .order((needs::recorded_at, needs::id))
        .load(db)?)
}

/// Whether a line may be shown.
pub fn is_shown(db: &mut Db, id: NeedId) -> Result<bool, StoreError> {
    let line = needs::table.find(id).filter(is_told()).select(needs::id);
    Ok(line.first::<NeedId>(db).optional()?.is_some())
}

/// Adds a line. What was got of the same for the same person is not asked about any more.
pub fn insert(db: &mut Db, row: &NeedRow) -> Result<(), StoreError> {
    let before = needs::table
        .filter(needs::household_id.eq(row.household_id))
        .filter(needs::product_code.eq(&row.product_code))
        .filter(needs::renew_at.is_not_null());
    match row.member_id {
        Some(member) => diesel::update(before.filter(needs::member_id.eq(member)))
            .set(needs::renew_at.eq(None::<At>))
            .execute(db)?,
        None => {
            diesel::update(before.filter(needs::member_id.is_null())).set(needs::renew_at.eq(None::<At>)).execute(db)?
        }
    };
    diesel::insert_into(needs::table).values(row).execute(db)?;
    keep_waits(db, row.household_id)
}

/// The states of lines that wait for something.
pub const OPEN: [NeedState; 3] = [NeedState::Open, NeedState::Reserved, NeedState::Partly];

/// Writes down again since when a household waits. Whatever opens or closes a line calls it.
pub fn keep_waits(db: &mut Db, household: HouseholdId) -> Result<(), StoreError> {
    let oldest: Option<At> = needs::table
        .filter(needs::household_id.eq(household))
        .filter(needs::state.eq_any(OPEN))
        .order(needs::recorded_at)
        .select(needs::recorded_at)
        .first(db)
        .optional()?;
    let since = oldest.unwrap_or_else(never);
    // Most entries close no oldest line: read first, write seldom.
    let stale = households::table.find(household).filter(households::waits_since.ne(since));
    if stale.select(households::id).first::<HouseholdId>(db).optional()?.is_some() {
        diesel::update(households::table.find(household)).set(households::waits_since.eq(since)).execute(db)?;
    }
    Ok(())
}

fn keep_waits_of(db: &mut Db, line: NeedId) -> Result<(), StoreError> {
    let household: HouseholdId = needs::table.find(line).select(needs::household_id).first(db)?;
    keep_waits(db, household)
}

/// Changes a line's state, if nobody changed the line since `version` was read. `false` when somebody did.
pub fn set_state(db: &mut Db, id: NeedId, version: i32, state: NeedState) -> Result<bool, StoreError> {
    let changed = diesel::update(needs::table.find(id).filter(needs::version.eq(version)))
        .set((needs::state.eq(state), needs::version.eq(version + 1)))
        .execute(db)?;
    if changed == 1 {
        keep_waits_of(db, id)?;
    }
    Ok(changed == 1)
}

/// Changes how many pieces a line asks for and its state, if nobody changed it since `version` was read.
pub fn set_wanted(db: &mut Db, id: NeedId, version: i32, wanted: i32, state: NeedState) -> Result<bool, StoreError> {
    let changed = diesel::update(needs::table.find(id).filter(needs::version.eq(version)))
        .set((needs::wanted.eq(wanted), needs::state.eq(state), needs::version.eq(version + 1)))
        .execute(db)?;
    if changed == 1 {
        keep_waits_of(db, id)?;
    }
    Ok(changed == 1)
}

/// Marks a line as urgent until a day, or takes the mark away with an empty reason. `false` when somebody changed the line.
pub fn set_urgent(db: &mut Db, id: NeedId, version: i32, reason: &str, until: Option<Day>) -> Result<bool, StoreError> {
    let changed = diesel::update(needs::table.find(id).filter(needs::version.eq(version)))
        .set((needs::urgent_reason.eq(reason), needs::urgent_until.eq(until), needs::version.eq(version + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Gives a line another size. `false` when somebody changed the line.
pub fn set_size(db: &mut Db, id: NeedId, version: i32, size: Option<&str>) -> Result<bool, StoreError> {
    let changed = diesel::update(needs::table.find(id).filter(needs::version.eq(version)))
        .set((needs::size.eq(size), needs::version.eq(version + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// When a met line may be needed again; `None` once that was answered.
pub fn set_renew_at(db: &mut Db, id: NeedId, at: Option<At>) -> Result<(), StoreError> {
    diesel::update(needs::table.find(id)).set(needs::renew_at.eq(at)).execute(db)?;
    Ok(())
}

/// Gives a line to another household and person, with its state there.
pub fn move_to(db: &mut Db, id: NeedId, household: HouseholdId, member: Option<MemberId>) -> Result<(), StoreError> {
    diesel::update(needs::table.find(id))
        .set((needs::household_id.eq(household), needs::member_id.eq(member), needs::version.eq(needs::version + 1)))
        .execute(db)?;
    Ok(())
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
    keep_waits_of(db, id)
}

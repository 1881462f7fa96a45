//! A city's gifts on their way: what waits for the council, the lists, and what was decided.

use std::collections::HashMap;

use diesel::prelude::*;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::donations::DonationRow;
use super::issuers::fields_in;
use super::paging::{Cursor, Page};
use super::schema::{council_lines, council_lists, donations, donors, issuers, value_lines};
use super::{AnyBackend, Db, StoreError};
use crate::domain::donation::DonationState;
use crate::domain::treasury::{CouncilListState, Decider, Decision};
use crate::domain::{CouncilListId, DonationId, IssuerId, UserId};
use crate::domain::{receipt, valuation};

#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = council_lists)]
pub struct CouncilListRow {
    pub id: CouncilListId,
    pub issuer_id: IssuerId,
    pub title: String,
    pub decider: Decider,
    pub state: CouncilListState,
    /// The day of the session; none until it is decided.
    pub held_on: Option<Day>,
    /// The decision's number or the record's.
    pub reference: String,
    pub made_by: Option<UserId>,
    pub made_at: At,
    pub version: i32,
    /// From this value on the council had to decide, in cents, when it was decided; `None`: always, or it is open.
    pub limit_cents: Option<i64>,
}

/// A gift on a list, as it was put on it.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = council_lines)]
pub struct CouncilLineRow {
    pub list_id: CouncilListId,
    pub donation_id: DonationId,
    pub purpose: String,
    /// In cents; `None`: no value was wanted.
    pub value_cents: Option<i64>,
    pub decision: Decision,
    /// It was only offered when it was decided on: the day of the gift is the day on which it is handed over.
    pub only_offered: bool,
    /// It was accepted already, and is worth more: the list whose decision this one renews.
    pub adds_to: Option<CouncilListId>,
}

/// A line with the gift and its donor's name.
#[derive(Clone, Debug)]
pub struct Listed {
    pub line: CouncilLineRow,
    pub donation: DonationRow,
    pub donor: String,
    /// The decision that this one renews.
    pub renews: Option<Renewed>,
}

/// A decision that another one renews.
#[derive(Clone, Debug)]
pub struct Renewed {
    pub list: CouncilListRow,
    pub line: CouncilLineRow,
}

/// A city that receives gifts.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct CityRow {
    pub id: IssuerId,
    pub form: String,
    pub name: String,
    /// From this value on the council decides; `None`: always.
    pub council_from_cents: Option<i64>,
    pub active: bool,
    /// What its form asks for, as in its column.
    fields: String,
}

impl CityRow {
    /// The last day on which it could confirm gifts, when that was before `today`.
    pub fn over(&self, today: Date) -> Option<Date> {
        let form = receipt::form(self.form.parse().ok()?);
        form.valid_until(&fields_in(&self.fields)).filter(|until| *until < today)
    }
}

/// All who receive gifts, of any kind, those in use first.
pub fn receivers(db: &mut Db) -> Result<Vec<CityRow>, StoreError> {
    Ok(issuers::table
        .order((issuers::active.desc(), issuers::name, issuers::id))
        .select((
            issuers::id,
            issuers::form,
            issuers::name,
            issuers::council_from_cents,
            issuers::active,
            issuers::fields,
        ))
        .load(db)?)
}

/// Who can be chosen as the receiver of a gift, and who was chosen already. Whoever may not confirm it today may receive it: a
/// new notice takes months, and the receiver is chosen before the goods come (law reference 1.6).
pub fn choosable(db: &mut Db, chosen: Option<IssuerId>) -> Result<Vec<CityRow>, StoreError> {
    let mut all = receivers(db)?;
    all.retain(|one| one.active || Some(one.id) == chosen);
    Ok(all)
}

/// Who receives gifts under this id.
pub fn receiver(db: &mut Db, id: IssuerId) -> Result<Option<CityRow>, StoreError> {
    Ok(issuers::table
        .find(id)
        .select((
            issuers::id,
            issuers::form,
            issuers::name,
            issuers::council_from_cents,
            issuers::active,
            issuers::fields,
        ))
        .first(db)
        .optional()?)
}

/// Makes somebody the receiver of a gift, if nobody changed it since `version`, in the state in which it goes on.
pub fn set_receiver(
    db: &mut Db,
    id: DonationId,
    version: i32,
    issuer: Option<IssuerId>,
    state: DonationState,
) -> Result<bool, StoreError> {
    let changed = diesel::update(donations::table.filter(donations::id.eq(id)).filter(donations::version.eq(version)))
        .set((donations::issuer_id.eq(issuer), donations::state.eq(state), donations::version.eq(version + 1)))
        .execute(db)?;
    super::donations::settle(db, id)?;
    Ok(changed == 1)
}

pub fn find(db: &mut Db, id: CouncilListId) -> Result<Option<CouncilListRow>, StoreError> {
    Ok(council_lists::table.find(id).first(db).optional()?)
}

/// One page of lists with their issuers' names, the newest first.
pub fn page(
    db: &mut Db,
    cursor: &Cursor<CouncilListId>,
    size: i64,
) -> Result<Page<(CouncilListRow, String)>, StoreError> {
    let all = council_lists::table
        .inner_join(issuers::table)
        .select((council_lists::all_columns, issuers::name))
        .into_boxed::<AnyBackend>();
    let query = match cursor {
        Cursor::Start => all.order(council_lists::id.desc()),
        Cursor::After(id) => all.filter(council_lists::id.lt(*id)).order(council_lists::id.desc()),
        Cursor::Before(id) => all.filter(council_lists::id.gt(*id)).order(council_lists::id.asc()),
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

/// How many gifts stand on each of these lists, and what they are worth in cents as far as that is known.
pub fn sums(db: &mut Db, ids: &[CouncilListId]) -> Result<HashMap<CouncilListId, (i64, i64)>, StoreError> {
    use diesel::dsl::sql;
    use diesel::sql_types::{BigInt, Nullable};
    let sums: Vec<(CouncilListId, i64, Option<i64>)> = council_lines::table
        .filter(council_lines::list_id.eq_any(ids))
        .group_by(council_lines::list_id)
        .select((
            council_lines::list_id,
            diesel::dsl::count_star(),
            sql::<Nullable<BigInt>>("CAST(SUM(value_cents) AS BIGINT)"),
        ))
        .load(db)?;
    Ok(sums.into_iter().map(|(id, count, cents)| (id, (count, cents.unwrap_or_default()))).collect())
}

/// Lists that nobody has decided on, the latest first.
pub fn open(db: &mut Db, issuer: IssuerId, decider: Decider) -> Result<Vec<CouncilListRow>, StoreError> {
    Ok(council_lists::table
        .filter(council_lists::issuer_id.eq(issuer))
        .filter(council_lists::decider.eq(decider))
        .filter(council_lists::state.eq(CouncilListState::Open))
        .order(council_lists::id.desc())
        .limit(20)
        .load(db)?)
}

/// How many lists nobody has decided on.
pub fn open_count(db: &mut Db) -> Result<i64, StoreError> {
    Ok(council_lists::table.filter(council_lists::state.eq(CouncilListState::Open)).count().get_result(db)?)
}

pub fn insert(db: &mut Db, row: &CouncilListRow) -> Result<(), StoreError> {
    diesel::insert_into(council_lists::table).values(row).execute(db)?;
    Ok(())
}

/// Counts a change to an open list, if nobody changed it since `version`.
pub fn touch(db: &mut Db, id: CouncilListId, version: i32) -> Result<bool, StoreError> {
    let open = council_lists::table
        .filter(council_lists::id.eq(id))
        .filter(council_lists::version.eq(version))
        .filter(council_lists::state.eq(CouncilListState::Open));
    Ok(diesel::update(open).set(council_lists::version.eq(version + 1)).execute(db)? == 1)
}

/// Takes an empty list away.
pub fn delete(db: &mut Db, id: CouncilListId) -> Result<(), StoreError> {
    diesel::delete(council_lists::table.find(id)).execute(db)?;
    Ok(())
}

/// Closes a list with its session and the mayor's limit as it is now, or opens it again (`None`), if nobody changed it since
/// `version`.
pub fn set_decided(
    db: &mut Db,
    id: CouncilListId,
    version: i32,
    held_on: Option<Day>,
    reference: &str,
    limit_cents: Option<i64>,
) -> Result<bool, StoreError> {
    let state = if held_on.is_some() { CouncilListState::Decided } else { CouncilListState::Open };
    let rows = council_lists::table.filter(council_lists::id.eq(id)).filter(council_lists::version.eq(version));
    let changed = diesel::update(rows.filter(council_lists::state.ne(state)))
        .set((
            council_lists::state.eq(state),
            council_lists::held_on.eq(held_on),
            council_lists::reference.eq(reference),
            council_lists::limit_cents.eq(limit_cents),
            council_lists::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// The gifts of a list, in the order in which they were given.
pub fn lines(db: &mut Db, list: CouncilListId) -> Result<Vec<Listed>, StoreError> {
    let rows: Vec<(CouncilLineRow, DonationRow, String)> = council_lines::table
        .inner_join(donations::table.inner_join(donors::table))
        .filter(council_lines::list_id.eq(list))
        .order((donations::received_on, donations::id))
        .select((council_lines::all_columns, donations::all_columns, donors::name))
        .load(db)?;
    let mut listed = Vec::new();
    for (line, donation, donor) in rows {
        let renews = match line.adds_to {
            Some(first) => self::line(db, first, line.donation_id)?.map(|(list, line)| Renewed { list, line }),
            None => None,
        };
        listed.push(Listed { line, donation, donor, renews });
    }
    Ok(listed)
}

/// What a list says of a gift.
pub fn line(
    db: &mut Db,
    list: CouncilListId,
    donation: DonationId,
) -> Result<Option<(CouncilListRow, CouncilLineRow)>, StoreError> {
    Ok(council_lines::table
        .inner_join(council_lists::table)
        .filter(council_lines::list_id.eq(list))
        .filter(council_lines::donation_id.eq(donation))
        .select((council_lists::all_columns, council_lines::all_columns))
        .first(db)
        .optional()?)
}

/// Puts a gift on a list. That is a change of the gift: what was seen or noted of it before does not fit any more. Where it is
/// added to a decision, that one holds on.
pub fn add_line(db: &mut Db, row: &CouncilLineRow) -> Result<(), StoreError> {
    diesel::insert_into(council_lines::table).values(row).execute(db)?;
    let holds = row.adds_to.unwrap_or(row.list_id);
    diesel::update(donations::table.find(row.donation_id))
        .set((donations::council_list_id.eq(holds), donations::version.eq(donations::version + 1)))
        .execute(db)?;
    Ok(())
}

/// Takes a gift off a list, which is a change of the gift as well. What it was to be added to holds on.
pub fn remove_line(db: &mut Db, list: CouncilListId, donation: DonationId) -> Result<bool, StoreError> {
    let Some((_, row)) = line(db, list, donation)? else { return Ok(false) };
    diesel::delete(council_lines::table.find((list, donation))).execute(db)?;
    diesel::update(donations::table.find(donation))
        .set((donations::council_list_id.eq(row.adds_to), donations::version.eq(donations::version + 1)))
        .execute(db)?;
    Ok(true)
}

/// Makes another list's decision the one that holds for a gift, if nobody changed it since `version`.
pub fn set_holding(db: &mut Db, donation: DonationId, version: i32, list: CouncilListId) -> Result<bool, StoreError> {
    let same = donations::table.filter(donations::id.eq(donation)).filter(donations::version.eq(version));
    let changed = diesel::update(same)
        .set((donations::council_list_id.eq(list), donations::version.eq(version + 1)))
        .execute(db)?;
    Ok(changed == 1)
}

/// Writes what was decided on a gift; `only_offered`: nothing of it had come.
pub fn set_decision(
    db: &mut Db,
    list: CouncilListId,
    donation: DonationId,
    decision: Decision,
    only_offered: bool,
) -> Result<(), StoreError> {
    diesel::update(council_lines::table.find((list, donation)))
        .set((council_lines::decision.eq(decision), council_lines::only_offered.eq(only_offered)))
        .execute(db)?;
    Ok(())
}

/// The list that a gift stands on, or whose decision holds for it, and what was said of the gift.
pub fn decision_on(db: &mut Db, donation: DonationId) -> Result<Option<(CouncilListRow, CouncilLineRow)>, StoreError> {
    let list: Option<Option<CouncilListId>> =
        donations::table.find(donation).select(donations::council_list_id).first(db).optional()?;
    list.flatten().map_or(Ok(None), |list| line(db, list, donation))
}

/// The open list on which a gift that was accepted stands once more.
pub fn addition_of(db: &mut Db, donation: DonationId) -> Result<Option<CouncilListRow>, StoreError> {
    Ok(council_lines::table
        .inner_join(council_lists::table)
        .filter(council_lines::donation_id.eq(donation))
        .filter(council_lines::adds_to.is_not_null())
        .filter(council_lists::state.eq(CouncilListState::Open))
        .select(council_lists::all_columns)
        .first(db)
        .optional()?)
}

/// The day on which an addition to this decision was declined, the last one.
pub fn declined_addition(db: &mut Db, donation: DonationId, first: CouncilListId) -> Result<Option<Date>, StoreError> {
    let days: Vec<Option<Day>> = council_lines::table
        .inner_join(council_lists::table)
        .filter(council_lines::donation_id.eq(donation))
        .filter(council_lines::adds_to.eq(first))
        .filter(council_lines::decision.eq(Decision::Declined))
        .filter(council_lists::state.eq(CouncilListState::Decided))
        .select(council_lists::held_on)
        .load(db)?;
    Ok(days.into_iter().flatten().map(|day| day.0).max())
}

/// What the lines of a gift come to that have a whole value, and none of the others.
const WORTH: &str = "(SELECT SUM(value_lines.quantity * COALESCE(value_lines.value_cents, value_lines.net_cents + \
    value_lines.vat_cents)) FROM value_lines WHERE value_lines.donation_id = donations.id)";
const ON_OPEN_LIST: &str = "EXISTS (SELECT 1 FROM council_lines AS more JOIN council_lists AS list ON list.id = more.list_id \
    WHERE more.donation_id = donations.id AND list.state = 'open')";
/// Something of the gift is not confirmed yet.
const HAS_FREE_LINE: &str = "EXISTS (SELECT 1 FROM value_lines WHERE value_lines.donation_id = donations.id AND \
    value_lines.receipt_id IS NULL AND \
    COALESCE(value_lines.value_cents, value_lines.net_cents + value_lines.vat_cents) IS NOT NULL)";
/// The same was declined already.
fn declined() -> String {
    format!(
        "EXISTS (SELECT 1 FROM council_lines AS no JOIN council_lists AS list ON list.id = no.list_id \
         WHERE no.donation_id = donations.id AND no.adds_to = council_lists.id AND no.decision = 'declined' \
         AND list.state = 'decided' AND no.value_cents >= {WORTH})"
    )
}

/// In which a further decision may renew the first.
pub const RENEWABLE: [DonationState; 2] = [DonationState::Accepted, DonationState::Receipted];

/// Accepted gifts to a city, not all confirmed yet, that are worth more than may stand under what was decided, as
/// [`beyond`](crate::domain::council::beyond) has it, with their donors' names.
pub fn raised(db: &mut Db, issuer: IssuerId, most: i64) -> Result<Vec<(DonationRow, String, Renewed)>, StoreError> {
    use diesel::dsl::sql;
    use diesel::sql_types::Bool;
    let rows: Vec<(DonationRow, String, CouncilListRow, CouncilLineRow)> = council_lines::table
        .inner_join(council_lists::table)
        .inner_join(donations::table.inner_join(donors::table))
        .filter(donations::council_list_id.eq(council_lists::id.nullable()))
        .filter(donations::state.eq_any(RENEWABLE))
        .filter(council_lists::issuer_id.eq(issuer))
        .filter(council_lists::state.eq(CouncilListState::Decided))
        .filter(council_lines::decision.eq(Decision::Accepted))
        .filter(sql::<Bool>(&format!("council_lines.value_cents < {WORTH}")))
        .filter(sql::<Bool>(&format!("NOT {ON_OPEN_LIST}")))
        .filter(sql::<Bool>(&format!("NOT {}", declined())))
        .filter(
            // What the mayor may decide as it is hides nothing that is behind it.
            council_lists::decider
                .ne(Decider::Mayor)
                .or(council_lists::limit_cents.is_null())
                .or(sql::<Bool>(&format!("council_lists.limit_cents <= {WORTH}"))),
        )
        .filter(sql::<Bool>(HAS_FREE_LINE))
        .order(donations::id)
        .select((donations::all_columns, donors::name, council_lists::all_columns, council_lines::all_columns))
        .limit(most)
        .load(db)?;
    Ok(rows.into_iter().map(|(gift, donor, list, line)| (gift, donor, Renewed { list, line })).collect())
}

const WAITING: [DonationState; 2] = [DonationState::Offered, DonationState::InCustody];

/// Gifts to a city that are on no list yet, with their donors' names; those of nobody in particular too.
pub fn waiting(
    db: &mut Db,
    issuer: IssuerId,
    after: Option<DonationId>,
    size: i64,
) -> Result<Page<(DonationRow, String)>, StoreError> {
    let cursor = after.map_or(Cursor::Start, Cursor::After);
    let mut query = donations::table
        .inner_join(donors::table)
        .filter(donations::state.eq_any(WAITING))
        .filter(donations::council_list_id.is_null())
        .filter(donations::issuer_id.eq(issuer).or(donations::issuer_id.is_null()))
        .select((donations::all_columns, donors::name))
        .into_boxed::<AnyBackend>();
    if let Some(id) = after {
        query = query.filter(donations::id.gt(id));
    }
    Ok(cursor.page(query.order(donations::id).limit(size + 1).load(db)?, size))
}

/// How many gifts wait to be put on a list.
pub fn waiting_count(db: &mut Db) -> Result<i64, StoreError> {
    Ok(donations::table
        .filter(donations::state.eq_any(WAITING))
        .filter(donations::council_list_id.is_null())
        .count()
        .get_result(db)?)
}

/// Whether something of a gift that has a value is on no receipt yet.
pub fn has_free_line(db: &mut Db, donation: DonationId) -> Result<bool, StoreError> {
    let gift = donations::table.find(donation).filter(diesel::dsl::sql::<diesel::sql_types::Bool>(HAS_FREE_LINE));
    Ok(gift.select(donations::id).first::<DonationId>(db).optional()?.is_some())
}

/// What the value lines of each of these gifts add up to, in cents. A line without a whole value makes its gift's unknown.
pub fn values(db: &mut Db, ids: &[DonationId]) -> Result<HashMap<DonationId, i64>, StoreError> {
    let mut sums: HashMap<DonationId, Option<i64>> = HashMap::new();
    for (id, value) in each_line(db, ids)? {
        let sum = sums.entry(id).or_insert(Some(0));
        *sum = sum.zip(value).map(|(sum, value)| sum + value);
    }
    Ok(sums.into_iter().filter_map(|(id, sum)| Some((id, sum?))).collect())
}

/// The same of those lines only that have a whole value: no receipt confirms the others.
pub fn worth(db: &mut Db, ids: &[DonationId]) -> Result<HashMap<DonationId, i64>, StoreError> {
    let mut sums = HashMap::new();
    for (id, value) in each_line(db, ids)? {
        if let Some(value) = value {
            *sums.entry(id).or_insert(0) += value;
        }
    }
    Ok(sums)
}

fn each_line(db: &mut Db, ids: &[DonationId]) -> Result<Vec<(DonationId, Option<i64>)>, StoreError> {
    type Line = (DonationId, i32, Option<i64>, Option<i64>, Option<i64>);
    let lines: Vec<Line> = value_lines::table
        .filter(value_lines::donation_id.eq_any(ids))
        .select((
            value_lines::donation_id,
            value_lines::quantity,
            value_lines::net_cents,
            value_lines::vat_cents,
            value_lines::value_cents,
        ))
        .load(db)?;
    let whole = |quantity: i32, one: i64| one * i64::from(quantity);
    Ok(lines
        .into_iter()
        .map(|(id, quantity, net, vat, value)| (id, valuation::each(value, net, vat).map(|one| whole(quantity, one))))
        .collect())
}

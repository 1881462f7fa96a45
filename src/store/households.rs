//! Households and their cards.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date, Nullable};
use jiff::Timestamp;

use super::columns::{At, Day};
use super::paging::{Cursor, MANY, Page};
use super::schema::{households, labels, mentor_links};
use super::{AnyBackend, Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::lists::HouseholdOrder;
use crate::domain::{HouseholdId, UserId};

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = households)]
pub struct HouseholdRow {
    pub id: HouseholdId,
    pub state: HouseholdState,
    pub people: i32,
    /// A postcode district or the name of an accommodation, never a street.
    pub area: String,
    /// The language for messages, as a tag; empty when unknown.
    pub lang: String,
    pub note: String,
    pub registered_on: Day,
    pub last_visit_on: Option<Day>,
    pub version: i32,
    /// The PIN of the household's own page as an Argon2 hash; empty when it has none.
    pub pin_hash: String,
    pub pin_failures: i32,
    pub pin_locked_until: Option<At>,
    /// Whom to reach and how; empty without consent.
    pub contact_name: String,
    pub contact_email: String,
    pub contact_phone: String,
    /// The household that this one turned out to be.
    pub merged_into: Option<HouseholdId>,
}

/// A household as a list shows it.
#[derive(Clone, Debug, Queryable)]
pub struct Listed {
    pub row: HouseholdRow,
    pub card: Option<Code>,
    /// Pieces on its needs list that are not withdrawn or expired, and how many of them it has got.
    pub wanted: Option<i64>,
    pub got: Option<i64>,
}

/// Which households a list shows.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub state: Option<HouseholdState>,
    /// Any of these areas; empty for all.
    pub areas: Vec<String>,
    pub card: Option<Code>,
    /// Only those that this mentor looks after at this moment.
    pub mentor: Option<(UserId, Timestamp)>,
}

const PIECES: &str =
    "FROM needs WHERE needs.household_id = households.id AND needs.state NOT IN ('withdrawn', 'expired'))";

/// Narrows a boxed query over households to what the filter says, its card apart. A macro, because each query is of
/// another type.
macro_rules! narrowed {
    ($query:expr, $filter:expr) => {{
        let (mut query, filter) = ($query, $filter);
        if let Some(state) = filter.state {
            query = query.filter(households::state.eq(state));
        }
        if !filter.areas.is_empty() {
            query = query.filter(households::area.eq_any(filter.areas.clone()));
        }
        if let Some((user, now)) = filter.mentor {
            let linked = mentor_links::table
                .filter(mentor_links::user_id.eq(user))
                .filter(mentor_links::from_at.le(At(now)))
                .filter(mentor_links::to_at.is_null().or(mentor_links::to_at.gt(At(now))))
                .select(mentor_links::household_id);
            query = query.filter(households::id.eq_any(linked));
        }
        query
    }};
}

/// Since when a household waits: the day of its last visit or, before the first, of its registration.
const WAITS_SINCE: &str = "COALESCE(households.last_visit_on, households.registered_on)";

/// One page of households in an order; at most 200.
pub fn page(
    db: &mut Db,
    filter: &Filter,
    order: HouseholdOrder,
    cursor: &Cursor<HouseholdId>,
    size: i64,
) -> Result<Page<Listed>, StoreError> {
    let size = size.min(200);
    let all = households::table
        .left_join(
            labels::table.on(labels::subject
                .eq(households::id.nullable())
                .and(labels::kind.eq(Kind::HouseholdCard.word()))
                .and(labels::state.eq(LabelState::Bound))),
        )
        .select((
            HouseholdRow::as_select(),
            labels::code.nullable(),
            sql::<Nullable<BigInt>>("(SELECT CAST(SUM(needs.wanted) AS BIGINT) ").sql(PIECES),
            sql::<Nullable<BigInt>>("(SELECT CAST(SUM(needs.got) AS BIGINT) ").sql(PIECES),
        ))
        .into_boxed::<AnyBackend>();
    let mut query = narrowed!(all, filter);
    if let Some(card) = filter.card {
        query = query.filter(labels::code.eq(card));
    }
    let backwards = cursor.is_backwards();
    let seen = match cursor {
        Cursor::Start => None,
        Cursor::After(id) | Cursor::Before(id) => find(db, *id)?,
    };
    let since = || sql::<Date>(WAITS_SINCE);
    query = match (order, seen, backwards) {
        (_, None, _) => query,
        (HouseholdOrder::Newest, Some(seen), false) => query.filter(households::id.lt(seen.id)),
        (HouseholdOrder::Newest, Some(seen), true) => query.filter(households::id.gt(seen.id)),
        (HouseholdOrder::Waiting, Some(seen), backwards) => {
            let day = seen.last_visit_on.unwrap_or(seen.registered_on);
            match backwards {
                false => query.filter(since().ge(day)).filter(since().gt(day).or(households::id.gt(seen.id))),
                true => query.filter(since().le(day)).filter(since().lt(day).or(households::id.lt(seen.id))),
            }
        }
    };
    query = match (order, backwards) {
        (HouseholdOrder::Newest, false) => query.order(households::id.desc()),
        (HouseholdOrder::Newest, true) => query.order(households::id.asc()),
        (HouseholdOrder::Waiting, false) => query.order((since().asc(), households::id.asc())),
        (HouseholdOrder::Waiting, true) => query.order((since().desc(), households::id.desc())),
    };
    Ok(cursor.page(query.limit(size + 1).load(db)?, size))
}

/// How many households fit the filter, its card apart, as far as [`MANY`]; `None` beyond it.
pub fn count_of(db: &mut Db, filter: &Filter) -> Result<Option<i64>, StoreError> {
    let beyond = narrowed!(households::table.select(households::id).into_boxed::<AnyBackend>(), filter);
    if beyond.order(households::id).offset(MANY).limit(1).first::<HouseholdId>(db).optional()?.is_some() {
        return Ok(None);
    }
    Ok(Some(narrowed!(households::table.count().into_boxed::<AnyBackend>(), filter).get_result(db)?))
}

/// How many households are in this state.
pub fn count(db: &mut Db, state: HouseholdState) -> Result<i64, StoreError> {
    Ok(households::table.filter(households::state.eq(state)).count().get_result(db)?)
}

/// The areas that households live in, each once.
pub fn areas(db: &mut Db) -> Result<Vec<String>, StoreError> {
    Ok(households::table
        .filter(households::area.ne(""))
        .select(households::area)
        .distinct()
        .order(households::area)
        .load(db)?)
}

pub fn find(db: &mut Db, id: HouseholdId) -> Result<Option<HouseholdRow>, StoreError> {
    Ok(households::table.find(id).select(HouseholdRow::as_select()).first(db).optional()?)
}

/// The household that this card was made for, valid or not.
pub fn by_card(db: &mut Db, card: Code) -> Result<Option<HouseholdId>, StoreError> {
    Ok(super::labels::find(db, card)?.and_then(|label| label.subject_id()))
}

pub fn insert(db: &mut Db, row: &HouseholdRow) -> Result<(), StoreError> {
    diesel::insert_into(households::table).values(row).execute(db)?;
    Ok(())
}

/// Writes what a person may edit, if nobody changed it since `row.version` was read. `false` when somebody did.
pub fn update(db: &mut Db, row: &HouseholdRow) -> Result<bool, StoreError> {
    let changed = diesel::update(households::table.find(row.id).filter(households::version.eq(row.version)))
        .set((
            households::state.eq(row.state),
            households::area.eq(&row.area),
            households::lang.eq(&row.lang),
            households::note.eq(&row.note),
            households::version.eq(row.version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Counts the people again after a member came or went.
pub fn set_people(db: &mut Db, id: HouseholdId, people: i32) -> Result<(), StoreError> {
    diesel::update(households::table.find(id)).set(households::people.eq(people)).execute(db)?;
    Ok(())
}

/// Writes name, mail and phone of whom to reach, if nobody changed the household since `version` was read.
pub fn set_contact(db: &mut Db, id: HouseholdId, version: i32, texts: [&str; 3]) -> Result<bool, StoreError> {
    let [name, email, phone] = texts;
    let changed = diesel::update(households::table.find(id).filter(households::version.eq(version)))
        .set((
            households::contact_name.eq(name),
            households::contact_email.eq(email),
            households::contact_phone.eq(phone),
            households::version.eq(version + 1),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

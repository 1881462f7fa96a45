//! Households and their cards.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::Timestamp;

use super::columns::{At, Day};
use super::paging::{Cursor, MANY, Page};
use super::schema::{households, labels, mentor_links, needs, proofs};
use super::{AnyBackend, Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::lists::HouseholdOrder;
use crate::domain::needs::NeedState;
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
    /// Since when the oldest open line of its list waits; [`never`] when nothing is open. Kept by `store::needs`.
    pub waits_since: At,
}

impl HouseholdRow {
    /// Since when it waits for something.
    pub fn waits(&self) -> Option<Timestamp> {
        Some(self.waits_since.0).filter(|since| *since < never().0)
    }
}

/// The far end of time: a household that waits for nothing comes last in the order of waiting.
pub fn never() -> At {
    At(jiff::civil::date(9999, 1, 1)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .map(|end| end.timestamp())
        .unwrap_or(Timestamp::MAX))
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
    /// Only those whose oldest open line was recorded before this moment.
    pub waiting_before: Option<Timestamp>,
    /// Only those whose last proof of need runs out until this day, or has run out.
    pub proof_until: Option<jiff::civil::Date>,
    /// Only those with a line that was met so long ago that it may be needed again.
    pub again_on: Option<Timestamp>,
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
        if let Some(moment) = filter.waiting_before {
            query = query.filter(households::waits_since.lt(At(moment)));
        }
        if let Some(day) = filter.proof_until {
            let later = diesel::alias!(proofs as later);
            let runs_out = proofs::table
                .filter(proofs::valid_until.le(Day(day)))
                .filter(diesel::dsl::not(diesel::dsl::exists(
                    later.filter(later.field(proofs::household_id).eq(proofs::household_id)).filter(
                        later.field(proofs::valid_until).gt(Day(day)).or(later.field(proofs::valid_until).is_null()),
                    ),
                )))
                .select(proofs::household_id);
            query = query.filter(households::id.eq_any(runs_out));
        }
        if let Some(moment) = filter.again_on {
            let again = needs::table
                .filter(needs::state.eq(NeedState::Fulfilled))
                .filter(needs::renew_at.le(At(moment)))
                .select(needs::household_id);
            query = query.filter(households::id.eq_any(again));
        }
        query
    }};
}

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
    query = match (order, seen, backwards) {
        (_, None, _) => query,
        (HouseholdOrder::Newest, Some(seen), false) => query.filter(households::id.lt(seen.id)),
        (HouseholdOrder::Newest, Some(seen), true) => query.filter(households::id.gt(seen.id)),
        (HouseholdOrder::Waiting, Some(seen), backwards) => {
            let at = seen.waits_since;
            match backwards {
                false => query
                    .filter(households::waits_since.ge(at))
                    .filter(households::waits_since.gt(at).or(households::id.gt(seen.id))),
                true => query
                    .filter(households::waits_since.le(at))
                    .filter(households::waits_since.lt(at).or(households::id.lt(seen.id))),
            }
        }
    };
    query = match (order, backwards) {
        (HouseholdOrder::Newest, false) => query.order(households::id.desc()),
        (HouseholdOrder::Newest, true) => query.order(households::id.asc()),
        (HouseholdOrder::Waiting, false) => query.order((households::waits_since.asc(), households::id.asc())),
        (HouseholdOrder::Waiting, true) => query.order((households::waits_since.desc(), households::id.desc())),
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

/// The household that a valid card is of, or that a voucher in force or not was made for; only one that is there.
pub fn of_card(db: &mut Db, card: Code) -> Result<Option<HouseholdId>, StoreError> {
    let label = super::labels::find(db, card)?.filter(|label| label.state == LabelState::Bound);
    // A voucher's label is bound to the voucher, whose id is no household's.
    let Some(id) = label.and_then(|label| label.subject_id()) else { return Ok(None) };
    match find(db, id)? {
        Some(row) => Ok(Some(row.id)),
        None => Ok(super::proxies::by_code(db, card)?.map(|proxy| proxy.household_id)),
    }
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

/// Says into which household this one went, or that it is one of its own again.
pub fn set_merged(
    db: &mut Db,
    id: HouseholdId,
    state: HouseholdState,
    into: Option<HouseholdId>,
) -> Result<(), StoreError> {
    diesel::update(households::table.find(id))
        .set((
            households::state.eq(state),
            households::merged_into.eq(into),
            households::version.eq(households::version + 1),
        ))
        .execute(db)?;
    Ok(())
}

/// The households that went into this one.
pub fn merged_into(db: &mut Db, id: HouseholdId) -> Result<Vec<HouseholdId>, StoreError> {
    Ok(households::table.filter(households::merged_into.eq(id)).select(households::id).load(db)?)
}

/// Active households with what a comparison looks at, the newest `limit` of each area first.
pub fn active(db: &mut Db, after: Option<HouseholdId>, limit: i64) -> Result<Vec<(HouseholdId, String)>, StoreError> {
    let mut query = households::table
        .filter(households::state.ne(HouseholdState::Left))
        .order(households::id)
        .select((households::id, households::area))
        .limit(limit)
        .into_boxed::<AnyBackend>();
    if let Some(after) = after {
        query = query.filter(households::id.gt(after));
    }
    Ok(query.load(db)?)
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

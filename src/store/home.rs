//! What the home page counts: what happened, what waits, what is there. Every query finds its rows by an index.

use std::collections::{HashMap, HashSet};

use diesel::dsl::{count, count_star, exists, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable};
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::deeds::{self, DeedRow};
use super::donations::{MORE_ANNOUNCED, SCANNED_IN};
use super::figures::OPEN_NEED;
use super::items::ItemRow;
use super::needs::{NeedRow, is_piece_told, is_told};
use super::schema::{
    donations, donors, households, items, labels, mentor_links, movements, needs, stocktakes, terminals, users,
};
use super::{Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::{Catalogue, Cut, ProductCode};
use crate::domain::donation::DonorKind;
use crate::domain::household::{HouseholdState, LabelState};
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::needs::{NeedState, Piece, serves};
use crate::domain::stocktake::StocktakeState;
use crate::domain::{DeedId, DonationId, EventId, HouseholdId, ItemId, MovementId, UserId};

const QUANTITY: &str = "CAST(SUM(quantity) AS BIGINT)";

/// Lines of needs lists that are open, and of how many households.
pub fn open_needs(db: &mut Db) -> Result<(i64, i64), StoreError> {
    Ok(needs::table
        .filter(needs::state.eq_any(OPEN_NEED))
        .select((count_star(), count(needs::household_id).aggregate_distinct()))
        .first(db)?)
}

/// Pieces in one state.
pub fn pieces_in(db: &mut Db, state: ItemState) -> Result<i64, StoreError> {
    let sum: Option<i64> =
        items::table.filter(items::state.eq(state)).select(sql::<Nullable<BigInt>>(QUANTITY)).first(db)?;
    Ok(sum.unwrap_or_default())
}

/// How many donations were announced with more pieces than have been scanned in.
pub fn donations_waiting(db: &mut Db) -> Result<i64, StoreError> {
    Ok(donations::table
        .filter(donations::state.eq_any(SCANNED_IN))
        .filter(sql::<Bool>(MORE_ANNOUNCED))
        .count()
        .get_result(db)?)
}

/// Which of the first steps were taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FirstSteps {
    pub people: bool,
    pub labels: bool,
    pub donation: bool,
    pub piece: bool,
    pub household: bool,
}

/// What a new house has done already.
pub fn first_steps(db: &mut Db) -> Result<FirstSteps, StoreError> {
    use super::schema::households;
    let people: i64 = users::table.filter(users::active.eq(true)).count().get_result(db)?;
    let of_items = labels::table.filter(labels::kind.eq(Kind::Item.word()));
    Ok(FirstSteps {
        people: people > 1,
        labels: diesel::select(exists(of_items)).get_result(db)?,
        donation: diesel::select(exists(donations::table.select(donations::id))).get_result(db)?,
        piece: diesel::select(exists(items::table.select(items::id))).get_result(db)?,
        household: diesel::select(exists(households::table.select(households::id))).get_result(db)?,
    })
}

/// A household of a mentor: its card, what is open on its list and what lies ready for it.
#[derive(Clone, Debug)]
pub struct OwnHousehold {
    pub id: HouseholdId,
    pub card: Option<Code>,
    pub open_lines: i64,
    pub ready: Vec<ItemRow>,
}

/// The households that this mentor looks after now.
pub fn own_households(db: &mut Db, mentor: UserId, now: Timestamp) -> Result<Vec<OwnHousehold>, StoreError> {
    let ids: Vec<HouseholdId> = mentor_links::table
        .filter(mentor_links::user_id.eq(mentor))
        .filter(mentor_links::from_at.le(At(now)))
        .filter(mentor_links::to_at.is_null().or(mentor_links::to_at.gt(At(now))))
        .order(mentor_links::household_id)
        .select(mentor_links::household_id)
        .distinct()
        .load(db)?;
    let lines: Vec<(HouseholdId, i64)> = needs::table
        .filter(needs::household_id.eq_any(&ids))
        .filter(is_told())
        .filter(needs::state.eq_any(OPEN_NEED))
        .group_by(needs::household_id)
        .select((needs::household_id, count_star()))
        .load(db)?;
    let ready: Vec<ItemRow> = items::table
        .filter(items::household_id.eq_any(&ids))
        .filter(is_piece_told())
        .filter(items::state.eq(ItemState::Reserved))
        .select(ItemRow::as_select())
        .load(db)?;
    let names: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let cards: Vec<(Option<String>, Code)> = labels::table
        .filter(labels::subject.eq_any(names))
        .filter(labels::state.eq(LabelState::Bound))
        .select((labels::subject, labels::code))
        .load(db)?;
    let own = ids.into_iter().map(|id| OwnHousehold {
        card: cards.iter().find(|(subject, _)| *subject == Some(id.to_string())).map(|(_, code)| *code),
        open_lines: lines.iter().find(|(household, _)| *household == id).map_or(0, |(_, lines)| *lines),
        ready: ready.iter().filter(|item| item.household_id == Some(id)).cloned().collect(),
        id,
    });
    Ok(own.collect())
}

/// Donations by kind of donor from a day on, and how many of each wish for a receipt.
pub fn donations_by_kind(db: &mut Db, from: Date) -> Result<Vec<(DonorKind, bool, i64)>, StoreError> {
    Ok(donations::table
        .inner_join(donors::table)
        .filter(donations::received_on.ge(Day(from)))
        .group_by((donors::kind, donations::receipt_wanted))
        .select((donors::kind, donations::receipt_wanted, count_star()))
        .load(db)?)
}

diesel::allow_columns_to_appear_in_same_group_by_clause!(donors::kind, donations::receipt_wanted);

/// Donors who wish for a receipt of a donation since `from` and whose address is not complete.
pub fn donors_without_address(db: &mut Db, from: Date) -> Result<i64, StoreError> {
    Ok(donations::table
        .inner_join(donors::table)
        .filter(donations::received_on.ge(Day(from)))
        .filter(donations::receipt_wanted.eq(true))
        .filter(donors::kind.ne(DonorKind::Anonymous))
        .filter(donors::street.eq("").or(donors::postcode.eq("")).or(donors::city.eq("")))
        .select(count(donors::id).aggregate_distinct())
        .first(db)?)
}

/// A company's donation, with its name.
#[derive(Clone, Debug, Queryable)]
pub struct CompanyDonation {
    pub id: DonationId,
    pub company: String,
    pub received_on: Day,
    pub announced: Option<i32>,
}

/// The latest donations of companies.
pub fn company_donations(db: &mut Db, limit: i64) -> Result<Vec<CompanyDonation>, StoreError> {
    Ok(donations::table
        .inner_join(donors::table)
        .filter(donors::kind.eq(DonorKind::Company))
        .order((donations::received_on.desc(), donations::id.desc()))
        .select((donations::id, donors::name, donations::received_on, donations::pieces_announced))
        .limit(limit)
        .load(db)?)
}

/// Devices that may scan, and terminals that sent something odd and are still switched on.
pub fn devices(db: &mut Db) -> Result<(i64, i64), StoreError> {
    let active = || terminals::table.filter(terminals::active.eq(true));
    let devices = active().filter(terminals::kind.eq("device")).count().get_result(db)?;
    Ok((devices, active().filter(terminals::suspect_since.is_not_null()).count().get_result(db)?))
}

/// One entry of the ledger with its piece.
#[derive(Clone, Debug)]
pub struct Booking {
    pub kind: MovementKind,
    /// Whether the entry says what the piece is: of a split the piece that begins.
    pub begins: bool,
    pub at: At,
    pub item: ItemRow,
    /// It stands for all entries of this deed, which was done to many items or taken back.
    pub deed: Option<DeedRow>,
}

/// Entries that are read at once behind the first few, and how often: enough for the largest deed and its way back.
const MORE_ENTRIES: i64 = 200;
const MOST_READS: usize = 12;

/// The last entries of the ledger, the latest first; what was done to many items at once is one of them.
pub fn last_bookings(db: &mut Db, limit: i64) -> Result<Vec<Booking>, StoreError> {
    type Entry = (i64, EventId, Option<MovementId>, MovementKind, Option<String>, At, ItemRow);
    let (mut bookings, mut before, mut size) = (Vec::new(), i64::MAX, limit);
    let mut told: HashSet<DeedId> = HashSet::new();
    for _ in 0..MOST_READS {
        let rows: Vec<Entry> = movements::table
            .inner_join(items::table)
            .filter(movements::position.lt(before))
            .order(movements::position.desc())
            .select((
                movements::position,
                movements::event_id,
                movements::reverses,
                movements::kind,
                movements::details,
                movements::recorded_at,
                ItemRow::as_select(),
            ))
            .limit(size)
            .load(db)?;
        let (is_last, reversed) = ((rows.len() as i64) < size, rows.iter().filter_map(|row| row.2));
        let reversed: HashMap<MovementId, EventId> = movements::table
            .filter(movements::id.eq_any(reversed.collect::<Vec<_>>()))
            .select((movements::id, movements::event_id))
            .load(db)?
            .into_iter()
            .collect();
        let event = |row: &Entry| row.2.and_then(|entry| reversed.get(&entry).copied()).unwrap_or(row.1);
        let pairs: HashMap<EventId, ItemId> = rows.iter().map(|row| (event(row), row.6.id)).collect();
        let deeds = deeds::of_events(db, &pairs)?;
        for row in rows {
            before = row.0;
            let deed = deeds.get(&event(&row)).cloned();
            if deed.as_ref().is_some_and(|deed| !told.insert(deed.id)) {
                continue;
            }
            let (.., kind, details, at, item) = row;
            bookings.push(Booking { kind, begins: details.is_some(), at, item, deed });
            if bookings.len() as i64 == limit {
                return Ok(bookings);
            }
        }
        if is_last {
            break;
        }
        size = MORE_ENTRIES;
    }
    Ok(bookings)
}

/// Active households with a line that was recorded before this moment and is still open: those that the list shows.
pub fn households_waiting(db: &mut Db, since: Timestamp) -> Result<i64, StoreError> {
    Ok(households::table
        .filter(households::state.eq(HouseholdState::Active))
        .filter(households::waits_since.lt(At(since)))
        .count()
        .get_result(db)?)
}

/// Pieces that were laid aside before this moment and still lie there.
pub fn laid_aside_before(db: &mut Db, since: Timestamp) -> Result<i64, StoreError> {
    let sum: Option<i64> = items::table
        .filter(items::state.eq(ItemState::Reserved))
        .filter(items::moved_at.lt(At(since)))
        .select(sql::<Nullable<BigInt>>(QUANTITY))
        .first(db)?;
    Ok(sum.unwrap_or_default())
}

/// Blank labels for items, counted no further than `most`.
pub fn blank_labels(db: &mut Db, most: i64) -> Result<i64, StoreError> {
    let some: Vec<Code> = labels::table
        .filter(labels::kind.eq(Kind::Item.word()))
        .filter(labels::state.eq(LabelState::Blank))
        .select(labels::code)
        .limit(most)
        .load(db)?;
    Ok(some.len() as i64)
}

/// Stocktakes that run, and those that wait for somebody to book them.
pub fn stocktakes_open(db: &mut Db) -> Result<(i64, i64), StoreError> {
    let mut of = |state: StocktakeState| stocktakes::table.filter(stocktakes::state.eq(state)).count().get_result(db);
    Ok((of(StocktakeState::Running)?, of(StocktakeState::Reviewing)?))
}

/// Devices that may scan and were not heard of since this moment.
pub fn silent_devices(db: &mut Db, since: Timestamp) -> Result<i64, StoreError> {
    let never = terminals::last_seen_at.is_null().and(terminals::created_at.lt(At(since)));
    Ok(terminals::table
        .filter(terminals::active.eq(true))
        .filter(terminals::kind.eq("device"))
        .filter(terminals::parent_id.is_null())
        .filter(terminals::last_seen_at.assume_not_null().lt(At(since)).or(never))
        .count()
        .get_result(db)?)
}

/// The lines that have waited longest and for which nothing lies ready; of these households, if any are named.
pub fn waiting_lines(db: &mut Db, households: Option<&[HouseholdId]>, limit: i64) -> Result<Vec<NeedRow>, StoreError> {
    let mut lines: Vec<NeedRow> = Vec::new();
    // One state at a time: each is read from its index in the order of time and stops early.
    for state in [NeedState::Open, NeedState::Partly] {
        let mut query = needs::table
            .inner_join(households::table)
            .filter(needs::state.eq(state))
            .filter(households::state.eq(HouseholdState::Active))
            .filter(is_told())
            .order((needs::recorded_at, needs::id))
            .select(needs::all_columns)
            .limit(limit)
            .into_boxed::<super::AnyBackend>();
        if let Some(households) = households {
            query = query.filter(needs::household_id.eq_any(households));
        }
        lines.extend(query.load::<NeedRow>(db)?);
    }
    lines.sort_by_key(|line| (line.recorded_at, line.id));
    lines.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(lines)
}

/// Pieces in stock that serve each of these lines.
pub fn fitting(db: &mut Db, lines: &[NeedRow], catalogue: &Catalogue) -> Result<Vec<i64>, StoreError> {
    type Lying = (ProductCode, Option<Cut>, Option<String>, Option<i64>);
    let mut products: Vec<&ProductCode> = lines.iter().map(|line| &line.product_code).collect();
    products.sort_by_key(|code| code.as_str());
    products.dedup();
    let lying: Vec<Lying> = items::table
        .filter(items::product_code.eq_any(products))
        .filter(items::state.eq(ItemState::InStock))
        .group_by((items::product_code, items::cut, items::size))
        .select((items::product_code, items::cut, items::size, sql::<Nullable<BigInt>>(QUANTITY)))
        .load(db)?;
    let serving = |line: &NeedRow| {
        let line = line.line();
        let fits = |(product, cut, size, _): &&Lying| {
            serves(&line, &Piece { product, cut: *cut, size: size.as_deref() }, catalogue).is_some()
        };
        lying.iter().filter(|lying| lying.0 == line.product).filter(fits).filter_map(|(.., pieces)| *pieces).sum()
    };
    Ok(lines.iter().map(serving).collect())
}

diesel::allow_columns_to_appear_in_same_group_by_clause!(items::product_code, items::cut, items::size);

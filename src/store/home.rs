//! What the home page counts: what happened, what waits, what is there. Every query finds its rows by an index.

use diesel::dsl::{count, count_star, exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable};
use jiff::Timestamp;
use jiff::civil::Date;

use super::columns::{At, Day};
use super::items::ItemRow;
use super::schema::{donations, donors, items, labels, mentor_links, movements, needs, terminals, users};
use super::{Db, StoreError};
use crate::codes::{Code, Kind};
use crate::domain::catalogue::ProductCode;
use crate::domain::donation::{DonationState, DonorKind};
use crate::domain::household::LabelState;
use crate::domain::item::{ItemState, MovementKind};
use crate::domain::needs::NeedState;
use crate::domain::{DonationId, HouseholdId, UserId};

/// Pieces that came in and that went out in a span of time, without those that were taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    pub taken_in: i64,
    pub handed_out: i64,
}

const OPEN_NEED: [NeedState; 3] = [NeedState::Open, NeedState::Partly, NeedState::Reserved];
const QUANTITY: &str = "CAST(SUM(quantity) AS BIGINT)";

diesel::alias!(movements as undoing: Undoing);

/// What came in and went out from one moment to before another.
pub fn flow(db: &mut Db, from: Timestamp, to: Timestamp) -> Result<Flow, StoreError> {
    let undone = exists(undoing.filter(undoing.field(movements::reverses).eq(movements::id.nullable())));
    let sums: Vec<(MovementKind, ItemState, Option<i64>)> = movements::table
        .filter(movements::recorded_at.ge(At(from)))
        .filter(movements::recorded_at.lt(At(to)))
        .filter(
            movements::kind
                .eq_any([MovementKind::Intake, MovementKind::HandOut, MovementKind::Rebook])
                // The first entry of pieces that were taken from a lot.
                .or(movements::kind.eq(MovementKind::Split).and(movements::from_state.is_null())),
        )
        .filter(not(undone))
        .group_by((movements::kind, movements::state))
        .select((movements::kind, movements::state, sql::<Nullable<BigInt>>(QUANTITY)))
        .load(db)?;
    let mut flow = Flow::default();
    for (kind, state, pieces) in sums {
        let pieces = pieces.unwrap_or_default();
        match kind {
            MovementKind::Intake => flow.taken_in += pieces,
            _ if state == ItemState::HandedOut => flow.handed_out += pieces,
            _ => {}
        }
    }
    Ok(flow)
}

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

/// Pieces of each product that are in the house.
pub fn stock(db: &mut Db) -> Result<Vec<(ProductCode, i64)>, StoreError> {
    let here: Vec<ItemState> = ItemState::ALL.iter().copied().filter(|state| state.is_here()).collect();
    let sums: Vec<(ProductCode, Option<i64>)> = items::table
        .filter(items::state.eq_any(here))
        .group_by(items::product_code)
        .select((items::product_code, sql::<Nullable<BigInt>>(QUANTITY)))
        .load(db)?;
    Ok(sums.into_iter().map(|(product, pieces)| (product, pieces.unwrap_or_default())).collect())
}

/// How many donations were announced with more pieces than have been scanned in.
pub fn donations_waiting(db: &mut Db) -> Result<i64, StoreError> {
    const MORE_ANNOUNCED: &str = "donations.pieces_announced > (SELECT COALESCE(SUM(items.quantity), 0) FROM items \
        WHERE items.donation_id = donations.id AND items.state <> 'void')";
    Ok(donations::table
        .filter(donations::state.eq_any([DonationState::Received, DonationState::InCustody, DonationState::Accepted]))
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
        .filter(needs::state.eq_any(OPEN_NEED))
        .group_by(needs::household_id)
        .select((needs::household_id, count_star()))
        .load(db)?;
    let ready: Vec<ItemRow> = items::table
        .filter(items::household_id.eq_any(&ids))
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

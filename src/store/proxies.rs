//! Who else may collect for a household: always, or once with a voucher for exactly the pieces that lay ready.

use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::columns::At;
use super::schema::{proxies, proxy_items, visits};
use super::{Db, StoreError, items, mentor_links};
use crate::codes::Code;
use crate::domain::catalogue::Catalogue;
use crate::domain::desk::{Lies, Voucher, VoucherPiece, VoucherState};
use crate::domain::household::ProxyKind;
use crate::domain::item::ItemState;
use crate::domain::needs::{NeedLine, NeedState};
use crate::domain::rights::Role;
use crate::domain::{HouseholdId, ItemId, NeedId, ProxyId, UserId, VisitId};

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = proxies)]
pub struct ProxyRow {
    pub id: ProxyId,
    pub household_id: HouseholdId,
    pub kind: ProxyKind,
    /// What the person is called; for a voucher it may be empty.
    pub name: String,
    /// The voucher's own code. Its label is bound to the voucher, not to the household: it is no card.
    pub code: Option<Code>,
    pub made_by: Option<UserId>,
    pub made_at: At,
    /// The moment after which a voucher opens nothing.
    pub valid_until: Option<At>,
    pub used_at: Option<At>,
    pub ended_at: Option<At>,
    pub version: i32,
}

impl ProxyRow {
    /// How it stands at a moment. What a mentor made counts only while that mentor looks after the household.
    pub fn state(&self, db: &mut Db, now: Timestamp, zone: &TimeZone) -> Result<VoucherState, StoreError> {
        let state = self.own_state(now, zone);
        let Some(user) = self.made_by.filter(|_| state == VoucherState::Valid) else { return Ok(state) };
        let by_mentor = super::users::find(db, user)?.is_some_and(|user| user.role == Role::Mentor);
        let lapsed = by_mentor && !mentor_links::is_linked(db, user, self.household_id, now)?;
        Ok(if lapsed { VoucherState::Lapsed } else { state })
    }

    fn own_state(&self, now: Timestamp, zone: &TimeZone) -> VoucherState {
        let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
        match (self.used_at, self.ended_at, self.valid_until) {
            (Some(used), ..) => VoucherState::Used(day(used.0)),
            (_, Some(_), _) => VoucherState::Ended,
            (_, _, Some(until)) if now >= until.0 => VoucherState::Expired(last_day(until.0, zone)),
            _ => VoucherState::Valid,
        }
    }
}

/// The last day before a moment that is the start of another.
pub fn last_day(until: Timestamp, zone: &TimeZone) -> Date {
    let before = until.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(until);
    before.to_zoned(zone.clone()).date()
}

pub fn find(db: &mut Db, id: ProxyId) -> Result<Option<ProxyRow>, StoreError> {
    Ok(proxies::table.find(id).first(db).optional()?)
}

/// The voucher with this code.
pub fn by_code(db: &mut Db, code: Code) -> Result<Option<ProxyRow>, StoreError> {
    Ok(proxies::table.filter(proxies::code.eq(code)).first(db).optional()?)
}

/// Everybody who may or might collect for a household, the newest first; those that ended too.
pub fn of_household(db: &mut Db, household: HouseholdId) -> Result<Vec<ProxyRow>, StoreError> {
    let theirs = proxies::table.filter(proxies::household_id.eq(household));
    Ok(theirs.order((proxies::made_at.desc(), proxies::id.desc())).load(db)?)
}

pub fn insert(db: &mut Db, row: &ProxyRow, pieces: &[ItemId]) -> Result<(), StoreError> {
    diesel::insert_into(proxies::table).values(row).execute(db)?;
    for piece in pieces {
        diesel::insert_into(proxy_items::table)
            .values((proxy_items::proxy_id.eq(row.id), proxy_items::item_id.eq(*piece)))
            .execute(db)?;
    }
    Ok(())
}

/// Ends it at a moment, or lets it count again (`None`). `false` when somebody changed it since `version`.
pub fn set_ended(db: &mut Db, id: ProxyId, version: i32, at: Option<Timestamp>) -> Result<bool, StoreError> {
    let row = proxies::table.find(id).filter(proxies::version.eq(version));
    let changed = diesel::update(row).set((proxies::ended_at.eq(at.map(At)), proxies::version.eq(version + 1)));
    Ok(changed.execute(db)? == 1)
}

/// Ends whatever still counts for a household, at this moment.
pub fn end_all(db: &mut Db, household: HouseholdId, now: Timestamp) -> Result<(), StoreError> {
    let open = proxies::household_id.eq(household).and(proxies::ended_at.is_null());
    diesel::update(proxies::table.filter(open))
        .set((proxies::ended_at.eq(At(now)), proxies::version.eq(proxies::version + 1)))
        .execute(db)?;
    Ok(())
}

/// Lets those count again that ended at this moment.
pub fn reopen(db: &mut Db, household: HouseholdId, ended: Timestamp) -> Result<(), StoreError> {
    let theirs = proxies::household_id.eq(household).and(proxies::ended_at.eq(At(ended)));
    diesel::update(proxies::table.filter(theirs))
        .set((proxies::ended_at.eq(None::<At>), proxies::version.eq(proxies::version + 1)))
        .execute(db)?;
    Ok(())
}

/// The pieces of a voucher, as they are now.
pub fn pieces(db: &mut Db, proxy: &ProxyRow, catalogue: &Catalogue) -> Result<Vec<VoucherPiece>, StoreError> {
    let rows: Vec<items::ItemRow> = super::schema::items::table
        .inner_join(proxy_items::table)
        .filter(proxy_items::proxy_id.eq(proxy.id))
        .order(proxy_items::item_id)
        .select(items::ItemRow::as_select())
        .load(db)?;
    let piece = |row: items::ItemRow| {
        let theirs = row.household_id == Some(proxy.household_id);
        let lies = match row.state {
            ItemState::Reserved if theirs => Lies::Ready,
            ItemState::HandedOut if theirs => Lies::Given,
            _ => Lies::Gone,
        };
        VoucherPiece { item: row.id, code: row.label, name: row.name(catalogue), lies }
    };
    Ok(rows.into_iter().map(piece).collect())
}

/// The voucher with this code, as the desk asks about it at a moment.
pub fn voucher(
    db: &mut Db,
    code: Code,
    now: Timestamp,
    catalogue: &Catalogue,
    zone: &TimeZone,
) -> Result<Option<Voucher>, StoreError> {
    let Some(row) = by_code(db, code)? else { return Ok(None) };
    let pieces = pieces(db, &row, catalogue)?;
    Ok(Some(Voucher { id: row.id, code, state: row.state(db, now, zone)?, pieces }))
}

/// The pieces of a voucher as lines of a list: what was collected has a tick.
pub fn as_lines(db: &mut Db, code: Code) -> Result<Vec<NeedLine>, StoreError> {
    let Some(row) = by_code(db, code)? else { return Ok(Vec::new()) };
    let pieces: Vec<items::ItemRow> = super::schema::items::table
        .inner_join(proxy_items::table)
        .filter(proxy_items::proxy_id.eq(row.id))
        .filter(super::schema::items::household_id.eq(row.household_id))
        .filter(super::schema::items::state.eq_any([ItemState::Reserved, ItemState::HandedOut]))
        .order(proxy_items::item_id)
        .select(items::ItemRow::as_select())
        .load(db)?;
    let line = |item: items::ItemRow| {
        let is_out = item.state == ItemState::HandedOut;
        NeedLine {
            id: NeedId(item.id.0),
            member: None,
            product: item.product_code,
            cut: item.cut,
            size: item.size,
            wanted: item.quantity,
            got: if is_out { item.quantity } else { 0 },
            state: if is_out { NeedState::Fulfilled } else { NeedState::Reserved },
            recorded_at: row.made_at.0,
        }
    };
    Ok(pieces.into_iter().map(line).collect())
}

/// A visit ends: the voucher that opened it is used, if anything was given for it. After a mere pause (`paused`) it goes on
/// as long as something still lies ready.
pub fn finish(db: &mut Db, visit: VisitId, at: Timestamp, paused: bool) -> Result<(), StoreError> {
    let Some(row) = of_visit(db, visit)? else { return Ok(()) };
    if super::visits::pieces(db, visit)? == 0 {
        return Ok(());
    }
    let still = super::schema::items::table
        .inner_join(proxy_items::table)
        .filter(proxy_items::proxy_id.eq(row.id))
        .filter(super::schema::items::state.eq(ItemState::Reserved))
        .filter(super::schema::items::household_id.eq(row.household_id));
    if paused && diesel::select(diesel::dsl::exists(still)).get_result(db)? {
        return Ok(());
    }
    let unused = proxies::table.find(row.id).filter(proxies::used_at.is_null());
    diesel::update(unused).set((proxies::used_at.eq(At(at)), proxies::version.eq(row.version + 1))).execute(db)?;
    Ok(())
}

/// What a visit gave was taken back: when nothing of it is left, its voucher counts again.
pub fn unfinish(db: &mut Db, visit: VisitId) -> Result<(), StoreError> {
    let Some(row) = of_visit(db, visit)?.filter(|row| row.used_at.is_some()) else { return Ok(()) };
    if super::visits::pieces(db, visit)? == 0 {
        diesel::update(proxies::table.find(row.id))
            .set((proxies::used_at.eq(None::<At>), proxies::version.eq(row.version + 1)))
            .execute(db)?;
    }
    Ok(())
}

/// The voucher by which a visit was opened.
fn of_visit(db: &mut Db, visit: VisitId) -> Result<Option<ProxyRow>, StoreError> {
    let card = visits::table.find(visit).select(visits::card).first::<Code>(db).optional()?;
    match card {
        Some(card) => by_code(db, card),
        None => Ok(None),
    }
}

//! Naming who else may collect for a household: always, or once by a voucher for exactly the pieces that lie ready.

use std::sync::Arc;

use jiff::civil::Date;

use super::deeds::Doing;
use super::make_codes::new_code;
use super::once::once;
use super::see_household::may_see;
use super::{ActionError, Actor, Holder, House, typed};
use crate::codes::{Code, Kind};
use crate::domain::deed::Undoing;
use crate::domain::desk::{VoucherPiece, VoucherState};
use crate::domain::household::{HouseholdState, ProxyKind};
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::domain::{DeedId, HouseholdId, ItemId, ProxyId};
use crate::store::proxies::{self, ProxyRow};
use crate::store::{At, Db, access_log, households, items};
use crate::texts::say;

/// Days for which a voucher counts when nobody says otherwise, and at most.
pub const USUAL_DAYS: i32 = 7;
pub const MOST_DAYS: i32 = 60;
/// Letters of a name, people who may always collect, and pieces on a voucher.
const LONGEST_NAME: usize = 40;
const MOST_NAMED: usize = 10;
const MOST_PIECES: i64 = 200;

/// Names somebody who may collect with the household's card from now on.
///
/// # Errors
/// Without the right, for a household that one may not see, and without a name.
pub fn name(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    name: &str,
) -> Result<(ProxyId, DeedId), ActionError> {
    actor.must(Right::NameProxies)?;
    let name = typed::line("name", name, LONGEST_NAME)?;
    if name.is_empty() {
        return Err(ActionError::field("name", say::error_proxy_name()));
    }
    let (in_house, actor, doing) = (Arc::clone(house), actor.clone(), Doing::by(house, actor));
    let id = ProxyId(house.uuid());
    house.store().write(move |db| {
        open_for(db, &in_house, &actor, household)?;
        once(db, &actor, "proxy", in_house.now(), |db| {
            let named = proxies::of_household(db, household)?;
            let counting = named.iter().filter(|row| row.kind == ProxyKind::Always && row.ended_at.is_none());
            if counting.count() >= MOST_NAMED {
                return Err(ActionError::Refused(say::error_too_many_proxies(MOST_NAMED)));
            }
            let row = row(id, household, ProxyKind::Always, &name, &doing);
            proxies::insert(db, &row, &[])?;
            let undo = Undoing::ProxyMade { id, version: 1 };
            Ok((id, doing.note(db, &say::mentors_proxy_named(), household, Some(&undo))?))
        })
    })
}

/// Makes a voucher with a code of its own for all that lies ready for the household now. It counts through `until`, a week
/// when that is left out.
///
/// # Errors
/// Without the right, for a household that one may not see, when nothing lies ready, for a day that is past or too far.
pub fn voucher(
    house: &Arc<House>,
    actor: &Actor,
    household: HouseholdId,
    name: &str,
    until: Option<Date>,
) -> Result<(ProxyId, DeedId), ActionError> {
    actor.must(Right::NameProxies)?;
    let name = typed::line("name", name, LONGEST_NAME)?;
    let (today, days) = (house.today(), jiff::Span::new().days(USUAL_DAYS));
    let until = until.unwrap_or_else(|| today.saturating_add(days));
    if until < today || until > today.saturating_add(jiff::Span::new().days(MOST_DAYS)) {
        return Err(ActionError::field("until", say::error_voucher_until(MOST_DAYS)));
    }
    let ends = until.tomorrow().and_then(|day| day.to_zoned(house.zone().clone()));
    let ends = ends.map_err(|_| ActionError::field("until", say::error_voucher_until(MOST_DAYS)))?.timestamp();
    let (in_house, actor, doing) = (Arc::clone(house), actor.clone(), Doing::by(house, actor));
    let id = ProxyId(house.uuid());
    house.store().write(move |db| {
        open_for(db, &in_house, &actor, household)?;
        once(db, &actor, "voucher", in_house.now(), |db| {
            let ready = items::of_household(db, household, ItemState::Reserved, MOST_PIECES)?;
            let ready: Vec<ItemId> = ready.iter().map(|item| item.id).collect();
            if ready.is_empty() {
                return Err(ActionError::field("until", say::error_voucher_nothing_ready()));
            }
            let code = new_code(db, &in_house, Kind::HouseholdCard, Some(id.to_string()))?;
            let row = ProxyRow {
                code: Some(code),
                valid_until: Some(At(ends)),
                ..row(id, household, ProxyKind::Once, &name, &doing)
            };
            proxies::insert(db, &row, &ready)?;
            let undo = Undoing::ProxyMade { id, version: 1 };
            Ok((id, doing.note(db, &say::mentors_voucher_made(ready.len()), household, Some(&undo))?))
        })
    })
}

/// Ends it, from this moment on and for good; the deed can be taken back.
///
/// # Errors
/// Without the right, for a household that one may not see, and when it was changed or used since `version`.
pub fn end(house: &Arc<House>, actor: &Actor, id: ProxyId, version: i32) -> Result<(HouseholdId, DeedId), ActionError> {
    actor.must(Right::NameProxies)?;
    let (in_house, actor, doing) = (Arc::clone(house), actor.clone(), Doing::by(house, actor));
    house.store().write(move |db| {
        let row = proxies::find(db, id)?.ok_or(ActionError::NotFound)?;
        may_see(db, &in_house, &actor, row.household_id)?;
        if row.ended_at.is_some() || row.used_at.is_some() || !proxies::set_ended(db, id, version, Some(doing.now))? {
            return Err(ActionError::Changed);
        }
        let undo = Undoing::ProxyEnded { id, version: version + 1 };
        Ok((row.household_id, doing.note(db, &say::mentors_proxy_ended(), row.household_id, Some(&undo))?))
    })
}

/// Who may collect for a household at this moment, as it sees it itself.
///
/// # Errors
/// Only when the database fails.
pub fn collectors(house: &House, holder: Holder) -> Result<Vec<ProxyRow>, ActionError> {
    house.store().read(|db| {
        let mut valid = Vec::new();
        for row in proxies::of_household(db, holder.household())? {
            if row.state(db, house.now(), house.zone())? == VoucherState::Valid {
                valid.push(row);
            }
        }
        Ok(valid)
    })
}

/// The household itself ends it, for good.
///
/// # Errors
/// For what is not its own, and when it was changed or used since `version`.
pub fn end_own(house: &House, holder: Holder, id: ProxyId, version: i32) -> Result<(), ActionError> {
    let now = house.now();
    house.store().write(move |db| {
        let row = proxies::find(db, id)?.filter(|row| row.household_id == holder.household());
        let row = row.ok_or(ActionError::NotFound)?;
        if row.ended_at.is_some() || row.used_at.is_some() || !proxies::set_ended(db, id, version, Some(now))? {
            return Err(ActionError::Changed);
        }
        Ok(())
    })
}

/// A voucher as its page shows it.
pub struct Shown {
    pub row: ProxyRow,
    pub code: Code,
    pub state: VoucherState,
    pub pieces: Vec<VoucherPiece>,
}

/// A voucher of a household that one may see; looking is noted.
///
/// # Errors
/// [`ActionError::NotFound`] for what is no voucher of this household, and as [`may_see`].
pub fn see(house: &Arc<House>, actor: &Actor, household: HouseholdId, id: ProxyId) -> Result<Shown, ActionError> {
    actor.must(Right::NameProxies)?;
    let (in_house, actor) = (Arc::clone(house), actor.clone());
    house.store().write(move |db| {
        may_see(db, &in_house, &actor, household)?;
        let row = proxies::find(db, id)?.filter(|row| row.household_id == household).ok_or(ActionError::NotFound)?;
        let code = row.code.ok_or(ActionError::NotFound)?;
        if let Some(user) = actor.user() {
            access_log::insert(db, in_house.uuid(), in_house.now(), user, household, "voucher")?;
        }
        let pieces = proxies::pieces(db, &row, &in_house.catalogue())?;
        Ok(Shown { state: row.state(db, in_house.now(), in_house.zone())?, row, code, pieces })
    })
}

/// A household that one may see and that may still get something.
fn open_for(db: &mut Db, house: &House, actor: &Actor, household: HouseholdId) -> Result<(), ActionError> {
    may_see(db, house, actor, household)?;
    let row = households::find(db, household)?.ok_or(ActionError::NotFound)?;
    match row.state {
        HouseholdState::Left => Err(ActionError::Refused(say::error_household_left())),
        _ => Ok(()),
    }
}

fn row(id: ProxyId, household: HouseholdId, kind: ProxyKind, name: &str, doing: &Doing) -> ProxyRow {
    ProxyRow {
        id,
        household_id: household,
        kind,
        name: name.to_owned(),
        code: None,
        made_by: doing.actor,
        made_at: At(doing.now),
        valid_until: None,
        used_at: None,
        ended_at: None,
        version: 1,
    }
}

//! What the guard rails ask about a household's last weeks, and the yeses that leads gave all the same.

use std::collections::BTreeSet;

use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::columns::At;
use super::schema::{items, needs, overrides, users, visits};
use super::{Db, StoreError, members};
use crate::domain::catalogue::{Catalogue, Cut, ProductCode, Season};
use crate::domain::desk::{Facts, Mode, PointRules, Purse, Record, Renewing, Scan, Subject, VISITS_DAYS, again_on};
use crate::domain::household::usual_cut;
use crate::domain::item::ItemState;
use crate::domain::needs::NeedState;
use crate::domain::points::Prices;
use crate::domain::templates::{AgeBand, Member, Renew, Templates};
use crate::domain::{HouseholdId, ItemId, MemberId, UserId, VisitId};
use crate::store::needs::NeedRow;

fn before(now: Timestamp, days: i32) -> Timestamp {
    now.checked_sub(SignedDuration::from_hours(24 * i64::from(days.max(0)))).unwrap_or(Timestamp::MIN)
}

/// Adds to the facts what the rules in them ask for; without such rules nothing is read. A scan that nobody waits for is not
/// asked about.
pub fn fill(db: &mut Db, facts: &mut Facts<'_>, scan: &Scan, zone: &TimeZone) -> Result<(), StoreError> {
    let Some((household, people)) = facts.visitor.as_ref().map(|visitor| (visitor.id, visitor.people)) else {
        return Ok(());
    };
    if scan.mode != Mode::Handout {
        return Ok(());
    }
    let (rules, now) = (facts.rules, scan.moment());
    let is_card = matches!(facts.subject, Subject::Household(_));
    let mut record = Record::default();
    if rules.visits_per_month.is_some() && is_card {
        record.visits = visit_days(db, household, now, zone)?;
    }
    if let Some(points) = rules.points {
        record.points = Some(purse(db, household, people, &points, now, facts.catalogue)?);
    }
    if let (true, Subject::Item(item)) = (rules.renewal_guard, &facts.subject) {
        record.renewing = renewing(db, household, &item.product, now, zone)?;
    }
    facts.record = record;
    Ok(())
}

/// Days of the last [`VISITS_DAYS`] on which the household got something; today, which may be this visit, is not counted.
fn visit_days(db: &mut Db, household: HouseholdId, now: Timestamp, zone: &TimeZone) -> Result<i32, StoreError> {
    let lately: Vec<(VisitId, At)> = visits::table
        .filter(visits::household_id.eq(household))
        .filter(visits::opened_at.gt(At(before(now, VISITS_DAYS))))
        .select((visits::id, visits::opened_at))
        .load(db)?;
    let ids: Vec<VisitId> = lately.iter().map(|(id, _)| *id).collect();
    let with_pieces: Vec<Option<VisitId>> = items::table
        .filter(items::visit_id.eq_any(&ids))
        .filter(items::state.eq(ItemState::HandedOut))
        .select(items::visit_id)
        .distinct()
        .load(db)?;
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let days: BTreeSet<Date> = lately
        .iter()
        .filter(|(id, _)| with_pieces.contains(&Some(*id)))
        .map(|(_, at)| day(at.0))
        .filter(|then| *then != day(now))
        .collect();
    Ok(days.len() as i32)
}

/// What the household may spend and has spent: the points of all that it got in the period and still has.
fn purse(
    db: &mut Db,
    household: HouseholdId,
    people: i32,
    rules: &PointRules,
    now: Timestamp,
    catalogue: &Catalogue,
) -> Result<Purse, StoreError> {
    let is_child = |band: Option<AgeBand>| {
        matches!(band, Some(AgeBand::Baby | AgeBand::ChildSmall | AgeBand::Child | AgeBand::Teen))
    };
    let children = members::of_household(db, household)?.iter().filter(|member| is_child(member.band())).count();
    let got: Vec<(ProductCode, Option<i64>)> = items::table
        .filter(items::household_id.eq(household))
        .filter(items::state.eq(ItemState::HandedOut))
        .filter(items::moved_at.gt(At(before(now, rules.days))))
        .group_by(items::product_code)
        .select((items::product_code, sql::<Nullable<BigInt>>("CAST(SUM(quantity) AS BIGINT)")))
        .load(db)?;
    let spent = got.iter().map(|(product, pieces)| {
        let pieces = i32::try_from(pieces.unwrap_or_default()).unwrap_or(i32::MAX);
        Prices::shipped().of(catalogue, product).saturating_mul(pieces)
    });
    let spent = spent.fold(0, i32::saturating_add);
    Ok(Purse { budget: rules.budget(people, children as i32), spent })
}

/// The household's met lines for this product that do not count as needed again yet.
fn renewing(
    db: &mut Db,
    household: HouseholdId,
    product: &ProductCode,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<Vec<Renewing>, StoreError> {
    let met: Vec<NeedRow> = needs::table
        .filter(needs::household_id.eq(household))
        .filter(needs::product_code.eq(product))
        .filter(needs::state.eq(NeedState::Fulfilled))
        .load(db)?;
    let mut renewing = Vec::new();
    for row in met {
        let Some(met_at) = row.met_at else { continue };
        let months = match row.renew_months {
            Some(months) => Some(months),
            None => usual_months(db, row.member_id, row.cut, product)?,
        };
        let Some(months) = months else { continue };
        let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
        let (got_on, again_on) = (day(met_at.0), again_on(day(met_at.0), months));
        if again_on > day(now) {
            renewing.push(Renewing { line: row.line(), got_on, again_on });
        }
    }
    Ok(renewing)
}

/// What the templates say of such a person; nothing for what is renewed at the next size, or never.
fn usual_months(
    db: &mut Db,
    member: Option<MemberId>,
    cut: Option<Cut>,
    product: &ProductCode,
) -> Result<Option<i32>, StoreError> {
    let row = match member {
        Some(id) => members::find(db, id)?,
        None => None,
    };
    let band = row.as_ref().and_then(|row| row.band()).unwrap_or(AgeBand::Adult);
    let cut = row.and_then(|row| row.cut).or(cut).unwrap_or_else(|| usual_cut(band));
    let person = Member { band, cut, age_months: None };
    let lines = [Season::Winter, Season::Summer].map(|season| Templates::shipped().for_member(&person, season));
    let line = lines.iter().flatten().find(|line| line.products.contains(product));
    Ok(line.and_then(|line| match line.renew {
        Renew::Months(months) => Some(i32::from(months)),
        Renew::AtNextSize | Renew::Never => None,
    }))
}

/// Keeps that a lead said yes to what the rules ask about. `reason`: what was asked, as JSON.
pub fn note_override(
    db: &mut Db,
    id: Uuid,
    at: Timestamp,
    user: Option<UserId>,
    kind: &str,
    item: Option<ItemId>,
    reason: String,
) -> Result<(), StoreError> {
    diesel::insert_into(overrides::table)
        .values((
            overrides::id.eq(id.to_string()),
            overrides::at.eq(At(at)),
            overrides::user_id.eq(user),
            overrides::kind.eq(kind),
            overrides::item_id.eq(item),
            overrides::reason.eq(reason),
        ))
        .execute(db)?;
    Ok(())
}

/// One decision against a rule.
#[derive(Clone, Debug, Queryable)]
pub struct Decided {
    pub at: At,
    pub kind: String,
    pub item: Option<ItemId>,
    /// As it was typed, or what the desk asked, as JSON.
    pub reason: String,
    /// The name of whoever decided.
    pub by: Option<String>,
}

/// The last decisions since a moment, the newest first.
pub fn last(db: &mut Db, since: Timestamp, limit: i64) -> Result<Vec<Decided>, StoreError> {
    Ok(overrides::table
        .left_join(users::table)
        .filter(overrides::at.ge(At(since)))
        .order((overrides::at.desc(), overrides::id.desc()))
        .limit(limit)
        .select((overrides::at, overrides::kind, overrides::item_id, overrides::reason, users::display_name.nullable()))
        .load(db)?)
}

/// How often somebody decided otherwise since a moment, by kind.
pub fn counts(db: &mut Db, since: Timestamp) -> Result<Vec<(String, i64)>, StoreError> {
    Ok(overrides::table
        .filter(overrides::at.ge(At(since)))
        .group_by(overrides::kind)
        .order(overrides::kind)
        .select((overrides::kind, count_star()))
        .load(db)?)
}

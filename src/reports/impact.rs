//! What became of a donor's gifts of a quarter or a year, for the donor: received and handed out by group, which needs the
//! pieces met, how fast, and what is still asked for that this donor could give.
//!
//! It counts as [`donor_gifts`](super::donor_gifts) does. Nothing leaves it but what passed the disclosure control; a period
//! that is over is frozen by [`actions::impact`](crate::actions::impact) before it leaves the house.

use std::collections::HashMap;
use std::sync::Arc;

use super::donor_gifts::{Group, Purpose, group_names, group_of};
use crate::actions::{ActionError, Actor, House, impact as freezing};
use crate::domain::catalogue::Catalogue;
use crate::domain::disclosure::decide;
use crate::domain::impact::{self, CountedImpact, Impact, Period, Place, Wish};
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::domain::wanted::Level;
use crate::domain::{DonorId, ItemId};
use crate::store::{Db, StoreError, donations, donors, reports};

/// The figures of a period, and whether they are frozen: what is not may still change.
#[derive(Clone, Debug)]
pub struct Seen {
    pub impact: Impact,
    pub frozen: bool,
}

/// The years and quarters in which a donor may have given something, the latest first.
///
/// # Errors
/// Without the right, or when the database fails.
pub fn periods(house: &House, actor: &Actor, donor: DonorId) -> Result<Vec<Period>, ActionError> {
    actor.must(Right::SeeDonorReport)?;
    let first = house.store().read(|db| donations::first_day(db, donor))?;
    let today = house.today();
    Ok(impact::periods(first.unwrap_or(today).min(today), today))
}

/// The period that somebody means who names none: the latest that is over and in which something was given, a year before
/// its quarters; else the year that runs.
///
/// # Errors
/// Without the right, or when the database fails.
pub fn usual_period(house: &House, actor: &Actor, donor: DonorId) -> Result<Period, ActionError> {
    let today = house.today();
    let all = periods(house, actor, donor)?;
    let over = all.iter().copied().filter(|period| period.is_over(today));
    let given = house.store().read(|db| {
        let mut given = Vec::new();
        for period in over {
            let (from, to) = (period.first(), period.last());
            if !reports::donations_between(db, donor, from, to)?.is_empty() {
                given.push(period);
            }
        }
        Ok::<_, StoreError>(given)
    })?;
    Ok(given.first().copied().unwrap_or_else(|| Period { year: today.year(), quarter: None }))
}

/// The latest period whose figures are frozen, a year before its quarters: what a link can show.
///
/// # Errors
/// Without the right, or when the database fails.
pub fn given_out(house: &House, actor: &Actor, donor: DonorId) -> Result<Option<Period>, ActionError> {
    let periods = periods(house, actor, donor)?;
    house.store().read(|db| {
        for period in periods {
            if freezing::frozen(db, donor, period)?.is_some() {
                return Ok(Some(period));
            }
        }
        Ok(None)
    })
}

/// The frozen figures of a period, or those of now.
///
/// # Errors
/// Without the right, or for an unknown donor.
pub fn see(house: &Arc<House>, actor: &Actor, donor: DonorId, period: Period) -> Result<Seen, ActionError> {
    actor.must(Right::SeeDonorReport)?;
    if let Some(impact) = house.store().read(|db| freezing::frozen(db, donor, period))? {
        return Ok(Seen { impact, frozen: true });
    }
    let counted = count(house, actor, donor, period)?;
    let tables = decide(&counted.lists());
    Ok(Seen { impact: counted.shown(&tables), frozen: false })
}

/// Counts what became of the gifts of a period, as it is now.
///
/// # Errors
/// Without the right, or for an unknown donor.
pub fn count(house: &Arc<House>, actor: &Actor, donor: DonorId, period: Period) -> Result<CountedImpact, ActionError> {
    actor.must(Right::SeeDonorReport)?;
    let catalogue = house.catalogue();
    house.store().read_at_one_moment(|db| {
        let row = donors::find(db, donor)?.ok_or(ActionError::NotFound)?;
        let mut counted = CountedImpact::new(row.name, period, house.today());
        add(db, &mut counted, donor, &catalogue, house)?;
        Ok(counted)
    })
}

fn add(
    db: &mut Db,
    counted: &mut CountedImpact,
    donor: DonorId,
    catalogue: &Catalogue,
    house: &House,
) -> Result<(), StoreError> {
    let (from, to) = (counted.period.first(), counted.period.last());
    let ids: Vec<_> = reports::donations_between(db, donor, from, to)?.into_iter().map(|row| row.id).collect();
    let gifts = reports::gifts(db, &ids)?;
    let mut groups: Vec<Group> = gifts.iter().map(|gift| group_of(catalogue, &gift.product)).collect();
    groups.sort();
    groups.dedup();
    for group in groups {
        counted.group(&key(&group), &group_names(catalogue, &group), group == Group::Special);
    }
    for gift in gifts {
        let place = match gift.state {
            ItemState::HandedOut | ItemState::Void => continue,
            ItemState::InStock | ItemState::Reserved => Place::InHouse,
            ItemState::InCare | ItemState::InCustody => Place::InCare,
            ItemState::Transferred => Place::PassedOn,
            ItemState::Discarded | ItemState::Missing => Place::NotUsable,
        };
        let group = key(&group_of(catalogue, &gift.product));
        counted.elsewhere(&group, place, gift.pieces.unwrap_or_default());
    }
    for reached in reports::reached(db, &ids)? {
        let group = group_of(catalogue, &reached.product);
        let purpose = Purpose::of(reached.occasion, group == Group::Special);
        let pieces = reached.pieces.unwrap_or_default();
        counted.reached(&key(&group), (purpose.word(), purpose == Purpose::Special), reached.household, pieces);
    }
    // For one piece the last of its hand-outs counts.
    let mut last: HashMap<ItemId, _> = HashMap::new();
    for given in reports::handed_out(db, &ids)? {
        last.insert(given.item, given);
    }
    let mut last: Vec<_> = last.into_values().collect();
    last.sort_by_key(|given| given.item);
    for given in last {
        let days = i64::from((house.day_of(given.at.0) - given.received_on.0).get_days()).max(0);
        counted.took(days, given.household, i64::from(given.quantity));
    }
    Ok(())
}

/// What stands for a group in a file: its code, or a word.
fn key(group: &Group) -> String {
    match group {
        Group::Known(_, code) => code.to_string(),
        Group::Special => "special".to_owned(),
        Group::Unknown => "unknown".to_owned(),
    }
}

/// What is asked for in public now and belongs to a group that this donor has given: what this donor could bring next.
///
/// # Errors
/// When the database fails.
pub fn wishes(house: &House, donor: DonorId) -> Result<Vec<Wish>, ActionError> {
    let catalogue = house.catalogue();
    let (wanted, _) = super::wanted::public(house)?;
    let given = house.store().read(|db| reports::products_of_donor(db, donor))?;
    let groups: Vec<_> =
        given.iter().filter_map(|code| catalogue.product(code.as_str())).map(|one| &one.group).collect();
    let mut wishes: Vec<Wish> = wanted
        .lines
        .iter()
        .filter(|line| line.level != Level::Enough)
        .filter_map(|line| {
            let product = catalogue.product(line.product.as_str())?;
            let could = groups.contains(&&product.group) && !product.special;
            could.then(|| Wish { names: product.names.clone(), picture: product.picture(), level: line.level })
        })
        .collect();
    // What is urgent first.
    wishes.sort_by_key(|wish| wish.level != Level::Urgent);
    Ok(wishes)
}

//! Pieces that came in and went out, by week.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::outside::Told;
use super::{Asked, Period, products};
use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::{GroupCode, ProductCode};
use crate::domain::disclosure::{Audience, Cell, Shown};
use crate::domain::rights::Right;
use crate::store::{book, figures};
use crate::texts::{Message, say};

#[derive(Clone, Debug, Serialize)]
pub struct FlowFigure {
    pub from: Date,
    pub to: Date,
    pub group: Option<GroupCode>,
    /// Every week of the period, also those in which nothing happened.
    pub weeks: Vec<Week>,
    pub total: Moved,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Week {
    pub monday: Date,
    /// The week is not over.
    pub running: bool,
    #[serde(flatten)]
    pub flow: Moved,
}

/// Pieces that came in and went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Moved {
    pub taken_in: i64,
    pub handed_out: Told,
}

impl FlowFigure {
    pub fn definition(&self) -> Message {
        say::figures_in_out_definition(self.from, self.to)
    }

    pub fn is_empty(&self) -> bool {
        (self.total.taken_in, self.total.handed_out) == (0, Some(0))
    }
}

/// One group alone is only for those who may see households: what went out of a small group in one week can be what one
/// household got. In files, and for everybody else, a week is told when it is over and three households stand behind it; each
/// by itself, and the sum only when all are, so that no choice of weeks is the difference of two others.
pub(super) fn count(house: &House, actor: &Actor, asked: &Asked) -> Result<FlowFigure, ActionError> {
    actor.must(Right::SeeItems)?;
    if asked.group.is_some() {
        actor.must(Right::SeeHouseholds)?;
    }
    let exact = !asked.leaves && actor.may(Right::SeeHouseholds);
    let period = Period::of(asked, house.today())?;
    let catalogue = house.catalogue();
    // Of one group without what is for pregnancy and care: that is never told apart (law reference 2.4, item 8).
    let is_plain = |code: &ProductCode| catalogue.product(code.as_str()).is_some_and(|product| !product.special);
    let wanted = products(&catalogue, asked.group.as_ref())?;
    let wanted = wanted.map(|codes| codes.into_iter().filter(is_plain).collect::<Vec<_>>());
    let bounds = period.week_bounds(house);
    let (flows, behind) = house.store().read_at_one_moment(|db| {
        let flows = figures::flow(db, &bounds, wanted.as_deref())?;
        let mut behind = Vec::new();
        if !exact && asked.group.is_none() {
            for week in bounds.windows(2) {
                behind.push(cell(&book::got(db, (week[0], week[1]))?));
            }
        }
        Ok::<_, ActionError>((flows, behind))
    })?;
    let weeks = period.mondays().into_iter().zip(flows).enumerate().map(|(at, (monday, flow))| {
        let running = period.is_running_week(monday);
        let told = || match behind.get(at) {
            Some(cell) if !running && cell.items > 0 && !cell.is_primary(Audience::City.k()) => {
                Shown::number(flow.handed_out).told()
            }
            _ => None,
        };
        let handed_out = if exact || flow.handed_out == 0 { Some(flow.handed_out) } else { told() };
        Week { monday, running, flow: Moved { taken_in: flow.taken_in, handed_out } }
    });
    let weeks: Vec<Week> = weeks.collect();
    let total = Moved {
        taken_in: weeks.iter().map(|week| week.flow.taken_in).sum(),
        handed_out: weeks.iter().map(|week| week.flow.handed_out).sum(),
    };
    Ok(FlowFigure { from: period.from, to: period.to, group: asked.group.clone(), weeks, total })
}

/// What households got, each household once.
fn cell(got: &[book::Got]) -> Cell {
    let mut held = BTreeMap::new();
    for one in got {
        *held.entry(one.household).or_insert(0) += one.pieces;
    }
    Cell::of(held.into_values())
}

//! Pieces that came in and went out, by week.

use jiff::civil::Date;
use serde::Serialize;

use super::{Asked, Period, products};
use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::{GroupCode, ProductCode};
use crate::domain::rights::Right;
use crate::store::figures::{self, Flow};
use crate::texts::{Message, say};

#[derive(Clone, Debug, Serialize)]
pub struct FlowFigure {
    pub from: Date,
    pub to: Date,
    pub group: Option<GroupCode>,
    /// Every week of the period, also those in which nothing happened.
    pub weeks: Vec<Week>,
    pub total: Flow,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Week {
    pub monday: Date,
    /// The week is not over.
    pub running: bool,
    #[serde(flatten)]
    pub flow: Flow,
}

impl FlowFigure {
    pub fn definition(&self) -> Message {
        say::figures_in_out_definition(self.from, self.to)
    }
}

/// One group alone is only for those who may see households: what went out of a small group in one week can be what one
/// household got.
pub(super) fn count(house: &House, actor: &Actor, asked: &Asked) -> Result<FlowFigure, ActionError> {
    actor.must(Right::SeeItems)?;
    if asked.group.is_some() {
        actor.must(Right::SeeHouseholds)?;
    }
    let period = Period::of(asked, house.today())?;
    let catalogue = house.catalogue();
    // Of one group without what is for pregnancy and care: that is never told apart (law reference 2.4, item 8).
    let is_plain = |code: &ProductCode| catalogue.product(code.as_str()).is_some_and(|product| !product.special);
    let wanted = products(&catalogue, asked.group.as_ref())?;
    let wanted = wanted.map(|codes| codes.into_iter().filter(is_plain).collect::<Vec<_>>());
    let bounds = period.week_bounds(house);
    let flows = house.store().read(|db| figures::flow(db, &bounds, wanted.as_deref()))?;
    let mut total = Flow::default();
    flows.iter().for_each(|flow| total += *flow);
    let week = |(monday, flow)| Week { monday, running: period.is_running_week(monday), flow };
    let weeks = period.mondays().into_iter().zip(flows).map(week).collect();
    Ok(FlowFigure { from: period.from, to: period.to, group: asked.group.clone(), weeks, total })
}

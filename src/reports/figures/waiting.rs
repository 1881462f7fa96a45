//! How long lines of needs lists have waited: the open ones until now, the met ones until they were met.

use jiff::civil::Date;
use serde::Serialize;

use super::{Asked, Asking, Period, median};
use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::GroupCode;
use crate::domain::rights::Right;
use crate::store::figures;
use crate::texts::{Message, say};

/// The last day of each span of waiting but the last: weeks at first, then months.
const LAST_DAYS: [i64; 6] = [6, 13, 27, 55, 90, 181];

#[derive(Clone, Debug, Serialize)]
pub struct WaitingFigure<N = i64> {
    pub as_of: Date,
    pub from: Date,
    pub to: Date,
    pub group: Option<GroupCode>,
    pub open: Vec<Bucket<N>>,
    pub open_lines: N,
    pub open_median_days: Option<i64>,
    pub open_longest_days: Option<i64>,
    pub months: Vec<Month<N>>,
    pub met_lines: N,
    pub met_median_days: Option<i64>,
}

/// Lines that have waited for so many whole days; without a last day: or longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Bucket<N = i64> {
    pub first_day: i64,
    pub last_day: Option<i64>,
    pub lines: N,
}

impl<N> Bucket<N> {
    /// “7 bis 13 Tage”.
    pub fn words(&self) -> Message {
        match (self.first_day, self.last_day) {
            (0, Some(last)) => say::figures_days_under(last + 1),
            (first, Some(last)) => say::figures_days(first, last),
            (first, None) => say::figures_days_from(first),
        }
    }
}

/// Lines that were met in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Month<N = i64> {
    pub first: Date,
    pub running: bool,
    pub lines: N,
    pub median_days: Option<i64>,
}

impl<N> WaitingFigure<N> {
    pub fn definition(&self) -> Message {
        say::figures_waiting_definition(self.as_of, self.from.first_of_month(), self.to)
    }
}

pub(super) fn count(house: &House, actor: &Actor, asked: &Asked) -> Result<WaitingFigure, ActionError> {
    actor.must(Right::SeeHouseholds)?;
    let period = Period::of(asked, house.today())?;
    let bounds = period.month_bounds(house);
    let (open, met) = house.store().read_at_one_moment(|db| {
        let told = Asking::of(house, db, &house.catalogue(), asked, &period)?;
        let open = figures::open_waits(db, house.now(), told.products.as_deref())?;
        Ok::<_, ActionError>((open, figures::met_waits(db, &bounds, told.products.as_deref())?))
    })?;
    let month = |(span, first): (usize, Date)| {
        let of_month = || met.iter().filter(move |(at, ..)| *at == span).map(|(_, days, lines)| (*days, *lines));
        let lines = of_month().map(|(_, lines)| lines).sum();
        Month { first, running: period.is_running_month(first), lines, median_days: median(of_month()) }
    };
    let mut total: std::collections::BTreeMap<i64, i64> = std::collections::BTreeMap::new();
    for (_, days, lines) in &met {
        *total.entry(*days).or_default() += lines;
    }
    Ok(WaitingFigure {
        as_of: house.today(),
        from: period.from,
        to: period.to,
        group: asked.group.clone(),
        open: buckets(&open),
        open_lines: open.iter().map(|(_, lines)| lines).sum(),
        open_median_days: median(open.iter().copied()),
        open_longest_days: open.iter().map(|(days, _)| *days).max(),
        months: period.months().into_iter().enumerate().map(month).collect(),
        met_lines: total.values().sum(),
        met_median_days: median(total),
    })
}

/// Every span of waiting, also the empty ones.
pub(super) fn buckets(waits: &[(i64, i64)]) -> Vec<Bucket> {
    let ends = LAST_DAYS.into_iter().map(Some).chain([None]);
    let mut first_day = 0;
    ends.map(|last_day| {
        // A terminal's clock may run ahead of ours: what has waited less than nothing waits since today.
        let is_in = |days: i64| days.max(0) >= first_day && last_day.is_none_or(|last| days.max(0) <= last);
        let lines = waits.iter().filter(|(days, _)| is_in(*days)).map(|(_, lines)| lines).sum();
        let bucket = Bucket { first_day, last_day, lines };
        first_day = last_day.map_or(first_day, |last| last + 1);
        bucket
    })
    .collect()
}

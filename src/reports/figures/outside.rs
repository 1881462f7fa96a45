//! Needs and waiting as they leave the house, in files: what at least three households stand behind, rounded to five (law
//! reference 2.4; the unit is the household, not the line of its list).
//!
//! Groups and spans of waiting are lists with a total, and the states are one too: they pass together. Weeks and months are
//! told one by one when they are over, and their sum only when each of them is. Of one group the weeks and the waiting are
//! not told: all groups less the others would be the one that is hidden.

use jiff::civil::Date;
use serde::Serialize;

use super::needs::{self, NeedsFigure, NeedsLine, NeedsWeek, SPECIAL};
use super::stock::counted_as;
use super::waiting::{self, Bucket, Month, WaitingFigure};
use super::{Asked, Asking, Period};
use crate::actions::{ActionError, Actor, House};
use crate::domain::disclosure::{Audience, Cell, Counted, Shown, ShownTable, decide};
use crate::domain::needs::NeedState;
use crate::domain::rights::Right;
use crate::store::figures::{self, LineOf};

/// A number as it may be told, rounded to five; `None`: hidden.
pub type Told = Option<i64>;

/// A number of a figure, exact or as it may be told.
pub trait Number: Copy + Serialize {
    fn text(self) -> String;
}

impl Number for i64 {
    fn text(self) -> String {
        self.to_string()
    }
}

impl Number for Told {
    fn text(self) -> String {
        self.map_or_else(|| Shown::Hidden.to_string(), |number| number.to_string())
    }
}

const STATES: [&str; 4] = ["open", "partly", "ready", "met"];

/// Lines with the households that they belong to.
struct Behind {
    lines: Vec<LineOf>,
    special: Vec<crate::domain::catalogue::ProductCode>,
}

impl Behind {
    fn of(house: &House, asked: &Asked, period: &Period) -> Result<Behind, ActionError> {
        let bounds = [period.week_bounds(house), period.month_bounds(house)].concat();
        let (Some(from), Some(to)) = (bounds.iter().min().copied(), bounds.iter().max().copied()) else {
            return Ok(Behind { lines: Vec::new(), special: Vec::new() });
        };
        house.store().read_at_one_moment(|db| {
            let asking = Asking::of(house, db, &house.catalogue(), asked, period)?;
            let lines = figures::lines_of(db, from, to, asking.products.as_deref())?;
            Ok(Behind { lines, special: asking.special })
        })
    }

    fn is_special(&self, line: &LineOf) -> bool {
        self.special.contains(&line.product)
    }

    /// The state of a line among [`STATES`]; `met`: whether it was met within the period.
    fn state(line: &LineOf, met: bool) -> Option<usize> {
        match line.state {
            _ if met => Some(3),
            NeedState::Open => Some(0),
            NeedState::Partly => Some(1),
            NeedState::Reserved => Some(2),
            NeedState::Fulfilled | NeedState::Withdrawn | NeedState::Expired => None,
        }
    }

    /// Each span by itself: what is not over, and what too few households stand behind, is hidden.
    fn spans(
        &self,
        bounds: &[jiff::Timestamp],
        running: &[bool],
        moment: impl Fn(&LineOf) -> Option<jiff::Timestamp>,
    ) -> Vec<Told> {
        let spans = bounds.windows(2).zip(running).map(|(span, running)| {
            // Special needs are in no week: which of them were would be the difference.
            let of_span = self
                .lines
                .iter()
                .filter(|line| !self.is_special(line) && moment(line).is_some_and(|at| span[0] <= at && at < span[1]));
            let cell = cell(of_span);
            let shown = Shown::alone(&cell, Audience::City);
            if *running && cell.items > 0 { None } else { shown.told() }
        });
        spans.collect()
    }
}

fn cell<'l>(lines: impl Iterator<Item = &'l LineOf>) -> Cell {
    let mut held = std::collections::BTreeMap::new();
    for line in lines {
        *held.entry(line.household).or_insert(0) += 1;
    }
    Cell::of(held.into_values())
}

pub(super) fn needs(house: &House, actor: &Actor, asked: &Asked) -> Result<NeedsFigure<Told>, ActionError> {
    actor.must(Right::SeeHouseholds)?;
    let period = Period::of(asked, house.today())?;
    let exact = needs::count(house, actor, asked)?;
    let (behind, catalogue) = (Behind::of(house, asked, &period)?, house.catalogue());
    let bounds = period.week_bounds(house);
    let (Some(from), Some(to)) = (bounds.first().copied(), bounds.last().copied()) else {
        return Err(ActionError::NotFound);
    };
    let mut lists = STATES.map(|state| Counted::new(state, Audience::City));
    let mut states = Counted::new("state", Audience::City);
    for line in &behind.lines {
        let met = line.met_at.is_some_and(|at| from <= at.0 && at.0 < to);
        let Some(state) = Behind::state(line, met) else { continue };
        let key = match behind.is_special(line) {
            true => SPECIAL.to_owned(),
            false => counted_as(&catalogue, asked.group.is_some(), &line.product).0,
        };
        lists[state].add(&key, Some(line.household), 1);
        lists[state].line(&key).special = key == SPECIAL;
        if state < 3 {
            states.add(STATES[state], Some(line.household), 1);
        }
    }
    let lists: Vec<ShownTable> = lists.iter().map(|list| decide(std::slice::from_ref(list)).remove(0)).collect();
    let states = decide(&[states]).remove(0);
    let withheld = |state: usize| {
        let by_state = states.line(STATES[state]).is_some_and(|line| line.items.is_hidden());
        // What a group may not tell in the file of all groups, its products must not tell either.
        by_state || (lists[state].total.items.is_hidden() && asked.group.is_some())
    };
    let told = |line: &NeedsLine| {
        let number = |state: usize, exact: i64| match lists[state].line(&line.code) {
            _ if exact == 0 => Some(0),
            Some(line) if !withheld(state) => line.items.told(),
            _ => None,
        };
        NeedsLine {
            code: line.code.clone(),
            names: line.names.clone(),
            open: number(0, line.open),
            partly: number(1, line.partly),
            ready: number(2, line.ready),
            met: number(3, line.met),
        }
    };
    let total = |state: usize| if withheld(state) { None } else { lists[state].total.items.told() };
    let running: Vec<bool> = period.mondays().into_iter().map(|monday| period.is_running_week(monday)).collect();
    let recorded = behind.spans(&bounds, &running, |line| Some(line.recorded_at.0));
    let met = behind.spans(&bounds, &running, |line| line.met_at.map(|at| at.0));
    let quiet = asked.group.is_some();
    let week = |(at, monday): (usize, Date)| NeedsWeek {
        monday,
        running: period.is_running_week(monday),
        recorded: recorded.get(at).copied().flatten().filter(|_| !quiet),
        met: met.get(at).copied().flatten().filter(|_| !quiet && total(3).is_some()),
    };
    let weeks: Vec<NeedsWeek<Told>> = period.mondays().into_iter().enumerate().map(week).collect();
    let of_weeks = [weeks.iter().map(|week| week.recorded).sum(), weeks.iter().map(|week| week.met).sum()];
    // In an order that tells nothing of what is hidden.
    let mut lines: Vec<NeedsLine<Told>> = exact.lines.iter().map(told).collect();
    lines.sort_by(|a, b| (b.open, b.met).cmp(&(a.open, a.met)).then_with(|| a.code.cmp(&b.code)));
    Ok(NeedsFigure {
        as_of: exact.as_of,
        from: exact.from,
        to: exact.to,
        group: exact.group,
        lines,
        total: NeedsLine { open: total(0), partly: total(1), ready: total(2), met: total(3), ..NeedsLine::default() },
        weeks,
        of_weeks,
    })
}

pub(super) fn waiting(house: &House, actor: &Actor, asked: &Asked) -> Result<WaitingFigure<Told>, ActionError> {
    actor.must(Right::SeeHouseholds)?;
    let period = Period::of(asked, house.today())?;
    let exact = waiting::count(house, actor, asked)?;
    let behind = Behind::of(house, asked, &period)?;
    let (mut spans, mut states) = (Counted::new("span", Audience::City), Counted::new("state", Audience::City));
    for bucket in &exact.open {
        spans.line(&bucket.first_day.to_string());
    }
    for line in &behind.lines {
        let Some(state) = Behind::state(line, false) else { continue };
        let days = (house.now().as_second() - line.recorded_at.0.as_second()) / 86_400;
        let bucket = exact.open.iter().find(|bucket| bucket.last_day.is_none_or(|last| days <= last));
        let Some(bucket) = bucket else { continue };
        spans.add(&bucket.first_day.to_string(), Some(line.household), 1);
        states.add(STATES[state], Some(line.household), 1);
    }
    // The same lines by state stand in the file of needs.
    let shown = decide(&[spans, states]);
    let open_lines = shown[0].total.items.told().filter(|_| asked.group.is_none());
    let bucket = |bucket: &Bucket| Bucket {
        first_day: bucket.first_day,
        last_day: bucket.last_day,
        lines: open_lines.and(shown[0].line(&bucket.first_day.to_string()).and_then(|line| line.items.told())),
    };
    let running: Vec<bool> = exact.months.iter().map(|month| month.running).collect();
    let met = behind.spans(&period.month_bounds(house), &running, |line| line.met_at.map(|at| at.0));
    let month = |(at, month): (usize, &Month)| {
        let lines = met.get(at).copied().flatten().filter(|_| asked.group.is_none());
        let median_days = month.median_days.filter(|_| lines.is_some_and(|lines| lines > 0));
        Month { first: month.first, running: month.running, lines, median_days }
    };
    let months: Vec<Month<Told>> = exact.months.iter().enumerate().map(month).collect();
    let met_lines: Told = months.iter().map(|month| month.lines).sum();
    Ok(WaitingFigure {
        as_of: exact.as_of,
        from: exact.from,
        to: exact.to,
        group: exact.group,
        open: exact.open.iter().map(bucket).collect(),
        open_lines,
        open_median_days: exact.open_median_days.filter(|_| open_lines.is_some()),
        // The longest wait is one household's.
        open_longest_days: None,
        months,
        met_lines,
        met_median_days: exact.met_median_days.filter(|_| met_lines.is_some()),
    })
}

//! Lines of needs lists: what is open now and what was met, by group, and what came and was met in each week.

use jiff::civil::Date;
use serde::Serialize;

use super::stock::counted_as;
use super::{Asked, Asking, Period};
use crate::actions::{ActionError, Actor, House};
use crate::domain::catalogue::GroupCode;
use crate::domain::needs::NeedState;
use crate::domain::rights::Right;
use crate::store::figures::{self, Moment};
use crate::texts::{Lang, Message, Texts, Words, say};

/// What all special needs together are counted under.
pub(super) const SPECIAL: &str = "special";

#[derive(Clone, Debug, Serialize)]
pub struct NeedsFigure<N = i64> {
    pub as_of: Date,
    pub from: Date,
    pub to: Date,
    pub group: Option<GroupCode>,
    /// The most open lines first.
    pub lines: Vec<NeedsLine<N>>,
    pub total: NeedsLine<N>,
    pub weeks: Vec<NeedsWeek<N>>,
    /// Of all weeks: recorded and met.
    #[serde(skip)]
    pub of_weeks: [N; 2],
}

/// Lines of needs lists for one group, or for one product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NeedsLine<N = i64> {
    pub code: String,
    pub names: Words,
    /// Nothing was handed out and nothing lies ready.
    pub open: N,
    /// Some pieces were handed out.
    pub partly: N,
    /// Something lies ready.
    pub ready: N,
    /// Met within the period.
    pub met: N,
}

impl NeedsLine {
    pub fn waiting(&self) -> i64 {
        self.open + self.partly + self.ready
    }

    fn add(&mut self, state: NeedState, lines: i64) {
        match state {
            NeedState::Open => self.open += lines,
            NeedState::Partly => self.partly += lines,
            NeedState::Reserved => self.ready += lines,
            NeedState::Fulfilled => self.met += lines,
            NeedState::Withdrawn | NeedState::Expired => {}
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NeedsWeek<N = i64> {
    pub monday: Date,
    pub running: bool,
    pub recorded: N,
    pub met: N,
}

impl<N> NeedsFigure<N> {
    pub fn definition(&self) -> Message {
        say::figures_needs_definition(self.as_of, self.from, self.to)
    }
}

pub(super) fn count(house: &House, actor: &Actor, asked: &Asked) -> Result<NeedsFigure, ActionError> {
    actor.must(Right::SeeHouseholds)?;
    let period = Period::of(asked, house.today())?;
    let catalogue = house.catalogue();
    let bounds = period.week_bounds(house);
    let (mut counted, recorded, met, special) = house.store().read_at_one_moment(|db| {
        let told = Asking::of(house, db, &catalogue, asked, &period)?;
        let of = told.products.as_deref();
        let mut counted = figures::open_lines(db, of)?;
        if let [from, .., to] = bounds[..] {
            let met = figures::met_lines(db, from, to, of)?;
            counted.extend(met.into_iter().map(|(product, lines)| (product, NeedState::Fulfilled, lines)));
        }
        let recorded = figures::lines_by_span(db, Moment::Recorded, &bounds, of)?;
        let met = figures::lines_by_span(db, Moment::Met, &bounds, of)?;
        Ok::<_, ActionError>((counted, recorded, met, told.special))
    })?;
    let said = |lang| Texts::of(lang).purpose_special();
    counted.sort_by(|a, b| a.0.as_str().cmp(b.0.as_str()));
    let mut total = NeedsLine::default();
    let mut lines: Vec<NeedsLine> = Vec::new();
    for (product, state, count) in counted {
        let (code, names) = match special.contains(&product) {
            true => (SPECIAL.to_owned(), Words::new(said(Lang::De), said(Lang::En))),
            false => counted_as(&catalogue, asked.group.is_some(), &product),
        };
        let at = lines.iter().position(|line| line.code == code).unwrap_or_else(|| {
            lines.push(NeedsLine { code, names, ..NeedsLine::default() });
            lines.len() - 1
        });
        lines[at].add(state, count);
        total.add(state, count);
    }
    lines.sort_by(|a, b| (b.waiting(), b.met).cmp(&(a.waiting(), a.met)).then_with(|| a.code.cmp(&b.code)));
    let of_weeks = [recorded.iter().sum(), met.iter().sum()];
    let weeks = period.mondays().into_iter().zip(recorded.into_iter().zip(met));
    let week = |(monday, (recorded, met))| NeedsWeek { monday, running: period.is_running_week(monday), recorded, met };
    Ok(NeedsFigure {
        as_of: house.today(),
        from: period.from,
        to: period.to,
        group: asked.group.clone(),
        lines,
        total,
        weeks: weeks.map(week).collect(),
        of_weeks,
    })
}

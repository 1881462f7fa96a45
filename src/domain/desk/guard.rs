//! Guard rails: how often a household comes, what it got a short while ago, and points where a room wants a free shop. They
//! never decide who gets something; they raise a question that a lead answers, and each yes is counted.

use super::*;
use crate::domain::catalogue::ProductCode;
use crate::domain::item::ItemState;
use crate::domain::needs::{self, NeedState, Piece};
use crate::domain::points::Prices;

/// Guard rails that a room sets for itself. By default there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Most pieces for each person of a household in one visit; `None` for no limit.
    pub pieces_per_person: Option<i32>,
    /// Most visits of a household within [`VISITS_DAYS`]; `None` for no limit.
    pub visits_per_month: Option<i32>,
    /// Whether what a household got in full is asked about until it counts as needed again.
    pub renewal_guard: bool,
    /// Points instead of pieces; `None` where nobody counts points.
    pub points: Option<PointRules>,
}

/// How many points a household has, and for how many days they last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointRules {
    pub per_adult: i32,
    pub per_child: i32,
    pub days: i32,
}

/// Days that a month of visits has.
pub const VISITS_DAYS: i32 = 30;

impl Rules {
    /// With this limit for each person, or none.
    pub fn limited_to(pieces_per_person: Option<NonZeroU16>) -> Rules {
        Rules { pieces_per_person: pieces_per_person.map(|pieces| pieces.get().into()), ..Rules::default() }
    }
}

/// What the database knows about the household's last weeks, as far as the rules ask for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Visits with pieces in the last [`VISITS_DAYS`], without the one that is open.
    pub visits: i32,
    /// Points that the household may spend, and what it has spent of them; `None` where nobody counts.
    pub points: Option<Purse>,
    /// Lines that were met and do not count as needed again yet, with the days of both.
    pub renewing: Vec<Renewing>,
}

/// Points of a household in the running period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purse {
    pub budget: i32,
    pub spent: i32,
}

/// A met line of a needs list, and from which day on the same counts as needed again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewing {
    pub line: NeedLine,
    pub got_on: jiff::civil::Date,
    pub again_on: jiff::civil::Date,
}

impl PointRules {
    /// What a household of so many children and others has. Whose age nobody knows counts as an adult.
    pub fn budget(&self, people: i32, children: i32) -> i32 {
        let children = children.clamp(0, people.max(1));
        let adults = people.max(1) - children;
        self.per_adult.saturating_mul(adults).saturating_add(self.per_child.saturating_mul(children))
    }
}

/// The day from which on something that was got on a day counts as needed again.
pub fn again_on(got_on: jiff::civil::Date, months: i32) -> jiff::civil::Date {
    got_on.saturating_add(jiff::Span::new().months(months.clamp(0, 1200)))
}

/// What stands against opening a visit, if a lead may allow it.
pub(super) fn card(facts: &Facts<'_>) -> Option<Message> {
    let most = facts.rules.visits_per_month?;
    (facts.record.visits >= most).then(|| say::verdict_visits_ask(facts.record.visits, most))
}

/// What stands against one more piece, if a lead may allow it.
pub(super) fn piece(facts: &Facts<'_>, item: &Item, visit: &OpenVisit, pieces: i32) -> Option<(Asked, Message)> {
    // What was laid aside for the household was decided before.
    if item.standing.state == ItemState::Reserved {
        return None;
    }
    let piece = Piece { product: &item.product, cut: item.cut, size: item.size.as_deref() };
    if facts.rules.renewal_guard && needs::best_line(&facts.needs_of(visit), &piece, facts.catalogue).is_none() {
        let same = |renewing: &&Renewing| {
            let asks = NeedLine { got: 0, state: NeedState::Open, ..renewing.line.clone() };
            needs::serves(&asks, &piece, facts.catalogue).is_some()
        };
        if let Some(found) = facts.record.renewing.iter().filter(same).max_by_key(|renewing| renewing.again_on) {
            let asked = say::verdict_renewal_ask(found.got_on, found.again_on, item.name());
            return Some((Asked::Renewal, asked));
        }
    }
    let purse = facts.record.points?;
    let after = purse.spent.saturating_add(price(facts, &item.product, pieces));
    (after > purse.budget).then(|| (Asked::Points, say::verdict_points_ask(after, purse.budget, item.name())))
}

/// The facts as if so many pieces of this product had not been given out.
pub(super) fn without<'a>(facts: &Facts<'a>, product: &ProductCode, pieces: i32) -> Facts<'a> {
    let mut facts = facts.clone();
    let back = price(&facts, product, pieces);
    if let Some(purse) = &mut facts.record.points {
        purse.spent -= back;
    }
    facts
}

/// A number that costs more points than the household has.
pub(super) fn too_dear(facts: &Facts<'_>, item: &Item, pieces: i32) -> Option<Verdict> {
    let purse = facts.record.points?;
    let after = purse.spent.saturating_add(price(facts, &item.product, pieces));
    let refused = || Verdict::refused(say::verdict_guarded(item.name())).with_detail(say::verdict_limit_help());
    (after > purse.budget).then(refused)
}

fn price(facts: &Facts<'_>, product: &ProductCode, pieces: i32) -> i32 {
    Prices::shipped().of(facts.catalogue, product).saturating_mul(pieces)
}

/// The sentence with what is spent after it: “1 in this visit · 12 of 40 points”.
pub(super) fn with_points(facts: &Facts<'_>, detail: Message, product: Option<&ProductCode>, pieces: i32) -> Message {
    match facts.record.points {
        Some(purse) => {
            let spent = purse.spent + product.map_or(0, |product| price(facts, product, pieces));
            say::verdict_with_points(detail, spent, purse.budget)
        }
        None => detail,
    }
}

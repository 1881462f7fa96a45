//! Giving a table out of the house: over a quarter or a year that is over, once, and the same again ever after. Before that it
//! is set against what is out: over other periods, about other donors, and of the same gifts in another report.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::deeds::json;
use super::{ActionError, Actor, House};
use crate::domain::PublishedId;
use crate::domain::disclosure::difference::{Against, Out, Period, decide_against};
use crate::domain::disclosure::{Counted, ShownTable};
use crate::store::published::{self, PublishedRow};
use crate::store::{At, Day, Db, papers};
use crate::texts::say;

/// Tables as they left the house.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    pub period: Period,
    /// In the order in which they were counted.
    pub tables: Vec<ShownTable>,
    /// What the report tells besides, in its own form.
    pub besides: Value,
    pub made_at: Timestamp,
    /// Of what was shown: the same on every print.
    pub sha256: String,
}

/// What is kept of them.
#[derive(Serialize, Deserialize)]
struct Kept {
    tables: Vec<ShownTable>,
    #[serde(default)]
    besides: Value,
}

/// The quarter or year with these days, if it may leave the house.
///
/// # Errors
/// For other days, and for a period that is not over: what is said of it today would be taken from what is said tomorrow.
pub fn period(house: &House, from: Date, to: Date) -> Result<Period, ActionError> {
    let period = Period::of(from, to).ok_or_else(|| ActionError::field("from", say::error_fixed_period()))?;
    if !period.is_over(house.today()) {
        let last = Period::over(house.today(), from.saturating_sub(jiff::Span::new().years(1)));
        let end = last.iter().map(|period| period.last()).max().unwrap_or(from);
        return Err(ActionError::field("from", say::error_period_runs(end)));
    }
    Ok(period)
}

/// The tables that left the house for this period, if they have.
///
/// # Errors
/// When the database fails, or holds what this version cannot read.
pub fn frozen(db: &mut Db, report: &str, scope: &str, from: Date, to: Date) -> Result<Option<Published>, ActionError> {
    published::find(db, report, scope, from, to)?.map(|row| read(&row)).transpose()
}

/// What a report tells besides its tables, once it is clear what they show.
type Besides = Box<dyn Fn(&[ShownTable]) -> Value + Send>;

/// What is to be given out: the tables, and what the report tells besides, once it is clear what the tables show.
pub struct Draft {
    pub counted: Vec<Counted>,
    pub besides: Besides,
}

/// Gives tables out, and counts them only when they have not left the house yet. The caller has checked the right to the report.
///
/// # Errors
/// As [`publish`].
pub fn once(
    house: &Arc<House>,
    actor: &Actor,
    (report, scope): (&'static str, &str),
    (from, to): (Date, Date),
    mut count: impl FnMut(&mut Db, &House) -> Result<Draft, ActionError> + Send + 'static,
) -> Result<Published, ActionError> {
    period(house, from, to)?;
    if let Some(before) = house.store().read(|db| frozen(db, report, scope, from, to))? {
        return Ok(before);
    }
    let (in_house, actor, scope) = (Arc::clone(house), actor.clone(), scope.to_owned());
    house.store().write(move |db| {
        let draft = count(db, &in_house)?;
        publish(db, &in_house, &actor, (report, &scope), (from, to), &draft.counted, draft.besides)
    })
}

/// Gives tables out, or gives out again what has been. Lists that share one total (the same pieces by group, by purpose) are
/// given together, with what the report tells besides: made when it is clear what the tables show, and kept with them. Call it
/// within a write; the caller has checked the right to the report.
///
/// # Errors
/// For a period that is none ([`period`]), and when the tables, beside what is out already, would tell of too few households.
pub fn publish(
    db: &mut Db,
    house: &House,
    actor: &Actor,
    (report, scope): (&str, &str),
    (from, to): (Date, Date),
    counted: &[Counted],
    besides: impl FnOnce(&[ShownTable]) -> Value,
) -> Result<Published, ActionError> {
    let period = period(house, from, to)?;
    if let Some(before) = frozen(db, report, scope, from, to)? {
        return Ok(before);
    }
    let against = against(db, (report, scope), period)?;
    let tables =
        decide_against(counted, &against).ok_or_else(|| ActionError::Refused(say::error_would_tell(from, to)))?;
    let new = Out { period, counted: counted.to_vec(), shown: tables.clone() };
    if report == PIECES && tells_beside_totals(db, scope, &new)? {
        return Err(ActionError::Refused(say::error_would_tell(from, to)));
    }
    let shown = json(&Kept { besides: besides(&tables), tables })?;
    let row = PublishedRow {
        id: PublishedId(house.uuid()),
        report: report.to_owned(),
        scope: scope.to_owned(),
        from_day: Day(from),
        to_day: Day(to),
        closed: true,
        sha256: papers::sha256(shown.as_bytes()),
        shown,
        counted: json(&counted)?,
        made_by: actor.user(),
        made_at: At(house.now()),
    };
    published::insert(db, &row)?;
    read(&row)
}

/// Reports that tell of the same pieces of the same donor, by the same groups and purposes. They may be made on different days,
/// so the later one is set against the earlier one.
const TWINS: [[&str; 2]; 1] = [["donor_gifts", "impact"]];

/// The report of what households got, by group and by occasion, and the one that tells only its total.
const PIECES: &str = "needs-met";
const TOTALS: &str = "households-served";
/// The name of the list that the latter has.
const SERVED: &str = "served";

/// Whether a new table of what households got would tell too much beside totals that are out.
fn tells_beside_totals(db: &mut Db, scope: &str, new: &Out) -> Result<bool, ActionError> {
    let year = Period { quarter: None, ..new.period };
    let mut known = outs(&published::within(db, TOTALS, scope, year.first(), year.last())?)?;
    let same: Vec<Out> = known.iter().filter(|out| out.period == new.period).cloned().collect();
    // A total that is said already cannot be withheld.
    if same.iter().any(|out| out.tells_total() && !new.tells_total()) {
        return Ok(true);
    }
    for told in outs(&published::within(db, PIECES, scope, year.first(), year.last())?)? {
        if !known.iter().any(|own| own.period == told.period) {
            known.extend(told.as_total(SERVED));
        }
    }
    let mut against: Vec<Against> = Against::periods(new.period, &known).into_iter().collect();
    against.extend((!same.is_empty()).then_some(Against::Parts(same)));
    Ok(new.as_total(SERVED).is_some_and(|new| new.would_tell(&against)))
}

/// All that is out and that a new table could be subtracted from, or be subtracted from it.
fn against(db: &mut Db, (report, scope): (&str, &str), period: Period) -> Result<Vec<Against>, ActionError> {
    let year = Period { quarter: None, ..period };
    let mut out = outs(&published::within(db, report, scope, year.first(), year.last())?)?;
    let mut all = Vec::new();
    for twin in TWINS.iter().filter(|twins| twins.contains(&report)).flatten().filter(|twin| **twin != report) {
        for told in outs(&published::within(db, twin, scope, year.first(), year.last())?)? {
            if told.period == period {
                all.push(Against::Parts(vec![told]));
            } else if !out.iter().any(|own| own.period == told.period) {
                out.push(told);
            }
        }
    }
    if report == TOTALS {
        for told in outs(&published::within(db, PIECES, scope, year.first(), year.last())?)? {
            if !out.iter().any(|own| own.period == told.period) {
                out.extend(told.as_total(SERVED));
            }
        }
    }
    all.extend(Against::periods(period, &out));
    // Everything is the sum of its scopes: the table of all donors less those of all but one.
    let same_days = outs_by_scope(db, report, period)?;
    let (whole, scopes): (Vec<_>, Vec<_>) =
        same_days.into_iter().filter(|(other, _)| other != scope).partition(|(scope, _)| scope.is_empty());
    let scopes: Vec<Out> = scopes.into_iter().map(|(_, out)| out).collect();
    match whole.into_iter().next() {
        Some((_, whole)) => all.push(Against::Whole(whole, scopes)),
        None if scope.is_empty() => all.push(Against::Parts(scopes)),
        None => {}
    }
    Ok(all)
}

fn outs_by_scope(db: &mut Db, report: &str, period: Period) -> Result<Vec<(String, Out)>, ActionError> {
    let rows = published::of_days(db, report, period.first(), period.last())?;
    rows.iter().map(|row| Ok((row.scope.clone(), out(row)?))).collect()
}

fn outs(rows: &[PublishedRow]) -> Result<Vec<Out>, ActionError> {
    rows.iter().map(out).collect()
}

fn out(row: &PublishedRow) -> Result<Out, ActionError> {
    let before = read(row)?;
    let counted = serde_json::from_str(&row.counted).map_err(|_| unreadable(row))?;
    Ok(Out { period: before.period, counted, shown: before.tables })
}

fn read(row: &PublishedRow) -> Result<Published, ActionError> {
    let period = Period::of(row.from_day.0, row.to_day.0).ok_or_else(|| unreadable(row))?;
    let kept: Kept = serde_json::from_str(&row.shown).map_err(|_| unreadable(row))?;
    Ok(Published {
        period,
        tables: kept.tables,
        besides: kept.besides,
        made_at: row.made_at.0,
        sha256: row.sha256.clone(),
    })
}

/// A row that a later version has written, or nobody.
fn unreadable(row: &PublishedRow) -> ActionError {
    ActionError::Refused(say::error_published_unreadable(row.from_day.0, row.to_day.0))
}

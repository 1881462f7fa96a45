//! Counting a report, or taking it as it was when its period was closed.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Asked, Column, Period, Report, Table, gifts, goods, served, work};
use crate::actions::publish::{self, Published};
use crate::actions::{ActionError, Actor, House, close_period};
use crate::domain::catalogue::Catalogue;
use crate::domain::{ClosingId, DonorId};
use crate::store::{Db, StoreError, closings, donors};
use crate::texts::say;

/// A report, and how it came about.
#[derive(Clone, Debug)]
pub struct Made {
    /// `None`: another report that is only written like these.
    pub report: Option<Report>,
    pub table: Table,
    /// `None`: as it is today.
    pub period: Option<Period>,
    /// The name of the only donor that it tells of.
    pub donor: Option<String>,
    pub closed: Option<Closed>,
    pub today: Date,
}

impl Made {
    /// A table of another room, as it is today.
    pub fn of_today(table: Table, today: Date) -> Made {
        Made { report: None, table, period: None, donor: None, closed: None, today }
    }
}

/// When a period was closed, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    pub id: ClosingId,
    pub on: Date,
    /// `None`: by the program, or by somebody who was deleted.
    pub by: Option<String>,
    /// Whose reports these were then.
    pub site: String,
    /// SHA-256 of the table, hexadecimal.
    pub sha256: String,
}

/// What every report is counted from.
#[derive(Clone, Copy)]
pub(super) struct Ask<'a> {
    /// `None` for what is counted as of today.
    pub period: Option<Period>,
    pub today: Date,
    pub donor: Option<DonorId>,
    pub catalogue: &'a Catalogue,
    pub zone: &'a TimeZone,
}

impl Ask<'_> {
    /// The first and the last day.
    pub fn days(&self) -> (Date, Date) {
        self.period.map_or((self.today, self.today), |period| (period.from, period.to))
    }

    /// The first moment, and the first one after the last day, by the site's clock.
    pub fn moments(&self) -> Result<(Timestamp, Timestamp), ActionError> {
        let (from, to) = self.days();
        Ok((self.start_of(from)?, self.start_of(to.saturating_add(jiff::Span::new().days(1)))?))
    }

    pub fn start_of(&self, day: Date) -> Result<Timestamp, ActionError> {
        let start = day.to_zoned(self.zone.clone()).map(|start| start.timestamp());
        // A day that no clock shows, such as one in the year 9999 and later.
        start.map_err(|_| ActionError::field("from", say::error_day()))
    }

    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }
}

/// An empty table with these columns.
pub(super) fn blank(report: Report, ask: &Ask, columns: Vec<Column>) -> Table {
    let mut table = Table::new(report.word(), report.title(), report.sentence(), columns);
    table.period = ask.period.map(|period| (period.from, period.to));
    table
}

/// Counts a report over what was asked for, or takes it from a closed period.
///
/// # Errors
/// Without the right, for a period that cannot be, for a donor that is not there, and for what would tell of too few
/// households.
pub fn report(house: &Arc<House>, actor: &Actor, report: Report, asked: &Asked) -> Result<Made, ActionError> {
    actor.must(report.right())?;
    let today = house.today();
    let period = Period::of(report, asked, today)?;
    let donor = match asked.donor.filter(|_| report.by_donor()) {
        Some(id) => Some(house.store().read(|db| donors::find(db, id))?.ok_or(ActionError::NotFound)?.name),
        None => None,
    };
    if let (Some(period), None) = (period, &donor)
        && let Some((table, closed)) = kept(house, report, period)?
    {
        return Ok(Made { report: Some(report), table, period: Some(period), donor, closed: Some(closed), today });
    }
    let table = count(house, actor, report, period, asked.donor)?;
    Ok(Made { report: Some(report), table, period, donor, closed: None, today })
}

fn kept(house: &House, report: Report, period: Period) -> Result<Option<(Table, Closed)>, ActionError> {
    let found = house.store().read(|db| closings::table_of(db, report, period.from, period.to))?;
    let Some((closing, row)) = found else { return Ok(None) };
    let table = serde_json::from_str(&row.shown)
        .map_err(|_| ActionError::Refused(say::error_published_unreadable(period.from, period.to)))?;
    let on = house.day_of(closing.row.closed_at.0);
    let closed = Closed { id: closing.row.id, on, by: closing.closed_by, site: closing.row.site, sha256: row.sha256 };
    Ok(Some((table, closed)))
}

fn count(
    house: &Arc<House>,
    actor: &Actor,
    report: Report,
    period: Option<Period>,
    donor: Option<DonorId>,
) -> Result<Table, ActionError> {
    let catalogue = house.catalogue();
    let ask = Ask { period, today: house.today(), donor, catalogue: &catalogue, zone: house.zone() };
    let read =
        |build: fn(&mut Db, &Ask) -> Result<Table, ActionError>| house.store().read_at_one_moment(|db| build(db, &ask));
    match report {
        Report::Donations => read(gifts::donations),
        Report::CompanyDonations => read(gifts::company_donations),
        Report::Receipts => read(gifts::receipts),
        Report::Council => read(gifts::council),
        Report::Value => {
            let is_fixed = period.is_some_and(|period| period.named().is_some() && period.is_over(ask.today));
            // What went out must have left the house before, or leaves it now; what may not is not told here either.
            let out = match is_fixed.then(|| goods_out(house, actor, report, &[ask.days()], &ask)) {
                Some(Err(ActionError::Refused(_))) | None => None,
                Some(out) => out?.pop(),
            };
            house.store().read_at_one_moment(|db| goods::value(db, &ask, out.as_ref()))
        }
        Report::StockAge => read(goods::stock_age),
        Report::SessionFigures => {
            let days = ask.days();
            let shown = close_period::publish(house, actor, (report, report), &[days], |db, _| {
                work::sessions_counted(db, &ask)
            })?;
            let Some(shown) = shown.first() else { return Err(ActionError::NotFound) };
            house.store().read_at_one_moment(|db| work::session_figures(db, &ask, shown))
        }
        Report::VolunteerScans => read(work::volunteer_scans),
        Report::NeedsMet => {
            let shown = goods_out(house, actor, report, &[ask.days()], &ask)?;
            let lists = shown.into_iter().next().map(|published| published.tables).unwrap_or_default();
            Ok(served::needs_met_table(&ask, &lists))
        }
        Report::HouseholdsServed => {
            let (from, to) = ask.days();
            let mut periods: Vec<(Date, Date)> = Period { from, to }
                .steps(3)
                .windows(2)
                .map(|ends| (ends[0], ends[1].yesterday().unwrap_or(ends[1])))
                .collect();
            // The year last: beside its quarters, which people ask for first.
            if periods.len() > 1 {
                periods.push((from, to));
            }
            let mut shown = Vec::new();
            for days in periods.iter().copied() {
                let known =
                    house.store().read(|db| publish::frozen(db, Report::NeedsMet.word(), "", days.0, days.1))?;
                shown.extend(match known {
                    // What was told of these pieces is told again.
                    Some(known) => vec![known],
                    None => close_period::publish(house, actor, (report, report), &[days], |db, (from, to)| {
                        served::households_served(db, &Ask { period: Some(Period { from, to }), ..ask })
                    })?,
                });
            }
            let lists: Vec<_> = periods
                .into_iter()
                .zip(shown)
                .map(|((from, to), published)| (Period { from, to }, published.tables))
                .collect();
            Ok(served::households_served_table(&ask, &lists))
        }
    }
}

/// What households got in these periods, as it is told in whichever report.
fn goods_out(
    house: &Arc<House>,
    actor: &Actor,
    report: Report,
    periods: &[(Date, Date)],
    ask: &Ask,
) -> Result<Vec<Published>, ActionError> {
    close_period::publish(house, actor, (report, Report::NeedsMet), periods, |db, (from, to)| {
        served::goods_out(db, &Ask { period: Some(Period { from, to }), ..*ask })
    })
}

/// Closes a year or a quarter that is over: all reports over it are kept as they are now. `site`: whose reports they are.
///
/// # Errors
/// Without the right, for another period or one that is not over, and for one that is closed.
pub fn close(house: &Arc<House>, actor: &Actor, period: Period, site: &str) -> Result<ClosingId, ActionError> {
    close_period::may_close(house, actor, period.from, period.to)?;
    if period.named().is_none() {
        return Err(ActionError::field("period", say::book_error_close_fixed()));
    }
    let closable = Report::ALL.iter().filter(|report| report.period() != super::PeriodKind::Today);
    let mut tables = Vec::new();
    for report in closable {
        // Also of reports that whoever closes may not see.
        let table = match count(house, actor, *report, Some(period), None) {
            // What may not be told is not told in a closed period either, and the table says why.
            Err(ActionError::Refused(why)) => {
                let mut table = Table::new(report.word(), report.title(), report.sentence(), Vec::new());
                table.period = Some((period.from, period.to));
                table.notes.push(why.into());
                table
            }
            counted => counted?,
        };
        let shown = serde_json::to_string(&table.kept()).map_err(|error| StoreError::Content(error.to_string()))?;
        tables.push((*report, shown));
    }
    close_period::close(house, actor, period.from, period.to, site, tables)
}

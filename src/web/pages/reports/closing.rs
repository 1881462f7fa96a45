//! Closing periods and opening them again: the list on the index, and `POST /reports/closings…`.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use jiff::civil::Date;
use serde::Deserialize;

use super::{named, word};
use crate::actions::{ActionError, Actor, House, close_period};
use crate::domain::ClosingId;
use crate::domain::rights::Right;
use crate::reports::book::{self, Period};
use crate::store::closings;
use crate::texts::{Message, Texts, say};
use crate::web::pages::shown::Choice;
use crate::web::{Failure, Page, Shared, act, redirect_warning, redirect_with};

/// Years whose periods can be closed.
const YEARS: i16 = 3;

/// What is closed, and what could be.
pub(super) struct Closings {
    pub lines: Vec<Line>,
    /// Periods that are over and open, the latest first; none for those who may not close.
    pub open: Vec<Choice>,
    pub may_close: bool,
}

pub(super) struct Line {
    pub id: String,
    pub period: String,
    pub href: String,
    pub closed: String,
    /// Empty while it is closed.
    pub reopened: String,
    /// How much of it is not any more as its reports have it; empty when nothing is.
    pub changed: String,
}

impl Closings {
    pub fn load(house: &Arc<House>, actor: &Actor, t: &Texts) -> Result<Closings, ActionError> {
        let may_close = actor.may(Right::CloseReports);
        let latest = close_period::latest(house, actor)?;
        let today = house.today();
        let closed = |period: &Period| {
            latest.iter().any(|closing| {
                closing.row.reopened_at.is_none()
                    && (closing.row.from_day.0, closing.row.to_day.0) == (period.from, period.to)
            })
        };
        let years = (0..YEARS).map(|back| today.year() - back);
        let all = years.flat_map(|year| {
            let quarters = (1..=4).rev().filter_map(move |quarter| Period::quarter(year, quarter));
            Period::year(year).into_iter().chain(quarters)
        });
        let open = all
            .filter(|period| may_close && period.is_over(today) && !closed(period))
            .map(|period| Choice::new(word(period), t.say(&period.words()), false))
            .collect();
        let lines = latest
            .into_iter()
            .map(|closing| {
                let row = closing.row;
                let period = Period { from: row.from_day.0, to: row.to_day.0 };
                let who = |name: Option<String>| name.unwrap_or_else(|| t.book_nobody());
                Line {
                    changed: match closing.changed {
                        0 => String::new(),
                        changed => t.book_changed_since(changed),
                    },
                    id: row.id.to_string(),
                    period: t.say(&period.words()),
                    href: format!("/reports/donations?when={}", word(period)),
                    closed: t.book_closed_line(house.day_of(row.closed_at.0), who(closing.closed_by)),
                    reopened: row.reopened_at.map_or_else(String::new, |at| {
                        t.book_reopened_line(house.day_of(at.0), who(closing.reopened_by), &row.reason)
                    }),
                }
            })
            .collect();
        Ok(Closings { lines, open, may_close })
    }
}

/// What was done, with a word about the first of these days that lies in a closed period: its reports stay as they are.
pub(in crate::web::pages) fn told(house: &House, days: &[Date], done: Message) -> Result<Message, ActionError> {
    let closed = house.store().read(|db| {
        for day in days {
            if let Some(row) = closings::over(db, *day)? {
                return Ok(Some(row));
            }
        }
        Ok::<_, ActionError>(None)
    })?;
    Ok(match closed {
        Some(row) => say::book_period_is_closed(done, Period { from: row.from_day.0, to: row.to_day.0 }.words()),
        None => done,
    })
}

/// The same for what was done to a gift, a council's list or an acceptance record.
pub(in crate::web::pages) fn told_of(
    house: &House,
    subject: impl ToString,
    done: Message,
) -> Result<Message, ActionError> {
    let days = house.store().read(|db| closings::days_of(db, &subject.to_string()))?;
    told(house, &days, done)
}

#[derive(Deserialize)]
pub(in crate::web) struct Close {
    period: String,
}

pub(in crate::web) async fn close(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<Close>,
) -> Result<HttpResponse, Failure> {
    let Some(period) = named(&form.period) else {
        return Ok(redirect_warning("/reports#closings", &say::book_error_close_fixed()));
    };
    let site = page.site().to_owned();
    let done = act(&app, move |house| match book::close(house, &actor, period, &site) {
        Err(wrong @ ActionError::Field { .. }) => Ok(Err(wrong.message())),
        closed => closed.map(Ok),
    })
    .await?;
    Ok(match done {
        Ok(_) => redirect_with("/reports#closings", &say::book_closed_done(period.words())),
        Err(wrong) => redirect_warning("/reports#closings", &wrong),
    })
}

#[derive(Deserialize)]
pub(in crate::web) struct Reopen {
    #[serde(default)]
    reason: String,
}

pub(in crate::web) async fn reopen(
    app: Shared,
    actor: Actor,
    id: Path<String>,
    form: Form<Reopen>,
) -> Result<HttpResponse, Failure> {
    let id: ClosingId = id.parse().map_err(|_| Failure::NotFound)?;
    let done = act(&app, move |house| match close_period::reopen(house, &actor, id, &form.reason) {
        Err(wrong @ (ActionError::Field { .. } | ActionError::Refused(_))) => Ok(Err(wrong.message())),
        opened => opened.map(Ok),
    })
    .await?;
    Ok(match done {
        Ok((from, to)) => redirect_with("/reports#closings", &say::book_reopened_done(Period { from, to }.words())),
        Err(wrong) => redirect_warning("/reports#closings", &wrong),
    })
}

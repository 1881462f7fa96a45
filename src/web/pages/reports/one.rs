//! `GET /reports/{name}`: one report over a period, as a table and, where people would rather look, as a picture; with an
//! ending, as a file.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Path, Query};
use askama::Template;

use super::table::{Picture, Shown};
use super::{Typed, address, file, word};
use crate::actions::{ActionError, Actor, House};
use crate::domain::rights::Right;
use crate::reports::book::{self, Asked, Made, Period, PeriodKind, Report};
use crate::texts::{Message, Texts};
use crate::web::pages::shown::Choice;
use crate::web::report_files::period_words;
use crate::web::{Failure, Page, Shared, act, html};

/// Years that can be chosen.
const YEARS: i16 = 6;

#[derive(Template)]
#[template(path = "reports/one.html")]
struct ReportPage {
    page: Page,
    t: &'static Texts,
    title: String,
    sentence: String,
    wrong: String,
    /// What it covers, in words.
    period: String,
    /// Years and quarters; none when the report is about today.
    choices: Vec<Choice>,
    /// Whether any days can be asked for.
    free: bool,
    from: String,
    to: String,
    donor: String,
    donor_words: String,
    everybody: String,
    closed: Option<(String, String)>,
    table: Shown,
    picture: Option<Picture>,
    notes: Vec<String>,
    files: Vec<(String, String)>,
    /// A year or quarter that is over and not closed, if this person may close it: its word and the question.
    close: Option<(String, String)>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    name: Path<String>,
    typed: Query<Typed>,
) -> Result<HttpResponse, Failure> {
    let typed = typed.into_inner();
    if let Some((name, ending)) = name.split_once('.') {
        let report: Report = name.parse().map_err(|_| Failure::NotFound)?;
        return file::answer(&page, &app, actor, (report, ending), typed).await;
    }
    let report: Report = name.parse().map_err(|_| Failure::NotFound)?;
    let asked = typed.clone();
    let (made, wrong) = act(&app, move |house| made(house, &actor, report, &asked)).await?;
    let t = page.t();
    let free = report.period() == PeriodKind::Free;
    let closed = made.closed.as_ref().map(|closed| {
        let who = closed.by.clone().unwrap_or_else(|| t.book_nobody());
        (t.book_closed_on(closed.on, who), t.book_hash(&closed.sha256))
    });
    let close = made
        .period
        .filter(|period| closed.is_none() && period.named().is_some() && period.is_over(made.today))
        .filter(|_| page.may(Right::CloseReports) && made.donor.is_none())
        .map(|period| (word(period), t.book_close_sure(period.words())));
    let donor = if made.donor.is_some() { typed.donor.clone() } else { String::new() };
    let link = |words: String, ending: &str, more: &[(&str, &str)]| (words, address(&made, ending, &donor, more));
    let files = vec![
        link(t.book_as_xlsx(), ".xlsx", &[]),
        link(t.book_as_pdf(), ".pdf", &[]),
        link(t.figures_csv(), ".csv", &[]),
        link(t.book_as_plain_csv(), ".csv", &[("bom", "no")]),
        link(t.figures_json(), ".json", &[]),
    ];
    let (from, to) = made.period.map(|period| (period.from.to_string(), period.to.to_string())).unwrap_or_default();
    html(&ReportPage {
        title: made.table.title.get(t).into_owned(),
        sentence: made.table.sentence.get(t).into_owned(),
        wrong: wrong.map(|wrong| t.say(&wrong)).unwrap_or_default(),
        period: period_words(t, &made),
        choices: choices(t, report, &made),
        free,
        from,
        to,
        donor_words: made.donor.as_ref().map(|donor| t.book_only_donor(donor)).unwrap_or_default(),
        everybody: address(&made, "", "", &[]),
        table: Shown::of(t, &made, &typed.order, |order| address(&made, "", &donor, &[("order", order)])),
        picture: Picture::of(t, &made.table),
        notes: made.table.notes.iter().map(|note| note.get(t).into_owned()).collect(),
        donor,
        closed,
        files,
        close,
        t,
        page,
    })
}

/// The report as it was asked for; for what cannot be, the report over its usual period and the reason.
fn made(
    house: &Arc<House>,
    actor: &Actor,
    report: Report,
    typed: &Typed,
) -> Result<(Made, Option<Message>), ActionError> {
    match typed.asked().and_then(|asked| book::report(house, actor, report, &asked)) {
        Err(wrong @ ActionError::Field { .. }) => {
            let usual = book::report(house, actor, report, &Asked::default())?;
            Ok((usual, Some(wrong.message())))
        }
        made => Ok((made?, None)),
    }
}

/// The last years with their quarters, the latest first; for what counts households only those that are over.
fn choices(t: &Texts, report: Report, made: &Made) -> Vec<Choice> {
    if report.period() == PeriodKind::Today {
        return Vec::new();
    }
    let fixed = report.period() == PeriodKind::Fixed;
    let this_year = made.today.year();
    let years = (0..YEARS).map(|back| this_year - back);
    let all = years.flat_map(|year| {
        let quarters = (1..=4).rev().filter_map(move |quarter| Period::quarter(year, quarter));
        Period::year(year).into_iter().chain(quarters)
    });
    let fits = |period: &Period| if fixed { period.is_over(made.today) } else { period.from <= made.today };
    let choice = |period: Period| Choice::new(word(period), t.say(&period.words()), made.period == Some(period));
    all.filter(fits).map(choice).collect()
}

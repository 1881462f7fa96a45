//! `GET /receipts` and `/receipts.csv`: the register, and whether its numbers are without gaps.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::{state_name, state_word, total};
use crate::actions::{Actor, receipts};
use crate::domain::ReceiptId;
use crate::domain::register::ranges;
use crate::domain::rights::Right;
use crate::domain::treasury::ReceiptState;
use crate::store::paging::Cursor;
use crate::store::receipts::{Listed, Numbers, ReceiptFilter};
use crate::texts::{Texts, say};
use crate::web::pages::lists::{self, Frame, PORTION};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    q: String,
    state: String,
    year: String,
    issuer: String,
    rows: String,
    after: String,
    before: String,
}

impl Asked {
    fn in_address(&self) -> lists::Asked<'_> {
        let all = vec![
            ("q", self.q.trim()),
            ("state", &self.state),
            ("year", &self.year),
            ("issuer", &self.issuer),
            ("rows", &self.rows),
        ];
        lists::Asked { path: "/receipts", all }
    }

    fn filter(&self) -> ReceiptFilter {
        ReceiptFilter {
            // Those that wait for a second person are issued ones.
            state: self.state.parse().ok(),
            asked_to_void: self.state == ASKED,
            year: self.year.parse().ok(),
            issuer: self.issuer.parse().ok(),
            text: self.q.clone(),
        }
    }
}

/// The value of the filter for receipts that somebody wants to be void.
const ASKED: &str = "asked";

#[derive(Template)]
#[template(path = "receipts/list.html")]
struct ReceiptsPage {
    page: Page,
    t: &'static Texts,
    q: String,
    understood: String,
    states: Vec<Choice>,
    years: Vec<Choice>,
    issuers: Vec<Choice>,
    is_filtered: bool,
    numbers: Vec<NumberLine>,
    rows: Vec<Line>,
    frame: Frame,
}

struct NumberLine {
    text: String,
    is_complete: bool,
}

struct Line {
    href: String,
    number: String,
    day: String,
    donor: String,
    issuer: String,
    total: String,
    state: &'static str,
    state_label: String,
}

impl Line {
    fn new(t: &Texts, listed: &Listed) -> Line {
        let row = &listed.row;
        Line {
            href: super::address(row.id),
            number: row.number.clone().unwrap_or_else(|| t.receipts_state_draft()),
            day: row.issued_on.map(|day| t.day(day.0)).unwrap_or_default(),
            donor: listed.donor.clone(),
            issuer: listed.issuer.clone(),
            total: total(row),
            state: state_word(row),
            state_label: t.say(&state_name(row)),
        }
    }
}

impl NumberLine {
    fn new(t: &Texts, one: &Numbers) -> NumberLine {
        let (year, is_complete) = (one.year.to_string(), one.missing.is_empty());
        let text = if is_complete {
            let span = if one.last == 1 { "1".to_owned() } else { format!("1–{}", one.last) };
            t.receipts_numbers_complete(&one.issuer_name, &year, &span)
        } else {
            t.receipts_numbers_missing(&one.issuer_name, &year, ranges(&one.missing))
        };
        NumberLine { text, is_complete }
    }
}

async fn load(
    app: &Shared,
    actor: Actor,
    asked: &Asked,
    cursor: Cursor<ReceiptId>,
    size: i64,
) -> Result<receipts::Register, Failure> {
    let filter = asked.filter();
    act(app, move |house| receipts::register(house, &actor, filter, &cursor, size)).await
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let (t, size) = (page.t(), lists::rows_asked(&asked.rows));
    let found = load(&app, actor, &asked, shown::cursor(&asked.after, &asked.before), size).await?;
    let filter = asked.filter();
    let state_names = [
        (ReceiptState::Draft.word(), say::receipts_state_draft()),
        (ReceiptState::Issued.word(), say::receipts_state_issued()),
        (ASKED, say::receipts_state_asked()),
        (ReceiptState::Voided.word(), say::receipts_state_voided()),
    ];
    let mut said = Vec::new();
    if !asked.q.trim().is_empty() {
        said.push(("q", t.list_search(asked.q.trim())));
    }
    let state = state_names.iter().find(|(word, _)| *word == asked.state);
    said.extend(state.map(|(_, name)| ("state", t.say(name))));
    said.extend(filter.year.map(|year| ("year", year.to_string())));
    let issuer = found.issuers.iter().find(|(id, _)| Some(*id) == filter.issuer);
    said.extend(issuer.map(|(_, name)| ("issuer", name.clone())));
    let rows = &found.rows.rows;
    let ends = rows.first().zip(rows.last()).map(|(a, b)| (a.row.id.to_string(), b.row.id.to_string()));
    let summary = lists::summary(t, found.count, |count| t.list_entries(count));
    let in_address = asked.in_address();
    let is_filtered = !said.is_empty();
    let frame =
        in_address.frame(said, Vec::new(), size, &found.rows, ends, summary).with_csv("/receipts.csv", &in_address);
    let lines = rows.iter().map(|listed| {
        let mut line = Line::new(t, listed);
        line.href.push_str(&frame.list);
        line
    });
    let mut years: Vec<i32> = found.numbers.iter().map(|one| one.year).collect();
    years.dedup();
    let response = html(&ReceiptsPage {
        rows: lines.collect(),
        states: state_names.iter().map(|(word, name)| Choice::new(word, t.say(name), asked.state == *word)).collect(),
        years: years.iter().map(|year| Choice::new(year, year.to_string(), Some(*year) == filter.year)).collect(),
        issuers: found
            .issuers
            .iter()
            .map(|(id, name)| Choice::new(id, name.clone(), Some(*id) == filter.issuer))
            .collect(),
        numbers: found.numbers.iter().map(|one| NumberLine::new(t, one)).collect(),
        understood: found.understood.map(|meant| t.list_understood(meant, asked.q.trim())).unwrap_or_default(),
        is_filtered,
        q: asked.q.clone(),
        frame,
        page,
        t,
    })?;
    Ok(in_address.remember(response))
}

/// `GET /receipts.csv`: the whole register with its filters.
pub(in crate::web) async fn csv(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::SeeReceipts)?;
    let (asked, t) = (asked.into_inner(), page.t());
    let head = vec![
        t.receipts_number(),
        t.receipts_issued_on(),
        t.donation_donor(),
        t.receipts_issuer(),
        t.receipts_total(),
        t.receipts_currency(),
        t.item_state(),
        t.receipts_void_reason(),
        t.receipts_replaces(),
    ];
    Ok(lists::download("receipts.csv", head, move |after| {
        let (app, actor, asked) = (app.clone(), actor.clone(), asked.clone());
        async move {
            let cursor = after.map_or(Cursor::Start, Cursor::After);
            let found = load(&app, actor, &asked, cursor, PORTION).await?;
            let next = found.rows.rows.last().map(|listed| listed.row.id).filter(|_| found.rows.has_next);
            let cells = |listed: &Listed| {
                let line = Line::new(t, listed);
                let row = &listed.row;
                let cents = row.total_cents;
                let amount = format!("{},{:02}", cents / 100, cents % 100);
                let (currency, reason) = (row.currency.clone(), row.void_reason.clone());
                // As in all files: a day that sorts.
                let day = row.issued_on.map(|day| day.0.to_string()).unwrap_or_default();
                let old = row.replaces.and_then(|old| found.replaced.get(&old).cloned()).unwrap_or_default();
                vec![line.number, day, line.donor, line.issuer, amount, currency, line.state_label, reason, old]
            };
            Ok((found.rows.rows.iter().map(cells).collect(), next))
        }
    }))
}

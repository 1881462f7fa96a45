//! `GET /donations`: what was given, in the order and with the filters that the address says; the same as a table.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::Line;
use crate::actions::{ActionError, Actor};
use crate::domain::donation::DonationState;
use crate::domain::lists::DonationOrder;
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId};
use crate::reports::donor_gifts::Tally;
use crate::store::donations::{self, DonationFilter, DonationRow};
use crate::store::paging::{self, Cursor};
use crate::store::{donors, words};
use crate::texts::{Texts, fold};
use crate::web::pages::lists::{self, Frame, PORTION};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    q: String,
    state: String,
    donor: String,
    day: String,
    order: String,
    rows: String,
    after: String,
    before: String,
}

impl Asked {
    fn in_address(&self) -> lists::Asked<'_> {
        let all = vec![
            ("q", self.q.trim()),
            ("state", &self.state),
            ("donor", &self.donor),
            ("day", &self.day),
            ("order", &self.order),
            ("rows", &self.rows),
        ];
        lists::Asked { path: "/donations", all }
    }
}

#[derive(Template)]
#[template(path = "donations/list.html")]
struct DonationsPage {
    page: Page,
    t: &'static Texts,
    q: String,
    understood: String,
    /// Filters that no field of the form shows.
    donor: String,
    day: String,
    states: Vec<Choice>,
    is_filtered: bool,
    may_edit: bool,
    rows: Vec<Line>,
    frame: Frame,
}

struct Found {
    rows: paging::Page<(DonationRow, String)>,
    tallies: HashMap<DonationId, Tally>,
    /// Counted as far as lists are.
    count: Option<i64>,
    donor: Option<String>,
    understood: Option<String>,
}

async fn load(
    app: &Shared,
    actor: Actor,
    asked: &Asked,
    cursor: Cursor<DonationId>,
    size: i64,
) -> Result<Found, Failure> {
    let mut filter = DonationFilter {
        state: asked.state.parse().ok(),
        donor: asked.donor.parse().ok(),
        day: asked.day.parse().ok(),
        text: asked.q.clone(),
    };
    let order: DonationOrder = asked.order.parse().unwrap_or_default();
    act(app, move |house| {
        actor.must(Right::SeeDonors)?;
        house.store().read(|db| {
            let mut rows = donations::page(db, &filter, order, &cursor, size)?;
            let mut understood = None;
            if rows.rows.is_empty()
                && let Some(mended) = words::mended(db, &fold(&filter.text))?
            {
                filter.text.clone_from(&mended);
                rows = donations::page(db, &filter, order, &cursor, size)?;
                understood = Some(mended).filter(|_| !rows.rows.is_empty());
            }
            let ids: Vec<DonationId> = rows.rows.iter().map(|(row, _)| row.id).collect();
            let mut tallies: HashMap<DonationId, Tally> = HashMap::new();
            for (id, state, pieces) in donations::pieces(db, &ids)? {
                tallies.entry(id).or_default().add(state, pieces);
            }
            let donor = filter.donor.map(|id: DonorId| donors::find(db, id)).transpose()?.flatten();
            let count = donations::count(db, &filter)?;
            Ok::<_, ActionError>(Found { rows, tallies, count, donor: donor.map(|row| row.name), understood })
        })
    })
    .await
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let (t, size) = (page.t(), lists::rows_asked(&asked.rows));
    let cursor = shown::cursor::<DonationId>(&asked.after, &asked.before);
    let found = load(&app, actor, &asked, cursor, size).await?;
    let state: Option<DonationState> = asked.state.parse().ok();
    let mut said = Vec::new();
    if !asked.q.trim().is_empty() {
        said.push(("q", t.list_search(asked.q.trim())));
    }
    said.extend(state.map(|state| ("state", t.say(&shown::donation_state(state)))));
    said.extend(found.donor.clone().map(|name| ("donor", name)));
    said.extend(asked.day.parse().ok().map(|day: jiff::civil::Date| ("day", t.day(day))));
    let (rows, none) = (&found.rows.rows, Tally::default());
    let ends = rows.first().zip(rows.last()).map(|((a, _), (b, _))| (a.id.to_string(), b.id.to_string()));
    let chosen: DonationOrder = asked.order.parse().unwrap_or_default();
    let orders = vec![
        Choice::new("", t.order_newest(), chosen == DonationOrder::Newest),
        Choice::new(DonationOrder::Oldest, t.order_oldest(), chosen == DonationOrder::Oldest),
    ];
    let summary = lists::summary(t, found.count, |count| t.list_entries(count));
    let in_address = asked.in_address();
    let is_filtered = !said.is_empty();
    let frame =
        in_address.frame(said, orders, size, &found.rows, ends, summary).with_csv("/donations.csv", &in_address);
    let lines = rows.iter().map(|(row, name)| {
        let mut line = Line::new(t, row, name.clone(), found.tallies.get(&row.id).unwrap_or(&none));
        line.href.push_str(&frame.list);
        line
    });
    let response = html(&DonationsPage {
        rows: lines.collect(),
        states: DonationState::ALL
            .iter()
            .map(|one| Choice::new(one, t.say(&shown::donation_state(*one)), Some(*one) == state))
            .collect(),
        understood: found.understood.map(|meant| t.list_understood(meant, asked.q.trim())).unwrap_or_default(),
        is_filtered,
        may_edit: page.may(Right::EditDonors),
        q: asked.q.clone(),
        donor: asked.donor.clone(),
        day: asked.day.clone(),
        frame,
        page,
        t,
    })?;
    Ok(in_address.remember(response))
}

/// `GET /donations.csv`: the whole list with its filters, in its order.
pub(in crate::web) async fn csv(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::SeeDonors)?;
    let (asked, t) = (asked.into_inner(), page.t());
    let head = vec![t.donation_day(), t.donation_donor(), t.item_state(), t.donation_pieces_head()];
    Ok(lists::download("donations.csv", head, move |after| {
        let (app, actor, asked) = (app.clone(), actor.clone(), asked.clone());
        async move {
            let cursor = after.map_or(Cursor::Start, Cursor::After);
            let found = load(&app, actor, &asked, cursor, PORTION).await?;
            let next = found.rows.rows.last().map(|(row, _)| row.id).filter(|_| found.rows.has_next);
            let none = Tally::default();
            let cells = |(row, name): &(DonationRow, String)| {
                let line = Line::new(t, row, name.clone(), found.tallies.get(&row.id).unwrap_or(&none));
                vec![line.day, line.donor, line.state_label, line.pieces]
            };
            Ok((found.rows.rows.iter().map(cells).collect(), next))
        }
    }))
}

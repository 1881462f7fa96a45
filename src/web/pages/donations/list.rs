//! `GET /donations`: what was given, in the order and with the filters that the address says; the same as a table.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::Line;
use crate::actions::{ActionError, Actor};
use crate::codes::Code;
use crate::domain::donation::{DonationState, Source};
use crate::domain::lists::{DonationOrder, OnlyDonations};
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId};
use crate::reports::donor_gifts::Tally;
use crate::store::donations::{self, DonationFilter, DonationRow};
use crate::store::donors::{self, DonorRow};
use crate::store::paging::{self, Cursor};
use crate::store::{labels, words};
use crate::texts::{Message, Texts, fold, say};
use crate::web::pages::lists::{self, Frame, PORTION};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html};

/// In the address: nobody said who received it.
pub(in crate::web::pages) const NO_RECEIVER: &str = "none";

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    q: String,
    state: String,
    donor: String,
    day: String,
    year: String,
    /// The first and the last day, where it is no year of the calendar: a fiscal year.
    from: String,
    to: String,
    /// `wanted`, `missing` (wanted and not issued), `issued`.
    receipt: String,
    source: String,
    only: String,
    /// Who received it: `none` as long as nobody said.
    receiver: String,
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
            ("year", &self.year),
            ("from", &self.from),
            ("to", &self.to),
            ("receipt", &self.receipt),
            ("source", &self.source),
            ("only", &self.only),
            ("receiver", &self.receiver),
            ("order", &self.order),
            ("rows", &self.rows),
        ];
        lists::Asked { path: "/donations", all }
    }

    fn filter(&self) -> DonationFilter {
        DonationFilter {
            state: self.state.parse().ok(),
            donor: self.donor.parse().ok(),
            day: self.day.parse().ok(),
            text: self.q.clone(),
            year: self.year.parse().ok().filter(|year| (1900..=2200).contains(year)),
            from: self.from.parse().ok(),
            to: self.to.parse().ok(),
            receipt_wanted: matches!(self.receipt.as_str(), "wanted" | "missing").then_some(true),
            receipted: match self.receipt.as_str() {
                "issued" => Some(true),
                "missing" => Some(false),
                _ => None,
            },
            source: self.source.parse().ok(),
            only: self.only.parse().ok(),
            no_receiver: self.receiver == NO_RECEIVER,
        }
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
    from: String,
    to: String,
    only: String,
    states: Vec<Choice>,
    years: Vec<Choice>,
    receipts: Vec<Choice>,
    sources: Vec<Choice>,
    receivers: Vec<Choice>,
    is_filtered: bool,
    may_edit: bool,
    rows: Vec<Line>,
    frame: Frame,
}

struct Found {
    rows: paging::Page<(DonationRow, String)>,
    tallies: HashMap<DonationId, Tally>,
    codes: HashMap<String, Code>,
    /// Those with an issued receipt.
    receipted: HashSet<DonationId>,
    donors: HashMap<DonorId, DonorRow>,
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
    let mut filter = asked.filter();
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
            let subjects: Vec<String> = ids.iter().map(ToString::to_string).collect();
            let codes = labels::bound_to_any(db, &subjects)?;
            let receipted = donations::receipted_of(db, &ids)?;
            let givers: Vec<DonorId> = rows.rows.iter().map(|(row, _)| row.donor_id).collect();
            let givers = donors::of_ids(db, &givers)?.into_iter().map(|row| (row.id, row)).collect();
            let donor = filter.donor.map(|id: DonorId| donors::find(db, id)).transpose()?.flatten();
            let count = donations::count(db, &filter)?;
            let donor = donor.map(|row| row.name);
            Ok::<_, ActionError>(Found { rows, tallies, codes, receipted, donors: givers, count, donor, understood })
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
    let filter = asked.filter();
    said.extend(filter.year.map(|year| ("year", year.to_string())));
    said.extend(filter.from.map(|from| ("from", t.values_from_day(from))));
    said.extend(filter.to.map(|to| ("to", t.values_to_day(to))));
    let receipt = RECEIPTS.iter().find(|(word, _)| *word == asked.receipt);
    said.extend(receipt.map(|(_, name)| ("receipt", t.say(&name()))));
    said.extend(filter.source.map(|source| ("source", t.say(&shown::source(source)))));
    said.extend(filter.no_receiver.then(|| ("receiver", t.values_no_receiver())));
    said.extend(filter.only.map(|only| ("only", t.say(&only_name(only)))));
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
        let mut line = Line::new(&page, row, name.clone(), found.tallies.get(&row.id).unwrap_or(&none));
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
        years: years(app.house.today().year(), filter.year),
        receipts: RECEIPTS
            .iter()
            .map(|(word, name)| Choice::new(word, t.say(&name()), *word == asked.receipt))
            .collect(),
        sources: Source::ALL
            .iter()
            .map(|one| Choice::new(one, t.say(&shown::source(*one)), Some(*one) == filter.source))
            .collect(),
        receivers: vec![Choice::new(NO_RECEIVER, t.values_no_receiver(), filter.no_receiver)],
        only: asked.only.clone(),
        is_filtered,
        may_edit: page.may(Right::EditDonors),
        q: asked.q.clone(),
        donor: asked.donor.clone(),
        day: asked.day.clone(),
        from: asked.from.clone(),
        to: asked.to.clone(),
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
    let (asked, t, page) = (asked.into_inner(), page.t(), Arc::new(page));
    let head = vec![
        t.donation_day(),
        t.donation_donor(),
        t.donor_street(),
        t.donor_postcode(),
        t.donor_city(),
        t.values_country(),
        t.donation_code(),
        t.item_state(),
        t.donation_origin(),
        t.values_source(),
        t.values_paid(),
        t.values_came(),
        t.values_bags(),
        t.values_weight(),
        t.donation_receipt(),
        t.values_receipt_issued(),
        t.donation_pieces_head(),
        t.donation_description(),
    ];
    Ok(lists::download("donations.csv", head, move |after| {
        let (app, actor, asked, page) = (app.clone(), actor.clone(), asked.clone(), Arc::clone(&page));
        async move {
            let cursor = after.map_or(Cursor::Start, Cursor::After);
            let found = load(&app, actor, &asked, cursor, PORTION).await?;
            let next = found.rows.rows.last().map(|(row, _)| row.id).filter(|_| found.rows.has_next);
            let rows = found.rows.rows.iter().map(|(row, name)| cells(&page, row, name, &found)).collect();
            Ok((rows, next))
        }
    }))
}

fn cells(page: &Page, row: &DonationRow, name: &str, found: &Found) -> Vec<String> {
    let (t, none) = (page.t(), Tally::default());
    let line = Line::new(page, row, name.to_owned(), found.tallies.get(&row.id).unwrap_or(&none));
    let address = |field: fn(&DonorRow) -> &String| found.donors.get(&row.donor_id).map(field).cloned();
    let yes = |is: bool| if is { t.values_yes() } else { t.values_no() };
    vec![
        line.day,
        line.donor,
        address(|donor| &donor.street).unwrap_or_default(),
        address(|donor| &donor.postcode).unwrap_or_default(),
        address(|donor| &donor.city).unwrap_or_default(),
        address(|donor| &donor.country).unwrap_or_default(),
        found.codes.get(&row.id.to_string()).map(Code::printed).unwrap_or_default(),
        line.state_label,
        t.say(&shown::origin(row.origin)),
        t.say(&shown::source(row.source)),
        row.paid_cents.map(|cents| t.euros_typed(cents)).unwrap_or_default(),
        t.say(&shown::came(row.came)),
        row.bags.map(|bags| bags.to_string()).unwrap_or_default(),
        row.weight_g.map(|grams| shown::weight_typed(t, grams)).unwrap_or_default(),
        yes(row.receipt_wanted),
        yes(found.receipted.contains(&row.id)),
        line.pieces,
        row.description.clone(),
    ]
}

/// What something is called.
type Name = fn() -> Message;

/// Whether a receipt is wished for or issued, as the filter says it.
const RECEIPTS: [(&str, Name); 3] = [
    ("wanted", say::values_receipt_wanted),
    ("missing", say::values_receipt_missing),
    ("issued", say::values_receipt_issued),
];

/// The years that tax records are kept, and the one that is asked for.
fn years(this: i16, chosen: Option<i16>) -> Vec<Choice> {
    let mut years: Vec<i16> = (0..=10).map(|ago| this - ago).collect();
    years.extend(chosen.filter(|year| !years.contains(year)));
    years.iter().map(|year| Choice::new(year, year.to_string(), Some(*year) == chosen)).collect()
}

fn only_name(only: OnlyDonations) -> Message {
    match only {
        OnlyDonations::Waiting => say::values_only_waiting(),
        OnlyDonations::Company => say::values_only_company(),
        OnlyDonations::NoValue => say::values_only_no_value(),
        OnlyDonations::Valued => say::values_only_valued(),
    }
}

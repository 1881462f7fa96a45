//! `GET /donors`: everybody who gives, in the order and with the filters that the address says; the same as a table.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor};
use crate::codes::Code;
use crate::domain::DonorId;
use crate::domain::donation::DonorKind;
use crate::domain::lists::{DonorOrder, OnlyDonors};
use crate::domain::rights::Right;
use crate::store::donors::{self, DonorFilter, DonorRow};
use crate::store::paging::{self, Cursor};
use crate::store::{labels, words};
use crate::texts::{Message, Texts, fold, say};
use crate::web::pages::lists::{self, Frame, PORTION};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    q: String,
    kind: String,
    only: String,
    order: String,
    rows: String,
    after: String,
    before: String,
}

impl Asked {
    fn in_address(&self) -> lists::Asked<'_> {
        let all = vec![
            ("q", self.q.trim()),
            ("kind", &self.kind),
            ("only", &self.only),
            ("order", &self.order),
            ("rows", &self.rows),
        ];
        lists::Asked { path: "/donors", all }
    }
}

#[derive(Template)]
#[template(path = "donors/list.html")]
struct DonorsPage {
    page: Page,
    t: &'static Texts,
    q: String,
    understood: String,
    kinds: Vec<Choice>,
    only: Vec<Choice>,
    is_filtered: bool,
    may_edit: bool,
    rows: Vec<Row>,
    frame: Frame,
}

struct Row {
    href: String,
    name: String,
    kind: String,
    city: String,
    donations: i64,
}

struct Found {
    rows: paging::Page<DonorRow>,
    donations: HashMap<DonorId, i64>,
    /// The codes on the donors' cards.
    codes: HashMap<String, Code>,
    /// Counted as far as lists are.
    count: Option<i64>,
    understood: Option<String>,
}

async fn load(app: &Shared, actor: Actor, asked: &Asked, cursor: Cursor<DonorId>, size: i64) -> Result<Found, Failure> {
    let mut filter = DonorFilter {
        text: asked.q.clone(),
        kind: asked.kind.parse().ok(),
        only: asked.only.parse().ok(),
        today: Some(app.house.today()),
    };
    let order: DonorOrder = asked.order.parse().unwrap_or_default();
    act(app, move |house| {
        actor.must(Right::SeeDonors)?;
        house.store().read(|db| {
            let mut rows = donors::page(db, &filter, order, &cursor, size)?;
            let mut understood = None;
            // Nobody has this name: perhaps somebody has it without the slip of the finger.
            if rows.rows.is_empty()
                && let Some(mended) = words::mended(db, &fold(&filter.text))?
            {
                filter.text.clone_from(&mended);
                rows = donors::page(db, &filter, order, &cursor, size)?;
                understood = Some(mended).filter(|_| !rows.rows.is_empty());
            }
            let ids: Vec<DonorId> = rows.rows.iter().map(|donor| donor.id).collect();
            let donations = donors::donation_counts(db, &ids)?.into_iter().collect();
            let count = donors::count(db, &filter)?;
            let subjects: Vec<String> = ids.iter().map(ToString::to_string).collect();
            let codes = labels::bound_to_any(db, &subjects)?;
            Ok::<_, ActionError>(Found { rows, donations, codes, count, understood })
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
    let cursor = shown::cursor::<DonorId>(&asked.after, &asked.before);
    let found = load(&app, actor, &asked, cursor, size).await?;
    let kind: Option<DonorKind> = asked.kind.parse().ok();
    let ends = found.rows.rows.first().zip(found.rows.rows.last()).map(|(a, b)| (a.id.to_string(), b.id.to_string()));
    let mut said = Vec::new();
    if !asked.q.trim().is_empty() {
        said.push(("q", t.list_search(asked.q.trim())));
    }
    let only: Option<OnlyDonors> = asked.only.parse().ok();
    said.extend(only.map(|only| ("only", t.say(&only_name(only)))));
    said.extend(kind.map(|kind| ("kind", t.say(&shown::donor_kind(kind)))));
    let chosen: DonorOrder = asked.order.parse().unwrap_or_default();
    let orders = vec![
        Choice::new("", t.order_name(), chosen == DonorOrder::Name),
        Choice::new(DonorOrder::Newest, t.order_newest(), chosen == DonorOrder::Newest),
    ];
    let summary = lists::summary(t, found.count, |count| t.donors_count(count));
    let in_address = asked.in_address();
    let is_filtered = !said.is_empty();
    let frame = in_address.frame(said, orders, size, &found.rows, ends, summary).with_csv("/donors.csv", &in_address);
    let rows = found.rows.rows.iter().map(|donor| Row {
        href: format!("/donors/{}{}", donor.id, frame.list),
        kind: t.say(&shown::donor_kind(donor.kind)),
        donations: found.donations.get(&donor.id).copied().unwrap_or_default(),
        name: donor.name.clone(),
        city: donor.city.clone(),
    });
    let response = html(&DonorsPage {
        rows: rows.collect(),
        only: OnlyDonors::ALL.iter().map(|one| Choice::new(one, t.say(&only_name(*one)), Some(*one) == only)).collect(),
        kinds: DonorKind::ALL
            .iter()
            .map(|one| Choice::new(one, t.say(&shown::donor_kind(*one)), Some(*one) == kind))
            .collect(),
        understood: found.understood.map(|meant| t.list_understood(meant, asked.q.trim())).unwrap_or_default(),
        is_filtered,
        may_edit: page.may(Right::EditDonors),
        q: asked.q.clone(),
        frame,
        page,
        t,
    })?;
    Ok(in_address.remember(response))
}

/// `GET /donors.csv`: the whole list with its filters, in its order.
pub(in crate::web) async fn csv(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::SeeDonors)?;
    let (asked, t) = (asked.into_inner(), page.t());
    let head = vec![
        t.donor_name(),
        t.donor_kind(),
        t.values_contact(),
        t.donor_street(),
        t.donor_postcode(),
        t.donor_city(),
        t.values_country(),
        t.donor_email(),
        t.donor_code(),
        t.values_letters_lang(),
        t.values_thanks(),
        t.values_gives_every(),
        t.nav_donations(),
    ];
    Ok(lists::download("donors.csv", head, move |after| {
        let (app, actor, asked) = (app.clone(), actor.clone(), asked.clone());
        async move {
            let cursor = after.map_or(Cursor::Start, Cursor::After);
            let found = load(&app, actor, &asked, cursor, PORTION).await?;
            let next = found.rows.rows.last().map(|donor| donor.id).filter(|_| found.rows.has_next);
            let cells = |donor: &DonorRow| {
                let donations = found.donations.get(&donor.id).copied().unwrap_or_default();
                let donor = donor.clone();
                vec![
                    donor.name,
                    t.say(&shown::donor_kind(donor.kind)),
                    donor.contact,
                    donor.street,
                    donor.postcode,
                    donor.city,
                    donor.country,
                    donor.email,
                    found.codes.get(&donor.id.to_string()).map(Code::printed).unwrap_or_default(),
                    donor.lang,
                    t.say(&shown::thanks_by(donor.thanks)),
                    donor.gives_every_months.map(|months| months.to_string()).unwrap_or_default(),
                    donations.to_string(),
                ]
            };
            Ok((found.rows.rows.iter().map(cells).collect(), next))
        }
    }))
}

/// The words of a selection.
fn only_name(only: OnlyDonors) -> Message {
    match only {
        OnlyDonors::Recurring => say::values_only_recurring(),
        OnlyDonors::Due => say::values_only_due(),
        OnlyDonors::NoAddress => say::values_only_no_address(),
        OnlyDonors::Receipt => say::values_only_receipt(),
        OnlyDonors::ReceiptNoAddress => say::values_only_receipt_no_address(),
    }
}

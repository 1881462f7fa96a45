//! `GET /donors`: everybody who gives, by name.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor};
use crate::domain::DonorId;
use crate::domain::donation::DonorKind;
use crate::domain::rights::Right;
use crate::store::donors::{self, DonorFilter};
use crate::texts::Texts;
use crate::web::pages::shown::{self, Choice, Neighbours, ROWS};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    before: String,
}

#[derive(Template)]
#[template(path = "donors/list.html")]
struct DonorsPage {
    page: Page,
    t: &'static Texts,
    q: String,
    kinds: Vec<Choice>,
    is_filtered: bool,
    may_edit: bool,
    rows: Vec<Row>,
    summary: String,
    neighbours: Neighbours,
}

struct Row {
    href: String,
    name: String,
    kind: String,
    city: String,
    donations: i64,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let filter = DonorFilter { text: asked.q.clone(), kind: asked.kind.parse().ok() };
    let cursor = shown::cursor::<DonorId>(&asked.after, &asked.before);
    let kind = filter.kind;
    let (found, count, donations) = act(&app, move |house| {
        actor.must(Right::SeeDonors)?;
        house.store().read(|db| {
            let found = donors::list(db, &filter, &cursor, ROWS)?;
            let ids: Vec<DonorId> = found.rows.iter().map(|donor| donor.id).collect();
            let donations: HashMap<DonorId, i64> = donors::donation_counts(db, &ids)?.into_iter().collect();
            Ok::<_, ActionError>((found, donors::count(db, &filter)?, donations))
        })
    })
    .await?;
    let t = page.t();
    let ends = found.rows.first().zip(found.rows.last()).map(|(a, b)| (a.id.to_string(), b.id.to_string()));
    let neighbours = Neighbours::new(
        "/donors",
        &[("q", &asked.q), ("kind", &asked.kind)],
        ends,
        (found.has_previous, found.has_next),
    );
    let rows = found.rows.into_iter().map(|donor| Row {
        href: format!("/donors/{}", donor.id),
        kind: t.say(&shown::donor_kind(donor.kind)),
        donations: donations.get(&donor.id).copied().unwrap_or_default(),
        name: donor.name,
        city: donor.city,
    });
    html(&DonorsPage {
        rows: rows.collect(),
        kinds: DonorKind::ALL
            .iter()
            .map(|one| Choice::new(one, t.say(&shown::donor_kind(*one)), Some(*one) == kind))
            .collect(),
        is_filtered: kind.is_some() || !asked.q.trim().is_empty(),
        may_edit: page.may(Right::EditDonors),
        summary: t.donors_count(count),
        q: asked.q,
        neighbours,
        page,
        t,
    })
}

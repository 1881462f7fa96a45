//! `GET /offers`: what companies offer; what waits for an answer stands first.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::{badge, state_name, weight};
use crate::actions::{ActionError, Actor};
use crate::domain::rights::Right;
use crate::domain::treasury::OfferState;
use crate::domain::{DonorId, OfferId};
use crate::store::offers::{self, OfferFilter, Sums};
use crate::store::{donors, words};
use crate::texts::{Texts, fold};
use crate::web::pages::lists::{self, Frame};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    q: String,
    state: String,
    donor: String,
    rows: String,
    after: String,
    before: String,
}

#[derive(Template)]
#[template(path = "offers/list.html")]
struct OffersPage {
    page: Page,
    t: &'static Texts,
    q: String,
    understood: String,
    donor: String,
    states: Vec<Choice>,
    is_filtered: bool,
    rows: Vec<Line>,
    frame: Frame,
}

struct Line {
    href: String,
    donor: String,
    day: String,
    reference: String,
    badge: &'static str,
    state: String,
    pieces: String,
    weight: String,
    accepted: String,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let (t, size) = (page.t(), lists::rows_asked(&asked.rows));
    let cursor = shown::cursor::<OfferId>(&asked.after, &asked.before);
    let state: Option<OfferState> = asked.state.parse().ok();
    let mut filter = OfferFilter { state, donor: asked.donor.parse().ok(), text: asked.q.clone() };
    let (found, sums, count, donor, understood) = act(&app, move |house| {
        actor.must(Right::AnswerOffers)?;
        house.store().read(|db| {
            let mut found = offers::page(db, &filter, &cursor, size)?;
            let mut understood = None;
            if found.rows.is_empty()
                && let Some(mended) = words::mended(db, &fold(&filter.text))?
            {
                filter.text.clone_from(&mended);
                found = offers::page(db, &filter, &cursor, size)?;
                understood = Some(mended).filter(|_| !found.rows.is_empty());
            }
            let ids: Vec<OfferId> = found.rows.iter().map(|(row, _)| row.id).collect();
            let sums: HashMap<OfferId, Sums> = offers::sums(db, &ids)?.into_iter().collect();
            let donor = filter.donor.map(|id: DonorId| donors::find(db, id)).transpose()?.flatten();
            Ok::<_, ActionError>((found, sums, offers::count(db, &filter)?, donor.map(|row| row.name), understood))
        })
    })
    .await?;
    let all = vec![("q", asked.q.trim()), ("state", &asked.state), ("donor", &asked.donor), ("rows", &asked.rows)];
    let in_address = lists::Asked { path: "/offers", all };
    let mut said = Vec::new();
    if !asked.q.trim().is_empty() {
        said.push(("q", t.list_search(asked.q.trim())));
    }
    said.extend(state.map(|state| ("state", t.say(&state_name(state)))));
    said.extend(donor.map(|name| ("donor", name)));
    let rows = &found.rows;
    let ends = rows.first().zip(rows.last()).map(|((a, _), (b, _))| (a.id.to_string(), b.id.to_string()));
    let summary = lists::summary(t, count, |count| t.list_entries(count));
    let is_filtered = !said.is_empty();
    let frame = in_address.frame(said, Vec::new(), size, &found, ends, summary);
    let lines = rows.iter().map(|(row, name)| {
        let sum = sums.get(&row.id).copied().unwrap_or_default();
        Line {
            href: format!("/offers/{}{}", row.id, frame.list),
            donor: name.clone(),
            day: t.day(row.offered_on.0),
            reference: row.reference.clone(),
            badge: badge(row.state),
            state: t.say(&state_name(row.state)),
            pieces: sum.pieces.to_string(),
            weight: weight(t, sum.weight_g),
            accepted: if row.state == OfferState::Open { String::new() } else { sum.accepted.to_string() },
        }
    });
    let response = html(&OffersPage {
        rows: lines.collect(),
        states: OfferState::ALL
            .iter()
            .map(|one| Choice::new(one, t.say(&state_name(*one)), Some(*one) == state))
            .collect(),
        understood: understood.map(|meant| t.list_understood(meant, asked.q.trim())).unwrap_or_default(),
        is_filtered,
        q: asked.q.clone(),
        donor: asked.donor.clone(),
        frame,
        page,
        t,
    })?;
    Ok(in_address.remember(response))
}

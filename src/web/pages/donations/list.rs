//! `GET /donations`: what was given, the latest day first.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::Line;
use crate::actions::{ActionError, Actor};
use crate::domain::donation::DonationState;
use crate::domain::rights::Right;
use crate::domain::{DonationId, DonorId};
use crate::reports::donor_gifts::Tally;
use crate::store::donations::{self, DonationFilter};
use crate::store::donors;
use crate::texts::Texts;
use crate::web::pages::shown::{self, Choice, Neighbours, ROWS};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Deserialize)]
pub(in crate::web) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    donor: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    before: String,
}

#[derive(Template)]
#[template(path = "donations/list.html")]
struct DonationsPage {
    page: Page,
    t: &'static Texts,
    q: String,
    donor: Option<(DonorId, String)>,
    states: Vec<Choice>,
    is_filtered: bool,
    may_edit: bool,
    rows: Vec<Line>,
    neighbours: Neighbours,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let filter =
        DonationFilter { state: asked.state.parse().ok(), donor: asked.donor.parse().ok(), text: asked.q.clone() };
    let cursor = shown::cursor::<DonationId>(&asked.after, &asked.before);
    let (state, donor) = (filter.state, filter.donor);
    let (found, tallies, donor) = act(&app, move |house| {
        actor.must(Right::SeeDonors)?;
        house.store().read(|db| {
            let found = donations::list(db, &filter, &cursor, ROWS)?;
            let ids: Vec<DonationId> = found.rows.iter().map(|(row, _)| row.id).collect();
            let mut tallies: HashMap<DonationId, Tally> = HashMap::new();
            for (id, state, pieces) in donations::pieces(db, &ids)? {
                tallies.entry(id).or_default().add(state, pieces);
            }
            let donor = donor.map(|id| donors::find(db, id)).transpose()?.flatten();
            Ok::<_, ActionError>((found, tallies, donor.map(|row| (row.id, row.name))))
        })
    })
    .await?;
    let t = page.t();
    let ends = found.rows.first().zip(found.rows.last()).map(|((a, _), (b, _))| (a.id.to_string(), b.id.to_string()));
    let kept = [("q", asked.q.as_str()), ("state", &asked.state), ("donor", &asked.donor)];
    let neighbours = Neighbours::new("/donations", &kept, ends, (found.has_previous, found.has_next));
    let none = Tally::default();
    let rows =
        found.rows.into_iter().map(|(row, name)| Line::new(t, &row, name, tallies.get(&row.id).unwrap_or(&none)));
    html(&DonationsPage {
        rows: rows.collect(),
        states: DonationState::ALL
            .iter()
            .map(|one| Choice::new(one, t.say(&shown::donation_state(*one)), Some(*one) == state))
            .collect(),
        is_filtered: state.is_some() || donor.is_some() || !asked.q.trim().is_empty(),
        may_edit: page.may(Right::EditDonors),
        q: asked.q,
        donor,
        neighbours,
        page,
        t,
    })
}

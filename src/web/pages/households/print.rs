//! `GET /households/{id}/list`: the open lines of a needs list, person by person, to be printed on few pages.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::show::{NeedView, views};
use super::{address, words};
use crate::actions::Actor;
use crate::actions::see_household;
use crate::domain::{HouseholdId, MemberId};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "households/print.html")]
struct PrintPage {
    page: Page,
    t: &'static Texts,
    back: String,
    card: String,
    day: String,
    people: Vec<(String, Vec<NeedView>)>,
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<HouseholdId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let seen = act(&app, move |house| see_household::open(house, &actor, id, "print")).await?;
    let (t, catalogue, today) = (page.t(), app.house.catalogue(), app.house.today());
    let of = |member: Option<MemberId>| {
        let theirs = seen.needs.iter().filter(|need| need.member_id == member && need.line().is_open());
        views(t, theirs.collect(), &seen, &catalogue, today)
    };
    let named =
        seen.members.iter().enumerate().map(|(at, member)| (words::called(t, member, at + 1), of(Some(member.id))));
    let people = named.chain([(t.records_print_all(), of(None))]).filter(|(_, lines)| !lines.is_empty());
    html(&PrintPage {
        back: address(id),
        card: seen.card.map_or_else(|| t.household_no_card(), |card| card.printed()),
        day: t.day(today),
        people: people.collect(),
        t,
        page,
    })
}

//! A mentor's home: the own households, what is open for them and what lies ready.

use actix_web::HttpResponse;
use askama::Template;

use super::{Tile, waiting};
use crate::actions::{ActionError, Actor};
use crate::domain::rights::Right;
use crate::store::home;
use crate::store::home::OwnHousehold;
use crate::texts::Texts;
use crate::web::pages::shown::item_name;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "home/mentor.html")]
struct MentorHome {
    page: Page,
    t: &'static Texts,
    day: String,
    name: String,
    tiles: Vec<Tile>,
    households: Vec<Row>,
}

struct Row {
    href: String,
    card: String,
    lines: String,
    ready: String,
    pieces: Vec<String>,
}

pub(super) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (own, today) = act(&app, move |house| {
        actor.must(Right::SeeOwnHouseholds)?;
        let mentor = actor.user().ok_or(ActionError::NotFound)?;
        Ok((house.store().read(|db| home::own_households(db, mentor, house.now()))?, house.today()))
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let lines: i64 = own.iter().map(|household| household.open_lines).sum();
    let ready = own.iter().filter(|household| !household.ready.is_empty()).count() as i64;
    let row = |household: OwnHousehold| Row {
        href: format!("/households/{}", household.id),
        card: household.card.map_or_else(|| t.home_own_no_card(), |card| card.printed()),
        lines: t.home_own_lines(household.open_lines),
        ready: t.home_own_ready(household.ready.iter().map(|item| i64::from(item.quantity)).sum::<i64>()),
        pieces: household.ready.iter().map(|item| item_name(t, &catalogue, item)).collect(),
    };
    html(&MentorHome {
        day: t.home_day(today),
        name: page.user().map(|user| user.name).unwrap_or_default(),
        tiles: waiting([
            Tile::new("check", ready, t.home_tile_ready(ready), "#own", t.home_tile_ready_link()).urgent(),
            Tile::new("need", lines, t.home_tile_own_lines(lines), "/households", t.home_tile_own_lines_link()),
        ]),
        households: own.into_iter().map(row).collect(),
        page,
        t,
    })
}

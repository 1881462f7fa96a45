//! A mentor's home: the own households, what is open for them and what lies ready.

use actix_web::HttpResponse;
use askama::Template;

use super::fits::{self, Fit, Fitting};
use super::{Tile, waiting};
use crate::actions::bookings::{self, Booked, Booker};
use crate::actions::{ActionError, Actor, see_household};
use crate::domain::HouseholdId;
use crate::domain::rights::Right;
use crate::store::home::OwnHousehold;
use crate::store::items::ItemRow;
use crate::store::proxies::last_day;
use crate::store::{home, reservations};
use crate::texts::Texts;
use crate::web::pages::households::times::BookedView;
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
    /// What lies ready, each with the day until which it does.
    pieces: Vec<(String, String)>,
    booked: String,
    /// Lines of the list that something in stock fits.
    fits: Vec<Fit>,
}

/// The lines of one household.
fn of(found: &[Fitting], household: HouseholdId) -> Vec<Fitting> {
    found.iter().filter(|(line, _)| line.household_id == household).cloned().collect()
}

pub(super) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (own, found, booked, untils, now) = act(&app, move |house| {
        actor.must(Right::SeeOwnHouseholds)?;
        let mentor = actor.user().ok_or(ActionError::NotFound)?;
        let now = house.now();
        let own = house.store().read(|db| home::own_households(db, mentor, now))?;
        let ids: Vec<HouseholdId> = own.iter().map(|household| household.id).collect();
        let found = fits::find(house, Some(&ids))?;
        let mut booked = Vec::new();
        for id in &ids {
            // A link may end between two lookups: then there is nothing to show.
            booked.push(bookings::of_household(house, Booker::Staff(&actor), *id).unwrap_or_default());
        }
        see_household::note_looks(house, &actor, ids, "home")?;
        let ready: Vec<_> = own.iter().flat_map(|household| &household.ready).map(|item| item.id).collect();
        let untils = house.store().read(|db| reservations::untils(db, &ready))?;
        Ok((own, found, booked, untils, now))
    })
    .await?;
    let (t, catalogue) = (page.t(), app.house.catalogue());
    let lines: i64 = own.iter().map(|household| household.open_lines).sum();
    let ready = own.iter().filter(|household| !household.ready.is_empty()).count() as i64;
    let fitting = found.len();
    let zone = app.house.zone();
    let piece = |item: &ItemRow| {
        let day = untils.get(&item.id).map(|until| last_day(until.0, zone));
        (item_name(t, &catalogue, item), day.map_or_else(String::new, |day| t.mentors_home_until(day)))
    };
    let row = |(household, booked): (OwnHousehold, Option<Booked>)| Row {
        booked: booked.map_or_else(String::new, |booked| t.mentors_home_booked(BookedView::of(t, zone, &booked).when)),
        fits: fits::told(t, &app.house, &of(&found, household.id), now),
        href: format!("/households/{}", household.id),
        card: household.card.map_or_else(|| t.home_own_no_card(), |card| card.printed()),
        lines: t.home_own_lines(household.open_lines),
        ready: t.home_own_ready(household.ready.iter().map(|item| i64::from(item.quantity)).sum::<i64>()),
        pieces: household.ready.iter().map(piece).collect(),
    };
    html(&MentorHome {
        day: t.home_day(app.house.day_of(now)),
        name: page.user().map(|user| user.name).unwrap_or_default(),
        tiles: waiting([
            Tile::new("check", ready, t.home_tile_ready(ready), "#own", t.home_tile_ready_link()).urgent(),
            Tile::new("items", fitting as i64, t.homes_tile_fits(fitting), "#own", t.homes_tile_fits_link()),
            Tile::new("need", lines, t.home_tile_own_lines(lines), "/households", t.home_tile_own_lines_link()),
        ]),
        households: own.into_iter().zip(booked).map(row).collect(),
        page,
        t,
    })
}

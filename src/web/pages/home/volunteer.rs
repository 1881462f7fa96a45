//! A volunteer's home: the doors of the day, what waits for a pair of hands, and what went through them.

use actix_web::HttpResponse;
use askama::Template;

use super::charts::{self, Days};
use super::last::{self, Booked};
use super::{FEW_LABELS, Tile, waiting};
use crate::actions::{ActionError, queue};
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::store::home;
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "home/volunteer.html")]
struct VolunteerHome {
    page: Page,
    t: &'static Texts,
    day: String,
    name: String,
    tiles: Vec<Tile>,
    days: Days,
    last: Vec<Booked>,
}

pub(super) async fn show(page: Page, app: Shared) -> Result<HttpResponse, Failure> {
    let (today, days, session, (care, running, labels, begun, bookings)) = act(&app, |house| {
        let waits = house.store().read(|db| {
            let (running, _) = home::stocktakes_open(db)?;
            let labels = home::blank_labels(db, FEW_LABELS)?;
            let begun = home::first_steps(db)?.labels;
            let care = home::pieces_in(db, ItemState::InCare)?;
            Ok::<_, ActionError>((care, running, labels, begun, home::last_bookings(db, last::BOOKINGS)?))
        })?;
        Ok((house.today(), charts::count(house)?, queue::expected_today(house)?, waits))
    })
    .await?;
    let (t, name) = (page.t(), page.user().map(|user| user.name).unwrap_or_default());
    let care_list = ("/items?state=in_care", t.home_tile_care_link());
    let mut tiles = waiting([
        Tile::new("stocktake", running, t.homes_tile_running(running), "/stocktakes", t.homes_tile_stocktakes_link()),
        Tile::new("clock", care, t.home_tile_care(care), care_list.0, care_list.1),
    ]);
    tiles.splice(0..0, session.map(|count| super::session_tile(t, count)));
    if begun && labels < FEW_LABELS {
        // Printing is the coordinator's; here it is something to say to somebody.
        let few = Tile::new("label", labels, t.homes_tile_labels(labels), "/items", t.homes_tile_labels_tell());
        tiles.push(few);
    }
    html(&VolunteerHome {
        day: t.home_day(today),
        name,
        tiles,
        days: Days::of(t, &days, true),
        last: last::told(t, &app.house, &bookings, page.may(Right::EditItems)),
        page,
        t,
    })
}

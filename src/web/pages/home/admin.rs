//! The administrator's home: people, terminals, and who could not get in.

use actix_web::HttpResponse;
use askama::Template;
use jiff::SignedDuration;

use super::steps::{Step, steps};
use super::{SILENT_DAYS, Tile, waiting};
use crate::actions::{ActionError, Actor};
use crate::domain::rights::Right;
use crate::store::{enrolments, home, users};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "home/admin.html")]
struct AdminHome {
    page: Page,
    t: &'static Texts,
    day: String,
    name: String,
    steps: Vec<Step>,
    tiles: Vec<Tile>,
    troubled: Vec<Troubled>,
}

struct Troubled {
    href: String,
    name: String,
    tries: String,
    pause: String,
}

pub(super) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (people, (devices, odd), (silent, asking), done, now) = act(&app, move |house| {
        actor.must(Right::ManageUsers)?;
        let now = house.now();
        house.store().read(|db| {
            let silent = home::silent_devices(db, now - SignedDuration::from_hours(24 * SILENT_DAYS))?;
            let asking = enrolments::waiting(db, now)?.len() as i64;
            let (people, done) = (users::all(db)?, home::first_steps(db)?);
            Ok::<_, ActionError>((people, home::devices(db)?, (silent, asking), done, now))
        })
    })
    .await?;
    let (t, zone) = (page.t(), app.house.zone());
    let active = people.iter().filter(|person| person.active).count() as i64;
    let troubled = people.into_iter().filter(|person| person.failed_sign_ins > 0).map(|person| {
        let paused = person.locked_until.filter(|until| until.0 > now);
        let clock = paused.map(|until| until.0.to_zoned(zone.clone()).strftime("%H:%M").to_string());
        Troubled {
            href: format!("/settings/users/{}", person.id),
            name: person.display_name,
            tries: t.home_sign_in_failed(person.failed_sign_ins),
            pause: clock.map_or_else(String::new, |clock| t.home_sign_in_paused(clock)),
        }
    });
    let terminals = ("/settings/terminals", t.home_tile_terminals_link());
    let mut tiles = vec![
        Tile::new("users", active, t.home_tile_people(active), "/settings/users", t.home_tile_people_link()),
        Tile::new("terminal", devices, t.home_tile_terminals(devices), terminals.0, terminals.1),
    ];
    let silent_tile = t.homes_tile_silent(silent, SILENT_DAYS);
    let more = waiting([
        Tile::new("terminal", asking, t.homes_tile_asking(asking), terminals.0, t.homes_tile_asking_link()).urgent(),
        Tile::new("terminal", silent, silent_tile, terminals.0, t.homes_tile_silent_link()),
    ]);
    tiles.splice(0..0, more);
    if odd > 0 {
        let odd = Tile::new("alert", odd, t.home_tile_odd(odd), terminals.0, t.home_tile_odd_link());
        tiles.insert(0, odd.urgent());
    }
    html(&AdminHome {
        day: t.home_day(app.house.day_of(now)),
        name: page.user().map(|user| user.name).unwrap_or_default(),
        steps: steps(&page, done),
        tiles,
        troubled: troubled.collect(),
        page,
        t,
    })
}

//! The coordinator's home: what waits, what is missing, how much came and went, what is there.

use actix_web::HttpResponse;
use askama::Template;

use super::charts::{self, StockChart, WEEKS, WeekChart};
use super::steps::{Step, steps};
use super::{Tile, waiting};
use crate::actions::{ActionError, Actor};
use crate::domain::household::HouseholdState;
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::store::{Db, contradictions, home, households};
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "home/coordinator.html")]
struct CoordinatorHome {
    page: Page,
    t: &'static Texts,
    day: String,
    name: String,
    steps: Vec<Step>,
    tiles: Vec<Tile>,
    weeks: WeekChart,
    stock: StockChart,
}

/// The numbers of the tiles.
struct Numbers {
    needs: (i64, i64),
    care: i64,
    missing: i64,
    donations: i64,
    blocked: i64,
    conflicts: i64,
    odd: i64,
}

fn numbers(db: &mut Db) -> Result<Numbers, ActionError> {
    Ok(Numbers {
        needs: home::open_needs(db)?,
        care: home::pieces_in(db, ItemState::InCare)?,
        missing: home::pieces_in(db, ItemState::Missing)?,
        donations: home::donations_waiting(db)?,
        blocked: households::count(db, HouseholdState::Blocked)?,
        conflicts: contradictions::count_open(db)?,
        odd: home::devices(db)?.1,
    })
}

fn tiles(t: &Texts, n: &Numbers) -> Vec<Tile> {
    let (lines, households) = n.needs;
    let conflicts = ("/contradictions", t.home_tile_conflicts_link());
    let care = ("/items?state=in_care", t.home_tile_care_link());
    let missing = ("/items?state=missing", t.home_tile_missing_link());
    let blocked = ("/households?state=blocked", t.home_tile_blocked_link());
    waiting([
        Tile::new("alert", n.conflicts, t.home_tile_conflicts(n.conflicts), conflicts.0, conflicts.1).urgent(),
        Tile::new("terminal", n.odd, t.home_tile_odd(n.odd), "/settings/terminals", t.home_tile_odd_link()).urgent(),
        Tile::new("need", lines, t.home_tile_needs(lines, households), "/households", t.home_tile_needs_link()),
        Tile::new("gift", n.donations, t.home_tile_donations(n.donations), "/donations", t.home_tile_donations_link()),
        Tile::new("clock", n.care, t.home_tile_care(n.care), care.0, care.1),
        Tile::new("search", n.missing, t.home_tile_missing(n.missing), missing.0, missing.1),
        Tile::new("card", n.blocked, t.home_tile_blocked(n.blocked), blocked.0, blocked.1),
    ])
}

pub(super) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (t, lang) = (page.t(), page.language());
    let (numbers, done, weeks, stock, today) = act(&app, move |house| {
        actor.must(Right::SeeHouseholds)?;
        let (numbers, done) = house.store().read(|db| Ok::<_, ActionError>((numbers(db)?, home::first_steps(db)?)))?;
        Ok((numbers, done, charts::weeks(house)?, StockChart::of(house, lang)?, house.today()))
    })
    .await?;
    html(&CoordinatorHome {
        day: t.home_day(today),
        name: page.user().map(|user| user.name).unwrap_or_default(),
        steps: steps(&page, done),
        tiles: tiles(t, &numbers),
        weeks: WeekChart::of(&weeks, t),
        stock,
        page,
        t,
    })
}

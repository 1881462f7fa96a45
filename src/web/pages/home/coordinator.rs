//! The coordinator's home: what waits, what fits, how much came and went, what was booked last.

use actix_web::HttpResponse;
use askama::Template;
use jiff::{SignedDuration, Timestamp};

use super::charts::{self, Days};
use super::fits::{self, Served};
use super::last::{self, Booked};
use super::steps::{Step, steps};
use super::{FEW_LABELS, SILENT_DAYS, Tile, waiting};
use crate::actions::{ActionError, Actor, queue, see_household};
use crate::domain::household::HouseholdState;
use crate::domain::item::ItemState;
use crate::domain::rights::Right;
use crate::store::{Db, contradictions, home, households, letters, todo};
use crate::texts::Texts;
use crate::web::pages::missing;
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
    days: Days,
    fits: Vec<Served>,
    last: Vec<Booked>,
}

/// From so many weeks on a household waits long, and from so many days on a piece that lies ready.
const LONG_WEEKS: i64 = 8;
const PICKUP_DAYS: i64 = 14;

/// The numbers of the tiles.
struct Numbers {
    needs: (i64, i64),
    care: i64,
    missing: i64,
    donations: i64,
    blocked: i64,
    conflicts: i64,
    odd: i64,
    long: i64,
    aside: i64,
    reviewing: i64,
    silent: i64,
    labels: i64,
    letters: i64,
    to_agree: i64,
    to_void: i64,
}

fn numbers(db: &mut Db, now: Timestamp) -> Result<Numbers, ActionError> {
    let ago = |days: i64| now - SignedDuration::from_hours(24 * days);
    Ok(Numbers {
        needs: home::open_needs(db)?,
        care: home::pieces_in(db, ItemState::InCare)?,
        missing: home::pieces_in(db, ItemState::Missing)?,
        donations: home::donations_waiting(db)?,
        blocked: households::count(db, HouseholdState::Blocked)?,
        conflicts: contradictions::count_open(db)?,
        odd: home::devices(db)?.1,
        long: home::households_waiting(db, ago(7 * LONG_WEEKS))?,
        aside: home::laid_aside_before(db, ago(PICKUP_DAYS))?,
        reviewing: home::stocktakes_open(db)?.1,
        silent: home::silent_devices(db, ago(SILENT_DAYS))?,
        labels: home::blank_labels(db, FEW_LABELS)?,
        letters: letters::counts(db).map(|(waiting, failed)| waiting + failed)?,
        to_agree: todo::to_agree(db)?,
        to_void: todo::to_void(db)?,
    })
}

fn tiles(t: &Texts, n: &Numbers, begun: bool) -> Vec<Tile> {
    let (lines, households) = n.needs;
    let conflicts = ("/contradictions", t.home_tile_conflicts_link());
    let care = ("/items?state=in_care", t.home_tile_care_link());
    let missing = ("/items?state=missing", t.home_tile_missing_link());
    let blocked = ("/households?state=blocked", t.home_tile_blocked_link());
    let long = ("/households?only=waiting&order=waiting", t.homes_tile_waiting_link());
    let aside = ("/items?state=reserved", t.homes_tile_pickup_link());
    let review = ("/stocktakes", t.homes_tile_stocktakes_link());
    let silent = (t.homes_tile_silent(n.silent, SILENT_DAYS), t.homes_tile_silent_link());
    let mut tiles = waiting([
        Tile::new("alert", n.conflicts, t.home_tile_conflicts(n.conflicts), conflicts.0, conflicts.1).urgent(),
        Tile::new("terminal", n.odd, t.home_tile_odd(n.odd), "/settings/terminals", t.home_tile_odd_link()).urgent(),
        Tile::new("report", n.to_agree, t.todo_agree(), "/receipts?state=draft", t.todo_agree_link()).urgent(),
        Tile::new("report", n.to_void, t.todo_void(), "/receipts?state=asked", t.todo_void_link()).urgent(),
        Tile::new("clock", n.aside, t.homes_tile_pickup(n.aside, PICKUP_DAYS), aside.0, aside.1),
        Tile::new("note", n.letters, t.homes_tile_letters(), "/outbox", t.homes_tile_letters_link()),
        Tile::new("stocktake", n.reviewing, t.homes_tile_reviewing(n.reviewing), review.0, review.1),
        Tile::new("household", n.long, t.homes_tile_waiting(n.long, LONG_WEEKS), long.0, long.1),
        Tile::new("need", lines, t.home_tile_needs(lines, households), "/households", t.home_tile_needs_link()),
        Tile::new(
            "gift",
            n.donations,
            t.home_tile_donations(n.donations),
            "/donations?only=waiting",
            t.home_tile_donations_link(),
        ),
        Tile::new("clock", n.care, t.home_tile_care(n.care), care.0, care.1),
        Tile::new("search", n.missing, t.home_tile_missing(n.missing), missing.0, missing.1),
        Tile::new("card", n.blocked, t.home_tile_blocked(n.blocked), blocked.0, blocked.1),
        Tile::new("terminal", n.silent, silent.0, "/settings/terminals", silent.1),
    ]);
    if begun && n.labels < FEW_LABELS {
        let few = t.homes_tile_labels(n.labels);
        tiles.push(Tile::new("label", n.labels, few, "/labels", t.homes_tile_labels_link()));
    }
    tiles
}

pub(super) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (numbers, done, bookings, days, found, now, short, session) = act(&app, move |house| {
        actor.must(Right::SeeHouseholds)?;
        let now = house.now();
        let (numbers, done, bookings) = house.store().read(|db| {
            let bookings = home::last_bookings(db, last::BOOKINGS)?;
            Ok::<_, ActionError>((numbers(db, now)?, home::first_steps(db)?, bookings))
        })?;
        let short = missing::most_missing(house, &actor)?;
        let fitting = fits::by_household(house, &fits::find(house, None)?)?;
        let seen = fitting.iter().filter_map(|(_, lines)| Some(lines.first()?.0.household_id)).collect();
        see_household::note_looks(house, &actor, seen, "home")?;
        Ok((numbers, done, bookings, charts::count(house)?, fitting, now, short, queue::expected_today(house)?))
    })
    .await?;
    let t = page.t();
    let mut tiles = tiles(t, &numbers, done.labels);
    if let Some((product, pieces)) = short {
        let most = t.wanted_tile(product.get(t.lang()));
        tiles.push(Tile::new("need", pieces, most, "/missing", t.wanted_tile_link()));
    }
    html(&CoordinatorHome {
        day: t.home_day(app.house.day_of(now)),
        name: page.user().map(|user| user.name).unwrap_or_default(),
        steps: steps(&page, done),
        tiles: session.map(|count| super::session_tile(t, count)).into_iter().chain(tiles).collect(),
        days: Days::of(t, &days, true),
        fits: fits::households(t, &app.house, &found, now),
        last: last::told(t, &app.house, &bookings, page.may(Right::EditItems)),
        page,
        t,
    })
}

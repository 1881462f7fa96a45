//! `GET /`: what needs me now, for each role its own page.

mod admin;
mod charts;
mod coordinator;
pub(super) mod fits;
mod last;
mod mentor;
mod steps;
mod todo;
mod treasurer;
mod volunteer;

use actix_web::HttpResponse;

use crate::actions::Actor;
use crate::domain::rights::Role;
use crate::web::{Failure, Page, Shared};

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    match page.role().unwrap_or(Role::Volunteer) {
        Role::Volunteer => volunteer::show(page, app).await,
        Role::Coordinator => coordinator::show(page, app, actor).await,
        Role::Mentor => mentor::show(page, app, actor).await,
        Role::Treasurer => treasurer::show(page, app, actor).await,
        Role::Admin => admin::show(page, app, actor).await,
    }
}

/// Fewer blank labels than this, and somebody should print.
const FEW_LABELS: i64 = 50;
/// A terminal that was silent for so many days is looked after.
const SILENT_DAYS: i64 = 14;

/// What needs somebody now: a number, a sentence, a way in.
struct Tile {
    icon: &'static str,
    count: i64,
    text: String,
    href: String,
    link: String,
    urgent: bool,
}

impl Tile {
    fn new(icon: &'static str, count: i64, text: String, href: impl Into<String>, link: String) -> Tile {
        Tile { icon, count, text, href: href.into(), link, urgent: false }
    }

    fn urgent(self) -> Tile {
        Tile { urgent: self.count > 0, ..self }
    }
}

/// Today's day of handing out, with how many are booked or here.
fn session_tile(t: &crate::texts::Texts, count: i64) -> Tile {
    Tile::new("users", count, t.homes_tile_session(), "/queue", t.homes_tile_session_link())
}

/// Those that count something: a tile that says "0" needs nobody.
fn waiting(tiles: impl IntoIterator<Item = Tile>) -> Vec<Tile> {
    tiles.into_iter().filter(|tile| tile.count > 0).collect()
}

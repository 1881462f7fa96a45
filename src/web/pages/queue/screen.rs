//! `GET /queue/screen`: numbers for a monitor that everybody sees. No household stands there, not even a card.
//!
//! A monitor has nobody who signs in. Its address carries a secret of 128 bit that opens these numbers and nothing else;
//! whoever runs days can make a new one. Without it the page opens for whoever is signed in and may run the queue.

use actix_web::web::Query;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::actions::Actor;
use crate::actions::queue::{self, Screen};
use crate::domain::rights::Right;
use crate::qr::address::AddressSymbol;
use crate::texts::Texts;
use crate::web::guard::Admitted;
use crate::web::{Failure, Page, Shared, act, html, live};

#[derive(Template)]
#[template(path = "queue/screen.html")]
struct ScreenPage {
    page: Page,
    t: &'static Texts,
    screen: Screen,
    /// Where the page hears that something changed.
    events: String,
    /// Changes with every call; empty when nobody was called.
    mark: String,
}

#[derive(Template)]
#[template(path = "queue/screens.html")]
struct ScreensPage {
    page: Page,
    t: &'static Texts,
    address: String,
    symbol: AddressSymbol,
    may_renew: bool,
}

#[derive(Deserialize)]
pub(in crate::web) struct Key {
    key: Option<String>,
}

fn who(req: &HttpRequest) -> Option<Actor> {
    req.extensions().get::<Admitted>().map(|admitted| admitted.0.clone())
}

async fn seen(app: &Shared, req: &HttpRequest, key: Option<String>) -> Result<Screen, Failure> {
    let actor = who(req);
    if key.is_none() && actor.is_none() {
        return Err(Failure::SignInNeeded);
    }
    act(app, move |house| queue::screen(house, actor.as_ref(), key.as_deref())).await
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    req: HttpRequest,
    key: Query<Key>,
) -> Result<HttpResponse, Failure> {
    let key = key.into_inner().key;
    let events = match &key {
        Some(key) => super::super::shown::link("/queue/screen/events", &[("key", key)]),
        None => "/queue/screen/events".to_owned(),
    };
    let screen = seen(&app, &req, key).await?;
    let mark = screen.called_at.map_or_else(String::new, |at| at.as_microsecond().to_string());
    html(&ScreenPage { t: page.t(), page, screen, events, mark })
}

/// `GET /queue/screen/events`: says "changed" when something about days changed, and nothing else.
pub(in crate::web) async fn listen(app: Shared, req: HttpRequest, key: Query<Key>) -> Result<HttpResponse, Failure> {
    seen(&app, &req, key.into_inner().key).await?;
    Ok(live::listen_to(&app, "sessions"))
}

/// `GET /queue/screens`: the address for a monitor, also as a code for a phone that sets it up.
pub(in crate::web) async fn address(
    page: Page,
    app: Shared,
    actor: Actor,
    req: HttpRequest,
) -> Result<HttpResponse, Failure> {
    shown(page, &app, actor, &req, false).await
}

pub(in crate::web) async fn renew(
    page: Page,
    app: Shared,
    actor: Actor,
    req: HttpRequest,
) -> Result<HttpResponse, Failure> {
    shown(page, &app, actor, &req, true).await
}

async fn shown(
    page: Page,
    app: &Shared,
    actor: Actor,
    req: &HttpRequest,
    renew: bool,
) -> Result<HttpResponse, Failure> {
    let key = act(app, move |house| queue::screen_key(house, &actor, renew)).await?;
    // As the browser that asks has found the house, so will the monitor.
    let asked = req.connection_info().clone();
    let screen = format!("{}://{}/queue/screen", asked.scheme(), asked.host());
    let address = super::super::shown::link(&screen, &[("key", &key)]);
    let symbol = AddressSymbol::of(&address).ok_or(Failure::NotFound)?;
    html(&ScreensPage { t: page.t(), may_renew: page.may(Right::RunSessions), page, address, symbol })
}

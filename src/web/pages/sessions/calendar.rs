//! `GET /sessions.ics`: the days for somebody's own calendar, by a secret address. `/sessions/calendar`: where to get it.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::{Actor, calendars};
use crate::store::feed_keys;
use crate::texts::Texts;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "sessions/calendar.html")]
struct CalendarPage {
    page: Page,
    t: &'static Texts,
    /// The path with the new secret, shown this once.
    path: String,
    has_one: bool,
}

#[derive(Deserialize)]
pub(in crate::web) struct Key {
    #[serde(default)]
    key: String,
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let has_one = act(&app, move |house| match actor.user() {
        Some(user) => Ok(house.store().read(|db| feed_keys::has(db, user))?),
        None => Ok(false),
    })
    .await?;
    html(&CalendarPage { t: page.t(), page, path: String::new(), has_one })
}

pub(in crate::web) async fn renew(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let key = act(&app, move |house| calendars::renew_key(house, &actor)).await?;
    html(&CalendarPage { t: page.t(), page, path: format!("/sessions.ics?key={key}"), has_one: true })
}

pub(in crate::web) async fn feed(app: Shared, key: Query<Key>) -> Result<HttpResponse, Failure> {
    let key = key.into_inner().key;
    let text = act(&app, move |house| calendars::feed(house, &key)).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header(("Content-Disposition", "attachment; filename=\"sessions.ics\""))
        .insert_header(("Cache-Control", "private, no-cache"))
        .body(text))
}

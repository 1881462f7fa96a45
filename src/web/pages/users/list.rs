//! `GET /settings/users`: everybody who may sign in.

use actix_web::HttpResponse;
use askama::Template;

use crate::actions::Actor;
use crate::domain::rights::Right;
use crate::store::users;
use crate::texts::Texts;
use crate::web::page::role_name;
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Template)]
#[template(path = "users/list.html")]
struct UsersPage {
    page: Page,
    t: &'static Texts,
    rows: Vec<Row>,
}

struct Row {
    href: String,
    display_name: String,
    name: String,
    role: String,
    /// As `state_badge` knows it, and its word.
    state: (&'static str, String),
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    let (people, now) = act(&app, move |house| {
        actor.must(Right::ManageUsers)?;
        Ok((house.store().read(users::all)?, house.now()))
    })
    .await?;
    let t = page.t();
    let row = |person: users::UserRow| Row {
        href: format!("/settings/users/{}", person.id),
        role: t.say(&role_name(person.role)),
        state: match (person.active, person.locked_until) {
            (false, _) => ("off", t.users_off()),
            (true, Some(until)) if until.0 > now => ("missing", t.users_paused()),
            (true, _) => ("active", t.users_active()),
        },
        display_name: person.display_name,
        name: person.name,
    };
    html(&UsersPage { rows: people.into_iter().map(row).collect(), page, t })
}

//! `GET /settings/users`: everybody who may sign in, with the filters that the address says.

use actix_web::HttpResponse;
use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor};
use crate::domain::UserId;
use crate::domain::rights::{Right, Role};
use crate::store::users::{self, UserFilter};
use crate::texts::Texts;
use crate::web::page::role_name;
use crate::web::pages::lists::{self, Frame};
use crate::web::pages::shown::{self, Choice};
use crate::web::{Failure, Page, Shared, act, html};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Asked {
    q: String,
    role: String,
    rows: String,
    after: String,
    before: String,
}

#[derive(Template)]
#[template(path = "users/list.html")]
struct UsersPage {
    page: Page,
    t: &'static Texts,
    q: String,
    roles: Vec<Choice>,
    rows: Vec<Row>,
    frame: Frame,
}

struct Row {
    href: String,
    display_name: String,
    name: String,
    role: String,
    /// As `state_badge` knows it, and its word.
    state: (&'static str, String),
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    asked: Query<Asked>,
) -> Result<HttpResponse, Failure> {
    let asked = asked.into_inner();
    let (t, size) = (page.t(), lists::rows_asked(&asked.rows));
    let role: Option<Role> = asked.role.parse().ok();
    let filter = UserFilter { text: asked.q.clone(), role };
    let cursor = shown::cursor::<UserId>(&asked.after, &asked.before);
    let (found, now) = act(&app, move |house| {
        actor.must(Right::ManageUsers)?;
        let found = house.store().read(|db| Ok::<_, ActionError>(users::page(db, &filter, &cursor, size)?))?;
        Ok((found, house.now()))
    })
    .await?;
    let mut said = Vec::new();
    if !asked.q.trim().is_empty() {
        said.push(("q", t.list_search(asked.q.trim())));
    }
    said.extend(role.map(|role| ("role", t.say(&role_name(role)))));
    let ends = found.rows.first().zip(found.rows.last()).map(|(a, b)| (a.id.to_string(), b.id.to_string()));
    let all = vec![("q", asked.q.trim()), ("role", &asked.role), ("rows", &asked.rows)];
    let in_address = lists::Asked { path: "/settings/users", all };
    let frame = in_address.frame(said, Vec::new(), size, &found, ends, String::new());
    let row = |person: &users::UserRow| Row {
        href: format!("/settings/users/{}{}", person.id, frame.list),
        role: t.say(&role_name(person.role)),
        state: match (person.active, person.locked_until) {
            (false, _) => ("off", t.users_off()),
            (true, Some(until)) if until.0 > now => ("missing", t.users_paused()),
            (true, _) => ("active", t.users_active()),
        },
        display_name: person.display_name.clone(),
        name: person.name.clone(),
    };
    let rows = found.rows.iter().map(row).collect();
    let roles = Role::ALL.iter().map(|one| Choice::new(one, t.say(&role_name(*one)), Some(*one) == role)).collect();
    let response = html(&UsersPage { rows, roles, q: asked.q.clone(), frame, page, t })?;
    Ok(in_address.remember(response))
}

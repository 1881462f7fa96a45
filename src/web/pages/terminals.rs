//! `GET /settings/terminals`: the devices that scan, enrolling one, switching one off and on.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use crate::actions::{Actor, terminals as action};
use crate::domain::TerminalId;
use crate::domain::rights::Right;
use crate::store::terminals::{self, TerminalRow};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::shown::moment;
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Template)]
#[template(path = "terminals.html")]
struct TerminalsPage {
    page: Page,
    t: &'static Texts,
    rows: Vec<Row>,
    typed: String,
    /// Name and token of the one that was just enrolled.
    enrolled: Option<(String, String)>,
    wrong: Wrong,
}

struct Row {
    href: String,
    name: String,
    next_seq: i64,
    last_seen: String,
    active: bool,
    suspect: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Name {
    name: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Switch {
    active: bool,
}

async fn page_of(page: Page, app: &Shared) -> Result<TerminalsPage, Failure> {
    let devices = act(app, |house| Ok(house.store().read(terminals::devices)?)).await?;
    let (t, zone) = (page.t(), app.house.zone());
    let row = |device: TerminalRow| Row {
        href: format!("/settings/terminals/{}", device.id),
        next_seq: device.next_seq,
        last_seen: device.last_seen_at.map_or_else(|| t.terminals_never(), |at| moment(t, zone, at)),
        active: device.active,
        suspect: device.suspect_since.map_or_else(String::new, |since| t.terminals_suspect(app.house.day_of(since.0))),
        name: device.name,
    };
    let rows = devices.into_iter().map(row).collect();
    Ok(TerminalsPage { page, t, rows, typed: String::new(), enrolled: None, wrong: Wrong::default() })
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    actor.must(Right::ManageTerminals)?;
    html(&page_of(page, &app).await?)
}

/// `POST /settings/terminals`: the answer shows the token, which nobody can show again.
pub(in crate::web) async fn enrol(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<Name>,
) -> Result<HttpResponse, Failure> {
    let typed = form.into_inner().name;
    let name = typed.clone();
    match act(&app, move |house| action::enrol(house, &actor, &name)).await {
        Ok(enrolled) => {
            let enrolled = Some((typed, enrolled.token));
            html(&TerminalsPage { enrolled, ..page_of(page, &app).await? })
        }
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&TerminalsPage { wrong, typed, ..page_of(page, &app).await? })
        }
    }
}

/// `POST /settings/terminals/{id}`
pub(in crate::web) async fn switch(
    app: Shared,
    actor: Actor,
    id: Path<TerminalId>,
    form: Form<Switch>,
) -> Result<HttpResponse, Failure> {
    let (id, active) = (*id, form.active);
    act(&app, move |house| action::set_active(house, &actor, id, active)).await?;
    let done = if active { say::terminals_switched_on() } else { say::terminals_switched_off() };
    Ok(redirect_with("/settings/terminals", &done))
}

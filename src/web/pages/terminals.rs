//! `GET /settings/terminals`: the devices that scan, enrolling one, switching one off and on.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use crate::actions::{Actor, enrol_device, terminals as action};
use crate::domain::rights::Right;
use crate::domain::{EnrolmentId, TerminalId};
use crate::store::terminals::{self, TerminalRow};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::pages::shown::moment;
use crate::web::{Failure, Page, Shared, act, html, redirect_done, redirect_with};

#[derive(Template)]
#[template(path = "terminals.html")]
struct TerminalsPage {
    page: Page,
    t: &'static Texts,
    rows: Vec<Row>,
    /// Devices that ask: address, name and since when.
    waiting: Vec<Waiting>,
    typed: String,
    /// What was typed to let a device in: its code and a name.
    approving: (String, String),
    /// Name and token of the one that was just enrolled.
    enrolled: Option<(String, String)>,
    wrong: Wrong,
    /// What is wrong with the form that lets a device in.
    wrong_code: Wrong,
}

impl TerminalsPage {
    fn has_suspects(&self) -> bool {
        self.rows.iter().any(|row| !row.suspect.is_empty())
    }
}

struct Row {
    href: String,
    name: String,
    next_seq: i64,
    last_seen: String,
    active: bool,
    suspect: String,
    /// A further scanner of the device above.
    is_station: bool,
    /// Switched off with its device.
    device_off: bool,
}

struct Waiting {
    href: String,
    name: String,
    since: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Name {
    name: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Approval {
    code: String,
    #[serde(default)]
    device: String,
}

#[derive(Deserialize)]
pub(in crate::web) struct Switch {
    active: bool,
}

/// The page that the button stood on.
#[derive(Deserialize)]
pub(in crate::web) struct Back {
    #[serde(default)]
    back: String,
}

async fn page_of(page: Page, app: &Shared, actor: &Actor) -> Result<TerminalsPage, Failure> {
    let actor = actor.clone();
    let (devices, waiting) =
        act(app, move |house| Ok((house.store().read(terminals::devices)?, enrol_device::waiting(house, &actor)?)))
            .await?;
    let (t, zone) = (page.t(), app.house.zone());
    let row = |device: &TerminalRow, device_off: bool| Row {
        href: format!("/settings/terminals/{}", device.id),
        next_seq: device.next_seq,
        last_seen: device.last_seen_at.map_or_else(|| t.terminals_never(), |at| moment(t, zone, at)),
        active: device.active && !device_off,
        suspect: device.suspect_since.map_or_else(String::new, |since| t.terminals_suspect(app.house.day_of(since.0))),
        name: device.name.clone(),
        is_station: device.parent_id.is_some(),
        device_off,
    };
    let mut rows = Vec::new();
    for device in devices.iter().filter(|device| device.parent_id.is_none()) {
        rows.push(row(device, false));
        let mut stations: Vec<&TerminalRow> =
            devices.iter().filter(|station| station.parent_id == Some(device.id)).collect();
        stations.sort_by_key(|station| station.station);
        rows.extend(stations.into_iter().map(|station| row(station, !device.active)));
    }
    let waiting = waiting.into_iter().map(|asked| Waiting {
        href: format!("/settings/terminals/waiting/{}/refuse", asked.id),
        since: t.terminals_waiting_since(moment(t, zone, asked.created_at)),
        name: if asked.name.is_empty() { t.terminals_waiting_nameless() } else { asked.name },
    });
    let waiting = waiting.collect();
    Ok(TerminalsPage {
        page,
        t,
        rows,
        waiting,
        typed: String::new(),
        approving: Default::default(),
        enrolled: None,
        wrong: Wrong::default(),
        wrong_code: Wrong::default(),
    })
}

pub(in crate::web) async fn show(page: Page, app: Shared, actor: Actor) -> Result<HttpResponse, Failure> {
    actor.must(Right::ManageTerminals)?;
    html(&page_of(page, &app, &actor).await?)
}

/// `POST /settings/terminals`: the answer shows the token, which nobody can show again.
pub(in crate::web) async fn enrol(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<Name>,
) -> Result<HttpResponse, Failure> {
    let typed = form.into_inner().name;
    let (name, by) = (typed.clone(), actor.clone());
    match act(&app, move |house| action::enrol(house, &by, &name)).await {
        Ok(enrolled) => {
            let enrolled = Some((typed, enrolled.token));
            html(&TerminalsPage { enrolled, ..page_of(page, &app, &actor).await? })
        }
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&TerminalsPage { wrong, typed, ..page_of(page, &app, &actor).await? })
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
    let deed = act(&app, move |house| action::set_active(house, &actor, id, active)).await?;
    let done = if active { say::terminals_switched_on() } else { say::terminals_switched_off() };
    Ok(redirect_done("/settings/terminals", &done, deed))
}

/// `POST /settings/terminals/approve`: lets the device in whose code was typed.
pub(in crate::web) async fn approve(
    page: Page,
    app: Shared,
    actor: Actor,
    form: Form<Approval>,
) -> Result<HttpResponse, Failure> {
    let Approval { code, device } = form.into_inner();
    let (by, typed, name) = (actor.clone(), code.clone(), device.clone());
    match act(&app, move |house| enrol_device::approve(house, &by, &typed, &name)).await {
        Ok(name) => Ok(redirect_with("/settings/terminals", &say::terminals_approved(name))),
        Err(failure) => {
            let wrong_code = Wrong::of(failure, page.t())?;
            let approving = (code, device);
            again(&TerminalsPage { wrong_code, approving, ..page_of(page, &app, &actor).await? })
        }
    }
}

/// `POST /settings/terminals/waiting/{id}/refuse`
pub(in crate::web) async fn refuse(app: Shared, actor: Actor, id: Path<EnrolmentId>) -> Result<HttpResponse, Failure> {
    act(&app, move |house| enrol_device::refuse(house, &actor, *id)).await?;
    Ok(redirect_with("/settings/terminals", &say::terminals_refused()))
}

/// `POST /settings/terminals/{id}/release`: a terminal that was set aside may book again.
pub(in crate::web) async fn release(
    app: Shared,
    actor: Actor,
    id: Path<TerminalId>,
    form: Form<Back>,
) -> Result<HttpResponse, Failure> {
    act(&app, move |house| action::release(house, &actor, *id)).await?;
    let to = if form.back == "contradictions" { "/contradictions" } else { "/settings/terminals" };
    Ok(redirect_with(to, &say::terminals_released()))
}

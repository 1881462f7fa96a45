//! `GET` and `POST /settings/locations/{id}`: one place, its code, another name.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use askama::Template;
use serde::Deserialize;

use crate::actions::{ActionError, Actor, arrange_locations};
use crate::codes::Code;
use crate::domain::LocationId;
use crate::domain::rights::Right;
use crate::store::{labels, locations};
use crate::texts::{Texts, say};
use crate::web::pages::forms::{Wrong, again};
use crate::web::{Failure, Page, Shared, act, html, redirect_with};

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Typed {
    name: String,
    version: i32,
}

#[derive(Template)]
#[template(path = "locations/one.html")]
struct LocationPage {
    page: Page,
    t: &'static Texts,
    name: String,
    /// “in Kleiderkammer, Lager”; empty for a site.
    place: String,
    code: Option<Code>,
    id: LocationId,
    /// Whether things lie here that are laid aside for a household.
    pickup: bool,
    /// As the place is now, for what is changed besides the name.
    version: i32,
    typed: Typed,
    wrong: Wrong,
}

async fn page_of(
    page: Page,
    app: &Shared,
    id: LocationId,
    typed: Option<Typed>,
    wrong: Wrong,
) -> Result<LocationPage, Failure> {
    let (row, mut path, code) = act(app, move |house| {
        house.store().read(|db| {
            let row = locations::find(db, id)?.ok_or(ActionError::NotFound)?;
            Ok::<_, ActionError>((row, arrange_locations::path(db, id)?, labels::bound_to(db, &id.to_string())?))
        })
    })
    .await?;
    path.pop();
    let t = page.t();
    let place = if path.is_empty() { String::new() } else { t.locations_in(t.listed(path)) };
    let typed = typed.unwrap_or_else(|| Typed { name: row.name.clone(), version: row.version });
    let (pickup, version) = (row.pickup, row.version);
    Ok(LocationPage { page, t, name: row.name, place, code, id, pickup, version, typed, wrong })
}

pub(in crate::web) async fn show(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<LocationId>,
) -> Result<HttpResponse, Failure> {
    actor.must(Right::ArrangeLocations)?;
    html(&page_of(page, &app, *id, None, Wrong::default()).await?)
}

pub(in crate::web) async fn rename(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<LocationId>,
    form: Form<Typed>,
) -> Result<HttpResponse, Failure> {
    let (id, typed) = (*id, form.into_inner());
    let (name, version) = (typed.name.clone(), typed.version);
    match act(&app, move |house| arrange_locations::rename(house, &actor, id, version, &name)).await {
        Ok(()) => Ok(redirect_with(&format!("/settings/locations/{id}"), &say::form_saved())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&page_of(page, &app, id, Some(typed), wrong).await?)
        }
    }
}

#[derive(Deserialize)]
pub(in crate::web) struct Marked {
    pickup: bool,
    version: i32,
}

/// `POST /settings/locations/{id}/pickup`: makes the place the pick-up shelf, or an ordinary one again.
pub(in crate::web) async fn mark(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<LocationId>,
    form: Form<Marked>,
) -> Result<HttpResponse, Failure> {
    let (id, Marked { pickup, version }) = (*id, form.into_inner());
    match act(&app, move |house| arrange_locations::set_pickup(house, &actor, id, version, pickup)).await {
        Ok(()) => Ok(redirect_with(&format!("/settings/locations/{id}"), &say::form_saved())),
        Err(failure) => {
            let wrong = Wrong::of(failure, page.t())?;
            again(&page_of(page, &app, id, None, wrong).await?)
        }
    }
}

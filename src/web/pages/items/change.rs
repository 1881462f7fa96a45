//! The buttons of an item's page: `POST /items/{id}/step`, `/move` and `/undo`.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path};
use actix_web::{HttpResponse, ResponseError};
use serde::Deserialize;

use super::show;
use crate::actions::{ActionError, Actor, edit_item, reverse};
use crate::domain::item::ItemStep;
use crate::domain::{ItemId, LocationId};
use crate::texts::{Message, say};
use crate::web::{Failure, Page, Shared, act, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct StepForm {
    step: ItemStep,
    version: i32,
}

#[derive(Deserialize)]
pub(in crate::web) struct MoveForm {
    location: LocationId,
    version: i32,
}

#[derive(Deserialize)]
pub(in crate::web) struct UndoForm {
    version: i32,
}

pub(in crate::web) async fn step(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ItemId>,
    form: Form<StepForm>,
) -> Result<HttpResponse, Failure> {
    let (id, StepForm { step, version }, acting) = (id.into_inner(), form.into_inner(), actor.clone());
    let done = act(&app, move |house| edit_item::step(house, &acting, id, version, step)).await;
    answer(page, &app, actor, id, done, say::item_changed()).await
}

pub(in crate::web) async fn relocate(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ItemId>,
    form: Form<MoveForm>,
) -> Result<HttpResponse, Failure> {
    let (id, MoveForm { location, version }, acting) = (id.into_inner(), form.into_inner(), actor.clone());
    let done = act(&app, move |house| edit_item::relocate(house, &acting, id, version, location)).await;
    answer(page, &app, actor, id, done, say::item_relocated()).await
}

pub(in crate::web) async fn undo(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ItemId>,
    form: Form<UndoForm>,
) -> Result<HttpResponse, Failure> {
    let (id, UndoForm { version }, acting) = (id.into_inner(), form.into_inner(), actor.clone());
    let done = act(&app, move |house| reverse::last_of_item(house, &acting, id, version)).await;
    answer(page, &app, actor, id, done, say::item_undone()).await
}

/// Back to the item; when it did not go, the item as it is now with the reason on top.
async fn answer(
    page: Page,
    app: &Shared,
    actor: Actor,
    id: ItemId,
    done: Result<(), Failure>,
    message: Message,
) -> Result<HttpResponse, Failure> {
    let failure = match done {
        Ok(()) => return Ok(redirect_with(&format!("/items/{id}"), &message)),
        Err(failure) => failure,
    };
    let Failure::Action(ActionError::Refused(_) | ActionError::Field { .. } | ActionError::Changed) = &failure else {
        return Err(failure);
    };
    let status: StatusCode = failure.status_code();
    let facts = show::load(app, actor, id.to_string()).await?;
    let mut response = show::draw(page.with_notice("error", &failure.message()), app, facts)?;
    *response.status_mut() = status;
    Ok(response)
}

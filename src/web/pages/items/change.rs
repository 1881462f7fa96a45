//! The buttons of an item's page: `POST /items/{id}/step`, `/move`, `/label` and `/undo`.

use actix_web::http::StatusCode;
use actix_web::web::{Form, Path};
use actix_web::{HttpResponse, ResponseError};
use serde::Deserialize;

use super::show;
use crate::actions::{ActionError, Actor, edit_item, relabel, reverse};
use crate::codes;
use crate::domain::item::{Disposal, ItemStep};
use crate::domain::{DeedId, ItemId, LocationId};
use crate::texts::{Message, say};
use crate::web::pages::forms::meanwhile;
use crate::web::{Failure, Page, Shared, act, redirect_done, redirect_with};

#[derive(Deserialize)]
pub(in crate::web) struct StepForm {
    /// “missing”, or how it leaves the house: “discard:sold”.
    step: String,
    version: i32,
}

#[derive(Deserialize)]
pub(in crate::web) struct MoveForm {
    location: LocationId,
    version: i32,
}

#[derive(Deserialize)]
pub(in crate::web) struct LabelForm {
    code: String,
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
    let (step, how) = step.split_once(':').map_or((step.as_str(), None), |(step, how)| (step, Some(how)));
    let step: ItemStep = step.parse().map_err(|_| Failure::Unreadable("step".to_owned()))?;
    let how = how.map(str::parse::<Disposal>).transpose().map_err(|_| Failure::Unreadable("step".to_owned()))?;
    let done = act(&app, move |house| match (step, how) {
        (ItemStep::Discard, Some(how)) => edit_item::discard(house, &acting, id, version, how),
        _ => edit_item::step(house, &acting, id, version, step),
    })
    .await
    .map(Some);
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
    let done = act(&app, move |house| edit_item::relocate(house, &acting, id, version, location)).await.map(Some);
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
    let done = act(&app, move |house| reverse::last_of_item(house, &acting, id, version)).await.map(|()| None);
    answer(page, &app, actor, id, done, say::item_undone()).await
}

/// `POST /items/{id}/label`: another label instead of a damaged one.
pub(in crate::web) async fn replace_label(
    page: Page,
    app: Shared,
    actor: Actor,
    id: Path<ItemId>,
    form: Form<LabelForm>,
) -> Result<HttpResponse, Failure> {
    let (id, LabelForm { code, version }, acting) = (id.into_inner(), form.into_inner(), actor.clone());
    let typed = codes::read(&code).map(|code| code.printed()).unwrap_or(code.clone());
    let done = act(&app, move |house| relabel::relabel(house, &acting, id, version, &code)).await.map(Some);
    answer(page, &app, actor, id, done, say::item_relabelled(typed)).await
}

/// Back to the item; when it did not go, the item as it is now with the reason on top.
async fn answer(
    page: Page,
    app: &Shared,
    actor: Actor,
    id: ItemId,
    done: Result<Option<DeedId>, Failure>,
    message: Message,
) -> Result<HttpResponse, Failure> {
    let failure = match done {
        Ok(Some(deed)) => return Ok(redirect_done(&format!("/items/{id}"), &message, deed)),
        Ok(None) => return Ok(redirect_with(&format!("/items/{id}"), &message)),
        Err(failure) => meanwhile(app, failure, id.to_string()).await,
    };
    let (Failure::Action(ActionError::Refused(_) | ActionError::Field { .. }) | Failure::Meanwhile(_)) = &failure
    else {
        return Err(failure);
    };
    let status: StatusCode = failure.status_code();
    let facts = show::load(app, actor, id.to_string()).await?;
    let mut response = show::draw(page.with_notice("error", &failure.message()), app, facts)?;
    *response.status_mut() = status;
    Ok(response)
}

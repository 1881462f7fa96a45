//! Voiding a receipt: `POST /receipts/{id}/void`, `…/void/keep` and `…/void/confirm`.

use actix_web::HttpResponse;
use actix_web::web::{Form, Path};
use serde::Deserialize;

use super::address;
use super::lines::Version;
use super::preview::{answer, told};
use crate::actions::Actor;
use crate::actions::receipts;
use crate::domain::ReceiptId;
use crate::store::receipts::ReceiptRow;
use crate::texts::say;
use crate::web::{Failure, Shared, act};

#[derive(Deserialize)]
pub(in crate::web) struct Wish {
    version: i32,
    #[serde(default)]
    reason: String,
}

pub(in crate::web) async fn ask(
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
    wish: Form<Wish>,
) -> Result<HttpResponse, Failure> {
    let (id, Wish { version, reason }) = (id.into_inner(), wish.into_inner());
    let (by, why) = (actor.user(), reason.clone());
    let done = act(&app, move |house| receipts::ask(house, &actor, id, version, &reason)).await;
    let is_why = |row: &ReceiptRow| row.void_reason.split_whitespace().eq(why.split_whitespace());
    let did = |row: &ReceiptRow| row.void_asked_by.is_some() && row.void_asked_by == by && is_why(row);
    answer(&app, id, done.map(|()| say::receipts_void_is_asked()), &address(id), did).await
}

pub(in crate::web) async fn keep(
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
    form: Form<Version>,
) -> Result<HttpResponse, Failure> {
    let (id, version) = (id.into_inner(), form.version);
    let done = act(&app, move |house| receipts::keep(house, &actor, id, version)).await;
    answer(&app, id, done.map(|()| say::receipts_void_is_kept()), &address(id), |_| false).await
}

pub(in crate::web) async fn confirm(
    app: Shared,
    actor: Actor,
    id: Path<ReceiptId>,
    form: Form<Version>,
) -> Result<HttpResponse, Failure> {
    let (id, version) = (id.into_inner(), form.version);
    let by = actor.user();
    let done = act(&app, move |house| {
        receipts::confirm(house, &actor, id, version)?;
        told(house, id, say::receipts_void_is_done())
    })
    .await;
    let did = |row: &ReceiptRow| row.voided_by.is_some() && row.voided_by == by;
    answer(&app, id, done, &address(id), did).await
}

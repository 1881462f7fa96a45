//! `GET /api/v1/terminal/snapshot`: what a terminal takes along for the time that it is cut off.

use actix_web::web::Json;

use super::wire::{Snapshot, WireError};
use crate::actions::{Actor, terminals};
use crate::web::{Failure, Shared, act};

/// The house as it is now, without any name of a person.
#[utoipa::path(
    get,
    path = "/api/v1/terminal/snapshot",
    responses(
        (status = 200, description = "Codes are named by an HMAC under the snapshot's own key", body = Object),
        (status = 401, description = "No or unknown token", body = WireError),
        (status = 403, description = "No right to hand out", body = WireError),
    ),
    security(("terminal_token" = []))
)]
pub async fn show(app: Shared, actor: Actor) -> Result<Json<Snapshot>, Failure> {
    Ok(Json(act(&app, move |house| terminals::snapshot(house, &actor)).await?))
}

//! `POST /api/v1/enrolments`, `GET /api/v1/enrolments/{id}`, `POST /api/v1/terminal/stations`: how a device gets its tokens.

use actix_web::HttpRequest;
use actix_web::http::header::AUTHORIZATION;
use actix_web::web::{Json, Path};

use super::wire::{EnrolmentRequest, EnrolmentStarted, EnrolmentStatus, StationRequest, StationToken, WireError};
use crate::actions::enrol_device::{self, Standing};
use crate::actions::{ActionError, Actor, terminals};
use crate::domain::EnrolmentId;
use crate::web::{Failure, Shared, act};

/// A device asks to become a terminal. It shows the code; a coordinator types it on the page.
#[utoipa::path(
    post,
    path = "/api/v1/enrolments",
    request_body = EnrolmentRequest,
    responses(
        (status = 200, body = EnrolmentStarted),
        (status = 422, description = "Too many devices wait", body = WireError),
        (status = 429, description = "Too many requests from this address", body = WireError),
    )
)]
pub async fn ask(
    req: HttpRequest,
    app: Shared,
    request: Json<EnrolmentRequest>,
) -> Result<Json<EnrolmentStarted>, Failure> {
    app.enrolments.admit(&req)?;
    let name: String = request.into_inner().name.chars().filter(|c| !c.is_control()).take(60).collect();
    let started = act(&app, move |house| enrol_device::ask(house, &name)).await?;
    Ok(Json(EnrolmentStarted {
        id: started.id.to_string(),
        code: started.code,
        secret: started.secret,
        expires_at: started.expires_at.to_string(),
    }))
}

/// How the request stands. When it is approved, the answer holds the token, anew each time until it was used.
#[utoipa::path(
    get,
    path = "/api/v1/enrolments/{id}",
    params(("id" = String, Path, description = "As the request was answered")),
    responses(
        (status = 200, body = EnrolmentStatus),
        (status = 404, description = "No such request, or another secret", body = WireError),
        (status = 429, description = "Too many requests from this address", body = WireError),
    ),
    security(("enrolment_secret" = []))
)]
pub async fn show(req: HttpRequest, app: Shared, id: Path<EnrolmentId>) -> Result<Json<EnrolmentStatus>, Failure> {
    app.enrolments.admit(&req)?;
    let header = req.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let secret = header.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default().trim().to_owned();
    let (state, token, name) = match act(&app, move |house| enrol_device::standing(house, *id, &secret)).await? {
        Standing::Waiting => ("waiting", None, None),
        Standing::Refused => ("refused", None, None),
        Standing::Expired => ("expired", None, None),
        Standing::Approved { name, token } => ("approved", token, Some(name)),
    };
    Ok(Json(EnrolmentStatus { state: state.to_owned(), token, name }))
}

/// A token for a further scanner at this device. Asked again for the same number, the token before is dead.
#[utoipa::path(
    post,
    path = "/api/v1/terminal/stations",
    request_body = StationRequest,
    responses(
        (status = 200, body = StationToken),
        (status = 401, description = "No or unknown token", body = WireError),
        (status = 422, description = "Not a device, a number outside 2 to 8, or switched off", body = WireError),
        (status = 423, description = "The device is set aside", body = WireError),
    ),
    security(("terminal_token" = []))
)]
pub async fn station(
    app: Shared,
    actor: Actor,
    request: Result<Json<StationRequest>, actix_web::Error>,
) -> Result<Json<StationToken>, Failure> {
    if !actor.is_device() {
        return Err(ActionError::Refused(crate::texts::say::error_only_devices()).into());
    }
    let number = request.map_err(|error| Failure::Unreadable(error.to_string()))?.number;
    let (token, name) = act(&app, move |house| terminals::station(house, &actor, number)).await?;
    Ok(Json(StationToken { token, name }))
}

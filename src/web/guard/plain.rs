//! The plain port of a house that wants HTTPS only: it shows the way to trust, and sends everybody else to the secure one.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::LOCATION;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpResponse, ResponseError};

use crate::web::pages::trust::address;
use crate::web::{App, Failure};

/// What may be asked for without HTTPS in any case.
fn is_open(path: &str) -> bool {
    let is_trust = path == "/trust" || path.starts_with("/trust/");
    is_trust
        || path.starts_with("/static/")
        || matches!(path, "/language" | "/look" | "/healthz" | "/readyz" | "/metrics")
}

pub(in crate::web) async fn plain_door<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let app = req.app_data::<Data<App>>().filter(|app| app.https_only && app.secured.is_some()).cloned();
    let Some(app) = app.filter(|_| !req.app_config().secure() && !is_open(req.path())) else {
        return Ok(next.call(req).await?.map_into_left_body());
    };
    let answer = match address::of_visitor(req.request(), &app) {
        Some(addresses) if req.method().is_safe() && !req.path().starts_with("/api/") => {
            let place = req.uri().path_and_query().map_or("/", |place| place.as_str());
            HttpResponse::TemporaryRedirect().insert_header((LOCATION, format!("{}{place}", addresses.https))).finish()
        }
        _ => Failure::Forbidden.error_response(),
    };
    Ok(req.into_response(answer).map_into_right_body())
}

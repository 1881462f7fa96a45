//! Refusals and failures get a page with a way on, or JSON for the API; a page that needs a sign-in leads to it.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{ALLOW, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpResponse};

use super::Interrupted;
use super::access::accepted_language;
use crate::texts::{Texts, say};
use crate::web::api::wire::WireError;
use crate::web::failure::Failed;
use crate::web::pages::{error, own, sign_in};
use crate::web::{Page, redirect};

pub(in crate::web) async fn dress_failures<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let response = next.call(req).await?;
    let Some(failed) = dressing_of(response.response()) else { return Ok(response.map_into_left_body()) };
    let status = response.status();
    let (request, bare) = response.into_parts();
    let interrupted = request.extensions().get::<Interrupted>().cloned();
    let mut dressed = if request.path().starts_with("/api/") {
        let message = Texts::of(accepted_language(&request)).say(&failed.message);
        HttpResponse::build(status).json(WireError { error: failed.word.to_owned(), message })
    } else if own::is_own(request.path()) {
        own::failed(&request, status)
    } else if status == StatusCode::UNAUTHORIZED && request.method() == Method::GET {
        let place = request.uri().path_and_query().map_or("/", |place| place.as_str());
        redirect(&format!("/sign-in?next={}", percent(place)))
    } else if let Some(interrupted) = interrupted.filter(|_| status == StatusCode::UNAUTHORIZED) {
        sign_in::interrupted(&request, Page::of(&request), interrupted)
    } else {
        error::page(Page::of(&request), request.path(), status, &failed.message)
    };
    if let Some(allowed) = bare.headers().get(ALLOW) {
        dressed.headers_mut().insert(ALLOW, allowed.clone());
    }
    if let Some(pause) = bare.headers().get(RETRY_AFTER) {
        dressed.headers_mut().insert(RETRY_AFTER, pause.clone());
    }
    if let Some(challenge) = bare.headers().get(WWW_AUTHENTICATE) {
        dressed.headers_mut().insert(WWW_AUTHENTICATE, challenge.clone());
    }
    Ok(ServiceResponse::new(request, dressed).map_into_right_body())
}

/// What to show instead of the response: what a failure left on it, or a plain sentence for a bare refusal.
fn dressing_of<B>(response: &HttpResponse<B>) -> Option<Failed> {
    if let Some(failed) = response.extensions().get::<Failed>() {
        return Some(failed.clone());
    }
    match response.status() {
        StatusCode::NOT_FOUND if response.headers().get("content-type").is_none() => {
            Some(Failed { message: say::error_not_found(), word: "not_found" })
        }
        StatusCode::TOO_MANY_REQUESTS => Some(Failed { message: say::error_too_often(), word: "too_often" }),
        _ => None,
    }
}

/// A text as a query value.
pub(in crate::web) fn percent(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

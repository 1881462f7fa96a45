//! No request that changes something comes from another site.
//!
//! Browsers say where a request comes from (`Sec-Fetch-Site`, else `Origin`); one that says another site is refused. A
//! request with neither is no browser's, and cookies are `SameSite=Lax` besides (OWASP, Cross-Site Request Forgery
//! Prevention Cheat Sheet, "Fetch Metadata"). A terminal's token is never sent by a browser on its own; a request with one is
//! nobody else's, whatever cookie it has ([`super::access`]). Other credentials a browser may add by itself, for a proxy that asks.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HOST, ORIGIN};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError};

use super::access::bearer;
use crate::web::Failure;

pub(in crate::web) async fn same_site_only<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    if !req.method().is_safe() && bearer(&req).is_none() && is_foreign(&req) {
        return Ok(req.into_response(Failure::ForeignOrigin.error_response()).map_into_right_body());
    }
    Ok(next.call(req).await?.map_into_left_body())
}

fn is_foreign(req: &ServiceRequest) -> bool {
    let header = |name: &str| req.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = header("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match (header(ORIGIN.as_str()), header(HOST.as_str())) {
        (Some(origin), Some(host)) => origin.split("://").nth(1) != Some(host),
        (Some(_), None) => true,
        (None, _) => false,
    }
}

//! What devices fetch to trust the house, and the picture that proves that they do.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, HeaderName, HeaderValue};

use super::profile;
use crate::web::tls::Authority;
use crate::web::{Failure, Page, Shared};

/// A tick in a disc. It loads over HTTPS only where the house is trusted.
const TICK: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="22" fill="#1a6b3c"/><path d="M13 25l8 8 15-17" fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>"##;

fn authority(app: &Shared) -> Result<&Authority, Failure> {
    app.secured.as_ref().and_then(|secured| secured.authority.as_deref()).ok_or(Failure::NotFound)
}

/// `GET /trust/ca.crt`: DER, as Android, iOS, Windows and Firefox take it. No file name in the answer, because iOS would
/// only put the file away then.
pub(in crate::web) async fn der(app: Shared) -> Result<HttpResponse, Failure> {
    Ok(HttpResponse::Ok().content_type("application/x-x509-ca-cert").body(authority(&app)?.der().to_vec()))
}

/// `GET /trust/ca.pem`: for Linux, and for the terminal's `--ca`.
pub(in crate::web) async fn pem(app: Shared) -> Result<HttpResponse, Failure> {
    let name = (CONTENT_DISPOSITION, "attachment; filename=\"gabentisch-ca.pem\"");
    Ok(HttpResponse::Ok().content_type("application/x-pem-file").insert_header(name).body(authority(&app)?.pem()))
}

/// `GET /trust/ca.mobileconfig`: a profile for iPhone, iPad and Mac.
pub(in crate::web) async fn apple(page: Page, app: Shared) -> Result<HttpResponse, Failure> {
    let text = profile::of(authority(&app)?, page.site(), &page.t().trust_profile_about(page.site()));
    Ok(HttpResponse::Ok().content_type("application/x-apple-aspen-config").body(text))
}

/// `GET /trust/check.svg`: asked for over HTTPS by the page that came over plain HTTP.
pub(in crate::web) async fn tick() -> HttpResponse {
    let mut response = HttpResponse::Ok().content_type("image/svg+xml").body(TICK);
    let (name, value) =
        (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    response.headers_mut().insert(name, value);
    response
}

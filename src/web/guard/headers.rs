//! Headers that every answer carries: nothing from elsewhere, nothing inline, no frame, no guessing of types.

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, SET_COOKIE};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::web::App;

pub(in crate::web) const HEADERS: [(&str, &str); 7] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()"),
];

pub(in crate::web) async fn secure(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let https_only = req.app_data::<Data<App>>().is_some_and(|app| app.https_only);
    let secure = https_only || req.app_config().secure();
    let mut response = next.call(req).await?;
    let headers = response.headers_mut();
    // A page that says who may frame it is framed by them; every other by nobody.
    let framed = headers.get(CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok());
    let framable = framed.is_some_and(|policy| !policy.contains("frame-ancestors 'none'"));
    for (name, value) in HEADERS {
        if framable && name == "x-frame-options" {
            continue;
        }
        // A page may have one of its own: the trust page asks the HTTPS address for a picture.
        if !headers.contains_key(name) {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
    if https_only {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(HeaderName::from_static("strict-transport-security"), year);
    }
    // What caches may keep for everybody carries nobody's cookie.
    if headers.get(CACHE_CONTROL).is_some_and(|kept| kept.as_bytes().starts_with(b"public")) {
        headers.remove(SET_COOKIE);
    }
    if secure {
        keep_cookies_on_https(headers);
    }
    // Pages show people's data: no copy of them stays in a shared PC's cache.
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    Ok(response)
}

/// Marks every cookie `Secure`, whoever set it: no cookie leaves the browser over plain HTTP.
fn keep_cookies_on_https(headers: &mut HeaderMap) {
    let cookies: Vec<HeaderValue> = headers.remove(SET_COOKIE).collect();
    for cookie in cookies {
        let text = cookie.to_str().unwrap_or_default();
        let marked = text.split(';').skip(1).any(|attribute| attribute.trim().eq_ignore_ascii_case("secure"));
        let cookie = match HeaderValue::from_str(&format!("{text}; Secure")) {
            Ok(secure) if !marked => secure,
            _ => cookie,
        };
        headers.append(SET_COOKIE, cookie);
    }
}

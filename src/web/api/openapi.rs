//! `GET /api/v1/openapi.json`: the interface, described for programs.

use actix_web::HttpResponse;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::{enrolments, products, scans, snapshot, terminal, wire};

#[derive(OpenApi)]
#[openapi(
    info(title = "Gabentisch", description = "The inventory of a town's clothing and household-goods room."),
    paths(scans::book, terminal::show, snapshot::show, enrolments::station, enrolments::ask, enrolments::show, products::search),
    components(schemas(wire::ScanEvent, wire::WireError)),
    modifiers(&TerminalToken)
)]
struct Description;

struct TerminalToken;

impl Modify for TerminalToken {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let components = description.components.get_or_insert_default();
        for name in ["terminal_token", "enrolment_secret"] {
            let scheme = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
            components.add_security_scheme(name, scheme);
        }
    }
}

/// The description as JSON text.
pub fn json() -> String {
    Description::openapi().to_pretty_json().unwrap_or_default()
}

/// `GET /api/v1/openapi.json`
pub(in crate::web) async fn show() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(json())
}

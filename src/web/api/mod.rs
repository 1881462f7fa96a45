//! The interface for scanners and programs: JSON in, JSON out.

pub(super) mod enrolments;
pub(super) mod openapi;
pub(super) mod products;
pub(super) mod scans;
pub(super) mod snapshot;
pub(super) mod terminal;
pub mod wire;

/// The description of the interface (OpenAPI) as JSON text.
pub fn openapi_json() -> String {
    openapi::json()
}

//! `gabentisch openapi`: the interface's description on standard output.

use clap::Args;

use super::Failure;

/// Print the API's description (OpenAPI, JSON)
///
/// Example: gabentisch openapi > openapi.json
#[derive(Args)]
pub(super) struct Openapi {}

impl Openapi {
    pub(super) fn run(self) -> Result<(), Failure> {
        println!("{}", crate::web::api::openapi_json());
        Ok(())
    }
}

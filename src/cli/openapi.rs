//! `gabentisch openapi`: the interface's description on standard output.

use clap::Args;

use super::Trouble;

/// Print the API's description (OpenAPI, JSON)
///
/// Example: gabentisch openapi > openapi.json
#[derive(Args)]
pub(super) struct Openapi {}

impl Openapi {
    pub(super) fn run(self) -> Result<(), Trouble> {
        println!("{}", crate::web::api::openapi_json());
        Ok(())
    }
}

//! `gabentisch serve`: the server.

use clap::Args;

use super::{Failure, Place, open_house, start_log};
use crate::store::DatabaseUrl;
use crate::web::{Server, bind};

/// Run the server
///
/// Makes the database at the first start and brings an older one to this version.
///
/// Example: gabentisch serve --listen 0.0.0.0:8080 --database sqlite:/var/lib/gabentisch/gabentisch.db
#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    place: Place,
    /// Address and port
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
}

impl Serve {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut settings = self.place.settings()?;
        if let Some(listen) = self.listen {
            settings.listen = listen;
        }
        start_log(&settings)?;
        let _: DatabaseUrl = settings.database.parse().map_err(Failure::usage)?;
        let listener = bind(&settings.listen).map_err(Failure::failed)?;
        let house = open_house(&settings, true)?;
        actix_web::rt::System::new().block_on(async move {
            let server = Server::start(house, &settings, listener).map_err(Failure::failed)?;
            tracing::info!(address = %server.address(), database = %settings.database.parse::<DatabaseUrl>().map_or_else(|e| e, |url| url.to_string()), "gabentisch is open");
            println!("Gabentisch is open at http://{}", server.address());
            server.run().await.map_err(Failure::failed)
        })?;
        tracing::info!("gabentisch is closed");
        Ok(())
    }
}

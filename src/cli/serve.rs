//! `gabentisch serve`: the server.

use clap::Args;

use super::{Failure, Place, open_house, start_log};
use crate::settings::{Https, Settings};
use crate::store::DatabaseUrl;
use crate::web::{Doors, Server};

/// Run the server
///
/// Makes the database at the first start and brings an older one to this version.
///
/// Phones use their camera only over HTTPS: --tls auto makes a certificate for this house, and the page /trust on the port
/// for plain HTTP (the next one) leads each phone through trusting it, once.
///
/// Example: gabentisch serve --listen 0.0.0.0:8080 --tls auto --database sqlite:/var/lib/gabentisch/gabentisch.db
#[derive(Args)]
pub(super) struct Serve {
    #[command(flatten)]
    place: Place,
    /// Address and port
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    #[command(flatten)]
    https: HttpsFlags,
}

/// Flags about HTTPS, of every command that serves.
#[derive(Args, Clone, Debug, Default)]
pub(super) struct HttpsFlags {
    /// HTTPS: "auto" makes the certificate, "off" speaks plain HTTP, two files are a certificate and its key in PEM
    #[arg(long, num_args = 1..=2, value_names = ["auto|off|CERT", "KEY"])]
    tls: Option<Vec<String>>,
    /// Port for plain HTTP beside HTTPS [default with --tls auto: the next port]
    #[arg(long, value_name = "PORT")]
    http_port: Option<u16>,
}

impl HttpsFlags {
    pub(super) fn put_into(self, settings: &mut Settings) -> Result<(), Failure> {
        if let Some(words) = self.tls {
            settings.tls = Https::of(&words).map_err(Failure::usage)?;
        }
        settings.http_port = self.http_port.or(settings.http_port);
        Ok(())
    }
}

impl Serve {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut settings = self.place.settings()?;
        if let Some(listen) = self.listen {
            settings.listen = listen;
        }
        self.https.put_into(&mut settings)?;
        start_log(&settings)?;
        let _: DatabaseUrl = settings.database.parse().map_err(Failure::usage)?;
        let doors = Doors::open(&settings).map_err(Failure::failed)?;
        let house = open_house(&settings, true)?;
        actix_web::rt::System::new().block_on(async move {
            let server = Server::start(house, &settings, doors).map_err(Failure::failed)?;
            tracing::info!(address = %server.address(), database = %settings.database.parse::<DatabaseUrl>().map_or_else(|e| e, |url| url.to_string()), "gabentisch is open");
            println!("Gabentisch is open at {}", server.url());
            if let Some(plain) = server.plain_url() {
                println!("Phones learn to trust it at {plain}/trust");
            }
            server.run().await.map_err(Failure::failed)
        })?;
        tracing::info!("gabentisch is closed");
        Ok(())
    }
}

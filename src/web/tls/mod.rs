//! HTTPS of the house's own: certificates that it makes for itself, or files that somebody brought.

mod authority;
mod der;
mod keeper;
mod names;
mod own;

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use rustls::ServerConfig;
use rustls::sign::CertifiedKey;

pub use authority::Authority;
use keeper::{Keeper, Source};

use crate::settings::{Https, Settings};
use crate::store::DatabaseUrl;

/// What a server that speaks HTTPS needs.
pub(super) struct Tls {
    pub config: ServerConfig,
    /// The house's own authority; none when somebody brought a certificate.
    pub authority: Option<Arc<Authority>>,
    keeper: Arc<Keeper>,
}

impl Tls {
    /// Reads or makes what the settings ask for; `None` when HTTPS is off.
    ///
    /// # Errors
    /// One sentence that says what to do.
    pub fn prepare(settings: &Settings) -> Result<Option<Tls>, String> {
        let now = Timestamp::now();
        let (source, authority) = match &settings.tls {
            Https::Off => return Ok(None),
            Https::Auto => {
                let authority = Arc::new(Authority::open(&folder(settings), &settings.tls_names, now)?);
                (Source::Authority(Arc::clone(&authority)), Some(authority))
            }
            Https::Files { certificate, key } => {
                (Source::Files { certificate: certificate.clone(), key: key.clone() }, None)
            }
        };
        let keeper = Keeper::begin(source, now)?;
        let config = ServerConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()
            .map_err(|error| format!("HTTPS cannot be set up: {error}"))?
            .with_no_client_auth()
            .with_cert_resolver(keeper.clone());
        Ok(Some(Tls { config, authority, keeper }))
    }

    /// Looks every few seconds whether a new certificate is due, until nobody needs this any more.
    pub fn watch(&self) -> Result<(), String> {
        Keeper::watch(&self.keeper)
    }
}

fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// A certificate and its key, checked to belong together.
fn certified(
    chain: Vec<rustls::pki_types::CertificateDer<'static>>,
    key: rustls::pki_types::PrivateKeyDer<'static>,
) -> Result<CertifiedKey, rustls::Error> {
    CertifiedKey::from_der(chain, key, &provider())
}

/// Where certificates and keys are kept: beside the database, unless the settings say otherwise.
fn folder(settings: &Settings) -> PathBuf {
    if let Some(folder) = &settings.tls_folder {
        return folder.clone();
    }
    let beside = match settings.database.parse() {
        Ok(DatabaseUrl::Sqlite(path)) => path.parent().map(Path::to_owned),
        // The database is on another computer, or has no folder that is ours: this is where SQLite would be.
        _ => Some(PathBuf::from("gabentisch-data")),
    };
    beside.unwrap_or_default().join("tls")
}

/// An address of a house or of this computer: the authority vouches for no other.
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_private() || v4.is_loopback() || v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local(),
    }
}

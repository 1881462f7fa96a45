//! Which authority the terminal trusts when the server speaks HTTPS, and the sentence when it does not.

use std::path::Path;
use std::sync::OnceLock;

use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

use crate::texts::{Lang, Message, Texts, say};

/// One program talks to one server: chosen once, before the first connection.
static CHOSEN: OnceLock<Vec<Certificate<'static>>> = OnceLock::new();

/// Trusts the authorities of this file, and no others, from now on.
///
/// # Errors
/// When the file cannot be read or holds no certificate. PEM and DER are understood.
pub fn choose(file: &Path) -> Result<(), String> {
    let bytes =
        std::fs::read(file).map_err(|error| format!("the authority {} cannot be read: {error}", file.display()))?;
    let in_pem = parse_pem(&bytes).filter_map(|item| match item {
        Ok(PemItem::Certificate(certificate)) => Some(certificate),
        _ => None,
    });
    let mut found: Vec<Certificate<'static>> = in_pem.collect();
    // Every DER of a certificate is a sequence with a length of two bytes.
    if found.is_empty() && bytes.starts_with(&[0x30, 0x82]) {
        found.push(Certificate::from_der(&bytes).to_owned());
    }
    if found.is_empty() {
        return Err(format!("{} holds no certificate; /trust/ca.pem of the server is one", file.display()));
    }
    let _ = CHOSEN.set(found);
    Ok(())
}

/// What every connection of the terminal asks of a certificate.
pub fn config() -> TlsConfig {
    let config = TlsConfig::builder();
    match CHOSEN.get() {
        Some(authorities) => config.root_certs(RootCerts::new_with_certs(authorities)).build(),
        None => config.build(),
    }
}

/// What to do about a certificate that was not accepted; `None` when something else went wrong.
pub fn trouble(error: &ureq::Error, lang: Lang) -> Option<String> {
    let message = match error {
        ureq::Error::Rustls(error) => refused(error),
        ureq::Error::Io(error) => error.get_ref().and_then(|inner| inner.downcast_ref()).and_then(refused),
        _ => None,
    }?;
    Some(Texts::of(lang).say(&message))
}

fn refused(error: &rustls::Error) -> Option<Message> {
    use rustls::CertificateError::{
        Expired, ExpiredContext, NotValidForName, NotValidForNameContext, NotValidYet, NotValidYetContext,
    };
    match error {
        rustls::Error::InvalidCertificate(NotValidForName | NotValidForNameContext { .. }) => {
            Some(say::trust_terminal_wrong_name())
        }
        rustls::Error::InvalidCertificate(
            Expired | ExpiredContext { .. } | NotValidYet | NotValidYetContext { .. },
        ) => Some(say::trust_terminal_time()),
        rustls::Error::InvalidCertificate(_) => Some(say::trust_terminal_unknown()),
        _ => None,
    }
}

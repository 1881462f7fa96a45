//! A certificate that somebody brought: read, and told in a sentence when it cannot be used.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;

use super::{certified, der};

/// Reads a certificate (with the chain behind it) and its key from two PEM files.
///
/// # Errors
/// One sentence: unreadable, not PEM, expired, not yet good, or not a pair.
pub(super) fn read(certificate: &Path, key: &Path, now: Timestamp) -> Result<CertifiedKey, String> {
    let text = |path: &Path| std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()));
    let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(&text(certificate)?)
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{} is no certificate in PEM: {error}", certificate.display()))?;
    let Some(first) = chain.first() else {
        return Err(format!(
            "{} holds no certificate; a PEM file begins with -----BEGIN CERTIFICATE-----",
            certificate.display()
        ));
    };
    let private = PrivateKeyDer::from_pem_slice(&text(key)?)
        .map_err(|_| format!("{} holds no private key in PEM; one with a password cannot be used", key.display()))?;
    let Some((from, until)) = der::validity(first) else {
        return Err(format!("{} holds something that is no certificate", certificate.display()));
    };
    let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    if now > until {
        return Err(format!("the certificate {} expired on {}: get a new one", certificate.display(), day(until)));
    }
    if now < from {
        return Err(format!(
            "the certificate {} is not good before {}; this computer's clock says {}",
            certificate.display(),
            day(from),
            day(now)
        ));
    }
    certified(chain, private).map_err(|error| match error {
        rustls::Error::InconsistentKeys(_) => {
            format!("the certificate {} and the key {} do not belong together", certificate.display(), key.display())
        }
        other => format!("{} and {} cannot be used: {other}", certificate.display(), key.display()),
    })
}

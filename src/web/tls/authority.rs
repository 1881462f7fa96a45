//! The house's own authority: one certificate that devices trust once, and server certificates that it signs.
//!
//! It vouches for names of this house and private addresses only (name constraints, RFC 5280, 4.2.1.10): whoever
//! stole its key could not pretend to be a bank.

use std::fs;
use std::io::Write;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DnType, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, Issuer,
    KeyPair, KeyUsagePurpose, NameConstraints, SanType, SerialNumber,
};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::names::{Names, host_name, well_formed};
use super::{certified, is_private};

/// Years that devices trust the authority.
const AUTHORITY_YEARS: i16 = 10;
/// Days of a server certificate. Phones refuse more than 398 (CA/Browser Forum, Baseline Requirements 6.3.2).
const SERVER_DAYS: i32 = 390;
/// Days before its end at which the next one is made.
const RENEW_DAYS: i32 = 30;
/// A clock that stands before this year was never set.
const FIRST_YEAR: i16 = 2026;
/// Endings under which routers and computers name devices of a house.
const HOUSE_ENDINGS: [&str; 6] = ["localhost", "local", "home.arpa", "internal", "lan", "fritz.box"];
/// Private networks (RFC 1918, 3927, 4193) and this computer.
const NETWORKS: [(&str, u8); 7] = [
    ("10.0.0.0", 8),
    ("172.16.0.0", 12),
    ("192.168.0.0", 16),
    ("169.254.0.0", 16),
    ("127.0.0.0", 8),
    ("fc00::", 7),
    ("::1", 128),
];

/// What was decided when the authority was made; its certificate can be read again, these facts more easily.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Facts {
    name: String,
    from: Date,
    until: Date,
    endings: Vec<String>,
}

/// What a server certificate is for and how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Issued {
    #[serde(flatten)]
    pub names: Names,
    pub from: Date,
    pub until: Date,
}

/// An authority in its folder.
pub struct Authority {
    folder: PathBuf,
    facts: Facts,
    key: KeyPair,
    certificate: CertificateDer<'static>,
    /// Names from the settings.
    further: Vec<String>,
}

impl Authority {
    /// Opens the authority of this folder, or makes one at the first time.
    ///
    /// # Errors
    /// When the folder cannot be used, a file is missing or damaged, the clock was never set, or the authority has ended.
    pub fn open(folder: &Path, further: &[String], now: Timestamp) -> Result<Authority, String> {
        let today = day(now);
        if today.year() < FIRST_YEAR {
            return Err(format!("this computer's clock stands at {today}: set it, then certificates can be made"));
        }
        for name in further {
            if name.parse::<IpAddr>().map_or_else(|_| well_formed(name).is_none(), |address| !is_private(address)) {
                return Err(format!(
                    "tls_names: {name:?} is neither a name such as kammer.example.org nor a private address"
                ));
            }
            // An authority that vouches for "org" vouches for everything below it.
            if name.parse::<IpAddr>().is_err() && is_single(name) && name != "localhost" {
                return Err(format!(
                    "tls_names: {name:?} is a single word: write a whole name such as kammer.example.org or {name}.local"
                ));
            }
        }
        make_folder(folder)?;
        let known = folder.join("ca.json").exists();
        let authority =
            if known { Authority::read(folder, further)? } else { Authority::make(folder, further, today)? };
        if today >= authority.facts.until {
            return Err(format!(
                "the house's authority ended on {}: move the folder {} away and start again; every device has to trust the new one",
                authority.facts.until,
                folder.display()
            ));
        }
        for name in further.iter().filter(|name| !authority.may_vouch_for(name)) {
            tracing::warn!(name, folder = %folder.display(), "the authority was made before this name was set and cannot vouch for it; the name is left out");
        }
        Ok(authority)
    }

    fn make(folder: &Path, further: &[String], today: Date) -> Result<Authority, String> {
        let host = host_name();
        let endings = endings(host.as_deref(), further);
        let facts = Facts {
            name: host.map_or_else(|| "Gabentisch".to_owned(), |host| format!("Gabentisch ({host})")),
            from: today.saturating_sub(1.day()),
            until: today.saturating_add(i32::from(AUTHORITY_YEARS).years()),
            endings,
        };
        let key = KeyPair::generate().map_err(|error| format!("no key can be made: {error}"))?;
        let made = facts.params()?.self_signed(&key).map_err(|error| format!("no certificate can be made: {error}"))?;
        write(&folder.join("ca.key"), &key.serialize_pem())?;
        write(&folder.join("ca.crt"), &made.pem())?;
        // Last, so that an authority that is half there is made anew.
        write(&folder.join("ca.json"), &json(&facts)?)?;
        Ok(Authority {
            folder: folder.to_owned(),
            facts,
            key,
            certificate: made.der().clone(),
            further: further.to_owned(),
        })
    }

    fn read(folder: &Path, further: &[String]) -> Result<Authority, String> {
        let damaged = |name: &str, cause: &dyn std::fmt::Display| {
            format!(
                "{} cannot be read ({cause}): put it back from a copy, or move the folder {} away and start again; every device has to trust the new authority",
                folder.join(name).display(),
                folder.display()
            )
        };
        let text = |name: &str| fs::read_to_string(folder.join(name)).map_err(|error| damaged(name, &error));
        let facts: Facts = serde_json::from_str(&text("ca.json")?).map_err(|error| damaged("ca.json", &error))?;
        let key = KeyPair::from_pem(&text("ca.key")?).map_err(|error| damaged("ca.key", &error))?;
        let certificate =
            CertificateDer::from_pem_slice(text("ca.crt")?.as_bytes()).map_err(|error| damaged("ca.crt", &error))?;
        let pair = PrivateKeyDer::try_from(key.serialize_der()).map_err(|error| damaged("ca.key", &error))?;
        certified(vec![certificate.clone()], pair).map_err(|error| damaged("ca.key", &error))?;
        Ok(Authority { folder: folder.to_owned(), facts, key, certificate, further: further.to_owned() })
    }

    /// The certificate as devices take it.
    pub fn der(&self) -> &[u8] {
        &self.certificate
    }

    pub fn pem(&self) -> String {
        let text = data_encoding::BASE64.encode(self.der());
        let lines: Vec<&str> = (0..text.len()).step_by(64).map(|at| &text[at..(at + 64).min(text.len())]).collect();
        format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
    }

    /// The name that devices show in their lists.
    pub fn name(&self) -> &str {
        &self.facts.name
    }

    /// The last day but one: on it, devices stop trusting.
    pub fn until(&self) -> Date {
        self.facts.until
    }

    /// SHA-256 of the certificate, as devices show it: upper-case pairs with colons.
    pub fn fingerprint(&self) -> String {
        let pairs: Vec<String> = Sha256::digest(self.der()).iter().map(|byte| format!("{byte:02X}")).collect();
        pairs.join(":")
    }

    /// Names and addresses that the next certificate is for.
    pub fn names(&self) -> Names {
        let mut names = Names::here(&self.further);
        names.names.retain(|name| self.may_vouch_for(name));
        names.addresses.retain(|address| is_private(*address));
        names
    }

    fn may_vouch_for(&self, name: &str) -> bool {
        let below = |name: &str| self.facts.endings.iter().any(|ending| is_below(name, ending));
        name.parse::<IpAddr>().map_or_else(|_| well_formed(name).is_some_and(|name| below(&name)), is_private)
    }

    /// The certificate that is kept, when it is still what is needed.
    pub(super) fn kept(&self, now: Timestamp) -> Option<(Issued, CertifiedKey)> {
        let read = |name: &str| fs::read_to_string(self.folder.join(name)).ok();
        let issued: Issued = serde_json::from_str(&read("server.json")?).ok()?;
        let today = day(now);
        let is_due = today < issued.from || today.saturating_add(RENEW_DAYS.days()) >= issued.until;
        if is_due || issued.names != self.names() {
            return None;
        }
        let chain = CertificateDer::from_pem_slice(read("server.crt")?.as_bytes()).ok()?;
        let key = PrivateKeyDer::from_pem_slice(read("server.key")?.as_bytes()).ok()?;
        Some((issued, certified(vec![chain], key).ok()?))
    }

    /// Makes and keeps a new server certificate for what this computer is called now.
    ///
    /// # Errors
    /// When it cannot be made or written.
    pub(super) fn issue(&self, now: Timestamp) -> Result<CertifiedKey, String> {
        let failed = |error: rcgen::Error| format!("no certificate can be made: {error}");
        let (names, today) = (self.names(), day(now));
        let until = today.saturating_add(SERVER_DAYS.days()).min(self.facts.until);
        let issued = Issued { names, from: today.saturating_sub(1.day()), until };
        let mut params = CertificateParams::default();
        for name in &issued.names.names {
            params.subject_alt_names.push(SanType::DnsName(name.as_str().try_into().map_err(failed)?));
        }
        params.subject_alt_names.extend(issued.names.addresses.iter().map(|address| SanType::IpAddress(*address)));
        params.distinguished_name = rcgen::DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, "Gabentisch");
        good_between(&mut params, issued.from, issued.until);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        params.serial_number = Some(SerialNumber::from_slice(uuid::Uuid::now_v7().as_bytes()));
        let key = KeyPair::generate().map_err(failed)?;
        let own = self.facts.params()?;
        let made = params.signed_by(&key, &Issuer::from_params(&own, &self.key)).map_err(failed)?;
        let private = PrivateKeyDer::try_from(key.serialize_der()).map_err(|error| error.to_owned())?;
        let ready = certified(vec![made.der().clone()], private).map_err(|error| error.to_string())?;
        // While the old facts stand beside new files, nothing fits, and the next look makes all of it anew.
        write(&self.folder.join("server.key"), &key.serialize_pem())?;
        write(&self.folder.join("server.crt"), &made.pem())?;
        write(&self.folder.join("server.json"), &json(&issued)?)?;
        Ok(ready)
    }
}

impl Facts {
    /// The same for the certificate and for whoever signs under its name.
    fn params(&self) -> Result<CertificateParams, String> {
        let mut params = CertificateParams::default();
        params.distinguished_name = rcgen::DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, self.name.as_str());
        params.distinguished_name.push(DnType::OrganizationName, "Gabentisch");
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        params.key_usages =
            vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign, KeyUsagePurpose::DigitalSignature];
        // Whoever stole its key signs no program and no mail.
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        good_between(&mut params, self.from, self.until);
        let mut permitted: Vec<_> = self.endings.iter().map(|ending| GeneralSubtree::DnsName(ending.clone())).collect();
        for (network, prefix) in NETWORKS {
            let network: IpAddr = network.parse().map_err(|error| format!("{network}: {error}"))?;
            permitted.push(GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(network, prefix)));
        }
        params.name_constraints =
            Some(NameConstraints { permitted_subtrees: permitted, excluded_subtrees: Vec::new() });
        Ok(params)
    }
}

/// What the authority may vouch for, with all that is below. The computer's name is no ending when it is a single word: a PC
/// called `shop` has no right to all of .shop; it is `shop.local`.
fn endings(host: Option<&str>, further: &[String]) -> Vec<String> {
    let mut endings: Vec<String> = HOUSE_ENDINGS.iter().map(|ending| (*ending).to_owned()).collect();
    let named = further.iter().filter(|name| name.parse::<IpAddr>().is_err()).filter_map(|name| well_formed(name));
    for name in host.map(str::to_owned).into_iter().chain(named).filter(|name| !is_single(name)) {
        if !endings.iter().any(|ending| is_below(&name, ending)) {
            endings.push(name);
        }
    }
    endings
}

fn is_single(name: &str) -> bool {
    !name.trim().trim_end_matches('.').contains('.')
}

fn is_below(name: &str, ending: &str) -> bool {
    name == ending || name.strip_suffix(ending).is_some_and(|rest| rest.ends_with('.'))
}

fn day(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

fn good_between(params: &mut CertificateParams, from: Date, until: Date) {
    let midnight =
        |day: Date| rcgen::date_time_ymd(i32::from(day.year()), day.month().unsigned_abs(), day.day().unsigned_abs());
    (params.not_before, params.not_after) = (midnight(from), midnight(until));
}

fn json(facts: &impl Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(facts).map_err(|error| error.to_string())
}

fn make_folder(folder: &Path) -> Result<(), String> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(error) if !folder.is_dir() => {
            Err(format!("the folder {} for certificates cannot be made: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Writes a file that only its owner can read, all of it or nothing.
fn write(path: &Path, text: &str) -> Result<(), String> {
    let fresh = path.with_extension("new");
    // A leftover may have been made by somebody, or so that others can read it.
    match fs::remove_file(&fresh) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(format!("{} cannot be removed: {error}", fresh.display()));
        }
        _ => {}
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&fresh).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written
        .and_then(|()| fs::rename(&fresh, path))
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_word_is_no_ending() {
        let more = |host, further: &[&str]| {
            let further: Vec<String> = further.iter().map(|name| (*name).to_owned()).collect();
            endings(host, &further).split_off(HOUSE_ENDINGS.len())
        };
        assert_eq!(more(Some("shop"), &["org", "org.", "10.1.2.3", "kammer.example.org"]), ["kammer.example.org"]);
        assert_eq!(more(Some("pc.example.org"), &["pc.local"]), ["pc.example.org"]);
    }
}

//! Settings: a file, overridden by `GABENTISCH_…` variables, overridden by flags. No setting is needed for the default.

use std::num::NonZeroU16;
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

use crate::domain::datev::Datev;
use crate::domain::desk::{PointRules, Rules};

/// Where the settings file is looked for when no other is named.
pub const DEFAULT_FILE: &str = "config/gabentisch.toml";

/// Everything that can be set. `config/gabentisch.toml` explains each key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// `sqlite:PATH` or `postgres://…`.
    pub database: String,
    /// Address and port of the server.
    pub listen: String,
    /// Whether the server speaks HTTPS, and with which certificate.
    pub tls: Https,
    /// Further names and private addresses for the house's own certificate.
    #[serde(deserialize_with = "one_or_many")]
    pub tls_names: Vec<String>,
    /// Where the house's own certificates are kept; none for a folder beside the database.
    pub tls_folder: Option<PathBuf>,
    /// Port for plain HTTP beside HTTPS. None: with the house's own certificate the next one, else no such port.
    pub http_port: Option<u16>,
    /// Where a terminal finds the server.
    pub server: String,
    /// The authority that a terminal trusts: a file in PEM or DER. None for those that the web trusts.
    pub ca: Option<PathBuf>,
    /// The clothing room's name, at the foot of every page.
    pub site: String,
    /// IANA name of the site's time zone.
    pub zone: String,
    /// `text` or `json`.
    pub log_format: LogFormat,
    /// What is logged, as tracing's filter directives.
    pub log: String,
    /// Only over HTTPS: cookies are marked secure, browsers are told never to use plain HTTP.
    pub https_only: bool,
    /// Minutes without a click after which one has to sign in again.
    pub idle_minutes: u32,
    /// Hours after which one has to sign in again in any case.
    pub sign_in_hours: u32,
    /// Threads that answer requests; 0 for one for each core.
    pub workers: usize,
    /// Most pieces for each person of a household in one visit without a lead's yes; none for no limit.
    pub pieces_per_person: Option<NonZeroU16>,
    /// The address under which everybody finds the public pages; empty for that of each request.
    pub public_url: String,
    /// Times for giving, as the public page says them.
    pub giving_hours: String,
    /// Where the site is and whom to ask, as the public page says it.
    pub contact: String,
    /// Sites that may show `/wanted/embed` in a frame, as origins; `*` for every site.
    #[serde(deserialize_with = "one_or_many")]
    pub embed_hosts: Vec<String>,
    /// Whether the room wants to see a proof of need. Noted is only that it was seen.
    pub proof_of_need: bool,
    /// Days for which a piece that is laid aside waits for its household.
    pub reservation_days: NonZeroU16,
    /// Most visits of a household within 30 days without a lead's yes; none for no limit.
    pub visits_per_month: Option<NonZeroU16>,
    /// Whether a lead is asked before a household gets again what it got in full, until it counts as needed again.
    pub renewal_guard: bool,
    /// Points instead of pieces; none where nobody counts points.
    pub points: Option<Points>,
    /// Where mails leave: `smtp://user:password@host:port` or `smtps://…`; none, and no mail is sent.
    pub smtp: Option<Secret>,
    /// Whom mails are from, as `Kleiderkammer <kleiderkammer@example.org>`.
    pub mail_from: Option<String>,
    /// Numbers and accounts for the file that DATEV reads; none, and there is no such file.
    pub datev: Option<Datev>,
    /// Set by `gabentisch demo` alone, by no file.
    #[serde(skip)]
    pub demo: bool,
}

/// Points that a household has for some days. What a piece costs stands in `config/catalogue/points.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points {
    pub per_adult: NonZeroU16,
    pub per_child: NonZeroU16,
    /// Days after which spent points come back.
    pub days: NonZeroU16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

/// A setting with a password in it: it is never shown, whatever the settings are printed for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

/// Whether the server speaks HTTPS.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "OneOrMany", into = "OneOrMany")]
pub enum Https {
    #[default]
    Off,
    /// With certificates that the house makes for itself.
    Auto,
    /// With a certificate that somebody brought; both in PEM.
    Files { certificate: PathBuf, key: PathBuf },
}

impl Https {
    /// Reads `auto`, `off`, or the two files.
    ///
    /// # Errors
    /// A sentence about what it can be.
    pub fn of(words: &[String]) -> Result<Https, String> {
        match words {
            [word] if word == "auto" => Ok(Https::Auto),
            [word] if word == "off" => Ok(Https::Off),
            [certificate, key] => Ok(Https::Files { certificate: certificate.into(), key: key.into() }),
            _ => Err("tls is auto, off, or two files: the certificate and its key".to_owned()),
        }
    }
}

/// A word or a list; in a variable a list may be written with commas.
#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl OneOrMany {
    fn words(self) -> Vec<String> {
        match self {
            OneOrMany::One(text) => {
                text.split(',').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
            }
            OneOrMany::Many(words) => words,
        }
    }
}

impl TryFrom<OneOrMany> for Https {
    type Error = String;
    fn try_from(words: OneOrMany) -> Result<Https, String> {
        Https::of(&words.words())
    }
}

impl From<Https> for OneOrMany {
    fn from(https: Https) -> OneOrMany {
        match https {
            Https::Off => OneOrMany::One("off".to_owned()),
            Https::Auto => OneOrMany::One("auto".to_owned()),
            Https::Files { certificate, key } => {
                OneOrMany::Many([certificate, key].map(|path| path.display().to_string()).to_vec())
            }
        }
    }
}

fn one_or_many<'de, D: serde::Deserializer<'de>>(source: D) -> Result<Vec<String>, D::Error> {
    OneOrMany::deserialize(source).map(OneOrMany::words)
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            database: "sqlite:gabentisch-data/gabentisch.db".to_owned(),
            listen: "127.0.0.1:8080".to_owned(),
            tls: Https::Off,
            tls_names: Vec::new(),
            tls_folder: None,
            http_port: None,
            server: "http://127.0.0.1:8080".to_owned(),
            ca: None,
            site: "Gabentisch".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            log_format: LogFormat::Text,
            log: "info".to_owned(),
            https_only: false,
            idle_minutes: 60,
            sign_in_hours: 12,
            workers: 0,
            pieces_per_person: None,
            public_url: String::new(),
            giving_hours: String::new(),
            contact: String::new(),
            embed_hosts: vec!["*".to_owned()],
            proof_of_need: false,
            reservation_days: const { NonZeroU16::new(7).expect("seven is not zero") },
            visits_per_month: None,
            renewal_guard: false,
            points: None,
            smtp: None,
            mail_from: None,
            datev: None,
            demo: false,
        }
    }
}

/// The settings cannot be read: which key, what is wrong, where it stands.
#[derive(Debug, thiserror::Error)]
#[error("the settings cannot be read: {0}")]
pub struct SettingsError(String);

impl Settings {
    /// The guard rails of the desk.
    pub fn rules(&self) -> Rules {
        let number = |value: NonZeroU16| i32::from(value.get());
        Rules {
            pieces_per_person: self.pieces_per_person.map(number),
            visits_per_month: self.visits_per_month.map(number),
            renewal_guard: self.renewal_guard,
            points: self.points.map(|points| PointRules {
                per_adult: number(points.per_adult),
                per_child: number(points.per_child),
                days: number(points.days),
            }),
        }
    }

    /// Reads file and environment. A file that was named must exist; the default one may be missing.
    ///
    /// # Errors
    /// For a named file that is missing, an unknown key, or a value of the wrong kind.
    pub fn load(file: Option<&Path>) -> Result<Settings, SettingsError> {
        let path = file.unwrap_or(Path::new(DEFAULT_FILE));
        if file.is_some() && !path.is_file() {
            return Err(SettingsError(format!("there is no file {}; check the path after --config", path.display())));
        }
        let known: Vec<String> = KEYS.iter().map(|key| (*key).to_owned()).collect();
        let environment =
            Env::prefixed("GABENTISCH_").filter(move |key| known.iter().any(|known| key == known.as_str()));
        let mut figment = Figment::from(Serialized::defaults(Settings::default()));
        if path.is_file() {
            figment = figment.merge(Toml::file_exact(path));
        }
        figment.merge(environment).extract().map_err(|error| SettingsError(error.to_string()))
    }

    /// The site's zone.
    ///
    /// # Errors
    /// When the name is not in the time zone database.
    pub fn time_zone(&self) -> Result<jiff::tz::TimeZone, SettingsError> {
        jiff::tz::TimeZone::get(&self.zone)
            .map_err(|_| SettingsError(format!("zone = {:?} is no time zone; an example is Europe/Berlin", self.zone)))
    }
}

/// The keys, so that other variables that begin with the same letters (a terminal's token) are left alone.
const KEYS: [&str; 29] = [
    "database",
    "listen",
    "tls",
    "tls_names",
    "tls_folder",
    "http_port",
    "server",
    "ca",
    "site",
    "zone",
    "log_format",
    "log",
    "https_only",
    "idle_minutes",
    "sign_in_hours",
    "workers",
    "pieces_per_person",
    "visits_per_month",
    "renewal_guard",
    "points",
    "public_url",
    "giving_hours",
    "contact",
    "embed_hosts",
    "proof_of_need",
    "reservation_days",
    "smtp",
    "mail_from",
    "datev",
];

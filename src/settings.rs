//! Settings: a file, overridden by `GABENTISCH_…` variables, overridden by flags. No setting is needed for the default.

use std::num::NonZeroU16;
use std::path::Path;

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

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
    /// Where a terminal finds the server.
    pub server: String,
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
    /// Set by `gabentisch demo` alone, by no file.
    #[serde(skip)]
    pub demo: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            database: "sqlite:gabentisch-data/gabentisch.db".to_owned(),
            listen: "127.0.0.1:8080".to_owned(),
            server: "http://127.0.0.1:8080".to_owned(),
            site: "Gabentisch".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            log_format: LogFormat::Text,
            log: "info".to_owned(),
            https_only: false,
            idle_minutes: 60,
            sign_in_hours: 12,
            workers: 0,
            pieces_per_person: None,
            demo: false,
        }
    }
}

/// The settings cannot be read: which key, what is wrong, where it stands.
#[derive(Debug, thiserror::Error)]
#[error("the settings cannot be read: {0}")]
pub struct SettingsError(String);

impl Settings {
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
const KEYS: [&str; 12] = [
    "database",
    "listen",
    "server",
    "site",
    "zone",
    "log_format",
    "log",
    "https_only",
    "idle_minutes",
    "sign_in_hours",
    "workers",
    "pieces_per_person",
];
